"""Dates: what EDTF means, day for day, and what is none, with the faulty part named."""

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.edtf import DateError, parse_edtf
from generator.model.partial_date import DatePoint, html_datetime

# typed, first day, last day, precision, certainty
SINGLE: list[tuple[str, str | None, str | None, str, str]] = [
    ("1985-04-12", "1985-04-12", "1985-04-12", "DAY", ""),
    ("1985-04", "1985-04-01", "1985-04-30", "MONTH", ""),
    ("1985", "1985-01-01", "1985-12-31", "YEAR", ""),
    ("0001", "0001-01-01", "0001-12-31", "YEAR", ""),
    ("9999-12-31", "9999-12-31", "9999-12-31", "DAY", ""),
    ("2024-02-29", "2024-02-29", "2024-02-29", "DAY", ""),
    ("2000-02", "2000-02-01", "2000-02-29", "MONTH", ""),
    ("1900-02", "1900-02-01", "1900-02-28", "MONTH", ""),
    ("1984?", "1984-01-01", "1984-12-31", "YEAR", "?"),
    ("2004-06~", "2004-06-01", "2004-06-30", "MONTH", "~"),
    ("2004-06-11%", "2004-06-11", "2004-06-11", "DAY", "%"),
    ("201X", "2010-01-01", "2019-12-31", "DECADE", ""),
    ("20XX", "2000-01-01", "2099-12-31", "CENTURY", ""),
    ("201X?", "2010-01-01", "2019-12-31", "DECADE", "?"),
    ("2004-XX", "2004-01-01", "2004-12-31", "MONTH", ""),
    ("1985-04-XX", "1985-04-01", "1985-04-30", "DAY", ""),
    ("1985-XX-XX", "1985-01-01", "1985-12-31", "DAY", ""),
    ("2023-02-XX~", "2023-02-01", "2023-02-28", "DAY", "~"),
    ("2001-21", "2001-03-01", "2001-05-31", "SEASON", ""),
    ("2001-22", "2001-06-01", "2001-08-31", "SEASON", ""),
    ("2001-23", "2001-09-01", "2001-11-30", "SEASON", ""),
    ("2003-24", "2003-12-01", "2004-02-29", "SEASON", ""),
    ("2001-21?", "2001-03-01", "2001-05-31", "SEASON", "?"),
    ("2022-03-2X", "2022-03-20", "2022-03-29", "DAYS", ""),
    ("2022-03-0X", "2022-03-01", "2022-03-09", "DAYS", ""),
    ("2022-03-3X", "2022-03-30", "2022-03-31", "DAYS", ""),
    ("2022-04-3X", "2022-04-30", "2022-04-30", "DAYS", ""),
    ("2022-02-2X", "2022-02-20", "2022-02-28", "DAYS", ""),
    ("1985-04-12T23:20:30", "1985-04-12", "1985-04-12", "SECOND", ""),
    ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12", "SECOND", ""),
    ("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12", "SECOND", ""),
    ("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12", "SECOND", ""),
    ("2024-02-2X?", "2024-02-20", "2024-02-29", "DAYS", "?"),
]
COMPOUND: list[tuple[str, str | None, str | None, str, str]] = [
    ("1964/2008", "1964-01-01", "2008-12-31", "YEAR", ""),
    ("2004-06/2006-08", "2004-06-01", "2006-08-31", "MONTH", ""),
    ("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08", "DAY", ""),
    ("2004-02-01/2005-02", "2004-02-01", "2005-02-28", "MONTH", ""),
    ("2005/2006-02", "2005-01-01", "2006-02-28", "YEAR", ""),
    ("2022-03/2022", "2022-03-01", "2022-12-31", "YEAR", ""),
    ("1984~/2004-06", "1984-01-01", "2004-06-30", "YEAR", "~"),
    ("1984?/2004%", "1984-01-01", "2004-12-31", "YEAR", "%"),
    ("1984?/2004~", "1984-01-01", "2004-12-31", "YEAR", "%"),
    ("2022-02-24?/2022-03-XX", "2022-02-24", "2022-03-31", "DAY", "?"),
    ("1985-04-12/..", "1985-04-12", None, "DAY", ""),
    ("1985/", "1985-01-01", None, "YEAR", ""),
    ("../1985-04-12", None, "1985-04-12", "DAY", ""),
    ("/1985-04", None, "1985-04-30", "MONTH", ""),
    ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31", "YEAR", ""),
    ("[2022-03-03,2022-03-02]", "2022-03-02", "2022-03-03", "DAY", ""),
    ("[..1760-12-03]", None, "1760-12-03", "DAY", ""),
    ("[1760-12..]", "1760-12-01", None, "MONTH", ""),
    ("[1667,1760-12]", "1667-01-01", "1760-12-31", "YEAR", ""),
    ("[2022-03-02?,2022-03-03~]", "2022-03-02", "2022-03-03", "DAY", "%"),
    ("2022-03-XX/2022-03-05", "2022-03-01", "2022-03-05", "DAY", ""),
    ("2022-03-2X/2022-03-20", "2022-03-20", "2022-03-20", "DAYS", ""),
    ("2021-24/2022-02", "2021-12-01", "2022-02-28", "SEASON", ""),
    ("[1670..1672,1680..]", "1670-01-01", None, "YEAR", ""),
]
# typed, code, offset of the faulty part
FAULTS = [
    ("2022-13-01", "date-month", 5),
    ("2022-00", "date-month", 5),
    ("2022-28-02", "date-month", 5),
    ("2022-02-29", "date-day", 8),
    ("1900-02-29", "date-day", 8),
    ("2022-04-31", "date-day", 8),
    ("2022-03-00", "date-day", 8),
    ("2022-02-3X", "date-day", 8),
    ("2022-13-XX", "date-month", 5),
    ("2022-21-05", "date-season", 5),
    ("2022-42", "date-season", 5),
    ("2022-25", "date-level", 5),
    ("2022-41", "date-level", 5),
    ("2022-03-05/2022-03-01", "date-order", 0),
    ("[2022-03-05..2022-03-01]", "date-order", 1),
    ("{1667,1668}", "date-level", 0),
    ("?2022-03", "date-level", 0),
    ("2022~-03", "date-level", 0),
    ("156X-12-25", "date-level", 0),
    ("2022-X1", "date-level", 0),
    ("XXXX-12", "date-level", 0),
    ("1950S2", "date-level", 0),
    ("Y-17E7", "date-level", 0),
    ("199u", "date-old-edtf", 0),
    ("2004-06-uu", "date-old-edtf", 8),
    ("2004/open", "date-old-edtf", 5),
    ("unknown/2006", "date-old-edtf", 0),
    ("2004-06?~", "date-old-edtf", 7),
    ("y170000002", "date-old-edtf", 0),
    ("2022-03-02T10:30", "date-time", 0),
    ("2022-03-02T24:00:00", "date-time", 11),
    ("2022-03-02T10:30:00/2022-03-03", "date-time", 0),
    ("[2022-03-02T10:30:00,2022-03-03]", "date-time", 1),
    ("20220302", "date-syntax", 0),
    ("2 March 2022", "date-syntax", 0),
    ("02/03/2022", "date-syntax", 0),
    ("2022-3-2", "date-syntax", 0),
    ("2022-03-02 ", "date-syntax", 0),
    ("22-03-02", "date-syntax", 0),
    ("٢٠٢٢", "date-syntax", 0),
    ("/", "date-syntax", 0),
    ("../..", "date-syntax", 0),
    ("[..]", "date-syntax", 1),
    ("[]", "date-syntax", 1),
    ("[2022", "date-syntax", 0),
    ("2022/2023/2024", "date-syntax", 0),
    ("-0000", "date-syntax", 0),
    ("-0000-XX", "date-syntax", 0),
    ("2022-03-2X/2022-03-15", "date-order", 0),
    ("[2022-06-01..2022-06-31]", "date-day", 21),
    ("[1960,{1961}]", "date-level", 6),
    ("Y171010000S3", "date-level", 0),
    ("0000-01-01T10:00:00", "date-level", 0),
    ("2004-06~?", "date-old-edtf", 7),
    ("(2011-06)~", "date-old-edtf", 0),
    ("2022-03-02T10:30:00+0200", "date-time", 11),
    ("2022-03-02T10:30:00+14:60", "date-time", 11),
    ("2022-03-02T10:30:00~", "date-time", 0),
    ("2022-03-03/2022-03-03T10:30:00", "date-time", 11),
    ("Tuesday", "date-syntax", 0),
    ("1e3", "date-syntax", 0),
    ("2022-03-0２", "date-syntax", 0),
    (" 2022", "date-syntax", 0),
    ("[1960, 1961]", "date-syntax", 6),
    ("Y2022", "date-syntax", 0),
    ("", "date-syntax", 0),
]
CODES = {code for _, code, _ in FAULTS}


