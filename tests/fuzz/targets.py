"""What is fuzzed: for each target what it is fed, and what must be true of what comes of it."""

from collections.abc import Callable
from typing import Any, NamedTuple

from hypothesis import strategies as st

from tests.fuzz import importing, reading, showing
from tests.fuzz.texts import DATE_SIGNS, PROSE_SIGNS, WORDS, YAML_SIGNS, spoken, woven


class Target(NamedTuple):
    """A parser: strategies for what it takes, and the check that raises where it is wrong."""

    feed: tuple[st.SearchStrategy[Any], ...]
    check: Callable[..., None]


def raw(signs: list[str]) -> st.SearchStrategy[bytes]:
    """Return bytes of these signs in several encodings, and any bytes at all."""
    encodings = st.sampled_from(["utf-8", "utf-16", "utf-8-sig", "latin-1", "utf-32"])
    text = st.builds(lambda made, name: made.encode(name, "replace"), woven(signs), encodings)
    return st.one_of(text, text, st.binary(max_size=60))


MAPPING_SIGNS = [*YAML_SIGNS, *importing.MAPPING.split("\n"), "fields:\n", "  title: {column: a}\n"]
SVG_SIGNS = [
    *(
        "<g>",
        "</g>",
        '<a href="',
        "<script>",
        "</script>",
        "<style>",
        "</style>",
        "<path d='",
        "/>",
    ),
    *(
        ' onload="',
        '"',
        "'>",
        "url(",
        "#x",
        ")",
        "xlink:href='",
        "data:image/png;base64,A",
        "@import",
    ),
    *("javascript:", "<foreignObject>", "<use href='", "<image href='", "<set to='", "<!--", "-->"),
    *(
        "<?xml-stylesheet href='x'?>",
        "<![CDATA[",
        "]]>",
        "&amp;",
        "&#x6a;",
        "xmlns:y='urn:y' y:z='",
    ),
]
SVG = woven(SVG_SIGNS).map(
    lambda inner: (
        f'<svg xmlns="http://www.w3.org/2000/svg" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink">{inner}</svg>'
    )
)
LOCK_SIGNS = [
    *('{"quote":', '"', "}", "{", ",", ":", "\n", '{"format":', "1", "null", "[", "]", "-1", "1e9"),
    *('"capture":', '"body":', '"text":', '"source":', '"taken":', '"spans":', "true", "\\ud800"),
]

TARGETS = {
    "loader": Target((woven(YAML_SIGNS),), reading.check_loader),
    "document": Target((raw([*YAML_SIGNS, "---\n"]),), reading.check_document),
    "formatting": Target((woven(YAML_SIGNS),), reading.check_formatting),
    "dates": Target((woven(DATE_SIGNS, 8),), reading.check_date),
    "prose": Target((woven(PROSE_SIGNS),), showing.check_prose),
    "quotes": Target((spoken(6), spoken(25)), reading.check_quote),
    "woven quotes": Target((woven(WORDS, 6), woven(WORDS, 20)), reading.check_quote),
    "own words": Target(
        (spoken(25), st.integers(0, 25), st.integers(1, 8)), reading.check_own_words
    ),
    "record of quotes": Target((raw(LOCK_SIGNS),), reading.check_lock),
    "pages": Target((woven(PROSE_SIGNS),), showing.check_page),
    "foreign prose": Target((woven(PROSE_SIGNS),), showing.check_foreign_prose),
    "drawings": Target((SVG,), showing.check_drawing),
    "timelinejs": Target(
        (importing.json_bytes(importing.SLIDES, lambda events: {"events": events}),),
        importing.check_timelinejs,
    ),
    "timelinejs-csv": Target(
        (importing.csv_bytes(importing.ROWS),), importing.check_timelinejs_csv
    ),
    "csv": Target((importing.csv_bytes(importing.COLUMNS),), importing.check_csv),
    "geojson": Target(
        (
            importing.json_bytes(
                importing.FEATURES,
                lambda features: {"type": "FeatureCollection", "features": features},
            ),
        ),
        importing.check_geojson,
    ),
    "ical": Target((importing.ical_bytes(),), importing.check_ical),
    "mapping": Target((woven(MAPPING_SIGNS),), importing.check_mapping),
}
