"""Checking: what the record says of quotes, and what of the source it does not tell."""

from hashlib import sha256

import pytest

from generator.model.citation import Cited
from generator.model.quote_lock import NO_LOCK, LockError, QuoteLock, decode_lock, encode_lock
from generator.model.secret_words import secret_words
from generator.model.verification import KnownCapture, Result
from generator.problem import SourceLocation
from generator.problem_kinds import quotes as kinds
from generator.verify.checking import Checked, Copy, check_quotes
from generator.verify.faults import faults
from tests.unit.verify.made_up import ENGLISH

MONDAY, TUESDAY = "2031-03-03T08:00:00Z", "2031-03-04T08:00:00Z"


def copy_of(text: str, taken: str = MONDAY, source: str = "gazette") -> Copy:
    """Return a copy with this text."""
    digest = sha256(text.encode()).hexdigest()
    known = KnownCapture(
        source=source, body=digest, text=digest, taken=taken, media_type="text/html"
    )
    return Copy(known, lambda: text)


def cited(text: str, *, is_surrounded: bool = True) -> Cited:
    """Return a quote of the gazette."""
    return Cited(text, "gazette", "bridge", "quotes[0].text", is_surrounded)


def checked(
    quotes: list[Cited],
    copies: list[Copy],
    lock: QuoteLock = NO_LOCK,
    names: tuple[str, ...] = (),
    now: str = TUESDAY,
) -> Checked:
    """Check quotes of the gazette."""
    return check_quotes(quotes, {"gazette": copies}, lock, secret_words(names), now)


def only_passage(found: Checked) -> tuple[str, str, str]:
    """Return prefix, words and suffix of the only passage."""
    (record,) = found.lock.verifications.values()
    (passage,) = record.passages
    return passage.prefix, passage.exact, passage.suffix


def told(found: Checked, copies: list[Copy]) -> list[tuple[str, str]]:
    """Return code and message of all that an editor is told."""
    locate = lambda kind, id_, field: SourceLocation(f"{kind}/{id_}/{field}")  # noqa: E731 - the shortest stand-in
    return [
        (each.kind.code, each.message)
        for each in faults(found.findings, lambda _: copies[-1], locate)
    ]


def test_a_quote_that_stands_in_the_copy_is_recorded_with_the_words_around_it() -> None:
    found = checked([cited("It was never easy, and we did not stop")], [copy_of(ENGLISH)])
    (record,) = found.lock.verifications.values()
    assert (record.result, record.checked) == (Result.EXACT, TUESDAY)
    assert only_passage(found) == (
        "Mayor opens the new bridge\n‘We built it in a year. ",
        "It was never easy, and we did not stop",
        ",’ Mayor Ida Holm told the crowd on Friday. ‘All 9,000 of us",
    )
    assert told(found, [copy_of(ENGLISH)]) == []


def test_the_words_around_are_thirty_two_to_sixty_four_characters() -> None:
    found = checked([cited("about 1.5 million crowns")], [copy_of(ENGLISH)])
    prefix, _, suffix = only_passage(found)
    assert 32 <= len(prefix) <= 64
    assert 32 <= len(suffix) <= 64
    assert f"{prefix}about 1.5 million crowns{suffix}" in ENGLISH


def test_what_an_editor_left_out_is_not_told_beside_the_quote() -> None:
    text = "She said: ‘Tamsin, come home. We are well. Ask for Orlo at the gate.’ He left."
    for quote, banned in (
        ("[…] come home. We are well. […]", ("Tamsin", "Orlo")),
        ("She said: […] come home", ("Tamsin",)),
    ):
        lock = encode_lock(checked([cited(quote)], [copy_of(text)]).lock)
        assert not [name for name in banned if name in lock]


def test_what_one_quote_leaves_out_no_other_quote_tells() -> None:
    text = "She said: ‘Tamsin, come home. We are well.’ He left."
    quotes = [cited("[…] come home."), cited("We are well."), cited("She said")]
    assert "Tamsin" not in encode_lock(checked(quotes, [copy_of(text)]).lock)


def test_words_said_in_captivity_are_recorded_alone() -> None:
    quote = cited("It was never easy", is_surrounded=False)
    assert only_passage(checked([quote], [copy_of(ENGLISH)])) == ("", "It was never easy", "")


def test_a_withheld_name_is_not_told_around_a_quote_in_any_case() -> None:
    text = "Тамсіну бачили вчора. Ми не зупинимося. Так сказала Тамсіна."
    found = checked([cited("Ми не зупинимося.")], [copy_of(text)], names=("Тамсіна",))
    assert "Тамсін" not in encode_lock(found.lock)
    assert only_passage(found)[0] == " бачили вчора. "


def test_a_withheld_name_is_not_told_around_a_quote_in_latin_letters() -> None:
    text = "Mr Chtcherbak was seen here. It was never easy. So said Yurii Shcherbak, and others."
    names = ("Юрій Щербак",)
    found = checked([cited("It was never easy.")], [copy_of(text)], names=names)
    assert only_passage(found)[::2] == (" was seen here. ", " So said ")


