"""Languages: a site claims no translation that nobody stated, and states those that there are."""

import re
import shutil
from pathlib import Path

import pytest
from babel import Locale
from selectolax.lexbor import LexborHTMLParser

from tests.documentation.blocks import blocks_of
from tests.test_golden import build
from tests.tools.required import ROOT

TRANSLATIONS = "templates/partials/_translations.html"
HOMES = {"en": "https://timeline.example", "uk": "https://timeline.example/uk"}


def pages_of(site: Path) -> dict[str, LexborHTMLParser]:
    """Return the pages of a site by their path."""
    found = sorted(site.rglob("*.html"))
    return {
        f"/{page.relative_to(site).as_posix()}".removesuffix("index.html"): LexborHTMLParser(
            page.read_text(encoding="utf-8")
        )
        for page in found
    }


def alternates(page: LexborHTMLParser) -> dict[str, str]:
    """Return the address of each language that a page names."""
    links = page.css("link[hreflang]")
    assert all(link.attributes["rel"] == "alternate" for link in links)
    found = {link.attributes["hreflang"] or "": link.attributes["href"] or "" for link in links}
    assert len(found) == len(links)
    return found


def canonical(page: LexborHTMLParser) -> str:
    """Return the address that a page gives as its own, empty where it gives none."""
    link = page.css_first("link[rel=canonical]")
    return link.attributes["href"] or "" if link else ""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Build the full test site in two languages, with the template of the documentation."""
    (block,) = (
        block for block in blocks_of(ROOT / "docs/structured-data.md") if block.file == TRANSLATIONS
    )
    folder = tmp_path_factory.mktemp("languages")
    found = {}
    for language, home in HOMES.items():
        project = folder / f"project-{language}"
        shutil.copytree(ROOT / "tests/sites/full", project)
        settings = project / "content/site.yaml"
        text = settings.read_text(encoding="utf-8")
        text = re.sub(r"(?m)^base_url: .*$", f"base_url: {home}/", text)
        text = re.sub(r"(?m)^language: .*$", f"language: {language}", text)
        settings.write_text(text, encoding="utf-8")
        template = project / TRANSLATIONS
        template.parent.mkdir(parents=True, exist_ok=True)
        template.write_text(block.text, encoding="utf-8")
        found[language] = folder / f"site-{language}"
        build(project, found[language])
    return found


def test_a_site_in_one_language_claims_no_other(full_site: Path) -> None:
    for file in full_site.rglob("*"):
        if file.suffix in {".html", ".xml", ".webmanifest"}:
            text = file.read_text(encoding="utf-8")
            assert "hreflang" not in text, file
            assert "og:locale:alternate" not in text, file


def test_every_page_says_its_language_and_its_own_address(full_site: Path) -> None:
    pages = pages_of(full_site)
    assert len(pages) > 50
    for path, page in pages.items():
        html = page.css_first("html")
        assert html is not None
        assert html.attributes["lang"] == "en-GB", path
        assert Locale.parse(html.attributes["lang"], sep="-").language == "en"
        own = canonical(page)
        is_elsewhere = path == "/404.html" or path.startswith("/embed/")
        if not is_elsewhere and not page.css_first("meta[http-equiv=refresh]"):
            assert own == f"https://timeline.example/flood{path}"


def test_a_translation_is_named_by_both_pages_and_each_names_itself(
    sites: dict[str, Path],
) -> None:
    pages = {language: pages_of(site) for language, site in sites.items()}
    named = 0
    for language, own in pages.items():
        for path, page in own.items():
            found = alternates(page)
            if not found:
                continue
            named += 1
            assert found[language] == canonical(page)
            assert found.keys() == {*HOMES, "x-default"}
            for other, home in HOMES.items():
                assert found[other] == home + path
                assert alternates(pages[other][path]) == found
    events = [path for path in pages["en"] if re.fullmatch(r"/events/[^/]+/", path)]
    assert named > 2 * len(events) > 20


def test_what_has_no_address_of_its_own_names_no_translation(sites: dict[str, Path]) -> None:
    pages = pages_of(sites["en"])
    unnamed = [path for path, page in pages.items() if page.css_first("meta[http-equiv=refresh]")]
    assert len(unnamed) > 1
    for path in ("/404.html", *unnamed):
        assert alternates(pages[path]) == {}
