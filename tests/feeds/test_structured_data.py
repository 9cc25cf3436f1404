"""Structured data says in schema.org's words what the page says, and nothing else."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from generator.model.clock import WallTime
from generator.model.edtf import parse_edtf
from generator.model.event import Correction, CorrectionKind
from generator.model.published import Moment
from generator.render import schema_nouns
from generator.render.open_graph import og_locale
from generator.render.schema_dates import ends_of, iso_date
from generator.render.schema_nodes import CorrectionComment
from tests.feeds.vocabulary import Json, complaints
from tests.test_golden import build
from tests.tools.required import ROOT

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
BASE = "https://timeline.example/flood"


def graph_of(page: Path) -> list[dict[str, Json]]:
    """Return the nodes of the page's only data block."""
    blocks = BLOCK.findall(page.read_text(encoding="utf-8"))
    assert len(blocks) == 1
    data = json.loads(blocks[0])
    assert set(data) == {"@context", "@graph"}
    assert data["@context"] == "https://schema.org"
    nodes: list[dict[str, Json]] = data["@graph"]
    return nodes


def pages_with_data(site: Path) -> list[Path]:
    pages = sorted(site.rglob("index.html"))
    return [page for page in pages if "ld+json" in page.read_text(encoding="utf-8")]


def nodes_in(value: Json) -> Iterator[dict[str, Json]]:
    """Yield every node within a value."""
    if isinstance(value, list):
        for each in value:
            yield from nodes_in(each)
    elif isinstance(value, dict):
        yield value
        for each in value.values():
            yield from nodes_in(each)


@pytest.fixture(scope="module")
def river(full_site: Path) -> dict[str, Json]:
    return graph_of(full_site / "events/river/index.html")[0]


def test_schema_org_has_every_term_that_any_page_uses(full_site: Path) -> None:
    pages = pages_with_data(full_site)
    assert len(pages) > 30
    found = {
        page.relative_to(full_site).as_posix(): list(complaints(list(graph_of(page))))
        for page in pages
    }
    assert {page: said for page, said in found.items() if said} == {}


def test_the_vocabulary_knows_wrong_terms() -> None:
    wrong: Json = {
        "@type": "Event",
        "name": "",
        "temporalCoverage": "2022",
        "happened": "2022",
        "location": {"@type": "Person", "name": "P", "awards": "A"},
    }
    assert sorted(complaints(wrong)) == [
        "$.happened: unknown property",
        "$.location.awards: superseded by award",
        f"$.location: Person is none of {['Place', 'PostalAddress', 'Text', 'VirtualLocation']}",
        "$.name: says nothing",
        "$.temporalCoverage: not defined for ['Event', 'Thing']",
    ]


def test_every_kind_of_page_has_its_data(full_site: Path) -> None:
    types = {
        name: graph_of(full_site / name / "index.html")[-1]["@type"]
        for name in ("", "events/river", "sources/courier", "figures/houses-flooded", "data")
    }
    assert types.pop("") == "CollectionPage"
    assert set(types.values()) == {"WebPage"}
    for name in ("categories/water", "places/town", "people/mayor", "tags/river"):
        assert graph_of(full_site / name / "index.html")[0]["@type"] == "CollectionPage"


def test_an_event_s_page_is_about_the_event(river: dict[str, Json]) -> None:
    assert river["@type"] == "WebPage"
    about = river["about"]
    assert isinstance(about, dict)
    assert {name: about[name] for name in ("@type", "name", "startDate")} == {
        "@type": "Event",
        "name": "The river leaves its bed",
        "startDate": "2020-02-03",  # the hour is only about known
    }
    assert (river["datePublished"], river["dateModified"]) == ("2020-02-10", "2020-02-12")


