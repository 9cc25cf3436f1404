"""Network: connections to addresses that everybody can reach, and to no others.

The address is looked up once and that very address is connected to, so that no name can point
elsewhere in between.
"""

import ipaddress
import socket
import ssl
from collections.abc import Iterable
from time import monotonic
from typing import Any

import certifi
import httpcore

from generator.errors import CaptureError


class PublicNetwork(httpcore.NetworkBackend):
    """Connects only to public addresses, unless private ones are allowed."""

    def __init__(self, deadline: float, *, is_private_allowed: bool) -> None:
        """Take what is allowed, and the moment, of the monotonic clock, at which all must end."""
        self.deadline = deadline
        self.is_private_allowed = is_private_allowed
        self.backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection; raise CaptureError when the host's address may not be asked."""
        error: Exception | None = None
        for address in addresses_of(host, port):
            if not (self.is_private_allowed or is_public(address)):
                message = (
                    f"{host} is at {address}, which is not public; give --allow-private if you "
                    "trust it"
                )
                raise CaptureError(message)
            try:
                stream = self.backend.connect_tcp(
                    address, port, timeout, local_address, socket_options
                )
                return TimedStream(stream, self.deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                error = failed
        message = f"{host} cannot be reached ({error or 'no address'}); check the address"
        raise CaptureError(message)

    def connect_unix_socket(self, *_: object, **__: object) -> httpcore.NetworkStream:
        """Refuse: no source is served that way."""
        raise NotImplementedError


class TimedStream(httpcore.NetworkStream):
    """A connection that ends at a moment, however slowly the other side feeds it."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        """Take the connection, and the moment of the monotonic clock."""
        self.stream = stream
        self.deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what comes next; raise CaptureError when the time is over."""
        try:
            left = max(0.001, self.deadline - monotonic())
            return self.stream.read(max_bytes, min(left, timeout or left))
        finally:
            refuse_after(self.deadline)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send the bytes."""
        self.stream.write(buffer, timeout)

    def close(self) -> None:
        """End the connection."""
        self.stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """Return the connection, encrypted."""
        secured = self.stream.start_tls(ssl_context, server_hostname, timeout)
        return TimedStream(secured, self.deadline)

    def get_extra_info(self, info: str) -> object:
        """Return what the connection knows of itself."""
        return self.stream.get_extra_info(info)


def refuse_after(deadline: float) -> None:
    """Raise CaptureError when the moment, of the monotonic clock, is over."""
    if monotonic() >= deadline:
        message = "the source takes too long to answer; try later, or give a longer --timeout"
        raise CaptureError(message)


def addresses_of(host: str, port: int) -> list[str]:
    """Return the addresses that a host name stands for, each once."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        message = f'no host is named "{host}" ({error}); check the address'
        raise CaptureError(message) from error
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def is_public(address: str) -> bool:
    """Return whether anybody can reach the address, and nobody's own network is meant by it."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        # 64:ff9b::/96 leads to IPv4 addresses too (RFC 6052).
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return inner.is_global and not inner.is_multicast
    return ip.is_global and not ip.is_multicast


def trusted_authorities() -> ssl.SSLContext:
    """Return what certificates are checked against."""
    return ssl.create_default_context(cafile=certifi.where())
