"""Where the preview listens: the port asked for, or the next that is free."""

import errno
import socket
import sys

from generator.errors import UsageError

HOST = "127.0.0.1"
PORTS_TRIED = 20
LAST_PORT = 65535


def listening_socket(port: int) -> tuple[socket.socket, int]:
    """Return a socket that listens on the port or the next free one, and that port's number.

    Says on the terminal that another was taken. Raises UsageError when none can be had.
    """
    last = min(port + PORTS_TRIED, LAST_PORT + 1) - 1
    for number in range(port, last + 1):
        try:
            listener = socket.create_server((HOST, number))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                reason = error.strerror or error
                raise UsageError(
                    f"port {number} cannot be used ({reason}); name another with --port"
                ) from error
            continue
        if number != port:
            sys.stderr.write(f"port {port} is taken; serving at {address_of(number)}\n")
            sys.stderr.flush()
        listener.settimeout(0)  # tornado's loop must never wait for it
        return listener, number
    ports = f"port {port} is" if last == port else f"ports {port} to {last} are"
    raise UsageError(f"{ports} taken; name another with --port")


def address_of(port: int, host: str = HOST) -> str:
    """Return the address that a browser opens."""
    return f"http://{host}:{port}/"
