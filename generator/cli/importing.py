"""`import`: what came of taking over another program's timeline."""

import argparse

from generator.pipeline.importing import import_timeline
from generator.project import Project

GOOD, PROBLEMS = 0, 1


def import_file(arguments: argparse.Namespace, project: Project) -> int:
    """Write the file's events as drafts, and say how many and where the report is."""
    is_csv = arguments.format == "timelinejs-csv" or arguments.file.suffix.lower() == ".csv"
    done = import_timeline(project, arguments.file, arguments.category, is_csv=is_csv)
    if not arguments.quiet or done.refused:
        print(
            f"{len(done.written)} events written as drafts, {done.refused} not written; "
            f"what could not be taken over is in {project.root / done.report}"
        )
    return PROBLEMS if done.refused else GOOD
