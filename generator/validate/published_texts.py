"""Published texts: every text of the content that may reach readers, found by the schema.

Names of files, addresses and ids are among them, references to other entries are not: the entry
that is referred to has the id itself.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from generator.model.document import Kind
from generator.model.entry import Noun
from generator.model.event import Event, Status
from generator.model.settings import SiteSettings
from generator.model.source import Source
from generator.model.static_page import StaticPage
from generator.model.timeline import Timeline
from generator.validate.fields.acknowledging import ACKNOWLEDGED
from generator.validate.fields.base import FieldType
from generator.validate.fields.structure import ById, ListOf, Record
from generator.validate.fields.text import Identifier
from generator.validate.schema import DECISION, RECORDS

Text = tuple[str, str]


def nouns_besides_events(
    timeline: Timeline, settings: SiteSettings
) -> Iterator[tuple[Kind, str, Noun]]:
    """Yield every noun that may be published but events: its kind, its id and itself."""
    yield Kind.SITE, "site", settings
    for page in timeline.pages:
        yield Kind.PAGE, page.id, page
    for kind, nouns in (
        (Kind.SOURCE, timeline.sources.values()),
        (Kind.PLACE, timeline.places.values()),
        (Kind.FIGURE, timeline.figures.values()),
        (Kind.PERSON, (each for each in timeline.people.values() if not each.is_withheld)),
    ):
        for noun in nouns:
            yield kind, noun.id, noun


def published_events(events: Iterable[Event]) -> Iterator[Event]:
    """Yield the events that readers may see, now or when an embargo ends."""
    return (event for event in events if event.status is not Status.DRAFT)


def texts_of(kind: Kind, noun: Noun) -> Iterator[Text]:
    """Yield each text of a noun that may be published, after its field."""
    if isinstance(noun, StaticPage):
        yield "id", noun.id
        yield "body", noun.body
    is_hidden = isinstance(noun, Source) and noun.restricted
    for field, text in texts_in(RECORDS[kind], noun, ""):
        if text and not (is_hidden and field in {"url", "archive_url"}):
            yield field, text


def texts_in(record: Record, noun: object, path: str) -> Iterator[Text]:
    """Yield each text of what a record describes, after its field."""
    for field in record.fields:
        if field is not ACKNOWLEDGED and field.type is not DECISION:
            value = getattr(noun, field.name, None)
            yield from texts_as(field.type, value, f"{path}{field.name}")


def texts_as(type_: FieldType, value: object, path: str) -> Iterator[Text]:
    """Yield each text of a field's value."""
    if isinstance(type_, Record):
        if value is not None:
            yield from texts_in(type_, value, f"{path}.")
    elif isinstance(type_, ListOf) and isinstance(value, tuple):
        items = (texts_as(type_.item, each, f"{path}[{n}]") for n, each in enumerate(value))
        yield from chain.from_iterable(items)
    elif isinstance(type_, ById) and isinstance(value, tuple):
        for each in value:
            yield f"{path}.{each.id}", each.id
            yield from texts_in(type_.record, each, f"{path}.{each.id}.")
    elif type(value) is str and not (isinstance(type_, Identifier) and type_.refers_to):
        yield path, value
