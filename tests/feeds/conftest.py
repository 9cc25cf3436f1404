"""The full test site, built once for all tests of what programs read of it."""

from pathlib import Path

import pytest

from tests.test_golden import build
from tests.tools.required import ROOT


@pytest.fixture(scope="session")
def full_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the full test site."""
    site = tmp_path_factory.mktemp("full") / "site"
    build(ROOT / "tests/sites/full", site)
    return site
