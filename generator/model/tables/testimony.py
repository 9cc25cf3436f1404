"""Tables of what sources say: quotes, and claims of numbers."""

from generator.model.claim import ClaimStatus, Qualifier
from generator.model.published import (
    StandingKind,
)
from generator.model.tables.rows import (
    EVENT,
    NUMBER,
    claims_of,
    exact,
    id_of,
    person_id,
    quotes_of,
    values,
)
from generator.model.tables.table import Table, dated, flag, integer, number, text

QUOTES = Table(
    name="quotes",
    title="Quotes",
    meaning="One row a quote, with the exact words of its source.",
    rows=quotes_of,
    has_quotes=True,
    columns=(
        text(
            "id",
            "Event and number; may change when quotes are put before it.",
            lambda e, n, _: f"{e.id}/quote-{n}",
            required=True,
        ),
        text("event", EVENT, lambda e, _, __: e.id, required=True, refers_to="events"),
        integer("number", NUMBER, lambda _, n, __: n, required=True, least=1),
        text(
            "text",
            "Exact words; […] is an elision, [word] an insertion.",
            lambda _, __, q: q.text,
            required=True,
        ),
        text(
            "source",
            "Where the words stand.",
            lambda _, __, q: id_of(q.source.path),
            required=True,
            refers_to="sources",
        ),
        text(
            "speaker",
            "Who said it; empty where unnamed or withheld.",
            lambda _, __, q: person_id(q.speaker),
            refers_to="people",
        ),
        flag(
            "speaker_is_withheld",
            "Whether the speaker's name is withheld.",
            lambda _, __, q: bool(q.speaker and q.speaker.is_withheld),
        ),
        text(
            "attribution",
            "Who said it, in the source's words, where unnamed.",
            lambda _, __, q: q.attribution,
        ),
        text("locator", "Where in the source: page, time, paragraph.", lambda _, __, q: q.locator),
        text("language", "Language of the words (BCP 47).", lambda _, __, q: q.language),
        text(
            "translation",
            "The words in another language.",
            lambda _, __, q: q.translation and q.translation.text,
        ),
        text(
            "translation_language",
            "Language of the translation (BCP 47).",
            lambda _, __, q: q.translation and q.translation.language,
        ),
        text(
            "translator",
            "Who translated it.",
            lambda _, __, q: q.translation and q.translation.translator,
        ),
        text(
            "translated_from",
            "Language of the original, where only a translation is known.",
            lambda _, __, q: q.translated_from,
        ),
        *dated("said", "When it was said.", lambda _, __, q: q.said),
        text("context", "Circumstances that the words need.", lambda _, __, q: q.context),
        flag(
            "in_captivity", "Whether the speaker was held captive.", lambda _, __, q: q.in_captivity
        ),
        text(
            "standing",
            "How far the words were checked against a stored copy of the source.",
            lambda _, __, q: q.standing.kind.value,
            required=True,
            values=values(StandingKind),
        ),
        text("checked", "When they were checked, in UTC.", lambda _, __, q: q.standing.checked_at),
        text(
            "copy_taken", "When the copy was taken, in UTC.", lambda _, __, q: q.standing.taken_at
        ),
        text("copy_sha256", "SHA-256 of the copy.", lambda _, __, q: q.standing.capture),
    ),
)

CLAIMS = Table(
    name="claims",
    title="Claims",
    meaning="One row a claimant's number for a figure; rival numbers stand side by side.",
    rows=claims_of,
    has_quotes=True,
    columns=(
        text(
            "id",
            "Event and number; may change when claims are put before it.",
            lambda e, n, _: f"{e.id}/claim-{n}",
            required=True,
        ),
        text("event", EVENT, lambda e, _, __: e.id, required=True, refers_to="events"),
        integer("number", NUMBER, lambda _, n, __: n, required=True, least=1),
        text(
            "figure",
            "What is counted.",
            lambda _, __, c: c.figure.id,
            required=True,
            refers_to="figures",
        ),
        text(
            "claimant",
            "Who claims it; empty where the name is withheld.",
            lambda _, __, c: person_id(c.claimant),
            refers_to="people",
        ),
        flag(
            "claimant_is_withheld",
            "Whether the claimant's name is withheld.",
            lambda _, __, c: c.claimant.is_withheld,
        ),
        text(
            "source",
            "Where the claim stands.",
            lambda _, __, c: id_of(c.source.path),
            required=True,
            refers_to="sources",
        ),
        number(
            "value",
            "The number; empty where the source gives a range or none.",
            lambda _, __, c: exact(c.value),
        ),
        number("low", "Lower end of a range.", lambda _, __, c: exact(c.low)),
        number("high", "Upper end of a range.", lambda _, __, c: exact(c.high)),
        text(
            "qualifier",
            "How the source hedges its number.",
            lambda _, __, c: c.qualifier.value,
            required=True,
            values=values(Qualifier),
        ),
        *dated("as_of", "The day for which the number is said to hold.", lambda _, __, c: c.as_of),
        text(
            "status",
            "What is known of its truth.",
            lambda _, __, c: c.status.value,
            required=True,
            values=values(ClaimStatus),
        ),
        text("quote", "The source's own words that it rests on.", lambda _, __, c: c.quote),
        text(
            "standing",
            "How far those words were checked.",
            lambda _, __, c: c.standing and c.standing.kind.value,
            values=values(StandingKind),
        ),
        text("note", "What a reader needs to know besides.", lambda _, __, c: c.note),
        flag(
            "milestone",
            "Whether the editors single the number out as one reported as reached.",
            lambda _, __, c: c.milestone,
        ),
    ),
)
