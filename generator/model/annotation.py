"""Annotation: words that an event quotes, and the source that they are from."""

from collections.abc import Iterator

from msgspec import Struct

from generator.model.published import PublishedEvent, PublishedSource, QuoteStanding
from generator.model.verification import quote_digest


class Annotation(Struct, frozen=True, kw_only=True, gc=False):
    """Words from a source, whether a quote or what a claim rests on.

    `path` is where the site has them, `content_note` what its readers are told before they see
    them. `language` is empty where none is stated.
    """

    text: str
    language: str = ""
    path: str
    source: PublishedSource
    standing: QuoteStanding
    in_captivity: bool = False
    content_note: str = ""

    @property
    def digest(self) -> str:
        """What stands for these words from this source, on whatever event."""
        return quote_digest(self.text, self.source.source.id)


def annotations_of(event: PublishedEvent) -> Iterator[Annotation]:
    """Yield all words that the event quotes, in the order of its page."""
    for quote in event.quotes:
        yield Annotation(
            text=quote.text,
            language=quote.language,
            path=f"{event.path}#{quote.anchor}",
            source=quote.source,
            standing=quote.standing,
            in_captivity=quote.in_captivity,
            content_note=event.content_note,
        )
    for comparison in event.comparisons:
        for claim in comparison.claims:
            if claim.standing is not None:
                yield Annotation(
                    text=claim.quote,
                    path=f"{event.path}#figures",
                    source=claim.source,
                    standing=claim.standing,
                    content_note=event.content_note,
                )
