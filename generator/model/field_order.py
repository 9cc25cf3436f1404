"""FieldOrder: in which order the fields of an entry stand, inside of them too."""

from collections.abc import Mapping

from msgspec import Struct, field


class FieldOrder(Struct, frozen=True):
    """The names of a record's fields in order, and the orders inside of those that have fields.

    `keyed` is the order inside each value of a mapping whose keys are ids.
    """

    names: tuple[str, ...] = ()
    inside: "Mapping[str, FieldOrder]" = field(default_factory=dict)
    keyed: "FieldOrder | None" = None
