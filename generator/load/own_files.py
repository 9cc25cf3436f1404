"""load_own_files: the texts that a project publishes beside its content, to be looked through."""

from pathlib import Path

from generator.model.asset import OwnFile

# What is no text, such as a photograph, is known by its name alone.
TEXTS = (
    ".css", ".csv", ".geojson", ".htm", ".html", ".js", ".json", ".map", ".md", ".mjs", ".po",
    ".svg", ".tsv", ".txt", ".vtt", ".webmanifest", ".xhtml", ".xml", ".yaml", ".yml",
)  # fmt: skip
TEMPLATES, MEDIA, DRAWING = "templates", "content/media", ".svg"


def load_own_files(root: Path, own_templates: Path | None) -> tuple[OwnFile, ...]:
    """Return the files of a project's own templates, and the drawings among its images.

    Paths are those from the project's root on. A link that leads out of the templates, and what is
    no file, is among them, and not read.
    """
    drawings = sorted((root / MEDIA).rglob(f"*{DRAWING}"))
    found = [own_file(file, root / MEDIA, MEDIA) for file in drawings if file.is_file()]
    if own_templates is not None:
        real = own_templates.resolve()
        for file in sorted(own_templates.rglob("*")):
            if file.is_symlink() and not file.resolve().is_relative_to(real):
                found.append(OwnFile(path_of(file, own_templates, TEMPLATES), "", is_outside=True))
            elif file.is_file():
                found.append(own_file(file, own_templates, TEMPLATES))
            elif not file.is_dir():
                found.append(OwnFile(path_of(file, own_templates, TEMPLATES), "", is_file=False))
    return tuple(found)


def own_file(file: Path, folder: Path, path: str) -> OwnFile:
    """Return a file with its text, if it is one; `path` is that of the folder."""
    is_text = file.suffix.lower() in TEXTS
    text = file.read_bytes().decode(errors="replace") if is_text else ""
    return OwnFile(path_of(file, folder, path), text)


def path_of(file: Path, folder: Path, path: str) -> str:
    """Return where a file in a folder is, from the project's root on."""
    return f"{path}/{file.relative_to(folder).as_posix()}"
