"""Rewording: a site of which no more than words of events changed, brought up to date.

It is the build, with the last plan and the last checks taken as they were: neither rests on the
words of events. What does is done again: the events' own checks, the pages that show them, and the
lists whose fragments came out otherwise. Where more than that may be different nothing is done,
and everything is built as ever.
"""

import stat
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from generator.edition import Edition
from generator.load.quote_lock import load_lock
from generator.memory.blobs import DamagedMemoryError
from generator.memory.folder import seal_path
from generator.memory.records import FileRecord, PlanRecord
from generator.memory.seal import Sealed, write_seal
from generator.memory.site_memory import SiteMemory
from generator.memory.stamps import stamp_of
from generator.model.event import Event
from generator.model.page import Plan
from generator.model.search import SearchLayout
from generator.model.timeline import Timeline
from generator.pipeline.changed_paths import RecalledPages, mode_of, stamps_of_folders
from generator.pipeline.file_reading import file_record
from generator.pipeline.fragments import KeptFragments
from generator.pipeline.ingredients import with_data
from generator.pipeline.recalled import Archive, NotRememberedError, recalled_timeline
from generator.pipeline.rendering import Job, Share
from generator.pipeline.renewal import Renewal, output_records
from generator.pipeline.volumes import kept_volumes
from generator.pipeline.words import changed_words, is_reworded, retitled
from generator.pipeline.workers import Workers
from generator.plan.digests import event_digests
from generator.plan.gate import Publication
from generator.problem import Problem
from generator.project import Project
from generator.validate.withheld import withheld_in_events
from generator.write.site import machine_faults, rewrite_files
from generator.write.workbench import open_workbench

CONTENT = "content/"
SIMILAR = "similar-events"
FilePair = tuple[FileRecord, FileRecord]


def reworded_site(project: Project, edition: Edition, sealed: Sealed) -> int | None:
    """Return how many files were written, None where more may have changed than words."""
    try:
        with machine_faults(project.site):
            return Rewording(project, edition, sealed).written()
    except (DamagedMemoryError, NotRememberedError):
        return None


