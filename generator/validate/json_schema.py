"""JSON Schemas (2020-12) for editors, out of the one declaration of fields.

Editors read YAML by its core schema, in which `2022` is a number and nothing is null; so
a text may be a number there, and an optional field null. What a check accepts, the schema accepts;
what only a check can know, such as whether a day is in the calendar, the schema lets pass.
"""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from generator.model.document import Kind
from generator.validate.fields.base import FieldType
from generator.validate.fields.structure import ById, Check, ListOf, Record
from generator.validate.fields.text import Choice, Identifier
from generator.validate.json_schema_texts import ID, NO_TEXT, scalar_schema
from generator.validate.schema import RECORDS
from generator.validate.together import check_coordinates, check_retraction

Schema = dict[str, Any]
Known = Mapping[Kind, Mapping[str, str]]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
ALONE = {Kind.SITE, Kind.PAGE}


def json_schemas(known: Known) -> dict[str, Schema]:
    """Return a schema for each kind of document, by the kind's name.

    `known` are the ids that the project has, by kind, each with what it stands for.
    """
    return {kind.value: document_schema(kind, record, known) for kind, record in RECORDS.items()}


def document_schema(kind: Kind, record: Record, known: Known) -> Schema:
    """Return the schema of a file of that kind: one entry, or a list of entries with ids."""
    writer = SchemaWriter(known, {})
    entry = writer.reference(record)
    schema: Schema = {"$schema": DIALECT, "title": f"Verbatim: {record.name}"}
    if kind in ALONE:
        schema |= entry
    else:
        listed = {"type": "array", "items": {**entry, "required": ["id"]}}
        schema["anyOf"] = [entry, listed]
    return {**schema, "$defs": dict(sorted(writer.definitions.items()))}


class SchemaWriter(Struct):
    """Writes the schemas of records and fields; `definitions` gathers what is referred to."""

    known: Known
    definitions: dict[str, Schema]

    def reference(self, record: Record) -> Schema:
        """Return a reference to a record's schema, which is written when first asked for."""
        name = record.name.replace(" ", "-")
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self.record(record)
        return {"$ref": f"#/$defs/{name}"}

    def record(self, record: Record) -> Schema:
        """Return the schema of a record's fields."""
        rules = [exclusion(first, second) for first, second in record.only_one_of]
        rules += [RULES[check] for check in record.checks if check in RULES]
        return {
            "type": "object",
            "properties": {
                field.name: self.field(field.type, field.meaning, is_required=field.is_required)
                for field in record.fields
            },
            "required": list(record.required),
            "additionalProperties": False,
            **({"allOf": rules} if rules else {}),
        }

    def field(self, type_: FieldType, meaning: str, *, is_required: bool) -> Schema:
        """Return a field's schema with its meaning; an optional one may be empty."""
        schema = self.value(type_)
        if not is_required:
            schema = {"anyOf": [schema, NO_TEXT]} if "$ref" in schema else with_null(schema)
        form = type_.description
        return {"description": f"{meaning}\n\nForm: {form}", **schema}

    def value(self, type_: FieldType) -> Schema:
        """Return the schema of a value of that type."""
        if isinstance(type_, Record):
            return self.reference(type_)
        if isinstance(type_, ListOf):
            unique = {"uniqueItems": True} if type_.is_set else {}
            return {"type": ["array"], "items": self.value(type_.item), **unique}
        if isinstance(type_, ById):
            inner = self.reference(type_.record)
            return {"type": ["object"], "propertyNames": ID, "additionalProperties": inner}
        if isinstance(type_, Choice):
            return {"enum": [option.value for option in type_.options]}
        if isinstance(type_, Identifier):
            return self.identifier(type_)
        return scalar_schema(type_)

    def identifier(self, type_: Identifier) -> Schema:
        """Return the schema of an id: of those that the project has, if it has any."""
        ids = None if type_.refers_to is None else self.known.get(type_.refers_to)
        if ids is None:
            return {**ID, "type": ["string", "integer"]}
        name = f"{type_.refers_to}-ids"
        # A number is what an editor takes an id of digits for.
        pairs = [(typed, words) for id_, words in sorted(ids.items()) for typed in as_read(id_)]
        self.definitions[name] = {
            "enum": [typed for typed, _ in pairs],
            "enumDescriptions": [words for _, words in pairs],
        }
        return {"$ref": f"#/$defs/{name}"}


def as_read(id_: str) -> list[str | int]:
    """Return an id in the ways in which an editor may have read it."""
    return [id_, int(id_)] if id_.isdigit() else [id_]


def with_null(schema: Schema) -> Schema:
    """Return the schema, met by an empty value too."""
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], NO_TEXT]}
    return {**schema, "type": [*schema["type"], "null"]}


def has(name: str) -> Schema:
    """Return the schema that a mapping meets when the field is there and not empty."""
    return {"required": [name], "properties": {name: {"not": NO_TEXT}}}


def exclusion(first: str, second: str) -> Schema:
    """Return the schema of two fields that exclude one another."""
    return {"not": {"allOf": [has(first), has(second)]}}


RULES: dict[Check, Schema] = {
    check_coordinates: {
        "allOf": [
            {"if": has("lat"), "then": {"required": ["lon"]}},
            {"if": has("lon"), "then": {"required": ["lat"]}},
        ]
    },
    check_retraction: {
        "if": {"required": ["status"], "properties": {"status": {"const": "retracted"}}},
        "then": {
            "required": ["corrections"],
            "properties": {
                "corrections": {
                    "contains": {
                        "required": ["kind"],
                        "properties": {"kind": {"const": "retraction"}},
                    }
                }
            },
        },
    },
}
