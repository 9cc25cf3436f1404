"""Renderer: pages with relative links, and errors that name the template's line."""

import json
from pathlib import Path

import pytest

from generator.errors import TemplateError
from generator.model.page import PlainPage
from tests.unit.render.site import page_at, render, renderer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "templates"


@pytest.mark.parametrize(
    ("path", "html"),
    [
        ("/", '<a href="./events/x/index.html#q">'),
        ("/about/", '<a href="../events/x/index.html#q">'),
        ("/events/y/", '<a href="../../events/x/index.html#q">'),
        ("/404.html", '<a href="/base/events/x/index.html#q">'),
    ],
)
def test_links_are_relative_to_their_page(folder: Path, path: str, html: str) -> None:
    source = """<a href="{{ '/events/x/#q'|url }}">"""
    assert render(folder, source, path=path, base_url="https://example.org/base") == html


def test_links_in_prose_are_relative_too(folder: Path) -> None:
    html = render(folder, "{{ '[a](/b/)'|markdown }}", path="/about/")
    assert html == '<p><a href="../b/index.html">a</a></p>'


def test_values_are_escaped_but_for_data(folder: Path) -> None:
    assert render(folder, "{{ '<&>' }}") == "&lt;&amp;&gt;"
    assert render(folder, "{{ '<&>' }}", name="machine/x.xml") == "&lt;&amp;&gt;"
    assert render(folder, "{{ '<&>' }}", name="machine/_headers") == "<&>"
    assert render(folder, "{{ '<&>'|json }}", name="machine/x.json") == '"<&>"'


def test_json_within_a_page_cannot_end_its_element(folder: Path) -> None:
    html = render(folder, "<script>{{ ['</script>&']|json }}</script>")
    assert html.count("</script>") == 1
    assert json.loads(html[len("<script>") : -len("</script>")]) == ["</script>&"]


def test_the_canonical_address_needs_a_base_url(folder: Path) -> None:
    assert render(folder, "{{ canonical }}", path="/a/", base_url="https://e.org") == (
        "https://e.org/a/"
    )
    assert render(folder, "{{ canonical }}", path="/a/") == ""


def test_the_interface_says_which_language_it_speaks(folder: Path) -> None:
    source = "{{ ui_language }} {{ _('report') }} {{ 2|number }}"
    assert render(folder, source, language="de") == "en report 2"


def test_counted_words_take_their_number(folder: Path) -> None:
    source = "{{ ngettext('%(num)s event', '%(num)s events', 2) }}"
    assert render(folder, source) == "2 events"


def test_a_template_that_is_not_utf_8_is_named_with_its_line(folder: Path) -> None:
    (folder / "partials").mkdir(parents=True)
    (folder / "partials/_y.html").write_bytes(b"a\n\xe9")
    with pytest.raises(TemplateError) as caught:
        render(folder, "{% include 'partials/_y.html' %}")
    assert str(caught.value).startswith("templates/partials/_y.html:2: byte 0xE9 is not UTF-8")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("\n{{ absent }}", "templates/pages/x.html:2: 'absent' is undefined"),
        ("{{ page.absent }}", "has no attribute 'absent'"),
        ("\n\n{% if %}", "templates/pages/x.html:3: Expected an expression"),
        ("{{ 1|nought }}", "templates/pages/x.html:1: No filter named 'nought'"),
        (
            "\n{% include 'partials/_y.html' %}",
            "templates/pages/x.html:2: there is no template 'partials/_y.html'",
        ),
        ("\n{{ 1 + 'a' }}", "templates/pages/x.html:2: unsupported operand"),
    ],
)
def test_an_error_names_the_template_and_line(folder: Path, source: str, message: str) -> None:
    with pytest.raises(TemplateError) as caught:
        render(folder, source)
    assert message in str(caught.value)
    assert str(folder.parent) not in str(caught.value)


def test_a_page_without_its_template_is_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"the page /x/: there is no template 'pages/y.html'"):
        renderer([tmp_path]).file(page_at("/x/", "pages/y.html"), PlainPage())


def test_a_card_is_rendered_once_and_escaped(folder: Path) -> None:
    card = folder / "partials" / "_event_card.html"
    card.parent.mkdir(parents=True)
    card.write_text("<b>{{ event.title }} {{ site.settings.title }}</b>", encoding="utf-8")
    template = folder / "pages" / "x.html"
    template.parent.mkdir()
    template.write_text("{{ event_card('fire') }}", encoding="utf-8")
    made = renderer([folder])
    for path in ("/", "/a/"):
        file = made.file(page_at(path, "pages/x.html"), PlainPage())
        assert file.content == b"<b>Fire &lt;at&gt; the plant T</b>"
    assert list(made.cards) == ["fire"]


def test_a_projects_template_hides_the_shipped_one(tmp_path: Path) -> None:
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    for folder in (own, shipped):
        folder.mkdir()
        (folder / "x.html").write_text(folder.name, encoding="utf-8")
    file = renderer([own, shipped]).file(page_at("/", "x.html"), PlainPage())
    assert (file.path, file.content) == ("index.html", b"own")
