"""Citations are read by the programs that they are meant for, and say no more than is known."""

import json
from pathlib import Path

import rispy
from bibtexparser.entrypoint import parse_string
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.model.edtf import parse_edtf
from generator.model.published import Moment
from generator.model.settings import Author, SiteSettings
from generator.render.citations import Citations
from tests.unit.render.site import EVENT

SETTINGS = SiteSettings(
    title="Floods & fires",
    base_url="https://timeline.example/a_b/",
    author=Author(name="Desk {north}, The"),
)
HARD = "50 % of {it} & #1_a ~ ^ $ \\ “Дощ” @x"
EVENT_HERE = replace(
    EVENT,
    title=HARD,
    when=Moment(date=parse_edtf("2022-03-02~")),
    published=parse_edtf("2022-03-05"),
)
ADDRESS = "https://timeline.example/a_b/events/fire/"
PLAIN = {
    "\\textbackslash{}": "\\",
    "\\textbraceleft{}": "{",
    "\\textbraceright{}": "}",
    "\\textasciitilde{}": "~",
    "\\textasciicircum{}": "^",
    **{f"\\{sign}": sign for sign in "$&#_%"},
}


def unescaped(value: str) -> str:
    """Return what LaTeX would print."""
    found, rest = "", value
    while rest:
        mark = next((mark for mark in PLAIN if rest.startswith(mark)), "")
        found += PLAIN[mark] if mark else rest[0]
        rest = rest[len(mark) or 1 :]
    return found


def bibtex_fields(text: str) -> dict[str, str]:
    """Return the fields as a BibTeX parser has them."""
    library = parse_string(text)
    assert not library.failed_blocks
    (entry,) = library.entries
    return {field.key: str(field.value) for field in entry.fields}


def test_a_bibtex_parser_reads_the_entry() -> None:
    fields = bibtex_fields(Citations(SETTINGS)(EVENT_HERE).bibtex)
    assert unescaped(fields["title"][1:-1]) == HARD
    assert unescaped(fields["author"][1:-1]) == "Desk {north}, The"
    assert fields["howpublished"] == r"Floods \& fires"
    assert (fields["year"], fields["month"], fields["url"]) == ("2022", "mar", ADDRESS)
    assert unescaped(fields["note"]) == "Event date (EDTF): 2022-03-02~"


@given(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=30))
def test_any_title_comes_back_from_bibtex_and_ris(title: str) -> None:
    cited = Citations(SETTINGS)(replace(EVENT_HERE, title=title))
    assert unescaped(bibtex_fields(cited.bibtex)["title"][1:-1]) == title
    assert rispy.loads(cited.ris)[0]["title"] == title


def test_a_ris_parser_reads_the_entry() -> None:
    (entry,) = rispy.loads(Citations(SETTINGS)(EVENT_HERE).ris)
    assert entry["type_of_reference"] == "ELEC"
    assert entry["title"] == HARD
    assert entry["authors"] == ["Desk {north}, The"]
    assert (entry["year"], entry["date"]) == ("2022", "2022/03/05/")
    assert entry["urls"] == [ADDRESS]
    assert entry["notes"] == ["Event date (EDTF): 2022-03-02~"]


def test_no_line_break_of_a_value_begins_a_tag_of_ris() -> None:
    settings = SiteSettings(title="A\nER  - \r\nTY  - BOOK\u2028UR  - x")
    assert len(rispy.loads(Citations(settings)(EVENT_HERE).ris)) == 1


def test_a_csl_processor_words_the_entry() -> None:
    items = json.loads(Citations(SETTINGS)(EVENT_HERE).csl)
    style = CitationStylesStyle(str(Path(__file__).with_name("plain.csl")), validate=False)
    made = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    made.register(Citation([CitationItem("fire")]))
    (line,) = (str(item) for item in made.bibliography())
    assert line == (
        f"Desk {{north}}, The | {HARD} | Floods & fires | 5 March 2022 | 2 March 2022 | {ADDRESS}"
    )


def csl_dates(edtf: str) -> dict[str, object]:
    """Return the event's date as CSL-JSON has it."""
    event = replace(EVENT_HERE, when=Moment(date=parse_edtf(edtf)))
    found: dict[str, object] = json.loads(Citations(SETTINGS)(event).csl)[0]["event-date"]
    return found


def test_a_date_says_in_csl_no_more_than_is_known() -> None:
    assert csl_dates("2022") == {"date-parts": [[2022]]}
    assert csl_dates("2022-03") == {"date-parts": [[2022, 3]]}
    assert csl_dates("2022-03-02?") == {"date-parts": [[2022, 3, 2]], "circa": True}
    assert csl_dates("2022-02-26/2022-03") == {"date-parts": [[2022, 2, 26], [2022, 3]]}
    assert csl_dates("2022-21") == {"date-parts": [[2022]], "season": 1}
    assert csl_dates("2022-03-02T04:05:06Z") == {"date-parts": [[2022, 3, 2]]}


def test_a_date_that_csl_cannot_say_stays_as_typed() -> None:
    for edtf in ("2022-03/..", "/2022", "202X", "[2022-03-02,2022-03-04]", "2022-03-2X"):
        assert csl_dates(edtf) == {"literal": edtf}


def test_an_entry_without_a_date_or_an_address_has_none_in_any_format() -> None:
    cited = Citations(SiteSettings(title="T"))(replace(EVENT_HERE, published=None))
    assert {"year", "month", "url", "author"}.isdisjoint(bibtex_fields(cited.bibtex))
    assert {"year", "date", "urls", "authors"}.isdisjoint(rispy.loads(cited.ris)[0])
    assert {"issued", "URL", "author"}.isdisjoint(json.loads(cited.csl)[0])


def test_a_span_of_publication_is_no_year_in_bibtex_and_ris() -> None:
    cited = Citations(SETTINGS)(replace(EVENT_HERE, published=parse_edtf("2021/2022")))
    assert "year" not in bibtex_fields(cited.bibtex)
    assert "year" not in rispy.loads(cited.ris)[0]
