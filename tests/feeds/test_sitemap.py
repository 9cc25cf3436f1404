"""The sitemap lists what readers may find, with the days on which it truly changed."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.model.page import Page
from generator.model.settings import SiteSettings
from generator.plan.machine_pages import plain_content, sitemap_pages
from tests.tools.content import plan_of
from tests.tools.required import ROOT, require_tool

NOW = datetime(2024, 1, 1, tzinfo=UTC)
SETTINGS = SiteSettings(title="T", base_url="https://timeline.example/flood/")


def page(path: str, changed: int | None = None, template: str = "pages/x.html") -> Page:
    return Page(path=path, template=template, make=plain_content, changed=changed)


@pytest.mark.tools
def test_the_sitemap_keeps_to_the_protocol(full_site: Path) -> None:
    command = [str(require_tool("xmllint")), "--nonet", "--noout", "--schema"]
    command += [str(ROOT / "tests/feeds/sitemap.xsd"), str(full_site / "sitemap.xml")]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr


def test_a_page_changed_when_what_it_tells_did(full_site: Path) -> None:
    sitemap = (full_site / "sitemap.xml").read_text(encoding="utf-8")
    base = "https://timeline.example/flood"
    changed = "<lastmod>2020-02-12</lastmod></url>"
    for path in ("/events/river/", "/2020/02/", "/people/mayor/", "/sources/courier/", "/"):
        assert f"<url><loc>{base}{path}</loc>{changed}" in sitemap
    assert f"<url><loc>{base}/corrections/</loc><lastmod>2020-02-20</lastmod></url>" in sitemap
    assert f"<url><loc>{base}/events/rain/</loc></url>" in sitemap, "not stated, so left out"


def test_every_page_that_may_be_found_is_listed_and_no_other(full_site: Path) -> None:
    sitemap = (full_site / "sitemap.xml").read_text(encoding="utf-8")
    for found in full_site.rglob("index.html"):
        path = found.parent.relative_to(full_site).as_posix()
        address = f"https://timeline.example/flood/{'' if path == '.' else f'{path}/'}"
        text = found.read_text(encoding="utf-8")
        may_be_found = "noindex" not in text and 'http-equiv="refresh"' not in text
        assert (f"<loc>{address}</loc>" in sitemap) == may_be_found, path
    assert "404" not in sitemap


@given(
    st.lists(st.integers(1, 60), min_size=1, max_size=40),
    st.integers(1, 10),
    st.integers(400, 900),
)
def test_no_part_of_a_sitemap_is_longer_than_it_may_be(
    lengths: list[int], most: int, longest: int
) -> None:
    pages = [page(f"/{'a' * length}-{number}/", 5) for number, length in enumerate(lengths)]
    made = list(sitemap_pages(pages, SETTINGS, most, longest))
    parts = [each.about[0] for each in made if each.template == "machine/sitemap.xml"]
    listed = [part for part in parts if isinstance(part, tuple)]
    assert len(listed) == len(parts)
    template = (ROOT / "templates/machine/sitemap.xml").read_text(encoding="utf-8")
    for part in listed:
        lines = [line(path) for path, _ in part]
        assert len(lines) <= most
        assert len(template.partition("{%")[0]) + sum(map(len, lines)) + 10 <= longest
    assert [path for part in listed for path, _ in part] == [each.path for each in pages]
    assert (len(listed) > 1) == (len(made) > 1)


def line(path: str) -> str:
    """Return the line of a page that changed on some day."""
    address = f"{SETTINGS.base_url.rstrip('/')}{path}"
    return f"<url><loc>{address}</loc><lastmod>2020-02-12</lastmod></url>\n"


def test_a_long_sitemap_is_an_index_of_parts() -> None:
    pages = [page("/a/", 5), page("/b/", 9), page("/c/"), page("/d/", 4), page("/e/", 2)]
    made = list(sitemap_pages([*pages, page("/x", 9, "machine/x")], SETTINGS, 2))
    assert [(each.path, each.template, each.about[0]) for each in made] == [
        ("/sitemap-1.xml", "machine/sitemap.xml", (("/a/", 5), ("/b/", 9))),
        ("/sitemap-2.xml", "machine/sitemap.xml", (("/c/", None), ("/d/", 4))),
        ("/sitemap-3.xml", "machine/sitemap.xml", (("/e/", 2),)),
        (
            "/sitemap.xml",
            "machine/sitemap_index.xml",
            (("/sitemap-1.xml", 9), ("/sitemap-2.xml", 4), ("/sitemap-3.xml", 2)),
        ),
    ]


def test_a_site_that_does_not_know_its_address_has_no_sitemap() -> None:
    assert list(sitemap_pages([page("/")], SiteSettings(title="T"))) == []
    plan, _ = plan_of(ROOT / "tests/sites/minimal", NOW)
    assert "/sitemap.xml" not in {each.path for each in plan.pages}


def test_robots_are_told_where_the_sitemap_is(full_site: Path) -> None:
    assert (full_site / "robots.txt").read_text(encoding="utf-8") == (
        "User-agent: *\nAllow: /\n\nSitemap: https://timeline.example/flood/sitemap.xml\n"
    )


def test_a_build_with_drafts_tells_robots_to_stay_away(tmp_path: Path) -> None:
    site = tmp_path / "site"
    command = ["build", "--quiet", "--drafts", "--project", str(ROOT / "tests/sites/minimal")]
    assert main([*command, "--output", str(site)]) == 0
    assert (site / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nDisallow: /\n"
    pages = [page.read_text(encoding="utf-8") for page in site.rglob("*.html")]
    assert pages
    assert [
        page[:200] for page in pages if '<meta name="robots" content="noindex">' not in page
    ] == []
