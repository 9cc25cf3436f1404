"""Checking: all quotes against the copies of their sources."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from msgspec.structs import replace

from generator.errors import EndlessSearchError
from generator.model.citation import Cited
from generator.model.quote_lock import QuoteLock
from generator.model.secret_words import SecretWord
from generator.model.verification import KnownCapture, Result, Verification
from generator.verify.matching import Match, SourceText, find_quote
from generator.verify.selectors import Secrets, Span, left_out, passages


class Copy:
    """A stored copy of a source; its text is read when it is first needed."""

    def __init__(self, known: KnownCapture, read: Callable[[], str]) -> None:
        """Take what is known of it, and what reads its text."""
        self.known = known
        self._read = read

    @cached_property
    def text(self) -> SourceText:
        """Its text, to be searched."""
        return SourceText(self._read())


class Finding(NamedTuple):
    """What came of one quote: where it was found and in which copy, None when nowhere.

    `is_endless` when its pieces stand in too many places to look at all of them.
    """

    cited: Cited
    match: Match | None
    copy: Copy
    is_endless: bool = False


class Checked(NamedTuple):
    """The new lock, what came of each quote that has a copy, and those that have none here."""

    lock: QuoteLock
    findings: tuple[Finding, ...]
    uncopied: tuple[Cited, ...]


def check_quotes(
    cited: Iterable[Cited],
    copies: Mapping[str, Sequence[Copy]],
    lock: QuoteLock,
    words: tuple[SecretWord, ...],
    now: str,
) -> Checked:
    """Return what came of each quote; `copies` are each source's, the oldest first.

    A record of `lock` that still holds is not looked for again, and keeps its date. Without a
    copy here a record stays as it is. `now` is the moment in UTC.
    """
    verifications: dict[str, Verification] = {}
    captures = dict(lock.captures)
    findings: list[Finding] = []
    uncopied: list[Cited] = []
    for source, quotes in by_source(cited).items():
        stored = copies.get(source, ())
        captures |= {copy.known.body: copy.known for copy in stored}
        if not stored:
            uncopied.extend(quotes)
            kept = (lock.verifications.get(each.digest) for each in quotes)
            verifications |= {each.quote: each for each in kept if each is not None}
            continue
        found = [find_in(each, stored, lock) for each in quotes]
        findings.extend(found)
        secrets = {copy.known.body: secrets_of(found, copy, words) for copy in stored}
        for each in found:
            record = recorded(each, stored[-1], secrets[each.copy.known.body], now)
            verifications[record.quote] = unchanged(record, lock.verifications.get(record.quote))
    return Checked(QuoteLock(verifications, captures), tuple(findings), tuple(uncopied))


def by_source(cited: Iterable[Cited]) -> dict[str, list[Cited]]:
    """Return the quotes of each source."""
    found: dict[str, list[Cited]] = {}
    for each in cited:
        found.setdefault(each.source, []).append(each)
    return found


def find_in(cited: Cited, copies: Sequence[Copy], lock: QuoteLock) -> Finding:
    """Return in which copy the words stand, the newest that has them."""
    newest = copies[-1]
    known = remembered(cited, copies, lock)
    if known is not None:
        return known
    is_endless = False
    for copy in reversed(copies):
        try:
            match = find_quote(cited.text, copy.text)
        except EndlessSearchError:
            is_endless = True
            continue
        if match is not None:
            return Finding(cited, match, copy)
    return Finding(cited, None, newest, is_endless)


def remembered(cited: Cited, copies: Sequence[Copy], lock: QuoteLock) -> Finding | None:
    """Return what the lock says of the words, None where it no longer can."""
    record = lock.verifications.get(cited.digest)
    if record is None or record.result is Result.NOT_FOUND:
        return None
    newest = copies[-1].known
    if (record.absent_from or record.capture) != newest.body or is_new(newest, lock):
        return None
    for copy in reversed(copies):
        if copy.known.body == record.capture and not is_new(copy.known, lock):
            spans = tuple((passage.start, passage.end) for passage in record.passages)
            repeated = tuple(passage.is_repeated for passage in record.passages)
            return Finding(cited, Match(spans, record.differences, repeated), copy)
    return None


def is_new(known: KnownCapture, lock: QuoteLock) -> bool:
    """Return whether the lock does not know this copy, or its text has been extracted anew."""
    before = lock.captures.get(known.body)
    return before is None or before.text != known.text


def secrets_of(findings: Iterable[Finding], copy: Copy, words: tuple[SecretWord, ...]) -> Secrets:
    """Return what of a copy's text is not to be told: all that any quote of it leaves out."""
    spans: list[Span] = [
        span
        for each in findings
        if each.match is not None and each.copy is copy
        for span in left_out(each.cited.text, each.match)
    ]
    return Secrets.of(spans, words)


def recorded(finding: Finding, newest: Copy, secrets: Secrets, now: str) -> Verification:
    """Return the record of a finding."""
    cited, match, copy = finding.cited, finding.match, finding.copy
    if match is None:
        return Verification(
            quote=cited.digest,
            source=cited.source,
            result=Result.NOT_FOUND,
            capture=copy.known.body,
            checked=now,
        )
    return Verification(
        quote=cited.digest,
        source=cited.source,
        result=match.result,
        capture=copy.known.body,
        checked=now,
        differences=match.differences,
        absent_from="" if copy is newest else newest.known.body,
        passages=passages(match, copy.text, secrets, is_surrounded=cited.is_surrounded),
    )


def unchanged(record: Verification, before: Verification | None) -> Verification:
    """Return the earlier record where the new one says no more than it but the date."""
    if before is not None and replace(record, checked=before.checked) == before:
        return before
    return record
