"""Themes: each tool's templates for the same pages, written for this benchmark."""

import shutil
from pathlib import Path

HERE = Path(__file__).parent
STATIC_FILES = HERE.parent.parent / "templates" / "static"


def copy_theme(name: str, target: Path) -> None:
    """Copy a tool's templates and settings into its project."""
    shutil.copytree(HERE / name, target, dirs_exist_ok=True)


def copy_static_files(target: Path) -> None:
    """Copy the default theme's style sheet, script and fonts, which every tool publishes."""
    no_notes = shutil.ignore_patterns("*.md")  # as Verbatim, which publishes none
    shutil.copytree(STATIC_FILES, target, dirs_exist_ok=True, ignore=no_notes)
    (target / "css" / "categories.css").touch()
