"""What is published, in the formats of other programs."""

from collections.abc import Callable

from msgspec import Struct

from generator.edition import Edition
from generator.exchange.timelinejs_export import SlideWords, timelinejs_text
from generator.pipeline.build import planned_site
from generator.pipeline.reading import read_content
from generator.pipeline.workers import Workers, default_jobs
from generator.plan.gate import Publication
from generator.project import Project
from generator.render.pages import Renderer

Writer = Callable[[Publication, Renderer], str]


class Exported(Struct, frozen=True):
    """A timeline for another program; `has_address` unless its links lead nowhere elsewhere."""

    text: str
    count: int
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
    text = WRITERS[format_](publication, renderer)
    has_address = bool(publication.settings.base_url)
    return Exported(text, len(publication.outlines), has_address)


def as_timelinejs(publication: Publication, renderer: Renderer) -> str:
    """Return the events as slides of TimelineJS."""
    events = map(publication.event, publication.outlines)
    words = SlideWords(renderer.slide, renderer.when, renderer.address)
    return timelinejs_text(publication.settings, events, words)


WRITERS: dict[str, Writer] = {"timelinejs": as_timelinejs}
