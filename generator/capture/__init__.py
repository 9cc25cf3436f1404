"""Capture: stored copies of sources, private, against which quotes are checked.

`taking` is the one sentence: `fetch` asks the web, `warc` and `auto_archiver` read what others
archived, `extract` finds the text, `store` keeps it all. Nothing else uses the network.
"""
