"""Where the memory of a site is kept: in the project's cache folder."""

from hashlib import sha256
from pathlib import Path

CACHE_FOLDER = Path(".cache", "verbatim")


def memory_folder(project: Path, site: Path) -> Path:
    """Return the folder for what is remembered of one site; each output folder has its own."""
    name = sha256(str(site.resolve()).encode()).hexdigest()[:12]
    return project / CACHE_FOLDER / name


def seal_path(project: Path, site: Path) -> Path:
    """Return where the seal of a site is."""
    return memory_folder(project, site) / "seal"
