"""Edition: which edition of the site is built."""

from datetime import UTC, datetime

from msgspec import Struct


class Edition(Struct, frozen=True, kw_only=True):
    """For which address the site is built, for which eyes, at what moment."""

    base_url: str = ""
    drafts: bool = False
    strict: bool = False
    now: datetime


def current_edition() -> Edition:
    """Return the edition for the public, now."""
    return Edition(now=datetime.now(UTC))
