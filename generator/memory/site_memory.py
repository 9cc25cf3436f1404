"""SiteMemory: all that earlier builds of one site left behind to build faster from."""

import os
import sys
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from generator.memory.folder import memory_folder
from generator.memory.machine_key import machine_key
from generator.memory.own_files import PROGRAM, own_files
from generator.memory.pictures import KeptPictures
from generator.memory.placed import PlacedFiles
from generator.memory.records import FileRecord, PlanRecord, SiteRecord
from generator.memory.shelf import Shelf, checked, write_checked
from generator.model.cleared import NOTHING_CLEARED, Cleared
from generator.model.open_data import DataVolume, EventData
from generator.model.search import SearchEntry

CHECKSUM_BYTES = 4
NOTHING = SiteRecord(b"", b"", {}, {}, {})
VOLUMES = msgspec.msgpack.Decoder(tuple[DataVolume, ...])
DIGESTS = msgspec.msgpack.Decoder(dict[str, bytes])
CLEARED = msgspec.msgpack.Decoder(tuple[bytes, Cleared])
PLANS = msgspec.msgpack.Decoder(PlanRecord)


class Remembered(Struct, frozen=True):
    """What a build begins with: the record of the site, and of each content file; templates."""

    record: SiteRecord
    files: dict[str, FileRecord]
    compiled: dict[str, bytes]
    cleared: Cleared = NOTHING_CLEARED


