"""The database: all tables of the open data in one SQLite file, the same bytes on every machine."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from generator.model.tables.table import Cell, Column, ColumnType, Table

PAGE = 4096
# What is removed is overwritten, so that no page holds what chance left in it.
PRAGMAS = (
    ("page_size", PAGE),
    ("encoding", "'UTF-8'"),
    ("auto_vacuum", 0),
    ("secure_delete", 1),
)
# NUMERIC keeps a whole number whole; what REAL keeps depends on the library's age.
TYPES = {
    ColumnType.STRING: "TEXT",
    ColumnType.INTEGER: "INTEGER",
    ColumnType.NUMBER: "NUMERIC",
    ColumnType.DATE: "TEXT",
    ColumnType.BOOLEAN: "INTEGER",
}
ABOUT = "CREATE TABLE about (\n  name TEXT NOT NULL PRIMARY KEY,\n  value TEXT NOT NULL\n)"
# https://www.sqlite.org/fileformat2.html, 1.3: which library wrote the file, and at which change.
HEADER, WRITTEN_BY = 100, slice(92, 100)
# The same, 1.6: the kinds of b-tree pages, with the size of what each begins with.
B_TREES = {2: 12, 5: 12, 10: 8, 13: 8}


def database(
    about: Mapping[str, str], tables: Iterable[tuple[Table, Iterable[Sequence[Cell]]]]
) -> bytes:
    """Return a SQLite file of these tables with their rows, and one of what the file is about.

    Every rowid is the row's place in the table as it is given here.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for name, value in PRAGMAS:
            connection.execute(f"PRAGMA {name} = {value}")
        connection.execute("BEGIN")
        connection.execute(ABOUT)
        connection.executemany("INSERT INTO about VALUES (?, ?)", about.items())
        for table, rows in tables:
            connection.execute(definition(table))
            marks = ", ".join("?" * len(table.columns))
            connection.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', rows)  # noqa: S608 - a name of ours
            for column in indexed(table):
                name = f"{table.name}_{column.name}"
                connection.execute(f'CREATE INDEX "{name}" ON "{table.name}" ("{column.name}")')
        connection.execute("COMMIT")
        # Keys in random order make pages that differ by the library's age; copied, they are alike.
        connection.execute("VACUUM")
        return without_remains(connection.serialize())
    finally:
        connection.close()


def definition(table: Table) -> str:
    """Return the statement that makes a table; comments in it say what its columns mean."""
    keys = ", ".join(f'"{name}"' for name in table.key)
    lines = [(column_definition(each), each.meaning) for each in table.columns]
    lines.append((f"PRIMARY KEY ({keys})", ""))
    lines.extend(
        (f'FOREIGN KEY ("{each.name}") REFERENCES "{each.refers_to}" ("id")', "")
        for each in table.columns
        if each.refers_to
    )
    last = len(lines) - 1
    body = "\n".join(
        f"  {line}{',' if number < last else ''}{f' -- {meaning}' if meaning else ''}"
        for number, (line, meaning) in enumerate(lines)
    )
    return f'CREATE TABLE "{table.name}" ( -- {table.meaning}\n{body}\n)'


def column_definition(column: Column) -> str:
    """Return a column's type and constraints."""
    parts = [f'"{column.name}"', TYPES[column.type]]
    if column.required:
        parts.append("NOT NULL")
    if column.values:
        values = ", ".join(f"'{value}'" for value in column.values)
        parts.append(f'CHECK ("{column.name}" IN ({values}))')
    if column.type is ColumnType.BOOLEAN:
        parts.append(f'CHECK ("{column.name}" IN (0, 1))')
    return " ".join(parts)


def indexed(table: Table) -> list[Column]:
    """Return the columns by which rows are looked for, but for what the key itself finds."""
    return [
        column
        for column in table.columns
        if (column.refers_to or column.type is ColumnType.DATE) and column.name != table.key[0]
    ]


def without_remains(written: bytes) -> bytes:
    """Return a database without what depends on the library, and no content needs.

    That is the library's version, and what earlier states of a page left where no cell is.
    """
    content = bytearray(written)
    content[WRITTEN_BY] = bytes(8)
    for start in range(0, len(content), PAGE):
        head = start or HEADER
        # Any other page begins with a page number below 2 ** 24.
        size = B_TREES.get(content[head])
        if size:
            free = head + size + 2 * int.from_bytes(content[head + 3 : head + 5])
            end = start + int.from_bytes(content[head + 5 : head + 7])
            content[free:end] = bytes(end - free)
    return bytes(content)
