"""What a field cannot hold."""

from generator.problem import ProblemKind

UNKNOWN_FIELD = ProblemKind(
    "unknown-field",
    "Unknown field",
    "The entry has a field that its kind does not know. Nothing is ignored in silence.",
    "Correct the spelling, or remove the field; `docs/content-format.md` lists them all.",
)
MISSING_FIELD = ProblemKind(
    "missing-field",
    "Required field missing",
    "The entry lacks a field that every entry of its kind needs.",
    "Add the field.",
)
EMPTY_VALUE = ProblemKind(
    "empty-value",
    "Required field empty",
    "The field is there but holds nothing, or only white space.",
    "Write its value.",
)
WRONG_TYPE = ProblemKind(
    "wrong-type",
    "Wrong sort of value",
    "The field holds text where a list or fields belong, or the other way round.",
    "Write the value in the form that the message names.",
)
TEXT_LINES = ProblemKind(
    "text-lines",
    "Line break in a one-line text",
    "Titles and names are one line; this one has a line break in it.",
    "Write it on one line, or fold it with `>-`.",
)
TEXT_CONTROL = ProblemKind(
    "text-control",
    "Invisible control character",
    "The text holds an invisible character that can reverse or hide what a reader sees, or that no "
    "page may hold; in Markdown also one written as an entity, such as `&#x202e;`.",
    "Delete what the message names.",
)
PILED_MARKS = ProblemKind(
    "piled-marks",
    "More marks on a letter than any writing has",
    "More than 30 accents or other marks stand one upon the other: they cover the lines around "
    "them, and putting them in order takes the square of their number.",
    "Delete those that the word does not need.",
)
TEXT_TOO_LONG = ProblemKind(
    "text-too-long",
    "Text too long",
    "The text is longer than its field can show.",
    "Shorten it; longer prose belongs in `body`.",
)
LIST_TOO_LONG = ProblemKind(
    "list-too-long",
    "List too long",
    "The list has more items than anybody could read.",
    "Split the event, or leave out what does not matter.",
)
MARKDOWN_TANGLED = ProblemKind(
    "markdown-tangled",
    "Prose with too many signs",
    "The prose has so many brackets, stars, headings or backslashes, lists so deep in one another, "
    "or a table so full of empty cells, that reading it as Markdown would take minutes.",
    "Shorten it, or split it; put what is no prose into a source, or leave it out.",
)
UNKNOWN_CHOICE = ProblemKind(
    "unknown-choice",
    "Not one of the allowed values",
    "The field takes one of a few words, and this is none of them.",
    "Use one of the words that the message lists.",
)
BAD_BOOLEAN = ProblemKind(
    "bad-boolean",
    "Neither true nor false",
    "The field is a yes-or-no field, which is written `true` or `false` and in no other way.",
    "Write `true` or `false`.",
)
BAD_NUMBER = ProblemKind(
    "bad-number",
    "Not a number",
    "The field takes a number in plain digits, with a point for decimals.",
    "Write the digits alone: `9000`, not `9,000` or `9 thousand`.",
)
BAD_ID = ProblemKind(
    "bad-id",
    "Not an id",
    "Ids are lower-case letters a–z, digits and single hyphens, because they become addresses.",
    "Rename the file, or correct the id.",
)
BAD_URL = ProblemKind(
    "bad-url",
    "Not a web address",
    "The address cannot be followed: a part is missing or holds a character that it may not.",
    "Copy the whole address from the browser, starting with `https://`.",
)
URL_SCHEME = ProblemKind(
    "url-scheme",
    "Address scheme not allowed",
    "Only `http` and `https` addresses are published; others can run code or leak data.",
    "Give the `https://` address of the page.",
)
BAD_EMAIL = ProblemKind(
    "bad-email",
    "Not an e-mail address",
    "An e-mail address has a name, an @ and a domain.",
    "Correct the address.",
)
BAD_LANGUAGE = ProblemKind(
    "bad-language",
    "Not a language tag",
    "Languages are BCP 47 tags such as `uk`, `en-GB` or `sr-Latn`; screen readers rely on them.",
    "Use the language's tag, not the country's (`uk` is Ukrainian, `UA` is Ukraine).",
)
BAD_TIMEZONE = ProblemKind(
    "bad-timezone",
    "Unknown time zone",
    "Time zones are IANA names such as `Europe/Kyiv`.",
    "Use the name of the zone, not an abbreviation or an offset.",
)
BAD_COUNTRY = ProblemKind(
    "bad-country",
    "Not a country code",
    "Countries are two capital letters (ISO 3166-1 alpha-2), such as `UA`.",
    "Use the two-letter code.",
)
BAD_COLOUR = ProblemKind(
    "bad-colour",
    "Not a colour",
    "Colours are `#` and six hexadecimal digits.",
    "Write the colour as `#rrggbb`, in quotes.",
)
BAD_COORDINATE = ProblemKind(
    "bad-coordinate",
    "Coordinate out of range",
    "Latitudes run from -90 to 90 and longitudes from -180 to 180 degrees.",
    "Check the number, and that latitude and longitude are not swapped.",
)
LONE_COORDINATE = ProblemKind(
    "lone-coordinate",
    "Latitude without longitude",
    "A position needs both of its coordinates.",
    "Add the missing one, or remove both.",
)
BAD_TIME = ProblemKind(
    "bad-time",
    "Not a time of day",
    "Times of day are HH:MM on a 24-hour clock; a `~` behind it says about.",
    "Write for example `02:00`, or `02:00~` for about two o'clock.",
)
BAD_TIMESTAMP = ProblemKind(
    "bad-timestamp",
    "Not a moment",
    "A moment is a date, a time and an offset from UTC (RFC 3339).",
    "Write for example `2022-03-03T18:00:00+02:00`.",
)
BAD_PATH = ProblemKind(
    "bad-path",
    "Not a path",
    "Aliases are paths in the site that start with `/`; media files are paths below the folder.",
    "Write `/old/path/` for an alias, `folder/file.jpg` for a file.",
)
REPEATED_ITEM = ProblemKind(
    "repeated-item",
    "The same item twice",
    "The list names one thing twice.",
    "Remove one of the two.",
)

ALL = tuple(value for value in list(globals().values()) if isinstance(value, ProblemKind))
