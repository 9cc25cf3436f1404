"""write_site: puts drafts in their places, prunes what this build did not make."""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from generator.errors import MachineError
from generator.model.draft import Draft
from generator.model.ingredients import Ingredients
from generator.model.report import BuildReport, NoteFiles
from generator.write.files import content_at, is_same, prune_file, put_in_place, write_whole
from generator.write.manifest import MANIFEST, manifest_text, with_digests
from generator.write.workbench import WORKBENCH, note_placed


def write_site(  # noqa: PLR0913 - what was there, what shall be, and who is told
    drafts: Iterable[Draft],
    site: Path,
    before: Mapping[str, str],
    ingredients: Ingredients,
    note: NoteFiles,
    *,
    compress: bool = False,
) -> BuildReport:
    """Bring the site to the state that the drafts are and return what was done.

    Every file of the site has its draft; `before` are those that earlier builds put there. `note`
    is told which may be there, before any is put in its place, and in the end which are. The
    manifest is written last. `compress` writes compressed copies beside the texts.
    """
    drafts = list(drafts)
    digests = {draft.path: draft.digest for draft in drafts}
    note(note_placed(site, before, digests, compress=compress))
    fresh = [draft for draft in drafts if draft.name]
    for draft in fresh:
        put_in_place(f"{site}/{WORKBENCH}/{draft.name}", f"{site}/{draft.path}")
    written = len(fresh)
    if compress:
        # Few builds compress, and threads take long to import.
        from generator.write.companions import write_companions  # noqa: PLC0415 - see above

        companions = write_companions(site, digests, before, site / WORKBENCH)
        written += sum(before.get(path) != digest for path, digest in companions.items())
        digests |= companions
    pruned = sum(prune_file(site, path) for path in sorted(before.keys() - digests.keys()))
    manifest = manifest_text(ingredients, digests)
    if not is_same(f"{site}/{MANIFEST}", manifest):
        write_whole(site / MANIFEST, manifest, site / WORKBENCH)
    shutil.rmtree(site / WORKBENCH)
    note(digests)
    return BuildReport(written=written, unchanged=len(digests) - written, pruned=pruned)


def rewrite_files(drafts: Sequence[Draft], site: Path, content: str) -> bool:
    """Bring some files of the site to the state that their drafts are; the others stay.

    `content` is the SHA-256 of the content as it is now. Return whether that was done: not if the
    manifest does not name them all. It is written last.
    """
    known = content_at(f"{site}/{MANIFEST}") or b""
    manifest = with_digests(known, content, {draft.path: draft.digest for draft in drafts})
    if manifest is None:
        return False
    for draft in drafts:
        if draft.name:
            put_in_place(f"{site}/{WORKBENCH}/{draft.name}", f"{site}/{draft.path}")
    if manifest != known:
        write_whole(site / MANIFEST, manifest, site / WORKBENCH)
    shutil.rmtree(site / WORKBENCH)
    return True


@contextmanager
def machine_faults(site: Path) -> Iterator[None]:
    """Turn what the machine refuses into a MachineError that says what was left intact.

    Every file in the site is then whole, old or new, and the next build repairs it.
    """
    try:
        yield
    except OSError as error:
        name = error.filename2 or error.filename or site
        message = (
            f"{os.fspath(name)}: {error.strerror}; every file in {site} is whole, but some may "
            "be of the build before; mend the cause and build again"
        )
        raise MachineError(message) from error
