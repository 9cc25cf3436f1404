"""The home page and the pages of years and months."""

from collections.abc import Iterator, Sequence

from generator.model.listing import Period
from generator.model.page import Page, PeriodPage, TimelinePage
from generator.model.publication import Publication
from generator.model.published import PublishedEvent
from generator.plan import urls
from generator.plan.days import day_groups
from generator.plan.pagination import EVENTS_A_PAGE, paginate
from generator.plan.periods import period_of, periods_of

FEW = 60


def timeline_pages(publication: Publication) -> Iterator[Page]:
    """Yield the home page, then every year's and month's pages."""
    events = publication.events
    periods = periods_of(events)
    yield home_page(publication, periods)
    years: dict[int, list[PublishedEvent]] = {}
    months: dict[tuple[int, int | None], list[PublishedEvent]] = {}
    for event in events:
        key = period_of(event.when.date)
        years.setdefault(key[0], []).append(event)
        months.setdefault(key, []).append(event)
    all_months = [month for year in periods for month in year.months]
    for year, before, after in with_neighbours(periods):
        yield from period_pages(year, year, years[year.year], (before, after))
    year_of = {year.year: year for year in periods}
    for month, before, after in with_neighbours(all_months):
        held = months[month.year, month.month]
        yield from period_pages(month, year_of[month.year], held, (before, after))


def home_page(publication: Publication, periods: tuple[Period, ...]) -> Page:
    """Return the timeline's first page: everything when it is few, else the newest period."""
    events = publication.events
    newest = newest_period(events, periods)
    shown: Sequence[PublishedEvent] = events
    if len(events) > FEW and newest is not None:
        key = (newest.year, newest.month)
        held = [event for event in events if period_of(event.when.date) == key]
        shown = held[-EVENTS_A_PAGE:]
    content = TimelinePage(
        days=day_groups(shown),
        periods=periods,
        event_count=len(events),
        source_count=len({source.path for event in events for source in event.sources}),
        quote_count=sum(len(event.quotes) for event in events),
        newest=newest,
        is_complete=len(shown) == len(events),
    )
    return Page(path=urls.HOME, template="pages/timeline.html", content=content, section="timeline")


def newest_period(events: Sequence[PublishedEvent], periods: Sequence[Period]) -> Period | None:
    """Return the month, or the year when no month is known, of the last event."""
    if not events:
        return None
    year, month = period_of(events[-1].when.date)
    found = next(period for period in periods if period.year == year)
    return next((each for each in found.months if each.month == month), found)


def with_neighbours(
    periods: Sequence[Period],
) -> Iterator[tuple[Period, Period | None, Period | None]]:
    """Yield each period with the one before and the one after it."""
    for index, period in enumerate(periods):
        before = periods[index - 1] if index else None
        after = periods[index + 1] if index + 1 < len(periods) else None
        yield period, before, after


def period_pages(
    period: Period,
    year: Period,
    events: Sequence[PublishedEvent],
    neighbours: tuple[Period | None, Period | None],
) -> Iterator[Page]:
    """Yield the pages of one year or month."""
    for path, pagination, chunk in paginate(period.path, events, EVENTS_A_PAGE):
        content = PeriodPage(
            period=period,
            days=day_groups(chunk),
            pagination=pagination,
            year=year,
            previous=neighbours[0],
            next=neighbours[1],
        )
        yield Page(path=path, template="pages/period.html", content=content, section="timeline")
