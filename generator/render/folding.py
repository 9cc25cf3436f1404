"""Folding: words of the interface are looked up once, when a template is compiled.

`{{ _('Events') }}` becomes the words themselves, and `{{ _('as of %(date)s', date=day) }}` the
words around the value, as Jinja's newstyle gettext would have put them out.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from jinja2 import nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

GETTEXT = {"_", "gettext"}
PLACEHOLDER = re.compile(r"%\((\w+)\)s")
Translate = Callable[[str], str]


class Folding(NodeTransformer):
    """Puts translated words into one template's tree; `is_escaped` if its values are."""

    def __init__(self, translate: Translate, *, is_escaped: bool) -> None:
        self.translate = translate
        self.is_escaped = is_escaped

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802 - Jinja calls it so
        """Return the output with its messages in pieces, so that they join the text around."""
        pieces: list[nodes.Expr] = []
        for child in map(without_else, node.nodes):
            message = message_of(child)
            values = {} if message is None else values_of(child)
            if message is None or not is_complete(text := self.translate(message), values):
                pieces.append(self.expression(child))
            else:
                pieces.extend(self.pieces(text, values, child.lineno))
        return nodes.Output(pieces, lineno=node.lineno)

    def visit_Call(self, node: nodes.Call) -> nodes.Expr:  # noqa: N802 - Jinja calls it so
        """Return the words of a message that has no values."""
        message = message_of(node)
        if message is not None and not node.kwargs:
            text = self.translate(message)
            if is_complete(text, {}):
                return nodes.Const(self.marked(text % {}), lineno=node.lineno)
        self.generic_visit(node)
        return self.counted(node) if is_counting(node) else node

    def counted(self, node: nodes.Call) -> nodes.Call:
        """Return the question for words that go with a number, asked of who remembers them."""
        arguments = [nodes.Const(self.is_escaped), *node.args]
        asked = nodes.EnvironmentAttribute("counted")
        return nodes.Call(asked, arguments, node.kwargs, None, None, lineno=node.lineno)

    def expression(self, node: nodes.Expr) -> nodes.Expr:
        """Return an expression with the messages in it looked up."""
        visited: nodes.Expr = self.visit(node)
        return visited

    def pieces(
        self, text: str, values: Mapping[str, nodes.Expr], line: int
    ) -> Iterator[nodes.Expr]:
        """Yield the words between the values, and the values."""
        for index, part in enumerate(PLACEHOLDER.split(text)):
            if index % 2:
                yield self.expression(values[part])
            elif part:
                yield nodes.Const(self.marked(part % {}), lineno=line)

    def marked(self, text: str) -> str:
        """Return the words as they must be for the template not to escape them."""
        return Markup(text) if self.is_escaped else text  # noqa: S704 - the catalogue's own words


def without_else(node: nodes.Expr) -> nodes.Expr:
    """Return `a if b` such that it puts out nothing, where it would an undefined value's text."""
    if isinstance(node, nodes.CondExpr) and node.expr2 is None:
        return nodes.CondExpr(node.test, node.expr1, nodes.Const(""), lineno=node.lineno)
    return node


def is_counting(node: nodes.Call) -> bool:
    """Return whether the call asks gettext for words that go with a number."""
    if node.dyn_args or node.dyn_kwargs or not isinstance(node.node, nodes.Name):
        return False
    return node.node.name == "ngettext"


def message_of(node: nodes.Node) -> str | None:
    """Return the message that the node asks a translation of, None when it does not."""
    if not isinstance(node, nodes.Call) or node.dyn_args or node.dyn_kwargs:
        return None
    if not (isinstance(node.node, nodes.Name) and node.node.name in GETTEXT):
        return None
    if len(node.args) != 1 or not isinstance(node.args[0], nodes.Const):
        return None
    message: str = node.args[0].value
    return message


def values_of(node: nodes.Node) -> dict[str, nodes.Expr]:
    """Return the values that a call names."""
    return {each.key: each.value for each in node.kwargs} if isinstance(node, nodes.Call) else {}


def is_complete(text: str, values: Mapping[str, object]) -> bool:
    """Return whether every placeholder has its value and nothing else would be filled in."""
    try:
        text % dict.fromkeys(values, "")
    except (KeyError, TypeError, ValueError):
        return False
    # What is not `%(name)s` or `%%` is left for gettext to fill in.
    return "%" not in PLACEHOLDER.sub("", text).replace("%%", "")
