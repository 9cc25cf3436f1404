"""Relations from the other side: which events name an event as related."""

from collections.abc import Iterable

from generator.model.event import Event, Relation


def reverse_relations(shown: Iterable[Event]) -> dict[str, list[tuple[str, Relation]]]:
    """Return, by event, the shown events that name it as related, in time."""
    found: dict[str, list[tuple[str, Relation]]] = {}
    for event in shown:
        for related in event.related:
            found.setdefault(related.event, []).append((event.id, related.relation))
    return found
