"""`verify`: says how many quotes stand in the copies of their sources, and which do not."""

from generator.cli.arguments import program
from generator.cli.problem_report import counted, print_problems
from generator.cli.progress import Progress
from generator.errors import ContentError
from generator.model.quote_lock import LOCK_PATH
from generator.pipeline.verifying import VerifyReport, verify_site
from generator.problem import Severity
from generator.project import Project

GOOD, PROBLEMS = 0, 1


def verify_quotes(project: Project, *, quiet: bool) -> int:
    """Verify all quotes; return 1 when one is not in its source, or the content cannot be read."""
    progress = Progress(quiet=quiet)
    try:
        report = verify_site(project, progress.announce)
    except ContentError as error:
        progress.finish()
        print_problems(error.problems, project.root)
        return PROBLEMS
    progress.finish()
    print_problems(report.problems, project.root)
    if not quiet:
        for line in lines_of(report):
            print(line)
    is_wrong = any(each.kind.severity is Severity.PROBLEM for each in report.problems)
    return PROBLEMS if is_wrong else GOOD


def lines_of(report: VerifyReport) -> list[str]:
    """Return what there is to say: how many quotes are verified, what lacks a copy, the file."""
    lines = [f"{report.verified} of {counted(report.quotes, 'quote') or 'no quotes'} verified"]
    if report.acknowledged:
        lines.append(f"{counted(report.acknowledged, 'warning')} acknowledged")
    for source, count in report.uncopied.items():
        rest = counted(count, "quote")
        remedy = f"{program()} capture {source}"
        lines.append(f"no copy of {source} here, on which {rest} rest: {remedy}")
    lines.append(f"{LOCK_PATH} {'written' if report.is_changed else 'unchanged'}")
    return lines
