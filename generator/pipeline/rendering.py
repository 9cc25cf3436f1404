"""Rendering: pages become drafts on the workbench, here or in several processes at once."""

import os
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from generator.model.draft import Draft
from generator.model.page import Page, Plan
from generator.pipeline.workers import Workers
from generator.plan import EVENT_TEMPLATE, Publication
from generator.render import Renderer
from generator.write import draft_file

LEAST_PAGES = 150


class Job(Struct, frozen=True):
    """Everything that rendering needs, wherever it is done."""

    plan: Plan
    publication: Publication
    template_folders: tuple[Path, ...]
    site: Path
    cards: dict[str, str]
    records: dict[str, str]
    clean: bool = False


class Rendered(Struct, frozen=True, array_like=True, gc=False):
    """One page's draft, and the keys of what it rests on."""

    number: int
    draft: Draft
    needs: tuple[str, ...]


class Share(Struct, frozen=True, array_like=True, gc=False):
    """What came of a share of the pages: drafts, and the fragments of the events among them."""

    rendered: tuple[Rendered, ...]
    cards: dict[str, str]
    records: dict[str, str]


def rendered_pages(job: Job, workers: Workers) -> list[Rendered]:
    """Return the drafts of all pages, put on the workbench; raise TemplateError.

    The events' own pages come first, with their fragments, which the lists are made of.
    """
    numbers = range(len(job.plan.pages))
    events = [each for each in numbers if job.plan.pages[each].template == EVENT_TEMPLATE]
    others = [each for each in numbers if job.plan.pages[each].template != EVENT_TEMPLATE]
    rendered: list[Rendered] = []
    for phase in (events, others):
        shares = workers.results(rendered_share, job, workers.split(phase, LEAST_PAGES))
        for share in shares:
            rendered.extend(share.rendered)
            job.cards.update(share.cards)
            job.records.update(share.records)
    return sorted(rendered, key=lambda each: each.number)


def rendered_share(job: Job, numbers: Sequence[int]) -> Share:
    """Return what comes of the pages of these numbers."""
    renderer = Renderer(
        job.plan.frame, job.template_folders, job.publication, job.cards, job.records
    )
    # Drafts of several processes lie on one workbench.
    name = f"{os.getpid()}-"
    rendered = []
    shown = []
    for number in numbers:
        page = job.plan.pages[number]
        rendered.append(rendered_page(job, renderer, page, number, name))
        if page.template == EVENT_TEMPLATE:
            shown.append(str(page.about[0]))
    return Share(
        tuple(rendered),
        {id_: renderer.card(id_) for id_ in shown},
        {id_: renderer.record(id_) for id_ in shown},
    )


def rendered_page(job: Job, renderer: Renderer, page: Page, number: int, name: str) -> Rendered:
    """Return the page's draft, put on the workbench unless the site has it already."""
    needs = job.publication.needs
    needs.clear()
    file = renderer.file(page, page.make(job.publication, *page.about))
    draft = draft_file(job.site, file, f"{name}{number}", clean=job.clean)
    return Rendered(number, draft, tuple(needs))
