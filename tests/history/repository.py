"""A project in a git repository of its own, whose commits a test makes."""

import os
import re
import subprocess
from pathlib import Path

from generator.cli import main

SITE = "title: Invented\ncategories: {talk: {label: Talk}}\ntimezone: Europe/Kyiv\n"
SOURCES = "- {id: paper, title: Paper, publisher: Nobody}\n- {id: other, title: B, publisher: C}\n"
PEOPLE = """\
- {id: mayor, name: Ada Invented}
- {id: clerk, name: Bo Invented}
- {id: held-one, name: CANARY ONE, status: detainee}
- {id: held-two, name: CANARY TWO, status: detainee}
"""
EVENT = """\
title: Something invented
date: 2021-03-01
category: talk
summary: Before.
quotes:
  - text: These words are invented.
    source: paper
"""
# Nobody's settings; the environment says who commits.
GIT = ["git", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"]
WHO = {
    f"GIT_{role}_{what}": value
    for role in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "CANARYNAME"), ("EMAIL", "canary@mail.example"))
}
LINE = re.compile(
    r'<li><time datetime="([0-9-]+)">[^<]*</time>: (.*?) <code translate="no">([0-9a-f]+)</code>'
)


class Repository:
    """A project; `folder` is the repository's, `root` the project's in it."""

    def __init__(self, folder: Path, below: str = "") -> None:
        """Make a project without events."""
        self.folder, self.root = folder, folder / below
        for name in ("events", "sources", "people"):
            (self.root / "content" / name).mkdir(parents=True)
        self.write("site.yaml", SITE)
        self.write("sources/sources.yaml", SOURCES)
        self.write("people/people.yaml", PEOPLE)
        self.write(".gitignore", "quotes.lock\n")
        self.git("init", "-q")
        self.days = 0

    def git(self, *arguments: str, **environment: str) -> str:
        """Run git in the repository; return what it says."""
        done = subprocess.run(
            [*GIT, "-C", str(self.folder), *arguments],
            check=True,
            capture_output=True,
            text=True,
            env=os.environ | WHO | environment,
        )
        return done.stdout.strip()

    def write(self, file: str, text: str) -> Path:
        """Write a file below content/."""
        path = self.root / "content" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def edit(self, old: str, new: str, file: str = "events/first.yaml") -> None:
        """Replace words in a file below content/."""
        text = (self.root / "content" / file).read_text(encoding="utf-8")
        assert old in text
        self.write(file, text.replace(old, new))

    def commit(self, at: str = "", *options: str) -> str:
        """Commit everything at a moment, else a day after the last; return the short id."""
        self.days += 1
        moment = at or f"2021-03-{self.days:02}T12:00:00+02:00"
        self.git("add", "-A")
        dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
        self.git("commit", "-q", "--allow-empty", "-m", "CANARYMESSAGE", *options, **dates)
        return self.git("rev-parse", "HEAD")[:10]

    def build(self, *options: str, expected: int = 0) -> Path:
        """Build the site, with histories unless other options are given; return its folder."""
        arguments = ["build", "--quiet", "--jobs", "1", "--project", str(self.root)]
        assert main([*arguments, *(options or ("--history",))]) == expected
        return self.root / "site"

    def told(self, id_: str = "first", *, is_built: bool = True) -> list[tuple[str, str, str]]:
        """Return what an event's page tells of its history, the oldest first: day, parts, id."""
        site = self.build() if is_built else self.root / "site"
        page = (site / f"events/{id_}/index.html").read_text(encoding="utf-8")
        return LINE.findall(page)[::-1]

    def parts(self, id_: str = "first") -> list[str]:
        """Return the parts that an event's page says were changed, the oldest first."""
        return [parts for _, parts, _ in self.told(id_)]
