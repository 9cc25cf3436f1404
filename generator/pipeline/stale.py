"""Stale pages: those that must be rendered anew, told from those that still are what they were.

Every page rests on the frame: the settings, the templates, all that is no event. What else it
rests on was noted when it was rendered, each with a digest.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.memory.records import OutputRecord, SiteRecord
from generator.memory.stamps import holds
from generator.model.page import Page, Plan
from generator.model.timeline import Timeline
from generator.plan.digests import digest
from generator.render.links import output_path

# What is found out on the way, when what it rests on is at hand.
FRAGMENTS = ("card:", "record:", "file:", "data:", "words:", "marks:")


def frame_digest(plan: Plan, timeline: Timeline, templates: bytes) -> bytes:
    """Return the digest of what every page rests on."""
    nouns = (timeline.sources, timeline.people, timeline.places, timeline.figures)
    copied = sorted({each.source for each in timeline.lock.verifications.values()})
    return digest(plan.frame, templates, copied, *nouns)


def changed_needs(record: SiteRecord, now: Mapping[str, bytes]) -> set[int]:
    """Return the numbers of the needs that are not what they were; fragments not among them."""
    return {
        number
        for number, (need, before) in enumerate(record.needs.items())
        if now.get(need, b"") != before and not need.startswith(FRAGMENTS)
    }


def changed_fragments(record: SiteRecord, now: Mapping[str, bytes]) -> set[int]:
    """Return the numbers of the fragments that were rendered anew and came out otherwise."""
    return {
        number
        for number, (need, before) in enumerate(record.needs.items())
        if need in now and now[need] != before and need.startswith(FRAGMENTS)
    }


def stale_pages(
    record: SiteRecord,
    pages: Iterable[tuple[int, Page, bytes]],
    changed: set[int],
    site: Path,
) -> list[int]:
    """Return the numbers of the pages, each with its key, that must be rendered anew."""
    return [
        number
        for number, page, key in pages
        if is_stale(record.outputs.get(path := output_path(page.path)), key, changed, site, path)
    ]


def is_stale(
    known: OutputRecord | None, key: bytes, changed: set[int], site: Path, path: str
) -> bool:
    """Return whether a page is new, about something else, resting on changes, or not there."""
    return (
        known is None
        or known.key != key
        or not changed.isdisjoint(known.needs)
        or not holds(f"{site}/{path}", known.stamp, known.digest)
    )
