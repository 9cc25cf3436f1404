"""The commands: each takes its arguments and returns the exit status."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

from generator.cli.problem_report import as_github, as_json, as_text, summary
from generator.cli.progress import Progress
from generator.errors import ContentError, Problem
from generator.pipeline import Edition, build_site, check_site
from generator.project import Project, find_project

GOOD, PROBLEMS = 0, 1


def edition_of(arguments: argparse.Namespace) -> Edition:
    """Return the edition that the arguments ask for."""
    return Edition(
        base_url=arguments.base_url or "",
        drafts=arguments.drafts,
        strict=arguments.strict,
        now=datetime.now(UTC),
    )


def build(arguments: argparse.Namespace) -> int:
    """Build the site and say what was done."""
    project = find_project(arguments.project, arguments.output)
    progress = Progress(quiet=arguments.quiet)
    try:
        edition = edition_of(arguments)
        report = build_site(project, edition, progress.announce, clean=arguments.clean)
    except ContentError as error:
        progress.finish()
        print_problems(error.problems, project)
        print(f"{summary(error.problems)}; {project.site} was left as it is", file=sys.stderr)
        return PROBLEMS
    seconds = progress.finish()
    print_problems(report.warnings, project)
    if not arguments.quiet:
        total = report.written + report.unchanged
        print(
            f"{project.site}: {total} files, {report.written} written, "
            f"{report.unchanged} unchanged, {report.pruned} pruned, in {seconds:.2f} s"
        )
    return GOOD


def check(arguments: argparse.Namespace) -> int:
    """Find every problem, print it in the form asked for, write nothing."""
    project = find_project(arguments.project, arguments.output)
    progress = Progress(quiet=arguments.quiet)
    try:
        found: Sequence[Problem] = check_site(project, edition_of(arguments), progress.announce)
        status = GOOD
    except ContentError as error:
        found = error.problems
        status = PROBLEMS
    progress.finish()
    if arguments.format == "json":
        print(as_json(found))
    elif arguments.format == "github":
        print(as_github(found), end="\n" if found else "")
    else:
        print_problems(found, project)
        if not arguments.quiet:
            print(summary(found))
    return status


def print_problems(problems: Sequence[Problem], project: Project) -> None:
    """Print problems for people; on a terminal with the line and a caret."""
    if problems:
        with_lines = sys.stderr.isatty()
        print(as_text(problems, project.root, with_lines=with_lines), file=sys.stderr)


def serve(arguments: argparse.Namespace) -> int:
    """Preview the site until it is stopped."""
    # The server's libraries take longer to load than a build that changes nothing.
    from generator.preview import serve_preview  # noqa: PLC0415 - see above

    return serve_preview(
        find_project(arguments.project, None), arguments.port, drafts=arguments.drafts
    )


COMMANDS = {"build": build, "check": check, "serve": serve}
