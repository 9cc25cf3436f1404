"""Noun tables: what events refer to, as rows."""

from generator.model.clock import Timestamp
from generator.model.partial_date import PartialDate
from generator.model.person import PersonKind
from generator.model.place import PlacePrecision
from generator.model.published import PublishedSource
from generator.model.source import SourceKind
from generator.model.tables.rows import id_of, values
from generator.model.tables.table import Column, Table, dated, flag, integer, number, text

ID = "Permanent id; also the last part of its address."
PATH = "Address of its page, from the site's root."


def own_id() -> Column:
    """Return the column of the id of a noun that has a page."""
    return text("id", ID, lambda noun: id_of(noun.path), required=True)


def own_path() -> Column:
    """Return the column of the address of a noun's page."""
    return text("path", PATH, lambda noun: noun.path, required=True)


def archived_at(published: PublishedSource) -> str | None:
    """Return when the archived copy was taken, as typed."""
    archived = published.source.archived_at
    return archived.text if isinstance(archived, (Timestamp, PartialDate)) else None


SOURCES = Table(
    name="sources",
    title="Sources",
    meaning="Every work that something here rests on.",
    rows=lambda nouns: ((noun,) for noun in nouns),
    is_of_events=False,
    columns=(
        own_id(),
        text("title", "Its title.", lambda s: s.source.title, required=True),
        text("publisher", "Who published it.", lambda s: s.source.publisher, required=True),
        text(
            "kind",
            "What sort of work it is.",
            lambda s: s.source.kind.value,
            required=True,
            values=values(SourceKind),
        ),
        text("author", "Who wrote it.", lambda s: s.source.author),
        text(
            "url",
            "Where it is; empty where it is not online, or not to be linked.",
            lambda s: s.source.url,
        ),
        *dated("published", "When it was published.", lambda s: s.source.published),
        *dated("accessed", "When it was read.", lambda s: s.source.accessed),
        text("language", "Its language (BCP 47).", lambda s: s.source.language),
        text("archive_url", "Where an archived copy is.", lambda s: s.source.archive_url),
        text("archived_at", "When that copy was taken.", archived_at),
        flag("restricted", "Whether it is named and never linked.", lambda s: s.source.restricted),
        own_path(),
    ),
)

PEOPLE = Table(
    name="people",
    title="People and organisations",
    meaning="Everyone who is named here.",
    rows=lambda nouns: ((noun,) for noun in nouns),
    is_of_events=False,
    columns=(
        own_id(),
        text("name", "The name.", lambda p: p.name, required=True),
        text(
            "kind",
            "A person, an organisation, or someone without a name.",
            lambda p: p.kind.value,
            required=True,
            values=values(PersonKind),
        ),
        text("role", "Office or part played.", lambda p: p.role),
        text("affiliation", "Whom they belong to.", lambda p: p.affiliation),
        own_path(),
    ),
)

PLACES = Table(
    name="places",
    title="Places",
    meaning="Where events happened, and the places around those.",
    rows=lambda nouns: ((noun,) for noun in nouns),
    is_of_events=False,
    columns=(
        own_id(),
        text("name", "Its name.", lambda p: p.name, required=True),
        number("lat", "Latitude in degrees (WGS 84), rounded to the precision.", lambda p: p.lat),
        number("lon", "Longitude in degrees (WGS 84), rounded to the precision.", lambda p: p.lon),
        text(
            "precision",
            "How exactly the coordinates are meant.",
            lambda p: p.precision.value,
            required=True,
            values=values(PlacePrecision),
        ),
        integer(
            "precision_m",
            "Step that the coordinates are rounded to, in metres.",
            lambda p: p.precision.metres,
            required=True,
        ),
        text("country", "Country (ISO 3166-1 alpha-2).", lambda p: p.country),
        text(
            "within",
            "The place around it.",
            lambda p: id_of(p.within[0].path) if p.within else None,
            refers_to="places",
        ),
        own_path(),
    ),
)

FIGURES = Table(
    name="figures",
    title="Figures",
    meaning="What the contested numbers count.",
    rows=lambda nouns: ((noun,) for noun in nouns),
    is_of_events=False,
    columns=(
        own_id(),
        text("title", "What is counted, in short.", lambda f: f.title, required=True),
        text("unit", "Its unit.", lambda f: f.unit),
        text("counts", "What exactly is counted.", lambda f: f.counts),
        flag("cumulative", "Whether each number includes those before.", lambda f: f.cumulative),
        own_path(),
    ),
)

CATEGORIES = Table(
    name="categories",
    title="Categories",
    meaning="The groups that events are in.",
    rows=lambda nouns: ((noun,) for noun in nouns),
    is_of_events=False,
    columns=(
        own_id(),
        text("label", "Its name.", lambda c: c.category.label, required=True),
        text("description", "What belongs to it.", lambda c: c.category.description),
        own_path(),
    ),
)
