"""Extraction: the plain text of whatever a source is written in."""

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from generator.capture.charset import decoded
from generator.capture.pdf_text import text_of_pdf
from generator.capture.plain_text import text_of_html
from generator.errors import CaptureError

WEB_PAGES = {"text/html", "application/xhtml+xml"}
ARCHIVED_PAGES = {"multipart/related", "message/rfc822", "application/x-mimearchive"}
PDF = "application/pdf"


def plain_text(body: bytes, media_type: str, charset: str = "") -> str:
    """Return the text, a line for each block; raise CaptureError for what holds no text."""
    if media_type in WEB_PAGES:
        return text_of_html(decoded(body, charset))
    if media_type == PDF:
        return text_of_pdf(body)
    if media_type in ARCHIVED_PAGES:
        return text_of_mhtml(body)
    if media_type.startswith("text/"):
        return decoded(body, charset).replace("\r\n", "\n").replace("\r", "\n")
    message = (
        f"{media_type or 'a file of unknown kind'} holds no text to compare quotes with; give a "
        "transcript with --file transcript.txt"
    )
    raise CaptureError(message)


def text_of_mhtml(body: bytes) -> str:
    """Return the text of the page that a browser saved as one file (RFC 2557)."""
    message = BytesParser(EmailMessage, policy=policy.default).parsebytes(body)
    for part in message.walk():
        if part.get_content_type() in WEB_PAGES:
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return text_of_html(decoded(content, part.get_content_charset() or ""))
    text = "the archived page holds no web page; save it from the browser again"
    raise CaptureError(text)
