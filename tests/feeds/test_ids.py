"""Ids that feeds and calendars are known by: they stay wherever a copy of the site stands."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from tests.tools.required import ROOT

ID = re.compile(r"<id>([^<]+)</id>|UID:(\S+)")


def test_a_copy_built_for_another_address_keeps_the_ids_of_the_content(
    tmp_path: Path, full_site: Path
) -> None:
    command = [sys.executable, str(ROOT / "build.py"), "build"]
    command += ["--project", str(ROOT / "tests/sites/full"), "--output", str(tmp_path / "site")]
    command += ["--base-url", "https://m.example/x/"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for name in ("feeds/changes.xml", "feeds/corrections.xml", "feeds/calendar.ics"):
        mirror, own = ((site / name).read_text("utf-8") for site in (tmp_path / "site", full_site))
        assert ID.findall(mirror) == ID.findall(own) != []
    assert "https://m.example/x/events/" in (tmp_path / "site/feeds/changes.xml").read_text("utf-8")


@pytest.mark.parametrize("since", ["since: 2020-01-01\n", ""])
def test_an_address_that_only_the_build_is_told_makes_no_ids_and_the_build_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], since: str
) -> None:
    project = tmp_path / "project"
    shutil.copytree(ROOT / "tests/sites/minimal", project)
    settings = project / "content/site.yaml"
    settings.write_text(settings.read_text("utf-8") + since, "utf-8")
    build = ["build", "--project", str(project), "--base-url", "https://m.example/x/"]
    for _ in ("built", "nothing to do"):
        assert main(build) == 0
        said = capsys.readouterr().err
        assert said.count("[no-permanent-address]") == 1
        assert "add `base_url: https://m.example/x/`" in said
        assert ("and `since`" in said) == (not since)
    assert not (project / "site/feeds").exists()
    assert (project / "site/sitemap.xml").is_file()
    assert main([*build, "--strict"]) == 1
    assert main([*build, "--drafts"]) == 0
    assert "[no-permanent-address]" not in capsys.readouterr().err.partition("left as it is")[2]


@pytest.mark.parametrize("address", ["https://m.example/x/", "https://n.example/"])
def test_the_first_address_alone_is_enough_for_ids_wherever_a_copy_stands(
    tmp_path: Path, address: str
) -> None:
    project = tmp_path / "project"
    shutil.copytree(ROOT / "tests/sites/minimal", project)
    settings = project / "content/site.yaml"
    more = "id_url: https://first.example/\nsince: 2020-01-01\n"
    settings.write_text(settings.read_text("utf-8") + more, "utf-8")
    assert main(["build", "--project", str(project), "--base-url", address]) == 0
    feed = (project / "site/feeds/changes.xml").read_text("utf-8")
    assert "<id>tag:first.example,2020-01-01:/events/" in feed
    assert f'href="{address}events/' in feed


def test_it_can_be_acknowledged_and_other_commands_do_not_call_that_needless(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "project"
    shutil.copytree(ROOT / "tests/sites/minimal", project)
    settings = project / "content/site.yaml"
    more = "acknowledged: [{problem: no-permanent-address, reason: A preview.}]\n"
    settings.write_text(settings.read_text("utf-8") + more, "utf-8")
    assert main(["check", "--project", str(project), "--strict"]) == 0
    build = ["build", "--project", str(project), "--strict"]
    assert main([*build, "--base-url", "https://m.example/"]) == 0
    assert capsys.readouterr().err == ""
