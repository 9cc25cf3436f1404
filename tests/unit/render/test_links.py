"""Links: relative to the page that they stand on, so that the site works anywhere."""

import pytest

from generator.render.links import output_path, permalink, prefix_of, site_link, with_links


@pytest.mark.parametrize(
    ("path", "prefix"),
    [
        ("/", "./"),
        ("/_headers", "./"),
        ("/about/", "../"),
        ("/data/events.json", "../"),
        ("/events/x/", "../../"),
        ("/tags/a/page/2/", "../../../../"),
    ],
)
def test_a_page_links_from_its_depth(path: str, prefix: str) -> None:
    assert prefix_of(path, "https://example.org/base/") == prefix


@pytest.mark.parametrize(
    ("base_url", "prefix"),
    [
        ("", "/"),
        ("https://example.org", "/"),
        ("https://example.org/a/b", "/a/b/"),
        ("https://example.org/a/", "/a/"),
    ],
)
def test_the_page_not_found_links_from_the_host(base_url: str, prefix: str) -> None:
    assert prefix_of("/404.html", base_url) == prefix


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("/", "../../index.html"),
        ("/events/x/", "../../events/x/index.html"),
        ("/events/x/#q-1", "../../events/x/index.html#q-1"),
        ("/static/site.css", "../../static/site.css"),
    ],
)
def test_a_link_leads_to_the_file_itself(path: str, link: str) -> None:
    assert with_links(site_link(path), "../../").decode() == link


@pytest.mark.parametrize("path", ["", "#top", "css/own.css"])
def test_what_does_not_start_at_the_root_stays_as_it_is(path: str) -> None:
    assert site_link(path) == path


def test_folders_are_written_as_their_index() -> None:
    assert output_path("/") == "index.html"
    assert output_path("/events/x/") == "events/x/index.html"
    assert output_path("/_headers") == "_headers"


def test_a_permalink_needs_the_sites_address() -> None:
    assert permalink("/x/", "https://example.org/a/") == "https://example.org/a/x/"
    assert permalink("/x/", "") == ""
