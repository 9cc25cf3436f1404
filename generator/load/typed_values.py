"""Typed values: what a YAML file holds, read by the same parser, with the style of each value."""

from collections.abc import Iterator

from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.load.yaml_events import PARSER, AnyEvent
from generator.model.typed_yaml import Typed, TypedBranch, TypedScalar

ENDS = (MappingEndEvent, SequenceEndEvent)
OF_VALUES = (ScalarEvent, AliasEvent, MappingStartEvent, SequenceStartEvent, *ENDS)


def typed_value(text: str) -> Typed | None:
    """Return the value of a text that `parse_yaml` reads without a problem; None for no value.

    Places are indices of the text. Raises yaml.YAMLError for what is no YAML.
    """
    parser = PARSER(text)
    events = (event for event in iter(parser.get_event, None) if isinstance(event, OF_VALUES))
    first = next(events, None)
    return None if first is None else value_of(first, events)


def value_of(event: AnyEvent, events: Iterator[AnyEvent]) -> Typed:
    """Return the value that begins with an event, and take its other events."""
    start, end = event.start_mark.index, end_of(event)
    is_shared = event.anchor is not None
    if isinstance(event, AliasEvent):
        return TypedScalar("", "", start, end, is_shared)
    if isinstance(event, ScalarEvent):
        return TypedScalar(event.value, event.style or "", start, end, is_shared)
    is_list = isinstance(event, SequenceStartEvent)
    branch = TypedBranch(is_list, bool(event.flow_style), start, is_shared=is_shared)
    for inner in events:
        if isinstance(inner, ENDS):
            branch.end = end_of(inner)
            break
        first = value_of(inner, events)
        pair = (None, first) if is_list else (first, value_of(next(events), events))
        branch.items.append(pair)
    return branch


def end_of(event: AnyEvent) -> int:
    """Return where what an event tells of ends."""
    end: int = event.end_mark.index
    return end
