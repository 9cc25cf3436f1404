"""Following: the site of content that is being edited, planned anew with as little work as can be.

It does what a build does before rendering, is told which files may have changed, and remembers
in memory what a build remembers on disk.
"""

import stat
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from generator.edition import Edition
from generator.errors import ContentError
from generator.model.cleared import NOTHING_CLEARED, cleared_in
from generator.model.decisions import Decisions
from generator.model.document import Kind
from generator.model.entry import ContentFile, Entry
from generator.model.event import Event
from generator.model.timeline import Timeline
from generator.pipeline.changed_paths import mode_of
from generator.pipeline.file_reading import file_record
from generator.pipeline.planning import Planned, faults_of_templates, planned_site
from generator.pipeline.reading import Reading, read_content
from generator.pipeline.words import bones
from generator.pipeline.workers import Workers
from generator.plan.deciding import decided
from generator.plan.digests import event_digests
from generator.plan.gate import Publication
from generator.problem import Problem
from generator.project import Project
from generator.validate.arrangement import zone_of
from generator.validate.verified import quotes_not_found
from generator.validate.withheld import withheld_in_events


class Follower:
    """Plans one project's site again and again."""

    def __init__(self, project: Project, *, drafts: bool) -> None:
        """Begin with nothing read."""
        self.project = project
        self.drafts = drafts
        self.reading: Reading | None = None
        self.planned: Planned | None = None
        self.cleared = NOTHING_CLEARED

    def plan(self, changed: Collection[Path] | None, now: datetime) -> Planned:
        """Return the site as planned now; raise ContentError with every problem.

        `changed` are the files that may have changed since the last time, None for all.
        """
        before, last = self.reading, self.planned
        # Until this plan is good, there is none that the content as read belongs to.
        self.planned = None
        if last is not None and changed and all(map(self.is_markup, changed)):
            if problems := faults_of_templates(self.project, last.timeline):
                raise ContentError(problems)
            self.planned = last
            return last
        self.reading = after = self.read(changed)
        is_inside = changed is not None and all(map(self.is_content, changed))
        is_locked = before is not None and before.content.lock is after.content.lock
        if before is not None and last is not None and is_inside and is_locked:
            self.planned = self.reworded(last, before, after, now)
        if self.planned is None:
            edition = Edition(now, drafts=self.drafts)
            self.planned = planned_site(
                self.project,
                edition,
                lambda _: None,
                after,
                is_doubted=False,
                cleared=self.cleared,
            )
            self.cleared = cleared_in(self.planned.timeline)
        return self.planned

    def is_markup(self, path: Path) -> bool:
        """Return whether a file is a template, which planning does not look into."""
        return any(
            path.is_relative_to(folder) and not path.is_relative_to(folder / "static")
            for folder in self.template_folders()
        )

    def is_content(self, path: Path) -> bool:
        """Return whether a path is in the folder of the content."""
        return path.is_relative_to(self.content)

    @property
    def content(self) -> Path:
        """Where the content is, whatever links lead there, as those say who watch it."""
        return (self.project.root / "content").resolve()

    def template_folders(self) -> list[Path]:
        """Return where templates are, whatever links lead there."""
        return [folder.resolve() for folder in self.project.template_folders]

    def read(self, changed: Collection[Path] | None) -> Reading:
        """Return the content as it is now."""
        known, root = self.reading, self.project.root
        if known is None or changed is None:
            files, media = (known.files, known.media) if known else ({}, {})
            return read_content(root, files, media, Workers())
        content, folders = self.content, self.template_folders()
        inside = [path for path in changed if path.is_relative_to(content)]
        names = [f"content/{path.relative_to(content).as_posix()}" for path in inside]
        # What is neither content nor a template is content that a link in there leads to.
        rest = set(changed).difference(inside)
        is_linked = not all(any(map(path.is_relative_to, folders)) for path in rest)
        if is_linked or not all(
            name in known.files and is_plain_file(root / name) for name in names
        ):
            return read_content(root, known.files, known.media, Workers())
        files = dict(known.files)
        for name in names:
            files[name] = file_record(root, name, files[name].file.kind, files[name])
        whole = replace(known.content, files=tuple(each.file for each in files.values()))
        return Reading(whole, files, known.media)

    def reworded(
        self, last: Planned, before: Reading, after: Reading, now: datetime
    ) -> Planned | None:
        """Return the last plan with events whose words alone changed, None where more did."""
        entries = edited_entries(before, after)
        if entries is None or any(bones(was) != bones(now) for was, now in entries):
            return None
        events = [now for _, now in entries]
        timeline = timeline_with(last, events)
        if problems := problems_of(events, timeline):
            raise ContentError(problems)
        decisions = decided(timeline, now, drafts=self.drafts)
        if decisions != last.publication.decisions:
            return None  # an embargo has ended, or sources tell of other quotes as verified
        rested = set().union(*(changed_words(each.id, last, timeline) for each in events))
        if not last.plan.needs.isdisjoint(rested):
            return None  # planning itself looked at these words
        return replanned(last, timeline, decisions)

    def glimpse(self, changed: Collection[Path] | None, now: datetime) -> Planned | None:
        """Return the last plan with events as they were edited; None where `plan` is as quick.

        The events themselves are as they are now, their dates with them. What stands around them,
        their neighbours, lists and counts, is as it was, until the site is planned anew. Nothing
        is returned for what may be wrong, or refers to anything else than before.
        """
        before, last = self.reading, self.planned
        if before is None or last is None or not changed or not all(map(self.is_content, changed)):
            return None
        after = self.read(changed)
        entries = edited_entries(before, after)
        if not entries or all(bones(was) == bones(now) for was, now in entries):
            return None
        events = [now for _, now in entries]
        timeline = timeline_with(last, events)
        decisions = decided(timeline, now, drafts=self.drafts)
        if passing(decisions) != passing(last.publication.decisions):
            return None
        return None if problems_of(events, timeline) else replanned(last, timeline, decisions)


