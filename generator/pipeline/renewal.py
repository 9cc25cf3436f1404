"""Renewal: of the whole site only what is stale is rendered; the rest is kept as it is."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from generator.memory.records import OutputRecord, SiteRecord
from generator.memory.shelf import Shelf
from generator.memory.site_memory import NOTHING, SiteMemory
from generator.memory.stamps import holds, stamp_of
from generator.model.asset import Asset
from generator.model.draft import Draft
from generator.model.open_data import Measure
from generator.model.page import OutputFile, Page
from generator.model.report import BuildReport
from generator.pipeline.carding import card_keys
from generator.pipeline.picturing import Easel, picture_drafts
from generator.pipeline.reading import Reading
from generator.pipeline.rendering import Job, Rendered, Share, rendered_pages
from generator.pipeline.stale import changed_fragments, changed_needs, page_key, stale_pages
from generator.pipeline.workers import Workers
from generator.plan.data_pages import DATA_FILE, DESCRIBING
from generator.plan.digests import digest
from generator.plan.event_pages import EVENT_TEMPLATE
from generator.plan.search_pages import SEARCH_TEMPLATE
from generator.render.links import output_path
from generator.write.site import write_site
from generator.write.workbench import draft_file, size_of

Fragment = TypeVar("Fragment")


class Renewal(Struct, frozen=True):
    """One renewal: the job, what is remembered, and the digests of what pages rest on now."""

    job: Job
    memory: SiteMemory
    record: SiteRecord
    now: dict[str, bytes]
    workers: Workers

    def renew(self, project_root: Path, *, compress: bool) -> tuple[BuildReport, SiteRecord]:
        """Write the site; return what was done, and the record of it."""
        pages = [(number, page, page_key(page)) for number, page in enumerate(self.job.plan.pages)]
        shares = [self.events(pages), self.others(pages), self.describing(pages)]
        rendered = {each.number: each for share in shares for each in share.rendered}
        self.memory.share_cards.forget_others(card_keys(self.job.plan.pages))
        made = {number: each.draft for number, each in rendered.items()}
        drafts = [self.draft(page, made.get(number)) for number, page, _ in pages]
        drafts.extend(self.assets(project_root))
        easel = Easel(project_root, self.job.site, self.memory.pictures, self.job.clean)
        pictures = self.job.plan.pictures
        drawn = picture_drafts(easel, pictures, self.record.outputs, self.workers)
        drafts.extend(drawn)
        report = write_site(drafts, self.job.site, compress=compress)
        return report, self.recorded(pages, rendered, drawn)

    def events(self, pages: Sequence[tuple[int, Page, bytes]]) -> Share:
        """Render the stale pages of events, with their fragments, which lists are made of."""
        own = [each for each in pages if each[1].template == EVENT_TEMPLATE]
        changed = changed_needs(self.record, self.now)
        stale = stale_pages(self.record, own, changed, self.job.site)
        share = rendered_pages(self.job, stale, self.workers)
        self.job.cards.update(share.cards)
        self.job.records.update(share.records)
        self.job.entries.update(share.entries)
        for name, fragments in (
            ("card", share.cards),
            ("record", share.records),
            ("entry", share.entries),
        ):
            made = {f"{name}:{id_}": digest(each) for id_, each in fragments.items()}
            self.now.update(made)
        return share

    def others(self, pages: Sequence[tuple[int, Page, bytes]]) -> Share:
        """Render the stale pages of all other kinds, but for those that describe these."""
        last = (EVENT_TEMPLATE, *DESCRIBING)
        others = [each for each in pages if each[1].template not in last]
        changed = changed_needs(self.record, self.now) | changed_fragments(self.record, self.now)
        stale = stale_pages(self.record, others, changed, self.job.site)
        self.recall({self.job.plan.pages[number].template for number in stale})
        search = [number for number in stale if is_search(self.job.plan.pages[number])]
        # What the files of a part share is made once if one process makes them all.
        stale = [number for number in stale if not is_search(self.job.plan.pages[number])]
        share = rendered_pages(self.job, stale, self.workers, search)
        drafts = {each.number: each.draft for each in share.rendered}
        for number, page, _ in others:
            if page.template == DATA_FILE:
                self.measure(page.path, self.draft(page, drafts.get(number)))
        return share

    def measure(self, path: str, draft: Draft) -> None:
        """Take down how large a file of data has become."""
        measure = Measure(size_of(self.job.site, draft), draft.digest)
        self.job.measures[path] = measure
        self.now[f"file:{path}"] = digest(measure)

    def describing(self, pages: Sequence[tuple[int, Page, bytes]]) -> Share:
        """Render the stale pages that describe files of data."""
        own = [each for each in pages if each[1].template in DESCRIBING]
        changed = changed_needs(self.record, self.now) | changed_fragments(self.record, self.now)
        stale = stale_pages(self.record, own, changed, self.job.site)
        return rendered_pages(self.job, stale, self.workers)

    def recall(self, templates: set[str]) -> None:
        """Get the fragments that the templates show and no page of an event brought up to date."""
        if not self.record.outputs:
            return
        if DATA_FILE in templates:
            recall(self.memory.records.load(), self.job.records)
        if SEARCH_TEMPLATE in templates:
            recall(self.memory.entries.load(), self.job.entries)
        if templates - {DATA_FILE, SEARCH_TEMPLATE}:
            recall(self.memory.cards.load(), self.job.cards)

    def remember(self, reading: Reading, record: SiteRecord) -> None:
        """Keep all that the next build can begin with; the record of the site comes last."""
        memory = self.memory
        memory.forget_record()
        self.remember_fragments()
        memory.files.save(reading.files, memory.files.differing(reading.files))
        memory.save_record(replace(record, version=memory.version, media=reading.media))

    def remember_fragments(self) -> None:
        """Keep what was compiled, and the fragments that came out otherwise than before."""
        memory, job = self.memory, self.job
        memory.compiled.save(job.compiled, memory.compiled.differing(job.compiled))
        self.remember_kind("card", memory.cards, job.cards)
        self.remember_kind("record", memory.records, job.records)
        self.remember_kind("entry", memory.entries, job.entries)

    def remember_kind(
        self, name: str, shelf: Shelf[Fragment], fragments: dict[str, Fragment]
    ) -> None:
        """Keep the fragments of one kind."""
        before = self.record.needs
        changed = {
            id_
            for id_ in fragments
            if (need := f"{name}:{id_}") in self.now
            and self.now[need] != before.get(need)
            and shelf.loaded.get(id_) != fragments[id_]
        }
        # What is no longer published is not kept either.
        gone = fragments.keys() - self.job.publication.outlines.keys()
        for id_ in gone:
            del fragments[id_]
        shelf.save(fragments, changed | gone)

    def draft(self, page: Page, draft: Draft | None) -> Draft:
        """Return the page's draft; the site has it already where it was not rendered."""
        if draft is not None:
            return draft
        path = output_path(page.path)
        return Draft(path, self.record.outputs[path].digest)

    def assets(self, project_root: Path) -> Iterator[Draft]:
        """Yield the drafts of the files that are copied unchanged."""
        for number, asset in enumerate(self.job.plan.assets):
            path = asset.path.lstrip("/")
            known = self.record.outputs.get(path)
            if is_kept(known, asset, f"{self.job.site}/{path}"):
                yield Draft(path, asset.digest)
            else:
                file = OutputFile(path, Path(project_root, asset.origin).read_bytes())
                name = f"asset-{number}"
                yield draft_file(self.job.site, file, name, clean=self.job.clean)

    def recorded(
        self,
        pages: Sequence[tuple[int, Page, bytes]],
        rendered: dict[int, Rendered],
        drawn: Sequence[Draft],
    ) -> SiteRecord:
        """Return the record of the site as it is now."""
        numbers = {need: number for number, need in enumerate(self.record.needs)}
        outputs: dict[str, OutputRecord] = {}
        for number, page, key in pages:
            path = output_path(page.path)
            made = rendered.get(number)
            if made is None:
                outputs[path] = self.record.outputs[path]
                continue
            needs = tuple(numbers.setdefault(need, len(numbers)) for need in made.needs)
            stamp = stamp_of(f"{self.job.site}/{path}")
            outputs[path] = OutputRecord(stamp, made.draft.digest, key, needs)
        for asset in self.job.plan.assets:
            path = asset.path.lstrip("/")
            stamp = stamp_of(f"{self.job.site}/{path}")
            outputs[path] = OutputRecord(stamp, asset.digest)
        for picture, draft in zip(self.job.plan.pictures, drawn, strict=True):
            stamp = stamp_of(f"{self.job.site}/{draft.path}")
            outputs[draft.path] = OutputRecord(stamp, draft.digest, picture.key.encode())
        known = self.record.needs
        needs_now = {need: self.now.get(need, known.get(need, b"")) for need in numbers}
        return replace(self.record, needs=needs_now, outputs=outputs)


def is_kept(known: OutputRecord | None, asset: Asset, file: str) -> bool:
    """Return whether the site has the asset, and has it whole."""
    return (
        known is not None
        and known.digest == asset.digest
        and holds(file, known.stamp, known.digest)
    )


def is_search(page: Page) -> bool:
    """Return whether the page is a file of the search index."""
    return page.template == SEARCH_TEMPLATE


def recall(remembered: dict[str, Fragment], fragments: dict[str, Fragment]) -> None:
    """Add the remembered fragments; those that are newer stay."""
    fragments |= remembered | fragments


def trusted(record: SiteRecord, frame: bytes) -> SiteRecord:
    """Return the record if the site still stands in this frame, else one that knows nothing."""
    return (
        record if record.frame == frame else replace(NOTHING, version=record.version, frame=frame)
    )
