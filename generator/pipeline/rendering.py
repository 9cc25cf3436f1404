"""Rendering: pages become drafts on the workbench, here or in several processes at once."""

import os
from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from generator.memory.pictures import KeptPictures
from generator.model.draft import Draft
from generator.model.open_data import EventData, Measure
from generator.model.page import Page, Plan
from generator.model.search import SearchEntry
from generator.pipeline.carding import finished
from generator.pipeline.volumes import KeptVolumes
from generator.pipeline.workers import Workers
from generator.plan.event_pages import EVENT_TEMPLATE
from generator.plan.gate import Publication
from generator.plan.sharing_pages import CARD_TEMPLATE
from generator.render.pages import Renderer
from generator.write.workbench import draft_file

# A card takes as long to draw as fifty pages to render.
LEAST_PAGES, LEAST_CARDS = 150, 12


class Job(Struct, frozen=True):
    """Everything that rendering needs, wherever it is done.

    `cards`, `records` and `entries` are fragments by the event's id, `compiled` templates by
    name, `measures` how large files of data are by path, `volumes` what these are joined from.
    """

    plan: Plan
    publication: Publication
    template_folders: tuple[Path, ...]
    site: Path
    cards: dict[str, str]
    records: dict[str, EventData]
    compiled: dict[str, bytes]
    entries: dict[str, SearchEntry]
    share_cards: KeptPictures
    measures: dict[str, Measure]
    volumes: KeptVolumes
    clean: bool = False


class Rendered(Struct, frozen=True, array_like=True, gc=False):
    """One page's draft, and the names of what it rests on."""

    number: int
    draft: Draft
    needs: tuple[str, ...]


class Share(Struct, frozen=True, array_like=True, gc=False):
    """What came of a share of the pages: drafts, and the fragments of the events among them."""

    rendered: tuple[Rendered, ...]
    cards: dict[str, str]
    records: dict[str, EventData]
    entries: dict[str, SearchEntry]


DECODER = msgspec.msgpack.Decoder(Share)


def rendered_pages(
    job: Job, numbers: Sequence[int], workers: Workers, here: Sequence[int] = ()
) -> Share:
    """Return the drafts of the pages of these numbers, put on the workbench.

    The pages of the numbers `here` are rendered by this process, while others work. Raises
    TemplateError where a page cannot be rendered.
    """
    is_drawn = any(job.plan.pages[number].template == CARD_TEMPLATE for number in numbers)
    split = workers.split(numbers, LEAST_CARDS if is_drawn else LEAST_PAGES)
    if len(split) > 1:
        # What is compiled before processes part need not be compiled in each.
        renderer_of(job).prepare()
    own: list[bytes] = []

    def meanwhile() -> None:
        if here:
            own.append(rendered_share(job, here))

    results = workers.results(rendered_share, job, split, meanwhile)
    shares = [DECODER.decode(each) for each in (*results, *own)]
    return Share(
        tuple(each for share in shares for each in share.rendered),
        {id_: card for share in shares for id_, card in share.cards.items()},
        {id_: record for share in shares for id_, record in share.records.items()},
        {id_: entry for share in shares for id_, entry in share.entries.items()},
    )


def rendered_share(job: Job, numbers: Sequence[int]) -> bytes:
    """Return the encoded Share of the pages of these numbers."""
    renderer = renderer_of(job)
    # Drafts of several processes lie on one workbench.
    name = f"{os.getpid()}-"
    pages = [(number, job.plan.pages[number]) for number in numbers]
    rendered = tuple(rendered_page(job, renderer, page, number, name) for number, page in pages)
    shown = [str(page.about[0]) for _, page in pages if page.template == EVENT_TEMPLATE]
    for id_ in shown:
        renderer.make_fragments(id_)
    share = Share(
        rendered,
        {id_: renderer.cards[id_] for id_ in shown},
        {id_: renderer.records[id_] for id_ in shown},
        {id_: renderer.entries[id_] for id_ in shown},
    )
    return msgspec.msgpack.encode(share)


class Press:
    """The renderer of the last job; making one costs as much as rendering a hundred pages."""

    job: Job | None = None
    renderer: Renderer | None = None


def renderer_of(job: Job) -> Renderer:
    """Return the job's renderer; a forked process inherits it from the one that made it."""
    if Press.renderer is None or Press.job is not job:
        Press.job = job
        Press.renderer = Renderer(
            job.plan.frame,
            job.template_folders,
            job.publication,
            job.cards,
            job.records,
            job.compiled,
            job.entries,
            job.measures,
            job.volumes,
        )
    return Press.renderer


def rendered_page(job: Job, renderer: Renderer, page: Page, number: int, name: str) -> Rendered:
    """Return the page's draft, put on the workbench unless the site has it already."""
    needs, used = job.publication.needs, renderer.used
    needs.clear()
    used.clear()
    file = renderer.file(page, page.make(job.publication, *page.about))
    file = finished(page, file, job.template_folders, job.share_cards)
    draft = draft_file(job.site, file, f"{name}{number}", clean=job.clean)
    return Rendered(number, draft, (*needs, *used))
