"""Auditing: a copy of the site, in a folder or on a server, held against the site's manifest."""

import re
from collections.abc import Container, Iterable, Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath

from msgspec.structs import replace

from generator.capture.limits import Limits
from generator.capture.served import served_files
from generator.errors import UsageError
from generator.model.audit import Audit
from generator.model.ingredients import Ingredients
from generator.write.manifest import MANIFEST, read_manifest, stated_ingredients

# Hosts read these themselves and mostly do not serve them.
FOR_HOSTS = {"_headers", "_redirects"}
# In a project's git it is all that the site's folder holds.
IGNORED = ".gitignore"
COMPANION = (".br", ".gz")


def audited(place: str, site: Path, limits: Limits) -> Audit:
    """Return how the copy at a folder or a web address compares with the site's manifest.

    Raises UsageError when there is no manifest or no such folder, CaptureError when the server
    cannot be asked.
    """
    manifest = read_manifest(site)
    if not manifest:
        message = f"{site / MANIFEST}: no manifest to compare with; build the site first"
        raise UsageError(message)
    if re.match(r"https?://", place):
        audit = audited_server(place, manifest, limits)
    elif Path(place).is_dir():
        audit = audited_folder(Path(place), site, manifest)
    else:
        message = f"{place}: no such folder; name a folder or a web address"
        raise UsageError(message)
    return replace(audit, made_from=stated_ingredients((site / MANIFEST).read_bytes()))


def audited_folder(folder: Path, site: Path, manifest: dict[str, str]) -> Audit:
    """Return how a folder's files compare with the manifest."""
    paths = asked(manifest)
    found = ((path, content_of(folder / path)) for path in paths)
    known = {IGNORED} if is_same_file(folder / IGNORED, site / IGNORED) else set()
    unknown = sorted(set(entries_of(folder, folders_of(paths))) - {*paths, *known})
    return replace(compared(found, manifest), unknown=tuple(unknown))


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


def audited_server(address: str, manifest: dict[str, str], limits: Limits) -> Audit:
    """Return how what a server sends compares with the manifest."""
    paths = [path for path in asked(manifest) if not path.endswith(COMPANION)]
    paths = [path for path in paths if path not in FOR_HOSTS]
    return replace(compared(served_files(address, paths, limits), manifest), is_complete=False)


def asked(manifest: dict[str, str]) -> list[str]:
    """Return the paths that a copy is asked for: its own manifest, then the site's files."""
    return [MANIFEST, *sorted(manifest)]


def compared(found: Iterable[tuple[str, bytes | str | None]], manifest: dict[str, str]) -> Audit:
    """Return the audit of what was found: contents, None for a file that is not there, answers."""
    checked = 0
    made_from: Ingredients | None = None
    missing: list[str] = []
    differing: list[str] = []
    answers: list[tuple[str, str]] = []
    for path, content in found:
        if path == MANIFEST:
            made_from = stated_ingredients(content) if isinstance(content, bytes) else None
            continue
        checked += 1
        if content is None:
            missing.append(path)
        elif isinstance(content, str):
            answers.append((path, content))
        elif sha256(content).hexdigest() != manifest[path]:
            differing.append(path)
    return Audit(
        checked=checked,
        missing=tuple(missing),
        differing=tuple(differing),
        answers=tuple(answers),
        copy_made_from=made_from,
    )
