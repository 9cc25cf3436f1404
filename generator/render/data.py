"""Data: values as JSON."""

import json

from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup

# JSON may write these as escapes, so that no value can end the element around it.
IN_HTML = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


@pass_eval_context
def json_text(context: EvalContext, value: object) -> str:
    """Return a value as JSON, letters as they are; within HTML safe inside `<script>`."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    if not context.autoescape:
        return text
    return Markup(text.translate(IN_HTML))  # noqa: S704 - what could be markup is escaped


def text_html(text: str) -> Markup:
    """Return a text as it stands between two tags, where quotation marks need no escape."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return Markup(escaped)  # noqa: S704 - what could be markup is escaped
