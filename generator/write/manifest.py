"""The manifest: what the site was made from, which files Verbatim wrote, the SHA-256 of each."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import msgspec

from generator.model.ingredients import Ingredients
from generator.write.files import content_at

MANIFEST = "manifest.json"
DIGEST = re.compile(r"[0-9a-f]{64}")
LEADING_OUT = re.compile(r"^/|^$|(?:^|/)\.\.?(?:/|$)|[\\\x00\ud800-\udfff]|^[A-Za-z]:")


def read_manifest(site: Path) -> dict[str, str]:
    """Return each file's SHA-256 by its path, empty where there is no manifest to trust."""
    stated = stated_files(content_at(f"{site}/{MANIFEST}") or b"")
    return {path: digest for path, digest in stated.items() if leads_inside(path)}


def stated_files(manifest: bytes) -> dict[str, str]:
    """Return the SHA-256 that a manifest states for each path, empty where it is not whole."""
    try:
        found: dict[str, str] = json.loads(manifest.decode())["files"]
        return found if all(map(DIGEST.fullmatch, found.values())) else {}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def stated_ingredients(manifest: bytes) -> Ingredients | None:
    """Return what a manifest says that its site was made from, None where it does not say."""
    try:
        return msgspec.convert(json.loads(manifest)["made_from"], Ingredients)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def leads_inside(path: str) -> bool:
    """Return whether a path can be one of the site's files."""
    return LEADING_OUT.search(path) is None


def with_digests(manifest: bytes, content: str, digests: Mapping[str, str]) -> bytes | None:
    """Return a manifest with the SHA-256 of some of its files replaced, None if it lacks one.

    `content` is what it says from now on of the content that its site was made from.
    """
    files = manifest.find(b'\n "files"')
    replaced = [(0, "content", content), *((files, *each) for each in digests.items())]
    for after, name, digest in replaced:
        line = f'\n  {json.dumps(name, ensure_ascii=False)}: "'.encode()
        at = manifest.find(line, after) + len(line)
        if at < len(line):
            return None
        manifest = manifest[:at] + digest.encode() + manifest[at + len(digest) :]
    return manifest


def manifest_text(ingredients: Ingredients, digests: Mapping[str, str]) -> bytes:
    """Return the manifest's bytes: what the site was made from, then its files, one a line."""
    said = {"made_from": msgspec.to_builtins(ingredients), "files": dict(sorted(digests.items()))}
    return msgspec.json.format(msgspec.json.encode(said), indent=1) + b"\n"
