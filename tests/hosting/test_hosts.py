"""The files for Netlify and Cloudflare Pages say what the hosts' documentation says they read."""

from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.hosting.hosts import (
    MOST_REDIRECTS,
    MOST_RULES,
    Misread,
    Rule,
    headers_of,
    redirects_of,
    sent,
)
from tests.test_golden import build
from tests.tools.required import ROOT


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the full test site; return its folder."""
    site = tmp_path_factory.mktemp("hosts") / "site"
    build(ROOT / "tests/sites/full", site)
    return site


@pytest.fixture(scope="module")
def rules(full: Path) -> list[Rule]:
    """Return the rules of the full test site's headers, which both hosts take."""
    return headers_of((full / "_headers").read_text(encoding="utf-8"))


def test_the_rules_are_fewer_than_a_host_takes(rules: list[Rule]) -> None:
    assert len(rules) * 2 < MOST_RULES, "a project has styles and scripts of its own, too"


def test_every_rule_is_about_something_that_is_there(rules: list[Rule], full: Path) -> None:
    paths = [f"/{file.relative_to(full).as_posix()}" for file in full.rglob("*")]
    idle = [rule.pattern for rule in rules if not any(map(rule.matches, paths))]
    assert idle == []


def test_what_is_named_by_its_content_is_kept_for_a_year_and_nothing_else(
    rules: list[Rule], full: Path
) -> None:
    named = {f"/{file.relative_to(full).as_posix()}" for file in full.glob("static/*/*.*.*")}
    assert any(path.endswith(".css") for path in named)
    for file in filter(Path.is_file, full.rglob("*")):
        path = f"/{file.relative_to(full).as_posix()}"
        is_kept = "immutable" in sent(rules, path).get("cache-control", "")
        assert is_kept == (path in named and path.endswith((".css", ".js"))), path


def test_every_page_has_one_policy_and_only_frames_are_for_other_sites(
    rules: list[Rule], full: Path
) -> None:
    frames = 0
    for page in full.rglob("*.html"):
        path = f"/{page.relative_to(full).as_posix()}".removesuffix("index.html")
        headers = sent(rules, path)
        policy = headers["content-security-policy"]
        is_frame = path.startswith("/embed/")
        frames += is_frame
        assert policy.count("default-src") == 1
        assert ("frame-ancestors *" in policy) == is_frame
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
    assert frames > 1


def test_feeds_are_sent_as_what_they_are(rules: list[Rule]) -> None:
    types = {
        "/feeds/changes.xml": "application/atom+xml; charset=utf-8",
        "/categories/water/feed.xml": "application/atom+xml; charset=utf-8",
        "/feeds/changes.json": "application/feed+json; charset=utf-8",
        "/feeds/calendar.ics": "text/calendar; charset=utf-8",
    }
    assert {path: sent(rules, path)["content-type"] for path in types} == types


def test_every_old_address_leads_on_from_where_its_page_is(full: Path) -> None:
    redirects = redirects_of((full / "_redirects").read_text(encoding="utf-8"))
    assert ("/old%20news/rivi%C3%A8re/", "/events/river/", 301) in redirects
    assert len(redirects) <= MOST_REDIRECTS
    moved = []
    for source, target, status in redirects:
        assert status == 301
        assert (full / target[1:] / "index.html").is_file()
        file = full / unquote(source[1:])
        moved.append(file / "index.html" if source.endswith("/") else file)
        assert 'http-equiv="refresh"' in moved[-1].read_text(encoding="utf-8")
    pages = [
        page
        for page in full.rglob("*.html")
        if 'http-equiv="refresh"' in page.read_text(encoding="utf-8")
    ]
    assert sorted(pages) == sorted(moved)


@pytest.mark.parametrize(
    "text",
    [
        "  X-A: b",
        "/a\n  X A: b",
        "/a\n  X-A:",
        "/a\n  X-A b",
        "/a\n  X-A: b\n  x-a: c",
        "/a\n  Server: b",
        "/*/b/*\n  X-A: b",
        "/:a/:a\n  X-A: b",
        "/ä\n  X-A: b",
        "/a",
        f"/a\n  X-A: {'b' * 2000}",
        "".join(f"/{number}\n  X-A: b\n" for number in range(101)),
    ],
)
def test_headers_that_a_host_would_pass_over_are_found(text: str) -> None:
    with pytest.raises(Misread):
        headers_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "/a /b",
        "/a /b 301!",
        "/a /b 404",
        "/a b /c 301",
        "/ä /b 301",
        "/a%zz /b 301",
        "/a/* /b 301",
        "/:a /b 301",
        "/a /b 301\n/a /c 301",
        "/a /b 301 # why",
        f"/{'a' * 1000} /b 301",
    ],
)
def test_redirects_that_a_host_would_pass_over_are_found(text: str) -> None:
    with pytest.raises(Misread):
        redirects_of(text)
