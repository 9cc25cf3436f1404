"""Formed files: the contents that formatting leaves as they are, known by their digests."""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from generator.memory.folder import CACHE_FOLDER
from generator.model.document import Kind

SIZE = 32


class FormedFiles:
    """What this version of the program found to be formed; what is lost is found out again."""

    def __init__(self, project: Path, version: bytes) -> None:
        """Read what is remembered, nothing if it is another version's."""
        self.path = project / CACHE_FOLDER / "formed"
        self.version = version
        self.known: set[bytes] = set()
        self.met: set[bytes] = set()
        with suppress(OSError):
            content = self.path.read_bytes()
            if content.startswith(version) and len(content) % SIZE == 0:
                self.known = {content[at : at + SIZE] for at in range(0, len(content), SIZE)}

    def has(self, kind: Kind, content: bytes) -> bool:
        """Return whether a file of this kind with this content is formed."""
        digest = digest_of(kind, content)
        if digest in self.known:
            self.met.add(digest)
        return digest in self.met

    def add(self, kind: Kind, content: bytes) -> None:
        """Remember that a file of this kind with this content is formed."""
        self.met.add(digest_of(kind, content))

    def save(self, *, is_all: bool) -> None:
        """Keep what was met, and what was known besides unless all files were looked at."""
        kept = self.met if is_all else self.met | (self.known - {self.version})
        if kept != self.known - {self.version}:
            # A folder that cannot be written makes the next time slower, not this one wrong.
            with suppress(OSError):
                self.path.parent.mkdir(parents=True, exist_ok=True)
                self.path.write_bytes(b"".join((self.version, *sorted(kept))))


def digest_of(kind: Kind, content: bytes) -> bytes:
    """Return what stands for a content of a kind, whose fields have an order of their own."""
    return sha256(kind.value.encode() + b"\0" + content).digest()
