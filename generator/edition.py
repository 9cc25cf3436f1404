"""Edition: which edition of the site is built."""

from datetime import UTC, datetime
from typing import NamedTuple


class Edition(NamedTuple):
    """For which address the site is built, for which eyes, at what moment.

    `strict` makes warnings problems; `compress` puts compressed copies beside the texts.
    """

    now: datetime
    base_url: str = ""
    drafts: bool = False
    strict: bool = False
    compress: bool = False

    def asked(self) -> tuple[object, ...]:
        """Return what was asked for, whenever that was."""
        return (self.base_url, self.drafts, self.strict, self.compress)


def current_edition() -> Edition:
    """Return the edition for the public, now."""
    return Edition(datetime.now(UTC))
