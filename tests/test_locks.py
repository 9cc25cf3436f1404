"""The test sites' records of verified quotes are what their made-up sources yield.

To write them anew: `ACCEPT=1 pytest tests/test_locks.py`, then `git diff`.
"""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from generator.model.citation import citations
from generator.model.quote_lock import LOCK_PATH, NO_LOCK, QuoteLock, encode_lock
from generator.model.verification import KnownCapture
from generator.verify.checking import Copy, check_quotes
from tests.tools.content import timeline_of
from tests.tools.required import ROOT

CHECKED = "2026-11-24T09:00:00Z"
# So that one site has a quote that was typed since its source was compared.
TYPED_SINCE = {"I opened no gate."}


def copy_of(path: Path) -> Copy:
    """Return a made-up copy; its file is named by the moment at which it was taken."""
    text = path.read_text(encoding="utf-8")
    digest = sha256(text.encode()).hexdigest()
    known = KnownCapture(
        source=path.parent.name, body=digest, text=digest, taken=path.stem, media_type="text/html"
    )
    return Copy(known, lambda: text)


def lock_of(name: str) -> QuoteLock:
    """Return what comes of comparing a test site's quotes with its made-up sources."""
    _, timeline = timeline_of(ROOT / "tests/sites" / name)
    folder = ROOT / "tests/sources" / name
    copies = {
        source.name: [copy_of(path) for path in sorted(source.iterdir())]
        for source in folder.iterdir()
    }
    cited = [each for each in citations(timeline.events) if each.text not in TYPED_SINCE]
    return check_quotes(cited, copies, NO_LOCK, (), CHECKED).lock


@pytest.mark.parametrize("name", ["full", "minimal", "unicode"])
def test_a_test_sites_lock_is_what_its_sources_yield(name: str) -> None:
    lock = ROOT / "tests/sites" / name / LOCK_PATH
    if os.environ.get("ACCEPT"):
        lock.write_text(encode_lock(lock_of(name)), encoding="utf-8")
    assert lock.read_text(encoding="utf-8") == encode_lock(lock_of(name))
