"""Sharing: cards of events and quotes, the pages that other sites embed, answers that say how.

All of it needs the site's address, since it is used elsewhere, and none of it shows drafts.
"""

from collections.abc import Iterator

from generator.model.page import Page
from generator.model.settings import ShareCards, SiteSettings
from generator.model.sharing import CardPage, EmbedPage, QuotePage, Sharing
from generator.plan import urls
from generator.plan.gate import Publication

CARD_TEMPLATE = "machine/card.json"


def sharing_of(id_: str, settings: SiteSettings) -> Sharing:
    """Return where what others share of an event is."""
    has_cards = settings.base_url and settings.share_cards is not ShareCards.NONE
    has_quotes = settings.base_url and settings.share_cards is ShareCards.QUOTES
    has_embeds = settings.base_url and settings.embeds
    return Sharing(
        card=urls.card_path(id_) if has_cards else "",
        quotes=urls.quotes_path(id_) if has_quotes else "",
        embed=urls.embed_path(id_) if has_embeds else "",
        oembed=urls.oembed_path(id_) if has_embeds else "",
    )


def sharing_pages(publication: Publication) -> Iterator[Page]:
    """Yield the cards, the pages to embed, and the oEmbed answers."""
    settings = publication.settings
    if settings.base_url and settings.share_cards is not ShareCards.NONE:
        yield Page(path=urls.card_path(), template=CARD_TEMPLATE, make=site_card_content)
    for id_, outline in publication.outlines.items():
        sharing = sharing_of(id_, settings)
        if sharing.quotes:
            yield from quote_pages(id_, sharing.quotes, outline.quote_count)
        if sharing.card:
            yield Page(path=sharing.card, template=CARD_TEMPLATE, make=card_content, about=(id_,))
        if sharing.embed:
            yield Page(
                path=sharing.embed,
                template="machine/embed.html",
                make=embed_content,
                about=(id_,),
            )
            yield Page(
                path=sharing.oembed,
                template="machine/oembed.json",
                make=embed_content,
                about=(id_,),
            )


def quote_pages(id_: str, folder: str, count: int) -> Iterator[Page]:
    """Yield the page and the card of each of an event's quotes."""
    for number in range(1, count + 1):
        path = f"{folder}{number}/"
        card = f"{path}card.png"
        yield Page(
            path=path,
            template="pages/quote.html",
            make=quote_content,
            about=(id_, number, card),
            section="timeline",
        )
        yield Page(path=card, template=CARD_TEMPLATE, make=quote_card_content, about=(id_, number))


def site_card_content(_: Publication) -> CardPage:
    """Return what the site's own card shows."""
    return CardPage()


def card_content(publication: Publication, id_: str) -> CardPage:
    """Return what an event's card shows: nothing of one that has a content note."""
    event = publication.event(id_)
    if event.content_note:
        return CardPage()
    return CardPage(event=event.link, category=event.category)


def quote_content(publication: Publication, id_: str, number: int, card: str) -> QuotePage:
    """Return what the page of one quote shows."""
    event = publication.event(id_)
    return QuotePage(
        event=event.link,
        quote=event.quotes[number - 1],
        card=card,
        content_note=event.content_note,
    )


def quote_card_content(publication: Publication, id_: str, number: int) -> CardPage:
    """Return what a quote's card shows: no words that need a note, nor those of a captive."""
    event = publication.event(id_)
    quote = event.quotes[number - 1]
    if event.content_note or quote.in_captivity:
        return CardPage()
    return CardPage(event=event.link, category=event.category, quote=quote)


def embed_content(publication: Publication, id_: str) -> EmbedPage:
    """Return what an event's page to embed, and its oEmbed answer, show."""
    return EmbedPage(id=id_, event=publication.link(id_), path=urls.embed_path(id_))
