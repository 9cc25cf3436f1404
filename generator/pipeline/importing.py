"""Events of other programs become drafts; all that they cannot carry stands in a report."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from generator.errors import MachineError, UsageError
from generator.exchange.drafts import (
    UNFINISHED,
    draft_text,
    fields_of,
    place_text,
    unfinished_entry,
    wished_id,
)
from generator.exchange.files import free_name, write_new
from generator.exchange.found import Found, FoundPlace
from generator.exchange.geojson_features import read_geojson
from generator.exchange.ical_events import read_ical
from generator.exchange.mapped import read_csv
from generator.exchange.mapping import TableMap, table_map
from generator.exchange.slugs import slug_of, unique
from generator.exchange.timelinejs import read_timelinejs
from generator.exchange.timelinejs_csv import read_timelinejs_csv
from generator.exchange.yaml_writer import Value
from generator.load.file_text import decode
from generator.load.yaml_nodes import parse_yaml
from generator.model.document import Kind
from generator.model.entry import Content
from generator.pipeline.authoring import known_ids, whole_content
from generator.pipeline.file_reading import understood
from generator.problem import visible
from generator.project import Project

EVENTS, PLACES = "content/events/imported", "content/places/imported"
REPORT, REST = "import-report.md", "import-unfinished.yaml"
Read = tuple[list[Found], list[str]]
READERS: dict[str, Callable[[bytes], Read]] = {
    "timelinejs": read_timelinejs,
    "timelinejs-csv": read_timelinejs_csv,
    "ical": read_ical,
}
MAPPED_READERS: dict[str, Callable[[bytes, TableMap], Read]] = {
    "csv": read_csv,
    "geojson": read_geojson,
}


class Imported(Struct, frozen=True):
    """What came of an import: the paths written, how many events were not, and the report.

    `rest` is the file with the events that a person must finish, empty without any.
    """

    written: tuple[str, ...]
    refused: int
    report: str
    rest: str


def import_timeline(
    project: Project, file: Path, category: str, format_: str, mapping: Path | None
) -> Imported:
    """Write the events of another program's file as drafts; return what came of it.

    Raises UsageError with the place of what cannot be read; nothing is written then.
    """
    events, notes = read_events(file, format_, mapping)
    desk = Desk(project, whole_content(project), category)
    lines = [f"- the whole file, {note}" for note in notes]
    for found in events:
        path, reasons = desk.write(found)
        lines += ["", f"## {found.where}: {path or 'not written'}", ""]
        said = (found.title, *reasons, *found.notes)
        lines += [f"- {visible(' '.join(each.split()))}" for each in said if each]
    rest = free_name(project.root, REST) if desk.rest else ""
    report = free_name(project.root, REPORT)
    head = [f"# Import of {file.name}", "", *to_do(desk, rest), ""]
    # The report first: an import that is stopped leaves no draft that nobody is told of.
    texts = {report: "\n".join([*head, *lines]) + "\n"}
    texts |= {rest: UNFINISHED + "".join(desk.rest)} if rest else {}
    write_all(project.root, texts | desk.texts)
    return Imported(tuple(desk.written), len(desk.rest), report, rest)


def write_all(root: Path, texts: Mapping[str, str]) -> None:
    """Write new files in their order; where one cannot be, none of them is left."""
    done: list[Path] = []
    try:
        for path, text in texts.items():
            write_one(root, path, text)
            done.append(root / path)
    except (MachineError, UsageError):
        for each in reversed(done):
            with suppress(OSError):
                each.unlink()
        raise


def write_one(root: Path, path: str, text: str) -> None:
    """Write a new file; raise MachineError where another program just wrote one of its name."""
    if not write_new(root, path, text):
        raise MachineError(f"{root / path}: appeared meanwhile; import again")


def read_events(file: Path, format_: str, mapping: Path | None) -> Read:
    """Return the events of a file in that format, and notes on the file as a whole."""
    data = bytes_of(file)
    table = None if mapping is None else mapping_of(mapping)
    if (format_ in MAPPED_READERS) != (table is not None):
        wants = "needs" if table is None else "takes no"
        raise UsageError(f"import {format_} {wants} --mapping; see docs/import-export.md")
    try:
        if table is None:
            return READERS[format_](data)
        return MAPPED_READERS[format_](data, table)
    except UsageError as error:
        raise UsageError(f"{file}: {error}; nothing was written") from error


def bytes_of(file: Path) -> bytes:
    """Return what a file holds; raise MachineError where it cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise MachineError(f"{file}: {error.strerror or error}; nothing was written") from error


def mapping_of(file: Path) -> TableMap:
    """Return the mapping in a file; raise UsageError with the place of what is wrong with it."""
    text = decode(bytes_of(file), str(file))
    root, problems = parse_yaml(text, str(file)) if isinstance(text, str) else (None, [text])
    if problems:
        raise UsageError("\n".join(map(str, problems)))
    return table_map(root, str(file))


