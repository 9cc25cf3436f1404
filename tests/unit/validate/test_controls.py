"""What nobody sees and no text needs is refused, typed or as an entity; what letters need stays."""

import pytest

from generator.model.document import Scalar
from generator.validate.fields.base import INVALID
from generator.validate.fields.text import Line, MarkdownText, Prose
from generator.validate.reader import Reader

REFUSED = [
    *"\0\x07\x0c\r\x7f\x85\u200b\u2028\u2029\u202a\u202e\u2060\u2066\u2069\ufdd0\ufeff\ufffb\ufffe\uffff",
    "\U0001fffe",
    "\U0010ffff",
    "\U000e0001",
    "\U000e0041",
]
NEEDED = {
    "Persian joins no letters": "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "Malayalam joins letters": "\u0d28\u0d4d\u200d\u0d28",
    "a family": "\U0001f469\u200d\U0001f469\u200d\U0001f467",
    "the flag of Wales": "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
}
NEEDED_IN_PROSE = {
    "marks of direction": "\u200f\u05e9\u05dc\u05d5\u05dd (A)\u200e",
    "Khmer breaks lines": "\u1781\u17d2\u1789\u17bb\u17c6\u200b\u1785\u1784\u17cb",
    "a soft hyphen": "Donau\u00addampf",
}


def codes(field: Line | Prose | MarkdownText, text: str) -> list[str]:
    reader = Reader("x.yaml")
    result = field.parse(Scalar(text, 1, 1), "body", reader)
    assert (result is INVALID) == bool(reader.problems)
    return [found.kind.code for found in reader.problems]


@pytest.mark.parametrize("character", REFUSED, ids=lambda text: f"U+{ord(text):04X}")
def test_what_no_text_needs_is_refused_in_every_field(character: str) -> None:
    # A line of ASCII alone cannot hold these: the loader refuses them before.
    text = f"\u0456a{character}b"
    assert codes(Line(), text) == ["text-control"]
    assert codes(Prose(), text) == ["text-control"]
    assert codes(MarkdownText(), text) == ["text-control"]


@pytest.mark.parametrize("character", REFUSED, ids=lambda text: f"U+{ord(text):04X}")
@pytest.mark.parametrize("form", ["&#{};", "&#x{:x};", "&#X{:X};", "&#000{};"])
def test_as_an_entity_it_is_refused_in_markdown_alone(character: str, form: str) -> None:
    text = f"a{form.format(ord(character))}b"
    assert codes(MarkdownText(), text) == ["text-control"]
    assert codes(Prose(), text) == []


@pytest.mark.parametrize("text", ["&NoBreak;", "&ZeroWidthSpace;", "&InvisibleComma;", "&af;"])
def test_a_named_entity_is_refused_too(text: str) -> None:
    assert codes(MarkdownText(), text) == ["text-control"]


@pytest.mark.parametrize("text", ["&amp;", "&#1", "R&D;", "&#65;", "&rlm;", "&#99999999;", "&lt;"])
def test_other_entities_stay(text: str) -> None:
    assert codes(MarkdownText(), text) == []


@pytest.mark.parametrize("what", NEEDED)
def test_what_letters_need_stays_everywhere(what: str) -> None:
    assert codes(Line(), NEEDED[what]) == []
    assert codes(MarkdownText(), NEEDED[what]) == []


@pytest.mark.parametrize("what", NEEDED_IN_PROSE)
def test_marks_of_direction_and_spaces_between_words_stay_in_prose(what: str) -> None:
    assert codes(Prose(), NEEDED_IN_PROSE[what]) == []
    assert codes(Line(), NEEDED_IN_PROSE[what]) == ["text-control"]


def test_a_message_names_the_place_and_never_holds_the_character() -> None:
    reader = Reader("pages/a.md")
    prose = Scalar("One.\n\nTwo \u202elive\u2069 words.", 4, 1, is_plain=False)
    assert MarkdownText().parse(prose, "", reader) is INVALID
    [problem] = reader.problems
    assert (problem.location.line, problem.location.column) == (6, 5)
    assert "Two [U+202E]live words." in problem.message
    assert not {"\u202e", "\u2069"} & set(problem.message)
