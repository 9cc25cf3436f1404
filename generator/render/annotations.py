"""Annotations: all words that are quoted, linked to their sources, as W3C Web Annotations (2017).

Words that were found in a copy are given as they stand there, with those around them. Of all others
there is no more to say than what was typed; that is said too (`classifying`), so that nobody takes
the one for the other. What stands beside words on the site travels with them.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC

import msgspec

from generator.model.annotation import Annotation, annotations_of
from generator.model.clock import Timestamp
from generator.model.page import AnnotationsPage
from generator.model.published import PublishedEvent, PublishedSource
from generator.model.quote import runs_of_words
from generator.model.settings import SiteSettings
from generator.model.verification import Passage
from generator.render.links import permalink
from generator.render.records import Record, Value

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# Here all annotations are; each is called by its place here wherever else it is, so that its id
# stays when a copy of its source is found or lost.
COLLECTION = "/data/annotations.json"


def annotation_page_record(page: AnnotationsPage, base_url: str = "") -> Record:
    """Return the page of all annotations of one source (Web Annotation Data Model 5.2)."""
    return {
        "@context": CONTEXT,
        "id": address(page.path, base_url),
        "type": "AnnotationPage",
        "items": [annotation_record(each, base_url) for each in page.annotations],
    }


def event_annotations(event: PublishedEvent, base_url: str) -> Iterator[tuple[str, Record]]:
    """Yield the annotations of the event's quoted words, each with the digest of the words."""
    for each in annotations_of(event):
        yield each.digest, annotation_record(each, base_url)


def collection_text(path: str, items: Mapping[str, bytes], settings: SiteSettings) -> bytes:
    """Return all annotations as a collection of one page (Web Annotation Data Model 5.1)."""
    id_ = address(path, settings.base_url)
    head: Record = {
        "@context": CONTEXT,
        "id": id_,
        "type": "AnnotationCollection",
        "label": settings.title,
        "total": len(items),
    }
    if not items:
        return msgspec.json.encode(head) + b"\n"
    page: Record = {"id": f"{id_}#page", "type": "AnnotationPage", "startIndex": 0}
    before = msgspec.json.encode(head | {"last": page["id"], "first": page})
    return b'%b,"items":[\n%b\n]}}\n' % (before[:-2], b",\n".join(items.values()))


def annotation_record(each: Annotation, base_url: str) -> Record:
    """Return one quote's annotation: its words on this site, linked to its source."""
    record: Record = {
        "id": f"{address(COLLECTION, base_url)}#{each.digest}",
        "type": "Annotation",
        "motivation": "linking",
    }
    if each.standing.checked_at:
        record["created"] = each.standing.checked_at
    targets = targets_of(each, base_url)
    return record | {
        "body": bodies_of(each, base_url),
        "target": targets[0] if len(targets) == 1 else targets,
    }


def bodies_of(each: Annotation, base_url: str) -> list[Value]:
    """Return the words, where the site has them, and what must be known of them (3.3.5)."""
    path, _, anchor = each.path.partition("#")
    words = text_body(each.text)
    if each.language:
        words["language"] = each.language
    bodies: list[Value] = [words, f"{address(path, base_url)}#{anchor}"]
    # Not `assessing`, which some published versions of the context lack.
    bodies.append(text_body(each.standing.kind.value, "classifying"))
    if each.in_captivity:
        bodies.append(text_body("in_captivity", "tagging"))
    if each.content_note:
        bodies.append(text_body(each.content_note, "commenting"))
    return bodies


def text_body(value: str, purpose: str = "") -> Record:
    """Return a text with what it is for, if that is another thing than the annotation is for."""
    body: Record = {"type": "TextualBody", "value": value, "format": "text/plain"}
    if purpose:
        body["purpose"] = purpose
    return body


def targets_of(each: Annotation, base_url: str) -> list[Value]:
    """Return the passages of the source that are quoted; all of it where no words are left."""
    source = source_address(each.source, base_url)
    found = each.standing.passages
    runs = [passage_selector(passage) for passage in found]
    runs = runs or [selector(words) for words in runs_of_words(each.text)]
    if not runs:
        return [source]
    state = state_of(each)
    target: Record = {"type": "SpecificResource", "source": source}
    return [target | {"selector": run} | ({"state": state} if state else {}) for run in runs]


def source_address(published: PublishedSource, base_url: str) -> str:
    """Return the source's address; what the site calls it where readers cannot reach it."""
    return published.source.url or f"{address(published.path, base_url)}#source"


def passage_selector(passage: Passage) -> Record:
    """Return what finds words in the source by those around them (4.2.4)."""
    found = selector(one_line(passage.exact))
    if passage.prefix:
        found["prefix"] = one_line(passage.prefix)
    if passage.suffix:
        found["suffix"] = one_line(passage.suffix)
    return found


def selector(words: str) -> Record:
    """Return what finds words in the source by themselves (4.2.4)."""
    return {"type": "TextQuoteSelector", "exact": words}


def state_of(each: Annotation) -> Record:
    """Return of when the source is meant, and its archived copy (4.3.1); empty if unknown."""
    source = each.source.source
    state: Record = {"type": "TimeState"}
    if each.standing.passages:
        state["sourceDate"] = each.standing.taken_at
    elif isinstance(source.archived_at, Timestamp):
        moment = source.archived_at.instant.astimezone(UTC)
        state["sourceDate"] = f"{moment:%Y-%m-%dT%H:%M:%SZ}"
    if source.archive_url:
        state["cached"] = source.archive_url
    return state if len(state) > 1 else {}


def address(path: str, base_url: str) -> str:
    """Return the whole address of a path, the path alone where the site does not know its own."""
    return permalink(path, base_url) or path


def one_line(text: str) -> str:
    """Return the text with blocks told apart by no more than a space."""
    return text.replace("\n", " ")
