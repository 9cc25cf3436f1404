"""Preview: the site as it is being written, served locally with live reload."""

from generator.preview.server import serve_preview

__all__ = ["serve_preview"]
