"""Equal work: how near another tool's pages are to Verbatim's, section by section."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Section:
    """The HTML of a site beneath one of its first folders."""

    name: str
    files: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Difference:
    """One section of Verbatim's site beside the same section of another tool's."""

    name: str
    files: int
    their_files: int
    bytes: int
    their_bytes: int

    @property
    def share(self) -> float:
        """Return by how much their bytes differ from ours, in hundredths."""
        return (self.their_bytes / self.bytes - 1) * 100 if self.bytes else 0.0


def sections(output: Path) -> dict[str, Section]:
    """Return a built site's HTML by section; years and their months are one section."""
    files: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for path in output.rglob("*.html"):
        name = section_of(path.relative_to(output))
        files[name] += 1
        sizes[name] += path.stat().st_size
    return {name: Section(name, files[name], sizes[name]) for name in sorted(files)}


def section_of(path: Path) -> str:
    """Return the section that a file of a site belongs to."""
    first = path.parts[0]
    if len(path.parts) == 1:
        return "home and 404"
    return "years and months" if first.isdecimal() else first


def differences(ours: Path, theirs: Path) -> list[Difference]:
    """Return every section of either site, and the whole last."""
    left, right = sections(ours), sections(theirs)
    rows = [difference(name, left.get(name), right.get(name)) for name in sorted({*left, *right})]
    whole = Difference(
        "all HTML",
        sum(row.files for row in rows),
        sum(row.their_files for row in rows),
        sum(row.bytes for row in rows),
        sum(row.their_bytes for row in rows),
    )
    return [*rows, whole]


def difference(name: str, ours: Section | None, theirs: Section | None) -> Difference:
    """Return one section beside the same section of the other site."""
    return Difference(
        name,
        ours.files if ours else 0,
        theirs.files if theirs else 0,
        ours.bytes if ours else 0,
        theirs.bytes if theirs else 0,
    )


def missing_pages(ours: Path, theirs: Path) -> tuple[set[str], set[str]]:
    """Return the pages that only Verbatim has, and those that only the other tool has."""
    left, right = pages(ours), pages(theirs)
    return left - right, right - left


def pages(output: Path) -> set[str]:
    """Return the paths of a built site's HTML files."""
    return {path.relative_to(output).as_posix() for path in output.rglob("*.html")}
