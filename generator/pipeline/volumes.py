"""Volumes: what files of data are joined from, taken from the files that the site has.

An event that changed gives its volume other texts; those of all other volumes stand in the files
of the last build, and need not be kept a second time.
"""

import mmap
import os
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from pathlib import Path
from zlib import crc32

from msgspec import Struct

from generator.memory.records import SiteRecord
from generator.memory.stamps import holds
from generator.model.open_data import DataVolume
from generator.plan.data_pages import DATA_PATHS
from generator.plan.digests import digest
from generator.render.data_volumes import PARTS, RecordOf, data_volume


class KeptVolumes(Struct, kw_only=True):
    """The volumes as they were when the site's files were written, and as they are now.

    `files` are the digests of the site's files of data, by their paths; `kept` are the first ids
    of the volumes that are what they were.
    """

    site: Path
    before: tuple[DataVolume, ...]
    files: dict[str, str]
    volumes: tuple[DataVolume, ...] = ()
    kept: frozenset[str] = frozenset()

    def renew(
        self, cuts: Sequence[tuple[str, ...]], fresh: AbstractSet[str], record: RecordOf
    ) -> None:
        """Bring the volumes up to date: those with `fresh` events, and new ones, are made."""
        known = {each.ids: each for each in self.before}
        kept = {ids for ids in cuts if ids in known and fresh.isdisjoint(ids)}
        self.kept = frozenset(ids[0] for ids in kept)
        self.volumes = tuple(
            known[ids] if ids in kept else data_volume(ids, record) for ids in cuts
        )

    def texts(self, path: str, part: int, head: int, gap: int) -> Mapping[str, memoryview]:
        """Return the texts of a part that a file of the site has, by the volumes' first ids.

        `head` is how many bytes are before the first, `gap` how many between two.
        """
        file = path.lstrip("/")
        if not self.kept or file not in self.files:
            return {}
        content = content_of(f"{self.site}/{file}", self.files[file])
        found: dict[str, memoryview] = {}
        place = head
        for volume in self.before:
            size = volume.sizes[part]
            text = content[place : place + size]
            if volume.ids[0] in self.kept and crc32(text) == volume.sums[part]:
                found[volume.ids[0]] = text
            place += size + gap if size else 0
        return found


def kept_volumes(site: Path, record: SiteRecord, before: tuple[DataVolume, ...]) -> KeptVolumes:
    """Return the volumes as they were; those of the site's files of data that are whole."""
    outputs = record.outputs
    data = (path for each in DATA_PATHS if (path := each.lstrip("/")) in outputs)
    files = {
        path: outputs[path].digest
        for path in data
        if holds(f"{site}/{path}", outputs[path].stamp, outputs[path].digest)
    }
    return KeptVolumes(site=site, before=before, files=files)


@lru_cache(maxsize=2)
def content_of(path: str, digest: str) -> memoryview:  # noqa: ARG001 - another digest is another file
    """Return what a file of the site holds, also when another has taken its place."""
    with open(path, "rb") as file:  # noqa: PTH123 - see write/workbench.py
        # Windows replaces no file that is mapped.
        if os.name == "posix":
            return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        return memoryview(file.read())


def needs_of(volumes: Iterable[DataVolume]) -> dict[str, bytes]:
    """Return the digests of what the files of data rest on."""
    sums = [*zip(*(each.sums for each in volumes), strict=True)]
    sums = sums or [()] * len(PARTS)
    return {part.need: digest(each) for part, each in zip(PARTS, sums, strict=True)}
