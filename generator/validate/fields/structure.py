"""Fields made of fields: lists, records, and records named by their key."""

from collections.abc import Callable

from msgspec import Struct, field
from msgspec.structs import force_setattr

from generator.model.document import Mapping, Node, Scalar, Sequence
from generator.problem import SourceLocation
from generator.problem_kinds import fields as kinds
from generator.problem_kinds import links
from generator.validate.fields.base import INVALID, FieldType, Invalid, Reader, wrong_type
from generator.validate.fields.text import Identifier
from generator.validate.suggestions import MOST_SLIPS, suggestion

LONGEST_LIST = 1000
MOST_NAMED = 200


class Field(Struct, frozen=True):
    """One field of a record: its name, its type, what it means to an editor."""

    name: str
    type: FieldType
    meaning: str
    is_required: bool = False


Check = Callable[[Mapping, str, Reader], None]


class Record(Struct, frozen=True):
    """A mapping with known fields, from which `build` makes a noun of the model.

    `checks` look at fields together. `only_one_of` names fields that exclude one another.
    """

    name: str
    build: Callable[..., object]
    fields: tuple[Field, ...]
    only_one_of: tuple[tuple[str, str], ...] = ()
    checks: tuple[Check, ...] = ()
    by_name: dict[str, Field] = field(default_factory=dict)
    required: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Index the fields, which are looked up for every value that is read."""
        force_setattr(self, "by_name", {each.name: each for each in self.fields})
        names = tuple(each.name for each in self.fields if each.is_required)
        force_setattr(self, "required", names)

    @property
    def named(self) -> str:
        """The record's name with its article."""
        return f"{'an' if self.name[0] in 'aeiou' else 'a'} {self.name}"

    @property
    def description(self) -> str:
        """The record's name, which the documentation links to."""
        return f"[{self.name}](#{self.name.replace(' ', '-')})"

    def parse(self, node: Node, name: str, reader: Reader) -> object:
        """Return what `build` makes of the fields, or INVALID when one is missing or wrong."""
        if not isinstance(node, Mapping):
            return wrong_type(node, name, reader, f"the fields of {self.named}")
        values = self.values(node, name, reader)
        return INVALID if values is None else self.build(**values)

    def values(self, node: Mapping, name: str, reader: Reader) -> dict[str, object] | None:
        """Return the fields' values by name, None when any was reported."""
        reported = len(reader.problems)
        values: dict[str, object] = {}
        by_name = self.by_name
        for key, (key_node, value_node) in node.entries.items():
            known = by_name.get(key)
            if known is None:
                self.report_unknown(key_node, name, reader)
            elif not is_blank(value_node) or known.is_required:
                inner = f"{name}.{key}" if name else key
                values[key] = known.type.parse(value_node, inner, reader)
        self.report_missing(node, name, reader)
        for check in self.checks:
            check(node, name, reader)
        for first, second in self.only_one_of:
            if first in values and second in values:
                self.report_exclusive(node, name, reader, (first, second))
        return values if len(reader.problems) == reported else None

    def report_unknown(self, key: Scalar, name: str, reader: Reader) -> None:
        """Report a field that the record does not have."""
        # What is wrong throughout is no slip of the pen.
        is_slip = len(reader.problems) < MOST_SLIPS
        hint = suggestion(key.value, self.by_name) if is_slip else ""
        known = "" if hint else f"; {self.named} has {', '.join(self.by_name)}"
        message = f'{self.named} has no field "{key.value}"{hint}{known}'
        reader.report(kinds.UNKNOWN_FIELD, key, name, message)

    def report_missing(self, node: Mapping, name: str, reader: Reader) -> None:
        """Report the required fields that are not there."""
        for missing in self.required:
            if missing not in node.entries:
                message = f'the {self.name} has no "{missing}"; add it: {self.meaning_of(missing)}'
                reader.report(kinds.MISSING_FIELD, node, name, message)

    def report_exclusive(
        self, node: Mapping, name: str, reader: Reader, both: tuple[str, str]
    ) -> None:
        """Report two fields of which only one may be there, at the second."""
        first, second = both
        inner = f"{name}.{second}" if name else second
        message = f'"{second}" beside "{first}"; {self.named} has one of them, remove the other'
        reader.report(links.EXCLUSIVE_FIELDS, node.entries[second][0], inner, message)

    def meaning_of(self, name: str) -> str:
        """Return a field's meaning, as a fragment of a sentence."""
        meaning = self.by_name[name].meaning
        return meaning[:1].lower() + meaning[1:].rstrip(".")


