"""Makes the pictures of the README anew, of the site that content/ builds.

`python -m tests.tools.pictures [FOLDER]` writes them into docs/images, or another folder.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from generator.cli import main
from tests.site_quality.loopback import served
from tests.tools.required import ROOT

IMAGES = ROOT / "docs/images"
DESK = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=390, height=844)
COLOURS = 128


class Picture(NamedTuple):
    """What is shown: the address in the site, how large, dark or not; what must be seen first."""

    address: str
    size: ViewportSize = DESK
    is_dark: bool = False
    waits_for: str = "main"


PICTURES = {
    "timeline": Picture("/"),
    "contested": Picture("/events/ukraine-says-5840-lost/#figures"),
    "map": Picture("/map/"),
    "figure": Picture("/figures/russian-soldiers-killed/"),
    "search": Picture("/search/?q=soldiers&category=statements", waits_for=".hits li"),
    "event-phone": Picture("/events/unhcr-one-million-refugees/", PHONE),
    "search-phone-dark": Picture("/search/?q=kyiv", PHONE, is_dark=True, waits_for=".hits li"),
}


def make_pictures(folder: Path) -> None:
    """Build the site, and write every picture of it into the folder."""
    with tempfile.TemporaryDirectory() as held:
        site = Path(held, "site")
        if main(["build", "--quiet", "--project", str(ROOT), "--output", str(site)]) != 0:
            sys.exit("content/ does not build")
        with served(site) as root, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"]
            )
            for name, picture in PICTURES.items():
                take(browser, root, picture, folder / f"{name}.png")
            browser.close()


def take(browser: Browser, root: str, picture: Picture, file: Path) -> None:
    """Open a page as a reader does, and write what is seen of it, in few colours."""
    with browser.new_context(
        viewport=picture.size,
        color_scheme="dark" if picture.is_dark else "light",
        locale="en-GB",
    ) as context:
        page = context.new_page()
        # A second look: fonts are there from the first frame.
        page.goto(f"{root}{picture.address}")
        page.reload()
        page.locator(picture.waits_for).first.wait_for()
        page.evaluate("document.fonts.ready.then(() => null)")
        page.screenshot(path=file)
    with Image.open(file) as image:
        image.convert("RGB").quantize(COLOURS).save(file, optimize=True)


if __name__ == "__main__":
    make_pictures(Path(sys.argv[1]) if len(sys.argv) > 1 else IMAGES)
