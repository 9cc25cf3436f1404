"""The manifest: which files of the site Verbatim wrote, and the SHA-256 of each."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

MANIFEST = "manifest.json"
DIGEST = re.compile(r"[0-9a-f]{64}")
LEADING_OUT = re.compile(r"^/|^$|(?:^|/)\.\.?(?:/|$)|[\\\x00]|^[A-Za-z]:")


def read_manifest(site: Path) -> dict[str, str]:
    """Return each file's SHA-256 by its path, empty where there is no manifest to trust."""
    try:
        found = json.loads((site / MANIFEST).read_text(encoding="utf-8"))["files"]
        return {path: digest for path, digest in found.items() if is_ours(path, digest)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def is_ours(path: object, digest: object) -> bool:
    """Return whether a manifest's entry can be one of ours: nothing leads out of the site."""
    return (
        isinstance(path, str)
        and isinstance(digest, str)
        and LEADING_OUT.search(path) is None
        and DIGEST.fullmatch(digest) is not None
    )


def with_digests(manifest: bytes, digests: Mapping[str, str]) -> bytes | None:
    """Return a manifest with the SHA-256 of some of its files replaced, None if it lacks one."""
    for path, digest in digests.items():
        line = f'\n  {json.dumps(path, ensure_ascii=False)}: "'.encode()
        at = manifest.find(line) + len(line)
        if at < len(line):
            return None
        manifest = manifest[:at] + digest.encode() + manifest[at + len(digest) :]
    return manifest


def manifest_text(digests: Mapping[str, str]) -> bytes:
    """Return the manifest's bytes: sorted, one file a line."""
    text = json.dumps({"files": dict(sorted(digests.items()))}, ensure_ascii=False, indent=1)
    return (text + "\n").encode()
