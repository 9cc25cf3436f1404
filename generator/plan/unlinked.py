"""Unlinked prose: Markdown without the links to pages that were not known as of a day."""

import re
from collections.abc import Set as AbstractSet

LINK = re.compile(r"\[([^\[\]]*)\]\(\s*<?(/[^\s)>#?]*)[^)]*\)")
DEFINED = re.compile(r"^\s{0,3}\[[^\]]+\]:\s*<?(/[^\s>#?]*).*\n?", re.MULTILINE)


def unlinked(text: str, unknown: AbstractSet[str]) -> str:
    """Return the text with the words alone where a link leads to one of the unknown paths."""
    if not unknown:
        return text
    words = LINK.sub(lambda link: link[1] if is_unknown(link[2], unknown) else link[0], text)
    return DEFINED.sub(lambda line: "" if is_unknown(line[1], unknown) else line[0], words)


def is_unknown(path: str, unknown: AbstractSet[str]) -> bool:
    """Return whether the path of a link is one of the unknown ones."""
    return path.removesuffix("index.html") in unknown
