"""The order of fields, out of the schema."""

from generator.model.field_order import FieldOrder
from generator.validate.fields.base import FieldType
from generator.validate.fields.structure import ById, ListOf, Record


def order_of(record: Record) -> FieldOrder:
    """Return the order in which the schema has the record's fields."""
    inside = {each.name: inner_order(each.type) for each in record.fields}
    return FieldOrder(
        tuple(each.name for each in record.fields),
        {name: order for name, order in inside.items() if order is not None},
    )


def inner_order(type_: FieldType) -> FieldOrder | None:
    """Return the order inside of a field, None where there are no fields."""
    if isinstance(type_, Record):
        return order_of(type_)
    if isinstance(type_, ListOf):
        return inner_order(type_.item)
    if isinstance(type_, ById):
        return FieldOrder(keyed=order_of(type_.record))
    return None
