"""What a built site offers for sharing: of what is published, and no word that must not spread."""

import json
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from generator.cli import main
from generator.draw import cards
from tests.test_golden import files_of

SITE = "title: Made up\nbase_url: https://t.example/a/\ncategories: {water: {label: Water}}\n"
EVENTS = {
    "gauge": "title: The gauge stands still\nsummary: It stands.\nreported: 2020-02-03",
    "noted": "title: Words of CANARY\nsummary: CANARY\ncontent_note: Describes fear",
    "draft": "title: CANARY draft\nstatus: draft",
    "later": "title: CANARY later\nembargo: 2999-01-01T00:00:00Z",
    "gone": "title: CANARY gone\nstatus: retracted\ncorrections: "
    "[{date: 2020-02-04, kind: retraction, text: It did not happen.}]",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with events that may be shared and others that may not."""
    (tmp_path / "content/events").mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text(f"{SITE}embeds: true\n")
    for id_, text in EVENTS.items():
        path = tmp_path / f"content/events/{id_}.yaml"
        path.write_text(f"date: 2020-02-03\ncategory: water\n{text}\n")
    return tmp_path


def build(project: Path, *options: str) -> dict[str, bytes]:
    site = project / "site"
    arguments = ["build", "--quiet", "--project", str(project), "--output", str(site), *options]
    assert main(arguments) == 0
    return files_of(site)


def properties(page: bytes) -> dict[str, str]:
    """Return what a page says of itself to those who share its address."""
    head = page.decode().partition("</head>")[0]
    metas = [line for line in head.splitlines() if line.startswith("<meta")]
    found = [ET.fromstring(f"{line.removesuffix('>')}/>").attrib for line in metas]  # noqa: S314 - our own page
    return {each.get("property", each.get("name", "")): each.get("content", "") for each in found}


def test_only_what_is_published_has_a_card_and_an_embed(project: Path) -> None:
    names = set(build(project))
    assert {name for name in names if name.endswith("card.png")} == {
        "card.png",
        "events/gauge/card.png",
        "events/noted/card.png",
    }
    assert {name for name in names if name.startswith("embed/")} == {
        "embed/gauge/index.html",
        "embed/gauge/oembed.json",
        "embed/noted/index.html",
        "embed/noted/oembed.json",
    }


def test_a_noted_event_has_the_site_s_own_card_and_no_description(project: Path) -> None:
    files = build(project)
    assert files["events/noted/card.png"] == files["card.png"]
    assert files["events/gauge/card.png"] != files["card.png"]
    assert "og:description" not in properties(files["events/noted/index.html"])
    assert properties(files["events/gauge/index.html"])["og:description"] == "It stands."
    assert properties(files["events/noted/index.html"])["og:image:alt"] == "Made up"


def test_whoever_does_not_see_a_card_is_told_what_stands_on_it(project: Path) -> None:
    files = build(project)
    alt = "February 3, 2020 · Water · The gauge stands still · Made up"
    said = properties(files["events/gauge/index.html"])
    assert (said["og:image:alt"], said["twitter:image:alt"]) == (alt, alt)
    pages = [page for page in files.values() if b'"og:image"' in page]
    assert len(pages) == 3
    assert all(page.count(b'image:alt" content="') == 2 for page in pages)


def test_addresses_for_others_are_whole_and_lead_to_what_is_there(project: Path) -> None:
    files = build(project)
    said = properties(files["events/gauge/index.html"])
    assert said["og:image"] == "https://t.example/a/events/gauge/card.png"
    assert said["og:url"] == "https://t.example/a/events/gauge/"
    assert Image.open(BytesIO(files["events/gauge/card.png"])).size == (1200, 630)
    answer = json.loads(files["embed/gauge/oembed.json"])
    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    frame = ET.fromstring(answer["html"].replace("loading", "loading"))  # noqa: S314 - our own answer
    assert frame.get("src") == "https://t.example/a/embed/gauge/"
    page = files["events/gauge/index.html"].decode()
    assert 'href="https://t.example/a/embed/gauge/oembed.json"' in page
    assert "noindex" in files["embed/gauge/index.html"].decode()
    assert "embed/" not in files["sitemap.xml"].decode()


def test_without_an_address_or_when_switched_off_there_is_nothing(project: Path) -> None:
    settings = project / "content/site.yaml"
    for text in (
        SITE.replace("base_url: https://t.example/a/\n", "embeds: true\n"),
        f"{SITE}share_cards: none\n",
    ):
        settings.write_text(text)
        files = build(project)
        assert [name for name in files if name.endswith("card.png") or "embed/" in name] == []
        assert not any(b"og:image" in content for content in files.values())
        assert b"frame-ancestors *" not in files["_headers"]


@pytest.mark.parametrize("options", [["--drafts"], ["--as-of", "2020-03-01"]])
def test_what_is_for_editors_or_of_a_day_in_the_past_invites_nobody(
    project: Path, options: list[str]
) -> None:
    files = build(project, *options)
    assert "events/gauge/index.html" in files
    assert [name for name in files if name.endswith("card.png") or "embed/" in name] == []
    assert not any(b"og:image" in content or b"oembed" in content for content in files.values())


def test_embeds_may_be_framed_and_nothing_else(project: Path) -> None:
    rules = build(project)["_headers"].decode().split("\n\n")
    assert [rule.splitlines()[0] for rule in rules if "frame-ancestors *" in rule] == ["/embed/*"]
    assert "frame-ancestors 'none'" in rules[0]


def test_a_card_is_drawn_again_only_when_it_says_something_else(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A file, since cards may be drawn in other processes.
    drawn = project / "drawn.txt"
    drawn.touch()
    draw = cards.coloured

    def counted(*sheets: Image.Image, colour: str = "", is_reversed: bool) -> bytes:
        with drawn.open("a") as noted:
            noted.write(f"{colour}\n")
        return draw(sheets[0], sheets[1], "", is_reversed=is_reversed)

    before = build(project)
    monkeypatch.setattr(cards, "coloured", lambda ink, soft, _, **more: counted(ink, soft, **more))
    path = project / "content/events/gauge.yaml"
    path.write_text(f"{path.read_text()}body: More is known.\n")
    assert build(project)["events/gauge/card.png"] == before["events/gauge/card.png"]
    assert drawn.read_text() == ""
    path.write_text(path.read_text().replace("stands still", "moves"))
    after = build(project)
    assert len(drawn.read_text().splitlines()) == 1
    assert after["events/gauge/card.png"] != before["events/gauge/card.png"]
    monkeypatch.undo()
    assert build(project, "--clean") == after
