"""Validate: documents become settings and a Timeline, or every problem at once."""

from generator.validate.content import validate_content

__all__ = ["validate_content"]
