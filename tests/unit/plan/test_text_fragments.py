"""Text fragments: written by the draft's rules, so that a browser finds the very words."""

import pytest

from generator.model.verification import Passage
from generator.plan.text_fragments import address_of_words

PAGE = "https://gazette.example/bridge"
LONG = " ".join(f"word{number}" for number in range(80))


def passage(
    exact: str, prefix: str = "", suffix: str = "", *, is_repeated: bool = False
) -> Passage:
    """Return a passage; where it stands does not matter here."""
    return Passage(
        start=0,
        end=len(exact),
        exact=exact,
        prefix=prefix,
        suffix=suffix,
        is_repeated=is_repeated,
    )


@pytest.mark.parametrize(
    ("url", "passages", "address"),
    [
        (PAGE, [passage("We built it here")], f"{PAGE}#:~:text=We%20built%20it%20here"),
        (f"{PAGE}#top", [passage("We built it here")], f"{PAGE}#top:~:text=We%20built%20it%20here"),
        (
            f"{PAGE}#:~:text=other",
            [passage("We built it here")],
            f"{PAGE}#:~:text=We%20built%20it%20here",
        ),
        (
            PAGE,
            [passage("a well-known, old & new way")],
            f"{PAGE}#:~:text=a%20well%2Dknown%2C%20old%20%26%20new%20way",
        ),
        (
            PAGE,
            [passage("We built it here"), passage("and it will stand")],
            f"{PAGE}#:~:text=We%20built%20it%20here&text=and%20it%20will%20stand",
        ),
        (
            PAGE,
            [passage("cannon", "he called them ‘", "’ in his\nspeech")],
            f"{PAGE}#:~:text=he%20called%20them%20%E2%80%98-,cannon,-%E2%80%99%20in%20his",
        ),
        (PAGE, [passage("cannon", "its end.\n‘", "’\nAnd")], f"{PAGE}#:~:text=cannon"),
        (
            PAGE,
            [passage("We built it here", "before ", " behind", is_repeated=True)],
            f"{PAGE}#:~:text=before-,We%20built%20it%20here,-behind",
        ),
        (
            PAGE,
            [passage("came", is_repeated=True), passage("and it will stand")],
            f"{PAGE}#:~:text=and%20it%20will%20stand",
        ),
        (PAGE, [passage("came", is_repeated=True)], f"{PAGE}#:~:text=came"),
        (PAGE, [passage("One two.\nThree four")], f"{PAGE}#:~:text=One%20two.,Three%20four"),
        (
            PAGE,
            [passage(LONG)],
            (
                f"{PAGE}#:~:text=word0%20word1%20word2%20word3%20word4%20word5,"
                "word74%20word75%20word76%20word77%20word78%20word79"
            ),
        ),
    ],
)
def test_an_address_leads_to_the_words(url: str, passages: list[Passage], address: str) -> None:
    assert address_of_words(url, passages) == address
