"""A site for tests: a few templates of their own, and an event to show."""

from decimal import Decimal
from pathlib import Path

from generator.model.edtf import parse_edtf
from generator.model.frame import Frame
from generator.model.page import Page, PlainPage
from generator.model.person import PersonKind
from generator.model.published import (
    Comparison,
    EventLink,
    Moment,
    PublishedCategory,
    PublishedClaim,
    PublishedEvent,
    PublishedFigure,
    PublishedPerson,
    PublishedSource,
)
from generator.model.settings import Category, SiteSettings
from generator.model.source import Source
from generator.render.pages import Renderer

WHEN = Moment(date=parse_edtf("2022-03-03"))
CATEGORY = PublishedCategory(category=Category(id="combat", label="Combat"), path="/categories/c/")
WITNESS = PublishedPerson(name="", path=None, kind=PersonKind.PERSON)
SOURCE = PublishedSource(
    source=Source(id="s", title="S", publisher="P", restricted=True), path="/sources/s/"
)
LINK = EventLink(title="Fire", path="/events/fire/", when=WHEN)
CLAIM = PublishedClaim(
    figure=PublishedFigure(id="dead", title="Dead", path="/figures/dead/"),
    claimant=WITNESS,
    source=SOURCE,
    event=LINK,
    low=Decimal("1.5"),
    high=Decimal(9000),
)
EVENT = PublishedEvent(
    id="fire",
    path=LINK.path,
    title="Fire <at> the plant",
    when=WHEN,
    category=CATEGORY,
    sources=(SOURCE,),
    comparisons=(Comparison(figure=CLAIM.figure, claims=(CLAIM,)),),
)


class OneEvent:
    """What is published in these tests: one event, whatever it is asked for by."""

    def event(self, _: str) -> PublishedEvent:
        """Return the event."""
        return EVENT


def page_at(path: str, template: str) -> Page:
    """Return a page of that path."""
    return Page(path=path, template=template, make=PlainPage)


def renderer(folders: list[Path], base_url: str = "", language: str = "en") -> Renderer:
    """Return a renderer of a site with these settings."""
    settings = SiteSettings(title="T", base_url=base_url, language=language)
    frame = Frame(settings=settings, sections=())
    return Renderer(frame, folders, OneEvent(), {}, {})


def render(
    folder: Path,
    source: str,
    *,
    path: str = "/",
    name: str = "pages/x.html",
    base_url: str = "",
    language: str = "en",
) -> str:
    """Return a page rendered with one template, which is written into `folder`."""
    template = folder / name
    template.parent.mkdir(parents=True, exist_ok=True)
    template.write_text(source, encoding="utf-8")
    made = renderer([folder], base_url=base_url, language=language)
    return made.file(page_at(path, name), PlainPage()).content.decode()
