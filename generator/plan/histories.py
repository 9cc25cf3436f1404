"""Histories: what readers are told of how entries changed: which parts, when, in which commit.

Old versions hold what must not be told, so nothing of them is but the names of parts, and of
these the ones that could point at a person, a place or a picture that was taken out go by one
word. A version counts when readers could see it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import TypeAlias

from generator.model.chronology import zone_info
from generator.model.clock import at_unix_time
from generator.model.edtf import parse_edtf
from generator.model.history import Change, Part, Typed, Version, Versions
from generator.model.partial_date import PartialDate
from generator.model.person import Person
from generator.plan.gate import Publication

SHORT = 10
PARTS: Mapping[str, Part] = {
    "title": Part.TITLE,
    "date": Part.DATE,
    "time": Part.DATE,
    "part_of_day": Part.DATE,
    "timezone": Part.DATE,
    "category": Part.CATEGORY,
    "summary": Part.TEXT,
    "body": Part.TEXT,
    "quotes": Part.QUOTES,
    "claims": Part.CLAIMS,
    "related": Part.RELATED,
    "corrections": Part.CORRECTIONS,
    "places": Part.DETAILS,
    "people": Part.DETAILS,
    "tags": Part.DETAILS,
    "media": Part.DETAILS,
    "content_note": Part.DETAILS,
    "reported": Part.DETAILS,
    "published": Part.DETAILS,
    "updated": Part.DETAILS,
    "aliases": Part.DETAILS,
}
# Fields that name a person, and those that name several; and what no reader ever sees.
PERSON, PEOPLE, UNSEEN = {"speaker", "claimant"}, {"people", "disputed_by"}, {"publish_decision"}
ADDRESS = "events/"
Histories: TypeAlias = Mapping[str, tuple[Change, ...]]


def histories(
    publication: Publication, people: Iterable[Person], versions: Versions, now: datetime
) -> Histories:
    """Return what is told of each event that is shown; `people` are all, the withheld too."""
    named = {person.id for person in people if not person.is_withheld}
    found: dict[str, tuple[Change, ...]] = {}
    zone = publication.settings.timezone
    for id_, outline in publication.outlines.items():
        own = with_former(id_, outline.aliases, versions)
        if own and id_ not in publication.held_back:
            shown = shown_versions(own, now.timestamp())
            found[id_] = tuple(changes(shown, named, zone))
    return found


def with_former(id_: str, aliases: Iterable[str], versions: Versions) -> list[Version]:
    """Return the event's versions, after those that it had at its old addresses."""
    own = list(versions.get(id_, ()))
    begin = own[0].order if own else 0
    former = (alias.strip("/").removeprefix(ADDRESS) for alias in aliases)
    before = [
        version for old in former for version in versions.get(old, ()) if version.order < begin
    ]
    return [*sorted(before, key=lambda version: version.order), *own]


def shown_versions(versions: Sequence[Version], now: float) -> Iterator[Version]:
    """Yield the versions that readers could see before the next one was there."""
    ends = [*(version.committed for version in versions[1:]), now]
    for version, end in zip(versions, ends, strict=True):
        is_over = version.embargo is None or version.embargo < end
        if version.fields is not None and not version.is_held_back and is_over:
            yield version


def changes(versions: Iterable[Version], named: AbstractSet[str], zone: str) -> Iterator[Change]:
    """Yield what changed from one version to the next, the first of them whole."""
    before: dict[Part, object] | None = None
    for version in versions:
        seen = seen_parts(version.fields or {}, named)
        parts = (
            (Part.FIRST,)
            if before is None
            else tuple(part for part in Part if before.get(part) != seen.get(part))
        )
        if parts:
            yield Change(version.commit[:SHORT], day_of(version, zone), parts)
        before = seen


def day_of(version: Version, zone: str) -> PartialDate:
    """Return the day on which the version was written, or its embargo ended, in the zone."""
    moment = max(version.authored, version.embargo or version.authored)
    return parse_edtf(at_unix_time(moment).astimezone(zone_info(zone)).date().isoformat())


def seen_parts(fields: Mapping[str, Typed], named: AbstractSet[str]) -> dict[Part, object]:
    """Return what readers see of the fields, by part."""
    found: dict[Part, dict[str, Typed]] = {}
    for name, value in fields.items():
        if name in PARTS:
            found.setdefault(PARTS[name], {})[name] = seen(name, value, named)
    return dict(found)


def seen(name: str, value: Typed, named: AbstractSet[str]) -> Typed:
    """Return a field's value without the people whose names are not told."""
    if isinstance(value, dict):
        return {key: seen(key, each, named) for key, each in value.items() if key not in UNSEEN}
    if name in PERSON:
        return value if value in named else ""
    if not isinstance(value, list):
        return value
    if name in PEOPLE:
        return [each for each in value if each in named]
    return [seen("", each, named) for each in value]
