"""Which fields each kind of content has: the single declaration.

The checks, the JSON Schemas and `docs/content-format.md` derive from it.
"""

from generator.model.claim import Claim as ClaimNoun
from generator.model.claim import ClaimStatus, Figure, Qualifier
from generator.model.document import Kind
from generator.model.event import Correction as CorrectionNoun
from generator.model.event import CorrectionKind, Event, PartOfDay, Relation, Status
from generator.model.event import RelatedEvent as RelatedEventNoun
from generator.model.media import Media as MediaNoun
from generator.model.person import Person, PersonKind, PublishDecision, Vulnerability
from generator.model.place import Place, PlacePrecision
from generator.model.quote import Quote as QuoteNoun
from generator.model.quote import Translation as TranslationNoun
from generator.model.settings import Author, Category, ShareCards, SiteSettings
from generator.model.source import Source, SourceKind
from generator.model.static_page import StaticPage
from generator.validate import together
from generator.validate.fields.acknowledging import ACKNOWLEDGED, ACKNOWLEDGEMENT
from generator.validate.fields.addresses import (
    AliasPath,
    Colour,
    Coordinate,
    Country,
    Email,
    Language,
    MediaFile,
    Url,
)
from generator.validate.fields.moments import Edtf, Instant, InstantOrDate, TimeOfDay, TimeZone
from generator.validate.fields.structure import ById, Field, ListOf, Record
from generator.validate.fields.text import (
    Boolean,
    Choice,
    Identifier,
    Line,
    MarkdownText,
    Number,
    Order,
    Prose,
    Verbatim,
)

ID = Field("id", Identifier(), "Permanent name; needed only in a file that holds a list.")

