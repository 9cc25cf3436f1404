"""A piece that is nothing but a point was found within an ellipsis, at no letter; by fuzzing."""

from generator.verify.matching import SourceText, find_quote


def test_a_point_by_itself_is_not_found_within_an_ellipsis() -> None:
    assert find_quote(". […] we", SourceText("… we")) is None
    assert find_quote(". […] we", SourceText("So. And we")) is not None
