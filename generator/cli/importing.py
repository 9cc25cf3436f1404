"""`import`: what came of taking over another program's timeline."""

import argparse

from generator.pipeline.importing import import_timeline
from generator.project import Project

GOOD, PROBLEMS = 0, 1


def import_file(arguments: argparse.Namespace, project: Project) -> int:
    """Write the file's events as drafts, and say how many and where the report is."""
    is_sheet = arguments.format == "timelinejs" and arguments.file.suffix.lower() == ".csv"
    format_ = "timelinejs-csv" if is_sheet else arguments.format
    done = import_timeline(project, arguments.file, arguments.category, format_, arguments.mapping)
    if not arguments.quiet or done.refused:
        rest = f" (they are in {project.root / done.rest})" if done.rest else ""
        print(
            f"{len(done.written)} events written as drafts, {done.refused} not written{rest}; "
            f"what could not be taken over is in {project.root / done.report}"
        )
    return PROBLEMS if done.refused else GOOD
