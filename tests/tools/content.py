"""Content for tests: a project read, checked and planned, without being rendered."""

from datetime import datetime
from functools import partial
from pathlib import Path

from generator.model.entry import Content
from generator.model.page import Plan
from generator.model.settings import SiteSettings
from generator.model.timeline import Timeline
from generator.pipeline.reading import read_content, reopened
from generator.pipeline.workers import Workers
from generator.plan.gate import Publication
from generator.plan.site import plan_pages
from generator.validate.content import validate_content


def content_of(project: Path) -> Content:
    """Return what the project's files say."""
    return read_content(project, {}, {}, Workers()).content


def timeline_of(project: Path) -> tuple[SiteSettings, Timeline]:
    """Return the project's settings and timeline."""
    reopen = partial(reopened, project)
    settings, timeline, _ = validate_content(content_of(project), reopen)
    return settings, timeline


def plan_of(project: Path, now: datetime, *, drafts: bool = False) -> tuple[Plan, Publication]:
    """Return the project's plan and what its pages are made from."""
    settings, timeline = timeline_of(project)
    return plan_pages(settings, timeline, (), now, drafts=drafts)
