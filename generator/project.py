"""Project: where a project's content, templates and site are."""

from pathlib import Path
from typing import NamedTuple

from generator.errors import UsageError

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parent


def shipped_templates() -> Path:
    """Return the templates that come with Verbatim, in a checkout or in an installed copy."""
    installed = PACKAGE / "templates"
    return installed if installed.is_dir() else CHECKOUT / "templates"


SHIPPED_TEMPLATES = shipped_templates()
# Folders of a project with which the site may not mix.
KEPT = ("content", "templates", ".cache", ".git")


class Project(NamedTuple):
    """The working tree; `site` is where the output goes."""

    root: Path
    site: Path

    @property
    def own_templates(self) -> Path | None:
        """Return the folder of the project's own templates, None where it has none."""
        own = self.root / "templates"
        return own if own.is_dir() and own.resolve() != SHIPPED_TEMPLATES else None

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """Return where templates are looked for: the project's own first, then the shipped."""
        own = self.own_templates
        return (SHIPPED_TEMPLATES,) if own is None else (own, SHIPPED_TEMPLATES)


def find_project(root: Path, output: Path | None) -> Project:
    """Return the project at the folder; raise UsageError when it holds no `content/`."""
    if not (root / "content").is_dir():
        message = f"{root}: no content/ folder here; name the project's folder with --project"
        raise UsageError(message)
    root = root.absolute()
    site = root / "site" if output is None else output
    refuse_mixture(root, site)
    return Project(root, site)


def refuse_mixture(root: Path, site: Path) -> None:
    """Raise UsageError where the output would lie among what people or Verbatim keep."""
    resolved = site.resolve()
    for name in KEPT:
        kept = (root / name).resolve()
        if resolved == kept or kept in resolved.parents or resolved in kept.parents:
            message = f"{site}: the output folder may not hold {name}/ or lie in it"
            raise UsageError(message)
    if PACKAGE in resolved.parents:
        message = f"{site}: the output folder may not lie in the program itself"
        raise UsageError(message)
