"""A new event file: what is known filled in, what may follow as comments."""

from collections.abc import Sequence

from generator.exchange.yaml_writer import Missing, Value, entry_text

SCHEMAS = ".verbatim/schemas"
OPTIONAL = """\
# time: 14:30             # local time, only if it is known; 14:30~ for about that time
# summary: >-
#   What happened, in one to three sentences.
# places: []              # ids of files in content/places/
# people: []              # ids of files in content/people/
# tags: []
# quotes:
#   - text: The exact words; […] where some are left out.
#     source:             # id of a file in content/sources/
#     speaker:            # id of a file in content/people/; or attribution, if unnamed
# claims:
#   - figure:             # id of a file in content/figures/
#     claimant:
#     source:
#     value:
# media:
#   - file:               # below content/media/
#     alt: What it shows, for those who cannot see it.
#     credit: Whose picture it is.
# content_note: What a reader may not want to see.
# status: draft           # not shown until this line is removed
"""


def modeline(path: str, kind: str) -> str:
    """Return the comment that tells an editor the schema of a content file at that path."""
    up = "../" * path.count("/")
    return f"yaml-language-server: $schema={up}{SCHEMAS}/{kind}.json"


def new_event(path: str, title: str, date: str, category: str, categories: Sequence[str]) -> str:
    """Return the text of a new event's file.

    An empty `date` or `category` is left for a person to fill in; `check` reports it.
    """
    when = Missing("required: when it happened, no more exactly than is known")
    choice = Missing(f"required, one of: {', '.join(categories)}")
    fields: dict[str, Value] = {
        "title": title,
        "date": date or when,
        "category": category or choice,
    }
    text = entry_text(fields, [modeline(path, "event")])
    return text + OPTIONAL
