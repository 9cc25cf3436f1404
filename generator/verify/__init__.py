"""Verify: every quote against the stored copy of its source.

`matching` finds words in a text, `nearest` says what stands there instead, `selectors` describe
where they stand, `checking` does so for all quotes, `lock_file` keeps what came of it.
"""
