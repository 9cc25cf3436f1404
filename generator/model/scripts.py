"""Scripts, for a pattern's brackets; in some nothing shows where a word begins or ends."""

# Thai and Lao, Myanmar, Khmer, Kana, Han.
UNSPACED = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\uaa60-\uaa7f\U00020000-\U0003ffff"
)
# Small words are written as one with the next: and, in, to, the, who.
ARABIC, HEBREW = r"\u0620-\u064a", r"\u05d0-\u05ea"
CYRILLIC = r"\u0400-\u04ff"
