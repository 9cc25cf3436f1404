"""Search files: entries of many events become the files that the search page asks for.

Each is a script that calls `found` with its name and what it holds: scripts can be had from disk,
where a page may fetch nothing else.
"""

import string
from collections.abc import Callable, Sequence

import msgspec

from generator.model.search import (
    SearchEntry,
    SearchFile,
    SearchNames,
    SearchRows,
    SearchTexts,
    SearchWords,
)
from generator.render.search_words import bucket_of

DIGITS = string.digits + string.ascii_uppercase + string.ascii_lowercase + "-_"
# The number of an event in its part, in two digits of base 64.
CODES = [first + second for first in DIGITS for second in DIGITS]
WEIGHTS = 4
EntryOf = Callable[[str], SearchEntry]
Buckets = list[dict[str, str]]


class SearchFiles:
    """Makes the files of an index; what it made last of a part's words serves its other files."""

    def __init__(self, entry_of: EntryOf) -> None:
        self.entry_of = entry_of
        self.part = ""
        self.buckets: Buckets = []

    def text(self, file: SearchFile) -> str:
        """Return what a file holds, as JSON."""
        match file:
            case SearchWords():
                return json(self.bucket(file))
            case SearchRows():
                return json(self.rows(file))
            case SearchTexts():
                shown = ",\n".join(self.entry_of(id_).shown for id_ in file.events)
                return f"[{shown}]"
            case SearchNames():
                return json(file.labels)

    def forget(self) -> None:
        """Make anew whatever is asked for next."""
        self.part = ""

    def bucket(self, file: SearchWords) -> dict[str, str]:
        """Return the words of a bucket; of each, the numbers of events by its weight in them."""
        if self.part != file.part:
            self.part = file.part
            self.buckets = buckets_of([*map(self.entry_of, file.events)], file.buckets)
        return self.buckets[file.bucket]

    def rows(self, file: SearchRows) -> object:
        """Return the terms of a part, and of each event days, marks, block and terms' numbers."""
        numbers: dict[str, int] = {}
        rows = [
            (
                row.first,
                row.last,
                self.entry_of(row.id).marks,
                row.block,
                *(numbers.setdefault(term, len(numbers)) for term in row.terms),
            )
            for row in file.rows
        ]
        return (tuple(numbers), rows)


def buckets_of(entries: Sequence[SearchEntry], count: int) -> Buckets:
    """Return each bucket's words with the codes of the events that have them."""
    by_weight: list[dict[str, list[str]]] = [{} for _ in range(WEIGHTS)]
    for entry, code in zip(entries, CODES, strict=False):
        for words, found in zip(entry.words, by_weight, strict=True):
            for word in words.split():
                if word in found:
                    found[word].append(code)
                else:
                    found[word] = [code]
    buckets: Buckets = [{} for _ in range(count)]
    for word in sorted(set().union(*by_weight)):
        codes = ".".join("".join(found.get(word, ())) for found in by_weight)
        buckets[bucket_of(word, count)][word] = codes.rstrip(".")
    return buckets


def json(value: object) -> str:
    """Return a value as JSON, letters as they are."""
    return msgspec.json.encode(value).decode()
