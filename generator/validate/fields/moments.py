"""Fields that hold dates, times of day and instants."""

import re
from contextlib import suppress
from datetime import UTC, datetime

from msgspec import Struct

from generator.model.chronology import zone_info
from generator.model.clock import Timestamp, WallTime
from generator.model.document import Node, Scalar
from generator.model.edtf import DateError, parse_edtf
from generator.model.partial_date import PartialDate
from generator.problem_kinds import dates as date_kinds
from generator.problem_kinds import fields as kinds
from generator.validate.fields.base import INVALID, Invalid, Reader, read_text, shortened

TIME_PATTERN = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])(~?)")
TIMESTAMP_PATTERN = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})"
)

LONGEST_DATE = 300


class Edtf(Struct, frozen=True):
    """A date that says no more than is known (EDTF)."""

    description: str = "[EDTF date](dates.md)"

    def parse(self, node: Node, name: str, reader: Reader) -> PartialDate | Invalid:
        """Return the date; report which part of it is wrong, and what would be right."""
        text = read_text(node, name, reader, "a date such as 2022-03-03")
        if isinstance(text, Invalid) or not isinstance(node, Scalar):
            return INVALID
        if len(text) > LONGEST_DATE:
            message = f'{len(text):,} characters in "{shortened(text)}"; at most {LONGEST_DATE}'
            return reader.report(kinds.TEXT_TOO_LONG, node, name, message)
        try:
            return parse_edtf(text)
        except DateError as error:
            kind = date_kinds.BY_CODE[error.code]
            return reader.report_part(kind, node, name, error.message, (error.offset, error.length))


class TimeOfDay(Struct, frozen=True):
    """A local time of day."""

    description: str = "`HH:MM`, or `HH:MM~` for about that time"

    def parse(self, node: Node, name: str, reader: Reader) -> WallTime | Invalid:
        """Return the time of day."""
        text = read_text(node, name, reader, "a time such as 02:00")
        if isinstance(text, Invalid):
            return INVALID
        match = TIME_PATTERN.fullmatch(text)
        if match is None:
            message = f'"{shortened(text)}" is not a time of day; write HH:MM, 00:00 to 23:59'
            return reader.report(kinds.BAD_TIME, node, name, message)
        return WallTime(int(match[1]), int(match[2]), bool(match[3]))


class Instant(Struct, frozen=True):
    """A moment with its offset from UTC (RFC 3339)."""

    description: str = "`YYYY-MM-DDTHH:MM:SS±HH:MM` or `…Z`"

    def parse(self, node: Node, name: str, reader: Reader) -> Timestamp | Invalid:
        """Return the moment."""
        text = read_text(node, name, reader, "a moment such as 2022-03-03T18:00:00+02:00")
        if isinstance(text, Invalid):
            return INVALID
        if TIMESTAMP_PATTERN.fullmatch(text):
            try:
                moment = datetime.fromisoformat(text)
            except ValueError:
                pass
            else:
                return self.within_time(Timestamp(text, moment), node, name, reader)
        message = (
            f'"{shortened(text)}" is not a moment; write date, time and offset, '
            "for example 2022-03-03T18:00:00+02:00"
        )
        return reader.report(kinds.BAD_TIMESTAMP, node, name, message)

    def within_time(
        self, moment: Timestamp, node: Node, name: str, reader: Reader
    ) -> Timestamp | Invalid:
        """Return the moment unless it has no day in UTC: it could not be compared with others."""
        with suppress(OverflowError):
            moment.instant.astimezone(UTC)
            return moment
        message = f'"{moment.text}" is not in the years 0001 to 9999 of UTC; correct the year'
        return reader.report(kinds.BAD_TIMESTAMP, node, name, message)


class InstantOrDate(Struct, frozen=True):
    """A moment where it is known, else a date."""

    description: str = "`YYYY-MM-DDTHH:MM:SS±HH:MM`, or an [EDTF date](dates.md)"

    def parse(self, node: Node, name: str, reader: Reader) -> Timestamp | PartialDate | Invalid:
        """Return the moment or the date."""
        if isinstance(node, Scalar) and "T" in node.value:
            return Instant().parse(node, name, reader)
        return Edtf().parse(node, name, reader)


class TimeZone(Struct, frozen=True):
    """An IANA time zone."""

    description: str = "IANA time zone, such as `Europe/Kyiv`"

    def parse(self, node: Node, name: str, reader: Reader) -> str | Invalid:
        """Return the zone's name."""
        text = read_text(node, name, reader, "a time zone such as Europe/Kyiv")
        if isinstance(text, Invalid):
            return INVALID
        if is_timezone(text):
            return text
        nearest = suggestion_of_zone(text) or "; write one like Europe/Kyiv"
        message = f'"{shortened(text)}" is no time zone{nearest}'
        return reader.report(kinds.BAD_TIMEZONE, node, name, message)


def is_timezone(text: str) -> bool:
    """Return whether the name is one of the IANA database's."""
    # Names without a slash, such as EST, are old abbreviations that ignore summer time.
    if not re.fullmatch(r"UTC|[A-Z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)+", text):
        return False
    try:
        zone_info(text)
    except (KeyError, ValueError, OSError):
        return False
    return True


def suggestion_of_zone(text: str) -> str:
    """Return `; did you mean "…"?` for the nearest zone, whatever its case, or its city."""
    # Most content has no zone misspelt.
    from difflib import get_close_matches  # noqa: PLC0415 - see above
    from zoneinfo import available_timezones  # noqa: PLC0415 - see above

    names = [zone for zone in sorted(available_timezones()) if "/" in zone]
    zones = {zone.lower(): zone for zone in names}
    cities = {zone.rpartition("/")[2].lower(): zone for zone in zones.values()}
    words = text.lower().replace(" ", "_")
    nearest = [words] if words in cities else get_close_matches(words, zones, n=1, cutoff=0.8)
    return f'; did you mean "{(cities | zones)[nearest[0]]}"?' if nearest else ""
