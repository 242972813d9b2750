from datetime import date

import pytest
from PySide6.QtCore import QLocale

from reader.ui.dates import long_date, short_date

TODAY = date(2026, 11, 22)


def test_a_date_of_this_year_needs_no_year() -> None:
    assert short_date("2026-11-10", TODAY) == "10 Nov"


def test_a_date_of_another_year_names_it() -> None:
    assert short_date("2025-08-13T09:00:00+02:00", TODAY) == "13 Aug 2025"


def test_a_long_date_tells_the_storys_own_time_whatever_the_zone() -> None:
    assert long_date("2026-11-10T23:30:00-08:00") == "10 November 2026, 23:30"
    assert short_date("2026-11-10T23:30:00-08:00", TODAY) == "10 Nov"


def test_a_day_alone_has_no_time() -> None:
    assert long_date("2026-11-10") == "10 November 2026"


def test_midnight_is_no_time_but_a_day_alone() -> None:
    assert long_date("2026-11-10T00:00:00+01:00") == "10 November 2026"
    assert long_date("2026-11-10T00:01:00+01:00") == "10 November 2026, 00:01"


@pytest.mark.parametrize("iso", ["", "  ", "yesterday", "2026-13-40", "2026-11-10T99:99", "٢٠٢٦"])
def test_what_is_no_date_is_left_empty(iso: str) -> None:
    assert short_date(iso, TODAY) == ""
    assert long_date(iso) == ""


@pytest.mark.parametrize(
    ("locale", "short", "other_year"),
    [
        ("en_US", "Nov 10", "Nov 10, 2025"),
        ("de_DE", "10. Nov.", "10. Nov. 2025"),
        ("ja_JP", "11月10日", "2025年11月10日"),
        ("es_ES", "10 de nov", "10 de nov de 2025"),
        ("hu_HU", "nov. 10.", "2025. nov. 10."),
    ],
)
def test_day_and_month_stand_as_the_readers_language_has_them(
    locale: str, short: str, other_year: str
) -> None:
    QLocale.setDefault(QLocale(locale))
    assert short_date("2026-11-10", TODAY) == short
    assert short_date("2025-11-10", TODAY) == other_year


def test_no_language_loses_the_day_or_keeps_the_year() -> None:
    anything = (QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry)
    for locale in QLocale.matchingLocales(*anything):
        QLocale.setDefault(locale)
        said = short_date("2026-11-17", TODAY)
        assert locale.toString(17) in said, locale.name()
        assert locale.toString(2026).replace(locale.groupSeparator(), "") not in said
        assert said == said.strip(" ,،"), locale.name()
