"""The parser of YAML, of which only the events are used, and how much of one text is read."""

from collections.abc import Callable
from typing import Any, Protocol, TypeAlias

import yaml
from yaml.events import Event

# A value is an event, a list or mapping two: a third of it is what 5 MB of entries need.
MOST_EVENTS = 250_000
TOO_MANY_VALUES = f"more than {MOST_EVENTS:,} values, lists and mappings in a file; split it"

# The stubs have the marks of events optional; in a parser's events they never are.
AnyEvent: TypeAlias = Any


class EventParser(Protocol):
    """What reads YAML event by event."""

    def get_event(self) -> Event | None:
        """Return the next event, None behind the last."""


# libyaml's, or PyYAML's own where that is missing.
PARSER: Callable[[str], EventParser] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
