"""Rendering: pages become drafts on the workbench, here or in several processes at once."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from generator.model.draft import Draft
from generator.model.page import Page, Plan
from generator.plan import Publication
from generator.render import Renderer
from generator.write import draft_file


class Job(Struct, frozen=True):
    """Everything that rendering needs, wherever it is done."""

    plan: Plan
    publication: Publication
    template_folders: tuple[Path, ...]
    site: Path
    clean: bool = False


class Rendered(Struct, frozen=True, array_like=True, gc=False):
    """One page's draft, and the keys of what it rests on."""

    draft: Draft
    needs: tuple[str, ...]


class Fragments(Struct, frozen=True):
    """Events' cards and records by their ids."""

    cards: dict[str, str]
    records: dict[str, str]


class Press:
    """Makes drafts of pages, one after another; `name` tells its drafts from others'."""

    def __init__(self, job: Job, fragments: Fragments, name: str = "") -> None:
        self.job = job
        self.name = name
        self.renderer = Renderer(
            job.plan.frame,
            job.template_folders,
            job.publication,
            fragments.cards,
            fragments.records,
        )

    def draft(self, page: Page, number: int) -> Rendered:
        """Return the page's draft, put on the workbench unless the site has it already."""
        needs = self.job.publication.needs
        needs.clear()
        file = self.renderer.file(page, page.make(self.job.publication, *page.about))
        draft = draft_file(self.job.site, file, f"{self.name}{number}", clean=self.job.clean)
        return Rendered(draft, tuple(needs))

    def drafts(self, pages: Sequence[Page]) -> list[Rendered]:
        """Return the drafts of these pages."""
        return [self.draft(page, number) for number, page in enumerate(pages)]
