"""Moments: the one at which embargoes are looked at, given or the clock's."""

import argparse
import os
import sys
from contextlib import suppress
from datetime import MAXYEAR, UTC, datetime

from generator.errors import UsageError

SOURCE_DATE = "SOURCE_DATE_EPOCH"


def moment_of(arguments: argparse.Namespace) -> datetime:
    """Return the moment of an edition: the one given, else now."""
    return given_moment(arguments) or datetime.now(UTC)


def given_moment(arguments: argparse.Namespace) -> datetime | None:
    """Return the moment that `--now` names, else SOURCE_DATE_EPOCH, None where neither does.

    One that is still to come is told, since it lifts embargoes.
    """
    moment: datetime | None = arguments.now or source_date()
    if moment is not None and moment > datetime.now(UTC):
        text = f"{moment.isoformat()} is still to come; what is under embargo until then is shown"
        print(text, file=sys.stderr)
    return moment


def source_date() -> datetime | None:
    """Return the moment that SOURCE_DATE_EPOCH names, None where it is not set.

    Raises UsageError for what https://reproducible-builds.org/specs/source-date-epoch/ does not
    allow.
    """
    seconds = os.environ.get(SOURCE_DATE)
    if seconds is None:
        return None
    if seconds.isascii() and seconds.isdigit():
        with suppress(ValueError, OverflowError, OSError):
            moment = datetime.fromtimestamp(int(seconds), UTC)
            if moment.year < MAXYEAR:
                return moment
    message = (
        f'{SOURCE_DATE}: "{seconds}" is not a whole number of seconds from 1970 to 9998 in UTC'
    )
    raise UsageError(message)
