"""Reader: the problems and references met while one document is read."""

from msgspec import Struct, field

from generator.model.document import Kind, Mapping, Node, Scalar
from generator.model.entry import Reference
from generator.problem import MOST_PROBLEMS, Problem, ProblemKind, SourceLocation
from generator.problem_kinds.files import too_many_problems


class Invalid:
    """The type of INVALID."""


INVALID = Invalid()
"""What a field yields when its value was reported as a problem."""


class TooManyProblemsError(Exception):
    """The rest of the document is not worth reading; it has been reported."""


class Reader(Struct):
    """Collects what one document's fields report; `path` is the document's.

    What is only a warning is kept apart, since it makes no value invalid; `entry` is the one that
    is being read, `event:some-id`.
    """

    path: str
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    entry: str = ""

    def report(self, kind: ProblemKind, node: Node, name: str, message: str) -> Invalid:
        """Record a problem that covers the whole node; return INVALID."""
        return self.keep(Problem(kind, self.locate(node), name, message))

    def warn(self, kind: ProblemKind, node: Node, name: str, message: str) -> None:
        """Record a warning that covers the whole node."""
        self.warnings.append(Problem(kind, self.locate(node), name, message, self.entry))

    def report_part(
        self, kind: ProblemKind, node: Scalar, name: str, message: str, part: tuple[int, int]
    ) -> Invalid:
        """Record a problem in a part (offset, length) of a scalar; return INVALID."""
        at = self.locate(node)
        if node.is_plain:
            offset, length = part
            at = SourceLocation(at.path, at.line, at.column + offset, max(length, 1))
        return self.keep(Problem(kind, at, name, message))

    def keep(self, problem: Problem) -> Invalid:
        """Record a problem; raise TooManyProblemsError where a file has had enough of them."""
        if len(self.problems) >= MOST_PROBLEMS:
            self.problems.append(too_many_problems(problem.location))
            raise TooManyProblemsError
        self.problems.append(problem)
        return INVALID

    def refer(self, kind: Kind, node: Scalar, name: str) -> None:
        """Record that the scalar names an entry of the kind."""
        self.references.append(Reference(kind, node.value, name, self.locate(node)))

    def locate(self, node: Node) -> SourceLocation:
        """Return where the node stands; a scalar's location covers its first line."""
        length = 1
        if isinstance(node, Scalar):
            length = max(1, len(node.value.partition("\n")[0])) if node.is_plain else 1
        return SourceLocation(self.path, node.line, node.column, length)


def locate_field(path: str, root: Node, name: str) -> SourceLocation:
    """Return where the field `name` (`quotes[0].text`) stands below `root`.

    Where the field is not there, the nearest thing around it is returned.
    """
    node: Node = root
    for step in name.replace("[", ".[").split("."):
        if step.startswith("[") and not isinstance(node, Scalar | Mapping):
            node = node.items[int(step[1:-1])]
        elif isinstance(node, Mapping) and step in node.entries:
            node = node.entries[step][1]
    return Reader(path).locate(node)
