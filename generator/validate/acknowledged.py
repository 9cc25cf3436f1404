"""Acknowledged warnings: those of which the entry itself says why all is right as it stands."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.model.acknowledgement import Acknowledgement
from generator.model.document import Kind
from generator.model.entry import Entry
from generator.model.timeline import Timeline
from generator.problem import Problem, Severity
from generator.problem_kinds import meaning as kinds
from generator.problem_kinds.meaning import NO_PERMANENT_ADDRESS
from generator.problem_kinds.quotes import NEGATION_LEFT_OUT

Reasons = Mapping[str, tuple[Acknowledgement, ...]]
# Whether words were left out shows only where the copies of the sources are, and what only a build
# is told in no other.
FOUND_WITH_COPIES, FOUND_FOR_ADDRESS = {NEGATION_LEFT_OUT.code}, {NO_PERMANENT_ADDRESS.code}


class Weighed(NamedTuple):
    """What is to be told, and the warnings that are acknowledged, each with the reason."""

    told: tuple[Problem, ...]
    acknowledged: tuple[tuple[Problem, str], ...]


def reasons_in(entries: Iterable[Entry]) -> dict[str, tuple[Acknowledgement, ...]]:
    """Return what entries acknowledge, by their names; the first of a name counts."""
    found: dict[str, tuple[Acknowledgement, ...]] = {}
    for entry in entries:
        if entry.acknowledged:
            found.setdefault(entry.name, entry.acknowledged)
    return found


def weighed(found: Iterable[Problem], reasons: Reasons) -> Weighed:
    """Return the problems and warnings with those set apart that their entries acknowledge."""
    told: list[Problem] = []
    acknowledged: list[tuple[Problem, str]] = []
    for each in found:
        reason = reason_for(each.kind.code, each.entry, reasons)
        if reason and each.kind.severity is Severity.WARNING:
            acknowledged.append((each, reason))
        else:
            told.append(each)
    return Weighed(tuple(told), tuple(acknowledged))


def reason_for(code: str, entry: str, reasons: Reasons) -> str:
    """Return why a warning of an entry is right as it stands, empty where it does not say."""
    given = (each.reason for each in reasons.get(entry, ()) if each.problem == code)
    return next(given, "")


def needless(
    timeline: Timeline, acknowledged: Iterable[tuple[Problem, str]], is_asked: Collection[str]
) -> Iterator[Problem]:
    """Yield a warning for each acknowledgement of a warning that is asked for and not given."""
    given = {(problem.entry, problem.kind.code) for problem, _ in acknowledged}
    for name, listed in timeline.acknowledged.items():
        seen = Counter[str]()
        for index, each in enumerate(listed):
            seen[each.problem] += 1
            if each.problem not in is_asked:
                continue
            if seen[each.problem] > 1:
                text = f'"{each.problem}" is acknowledged already; remove one of the two'
            elif (name, each.problem) not in given:
                text = f'there is no warning "{each.problem}" to acknowledge; remove it'
            else:
                continue
            kind, id_ = name.split(":")
            field = f"acknowledged[{index}].problem"
            at = timeline.locate(Kind(kind), id_, field)
            yield Problem(kinds.NEEDLESS_ACKNOWLEDGEMENT, at, field, text, name)
