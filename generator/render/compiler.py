"""Compiler: Jinja's, told what holds for Verbatim's templates, so that pages render faster.

Templates mean what they mean in Jinja, but that an attribute which is not there is an error at
once, and that `.` reaches attributes only, `[]` items only. Measured in docs/performance.md.
"""

import re

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef, optimizeconst
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from generator.render.folding import Folding, Translate

SPECIAL = re.compile("[&<>'\"]")
WITH_CONTEXT = {"_", "gettext", "ngettext", "pgettext", "npgettext"}


def written(value: object) -> str:
    """Return a value as it is put out on a page: escaped, unless it is markup already."""
    if type(value) is Markup:
        return value
    if type(value) is str and SPECIAL.search(value) is None:
        return value
    return escape(value)


class QuickMacro(Macro):
    """A macro that is called with all its arguments in order passes them straight on."""

    def __call__(self, *args: object, **kwargs: object) -> str:
        """Return the macro's text."""
        if kwargs or len(args) != self._argument_count or self.caller:
            return super().__call__(*args, **kwargs)
        text: str = self._func(*args)
        return str.__new__(Markup, text) if self._default_autoescape else text


class QuickGenerator(CodeGenerator):
    """Writes attributes as attributes, calls as calls, and escapes with less ado."""

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja calls it so
        """Write an attribute."""
        if not node.attr.isidentifier() or node.attr.startswith("_"):
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
        if forward_caller or wants_context or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write a macro of the quick kind."""
        self.write("Quick")
        super().macro_def(macro_ref, frame)

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja calls it so
        """Write a template, which imports what is quick."""
        self.writeline(f"from {__name__} import QuickMacro, written")
        super().visit_Template(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("written(")
        else:
            super()._output_child_pre(node, frame, finalize)  # type: ignore[arg-type] # passed on


class QuickTemplate(Template):
    """A template whose macros, once imported, are the same for everyone who imports them."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002 - Jinja's own signature
        return super()._get_default_module()


class QuickEnvironment(Environment):
    """An environment whose templates are compiled by the quick generator, in one language."""

    code_generator_class = QuickGenerator
    template_class = QuickTemplate
    translate: Translate = str

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - Jinja's own signature
    ) -> str:
        is_escaped = self.autoescape(name) if callable(self.autoescape) else self.autoescape
        folded = Folding(self.translate, is_escaped=is_escaped).visit(source)
        folded.set_environment(self)
        return super()._generate(folded, name, filename, defer_init)
