"""Citations: an event's entry as reference managers read it: BibTeX, RIS and CSL-JSON.

What is cited is the entry on this site, so its date is that of the entry; the event's own date
goes along as typed. A date that a format cannot say is left out or kept as text, never made up.
"""

import re

import msgspec
from msgspec import Struct

from generator.model.partial_date import Certainty, DateForm, DatePoint, PartialDate, Precision
from generator.model.published import PublishedEvent
from generator.model.settings import SiteSettings
from generator.render.links import permalink

# BibTeX counts braces even behind a backslash, so that these must come in pairs.
LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "$&#_%"},
    }
)
IN_LATEX = re.compile(r"[\\{}~^$&#_%]")
VERBATIM_URL = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
EVENT_DATE = "Event date (EDTF)"
BREAKS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
PARTED = {Precision.YEAR, Precision.MONTH, Precision.DAY, Precision.SECOND}
FIRST_SEASON = 20

Csl = dict[str, object]


class Citation(Struct, frozen=True):
    """One entry in each format; the texts end with a line break."""

    bibtex: str
    ris: str
    csl: str


class Citations:
    """Cites the entries of one site."""

    def __init__(self, settings: SiteSettings) -> None:
        """Word what is the same in every citation."""
        self.base_url = settings.base_url
        self.dates: dict[str, Csl] = {}
        author = settings.author.name if settings.author else ""
        self.csl_frame: Csl = {"type": "webpage", "container-title": settings.title}
        self.csl_frame |= {"author": [{"literal": author}]} if author else {}
        self.csl_frame["language"] = settings.language
        named = f"  author = {{{{{latex(author)}}}}},\n" if author else ""
        self.bibtex_frame = f"{named}  howpublished = {{{latex(settings.title)}}},\n"
        named = f"AU  - {one_line(author)}\n" if author else ""
        self.ris_frame = f"{named}T2  - {one_line(settings.title)}\n"
        self.language = one_line(settings.language)

    def __call__(self, event: PublishedEvent) -> Citation:
        """Return how the event's entry is cited."""
        address = permalink(event.path, self.base_url)
        return Citation(
            bibtex=self.bibtex(event, address),
            ris=self.ris(event, address),
            csl=self.csl(event, address),
        )

    def bibtex(self, event: PublishedEvent, address: str) -> str:
        """Return the entry for BibTeX and biblatex; capitals of the title are kept."""
        parts = [f"@misc{{{event.id},\n  title = {{{{{latex(event.title)}}}}},\n"]
        parts.append(self.bibtex_frame)
        point = point_of(event.published)
        if point is not None:
            parts.append(f"  year = {{{point.year}}},\n")
            if point.month is not None:
                parts.append(f"  month = {MONTHS[point.month - 1]},\n")
        if address:
            parts.append(f"  url = {{{address.translate(VERBATIM_URL)}}},\n")
        parts.append(f"  note = {{{EVENT_DATE}: {latex(event.when.date.text)}}},\n}}\n")
        return "".join(parts)

    def ris(self, event: PublishedEvent, address: str) -> str:
        """Return the entry as RIS, one line for each tag."""
        parts = [f"TY  - ELEC\nID  - {event.id}\nTI  - {one_line(event.title)}\n", self.ris_frame]
        point = point_of(event.published)
        if point is not None:
            month = "" if point.month is None else f"{point.month:02d}"
            day = "" if point.day is None else f"{point.day:02d}"
            parts.append(f"PY  - {point.year:04d}\nDA  - {point.year:04d}/{month}/{day}/\n")
        if address:
            parts.append(f"UR  - {one_line(address)}\n")
        date = one_line(event.when.date.text)
        parts.append(f"LA  - {self.language}\nN1  - {EVENT_DATE}: {date}\nER  - \n")
        return "".join(parts)

    def csl(self, event: PublishedEvent, address: str) -> str:
        """Return the entry as CSL-JSON, a list of one item."""
        item: Csl = {"id": event.id, **self.csl_frame, "title": event.title}
        if event.published is not None:
            item["issued"] = self.csl_date(event.published)
        item["event-date"] = self.csl_date(event.when.date)
        if address:
            item["URL"] = address
        item["note"] = f"{EVENT_DATE}: {event.when.date.text}"
        fields = [f"  {encode(name)}: {encode(value)}" for name, value in item.items()]
        return "[{\n" + ",\n".join(fields) + "\n}]\n"

    def csl_date(self, partial: PartialDate) -> Csl:
        """Return a date as a CSL date variable; most are met on many events."""
        found = self.dates.get(partial.text)
        if found is None:
            found = self.dates[partial.text] = csl_date(partial)
        return found


def encode(value: object) -> str:
    """Return a value as JSON on one line."""
    return msgspec.json.encode(value).decode()


def latex(text: str) -> str:
    """Return a text as LaTeX and BibTeX take it literally."""
    return text.translate(LATEX) if IN_LATEX.search(text) else text


def one_line(text: str) -> str:
    """Return a text without line breaks, since RIS begins a tag on each line."""
    return text if text.isprintable() else BREAKS.sub(" ", text).strip()


def point_of(partial: PartialDate | None) -> DatePoint | None:
    """Return the one date that a PartialDate is, None for those of which a year is not known."""
    if partial is None or partial.form is not DateForm.SINGLE:
        return None
    point = partial.points[0]
    is_dated = isinstance(point, DatePoint) and point.precision in PARTED and point.year > 0
    return point if is_dated else None  # type: ignore[return-value] # is_dated says so


def csl_date(partial: PartialDate) -> Csl:
    """Return a date as a CSL date variable; what it cannot say stays the EDTF text."""
    points = [point for point in partial.points if isinstance(point, DatePoint)]
    if partial.form is DateForm.ONE_OF or len(points) != len(partial.points):
        return {"literal": partial.text}
    first = points[0]
    said: Csl
    if partial.form is DateForm.SINGLE and first.season is not None:
        said = {"date-parts": [[first.year]], "season": first.season - FIRST_SEASON}
    elif all(point.precision in PARTED for point in points):
        said = {"date-parts": [date_parts(point) for point in points]}
    else:
        return {"literal": partial.text}
    if any(point.certainty is not Certainty.STATED for point in points):
        said["circa"] = True
    return said


def date_parts(point: DatePoint) -> list[int]:
    """Return year, month and day as far as they are known."""
    return [part for part in (point.year, point.month, point.day) if part is not None]
