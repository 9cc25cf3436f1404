"""Tables of what belongs to which event: places, people, tags, relations, disputes, images."""

from generator.model.event import Relation
from generator.model.tables.rows import (
    EVENT,
    NUMBER,
    disputes_of,
    id_of,
    media_of,
    people_of,
    places_of,
    relations_of,
    tags_of,
    values,
)
from generator.model.tables.table import Table, flag, integer, text

EVENT_PLACES = Table(
    name="event_places",
    title="Places of events",
    meaning="Which event happened where.",
    rows=places_of,
    key=("event", "place"),
    columns=(
        text("event", EVENT, lambda e, _, __: e.id, required=True, refers_to="events"),
        text(
            "place", "The place.", lambda _, __, p: id_of(p.path), required=True, refers_to="places"
        ),
        integer("number", NUMBER, lambda _, n, __: n, required=True, least=1),
    ),
)

EVENT_PEOPLE = Table(
    name="event_people",
    title="People of events",
    meaning="Who took part in which event, as far as they may be named.",
    rows=people_of,
    key=("event", "person"),
    columns=(
        text("event", EVENT, lambda e, _: e.id, required=True, refers_to="events"),
        text(
            "person",
            "The person or organisation.",
            lambda _, p: id_of(p.path),
            required=True,
            refers_to="people",
        ),
    ),
)

EVENT_TAGS = Table(
    name="event_tags",
    title="Tags of events",
    meaning="Which event bears which tag.",
    rows=tags_of,
    key=("event", "tag"),
    columns=(
        text("event", EVENT, lambda e, _: e.id, required=True, refers_to="events"),
        text("tag", "The tag.", lambda _, t: t.term, required=True),
    ),
)

EVENT_RELATIONS = Table(
    name="event_relations",
    title="Relations between events",
    meaning="Which event is said to relate to which other.",
    rows=relations_of,
    key=("event", "relation", "related"),
    columns=(
        text("event", EVENT, lambda e, _: e.id, required=True, refers_to="events"),
        text(
            "relation",
            "How it relates to the other event.",
            lambda _, r: r.relation.value,
            required=True,
            values=values(Relation),
        ),
        text(
            "related",
            "The other event.",
            lambda _, r: id_of(r.event.path),
            required=True,
            refers_to="events",
        ),
    ),
)

CLAIM_DISPUTES = Table(
    name="claim_disputes",
    title="Disputes of claims",
    meaning="Who disputes which claim, as far as they may be named.",
    rows=disputes_of,
    key=("claim", "person"),
    columns=(
        text(
            "claim",
            "The claim.",
            lambda e, n, _: f"{e.id}/claim-{n}",
            required=True,
            refers_to="claims",
        ),
        text(
            "person",
            "The person or organisation.",
            lambda _, __, p: id_of(p.path),
            required=True,
            refers_to="people",
        ),
    ),
)

MEDIA = Table(
    name="media",
    title="Images",
    meaning="One row an image of an event, with whose it is; the images keep their own licences.",
    rows=media_of,
    key=("event", "number"),
    columns=(
        text("event", EVENT, lambda e, _, __: e.id, required=True, refers_to="events"),
        integer("number", NUMBER, lambda _, n, __: n, required=True, least=1),
        text(
            "path",
            "Address of the image, from the site's root.",
            lambda _, __, m: m.path,
            required=True,
        ),
        text("alt", "What it shows, in words.", lambda _, __, m: m.alt, required=True),
        text("credit", "Whose it is.", lambda _, __, m: m.credit, required=True),
        text("licence", "Under which terms.", lambda _, __, m: m.licence),
        text("caption", "Its caption, Markdown.", lambda _, __, m: m.caption),
        flag(
            "graphic",
            "Whether it shows what a reader may not want to see.",
            lambda _, __, m: m.graphic,
        ),
    ),
)
