"""Which pages of a built site are looked at: of every kind the fullest one."""

from pathlib import Path


def html_pages(site: Path) -> list[Path]:
    """Return every HTML page, in one stable order."""
    return sorted(site.rglob("*.html"))


def page_of_each_kind(site: Path) -> dict[str, str]:
    """Return the address in the site of one page of each kind, by the kind's name.

    A kind is read off the address, so a new one is looked at without being listed anywhere. Of
    one kind the largest file is taken: it shows the most of what such a page can show.
    """
    fullest: dict[str, Path] = {}
    for page in html_pages(site):
        kind = kind_of(page.relative_to(site))
        if kind not in fullest or page.stat().st_size > fullest[kind].stat().st_size:
            fullest[kind] = page
    return {kind: page.relative_to(site).as_posix() for kind, page in sorted(fullest.items())}


def kind_of(page: Path) -> str:
    """Return what kind of page this is.

    `events/kyiv/index.html` is "events/*", `2022/03/index.html` is "year/*", and
    `tags/page/2/index.html` is "tags, later page".
    """
    folders = page.parts[:-1]
    if not folders:
        return page.stem
    later = len(folders) > 1 and folders[-2] == "page"
    if later:
        folders = folders[:-2]
    first = "".join(folders[:1])
    group = "year" if len(first) == 4 and first.isdecimal() else first or "home"
    name = "/".join([group, *["*"] * len(folders[1:])])
    return f"{name}, later page" if later else name
