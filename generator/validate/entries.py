"""read_document: one document read by the schema, with what it refers to."""

from collections.abc import Iterable, Iterator
from hashlib import sha1

import msgspec

from generator.model.acknowledgement import Acknowledgement
from generator.model.document import Document, Kind, Mapping, Node, Scalar, Sequence
from generator.model.entry import ContentFile, Entry, Noun
from generator.model.event import Event
from generator.model.outline import EventOutline, outline_of
from generator.problem import Problem
from generator.problem_kinds import fields as kinds
from generator.problem_kinds import links
from generator.validate.fields.text import Identifier, MarkdownText, id_hint, is_id
from generator.validate.reader import INVALID, Invalid, Reader, TooManyProblemsError
from generator.validate.schema import RECORDS

ENCODER = msgspec.msgpack.Encoder()


def read_document(
    document: Document | None, path: str, kind: Kind, faults: Iterable[Problem] = ()
) -> ContentFile:
    """Return what the document says; None stands for a file that could not be read.

    `faults` are the problems that the file's form has already.
    """
    reader = Reader(path, list(faults))
    is_whole = not reader.problems
    entries: list[Entry] = []
    try:
        for entry in entries_of(document, reader) if document is not None else ():
            entries.append(entry)  # noqa: PERF402 - those before an exception are kept
    except TooManyProblemsError:
        is_whole = False
        entries += unread_entries(document, len(entries)) if document is not None else ()
    return ContentFile(
        path=path,
        kind=kind,
        entries=tuple(entries),
        wants=tuple(dict.fromkeys(f"{each.kind}:{each.id}" for each in reader.references)),
        references=msgspec.Raw(ENCODER.encode(reader.references)),
        problems=(*reader.problems, *reader.warnings),
        categories=typed_categories(document),
        is_whole=is_whole,
    )


def typed_categories(document: Document | None) -> tuple[str, ...]:
    """Return the ids of the categories that a site file has, right or wrong."""
    if document is None or document.kind is not Kind.SITE or not isinstance(document.root, Mapping):
        return ()
    _, node = document.root.entries.get("categories", (None, None))
    return tuple(node.entries) if isinstance(node, Mapping) else ()


def entries_of(document: Document, reader: Reader) -> Iterator[Entry]:
    """Yield the entries of one document: one, or one for each item of its list."""
    root = document.root
    if root is None:
        message = f"the file is empty; write the fields of {RECORDS[document.kind].named}"
        reader.report(kinds.EMPTY_VALUE, Scalar("", 1, 1), "", message)
    elif isinstance(root, Sequence) and document.kind not in {Kind.SITE, Kind.PAGE}:
        for index, item in enumerate(root.items):
            yield read_entry(document, item, reader, listed_id(item, reader), index)
    else:
        yield read_entry(document, root, reader, own_id(document, root, reader))


def unread_entries(document: Document, start: int) -> Iterator[Entry]:
    """Yield the entries from `start` on with no more than their ids, which others refer to."""
    if isinstance(document.root, Sequence):
        for index, item in enumerate(document.root.items[start:], start):
            id_ = listed_id(item, Reader(document.path))
            yield Entry(document.kind, id_, None, document.path, index)


def read_entry(
    document: Document, node: Node, reader: Reader, id_: str, index: int | None = None
) -> Entry:
    """Return the entry that the node describes; `index` is its place in a list."""
    reader.entry = f"{document.kind}:{id_}"
    values = values_of(document, node, reader, id_)
    if values is None:
        return Entry(document.kind, id_, None, document.path, index)
    acknowledged: tuple[Acknowledgement, ...] = values.pop("acknowledged", ())  # type: ignore[assignment] # what the schema makes of it
    noun: Noun = RECORDS[document.kind].build(**values)  # type: ignore[assignment] # each kind's record builds its noun
    outline = outline_of(noun) if isinstance(noun, Event) else None
    digests = digests_of(noun, outline) if isinstance(noun, Event) and outline else ()
    return Entry(document.kind, id_, noun, document.path, index, outline, digests, acknowledged)


def digests_of(event: Event, outline: EventOutline) -> tuple[bytes, ...]:
    """Return the digests of all that the event says, of what a link shows, of all but its words."""
    moment = (event.date, event.time, event.part_of_day, event.timezone)
    state = (event.status, event.embargo, event.after, event.related, event.claims)
    link = (event.title, moment, event.category)
    return digest(event), digest(link), digest((outline, moment, state))


def digest(value: object) -> bytes:
    """Return a digest that guards against change, not malice."""
    return sha1(ENCODER.encode(value), usedforsecurity=False).digest()


def values_of(document: Document, node: Node, reader: Reader, id_: str) -> dict[str, object] | None:
    """Return what the schema makes of the node's fields, None when there are problems."""
    record = RECORDS[document.kind]
    if not isinstance(node, Mapping):
        record.parse(node, "", reader)
        return None
    values = record.values(node, "", reader)
    prose = document.prose
    if values is not None and prose is not None and prose.value.strip():
        values["body"] = MarkdownText().parse(prose, "", reader)
    if values is None or not id_ or INVALID in values.values():
        return None
    if document.kind is not Kind.SITE:
        values["id"] = id_
    return values


def own_id(document: Document, node: Node, reader: Reader) -> str:
    """Return the id of a file's only entry: its `id`, else the file's name."""
    if document.kind is Kind.SITE:
        return "site"
    if isinstance(node, Mapping) and "id" in node.entries:
        return listed_id(node, reader)
    if is_id(document.stem):
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
