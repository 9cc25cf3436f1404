"""The load stage: content files to documents, every value still text and with its place."""

from generator.load.content import load_content
from generator.load.static_files import load_static_files

__all__ = ["load_content", "load_static_files"]
