"""Built: projects of invented content, written and built for tests."""

from collections.abc import Mapping
from pathlib import Path

from generator.cli import main


def write_content(project: Path, content: Mapping[str, str]) -> None:
    """Write the files of a project's content, by their paths in it."""
    for name, text in content.items():
        path = project / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def built_site(project: Path, content: Mapping[str, str]) -> Path:
    """Write a project of this content and build it; return the site's folder."""
    write_content(project, content)
    site = project / "site"
    assert main(["build", "--quiet", "--project", str(project), "--output", str(site)]) == 0
    return site
