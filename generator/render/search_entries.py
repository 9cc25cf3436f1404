"""Search entries: what search knows of each published event."""

import html
import re
from collections.abc import Callable, Iterator

import msgspec
from msgspec import Struct

from generator.model.published import Moment, PublishedEvent, PublishedPerson, StandingKind
from generator.model.search import (
    CONTESTED_FIGURE,
    UNVERIFIED_QUOTE,
    VERIFIED_QUOTE,
    SearchEntry,
)
from generator.render.search_words import words_of, words_of_name

TAG = re.compile(r"<[^>]*>")
ENDING = re.compile(r"</(?:p|li|h\d|blockquote|td|th|pre)>|<br ?/?>")


class EntryMaker(Struct, frozen=True):
    """Makes entries; the filters are those by which pages show the same things."""

    markdown: Callable[[str], str]
    markdown_inline: Callable[[str], str]
    moment_text: Callable[[Moment], str]

    def entry(self, event: PublishedEvent) -> SearchEntry:
        """Return what search knows of an event."""
        summary = plain(self.markdown_inline(event.summary)) if event.summary else ""
        body = plain(self.markdown(event.body)) if event.body else ""
        quotes = [*quote_texts(event)]
        said = " ".join(text for text, _, _ in quotes)
        title = {*words_of(event.title)}
        quoted = {*words_of(said)} - title
        named: set[str] = set()
        names, sources = [*names_of(event)], [*sources_of(event)]
        named = named.union(*map(words_of_name, names)) - title - quoted
        others = {*words_of(f"{summary} {body} {event.content_note}")}
        others = others.union(*map(words_of_name, sources)) - title - quoted - named
        told = {"", *labels_of(event)}
        shown = (
            event.id,
            self.moment_text(event.when),
            event.title,
            summary,
            event.content_note,
            quotes,
            body,
            [name for name in dict.fromkeys(names + sources) if name not in told],
        )
        return SearchEntry(
            (" ".join(title), " ".join(quoted), " ".join(named), " ".join(others)),
            marks_of(event),
            msgspec.json.encode(shown).decode(),
        )


def plain(markup: str) -> str:
    """Return the text that markup shows, on one line."""
    text = str(markup)  # words of Markup would each be Markup, and slow
    if "<" in text:
        text = TAG.sub("", ENDING.sub(" ", text))
    if "&" in text:
        text = html.unescape(text)
    return " ".join(text.split())


def quote_texts(event: PublishedEvent) -> Iterator[tuple[str, str, str]]:
    """Yield the words of the event's quotes and of their translations: text, language, anchor."""
    for quote in event.quotes:
        yield quote.text, quote.language, quote.anchor
        if quote.translation is not None:
            yield quote.translation.text, quote.translation.language, quote.anchor


def names_of(event: PublishedEvent) -> Iterator[str]:
    """Yield the names of all that the event bears: places, people, tags, category, figures."""
    yield event.category.category.label
    for place in event.places:
        yield place.name
        for outer in place.within:
            yield outer.name
    yield from (name for person in event.people for name in names_of_person(person))
    yield from (tag.term for tag in event.tags)
    for quote in event.quotes:
        yield quote.attribution
        if quote.speaker is not None:
            yield from names_of_person(quote.speaker)
    for comparison in event.comparisons:
        yield comparison.figure.title
        for claim in comparison.claims:
            yield from names_of_person(claim.claimant)


def labels_of(event: PublishedEvent) -> Iterator[str]:
    """Yield those of the names that are known without the event: of pages on which it stands."""
    yield event.category.category.label
    for place in event.places:
        yield place.name
        yield from (outer.name for outer in place.within)
    yield from (person.name for person in event.people)
    yield from (tag.term for tag in event.tags)
    yield from (published.source.title for published in event.sources)


def sources_of(event: PublishedEvent) -> Iterator[str]:
    """Yield what the event's sources are called, their publishers and authors."""
    for published in event.sources:
        source = published.source
        yield from (source.title, source.publisher, source.author)


def names_of_person(person: PublishedPerson) -> tuple[str, ...]:
    """Return what a person is called by; nothing where the name is withheld."""
    return (person.name, person.role, person.affiliation)


def marks_of(event: PublishedEvent) -> int:
    """Return the bits that say what the event has."""
    kinds = {quote.standing.kind for quote in event.quotes}
    verified = StandingKind.VERIFIED in kinds
    unverified = bool(kinds - {StandingKind.VERIFIED})
    contested = bool(event.comparisons)
    return VERIFIED_QUOTE * verified | UNVERIFIED_QUOTE * unverified | CONTESTED_FIGURE * contested
