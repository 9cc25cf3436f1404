"""The commands: each takes its arguments and returns the exit status.

What builds is imported only when there is something to build: importing takes longer than
finding out that nothing changed.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from time import monotonic
from typing import TYPE_CHECKING

from generator.cli.moments import given_moment, moment_of
from generator.cli.progress import Progress
from generator.edition import Edition
from generator.errors import ContentError, UsageError
from generator.memory.folder import seal_path
from generator.memory.seal import Outcome, Sealed, last_sealed
from generator.project import Project, find_project
from generator.write.sole import sole_build

if TYPE_CHECKING:
    from generator.problem import Problem

GOOD, PROBLEMS = 0, 1


def edition_of(arguments: argparse.Namespace) -> Edition:
    """Return the edition that the arguments ask for; as of today or later it is today's."""
    now = moment_of(arguments)
    is_past = bool(arguments.as_of) and date.fromisoformat(arguments.as_of) < now.date()
    return Edition(
        base_url=arguments.base_url or "",
        drafts=arguments.drafts,
        strict=arguments.strict,
        compress=arguments.compress,
        as_of=arguments.as_of if is_past else "",
        history=arguments.history,
        now=now,
    )


def build(arguments: argparse.Namespace) -> int:
    """Build the site and say what was done."""
    project = find_project(arguments.project, arguments.output)
    edition = edition_of(arguments)
    if edition.history and edition.as_of:
        message = "--history beside --as-of; what was known on a day has no history yet"
        raise UsageError(message)
    started = monotonic()
    with sole_build(project.site):
        # A seal knows nothing of compressed copies, nor of commits.
        if not (arguments.clean or arguments.compress or arguments.history):
            seal = seal_path(project.root, project.site)
            sealed = last_sealed(seal, edition.asked(), edition.now)
            if sealed is not None and not sealed.changed:
                return nothing_to_do(arguments, project, sealed.outcome, started)
            if sealed is not None and is_reworded(project, edition, sealed, arguments, started):
                return GOOD
        return build_anew(arguments, project, edition)


def is_reworded(
    project: Project,
    edition: Edition,
    sealed: Sealed,
    arguments: argparse.Namespace,
    started: float,
) -> bool:
    """Return whether no more than words of events changed, and the site was built with them."""
    from generator.pipeline.rewording import reworded_site  # noqa: PLC0415 - see the module

    written = reworded_site(project, edition, sealed)
    if written is None:
        return False
    count = sealed.outcome[0]
    print_warnings(project, sealed.outcome)
    if not arguments.quiet:
        report_line(project, (count, written, count - written, 0), monotonic() - started)
    return True


def nothing_to_do(
    arguments: argparse.Namespace, project: Project, outcome: Outcome, started: float
) -> int:
    """Say that nothing changed, and again what was doubted."""
    print_warnings(project, outcome)
    if not arguments.quiet:
        report_line(project, (outcome[0], 0, outcome[0], 0), monotonic() - started)
    return GOOD


def print_warnings(project: Project, outcome: Outcome) -> None:
    """Print again what was doubted."""
    _, sealed, lines, _ = outcome
    if lines and not sys.stderr.isatty():
        print("\n".join(lines), file=sys.stderr)
    elif lines:
        from generator.pipeline.sealing import warnings_of  # noqa: PLC0415 - see the module

        print_problems(warnings_of(sealed), project)


def build_anew(arguments: argparse.Namespace, project: Project, edition: Edition) -> int:
    """Build what changed."""
    from generator.pipeline.build import build_site  # noqa: PLC0415 - see the module
    from generator.pipeline.workers import Workers, default_jobs  # noqa: PLC0415 - see the module

    progress = Progress(quiet=arguments.quiet)
    workers = Workers(arguments.jobs or default_jobs())
    try:
        report = build_site(
            project, edition, progress.announce, workers=workers, clean=arguments.clean
        )
    except ContentError as error:
        from generator.cli.problem_report import summary  # noqa: PLC0415 - see the module

        progress.finish()
        print_problems(error.problems, project)
        print(f"{summary(error.problems)}; {project.site} was left as it is", file=sys.stderr)
        return PROBLEMS
    seconds = progress.finish()
    print_problems(report.warnings, project)
    if report.uncommitted:
        print(uncommitted_line(report.uncommitted), file=sys.stderr)
    if not arguments.quiet:
        total = report.written + report.unchanged
        numbers = (total, report.written, report.unchanged, report.pruned)
        report_line(project, numbers, seconds)
    return GOOD


