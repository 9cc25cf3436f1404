"""Kept pictures: images that earlier builds made, each in a file named by what it is made from."""

import os
from collections.abc import Set as AbstractSet
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

DIGEST_BYTES = 32


class KeptPictures:
    """The pictures of one site; one that is damaged, or of another program, is as good as none."""

    def __init__(self, folder: Path, version: bytes, name: str = "pictures") -> None:
        """Name the folder; nothing is read yet."""
        self.folder = folder / name
        self.version = version

    def recalled(self, key: str, words: bytes = b"") -> bytes | None:
        """Return the picture of this key and these words, None where there is none to trust."""
        try:
            content = (self.folder / key).read_bytes()
        except OSError:
            return None
        picture = content[DIGEST_BYTES:]
        return picture if content[:DIGEST_BYTES] == self.sealed(picture, words) else None

    def keep(self, key: str, picture: bytes, words: bytes = b"") -> None:
        """Keep a picture, all at once; several processes may keep pictures at the same time.

        Where the cache folder cannot be written, it is made again the next time.
        """
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            draft = self.folder / f"{key}.{os.getpid()}"
            draft.write_bytes(self.sealed(picture, words) + picture)
            draft.replace(self.folder / key)

    def forget_others(self, keys: AbstractSet[str]) -> None:
        """Delete what is not among the keys: what is no longer published is not kept either."""
        with suppress(OSError):
            for path in self.folder.iterdir():
                if path.name not in keys:
                    path.unlink(missing_ok=True)

    def sealed(self, picture: bytes, words: bytes = b"") -> bytes:
        """Return what stands before a picture that this program made, perhaps of words."""
        return sha256(self.version + sha256(words).digest() + picture).digest()
