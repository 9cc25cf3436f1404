"""Places within one another: each circle is found once, however many places stand in a row."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from generator.model.place import Place
from generator.validate.references import circles_of

ROW = 200_000


def places(within: Mapping[str, str]) -> dict[str, Place]:
    return {id_: Place(id=id_, name=id_, within=around) for id_, around in within.items()}


def test_circles_begin_with_the_first_of_the_alphabet_and_what_leads_to_them_is_none() -> None:
    within = {"d": "c", "c": "b", "b": "a", "a": "c", "own": "own", "out": "nowhere", "end": ""}
    assert sorted(circles_of(places(within))) == [["a", "c", "b"], ["own"]]


def test_a_long_row_of_places_is_followed_once() -> None:
    row = {f"p{n}": f"p{n - 1}" for n in range(1, ROW)}
    assert list(circles_of(places(row))) == []
    (circle,) = circles_of(places(row | {"p0": f"p{ROW - 1}"}))
    assert sorted(circle) == sorted({*row, "p0"})


@given(st.dictionaries(st.sampled_from("abcdefg"), st.sampled_from("abcdefgh")))
def test_a_place_is_in_a_circle_if_it_is_around_itself(within: dict[str, str]) -> None:
    def is_around_itself(start: str) -> bool:
        at = start
        for _ in within:
            at = within.get(at, "")
            if at == start:
                return True
        return False

    found = [id_ for circle in circles_of(places(within)) for id_ in circle]
    assert sorted(found) == sorted(filter(is_around_itself, within))
