"""The reference documentation, written from the schema and the list of problems.

`python -m generator.cli.reference` writes `docs/content-format.md` and `docs/problems.md`.
"""

from pathlib import Path

from generator.problem import ProblemKind, Severity
from generator.problem_kinds import dates, fields, files, history, links, meaning, quotes
from generator.validate.fields.structure import Record
from generator.validate.schema import PARTS, RECORDS

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"

FILES = {
    "site": "`content/site.yaml`",
    "event": "`content/events/**.yaml`",
    "source": "`content/sources/**.yaml`",
    "person": "`content/people/**.yaml`",
    "place": "`content/places/**.yaml`",
    "figure": "`content/figures/**.yaml`",
    "page": "`content/pages/*.md`, front matter above Markdown",
}
FORMAT_OPENING = """\
# The content format

This page is written from the schema (`generator/validate/schema.py`) by
`python -m generator.cli.reference`; change the schema, not this page.

Content is YAML in `content/`. Every value is read as the text that was typed and then by its
field's own form: `no` is the word no, `12:30:45` is not a number, `2022-03-02` is a date only
where a date belongs. A file holds one entry, or a list of entries. An entry's id is its file's
name without `.yaml`, or its `id` field, which a list needs. Ids are lower-case letters a–z,
digits and single hyphens; they become addresses and never change. An optional field with
nothing behind it counts as left off. Fields marked * are required.
"""
MARKDOWN_CLOSING = """
## Markdown

`summary`, `body` and the pages are Markdown: paragraphs, headings, lists, tables, emphasis,
quotes, code and links. Headings start at the second level. Links lead to `http`, `https` and
`mailto` addresses, or to the site's own pages by their path (`/events/some-id/`), which must
exist. HTML is shown as text. Images belong in `media`, where they have a description. What is too
much for its reader is a problem: [the limits](reliability.md#limits).
"""
SECTIONS = (
    ("Files and YAML", files.ALL),
    ("Fields", fields.ALL),
    ("Dates", dates.ALL),
    ("What does not fit together", links.ALL),
    ("Quotes and numbers", quotes.ALL),
    ("Meaning", meaning.ALL),
    ("What was published before", history.ALL),
)
PROBLEMS_OPENING = """\
# Problems

This page is written from the list in `generator/problem_kinds/` by
`python -m generator.cli.reference`; change the list, not this page.

A build reports every problem of the content in one run, sorted by place, as
`file:line:column: field: message [code]`, and writes nothing: the last good site stays. The
codes are stable. Warnings do not stop a build; `--strict` makes problems of them.
"""


def content_format() -> str:
    """Return the description of every kind of content and its fields, as Markdown."""
    parts = [FORMAT_OPENING]
    parts.extend(record_section(record, FILES[record.name]) for record in RECORDS.values())
    parts.extend(record_section(record, "") for record in PARTS)
    return "\n".join(parts) + MARKDOWN_CLOSING


def record_section(record: Record, file: str) -> str:
    """Return one record's heading and its table of fields."""
    place = f"\n{file}\n" if file else ""
    rows = "\n".join(
        f"| `{field.name}`{'*' if field.is_required else ''} | "
        f"{field.type.description.replace('|', chr(92) + '|')} | {field.meaning} |"
        for field in record.fields
    )
    rules = "".join(
        f"\n`{first}` and `{second}` exclude one another.\n" for first, second in record.only_one_of
    )
    return f"## {record.name}\n{place}\n| field | form | meaning |\n|---|---|---|\n{rows}\n{rules}"


def problem_list() -> str:
    """Return the description of every problem, as Markdown."""
    parts = [PROBLEMS_OPENING]
    for title, kinds in SECTIONS:
        parts.append(f"## {title}\n")
        parts.extend(problem_section(kind) for kind in kinds)
    return "\n".join(parts)


def problem_section(kind: ProblemKind) -> str:
    """Return one problem's heading, meaning and remedy."""
    warning = " (warning)" if kind.severity is Severity.WARNING else ""
    return f"### `{kind.code}`\n\n**{kind.title}{warning}.** {kind.meaning}\n*{kind.remedy}*\n"


def main() -> None:
    """Write both pages."""
    (DOCS / "content-format.md").write_text(content_format(), encoding="utf-8")
    (DOCS / "problems.md").write_text(problem_list(), encoding="utf-8")


if __name__ == "__main__":
    main()
