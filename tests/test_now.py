"""`--now` and SOURCE_DATE_EPOCH: which embargoes have ended is given, not the clock's."""

import shutil
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from generator.cli import main
from generator.preview.live_site import LiveSite
from generator.project import Project
from tests.preview.running import answer, free_port, running_preview

SITE = "title: Invented\ncategories: {talk: {label: Talk}}\n"
EVENT = "title: Something invented\ndate: 2022-03-01\ncategory: talk\nembargo: {}\n"
PAGE = "events/first/index.html"
EPOCH = "SOURCE_DATE_EPOCH"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project whose event is under an embargo that ended in 2023."""
    monkeypatch.delenv(EPOCH, raising=False)
    (tmp_path / "content/events").mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text(SITE)
    under_embargo(tmp_path, "2023-01-01T12:00:00Z")
    return tmp_path


def under_embargo(project: Path, until: str) -> None:
    (project / "content/events/first.yaml").write_text(EVENT.format(until))


def build(project: Path, *options: str, site: str = "site") -> dict[str, bytes]:
    """Build; return the site's files."""
    output = project / site
    command = ["build", "--quiet", "--jobs", "1", "--project", str(project)]
    assert main([*command, "--output", str(output), *options]) == 0
    files = (path for path in output.rglob("*") if path.is_file())
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in files}


def test_builds_before_and_after_an_embargo_of_one_moment_are_the_same(project: Path) -> None:
    end = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=5)
    under_embargo(project, end.isoformat())
    options = ("--now", (end - timedelta(hours=1)).isoformat())
    before = build(project, *options)
    time.sleep(max(0, (end - datetime.now(UTC)).total_seconds()))
    assert build(project, *options) == before
    assert build(project, *options, "--clean", site="again") == before
    assert PAGE not in before
    assert PAGE in build(project)


def test_a_seal_for_one_moment_does_not_answer_for_another(project: Path) -> None:
    early, late = "2023-01-01T13:59:59+02:00", "2023-01-01T12:00Z"
    assert PAGE not in build(project, "--now", early)
    shown = build(project, "--now", late)
    assert PAGE in shown
    assert PAGE not in build(project, "--now", early)
    assert build(project, "--now", late) == shown


def test_the_environment_gives_the_moment_unless_it_is_an_argument(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(EPOCH, "1672574399")  # 2023-01-01T11:59:59Z
    assert PAGE not in build(project)
    assert PAGE in build(project, "--now", "2023-01-01T12:00:00Z")


@pytest.mark.parametrize("command", [["build"], ["check"], ["serve"], ["export", "csv"]])
@pytest.mark.parametrize(
    "now",
    [
        *("", "2023-01-01", "2023-01-01T12:00:00", "2023-02-30T12:00:00Z", "soon"),
        *("9999-12-31T23:59:59Z", "9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00"),
    ],
)
def test_what_is_no_moment_is_wrong_usage(
    project: Path, capsys: pytest.CaptureFixture[str], command: list[str], now: str
) -> None:
    assert main([*command, "--project", str(project), f"--now={now}"]) == 2
    assert "is not a moment with its zone" in capsys.readouterr().err


@pytest.mark.parametrize("seconds", ["", "-1", "1.5", "soon", "9" * 30, "253402300799", "٣"])
def test_an_environment_that_names_no_moment_is_wrong_usage(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, seconds: str
) -> None:
    monkeypatch.setenv(EPOCH, seconds)
    assert main(["check", "--project", str(project)]) == 2
    assert f'{EPOCH}: "{seconds}" is not a whole number' in capsys.readouterr().err


def test_a_moment_to_come_is_said_to_lift_embargoes(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    under_embargo(project, "2998-01-01T00:00:00Z")
    assert PAGE in build(project, "--now", "2999-01-01T00:00:00Z")
    assert "what is under embargo until then is shown" in capsys.readouterr().err


def test_an_export_holds_what_was_published_at_the_moment(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exported(*options: str) -> str:
        file = project / "out.csv"
        command = ["export", "csv", "--quiet", "--project", str(project), "--output", str(file)]
        assert main([*command, *options]) == 0
        return file.read_text()

    assert "Something invented" not in exported("--now", "2023-01-01T11:59:59Z")
    assert "Something invented" in exported("--now", "2023-01-01T12:00:00Z")
    monkeypatch.setenv(EPOCH, "1672574399")
    assert "Something invented" not in exported()


def test_the_preview_shows_what_was_published_at_the_moment(project: Path) -> None:
    def is_shown(now: datetime | None) -> bool:
        site = LiveSite(Project(project, project / "site"), drafts=False, now=now)
        try:
            assert site.refresh(None).problems == ()
            return site.read(f"/{PAGE}") is not None
        finally:
            site.close()

    end = datetime(2023, 1, 1, 12, tzinfo=UTC)
    assert not is_shown(end - timedelta(seconds=1))
    assert is_shown(end)
    assert is_shown(None)


@pytest.mark.parametrize(("now", "status"), [("11:59:59Z", 404), ("12:00Z", 200)])
def test_the_preview_is_given_the_moment_that_is_named(
    project: Path, now: str, status: int
) -> None:
    root = project / "served/project"
    shutil.copytree(project / "content", root / "content")
    options = ("--now", f"2023-01-01T{now}")
    with running_preview(root, free_port(), options=options) as preview:
        assert answer(preview.port, "/events/first/")[0] == status
