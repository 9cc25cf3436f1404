"""Entries: documents read by the schema, one noun each, with what it refers to."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.errors import Problem, SourceLocation
from generator.model.document import Document, Kind, Mapping, Node, Scalar, Sequence
from generator.problem_kinds import fields as kinds
from generator.problem_kinds import links
from generator.validate.fields.text import ID_PATTERN, LONGEST_ID, Identifier, Prose, id_hint
from generator.validate.reader import INVALID, Invalid, Reader, Reference, locate_field
from generator.validate.schema import RECORDS


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the content: its noun (INVALID when it has problems) and where it stands.

    `id` is empty when the entry has none that can be used.
    """

    kind: Kind
    id: str
    noun: Any
    path: str
    node: Node

    def locate(self, field: str) -> SourceLocation:
        """Return where the field stands, or the nearest thing around it."""
        return locate_field(self.path, self.node, field)


def read_entries(
    documents: Iterable[Document],
) -> tuple[list[Entry], list[Reference], list[Problem]]:
    """Return every document's entries, their references and the problems in their fields."""
    entries: list[Entry] = []
    references: list[Reference] = []
    problems: list[Problem] = []
    for document in documents:
        reader = Reader(document.path)
        entries.extend(entries_of(document, reader))
        references.extend(reader.references)
        problems.extend(reader.problems)
    return entries, references, problems


def entries_of(document: Document, reader: Reader) -> list[Entry]:
    """Return the entries of one document: one, or one for each item of its list."""
    root = document.root
    if root is None:
        message = f"the file is empty; write the fields of {RECORDS[document.kind].named}"
        reader.report(kinds.EMPTY_VALUE, Scalar("", 1, 1), "", message)
        return []
    if isinstance(root, Sequence) and document.kind not in {Kind.SITE, Kind.PAGE}:
        return [read_entry(document, item, reader, listed_id(item, reader)) for item in root.items]
    return [read_entry(document, root, reader, own_id(document, root, reader))]


def read_entry(document: Document, node: Node, reader: Reader, id_: str) -> Entry:
    """Return the entry that the node describes."""
    record = RECORDS[document.kind]
    if not isinstance(node, Mapping):
        noun: object = record.parse(node, "", reader)
        return Entry(document.kind, id_, noun, document.path, node)
    values = record.values(node, "", reader)
    prose = document.prose
    if values is not None and prose is not None and prose.value.strip():
        values["body"] = Prose().parse(prose, "", reader)
    if values is None or not id_ or INVALID in values.values():
        return Entry(document.kind, id_, INVALID, document.path, node)
    if document.kind is not Kind.SITE:
        values["id"] = id_
    return Entry(document.kind, id_, record.build(**values), document.path, node)


def own_id(document: Document, node: Node, reader: Reader) -> str:
    """Return the id of a file's only entry: its `id`, else the file's name."""
    if document.kind is Kind.SITE:
        return "site"
    if isinstance(node, Mapping) and "id" in node.entries:
        return listed_id(node, reader)
    if ID_PATTERN.fullmatch(document.stem) and len(document.stem) <= LONGEST_ID:
        return document.stem
    message = f'the file name "{document.stem}" is not an id; {id_hint(document.stem)}'
    reader.report(kinds.BAD_ID, Scalar("", 1, 1), "", message)
    return ""


def listed_id(node: Node, reader: Reader) -> str:
    """Return the `id` that the entry states, empty when it states none or a wrong one."""
    if not isinstance(node, Mapping):
        return ""
    if "id" not in node.entries:
        message = "an entry of a list has no file name of its own; add id"
        reader.report(links.MISSING_ID, node, "id", message)
        return ""
    # The record reports a wrong id itself; here it is only read.
    found = Identifier().parse(node.entries["id"][1], "id", Reader(reader.path))
    return "" if isinstance(found, Invalid) else found
