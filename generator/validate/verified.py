"""Verified quotes: what the record of verified quotes says of those that the events have now.

The record was made where the copies of the sources are; here it is believed for the very words
that it was made of, and for no others.
"""

from collections.abc import Iterable, Iterator

from generator.model.citation import Cited, citations
from generator.model.document import Kind
from generator.model.event import Event
from generator.model.quote_lock import LOCK_PATH, QuoteLock
from generator.model.timeline import Timeline
from generator.model.verification import Result
from generator.problem import Problem, ProblemKind, SourceLocation
from generator.problem_kinds import quotes as kinds
from generator.validate.acknowledged import reason_for

RUN = "run `python build.py verify`"


def quotes_not_found(events: Iterable[Event], timeline: Timeline) -> Iterator[Problem]:
    """Yield a problem for each quote of the events that is known not to be in its source."""
    lock = timeline.lock
    missing = {id_ for id_, each in lock.verifications.items() if each.result is Result.NOT_FOUND}
    if not missing:
        return
    for cited in citations(events):
        if cited.digest not in missing:
            continue
        copy = lock.captures[lock.verifications[cited.digest].capture]
        message = (
            f'{begun(cited.text)} is not in the copy of "{cited.source}" taken {copy.taken[:10]}; '
            f"correct the quote, then {RUN}, which shows the nearest passage"
        )
        at = timeline.locate(Kind.EVENT, cited.event, cited.field)
        yield Problem(kinds.QUOTE_NOT_FOUND, at, cited.field, message)


def unverified_quotes(timeline: Timeline) -> Iterator[Problem]:
    """Yield a warning for each quote, or each source, or the site, of which nobody knows.

    Where nothing of a source was ever verified one warning is enough, and where nothing at all;
    what is acknowledged at an event or a source is warned of there, and no more elsewhere.
    """
    cited = list(citations(timeline.events))
    lock = timeline.lock
    copied = {each.source for each in lock.verifications.values()}
    events = acknowledging(timeline, Kind.EVENT)
    sources = acknowledging(timeline, Kind.SOURCE)
    untold = 0
    for source, found in unknown_by_source(cited, lock).items():
        if source in copied:
            yield from (unverified(timeline, each) for each in found)
        elif source in sources:
            yield uncopied(timeline, source, len(found))
        else:
            owned = [each for each in found if each.event in events]
            yield from (unverified(timeline, each) for each in owned)
            rest = len(found) - len(owned)
            if rest and lock.verifications:
                yield uncopied(timeline, source, rest)
            else:
                untold += rest
    if untold:
        yield unlocked(untold)
    yield from drifted_quotes(timeline, cited)


def unknown_by_source(cited: Iterable[Cited], lock: QuoteLock) -> dict[str, list[Cited]]:
    """Return the quotes that the record does not know, by their sources."""
    found: dict[str, list[Cited]] = {}
    for each in cited:
        if not lock.verifications or each.digest not in lock.verifications:
            found.setdefault(each.source, []).append(each)
    return found


def acknowledging(timeline: Timeline, kind: Kind) -> set[str]:
    """Return the ids of the entries of a kind that acknowledge that quotes were not verified."""
    code, reasons = kinds.QUOTE_UNVERIFIED.code, timeline.acknowledged
    names = (name.split(":", 1) for name in reasons if reason_for(code, name, reasons))
    return {id_ for of_kind, id_ in names if of_kind == kind}


def unlocked(number: int) -> Problem:
    """Return the warning of a site of which no quote was ever verified."""
    count = "the 1 quote" if number == 1 else f"any of {number} quotes"
    message = (
        f"nobody checked {count} against its source; {RUN} where copies of the sources "
        "are, or capture them first"
    )
    site = f"{Kind.SITE}:site"
    return Problem(kinds.QUOTE_UNVERIFIED, SourceLocation(LOCK_PATH), "", message, site)


def at_words(timeline: Timeline, kind: ProblemKind, cited: Cited, message: str) -> Problem:
    """Return a warning at a quote."""
    at = timeline.locate(Kind.EVENT, cited.event, cited.field)
    return Problem(kind, at, cited.field, message, f"{Kind.EVENT}:{cited.event}")


def unverified(timeline: Timeline, cited: Cited) -> Problem:
    """Return the warning at a quote that is new or was changed."""
    message = f"{begun(cited.text)} was not checked against its source since it was typed; {RUN}"
    return at_words(timeline, kinds.QUOTE_UNVERIFIED, cited, message)


def uncopied(timeline: Timeline, source: str, count: int) -> Problem:
    """Return the warning at a source of which no quote was ever verified."""
    rest = "1 quote rests" if count == 1 else f"{count} quotes rest"
    message = (
        f"{rest} on this source and nobody checked against it; run `python build.py capture "
        f"{source}`, then `python build.py verify`"
    )
    at = timeline.locate(Kind.SOURCE, source, "")
    return Problem(kinds.QUOTE_UNVERIFIED, at, "", message, f"{Kind.SOURCE}:{source}")


def drifted_quotes(timeline: Timeline, cited: Iterable[Cited]) -> Iterator[Problem]:
    """Yield a warning for each quote that stood in an older copy and not in the newest."""
    lock = timeline.lock
    drifted = {id_ for id_, record in lock.verifications.items() if record.absent_from}
    for each in cited if drifted else ():
        if each.digest not in drifted:
            continue
        record = lock.verifications[each.digest]
        was, now = lock.captures[record.capture], lock.captures.get(record.absent_from)
        since = f" and not in that of {now.taken[:10]}" if now else ""
        message = (
            f"{begun(each.text)} stood in the copy of {was.taken[:10]}{since}; read what the "
            "source says now, and keep the quote with a note or correct it"
        )
        yield at_words(timeline, kinds.QUOTE_DRIFTED, each, message)


def begun(text: str, most: int = 40) -> str:
    """Return the beginning of a quote, in quotation marks."""
    words = " ".join(text.split())
    return f"“{words}”" if len(words) <= most else f"“{words[:most].rstrip()}…”"
