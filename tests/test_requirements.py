"""What is installed is locked: every package in one version, with the hashes of its files."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.tools.required import ROOT

LOCKS = ("requirements/site.txt", "requirements/dev.txt")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
# In the form that pip and pip-audit read: a requirement, then its hashes, one on a line.
LOCKED = re.compile(r"([^\s#][^\n]*?)((?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n")


def locked(path: str) -> dict[str, Requirement]:
    """Return the requirements of a file by their names; fail for a line that is none of one."""
    text = re.sub(r"(?m)^ *#.*\n", "", (ROOT / path).read_text())
    found = [(Requirement(each[1]), each[2]) for each in LOCKED.finditer(text)]
    assert LOCKED.sub("", text).strip() == ""
    assert all(HASH.search(hashes) for _, hashes in found)
    return {canonicalize_name(each.name): each for each, _ in found}


@pytest.mark.parametrize("path", LOCKS)
def test_each_package_is_in_one_version_with_its_hashes(path: str) -> None:
    for requirement in locked(path).values():
        (pin,) = requirement.specifier
        assert pin.operator == "=="
        assert "*" not in pin.version
        assert requirement.url is None


def test_all_that_is_asked_for_is_locked_in_a_version_that_will_do() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    site, dev = (locked(path) for path in LOCKS)
    for wanted in map(Requirement, project["dependencies"]):
        for lock in (site, dev):
            (pin,) = lock[canonicalize_name(wanted.name)].specifier
            assert wanted.specifier.contains(pin.version)
    assert site.keys() <= dev.keys()
    for name, requirement in site.items():
        assert requirement.specifier == dev[name].specifier
