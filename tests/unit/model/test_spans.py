"""The time that many dates cover is said as they say it, and no wider or finer."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.edtf import parse_edtf
from generator.model.spans import span_of

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(date.isoformat)


@pytest.mark.parametrize(
    ("dates", "span"),
    [
        ([], ""),
        (["2022-03-05"], "2022-03-05"),
        (["2022", "2022-02-24", "2013-11"], "2013-11/2022"),
        (["2022-01", "2022-01-01", "2022-01-31"], "2022-01-01/2022-01-31"),
        (["1905~", "[1910-05-01,1910-07]"], "1905~/1910-07"),
        (["195X", "2022-03-2X"], "195X/2022-03-2X"),
        (["2022-02-24/..", "2024-05-01"], "2022-02-24/.."),
        (["../2022", "2023"], "../2023"),
        (["../2022-03-03", "2022-02-24"], "2022-02-24/2022-03-03"),
        (["../2022", "2021/.."], "2021/.."),
        (["2022/.."], "2022/.."),
        (["../2022", "2023/.."], "../.."),
        (["/2022", "2023/"], "2022/2023"),
        (["2022-03-05T10:00:00Z", "2022-03-06"], "2022-03-05/2022-03-06"),
        (["-0043-03-15", "2022-21"], "-0043-03-15/2022-21"),
    ],
)
def test_the_ends_of_a_span_are_as_they_were_typed(dates: list[str], span: str) -> None:
    assert span_of(map(parse_edtf, dates)) == span


@given(
    st.lists(DAYS | DAYS.map(lambda day: day[:7]) | DAYS.map(lambda day: f"{day[:4]}~"), min_size=1)
)
def test_every_date_is_within_the_span(texts: list[str]) -> None:
    dates = [parse_edtf(text) for text in texts]
    span = parse_edtf(span_of(dates))
    assert span.earliest == min(each.earliest for each in dates if each.earliest is not None)
    assert span.latest == max(each.latest for each in dates if each.latest is not None)
