"""Day groups: neighbouring events that bear the same date stand under one heading."""

from collections.abc import Iterable
from itertools import groupby

from generator.model.listing import DayGroup
from generator.model.partial_date import PartialDate
from generator.model.published import PublishedEvent


def day_groups(events: Iterable[PublishedEvent]) -> tuple[DayGroup, ...]:
    """Return the events, in the order given, under one heading for each date."""
    groups: list[DayGroup] = []
    seen: dict[str, int] = {}
    for key, members in groupby(events, key=lambda event: heading_key(event.when.date)):
        group = tuple(members)
        seen[key] = seen.get(key, 0) + 1
        anchor = key if seen[key] == 1 else f"{key}-{seen[key]}"
        groups.append(
            DayGroup(
                date=group[0].when.date,
                anchor=anchor,
                events=group,
                is_continued=seen[key] > 1,
            )
        )
    return tuple(groups)


def heading_key(partial: PartialDate) -> str:
    """Return what two dates must share to stand under one heading: their form and bounds.

    It serves as an id on the page; the doubt in `2022-03-02?` is said at the event.
    """
    words = [partial.form.value, partial.precision.name.lower()]
    bounds = (partial.earliest, partial.latest)
    words.extend("open" if day is None else str(day).replace("-", "minus") for day in bounds)
    if partial.earliest == partial.latest:
        return f"day-{words[2]}"
    return "-".join(words)
