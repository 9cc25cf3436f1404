"""Words to search by: what no searcher tells apart is one word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.search_words import bucket_of, pieces, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bridge, BRIDGE; bridge", ["bridge", "bridge", "bridge"]),
        ("Café naïve Ångström ﬁre", ["cafe", "naive", "angstrom", "fire"]),
        ("cafe\u0301 Straße Łódź", ["cafe", "strasse", "lodz"]),
        ("П'ять пʼять п’ять П‘ЯТЬ", ["пять"] * 4),
        ("don't don’t", ["dont", "dont"]),
        ("за\u0301мок Її мій МІЙ ёлка", ["замок", "її", "мій", "мій", "елка"]),
        ("и\u0306 й", ["й", "й"]),
        ("الحَرْب والحرب حرب", ["حرب", "حرب", "حرب"]),
        ("أحمد احمد مدرسة مدرسه", ["احمد", "احمد", "مدرسه", "مدرسه"]),
        ("מֶלֶךְ מלכ", ["מלכ", "מלכ"]),
        ("北京市 2022年", ["北京", "京市", "市", "2022", "年"]),
        ("Ἀθῆναι ΟΔΟΣ", ["αθηναι", "οδοσ"]),
        ("snake_case [...]", ["snake", "case"]),
        ("1,200; 1200; 1 200; 1\u202f200; 1.200; 1’200", ["1200"] * 6),
        ("1,2001 2022 100 24.02 12, 100", ["1", "2001", "2022", "100", "24", "02", "12", "100"]),
    ],
)
def test_differences_that_searchers_do_not_make_are_taken_out(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@given(st.text())
def test_a_text_s_words_are_folded_already(text: str) -> None:
    words = words_of(text)
    whole = [word for word in words if pieces(word) == [word]]
    assert [again for word in whole for again in words_of(word)] == whole


@given(st.text(st.characters(max_codepoint=127)))
def test_the_short_way_for_ascii_leads_to_the_same_words(text: str) -> None:
    # A letter that is not ASCII sends the text the long way.
    assert words_of(text) == words_of(f"{text} й")[:-1]


@given(st.text(min_size=1), st.sampled_from([1, 2, 16, 64]))
def test_words_that_begin_alike_are_in_one_bucket(text: str, buckets: int) -> None:
    for word in words_of(text):
        assert bucket_of(word, buckets) == bucket_of(word[:2], buckets)
        assert 0 <= bucket_of(word, buckets) < buckets
