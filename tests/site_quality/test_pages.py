"""Which kind a page is of is read off its address."""

from pathlib import Path

import pytest

from tests.site_quality.pages import kind_of, page_of_each_kind


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("index.html", "index"),
        ("404.html", "404"),
        ("about/index.html", "about"),
        ("events/index.html", "events"),
        ("events/kyiv/index.html", "events/*"),
        ("2022/index.html", "year"),
        ("2022/03/index.html", "year/*"),
        ("tags/page/2/index.html", "tags, later page"),
        ("tags/grain/page/3/index.html", "tags/*, later page"),
        ("page/2/index.html", "home, later page"),
    ],
)
def test_a_page_is_of_the_kind_that_its_address_says(page: str, kind: str) -> None:
    assert kind_of(Path(page)) == kind


def test_of_each_kind_the_fullest_page_is_looked_at(tmp_path: Path) -> None:
    for name, size in {"short": 1, "long": 9}.items():
        page = tmp_path / "events" / name / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text("x" * size, encoding="utf-8")
    assert page_of_each_kind(tmp_path) == {"events/*": "events/long/index.html"}


def test_the_default_site_has_every_kind_of_page_that_is_promised(default_site: Path) -> None:
    groups = ["categories", "events", "figures", "people", "places", "sources", "tags"]
    promised = {"index", "404", "about", "corrections", "data", "year", "year/*"}
    promised.update(groups, [f"{group}/*" for group in groups])
    assert promised - set(page_of_each_kind(default_site)) == set()
