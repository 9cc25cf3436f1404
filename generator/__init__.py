"""Verbatim turns YAML event entries with source quotes into a static timeline website.

`load` reads the files, `validate` checks them into the nouns of `model`, `plan` decides what
is published and where, `render` makes the pages, `write` puts them into the site; `pipeline`
says it in one sentence, `cli` and `preview` call it.
"""

__version__ = "0.1.0"
