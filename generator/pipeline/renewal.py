"""Renewal: of the whole site only what is stale is rendered; the rest is kept as it is."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from generator.memory.records import OutputRecord, PlanRecord, SiteRecord
from generator.memory.shelf import Shelf
from generator.memory.site_memory import NOTHING, SiteMemory
from generator.memory.stamps import holds, stamp_of
from generator.model.asset import Asset
from generator.model.draft import Draft
from generator.model.ingredients import Ingredients
from generator.model.open_data import Measure
from generator.model.page import OutputFile, Page
from generator.model.report import BuildReport
from generator.pipeline.carding import card_keys
from generator.pipeline.ingredients import with_data
from generator.pipeline.page_codes import page_key
from generator.pipeline.picturing import Easel, picture_drafts
from generator.pipeline.reading import Reading
from generator.pipeline.rendering import Job, Rendered, Share, joined, rendered_pages, renderer_of
from generator.pipeline.stale import FRAGMENTS, changed_fragments, changed_needs, stale_pages
from generator.pipeline.volumes import needs_of
from generator.pipeline.workers import Workers
from generator.plan.data_pages import DATA_FILE, DESCRIBING, RECORD_FILE
from generator.plan.digests import digest
from generator.plan.event_pages import EVENT_TEMPLATE
from generator.plan.search_pages import SEARCH_TEMPLATE
from generator.plan.volumes import volumes_of
from generator.render.links import output_path
from generator.write.site import write_site
from generator.write.workbench import draft_file, size_of

Fragment = TypeVar("Fragment")


class Renewal(Struct, frozen=True):
    """One renewal: the job, what is remembered, and the digests of what pages rest on now.

    `templates` and `codes` are the planned pages', in order. `each` are the digests of things by
    themselves, without those of many at once and of fragments. The content of `ingredients` is
    without the files of open data, which are yet to be made.
    """

    job: Job
    memory: SiteMemory
    record: SiteRecord
    now: dict[str, bytes]
    workers: Workers
    templates: Sequence[str]
    codes: Sequence[bytes]
    each: dict[str, bytes]
    ingredients: Ingredients

    def renew(
        self, project_root: Path, before: Mapping[str, str], *, compress: bool
    ) -> tuple[BuildReport, SiteRecord]:
        """Write the site, in which `before` were; return what was done, and the record of it."""
        rendered = self.rendered()
        self.memory.share_cards.forget_others(card_keys(self.job.plan.pages))
        made = {each.number: each.draft for each in rendered.rendered}
        pages = enumerate(self.job.plan.pages)
        drafts = [self.draft(page, made.get(number)) for number, page in pages]
        copied = [*self.assets(project_root)]
        drafts.extend(copied)
        easel = Easel(project_root, self.job.site, self.memory.pictures, self.job.clean)
        pictures = self.job.plan.pictures
        drawn = picture_drafts(easel, pictures, self.record.outputs, self.workers)
        drafts.extend(drawn)
        digests = {each.path: each.digest for each in drafts}
        ingredients = with_data(self.ingredients, digests.__getitem__)
        note = self.memory.placed.keep
        site = self.job.site
        report = write_site(drafts, site, before, ingredients, note, compress=compress)
        return report, self.recorded(rendered, copied, drawn)

    def rendered(self) -> Share:
        """Render what is stale: events, then what is made of them, then what describes that."""
        shares = [self.events()]
        self.renew_volumes(shares[0].records.keys())
        shares += [self.others(), self.describing()]
        return joined(shares)

    def renew_volumes(self, fresh: AbstractSet[str]) -> None:
        """Bring up to date what files of data are joined from."""
        volumes = self.job.volumes
        record = renderer_of(self.job).record
        volumes.renew(volumes_of(self.job.publication), fresh, record)
        self.now.update(needs_of(volumes.volumes))

    def stale(self, numbers: Iterable[int]) -> list[int]:
        """Return those of the pages that must be rendered anew."""
        changed = changed_needs(self.record, self.now) | changed_fragments(self.record, self.now)
        pages = self.job.plan.pages
        asked = ((number, pages[number], page_key(self.codes[number])) for number in numbers)
        return stale_pages(self.record, asked, changed, self.job.site)

    def having(self, *templates: str) -> list[int]:
        """Return the numbers of the pages that have one of these templates."""
        return [number for number, each in enumerate(self.templates) if each in templates]

    def events(self) -> Share:
        """Render the stale pages of events, with their fragments, which lists are made of."""
        stale = self.stale(self.having(EVENT_TEMPLATE))
        share = rendered_pages(self.job, stale, self.workers)
        self.job.cards.update(share.cards)
        self.job.records.update(share.records)
        self.job.entries.update(share.entries)
        self.now.update(share.digests)
        return share

    def others(self) -> Share:
        """Render the stale pages of all other kinds, but for those that describe these."""
        apart = self.having(EVENT_TEMPLATE, *DESCRIBING)
        stale = self.stale(sorted({*range(len(self.templates))}.difference(apart)))
        self.recall({self.templates[number] for number in stale})
        search = [number for number in stale if self.templates[number] == SEARCH_TEMPLATE]
        # What the files of a part share is made once if one process makes them all.
        stale = [number for number in stale if self.templates[number] != SEARCH_TEMPLATE]
        share = rendered_pages(self.job, stale, self.workers, search)
        drafts = {each.number: each.draft for each in share.rendered}
        for number in self.having(DATA_FILE):
            page = self.job.plan.pages[number]
            self.measure(page.path, self.draft(page, drafts.get(number)))
        return share

    def measure(self, path: str, draft: Draft) -> None:
        """Take down how large a file of data has become."""
        measure = Measure(size_of(self.job.site, draft), draft.digest)
        self.job.measures[path] = measure
        self.now[f"file:{path}"] = digest(measure)

    def describing(self) -> Share:
        """Render the stale pages that describe files of data."""
        stale = self.stale(self.having(*DESCRIBING))
        return rendered_pages(self.job, stale, self.workers)

    def recall(self, templates: set[str]) -> None:
        """Get the fragments that the templates show and no page of an event brought up to date."""
        if not self.record.outputs:
            return
        if templates - {DATA_FILE, RECORD_FILE, SEARCH_TEMPLATE}:
            recall(self.memory.cards.load(), self.job.cards)

    def remember(self, reading: Reading, record: SiteRecord, plan: PlanRecord) -> None:
        """Keep all that the next build can begin with; the record of the site comes last."""
        memory = self.memory
        memory.forget_record()
        self.remember_fragments()
        memory.save_plan(plan)
        memory.save_digests(self.each)
        memory.save_volumes(self.job.volumes.volumes)
        memory.files.save(reading.files, memory.files.differing(reading.files))
        memory.save_record(replace(record, version=memory.version, media=reading.media))

    def remember_fragments(self) -> None:
        """Keep what was compiled, and the fragments that came out otherwise than before."""
        memory, job = self.memory, self.job
        memory.compiled.save(job.compiled, memory.compiled.differing(job.compiled))
        known = {id_ for volume in job.volumes.before for id_ in volume.ids}
        # What is no longer published is not kept either.
        gone = known.union(job.cards).difference(job.publication.outlines)
        self.remember_kind("card", memory.cards, job.cards, gone)
        self.remember_kind("record", memory.records, job.records, gone)
        self.remember_kind("entry", memory.entries, job.entries, gone)

    def remember_kind(
        self,
        name: str,
        shelf: Shelf[Fragment],
        fragments: dict[str, Fragment],
        gone: AbstractSet[str],
    ) -> None:
        """Keep the fragments of one kind, but for those of events that are gone."""
        before = self.record.needs
        changed = {
            id_
            for id_ in fragments
            if (need := f"{name}:{id_}") in self.now
            and self.now[need] != before.get(need)
            and not shelf.holds(id_, fragments[id_])
        }
        for id_ in gone:
            fragments.pop(id_, None)
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
        self, rendered: Share, copied: Sequence[Draft], drawn: Sequence[Draft]
    ) -> SiteRecord:
        """Return the record of the site as it is now."""
        numbers = {need: number for number, need in enumerate(self.record.needs)}
        codes = self.codes
        made = output_records(
            self.job.site, rendered, numbers, lambda page: page_key(codes[page.number])
        )
        outputs: dict[str, OutputRecord] = {}
        for page in self.job.plan.pages:
            path = output_path(page.path)
            outputs[path] = made.get(path) or self.record.outputs[path]
        for draft in copied:
            # A file may be another by now than it was when the site was planned.
            stamp = stamp_of(f"{self.job.site}/{draft.path}")
            outputs[draft.path] = OutputRecord(stamp, draft.digest)
        for picture, draft in zip(self.job.plan.pictures, drawn, strict=True):
            stamp = stamp_of(f"{self.job.site}/{draft.path}")
            outputs[draft.path] = OutputRecord(stamp, draft.digest, picture.key.encode())
        # Of fragments only those that were made anew have digests; what else has none is not there.
        kept = {need: own for need, own in self.record.needs.items() if need.startswith(FRAGMENTS)}
        needs_now = {need: self.now.get(need, kept.get(need, b"")) for need in numbers}
        return replace(self.record, needs=needs_now, outputs=outputs)


def is_kept(known: OutputRecord | None, asset: Asset, file: str) -> bool:
    """Return whether the site has the asset, and has it whole."""
    return (
        known is not None
        and known.digest == asset.digest
        and holds(file, known.stamp, known.digest)
    )


def output_records(
    site: Path, rendered: Share, numbers: dict[str, int], key_of: Callable[[Rendered], bytes]
) -> dict[str, OutputRecord]:
    """Return the records of pages that were rendered, by path.

    `numbers` are those of the needs, added to; `key_of` returns the key of a page.
    """
    number_of = [numbers.setdefault(need, len(numbers)) for need in rendered.needs].__getitem__
    return {
        each.draft.path: OutputRecord(
            stamp_of(f"{site}/{each.draft.path}"),
            each.draft.digest,
            key_of(each),
            tuple(map(number_of, each.needs)),
        )
        for each in rendered.rendered
    }


def recall(remembered: dict[str, Fragment], fragments: dict[str, Fragment]) -> None:
    """Add the remembered fragments; those that are newer stay."""
    fragments |= remembered | fragments


def trusted(record: SiteRecord, frame: bytes) -> SiteRecord:
    """Return the record if the site still stands in this frame, else one that knows nothing."""
    return (
        record if record.frame == frame else replace(NOTHING, version=record.version, frame=frame)
    )
