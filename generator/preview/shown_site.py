"""ShownSite: one state of the site, whose pages are rendered when somebody looks at them."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from threading import Lock

from msgspec import Struct
from msgspec.structs import replace

from generator.draw.pictures import made_pictures
from generator.memory.site_memory import templates_digest
from generator.model.frame import Frame
from generator.model.media import Picture
from generator.model.page import Page
from generator.pipeline.carding import shown_card
from generator.pipeline.page_codes import page_code, page_key
from generator.pipeline.planning import Planned
from generator.pipeline.stale import frame_digest
from generator.plan.digests import digests_of
from generator.plan.sharing_pages import CARD_TEMPLATE
from generator.project import Project
from generator.render.pages import Renderer


class Shown(Struct, frozen=True):
    """A page that was rendered: its bytes, what it is about, what it rests on."""

    content: bytes
    key: bytes
    needs: Mapping[str, bytes]


class Press:
    """The renderer of all states of the site that have one frame; one thread at a time uses it."""

    def __init__(self, project: Project, planned: Planned, compiled: dict[str, bytes]) -> None:
        """Compile what changed of the templates; raise TemplateError where one is misspelt."""
        self.lock = Lock()
        self.compiled = compiled
        frame, folders = planned.plan.frame, project.template_folders
        self.renderer = Renderer(frame, folders, planned.publication, {}, {}, compiled)
        self.renderer.prepare()

    def print(self, page: Page, planned: Planned, digests: Mapping[str, bytes]) -> Shown:
        """Return the page rendered from what is planned."""
        publication = planned.publication
        with self.lock:
            if self.renderer.published is not publication:
                self.renderer.published = publication
                # A file of the search index rests on hundreds of events, and says so itself.
                self.renderer.entries.clear()
                self.renderer.search_files.forget()
            # A fragment that another page made would not say what it rests on.
            self.renderer.cards.clear()
            self.renderer.records.clear()
            self.renderer.measures.clear()
            self.renderer.data.forget()
            publication.needs.clear()
            content = self.renderer.file(page, page.make(publication, *page.about)).content
            if page.template == CARD_TEMPLATE:
                content = shown_card(content, tuple(self.renderer.folders))
            rests_on = {need: digests.get(need, b"") for need in publication.needs}
        return Shown(content, page_key(page_code(page)), rests_on)


class ShownSite:
    """Pages and files by their paths; `shown` are the pages that were looked at.

    `stale` are those that were looked at in the state before and would come out otherwise now.
    """

    def __init__(self, project: Project, planned: Planned, before: "ShownSite | None") -> None:
        """Take over from the state before what is true of this one too; raise TemplateError."""
        self.root = project.root
        self.planned = planned
        self.pages = {page.path: page for page in planned.plan.pages}
        self.assets = {asset.path: asset for asset in planned.plan.assets}
        self.pictures = {picture.path: picture for picture in planned.plan.pictures}
        self.digests = digests_of(planned.publication, planned.timeline)
        self.templates = templates_digest(project.template_folders)
        self.frame = frame_digest(planned.plan, planned.timeline, self.templates)
        # What was asked for and could not be made.
        self.failed: set[str] = set()
        looked_at: dict[str, Shown] = before.shown if before else {}
        self.shown: dict[str, Shown] = {}
        self.press: Press
        if before is not None and before.frame == self.frame:
            self.press = before.press
            self.shown = {path: each for path, each in looked_at.items() if self.holds(path, each)}
        else:
            self.press = Press(project, planned, before.press.compiled if before else {})
        self.stale = looked_at.keys() - self.shown.keys()

    def holds(self, path: str, shown: Shown) -> bool:
        """Return whether a page that was rendered before would come out the same now."""
        page = self.pages.get(path)
        return (
            page is not None
            and page_key(page_code(page)) == shown.key
            and all(self.digests.get(need, b"") == digest for need, digest in shown.needs.items())
        )

    def read(self, path: str) -> bytes | None:
        """Return the file at a path, None where there is none; raise TemplateError."""
        page = self.pages.get(path)
        if page is None:
            picture = self.pictures.get(path)
            if picture is not None:
                return picture_bytes(self.root, picture)
            asset = self.assets.get(path)
            return None if asset is None else Path(self.root, asset.origin).read_bytes()
        shown = self.shown.get(path)
        if shown is None:
            self.failed.add(path)
            shown = self.shown[path] = self.press.print(page, self.planned, self.digests)
            self.failed.discard(path)
        return shown.content

    def changed_since(self, before: "ShownSite") -> frozenset[str]:
        """Return the paths of looked-at pages, and of files, that are not what they were."""
        assets = self.other_assets(before)
        pictures = self.pictures.keys() ^ before.pictures.keys()
        pages = self.pages.keys() ^ before.pages.keys()
        return frozenset(self.stale | before.failed | assets | pictures | pages)

    def other_assets(self, before: "ShownSite") -> set[str]:
        """Return the paths of copied files that are not what they were."""
        return {
            path
            for path in before.assets.keys() | self.assets.keys()
            if self.assets.get(path) != before.assets.get(path)
        }

    def bare_frame(self) -> bytes:
        """Return the digest of what every page rests on but style sheets."""
        plan = self.planned.plan
        bare = replace(plan, frame=without_styles(plan.frame))
        return frame_digest(bare, self.planned.timeline, self.templates)

    def differs_in_styles_only(self, before: "ShownSite") -> bool:
        """Return whether style sheets, and nothing else, are others than before."""
        others = self.other_assets(before)
        return (
            any(others)
            and all(path.endswith(".css") for path in others)
            and self.bare_frame() == before.bare_frame()
            and self.pages.keys() == before.pages.keys()
            and self.digests == before.digests
        )


@lru_cache(maxsize=100)
def picture_bytes(root: Path, picture: Picture) -> bytes:
    """Return a picture, made when it is first looked at."""
    return next(made_pictures(root, [picture]))


def without_styles(frame: Frame) -> Frame:
    """Return the frame with its style sheets' addresses left out."""
    assets = {name: path for name, path in frame.assets.items() if not name.endswith(".css")}
    return replace(frame, assets=assets)
