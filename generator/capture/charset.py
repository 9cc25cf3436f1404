"""Character sets: which one a page is written in, whatever it says of itself."""

import re

import webencodings
from charset_normalizer import from_bytes

BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
META = re.compile(rb"<meta[^>]{1,500}charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# HTML itself looks through 1,024 bytes (13.2.3.2); browsers go on a little.
LOOKED_THROUGH = 100_000
# Guessing takes long, and learns no more from more.
GUESSED_FROM = 1_000_000
# These are ASCII to look at; only what is declared tells them from it.
SEVEN_BIT = {"iso-2022-jp"}


def decoded(body: bytes, declared: str = "") -> str:
    """Return the text; `declared` is the charset that the server names, empty for none.

    A byte order mark decides, then whether it is valid UTF-8, then what the server, then what the
    page says, then what it looks like.
    """
    for mark, name in BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, errors="replace")
    labels = [
        declared,
        *(label.decode("ascii", "ignore") for label in META.findall(body[:LOOKED_THROUGH])[:1]),
    ]
    encodings = [found for label in labels if (found := webencodings.lookup(label)) is not None]
    if not encodings or encodings[0].name not in SEVEN_BIT:
        try:
            return body.decode("utf-8")
        except UnicodeDecodeError:
            pass
    for encoding in encodings:
        try:
            return str(encoding.codec_info.decode(body, "strict")[0])
        except UnicodeDecodeError:
            continue
    best = from_bytes(body[:GUESSED_FROM]).best()
    return body.decode(best.encoding if best is not None else "utf-8", errors="replace")
