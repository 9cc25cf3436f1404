"""An address of the site itself leads to a page, also where it is typed whole."""

from pathlib import Path

import pytest

from generator.cli import main
from tests.check.repository import begun

SITE = """\
title: Invented
base_url: https://example.org/line/
id_url: https://old.example/
categories: {talk: {label: Talk}}
"""
EVENT = "title: Something invented\ndate: 2022-03-01\ncategory: talk\n"
FILES = {"site.yaml": SITE, "events/hidden.yaml": f"{EVENT}status: draft\n"}
NEW, OLD = "https://example.org/line/events", "https://old.example/events"


def checked(project: Path, text: str) -> int:
    """Return the status of a check of an event with a text."""
    files = {**FILES, "events/one.yaml": f"{EVENT}body: |\n  {text}\n"}
    return main(["check", "--project", str(begun(project, files)), "--quiet"])


@pytest.mark.parametrize(
    "text",
    [
        f"[x]({NEW}/hidden/)",
        f"[x]({OLD}/hidden/index.html)",
        f"<{NEW}/hidden/>",
        f'<a href="{NEW}/hidden/#top">x</a>',
        f"see {NEW}/hidden.",
        "[x](//example.org/line/events/hidden/)",
        "[x](HTTP://EXAMPLE.ORG:443/line/events/%68idden/)",
        f"[x]({NEW}/one/../hidden/)",
        f"{NEW}/h&#105;dden/",
    ],
)
def test_the_address_of_a_draft_is_a_broken_link(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    assert checked(tmp_path, text) == 1
    assert 'body: no page at "/events/hidden' in capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    [
        f"[x]({NEW}/one/)",
        f"see {NEW}/one.",
        "[x](https://example.org/line/)",
        "[x](https://example.org/elsewhere/)",
        "[x](https://other.example/events/hidden/)",
        "a // b, http:// and https://[",
    ],
)
def test_other_addresses_are_none(tmp_path: Path, text: str) -> None:
    assert checked(tmp_path, text) == 0
