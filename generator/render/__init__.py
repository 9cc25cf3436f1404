"""Render: pages and what they are made of become text; nobody else knows templates."""

from generator.render.links import output_path
from generator.render.pages import Renderer

__all__ = ["Renderer", "output_path"]
