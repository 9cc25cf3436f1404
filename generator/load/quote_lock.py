"""Reads the record of verified quotes."""

from pathlib import Path

from generator.load.content import read_file
from generator.model.quote_lock import LOCK_PATH, NO_LOCK, LockError, QuoteLock, decode_lock
from generator.problem import Problem, SourceLocation
from generator.problem_kinds.quotes import LOCK_UNREADABLE

MAX_LOCK_BYTES = 500_000_000


def load_lock(root: Path) -> QuoteLock | Problem:
    """Return the project's lock, an empty one where there is none, or what is wrong with it."""
    if not (root / LOCK_PATH).exists():
        return NO_LOCK
    content = read_file(root, LOCK_PATH, MAX_LOCK_BYTES)
    if isinstance(content, Problem):
        return content
    try:
        return decode_lock(content)
    except LockError as error:
        message = (
            f"the record cannot be read ({error.reason}); the program alone writes it: take the "
            "file from git, or delete it and run verify where the captures are"
        )
        return Problem(LOCK_UNREADABLE, SourceLocation(LOCK_PATH, error.line), "", message)
