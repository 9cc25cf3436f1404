"""The one list of what can be wrong with content; `docs/problems.md` is written from it.

`files` what cannot be read, `fields` what a field cannot hold, `dates` what is no date,
`links` what does not fit together, `quotes` what a source does not say, `meaning` what is
well-formed but unlikely to be true, `history` what was published and changed without a word.
"""