def changed_words(id_: str, last: Planned, timeline: Timeline) -> Iterator[str]:
    """Yield what of an event's words is not what it was, as `Publication.needs` names it."""
    was = dict(event_digests(id_, last.publication, last.timeline))
    for need, digest in event_digests(id_, last.publication, timeline):
        if was[need] != digest:
            yield need


def edited_entries(before: Reading, after: Reading) -> list[tuple[Entry, Entry]] | None:
    """Return the events of files that changed, as they were and are; None if they may not stand.

    They may where no file came or went or has a problem, and each refers to what it did before.
    """
    if before.media != after.media or before.files.keys() != after.files.keys():
        return None
    found: list[tuple[Entry, Entry]] = []
    for path, record in after.files.items():
        was, now = before.files[path].file, record.file
        if was is now or (now.kind is not Kind.EVENT and not_edited(was, now)):
            continue
        names = [entry.id for entry in was.entries] == [entry.id for entry in now.entries]
        if now.kind is not Kind.EVENT or now.problems or was.wants != now.wants or not names:
            return None
        found.extend(zip(was.entries, now.entries, strict=True))
    return found


def not_edited(was: ContentFile, now: ContentFile) -> bool:
    """Return whether a file says what it said before."""
    return not now.problems and was.entries == now.entries


def timeline_with(last: Planned, entries: Iterable[Entry]) -> Timeline:
    """Return the timeline that was planned last with these events in their places."""
    timeline, settings = last.timeline, last.plan.frame.settings
    events = {entry.id: entry.noun for entry in entries if isinstance(entry.noun, Event)}
    zones = {id_: zone_of(each, timeline.places, settings) for id_, each in events.items()}
    outlines = {each.id: each.outline for each in entries if each.outline is not None}
    return replace(
        timeline,
        events=tuple(events.get(event.id, event) for event in timeline.events),
        zones={**timeline.zones, **zones},
        outlines={**timeline.outlines, **outlines},
        digests={**timeline.digests, **{each.id: each.digests for each in entries}},
    )


def problems_of(entries: Iterable[Entry], timeline: Timeline) -> list[Problem]:
    """Return the problems that these events have with what else is known."""
    events = tuple(entry.noun for entry in entries if isinstance(entry.noun, Event))
    problems = withheld_in_events(replace(timeline, events=events))
    problems.extend(quotes_not_found(events, timeline))
    return problems


def passing(decisions: Decisions) -> object:
    """Return which events pass, and who is not named."""
    return decisions.shown, decisions.buried, decisions.held_back, decisions.withheld


def replanned(last: Planned, timeline: Timeline, decisions: Decisions) -> Planned:
    """Return the last plan, its pages to be made from this timeline."""
    publication = Publication(last.plan.frame.settings, timeline, decisions)
    return replace(last, timeline=timeline, publication=publication)


def is_plain_file(path: Path) -> bool:
    """Return whether a file is there; where a link leads is for a look at the whole content."""
    return stat.S_ISREG(mode_of(str(path)))
