"""The proleptic Gregorian calendar for any year, and what a date that is none raises."""

MONTHS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MONTH_NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
FEBRUARY, DECEMBER = 2, 12


class DateError(ValueError):
    """A text that is no date: what is wrong with which part of it.

    `code` names the rule; `offset` and `length` the faulty part, counted in characters.
    """

    def __init__(self, code: str, message: str, offset: int = 0, length: int = 1) -> None:
        """Take the message as a fragment: the value, what is expected, the remedy."""
        super().__init__(message)
        self.code = code
        self.message = message
        self.offset = offset
        self.length = length


def is_leap(year: int) -> bool:
    """Return whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Return how many days the month has."""
    return 29 if month == FEBRUARY and is_leap(year) else DAYS_IN_MONTH[month - 1]


def day_number(year: int, month: int, day: int) -> int:
    """Return the day's number, 0001-01-01 being 1, for any year (0 is 1 BC)."""
    before = year - 1
    leap_day = 1 if month > FEBRUARY and is_leap(year) else 0
    days = before * 365 + before // 4 - before // 100 + before // 400
    return days + MONTHS_BEFORE[month - 1] + leap_day + day
