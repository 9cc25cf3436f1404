"""Standings: what readers are told of how far a quote was checked against its source."""

from collections.abc import Mapping

from msgspec.structs import replace

from generator.model.edtf import parse_edtf
from generator.model.published import QuoteStanding, SourceHealth, StandingKind
from generator.model.quote_lock import QuoteLock
from generator.model.secret_words import SecretWord, before, behind
from generator.model.source import Source, SourceKind
from generator.model.verification import (
    KnownCapture,
    Passage,
    Result,
    Verification,
    quote_digest,
)
from generator.plan import urls
from generator.plan.text_fragments import address_of_words

# A local text is mostly what somebody saved of a web page.
SEARCHABLE = {"text/html", "application/xhtml+xml", "text/plain"}
NO_PAGES = (".pdf", ".doc", ".docx", ".odt", ".mp4", ".mp3", ".jpg", ".png")
HEARD = {SourceKind.VIDEO, SourceKind.BROADCAST}
DAY = len("2022-03-02")
NO_COPY = QuoteStanding(kind=StandingKind.NO_COPY)


class Standings:
    """Says how far quotes were checked; `copied` are the sources of which a copy is known.

    Of all other sources no quote's standing is more than `NO_COPY`. `health` is each source's.
    """

    def __init__(
        self, lock: QuoteLock, health: Mapping[str, SourceHealth], words: tuple[SecretWord, ...]
    ) -> None:
        """Take what was verified, the sources' health, and words that nobody may be told."""
        self.lock = lock
        self.words = words
        self.health = health
        self.copied = {each.source for each in lock.verifications.values()}

    def of(self, text: str, source: Source, *, is_alone: bool = False) -> QuoteStanding:
        """Return how far words were checked against their source.

        What the record has of the words around them is told unless they stand `is_alone`, up to a
        name that was not withheld when it was recorded.
        """
        if source.id not in self.copied:
            return NO_COPY
        digest = quote_digest(text, source.id)
        record = self.lock.verifications.get(digest)
        if record is None or record.result is Result.NOT_FOUND:
            return QuoteStanding(kind=StandingKind.UNCHECKED, digest=digest)
        passages = tuple(self.told(each, is_alone=is_alone) for each in record.passages)
        record = replace(record, passages=passages)
        copy = self.lock.captures[record.capture]
        absent = self.lock.captures.get(record.absent_from)
        is_open = bool(source.url) and not source.restricted
        return QuoteStanding(
            kind=StandingKind.DRIFTED if record.absent_from else StandingKind.VERIFIED,
            digest=digest,
            checked=parse_edtf(record.checked[:DAY]),
            taken=parse_edtf(copy.taken[:DAY]),
            taken_at=copy.taken,
            checked_at=record.checked,
            absent=parse_edtf(absent.taken[:DAY]) if absent else None,
            differences=record.differences,
            capture=copy.body,
            passages=record.passages if is_open else (),
            words_url=words_url(source, copy, record),
            annotation=urls.annotations_path(source.id) if is_open else "",
        )

    def told(self, passage: Passage, *, is_alone: bool) -> Passage:
        """Return a passage with what may be told of the words around it."""
        if not (is_alone or self.words):
            return passage
        if is_alone:
            return replace(passage, prefix="", suffix="")
        return replace(
            passage,
            prefix=behind(passage.prefix, self.words),
            suffix=before(passage.suffix, self.words),
        )


def words_url(source: Source, copy: KnownCapture, record: Verification) -> str:
    """Return where the live source has the words; empty where no browser could find them."""
    is_page = copy.media_type in SEARCHABLE and source.kind not in HEARD
    is_file = source.url.lower().endswith(NO_PAGES)
    if not source.url or source.restricted or not is_page or is_file or record.absent_from:
        return ""
    return address_of_words(source.url, record.passages)
