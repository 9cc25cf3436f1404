"""Auditing: a copy of the site, in a folder or on a server, held against the site's manifest."""

import re
from collections.abc import Container, Iterable, Iterator
from hashlib import sha256
from itertools import chain
from pathlib import Path, PurePosixPath

from msgspec.structs import replace

from generator.capture.limits import Limits
from generator.capture.served import served_files
from generator.errors import UsageError
from generator.model.audit import Audit
from generator.model.ingredients import Ingredients
from generator.write.manifest import MANIFEST, leads_inside, stated_files, stated_ingredients

# Hosts read these themselves and mostly do not serve them.
FOR_HOSTS = {"_headers", "_redirects"}
# In a project's git it is all that the site's folder holds.
IGNORED = ".gitignore"
COMPANION = (".br", ".gz")


def audited(place: str, site: Path, limits: Limits) -> Audit:
    """Return how the copy at a folder or a web address compares with the site's manifest.

    Where there is none it is held against its own. Raises UsageError when there is no such folder,
    CaptureError when the server cannot be asked.
    """
    own = content_of(site / MANIFEST) or b""
    digests = stated_digests(own)
    if re.match(r"https?://", place):
        audit = audited_server(place, digests, limits)
    elif Path(place).is_dir():
        audit = audited_folder(Path(place), site, digests)
    else:
        message = f"{place}: no such folder; name a folder or a web address"
        raise UsageError(message)
    return replace(audit, is_alone=not digests, made_from=stated_ingredients(own))


def stated_digests(manifest: bytes) -> dict[str, str]:
    """Return the SHA-256 of each file, the manifest among them; empty where it is not whole."""
    stated = stated_files(manifest)
    if not stated or not all(map(leads_inside, stated)):
        return {}
    return {MANIFEST: sha256(manifest).hexdigest(), **dict(sorted(stated.items()))}


def held_against(digests: dict[str, str], theirs: bytes | str | None) -> dict[str, str]:
    """Return what a copy is held against: these, or where there are none its own manifest.

    No content has the digest of a manifest that is not whole.
    """
    content = theirs if isinstance(theirs, bytes) else b""
    return digests or stated_digests(content) or {MANIFEST: ""}


def audited_folder(folder: Path, site: Path, digests: dict[str, str]) -> Audit:
    """Return how a folder's files compare with these, or with its own manifest."""
    theirs = content_of(folder / MANIFEST)
    wanted = held_against(digests, theirs)
    found = ((path, content_of(folder / path)) for path in wanted if path != MANIFEST)
    known = {IGNORED} if is_same_file(folder / IGNORED, site / IGNORED) else set()
    unknown = sorted(set(entries_of(folder, folders_of(wanted))) - {*wanted, *known})
    audit = compared(chain([(MANIFEST, theirs)], found), wanted)
    return replace(audit, unknown=tuple(unknown))


def folders_of(paths: Iterable[str]) -> set[str]:
    """Return the folders that files are in, the outermost is ""."""
    parents = {str(each) for path in paths for each in PurePosixPath(path).parents}
    return {"" if each == "." else f"{each}/" for each in parents}


def entries_of(folder: Path, folders: Container[str], inner: str = "") -> Iterator[str]:
    """Yield the paths of all that a server would find, also behind links.

    Of folders that are not among `folders`, or cannot be looked into, only the name is yielded.
    """
    try:
        entries = sorted((folder / inner).iterdir())
    except OSError:
        yield inner
        return
    for entry in entries:
        path = f"{inner}{entry.name}"
        if not entry.is_dir():
            yield path
        elif f"{path}/" in folders:
            yield from entries_of(folder, folders, f"{path}/")
        else:
            yield f"{path}/"


def content_of(file: Path) -> bytes | None:
    """Return what a file holds, None where there is none, or it cannot be read."""
    try:
        return file.read_bytes() if file.is_file() else None
    except OSError:
        return None


def is_same_file(copy: Path, own: Path) -> bool:
    """Return whether both are there and hold the same."""
    content = content_of(copy)
    return content is not None and content == content_of(own)


def audited_server(address: str, digests: dict[str, str], limits: Limits) -> Audit:
    """Return how what a server sends compares with these, or with its own manifest."""
    [theirs] = served_files(address, [MANIFEST], limits)
    wanted = held_against(digests, theirs[1])
    unasked = [path for path in wanted if path.endswith(COMPANION) or path in FOR_HOSTS]
    paths = [path for path in wanted if path not in {MANIFEST, *unasked}]
    audit = compared(chain([theirs], served_files(address, paths, limits)), wanted)
    return replace(audit, unasked=tuple(unasked), is_complete=False)


def compared(found: Iterable[tuple[str, bytes | str | None]], wanted: dict[str, str]) -> Audit:
    """Return the audit of what was found: contents, None for a file that is not there, answers."""
    checked = 0
    made_from: Ingredients | None = None
    missing: list[str] = []
    differing: list[str] = []
    answers: list[tuple[str, str]] = []
    for path, content in found:
        checked += 1
        if content is None:
            missing.append(path)
        elif isinstance(content, str):
            answers.append((path, content))
        else:
            made_from = stated_ingredients(content) if path == MANIFEST else made_from
            if sha256(content).hexdigest() != wanted[path]:
                differing.append(path)
    return Audit(
        checked=checked,
        missing=tuple(missing),
        differing=tuple(differing),
        answers=tuple(answers),
        copy_made_from=made_from,
    )
