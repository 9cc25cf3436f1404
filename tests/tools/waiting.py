"""Waiting for what others do in their own time: a browser, a server, a build beside the test."""

import time
from collections.abc import Callable

# Seconds that a slow and busy machine may take; a test that passes never waits for all of them.
PATIENCE = 20


def eventually(is_so: Callable[[], object]) -> None:
    """Wait until it is so; fail when it never is."""
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline, "it never came to be"
        time.sleep(0.02)
