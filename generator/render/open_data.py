"""Open data: the bytes of its files, joined from what each event gives to them."""

from collections.abc import Callable, Iterable, MutableMapping
from functools import cached_property
from hashlib import sha256

import msgspec

from generator.model.frame import Frame
from generator.model.open_data import DataFile, DataForm, Dataset, EventData, Measure
from generator.model.tables.declared import EVENT_TABLES
from generator.render.annotations import collection_text
from generator.render.table_rows import WRITERS, Row, csv_text

NUMBERS = {table.name: number for number, table in enumerate(EVENT_TABLES)}


class Gathered:
    """The parts of one dataset, by what they are parts of; see EventData."""

    def __init__(self, dataset: Dataset, record: Callable[[str], EventData]) -> None:
        """Get every event's part."""
        self.dataset = dataset
        self.events = [record(id_) for id_ in dataset.events]

    @cached_property
    def csv(self) -> list[tuple[bytes, ...]]:
        """The events' rows as CSV, by table."""
        return list(zip(*(each.csv for each in self.events), strict=True))

    @cached_property
    def json(self) -> list[tuple[bytes, ...]]:
        """The events' rows as JSON, by table."""
        return list(zip(*(each.json for each in self.events), strict=True))

    @cached_property
    def counts(self) -> list[int]:
        """How many rows there are, by table."""
        return [sum(each) for each in zip(*(each.counts for each in self.events), strict=True)]


class OpenData:
    """Makes the files of open data of one site.

    `record` gives an event's part by its id. `measures` holds how large files are, by their
    path; what is not there yet is made to be measured.
    """

    def __init__(
        self,
        frame: Frame,
        record: Callable[[str], EventData],
        measures: MutableMapping[str, Measure],
    ) -> None:
        """Begin with nothing gathered."""
        self.settings = frame.settings
        self.as_of = frame.as_of
        self.record = record
        self.measures = measures
        self._gathered: Gathered | None = None

    def content(self, file: DataFile) -> bytes:
        """Return the bytes of a file."""
        match file.form:
            case DataForm.CSV:
                return self.csv(file)
            case DataForm.JSON:
                return self.json(file)
            case DataForm.GEOJSON:
                return self.geojson(file.dataset)
            case DataForm.ANNOTATIONS:
                found = self.gathered(file.dataset).events
                items = dict(each for event in reversed(found) for each in event.annotations)
                return collection_text(file.path, items, self.settings)
            case _:
                return self.records(file.dataset)

    def measure(self, file: DataFile) -> Measure:
        """Return how large a file is."""
        found = self.measures.get(file.path)
        if found is None:
            content = self.content(file)
            digest = sha256(content).hexdigest()
            found = Measure(len(content), digest)
            self.measures[file.path] = found
        return found

    def count(self, file: DataFile) -> int:
        """Return how many records a file has."""
        data = self.gathered(file.dataset)
        if not file.table:
            if file.form is DataForm.ANNOTATIONS:
                return len({digest for event in data.events for digest, _ in event.annotations})
            return len(data.events)
        if file.table in NUMBERS:
            own = data.counts[NUMBERS[file.table]] if data.events else 0
            return own + len(self.more(file))
        return len(file.dataset.nouns[file.table])

    def changed(self, dataset: Dataset) -> str:
        """Return the last day on which something is said to have changed; empty without any."""
        days = [event.changed for event in self.gathered(dataset).events]
        return max(filter(None, days), default="")

    def gathered(self, dataset: Dataset) -> Gathered:
        """Return the parts of the dataset; gathered once."""
        if self._gathered is None or self._gathered.dataset is not dataset:
            self._gathered = Gathered(dataset, self.record)
        return self._gathered

    def more(self, file: DataFile) -> list[Row]:
        """Return the rows of a table that are of no published event."""
        writer = WRITERS[file.table]
        if file.table in NUMBERS:
            retracted = file.dataset.retracted if file.table == "corrections" else ()
            return [writer.row(each) for each in retracted]
        return writer.rows(file.dataset.nouns[file.table])

    def csv(self, file: DataFile) -> bytes:
        """Return a table as CSV."""
        parts: Iterable[bytes] = ()
        if file.table in NUMBERS and file.dataset.events:
            parts = self.gathered(file.dataset).csv[NUMBERS[file.table]]
        names = WRITERS[file.table].names
        return b"".join((csv_text([names]), *parts, csv_text(self.more(file))))

    def json(self, file: DataFile) -> bytes:
        """Return a table as JSON, one row a line."""
        parts: Iterable[bytes] = ()
        if file.table in NUMBERS and file.dataset.events:
            parts = self.gathered(file.dataset).json[NUMBERS[file.table]]
        more = WRITERS[file.table].json(self.more(file))
        return b"[\n%b\n]\n" % b",\n".join(filter(None, (*parts, more)))

    def geojson(self, dataset: Dataset) -> bytes:
        """Return all events as one collection of features."""
        features = b",\n".join(event.feature for event in self.gathered(dataset).events)
        return b'{"type":"FeatureCollection","features":[\n%b\n]}\n' % features

    def records(self, dataset: Dataset) -> bytes:
        """Return all that is published of every event, one a line."""
        site = self.settings
        told = {"title": site.title, "language": site.language, "licence": site.licence}
        if self.as_of is not None:
            told["as_of"] = self.as_of.text
        head = b",\n".join(
            b'"%b": %b' % (name.encode(), msgspec.json.encode(value))
            for name, value in told.items()
        )
        events = b",\n".join(event.record for event in self.gathered(dataset).events)
        return b'{\n%b,\n"events": [\n%b\n]\n}\n' % (head, events)
