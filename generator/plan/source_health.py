"""Health of sources: how many of the words that rest on each stand in its copies."""

from collections.abc import Iterable

from generator.model.citation import citations
from generator.model.edtf import parse_edtf
from generator.model.event import Event
from generator.model.partial_date import PartialDate
from generator.model.published import SourceHealth
from generator.model.quote_lock import QuoteLock
from generator.model.verification import Result

DAY = len("2022-03-02")


def source_health(events: Iterable[Event], lock: QuoteLock) -> dict[str, SourceHealth]:
    """Return the health of each source of which a copy is known."""
    copied = {each.source for each in lock.verifications.values()}
    counts = {id_: {"verified": 0, "drifted": 0, "unverified": 0} for id_ in copied}
    for cited in citations(events) if copied else ():
        if cited.source not in copied:
            continue
        record = lock.verifications.get(cited.digest)
        if record is None or record.result is Result.NOT_FOUND:
            counts[cited.source]["unverified"] += 1
        else:
            counts[cited.source]["drifted" if record.absent_from else "verified"] += 1
    copies = copies_by_source(lock)
    return {id_: SourceHealth(**counts[id_], copies=tuple(copies[id_])) for id_ in sorted(copied)}


def copies_by_source(lock: QuoteLock) -> dict[str, list[tuple[PartialDate, str]]]:
    """Return each source's copies, the newest first: the day and the SHA-256."""
    found: dict[str, list[tuple[PartialDate, str]]] = {}
    for each in sorted(lock.captures.values(), key=lambda each: each.taken, reverse=True):
        found.setdefault(each.source, []).append((parse_edtf(each.taken[:DAY]), each.body))
    return found