def ordinal(day: str | None) -> int | None:
    return None if day is None else date.fromisoformat(day).toordinal()


@pytest.mark.parametrize(("typed", "first", "last", "precision", "certainty"), SINGLE + COMPOUND)
def test_a_date_means_these_days(
    typed: str, first: str | None, last: str | None, precision: str, certainty: str
) -> None:
    parsed = parse_edtf(typed)
    assert (parsed.earliest, parsed.latest) == (ordinal(first), ordinal(last))
    assert (parsed.precision.name, parsed.certainty.value) == (precision, certainty)
    assert parsed.text == typed


@pytest.mark.parametrize(("typed", "code", "offset"), FAULTS)
def test_what_is_no_date_is_named_with_its_faulty_part(typed: str, code: str, offset: int) -> None:
    with pytest.raises(DateError) as caught:
        parse_edtf(typed)
    assert (caught.value.code, caught.value.offset) == (code, offset)
    assert caught.value.length >= 1
    assert ";" in caught.value.message


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("3rd of March 2022", "write 2022-03-03"),
        ("03/03/2022", "write 2022-03-03"),
        ("31 February 2022", "write YYYY-MM-DD, YYYY-MM or YYYY"),
        ("20223103", "write YYYY-MM-DD, YYYY-MM or YYYY"),
        ("3 March 5 2022", "write YYYY-MM-DD, YYYY-MM or YYYY"),
        ("Y2022", "shorter years have no Y"),
        ("(2011-06)~", "the sign at the very end"),
        ("20220303", "write 2022-03-03"),
        ("2022-3-3", "write 2022-03-03"),
        ("3 March 2022", "write 2022-03-03"),
        ("March 3, 2022", "write 2022-03-03"),
        ("March 2022", "write 2022-03"),
        ("24/02/2022", "write 2022-02-24"),
        ("02/24/2022", "write 2022-02-24"),
        ("03/04/2022", "which number is the month cannot be told"),
        ("Vesna 2022", "write YYYY-MM-DD, YYYY-MM or YYYY"),
    ],
)
def test_the_right_form_is_given_only_where_it_is_certain(typed: str, remedy: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_edtf(typed)
    assert caught.value.message.endswith(remedy)


@given(
    first=st.integers(0, 99),
    second=st.integers(0, 99),
    year=st.integers(0, 9999),
    form=st.sampled_from(
        [
            "{0}/{1}/{2:04}",
            "{0}.{1}.{2:04}",
            "{2:04}-{0}-{1}",
            "{2:04}{0:02}{1:02}",
            "{0} May {2:04}",
        ]
    ),
)
def test_no_advice_is_itself_a_fault(first: int, second: int, year: int, form: str) -> None:
    try:
        parse_edtf(form.format(first, second, year))
    except DateError as error:
        advice = error.message.rpartition("; write ")[2]
        if advice[:1].isdigit():
            parse_edtf(advice)


@pytest.mark.parametrize(
    ("typed", "first", "last", "cycles"),
    [
        ("0000", "0400-01-01", "0400-12-31", -1),
        ("-0001", "0399-01-01", "0399-12-31", -1),
        ("-0043-03-15", "0357-03-15", "0357-03-15", -1),
        ("-0044-02", "0356-02-01", "0356-02-29", -1),
        ("-004X", "0351-01-01", "0360-12-31", -1),
        ("Y12000", "1600-01-01", "1600-12-31", 26),
        ("Y-12000", "0400-01-01", "0400-12-31", -31),
    ],
)
def test_the_calendar_repeats_every_400_years_without_end(
    typed: str, first: str, last: str, cycles: int
) -> None:
    shift = cycles * 146_097
    parsed = parse_edtf(typed)
    assert parsed.earliest == date.fromisoformat(first).toordinal() + shift
    assert parsed.latest == date.fromisoformat(last).toordinal() + shift


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("2022", "2022"),
        ("2022-03~", "2022-03"),
        ("2022-03-05?", "2022-03-05"),
        ("2022-03-XX", "2022-03"),
        ("2022-XX", "2022"),
        ("2022-03-2X", "2022-03"),
        ("2022-03-05T02:00:00+02:00", "2022-03-05T02:00:00+02:00"),
        ("2022-03-05T02:00:00+02", "2022-03-05T02:00:00+02:00"),
        ("2022-03-05T02:00:00Z", "2022-03-05T02:00:00+00:00"),
        ("0000", None),
        ("202X", None),
        ("20XX", None),
        ("2022-21", None),
        ("-0043", None),
        ("Y12000", None),
    ],
)
def test_html_gets_only_the_forms_it_knows(typed: str, html: str | None) -> None:
    point = parse_edtf(typed).points[0]
    assert isinstance(point, DatePoint)
    assert html_datetime(point) == html


