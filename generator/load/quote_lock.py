"""Reads the record of verified quotes."""

import os
from pathlib import Path

from generator.load.content import read_file
from generator.model.quote_lock import LOCK_PATH, NO_LOCK, LockError, QuoteLock, decode_lock
from generator.problem import Problem, SourceLocation
from generator.problem_kinds.files import NOT_A_FILE, SYMLINK_OUTSIDE
from generator.problem_kinds.quotes import LOCK_UNREADABLE

MAX_LOCK_BYTES = 500_000_000


def misplaced(root: Path) -> Problem | None:
    """Return the problem of a lock that is no file of the project."""
    lock, real = SourceLocation(LOCK_PATH), (root / LOCK_PATH).resolve()
    if not real.is_relative_to(root.resolve()):
        message = "link leads out of the project; replace it with a copy, or remove it"
        return Problem(SYMLINK_OUTSIDE, lock, "", message)
    if not real.is_file():
        message = "no ordinary file; remove it, and take the record from git"
        return Problem(NOT_A_FILE, lock, "", message)
    return None


def load_lock(root: Path) -> QuoteLock | Problem:
    """Return the project's lock, an empty one where there is none, or what is wrong with it."""
    if not os.path.lexists(root / LOCK_PATH):
        return NO_LOCK
    if problem := misplaced(root):
        return problem
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
