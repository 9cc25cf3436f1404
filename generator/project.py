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
    content = (root / "content").resolve()
    resolved = site.resolve()
    if resolved == content or content in resolved.parents or resolved in content.parents:
        message = f"{site}: the output folder may not hold content/ or lie in it"
        raise UsageError(message)
    return Project(root, site)
