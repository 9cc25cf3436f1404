"""Whatever happens between two builds, what is there afterwards is what a clean build makes.

The project is the full test site with a few more made-up events.
"""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import redirect_stderr, suppress
from io import StringIO
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from PIL import Image

from generator.cli import main
from generator.memory.folder import memory_folder
from generator.memory.placed import PlacedFiles
from generator.model.quote_lock import LOCK_PATH, encode_lock
from tests.test_golden import files_of
from tests.tools.required import ROOT
from tests.tools.verified import verified_courier

DATES = (
    "2020-02-03", "2020-02-04", "2020-02-03~", "2020-02", "2019", "2021-05-05~",
    "2020-01-01/2020-02-01", "1999-12-31",
)  # fmt: skip
WORDS = st.text("abcdefg <&*", min_size=1, max_size=12).map(lambda text: f"x{text}".strip())
EVENT = """\
title: "{title}"
date: {date}
category: {category}
places: [{place}]
tags: [{tag}]
body: "{body}"
quotes: [{{text: "{quote}", source: courier, speaker: mayor}}]
claims: [{{figure: houses-flooded, claimant: {claimant}, source: courier, value: {value}}}]
"""
FIELDS = st.fixed_dictionaries(
    {
        "title": WORDS,
        "date": st.sampled_from(DATES),
        "category": st.sampled_from(["water", "words", "people"]),
        "place": st.sampled_from(["town", "gauge", "valley"]),
        "tag": st.sampled_from(["river", "night", "new"]),
        "body": WORDS,
        "quote": WORDS,
        "claimant": st.sampled_from(["mayor", "water-board", "withheld-witness"]),
        "value": st.integers(0, 999),
    }
)
LINES = (
    "status: draft",
    "related: [{event: rain, relation: denies}]",
    "after: [rain]",
    "media: [{file: gauge.png, alt: A, credit: C}]",
    "aliases: [/a/]",
    "aliases: [/events/before/]",
    "published: 2020-03-05",
    "updated: 2021-01-05",
    "corrections: [{date: 2020-06-01, kind: update, text: More is known.}]",
    "acknowledged: [{problem: similar-events, reason: The river rose twice.}]",
    "acknowledged: [{problem: quote-unverified, reason: It was said to us.}]",
)
NAMES = st.integers(0, 5).map(lambda number: f"made-{number}")


