"""A Markdown page's two halves: its fields in YAML, and its prose."""

import re

from generator.load.file_text import refused_characters
from generator.load.yaml_nodes import parse_yaml
from generator.model.document import Node, Scalar
from generator.problem import Problem, SourceLocation
from generator.problem_kinds.files import FRONT_MATTER

_FENCE = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)


def parse_page(text: str, path: str) -> tuple[Node | None, Scalar | None, list[Problem]]:
    """Return the fields, the prose and the problems found.

    The fields are None where there are none; the prose is None where the page has no front
    matter to tell it from, or holds a character that no content may hold.
    """
    text = text.removeprefix("\ufeff")
    opening = _FENCE.match(text)
    if opening is None:
        message = 'no front matter; begin the page with "---", its fields and another "---"'
        return None, None, [Problem(FRONT_MATTER, SourceLocation(path), "", message)]
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        message = 'front matter is never closed; add a line "---" after its last field'
        location = SourceLocation(path, length=3)
        return None, None, [Problem(FRONT_MATTER, location, "", message)]
    fields = text[opening.end() : closing.start()]
    root, problems = parse_yaml(fields, path, first_line=2)
    prose_line = 3 + fields.count("\n")
    prose = text[closing.end() :].replace("\r\n", "\n")
    refused = refused_characters(prose, path, prose_line)
    if refused:
        return root, None, problems + refused
    return root, Scalar(prose, prose_line, 1, is_plain=False), problems
