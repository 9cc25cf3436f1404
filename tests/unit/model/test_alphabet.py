"""Lists are in the order of their readers' alphabet."""

import pytest

from generator.model.alphabet import filed


@pytest.mark.parametrize(
    "names",
    [
        "Гайсин|Ґалаґан|Дніпро|Євпаторія|Житомир|Ізюм|Їжакевич|Йосипівка|Яготин",
        "елец|ёлка|елочка|ершов",
        "Беларусь|Вільня|Іўе|Мінск|Узда|Ўзвышша|Фаніпаль",
        "Ada|Łódź|Ludwik|Zoë|Zola",
        "Archive|“Moscow”|(Name)|Opera|Zebra",
        "Brigade 2|Brigade 10|Brigade 072",
        "Arm|arm|arms",
    ],
)
def test_names_are_filed_as_they_are_looked_up(names: str) -> None:
    assert sorted(sorted(names.split("|")), key=filed) == names.split("|")


def test_what_is_no_letter_at_all_is_still_filed_in_one_order() -> None:
    assert sorted(["☂", "", "!"], key=filed) == sorted(["!", "☂", ""], key=filed)