CORRECTION = Record(
    "correction",
    CorrectionNoun,
    (
        Field("date", Edtf(), "The day of the correction.", is_required=True),
        Field("kind", Choice(CorrectionKind), "Why it was made.", is_required=True),
        Field("text", Prose(), "What was changed, in words for the reader.", is_required=True),
        Field("was", Prose(), "The words before."),
        Field("now", Prose(), "The words after."),
    ),
)
RELATED = Record(
    "related event",
    RelatedEventNoun,
    (
        Field("event", Identifier(Kind.EVENT), "The other event.", is_required=True),
        Field("relation", Choice(Relation), "What this event is to it.", is_required=True),
    ),
)
TRANSLATION = Record(
    "translation",
    TranslationNoun,
    (
        Field("text", Prose(), "The words in the other language.", is_required=True),
        Field("language", Language(), "The language translated into.", is_required=True),
        Field("translator", Line(), "Who translated."),
    ),
)
DECISION = Record(
    "publish decision",
    PublishDecision,
    (
        Field("basis", Prose(), "Why it may be published.", is_required=True),
        Field("by", Line(), "Who decided.", is_required=True),
        Field("date", Edtf(), "When.", is_required=True),
    ),
)
QUOTE = Record(
    "quote",
    QuoteNoun,
    (
        Field(
            "text",
            Verbatim(),
            "The source's exact words; `[…]` marks words left out, `[word]` words put in.",
            is_required=True,
        ),
        Field("source", Identifier(Kind.SOURCE), "Where the words stand.", is_required=True),
        Field("speaker", Identifier(Kind.PERSON), "Whose words they are."),
        Field("attribution", Line(), "Whose words they are, when the speaker is not named."),
        Field("locator", Line(), "Where in the source: a page, a minute, a paragraph."),
        Field("language", Language(), "The language of `text`; the site's when left off."),
        Field("translation", TRANSLATION, "The words in the site's language."),
        Field("translated_from", Language(), "The original's language, when it is not at hand."),
        Field("said", Edtf(), "When the words were said, if not on the event's date."),
        Field("context", Prose(), "What a reader must know to understand the words rightly."),
        Field("in_captivity", Boolean(), "Whether the speaker was held captive."),
        Field("publish_decision", DECISION, "The recorded decision to show words of a captive."),
    ),
    only_one_of=(("speaker", "attribution"), ("translation", "translated_from")),
)
CLAIM = Record(
    "claim",
    ClaimNoun,
    (
        Field("figure", Identifier(Kind.FIGURE), "What is counted.", is_required=True),
        Field("claimant", Identifier(Kind.PERSON), "Whose number it is.", is_required=True),
        Field("source", Identifier(Kind.SOURCE), "Where the number stands.", is_required=True),
        Field("value", Number(), "The number; none when the source gives none."),
        Field("low", Number(), "The lower end of a range."),
        Field("high", Number(), "The upper end of a range."),
        Field("qualifier", Choice(Qualifier), "How the source hedges it; `exact` when left off."),
        Field("as_of", Edtf(), "The day that the number holds for."),
        Field("status", Choice(ClaimStatus), "What is known of its truth."),
        Field("disputed_by", ListOf(Identifier(Kind.PERSON), is_set=True), "Who disputes it."),
        Field("quote", Verbatim(), "The source's words that the number rests on."),
        Field("note", Prose(), "What a reader must know about the number."),
        Field("milestone", Boolean(), "Whether the report is that this number was reached."),
    ),
    only_one_of=(("value", "low"), ("value", "high")),
    checks=(together.check_range, together.check_stated_number, together.check_milestone),
)
MEDIA = Record(
    "medium",
    MediaNoun,
    (
        Field("file", MediaFile(), "The image file.", is_required=True),
        Field("alt", Prose(), "What it shows, for those who cannot see it.", is_required=True),
        Field("credit", Line(), "Whose picture it is.", is_required=True),
        Field("licence", Line(), "The terms under which it is shown."),
        Field("caption", Prose(), "What stands beneath it."),
        Field("graphic", Boolean(), "Whether a reader may not want to see it."),
        Field("publish_decision", DECISION, "The recorded decision to show it nevertheless."),
    ),
)
EVENT = Record(
    "event",
    Event,
    (
        ID,
        Field("title", Line(), "What happened, in one short line.", is_required=True),
        Field("date", Edtf(), "When it happened, no more exactly than is known.", is_required=True),
        Field("category", Identifier(Kind.CATEGORY), "Its group in `site.yaml`.", is_required=True),
        Field("time", TimeOfDay(), "The local time of day."),
        Field("part_of_day", Choice(PartOfDay), "The part of the day, when no time is known."),
        Field("timezone", TimeZone(), "Its time zone; else the first place's, else the site's."),
        Field("after", ListOf(Identifier(Kind.EVENT), is_set=True), "Events it came after."),
        Field("status", Choice(Status), "Drafts and retracted events are not shown."),
        Field("embargo", Instant(), "The moment before which it is not shown."),
        Field("summary", MarkdownText(), "One to three sentences for lists."),
        Field("body", MarkdownText(), "The full account."),
        Field("places", ListOf(Identifier(Kind.PLACE), is_set=True), "Where it happened."),
        Field("people", ListOf(Identifier(Kind.PERSON), is_set=True), "Who took part."),
        Field("tags", ListOf(Identifier(), is_set=True), "Topics, as lower-case terms."),
        Field("quotes", ListOf(QUOTE), "Words from sources."),
        Field("claims", ListOf(CLAIM), "Contested numbers, each with its claimant."),
        Field("media", ListOf(MEDIA), "Images."),
        Field("related", ListOf(RELATED, is_set=True), "Other events, and what this is to them."),
        Field("content_note", Line(), "What in it a reader may not want to see."),
        Field("reported", Edtf(), "When it was first reported in public."),
        Field("published", Edtf(), "When this entry was first published."),
        Field("updated", Edtf(), "When this entry last changed in substance."),
        Field("corrections", ListOf(CORRECTION), "What was corrected, and when."),
        Field("aliases", ListOf(AliasPath(), is_set=True), "Old addresses, the oldest first."),
        ACKNOWLEDGED,
    ),
    only_one_of=(("time", "part_of_day"),),
    checks=(together.check_time_has_day, together.check_retraction),
)
SOURCE = Record(
    "source",
    Source,
    (
        ID,
        Field("title", Line(), "Its title.", is_required=True),
        Field("publisher", Line(), "Who published it.", is_required=True),
        Field("kind", Choice(SourceKind), "What sort of work it is; `article` when left off."),
        Field("url", Url(), "Its address."),
        Field("author", Line(), "Who wrote or made it."),
        Field("published", Edtf(), "When it was published."),
        Field("accessed", Edtf(), "When it was last read."),
        Field("language", Language(), "Its language."),
        Field("archive_url", Url(), "The address of an archived copy."),
        Field("archived_at", InstantOrDate(), "When that copy was made."),
        Field("restricted", Boolean(), "True when its addresses must not be published."),
        ACKNOWLEDGED,
    ),
)
PERSON = Record(
    "person",
    Person,
    (
        ID,
        Field("name", Line(), "The name.", is_required=True),
        Field("kind", Choice(PersonKind), "`person` when left off."),
        Field("role", Line(), "The office or part that matters here."),
        Field("affiliation", Line(), "What body the person belongs to."),
        Field("status", Choice(Vulnerability), "Why naming may do harm; withholds the name."),
        Field("publish_decision", DECISION, "The recorded decision to name nevertheless."),
        ACKNOWLEDGED,
    ),
)
PLACE = Record(
    "place",
    Place,
    (
        ID,
        Field("name", Line(), "The name.", is_required=True),
        Field("lat", Coordinate(90), "Latitude, WGS 84."),
        Field("lon", Coordinate(180), "Longitude, WGS 84."),
        Field("precision", Choice(PlacePrecision), "How exactly it is meant; coordinates follow."),
        Field("country", Country(), "The country it is in."),
        Field("timezone", TimeZone(), "Its time zone."),
        Field("within", Identifier(Kind.PLACE), "The place around it."),
        Field("publish_decision", DECISION, "The recorded decision to publish it so exactly."),
        ACKNOWLEDGED,
    ),
    checks=(together.check_coordinates,),
)
FIGURE = Record(
    "figure",
    Figure,
    (
        ID,
        Field("title", Line(), "What the number is of.", is_required=True),
        Field("unit", Line(), "What one of it is, such as `people`."),
        Field("counts", Prose(), "What exactly is counted, and what not."),
        Field("cumulative", Boolean(), "True when the number can only grow."),
        ACKNOWLEDGED,
    ),
)
PAGE = Record(
    "page",
    StaticPage,
    (
        Field("title", Line(), "The page's title.", is_required=True),
        Field("nav", Order(), "Its place in the navigation; not in it when left off."),
    ),
)
AUTHOR = Record(
    "author",
    Author,
    (
        Field("name", Line(), "Who is answerable for the site.", is_required=True),
        Field("email", Email(), "Where readers can write to."),
    ),
)
CATEGORY = Record(
    "category",
    Category,
    (
        Field("label", Line(), "Its name.", is_required=True),
        Field("description", Prose(), "What belongs in it."),
        Field("colour", Colour(), "The colour of its mark."),
        Field("icon", Line(2, "one or two characters"), "The sign of its mark."),
    ),
)
SITE = Record(
    "site",
    SiteSettings,
    (
        Field("title", Line(), "The timeline's name.", is_required=True),
        Field("tagline", Line(), "What it is about, in a sentence."),
        Field("base_url", Url(), "The address at which it is published."),
        Field("id_url", Url(), "What [permanent ids](feeds.md#ids) are made of; else `base_url`."),
        Field("language", Language(), "The language of its own words; `en` when left off."),
        Field("timezone", TimeZone(), "The zone of events without one; `UTC` when left off."),
        Field("author", AUTHOR, "Who is answerable."),
        Field("licence", Line(), "The terms under which it is published."),
        Field("categories", ById(CATEGORY), "The groups of events.", is_required=True),
        Field("since", Edtf(), "When the site began; its permanent feed ids contain it."),
        Field(
            "share_cards",
            Choice(ShareCards),
            "What has a [picture for sharing](sharing.md): `quotes` adds to `events`, the default.",
        ),
        Field("embeds", Boolean(), "Whether other sites can [frame an event](sharing.md)."),
        Field("sqlite", Boolean(), "Whether the data is also had as [one SQLite file](data.md)."),
        ACKNOWLEDGED,
    ),
    checks=(together.check_beginning,),
)
RECORDS: dict[Kind, Record] = {
    Kind.SITE: SITE,
    Kind.EVENT: EVENT,
    Kind.SOURCE: SOURCE,
    Kind.PERSON: PERSON,
    Kind.PLACE: PLACE,
    Kind.FIGURE: FIGURE,
    Kind.PAGE: PAGE,
}
OF_EVENTS = (QUOTE, TRANSLATION, CLAIM, MEDIA, RELATED, CORRECTION)
PARTS = (*OF_EVENTS, DECISION, AUTHOR, CATEGORY, ACKNOWLEDGEMENT)
