"""SiteSettings: the parsed `content/site.yaml`."""

from dataclasses import dataclass

from generator.model.partial_date import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who is answerable for the site."""

    name: str
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One group of events; `colour` is `#rrggbb`, `icon` one or two characters."""

    id: str
    label: str
    description: str = ""
    colour: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """What holds for the whole site; `language` is BCP 47, `timezone` an IANA name."""

    title: str
    language: str = "en"
    timezone: str = "UTC"
    tagline: str = ""
    base_url: str = ""
    author: Author | None = None
    licence: str = ""
    categories: tuple[Category, ...] = ()
    since: PartialDate | None = None
