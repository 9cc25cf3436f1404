"""Earlier versions of a project in git, with canaries in all that they say and in who made them."""

import json
import os
import subprocess
from pathlib import Path

from tests.gate.canaries import canary, hidden_event, write

WHO = {
    f"GIT_{role}_{what}": canary("committer", what.lower())
    for role in ("AUTHOR", "COMMITTER")
    for what in ("NAME", "EMAIL")
}
BRANCH = canary("branch", "name")
GIT = ["git", "-c", "commit.gpgsign=false", "-c", f"init.defaultBranch={BRANCH}"]


def git(root: Path, *arguments: str) -> None:
    """Run git in the project as somebody whose name is a canary."""
    command = [*GIT, "-C", str(root), *arguments]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | WHO)


def commit(root: Path, message: str) -> None:
    """Commit everything."""
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", canary("message", message))


def commit_versions(root: Path) -> None:
    """Commit the open event as it once was, as a hidden one it was before, and as it is now."""
    git(root, "init", "-q")
    (path,) = (root / "content/events").glob("canaryopen*")
    now = json.loads(path.read_text(encoding="utf-8"))
    for state in ("draft", "embargoed"):
        hidden = {**hidden_event(state), "id": "open", "aliases": [], "related": []}
        write(path, [hidden])
        commit(root, state)
    for field in ("title", "summary", "body", "content_note"):
        write(path, [{**now[0], field: canary("former", field.replace("_", ""))}])
        commit(root, field.replace("_", ""))
    write(path, now)
    commit(root, "now")
