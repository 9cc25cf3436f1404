"""`capture`: stores a copy of one source, and says which of its quotes still stand."""

import argparse

from generator.capture.limits import Limits
from generator.capture.store import CAPTURES, StoredCapture, latest_capture, text_of
from generator.capture.taking import take_capture
from generator.cli.arguments import program
from generator.cli.problem_report import counted
from generator.errors import UsageError
from generator.model.quote_lock import LOCK_PATH
from generator.pipeline.capturing import Drift, drift_of, find_source
from generator.project import Project

GOOD = 0
SHORT = 12


def capture_source(arguments: argparse.Namespace, project: Project) -> int:
    """Store a copy of the source that is named; raise CaptureError when there is none to be had."""
    source = find_source(project, arguments.source)
    if source.restricted and arguments.file is None:
        message = f'"{source.id}" is restricted; give a copy of it with --file'
        raise UsageError(message)
    limits = Limits(seconds=arguments.timeout, is_private_allowed=arguments.allow_private)
    captures = project.root / CAPTURES
    before = latest_capture(captures, source.id)
    stored = take_capture(captures, source, arguments.file, limits)
    if not arguments.quiet:
        for line in (*lines_of(stored, project), *against(before, stored)):
            print(line)
        for line in drift_lines(drift_of(project, stored)):
            print(line)
    return GOOD


def lines_of(stored: StoredCapture, project: Project) -> list[str]:
    """Return what was stored, where, and its hashes."""
    capture = stored.capture
    length = len(text_of(stored))
    return [
        f"{stored.folder.relative_to(project.root)}: {capture.media_type}, {length:,} characters",
        f"SHA-256 of the source {capture.body[:SHORT]}…, of its text {capture.text[:SHORT]}…",
    ]


def against(before: StoredCapture | None, stored: StoredCapture) -> list[str]:
    """Return how the new copy compares with the one before it."""
    if before is None:
        return []
    is_same = before.capture.text == stored.capture.text
    change = "has the same text" if is_same else "has other text"
    return [f"the copy of {before.capture.taken} is kept; it {change}"]


def drift_lines(drift: Drift) -> list[str]:
    """Return which quotes stand in the new copy, and which do not."""
    total = len(drift.standing) + len(drift.missing)
    if not total:
        return []
    lines = [f"{len(drift.standing)} of {counted(total, 'quote')} stand in it"]
    lines += [f"not in it: {place}" for place in drift.missing]
    return [*lines, f"run {program()} verify, which writes {LOCK_PATH}"]
