"""The data of the full test site, built once."""

from pathlib import Path

import pytest

from tests.test_golden import build
from tests.tools.required import ROOT


@pytest.fixture(scope="package")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the full test site's data."""
    site = tmp_path_factory.mktemp("open-data") / "site"
    build(ROOT / "tests/sites/full", site)
    return site / "data"
