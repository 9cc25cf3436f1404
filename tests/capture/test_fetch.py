"""Fetch: a source is had whole from a public address, or not at all, and soon."""

import tracemalloc
from time import monotonic

import pytest

from generator.capture.charset import decoded
from generator.capture.fetch import checked_address, fetch
from generator.capture.limits import Limits
from generator.capture.network import is_public
from generator.errors import CaptureError
from tests.capture.conftest import CYRILLIC, PAGE

HERE = Limits(seconds=2.0, wait=1.0, is_private_allowed=True)


@pytest.mark.parametrize("path", ["page", "chunks", "gzip", "deflate", "raw-deflate", "br"])
def test_a_page_is_fetched_however_it_is_sent(server: str, path: str) -> None:
    assert fetch(f"{server}/{path}", HERE).body == PAGE


def test_redirects_are_followed_and_all_of_them_kept(server: str) -> None:
    found = fetch(f"{server}/moved#part", HERE)
    assert [each.status for each in found.exchanges] == [302, 302, 200]
    assert (found.last.url, found.body) == (f"{server}/page", PAGE)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("missing", "answers 404 Not Found"),
        ("error", "answers 500"),
        ("loop", "leads back to itself"),
        ("truncated", "cannot be had whole"),
        ("cut-chunks", "cannot be had whole"),
        ("dripping-head", "takes too long|does not answer"),
        ("dripping-body", "takes too long"),
        ("silent", "does not answer"),
        ("huge", "larger than 100,000,000 bytes"),
        ("gzip-bomb", "larger than 100,000,000 bytes"),
        ("br-bomb", "larger than 100,000,000 bytes"),
        ("bad-gzip", "gzip compression is damaged"),
        ("half-gzip", "in the midst of its gzip compression"),
        ("unknown-coding", 'compressed by "compress"'),
        ("to-file", "no address of the web"),
    ],
)
def test_what_cannot_be_had_whole_is_refused(server: str, path: str, message: str) -> None:
    limits = (
        HERE._replace(seconds=30.0, wait=20.0) if path in {"huge", "gzip-bomb", "br-bomb"} else HERE
    )
    with pytest.raises(CaptureError, match=message):
        fetch(f"{server}/{path}", limits)


@pytest.mark.parametrize("path", ["dripping-head", "dripping-body", "silent"])
def test_a_slow_answer_takes_no_longer_than_is_allowed(server: str, path: str) -> None:
    begun = monotonic()
    with pytest.raises(CaptureError):
        fetch(f"{server}/{path}", HERE)
    assert monotonic() - begun < 2 * HERE.seconds


def test_a_body_of_300_million_bytes_is_not_held_in_memory(server: str) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(CaptureError, match="larger than 5,000,000 bytes"):
            fetch(f"{server}/huge", HERE._replace(bytes=5_000_000, seconds=30.0))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    # The server in this process holds a few of its own parts of a million bytes.
    assert peak < 30_000_000


@pytest.mark.parametrize("path", ["page", "moved"])
def test_an_address_that_is_not_public_is_refused_unless_allowed(server: str, path: str) -> None:
    with pytest.raises(CaptureError, match=r"is at 127\.0\.0\.1, which is not public"):
        fetch(f"{server}/{path}", Limits())


def test_a_name_that_stands_for_this_machine_is_refused(server: str) -> None:
    with pytest.raises(CaptureError, match="which is not public"):
        fetch(f"http://localhost:{server.rpartition(':')[2]}/page", Limits())


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - nothing listens, it is refused
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
    ],
)
def test_addresses_of_ones_own_network_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_other_addresses_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://host.example/file",
        "gopher://host.example/",
        "https://name:word@host.example/",
        "https:///path",
        "javascript:alert(1)",
        "",
    ],
)
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    with pytest.raises(CaptureError):
        checked_address(url)


@pytest.mark.parametrize("path", ["windows-1251", "wrong-charset", "no-charset"])
def test_letters_are_read_rightly_whatever_the_server_says(server: str, path: str) -> None:
    found = fetch(f"{server}/{path}", HERE)
    content_type = found.last.header("content-type")
    declared = content_type.partition("charset=")[2]
    assert decoded(found.body, declared) == CYRILLIC


@pytest.mark.parametrize(
    ("body", "declared"),
    [
        (b"\xef\xbb\xbf" + CYRILLIC.encode(), "windows-1251"),
        (b"\xff\xfe" + CYRILLIC.encode("utf-16-le"), ""),
        (b"\xfe\xff" + CYRILLIC.encode("utf-16-be"), "utf-8"),
        (CYRILLIC.encode("koi8-u"), "koi8-u"),
        (CYRILLIC.encode("cp1251"), "cp1251"),
        (CYRILLIC.encode(), "no-such-charset"),
    ],
)
def test_a_mark_or_valid_utf_8_decides_before_what_is_declared(body: bytes, declared: str) -> None:
    assert decoded(body, declared) == CYRILLIC


def test_what_the_page_says_of_itself_is_read_wherever_it_stands() -> None:
    head = "<html><head>" + "<!-- long -->" * 200 + '<meta charset="windows-1251"></head>'
    text = head + CYRILLIC
    assert decoded(text.encode("cp1251")) == text


def test_japanese_in_seven_bits_is_read_as_declared() -> None:
    text = "<p>橋は一年で完成した</p>"
    assert decoded(text.encode("iso-2022-jp"), "iso-2022-jp") == text
