"""Whatever the script of a withheld name, its status and the field that has it, it is refused."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import main
from tests.gate.canaries import STATUSES, write

SITE = {"title": "Invented", "categories": {"talk": {"label": "Talk"}}}
# What is typed as the name, and what a text has.
NAMES = (
    ("Ivan Petrenko", "Ivana Petrenka"),
    ("Lt. Ivan Petrenko", "Ivan Petrenko"),
    ("Іван Петренко", "Іванові Петренку"),
    ("Jan Kowalski", "Jana Kowalskiego"),
    ("María García López", "María García"),
    ("王伟", "目击者王伟说"),
    ("山田 太郎", "証人の山田太郎は"),
    ("สมชาย ใจดี", "พยานสมชาย ใจดีกล่าว"),
    ("أحمد محمد", "وأحمد محمد"),
    ("דן כהן", "ולדן כהן"),
)
FIELDS = ("title", "summary", "body", "content_note")


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    name=st.sampled_from(NAMES),
    status=st.sampled_from(STATUSES),
    fields=st.sets(st.sampled_from(FIELDS)),
    refers=st.booleans(),
)
def test_a_project_is_built_only_if_no_field_has_the_name(
    name: tuple[str, str], status: str, fields: set[str], *, refers: bool
) -> None:
    typed, text = name
    event = {"title": "Invented", "date": "2022-03-01", "category": "talk"}
    event |= dict.fromkeys(fields, f"They said: {text}.")
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder, "content")
        write(content / "site.yaml", SITE)
        write(content / "people/held.yaml", {"name": typed, "status": status})
        write(content / "events/first.yaml", event | ({"people": ["held"]} if refers else {}))
        done = main(["build", "--project", folder, "--quiet", "--jobs", "1"])
        assert done == (1 if fields else 0)
        assert Path(folder, "site/index.html").exists() == (not fields)
