"""Limits: how much of a source is fetched, for how long, and from where."""

from typing import NamedTuple


class Limits(NamedTuple):
    """What a fetch may cost: seconds in all and for one answer, bytes, redirects.

    Unless `is_private_allowed`, only addresses that everybody can reach are.
    """

    seconds: float = 60.0
    wait: float = 20.0
    bytes: int = 100_000_000
    redirects: int = 10
    is_private_allowed: bool = False
