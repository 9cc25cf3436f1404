"""Open data: what its files hold, and the parts that each event gives to them."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct

from generator.model.event import Correction
from generator.model.published import PublishedPlace


class DataForm(StrEnum):
    """What a file of open data is."""

    RECORDS = "records"
    CSV = "csv"
    JSON = "json"
    GEOJSON = "geojson"
    ANNOTATIONS = "annotations"
    DATABASE = "database"


class DataFile(Struct, frozen=True, kw_only=True, gc=False):
    """One file of open data; `table` is the table's name where it holds one.

    `volumes` are ids of events, in the order of the timeline, where the file is of events;
    `nouns` the rows of another table, by id. `retracted` are the corrections of retracted events:
    (path, None, number, correction). `tables` are those of a database, in the form of JSON.
    """

    form: DataForm
    path: str
    media_type: str
    table: str = ""
    volumes: tuple[tuple[str, ...], ...] = ()
    nouns: Mapping[str, Any] = {}
    retracted: tuple[tuple[str, None, int, Correction], ...] = ()
    tables: "tuple[DataFile, ...]" = ()


class RecordFile(Struct, frozen=True, kw_only=True, gc=False):
    """One event's file of data: the same record as in the file of all events."""

    id: str


class DataPage(Struct, frozen=True, kw_only=True, gc=False):
    """What of the site can be had as data: its files, and the file that describes them.

    `example` is the path of the first event's own file, empty without events. `span` is the time
    that all events cover (EDTF), empty without events; `outermost` are the places that they are in,
    each the widest that is stated.
    """

    files: tuple[DataFile, ...]
    package: str
    volumes: tuple[tuple[str, ...], ...]
    example: str = ""
    span: str = ""
    outermost: tuple[PublishedPlace, ...] = ()


class DataVolume(Struct, frozen=True, array_like=True, gc=False):
    """What is known of the parts that a run of events gives to the files of open data.

    `sizes` and `sums` are bytes and checksums of the parts, in the order of `PARTS`; `counts` how
    many rows there are in each table of events. `annotations` stand for the quoted words,
    `changed` is the last day of `EventData.changed`.
    """

    ids: tuple[str, ...]
    sizes: tuple[int, ...]
    sums: tuple[int, ...]
    counts: tuple[int, ...]
    annotations: tuple[int, ...]
    changed: str


class EventData(Struct, frozen=True, array_like=True, gc=False):
    """What one event gives to the files of open data, ready to be joined with the others'.

    `record` is all of it as JSON. `csv` and `json` are its rows in each table of events, in the
    order of `EVENT_TABLES`, `counts` how many those are. `feature` is its GeoJSON. `annotations`
    are of its quoted words: (digest, JSON). `changed` is the last day on which it is said to have
    been published or changed, empty where none is.
    """

    record: bytes
    csv: tuple[bytes, ...]
    json: tuple[bytes, ...]
    counts: tuple[int, ...]
    feature: bytes
    annotations: tuple[tuple[str, bytes], ...] = ()
    changed: str = ""


class Measure(Struct, frozen=True, array_like=True, gc=False):
    """How large a file of open data is, in bytes; `digest` is its SHA-256 in hexadecimal."""

    size: int
    digest: str
