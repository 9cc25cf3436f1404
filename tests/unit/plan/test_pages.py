"""Which pages there are: long lists, periods, the home page, neighbours in time."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from generator.model.page import EventPage, PageContent, PeriodPage, Plan, TimelinePage
from generator.plan.gate import Publication
from generator.plan.timeline_pages import HOME_EVENTS
from tests.tools.content import plan_of

SITE = "title: Many\ncategories: {talk: {label: Talk}}\n"


@dataclass
class Planned:
    """A plan, and what its pages are made from."""

    plan: Plan
    publication: Publication

    def paths(self) -> set[str]:
        """Return every page's path."""
        return {page.path for page in self.plan.pages}

    def content(self, path: str) -> PageContent:
        """Return what the page at the path shows."""
        page = next(page for page in self.plan.pages if page.path == path)
        return page.make(self.publication, *page.about)


def plan(tmp_path: Path, dates: list[str]) -> Planned:
    """Return the plan of a project with an invented event on each date."""
    events = tmp_path / "content/events"
    events.mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text(SITE)
    for number, date in enumerate(dates):
        text = f"title: Number {number} xyz{number * 7919}\ndate: {date}\ncategory: talk\n"
        (events / f"e{number:04d}.yaml").write_text(text)
    return Planned(*plan_of(tmp_path, datetime(2024, 1, 1, tzinfo=UTC)))


def home(made: Planned) -> TimelinePage:
    content = made.content("/")
    assert isinstance(content, TimelinePage)
    return content


def shown(content: TimelinePage | PeriodPage) -> int:
    return sum(len(day.events) for day in content.days)


def test_few_events_are_all_on_the_home_page(tmp_path: Path) -> None:
    made = plan(tmp_path, ["2022-03-01", "2021-05", "1999"])
    assert home(made).is_complete
    assert shown(home(made)) == 3


def test_of_many_the_home_page_has_the_newest_month(tmp_path: Path) -> None:
    made = plan(tmp_path, ["2022-02-01"] * 60 + ["2022-03-01"] * 12)
    assert not home(made).is_complete
    assert shown(home(made)) == 12
    newest = home(made).newest
    assert newest is not None
    assert newest.path == "/2022/03/"


def test_of_a_long_month_the_home_page_has_the_last_events(tmp_path: Path) -> None:
    made = home(plan(tmp_path, ["2022-03-01"] * 130))
    assert shown(made) == HOME_EVENTS
    assert made.days[-1].events[-1] == "e0129"


def test_long_lists_go_on_under_page_numbers(tmp_path: Path) -> None:
    made = plan(tmp_path, ["2022-03-01"] * 130)
    paths = made.paths()
    assert {
        "/2022/03/",
        "/2022/03/page/2/",
        "/2022/03/page/3/",
        "/categories/talk/page/3/",
    } <= paths
    assert "/2022/03/page/4/" not in paths
    last = made.content("/2022/03/page/3/")
    assert isinstance(last, PeriodPage)
    assert (shown(last), last.pagination.previous, last.pagination.next) == (
        30,
        "/2022/03/page/2/",
        None,
    )


def test_every_event_is_on_its_year_and_month(tmp_path: Path) -> None:
    made = plan(tmp_path, ["2021-12-31", "2022", "2022-01-01/2022-03-01", "../2022-02", "-0043"])
    paths = made.paths()
    assert {"/2021/", "/2021/12/", "/2022/", "/2022/01/", "/2022/02/", "/-0043/"} <= paths
    assert "/2022/03/" not in paths


def test_periods_know_their_neighbours_with_events(tmp_path: Path) -> None:
    made = plan(tmp_path, ["2020-01-01", "2022-03-01", "2022-05-01"])
    march = made.content("/2022/03/")
    assert isinstance(march, PeriodPage)
    assert march.previous is not None
    assert march.next is not None
    assert (march.previous.path, march.next.path) == ("/2020/01/", "/2022/05/")


def test_events_know_their_neighbours_in_time(tmp_path: Path) -> None:
    made = plan(tmp_path, ["2022-03-02", "2022-03-01", "2022-03-03"])
    middle = made.content("/events/e0000/")
    assert isinstance(middle, EventPage)
    assert middle.previous is not None
    assert middle.next is not None
    assert (middle.previous.path, middle.next.path) == ("/events/e0001/", "/events/e0002/")


def test_a_project_without_events_has_a_home_page(tmp_path: Path) -> None:
    made = plan(tmp_path, [])
    assert shown(home(made)) == 0
    assert "/events/" not in made.paths()


def test_a_list_of_several_months_announces_each(tmp_path: Path) -> None:
    made = plan(
        tmp_path, ["2021-05-01", "2021-05", "2022-03-01", "2022-03-04", "2022-04", "2022-04-30"]
    )
    months = [
        (day.landmark.year, day.landmark.month, day.landmark.count)
        for day in home(made).days
        if day.landmark
    ]
    assert months == [(2021, 5, 2), (2022, 3, 2), (2022, 4, 2)]


def test_a_list_of_one_month_announces_none(tmp_path: Path) -> None:
    made = plan(tmp_path, ["2022-03-01", "2022-03-04"])
    assert [day.landmark for day in home(made).days] == [None, None]


def test_a_list_of_an_event_a_month_announces_none(tmp_path: Path) -> None:
    made = plan(tmp_path, ["198X", "2021-05-01", "2022-03-01"])
    assert [day.landmark for day in home(made).days] == [None, None, None]
