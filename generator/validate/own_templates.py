"""A project's own templates: a file that stands where nothing asks for it would change nothing."""

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath

from generator.model.asset import OwnFile
from generator.problem import Problem, SourceLocation
from generator.problem_kinds.files import UNUSED_TEMPLATE
from generator.validate.suggestions import nearest_word

FOLDER, THEME = "templates/", "static/css/theme.css"
CATALOGUE = re.compile(r"locale/[a-z]{2,3}(?:_[A-Za-z0-9]+)*/LC_MESSAGES/verbatim\.po")
# What these are called elsewhere.
KNOWN_AS = {
    "404": "pages/not_found.html",
    "error": "pages/not_found.html",
    "home": "pages/timeline.html",
    "base": "base.html",
    "layout": "base.html",
    "default": "base.html",
}


def unused_templates(names: Iterable[str], shipped: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each of the project's templates that no page is made of."""
    for name in names:
        message = "no page is made of this file, and no template of yours asks for it"
        yield problem(name, message + nearest(name, shipped))


def unread_files(files: Iterable[OwnFile], shipped: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each own catalogue that is not read, each style and script not loaded."""
    read = (each for each in files if each.is_file and not each.is_outside)
    own = [each for each in read if each.path.startswith(FOLDER)]
    for file in own:
        name = file.path.removeprefix(FOLDER)
        if name.startswith("locale/") and name.endswith(".po") and not CATALOGUE.fullmatch(name):
            place = "locale/LANGUAGE/LC_MESSAGES/verbatim.po, as locale/pt_BR/… for pt-BR"
            yield problem(name, f"no words are read from this file; their place is {place}")
        is_loaded = name in shipped or name == THEME or not name.endswith((".css", ".js"))
        if name.startswith("static/") and not is_loaded:
            title = PurePosixPath(name).name
            if not any(title in other.text for other in own if other is not file):
                message = "no page loads this file, and no file of yours names it"
                yield problem(name, message + nearest(name, (THEME, *shipped)))


def nearest(name: str, shipped: Collection[str]) -> str:
    """Return the name that may have been meant, or all that there are, as the end of a sentence."""
    path = PurePosixPath(name)
    folder = name.partition("/")[0]
    same = [each for each in shipped if PurePosixPath(each).name == path.name]
    known = KNOWN_AS.get(path.stem.lower(), same[0] if same else "")
    if path.suffix == ".css":
        known = THEME
    if known:
        return f'; did you mean "{known}"?'
    near = [each for each in shipped if each.partition("/")[0] == folder]
    near = near or [each for each in shipped if each.startswith("pages/")]
    by_stem = {PurePosixPath(each).stem.lstrip("_"): each for each in near}
    found = nearest_word(path.stem.lstrip("_"), by_stem)
    return f'; did you mean "{by_stem[found]}"?' if found else f"; there are {', '.join(near)}"


def problem(name: str, message: str) -> Problem:
    """Return the problem of a file in the project's templates."""
    return Problem(UNUSED_TEMPLATE, SourceLocation(f"{FOLDER}{name}"), "", message)
