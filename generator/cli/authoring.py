"""`new`, `schema` and `fmt`: what helps to write content."""

import argparse
import sys

from generator.cli.problem_report import counted, print_problems
from generator.pipeline.authoring import (
    FormatReport,
    create_event,
    format_files,
    write_schemas,
)
from generator.project import Project

GOOD, PROBLEMS = 0, 1
FOLDER_OF_KIND = {
    "site": "content/site.yaml",
    "event": "content/events/**/*.yaml",
    "source": "content/sources/**/*.yaml",
    "person": "content/people/**/*.yaml",
    "place": "content/places/**/*.yaml",
    "figure": "content/figures/**/*.yaml",
}


def new(arguments: argparse.Namespace, project: Project) -> int:
    """Write a new event's file and print its path."""
    path = create_event(project, arguments.title, arguments.date, arguments.category)
    write_schemas(project)
    print(project.root / path)
    return GOOD


def schema(arguments: argparse.Namespace, project: Project) -> int:
    """Write the schemas, and say how an editor comes to use them."""
    paths = write_schemas(project)
    if arguments.quiet:
        return GOOD
    for path in paths:
        print(project.root / path)
    print("\nVS Code: install “YAML” by Red Hat and put this into .vscode/settings.json:\n")
    lines = [
        f'    "./{path}": "{FOLDER_OF_KIND[kind]}"'
        for path in paths
        if (kind := path.rpartition("/")[2].removesuffix(".json")) in FOLDER_OF_KIND
    ]
    print('{\n  "yaml.schemas": {\n' + ",\n".join(lines) + "\n  }\n}")
    return GOOD


def fmt(arguments: argparse.Namespace, project: Project) -> int:
    """Format the files; return 1 where one cannot be, or with --check is not formatted."""
    report = format_files(project, arguments.paths, is_written=not arguments.check)
    print_problems(report.broken, project.root)
    for place, reason in report.refused:
        print(f"{place}: the file is left as it is: {reason}", file=sys.stderr)
    if not arguments.quiet:
        say(report, is_check=arguments.check)
    is_left = report.broken or report.refused or (arguments.check and report.changed)
    return PROBLEMS if is_left else GOOD


def say(report: FormatReport, *, is_check: bool) -> None:
    """Print what was, or would be, changed."""
    done = "would be formatted" if is_check else "formatted"
    for path in report.changed:
        print(f"{path}: {done}")
    total = len(report.changed) + report.unchanged
    print(f"{counted(total, 'file') or 'no files'}, {len(report.changed)} {done}")
