"""Revision: what readers could see of the content at one moment."""

from typing import TypeAlias

from msgspec import Struct

from generator.model.claim import Figure
from generator.model.document import Kind
from generator.model.event import Event
from generator.model.person import Person
from generator.model.place import Place
from generator.model.settings import Category, SiteSettings
from generator.model.source import Source
from generator.problem import Problem

Support: TypeAlias = Figure | Person | Source | Place | Category


class Revision(Struct, frozen=True):
    """The events by their ids: those shown, those retracted, and those without a page.

    `buried` are the retracted ones, of which a page tells.
    `supports` are the figures, people, sources, places and categories, published or not, by kind
    and id; `paths` are the files of the events. `day` is the last day number that it was anywhere,
    and `written` the first that it was when an event's file last changed, as far as git tells.
    `id_prefix` is what the permanent ids of its feeds begin with, empty where it has no feeds,
    `id_url` the address and `since` the day number that they are made of; `first_paths` are where
    its events were first, which the ids end with. `unread` is the first problem of each file that
    had one, and so may have told readers what is not here.
    """

    shown: dict[str, Event]
    buried: dict[str, Event]
    held_back: dict[str, Event]
    supports: dict[tuple[Kind, str], Support]
    paths: dict[str, str]
    settings: SiteSettings
    day: int
    written: dict[str, int] = {}
    id_prefix: str = ""
    id_url: str = ""
    since: int | None = None
    first_paths: dict[str, str] = {}
    unread: tuple[Problem, ...] = ()

    def event(self, id_: str) -> Event | None:
        """Return the event that has a page, None where there is none of that id."""
        return self.shown.get(id_) or self.buried.get(id_)
