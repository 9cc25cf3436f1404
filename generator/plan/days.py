"""Day groups: neighbouring events that bear the same date stand under one heading.

Where a list runs through several months, each month is announced: a landmark on the axis.
"""

from collections.abc import Sequence
from itertools import groupby

from generator.model.listing import DayGroup, Period
from generator.model.outline import EventOutline
from generator.model.partial_date import PartialDate
from generator.plan import urls


def day_groups(events: Sequence[EventOutline]) -> tuple[DayGroup, ...]:
    """Return the events, in the order given, under one heading for each date."""
    groups: list[DayGroup] = []
    seen: dict[str, int] = {}
    landmarks = landmarks_of(events)
    for key, members in groupby(events, key=lambda event: heading_key(event.date)):
        group = tuple(members)
        seen[key] = seen.get(key, 0) + 1
        anchor = key if seen[key] == 1 else f"{key}-{seen[key]}"
        groups.append(
            DayGroup(
                date=group[0].date,
                anchor=anchor,
                events=tuple(event.id for event in group),
                is_continued=seen[key] > 1,
                landmark=landmarks.get(group[0].id),
            )
        )
    return tuple(groups)


def landmarks_of(events: Sequence[EventOutline]) -> dict[str, Period]:
    """Return the months of a list, by the first event of each.

    There are none when the list holds only one, or so few events that the days say as much.
    """
    found: dict[str, Period] = {}
    for (year, month), members in groupby(events, key=lambda event: (event.year, event.month)):
        run = [event.id for event in members]
        if month is not None:
            path = urls.period_path(year, month)
            found[run[0]] = Period(year=year, month=month, path=path, count=len(run))
    return found if 1 < len(found) <= len(events) / 2 else {}


def heading_key(partial: PartialDate) -> str:
    """Return what two dates must share to stand under one heading: their form and bounds.

    It serves as an id on the page; the doubt in `2022-03-02?` is said at the event.
    """
    earliest, latest = partial.earliest, partial.latest
    if earliest is not None and earliest == latest:
        return f"day-{earliest}".replace("--", "-minus")
    words = [partial.form.value, partial.precision.name.lower()]
    words.extend(
        "open" if day is None else str(day).replace("-", "minus") for day in (earliest, latest)
    )
    return "-".join(words)
