"""Following: the site of content that is being edited, planned anew with as little work as can be.

It does what a build does before rendering, is told which files may have changed, and remembers
in memory what a build remembers on disk.
"""

import stat
from collections.abc import Collection, Iterator
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from generator.edition import Edition
from generator.errors import ContentError
from generator.model.entry import Entry
from generator.model.event import Event
from generator.model.timeline import Timeline
from generator.pipeline.changed_paths import mode_of
from generator.pipeline.file_reading import file_record
from generator.pipeline.planning import Planned, planned_site
from generator.pipeline.reading import Reading, read_content
from generator.pipeline.words import bones
from generator.pipeline.workers import Workers
from generator.plan.deciding import decided
from generator.plan.digests import event_digests
from generator.plan.gate import Publication
from generator.project import Project
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

    def plan(self, changed: Collection[Path] | None, now: datetime) -> Planned:
        """Return the site as planned now; raise ContentError with every problem.

        `changed` are the files that may have changed since the last time, None for all.
        """
        before, last = self.reading, self.planned
        if last is not None and changed and all(map(self.is_markup, changed)):
            return last
        # Until this plan is good, there is none that the content as read belongs to.
        self.planned = None
        self.reading = after = self.read(changed)
        is_inside = changed is not None and all(map(self.is_content, changed))
        is_locked = before is not None and before.content.lock is after.content.lock
        if before is not None and last is not None and is_inside and is_locked:
            self.planned = self.reworded(last, before, after, now)
        if self.planned is None:
            edition = Edition(now, drafts=self.drafts)
            self.planned = planned_site(
                self.project, edition, lambda _: None, after, is_doubted=False
            )
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
        entries = reworded_entries(before, after)
        if entries is None:
            return None
        events = {entry.id: entry.noun for entry in entries if isinstance(entry.noun, Event)}
        timeline = replace(
            last.timeline,
            events=tuple(events.get(event.id, event) for event in last.timeline.events),
            digests={**last.timeline.digests, **{each.id: each.digests for each in entries}},
        )
        reworded = tuple(events.values())
        problems = withheld_in_events(replace(timeline, events=reworded))
        problems.extend(quotes_not_found(reworded, timeline))
        if problems:
            raise ContentError(problems)
        settings = last.plan.frame.settings
        decisions = decided(timeline, now, drafts=self.drafts)
        if decisions != last.publication.decisions:
            return None  # an embargo has ended, or sources tell of other quotes as verified
        rested = set().union(*(changed_words(id_, last, timeline) for id_ in events))
        if not last.plan.needs.isdisjoint(rested):
            return None  # planning itself looked at these words
        publication = Publication(settings, timeline, decisions)
        return replace(last, timeline=timeline, publication=publication)


def changed_words(id_: str, last: Planned, timeline: Timeline) -> Iterator[str]:
    """Yield what of an event's words is not what it was, as `Publication.needs` names it."""
    was = dict(event_digests(id_, last.publication, last.timeline))
    for need, digest in event_digests(id_, last.publication, timeline):
        if was[need] != digest:
            yield need


def reworded_entries(before: Reading, after: Reading) -> list[Entry] | None:
    """Return the entries of files that changed, None if more than events' words did."""
    if before.media != after.media or before.files.keys() != after.files.keys():
        return None
    found: list[Entry] = []
    for path, record in after.files.items():
        old = before.files[path]
        if old.file is record.file:
            continue
        was, now = old.file, record.file
        if now.problems or [*map(bones, was.entries)] != [*map(bones, now.entries)]:
            return None
        found.extend(now.entries)
    return found


def is_plain_file(path: Path) -> bool:
    """Return whether a file is there; where a link leads is for a look at the whole content."""
    return stat.S_ISREG(mode_of(str(path)))
