"""Sealing: a good build is sealed, so that the next one knows at once if there is nothing to do."""

import os
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

import msgspec

from generator.edition import Edition
from generator.memory.folder import seal_path
from generator.memory.records import OutputRecord
from generator.memory.seal import Sealed, program_files, write_seal
from generator.memory.site_memory import SiteMemory
from generator.memory.stamps import NOT_THERE, Stamp, settled, stamp_of
from generator.model.quote_lock import LOCK_PATH
from generator.model.report import BuildReport
from generator.model.timeline import Timeline
from generator.pipeline.reading import Reading
from generator.problem import Problem
from generator.project import Project
from generator.write.workbench import WORKBENCH

Seen = dict[str, Stamp | None]


def seen_before(project: Project) -> Seen:
    """Return the stamps of all that a build looks at but the content's files, before it does.

    A stamp is None where a file is so new that its next change might not show.
    """
    now = time.time_ns()
    stamps = ((path, stamp_of(path)) for path in paths_looked_at(project))
    return {path: NOT_THERE if stamp is None else settled(stamp, now) for path, stamp in stamps}


def paths_looked_at(project: Project) -> Iterator[str]:
    """Yield the folders of the content, the templates and the program; some may not be there."""
    yield f"{project.root}/content"
    yield f"{project.root}/{LOCK_PATH}"
    for root, folders, _ in walked_once(f"{project.root}/content", f"{project.root}"):
        if "captures" in folders:
            folders.remove("captures")  # they are no part of a build
        yield from (f"{root}/{name}" for name in folders)
    yield f"{project.root}/templates"
    for folder in project.template_folders:
        for root, folders, files in walked_once(str(folder), "/"):
            yield from (f"{root}/{name}" for name in ("", *folders, *files))
    yield from program_files()


def walked_once(top: str, within: str) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield what `os.walk` does, and enter links, but each folder by one link and none outside."""
    entered = {os.path.realpath(top)}
    bound = os.path.join(os.path.realpath(within), "")  # noqa: PTH118 - a Path costs more
    for root, folders, files in os.walk(top, followlinks=True):
        yield root, folders, files
        for name in folders.copy():
            path = f"{root}/{name}"
            if os.path.islink(path):  # noqa: PTH114 - see above
                real = os.path.realpath(path)
                if real in entered or not real.startswith(bound):
                    folders.remove(name)
                entered.add(real)


def seal_site(
    project: Project,
    edition: Edition,
    memory: SiteMemory,
    stands: tuple[datetime, Seen],
    report: BuildReport,
) -> None:
    """Seal a build; what is too new to trust is as if it had changed since."""
    until, seen = stands
    manifest = f"{project.site}/manifest.json"
    stamps = {**seen, manifest: stamp_of(manifest)}
    warnings: list[object] = msgspec.to_builtins(report.warnings)
    lines = [warning.line for warning in report.warnings]
    acknowledged = sorted(set(report.acknowledged))
    outcome = (report.written + report.unchanged, list(warnings), lines, acknowledged)
    between = (edition.now.timestamp(), until.timestamp())
    sealed = Sealed(*between, memory.version, memory.record_sum, stamps, outcome, [])
    write_seal(seal_path(project.root, project.site), edition.asked(), sealed)


def seen_since(project: Project, reading: Reading, outputs: Mapping[str, OutputRecord]) -> Seen:
    """Return the stamps of the content's files as they were read, and of the site's.

    A workbench that is there belongs to a build that was interrupted.
    """
    return {
        f"{project.site}/{WORKBENCH}": NOT_THERE,
        **{f"{project.root}/{path}": each.stamp for path, each in reading.files.items()},
        **{f"{project.root}/content/media/{p}": each.stamp for p, each in reading.media.items()},
        **{f"{project.site}/{path}": each.stamp for path, each in outputs.items()},
    }


def sealed_until(timeline: Timeline, now: datetime) -> datetime:
    """Return the first moment at which a build of the same files may come out otherwise."""
    today = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    embargoes = [event.embargo.instant for event in timeline.events if event.embargo is not None]
    return min([today + timedelta(days=1), *(instant for instant in embargoes if instant > now)])


def warnings_of(sealed: list[object]) -> tuple[Problem, ...]:
    """Return the warnings that a seal holds."""
    return msgspec.convert(sealed, tuple[Problem, ...])
