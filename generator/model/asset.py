"""Assets: files that are copied into the site unchanged."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file of the templates' `static/` folder: its name below it, its place, its SHA-256."""

    name: str
    origin: str
    digest: str


@dataclass(frozen=True, slots=True)
class Asset:
    """A file copied unchanged: its place (from the project's root on), its path, its SHA-256."""

    origin: str
    path: str
    digest: str
