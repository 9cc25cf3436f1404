"""Milestones: a number that a source reports as reached is what its event tells first."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.tools.built import built_site

SITE = "title: Invented\nlanguage: en-GB\ncategories: {people: {label: People}}\n"
FIGURES = "- {id: away, title: People who left, unit: people, cumulative: true}\n"
PEOPLE = "- {id: agency, name: The agency}\n- {id: ministry, name: The ministry}\n"
SOURCES = "- {id: paper, title: Paper, publisher: P, published: 2022-03-01}\n"
EVENTS = """\
- id: million
  title: A million
  date: 2022-03-03
  category: people
  summary: An invented million.
  claims:
    - figure: away
      claimant: agency
      source: paper
      value: 1000000
      qualifier: more-than
      milestone: true
- id: fewer
  title: Fewer
  date: 2022-02-28
  category: people
  summary: An invented rival.
  claims: [{figure: away, claimant: ministry, source: paper, value: 2000000, status: disputed}]
- id: refuted
  title: Refuted
  date: 2022-02-27
  category: people
  summary: What was taken back.
  claims:
    - figure: away
      claimant: ministry
      source: paper
      value: 1500000
      status: refuted
      milestone: true
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a project of invented events; return the site's folder."""
    folder = tmp_path_factory.mktemp("milestones")
    nouns = {"events": EVENTS, "sources": SOURCES, "figures": FIGURES, "people": PEOPLE}
    content = {"site.yaml": SITE} | {f"{noun}/all.yaml": text for noun, text in nouns.items()}
    return built_site(folder, content)


def card(site: Path, title: str) -> str:
    """Return the markup of the event of that title on the timeline, as words."""
    cards = (site / "index.html").read_text(encoding="utf-8").split("<article ")[1:]
    return said(next(each for each in cards if f">{title}</a></h3>" in each))


def said(markup: str) -> str:
    """Return markup without what sets a hedge apart from its number."""
    return re.sub(r'<span class="(?:hedge|digits)">([^<]+)</span>', r"\1", markup)


def test_a_card_begins_with_the_number_and_its_rival_in_one_strip(site: Path) -> None:
    text = card(site, "A million")
    order = [
        text.index(words)
        for words in ("Milestone", "more than 1,000,000", "2,000,000", "An invented million.")
    ]
    assert order == sorted(order)
    assert text.count('class="strip') == 1


def test_an_event_without_a_milestone_begins_with_its_summary(site: Path) -> None:
    text = card(site, "Fewer")
    assert text.index("An invented rival.") < text.index("2,000,000")
    assert "Milestone" not in text


def test_what_was_refuted_is_no_milestone_any_more(site: Path) -> None:
    assert "Milestone" not in card(site, "Refuted")
    page = said((site / "figures/away/index.html").read_text(encoding="utf-8"))
    listed = page[page.index('class="milestones"') : page.index('class="chart"')]
    assert re.findall(r'class="amount">([^<]+)<', listed) == ["more than 1,000,000"]


def test_the_event_s_page_tells_the_number_before_the_rest(site: Path) -> None:
    page = said((site / "events/million/index.html").read_text(encoding="utf-8"))
    assert page.index("more than 1,000,000</td>") < page.index('id="sources"')
    assert page.count('class="contested"') == 1


def test_the_chart_labels_and_frames_it_and_says_so_in_words(site: Path) -> None:
    page = (site / "figures/away/index.html").read_text(encoding="utf-8")
    assert re.search(r'class="label milestone[^>]*>more than 1,000,000<', page)
    assert page.count('class="sign milestone"') == 2, "the mark, and its line in the key"
    words = page[page.index('id="chart-words"') :]
    assert "more than 1,000,000, 3 March 2022, unverified, milestone;" in words


def test_the_data_say_which_claims_are_marked(site: Path) -> None:
    table = (site / "figures/away/claims.csv").read_text(encoding="utf-8")
    rows = {row["value"]: row["milestone"] for row in csv.DictReader(io.StringIO(table))}
    assert rows == {"1000000": "true", "2000000": "false", "1500000": "true"}
    records = json.loads((site / "figures/away/claims.json").read_text(encoding="utf-8"))
    assert [each["milestone"] for each in records] == [True, False, True]
