"""What is made for those who share an event: a card, a page to embed, an oEmbed answer."""

from msgspec import Struct

from generator.model.published import EventLink, PublishedCategory, PublishedQuote


class CardPage(Struct, frozen=True, kw_only=True, gc=False):
    """A share card; without an event it stands for the site alone, with a quote for that."""

    event: EventLink | None = None
    category: PublishedCategory | None = None
    quote: PublishedQuote | None = None


class QuotePage(Struct, frozen=True, kw_only=True, gc=False):
    """One quote on a page of its own, so that its address can be shared; `card` is its picture."""

    event: EventLink
    quote: PublishedQuote
    card: str
    content_note: str = ""


class EmbedPage(Struct, frozen=True, kw_only=True, gc=False):
    """An event as other sites show it in a frame, or as they ask how to."""

    id: str
    event: EventLink
    path: str


class Sharing(Struct, frozen=True, kw_only=True, gc=False):
    """Where an event's card, page to embed and oEmbed answer are; empty where there is none.

    `quotes` is the folder of the pages of its quotes.
    """

    card: str = ""
    quotes: str = ""
    embed: str = ""
    oembed: str = ""


NOT_SHARED = Sharing()
