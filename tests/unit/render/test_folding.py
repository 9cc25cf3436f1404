"""Folding: words looked up when a template is compiled are what gettext puts out."""

from pathlib import Path

import pytest

from tests.unit.render.site import render

WORDS = r"""
msgid "report"
msgstr "<i>звіт</i> & 100%%"

msgid "as of %(date)s"
msgstr "станом на %(date)s: 100%%"

msgid "nothing of %(a)s but %(b)s"
msgstr "%(b)s, %(b)s"

msgid "%(num)s event"
msgid_plural "%(num)s events"
msgstr[0] "%(num)s <подія>"
msgstr[1] "%(num)s події"
msgstr[2] "%(num)s подій"
"""
HEADER = r"""
msgid ""
msgstr ""
"Language: uk\n"
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
"n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    catalogue = tmp_path / "locale" / "uk" / "LC_MESSAGES" / "verbatim.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text(HEADER + WORDS, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("{{ _('report') }}", "<i>звіт</i> & 100%"),
        ("{{ _('absent') }}", "absent"),
        ("{{ _('report') if true else '' }}", "<i>звіт</i> & 100%"),
        ("{{ _('as of %(date)s', date='<b>') }}", "станом на &lt;b&gt;: 100%"),
        ("{{ _('as of %(date)s', date='<b>'|safe) }}", "станом на <b>: 100%"),
        ("{{ _('as of %(date)s', date=3) }}", "станом на 3: 100%"),
        ("{{ _('as of %(date)s', date=_('report')) }}", "станом на <i>звіт</i> & 100%: 100%"),
        ("{{ _('nothing of %(a)s but %(b)s', a=1, b=2) }}", "2, 2"),
        ("{% trans date='<b>' %}as of {{ date }}{% endtrans %}", "станом на &lt;b&gt;: 100%"),
    ],
)
def test_words_are_put_out_as_gettext_would(folder: Path, source: str, html: str) -> None:
    asked_when_rendered = source.replace("_('", "_('' ~ '")
    assert render(folder, source, language="uk") == html
    assert render(folder, asked_when_rendered, language="uk") == html


@pytest.mark.parametrize(
    ("number", "html"), [(1, "1 <подія>"), (2, "2 події"), (5, "5 подій"), (21, "21 <подія>")]
)
def test_counted_words_go_with_their_number(folder: Path, number: int, html: str) -> None:
    source = f"{{{{ ngettext('%(num)s event', '%(num)s events', {number}) }}}}"
    assert render(folder, source, language="uk") == html


def test_what_is_counted_may_be_written_in_words(folder: Path) -> None:
    source = "{{ ngettext('%(num)s event', '%(num)s events', 2, num='<two>') }}"
    assert render(folder, source, language="uk") == "&lt;two&gt; події"


def test_text_and_markup_that_are_equal_are_told_apart(folder: Path) -> None:
    counted = "{{ ngettext('%(num)s event', '%(num)s events', 2, num='<b>'VALUE) }}"
    source = counted.replace("VALUE", "|safe") + counted.replace("VALUE", "")
    assert render(folder, source, language="uk") == "<b> події&lt;b&gt; події"


def test_data_is_not_escaped(folder: Path) -> None:
    source = "{{ _('as of %(date)s', date='<b>') }}"
    html = render(folder, source, language="uk", name="machine/x.txt")
    assert html == "станом на <b>: 100%"


def test_a_value_that_a_message_lacks_is_an_error(folder: Path) -> None:
    with pytest.raises(KeyError):
        render(folder, "{{ _('as of %(date)s') }}", language="uk")
