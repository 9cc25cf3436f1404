"""Licences: what settings call a licence, as data packages name it."""

import re

from generator.render.records import Record

CREATIVE_COMMONS = re.compile(r"CC[ -]?BY((?:-(?:NC|SA|ND))*)[ -]([1-4]\.[05])", re.IGNORECASE)
ZERO = re.compile(r"CC[ -]?0(?:[ -]1\.0)?(?: Universal)?", re.IGNORECASE)
DATABASE = re.compile(r"(ODbL|ODC[ -]By|PDDL)(?:[ -]1\.0)?", re.IGNORECASE)
DATABASES = {"odbl": "ODbL-1.0", "odc-by": "ODC-BY-1.0", "pddl": "ODC-PDDL-1.0"}
FOLDERS = {"odbl": "odbl", "odc-by": "by", "pddl": "pddl"}
# Where there is no name that programs know, the page about the data says what holds.
ABOUT = "index.html"
# The words of others are quoted; no licence of the site's can give them away.
QUOTED: Record = {
    "path": ABOUT,
    "title": "Quoted words remain those of their authors; quoted for information, not licensed",
}


def licence_record(licence: str) -> Record:
    """Return a licence by the name that the Open Definition gives it, or by what it is called."""
    name, address = known_licence(licence.strip())
    if not name:
        return {"path": ABOUT, "title": licence}
    return {"name": name, "path": address, "title": licence}


def known_licence(licence: str) -> tuple[str, str]:
    """Return the name and the address of a well-known licence, empty where it is none."""
    if ZERO.fullmatch(licence):
        return "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"
    if found := CREATIVE_COMMONS.fullmatch(licence):
        parts = f"by{found[1].lower()}"
        address = f"https://creativecommons.org/licenses/{parts}/{found[2]}/"
        return f"CC-{parts.upper()}-{found[2]}", address
    if found := DATABASE.fullmatch(licence):
        kind = found[1].lower().replace(" ", "-")
        return DATABASES[kind], f"https://opendatacommons.org/licenses/{FOLDERS[kind]}/1-0/"
    return "", ""
