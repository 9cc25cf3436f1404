"""Renewing: what a build remembers and what it plans become one renewal, which is remembered."""

from msgspec.structs import replace

from generator.memory.records import PlanRecord, SiteRecord
from generator.memory.site_memory import Remembered, SiteMemory, templates_digest
from generator.model.cleared import cleared_in
from generator.pipeline.fragments import MendedFragments
from generator.pipeline.ingredients import ingredients_of
from generator.pipeline.page_codes import encoded_page, page_code
from generator.pipeline.planning import Planned
from generator.pipeline.reading import Reading
from generator.pipeline.recalled import paths_of, same_dates
from generator.pipeline.rendering import Job
from generator.pipeline.renewal import Renewal, trusted
from generator.pipeline.stale import frame_digest
from generator.pipeline.volumes import KeptVolumes, kept_volumes
from generator.pipeline.workers import Workers
from generator.plan.digests import digests_of_each, with_parts
from generator.plan.search_layout import layout_of_all
from generator.project import Project


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


def remember(renewal: Renewal, planned: Planned, reading: Reading, site: SiteRecord) -> None:
    """Keep all that the next build can begin with."""
    cleared = cleared_in(planned.timeline)
    if cleared != renewal.memory.load_cleared():
        renewal.memory.save_cleared(cleared)
    renewal.remember(reading, site, plan_record(planned, reading, renewal))


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
        templates=tuple(renewal.templates),
        ingredients=renewal.ingredients,
    )
