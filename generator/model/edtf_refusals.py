"""refuse: says what is wrong with a text that is no date, and what to write instead."""

import re
from typing import NoReturn

from generator.model.edtf_calendar import MONTH_NAMES, DateError

OLD = re.compile(r"(?i:unknown|open)|[0-9?~]*u|[?]~|[eyp]-?[0-9]")
LEVEL_2 = re.compile(r"\{.*\}|[0-9XYES?~%.-]*X[0-9XYES?~%.-]*|-?[0-9]+S[0-9]+|Y-?[0-9]+E[0-9]+.*")
QUALIFIED_PART = re.compile(r"[?~%]?-?[0-9X]{4}[?~%]?(-[?~%]?[0-9X]{2}[?~%]?){0,2}")
HALF_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]*([Zz]|[+-][0-9:]*)?")
BASIC = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
LOOSE = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?")
NUMBERS = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
WORDS = re.compile(
    r"(?:([0-9]{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]{3,9})\.?,?\s+(?:([0-9]{1,2})(?:st|nd|rd|th)?,?\s+)?([0-9]{4})"
)
LAST_MONTH = 12


def refuse(part: str, text: str, offset: int) -> NoReturn:
    """Raise DateError with the reason and, where it can be told, the right form."""
    length = max(1, len(part))
    if part != part.strip():
        message = f'white space in "{text}"; remove it'
        raise DateError("date-syntax", message, offset, length)
    old = OLD.search(part)
    if old and not WORDS.fullmatch(part):
        message = (
            f'"{old[0]}" in "{text}" is of the 2012 draft of EDTF; write X for a digit, .. for an '
            "open end, % for both signs"
        )
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
        return f"write {'-'.join(each.zfill(2) for each in found.groups() if each)}"
    numbers = NUMBERS.fullmatch(part)
    if numbers:
        return hint_from_numbers(int(numbers[1]), int(numbers[2]), numbers[3])
    words = WORDS.fullmatch(part)
    if words:
        return hint_from_words(words)
    return "write YYYY-MM-DD, YYYY-MM or YYYY"


def hint_from_numbers(first: int, second: int, year: str) -> str:
    """Return the date only when one of the numbers cannot be a month."""
    if first > LAST_MONTH >= second:
        return f"write {year}-{second:02d}-{first:02d}"
    if second > LAST_MONTH >= first:
        return f"write {year}-{first:02d}-{second:02d}"
    return "write YYYY-MM-DD; which number is the month cannot be told"


def hint_from_words(words: re.Match[str]) -> str:
    """Return the date that an English month's name and numbers mean."""
    day = words[1] or words[3]
    name = words[2].lower()
    for number, month in enumerate(MONTH_NAMES, start=1):
        if month.lower().startswith(name):
            return f"write {words[4]}-{number:02d}" + (f"-{int(day):02d}" if day else "")
    return "write YYYY-MM-DD, YYYY-MM or YYYY"
