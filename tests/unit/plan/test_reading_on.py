"""What else there is to read: the day's other events, and those near that name the same."""

from datetime import UTC, datetime
from pathlib import Path

from generator.model.page import EventPage
from generator.model.reading_on import ReadingOn
from tests.tools.content import plan_of

SITE = "title: Many\ncategories: {talk: {label: Talk}}\n"
NOW = datetime(2024, 1, 1, tzinfo=UTC)
PEOPLE = """\
- {id: ada, name: Ada Invented}
- {id: hidden, name: Hidden Invented, status: witness-at-risk}
"""


def reading_on(
    tmp_path: Path, events: dict[str, str], *, drafts: bool = False
) -> dict[str, ReadingOn]:
    """Return what each invented event's page offers next; the values are lines of its file."""
    content = tmp_path / "content"
    for folder in ("events", "people", "places"):
        (content / folder).mkdir(parents=True)
    (content / "site.yaml").write_text(SITE)
    (content / "people/people.yaml").write_text(PEOPLE)
    (content / "places/town.yaml").write_text("name: Town\n")
    for id_, lines in events.items():
        (content / f"events/{id_}.yaml").write_text(f"title: The {id_}\ncategory: talk\n{lines}\n")
    plan, publication = plan_of(tmp_path, NOW, drafts=drafts)
    found = {}
    for page in plan.pages:
        if page.template == "pages/event.html":
            shown = page.make(publication, *page.about)
            assert isinstance(shown, EventPage)
            found[shown.event.id] = shown.reading_on
    return found


def that_day(on: ReadingOn) -> list[str]:
    return [event.title for event in on.that_day.events] if on.that_day else []


def also_about(on: ReadingOn) -> list[tuple[str, str]]:
    return [(each.shared, each.event.title) for each in on.also_about]


def test_an_event_names_the_others_of_its_day_and_leads_to_the_day(tmp_path: Path) -> None:
    days = {"one": "2022-03-02", "two": "2022-03-02~", "three": "2022-03-03", "four": "2022-03"}
    found = reading_on(tmp_path, {id_: f"date: {date}" for id_, date in days.items()})
    assert that_day(found["one"]) == ["The two"]
    assert that_day(found["two"]) == ["The one"]
    assert found["three"].that_day is None
    assert found["four"].that_day is None
    day = found["one"].that_day
    assert day is not None
    assert day.path == "/2022/03/#day-738216"
    assert day.count == 2


def test_of_a_full_day_the_nearest_are_named_and_all_are_counted(tmp_path: Path) -> None:
    ids = [f"e{number:02d}" for number in range(20)]
    found = reading_on(tmp_path, dict.fromkeys(ids, "date: 2022-03-02"))
    assert that_day(found["e00"]) == [f"The e{number:02d}" for number in (1, 2, 3, 4, 5)]
    assert that_day(found["e10"]) == [f"The e{number:02d}" for number in (8, 9, 11, 12, 13)]
    assert that_day(found["e19"]) == [f"The e{number:02d}" for number in (14, 15, 16, 17, 18)]
    assert found["e07"].that_day is not None
    assert found["e07"].that_day.count == 20


def test_a_day_that_begins_on_a_later_page_of_its_month_is_linked_there(tmp_path: Path) -> None:
    early = {f"a{number:02d}": "date: 2022-03-01" for number in range(50)}
    found = reading_on(tmp_path, early | dict.fromkeys(("x", "y"), "date: 2022-03-09"))
    day = found["x"].that_day
    assert day is not None
    assert day.path.startswith("/2022/03/page/2/#day-")


def test_events_near_in_time_that_name_the_same_are_offered_with_what_they_share(
    tmp_path: Path,
) -> None:
    found = reading_on(
        tmp_path,
        {
            "one": "date: 2022-03-02\npeople: [ada]\nplaces: [town]\ntags: [rain]",
            "two": "date: 2022-03-05\npeople: [ada]\ntags: [rain]",
            "far": "date: 2022-05-05\npeople: [ada]",
            "same-day": "date: 2022-03-02\nplaces: [town]",
        },
    )
    assert also_about(found["one"]) == [("Ada Invented, rain", "The two")]
    assert also_about(found["two"]) == [("Ada Invented, rain", "The one")]
    assert also_about(found["far"]) == []
    assert also_about(found["same-day"]) == []


def test_what_is_stated_as_related_is_not_offered_a_second_time(tmp_path: Path) -> None:
    related = "related: [{event: two, relation: see-also}]"
    found = reading_on(
        tmp_path,
        {
            "one": f"date: 2022-03-02\ntags: [rain]\n{related}",
            "two": "date: 2022-03-05\ntags: [rain]",
        },
    )
    assert also_about(found["one"]) == also_about(found["two"]) == []


def test_a_withheld_person_joins_no_two_events(tmp_path: Path) -> None:
    lines = "people: [hidden]"
    found = reading_on(
        tmp_path, {"one": f"date: 2022-03-02\n{lines}", "two": f"date: 2022-03-04\n{lines}"}
    )
    assert also_about(found["one"]) == also_about(found["two"]) == []


def test_a_draft_is_offered_to_editors_alone(tmp_path: Path) -> None:
    events = {
        "one": "date: 2022-03-02\ntags: [rain]",
        "two": "date: 2022-03-02\nstatus: draft",
        "three": "date: 2022-03-04\ntags: [rain]\nembargo: 2030-01-01T00:00:00Z",
    }
    found = reading_on(tmp_path, events)
    assert found["one"] == ReadingOn()
    seen = reading_on(tmp_path / "again", events, drafts=True)["one"]
    assert that_day(seen) == ["The two"]
    assert also_about(seen) == [("rain", "The three")]
