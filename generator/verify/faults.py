"""Faults: what an editor must be told of the quotes that were compared with their sources."""

from collections.abc import Callable, Iterable, Iterator

from generator.model.document import Kind
from generator.problem import Problem, ProblemKind, SourceLocation
from generator.problem_kinds import quotes as kinds
from generator.verify.checking import Copy, Finding
from generator.verify.folding import fold
from generator.verify.marks import insertions
from generator.verify.nearest import nearest_passage
from generator.verify.negations import negation_in
from generator.verify.searching import MOST_PLACES

Locate = Callable[[Kind, str, str], SourceLocation]
DAY = len("2022-03-02")
SENTENCE_ENDS = ".!?…。؟"


def faults(
    findings: Iterable[Finding], newest: Callable[[str], Copy], locate: Locate
) -> Iterator[Problem]:
    """Yield a problem or warning for each quote that is not what its newest copy says."""
    for each in findings:
        if each.match is None:
            yield fault(kinds.QUOTE_NOT_FOUND, each, not_found(each), locate)
            continue
        later = newest(each.cited.source)
        if each.copy.known.body != later.known.body:
            yield fault(kinds.QUOTE_DRIFTED, each, drifted(each, later), locate)
        word = lost_negation(each)
        if word:
            message = (
                f'"{word}" of the source is left out of a sentence, or added to it; quote the '
                "sentence whole, unless it says the same without the word"
            )
            yield fault(kinds.NEGATION_LEFT_OUT, each, message, locate)


def fault(kind: ProblemKind, finding: Finding, message: str, locate: Locate) -> Problem:
    """Return a problem at the field in which the words were typed."""
    cited = finding.cited
    at = locate(Kind.EVENT, cited.event, cited.field)
    return Problem(kind, at, cited.field, message, f"{Kind.EVENT}:{cited.event}")


def not_found(finding: Finding) -> str:
    """Return what the copy has instead of the words."""
    cited, copy = finding.cited, finding.copy
    place = f'the copy of "{cited.source}" taken {copy.known.taken[:DAY]}'
    if finding.is_endless:
        return (
            f"the pieces between the quote's marks stand in more than {MOST_PLACES:,} places of "
            f"{place}, or of one before it; quote longer pieces, or fewer"
        )
    nearest = nearest_passage(cited.text, copy.text)
    if not nearest:
        return f"the words are not in {place}, nor is anything like them; compare the two"
    return f"the words are not in {place}; the nearest passage: {nearest}"


def drifted(finding: Finding, later: Copy) -> str:
    """Return what the newest copy has instead of the words."""
    was, now = finding.copy.known.taken[:DAY], later.known.taken[:DAY]
    nearest = nearest_passage(finding.cited.text, later.text)
    instead = f"the nearest passage now: {nearest}" if nearest else "nothing like them is there"
    return f"the words stood in the copy taken {was} and not in that of {now}; {instead}"


def lost_negation(finding: Finding) -> str:
    """Return a negation that the quote's marks leave out of a sentence or add, empty if none."""
    match, raw = finding.match, finding.copy.text.raw
    if match is None:
        return ""
    for before, after in zip(match.spans, match.spans[1:], strict=False):
        gap = fold(raw[before[1] : after[0]])
        if not any(end in gap for end in SENTENCE_ENDS) and negation_in(gap):
            return negation_in(gap)
    return next(
        (word for each in insertions(finding.cited.text) if (word := negation_in(each))), ""
    )
