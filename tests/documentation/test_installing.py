"""What installs Verbatim elsewhere does: pipx, and pre-commit in a repository of content.

Both are real, and so is all that they install; pip alone is kept from asking a registry.
"""

import shutil
from pathlib import Path

import pytest

from tests.documentation.blocks import block_apart
from tests.documentation.commands import ran
from tests.tools.required import ROOT

PIPX = block_apart(__file__, "docs/start.md", "pipx install .")
HOOK = block_apart(__file__, "docs/publish.md", "repos:")


def test_pipx_installs_a_command_that_begins_checks_and_builds_a_project(
    tmp_path: Path, checkout: Path, environment: dict[str, str], offline: dict[str, str]
) -> None:
    bin_folder = tmp_path / "pipx-bin"
    own = {"PIPX_HOME": str(tmp_path / "pipx"), "PIPX_BIN_DIR": str(bin_folder)}
    done = ran(PIPX.text, checkout, environment | offline | own)
    assert done.returncode == 0, done.stdout + done.stderr
    bare = {"HOME": str(tmp_path), "PATH": f"{bin_folder}:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    for command in ("verbatim init a\\ new\\ one", "verbatim check --project 'a new one'"):
        done = ran(command, tmp_path, bare)
        assert done.returncode == 0, done.stdout + done.stderr
    done = ran("verbatim build", tmp_path / "a new one", bare)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "a new one/site/events/an-example/index.html").is_file()


@pytest.fixture
def repository(
    tmp_path: Path, checkout: Path, environment: dict[str, str], offline: dict[str, str]
) -> Path:
    """Return a repository of content alone, whose commits pre-commit checks."""
    root = tmp_path / "newsroom"
    shutil.copytree(ROOT / "generator/starter/content", root / "content")
    config = HOOK.text.replace("<address of Verbatim's repository>", checkout.as_uri())
    config = config.replace("<a commit or tag>", "main")
    assert "<" not in config
    (root / ".pre-commit-config.yaml").write_text(config, "utf-8")
    for command in ("git init -q -b main", "git add .", "pre-commit install"):
        done = ran(command, root, environment | offline)
        assert done.returncode == 0, done.stdout + done.stderr
    return root


def test_pre_commit_lets_good_content_pass_and_refuses_a_commit_that_only_deletes_a_source(
    repository: Path, environment: dict[str, str], offline: dict[str, str]
) -> None:
    good = ran("git commit -q -m good", repository, environment | offline)
    assert good.returncode == 0, good.stdout + good.stderr
    assert "check the timeline's content" in good.stderr
    bad = ran(
        "git rm -q -r content/sources && git commit -m bad", repository, environment | offline
    )
    assert bad.returncode == 1
    assert "is not the id of a source" in bad.stdout + bad.stderr
    count = ran("git rev-list --count HEAD", repository, environment)
    assert count.stdout.strip() == "1"