class Desk:
    """Makes files of events; `texts` are theirs by path, `rest` what a person must finish."""

    def __init__(self, project: Project, content: Content, category: str) -> None:
        """Take the category of events that name none of the site's."""
        self.root = project.root
        known = known_ids(content)
        self.categories = known[Kind.CATEGORY]
        self.default = default_category(category, self.categories)
        self.taken = {entry.id for each in content.files for entry in each.entries}
        self.places = {name.casefold(): id_ for id_, name in known[Kind.PLACE].items()}
        self.places |= {id_: id_ for id_ in known[Kind.PLACE]}
        self.written: list[str] = []
        self.new_places: list[str] = []
        self.rest: list[str] = []
        self.texts: dict[str, str] = {}

    def write(self, found: Found) -> tuple[str, list[str]]:
        """Write an event; return its path, or none and why it was not written."""
        wished = wished_id(found)
        id_ = unique(wished, self.taken)
        if found.id and found.id != id_:
            found.notes.append(f"id: {found.id}")
        category = category_of(found, self.categories)
        if found.group:
            found.notes.append(f"group: {found.group}")
        if found.group and not category and (tag := slug_of(found.group, "")):
            found.tags = list(dict.fromkeys([*found.tags, tag]))
        category = category or self.default
        reasons = self.reasons_against(found, fields_of(found, category, ()))
        places = [] if reasons else self.placed(found)
        names = [each.name for each in found.places] if reasons else places
        fields = fields_of(found, category, list(dict.fromkeys(names)))
        if reasons:
            said = (*reasons, *(() if found.date else found.notes))
            self.rest.append(unfinished_entry(id_, fields, found.where, said))
            self.taken.add(id_)
            return "", reasons
        path = self.write_free(EVENTS, id_, lambda path: draft_text(path, fields, found))
        self.written.append(path)
        return path, []

    def reasons_against(self, found: Found, fields: Mapping[str, Value]) -> list[str]:
        """Return why an event cannot be written as it is."""
        if not found.date:
            return ["has no date that can be used"]
        text = draft_text(f"{EVENTS}/x.yaml", fields, found)
        problems = understood(text.encode(), f"{EVENTS}/x.yaml", Kind.EVENT).problems
        return [f"{each.field}: {each.message}" for each in problems]

    def placed(self, found: Found) -> list[str]:
        """Return the ids of the event's places; places that the content lacks are written."""
        ids: list[str] = []
        for place in found.places:
            id_ = self.places.get(place.name.casefold())
            if id_ is not None and place.lat:
                found.notes.append(f"place {place.name}: known already, so not {said(place)}")
            elif id_ is None:
                id_ = self.new_place(place, found)
            if id_:
                ids.append(id_)
        return ids

    def new_place(self, place: FoundPlace, found: Found) -> str:
        """Write a place; return its id, empty where it cannot be one."""
        path = f"{PLACES}/x.yaml"
        problems = understood(place_text(path, place).encode(), path, Kind.PLACE).problems
        if problems:
            reason = "; ".join(f"{each.field}: {each.message}" for each in problems)
            found.notes.append(f"place {place.name} {said(place)}: {reason}")
            return ""
        slug = unique(slug_of(place.name, "place"), self.taken)
        path = self.write_free(PLACES, slug, lambda path: place_text(path, place))
        id_ = path.rpartition("/")[2].removesuffix(".yaml")
        self.places[place.name.casefold()] = id_
        self.new_places.append(path)
        return id_

    def write_free(self, folder: str, id_: str, text: Callable[[str], str]) -> str:
        """Keep the text of an entry under the first free id; return its path."""
        path = f"{folder}/{id_}.yaml"
        while os.path.lexists(self.root / path):
            self.taken.add(id_)
            id_ = unique(id_, self.taken)
            path = f"{folder}/{id_}.yaml"
        self.taken.add(id_)
        self.texts[path] = text(path)
        return path


def to_do(desk: Desk, rest: str) -> list[str]:
    """Return what a person must add to what was written."""
    lines = [
        f"What {len(desk.written)} drafts and {len(desk.rest)} unfinished events still need:",
        "",
    ]
    if desk.written:
        lines.append(
            "- each draft: a look at its date, a quote or claim with its source, the people in it; "
            "then the line `status: draft` can go"
        )
    if desk.rest:
        lines.append(
            f"- each event in `{rest}`: what stands above it there; then a place in content/"
        )
    if desk.new_places:
        lines.append(
            f"- each new place: a look at whether it is the right one: {', '.join(desk.new_places)}"
        )
    return lines


def said(place: FoundPlace) -> str:
    """Return what is said of where a place is."""
    return ", ".join(filter(None, (place.lat, place.lon, place.precision)))


def default_category(category: str, categories: Mapping[str, str]) -> str:
    """Return the category of events without one; raise UsageError where none can be chosen."""
    default = category or (next(iter(categories)) if len(categories) == 1 else "")
    if default not in categories:
        raise UsageError(
            f"name one of the site's categories with --category: {', '.join(categories)}"
        )
    return default


def category_of(found: Found, categories: Mapping[str, str]) -> str:
    """Return the category that the event's group names, empty where it names none."""
    for id_, label in categories.items():
        if found.group and found.group.casefold() in (id_, label.casefold()):
            return id_
    return ""
