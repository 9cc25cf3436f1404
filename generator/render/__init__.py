"""Render: pages and what they are made of become text; nobody else knows templates."""

from generator.render.links import output_path
from generator.render.pages import Renderer, compile_templates

__all__ = ["Renderer", "compile_templates", "output_path"]
