"""Compiling: the templates, before anything is known but the site's settings."""

import sys
from collections.abc import MutableMapping
from contextlib import suppress

from generator.memory.installed import installed_templates
from generator.model.settings import SiteSettings
from generator.project import Project
from generator.render.pages import compile_templates


def add_compiled(
    project: Project, settings: SiteSettings, version: bytes, compiled: MutableMapping[str, bytes]
) -> None:
    """Add every template of the project, compiled.

    A project's own templates are compiled for it; the others once for all projects.
    """
    shelf = installed_templates(settings.language, version)
    compiled.update(shelf.load())
    compile_templates(settings, project.template_folders, compiled)
    is_own = len(project.template_folders) > 1
    if is_own or sys.dont_write_bytecode:
        return
    # A program that may not write into its own folder compiles again for each project.
    with suppress(OSError):
        shelf.save(dict(compiled), shelf.differing(dict(compiled)))
