"""Carding: a share card is planned and rendered as its words; here they become the picture."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from generator.draw.cards import drawn_card
from generator.memory.pictures import KeptPictures
from generator.model.page import OutputFile, Page
from generator.plan.sharing_pages import CARD_TEMPLATE


def finished(
    page: Page, file: OutputFile, template_folders: Sequence[Path], kept: KeptPictures
) -> OutputFile:
    """Return a page's file as readers get it: as it is, or drawn if it holds a card's words."""
    if page.template != CARD_TEMPLATE:
        return file
    key = card_key(page)
    card = kept.recalled(key, file.content)
    if card is None:
        card = drawn_card(file.content, font_folders(template_folders))
        kept.keep(key, card, file.content)
    return OutputFile(file.path, card)


@lru_cache(maxsize=50)
def shown_card(words: bytes, template_folders: tuple[Path, ...]) -> bytes:
    """Return a card for the preview, drawn when it is first looked at."""
    return drawn_card(words, font_folders(template_folders))


def font_folders(template_folders: Sequence[Path]) -> list[Path]:
    """Return where the fonts of the templates are."""
    return [folder / "static/fonts" for folder in template_folders]


def card_key(page: Page) -> str:
    """Return the name under which a page's card is kept."""
    return sha256(page.path.encode()).hexdigest()


def card_keys(pages: Iterable[Page]) -> set[str]:
    """Return the names under which the cards of a site are kept."""
    return {card_key(page) for page in pages if page.template == CARD_TEMPLATE}
