import pytest
from PySide6.QtCore import QLocale

from reader.ui.numbers import grouped


@pytest.mark.parametrize(("locale", "said"), [("en_GB", "4,310"), ("de_DE", "4.310")])
def test_thousands_stand_apart_as_the_readers_language_has_them(locale: str, said: str) -> None:
    QLocale.setDefault(QLocale(locale))
    assert grouped(4310) == said
    assert grouped(0) == "0"


def test_thousands_stand_apart_even_where_the_system_names_no_language() -> None:
    QLocale.setDefault(QLocale.c())
    assert grouped(4310) == "4,310"
