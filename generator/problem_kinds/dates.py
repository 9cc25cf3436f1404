"""What is no date; the rules are EDTF's (ISO 8601-2:2019), see `docs/dates.md`."""

from generator.problem import ProblemKind

DATE_SYNTAX = ProblemKind(
    "date-syntax",
    "Not a date",
    "The date is in none of the forms of EDTF that Verbatim reads.",
    "Write YYYY-MM-DD, YYYY-MM or YYYY; `docs/dates.md` has a table of the other forms.",
)
DATE_MONTH = ProblemKind(
    "date-month",
    "No such month",
    "Months run from 01 to 12.",
    "Correct the month; day and month may be swapped.",
)
DATE_DAY = ProblemKind(
    "date-day",
    "No such day",
    "The month has no such day in that year.",
    "Correct the day, or leave it off when it is not known.",
)
DATE_SEASON = ProblemKind(
    "date-season",
    "No such season",
    "Seasons are 21 (spring), 22 (summer), 23 (autumn) and 24 (winter), without a day.",
    "Use one of the four numbers in the month's place.",
)
DATE_ORDER = ProblemKind(
    "date-order",
    "The end is before the beginning",
    "An interval is written from its earlier end to its later one.",
    "Swap the two dates.",
)
DATE_LEVEL = ProblemKind(
    "date-level",
    "Part of EDTF that is not supported",
    "This is valid EDTF of level 2, of which Verbatim reads the masked day and the one-of set.",
    "Write the date in a simpler form; `docs/dates.md` lists them.",
)
DATE_OLD_EDTF = ProblemKind(
    "date-old-edtf",
    "Form of the 2012 draft of EDTF",
    "The draft's `u`, `unknown`, `open` and `?~` were replaced in ISO 8601-2:2019.",
    "Write `X` for an unknown digit, `..` for an open end, nothing for an unknown one, `%` for "
    "both signs.",
)
DATE_TIME = ProblemKind(
    "date-time",
    "Time of day in the date",
    "A time of day in a date needs hours, minutes and seconds, and cannot stand in an interval.",
    "Put the local time into the field `time`.",
)

ALL = tuple(value for value in list(globals().values()) if isinstance(value, ProblemKind))
BY_CODE = {kind.code: kind for kind in ALL}
