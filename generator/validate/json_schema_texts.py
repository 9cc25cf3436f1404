"""The JSON Schemas of values that are one text: patterns for what their fields accept."""

from typing import Any

from generator.problem_kinds.every import ACKNOWLEDGEABLE
from generator.validate.fields.acknowledging import WarningCode
from generator.validate.fields.addresses import (
    AliasPath,
    Colour,
    Coordinate,
    Country,
    Email,
    Language,
    MediaFile,
    Url,
)
from generator.validate.fields.base import FieldType
from generator.validate.fields.moments import Edtf, Instant, InstantOrDate, TimeOfDay, TimeZone
from generator.validate.fields.text import (
    LONGEST_ID,
    Boolean,
    Line,
    MarkdownText,
    Number,
    Order,
    Prose,
    Verbatim,
)

Schema = dict[str, Any]
NO_TEXT: Schema = {"type": "null"}
ID: Schema = {"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": LONGEST_ID}

YEAR = "(-?[0-9]{4}|Y-?[1-9][0-9]{4,15})"
MONTH_AND_DAY = "(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]|XX|[0-3]X))?|-2[1-4]|-XX(-XX)?)"
POINT = f"({YEAR}{MONTH_AND_DAY}?|-?[0-9]{{3}}X|-?[0-9]{{2}}XX)[?~%]?"
CLOCK = "T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}(:?[0-9]{2})?)?"
MEMBER = rf"({POINT}|{POINT}\.\.({POINT})?|\.\.{POINT})"
DATE = (
    rf"({POINT}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}{CLOCK}"
    rf"|({POINT}|\.\.)?/({POINT}|\.\.)?|\[{MEMBER}(,{MEMBER})*\])"
)
INSTANT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})"
NUMBER = r"-?[0-9]{1,18}(\.[0-9]{1,9})?"
ANY_TEXT = r"\S"
TEXT_TYPES = ["string", "number", "boolean"]


def text(pattern: str, *types: str) -> Schema:
    """Return the schema of a text with white space around it, or of one of the types."""
    return {"type": ["string", *types], "pattern": rf"^\s*{pattern}\s*$"}


PATTERNS: dict[type, Schema] = {
    AliasPath: text(r"/[A-Za-z0-9._~%/-]+"),
    Boolean: {"enum": [True, False, "true", "false"]},
    Colour: text("#[0-9A-Fa-f]{6}"),
    Country: text("[A-Z]{2}"),
    Edtf: {**text(DATE, "integer"), "examples": ["2022-03-02", "2022-03", "2022", "2022-03-02~"]},
    Email: text(r"[^@\s<>\"']+@[^@\s<>\"']+\.[^@\s<>\"'.]+"),
    Instant: text(INSTANT),
    InstantOrDate: text(f"({INSTANT}|{DATE})", "integer"),
    Language: text("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"),
    MediaFile: text(r"(?!/)(?!(.*/)?\.\.(/|\s*$))[^\\]*\S", "number"),
    Number: text(NUMBER, "number"),
    Order: text(NUMBER, "number"),
    Prose: {"type": TEXT_TYPES, "pattern": ANY_TEXT},
    Verbatim: {"type": TEXT_TYPES, "pattern": ANY_TEXT},
    MarkdownText: {"type": TEXT_TYPES, "pattern": ANY_TEXT},
    TimeOfDay: text("([01][0-9]|2[0-3]):[0-5][0-9]~?"),
    TimeZone: {
        **text("(UTC|[A-Z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)+)"),
        "examples": ["Europe/Kyiv"],
    },
    WarningCode: {"enum": list(ACKNOWLEDGEABLE)},
    Url: text(r"[Hh][Tt][Tt][Pp][Ss]?://[^\s<>\"`{}|\\^]+"),
}


def scalar_schema(type_: FieldType) -> Schema:
    """Return the schema of a value that is one text, number or truth value."""
    if isinstance(type_, Line):
        return {"type": TEXT_TYPES, "pattern": rf"^\s*\S[^\n]{{0,{type_.limit - 1}}}\s*$"}
    if isinstance(type_, Coordinate):
        limits = {"minimum": -type_.limit, "maximum": type_.limit}
        return {**text(NUMBER, "number"), **limits}
    return PATTERNS[type(type_)]
