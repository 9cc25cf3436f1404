"""Tables of events and of their corrections."""

from generator.model.event import CorrectionKind, PartOfDay
from generator.model.partial_date import Certainty, Precision
from generator.model.tables.rows import NUMBER, corrections_of, id_of, names, values
from generator.model.tables.table import Table, dated, flag, integer, text

EVENTS = Table(
    name="events",
    title="Events",
    meaning="One row an event, in the order of the timeline.",
    rows=lambda event: ((event,),),
    columns=(
        text(
            "id", "Permanent id; also the last part of its address.", lambda e: e.id, required=True
        ),
        text("title", "What happened, in one line.", lambda e: e.title, required=True),
        *dated(
            "date",
            "When it happened, in EDTF (ISO 8601-2), as typed.",
            lambda e: e.when.date,
            prefix="",
        ),
        text(
            "precision",
            "How finely the date is known.",
            lambda e: e.when.date.precision.name.lower(),
            required=True,
            values=names(Precision),
        ),
        text(
            "certainty",
            "How sure the date is; the days before are never widened for it.",
            lambda e: e.when.date.certainty.name.lower(),
            required=True,
            values=names(Certainty),
        ),
        text("time", "Local time, where it is known.", lambda e: str(e.when.time or "")),
        flag(
            "time_is_approximate",
            "Whether the time is said to be about right only.",
            lambda e: bool(e.when.time and e.when.time.is_approximate),
        ),
        text(
            "part_of_day",
            "Part of the day, in local time; a night begins on the day.",
            lambda e: e.when.part_of_day and e.when.part_of_day.value,
            values=values(PartOfDay),
        ),
        text("timezone", "Time zone by its IANA name.", lambda e: e.when.timezone),
        integer(
            "utc_offset_minutes",
            "Minutes that the local time is ahead of UTC.",
            lambda e: e.when.utc_offset,
        ),
        text(
            "category",
            "Its category.",
            lambda e: e.category.category.id,
            required=True,
            refers_to="categories",
        ),
        text("summary", "In a sentence or two, Markdown.", lambda e: e.summary),
        text("body", "At length, Markdown.", lambda e: e.body),
        text("content_note", "What a reader may not want to see.", lambda e: e.content_note),
        *dated("reported", "When it was first reported in public.", lambda e: e.reported),
        *dated("published", "When it was first published here.", lambda e: e.published),
        *dated("updated", "When it was last changed in substance.", lambda e: e.updated),
        text("path", "Address of its page, from the site's root.", lambda e: e.path, required=True),
    ),
)

CORRECTIONS = Table(
    name="corrections",
    title="Corrections",
    meaning="One row a public correction; those of retracted events have an address and no event.",
    rows=corrections_of,
    columns=(
        text(
            "id",
            "Event and number.",
            lambda p, _, n, __: f"{id_of(p)}/correction-{n}",
            required=True,
        ),
        text(
            "event",
            "The event; empty where it was retracted.",
            lambda _, e, __, ___: e,
            refers_to="events",
        ),
        integer("number", NUMBER, lambda _, __, n, ___: n, required=True, least=1),
        *dated("date", "When it was made.", lambda _, __, ___, c: c.date, prefix=""),
        text(
            "kind",
            "Why the event was changed.",
            lambda _, __, ___, c: c.kind.value,
            required=True,
            values=values(CorrectionKind),
        ),
        text("text", "What was changed.", lambda _, __, ___, c: c.text, required=True),
        text("was", "The words before.", lambda _, __, ___, c: c.was),
        text("now", "The words after.", lambda _, __, ___, c: c.now),
        text(
            "path",
            "Address of the event's page, from the site's root.",
            lambda p, _, __, ___: p,
            required=True,
        ),
    ),
)