def uncommitted_line(paths: Sequence[str], most: int = 3) -> str:
    """Return which files' histories end before what the site says now."""
    more = f" and {len(paths) - most} more" if len(paths) > most else ""
    return f"history: git does not have what these files say now: {', '.join(paths[:most])}{more}"


def report_line(project: Project, numbers: tuple[int, int, int, int], seconds: float) -> None:
    """Print what a build did: all files, those written, unchanged and pruned."""
    total, written, unchanged, pruned = numbers
    print(
        f"{project.site}: {total} files, {written} written, "
        f"{unchanged} unchanged, {pruned} pruned, in {seconds:.2f} s"
    )


def check(arguments: argparse.Namespace) -> int:
    """Find every problem, print it in the form asked for, write nothing."""
    from generator.cli.checking import check_content  # noqa: PLC0415 - see the module

    project = find_project(arguments.project, arguments.output)
    return check_content(arguments, project, edition_of(arguments))


def print_problems(problems: "Sequence[Problem]", project: Project) -> None:
    """Print problems for people, where there are any."""
    if problems:
        from generator.cli import problem_report  # noqa: PLC0415 - see the module

        problem_report.print_problems(problems, project.root)


def serve(arguments: argparse.Namespace) -> int:
    """Preview the site until it is stopped."""
    # The server's libraries take longer to load than a build that changes nothing.
    from generator.preview import serve_preview  # noqa: PLC0415 - see above

    return serve_preview(
        find_project(arguments.project, None),
        arguments.port,
        drafts=arguments.drafts,
        now=given_moment(arguments),
    )


def verify(arguments: argparse.Namespace) -> int:
    """Compare every quote with the copies of its source, and say what came of it."""
    from generator.cli.verify import verify_quotes  # noqa: PLC0415 - see the module

    return verify_quotes(find_project(arguments.project, None), quiet=arguments.quiet)


def capture(arguments: argparse.Namespace) -> int:
    """Store a copy of a source."""
    from generator.cli.capture import capture_source  # noqa: PLC0415 - see the module

    return capture_source(arguments, find_project(arguments.project, None))


def audit(arguments: argparse.Namespace) -> int:
    """Compare a copy of the site with the site's manifest."""
    from generator.cli.auditing import audit_copy  # noqa: PLC0415 - see the module

    return audit_copy(arguments, find_project(arguments.project, arguments.output))


def init(arguments: argparse.Namespace) -> int:
    """Start a new project, and say what to do next."""
    from generator.cli.starting import start_project  # noqa: PLC0415 - see the module

    return start_project(arguments.folder, quiet=arguments.quiet)


def new(arguments: argparse.Namespace) -> int:
    """Write a new event's file."""
    from generator.cli import authoring  # noqa: PLC0415 - see the module

    return authoring.new(arguments, find_project(arguments.project, None))


def schema(arguments: argparse.Namespace) -> int:
    """Write JSON Schemas for editors."""
    from generator.cli import authoring  # noqa: PLC0415 - see the module

    return authoring.schema(arguments, find_project(arguments.project, None))


def fmt(arguments: argparse.Namespace) -> int:
    """Format content files."""
    from generator.cli import authoring  # noqa: PLC0415 - see the module

    return authoring.fmt(arguments, find_project(arguments.project, None))


def import_(arguments: argparse.Namespace) -> int:
    """Take over another program's timeline."""
    from generator.cli import importing  # noqa: PLC0415 - see the module

    return importing.import_file(arguments, find_project(arguments.project, None))


def export(arguments: argparse.Namespace) -> int:
    """Hand the published timeline to another program."""
    from generator.cli import exporting  # noqa: PLC0415 - see the module

    return exporting.export_file(arguments, find_project(arguments.project, None))


COMMANDS = {
    "build": build,
    "init": init,
    "check": check,
    "serve": serve,
    "verify": verify,
    "capture": capture,
    "audit": audit,
    "new": new,
    "schema": schema,
    "fmt": fmt,
    "import": import_,
    "export": export,
}
