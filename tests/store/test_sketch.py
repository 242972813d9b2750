"""Texts are compared by the numbers of their runs of words, which libraries keep."""

from reader.store.sketch import FEWEST, likeness, shingles, sketch_of


def test_a_text_has_the_numbers_that_libraries_hold_of_it() -> None:
    assert shingles("The harbour’s café – opened “again” in Łódź.").tolist() == [
        *(272820152, 509044845, 684970299, 821411749, 1007220862, 1361087853)
    ]


def test_each_letter_of_an_unspaced_script_is_a_word_as_libraries_hold_it() -> None:
    assert shingles("港口今天重新开放 the ท่าเรือ").tolist() == [
        *(74606534, 363025638, 413877212, 567327479, 574250185, 575220828, 615966080),
        *(785572558, 908857532, 1234377751, 1243765910, 1278855926, 1917503804, 2047045045),
    ]


def test_a_run_that_comes_again_counts_once() -> None:
    once = "one two three four"
    assert shingles(f"{once} {once} {once}").tolist() == shingles(f"{once} {once}").tolist()


def test_two_words_are_no_run() -> None:
    assert not len(shingles("only two"))
    assert likeness(shingles("only two"), shingles("")) == 0


def test_a_text_of_few_runs_has_no_sketch() -> None:
    words = [f"word{number}" for number in range(FEWEST + 2)]
    assert len(sketch_of(shingles(" ".join(words)))) == FEWEST
    assert sketch_of(shingles(" ".join(words[1:]))) == ()