class Rewording:
    """One rewording: what the last build left, and the content files as they are now.

    Every step raises NotRememberedError where more may have changed than words, and
    DamagedMemoryError where what is remembered is not whole.
    """

    def __init__(self, project: Project, edition: Edition, sealed: Sealed) -> None:
        """Read what changed, and of what is remembered no more than that."""
        self.project, self.edition, self.sealed = project, edition, sealed
        self.memory = SiteMemory(project.root, project.site, sealed.version)
        self.seen = stamps_of_folders(project, sealed)
        self.record = self.memory.recalled_record()
        if self.memory.record_sum != sealed.record:
            raise NotRememberedError
        pairs = dict(self.read())
        self.fresh = {path: now for path, (_, now) in pairs.items()}
        self.pairs = {
            path: (was, now) for path, (was, now) in pairs.items() if was.file != now.file
        }
        if not all(is_reworded(was.file, now.file) for was, now in self.pairs.values()):
            raise NotRememberedError
        plan = self.memory.load_plan(self.record)
        if plan is None:
            raise NotRememberedError
        self.plan: PlanRecord = plan
        self.timeline = self.recalled()
        self.publication = Publication(plan.frame.settings, self.timeline, plan.decisions)

    def read(self) -> Iterator[tuple[str, FilePair]]:
        """Yield the content files whose stamps are others, as they were and as they are."""
        folders = self.seen.keys()
        root = f"{self.project.root}/"
        for file in self.sealed.changed:
            path = file.removeprefix(root)
            if file in folders:
                continue
            if not path.startswith(CONTENT) or not stat.S_ISREG(mode_of(file)):
                raise NotRememberedError
            known = self.memory.files.get(path)
            if known is None:
                raise NotRememberedError
            kind = known.file.kind
            yield path, (known, file_record(self.project.root, path, kind, known))

    def recalled(self) -> Timeline:
        """Return the timeline with the words as they are now."""
        lock = load_lock(self.project.root)
        if isinstance(lock, Problem):
            raise NotRememberedError
        archive = Archive(self.memory.files, self.plan.paths, self.fresh)
        return recalled_timeline(archive, self.plan, self.record.media, lock)

    def written(self) -> int:
        """Check the words, render what shows them, write it; return how many files that were."""
        self.refuse_doubts()
        open_workbench(self.project.site)
        renewal = self.renewal()
        rendered = renewal.rendered()
        drafts = [each.draft for each in rendered.rendered]
        fresh = {draft.path: draft.digest for draft in drafts}
        made_from = with_data(
            self.plan.ingredients,
            lambda path: fresh.get(path) or self.record.outputs[path].digest,
        )
        if not rewrite_files(drafts, self.project.site, made_from.content):
            raise NotRememberedError
        self.remember(renewal, rendered)
        return sum(bool(draft.name) for draft in drafts)

    def renewal(self) -> Renewal:
        """Return the renewal that renders no more than what rests on the words that changed."""
        memory = self.memory
        changed = dict(self.changed_digests())
        self.digests = memory.load_digests(self.record) | changed
        return Reworded(
            self.job(),
            memory,
            self.record,
            changed,
            Workers(),
            self.plan.templates,
            (),
            self.digests,
            self.plan.ingredients,
            self.plan.search,
        )

    def job(self) -> Job:
        """Return the job of which most is remembered."""
        memory, record = self.memory, self.record
        stale = {event.id for event in self.reworded()}
        return Job(
            Plan(self.plan.frame, RecalledPages(self.plan.pages), ()),
            self.publication,
            self.project.template_folders,
            self.project.site,
            KeptFragments(memory.cards, stale),
            KeptFragments(memory.records, stale),
            memory.compiled.load(),
            KeptFragments(memory.entries, stale),
            memory.share_cards,
            {},
            kept_volumes(self.project.site, record, memory.load_volumes(record)),
        )

    def refuse_doubts(self) -> None:
        """Refuse words that a check has something to say of, or had before."""
        from generator.validate.meaning import doubts_of_events, similar_in  # noqa: PLC0415 - what was only touched is not asked

        events = self.reworded()
        own = replace(self.timeline, events=events)
        today = self.edition.now.date()
        warned = {warning[1][0] for warning in self.sealed.outcome[1]}  # type: ignore[index] # a problem as msgspec writes it
        if (
            not warned.isdisjoint(self.pairs)
            or any(doubts_of_events(own, today))
            or withheld_in_events(own)
        ):
            raise NotRememberedError
        for event in (
            each for pair in self.pairs.values() for each in retitled(pair[0].file, pair[1].file)
        ):
            alike = self.plan.same_date.get(event.date.text, ())
            group = [self.timeline.by_id()[id_] for id_ in sorted(alike)]
            codes = {warning[0][0] for warning in self.sealed.outcome[1]}  # type: ignore[index] # see above
            if SIMILAR in codes.union(self.sealed.outcome[3]) or any(
                similar_in(self.timeline, group)
            ):
                raise NotRememberedError

    def reworded(self) -> list[Event]:
        """Return the events of the files that changed."""
        entries = (entry for _, now in self.pairs.values() for entry in now.file.entries)
        return [entry.noun for entry in entries if isinstance(entry.noun, Event)]

    def changed_digests(self) -> Iterator[tuple[str, bytes]]:
        """Yield the digests of the changed events' words; refuse words that planning looked at."""
        for event in self.reworded():
            for need, digest in event_digests(event.id, self.publication, self.timeline):
                if self.record.needs.get(need) != digest and need in self.plan.needs:
                    raise NotRememberedError
                yield need, digest

    def remember(self, renewal: Renewal, rendered: Share) -> None:
        """Keep all that the next build can begin with, then seal this one."""
        memory, site = self.memory, self.project.site
        numbers = {need: number for number, need in enumerate(self.record.needs)}
        known = self.record.outputs
        made = output_records(site, rendered, numbers, lambda page: known[page.draft.path].key)
        outputs = known | made
        needs = dict.fromkeys(numbers, b"") | self.record.needs
        needs |= {need: digest for need, digest in renewal.now.items() if need in numbers}
        memory.forget_record()
        renewal.remember_fragments()
        memory.save_digests(self.digests)
        memory.save_volumes(renewal.job.volumes.volumes)
        memory.files.save(self.fresh, self.fresh.keys())
        memory.save_record(replace(self.record, needs=needs, outputs=outputs))
        manifest = f"{site}/manifest.json"
        seen = self.sealed.seen | self.seen | {manifest: stamp_of(manifest)}
        seen |= {f"{self.project.root}/{path}": each.stamp for path, each in self.fresh.items()}
        seen |= {f"{site}/{path}": each.stamp for path, each in made.items()}
        sealed = self.sealed._replace(record=memory.record_sum, seen=seen)
        write_seal(seal_path(self.project.root, site), self.edition.asked(), sealed)


class Reworded(Renewal, frozen=True):
    """A renewal of a site that was found whole, and of which the plan stands.

    Of the digests `now` knows those that may be others than before. `search` says how the index of
    the search is cut up.
    """

    search: SearchLayout

    def events(self) -> Share:
        """Render the stale pages of events, and find out which words search finds them by."""
        share = super().events()
        before = self.memory.entries
        pairs = ((id_, before.get(id_), entry) for id_, entry in share.entries.items())
        self.now.update(changed_words(self.search, self.record.needs, pairs))
        return share

    def stale(self, numbers: Iterable[int]) -> list[int]:
        """Return those of the pages that rest on something that is not what it was."""
        known, now = self.record.needs, self.now
        changed = {need for need, digest in now.items() if known.get(need, digest) != digest}
        rested = {number for number, need in enumerate(known) if need in changed}
        outputs = list(self.record.outputs.values())
        return [number for number in numbers if not rested.isdisjoint(outputs[number].needs)]

    def recall(self, templates: AbstractSet[str]) -> None:
        """Do nothing: fragments are taken one by one as they are asked for."""
