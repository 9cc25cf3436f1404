"""Date patterns: what is remembered of one day says the same of another."""

from datetime import date, timedelta

import pytest
from babel import Locale

from generator.render.date_patterns import DatePatterns, Day

DAYS = [date(2019, 12, 27) + timedelta(days=37 * step) for step in range(40)]


@pytest.mark.parametrize("language", ["en", "uk", "de", "es", "th", "la", "zh", "ar", "eu", "ja"])
def test_a_day_is_written_alike_first_and_later(language: str) -> None:
    locale = Locale.parse(language)
    used = DatePatterns(locale)
    for each in DAYS:
        day, new = Day(each.year, each.month, each.day), DatePatterns(locale)
        assert used.full(day) == new.full(day)
        assert used.month(day) == new.month(day)
        assert used.weekday(day) == new.weekday(day)
