"""What the tables of open data are called and hold, for the peers' page about them and package."""

from typing import Any

from generator.model.tables.declared import TABLES
from generator.model.tables.table import Column

WORDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "date": "day",
    "boolean": "yes or no",
}


def declared_tables() -> list[dict[str, Any]]:
    """Return every table with its columns as plain data, in order."""
    return [
        {
            "name": table.name,
            "title": table.title,
            "meaning": table.meaning,
            "has_quotes": table.has_quotes,
            "key": list(table.key),
            "columns": [column_data(column, table.key) for column in table.columns],
        }
        for table in TABLES
    ]


def column_data(column: Column, key: tuple[str, ...]) -> dict[str, Any]:
    """Return a column as plain data; `words` is how a page says what it holds."""
    ending = ", key" if column.name in key else ", always there" if column.required else ""
    constraints = {
        "required": column.required or None,
        "enum": list(column.values) or None,
        "minimum": column.least,
    }
    return {
        "name": column.name,
        "type": column.type.value,
        "words": WORDS[column.type.value] + ending,
        "meaning": column.meaning,
        "values": list(column.values),
        "refers_to": column.refers_to,
        "constraints": {name: value for name, value in constraints.items() if value is not None},
    }
