"""Markdown: an author's prose as safe HTML. HTML in the prose is shown as it was typed."""

import re
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
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
        self.markdown = Markdown(extensions=["tables", "sane_lists", Restricted()])
        self.written: dict[str, Markup] = {}
        self.inline: dict[str, Markup] = {}

    def html(self, text: str) -> Markup:
        """Return a text's paragraphs, lists, tables and headings from h2 on."""
        html = self.written.get(text)
        if html is None:
            html = self.written[text] = self.clean(text, INLINE | BLOCKS | TABLES)
        return html

    def inline_html(self, text: str) -> Markup:
        """Return a text of one paragraph without the paragraph around it."""
        html = self.inline.get(text)
        if html is None:
            html = self.inline[text] = self.clean(text, INLINE)
        return html

    def clean(self, text: str, tags: set[str]) -> Markup:
        """Convert a text and keep only what is allowed; site paths become marked links."""
        html = self.markdown.reset().convert(text.replace(MARK, ""))
        safe = nh3.clean(
            html,
            tags=tags,
            attributes={"a": {"href", "rel"}, "ol": {"start"}},
            url_schemes=SCHEMES,
            link_rel=None,
        )
        return Markup(SITE_LINK.sub(marked_link, safe.strip()))  # noqa: S704 - nh3 made it safe


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
    link.attrib.clear()
    if SITE_PATH.fullmatch(href):
        link.set("href", href)
    elif EXTERNAL.fullmatch(href):
        link.set("href", href)
        link.set("rel", "noopener noreferrer")


def marked_link(match: re.Match[str]) -> str:
    """Return a link to a site path as a marked one."""
    return f'<a href="{site_link(match[1])}">'
