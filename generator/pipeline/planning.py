"""Planning: content that was read becomes a plan of the whole site, or every problem at once."""

from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from generator.edition import Edition
from generator.errors import ContentError
from generator.load.own_files import load_own_files
from generator.load.static_files import load_static_files
from generator.model.asset import OwnFile
from generator.model.cleared import NOTHING_CLEARED, Cleared
from generator.model.edtf import parse_edtf
from generator.model.entry import Content
from generator.model.history import Versions
from generator.model.page import Plan
from generator.model.partial_date import PartialDate
from generator.model.report import Announce, BuildReport
from generator.model.settings import SiteSettings
from generator.model.timeline import Timeline
from generator.pipeline.reading import Reading, reopened
from generator.pipeline.recorded import UNRECORDED, recorded_history
from generator.plan.gate import Publication
from generator.plan.site import plan_pages
from generator.problem import Problem
from generator.project import SHIPPED_TEMPLATES, Project
from generator.validate.acknowledged import Weighed
from generator.validate.content import unread_entries, validate_content
from generator.validate.meaning import weighed_doubts
from generator.validate.own_templates import unread_files, unused_templates
from generator.validate.permanent import without_ids
from generator.validate.withheld import withheld_in_files


class Planned(Struct, frozen=True):
    """Everything before rendering: the pages, what they are made from, and what was doubted.

    `acknowledged` are the warnings that entries acknowledge, each with the reason; `uncommitted`
    the paths of files that differ from what git has, where it was asked.
    """

    plan: Plan
    publication: Publication
    timeline: Timeline
    warnings: tuple[Problem, ...]
    acknowledged: tuple[tuple[Problem, str], ...] = ()
    uncommitted: tuple[str, ...] = ()


def planned_edition(
    project: Project, edition: Edition, announce: Announce, reading: Reading, cleared: Cleared
) -> Planned:
    """Return the site as planned, with its history out of git if the edition is to show it."""
    recorded = recorded_history(project.root) if edition.history else UNRECORDED
    planned = planned_site(
        project, edition, announce, reading, versions=recorded.versions, cleared=cleared
    )
    return replace(planned, uncommitted=recorded.uncommitted)


def with_doubts(report: BuildReport, planned: Planned) -> BuildReport:
    """Return the report with all that people should be told besides what was written."""
    return replace(
        report,
        warnings=planned.warnings,
        acknowledged=tuple(problem.kind.code for problem, _ in planned.acknowledged),
        uncommitted=planned.uncommitted,
    )


def planned_site(  # noqa: PLR0913 - what was read, and what is wanted of it
    project: Project,
    edition: Edition,
    announce: Announce,
    reading: Reading,
    *,
    is_doubted: bool = True,
    versions: Versions = UNRECORDED.versions,
    cleared: Cleared = NOTHING_CLEARED,
) -> Planned:
    """Check what was read and plan the pages; raise ContentError with every problem.

    `versions` are those of events that git has; `cleared` are events in which no withheld name was
    found before. Unless `is_doubted`, nobody asks whether the
    content is likely to be true.
    """
    announce("checking")
    settings, timeline, found = checked(project, reading, cleared)
    found += without_ids(settings, followed_at(edition), timeline.locate)
    doubted = Weighed(found, ())
    if is_doubted:
        doubted = weighed_doubts(timeline, found, edition.now.date())
    if doubted.told and edition.strict:
        raise ContentError(doubted.told)
    settings = placed_at(settings, edition.base_url)
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


def checked(
    project: Project, reading: Reading, cleared: Cleared
) -> tuple[SiteSettings, Timeline, tuple[Problem, ...]]:
    """Return what `validate_content` makes of what was read; raise ContentError."""
    content, own = with_own_files(reading.content, project)
    return validate_content(content, partial(reopened, project.root), own, cleared)


def own_files(project: Project) -> tuple[OwnFile, ...]:
    """Return what the project publishes beside its content."""
    return load_own_files(project.root, project.own_templates)


def with_own_files(content: Content, project: Project) -> tuple[Content, tuple[OwnFile, ...]]:
    """Return what the project publishes beside its content; with a problem for what is not used."""
    own = own_files(project)
    return replace(content, problems=(*content.problems, *unused_files(project, own))), own


def faults_of_templates(project: Project, timeline: Timeline) -> tuple[Problem, ...]:
    """Return what is wrong with the project's own templates besides what is written in them."""
    own = own_files(project) if project.own_templates is not None else ()
    unused = unused_files(project, own)
    return (*unread_entries(own), *unused, *withheld_in_files(timeline, own))


def unused_files(project: Project, own: tuple[OwnFile, ...]) -> tuple[Problem, ...]:
    """Return a problem for each of the project's own templates that is not used."""
    if project.own_templates is None:
        return ()
    from generator.render import own_templates  # noqa: PLC0415 - few projects have any

    shipped = own_templates.names_in(SHIPPED_TEMPLATES)
    unused = own_templates.unused_templates(project.own_templates, shipped)
    return (*unused_templates(unused, shipped), *unread_files(own, shipped))


def placed_at(settings: SiteSettings, address: str) -> SiteSettings:
    """Return the settings for a copy at that address; its ids stay those of the content's own.

    Without an address the site is where the content says.
    """
    if not address:
        return settings
    return replace(settings, base_url=address, declared_url=settings.base_url)


def followed_at(edition: Edition) -> str:
    """Return the address that the build was told; empty for editions that nobody follows."""
    return "" if edition.drafts or edition.as_of else edition.base_url


def day_of(edition: Edition) -> PartialDate | None:
    """Return the day as of which the edition is made."""
    return parse_edtf(edition.as_of) if edition.as_of else None
