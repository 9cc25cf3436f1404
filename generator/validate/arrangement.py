"""Arrangement: what follows for an entry from the others: its time zone, its place in a row."""

from collections.abc import Iterable, Mapping

from generator.model.event import Event
from generator.model.place import Place
from generator.model.settings import SiteSettings
from generator.model.static_page import StaticPage


def zone_of(event: Event, places: Mapping[str, Place], settings: SiteSettings) -> str:
    """Return the event's time zone: its own, else its first place's, else the site's."""
    if event.timezone:
        return event.timezone
    first = places.get(event.places[0]) if event.places else None
    return (first.timezone if first else "") or settings.timezone


def pages_in_order(pages: Iterable[StaticPage]) -> tuple[StaticPage, ...]:
    """Return the static pages as the navigation has them, those outside it last."""
    return tuple(sorted(pages, key=lambda page: (page.nav is None, page.nav or 0, page.id)))