def is_blank(node: Node) -> bool:
    """Return whether the node is an empty value, such as `summary:` with nothing behind it."""
    return isinstance(node, Scalar) and node.is_plain and not node.value.strip()


class ListOf(Struct, frozen=True):
    """A list whose items are all of one type; `is_set` when no item may stand twice."""

    item: FieldType
    is_set: bool = False

    @property
    def description(self) -> str:
        """What the list holds."""
        return f"list, each {self.item.description}"

    def parse(self, node: Node, name: str, reader: Reader) -> object:
        """Return the items as a tuple, or INVALID when one was reported."""
        if not isinstance(node, Sequence):
            return wrong_type(node, name, reader, "a list", "one item a line, after a hyphen")
        if len(node.items) > LONGEST_LIST:
            message = f"{len(node.items):,} items; at most {LONGEST_LIST:,}"
            return reader.report(kinds.LIST_TOO_LONG, node, name, message)
        items = [
            self.item.parse(item, f"{name}[{index}]", reader)
            for index, item in enumerate(node.items)
        ]
        if self.is_set and len(set(map(id_of, node.items))) < len(items):
            return self.report_repeated(node, name, reader)
        return INVALID if any(isinstance(item, Invalid) for item in items) else tuple(items)

    def report_repeated(self, node: Sequence, name: str, reader: Reader) -> Invalid:
        """Report the first item that stands twice; return INVALID."""
        seen: dict[object, SourceLocation] = {}
        for index, item in enumerate(node.items):
            key = id_of(item)
            if key in seen:
                message = f'"{key}" stands on line {seen[key].line} already; remove one of the two'
                return reader.report(kinds.REPEATED_ITEM, item, f"{name}[{index}]", message)
            seen[key] = reader.locate(item)
        return INVALID


def id_of(node: Node) -> object:
    """Return what tells two items of a list apart."""
    if isinstance(node, Scalar):
        return node.value.strip()
    if isinstance(node, Mapping):
        return ", ".join(f"{key}: {id_of(node.entries[key][1])}" for key in sorted(node.entries))
    return id(node)


class ById(Struct, frozen=True):
    """Records named by their key, such as the site's categories; `build` also gets the id."""

    record: Record

    @property
    def description(self) -> str:
        """What stands behind each id."""
        return f"{self.record.description} by id"

    def parse(self, node: Node, name: str, reader: Reader) -> object:
        """Return the records as a tuple in the order typed, or INVALID."""
        if not isinstance(node, Mapping):
            return wrong_type(node, name, reader, f"ids with the fields of {self.record.named}")
        if len(node.entries) > MOST_NAMED:
            message = f"{len(node.entries):,} of them; at most {MOST_NAMED:,}"
            return reader.report(kinds.LIST_TOO_LONG, node, name, message)
        items: list[object] = []
        for key, (key_node, value_node) in node.entries.items():
            inner = f"{name}.{key}"
            identifier = Identifier().parse(key_node, inner, reader)
            if not isinstance(value_node, Mapping):
                items.append(self.record.parse(value_node, inner, reader))
                continue
            values = self.record.values(value_node, inner, reader)
            if values is None or isinstance(identifier, Invalid):
                items.append(INVALID)
            else:
                items.append(self.record.build(id=identifier, **values))
        return INVALID if any(isinstance(item, Invalid) for item in items) else tuple(items)
