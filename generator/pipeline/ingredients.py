"""What a site is made from, in digests that are the same on every machine.

The content's is taken of what is published alone (decision 24): of the files of open data, and
of the little that is published and stands in none of them.
"""

from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec.structs import replace

from generator import __version__
from generator.load.static_files import load_static_files
from generator.memory.site_memory import program_digest
from generator.model.ingredients import Ingredients
from generator.plan.data_pages import DATA_PATHS
from generator.plan.gate import Publication
from generator.plan.other_pages import addressed


def ingredients_of(publication: Publication, folders: tuple[Path, ...]) -> Ingredients:
    """Return what a site is made from; its content without the files of open data."""
    return Ingredients(
        content=beside_data(publication),
        templates=templates_sum(folders),
        program=program_digest().hex(),
        version=__version__,
    )


def with_data(ingredients: Ingredients, digest_of: Callable[[str], str]) -> Ingredients:
    """Return the ingredients with the files of open data, each by its path's SHA-256."""
    paths = sorted(path.lstrip("/") for path in DATA_PATHS)
    lines = [f"{digest_of(path)}  {path}" for path in paths]
    content = sum_of([*lines, f"{ingredients.content}  beside the data"])
    return replace(ingredients, content=content)


def beside_data(publication: Publication) -> str:
    """Return the SHA-256 of what is published and stands in no file of open data."""
    published = (
        publication.settings,
        publication.pages,
        tuple(addressed(publication)),
        sorted(publication.decisions.health.items()),
    )
    return sha256(msgspec.msgpack.encode(published)).hexdigest()


def templates_sum(folders: Iterable[Path]) -> str:
    """Return the SHA-256 of the templates that are used, by name, and of the static files."""
    used: dict[str, Path] = {}
    for folder in folders:
        for path in folder.rglob("*"):
            name = path.relative_to(folder)
            is_ours = name.parts[0] != "static" and not any(
                part.startswith((".", "__")) for part in name.parts
            )
            if is_ours and path.is_file():
                used.setdefault(name.as_posix(), path)
    digests = {name: sha256(path.read_bytes()).hexdigest() for name, path in used.items()}
    digests |= {f"static/{each.name}": each.digest for each in load_static_files(tuple(folders))}
    return sum_of(f"{digests[name]}  {name}" for name in sorted(digests))


def sum_of(lines: Iterable[str]) -> str:
    """Return the SHA-256 of lines, as `sha256sum` writes and reads them."""
    return sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()
