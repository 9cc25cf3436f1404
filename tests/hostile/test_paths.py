"""Names and links made to lead astray: each is handled, or a problem with place and remedy.

Whatever is outside the project is a pipe that nobody writes to: who reads it, waits for ever.
"""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from generator.cli import main
from tests.tools.required import ROOT

SECONDS = 60
EVENT = "title: Invented\ndate: 2022-03-01\ncategory: talk\n"
PLACE = re.compile(r"^(?:warning: )?content[^\n]*:\d+:\d+: .+; .+ \[[a-z-]+\]$")
Arrange = Callable[[Path], object]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a small project that was built once, and something beside it to be led to."""
    root = tmp_path / "project"
    shutil.copytree(ROOT / "tests/sites/minimal", root)
    (root / "content/media").mkdir()
    (root / "content/captures/s").mkdir(parents=True)
    picture(root / "content/captures/s/secret.png")
    (tmp_path / "outside").mkdir()
    os.mkfifo(tmp_path / "outside/pipe.yaml")
    picture(tmp_path / "outside/secret.png")
    assert build(root) == 0
    return root


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """End a test that waits for ever."""
    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(SECONDS)
    yield
    signal.alarm(0)


def give_up(*_: object) -> None:
    """Say that what is outside is being read."""
    raise TimeoutError("something outside the project is read")


def build(root: Path) -> int:
    """Build the project; return the exit status."""
    return main(["build", "--project", str(root), "--quiet"])


def emptied(path: str) -> Arrange:
    """Return what removes a file of the content, so that something else can take its place."""
    return lambda root: (root / "content" / path).unlink()


def both(first: Arrange, second: Arrange) -> Arrange:
    """Return what does one, then the other."""
    return lambda root: (first(root), second(root))


def files_of(site: Path) -> dict[str, bytes]:
    """Return the site's files."""
    found = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def picture(path: Path) -> None:
    """Save a small grey image."""
    Image.new("RGB", (40, 40), (90, 90, 90)).save(path, format="PNG")


def named(name: str, text: str = EVENT) -> Arrange:
    """Return what writes an event to a file of this name."""
    return lambda root: (root / "content/events" / name).write_text(text)


def aliased(alias: str) -> Arrange:
    """Return what gives an event of its own this alias."""
    return named("other.yaml", f"{EVENT}aliases: ['{alias}']\n")


def shown(name: str, *, exists: bool = True) -> Arrange:
    """Return what shows an image of this name, which is in content/media unless it is not."""

    def arrange(root: Path) -> None:
        if exists:
            picture(root / "content/media" / name)
        quoted = name.replace("'", "''")
        medium = f"media: [{{file: '{quoted}', alt: Grey, credit: Invented}}]\n"
        (root / "content/events/shows.yaml").write_text(EVENT + medium)

    return arrange


def linked(path: str, target: str) -> Arrange:
    """Return what puts a link into the content."""
    return lambda root: (root / "content" / path).symlink_to(target)


def at(path: str, make: Callable[[Path], object]) -> Arrange:
    """Return what puts something that is no file into the content."""
    return lambda root: make(root / "content" / path)


def bound(path: Path) -> None:
    """Leave a socket at the path."""
    where = Path.cwd()
    os.chdir(path.parent)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path.name)
    os.chdir(where)


def twins(root: Path) -> None:
    """Save two images whose names differ in capitals."""
    shown("grey.png")(root)
    picture(root / "content/media/Grey.png")


def through_the_root(root: Path) -> None:
    """Keep the captures elsewhere in the project, and link to the whole of it."""
    (root / "content/captures").rename(root / "private")
    (root / "content/captures").symlink_to("../private")
    (root / "content/media/all").symlink_to("../..")


