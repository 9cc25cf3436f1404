"""The workbench: a folder in the site where files are made ready, out of readers' sight."""

import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from generator.errors import UsageError
from generator.model.draft import Draft
from generator.model.page import OutputFile
from generator.write.files import (
    content_at,
    has_digest,
    is_same,
    make_folder_of,
    sever_links,
    write_whole,
)
from generator.write.manifest import MANIFEST, leads_inside, read_manifest

# While a build runs this folder holds what is ready; one that is found at the start belongs to
# a build that was interrupted.
WORKBENCH = ".verbatim-build"
# The file on it that names what is put into the site.
PLACED = "placed"


def open_workbench(site: Path) -> None:
    """Make the workbench in the site."""
    sever_links(site, f"{WORKBENCH}/")
    (site / WORKBENCH).mkdir(parents=True, exist_ok=True)


def begin_site(site: Path, remembered: Mapping[str, str]) -> dict[str, str]:
    """Make the workbench; return the files that builds put into the site, as `files_before`."""
    before = files_before(site, remembered)
    open_workbench(site)
    for folder in {path.rpartition("/")[0] for path in before}:
        sever_links(site, f"{folder}/")
    return before


def files_before(site: Path, remembered: Mapping[str, str]) -> dict[str, str]:
    """Return the files that earlier builds put into the site, each with its SHA-256 or none.

    The manifest names them, and a workbench on which an interrupted build noted them; `remembered`
    are those known from elsewhere, each with a SHA-256 that it had. Raises UsageError when the
    folder holds files, and nothing says which of them Verbatim made.
    """
    # What a build put here that was interrupted before its manifest was written is ours as well.
    listed = placed_before(site) | read_manifest(site)
    others = not listed and any(strangers(site))
    if others and not any(has_digest(f"{site}/{each}", remembered[each]) for each in remembered):
        message = (
            f"{site}: holds files, and no whole {MANIFEST} says which of them Verbatim made; "
            "put aside what is yours, empty the folder and build again, or name an empty one"
        )
        raise UsageError(message)
    # A remembered SHA-256 may be older than the file.
    return dict.fromkeys(filter(leads_inside, remembered), "") | listed


def strangers(site: Path) -> Iterator[str]:
    """Yield the files that are there, but for the workbench's and version control's."""
    for root, folders, files in os.walk(site):
        if Path(root) == site:
            folders[:] = [name for name in folders if name not in {".git", WORKBENCH}]
            yield from (name for name in files if name not in {".git", ".gitignore"})
        else:
            yield from files


def draft_file(site: Path, file: OutputFile, name: str, *, clean: bool = False) -> Draft:
    """Return the file's draft; its bytes lie on the workbench unless the site has them already.

    `name` is the draft's, and no other's in this build; `clean` makes one in any case.
    """
    digest = sha256(file.content).hexdigest()
    sever_links(site, file.path)
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


def note_placed(
    site: Path, before: Mapping[str, str], now: Mapping[str, str], *, compress: bool
) -> dict[str, str]:
    """Note on the workbench which files may be in the site from now on, and return them.

    They are what was there `before` and what the build puts there `now`.
    """
    copies = ("", ".gz", ".br") if compress else ("",)
    made = {f"{path}{ending}": now[path] for path in now for ending in copies}
    placed = {**before, **made}
    lines = "".join(f"{path}\n" for path in placed)
    write_whole(site / WORKBENCH / PLACED, lines.encode(), site / WORKBENCH)
    return placed


def placed_before(site: Path) -> dict[str, str]:
    """Return the paths that an interrupted build noted, each with no digest; mostly none."""
    try:
        noted = (content_at(f"{site}/{WORKBENCH}/{PLACED}") or b"").decode()
    except ValueError:
        return {}
    return {path: "" for path in noted.split("\n") if leads_inside(path)}
