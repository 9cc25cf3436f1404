"""The safety report: whom and what the content can harm, and what was decided, a line each."""

from collections.abc import Sequence

from generator.cli.problem_report import counted
from generator.model.safety import SafetyNote


def safety_lines(notes: Sequence[SafetyNote]) -> list[str]:
    """Return a line for each note, in the order of the files, and how many are undecided."""
    ordered = sorted(notes, key=lambda note: note.location)
    lines = [
        f"{note.location.path}:{note.location.line}:{note.location.column}: "
        f"{note.concern.value}: {note.about}: {note.decision or note.otherwise}"
        for note in ordered
    ]
    undecided = sum(not note.decision for note in notes)
    noted = counted(len(notes), "concern") or "no concerns"
    return [*lines, f"{noted}, {undecided} without a recorded decision"]
