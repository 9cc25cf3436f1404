"""StaticPage: a page of prose, such as About or Method."""

from msgspec import Struct


class StaticPage(Struct, frozen=True, kw_only=True, array_like=True, tag=True, gc=False):
    """Markdown with a title; `nav` is its place in the navigation, None when it has none."""

    id: str
    title: str
    nav: int | None = None
    body: str = ""
