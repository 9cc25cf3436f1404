"""The whole build: what changed is read, checked, planned, rendered and written."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from generator.edition import Edition
from generator.errors import ContentError
from generator.load.static_files import load_static_files
from generator.memory.records import PlanRecord
from generator.memory.site_memory import (
    Remembered,
    SiteMemory,
    program_version,
    templates_digest,
)
from generator.model.citation import citations
from generator.model.document import Kind
from generator.model.edtf import parse_edtf
from generator.model.history import Versions
from generator.model.page import Plan
from generator.model.partial_date import PartialDate
from generator.model.report import BuildReport, CheckReport
from generator.model.settings import SiteSettings
from generator.model.timeline import Timeline
from generator.pipeline.compiling import add_compiled
from generator.pipeline.file_reading import file_record
from generator.pipeline.fragments import MendedFragments
from generator.pipeline.garbage import little_garbage
from generator.pipeline.ingredients import ingredients_of
from generator.pipeline.page_codes import encoded_page, page_code
from generator.pipeline.reading import Reading, read_content, reopened
from generator.pipeline.recalled import paths_of, same_dates
from generator.pipeline.recorded import UNRECORDED, Recorded, recorded_history
from generator.pipeline.rendering import Job
from generator.pipeline.renewal import Renewal, trusted
from generator.pipeline.revisions import events_at
from generator.pipeline.sealing import seal_site, sealed_until, seen_before, seen_since
from generator.pipeline.stale import frame_digest
from generator.pipeline.volumes import KeptVolumes, kept_volumes
from generator.pipeline.workers import Workers, default_jobs
from generator.plan.digests import digests_of_each, with_parts
from generator.plan.gate import Publication
from generator.plan.search_layout import layout_of_all
from generator.plan.site import plan_pages
from generator.problem import Problem
from generator.project import Project
from generator.render.pages import Renderer
from generator.validate.acknowledged import Weighed
from generator.validate.content import validate_content
from generator.validate.meaning import weighed_doubts
from generator.validate.safety import safety_notes
from generator.validate.unmarked import unmarked_changes
from generator.write.site import machine_faults
from generator.write.workbench import open_workbench

Announce = Callable[[str], None]


class Planned(Struct, frozen=True):
    """Everything before rendering: the pages, what they are made from, and what was doubted.

    `acknowledged` are the warnings that entries acknowledge, each with the reason.
    """

    plan: Plan
    publication: Publication
    timeline: Timeline
    warnings: tuple[Problem, ...]
    acknowledged: tuple[tuple[Problem, str], ...] = ()


def build_site(
    project: Project,
    edition: Edition,
    announce: Announce,
    *,
    workers: Workers | None = None,
    clean: bool = False,
) -> BuildReport:
    """Build the whole site, or raise ContentError with every problem; `clean` writes all anew."""
    workers = workers or Workers(default_jobs())
    memory = SiteMemory(project.root, project.site, program_version())
    known = memory.recalled(clean=clean)
    with little_garbage(), machine_faults(project.site):
        seen = seen_before(project)
        announce("reading content")
        warm = partial(warm_up, project, edition, memory.version, known.compiled)
        reading = read_content(project.root, known.files, known.record.media, workers, warm)
        recorded = recorded_history(project.root) if edition.history else UNRECORDED
        planned = planned_site(project, edition, announce, reading, versions=recorded.versions)
        open_workbench(project.site)
        announce(f"rendering {len(planned.plan.pages)} pages")
        renewal = renewal_of(project, planned, memory, known, workers, clean=clean)
        report, renewed = renewal.renew(project.root, compress=edition.compress)
        report = with_doubts(report, planned, recorded)
    # A cache folder that cannot be written makes the next build slower, not this one wrong.
    with suppress(OSError):
        renewal.remember(reading, renewed, plan_record(planned, reading, renewal))
        seen |= seen_since(project, reading, renewed.outputs)
        until = sealed_until(planned.timeline, edition.now)
        seal_site(project, edition, memory, (until, seen), report)
    return report


def with_doubts(report: BuildReport, planned: Planned, recorded: Recorded) -> BuildReport:
    """Return the report with all that people should be told besides what was written."""
    return replace(
        report,
        warnings=planned.warnings,
        acknowledged=tuple(problem.kind.code for problem, _ in planned.acknowledged),
        uncommitted=recorded.uncommitted,
    )


def warm_up(project: Project, edition: Edition, version: bytes, compiled: dict[str, bytes]) -> None:
    """Compile the templates, for which no more is needed than the settings."""
    file = file_record(project.root, "content/site.yaml", Kind.SITE, None).file
    noun = file.entries[0].noun if file.entries else None
    if not compiled and isinstance(noun, SiteSettings):
        settings = replace(noun, base_url=edition.base_url or noun.base_url)
        add_compiled(project, settings, version, compiled)


def renewal_of(  # noqa: PLR0913 - what is, what shall be, and who brings it about
    project: Project,
    planned: Planned,
    memory: SiteMemory,
    known: Remembered,
    workers: Workers,
    *,
    clean: bool,
) -> Renewal:
    """Return the renewal that brings the site from what is recorded to what is planned."""
    folders = project.template_folders
    frame = frame_digest(planned.plan, planned.timeline, templates_digest(folders))
    record = trusted(known.record, frame)
    volumes = kept_volumes(project.site, record, memory.load_volumes(record))
    job = job_of(project, planned, memory, known.compiled, volumes)
    job = replace(job, clean=clean)
    each = digests_of_each(planned.publication, planned.timeline)
    now = with_parts(each, *layout_of_all(planned.publication))
    codes = [page_code(page) for page in planned.plan.pages]
    templates = [page.template for page in planned.plan.pages]
    made_from = ingredients_of(planned.publication, folders)
    return Renewal(job, memory, record, now, workers, templates, codes, each, made_from)


def job_of(
    project: Project,
    planned: Planned,
    memory: SiteMemory,
    compiled: dict[str, bytes],
    volumes: KeptVolumes,
) -> Job:
    """Return what rendering needs."""
    return Job(
        planned.plan,
        planned.publication,
        project.template_folders,
        project.site,
        {},
        MendedFragments(memory.records, set()),
        compiled,
        MendedFragments(memory.entries, set()),
        memory.share_cards,
        {},
        volumes,
    )


def plan_record(planned: Planned, reading: Reading, renewal: Renewal) -> PlanRecord:
    """Return what is remembered of the plan."""
    plan = planned.plan
    entries = (entry for file in reading.content.files for entry in file.entries)
    return PlanRecord(
        version=b"",
        frame=plan.frame,
        decisions=planned.publication.decisions,
        pages=tuple(map(encoded_page, plan.pages, renewal.codes)),
        needs=tuple(plan.needs),
        paths=paths_of(entries),
        same_date=same_dates(planned.timeline.events),
        search=layout_of_all(planned.publication)[0],
        templates=tuple(page.template for page in plan.pages),
        ingredients=renewal.ingredients,
    )


def check_site(
    project: Project, edition: Edition, announce: Announce, *, since: str = ""
) -> CheckReport:
    """Do everything but write; raise ContentError with every problem.

    `since` is a revision: what was published then may not change without a word to readers.
    """
    announce("reading content")
    reading = read_content(project.root, {}, {}, Workers(default_jobs()))
    planned = planned_site(project, edition, announce, reading)
    if since:
        unmarked = tuple(unmarked_changes(events_at(project.root, since), planned.timeline))
        if unmarked:
            raise ContentError((*unmarked, *planned.warnings))
    announce(f"rendering {len(planned.plan.pages)} pages")
    publication, frame = planned.publication, planned.plan.frame
    compiled: dict[str, bytes] = {}
    add_compiled(project, frame.settings, program_version(), compiled)
    renderer = Renderer(frame, project.template_folders, publication, {}, {}, compiled)
    for page in planned.plan.pages:
        renderer.file(page, page.make(publication, *page.about))
    cited = tuple(citations(planned.timeline.events))
    verified = sum(map(planned.timeline.lock.is_verified, cited))
    notes = tuple(safety_notes(planned.timeline))
    return CheckReport(planned.warnings, planned.acknowledged, len(cited), verified, notes)


def planned_site(  # noqa: PLR0913 - what was read, and what is wanted of it
    project: Project,
    edition: Edition,
    announce: Announce,
    reading: Reading,
    *,
    is_doubted: bool = True,
    versions: Versions = UNRECORDED.versions,
) -> Planned:
    """Check what was read and plan the pages; raise ContentError with every problem.

    `versions` are those of events that git has. Unless `is_doubted`, nobody asks whether the
    content is likely to be true.
    """
    announce("checking")
    reopen = partial(reopened, project.root)
    settings, timeline, found = validate_content(reading.content, reopen)
    doubted = Weighed(found, ())
    if is_doubted:
        doubted = weighed_doubts(timeline, found, edition.now.date())
    if doubted.told and edition.strict:
        raise ContentError(doubted.told)
    if edition.base_url:
        settings = replace(settings, base_url=edition.base_url)
    announce("planning")
    plan, publication = plan_pages(
        settings,
        timeline,
        load_static_files(project.template_folders),
        edition.now,
        drafts=edition.drafts,
        as_of=day_of(edition),
        versions=versions,
    )
    return Planned(plan, publication, timeline, *doubted)


def day_of(edition: Edition) -> PartialDate | None:
    """Return the day as of which the edition is made."""
    return parse_edtf(edition.as_of) if edition.as_of else None
