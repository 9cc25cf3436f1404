"""write_site: writes what changed, copies assets, prunes what this build did not make."""

import os
import shutil
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from generator.errors import MachineError, UsageError
from generator.model.asset import Asset
from generator.model.page import OutputFile
from generator.model.report import BuildReport
from generator.write.files import is_same, make_folder, prune_file, replace_file
from generator.write.manifest import MANIFEST, manifest_text, read_manifest

# While a build runs this folder holds the file that is being written; one that is found at the
# start belongs to a build that was interrupted.
WORKBENCH = ".verbatim-build"


def write_site(
    files: Iterable[OutputFile],
    assets: Iterable[Asset],
    project_root: Path,
    site: Path,
    *,
    clean: bool,
) -> BuildReport:
    """Bring the site to this state and return what was done; the manifest is written last.

    Raises UsageError when the folder holds a stranger's files, MachineError when the machine
    fails; every file in the site is then whole, old or new, and the next build repairs it.
    """
    refuse_strangers(site)
    try:
        return bring_to_state(files, assets, project_root, site, clean=clean)
    except OSError as error:
        name = error.filename2 or error.filename or site
        message = (
            f"{name}: {error.strerror}; every file in {site} is whole, but some may be of the "
            "build before; mend the cause and build again"
        )
        raise MachineError(message) from error


def refuse_strangers(site: Path) -> None:
    """Raise UsageError when the folder holds files, and none says that Verbatim made them."""
    if not site.exists():
        return
    if not site.is_dir():
        message = f"{site}: not a folder; name another with --output"
        raise UsageError(message)
    names = {entry.name for entry in site.iterdir()}
    if names - {".gitignore", ".git"} and not names & {MANIFEST, WORKBENCH}:
        message = f"{site}: holds files that Verbatim did not make; name an empty folder"
        raise UsageError(message)


def bring_to_state(
    files: Iterable[OutputFile],
    assets: Iterable[Asset],
    project_root: Path,
    site: Path,
    *,
    clean: bool,
) -> BuildReport:
    """Write, copy and prune; raise OSError as the machine does."""
    before = read_manifest(site)
    workbench = site / WORKBENCH
    workbench.mkdir(parents=True, exist_ok=True)
    digests: dict[str, str] = {}
    written = 0
    for path, content in contents(files, assets, project_root):
        digests[path] = sha256(content).hexdigest()
        target = site / path
        if clean or not is_same(target, content):
            make_folder(target.parent)
            replace_file(target, content, workbench)
            written += 1
    pruned = sum(prune_file(site, path) for path in sorted(set(before) - set(digests)))
    manifest = manifest_text(digests)
    if not is_same(site / MANIFEST, manifest):
        replace_file(site / MANIFEST, manifest, workbench)
    shutil.rmtree(workbench)
    return BuildReport(written=written, unchanged=len(digests) - written, pruned=pruned)


def contents(
    files: Iterable[OutputFile], assets: Iterable[Asset], project_root: Path
) -> Iterable[tuple[str, bytes]]:
    """Yield the path in the site and the bytes of everything that it holds."""
    for file in files:
        yield file.path, file.content
    for asset in assets:
        yield asset.path.lstrip("/"), Path(os.path.join(project_root, asset.origin)).read_bytes()  # noqa: PTH118 - an absolute origin replaces the root
