"""The whole build: what changed is read, checked, planned, rendered and written."""

from contextlib import suppress
from functools import partial

from msgspec.structs import replace

from generator.edition import Edition
from generator.memory.site_memory import SiteMemory, program_version
from generator.model.document import Kind
from generator.model.report import Announce, BuildReport
from generator.model.settings import SiteSettings
from generator.pipeline.file_reading import file_record
from generator.pipeline.garbage import little_garbage
from generator.pipeline.reading import read_content
from generator.pipeline.sealing import seal_site, sealed_until, seen_before, seen_since
from generator.pipeline.workers import Workers
from generator.project import Project
from generator.write.site import machine_faults
from generator.write.workbench import begin_site


def build_site(
    project: Project,
    edition: Edition,
    announce: Announce,
    *,
    workers: Workers,
    clean: bool = False,
) -> BuildReport:
    """Build the whole site, or raise ContentError with every problem; `clean` writes all anew."""
    memory = SiteMemory(project.root, project.site, program_version())
    known = memory.recalled(clean=clean)
    with little_garbage(), machine_faults(project.site):
        seen = seen_before(project)
        announce("reading content")
        warm = partial(warm_up, project, edition, memory.version, known.compiled)
        reading = read_content(project.root, known.files, known.record.media, workers, warm)
        from generator.pipeline import planning, renewing  # noqa: PLC0415 - see `warm_up`

        planned = planning.planned_edition(project, edition, announce, reading, known.cleared)
        before = begin_site(project.site, memory.placed.recalled())
        announce(f"rendering {len(planned.plan.pages)} pages")
        renewal = renewing.renewal_of(project, planned, memory, known, workers, clean=clean)
        done, renewed = renewal.renew(project.root, before, compress=edition.compress)
        report = planning.with_doubts(done, planned)
    # A cache folder that cannot be written makes the next build slower, not this one wrong.
    with suppress(OSError):
        renewing.remember(renewal, planned, reading, renewed)
        seen |= seen_since(project, reading, renewed.outputs)
        sealed = (sealed_until(planned.timeline, edition.now), seen)
        seal_site(project, edition, memory, sealed, report)
    return report


def warm_up(project: Project, edition: Edition, version: bytes, compiled: dict[str, bytes]) -> None:
    """Load what planning and rendering need, and compile the templates, while others read."""
    from generator.pipeline import renewing as _  # noqa: PLC0415, F401 - see above
    from generator.pipeline.compiling import add_compiled  # noqa: PLC0415 - see above

    if compiled:
        return
    file = file_record(project.root, "content/site.yaml", Kind.SITE, None).file
    noun = file.entries[0].noun if file.entries else None
    if isinstance(noun, SiteSettings):
        settings = replace(noun, base_url=edition.base_url or noun.base_url)
        add_compiled(project, settings, version, compiled)