class Editing(RuleBasedStateMachine):
    """An editor at work, and everything else that can happen to files."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="verbatim-editing-"))
        self.project = self.folder / "project"
        self.site = self.folder / "site"
        self.good: dict[str, bytes] = {}
        self.edition: tuple[str, ...] = ()
        self.jobs = "1"

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @initialize()
    def begin(self) -> None:
        shutil.copytree(ROOT / "tests/sites/full", self.project)
        with (self.project / "content/site.yaml").open("a", encoding="utf-8") as settings_file:
            settings_file.write("sqlite: true\n")

    def build(self, output: Path, *options: str) -> tuple[int, str]:
        """Return the exit status, and every problem and warning."""
        arguments = ["build", "--quiet", *self.edition, *options]
        told = StringIO()
        with redirect_stderr(told):
            status = main([*arguments, "--project", str(self.project), "--output", str(output)])
        return status, told.getvalue().replace(str(output), "the site")

    def path(self, name: str) -> Path:
        return self.project / "content/events" / f"{name}.yaml"

    @rule(
        day=st.sampled_from(["", "", "2020-02-03", "2020-02-04", "2020-02-29"]),
        jobs=st.sampled_from(["1", "2", "3"]),
    )
    def ask_for_another_edition(self, day: str, jobs: str) -> None:
        self.edition = ("--as-of", day) if day else ()
        self.jobs = jobs

    @rule(name=NAMES, fields=FIELDS)
    def write_an_event(self, name: str, fields: dict[str, object]) -> None:
        self.path(name).write_text(EVENT.format(**fields), encoding="utf-8")

    @rule(name=NAMES, field=st.sampled_from(["title", "date", "category", "body"]), fields=FIELDS)
    def change_one_field(self, name: str, field: str, fields: dict[str, object]) -> None:
        if self.path(name).exists():
            value = f'"{fields[field]}"' if field in {"title", "body"} else fields[field]
            text = self.path(name).read_text(encoding="utf-8")
            changed = re.sub(rf"(?m)^{field}: .*$", lambda _: f"{field}: {value}", text)
            self.path(name).write_text(changed, encoding="utf-8")

    @rule(name=st.sampled_from(["rain", "river"]), word=st.sampled_from(["body", "summary"]))
    def add_words(self, name: str, word: str) -> None:
        with self.path(name).open("a", encoding="utf-8") as file:
            file.write(f"# {word}\n")
        text = self.path(name).read_text(encoding="utf-8")
        changed = re.sub(rf"(?m)^{word}: (?=[A-Za-z])", f"{word}: And ", text)
        self.path(name).write_text(changed, encoding="utf-8")

    @rule(name=NAMES, text=WORDS)
    def save_beside_and_rename(self, name: str, text: str) -> None:
        if self.path(name).exists():
            draft = self.path(name).with_name(f".{name}.draft")
            words = re.sub(
                r"(?m)^body: .*$", f'body: "{text}"', self.path(name).read_text(encoding="utf-8")
            )
            draft.write_text(words, encoding="utf-8")
            draft.replace(self.path(name))

    @rule(name=NAMES)
    def delete_an_event(self, name: str) -> None:
        self.path(name).unlink(missing_ok=True)

    @rule(name=NAMES, other=NAMES)
    def rename_an_event(self, name: str, other: str) -> None:
        if self.path(name).exists():
            self.path(name).replace(self.path(other))

    @rule(name=NAMES, line=st.sampled_from(LINES))
    def add_a_field(self, name: str, line: str) -> None:
        if self.path(name).exists() and line not in self.path(name).read_text(encoding="utf-8"):
            with self.path(name).open("a", encoding="utf-8") as file:
                file.write(f"{line}\n")

    @rule(name=NAMES)
    def touch_an_event(self, name: str) -> None:
        if self.path(name).exists():
            self.path(name).touch()

    @rule(
        edit=st.sampled_from(
            [
                ("sources/sources.yaml", "The invented river rises", "The river"),
                ("people/people.yaml", "Ada Invented", "Ida Invented"),
                ("people/people.yaml", "status: witness-at-risk", "role: A witness"),
                ("places/places.yaml", "Invented Town", "Invented City"),
                ("figures/figures.yaml", "Houses flooded", "Flooded houses"),
                ("site.yaml", "The flood that never was", "The other flood"),
                ("site.yaml", "Statements", "Words"),
                ("site.yaml", "since: 2020-01-01", "since: 2020-01-02"),
                ("site.yaml", "base_url: https:", "base_url: http:"),
                ("pages/about.md", "title:", "nav: 7\ntitle:"),
                ("events/rain.yaml", "title: ", "title: Very "),
                ("events/others.yaml", "It did not happen.", "It never happened."),
            ]
        ),
        back=st.booleans(),
    )
    def edit_something_else(self, edit: tuple[str, str, str], back: bool) -> None:  # noqa: FBT001 - hypothesis passes it by name
        path = self.project / "content" / edit[0]
        old, new = edit[1:] if not back else edit[:0:-1]
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    @rule(colour=st.sampled_from(["gray", "teal"]), size=st.sampled_from([(16, 16), (500, 9)]))
    def change_an_image(self, colour: str, size: tuple[int, int]) -> None:
        Image.new("RGB", size, colour).save(self.project / "content/media/gauge.png")

    @rule(forgotten=st.sets(st.integers(0, 3)), day=st.integers(1, 9), there=st.booleans())
    def verify_some_quotes(self, forgotten: set[int], day: int, there: bool) -> None:  # noqa: FBT001 - hypothesis passes it by name
        lock = self.project / LOCK_PATH
        if not there:
            lock.unlink(missing_ok=True)
            return
        kept = verified_courier(self.project / "content/events", forgotten, day)
        lock.write_text(encode_lock(kept), encoding="utf-8")

    @rule(text=WORDS, there=st.booleans())
    def change_a_template(self, text: str, there: bool) -> None:  # noqa: FBT001 - hypothesis passes it by name
        own = self.project / "templates/partials/_pager.html"
        own.parent.mkdir(parents=True, exist_ok=True)
        shipped = (ROOT / "templates/partials/_pager.html").read_text(encoding="utf-8")
        if there:
            own.write_text(
                f"{{# {text} #}}{shipped}".replace('"pager"', '"pager x"'), encoding="utf-8"
            )
        else:
            own.unlink(missing_ok=True)

    @rule(seed=st.integers(0, 10**6))
    def damage_the_memory(self, seed: int) -> None:
        chance = random.Random(seed)  # noqa: S311 - chance, no secret
        files = [path for path in sorted((self.project / ".cache").rglob("*")) if path.is_file()]
        if files:
            path = chance.choice(files)
            content = bytearray(path.read_bytes())
            if content and chance.random() < 0.7:
                content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
            else:
                content = content[: len(content) // 2]
            path.write_bytes(content)

    @rule(
        name=st.sampled_from(["*.*", "*.html", "manifest.json"]),
        seed=st.integers(0, 10**6),
        content=st.sampled_from([None, b"", b"stranger", b"{}", b'{"files": {"a": 1}}']),
    )
    def meddle_with_the_site(self, name: str, seed: int, content: bytes | None) -> None:
        files = [path for path in sorted(self.site.rglob(name)) if path.is_file()]
        if files:
            path = random.Random(seed).choice(files)  # noqa: S311 - chance, no secret
            if content is None:
                path.unlink()
            else:
                path.write_bytes(content)
            self.good = {}

    @rule(
        moment=st.floats(0.05, 1.5),
        anew=st.sampled_from([(), (), ("--clean",)]),
        jobs=st.sampled_from(["1", "2"]),
    )
    def kill_a_build(self, moment: float, anew: tuple[str, ...], jobs: str) -> None:
        command = [sys.executable, str(ROOT / "build.py"), "build", "--quiet", "--jobs", jobs]
        command += [*anew, *self.edition, "--project", str(self.project)]
        command += ["--output", str(self.site)]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True) as build:
            # Where it ends sooner, it has been built once more.
            with suppress(subprocess.TimeoutExpired):
                build.wait(moment)
            with suppress(ProcessLookupError):
                os.killpg(build.pid, signal.SIGKILL)
        self.good = {}

    @invariant()
    def the_site_is_what_a_clean_build_makes(self) -> None:
        clean = self.folder / "clean"
        shutil.rmtree(clean, ignore_errors=True)
        status, told = self.build(self.site, "--jobs", self.jobs)
        if status == 2:
            # Neither the site nor the memory says which files are Verbatim's.
            assert "put aside what is yours, empty the folder" in told
            assert not PlacedFiles(memory_folder(self.project, self.site)).recalled()
            shutil.rmtree(self.site)
            status, told = self.build(self.site, "--jobs", self.jobs)
        assert (status, told) == self.build(clean, "--jobs", "1", "--clean")
        if status == 0:
            self.good, expected = files_of(self.site), files_of(clean)
            assert sorted(self.good) == sorted(expected)
            assert [path for path in expected if self.good[path] != expected[path]] == []
        elif self.good:
            assert files_of(self.site) == self.good, "a failed build leaves the last good site"


Editing.TestCase.settings = settings(
    max_examples=int(os.environ.get("EDITING_EXAMPLES", "6")),
    stateful_step_count=12,
    # Each step is two builds: the shortest way to a fault would be long in coming.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestEditing = Editing.TestCase
