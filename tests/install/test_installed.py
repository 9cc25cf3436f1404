"""An installed copy: it carries its templates, and begins projects wherever the user is."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from tests.tools.required import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the checkout into a folder of its own; return the folder."""
    target = tmp_path_factory.mktemp("installed")
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--target"]
    command = [sys.executable, "-m", "pip", "install", *options, str(target), str(ROOT)]
    subprocess.run(command, check=True, cwd=target)
    return target


def verbatim(installed: Path, folder: Path, *arguments: str) -> str:
    """Run the installed command in a folder, and nothing of the checkout; return what it says."""
    environment = os.environ | {"PYTHONPATH": str(installed)}
    command = [sys.executable, str(installed / "bin/verbatim"), *arguments]
    done = subprocess.run(
        command, check=True, cwd=folder, env=environment, capture_output=True, text=True
    )
    return done.stdout


def test_a_new_project_is_begun_checked_and_built(installed: Path, tmp_path: Path) -> None:
    said = verbatim(installed, tmp_path, "init", "timeline")
    assert "verbatim build --project timeline" in said
    project = tmp_path / "timeline"
    assert "0 of 1 quotes verified" in verbatim(installed, project, "check")
    verbatim(installed, project, "build")
    assert "An example of an event" in (project / "site/index.html").read_text("utf-8")
    assert (project / ".gitignore").is_file()


def test_a_new_project_with_an_address_has_feeds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    project = tmp_path / "timeline"
    assert main(["init", str(project)]) == 0
    build = ["build", "--project", str(project), "--base-url", "https://invented.example/a/"]
    assert main(build) == 0
    assert not (project / "site/feeds").exists()
    said = capsys.readouterr().err
    (line,) = re.findall(r"warning: content/site.yaml:.*\[no-permanent-address\]", said)
    settings = project / "content/site.yaml"
    address = line.partition("add `")[2].partition("`")[0]
    settings.write_text(f"{settings.read_text('utf-8')}{address}\n", "utf-8")
    assert main(build) == 0
    assert "[no-permanent-address]" not in capsys.readouterr().err
    feed = (project / "site/feeds/changes.xml").read_text("utf-8")
    assert "<id>tag:invented.example,2023-11-14:/a/events/an-example/</id>" in feed


def test_the_installed_copy_builds_what_the_checkout_builds(
    installed: Path, tmp_path: Path
) -> None:
    project = str(ROOT / "tests/sites/minimal")
    verbatim(installed, tmp_path, "--project", project, "--output", "installed")
    command = [sys.executable, str(ROOT / "build.py"), "--project", project, "--output", "here"]
    subprocess.run(command, check=True, cwd=tmp_path)
    manifests = [(tmp_path / name / "manifest.json").read_bytes() for name in ("installed", "here")]
    assert manifests[0] == manifests[1]


def test_its_templates_are_compiled_once_for_all_projects(installed: Path, tmp_path: Path) -> None:
    def manifest(address: str, name: str) -> bytes:
        """Build a small site for an address anew; return the digests of its files."""
        project, output = str(ROOT / "tests/sites/minimal"), tmp_path / name
        command = [sys.executable, str(installed / "bin/verbatim"), "build", "--clean"]
        command += ["--project", project, "--output", str(output), "--base-url", address]
        environment = os.environ | {"PYTHONPATH": str(installed)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        subprocess.run(command, check=True, env=environment)
        return (output / "manifest.json").read_bytes()

    one, other = "https://one.example/a/", "https://other.example/"
    folder = installed / "generator/__pycache__"
    first = manifest(one, "first")
    (kept,) = folder.glob("templates-en.*")
    written = kept.stat().st_mtime_ns
    elsewhere = manifest(other, "elsewhere")
    assert kept.stat().st_mtime_ns == written, "they were compiled again"
    kept.write_bytes(b"damaged" + kept.read_bytes())
    assert manifest(one, "again") == first
    kept.unlink()
    assert manifest(other, "compiled-anew") == elsewhere


def test_what_a_new_project_says_of_itself_is_marked_as_invented() -> None:
    starter = ROOT / "generator/starter/content"
    example = (starter / "events/2026/an-example.yaml").read_text("utf-8")
    source = (starter / "sources/an-example-source.yaml").read_text("utf-8")
    assert example.startswith("# An invented example")
    assert "This event is invented." in example
    assert source.startswith("# An invented source.")
