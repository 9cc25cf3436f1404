"""Companions: each text file's compressed copies, for web servers that serve them in its place.

`page.html.br` (Brotli, RFC 7932) and `page.html.gz` (gzip, RFC 1952) stand beside `page.html`. They
hold no name and no time, so that the same library makes the same bytes; other versions of zlib and
Brotli may compress otherwise.
"""

import zlib
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

from generator.write.files import has_digest, write_whole

TEXTS = (
    ".css", ".csv", ".geojson", ".html", ".ics", ".js", ".json", ".md", ".svg", ".txt",
    ".webmanifest", ".xml",
)  # fmt: skip
# Below this a compressed copy saves no packet on the wire.
LEAST_BYTES = 500
# Brotli's best quality takes 20 times as long for 5 % less.
BROTLI_QUALITY = 9
GZIP_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"


def gzipped(content: bytes) -> bytes:
    """Return the bytes in gzip's form, without name and time, on whatever system."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    length = len(content) & 0xFFFFFFFF
    return (
        GZIP_HEADER
        + packed
        + zlib.crc32(content).to_bytes(4, "little")
        + length.to_bytes(4, "little")
    )


def brotlied(content: bytes) -> bytes:
    """Return the bytes in Brotli's form."""
    import brotli  # noqa: PLC0415 - most builds compress nothing

    packed: bytes = brotli.compress(content, quality=BROTLI_QUALITY, mode=brotli.MODE_TEXT)
    return packed


PACKERS: Mapping[str, Callable[[bytes], bytes]] = {".br": brotlied, ".gz": gzipped}


def write_companions(
    site: Path, now: Mapping[str, str], before: Mapping[str, str], workbench: Path
) -> dict[str, str]:
    """Write the compressed copies of the site's texts; return each one's SHA-256 by its path.

    `now` and `before` are the digests of the site's files. A copy is kept when its file is the same
    as before and it is itself still what was written.
    """

    def companions(path: str) -> dict[str, str]:
        names = {path + ending: packer for ending, packer in PACKERS.items()}
        if now[path] == before.get(path) and all(
            has_digest(f"{site}/{name}", before.get(name, "")) for name in names
        ):
            return {name: before[name] for name in names}
        content = (site / path).read_bytes()
        if len(content) < LEAST_BYTES:
            return {}
        made: dict[str, str] = {}
        for name, packer in names.items():
            packed = packer(content)
            write_whole(site / name, packed, workbench, sha256(name.encode()).hexdigest())
            made[name] = sha256(packed).hexdigest()
        return made

    texts = [path for path in now if path.endswith(TEXTS)]
    # zlib and Brotli let other threads run meanwhile.
    with ThreadPoolExecutor() as pool:
        return {
            name: digest for made in pool.map(companions, texts) for name, digest in made.items()
        }
