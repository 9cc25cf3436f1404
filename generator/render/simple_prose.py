"""Simple prose: paragraphs and flat lists that mean one thing only, as HTML without a converter.

Most of what authors write is words, a little emphasis, a link, a short list; reading it here
takes a hundredth of the time. Whatever could mean anything else is left to Markdown: the tests
compare the two on thousands of texts.
"""

import re
from collections.abc import Iterator

from generator.render.links import site_link

WORD = r"[^\W\d_]"
# Nothing here is read by Markdown or HTML, or is white space of another kind than the space.
QUIET = r"[^\x00-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\\`*_\[\]<>&|{}~^]"
INNER = rf"{WORD}(?:{QUIET}*{WORD})?"
BEFORE, AFTER = r"(?:^|(?<=[ \n(“„«]))", r"(?=[ \n.,;:!?)”“»]|$)"
URL = r"https?://[A-Za-z0-9][A-Za-z0-9./%=?#:+,;@-]*|/(?:[a-z0-9][a-z0-9-]*/)+"
TOKEN = re.compile(
    rf"{BEFORE}\*\*(?P<strong>{INNER})\*\*{AFTER}"
    rf"|{BEFORE}\*(?P<em>{INNER})\*{AFTER}"
    rf"|{BEFORE}\[(?P<words>{INNER})\]\((?P<url>{URL})\){AFTER}"
    rf"|(?P<text>{QUIET}+)"
    r"|(?P<line>(?<! )\n)"
)
LINE = rf"{WORD}{QUIET}*(?<! )"
PLAIN = re.compile(rf"{LINE}(?:\n{LINE})*")
LINE_START = re.compile(rf"{WORD}|\*\*?{WORD}|\[{WORD}")
ITEM = re.compile(r"([*-]) (?=\S)")
# What can change the meaning of text that stands elsewhere.
FAR_REACHING = re.compile(r"\n {0,3}(?:#|=+[ \t]*$|-+[ \t]*$)", re.MULTILINE)


def parts_of(text: str) -> Iterator[tuple[bool, str]]:
    """Yield a text in parts that mean the same apart: (whether Markdown must read it, the part).

    A part that Markdown need not read is HTML already.
    """
    if "]:" in text or FAR_REACHING.search(f"\n{text}"):
        yield True, text
        return
    blocks = text.strip("\n").split("\n\n")
    # Markdown takes a text of nothing but odd spaces for none, and in a longer one for code.
    if any(map(str.isspace, blocks)):
        yield True, text
        return
    simple = [paragraph(block) for block in blocks]
    unread: list[str] = []
    for index, block in enumerate(blocks):
        html = simple[index]
        # A list goes on after an empty line, so its neighbours must be paragraphs.
        if html is None and all(simple[max(0, index - 1) : index] + simple[index + 1 : index + 2]):
            html = flat_list(block)
        if html is None:
            unread.append(block)
            continue
        if unread:
            yield True, "\n\n".join(unread)
            unread = []
        yield False, html
    if unread:
        yield True, "\n\n".join(unread)


def paragraph(block: str) -> str | None:
    """Return a paragraph as HTML, None where Markdown must read it."""
    html = inline(block)
    return None if html is None else f"<p>{html}</p>"


def flat_list(block: str) -> str | None:
    """Return a list without lists in it as HTML, None where Markdown must read it."""
    lines = block.split("\n")
    if not all(ITEM.match(line) for line in lines) or len({line[0] for line in lines}) > 1:
        return None
    items = [inline(line[2:]) for line in lines]
    if None in items:
        return None
    return "\n".join(["<ul>", *(f"<li>{item}</li>" for item in items), "</ul>"])


def inline(text: str) -> str | None:
    """Return the words of one paragraph as HTML, None where Markdown must read it."""
    if PLAIN.fullmatch(text):
        return text
    if not text or text[-1] == " " or not all(map(LINE_START.match, text.split("\n"))):
        return None
    html: list[str] = []
    end = 0
    while end < len(text):
        token = TOKEN.match(text, end)
        if token is None:
            return None
        html.append(written(token))
        end = token.end()
    return "".join(html)


def written(token: re.Match[str]) -> str:
    """Return one token as HTML."""
    kind = token.lastgroup
    if kind == "strong":
        return f"<strong>{token['strong']}</strong>"
    if kind == "em":
        return f"<em>{token['em']}</em>"
    if kind == "url":
        url = token["url"]
        if url.startswith("/"):
            return f'<a href="{site_link(url)}">{token["words"]}</a>'
        return f'<a href="{url}" rel="noopener noreferrer">{token["words"]}</a>'
    return token[0]
