"""The whole build, as five calls."""

import zoneinfo
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from generator.errors import ContentError, Problem
from generator.load import load_content, load_static_files
from generator.model.page import OutputFile, Plan
from generator.model.report import BuildReport
from generator.plan import plan_pages
from generator.project import Project
from generator.render import render_pages
from generator.validate import validate_content
from generator.write import write_site


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Which edition of the site is built: for which address, for which eyes, at what moment."""

    base_url: str = ""
    drafts: bool = False
    strict: bool = False
    now: datetime


def current_edition() -> Edition:
    """Return the edition for the public, now."""
    return Edition(now=datetime.now(UTC))


Announce = Callable[[str], None]


def build_site(
    project: Project, edition: Edition, announce: Announce, *, clean: bool = False
) -> BuildReport:
    """Build the whole site, or raise ContentError with every problem; `clean` writes all anew."""
    plan, files, warnings = rendered_site(project, edition, announce)
    announce("writing")
    report = write_site(files, plan.assets, project.root, project.site, clean=clean)
    return replace(report, warnings=warnings)


def check_site(project: Project, edition: Edition, announce: Announce) -> tuple[Problem, ...]:
    """Do everything but write; return the warnings, or raise ContentError with every problem."""
    _, _, warnings = rendered_site(project, edition, announce)
    return warnings


def rendered_site(
    project: Project, edition: Edition, announce: Announce
) -> tuple[Plan, tuple[OutputFile, ...], tuple[Problem, ...]]:
    """Return the plan, the rendered files and the warnings."""
    # Only the database that is installed with Verbatim decides what the time was somewhere,
    # so that every machine builds the same bytes.
    zoneinfo.reset_tzpath(to=())
    announce("reading content")
    content = load_content(project.root)
    static_files = load_static_files(project.template_folders)
    announce("checking")
    settings, timeline, warnings = validate_content(content, edition.now.date())
    if warnings and edition.strict:
        raise ContentError(warnings)
    if edition.base_url:
        settings = replace(settings, base_url=edition.base_url)
    announce("planning")
    plan = plan_pages(settings, timeline, static_files, edition.now, drafts=edition.drafts)
    announce(f"rendering {len(plan.pages)} pages")
    return plan, render_pages(plan, project.template_folders), warnings
