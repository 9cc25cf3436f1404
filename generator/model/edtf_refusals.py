"""refuse_date: says what is wrong with a text that is no date, and what to write instead."""

import re
from typing import NoReturn

from generator.model.edtf_calendar import MONTH_NAMES, DateError, days_in_month

# OLD finds the draft's sign, in a text made as the draft's dates are: "Tuesday" has a u as well.
OLD_TEXT = re.compile(r"(?i:unknown|open)|[Yyep]-?[0-9]+(?:e[0-9]+)?(?:p[0-9]+)?|[0-9uX?~()-]+")
OLD = re.compile(r"(?i:unknown|open)|[0-9?~]*u|[?]~|~[?]|[(][^)]*[)]|[eyp]-?[0-9]")
LEVEL_2 = re.compile(
    r"\{.*\}|[0-9XYES?~%.-]*X[0-9XYES?~%.-]*|Y?-?[0-9]+S[0-9]+[?~%]?|Y-?[0-9]+E[0-9]+.*"
)
QUALIFIED_PART = re.compile(r"[?~%]?-?[0-9X]{4}[?~%]?(-[?~%]?[0-9X]{2}[?~%]?){0,2}")
HALF_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9:.]*([Zz]|[+-][0-9:]*)?[?~%]?")
BASIC = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
LOOSE = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?")
NUMBERS = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
WORDS = re.compile(
    r"(?:([0-9]{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?([A-Za-z]{3,9})\.?,?\s+"
    r"(?:([0-9]{1,2})(?:st|nd|rd|th)?,?\s+)?([0-9]{4})"
)
LAST_MONTH = 12
ANY_FORM = "write YYYY-MM-DD, YYYY-MM or YYYY"


def refuse_date(part: str, text: str, offset: int) -> NoReturn:
    """Raise DateError with the reason and, where it can be told, the right form."""
    length = max(1, len(part))
    if part != part.strip():
        message = f'white space in "{text}"; remove it'
        raise DateError("date-syntax", message, offset, length)
    if part.startswith("-0000"):
        message = f'year -0000 in "{text}"; the year before 0001 is 0000'
        raise DateError("date-syntax", message, offset, length)
    old = OLD.search(part)
    if old and OLD_TEXT.fullmatch(part):
        remedy = "write X for a digit, .. for an open end, % for both signs"
        if old[0].startswith("("):
            remedy = "write no brackets, and the sign at the very end"
        message = f'"{old[0]}" in "{text}" is of the 2012 draft of EDTF; {remedy}'
        raise DateError("date-old-edtf", message, offset + old.start(), len(old[0]))
    if HALF_TIME.fullmatch(part):
        message = (
            f'time of day in "{text}" is not whole; write 2022-03-03T02:00:00, or put it into time'
        )
        raise DateError("date-time", message, offset, length)
    if LEVEL_2.fullmatch(part) or (QUALIFIED_PART.fullmatch(part) and re.search("[?~%X]", part)):
        message = (
            f'"{text}" is of EDTF level 2, or has its sign in the wrong place; a sign stands at '
            "the very end, X stands for the last digits"
        )
        raise DateError("date-level", message, offset, length)
    raise DateError("date-syntax", f'"{text}" is not a date; {hint(part)}', offset, length)


def hint(part: str) -> str:
    """Return what to write, where the text can only mean one day; else the form of a date."""
    found = BASIC.fullmatch(part) or LOOSE.fullmatch(part)
    if found:
        return hint_from_parts(found[1], int(found[2]), found[3])
    numbers = NUMBERS.fullmatch(part)
    if numbers:
        return hint_from_numbers(int(numbers[1]), int(numbers[2]), numbers[3])
    words = WORDS.fullmatch(part)
    if words:
        return hint_from_words(words)
    if part.startswith("Y"):
        return "write Y before 5 to 16 digits, none of them a leading 0; shorter years have no Y"
    return ANY_FORM


def hint_from_parts(year: str, month: int, day: str | int | None) -> str:
    """Return the date to write; the form of a date where the calendar has no such day."""
    if not 1 <= month <= LAST_MONTH:
        return ANY_FORM
    if day is None:
        return f"write {year}-{month:02d}"
    if not 1 <= int(day) <= days_in_month(int(year), month):
        return ANY_FORM
    return f"write {year}-{month:02d}-{int(day):02d}"


def hint_from_numbers(first: int, second: int, year: str) -> str:
    """Return the date only when it does not matter, or is clear, which number is the month."""
    if first != second and max(first, second) <= LAST_MONTH:
        return "write YYYY-MM-DD; which number is the month cannot be told"
    return hint_from_parts(year, min(first, second), max(first, second))


def hint_from_words(words: re.Match[str]) -> str:
    """Return the date that an English month's name and at most one day mean."""
    name = words[2].lower()
    if words[1] and words[3]:
        return ANY_FORM
    for number, month in enumerate(MONTH_NAMES, start=1):
        if month.lower().startswith(name):
            return hint_from_parts(words[4], number, words[1] or words[3])
    return ANY_FORM
