"""The documentation says what the program does; undocumented is a failure."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from generator.cli.commands import COMMANDS
from generator.cli.reference import content_format, problem_list
from generator.validate.schema import PARTS, RECORDS
from tests.tools.pictures import PICTURES
from tests.tools.required import ROOT

DOCS = ROOT / "docs"
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


AUTHOR = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
HOSTED = (".pre-commit-hooks.yaml", "docs/hosting/github-pages.yml")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_content_format_is_written_from_the_schema() -> None:
    assert read("docs/content-format.md") == content_format()


def test_the_problems_are_written_from_their_list() -> None:
    assert read("docs/problems.md") == problem_list()


def test_every_field_is_a_field_of_its_noun() -> None:
    for record in (*RECORDS.values(), *PARTS):
        known = set(getattr(record.build, "__struct_fields__"))  # noqa: B009 - mypy knows a callable only
        known.add("acknowledged")  # an entry's, which no noun may carry
        assert {field.name for field in record.fields} <= known, record.name


def test_every_field_s_meaning_is_a_sentence() -> None:
    meanings = [field.meaning for record in (*RECORDS.values(), *PARTS) for field in record.fields]
    assert [each for each in meanings if not each.endswith(".")] == []


def test_every_command_of_the_readme_is_in_the_makefile() -> None:
    makefile = read("Makefile")
    named = set(re.findall(r"make ([a-z]+)", read("README.md")))
    assert named >= {"site", "serve", "check", "test"}
    assert [name for name in sorted(named) if f"\n{name}:" not in makefile] == []


def test_every_picture_of_the_readme_is_made_of_the_site_as_it_is() -> None:
    shown = set(re.findall(r"\(docs/images/([a-z-]+)\.png\)", read("README.md")))
    assert shown == PICTURES.keys()
    assert shown == {path.stem for path in (DOCS / "images").glob("*.png")}


def test_every_link_between_documents_leads_somewhere() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_the_glossary_names_the_folders_of_the_content() -> None:
    glossary = read("docs/glossary.md")
    for term in ("event", "source", "person", "figure", "claim", "quote", "capture", "gate"):
        assert f"| {term} |" in glossary


@pytest.mark.parametrize("name", HOSTED)
def test_what_hosts_are_given_is_yaml_and_calls_commands_that_there_are(name: str) -> None:
    text = read(name)
    assert yaml.safe_load(text)
    called = re.findall(r"(?:build\.py|verbatim) ([a-z]+)", text)
    assert called
    assert set(called) <= set(COMMANDS)


def test_what_netlify_is_given_is_toml() -> None:
    build = tomllib.loads(read("docs/hosting/netlify.toml"))["build"]
    assert build["publish"] == "site"
    assert build["command"].rstrip().endswith("-m generator build --project .")


def test_what_hosts_run_is_named_by_commits_and_hashes() -> None:
    workflow = read("docs/hosting/github-pages.yml")
    used = re.findall(r"uses: *(.*)", workflow)
    assert len(used) == workflow.count("uses:")
    assert [
        each for each in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", each)
    ] == []
    assert len(set(used)) == len({each.partition("@")[0] for each in used})
    for text in (workflow, read("docs/hosting/netlify.toml")):
        assert "pip" not in text, "which would take what it finds"
        installs = re.findall(r"make (?:-C .verbatim-program )?(\S+?);?\s", text)
        assert set(installs) == {".venv/site.stamp"}
        assert 'fetch --quiet --depth 1 "$VERBATIM" "$VERBATIM_COMMIT"' in text
    assert "--require-hashes" in read("Makefile").partition("PIP_INSTALL :=")[2].splitlines()[0]


def test_the_workflow_shows_a_problem_at_its_line_before_anything_is_built(tmp_path: Path) -> None:
    steps = yaml.safe_load(read("docs/hosting/github-pages.yml"))["jobs"]["check"]["steps"]
    install, check = [step["run"] for step in steps if "run" in step]
    assert "make site" not in install, "which would stop before the problem is shown"
    project = tmp_path / "repository" / "timeline"
    assert main(["init", str(project)]) == 0
    (project.parent / ".git").mkdir()
    (event,) = (project / "content/events").rglob("*.yaml")
    event.write_text(re.sub(r"(?m)^date: .*$", "date: 2022-13-01", event.read_text("utf-8")))
    command = (
        check.splitlines()[-1].partition(" --since")[0].replace(".venv/bin/python", sys.executable)
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    shown = subprocess.run(
        command.split(), cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    assert shown.returncode == 1
    path = f"timeline/{event.relative_to(project).as_posix()}"
    assert f"::error file={path},line=" in shown.stdout


@pytest.mark.parametrize("before", ["HEAD~1", "0" * 40])
def test_the_workflow_compares_with_what_was_published_where_that_is_known(
    tmp_path: Path, before: str
) -> None:
    steps = yaml.safe_load(read("docs/hosting/github-pages.yml"))["jobs"]["check"]["steps"]
    (script,) = [step["run"] for step in steps if step.get("name") == "check"]
    assert main(["init", str(tmp_path), "--quiet"]) == 0
    (event,) = (tmp_path / "content/events").rglob("*.yaml")
    for title in ("An example", "Another title"):
        event.write_text(re.sub(r"(?m)^title: .*$", f"title: {title}", event.read_text("utf-8")))
        for command in (["init", "-q"], ["add", "."], [*AUTHOR, "commit", "-q", "-m", title]):
            subprocess.run(["git", *command], cwd=tmp_path, check=True)
    shown = subprocess.run(
        ["bash", "-e", "-c", script.replace(".venv/bin/python", sys.executable)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT), "BEFORE": before},
        capture_output=True,
        text=True,
        check=False,
    )
    is_known = before == "HEAD~1"
    assert shown.returncode == is_known, shown.stdout + shown.stderr
    assert ("title=unmarked-change::title: " in shown.stdout) == is_known
