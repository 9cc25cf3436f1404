"""StaticPage: a page of prose, such as About or Method."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StaticPage:
    """Markdown with a title; `nav` is its place in the navigation, None when it has none."""

    id: str
    title: str
    nav: int | None = None
    body: str = ""
