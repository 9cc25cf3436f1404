"""Nothing that is held back is in any file of the site, of whatever form, nor in a file's name."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.cli.arguments import EXPORTS
from tests.gate.canaries import HIDDEN, STATUSES, found_in, write_project


def build(root: Path, *options: str) -> Path:
    """Build the project; return its site."""
    assert main(["build", "--project", str(root), "--quiet", *options]) == 0
    return root / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a project with everything that can be held back; return its site."""
    root = tmp_path_factory.mktemp("canaries")
    write_project(root, HIDDEN, STATUSES)
    return build(root, "--compress")


def test_no_file_holds_anything_that_is_held_back(site: Path) -> None:
    assert found_in(site) == []


def test_the_number_that_only_a_hidden_claim_gives_is_nowhere(site: Path) -> None:
    number = b"918273645"
    holding = [path for path in site.rglob("*") if path.is_file() and number in path.read_bytes()]
    assert holding == []


def test_the_year_that_only_hidden_events_have_has_no_page(site: Path) -> None:
    assert not (site / "1789").exists()


def test_a_retracted_event_keeps_its_address_and_says_why(site: Path) -> None:
    page = (site / "events/taken-back/index.html").read_text("utf-8")
    assert "It was not so." in page


def test_coordinates_are_nowhere_more_exact_than_is_stated(site: Path) -> None:
    exact = (b"1.23456", b"1.2345", b"2.34567", b"2.345")
    holding = [
        f"{path.relative_to(site)}: {number.decode()}"
        for path in site.rglob("*")
        if path.is_file() and path.suffix not in {".png", ".woff2", ".gz", ".br"}
        for number in exact
        if number in path.read_bytes()
    ]
    assert holding == []


@pytest.mark.parametrize("form", EXPORTS)
def test_no_export_holds_anything_that_is_held_back(form: str, tmp_path: Path) -> None:
    write_project(tmp_path, HIDDEN, STATUSES)
    (tmp_path / "exported").mkdir()
    file = tmp_path / "exported/out"
    command = ["export", form, "--project", str(tmp_path), "--output", str(file), "--quiet"]
    assert main(command) == 0
    assert b"Something invented" in file.read_bytes()
    assert b"918273645" not in file.read_bytes()
    assert found_in(tmp_path / "exported") == []


def test_what_an_editor_asks_to_see_is_found_by_the_same_search(tmp_path: Path) -> None:
    write_project(tmp_path, ("draft",), ())
    assert found_in(build(tmp_path, "--drafts"))


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    states=st.sets(st.sampled_from(HIDDEN)),
    statuses=st.sets(st.sampled_from(STATUSES)),
)
def test_whatever_is_held_back_together_stays_out(states: set[str], statuses: set[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_project(Path(folder), tuple(sorted(states)), tuple(sorted(statuses)))
        assert found_in(build(Path(folder))) == []
