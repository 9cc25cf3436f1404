"""Which kind of document a file under `content/` is, decided by where it stands."""

from difflib import get_close_matches
from pathlib import PurePosixPath

from generator.model.document import Kind

_KINDS_BY_FOLDER = {
    "events": Kind.EVENT,
    "sources": Kind.SOURCE,
    "people": Kind.PERSON,
    "places": Kind.PLACE,
    "figures": Kind.FIGURE,
}
_FOLDERS = (*_KINDS_BY_FOLDER, "pages", "media", "captures")
_FILES = ("site.yaml", "quotes.lock")
_YAML_ENDINGS = (".yaml", ".yml")
_MARKDOWN_ENDINGS = (".md", ".markdown", ".mdown")


def placed_kind(path: str) -> Kind | None:
    """Return what the file describes, or None where no such file belongs."""
    _, folder, *below = path.split("/")
    if not below:
        return Kind.SITE if folder == "site.yaml" else None
    if folder == "pages":
        return Kind.PAGE if len(below) == 1 and path.endswith(".md") else None
    return _KINDS_BY_FOLDER.get(folder) if path.endswith(".yaml") else None


def misplacement(path: str) -> str:
    """Return what is wrong with the place or the name of a file that is of no kind."""
    file = PurePosixPath(path)
    _, folder, *below = file.parts
    ending = file.suffix.lower()
    if not below:
        nearest = get_close_matches(file.name.lower(), _FILES, n=1)
        return f'"{file.name}" is no file of the project' + (
            f'; did you mean "{nearest[0]}"?' if nearest else "; move it to a folder, or delete it"
        )
    if folder == "pages":
        return _misplaced_page(file, ending)
    if ending in _YAML_ENDINGS:
        return f'ending "{file.suffix}"; rename to "{file.stem}.yaml"'
    if ending in _MARKDOWN_ENDINGS:
        return f"Markdown page in content/{folder}; move it to content/pages, or write it as YAML"
    return f'only ".yaml" files belong in content/{folder}; move it to content/media, or delete it'


def _misplaced_page(file: PurePosixPath, ending: str) -> str:
    if ending in _YAML_ENDINGS:
        return "YAML file in content/pages; write it as Markdown (.md), or move it to its folder"
    if ending not in _MARKDOWN_ENDINGS:
        return 'only ".md" files belong in content/pages; move it to content/media, or delete it'
    if file.suffix != ".md":
        return f'ending "{file.suffix}"; rename to "{file.stem}.md"'
    return "page in a folder of its own; move it straight into content/pages"


def folder_misplacement(path: str) -> str | None:
    """Return what is wrong with a folder's name, or None where content may stand in it."""
    _, folder, *below = path.split("/")
    if below or folder in _FOLDERS:
        return None
    nearest = get_close_matches(folder.lower(), _FOLDERS, n=1)
    hint = f'did you mean "{nearest[0]}"?' if nearest else f"the folders are {', '.join(_FOLDERS)}"
    return f'folder "{folder}" is not read; {hint}'
