"""Checking: everything that a build does but writing, and what only editors want to know."""

from functools import partial

from generator.edition import Edition
from generator.errors import ContentError
from generator.memory.site_memory import program_version
from generator.model.citation import citations
from generator.model.report import Announce, CheckReport
from generator.model.safety import SafetyNote
from generator.pipeline.compiling import add_compiled
from generator.pipeline.planning import planned_site
from generator.pipeline.reading import read_content, reopened
from generator.pipeline.revisions import published, revision_at
from generator.pipeline.workers import Workers, default_jobs
from generator.problem import Severity
from generator.project import Project
from generator.render.pages import Renderer
from generator.validate.content import readable_timeline
from generator.validate.safety import safety_notes
from generator.validate.unmarked import unmarked_changes


def check_site(
    project: Project, edition: Edition, announce: Announce, *, since: str = ""
) -> CheckReport:
    """Do everything but write; raise ContentError with every problem.

    `since` is a revision: what was published then may not change without a word to readers.
    """
    announce("reading content")
    reading = read_content(project.root, {}, {}, Workers(default_jobs()))
    planned = planned_site(project, edition, announce, reading)
    warnings = planned.warnings
    if since:
        before, now = revision_at(project.root, since), published(reading.content, edition.now)
        unmarked = tuple(unmarked_changes(before, now, planned.timeline.locate))
        warnings = (*unmarked, *warnings)
        if any(each.kind.severity is Severity.PROBLEM for each in unmarked):
            raise ContentError(warnings)
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
    return CheckReport(warnings, planned.acknowledged, len(cited), verified, notes)


def readable_safety_notes(project: Project) -> tuple[SafetyNote, ...]:
    """Return the safety notes of content that has problems, without the entries that have them."""
    reading = read_content(project.root, {}, {}, Workers(default_jobs()))
    timeline = readable_timeline(reading.content, partial(reopened, project.root))
    return tuple(safety_notes(timeline))
