"""The project that faults are made in."""

from pathlib import Path

import pytest

from tests.faults.projects import build, copied


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the full test site's project, built once."""
    root = copied(tmp_path / "project")
    assert build(root) == 0
    return root
