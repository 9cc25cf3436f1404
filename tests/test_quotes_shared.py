"""A quote on a page and a card of its own: shared with whose words they are, or not at all."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.cli import main
from generator.draw.cards import drawn_card
from tests.test_golden import files_of
from tests.test_sharing_built import properties
from tests.tools.built import write_content

SITE = """\
title: Made up
base_url: https://t.example/a/
share_cards: quotes
categories: {water: {label: Water}}
"""
SOURCES = "- {id: paper, title: Paper, publisher: The Press, published: 2020-02-04}\n"
PEOPLE = """\
- {id: mayor, name: The mayor, role: of nowhere}
- {id: hidden, name: CANARY name, status: witness-at-risk}
"""
EVENTS = """\
- id: gauge
  title: The gauge stands still
  date: 2020-02-03
  category: water
  quotes:
    - {text: It stands., source: paper, speaker: mayor}
    - {text: I saw it., source: paper, speaker: hidden}
    - {text: I opened no gate., source: paper, attribution: A held man, in_captivity: true}
    - text: Вона стоїть.
      source: paper
      attribution: A neighbour
      language: uk
      translation: {text: She stands., language: en}
- id: noted
  title: What was said
  date: 2020-02-03
  category: water
  content_note: Describes fear
  quotes: [{text: Words of CANARY, source: paper, speaker: mayor}]
- id: draft
  title: CANARY draft
  date: 2020-02-03
  category: water
  status: draft
  quotes: [{text: CANARY, source: paper, speaker: mayor}]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with quotes that may spread and others that may not."""
    content = {"site.yaml": SITE, "sources/all.yaml": SOURCES}
    content |= {"people/all.yaml": PEOPLE, "events/all.yaml": EVENTS}
    write_content(tmp_path, content)
    return tmp_path


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Return the words of all cards that are drawn in this process."""
    found: list[bytes] = []

    def noted(words: bytes, fonts: list[Path]) -> bytes:
        found.append(words)
        return drawn_card(words, fonts)

    monkeypatch.setattr("generator.pipeline.carding.drawn_card", noted)
    return found


def build(project: Path, *options: str) -> dict[str, bytes]:
    site = project / "site"
    arguments = ["build", "--quiet", "--project", str(project), "--output", str(site)]
    assert main([*arguments, "--jobs", "1", *options]) == 0
    return files_of(site)


def test_each_quote_has_a_page_that_names_its_own_picture(project: Path) -> None:
    files = build(project)
    page = files["events/gauge/quotes/1/index.html"]
    told = properties(page)
    assert told["og:url"] == "https://t.example/a/events/gauge/quotes/1/"
    assert told["og:image"] == "https://t.example/a/events/gauge/quotes/1/card.png"
    assert told["og:description"] == "It stands."
    assert told["og:image:alt"] == told["twitter:image:alt"]
    assert told["og:image:alt"].startswith("It stands. · The mayor, of nowhere · Paper, The Press")
    assert told["robots"] == "noindex"
    assert Image.open(BytesIO(files["events/gauge/quotes/1/card.png"])).size == (1200, 630)
    assert 'href="../../../../events/gauge/index.html#quote-1"' in page.decode()
    assert (
        'href="../../events/gauge/quotes/1/index.html"' in files["events/gauge/index.html"].decode()
    )
    assert "quotes/1" not in files["sitemap.xml"].decode()


def test_a_card_says_whose_words_they_are_from_where_and_how_far_checked(
    project: Path, said: list[bytes]
) -> None:
    build(project)
    cards = {each["title"]: each for each in map(json.loads, said) if "speaker" in each}
    mayor = cards["It stands."]
    assert mayor["speaker"] == "The mayor, of nowhere"
    assert mayor["source"] == "Paper, The Press, February 4, 2020"
    assert mayor["category"] == "Not verified"
    assert cards["I saw it."]["speaker"] == "Name withheld"
    translated = cards["She stands."]
    assert translated["category"] == "translated from Ukrainian · Not verified"
    assert translated["words_direction"] == "ltr"


def test_words_behind_a_note_and_of_captives_do_not_spread(
    project: Path, said: list[bytes]
) -> None:
    files = build(project)
    for path in ("events/noted/quotes/1/", "events/gauge/quotes/3/"):
        assert files[f"{path}card.png"] == files["card.png"]
        told = properties(files[f"{path}index.html"])
        assert "og:description" not in told
        assert told["og:image:alt"] == properties(files["index.html"])["og:image:alt"]
    assert not any(b"CANARY" in words or b"opened no gate" in words for words in said)
    page = files["events/noted/quotes/1/index.html"].decode()
    assert page.index("<details") < page.index("Words of CANARY")
    assert "Statement made in captivity" in files["events/gauge/quotes/3/index.html"].decode()


def test_no_file_of_what_is_held_back_is_there(project: Path) -> None:
    files = build(project)
    assert not any(name.startswith("events/draft/") for name in files)
    assert not any(b"CANARY name" in content for content in files.values())


@pytest.mark.parametrize("options", [["--drafts"], ["--as-of", "2020-03-01"]])
def test_what_is_for_editors_or_of_a_day_in_the_past_shares_no_quotes(
    project: Path, options: list[str]
) -> None:
    files = build(project, *options)
    assert not any("/quotes/" in name for name in files if name.startswith("events/"))
    assert b"Share this quote" not in files["events/gauge/index.html"]


def test_without_the_setting_a_quote_is_a_part_of_its_event_alone(project: Path) -> None:
    settings = project / "content/site.yaml"
    settings.write_text(SITE.replace("share_cards: quotes\n", ""))
    files = build(project)
    assert not any("/quotes/" in name for name in files if name.startswith("events/"))
    assert "events/gauge/card.png" in files


def test_a_card_follows_its_words_and_nothing_else(project: Path, said: list[bytes]) -> None:
    build(project)
    said.clear()
    path = project / "content/events/all.yaml"
    path.write_text(path.read_text().replace("It stands.", "It moves."))
    after = build(project)
    assert [json.loads(words)["title"] for words in said] == ["It moves."]
    assert build(project, "--clean") == after