class SiteMemory:
    """What is remembered of one site; everything is empty where nothing can be trusted.

    The folder is safe to delete at any time. What is read from it was written by this very
    version of the program, and is whole.
    """

    def __init__(self, project: Path, site: Path, version: bytes) -> None:
        """Name the files; nothing is read yet."""
        self.folder = memory_folder(project, site)
        self.record_sum = 0
        self.sums: dict[str, int] = {}
        self.version = version
        self.files: Shelf[FileRecord] = Shelf(self.folder, "files", FileRecord, version)
        self.cards: Shelf[str] = Shelf(self.folder, "cards", str, version)
        self.records: Shelf[EventData] = Shelf(self.folder, "records", EventData, version)
        self.pictures = KeptPictures(self.folder, version)
        self.placed = PlacedFiles(self.folder)
        self.entries: Shelf[SearchEntry] = Shelf(self.folder, "entries", SearchEntry, version)
        self.share_cards = KeptPictures(self.folder, version, "share-cards")
        self.compiled: Shelf[bytes] = Shelf(self.folder, "compiled", bytes, version)

    def recalled(self, *, clean: bool) -> Remembered:
        """Return what builds begin with; nothing when one is to be `clean`."""
        if clean:
            for shelf in (self.files, self.compiled, *self.bound().values()):
                shelf.bind(None)
            return Remembered(NOTHING, {}, {})
        record = self.recalled_record()
        return Remembered(record, self.files.load(), self.compiled.load(), self.load_cleared())

    def recalled_record(self) -> SiteRecord:
        """Return what is known of the site's pages, and trust no fragments but those it knows."""
        record = self.load_record()
        for name, shelf in self.bound().items():
            shelf.bind(record.shelves.get(name))
        return record

    def bound(self) -> dict[str, Shelf[str] | Shelf[EventData] | Shelf[SearchEntry]]:
        """Return the shelves that are trusted only as the site's record knows them.

        What is read from the others shows by itself whether it is out of date.
        """
        return {"cards": self.cards, "records": self.records, "entries": self.entries}

    def load_record(self) -> SiteRecord:
        """Return what is known of the site's pages."""
        content = checked(self.folder / "site")
        self.record_sum = int.from_bytes(content[:CHECKSUM_BYTES])
        try:
            record = msgspec.msgpack.decode(content[CHECKSUM_BYTES:], type=SiteRecord)
        except msgspec.MsgspecError:
            return NOTHING
        return record if record.version == self.version else NOTHING

    def forget_record(self) -> None:
        """Let no build trust what is known, while the parts of it are being written."""
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "site").unlink(missing_ok=True)

    def save_record(self, record: SiteRecord) -> None:
        """Keep what is known of the site's pages; it is written last."""
        sums = {name: shelf.sums for name, shelf in self.bound().items() if shelf.sums}
        sums |= {name: (sum_, 0) for name, sum_ in self.sums.items()}
        self.record_sum = write_checked(self.folder / "site", replace(record, shelves=sums))

    def load_plan(self, record: SiteRecord) -> PlanRecord | None:
        """Return the plan that the record belongs to, None where there is none to trust."""
        content = self.bound_content("plan", record)
        try:
            plan = PLANS.decode(content)
        except msgspec.MsgspecError:
            return None
        return plan if plan.version == self.version else None

    def load_cleared(self) -> Cleared:
        """Return the events that this version of the program cleared of withheld names."""
        try:
            version, cleared = CLEARED.decode(checked(self.folder / "cleared")[CHECKSUM_BYTES:])
        except msgspec.MsgspecError:
            return NOTHING_CLEARED
        return cleared if version == self.version else NOTHING_CLEARED

    def save_cleared(self, cleared: Cleared) -> None:
        """Keep which events are cleared."""
        write_checked(self.folder / "cleared", (self.version, cleared))

    def bound_content(self, name: str, record: SiteRecord) -> memoryview:
        """Return a file's content, empty unless it is the very one that the record knows."""
        content = checked(self.folder / name)
        self.sums[name] = int.from_bytes(content[:CHECKSUM_BYTES])
        is_known = record.shelves.get(name) == (self.sums[name], 0)
        return content[CHECKSUM_BYTES:] if is_known else memoryview(b"")

    def save_plan(self, plan: PlanRecord) -> None:
        """Keep a plan."""
        plan = replace(plan, version=self.version)
        self.sums["plan"] = write_checked(self.folder / "plan", plan)

    def load_volumes(self, record: SiteRecord) -> tuple[DataVolume, ...]:
        """Return the volumes of data as the record's site has them, none if not to be trusted."""
        try:
            return VOLUMES.decode(self.bound_content("volumes", record))
        except msgspec.MsgspecError:
            return ()

    def save_volumes(self, volumes: tuple[DataVolume, ...]) -> None:
        """Keep what is known of the volumes of data."""
        self.sums["volumes"] = write_checked(self.folder / "volumes", volumes)

    def load_digests(self, record: SiteRecord) -> dict[str, bytes]:
        """Return the digests that the record belongs to, none where there are none to trust."""
        try:
            return DIGESTS.decode(self.bound_content("digests", record))
        except msgspec.MsgspecError:
            return {}

    def save_digests(self, digests: dict[str, bytes]) -> None:
        """Keep the digests of all that pages rest on."""
        self.sums["digests"] = write_checked(self.folder / "digests", digests)


def program_version() -> bytes:
    """Return a digest of the program, of Python and of the libraries' versions.

    It is another for each user of each machine.
    """
    digest = sha256(machine_key() + sys.version.encode())
    for folder in sys.path:
        if folder.endswith("-packages"):
            # The name of a library's folder holds its version.
            names = sorted(name for name in os.listdir(folder) if name.endswith("-info"))  # noqa: PTH208 - names are all that is wanted
            digest.update("\n".join(names).encode())
    digest.update(program_digest())
    return digest.digest()


@lru_cache(maxsize=1)
def program_digest() -> bytes:
    """Return the SHA-256 of the program's files, each with its name; it is read once."""
    digest = sha256()
    files = map(Path, own_files())
    for path in sorted(files, key=lambda path: path.relative_to(PROGRAM).parts):
        digest.update(f"{path.relative_to(PROGRAM).as_posix()}\0".encode())
        digest.update(sha256(path.read_bytes()).digest())
    return digest.digest()


def templates_digest(folders: tuple[Path, ...]) -> bytes:
    """Return a digest of all that templates consist of, but for files that are copied."""
    digest = sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.is_relative_to(folder / "static"):
                digest.update(f"{path.relative_to(folder)}\0".encode())
                digest.update(sha256(path.read_bytes()).digest())
    return digest.digest()