REFUSED: dict[str, tuple[Arrange, str]] = {
    "a link to a file outside": (linked("events/x.yaml", "../../../outside/pipe.yaml"), "link"),
    "a link to a folder outside": (linked("media/x", "../../../outside"), "link"),
    "a link to the root of all": (linked("media/x", "/"), "link"),
    "a link to a device": (linked("events/x.yaml", "/dev/zero"), "link"),
    "a link of links": (linked("media/loop", "loop"), "link leads nowhere"),
    "a link to the captures": (linked("media/all", "../captures"), "captures, which are private"),
    "a link to a capture": (linked("media/x.png", "../captures/s/secret.png"), "private"),
    "a link to a folder of a capture": (linked("media/s", "../captures/s"), "private"),
    "a link round to the captures": (through_the_root, "private"),
    "settings elsewhere": (
        both(emptied("site.yaml"), linked("site.yaml", "../../outside/pipe.yaml")),
        "link leads out",
    ),
    "a record of quotes elsewhere": (
        both(emptied("quotes.lock"), linked("quotes.lock", "../../outside/pipe.yaml")),
        "link leads out",
    ),
    "a record that is a pipe": (
        both(emptied("quotes.lock"), at("quotes.lock", os.mkfifo)),
        "no ordinary file",
    ),
    "a record that is a folder": (
        both(emptied("quotes.lock"), at("quotes.lock", Path.mkdir)),
        "no ordinary file",
    ),
    "a pipe": (at("events/x.yaml", os.mkfifo), "pipe, socket or device"),
    "a pipe among images": (at("media/x.png", os.mkfifo), "pipe, socket or device"),
    "a socket": (at("events/x.yaml", bound), "pipe, socket or device"),
    "a folder with a file's name": (at("site.yaml.d", Path.mkdir), "is not read"),
    "a file in capitals": (named("FIRST.yaml"), "is not an id"),
    "images that differ in capitals": (twins, "differs from"),
    "a device of Windows": (named("con.yaml"), "device on Windows"),
    "a device as an id": (named("x.yaml", f"id: nul\n{EVENT}"), "device"),
    "a device as a tag": (named("x.yaml", f"{EVENT}tags: [com1]\n"), "device"),
    "a device among images": (shown("aux.png"), "device on Windows"),
    "a device among aliases": (aliased("/old/prn.html"), "device on Windows"),
    "a name of 255 bytes": (named("a" * 250 + ".yaml"), "more than 200 bytes"),
    "an image of 255 bytes": (shown("a" * 251 + ".png"), "more than 200 bytes"),
    "an alias of 255 bytes": (aliased(f"/{'a' * 255}/"), "more than 200 bytes"),
    "a name of 101 letters": (named("a" * 101 + ".yaml"), "is not an id"),
    "decomposed letters": (shown("cafe\u0301.png"), "composed form"),
    "a line break": (named("a\nb.yaml"), "U+000A"),
    "text that turns round": (named("a\u202eb.yaml"), "U+202E"),
    "a letter without width": (shown("a\u200bb.png"), "U+200B"),
    "letters that look like others": (named("\u0430.yaml"), "is not an id"),
    "a hash": (named("a#b.yaml"), "is not an id"),
    "a question mark": (named("a?b.yaml"), "Windows has no ?"),
    "a percent sign": (named("a%2e.yaml"), "is not an id"),
    "a space": (named("a b.yaml"), "is not an id"),
    "a backslash": (shown("a\\b.png"), "Windows has no \\"),
    "a drive": (shown("c:b.png"), "Windows has no :"),
    "an image outside": (shown("../../outside/secret.png", exists=False), "leads out of"),
    "an image at an absolute path": (shown("/etc/passwd", exists=False), "leads out of"),
    "an image among the captures": (shown("../captures/s/secret.png", exists=False), "out of"),
    "an image in other letters": (shown("GREY.png", exists=False), "is not in content/media"),
    "an id that climbs": (named("x.yaml", f"id: ../../x\n{EVENT}"), "is not an id"),
    "an alias of many folders": (aliased("/" + "a/" * 1000), "more than 1000 bytes or 200 parts"),
    "an alias that is long": (aliased("/" + f"{'a' * 199}/" * 6), "more than 1000 bytes"),
    "an alias that climbs": (aliased("/../../x/"), "begins with a dot"),
    "an alias that climbs in code": (aliased("/%2e%2e/x/"), "begins with a dot"),
    "an alias with a slash in code": (aliased("/a%2fb/"), "more than one name"),
    "an alias with a NUL in code": (aliased("/a%00b/"), "more than one name"),
    "an alias that stays": (aliased("/./events/first/"), "begins with a dot"),
    "an alias of a server's own": (aliased("/.htaccess"), "begins with a dot"),
    "an alias in other letters": (aliased("/EVENTS/First/"), "address of another page"),
    "an alias of the manifest": (aliased("/manifest.json"), "address of another page"),
    "an alias of a compressed copy": (aliased("/events/first/index.html.gz"), "another page"),
    "an alias under a file": (aliased("/robots.txt/x/"), "address of another page"),
    "an alias that is a folder": (aliased("/events/first/../x"), "begins with a dot"),
    "an alias of a style sheet": (aliased("/static/css/categories.css"), "another page"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_leads_astray_is_a_problem(
    project: Path, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    arrange, words = REFUSED[what]
    before = files_of(project / "site")
    arrange(project)
    capsys.readouterr()
    status = build(project)
    said = capsys.readouterr().err
    *problems, summary = re.split(r"\n(?=content|warning|\d+ problems?;)", said.strip())
    assert (status, "site was left as it is" in summary) == (1, True), said
    assert any(words in problem for problem in problems), said
    for problem in problems:
        assert PLACE.match(problem.replace("\n", " ")), problem
    assert files_of(project / "site") == before


def same_pixels(root: Path) -> None:
    """Show one image under two names that become one in addresses."""
    for number, name in enumerate(("a b.png", "a-b.png")):
        shown(name)(root)
        (root / "content/events/shows.yaml").rename(root / f"content/events/shows-{number}.yaml")


def deep(root: Path) -> None:
    """Show an image at the end of many folders."""
    folders = ("m" * 50 + "/") * 20
    (root / "content/media" / folders).mkdir(parents=True)
    shown(f"{folders}a.png")(root)


HANDLED: dict[str, tuple[Arrange, str]] = {
    "an image with a hash and a percent sign": (shown("a#b%41 c.png"), "media/a-b-41-c-40.*.png"),
    "an image that looks like an option": (shown("-rf.png"), "media/-rf-40.*.png"),
    "an image in letters of its own": (shown("кафе.png"), "media/кафе-40.*.png"),
    "one image under two names": (same_pixels, "media/a-b-40.*.png"),
    "an image a thousand letters deep": (deep, "media/**/a-40.*.png"),
    "the longest image name": (shown("a" * 196 + ".png"), "media/a*-40.*.avif"),
    "the longest id": (named("a" * 100 + ".yaml"), f"events/{'a' * 100}/index.html"),
    "the longest alias": (aliased(f"/{'a' * 195}.html"), "aaa*.html"),
    "a deep alias": (aliased("/" + "a/" * 140), "a/a/a/**/index.html"),
    "a link within the project": (
        both(
            lambda root: shutil.copy(root / "content/events/first.yaml", root / "second.yaml"),
            linked("events/second.yaml", "../../second.yaml"),
        ),
        "events/second/index.html",
    ),
}


@pytest.mark.parametrize("what", HANDLED)
def test_what_is_only_unusual_is_built(project: Path, what: str) -> None:
    arrange, wanted = HANDLED[what]
    arrange(project)
    assert build(project) == 0
    assert len(list((project / "site").glob(wanted))) == 1
    for path in (project / "site").rglob("*"):
        assert len(os.fsencode(path.name)) + len(".gz") <= 255


def test_what_is_outside_stops_who_reads_it(project: Path) -> None:
    reader = [sys.executable, "-c", "import sys; open(sys.argv[1]).read()"]
    with pytest.raises(subprocess.TimeoutExpired):
        subprocess.run([*reader, project.parent / "outside/pipe.yaml"], timeout=1, check=False)


def test_links_in_circles_are_entered_once(project: Path) -> None:
    for folder in ("events", "media"):
        for number in range(20):
            (project / "content" / folder / f"again-{number}").symlink_to("..")
    linked("media/all", "../..")(project)
    assert build(project) == 0
