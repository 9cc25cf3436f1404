"""No word of a withheld name is told around a quote, also where no space stands before it."""

import pytest

from generator.model.secret_words import before, behind, secret_words


@pytest.mark.parametrize(
    ("name", "text", "first", "last"),
    [
        ("王伟", "目击者王伟说，他看见了。", "目击者", "，他看见了。"),
        ("王 伟", "目击者王伟说，他看见了。", "目击者", "，他看见了。"),
        ("أحمد محمد", "قال وأحمد محمد هنا", "قال و", " هنا"),
        ("דן כהן", "אמר ולדן כהן כאן", "אמר ול", " כאן"),
        ("Jan Kowalski", "said Jana Kowalskiego there", "said ", " there"),
    ],
)
def test_words_around_a_name_end_before_it(name: str, text: str, first: str, last: str) -> None:
    words = secret_words([name])
    assert before(text, words) == first
    assert behind(text, words) == last
