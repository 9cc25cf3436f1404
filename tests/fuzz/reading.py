"""What must be true of content, dates, quotes and records, whatever is read."""

import re
import unicodedata

import yaml

from generator.exchange.formatting import formatted
from generator.exchange.yaml_tree import CannotKeepError
from generator.load.content import parse_document
from generator.load.typed_values import typed_value
from generator.load.yaml_nodes import parse_yaml
from generator.model.document import Kind
from generator.model.edtf import DateError, parse_edtf
from generator.model.field_order import FieldOrder
from generator.model.partial_date import DatePoint, PartialDate, html_datetime
from generator.model.quote_lock import LockError, decode_lock, encode_lock
from generator.problem import Problem
from generator.verify.marks import pieces_of
from generator.verify.matching import SourceText, find_quote
from tests.tools.said import said

BOM = "\ufeff"
DIVIDED = re.compile(r"[-\u2010]\s*\n\s*")


def check_loader(text: str) -> None:
    """What is read without a problem is what PyYAML reads; a problem has a place in the file."""
    node, problems = parse_yaml(text, "x.yaml")
    check_places(problems, text)
    if node is None or problems:
        return
    try:
        expected = yaml.load(text.removeprefix(BOM), yaml.CBaseLoader)  # noqa: S506 - it makes strings only
    except yaml.composer.ComposerError:
        return  # An anchor may be set anew (YAML 1.2.2, 7.1); PyYAML refuses that.
    if "<<" not in text:  # which this loader does not merge
        assert said(node) == expected


def check_places(problems: list[Problem], text: str) -> None:
    """Each problem has a line of the file, a column, words and a remedy."""
    lines = len(re.split("\r\n|\r|\n", text)) + 1
    for problem in problems:
        assert 1 <= problem.location.line <= lines
        assert problem.location.column >= 1
        assert problem.message
        str(problem)


def check_document(content: bytes) -> None:
    """Any bytes are a document or problems."""
    for kind in (Kind.EVENT, Kind.PAGE):
        document, problems = parse_document(content, "content/x", kind)
        assert document is not None or problems


def check_formatting(text: str) -> None:
    """A file that is formatted says the same, and is not changed by formatting it again."""
    node, problems = parse_yaml(text, "x.yaml")
    if node is None or problems:
        return
    try:
        once = formatted(text, FieldOrder(), typed_value)
    except CannotKeepError:
        return
    again, found = parse_yaml(once, "x.yaml")
    assert again is not None
    assert (found, said(again)) == ([], said(node))
    assert formatted(once, FieldOrder(), typed_value) == once


def check_date(text: str) -> None:
    """A date is refused with a place, or means days in order and the same when read again."""
    date, refusal = read_date(text)
    assert refusal is None or (0 <= refusal.offset <= len(text) and refusal.message)
    if date is None:
        return
    assert date.text == text
    assert parse_edtf(date.text) == date
    assert date.earliest is None or date.latest is None or date.earliest <= date.latest
    for point in date.points:
        if isinstance(point, DatePoint):
            assert point.earliest <= point.latest
            html_datetime(point)
            (alone,) = parse_edtf(point.text).points
            assert alone == point


def read_date(text: str) -> tuple[PartialDate | None, DateError | None]:
    """Return the date, or why it is none."""
    try:
        return parse_edtf(text), None
    except DateError as error:
        return None, error


def letters(text: str) -> str:
    """Return a text's letters and figures alone, by a rule that matching does not know."""
    whole = DIVIDED.sub("", text)
    return "".join(each for each in unicodedata.normalize("NFKC", whole) if each.isalnum())


def check_quote(quote: str, source: str) -> None:
    """What is found in a source are the very words of the quote, in their order."""
    match = find_quote(quote, SourceText(source))
    if match is None:
        return
    ends = [0, *(end for _, end in match.spans)]
    assert all(end <= begin < after for (begin, after), end in zip(match.spans, ends, strict=False))
    assert ends[-1] <= len(source)
    found = [letters(source[begin:end]) for begin, end in match.spans]
    pieces = [letters(piece.typed) for piece in pieces_of(quote)]
    assert found in ([letters(quote)], pieces), (found, pieces)


def check_own_words(source: str, begin: int, count: int) -> None:
    """Words that stand in a source are found in it."""
    words = source.split(" ")
    at = begin % len(words)
    quote = " ".join(words[at : at + count])
    if letters(quote) and not set(quote) & set("[]\n"):
        assert find_quote(quote, SourceText(source)) is not None


def check_lock(content: bytes) -> None:
    """A record of quotes is refused, or says the same when written again."""
    try:
        lock = decode_lock(content)
    except LockError:
        return
    assert decode_lock(encode_lock(lock).encode()) == lock
