"""Render: pages and what they are made of become text; nobody else knows templates."""

from generator.render.pages import Renderer

__all__ = ["Renderer"]
