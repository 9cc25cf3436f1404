"""What helps to write content: a new event's file, schemas for editors, formatted files."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from generator.errors import UsageError
from generator.exchange.files import replace_whole, write_new
from generator.exchange.formatting import formatted
from generator.exchange.skeleton import SCHEMAS, new_event
from generator.exchange.slugs import slug_of, unique
from generator.exchange.yaml_tree import CannotKeepError
from generator.load.content import parse_document, read_file
from generator.load.discovery import find_files
from generator.load.file_text import decode
from generator.load.typed_values import typed_value
from generator.memory.formed import FormedFiles
from generator.memory.site_memory import program_version
from generator.model.document import Kind
from generator.model.edtf import DateError, parse_edtf
from generator.model.entry import Content, Noun
from generator.model.event import Event
from generator.model.person import Person
from generator.model.settings import SiteSettings
from generator.model.source import Source
from generator.model.static_page import StaticPage
from generator.pipeline.file_reading import understood
from generator.pipeline.reading import read_content
from generator.pipeline.workers import Workers, default_jobs
from generator.problem import Problem
from generator.project import Project
from generator.validate.field_order import order_of
from generator.validate.json_schema import json_schemas
from generator.validate.schema import RECORDS
from generator.validate.suggestions import suggestion

IGNORE = "# Written by `build.py schema`, anew whenever it is asked to.\n*\n"


class FormatReport(Struct, frozen=True):
    """What came of formatting: paths changed, paths as they should be, and those left alone.

    `refused` are places that cannot be kept whole, with the reason; `broken` are no YAML.
    """

    changed: tuple[str, ...]
    unchanged: int
    refused: tuple[tuple[str, str], ...]
    broken: tuple[Problem, ...]


def whole_content(project: Project) -> Content:
    """Return all content, right or wrong."""
    return read_content(project.root, {}, {}, Workers(default_jobs())).content


def known_ids(content: Content) -> dict[Kind, dict[str, str]]:
    """Return the ids that the content has, by kind, each with what it stands for."""
    known: dict[Kind, dict[str, str]] = {kind: {} for kind in Kind}
    for file in content.files:
        for entry in file.entries:
            if entry.id:
                known[entry.kind][entry.id] = words_for(entry.noun)
            if isinstance(entry.noun, SiteSettings):
                known[Kind.CATEGORY] |= {each.id: each.label for each in entry.noun.categories}
        for id_ in file.categories:
            known[Kind.CATEGORY].setdefault(id_, "")
    return known


def words_for(noun: Noun | None) -> str:
    """Return what an entry is called; nobody's name that is withheld."""
    if isinstance(noun, Source):
        return f"{noun.title} — {noun.publisher}"
    if isinstance(noun, Person):
        name = "(name withheld)" if noun.is_withheld else noun.name
        return f"{name}, {noun.role}" if noun.role and not noun.is_withheld else name
    if isinstance(noun, Event):
        return f"{noun.title} ({noun.date.text})"
    if noun is None or isinstance(noun, SiteSettings | StaticPage):
        return ""
    return getattr(noun, "name", "") or getattr(noun, "title", "")


def create_event(project: Project, title: str, date: str, category: str) -> str:
    """Write a new event's file; return its path from the project's root."""
    content = whole_content(project)
    categories = known_ids(content)[Kind.CATEGORY]
    folder = f"content/events/{year_of(date)}"
    if category and category not in categories:
        hint = suggestion(category, categories) or f"; there are {', '.join(categories)}"
        raise UsageError(f'no category has the id "{category}"{hint}')
    if len(categories) == 1:
        category = next(iter(categories))
    taken = {entry.id for file in content.files for entry in file.entries}
    id_ = unique(slug_of(title, f"event-{date.lower()}" if is_plain(date) else "event"), taken)
    while True:
        path = f"{folder}{id_}.yaml"
        text = new_event(path, title.strip(), date, category, list(categories))
        refuse_title(path, text)
        if write_new(project.root, path, text):
            return path
        taken.add(id_)
        id_ = unique(id_, taken)


