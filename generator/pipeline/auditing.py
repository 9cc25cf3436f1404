"""Auditing: a copy of the site, in a folder or on a server, held against the site's manifest."""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from generator.capture.limits import Limits
from generator.capture.served import served_digests
from generator.errors import UsageError
from generator.model.audit import Audit
from generator.write.manifest import MANIFEST, read_manifest

# Hosts read these themselves and mostly do not serve them.
FOR_HOSTS = {"_headers", "_redirects"}
COMPANION = (".br", ".gz")
DIGEST = re.compile(r"[0-9a-f]{64}")


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
        return audited_server(place, manifest, limits)
    folder = Path(place)
    if not folder.is_dir():
        message = f"{folder}: no such folder; name a folder or a web address"
        raise UsageError(message)
    return audited_folder(folder, manifest)


def audited_folder(folder: Path, manifest: dict[str, str]) -> Audit:
    """Return how a folder's files compare with the manifest."""
    there = set(files_of(folder))
    digests = (
        (path, digest_of(folder / path) if path in there else None) for path in sorted(manifest)
    )
    unknown = sorted(there - manifest.keys() - {MANIFEST})
    return compared(digests, manifest, unknown=unknown, is_complete=True)


def files_of(folder: Path) -> Iterator[str]:
    """Yield the paths of all files, those of version control aside."""
    for file in folder.rglob("*"):
        path = file.relative_to(folder)
        if path.parts[0] not in {".git", ".gitignore"} and not file.is_dir():
            yield path.as_posix()


def digest_of(file: Path) -> str | None:
    """Return a file's SHA-256, None where it cannot be read."""
    try:
        return sha256(file.read_bytes()).hexdigest()
    except OSError:
        return None


def audited_server(address: str, manifest: dict[str, str], limits: Limits) -> Audit:
    """Return how what a server sends compares with the manifest."""
    asked = [path for path in sorted(manifest) if not path.endswith(COMPANION)]
    asked = [path for path in asked if path not in FOR_HOSTS]
    digests = served_digests(address, asked, limits)
    return compared(digests, manifest, unknown=(), is_complete=False)


def compared(
    digests: Iterable[tuple[str, str | None]],
    manifest: dict[str, str],
    *,
    unknown: Iterable[str],
    is_complete: bool,
) -> Audit:
    """Return the audit of the digests that were found, None for a file that is not there."""
    found = list(digests)
    strange = {path: said for path, said in found if said and not DIGEST.fullmatch(said)}
    return Audit(
        checked=len(found),
        missing=tuple(path for path, digest in found if digest is None),
        differing=tuple(
            path
            for path, digest in found
            if digest not in {None, manifest[path]} and path not in strange
        ),
        unknown=tuple(unknown),
        answers=tuple(strange.items()),
        is_complete=is_complete,
    )
