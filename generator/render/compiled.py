"""Compiled templates: kept from one build to the next, for as long as they mean the same."""

import marshal
from collections.abc import MutableMapping, Sequence
from hashlib import sha256
from importlib.util import MAGIC_NUMBER
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from generator.render.catalogues import catalogue_paths

DIGEST_BYTES = 32


class CompiledTemplates(BytecodeCache):
    """Keeps templates in a mapping, by name, each behind the digest of what it was made of.

    `world` stands for what is compiled into a template besides its own text. That the program and
    its libraries are the same is for the owner of the mapping to see to.
    """

    def __init__(self, kept: MutableMapping[str, bytes], world: bytes) -> None:
        self.kept = kept
        self.world = world

    def get_bucket(
        self, environment: jinja2.Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Return the place of one template, filled if it is kept."""
        made_of = (self.world.hex(), filename or "", source)
        bucket = Bucket(environment, name, sha256("\0".join(made_of).encode()).hexdigest())
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a template's place if what is kept was made of the same."""
        kept = self.kept.get(bucket.key, b"")
        if kept[:DIGEST_BYTES] == bytes.fromhex(bucket.checksum):
            bucket.code = marshal.loads(kept[DIGEST_BYTES:])  # noqa: S302 - this program wrote it

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled."""
        self.kept[bucket.key] = bytes.fromhex(bucket.checksum) + marshal.dumps(bucket.code)


def compiled_world(language: str, template_folders: Sequence[Path]) -> bytes:
    """Return what stands for all that is compiled into templates: the words and names."""
    digest = sha256(MAGIC_NUMBER + jinja2.__version__.encode())
    digest.update(f"\0{language}".encode())
    for path in catalogue_paths(language, template_folders):
        digest.update(sha256(path.read_bytes()).digest())
    return digest.digest()
