"""The default site, at an address on this machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site_quality.loopback import served
from tests.site_quality.pages import page_of_each_kind


@pytest.fixture(scope="session")
def default_site_address(default_site: Path) -> Iterator[str]:
    """Serve the default site; return its address, without a slash at its end."""
    with served(default_site) as address:
        yield address


@pytest.fixture(scope="session")
def addresses(default_site: Path, default_site_address: str) -> dict[str, str]:
    """Return the address of one page of each kind of the default site."""
    pages = page_of_each_kind(default_site)
    return {kind: f"{default_site_address}/{path}" for kind, path in pages.items()}
