"""The manifest: which files of the site Verbatim wrote, and the SHA-256 of each."""

import json
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

MANIFEST = "manifest.json"


def read_manifest(site: Path) -> dict[str, str]:
    """Return each file's SHA-256 by its path, empty where there is no manifest to trust."""
    try:
        found = json.loads((site / MANIFEST).read_text(encoding="utf-8"))["files"]
        return {path: digest for path, digest in found.items() if is_entry(path, digest)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def is_entry(path: object, digest: object) -> bool:
    """Return whether a manifest's entry can be one of ours: nothing leads out of the site."""
    if not isinstance(path, str) or not isinstance(digest, str):
        return False
    parts = PurePosixPath(path).parts
    inside = bool(parts) and not path.startswith("/") and ".." not in parts
    return inside and re.fullmatch(r"[0-9a-f]{64}", digest) is not None


def manifest_text(digests: Mapping[str, str]) -> bytes:
    """Return the manifest's bytes: sorted, one file a line."""
    text = json.dumps({"files": dict(sorted(digests.items()))}, ensure_ascii=False, indent=1)
    return (text + "\n").encode()
