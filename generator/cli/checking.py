"""`check`: says what is wrong with the content, what is doubted, and what was acknowledged."""

import argparse

from generator.cli.problem_report import as_github, as_json, counted, print_problems, summary
from generator.cli.progress import Progress
from generator.cli.safety_report import safety_lines
from generator.edition import Edition
from generator.errors import ContentError
from generator.model.report import CheckReport
from generator.pipeline.checking import check_site, readable_safety_notes
from generator.project import Project

GOOD, PROBLEMS = 0, 1


def check_content(arguments: argparse.Namespace, project: Project, edition: Edition) -> int:
    """Check all and print it in the form asked for; return 1 when there are problems."""
    progress = Progress(quiet=arguments.quiet)
    try:
        report = check_site(project, edition, progress.announce, since=arguments.since)
        status, closing = GOOD, closing_line(report)
    except ContentError as error:
        notes = readable_safety_notes(project) if arguments.safety else ()
        report = CheckReport(error.problems, (), 0, 0, notes)
        status, closing = PROBLEMS, summary(error.problems)
    progress.finish()
    found = report.warnings
    if arguments.safety:
        if status == PROBLEMS:
            print_problems(found, project.root)
            print(f"{closing}; entries with problems are not in this list:")
        print("\n".join(safety_lines(report.safety)))
    elif arguments.format == "json":
        print(as_json(found, report.acknowledged))
    elif arguments.format == "github":
        print(as_github(found, project.root), end="\n" if found else "")
    else:
        print_problems(found, project.root)
        if not arguments.quiet:
            print(closing)
    return status


def closing_line(report: CheckReport) -> str:
    """Return how it stands: what was found, what is acknowledged, how many quotes are verified."""
    acknowledged = counted(len(report.acknowledged), "warning")
    aside = f", {acknowledged} acknowledged" if acknowledged else ""
    return (
        f"{summary(report.warnings)}{aside}; {report.verified} of {report.quotes} quotes verified"
    )
