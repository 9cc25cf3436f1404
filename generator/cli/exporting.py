"""`export`: the published timeline for another program, in a file or on standard output."""

import argparse
import sys

from generator.cli.moments import moment_of
from generator.cli.problem_report import print_problems
from generator.cli.progress import Progress
from generator.edition import Edition
from generator.errors import ContentError
from generator.exchange.files import replace_whole
from generator.pipeline.exporting import exported_timeline
from generator.project import Project

GOOD, PROBLEMS = 0, 1
STANDARD_OUTPUT = "-"
NO_ADDRESS = """\
the site has no base_url: links and pictures lead somewhere only from the site's own folder; name \
an address with --base-url"""


def export_file(arguments: argparse.Namespace, project: Project) -> int:
    """Write all published events to the file, or to standard output where none is named."""
    edition = Edition(base_url=arguments.base_url or "", now=moment_of(arguments))
    progress = Progress(quiet=arguments.quiet)
    try:
        done = exported_timeline(project, edition, arguments.format, progress.announce)
    except ContentError as error:
        progress.finish()
        print_problems(error.problems, project.root)
        return PROBLEMS
    progress.finish()
    if str(arguments.output) == STANDARD_OUTPUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(done.text.encode())
    else:
        replace_whole(arguments.output, done.text)
    if not arguments.quiet:
        print(f"{done.count} published events exported", file=sys.stderr)
        if done.left_out:
            left_out = ", ".join(done.left_out)
            print(f"left out, their years are too long for the format: {left_out}", file=sys.stderr)
        if not done.has_address:
            print(NO_ADDRESS, file=sys.stderr)
    return GOOD
