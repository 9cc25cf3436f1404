"""Dates in British English: as exact and as certain as they were typed."""

import pytest

from generator.model.edtf import parse_edtf
from tests.unit.render.words import date_text, date_words

WORDS = {
    "2022-03-03": "3 March 2022",
    "2022-03": "March 2022",
    "2022": "2022",
    "2022-03-03~": "about 3 March 2022",
    "2022-03-03?": "3 March 2022 (date uncertain)",
    "2022-03-03%": "about 3 March 2022 (date uncertain)",
    "2022-03-XX": "a day in March 2022",
    "2022-XX": "a month in 2022",
    "2022-XX-XX": "a day in 2022",
    "202X": "the 2020s",
    "202X~": "the 2020s (date approximate)",
    "19XX": "the 1900s (century)",
    "2022-21": "spring 2022",
    "2022-24": "winter 2022",
    "2022-03-2X": "between 20 and 29 March 2022",
    "2022-03-0X": "between 1 and 9 March 2022",
    "2022-02-2X~": "between 20 and 28 February 2022 (date approximate)",
    "2022-02-24/2022-03-03": "24 February – 3 March 2022",
    "2022-03-01/2022-03-03": "1–3 March 2022",
    "2021-12-31/2022-01-02": "31 December 2021 – 2 January 2022",
    "2022-02/2022-03": "February – March 2022",
    "2021/2022": "2021–2022",
    "2022-02-24/2022-03": "24 February 2022 – March 2022",
    "2022-02-24~/2022-03-03": "about 24 February 2022 – 3 March 2022",
    "2022-03-03/2022-03-03": "3 March 2022",
    "2022-02-24/..": "from 24 February 2022",
    "2022-02-24/": "from 24 February 2022, end unknown",
    "../2022-03-03": "until 3 March 2022",
    "/2022-03-03": "until 3 March 2022, start unknown",
    "[2022-03-02,2022-03-03]": "2 or 3 March 2022",
    "[2022-03-02,2022-04-03]": "2 March 2022 or 3 April 2022",
    "[2022-03-02,2022-03-05..2022-03-07]": "2 March 2022 or 5–7 March 2022 (one of these dates)",
    "[..2022-03-02]": "until 2 March 2022 (one of these dates)",
    "-0043-03-15": "15 March 44 BC",
    "-0043": "44 BC",
    "0000": "1 BC",
    "-004X": "50 BC – 41 BC",
    "Y12022": "12022",
    "2022-03-03T02:00:00+02:00": "3 March 2022, 02:00 (UTC+2)",
    "2022-03-03T02:00:00": "3 March 2022, 02:00",
}

HTML = {
    "2022-03-03": '<time datetime="2022-03-03">3 March 2022</time>',
    "2022-03-03~": 'about <time datetime="2022-03-03">3 March 2022</time>',
    "2022-03-XX": '<time datetime="2022-03">a day in March 2022</time>',
    "202X": '<span data-edtf="202X">the 2020s</span>',
    "2022-21": '<span data-edtf="2022-21">spring 2022</span>',
    "[2022-03-02,2022-03-03]": (
        '<span data-edtf="[2022-03-02,2022-03-03]">2 or 3 March 2022</span>'
    ),
    "2022-02-24/2022-03-03": (
        '<time datetime="2022-02-24">24 February</time>'
        ' – <time datetime="2022-03-03">3 March 2022</time>'
    ),
    "2022-02-24/..": 'from <time datetime="2022-02-24">24 February 2022</time>',
    "-0043": '<span data-edtf="-0043">44 BC</span>',
}


@pytest.mark.parametrize(("edtf", "words"), WORDS.items())
def test_a_date_says_what_was_typed(edtf: str, words: str) -> None:
    assert date_text("en-GB", edtf) == words


@pytest.mark.parametrize(("edtf", "html"), HTML.items())
def test_a_time_element_has_only_what_html_can_hold(edtf: str, html: str) -> None:
    assert date_words("en-GB").html(parse_edtf(edtf)) == html


def test_american_dates_put_the_month_first() -> None:
    assert date_text("en", "2022-03-2X") == "between March 20 and 29, 2022"
    assert date_text("en", "[2022-03-02,2022-03-03]") == "March 2 or 3, 2022"
