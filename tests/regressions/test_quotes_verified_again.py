"""A quote whose record was lost and came back is shown as verified again."""

import shutil
from pathlib import Path

from generator.cli import main
from generator.model.quote_lock import LOCK_PATH, QuoteLock, decode_lock, encode_lock
from tests.test_golden import files_of
from tests.tools.required import ROOT


def test_a_record_that_comes_back_as_it_was_makes_its_pages_stale(tmp_path: Path) -> None:
    project = tmp_path / "project"
    ignored = shutil.ignore_patterns(".cache", "site")
    shutil.copytree(ROOT / "tests/sites/full", project, ignore=ignored)
    whole = (project / LOCK_PATH).read_text(encoding="utf-8")
    known = decode_lock(whole.encode())

    def built(lock: str) -> dict[str, bytes]:
        (project / LOCK_PATH).write_text(lock, encoding="utf-8")
        assert main(["build", "--quiet", "--jobs", "1", "--project", str(project)]) == 0
        return files_of(project / "site")

    verified = built(whole)
    # Another quote of its source stays verified: the site as a whole is what it was.
    lost = next(id_ for id_, each in known.verifications.items() if each.source == "courier")
    rest = {id_: each for id_, each in known.verifications.items() if id_ != lost}
    assert {each.source for each in rest.values()} >= {"courier"}
    assert built(encode_lock(QuoteLock(rest, known.captures))) != verified
    assert built(whole) == verified
