"""Nothing that is held back is in any file of the site, of whatever form, nor in a file's name."""

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.cli.arguments import EXPORTS
from tests.gate.canaries import HIDDEN, NUMBER, STATUSES, canary, write_project
from tests.gate.searching import found_in, readings
from tests.gate.versions import commit_versions

BURIED, MOVED = canary("retracted", "id"), canary("retracted", "alias")
# What is left of a retracted event is its address, its old ones, and why it was retracted.
TOMBSTONE = re.compile(
    rf"(?:events/e-{BURIED}|{MOVED}|corrections|feeds/(?:changes|corrections)\.(?:xml|json)"
    r"|data/tables/corrections\.(?:csv|json)|data/timeline\.sqlite|_redirects|manifest\.json)"
    rf"(?:/index\.html)?(?:\.br|\.gz)?: (?:{BURIED}|{MOVED})"
)
# Places were typed as 1.23456789, 2.3456789 and, of hidden events, 43.2123, -61.7891.
EXACT = re.compile(rb"(?<![\d.])(?:1\.234|2\.345|43\.21|61\.78)\d*")
EDITIONS: dict[str, tuple[str, ...]] = {
    "as it is": (),
    "with histories": ("--history",),
    "as of a day": ("--as-of", "2022-06-01"),
}


def build(root: Path, *options: str) -> Path:
    """Build the project; return its site."""
    assert main(["build", "--project", str(root), "--quiet", *options]) == 0
    return root / "site"


@pytest.fixture(scope="module", params=EDITIONS)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a project with everything that can be held back; return its site."""
    root = tmp_path_factory.mktemp("canaries")
    write_project(root, HIDDEN, STATUSES)
    options = EDITIONS[request.param]
    if "--history" in options:
        commit_versions(root)
    return build(root, "--compress", *options)


def withheld_in(site: Path) -> list[str]:
    """Return each place in the site that holds what it should not."""
    return [hit for hit in found_in(site) if not TOMBSTONE.fullmatch(hit)]


def test_no_file_holds_anything_that_is_held_back(site: Path) -> None:
    assert (site / "events/open/index.html").is_file()
    assert withheld_in(site) == []


def test_no_number_that_is_held_back_is_in_any_reading_of_a_file(site: Path) -> None:
    secret = re.compile(EXACT.pattern + rb"|" + NUMBER.encode())
    holding = [
        f"{path.relative_to(site)}: {hit[0].decode()}"
        for path in site.rglob("*")
        if path.is_file()
        for text in readings(path.name, path.read_bytes())
        for hit in secret.finditer(text)
    ]
    assert holding == []


def test_the_year_that_only_hidden_events_have_has_no_page(site: Path) -> None:
    assert not (site / "1789").exists()


def test_a_retracted_event_keeps_its_address_and_says_why(tmp_path: Path) -> None:
    write_project(tmp_path, HIDDEN, ())
    site = build(tmp_path)
    page = (site / f"events/e-{BURIED}/index.html").read_text("utf-8")
    assert "It was not so." in page
    assert BURIED in (site / MOVED / "index.html").read_text("utf-8")


@pytest.mark.parametrize("form", EXPORTS)
def test_no_export_holds_anything_that_is_held_back(form: str, tmp_path: Path) -> None:
    write_project(tmp_path, HIDDEN, STATUSES)
    (tmp_path / "exported").mkdir()
    file = tmp_path / "exported/out"
    command = ["export", form, "--project", str(tmp_path), "--output", str(file), "--quiet"]
    assert main(command) == 0
    assert b"Something invented" in file.read_bytes()
    assert NUMBER.encode() not in file.read_bytes()
    assert found_in(tmp_path / "exported") == []


def test_what_an_editor_asks_to_see_is_found_and_names_nobody_withheld(tmp_path: Path) -> None:
    write_project(tmp_path, ("draft", "embargoed"), STATUSES)
    found = {hit.partition(": ")[2] for hit in found_in(build(tmp_path, "--drafts"))}
    assert {canary("draft", "title"), canary("embargoed", "quote")} <= found
    secret = re.compile("canary(?!draft|embargoed)")
    assert [hit for hit in found if secret.match(hit)] == []


def test_an_embargo_that_ended_since_holds_what_was_not_known_as_of_a_day(tmp_path: Path) -> None:
    write_project(tmp_path, ("embargoed",), ())
    for file in (tmp_path / "content/events").glob("canaryembargoed*"):
        file.write_text(file.read_text().replace("2999", "2023"))
    assert found_in(build(tmp_path, "--as-of", "2022-06-01")) == []
    assert found_in(build(tmp_path, "--as-of", "2023-06-01"))


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    states=st.sets(st.sampled_from(HIDDEN)),
    statuses=st.sets(st.sampled_from(STATUSES)),
)
def test_whatever_is_held_back_together_stays_out(states: set[str], statuses: set[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_project(Path(folder), tuple(sorted(states)), tuple(sorted(statuses)))
        assert withheld_in(build(Path(folder))) == []
