"""Locations: where an entry's field was typed; found by reading its file again, when asked."""

from collections.abc import Callable, Iterable

from generator.model.document import Document, Kind, Sequence
from generator.model.entry import Entry
from generator.problem import SourceLocation
from generator.validate.reader import Reader, locate_field

Reopen = Callable[[str, Kind], Document | None]


class Locations:
    """Says where fields stand; most builds ask for none, so no file's lines are kept."""

    def __init__(self, entries: Iterable[Entry], reopen: Reopen) -> None:
        """Index the entries, of which the first of an id counts; `reopen` reads a file anew."""
        self.entries: dict[tuple[Kind, str], Entry] = {}
        for entry in entries:
            self.entries.setdefault((entry.kind, entry.id), entry)
        self.reopen = reopen

    def __call__(self, kind: Kind, id_: str, field: str) -> SourceLocation:
        """Return where the field of that entry stands, or the nearest thing around it."""
        return self.of(self.entries[kind, id_], field)

    def of(self, entry: Entry, field: str) -> SourceLocation:
        """Return where the field of this very entry stands."""
        document = self.reopen(entry.path, entry.kind)
        if document is not None and document.prose is not None and field == "body":
            return Reader(entry.path).locate(document.prose)
        root = None if document is None else document.root
        if entry.index is not None and isinstance(root, Sequence):
            root = root.items[entry.index] if entry.index < len(root.items) else None
        # A file that was changed since it was read may have nothing there any more.
        return SourceLocation(entry.path) if root is None else locate_field(entry.path, root, field)
