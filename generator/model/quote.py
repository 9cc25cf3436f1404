"""Quote: exact words from a source, as the editor typed them."""

import re

from msgspec import Struct

from generator.model.partial_date import PartialDate
from generator.model.person import PublishDecision

EDITORIAL_MARK = re.compile(r"\[[^\[\]\n]+\]")
ELISIONS = frozenset({"[…]", "[...]"})


class Translation(Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """A quote's words in another language, and who put them there if known."""

    text: str
    language: str
    translator: str = ""


class Quote(Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """Words from a source; `source` and `speaker` are ids.

    `text` is verbatim but for two editorial marks: `[…]` an elision, `[word]` an insertion.
    `translated_from` is the original's language when only a translation is known.
    """

    text: str
    source: str
    speaker: str = ""
    attribution: str = ""
    locator: str = ""
    language: str = ""
    translation: Translation | None = None
    translated_from: str = ""
    said: PartialDate | None = None
    context: str = ""
    in_captivity: bool = False
    publish_decision: PublishDecision | None = None


def runs_of_words(text: str) -> tuple[str, ...]:
    """Return the runs of a quote's own words, without the editors' marks, each on one line.

    A run of punctuation alone is left out; nothing is left of a quote that is all marks.
    """
    runs = (" ".join(run.split()) for run in EDITORIAL_MARK.split(text))
    return tuple(run for run in runs if any(map(str.isalnum, run)))
