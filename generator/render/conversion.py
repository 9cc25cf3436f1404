"""Conversion: Markdown of every kind as safe HTML. HTML in the prose is shown as it was typed.

Imported only when a text needs it: the libraries take longer to import than many pages to render.
"""

import html
import re
from collections.abc import Set as AbstractSet
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from generator.render.brackets import replace_brackets
from generator.render.links import site_link

INLINE = {"a", "br", "code", "em", "strong"}
BLOCKS = {"blockquote", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "ul"}
TABLES = {"table", "tbody", "td", "th", "thead", "tr"}
SCHEMES = {"http", "https", "mailto"}
HEADINGS = {f"h{level}" for level in range(1, 7)}
EXTERNAL = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)
# A second slash, or what browsers take for one, would lead to another host.
SITE_PATH = re.compile(r"/(?:[^/\\\s\x00-\x1f][^\\\s\x00-\x1f]*)?")
FORBIDDEN = re.compile(r"[\"<>\\^`{|}]")
# Text holds no `<`, and a site link no other attribute, so that only links can match.
SITE_LINK = re.compile(r'<a href="(/[^"]*)">')


# What must stand in a text for a pattern to find anything in it.
SIGNS_OF_PATTERNS = {
    "backtick": {"`"},
    "escape": {"\\"},
    "reference": {"["},
    "link": {"["},
    "short_reference": {"["},
    "autolink": {"<"},
    "automail": {"<"},
    "linebreak": {"  \n"},
    "em_strong": {"*", "_"},
}
SIGNS = sorted(set().union(*SIGNS_OF_PATTERNS.values()))


class Conversion:
    """Turns any Markdown into HTML that is safe."""

    def __init__(self) -> None:
        """Begin without converters: making one costs more than most texts do."""
        self.converters = Converters()
        self.block_cleaner = make_cleaner(INLINE | BLOCKS | TABLES)
        self.line_cleaner = make_cleaner(INLINE)

    def blocks(self, text: str) -> str:
        """Return a text's paragraphs, lists, tables and headings from h2 on."""
        return self.cleaned(text, self.block_cleaner)

    def line(self, text: str) -> str:
        """Return a text of one paragraph without the paragraph around it."""
        return self.cleaned(text, self.line_cleaner)

    def cleaned(self, text: str, cleaner: nh3.Cleaner) -> str:
        """Convert a text and keep only what is allowed; site paths become marked links."""
        return SITE_LINK.sub(marked_link, cleaner.clean(self.converted(text)).strip())

    def converted(self, text: str) -> str:
        """Return the text as HTML not yet to be trusted; one nested too deep stays as typed."""
        # As the converter itself begins, so that two spaces at a line's end show as such.
        text = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
        signs = frozenset(sign for sign in SIGNS if sign in text)
        converter = self.converters[signs]
        try:
            return converter.reset().convert(text)
        except RecursionError:
            del self.converters[signs]
            return f"<pre>{html.escape(text)}</pre>"


class Converters(dict[frozenset[str], Markdown]):
    """A converter for each set of signs, made when the first text has them."""

    def __missing__(self, signs: frozenset[str]) -> Markdown:
        """Return a new converter and keep it."""
        self[signs] = make_converter(signs)
        return self[signs]


def make_cleaner(tags: set[str]) -> nh3.Cleaner:
    """Return what takes out all HTML but these elements."""
    return nh3.Cleaner(
        tags=tags,
        attributes={"a": {"href", "rel"}, "ol": {"start"}},
        url_schemes=SCHEMES,
        link_rel=None,
    )


def make_converter(signs: AbstractSet[str]) -> Markdown:
    """Return a converter for the Markdown that authors may use, in texts with only these signs."""
    converter = Markdown(extensions=["tables", "sane_lists", Restricted()])
    for name, needed in SIGNS_OF_PATTERNS.items():
        if not needed & signs:
            converter.inlinePatterns.deregister(name)
    return converter


class Restricted(Extension):
    """Markdown without HTML and images, with checked links and headings below the page's."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Markdown calls
        """Take out and put in what makes the difference."""
        md.preprocessors.deregister("html_block")
        # Entities come through without a pattern, which would take the square of their number.
        for name in ("html", "entity", "image_link", "image_reference", "short_image_ref"):
            md.inlinePatterns.deregister(name)
        replace_brackets(md)
        # After `inline`, which makes the links.
        md.treeprocessors.register(LinksAndHeadings(md), "links_and_headings", 15)


class LinksAndHeadings(Treeprocessor):
    """Checks every link, and starts the headings at the second level."""

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        levels = sorted({element.tag for element in root.iter() if element.tag in HEADINGS})
        shifted = {tag: f"h{min(rank, 6)}" for rank, tag in enumerate(levels, start=2)}
        for element in root.iter():
            if element.tag == "a":
                check_link(element)
            elif element.tag in shifted:
                element.tag = shifted[element.tag]


def check_link(link: Element) -> None:
    """Leave a link only where it leads to a site path or by an allowed scheme."""
    href = link.get("href", "")
    if AMP_SUBSTITUTE in href:  # how Markdown hides `<name@example.org>`
        href = html.unescape(href.replace(AMP_SUBSTITUTE, "&"))
    # What an address may not hold, browsers encode by themselves (RFC 3986, section 2).
    href = FORBIDDEN.sub(lambda found: f"%{ord(found[0]):02X}", href)
    link.attrib.clear()
    if SITE_PATH.fullmatch(href):
        link.set("href", href)
    elif EXTERNAL.fullmatch(href):
        link.set("href", href)
        link.set("rel", "noopener noreferrer")
    else:
        link.tag = "span"  # which is not allowed, so that its words alone remain


def marked_link(match: re.Match[str]) -> str:
    """Return a link to a site path as a marked one."""
    return f'<a href="{site_link(match[1])}">'
