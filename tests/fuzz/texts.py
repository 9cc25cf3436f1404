"""What the fuzzers are fed: texts made of the very signs that mean something to a parser."""

from hypothesis import strategies as st

from tests.hostile.vectors import VECTORS

ODD = [
    *("\0", "\x07", "\x1b", "\x7f", "\x85", "\u00a0", "\u00ad", "\u200b", "\u2028", "\u202e"),
    *("\ufeff", "\ufffe", "\U0001f600", "e\u0301", "\u1100\u1161", "İ", "ﬁ", "ß", "Київ", "سلام"),
]
YAML_SIGNS = [
    *("a: ", "b:", "date: ", "? ", "- ", "  ", "    ", "\n", "\n\n", "\n  ", "\n- ", "\r\n", "\t"),
    *("[", "]", "{", "}", ", ", ": ", "&a ", "*a", "&b ", "*b", "<<: ", "<<: *a", "!!str ", "!"),
    *("|\n", ">-\n", "|2+\n", "'", '"', "''", "\\n", "\\x41", "\\u0000", "# c", " #tag", "#"),
    *("---\n", "...\n", "%YAML 1.1\n", "no", "~", "2022-03-02", "12:30:45", "0x1F", "x", "y y"),
]
DATE_SIGNS = [
    *("2022", "1984", "0000", "-0043", "Y17000", "2022-03", "2022-03-02", "2022-21", "20", "3"),
    *("-", "/", "..", ".", ",", "[", "]", "{", "}", "X", "XX", "?", "~", "%", "T", "Z", ":"),
    *(
        "10:30",
        "10:30:00",
        "+02:00",
        "-14:00",
        "24:00:00",
        "60",
        "-02-29",
        "-13",
        "-00",
        "E5",
        "S2",
    ),
    *("/..", "../", "[..", "..]", "1", "9", "0", " ", "u", "²", "٣", "२"),
]
PROSE_SIGNS = [
    *("*", "**", "_", "`", "```\n", "[", "](", ")", "](/a/)", "](javascript:canary())", "![", "<"),
    *(">", "<b", "</b>", "<!--", "-->", "&", "&amp;", "&#", "\\", "\n", "\n\n", "  \n", "# ", "- "),
    *("1. ", "> ", "    ", "|", "\n-|-\n", "---", "===", "~~", "^", "[x]: ", "[x]", '"', "'", "\t"),
    *("http://example.org", "<https://example.org/>", "<me@example.org>", "word", "two words", "."),
    *(
        "onerror=canary()",
        "href=",
        "style=",
        "{{ x }}",
        "{% x %}",
        "<![CDATA[",
        "]]>",
        "\x02",
        "\x03",
    ),
]
WORDS = [
    *("we", "did", "not", "stop", "Stop", "the", "river", "rose", "10", "1,000", "Ж", "ее", "её"),
    *("don't", "don’t", "co-operate", "co\u00adoperate", "co-\noperate", "ﬁre", "fire", "naïve"),
    *("nai\u0308ve", "“", "”", '"', "«", "»", "–", "—", "-", "…", "...", "[…]", "[they]", "[W]e"),
    *(
        ".",
        ",",
        "\n",
        "\n\n",
        "\u00a0",
        "\u202f",
        "  ",
        "\u200b",
        "لم",
        "نتوقف",
        "①",
        "Ⅳ",
        "½",
        "²",
    ),
]
FORMULAS = ["=1+1", "@x", "+1", "-1", "\t=1", "'=1"]


def woven(signs: list[str], most: int = 30) -> st.SearchStrategy[str]:
    """Return texts of up to `most` of these signs, odd letters and hostile texts among them."""
    piece = st.one_of(
        st.sampled_from(signs),
        st.sampled_from(signs),
        st.sampled_from(signs),
        st.sampled_from(ODD),
        st.sampled_from(VECTORS),
        st.text(max_size=4),
    )
    return st.lists(piece, max_size=most).map("".join)


def spoken(most: int) -> st.SearchStrategy[str]:
    """Return passages of words and marks as sources have them."""
    return st.lists(st.sampled_from(WORDS), max_size=most).map(" ".join)


def structures(keys: list[str], texts: st.SearchStrategy[str]) -> st.SearchStrategy[object]:
    """Return what JSON can hold, with these keys more often than others."""
    values = st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), texts,
        st.integers(1, 31), st.sampled_from(["2022", "3", "13", "-44", ""]),
    )  # fmt: skip
    names = st.one_of(st.sampled_from(keys), st.sampled_from(keys), texts)
    return st.recursive(
        values,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=6),
        max_leaves=20,
    )
