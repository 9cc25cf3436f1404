"""YAML text to nodes whose scalars are the author's text: no value is ever interpreted."""

import re
from itertools import islice
from typing import NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml.reader import ReaderError

from generator.load.file_text import location_at, refused_characters
from generator.load.yaml_anchors import MAX_DEPTH, TOO_DEEP, Anchors, typed_tag, value_start
from generator.load.yaml_events import (
    MOST_EVENTS,
    PARSER,
    TOO_MANY_VALUES,
    AnyEvent,
    EventParser,
)
from generator.model.document import Mapping, Node, Scalar, Sequence
from generator.problem import MOST_PROBLEMS, Problem, ProblemKind, SourceLocation
from generator.problem_kinds.files import (
    CONTROL_CHARACTER,
    FILE_TOO_LARGE,
    YAML_ALIAS,
    YAML_COMMENT,
    YAML_DOCUMENTS,
    YAML_DUPLICATE_KEY,
    YAML_KEY,
    YAML_MERGE,
    YAML_SYNTAX,
    YAML_TAG,
    YAML_TOO_DEEP,
    too_many_problems,
)

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]|[\ud800-\udfff]")
# What YAML ends a line at; `str.splitlines` would end it at more.
_LINE_BREAK = re.compile("\r\n|\r|\n")
# A comment has a space behind its sign; a hashtag has none.
_COMMENT = re.compile(r"[ \t]#")
_LOST_WORDS = re.compile(r"[ \t]+(#[^\s#!].*)")
_LINE_SEPARATORS = ("\x85", "\u2028", "\u2029")
_REFUSED_KEY = Scalar("", 0, 0)


