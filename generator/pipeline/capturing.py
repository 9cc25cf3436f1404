"""Captures beside the content: the source that one is taken of, and the quotes that rest on it."""

from msgspec import Struct

from generator.capture.store import StoredCapture, text_of
from generator.errors import EndlessSearchError, UsageError
from generator.model.citation import citations
from generator.model.document import Kind
from generator.model.event import Event
from generator.model.source import Source
from generator.pipeline.reading import read_content
from generator.pipeline.workers import Workers, default_jobs
from generator.project import Project
from generator.validate.suggestions import suggestion
from generator.verify.matching import SourceText, find_quote


class Drift(Struct, frozen=True):
    """Which quotes of a source stand in a copy and which do not: `path: field`."""

    standing: tuple[str, ...]
    missing: tuple[str, ...]


def find_source(project: Project, id_: str) -> Source:
    """Return the source; raise UsageError when there is none of that id, or it has problems.

    Other files may have problems; a source that vanishes does not wait for them to be mended.
    """
    reading = read_content(project.root, {}, {}, Workers(default_jobs()))
    entries = [
        entry
        for file in reading.content.files
        for entry in file.entries
        if entry.kind is Kind.SOURCE
    ]
    found = next((entry for entry in entries if entry.id == id_), None)
    if found is None:
        hint = suggestion(id_, [entry.id for entry in entries])
        remedy = hint or f"; write content/sources/{id_}.yaml"
        message = f'no source has the id "{id_}"{remedy}'
        raise UsageError(message)
    if not isinstance(found.noun, Source):
        message = f"{found.path} has problems; run `python build.py check`"
        raise UsageError(message)
    return found.noun


def stands(quote: str, text: SourceText) -> bool:
    """Return whether a quote is found in a text; `verify` says why one is not."""
    try:
        return find_quote(quote, text) is not None
    except EndlessSearchError:
        return False


def drift_of(project: Project, stored: StoredCapture) -> Drift:
    """Return which of the source's quotes stand in a stored copy of it."""
    reading = read_content(project.root, {}, {}, Workers(default_jobs()))
    text = SourceText(text_of(stored))
    standing: list[str] = []
    missing: list[str] = []
    for file in reading.content.files:
        events = [entry.noun for entry in file.entries if isinstance(entry.noun, Event)]
        for cited in citations(events):
            if cited.source == stored.capture.source:
                (standing if stands(cited.text, text) else missing).append(
                    f"{file.path}: {cited.field}"
                )
    return Drift(tuple(standing), tuple(missing))
