"""Edition: which edition of the site is built."""

from datetime import UTC, datetime
from typing import NamedTuple


class Edition(NamedTuple):
    """For which address the site is built, for which eyes, at what moment.

    `strict` makes warnings problems; `compress` puts compressed copies beside the texts.
    `as_of` is the day as of which the site is built, `2022-03-02`; empty for today's site.
    `history` says on each event's page what git records of it.
    """

    now: datetime
    base_url: str = ""
    drafts: bool = False
    strict: bool = False
    compress: bool = False
    as_of: str = ""
    history: bool = False

    def asked(self) -> tuple[object, ...]:
        """Return what was asked for, whenever that was."""
        return (
            self.base_url,
            self.drafts,
            self.strict,
            self.compress,
            self.as_of,
            self.history,
        )


def current_edition() -> Edition:
    """Return the edition for the public, now."""
    return Edition(datetime.now(UTC))