def test_quotes_say_whose_they_are_and_from_where(river: dict[str, Json]) -> None:
    quotes = [node for node in nodes_in(river) if node.get("@type") == "Quotation"]
    assert [quote.get("spokenByCharacter") for quote in quotes] == [
        {"@type": "Person", "name": "Ada Invented"},
        None,
        None,
        None,  # whose name is withheld
    ]
    assert quotes[1]["creditText"] == "A person on the bridge"
    assert quotes[2]["translationOfWork"] == {"@id": quotes[1]["@id"]}
    assert quotes[0]["isPartOf"] == {"@id": f"{BASE}/sources/courier/#source"}


def test_a_correction_says_the_words_before_and_after(river: dict[str, Json]) -> None:
    assert river["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "The number of houses was wrong.",
            "genre": "correction",
            "datePublished": "2020-02-12",
            "about": {
                "@type": "ReplaceAction",
                "replacee": {"@type": "CreativeWork", "text": "12 houses"},
                "replacer": {"@type": "CreativeWork", "text": "120 houses"},
            },
        }
    ]
    assert "comment" not in river


def test_an_update_corrects_nothing_and_words_that_are_not_stated_are_absent() -> None:
    day = parse_edtf("2020-02-12")
    kinds = {
        kind: schema_nouns.comment(Correction(date=day, kind=kind, text="T", now="N"))
        for kind in CorrectionKind
    }
    others = [kind for kind, node in kinds.items() if not isinstance(node, CorrectionComment)]
    assert others == [CorrectionKind.UPDATE]
    assert msgspec.to_builtins(kinds[CorrectionKind.UPDATE]) == {
        "@type": "Comment",
        "text": "T",
        "genre": "update",
        "datePublished": "2020-02-12",
        "about": {"@type": "ReplaceAction", "replacer": {"@type": "CreativeWork", "text": "N"}},
    }


def test_claims_stand_side_by_side_without_a_verdict(full_site: Path) -> None:
    page = graph_of(full_site / "figures/houses-flooded/index.html")[0]
    claims = page["hasPart"]
    assert isinstance(claims, list)
    assert [each["text"] for each in claims if isinstance(each, dict)] == [
        "Houses flooded: more than 120 houses",
        "Houses flooded: 40 houses",
        "Houses flooded: no figure given",
    ]
    whole = "".join(page.read_text(encoding="utf-8") for page in pages_with_data(full_site))
    assert "ClaimReview" not in whole
    assert "reviewRating" not in whole


def test_what_is_withheld_or_held_back_is_in_no_data(full_site: Path) -> None:
    blocks = "".join(
        BLOCK.findall(
            "".join(page.read_text(encoding="utf-8") for page in pages_with_data(full_site))
        )
    )
    for secret in ("CANARY", "draft-event", "embargoed", "withheld-witness", "secret.example"):
        assert secret not in blocks
    memo = graph_of(full_site / "sources/memo/index.html")[0]["mainEntity"]
    assert isinstance(memo, dict)
    assert "url" not in memo


def test_the_data_set_says_of_which_time_and_places_it_is_and_how_new(full_site: Path) -> None:
    data = graph_of(full_site / "data/index.html")[0]["mainEntity"]
    assert isinstance(data, dict)
    assert data["version"] == data["dateModified"] == "2020-02-12"
    assert data["temporalCoverage"] == "-0043/.."
    assert data["spatialCoverage"] == [{"@type": "Place", "name": "Invented Valley"}]


def test_words_said_in_captivity_stay_where_their_notice_is(full_site: Path) -> None:
    page = full_site / "events/prisoner-speaks/index.html"
    text = page.read_text(encoding="utf-8")
    assert "I opened no gate." in text
    assert "I opened no gate." not in BLOCK.findall(text)[0]


def test_a_retracted_event_s_page_has_no_data(full_site: Path) -> None:
    text = (full_site / "events/retracted-event/index.html").read_text(encoding="utf-8")
    assert "ld+json" not in text
    assert "og:description" in text


