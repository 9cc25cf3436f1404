"""The site as it stood: what was not yet reported reaches no file of it."""

import re
import shutil
from pathlib import Path

import pytest
from PIL import Image

from generator.cli import main
from tests.test_golden import files_of
from tests.tools.required import ROOT

SOURCES = """
- {id: early, title: Early, publisher: P, published: 2020-03-01}
- {id: late, title: LATER source, publisher: P, published: 2020-03-09}
- {id: never, title: LATER undated, publisher: P}
"""
EVENTS = """
- id: known
  title: What was known
  date: 2020-03-01
  category: water
  body: See [the other event](/events/later-event/) and [this](/events/river/).
  quotes:
    - {text: words of then, source: early}
    - {text: LATER words, source: late}
    - {text: LATER undated words, source: never}
  claims:
    - {figure: houses-flooded, claimant: mayor, source: early, value: 11}
    - {figure: houses-flooded, claimant: later-person, source: late, value: 987654}
  related: [{event: later-event, relation: see-also}]
  corrections:
    - {date: 2020-03-02, kind: correction, text: A word of then.}
    - {date: 2020-03-20, kind: correction, text: A LATER word.}
- id: later-event
  title: LATER event
  date: 2020-02-01
  category: water
  reported: 2020-03-08
  tags: [later-tag]
  aliases: [/later-alias/]
  places: [later-place]
  quotes: [{text: LATER again, source: early}]
  media: [{file: later.png, alt: LATER picture, credit: C}]
- {id: later-undated, title: LATER and undated, date: 2020-02-02, category: water}
- id: later-draft
  title: LATER draft
  date: 2020-02-02
  category: water
  status: draft
  reported: 2020-02-02
"""
PEOPLE = "- {id: later-person, name: LATER person}\n"
PLACES = "- {id: later-place, name: LATER place, precision: region}\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("as-of") / "project"
    shutil.copytree(ROOT / "tests/sites/full", folder)
    content = folder / "content"
    Image.new("RGB", (8, 8), "red").save(content / "media/later.png")
    for name, text in {
        "events/as-of.yaml": EVENTS,
        "sources/as-of.yaml": SOURCES,
        "people/as-of.yaml": PEOPLE,
        "places/as-of.yaml": PLACES,
    }.items():
        (content / name).write_text(text, encoding="utf-8")
    return folder


def built(project: Path, site: Path, *options: str) -> dict[str, bytes]:
    arguments = ["build", "--quiet", "--jobs", "1", *options]
    assert main([*arguments, "--project", str(project), "--output", str(site)]) == 0
    return files_of(site)


@pytest.fixture(scope="module")
def then(project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(project, tmp_path_factory.mktemp("then") / "site", "--as-of", "2020-03-05")


def test_nothing_that_was_reported_later_is_in_any_file_or_name(then: dict[str, bytes]) -> None:
    secrets = re.compile(rb"LATER|987,?654|later-")
    assert [name for name, content in then.items() if secrets.search(content)] == []
    assert [name for name in then if "later" in name] == []


def test_what_was_known_then_is_there(then: dict[str, bytes]) -> None:
    page = then["events/known/index.html"].decode()
    assert "words of then" in page
    assert "A word of then." in page
    assert "See the other event and" in page, "a link to what was not known is plain words"


def test_every_page_says_as_of_when_it_is(then: dict[str, bytes]) -> None:
    silent = [
        name
        for name, content in then.items()
        if name.endswith(".html")
        and b'http-equiv="refresh"' not in content
        and 'stood on <time datetime="2020-03-05">5 March 2020</time>' not in content.decode()
    ]
    assert silent == []
    assert b'"as_of": "2020-03-05"' in then["data/events.json"]


def test_entries_of_unknown_report_are_counted(then: dict[str, bytes]) -> None:
    assert b"10 entries are left out, since that day is not known" in then["index.html"]


def test_an_earlier_day_shows_no_event_that_a_later_one_does_not(
    project: Path, tmp_path: Path
) -> None:
    shown: set[str] = set()
    for day in ("2019-01-01", "2020-03-05", "2020-03-08", "2020-03-31"):
        files = built(project, tmp_path / "site", "--as-of", day)
        events = {name for name in files if name.startswith("events/")}
        assert shown <= events
        shown = events
    assert "events/later-event/index.html" in shown


def test_editions_never_mix_in_one_folder(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    today = built(project, site)
    then = built(project, site, "--as-of", "2020-03-05")
    assert then == built(project, tmp_path / "clean", "--clean", "--as-of", "2020-03-05")
    assert built(project, site, "--as-of", "2020-03-05") == then
    assert built(project, site) == today


def test_today_and_later_is_the_site_itself(project: Path, tmp_path: Path) -> None:
    assert built(project, tmp_path / "a") == built(project, tmp_path / "b", "--as-of", "9999-12-31")


@pytest.mark.parametrize("text", ["2020-03", "yesterday", "2020-02-30", "20200305", "2020-3-5"])
def test_anything_but_a_day_is_refused(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--as-of", text]) == 2
    assert "is not a day; write it as 2022-03-02" in capsys.readouterr().err
