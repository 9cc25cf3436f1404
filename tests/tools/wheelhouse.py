"""Wheelhouse: installed packages as wheels again, so that pip installs them without a network."""

import base64
import csv
import hashlib
import io
import zipfile
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

# What installing a package added, and what no wheel has.
ADDED = {"INSTALLER", "REQUESTED", "RECORD", "direct_url.json"}


def wheelhouse(folder: Path, names: Iterable[str]) -> Path:
    """Write a wheel of each package, and of all that it needs here, into a folder; return it."""
    folder.mkdir()
    wanted, done = [*names], set[str]()
    while wanted:
        name = canonicalize_name(wanted.pop())
        if name not in done:
            done.add(name)
            package = distribution(name)
            write_wheel(package, folder)
            wanted += needs_of(package)
    return folder


def needs_of(package: Distribution) -> list[str]:
    """Return the names of what a package needs on this machine, without its extras."""
    needs = [Requirement(text) for text in package.requires or ()]
    return [
        each.name for each in needs if each.marker is None or each.marker.evaluate({"extra": ""})
    ]


def write_wheel(package: Distribution, folder: Path) -> None:
    """Write an installed package as a wheel (PEP 427)."""
    files = {
        each.as_posix(): Path(str(package.locate_file(each))).read_bytes()
        for each in package.files or ()
        if ".." not in each.parts and each.name not in ADDED and each.suffix != ".pyc"
    }
    about = next(name for name in files if name.endswith(".dist-info/WHEEL"))
    lines = files[about].decode().splitlines()
    tags = [line.removeprefix("Tag: ") for line in lines if line.startswith("Tag: ")]
    record = about.replace("WHEEL", "RECORD")
    files[record] = record_of(files, record)
    stem = about.partition(".dist-info/")[0]
    pythons, abis, platforms = (
        sorted(set(part)) for part in zip(*(t.split("-") for t in tags), strict=True)
    )
    tag = "-".join(".".join(part) for part in (pythons, abis, platforms))
    path = folder / f"{stem}-{tag}.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as wheel:
        for name, content in files.items():
            wheel.writestr(name, content)


def record_of(files: dict[str, bytes], own: str) -> bytes:
    """Return the list of a wheel's files with their digests."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    for name, content in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")
        rows.writerow([name, f"sha256={digest}", len(content)])
    rows.writerow([own, "", ""])
    return text.getvalue().encode()
