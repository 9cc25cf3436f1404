"""Compiler: Jinja's, told what holds for Verbatim's templates, so that pages render faster.

Templates mean what they mean in Jinja, but that an attribute which is not there is an error at
once, and that `.` reaches attributes only, `[]` items only. Measured in docs/performance.md.
"""

from collections.abc import Callable, Iterable, MutableMapping
from keyword import iskeyword
from typing import Any

import markupsafe
from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef, optimizeconst
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from generator.render.folding import Folding, Translate

# What makes text safe, without the Markup around it that a page, joined at once, does not need.
safe_text: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)
WITH_CONTEXT = {"_", "gettext", "ngettext", "pgettext", "npgettext"}


def written(value: object) -> str:
    """Return a value as it is put out on a page: escaped, unless it is markup already."""
    if type(value) is str:
        return safe_text(value)
    return value if type(value) is Markup else escape(value)


def is_plain_name(name: str) -> bool:
    """Return whether Python takes a name as it is."""
    return name.isidentifier() and not iskeyword(name)


class QuickMacro(Macro):
    """A macro that passes its arguments straight on, but for what no macro here makes use of."""

    def __call__(self, *args: object, **kwargs: object) -> str:
        """Return the macro's text."""
        if self.caller or self.catch_kwargs or self.catch_varargs:
            return super().__call__(*args, **kwargs)
        lacking = self.arguments[len(args) :]
        given = [kwargs.pop(name, missing) for name in lacking]
        if kwargs or len(args) > self._argument_count:
            return super().__call__(*args, **kwargs)  # which says what is wrong
        text: str = self._func(*args, *given)
        return str.__new__(Markup, text) if self._default_autoescape else text


class QuickGenerator(CodeGenerator):
    """Writes attributes as attributes, calls as calls, and escapes with less ado."""

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja calls it so
        """Write an attribute."""
        # Blocks are items of `self`, and written as attributes.
        is_block = isinstance(node.node, nodes.Name) and node.node.name == "self"
        if is_block or not is_plain_name(node.attr) or node.attr.startswith("_"):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    @optimizeconst
    def visit_Call(  # noqa: N802 - Jinja calls it so
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002 - Jinja's own signature
    ) -> None:
        """Write a call; only gettext's functions want to know the context."""
        wants_context = isinstance(node.node, nodes.Name) and node.node.name in WITH_CONTEXT
        is_plain = all(is_plain_name(each.key) for each in node.kwargs)
        if forward_caller or wants_context or node.dyn_args or node.dyn_kwargs or not is_plain:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """Write the body of a block or page, which gathers its pieces and yields them as one."""
        is_gathered = frame.buffer is None and (frame.block_frame or frame.rootlevel)
        if is_gathered:
            self.buffer(frame)
        super().blockvisit(nodes, frame)
        if is_gathered:
            self.writeline(f"yield concat({frame.buffer})")

    def visit_Block(self, node: nodes.Block, frame: Frame) -> None:  # noqa: N802 - Jinja calls it so
        """Write the call of a block, whose one piece joins those around it."""
        if frame.buffer is None or node.scoped or node.required or self.extends_so_far:
            super().visit_Block(node, frame)
            return
        self.writeline(f"{frame.buffer}.extend(context.blocks[{node.name!r}][0](context))", node)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write a macro of the quick kind."""
        self.write("Quick")
        super().macro_def(macro_ref, frame)

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja calls it so
        """Write a template, which imports what is quick."""
        self.writeline(f"from {__name__} import QuickMacro, written")
        super().visit_Template(node, frame)

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:  # noqa: ANN401 - Jinja's own
        filters = [node] if isinstance(node, nodes.Filter) else []
        filters.extend(node.find_all(nodes.Filter))
        addressed: frozenset[str] = getattr(self.environment, "addressed", frozenset())
        if any(each.name in addressed for each in filters):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("written(")
        else:
            super()._output_child_pre(node, frame, finalize)  # type: ignore[arg-type] # passed on


class QuickTemplate(Template):
    """A template whose macros, once imported, are the same for everyone who imports them."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002 - Jinja's own signature
        return self._module or super()._get_default_module()


class QuickEnvironment(Environment):
    """An environment whose templates are compiled by the quick generator, in one language."""

    code_generator_class = QuickGenerator
    template_class = QuickTemplate
    translate: Translate = str
    counted: Callable[..., str]
    # The filters whose values differ from site to site, while compiled templates do not.
    addressed: frozenset[str] = frozenset()

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - Jinja's own, of many types
        """Begin with no template met."""
        super().__init__(**options)
        self.met: dict[object, Template] = {}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> dict[str, Any]:
        """Return what every template knows, in one dictionary, which each page copies."""
        return {**self.globals, **(d or {})}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's own signature
    ) -> Template:
        """Return a template; what has been met once stays as it is for this environment."""
        template = self.met.get(name)
        if template is None:
            template = self.met[name] = super().get_template(name, parent, globals)
        return template

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - Jinja's own signature
    ) -> str:
        is_escaped = self.autoescape(name) if callable(self.autoescape) else self.autoescape
        folded = Folding(self.translate, is_escaped=is_escaped).visit(source)
        return super()._generate(folded, name, filename, defer_init)
