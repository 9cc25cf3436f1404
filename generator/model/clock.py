"""Times of day and instants: local wall time as a source gives it, and moments in UTC."""

from datetime import UTC, datetime

from msgspec import Struct

# Every moment between them has a day in every zone, and a day before and after it.
FIRST, LAST = datetime(1, 1, 4, tzinfo=UTC), datetime(9999, 12, 28, tzinfo=UTC)


def at_unix_time(seconds: float) -> datetime:
    """Return the moment of Unix time, the nearest between FIRST and LAST."""
    bounded = min(max(seconds, FIRST.timestamp()), LAST.timestamp())
    return datetime.fromtimestamp(bounded, UTC)


class WallTime(Struct, frozen=True, array_like=True, gc=False):
    """A local time of day, HH:MM; about that time when `is_approximate`."""

    hour: int
    minute: int
    is_approximate: bool = False

    @property
    def minutes(self) -> int:
        """Minutes since local midnight."""
        return self.hour * 60 + self.minute

    def __str__(self) -> str:
        """Return `HH:MM`."""
        return f"{self.hour:02d}:{self.minute:02d}"


class Timestamp(Struct, frozen=True, array_like=True, tag=True, gc=False):
    """An instant as the author typed it (RFC 3339 with an offset), and as a datetime."""

    text: str
    instant: datetime
