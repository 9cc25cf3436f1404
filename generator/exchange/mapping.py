"""Mapping: which field of an event takes what from which column, as a person wrote it down."""

import re
from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence as AnySequence
from typing import NoReturn

from msgspec import Struct

from generator.errors import UsageError
from generator.exchange.date_formats import format_pattern
from generator.model.document import Mapping, Node, Scalar, Sequence

LINES = ("id", "title", "time", "part_of_day", "timezone", "category", "content_note", "link")
FIELDS = (*LINES, "date", "until", "summary", "body", "tags", "places")
FORMS = ("text", "markdown", "html")
OPTIONS = {
    "time": {"about"},
    "date": {"format"},
    "until": {"format"},
    "summary": {"form"},
    "body": {"form"},
    "tags": {"separator"},
    "places": {"separator", "lat", "lon", "precision"},
}
TOP = ("fields", "encoding", "delimiter", "apostrophes")


class Source(Struct, frozen=True):
    """Where a value is taken from: a column, or `constant` for all; `values` translate it."""

    column: str = ""
    constant: str = ""
    values: AnyMapping[str, str] = {}


class FieldMap(Struct, frozen=True):
    """What a field takes, and how it is to be read; what does not concern a field is empty.

    A time is no more than about right where the column `about` says `true`.
    """

    source: Source
    formats: AnySequence[re.Pattern[str]] = ()
    form: str = "text"
    about: str = ""
    separator: str = ""
    lat: str = ""
    lon: str = ""
    precision: Source = Source()


class TableMap(Struct, frozen=True):
    """A whole mapping. Where `is_guarded`, an apostrophe at a text's beginning is no part of it."""

    fields: AnyMapping[str, FieldMap]
    encoding: str = ""
    delimiter: str = ""
    is_guarded: bool = False


def table_map(root: Node | None, path: str) -> TableMap:
    """Return the mapping that a file holds; raise UsageError with the place of what is wrong."""
    reader = MapReader(path)
    top = reader.entries(root, "the mapping", TOP)
    fields = reader.entries(top.get("fields"), "fields", FIELDS)
    for name in ("title", "date"):
        if name not in fields:
            reader.refuse(top.get("fields"), f"fields: no {name}; every event has one")
    guarded = reader.word(top.get("apostrophes"), "apostrophes", ("remove", "keep"))
    return TableMap(
        fields={name: reader.field(name, node) for name, node in fields.items()},
        encoding=reader.text(top.get("encoding"), "encoding"),
        delimiter=reader.delimiter(top.get("delimiter")),
        is_guarded=guarded == "remove",
    )


class MapReader:
    """Reads the nodes of a mapping file."""

    def __init__(self, path: str) -> None:
        """Take the file's path, for what it is blamed for."""
        self.path = path

    def refuse(self, node: Node | None, message: str) -> NoReturn:
        """Raise UsageError with the node's place."""
        place = f"{self.path}:{node.line}:{node.column}" if node is not None else self.path
        raise UsageError(f"{place}: {message}")

    def entries(self, node: Node | None, name: str, known: AnySequence[str]) -> dict[str, Node]:
        """Return the entries of a mapping, all of which must be known."""
        if not isinstance(node, Mapping):
            self.refuse(node, f"{name}: must be a mapping with {', '.join(known)}")
        for key, _ in node.entries.values():
            if key.value not in known:
                self.refuse(key, f'{name}: "{key.value}" is not known; it has {", ".join(known)}')
        return {key: value for key, (_, value) in node.entries.items()}

    def text(self, node: Node | None, name: str) -> str:
        """Return one value, empty where there is none."""
        if node is None:
            return ""
        if not isinstance(node, Scalar) or not node.value:
            self.refuse(node, f"{name}: must be one value")
        return node.value

    def word(self, node: Node | None, name: str, words: AnySequence[str]) -> str:
        """Return one of the words, the last where there is none."""
        found = self.text(node, name) or words[-1]
        if found not in words:
            self.refuse(node, f'{name}: "{found}" is none of {", ".join(words)}')
        return found

    def delimiter(self, node: Node | None) -> str:
        """Return what stands between cells, empty where that is to be found out."""
        found = self.text(node, "delimiter")
        if len(found) > 1:
            self.refuse(node, f'delimiter: "{found}" is not one character')
        return found

    def field(self, name: str, node: Node) -> FieldMap:
        """Return what a field takes: a column's name, or a mapping with more."""
        if isinstance(node, Scalar):
            return FieldMap(Source(column=self.text(node, name)))
        known = ("column", "constant", "values", *sorted(OPTIONS.get(name, ())))
        entries = self.entries(node, name, known)
        source = self.source(node, entries, name)
        return FieldMap(
            source=source,
            formats=self.formats(entries.get("format"), name),
            form=self.word(entries["form"], f"{name}.form", FORMS) if "form" in entries else "text",
            about=self.text(entries.get("about"), f"{name}.about"),
            separator=self.text(entries.get("separator"), f"{name}.separator"),
            lat=self.text(entries.get("lat"), f"{name}.lat"),
            lon=self.text(entries.get("lon"), f"{name}.lon"),
            precision=self.precision(entries.get("precision")),
        )

    def source(self, node: Node, entries: dict[str, Node], name: str) -> Source:
        """Return where a field's value is taken from; places may have nothing but coordinates."""
        column = self.text(entries.get("column"), f"{name}.column")
        constant = self.text(entries.get("constant"), f"{name}.constant")
        if bool(column) == bool(constant) and not (name == "places" and not constant):
            self.refuse(node, f"{name}: needs either a column or a constant")
        values = entries.get("values")
        if values is None:
            return Source(column, constant)
        if not isinstance(values, Mapping):
            self.refuse(values, f"{name}.values: must be a mapping of values there to values here")
        translated = {
            key: self.text(each, f"{name}.values.{key}")
            for key, (_, each) in values.entries.items()
        }
        return Source(column, constant, translated)

    def precision(self, node: Node | None) -> Source:
        """Return how precise coordinates are: a word, or the column that has one."""
        if node is None or isinstance(node, Scalar):
            return Source(constant=self.text(node, "places.precision"))
        entries = self.entries(node, "places.precision", ("column", "values"))
        return self.source(node, entries, "places.precision")

    def formats(self, node: Node | None, name: str) -> list[re.Pattern[str]]:
        """Return the formats of a date, in the order in which they are tried."""
        nodes = node.items if isinstance(node, Sequence) else [] if node is None else [node]
        patterns: list[re.Pattern[str]] = []
        for each in nodes:
            try:
                patterns.append(format_pattern(self.text(each, f"{name}.format")))
            except UsageError as error:
                self.refuse(each, f"{name}.format: {error}")
        return patterns
