"""What the preview adds to pages: its script, and a page of its own while there is no site."""

import re
from html import escape

SCRIPT_PATH = "/livereload/preview.js"
STYLE_PATH = "/livereload/preview.css"
# Where the script goes: as the head's last, or where a page without that tag has its body.
HEAD_ENDS = re.compile(rb"</head\s*>|<body\b", re.IGNORECASE)
WAITING = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; \
style-src 'self'; connect-src 'self'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>No good build yet</title>
</head>
<body>
<main>
<h1>No good build yet</h1>
<p>This page shows the site as soon as its problems are mended.</p>
</main>
</body>
</html>
"""


def with_script(page: bytes, path: str, build: str) -> bytes:
    """Return the page with the preview's script, which is told the page's path and its build."""
    script = (
        f'<script src="{SCRIPT_PATH}" data-styles="{STYLE_PATH}" '
        f'data-path="{escape(path)}" data-build="{escape(build)}"></script>'
    ).encode()
    end = HEAD_ENDS.search(page)
    position = end.start() if end else len(page)
    return page[:position] + script + page[position:]
