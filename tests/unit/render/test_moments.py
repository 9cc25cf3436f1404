"""Moments and headings: local time with its zone, nights, and what a heading leaves to say."""

import pytest
from msgspec.structs import replace

from generator.model.clock import WallTime
from generator.model.edtf import parse_edtf
from generator.model.event import PartOfDay
from generator.model.listing import Period
from generator.render.headings import DayHeading
from tests.unit.render.words import headings, moment_words, on

AT_TWO = replace(on("2022-03-03"), time=WallTime(2, 0), timezone="Europe/Kyiv", utc_offset=120)


def test_a_time_stands_with_its_zone() -> None:
    assert moment_words("en-GB").html(AT_TWO) == (
        '<time datetime="2022-03-03T02:00+02:00">3 March 2022, 02:00</time> Kyiv time (UTC+2)'
    )


def test_a_city_is_named_in_the_sites_language() -> None:
    words = "3 березня 2022 р., 02:00 (час міста: Київ, UTC+2)"
    assert moment_words("uk").text(AT_TWO) == words


def test_a_zone_without_a_city_is_told_by_its_offset() -> None:
    moment = replace(AT_TWO, timezone="UTC", utc_offset=0)
    assert moment_words("en-GB").text(moment) == "3 March 2022, 02:00 (UTC)"


def test_an_offset_may_have_minutes_and_lie_west() -> None:
    moment = replace(AT_TWO, timezone="America/St_Johns", utc_offset=-210)
    assert moment_words("en-GB").time_html(moment) == (
        '<time datetime="2022-03-03T02:00-03:30">02:00</time> St John’s time (UTC−3:30)'
    )


def test_an_approximate_time_says_about() -> None:
    moment = replace(AT_TWO, time=WallTime(2, 0, is_approximate=True))
    assert moment_words("en-GB").text(moment) == "3 March 2022, about 02:00 Kyiv time (UTC+2)"


def test_the_part_of_a_day_stands_after_it() -> None:
    moment = replace(on("2022-03-03"), part_of_day=PartOfDay.MORNING)
    assert moment_words("en-GB").text(moment) == "3 March 2022, morning"
    assert moment_words("en-GB").time_html(moment) == "morning"


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-03-02", "night of 2–3 March 2022"),
        ("2022-03-31", "night of 31 March – 1 April 2022"),
        ("2022-03-02~", "night of 2–3 March 2022 (date approximate)"),
        ("2022-12-31?", "night of 31 December 2022 – 1 January 2023 (date uncertain)"),
    ],
)
def test_a_night_names_both_its_days(edtf: str, words: str) -> None:
    moment = replace(on(edtf), part_of_day=PartOfDay.NIGHT)
    assert moment_words("en-GB").text(moment) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-03-03", ""),
        ("2022-03-03?", "date uncertain"),
        ("2022-03-03~", "date approximate"),
        ("2022-03-03%", "date approximate and uncertain"),
        ("2022-03", '<time datetime="2022-03">March 2022</time>'),
    ],
)
def test_under_a_heading_only_the_doubt_is_left_to_say(edtf: str, words: str) -> None:
    assert moment_words("en-GB").time_html(on(edtf)) == words


def test_a_doubtful_day_is_said_beside_its_time() -> None:
    moment = replace(AT_TWO, date=parse_edtf("2022-03-03?"))
    assert (
        moment_words("en-GB")
        .time_html(moment)
        .endswith("02:00</time> Kyiv time (UTC+2) (date uncertain)")
    )


def test_a_day_is_a_heading_in_parts() -> None:
    assert headings("en-GB").day_heading(parse_edtf("2022-03-03?")) == DayHeading(
        "Thursday", "3", "March 2022", "Thursday 3 March 2022", "2022-03-03"
    )
    assert headings("uk").day_heading(parse_edtf("2022-03-03")) == DayHeading(
        "четвер", "3", "березня 2022 р.", "четвер, 3 березня 2022 р.", "2022-03-03"
    )


@pytest.mark.parametrize(
    ("edtf", "text", "iso"),
    [
        ("2022-03~", "March 2022, day not stated", "2022-03"),
        ("2022", "2022, month not stated", "2022"),
        ("2022-03-XX", "a day in March 2022", "2022-03"),
        ("2022-02-24/..", "from 24 February 2022", ""),
    ],
)
def test_a_heading_says_what_is_not_stated(edtf: str, text: str, iso: str) -> None:
    assert headings("en-GB").day_heading(parse_edtf(edtf)) == DayHeading("", "", "", text, iso)


def test_periods_are_named_by_month_and_year() -> None:
    march = Period(year=2022, month=3, path="/2022/03/", count=1)
    assert headings("en-GB").period_text(march) == "March 2022"
    assert headings("uk").period_text(march) == "березень 2022 р."
    assert headings("en-GB").month_short(march) == "Mar"
    assert headings("en-GB").period_text(replace(march, month=None)) == "2022"
