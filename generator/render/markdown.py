"""Markdown: an author's prose as safe HTML. HTML in the prose is shown as it was typed."""

import html
import re
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE
from markupsafe import Markup

from generator.render.links import MARK, site_link

INLINE = {"a", "br", "code", "em", "strong"}
BLOCKS = {"blockquote", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "ul"}
TABLES = {"table", "tbody", "td", "th", "thead", "tr"}
SCHEMES = {"http", "https", "mailto"}
HEADINGS = {f"h{level}" for level in range(1, 7)}
EXTERNAL = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)
# A second slash, or what browsers take for one, would lead to another host.
SITE_PATH = re.compile(r"/(?:[^/\\\s\x00-\x1f][^\\\s\x00-\x1f]*)?")
# Text holds no `<`, and a site link no other attribute, so that only links can match.
SITE_LINK = re.compile(r'<a href="(/[^"]*)">')


class Prose:
    """Turns Markdown into HTML; every text is turned once."""

    def __init__(self) -> None:
        """Make the one converter; making it costs more than most texts do."""
        self.markdown = make_converter()
        self.written: dict[str, Markup] = {}
        self.inline: dict[str, Markup] = {}

    def html(self, text: str) -> Markup:
        """Return a text's paragraphs, lists, tables and headings from h2 on."""
        safe = self.written.get(text)
        if safe is None:
            safe = self.written[text] = self.clean(text, INLINE | BLOCKS | TABLES)
        return safe

    def inline_html(self, text: str) -> Markup:
        """Return a text of one paragraph without the paragraph around it."""
        safe = self.inline.get(text)
        if safe is None:
            safe = self.inline[text] = self.clean(text, INLINE)
        return safe

    def clean(self, text: str, tags: set[str]) -> Markup:
        """Convert a text and keep only what is allowed; site paths become marked links."""
        safe = nh3.clean(
            self.converted(text.replace(MARK, "")),
            tags=tags,
            attributes={"a": {"href", "rel"}, "ol": {"start"}},
            url_schemes=SCHEMES,
            link_rel=None,
        )
        return Markup(SITE_LINK.sub(marked_link, safe.strip()))  # noqa: S704 - nh3 made it safe

    def converted(self, text: str) -> str:
        """Return the text as HTML not yet to be trusted; one nested too deep stays as typed."""
        try:
            return self.markdown.reset().convert(text)
        except RecursionError:
            self.markdown = make_converter()
            return f"<pre>{html.escape(text)}</pre>"


def make_converter() -> Markdown:
    """Return a converter for the Markdown that authors may use."""
    return Markdown(extensions=["tables", "sane_lists", Restricted()])


class Restricted(Extension):
    """Markdown without HTML and images, with checked links and headings below the page's."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Markdown calls
        """Take out and put in what makes the difference."""
        md.preprocessors.deregister("html_block")
        for name in ("html", "image_link", "image_reference", "short_image_ref"):
            md.inlinePatterns.deregister(name)
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
