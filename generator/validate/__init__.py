"""Validate: documents become settings and a Timeline, or every problem at once."""

from generator.validate.content import validate_content
from generator.validate.entries import read_document
from generator.validate.meaning import doubts
from generator.validate.suggestions import suggestion
from generator.validate.verified import quotes_not_found
from generator.validate.withheld import withheld_names

__all__ = [
    "doubts",
    "quotes_not_found",
    "read_document",
    "suggestion",
    "validate_content",
    "withheld_names",
]
