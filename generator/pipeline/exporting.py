"""What is published, in the formats of other programs."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from generator.edition import Edition
from generator.exchange.event_rows import COLUMNS, event_row
from generator.exchange.markwhen import markwhen_text
from generator.exchange.timelinejs_export import SlideWords, timelinejs_text
from generator.pipeline.planning import planned_site
from generator.pipeline.reading import read_content
from generator.pipeline.workers import Workers, default_jobs
from generator.plan.gate import Publication
from generator.project import Project
from generator.render.pages import Renderer
from generator.render.table_rows import csv_text

Written = tuple[str, Sequence[str]]
Writer = Callable[[Publication, Renderer], Written]


class Exported(Struct, frozen=True):
    """A timeline for another program; `has_address` unless its links lead nowhere elsewhere.

    `left_out` are the ids of events whose dates the format cannot write.
    """

    text: str
    count: int
    left_out: Sequence[str]
    has_address: bool


def exported_timeline(
    project: Project, edition: Edition, format_: str, announce: Callable[[str], None]
) -> Exported:
    """Return all published events in the format; raise ContentError with every problem."""
    announce("reading content")
    reading = read_content(project.root, {}, {}, Workers(default_jobs()))
    planned = planned_site(project, edition, announce, reading, is_doubted=False)
    publication = planned.publication
    announce(f"writing {len(publication.outlines)} events")
    renderer = Renderer(planned.plan.frame, project.template_folders, publication, {}, {})
    text, left_out = WRITERS[format_](publication, renderer)
    count = len(publication.outlines) - len(left_out)
    return Exported(text, count, left_out, bool(publication.settings.base_url))


def words_of(renderer: Renderer) -> SlideWords:
    """Return how the site tells its events."""
    return SlideWords(renderer.slide, renderer.when, renderer.address)


def as_timelinejs(publication: Publication, renderer: Renderer) -> Written:
    """Return the events as slides of TimelineJS."""
    events = map(publication.event, publication.outlines)
    return timelinejs_text(publication.settings, events, words_of(renderer)), ()


def as_markwhen(publication: Publication, renderer: Renderer) -> Written:
    """Return the events as Markwhen, and which of them it cannot date."""
    events = map(publication.event, publication.outlines)
    return markwhen_text(publication.settings, events, words_of(renderer))


def as_csv(publication: Publication, renderer: Renderer) -> Written:
    """Return the events as one table, its texts harmless to spreadsheets."""
    events = map(publication.event, publication.outlines)
    rows = (event_row(event, renderer.address) for event in events)
    return csv_text([COLUMNS, *rows]).decode(), ()


WRITERS: dict[str, Writer] = {
    "timelinejs": as_timelinejs,
    "csv": as_csv,
    "markwhen": as_markwhen,
}
