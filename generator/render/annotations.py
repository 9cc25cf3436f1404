"""Annotations: where quoted words stand in their source, as W3C Web Annotations (2017)."""

from collections.abc import Iterator, Mapping

import msgspec

from generator.model.page import AnnotationsPage
from generator.model.published import Annotation, PublishedEvent
from generator.model.settings import SiteSettings
from generator.model.source import Source
from generator.model.verification import Passage
from generator.render.links import permalink
from generator.render.records import Record, Value

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotation_page_record(page: AnnotationsPage, base_url: str = "") -> Record:
    """Return the page of all annotations of one source (Web Annotation Data Model 5.2)."""
    id_ = permalink(page.path, base_url) or page.path
    source = page.source.source
    return {
        "@context": CONTEXT,
        "id": id_,
        "type": "AnnotationPage",
        "items": [annotation_record(each, source, id_, base_url) for each in page.annotations],
    }


def event_annotations(event: PublishedEvent, base_url: str) -> Iterator[tuple[str, Record]]:
    """Yield the annotations of the event's quoted words, each with the digest of the words."""
    cited = [(q.anchor, q.text, q.language, q.source, q.standing) for q in event.quotes]
    claims = (claim for comparison in event.comparisons for claim in comparison.claims)
    cited += [("figures", c.quote, "", c.source, c.standing) for c in claims if c.standing]
    for anchor, text, language, source, standing in cited:
        if standing.passages:
            path = f"{event.path}#{anchor}"
            each = Annotation(text=text, language=language, path=path, standing=standing)
            own, _, _ = standing.annotation.partition("#")
            page = permalink(own, base_url) or own
            yield standing.digest, annotation_record(each, source.source, page, base_url)


def collection_text(path: str, items: Mapping[str, bytes], settings: SiteSettings) -> bytes:
    """Return all annotations as a collection of one page (Web Annotation Data Model 5.1)."""
    id_ = permalink(path, settings.base_url) or path
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


def annotation_record(each: Annotation, source: Source, page: str, base_url: str) -> Record:
    """Return one quote's annotation: its words on this site, linked to where they stand."""
    path, _, anchor = each.path.partition("#")
    words: Record = {"type": "TextualBody", "value": each.text, "format": "text/plain"}
    if each.language:
        words["language"] = each.language
    targets: list[Value] = [
        target_record(passage, source, each) for passage in each.standing.passages
    ]
    return {
        "id": f"{page}#{each.standing.digest}",
        "type": "Annotation",
        "motivation": "linking",
        "created": each.standing.checked_at,
        "body": [words, f"{permalink(path, base_url) or path}#{anchor}"],
        "target": targets[0] if len(targets) == 1 else targets,
    }


def target_record(passage: Passage, source: Source, each: Annotation) -> Record:
    """Return a passage of the source as it was on the day of the copy (4.2.4, 4.3.1)."""
    selector: Record = {"type": "TextQuoteSelector", "exact": one_line(passage.exact)}
    if passage.prefix:
        selector["prefix"] = one_line(passage.prefix)
    if passage.suffix:
        selector["suffix"] = one_line(passage.suffix)
    state: Record = {"type": "TimeState", "sourceDate": each.standing.taken_at}
    if source.archive_url:
        state["cached"] = source.archive_url
    return {
        "type": "SpecificResource",
        "source": source.url,
        "selector": selector,
        "state": state,
    }


def one_line(text: str) -> str:
    """Return the text with blocks told apart by no more than a space."""
    return text.replace("\n", " ")
