from reader.ui.numbers import grouped


def test_thousands_stand_apart_even_where_the_system_names_no_language() -> None:
    assert grouped(4310) == "4,310"
    assert grouped(0) == "0"