def is_plain(date: str) -> bool:
    """Return whether a date can stand in an id."""
    return bool(date) and date.replace("-", "").isdigit() and not date.startswith("-")


def year_of(date: str) -> str:
    """Return the folder of a date's year, empty without a date; raise UsageError for none."""
    if not date:
        return ""
    try:
        points = parse_edtf(date).points
    except DateError as error:
        raise UsageError(f"--date: {error.message}") from error
    year = next(point.year for point in points if not isinstance(point, str))
    return f"{'-' if year < 0 else ''}{abs(year):04d}/"


def refuse_title(path: str, text: str) -> None:
    """Raise UsageError for what is wrong with the title, as a check would say it."""
    for problem in understood(text.encode(), path, Kind.EVENT).problems:
        if problem.field == "title":
            raise UsageError(f"the title: {problem.message}")


def write_schemas(project: Project) -> list[str]:
    """Write the JSON Schema of each kind of document; return their paths."""
    write_new(project.root, ".verbatim/.gitignore", IGNORE)
    paths: list[str] = []
    for name, schema in json_schemas(known_ids(whole_content(project))).items():
        path = f"{SCHEMAS}/{name}.json"
        text = msgspec.json.format(msgspec.json.encode(schema), indent=2).decode() + "\n"
        if not write_new(project.root, path, text):
            replace_whole(project.root / path, text)
        paths.append(path)
    return paths


def format_files(project: Project, paths: Sequence[Path], *, is_written: bool) -> FormatReport:
    """Format the content files, or those among the paths; write them unless only asked."""
    changed: list[str] = []
    refused: list[tuple[str, str]] = []
    broken: list[Problem] = []
    unchanged = 0
    formed = FormedFiles(project.root, program_version())
    for path, kind in wanted_files(project, paths):
        content = read_file(project.root, path)
        if isinstance(content, bytes) and formed.has(kind, content):
            unchanged += 1
            continue
        found = typed_text(content, path, kind)
        if not isinstance(found, str):
            broken += found
            continue
        try:
            text = formatted(found, order_of(RECORDS[kind]), typed_value)
        except CannotKeepError as error:
            refused.append((f"{path}:{error.line}:{error.column}", str(error)))
            continue
        formed.add(kind, text.encode())
        unchanged += text == found
        if text != found:
            changed.append(path)
            if is_written:
                replace_whole(project.root / path, text)
    formed.save(is_all=not paths)
    return FormatReport(tuple(changed), unchanged, tuple(refused), tuple(broken))


def wanted_files(project: Project, paths: Sequence[Path]) -> Iterator[tuple[str, Kind]]:
    """Yield the YAML files of the content that lie in or are one of the paths."""
    files = [each for each in find_files(project.root).documents if each[1] is not Kind.PAGE]
    if not paths:
        yield from files
        return
    real = {(project.root / path).resolve(): (path, kind) for path, kind in files}
    wanted = [path.resolve() for path in paths]
    for path, whole in zip(paths, wanted, strict=True):
        if not any(file == whole or whole in file.parents for file in real):
            raise UsageError(f"{path}: no YAML file of the project's content")
    for file, found in real.items():
        if any(file == whole or whole in file.parents for whole in wanted):
            yield found


def typed_text(content: bytes | Problem, path: str, kind: Kind) -> str | list[Problem]:
    """Return a file's text, or the problems of its form."""
    if isinstance(content, Problem):
        return [content]
    _, problems = parse_document(content, path, kind)
    text = decode(content, path)
    return problems or (text if isinstance(text, str) else [text])


__all__ = [
    "FormatReport",
    "create_event",
    "format_files",
    "known_ids",
    "whole_content",
    "write_schemas",
]
