"""Relations: which events an event names as related, and which name it."""

from collections.abc import Callable, Container, Iterable

from generator.model.event import Event, Relation
from generator.model.published import EventLink, PublishedRelation


def reverse_relations(shown: Iterable[Event]) -> dict[str, list[tuple[str, Relation]]]:
    """Return, by event, the shown events that name it as related, in time."""
    found: dict[str, list[tuple[str, Relation]]] = {}
    for event in shown:
        for related in event.related:
            found.setdefault(related.event, []).append((event.id, related.relation))
    return found


def related_events(
    event: Event,
    shown: Container[str],
    naming: Iterable[tuple[str, Relation]],
    link: Callable[[str], EventLink],
) -> tuple[PublishedRelation, ...]:
    """Return the shown events that the event names as related, then those `naming` it."""
    stated = tuple(
        PublishedRelation(relation=related.relation, event=link(related.event))
        for related in event.related
        if related.event in shown
    )
    named = {related.event for related in event.related}
    reverse = tuple(
        PublishedRelation(relation=relation, event=link(id_), is_reverse=True)
        for id_, relation in naming
        if id_ not in named
    )
    return stated + reverse
