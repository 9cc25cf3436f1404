"""The YAML parser's complaints, reworded for someone who edits content."""

import re
from collections.abc import Callable
from typing import TypeAlias

import yaml
from msgspec import Struct
from msgspec.structs import replace

from generator.load.file_text import location_at
from generator.problem import Problem, ProblemKind
from generator.problem_kinds.files import YAML_SYNTAX, YAML_TAB, YAML_TAG

_Fault: TypeAlias = tuple[ProblemKind, int, str]


class _Spot(Struct, frozen=True):
    """Where a parser gave up, and where the construct that it could not read began."""

    text: str
    at: int
    opened: int


_Rewording: TypeAlias = Callable[[_Spot], _Fault]


def syntax_problem(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Problem:
    """Return the one problem that ended the reading of `text`, at the place to mend."""
    at = _index(error.problem_mark, len(text))
    opened = _index(error.context_mark, at)
    kind, index, message = _fault(f"{error.context}: {error.problem}", text, at, opened)
    return Problem(kind, location_at(text, index, path, first_line), "", message)


def _index(mark: "yaml.Mark | None", default: int) -> int:
    return default if mark is None else int(mark.index)


def _fault(complaint: str, text: str, at: int, opened: int) -> _Fault:
    """Return kind, place and message; `opened` is where the faulty construct began."""
    # libyaml places what it misses behind the last line break: nothing to see there.
    at = min(at, max(len(text.rstrip(" \r\n")) - 1, 0))
    line_start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    indentation = re.compile(r"[ \t]*").match(text, line_start)
    tab = text.find("\t", line_start, indentation.end() if indentation else line_start)
    if tab >= 0 and not _MAY_HOLD_TABS.search(complaint):
        return YAML_TAB, tab, "tab in the indentation; indent with spaces"
    for pattern, rewording in _REWORDINGS:
        if pattern.search(complaint):
            return rewording(_Spot(text, at, opened))
    return YAML_SYNTAX, at, f"not valid YAML, {complaint.removeprefix('None: ')}; mend it"


def _tab(spot: _Spot) -> _Fault:
    return YAML_TAB, spot.at, "tab where none can stand; write spaces"


def _unwanted_start(spot: _Spot) -> _Fault:
    if spot.text[spot.at : spot.at + 1] == "\t":
        return _tab(spot)
    message = f'value starts with "{spot.text[spot.at : spot.at + 1]}"; put the value in quotes'
    return YAML_SYNTAX, spot.at, message


def _unwanted_mark(spot: _Spot) -> _Fault:
    return _unwanted_start(replace(spot, at=spot.opened))


def _second_colon(spot: _Spot) -> _Fault:
    line_start = spot.text.rfind("\n", 0, spot.at) + 1
    if re.search(r":\s", spot.text[line_start : spot.at]):
        return YAML_SYNTAX, spot.at, '":" in an unquoted value; put the value in quotes'
    message = (
        "key where none can stand; line it up with the keys above it, "
        'and see that the line before it is "key: value"'
    )
    first = re.compile(r"\s*").match(spot.text, line_start)
    return YAML_SYNTAX, first.end() if first else spot.at, message


def _list_beside_key(spot: _Spot) -> _Fault:
    return YAML_SYNTAX, spot.at, 'list beside its key; start it with "- " on the next line'


def _open_quote(spot: _Spot) -> _Fault:
    quote = "single" if spot.text[spot.opened : spot.opened + 1] == "'" else "double"
    return YAML_SYNTAX, spot.opened, f"missing {quote} quote at the end of this value; add it"


def _unknown_escape(spot: _Spot) -> _Fault:
    backslash = spot.text.rfind("\\", spot.opened, spot.at + 1)
    message = (
        f'escape "{spot.text[backslash : backslash + 2]}" is not known in double quotes; '
        "double the backslash, or use single quotes"
    )
    return YAML_SYNTAX, backslash, message


def _open_list(spot: _Spot) -> _Fault:
    message = 'list in "[" is broken; put "," between items and "]" at its end, or quote all of it'
    return YAML_SYNTAX, spot.opened, message


def _open_mapping(spot: _Spot) -> _Fault:
    message = 'fields in "{" are broken; put "," between and "}" at the end, or quote all of it'
    return YAML_SYNTAX, spot.opened, message


def _no_content(spot: _Spot) -> _Fault:
    bracket = spot.text[spot.at : spot.at + 1]
    if bracket in ("[", "{"):
        opened_here = replace(spot, opened=spot.at)
        return _open_list(opened_here) if bracket == "[" else _open_mapping(opened_here)
    return _unwanted_start(spot)


def _misplaced_line(spot: _Spot) -> _Fault:
    line_start = spot.text.rfind("\n", 0, spot.at) + 1
    if spot.text[line_start : spot.at].strip():
        message = "text after a closing quote or bracket; put the whole value in one pair of quotes"
        return YAML_SYNTAX, spot.at, message
    if spot.text[spot.at : spot.at + 1] == ":":
        return YAML_SYNTAX, spot.at, 'nothing before ":"; write the name of a field'
    message = "indentation fits no line above; line it up with the fields or items it belongs to"
    return YAML_SYNTAX, spot.at, message


def _no_colon(spot: _Spot) -> _Fault:
    message = 'line without ":"; write "key: value", or indent it if it continues the line above'
    return YAML_SYNTAX, spot.opened, message


def _block_header(spot: _Spot) -> _Fault:
    message = (
        f'text beside "{spot.text[spot.opened : spot.opened + 1]}"; '
        "start the text on the next line, or put the value in quotes"
    )
    return YAML_SYNTAX, spot.opened, message


def _bad_tag(spot: _Spot) -> _Fault:
    message = "tag is not wanted; remove it; Verbatim reads every value as text"
    return YAML_TAG, max(spot.text.rfind("!", 0, spot.at + 1), 0), message


def _directive(spot: _Spot) -> _Fault:
    message = 'directive line is not wanted; remove the line that starts with "%"'
    return YAML_SYNTAX, spot.at, message


def _text_after_end(spot: _Spot) -> _Fault:
    message = "text after the end of the content; a file holds one mapping or one list"
    return YAML_SYNTAX, spot.at, message


_MAY_HOLD_TABS = re.compile("quoted|flow")
# The words of both parsers, libyaml's and PyYAML's own, in the order to be tried.
_REWORDINGS: tuple[tuple[re.Pattern[str], _Rewording], ...] = (
    (re.compile("cannot start any token"), _unwanted_start),
    (re.compile("mapping keys are not allowed"), _unwanted_start),
    (re.compile("tab character"), _tab),
    (re.compile("mapping values are not allowed"), _second_colon),
    (re.compile("sequence entries are not allowed"), _list_beside_key),
    (re.compile("quoted scalar: found unexpected"), _open_quote),
    (re.compile("escape|hexadecimal|hexadecimal"), _unknown_escape),
    (re.compile("scanning an (anchor|alias)"), _unwanted_mark),
    (re.compile("node content"), _no_content),
    (re.compile("flow sequence"), _open_list),
    (re.compile("flow mapping"), _open_mapping),
    (re.compile("expected key|block end|'-' indicator"), _misplaced_line),
    (re.compile("expected ':'"), _no_colon),
    (re.compile("block scalar"), _block_header),
    (re.compile("directive|incompatible YAML"), _directive),
    (re.compile(r"\btag\b|\bURI\b"), _bad_tag),
    (re.compile("document start"), _text_after_end),
)
