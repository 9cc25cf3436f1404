"""The home page and the pages of years and months."""

from collections.abc import Iterator, Sequence

from generator.model.listing import Pagination, Period
from generator.model.outline import EventOutline
from generator.model.overview import Overview
from generator.model.page import Page, PeriodPage, TimelinePage
from generator.plan import urls
from generator.plan.changes import latest_change
from generator.plan.days import day_groups
from generator.plan.gate import Publication
from generator.plan.overview import overview_of_days, overview_of_months, overview_of_years
from generator.plan.pagination import EVENTS_A_PAGE, paginate
from generator.plan.periods import periods_of

FEW = 60
# With more of them the home page would take more than 100 KB with its fonts.
HOME_EVENTS = 20


def timeline_pages(publication: Publication) -> Iterator[Page]:
    """Yield the home page, then every year's and month's pages."""
    events = list(publication.outlines.values())
    periods = periods_of(events)
    years: dict[int, list[str]] = {}
    months: dict[tuple[int, int | None], list[str]] = {}
    for event in events:
        years.setdefault(event.year, []).append(event.id)
        months.setdefault((event.year, event.month), []).append(event.id)
    yield home_page(publication, events, periods, months)
    all_months = [month for year in periods for month in year.months]
    for year, before, after in with_neighbours(periods):
        yield from period_pages(publication, year, year, years[year.year], (before, after))
    year_of = {year.year: year for year in periods}
    for month, before, after in with_neighbours(all_months):
        held = months[month.year, month.month]
        year = year_of[month.year]
        yield from period_pages(publication, month, year, held, (before, after))


def home_page(
    publication: Publication,
    events: Sequence[EventOutline],
    periods: tuple[Period, ...],
    months: dict[tuple[int, int | None], list[str]],
) -> Page:
    """Return the timeline's first page: everything when it is few, else the newest period."""
    newest = newest_period(events, periods)
    if len(events) > FEW and newest is not None:
        shown = months[newest.year, newest.month][-HOME_EVENTS:]
    else:
        shown = [event.id for event in events]
    sources = {source for event in events for source, _, _ in event.sources}
    counts = (len(events), len(sources), sum(event.quote_count for event in events))
    overview = overview_of_months(periods) or overview_of_years(periods)
    if len(shown) == len(events):
        overview = overview_of_days(events, lambda _: urls.HOME) or overview
    return Page(
        path=urls.HOME,
        template="pages/timeline.html",
        make=home_content,
        about=(tuple(shown), periods, counts, newest, overview),
        section="timeline",
        changed=latest_change(publication, shown),
    )


def home_content(  # noqa: PLR0913, PLR0917 - the fields of the page that it makes
    publication: Publication,
    shown: tuple[str, ...],
    periods: tuple[Period, ...],
    counts: tuple[int, int, int],
    newest: Period | None,
    overview: Overview | None,
) -> TimelinePage:
    """Return what the home page shows; `counts` are of events, sources and quotes."""
    return TimelinePage(
        days=day_groups(publication.listed(shown)),
        periods=periods,
        event_count=counts[0],
        source_count=counts[1],
        quote_count=counts[2],
        newest=newest,
        is_complete=len(shown) == counts[0],
        listed=tuple(map(publication.link, shown)),
        overview=overview,
    )


def newest_period(events: Sequence[EventOutline], periods: Sequence[Period]) -> Period | None:
    """Return the month, or the year when no month is known, of the last event."""
    if not events:
        return None
    last = events[-1]
    found = next(period for period in periods if period.year == last.year)
    return next((each for each in found.months if each.month == last.month), found)


def with_neighbours(
    periods: Sequence[Period],
) -> Iterator[tuple[Period, Period | None, Period | None]]:
    """Yield each period with the one before and the one after it."""
    for index, period in enumerate(periods):
        before = periods[index - 1] if index else None
        after = periods[index + 1] if index + 1 < len(periods) else None
        yield period, before, after


def period_pages(
    publication: Publication,
    period: Period,
    year: Period,
    events: Sequence[str],
    neighbours: tuple[Period | None, Period | None],
) -> Iterator[Page]:
    """Yield the pages of one year or month."""
    overview = overview_of_period(publication, period, events)
    for path, pagination, chunk in paginate(period.path, events, EVENTS_A_PAGE):
        yield Page(
            path=path,
            template="pages/period.html",
            make=period_content,
            about=(period, year, tuple(chunk), pagination, *neighbours, overview),
            section="timeline",
            changed=latest_change(publication, chunk),
        )


def overview_of_period(
    publication: Publication, period: Period, events: Sequence[str]
) -> Overview | None:
    """Return the days of a month, or the months of a year."""
    if period.month is None:
        return overview_of_months([period])
    outlines = [publication.outlines[id_] for id_ in events]
    return overview_of_days(
        outlines, lambda index: urls.numbered_path(period.path, index // EVENTS_A_PAGE + 1)
    )


def period_content(  # noqa: PLR0913, PLR0917 - the fields of the page that it makes
    publication: Publication,
    period: Period,
    year: Period,
    events: tuple[str, ...],
    pagination: Pagination,
    previous: Period | None,
    following: Period | None,
    overview: Overview | None,
) -> PeriodPage:
    """Return what one page of a year or month shows."""
    return PeriodPage(
        period=period,
        days=day_groups(publication.listed(events)),
        pagination=pagination,
        year=year,
        previous=previous,
        next=following,
        overview=overview,
    )
