"""Rendering: pages become drafts on the workbench, here or in several processes at once."""

import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from generator.memory.pictures import KeptPictures
from generator.model.draft import Draft
from generator.model.open_data import EventData, Measure
from generator.model.page import EventPage, PageContent, Plan
from generator.model.search import SearchEntry
from generator.pipeline.carding import finished
from generator.pipeline.volumes import KeptVolumes
from generator.pipeline.workers import Workers
from generator.plan.digests import digest
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
    """One page's draft, and the numbers of what it rests on among its share's needs."""

    number: int
    draft: Draft
    needs: tuple[int, ...]


class Share(Struct, frozen=True, array_like=True, gc=False):
    """What came of a share of the pages: drafts, and the fragments of the events among them.

    `needs` are the names of what the pages rest on, `digests` those of the fragments.
    """

    rendered: tuple[Rendered, ...]
    needs: tuple[str, ...]
    cards: dict[str, str]
    records: dict[str, EventData]
    entries: dict[str, SearchEntry]
    digests: dict[str, bytes]


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
    return joined([DECODER.decode(each) for each in (*results, *own)])


def joined(shares: Iterable[Share]) -> Share:
    """Return several shares as one."""
    numbers = numbering()
    whole = Share((), (), {}, {}, {}, {})
    rendered: list[Rendered] = []
    for share in shares:
        number_of = [numbers[need] for need in share.needs].__getitem__
        for page in share.rendered:
            needs = tuple(map(number_of, page.needs))
            rendered.append(Rendered(page.number, page.draft, needs))
        whole.cards.update(share.cards)
        whole.records.update(share.records)
        whole.entries.update(share.entries)
        whole.digests.update(share.digests)
    return replace(whole, rendered=tuple(rendered), needs=tuple(numbers))


def numbering() -> defaultdict[str, int]:
    """Return what gives each name a number when it is first asked for, in order."""
    return defaultdict(count().__next__)


def rendered_share(job: Job, numbers: Sequence[int]) -> bytes:
    """Return the encoded Share of the pages of these numbers."""
    renderer = renderer_of(job)
    needs = numbering()
    rendered: list[Rendered] = []
    shown: list[str] = []
    for number in numbers:
        content, draft = draft_of(job, renderer, number)
        rested = map(needs.__getitem__, (*job.publication.needs, *renderer.used))
        rendered.append(Rendered(number, draft, tuple(rested)))
        if isinstance(content, EventPage):
            shown.append(content.event.id)
            renderer.make_fragments(content.event)
    cards = {id_: renderer.cards[id_] for id_ in shown}
    records = {id_: renderer.records[id_] for id_ in shown}
    entries = {id_: renderer.entries[id_] for id_ in shown}
    digests = {
        f"{name}:{id_}": digest(each)
        for name, fragments in (("card", cards), ("record", records), ("entry", entries))
        for id_, each in fragments.items()
    }
    share = Share(tuple(rendered), tuple(needs), cards, records, entries, digests)
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


def draft_of(job: Job, renderer: Renderer, number: int) -> tuple[PageContent, Draft]:
    """Return what a page shows, and its draft, put on the workbench unless the site has it.

    What the page rests on is then in the publication's `needs` and the renderer's `used`.
    """
    page = job.plan.pages[number]
    job.publication.needs.clear()
    renderer.used.clear()
    content = page.make(job.publication, *page.about)
    file = renderer.file(page, content)
    file = finished(page, file, job.template_folders, job.share_cards)
    # Drafts of several processes lie on one workbench.
    return content, draft_file(job.site, file, f"{os.getpid()}-{number}", clean=job.clean)
