"""Render: the only stage that knows templates, Markdown, HTML and languages."""

from generator.render.pages import render_pages

__all__ = ["render_pages"]
