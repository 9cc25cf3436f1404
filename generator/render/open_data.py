"""Open data: the bytes of its files, joined from what volumes of events give to them."""

from collections.abc import Mapping, MutableMapping, Sequence
from hashlib import sha256

import msgspec

from generator.model.frame import Frame
from generator.model.open_data import DataFile, DataForm, DataPage, DataVolume, Measure
from generator.model.tables.declared import EVENT_TABLES, TABLES
from generator.render.annotations import collection_text
from generator.render.data_volumes import (
    NUMBER_OF_PART,
    PARTS,
    KeptTexts,
    RecordOf,
    data_volume,
)
from generator.render.licences import QUOTED
from generator.render.links import permalink
from generator.render.table_rows import WRITERS, Row, csv_text

OF_EVENTS = {table.name: number for number, table in enumerate(EVENT_TABLES)}
Volumes = tuple[tuple[str, ...], ...]


class OpenData:
    """Makes the files of open data of one site.

    `record` gives an event's part by its id. `measures` holds how large files are, by their
    path; what is not there yet is made to be measured. `kept` are the volumes of events, if they
    are known.
    """

    def __init__(
        self,
        frame: Frame,
        record: RecordOf,
        measures: MutableMapping[str, Measure],
        kept: KeptTexts | None,
    ) -> None:
        """Begin with nothing gathered."""
        self.settings = frame.settings
        self.as_of = frame.as_of
        self.record = record
        self.measures = measures
        self.kept = kept
        self._volumes: tuple[DataVolume, ...] | None = None

    def content(self, file: DataFile) -> bytes:
        """Return the bytes of a file."""
        match file.form:
            case DataForm.CSV:
                return self.csv(file)
            case DataForm.JSON:
                return self.json(file)
            case DataForm.GEOJSON:
                return self.geojson(file)
            case DataForm.DATABASE:
                return self.database(file)
            case DataForm.ANNOTATIONS:
                found = [self.record(id_) for ids in file.volumes for id_ in ids]
                items = dict(each for event in reversed(found) for each in event.annotations)
                return collection_text(file.path, items, self.settings)
            case _:
                return self.records(file)

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
        if file.table and file.table not in OF_EVENTS:
            return len(file.nouns)
        volumes = self.volumes(file.volumes)
        if file.table:
            number = OF_EVENTS[file.table]
            return sum(volume.counts[number] for volume in volumes) + len(file.retracted)
        if file.form is DataForm.DATABASE:
            return len(file.tables)
        if file.form is DataForm.ANNOTATIONS:
            return len({each for volume in volumes for each in volume.annotations})
        return sum(len(volume.ids) for volume in volumes)

    def changed(self, page: DataPage | DataFile) -> str:
        """Return the last day on which something is said to have changed; empty without any."""
        return max((volume.changed for volume in self.volumes(page.volumes)), default="")

    def volumes(self, volumes: Volumes) -> tuple[DataVolume, ...]:
        """Return what is known of the volumes; found out once."""
        if self.kept is not None:
            return self.kept.volumes
        if self._volumes is None:
            self._volumes = tuple(data_volume(ids, self.record) for ids in volumes)
        return self._volumes

    def forget(self) -> None:
        """Find out anew whatever is asked next."""
        self._volumes = None

    def texts(self, file: DataFile, head: bytes) -> list[bytes | memoryview]:
        """Return what each volume gives to a file that begins with this head."""
        number = NUMBER_OF_PART[file.form, file.table]
        part = PARTS[number]
        kept: Mapping[str, memoryview] = {}
        if self.kept is not None:
            kept = self.kept.texts(file.path, number, len(head), len(part.gap))
        texts = [
            kept.get(ids[0]) or part.text([self.record(id_) for id_ in ids]) for ids in file.volumes
        ]
        return [text for text in texts if text]

    def more(self, file: DataFile) -> list[Row]:
        """Return the rows of a table that are of no published event."""
        writer = WRITERS[file.table]
        if file.table in OF_EVENTS:
            return [writer.row(each) for each in file.retracted]
        return writer.rows(file.nouns.values())

    def csv(self, file: DataFile) -> bytes:
        """Return a table as CSV."""
        head = csv_text([WRITERS[file.table].names])
        texts = self.texts(file, head) if file.table in OF_EVENTS else []
        return b"".join((head, *texts, csv_text(self.more(file))))

    def json(self, file: DataFile) -> bytes:
        """Return a table as JSON, one row a line."""
        head = b"[\n"
        texts = self.texts(file, head) if file.table in OF_EVENTS else []
        more = WRITERS[file.table].json(self.more(file))
        return joined(head, [*texts, more] if more else texts, b"\n]\n")

    def geojson(self, file: DataFile) -> bytes:
        """Return all events as one collection of features."""
        head = b'{"type":"FeatureCollection","features":[\n'
        return joined(head, self.texts(file, head), b"\n]}\n")

    def database(self, file: DataFile) -> bytes:
        """Return all tables as one SQLite file."""
        from generator.render.database import database  # noqa: PLC0415 - few sites ask for it

        about = self.told() | {
            "address": permalink(file.path, self.settings.base_url),
            "last_change": self.changed(file),
            "licence_of_quotes": str(QUOTED["title"]),
        }
        decoded = (msgspec.json.decode(self.json(each)) for each in file.tables)
        rows = (map(tuple, map(dict.values, each)) for each in decoded)
        return database(about, zip(TABLES, rows, strict=True))

    def told(self) -> dict[str, str]:
        """Return what is said of the whole."""
        site = self.settings
        told = {"title": site.title, "language": site.language, "licence": site.licence}
        return told | ({} if self.as_of is None else {"as_of": self.as_of.text})

    def records(self, file: DataFile) -> bytes:
        """Return all that is published of every event, one a line."""
        about = b",\n".join(
            b'"%b": %b' % (name.encode(), msgspec.json.encode(value))
            for name, value in self.told().items()
        )
        head = b'{\n%b,\n"events": [\n' % about
        return joined(head, self.texts(file, head), b"\n]\n}\n")


def joined(head: bytes, texts: Sequence[bytes | memoryview], end: bytes) -> bytes:
    """Return the texts with commas and line ends between, copied no more than once."""
    pieces: list[bytes | memoryview] = [head]
    for text in texts:
        pieces += (text, b",\n")
    if texts:
        pieces.pop()
    return b"".join((*pieces, end))
