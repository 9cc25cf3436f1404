"""render_pages: every planned page as a file."""

import traceback
from collections.abc import Sequence
from pathlib import Path

import jinja2
from jinja2 import Environment

from generator.errors import TemplateError
from generator.model.page import OutputFile, Page, Plan
from generator.render.environment import make_environment
from generator.render.links import output_path, permalink, prefix_of, with_links


def render_pages(plan: Plan, template_folders: Sequence[Path]) -> tuple[OutputFile, ...]:
    """Return the plan's pages rendered; raise TemplateError at the first that cannot be.

    A template is taken from the first folder that has it.
    """
    environment = make_environment(plan.frame, template_folders)
    base_url = plan.frame.settings.base_url
    return tuple(
        OutputFile(
            output_path(page.path),
            rendered(page, environment, template_folders, base_url).encode(),
        )
        for page in plan.pages
    )


def rendered(
    page: Page, environment: Environment, template_folders: Sequence[Path], base_url: str
) -> str:
    """Return one page's text with links relative to it."""
    try:
        template = environment.get_template(page.template)
        html = template.render(
            page=page, content=page.content, canonical=permalink(page.path, base_url)
        )
    except (jinja2.TemplateError, TypeError) as error:
        message = f"{place_of(error, page, template_folders)}: {what_is_wrong(error)}"
        raise TemplateError(message) from error
    return with_links(html, prefix_of(page.path, base_url))


def what_is_wrong(error: Exception) -> str:
    """Return what a template asks for in vain, or how it is misspelt."""
    if isinstance(error, jinja2.TemplatesNotFound | jinja2.TemplateNotFound):
        return f"there is no template {error.name!r}"
    return getattr(error, "message", None) or str(error)


def place_of(error: Exception, page: Page, template_folders: Sequence[Path]) -> str:
    """Return the template and line that an error comes from, without the machine's folders."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"{shown(error.filename or error.name or '', template_folders)}:{error.lineno}"
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        template = shown(frame.filename, template_folders)
        if template != frame.filename:
            return f"{template}:{frame.lineno}"
    return f"the page {page.path}"


def shown(filename: str, template_folders: Sequence[Path]) -> str:
    """Return a template's path from its folder's name on; other files as they are."""
    for folder in template_folders:
        if Path(filename).is_relative_to(folder):
            return f"{folder.name}/{Path(filename).relative_to(folder).as_posix()}"
    return filename
