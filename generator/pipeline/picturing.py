"""Picturing: the pictures of a site become drafts: kept, recalled, or made by several processes."""

from collections.abc import Sequence
from hashlib import sha256
from itertools import groupby
from pathlib import Path

import msgspec
from msgspec import Struct

from generator.draw.pictures import made_pictures
from generator.memory.pictures import KeptPictures
from generator.memory.records import OutputRecord
from generator.memory.stamps import holds
from generator.model.draft import Draft
from generator.model.media import Picture
from generator.model.page import OutputFile
from generator.pipeline.workers import Workers
from generator.write.workbench import draft_file

LEAST_ORIGINALS = 2
DECODER = msgspec.msgpack.Decoder(list[Draft])


class Easel(Struct, frozen=True):
    """Everything that making pictures needs, wherever it is done."""

    root: Path
    site: Path
    kept: KeptPictures
    clean: bool = False


def picture_drafts(
    easel: Easel,
    pictures: Sequence[Picture],
    known: dict[str, OutputRecord],
    workers: Workers,
) -> list[Draft]:
    """Return the draft of every picture; raise PictureError where one cannot be made.

    What the site has already stays, what is kept is taken, and only the rest is made.
    """
    drafts: dict[str, Draft] = {}
    wanted: list[Picture] = []
    for picture in pictures:
        path = picture.path.lstrip("/")
        record = known.get(path)
        if record and is_same_picture(record, picture, f"{easel.site}/{path}"):
            drafts[picture.path] = Draft(path, record.digest)
        else:
            wanted.append(picture)
    originals = [tuple(group) for _, group in groupby(wanted, key=lambda each: each.origin)]
    shares = workers.split(originals, LEAST_ORIGINALS) if originals else []
    for share, encoded in zip(shares, workers.results(drawn, easel, shares), strict=True):
        made = [picture for group in share for picture in group]
        for picture, draft in zip(made, DECODER.decode(encoded), strict=True):
            drafts[picture.path] = draft
    easel.kept.forget_others({picture.key for picture in pictures})
    return [drafts[picture.path] for picture in pictures]


def is_same_picture(record: OutputRecord, picture: Picture, file: str) -> bool:
    """Return whether the site has this very picture, and has it whole."""
    return record.key == picture.key.encode() and holds(file, record.stamp, record.digest)


def drawn(easel: Easel, originals: Sequence[Sequence[Picture]]) -> bytes:
    """Return the encoded drafts of the pictures of some originals."""
    drafts: list[Draft] = []
    for pictures in originals:
        for picture, content in zip(pictures, contents(easel, pictures), strict=True):
            file = OutputFile(picture.path.lstrip("/"), content)
            name = f"picture-{sha256(picture.path.encode()).hexdigest()}"
            drafts.append(draft_file(easel.site, file, name, clean=easel.clean))
    return msgspec.msgpack.encode(drafts)


def contents(easel: Easel, pictures: Sequence[Picture]) -> list[bytes]:
    """Return the bytes of each picture of one original; a clean build takes nothing from before."""
    found: dict[str, bytes | None] = {}
    if not easel.clean:
        found = {each.key: easel.kept.recalled(each.key) for each in pictures}
    missing = [picture for picture in pictures if found.get(picture.key) is None]
    if missing:
        for picture, made in zip(missing, made_pictures(easel.root, missing), strict=True):
            found[picture.key] = made
            easel.kept.keep(picture.key, made)
    return [content for each in pictures if (content := found[each.key]) is not None]