@given(st.dates())
def test_every_day_of_the_calendar_is_itself(day: date) -> None:
    parsed = parse_edtf(day.isoformat())
    assert parsed.earliest == parsed.latest == day.toordinal()


@given(year=st.integers(1, 9999), month=st.integers(1, 12))
def test_every_month_has_the_calendars_days(year: int, month: int) -> None:
    parsed = parse_edtf(f"{year:04d}-{month:02d}")
    assert parsed.earliest is not None
    assert parsed.latest is not None
    assert parsed.latest - parsed.earliest + 1 == calendar.monthrange(year, month)[1]


@given(year=st.integers(-9999, 9998).filter(lambda year: year != -1))
def test_years_follow_one_another_without_a_gap(year: int) -> None:
    def typed(number: int) -> str:
        return f"{'-' if number < 0 else ''}{abs(number):04d}"

    this, following = parse_edtf(typed(year)), parse_edtf(typed(year + 1))
    assert this.latest is not None
    assert following.earliest == this.latest + 1


@given(st.text(st.sampled_from("0123456789X?~%-/.[],YTZ:+uS{} "), max_size=24))
def test_any_text_is_a_date_or_a_named_fault(text: str) -> None:
    try:
        parsed = parse_edtf(text)
    except DateError as error:
        assert error.code in CODES  # noqa: PT017 - either outcome is right
        assert 0 <= error.offset < error.offset + error.length <= max(1, len(text))  # noqa: PT017
    else:
        if parsed.earliest is not None and parsed.latest is not None:
            assert parsed.earliest <= parsed.latest
