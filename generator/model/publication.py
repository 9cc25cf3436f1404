"""Publication: everything that passed the gate, in chronological order."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.published import (
    PublishedCategory,
    PublishedClaim,
    PublishedEvent,
    PublishedFigure,
    Tombstone,
)
from generator.model.settings import SiteSettings
from generator.model.static_page import StaticPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What may be published; pages, feeds and data are planned from nothing else.

    `claims` are all claims of a figure in time, by the figure's id. `media` are the files'
    names below `content/media/` and their SHA-256.
    """

    settings: SiteSettings
    events: tuple[PublishedEvent, ...]
    tombstones: tuple[Tombstone, ...]
    categories: tuple[PublishedCategory, ...]
    figures: tuple[PublishedFigure, ...]
    claims: Mapping[str, tuple[PublishedClaim, ...]]
    pages: tuple[StaticPage, ...]
    media: Mapping[str, str]

    @property
    def addressed(self) -> tuple[PublishedEvent | Tombstone, ...]:
        """Return everything that keeps an event's address: events, then tombstones."""
        return (*self.events, *self.tombstones)