def test_the_first_page_lists_its_events_in_order(full_site: Path) -> None:
    site, page = graph_of(full_site / "index.html")
    assert site["@type"] == "WebSite"
    listed = page["mainEntity"]
    assert isinstance(listed, dict)
    items = listed["itemListElement"]
    assert isinstance(items, list)
    assert listed["numberOfItems"] == len(items) == 13
    assert items[0] == {
        "@type": "ListItem",
        "position": 1,
        "name": "The valley is first named",
        "url": f"{BASE}/events/old/",
    }


def test_a_value_cannot_end_the_block_that_it_stands_in(tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(ROOT / "tests/sites/minimal", project)
    title = "</script><script>alert(1)</script><!--"
    events = project / "content/events"
    events.mkdir(exist_ok=True)
    text = f'title: "{title}"\ndate: 2020-01-01\ncategory: talk\n'
    (events / "bad.yaml").write_text(text, encoding="utf-8")
    build(project, tmp_path / "site")
    page = tmp_path / "site/events/bad/index.html"
    assert graph_of(page)[0]["name"] == title
    assert "<script>alert" not in page.read_text(encoding="utf-8")


def test_a_site_without_an_address_says_the_rest(tmp_path: Path) -> None:
    build(ROOT / "tests/sites/minimal", tmp_path / "site")
    for page in pages_with_data(tmp_path / "site"):
        assert list(complaints(list(graph_of(page)))) == []
        assert "://" not in BLOCK.findall(page.read_text(encoding="utf-8"))[0].replace(
            "https://schema.org", ""
        )


def test_open_graph_says_what_a_shared_link_shows(full_site: Path) -> None:
    text = (full_site / "events/river/index.html").read_text(encoding="utf-8")
    said = dict(re.findall(r'<meta (?:property|name)="([a-z:_]+)" content="([^"]*)">', text))
    assert said["og:title"] == "The river leaves its bed"
    assert said["og:type"] == "article"
    assert said["og:url"] == f"{BASE}/events/river/"
    assert said["og:site_name"] == "The flood that never was"
    # The event has a content note, which is not seen where its address is shared.
    assert {"description", "og:description"}.isdisjoint(said)
    assert said["og:locale"] == "en_GB"
    assert said["article:published_time"] == "2020-02-10"
    assert said["article:modified_time"] == "2020-02-12"


@pytest.mark.parametrize(
    ("language", "locale"),
    [("en-GB", "en_GB"), ("uk", "uk_UA"), ("sr-Latn-RS", "sr_RS"), ("de", "de_DE"), ("tlh", "")],
)
def test_open_graph_writes_languages_in_its_own_way(language: str, locale: str) -> None:
    assert og_locale(language) == locale


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("2022", "2022"),
        ("2022-03", "2022-03"),
        ("2022-03-05", "2022-03-05"),
        ("2022-03-XX", "2022-03"),
        ("2022-03-05T10:00:00Z", "2022-03-05T10:00:00+00:00"),
        ("2022-03-05~", ""),
        ("2022?", ""),
        ("202X", ""),
        ("2022-21", ""),
        ("-0043", ""),
        ("[2022-03-05,2022-03-07]", ""),
        ("2022-03-05/2022-03-07", ""),
    ],
)
def test_only_a_date_that_is_known_is_said(edtf: str, date: str) -> None:
    assert iso_date(parse_edtf(edtf)) == date


def test_an_interval_has_two_ends_and_a_time_its_offset() -> None:
    interval = Moment(date=parse_edtf("2022-03-05/2022-03"))
    assert ends_of(interval) == ("2022-03-05", "2022-03")
    assert ends_of(Moment(date=parse_edtf("2022-03-05/.."))) == ("2022-03-05", "")
    day = parse_edtf("2022-03-05")
    known = Moment(date=day, time=WallTime(4, 5), utc_offset=-210)
    assert ends_of(known) == ("2022-03-05T04:05-03:30", "")
    about = Moment(date=day, time=WallTime(4, 5, is_approximate=True), utc_offset=120)
    assert ends_of(about) == ("2022-03-05", "")