def test_a_quote_that_is_not_there_is_a_problem_with_the_nearest_passage() -> None:
    copies = [copy_of(ENGLISH)]
    found = checked([cited("It was easy, and we did not stop")], copies)
    (record,) = found.lock.verifications.values()
    assert record.result is Result.NOT_FOUND
    assert told(found, copies) == [
        (
            "quote-not-found",
            (
                'the words are not in the copy of "gazette" taken 2031-03-03; the nearest passage: '
                "It was {+never+} easy, and we did not stop"
            ),
        )
    ]


def test_a_quote_that_the_newest_copy_lacks_has_drifted() -> None:
    copies = [copy_of(ENGLISH), copy_of(ENGLISH.replace("never easy", "easy"), TUESDAY)]
    found = checked([cited("It was never easy")], copies)
    (record,) = found.lock.verifications.values()
    assert record.capture == copies[0].known.body
    assert record.absent_from == copies[1].known.body
    assert not found.lock.is_verified(cited("It was never easy"))
    ((code, message),) = told(found, copies)
    assert code == kinds.QUOTE_DRIFTED.code
    assert "copy taken 2031-03-03 and not in that of 2031-03-04" in message


def test_a_quote_that_stands_in_the_newest_copy_is_recorded_with_that_one() -> None:
    copies = [copy_of(ENGLISH), copy_of(ENGLISH + " More was added.", TUESDAY)]
    (record,) = checked([cited("It was never easy")], copies).lock.verifications.values()
    assert (record.capture, record.absent_from) == (copies[1].known.body, "")


def test_a_record_that_still_holds_keeps_its_date_and_needs_no_search() -> None:
    first = checked([cited("It was never easy")], [copy_of(ENGLISH)], now=MONDAY)
    again = checked([cited("It was never easy")], [copy_of(ENGLISH)], first.lock, now=TUESDAY)
    assert again.lock == first.lock


def test_a_record_of_text_that_was_extracted_anew_is_made_anew() -> None:
    old = copy_of(ENGLISH)
    first = checked([cited("It was never easy")], [old])
    new = Copy(KnownCapture(**{**known_fields(old), "text": "0" * 64}), lambda: "Nothing here.")
    (record,) = checked([cited("It was never easy")], [new], first.lock).lock.verifications.values()
    assert record.result is Result.NOT_FOUND


def known_fields(copy: Copy) -> dict[str, str]:
    """Return what is known of a copy, by name."""
    return {name: getattr(copy.known, name) for name in copy.known.__struct_fields__}


def test_without_a_copy_here_a_record_stays_and_a_quote_that_is_gone_goes() -> None:
    first = checked([cited("It was never easy"), cited("And it will stand")], [copy_of(ENGLISH)])
    again = checked([cited("It was never easy")], [], first.lock)
    assert list(again.lock.verifications) == [cited("It was never easy").digest]
    assert [each.text for each in again.uncopied] == ["It was never easy"]


@pytest.mark.parametrize("quote", ["we did […] stop", "They will […] have peace", "we [never] did"])
def test_a_negation_that_marks_hide_is_doubted(quote: str) -> None:
    text = "So we did not stop. They will not have peace. And we always did."
    found = checked([cited(quote)], [copy_of(text)])
    codes = [code for code, _ in told(found, [copy_of(text)])]
    assert codes == ["negation-left-out"]


def test_a_negation_in_a_sentence_that_is_left_out_is_not_doubted() -> None:
    text = "We built it. It was not easy. We are glad."
    found = checked([cited("We built it. […] We are glad.")], [copy_of(text)])
    assert told(found, [copy_of(text)]) == []


def test_the_lock_reads_as_it_was_written() -> None:
    quotes = [cited("It was never easy"), cited("nobody said this"), cited("firm couldn't finish")]
    lock = checked(quotes, [copy_of(ENGLISH)]).lock
    assert decode_lock(encode_lock(lock).encode()) == lock
    assert len(encode_lock(lock).splitlines()) == 1 + 1 + 3


def test_two_branches_that_add_quotes_merge_line_by_line() -> None:
    one, two = cited("It was never easy"), cited("And it will stand")
    lines = [
        encode_lock(checked(quotes, [copy_of(ENGLISH)]).lock).splitlines()
        for quotes in ([one], [two], [one, two])
    ]
    assert set(lines[0]) | set(lines[1]) == set(lines[2])


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"<<<<<<< HEAD\n", 1),
        (b'{"quotes.lock":2,"written_by":"x"}\n', 1),
        (b'{"quotes.lock":1,"written_by":"x"}\n{"quote":"00"}\n', 2),
        (
            (
                b'{"quotes.lock":1,"written_by":"x"}\n{"quote":"00","source":"a","result":"exact",'
                b'"capture":"gone","checked":"2031-03-03T08:00:00Z"}\n'
            ),
            2,
        ),
    ],
)
def test_a_lock_that_cannot_be_read_names_the_line(content: bytes, line: int) -> None:
    with pytest.raises(LockError) as raised:
        decode_lock(content)
    assert raised.value.line == line
