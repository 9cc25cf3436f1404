"""Kill builds while they are at work: `python -m tests.faults.kills --kills 200`.

How long a build takes is measured first, so that the moments lie within it; a build that was over
before its moment came is not counted.
"""

import argparse
import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from tests.faults.projects import begun, build, copied, edited, files_of, lose, wait_until_free

LOST_MANIFESTS = (None, b"", b"{", b"{}", b'{"files": {}}')
OTHER = "title: It rains again\ndate: 2020-02-04\ncategory: water\n"
# Every second one writes every file anew.
KINDS: tuple[tuple[str, ...], ...] = ((), ("--clean",))


class Killer(Struct, kw_only=True):
    """Kills builds of a project, and notes how many of each kind were killed at work."""

    project: Path
    scratch: Path
    chance: random.Random
    number: int = 0
    spans: dict[tuple[str, ...], float] = {}
    killed: Counter[tuple[str, ...]] = Counter()

    def measure(self) -> None:
        """Measure how long an edit's build of each kind takes here, in seconds."""
        for kind in KINDS:
            self.edit()
            started = time.monotonic()
            process = begun(self.project, *kind)
            process.communicate()
            assert process.returncode == 0
            self.spans[kind] = time.monotonic() - started

    def edit(self) -> None:
        """Change the content: an event's words, and whether there is another event."""
        self.number += 1
        edited(self.project, self.number)
        other = self.project / "content/events/other-every-time.yaml"
        if other.exists():
            other.unlink()
        else:
            other.write_text(OTHER, encoding="utf-8")

    def kill(self, kills: int) -> None:
        """Kill so many builds at work, of each kind in turn, and look at the site after each."""
        self.measure()
        while self.killed.total() < kills:
            assert self.number < 10 * kills + len(KINDS), "builds end before they are killed"
            self.round(KINDS[self.killed.total() % len(KINDS)])

    def round(self, kind: tuple[str, ...]) -> None:
        """Kill one build; each file must be the last good or the next, and the next build whole.

        Every third time the manifest is lost as well, before the next build.
        """
        site = self.project / "site"
        before = files_of(site)
        self.edit()
        content = files_of(self.project / "content")
        process = begun(self.project, *kind)
        time.sleep(self.chance.uniform(0, self.spans[kind]))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        self.killed[kind] += process.returncode == -signal.SIGKILL
        wait_until_free(site)
        after = files_of(site)
        assert files_of(self.project / "content") == content
        clean = self.scratch / f"clean-{self.number}"
        assert build(self.project, "--output", str(clean)) == 0
        wanted = files_of(clean)
        for name in before.keys() | after.keys() | wanted.keys():
            assert after.get(name) in {before.get(name), wanted.get(name)}, name
        if self.number % 3 == 0:
            lose(site / "manifest.json", self.chance.choice(LOST_MANIFESTS))
        assert build(self.project) == 0
        assert files_of(site) == wanted


def killer(project: Path, scratch: Path, seed: int) -> Killer:
    """Return one whose moments follow from the seed."""
    chance = random.Random(seed)  # noqa: S311 - any moments will do
    return Killer(project=project, scratch=scratch, chance=chance)


def main() -> int:
    """Kill as many builds as asked for; say how many of which kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=5)
    arguments = parser.parse_args()
    with TemporaryDirectory() as folder:
        project = copied(Path(folder) / "project")
        assert build(project) == 0
        ours = killer(project, Path(folder), arguments.seed)
        ours.kill(arguments.kills)
    for kind, count in ours.killed.items():
        span = ours.spans[kind]
        sys.stdout.write(f"build {' '.join(kind)}: {count} killed within {span:.2f} s, whole\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
