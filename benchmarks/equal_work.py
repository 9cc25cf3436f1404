"""Equal work: how near another tool's site is to Verbatim's, by section and kind of file."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

TOLERANCE = 2  # hundredths of the bytes; the number of files must be the same
UNEQUAL = "NOT EQUAL"
PAGES, EVERYTHING = "all HTML", "everything"
# What the ports leave out, by kind of file; benchmarks/README.md says why.
STATED = {
    "HTML, home and 404": "the strip above the timeline is of months, never of years",
    "HTML, figures": "charts do not move marks and labels apart",
    "HTML, data": "not of which time and places the data set is",
    "search index": "no files of words; names stand once",
    "for programs": "no manifest.json",
    EVERYTHING: "by the rows above",
}


@dataclass(frozen=True, slots=True)
class Part:
    """The files of a site that are alike: pages of one section, or of one kind."""

    files: int = 0
    bytes: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of Verbatim's site beside the same part of another tool's."""

    name: str
    files: int
    their_files: int
    bytes: int
    their_bytes: int

    @property
    def share(self) -> float:
        """Return by how much their bytes differ from ours, in hundredths."""
        return (self.their_bytes / self.bytes - 1) * 100 if self.bytes else 0.0

    @property
    def is_equal(self) -> bool:
        """Return whether both have as many files, and bytes within the tolerance."""
        apart = abs(self.their_bytes - self.bytes) * 100
        return self.files == self.their_files and apart <= self.bytes * TOLERANCE

    @property
    def verdict(self) -> str:
        """Return whether the part is equal, and if not whether that is known and said why."""
        if self.is_equal:
            return "equal"
        return STATED.get(self.name, UNEQUAL)


def parts(output: Path) -> dict[str, Part]:
    """Return a built site's files: pages by section, all others by kind."""
    files: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for path in output.rglob("*"):
        if path.is_file():
            name = part_of(path.relative_to(output))
            files[name] += 1
            sizes[name] += path.stat().st_size
    return {name: Part(files[name], sizes[name]) for name in files}


def part_of(path: Path) -> str:
    """Return which part of a site a file belongs to; years and their months are one section."""
    if path.suffix == ".html":
        return f"HTML, {section_of(path)}"
    if path.name == "feed.xml" or path.parts[0] == "feeds":
        return "feeds"
    if path.parts[0] in {"data", "figures", "events"}:
        return "data"
    return {"search": "search index", "static": "static"}.get(path.parts[0], "for programs")


def section_of(path: Path) -> str:
    """Return the section that a page belongs to."""
    first = path.parts[0]
    if len(path.parts) == 1:
        return "home and 404"
    return "years and months" if first.isdecimal() else first


def differences(ours: Path, theirs: Path) -> list[Difference]:
    """Return every part of either site: pages and their sum, other kinds, and the whole last."""
    left, right = parts(ours), parts(theirs)
    rows = [
        difference(name, left.get(name, Part()), right.get(name, Part()))
        for name in sorted({*left, *right})
    ]
    pages = [row for row in rows if row.name.startswith("HTML")]
    others = [row for row in rows if row not in pages]
    return [*pages, total(PAGES, pages), *others, total(EVERYTHING, rows)]


def difference(name: str, ours: Part, theirs: Part) -> Difference:
    """Return one part beside the same part of the other site."""
    return Difference(name, ours.files, theirs.files, ours.bytes, theirs.bytes)


def total(name: str, rows: list[Difference]) -> Difference:
    """Return the sum of parts."""
    return Difference(
        name,
        sum(row.files for row in rows),
        sum(row.their_files for row in rows),
        sum(row.bytes for row in rows),
        sum(row.their_bytes for row in rows),
    )


def missing_pages(ours: Path, theirs: Path) -> tuple[set[str], set[str]]:
    """Return the pages that only Verbatim has, and those that only the other tool has."""
    left, right = pages_of(ours), pages_of(theirs)
    return left - right, right - left


def pages_of(output: Path) -> set[str]:
    """Return the paths of a built site's HTML files."""
    return {path.relative_to(output).as_posix() for path in output.rglob("*.html")}
