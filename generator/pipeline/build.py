"""The whole build, as five calls."""

import zoneinfo
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from generator.errors import ContentError, Problem
from generator.load import load_static_files
from generator.model.draft import Draft
from generator.model.page import OutputFile, Plan
from generator.model.report import BuildReport
from generator.pipeline.editions import Edition
from generator.pipeline.reading import read_content, reopened
from generator.pipeline.rendering import Job, rendered_pages
from generator.pipeline.workers import Workers, default_jobs
from generator.plan import Publication, plan_pages
from generator.project import Project
from generator.render import Renderer
from generator.validate import validate_content
from generator.write import draft_file, machine_faults, open_workbench, write_site

Announce = Callable[[str], None]


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
    plan, publication, warnings = planned_site(project, edition, announce)
    with machine_faults(project.site):
        open_workbench(project.site)
        announce(f"rendering {len(plan.pages)} pages")
        job = Job(plan, publication, project.template_folders, project.site, {}, {}, clean)
        drafts = [each.draft for each in rendered_pages(job, workers)]
        drafts.extend(asset_drafts(plan, project, clean=clean))
        announce("writing")
        report = write_site(drafts, project.site)
    return replace(report, warnings=warnings)


def check_site(project: Project, edition: Edition, announce: Announce) -> tuple[Problem, ...]:
    """Do everything but write; return the warnings, or raise ContentError with every problem."""
    plan, publication, warnings = planned_site(project, edition, announce)
    announce(f"rendering {len(plan.pages)} pages")
    renderer = Renderer(plan.frame, project.template_folders, publication, {}, {})
    for page in plan.pages:
        renderer.file(page, page.make(publication, *page.about))
    return warnings


def planned_site(
    project: Project, edition: Edition, announce: Announce
) -> tuple[Plan, Publication, tuple[Problem, ...]]:
    """Return the plan, what its pages are made from, and the warnings."""
    # Only the database that is installed with Verbatim decides what the time was somewhere,
    # so that every machine builds the same bytes.
    zoneinfo.reset_tzpath(to=())
    announce("reading content")
    content = read_content(project.root, {}, {}).content
    static_files = load_static_files(project.template_folders)
    announce("checking")
    reopen = partial(reopened, project.root)
    settings, timeline, warnings = validate_content(content, edition.now.date(), reopen)
    if warnings and edition.strict:
        raise ContentError(warnings)
    if edition.base_url:
        settings = replace(settings, base_url=edition.base_url)
    announce("planning")
    plan, publication = plan_pages(
        settings, timeline, static_files, edition.now, drafts=edition.drafts
    )
    return plan, publication, warnings


def asset_drafts(plan: Plan, project: Project, *, clean: bool) -> Iterator[Draft]:
    """Yield the drafts of the files that are copied unchanged."""
    for number, asset in enumerate(plan.assets):
        content = Path(project.root, asset.origin).read_bytes()
        file = OutputFile(asset.path.lstrip("/"), content)
        yield draft_file(project.site, file, f"asset-{number}", clean=clean)
