"""Kept pictures: images that earlier builds made, each in a file named by what it is made from."""

import os
from collections.abc import Set as AbstractSet
from hashlib import sha256
from pathlib import Path

DIGEST_BYTES = 32


class KeptPictures:
    """The pictures of one site; one that is damaged, or of another program, is as good as none."""

    def __init__(self, folder: Path, version: bytes) -> None:
        """Name the folder; nothing is read yet."""
        self.folder = folder / "pictures"
        self.version = version

    def recalled(self, key: str) -> bytes | None:
        """Return the picture that was made from what has this key, None where there is none."""
        try:
            content = (self.folder / key).read_bytes()
        except OSError:
            return None
        picture = content[DIGEST_BYTES:]
        return picture if content[:DIGEST_BYTES] == self.sealed(picture) else None

    def keep(self, key: str, picture: bytes) -> None:
        """Keep a picture, all at once; several processes may keep pictures at the same time."""
        self.folder.mkdir(parents=True, exist_ok=True)
        draft = self.folder / f"{key}.{os.getpid()}"
        draft.write_bytes(self.sealed(picture) + picture)
        draft.replace(self.folder / key)

    def forget_others(self, keys: AbstractSet[str]) -> None:
        """Delete what is not among the keys: what is no longer published is not kept either."""
        if self.folder.is_dir():
            for path in self.folder.iterdir():
                if path.name not in keys:
                    path.unlink(missing_ok=True)

    def sealed(self, picture: bytes) -> bytes:
        """Return what stands before a picture that this program made."""
        return sha256(self.version + picture).digest()
