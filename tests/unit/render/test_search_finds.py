"""Every word of an event finds it, whatever script it is in and however it was typed."""

from html import escape

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.model.published import PublishedEvent, PublishedQuote, QuoteStanding, StandingKind
from generator.model.search import SearchWords
from generator.render.search_entries import EntryMaker
from generator.render.search_files import CODES, SearchFiles
from generator.render.search_words import bucket_of, words_of
from tests.unit.render.site import EVENT, SOURCE

LETTERS = "abcßøÉñœ" + "абвґєіїйьщ" + "אבםן" + "ابةىل" + "漢字かな" + "’'- .,0123"
TEXTS = st.text(alphabet=LETTERS, max_size=40)
STANDING = QuoteStanding(kind=StandingKind.UNCHECKED)


@st.composite
def events(draw: st.DrawFn) -> list[PublishedEvent]:
    """Return invented events that differ in words."""
    return [
        replace(
            EVENT,
            id=f"event-{number}",
            title=title,
            summary=summary,
            body=body,
            quotes=(PublishedQuote(anchor="q", text=said, source=SOURCE, standing=STANDING),),
        )
        for number, (title, summary, body, said) in enumerate(
            draw(st.lists(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), min_size=1, max_size=5))
        )
    ]


@given(events(), st.sampled_from([1, 8, 64]))
def test_each_word_of_an_event_leads_to_it_in_the_file_that_the_word_asks_for(
    known: list[PublishedEvent], buckets: int
) -> None:
    maker = EntryMaker(escape, escape, lambda _: "then")
    entries = {event.id: maker.entry(event) for event in known}
    files = SearchFiles(entries.__getitem__)
    for code, event in zip(CODES, known, strict=False):
        for text in (event.title, event.summary, event.body, event.quotes[0].text):
            for word in words_of(text):
                bucket = bucket_of(word, buckets)
                asked = SearchWords(
                    name="w", events=tuple(entries), part="0", bucket=bucket, buckets=buckets
                )
                codes = files.bucket(asked)[word].split(".")
                found = {each[at : at + 2] for each in codes for at in range(0, len(each), 2)}
                assert code in found, word
