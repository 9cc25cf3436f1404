"""Permanent ids: those of feeds and calendars must be what they were in an earlier revision."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date

from generator.model.change import by_age
from generator.model.document import Kind
from generator.model.event import Event
from generator.model.revision import Revision
from generator.model.settings import SiteSettings
from generator.model.timeline import Locate
from generator.problem import Problem
from generator.problem_kinds import history as kinds
from generator.problem_kinds.meaning import NO_PERMANENT_ADDRESS

SITE_ID = "site"
ANEW = "so that feeds and calendars would show everything anew"


def changed_ids(
    before: Revision, now: Revision, heir: Callable[[Event], Event | None], locate: Locate
) -> Iterator[Problem]:
    """Yield a problem for each id that is other than it was; none where there were no feeds.

    `heir` finds what stands now at the address of an event of before, or where it leads.
    """
    if before.since is None or not before.id_prefix:
        return
    if before.id_prefix != now.id_prefix:
        yield changed_beginning(before, now, locate)
    former: defaultdict[str, list[Event]] = defaultdict(list)
    for each in (*before.shown.values(), *before.buried.values()):
        event = heir(each)
        if event is not None:
            former[event.id].append(each)
    for id_, olds in former.items():
        itself = before.event(id_)
        known = {before.first_paths[each.id]: each for each in ([itself] if itself else olds)}
        old = known.get(now.first_paths[id_])
        event = now.event(id_)
        if old is None:
            yield changed_path(id_, min(known), now.first_paths[id_], locate)
        elif event is not None:
            yield from changed_numbers(old, event, before.since, locate)


def without_ids(settings: SiteSettings, address: str, locate: Locate) -> tuple[Problem, ...]:
    """Return a warning where only the build was told its address, of which no ids are made."""
    if not address or settings.permanent_url:
        return ()
    beginning = "" if settings.since else ", and `since`, the day on which it became the site's"
    message = (
        "without it there are no feeds and no calendar, since permanent ids are made of it and "
        f"--base-url may be another next time; add `base_url: {address}`{beginning}"
    )
    where = locate(Kind.SITE, SITE_ID, "base_url")
    return (Problem(NO_PERMANENT_ADDRESS, where, "base_url", message, f"{Kind.SITE}:{SITE_ID}"),)


def changed_beginning(before: Revision, now: Revision, locate: Locate) -> Problem:
    """Return the problem of a site whose ids begin with something else, or are no more."""
    was, is_now = before.id_prefix, now.id_prefix
    begin = date.fromordinal(before.since or 1)
    said = f'begin with "{is_now}" now, {ANEW}' if is_now else "are gone, with all feeds"
    message = (
        f'permanent ids began with "{was}" and {said}; set "id_url: {before.id_url}" and '
        f'"since: {begin}", as they were'
    )
    field = "since" if before.id_url == now.id_url else "base_url"
    return Problem(kinds.IDS_CHANGED, locate(Kind.SITE, SITE_ID, field), field, message)


def changed_path(id_: str, was: str, is_now: str, locate: Locate) -> Problem:
    """Return the problem of an event whose ids are made of another path."""
    message = (
        f'the permanent id of "{id_}" ended with "{was}" and ends with "{is_now}" now, so that '
        f'feeds and calendars would show it anew; name "{was}" in aliases, before all others'
    )
    where = locate(Kind.EVENT, id_, "aliases")
    return Problem(kinds.IDS_CHANGED, where, "aliases", message)


def changed_numbers(old: Event, event: Event, since: int, locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each correction that has another number, which its id ends with."""
    were, are = by_age(old.corrections, since), by_age(event.corrections, since)
    for number, correction in enumerate(were):
        if correction in are and are[number : number + 1] != [correction]:
            message = (
                f"the correction of {correction.date.text} has another permanent id, since one "
                "was put before it; date a new correction to the day on which you add it, and "
                "write it behind the others"
            )
            where = locate(Kind.EVENT, event.id, "corrections")
            yield Problem(kinds.IDS_CHANGED, where, "corrections", message)
