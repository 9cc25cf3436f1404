"""Drafts: what another program's events become, and what is said of what they cannot become."""

import re
from collections.abc import Mapping, Sequence

from generator.exchange.found import Found, FoundMedium, FoundPlace
from generator.exchange.skeleton import modeline
from generator.exchange.slugs import slug_of
from generator.exchange.yaml_writer import Missing, Value, entry_text, mapping_lines

ADDRESS = re.compile(r"https?://\S+")
WELL_FORMED = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_ID = 100
SKELETON = """\
# Before this may be shown, it needs a source; then the line `status: draft` can go.
# quotes:
#   - text: The exact words; […] where some are left out.
#     source:             # id of a file in content/sources/
#     speaker:            # id of a file in content/people/; or attribution, if unnamed
"""
UNFINISHED = """\
# Events of an import that are not in content/ yet, because something is missing that only a person
# knows: what, stands above each. Completed, an entry can move to a list in content/events/.
"""


def fields_of(found: Found, category: str, places: Sequence[str]) -> dict[str, Value]:
    """Return the fields of a draft in the order of `fmt`, those without a value left off."""
    fields: dict[str, Value] = {
        "title": found.title or f"Untitled, {found.where}",
        "date": found.date or Missing("required: when it happened, no more exactly than is known"),
        "category": category,
        "time": found.time,
        "part_of_day": found.part_of_day,
        "timezone": found.timezone,
        "status": "draft",
        "summary": found.summary,
        "body": found.body,
        "places": list(places),
        "tags": list(found.tags),
        "content_note": found.content_note,
    }
    return {name: value for name, value in fields.items() if value}


def draft_text(path: str, fields: Mapping[str, Value], found: Found) -> str:
    """Return the text of a draft's file; what a person may complete stands below as comments."""
    usable = [each for each in found.links if ADDRESS.fullmatch(each) and each.isprintable()]
    lines = [f"# seen at {each}\n" for each in dict.fromkeys(usable)]
    text = entry_text(fields, [modeline(path, "event")]) + SKELETON
    return text + media_text(found.media) + "".join(lines)


def media_text(media: Sequence[FoundMedium]) -> str:
    """Return the pictures as comments: a field that lacks no more than each one's file."""
    shown: list[dict[str, Value]] = [
        {
            "file": Missing("below content/media/, once it may be shown"),
            "alt": each.alt or Missing("what it shows, for those who cannot see it"),
            "caption": each.caption,
            "credit": each.credit or Missing("whose picture it is"),
        }
        for each in media
    ]
    given = [{name: value for name, value in each.items() if value} for each in shown]
    lines = mapping_lines({"media": given}, 0) if given else []
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)


def place_text(path: str, place: FoundPlace) -> str:
    """Return the text of a new place's file."""
    fields: dict[str, Value] = {
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
    }
    given = {name: value for name, value in fields.items() if value}
    return entry_text(given, [modeline(path, "place")])


def wished_id(found: Found) -> str:
    """Return the id that the event brings along, else one made of its title."""
    if len(found.id) <= LONGEST_ID and WELL_FORMED.fullmatch(found.id):
        return found.id
    return slug_of(found.title, re.sub("[^a-z0-9]+", "-", found.where.lower()).strip("-"))


def unfinished_entry(
    id_: str, fields: Mapping[str, Value], where: str, reasons: Sequence[str]
) -> str:
    """Return an entry of the list of what a person must finish."""
    above = "".join(f"\n# {where}: {' '.join(each.split())}" for each in reasons)
    first, *rest = mapping_lines({"id": id_, **fields}, 2)
    return f"{above}\n- {first.lstrip()}\n" + "".join(f"{line}\n" for line in rest)
