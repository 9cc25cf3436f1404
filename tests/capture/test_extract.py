"""Extraction: all that a reader sees, a line for each block."""

import subprocess
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from generator.capture.confined import confined_text
from generator.capture.extract import plain_text
from generator.capture.plain_text import text_of_html
from generator.errors import CaptureError
from generator.verify.matching import SourceText, find_quote


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>one</p><p>two</p>", "one\ntwo"),
        ("<p>a <b>bo</b>ld <i>w</i>ord</p>", "a bold word"),
        ("<p>one<br>two<br/>three", "one\ntwo\nthree"),
        ("<p>&amp; &lt;b&gt; &#8217; &nbsp;x", "& <b> ’ \u00a0x"),
        ("<div>a<div>b</div>c</div>", "a\nb\nc"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("<table><tr><td>a<td>b<tr><th>c</table>", "a\nb\nc"),
        ("<p>a\n   b\t c</p>", "a b c"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("<p>a<!-- not this -->b</p>", "ab"),
        ("<script>no</script><style>no</style><p>yes", "yes"),
        ("<head><title>no</title></head><body>yes", "yes"),
        ("<p>yes<noscript>no</noscript><template><p>no</p></template>", "yes"),
        ("<p hidden>no</p><p hidden=until-found>found</p><p>yes", "found\nyes"),
        ('<p style="color:red; display : none">no</p><p>yes', "yes"),
        ("<svg><text>no</text></svg><textarea>no</textarea>yes", "yes"),
        ("<details><summary>more</summary>inside</details>", "more\ninside"),
        ("<figure><img alt=no><figcaption>a caption</figcaption></figure>", "a caption"),
        ("<p>a <q>quoted</q> word", "a quoted word"),
        ("<p>a <my-word>custom</my-word> tag", "a custom tag"),
        ("<b><p>broken</b> markup <td>cell", "broken markup cell"),
        ("<p>Ми не <em>зупини</em>мося</p>", "Ми не зупинимося"),
        ("<p dir=rtl>لم <b>نتوقف</b></p>", "لم نتوقف"),
        ("", ""),
        ("just text", "just text"),
    ],
)
def test_a_page_s_text_is_what_a_reader_sees(markup: str, text: str) -> None:
    assert text_of_html(markup) == text


def test_a_page_that_is_nested_without_end_is_read() -> None:
    assert text_of_html("<div>" * 20_000 + "deep") == "deep"


def test_a_pdf_that_a_browser_made_yields_its_words(chromium_path: Path, tmp_path: Path) -> None:
    page, made = tmp_path / "page.html", tmp_path / "page.pdf"
    page.write_text(
        "<!doctype html><meta charset=utf-8><p>We built it in a year, and we did not stop.</p>"
        "<p>Ми не зупинимося, сказала вона.</p>",
        encoding="utf-8",
    )
    command = [str(chromium_path), "--headless", "--no-sandbox", "--disable-gpu"]
    command += [f"--print-to-pdf={made}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    text = SourceText(plain_text(made.read_bytes(), "application/pdf"))
    assert find_quote("We built it in a year, and we did not stop.", text) is not None
    assert find_quote("Ми не зупинимося", text) is not None


def test_a_page_that_a_browser_saved_as_one_file_yields_its_words() -> None:
    saved = MIMEMultipart("related")
    saved.attach(MIMEText("<p>Ми не <b>зупинимося</b></p>", "html", "utf-8"))
    saved.attach(MIMEText("p { color: red }", "css", "utf-8"))
    assert plain_text(saved.as_bytes(), "multipart/related") == "Ми не зупинимося"


def test_a_text_is_taken_as_it_is() -> None:
    assert plain_text(b"one\r\ntwo\rthree", "text/plain") == "one\ntwo\nthree"


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b"\x89PNG", "image/png"),
        (b"....", "video/mp4"),
        (b"....", ""),
        (b"%PDF-1.4 nothing", "application/pdf"),
        (b"From: nobody\n\nno page", "multipart/related"),
    ],
)
def test_what_holds_no_text_is_refused_with_a_remedy(body: bytes, media_type: str) -> None:
    with pytest.raises(CaptureError, match=r"--file transcript\.txt|save it"):
        confined_text(body, media_type)
