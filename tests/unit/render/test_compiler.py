"""Compiler: templates that are compiled to be quick mean what Jinja means by them."""

from pathlib import Path

import pytest

from generator.errors import TemplateError
from tests.unit.render.site import render

MACRO = "{% macro m(a, b='B', c='C') %}{{ a }}{{ b }}{{ c }}{% endmacro %}"


@pytest.mark.parametrize(
    ("source", "html"),
    [
        (MACRO + "{{ m(1, 2, 3) }}", "123"),
        (MACRO + "{{ m(1) }}", "1BC"),
        (MACRO + "{{ m(1, c=3) }}", "1B3"),
        (MACRO + "{{ m(c=3, a='<') }}", "&lt;B3"),
        ("{% macro m() %}{{ varargs|join }}{{ kwargs['x'] }}{% endmacro %}{{ m(1, x=3) }}", "13"),
        ("{% macro m(a) %}{{ a }}{{ caller() }}{% endmacro %}{% call m(1) %}2{% endcall %}", "12"),
        ("{{ 'a' if false }}|{{ 'a' if true }}", "|a"),
        ("{{ dict(**{'class': 1})['class'] }}{{ dict(class=2)['class'] }}", "12"),
        ("{% for each in 'ab' %}{{ loop.index }}{{ each }}{{ ', ' if not loop.last }}{% endfor %}",
         "1a, 2b"),
        ("{{ 1.5 }}{{ none }}{{ true }}{{ \"'\" }}{{ '\"' }}", "1.5NoneTrue&#39;&#34;"),
    ],
)  # fmt: skip
def test_a_template_means_what_jinja_means(tmp_path: Path, source: str, html: str) -> None:
    assert render(tmp_path, source) == html


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (MACRO + "{{ m(1, 2, 3, 4) }}", "takes not more than 3 argument"),
        (MACRO + "{{ m(1, d=2) }}", "takes no keyword argument 'd'"),
        (MACRO + "{{ m() }}", "parameter 'a' was not provided"),
        ("{{ site.class }}", "no attribute 'class'"),
        ("{{ absent() }}", "'absent' is undefined"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, source: str, message: str) -> None:
    with pytest.raises(TemplateError, match=message.replace("(", r"\(")):
        render(tmp_path, source)


def test_blocks_can_be_replaced_extended_and_scoped(tmp_path: Path) -> None:
    (tmp_path / "base.html").write_text(
        "<{% block a %}A{% endblock %}|{% block b %}B{% block c %}C{% endblock %}{% endblock %}|"
        "{% for each in 'xy' %}{% block d scoped %}{{ each }}{% endblock %}{% endfor %}>"
    )
    source = (
        "{% extends 'base.html' %}ignored{% block a %}{{ super() }}{{ self.c() }}{% endblock %}"
        "{% block c %}{% if true %}{% set x = '<' %}{{ x }}{% endif %}{% endblock %}"
        "{% block d %}{{ each|upper }}{% endblock %}"
    )
    assert render(tmp_path, source) == "<A&lt;|B&lt;|XY>"
    assert render(tmp_path, "{% if false %}{% extends 'base.html' %}{% endif %}own") == "own"
    source = "{% if true %}{% extends 'base.html' %}{% endif %}own{% block b %}b{% endblock %}"
    assert render(tmp_path, source) == "<A|b|xy>"


def test_a_macro_asked_once_tells_text_from_markup(tmp_path: Path) -> None:
    source = "{% macro m(a) %}{{ a }}{% endmacro %}{{ once(m, '<b>'|safe) }}{{ once(m, '<b>') }}"
    assert render(tmp_path, source) == "<b>&lt;b&gt;"
