"""The workbench: a folder in the site where files are made ready, out of readers' sight."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from generator.errors import UsageError
from generator.model.draft import Draft
from generator.model.page import OutputFile
from generator.write.files import is_same, make_folder_of, write_whole
from generator.write.manifest import MANIFEST, leads_inside

# While a build runs this folder holds what is ready; one that is found at the start belongs to
# a build that was interrupted.
WORKBENCH = ".verbatim-build"
# The file on it that names what is put into the site.
PLACED = "placed"


def open_workbench(site: Path) -> None:
    """Make the workbench in the site; raise UsageError when others' files are there."""
    refuse_strangers(site)
    (site / WORKBENCH).mkdir(parents=True, exist_ok=True)


def refuse_strangers(site: Path) -> None:
    """Raise UsageError when the folder holds files, and none says that Verbatim made them."""
    if not site.exists():
        return
    names = {entry.name for entry in site.iterdir()}
    if names - {".gitignore", ".git"} and not names & {MANIFEST, WORKBENCH}:
        message = f"{site}: holds files that Verbatim did not make; name an empty folder"
        raise UsageError(message)


def draft_file(site: Path, file: OutputFile, name: str, *, clean: bool = False) -> Draft:
    """Return the file's draft; its bytes lie on the workbench unless the site has them already.

    `name` is the draft's, and no other's in this build; `clean` makes one in any case.
    """
    digest = sha256(file.content).hexdigest()
    target = f"{site}/{file.path}"
    if not clean and is_same(target, file.content):
        return Draft(file.path, digest)
    make_folder_of(target)
    with open(f"{site}/{WORKBENCH}/{name}", "wb", buffering=0) as draft:  # noqa: PTH123 - a Path costs more than writing
        draft.write(file.content)
    return Draft(file.path, digest, name)


def size_of(site: Path, draft: Draft) -> int:
    """Return how many bytes a file has that is on the workbench, or in its place already."""
    path = f"{site}/{WORKBENCH}/{draft.name}" if draft.name else f"{site}/{draft.path}"
    return Path(path).stat().st_size


def note_placed(site: Path, paths: Iterable[str], *, compress: bool) -> None:
    """Note on the workbench which files the build puts into the site, from now on."""
    copies = ("", ".gz", ".br") if compress else ("",)
    lines = "".join(f"{path}{ending}\n" for path in paths for ending in copies)
    write_whole(site / WORKBENCH / PLACED, lines.encode(), site / WORKBENCH)


def placed_before(site: Path) -> dict[str, str]:
    """Return the paths that an interrupted build noted, each with no digest; mostly none."""
    try:
        noted = (site / WORKBENCH / PLACED).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return {}
    return {path: "" for path in noted.split("\n") if leads_inside(path)}
