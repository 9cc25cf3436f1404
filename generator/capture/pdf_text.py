"""A PDF's text, by pypdf, which a small file can make work for days: only for `confined`."""

import io
import logging

from generator.errors import CaptureError

MOST_TEXT = 20_000_000


def text_of_pdf(body: bytes) -> str:
    """Return the text of a PDF's pages, divided by form feeds.

    Raises MemoryError where it is longer than any article, CaptureError where there is none.
    """
    from pypdf import PdfReader  # noqa: PLC0415 - takes longer to import than all else together

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    pages: list[str] = []
    length = 0
    for page in PdfReader(io.BytesIO(body)).pages:
        pages.append(page.extract_text())
        length += len(pages[-1])
        if length > MOST_TEXT:
            raise MemoryError
    text = "\n\f\n".join(pages)
    if not text.strip():
        message = (
            "the PDF holds pictures of text and no text; give a transcript with --file "
            "transcript.txt"
        )
        raise CaptureError(message)
    return text
