"""SiteSettings: the parsed `content/site.yaml`."""

from enum import StrEnum

from msgspec import Struct

from generator.model.partial_date import PartialDate


class Author(Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """Who is answerable for the site."""

    name: str
    email: str = ""


class Category(Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """One group of events; `colour` is `#rrggbb`, `icon` one or two characters."""

    id: str
    label: str
    description: str = ""
    colour: str = ""
    icon: str = ""


class ShareCards(StrEnum):
    """Which pages have a picture of their own for those who share their address."""

    NONE = "none"
    EVENTS = "events"
    QUOTES = "quotes"


class SiteSettings(Struct, frozen=True, kw_only=True, array_like=True, tag=True, gc=False):
    """What holds for the whole site; `language` is BCP 47, `timezone` an IANA name.

    `id_url` is the address of before, where the site has moved. `declared_url` is the `base_url`
    that the content states, where a build was given another; None where it was not.
    """

    title: str
    language: str = "en"
    timezone: str = "UTC"
    tagline: str = ""
    base_url: str = ""
    id_url: str = ""
    author: Author | None = None
    licence: str = ""
    categories: tuple[Category, ...] = ()
    since: PartialDate | None = None
    share_cards: ShareCards = ShareCards.EVENTS
    embeds: bool = False
    sqlite: bool = False
    declared_url: str | None = None

    @property
    def permanent_url(self) -> str:
        """The address that permanent ids are made of, wherever the site or a copy is to stand.

        Empty where the content states none: what only one build is told, the next may not be.
        """
        return self.id_url or (self.base_url if self.declared_url is None else self.declared_url)
