"""The same content gives the same bytes on every Python that is supported, anywhere.

The other Pythons are looked for on the PATH and where pyenv keeps them. What the site needs is
installed for them once, below .cache/, from the locked requirements.
"""

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.tools.required import MISSING, ROOT

PYTHONS = ("3.11", "3.12", "3.13")
OTHERS = tuple(each for each in PYTHONS if each != f"{sys.version_info[0]}.{sys.version_info[1]}")
REQUIREMENTS = ROOT / "requirements/site.txt"
SITES = {
    "first timeline": ROOT,
    "full": ROOT / "tests/sites/full",
    "minimal": ROOT / "tests/sites/minimal",
    "unicode": ROOT / "tests/sites/unicode",
}
# As different as one machine can be from itself.
HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "12345"}


def found(version: str) -> Path | None:
    """Return a Python of this version that runs; a name on the PATH alone may be pyenv's stub."""
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    named = shutil.which(f"python{version}")
    for candidate in [*([named] if named else []), *map(str, kept.glob(f"{version}.*/bin/python"))]:
        asked = [candidate, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
        said = subprocess.run(asked, capture_output=True, text=True, check=False)
        if said.stdout.strip() == version:
            return Path(candidate)
    return None


def equipped(version: str) -> Path:
    """Return a Python of this version that has what the site needs; skip the test without one."""
    plain = found(version)
    if plain is None:
        pytest.skip(f"{MISSING}python{version}")
    digest = sha256(REQUIREMENTS.read_bytes() + str(plain).encode()).hexdigest()[:8]
    folder = ROOT / ".cache/pythons" / f"{version}-{digest}"
    python = folder / "bin/python"
    if not (folder / "equipped").exists():
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([str(plain), "-m", "venv", str(folder)], check=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--require-hashes"]
        done = subprocess.run([*pip, "-r", str(REQUIREMENTS)], capture_output=True, check=False)
        if done.returncode != 0:
            pytest.skip(f"{MISSING}what the site needs, for python{version}")
        (folder / "equipped").touch()
    return python


def built(python: str, project: Path, site: Path, jobs: int, machine: dict[str, str]) -> None:
    """Build a copy of a project's content."""
    copied = site.parent / f"{site.name}-project"
    shutil.copytree(project / "content", copied / "content")
    command = [python, str(ROOT / "build.py"), "--project", str(copied), "--output", str(site)]
    environment = {**os.environ, **machine, "PYTHONDONTWRITEBYTECODE": "1"}
    command += ["--jobs", str(jobs), "--quiet"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def files_of(site: Path) -> dict[str, bytes]:
    """Return the site's files."""
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("version", OTHERS)
@pytest.mark.parametrize("name", SITES)
def test_another_python_makes_the_same_bytes(name: str, version: str, tmp_path: Path) -> None:
    python = equipped(version)
    built(sys.executable, SITES[name], tmp_path / "here", 1, HERE)
    built(str(python), SITES[name], tmp_path / "elsewhere", 2, ELSEWHERE)
    here, elsewhere = files_of(tmp_path / "here"), files_of(tmp_path / "elsewhere")
    assert here.keys() == elsewhere.keys()
    assert [path for path, content in here.items() if elsewhere[path] != content] == []
