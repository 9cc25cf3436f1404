"""Themes: each tool's templates for the same pages, written for this benchmark."""

import shutil
from pathlib import Path

HERE = Path(__file__).parent


def copy_theme(name: str, target: Path) -> None:
    """Copy a tool's templates and settings into its project."""
    shutil.copytree(HERE / name, target, dirs_exist_ok=True)
