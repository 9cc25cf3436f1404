"""Data volumes: the parts that runs of events give to the files of open data."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol
from zlib import crc32

from msgspec import Struct

from generator.model.open_data import DataFile, DataForm, DataVolume, EventData
from generator.model.tables.declared import EVENT_TABLES

RecordOf = Callable[[str], EventData]
# So many hexadecimal digits of an annotation's digest tell it from all others.
ANNOTATION_DIGITS = 15


class Part(Struct, frozen=True):
    """One part of a volume: the file it belongs to, what is between two events, an event's own."""

    form: DataForm
    table: str
    gap: bytes
    of: Callable[[EventData], bytes]

    def text(self, events: Iterable[EventData]) -> bytes:
        """Return what the events give to the file."""
        return self.gap.join(filter(None, map(self.of, events)))

    @property
    def need(self) -> str:
        """The name of what the file rests on."""
        return f"data:{self.form.value}:{self.table}"


def of_table(form: DataForm, number: int) -> Part:
    """Return the part of a table in one form."""
    table = EVENT_TABLES[number].name
    if form is DataForm.CSV:
        return Part(form, table, b"", lambda event: event.csv[number])
    return Part(form, table, b",\n", lambda event: event.json[number])


def noted(event: EventData) -> bytes:
    """Return the annotations of an event with their digests."""
    return b"".join(b"%b %b\n" % (digest.encode(), json) for digest, json in event.annotations)


PARTS = (
    Part(DataForm.RECORDS, "", b",\n", lambda event: event.record),
    Part(DataForm.GEOJSON, "", b",\n", lambda event: event.feature),
    Part(DataForm.ANNOTATIONS, "", b"", noted),
    *(
        of_table(form, number)
        for form in (DataForm.CSV, DataForm.JSON)
        for number in range(len(EVENT_TABLES))
    ),
)
NUMBER_OF_PART = {(part.form, part.table): number for number, part in enumerate(PARTS)}


def needs_of(file: DataFile) -> list[str]:
    """Return the names of what the file rests on that volumes give, in it and in its tables."""
    return [
        PARTS[NUMBER_OF_PART[each.form, each.table]].need
        for each in file.tables or (file,)
        if each.volumes
    ]


class KeptTexts(Protocol):
    """Who knows the volumes, and has texts of them that were made before."""

    volumes: tuple[DataVolume, ...]

    def texts(self, path: str, part: int, head: int, gap: int) -> Mapping[str, memoryview]:
        """Return the texts of a part that a file of the site has, by the volumes' first ids.

        `head` is how many bytes are before the first, `gap` how many between two.
        """


def data_volume(ids: tuple[str, ...], record: RecordOf) -> DataVolume:
    """Return what is known of a volume's parts."""
    events = [*map(record, ids)]
    texts = [part.text(events) for part in PARTS]
    return DataVolume(
        ids,
        tuple(map(len, texts)),
        tuple(map(crc32, texts)),
        tuple(map(sum, zip(*(each.counts for each in events), strict=True))),
        tuple(
            int(digest[:ANNOTATION_DIGITS], 16)
            for event in events
            for digest, _ in event.annotations
        ),
        max((each.changed for each in events), default=""),
    )