def parse_yaml(text: str, path: str, *, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """Return the root node and the problems found.

    The root is None for an empty text, and where a problem ended the reading.
    """
    text = text.removeprefix("\ufeff")
    if not text.isascii() and any(separator in text for separator in _LINE_SEPARATORS):
        return None, refused_characters(text, path, first_line)
    builder = _NodeBuilder(text, path, first_line)
    try:
        return builder.read(PARSER(text)), builder.problems
    except _UnreadableError:
        pass
    except (ReaderError, UnicodeEncodeError):
        builder.problems += refused_characters(text, path, first_line)
    except yaml.MarkedYAMLError as error:
        # Most files have no fault whose words must be found.
        from generator.load.yaml_faults import syntax_problem  # noqa: PLC0415 - see above

        builder.problems.append(syntax_problem(error, text, path, first_line))
    return None, builder.problems


class _UnreadableError(Exception):
    """The rest of the text is not worth reading; the problem has been reported."""


class _NodeBuilder:
    """Builds nodes from events; its state is the one collection that is open innermost."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._path = path
        self._first_line = first_line
        self._anchors = Anchors()
        self._has_document = False
        self._lines = _LINE_BREAK.split(text) if _COMMENT.search(text) else []
        # The outermost "collection" holds the document's root.
        root = Sequence([], 1, 1)
        self._node: Mapping | Sequence = root
        self._items = root.items
        self._entries: dict[str, tuple[Scalar, Node]] | None = None
        self._key: Scalar | None = None
        self._outer: list[tuple[Mapping | Sequence, Scalar | None]] = []

    def read(self, parser: EventParser) -> Node | None:
        """Return the root; raise _UnreadableError, or the parser's own errors."""
        roots = self._items
        take = {
            MappingStartEvent: self._open_mapping,
            SequenceStartEvent: self._open_sequence,
            MappingEndEvent: self._close,
            SequenceEndEvent: self._close,
            AliasEvent: self._take_alias,
            DocumentStartEvent: self._start_document,
        }
        event: AnyEvent
        for event in islice(iter(parser.get_event, None), MOST_EVENTS):
            kind = type(event)
            if kind is ScalarEvent:
                self._take_scalar(event)
            elif kind in take:
                take[kind](event)
            elif kind is StreamEndEvent:
                break
        else:
            place = self._place(event, event.start_mark.index)
            self._refuse(FILE_TOO_LARGE, place, TOO_MANY_VALUES)
        return roots[0] if roots else None

    def _take_scalar(self, event: AnyEvent) -> None:
        mark = event.start_mark
        line = mark.line
        value = event.value
        style = event.style
        column = mark.column + (2 if style and style in "'\"" else 1)
        is_plain = not style and line == event.end_mark.line
        scalar = Scalar(value, line + self._first_line, column, is_plain)
        if self._lines and not style:
            self._check_comment(scalar, event.end_mark)
        if style == '"' and not value.isprintable():
            self._check_escapes(scalar)
        if event.anchor or event.tag:
            self._take_properties(event, scalar)
        entries = self._entries
        if entries is None:
            self._items.append(scalar)
        elif (key := self._key) is None:
            is_usual = value and value not in entries
            self._key = scalar if is_usual else self._checked_key(scalar, entries)
        else:
            if key is not _REFUSED_KEY:
                entries.setdefault(key.value, (key, scalar))
            self._key = None

    def _checked_key(self, key: Scalar, entries: dict[str, tuple[Scalar, Node]]) -> Scalar:
        if key.value in entries:
            first = entries[key.value][0].line
            message = f"field is given twice, first on line {first}; remove one of the two"
            self._report(YAML_DUPLICATE_KEY, key, message, key.value)
        elif key.is_plain:
            self._report(YAML_KEY, key, 'nothing before ":"; write the name of a field')
            return _REFUSED_KEY
        return key

    def _add(self, node: Node) -> None:
        """Put a finished node into the collection that is open."""
        entries = self._entries
        if entries is None:
            self._items.append(node)
        elif self._key is None:
            message = "key is not a name; write a name, or put the value in quotes"
            self._report(YAML_KEY, node, message)
            self._key = _REFUSED_KEY
        else:
            # `setdefault`: of a field given twice the first is kept.
            if self._key is not _REFUSED_KEY:
                entries.setdefault(self._key.value, (self._key, node))
            self._key = None

    def _open_mapping(self, event: AnyEvent) -> None:
        mark = event.start_mark
        mapping = Mapping({}, mark.line + self._first_line, mark.column + 1)
        self._open(event, mapping)
        self._entries = mapping.entries

    def _open_sequence(self, event: AnyEvent) -> None:
        mark = event.start_mark
        sequence = Sequence([], mark.line + self._first_line, mark.column + 1)
        self._open(event, sequence)
        self._entries = None
        self._items = sequence.items

    def _open(self, event: AnyEvent, node: Mapping | Sequence) -> None:
        if event.anchor or event.tag:
            self._take_properties(event, node)
        self._outer.append((self._node, self._key))
        if len(self._outer) > MAX_DEPTH:
            self._refuse(YAML_TOO_DEEP, node, TOO_DEEP)
        self._node = node
        self._key = None

    def _close(self, _event: AnyEvent) -> None:
        node = self._node
        if isinstance(node, Mapping) and "<<" in node.entries:
            self._merge(node)
        outer, self._key = self._outer.pop()
        self._node = outer
        if isinstance(outer, Mapping):
            self._entries = outer.entries
        else:
            self._entries = None
            self._items = outer.items
        self._add(node)

    def _merge(self, mapping: Mapping) -> None:
        """Take over the fields of what `<<` names; own fields win, then earlier mappings."""
        key, merged = mapping.entries["<<"]
        if not key.is_plain:
            return
        del mapping.entries["<<"]
        for node in merged.items if isinstance(merged, Sequence) else [merged]:
            if isinstance(node, Mapping):
                for name, entry in node.entries.items():
                    mapping.entries.setdefault(name, entry)
            else:
                message = '"<<" takes a mapping or a list of mappings; give it an alias of one'
                self._report(YAML_MERGE, node, message)

    def _take_alias(self, event: AnyEvent) -> None:
        name = event.anchor
        place = self._place(event, event.start_mark.index)
        open_nodes = [self._node, *(outer for outer, _ in self._outer)]
        fault = self._anchors.alias_fault(name, open_nodes, len(self._outer))
        if fault is None:
            self._add(self._anchors.nodes[name])
            return
        kind, message = fault
        self._report(kind, place, message, length=len(name) + 1)
        if kind is not YAML_ALIAS:
            raise _UnreadableError
        self._add(place)

    def _take_properties(self, event: AnyEvent, node: Node) -> None:
        """Remember an anchor, report a tag, and move a scalar's place behind both."""
        if event.anchor:
            self._anchors.nodes[event.anchor] = node
        start = event.start_mark.index
        if event.tag:
            tag, at = typed_tag(self._text, start)
            message = f'tag "{tag}"; remove it; Verbatim reads every value as text'
            self._report(YAML_TAG, self._place(event, at), message, length=len(tag))
        if isinstance(node, Scalar):
            end = event.end_mark.index
            index = value_start(self._text, start, end)
            place = self._place(event, index)
            node.line = place.line
            node.column = place.column + (event.style in ("'", '"'))
            node.is_plain = not event.style and "\n" not in self._text[index:end]

    def _place(self, event: AnyEvent, index: int) -> Scalar:
        """Return an empty value at `index`, which is counted from the event's beginning."""
        mark = event.start_mark
        # From the text's beginning it would take the square of the text's length.
        location = location_at(self._text[mark.index : index], index - mark.index, "")
        column = location.column + (mark.column if location.line == 1 else 0)
        return Scalar("", mark.line + location.line + self._first_line - 1, column)

    def _check_comment(self, scalar: Scalar, end: AnyEvent) -> None:
        # Of a value that is not ended by the last line, libyaml says that it ends behind that.
        line = self._lines[end.line] if end.line < len(self._lines) else ""
        lost = _LOST_WORDS.match(line, end.column)
        if lost:
            message = f'"{lost[1]}" is lost as a comment; put the value in quotes, or write "# "'
            self._report(YAML_COMMENT, scalar, message)

    def _check_escapes(self, scalar: Scalar) -> None:
        found = _CONTROL.search(scalar.value)
        if found:
            message = f"escape for the control character U+{ord(found[0]):04X}; delete it"
            self._report(CONTROL_CHARACTER, scalar, message)

    def _start_document(self, event: AnyEvent) -> None:
        place = self._place(event, event.start_mark.index)
        if self._has_document:
            message = "second document; write one list, or one file for each entry"
            self._refuse(YAML_DOCUMENTS, place, message)
        if event.version or event.tags:
            message = 'directive line is not wanted; remove the line that starts with "%"'
            self._report(YAML_SYNTAX, place, message)
        self._has_document = True

    def _refuse(self, kind: ProblemKind, node: Node, message: str) -> NoReturn:
        self._report(kind, node, message)
        raise _UnreadableError

    def _report(
        self, kind: ProblemKind, node: Node, message: str, field: str = "", length: int = 1
    ) -> None:
        location = SourceLocation(self._path, node.line, node.column, max(length, len(field)))
        if len(self.problems) >= MOST_PROBLEMS:
            self.problems.append(too_many_problems(location))
            raise _UnreadableError
        self.problems.append(Problem(kind, location, field, message))
