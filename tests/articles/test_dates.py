"""Dates as newspapers of many languages write them."""

import time

import pytest

from reader.articles.dates import find_date, find_dates, read_stamp


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Last Updated : Aug 13 2025 | 8:04 AM IST", "", "2025-08-13T08:04:00+05:30"),
        ("20 September, 2023, 09:00 am", "", "2023-09-20T09:00:00"),
        ("Published 8:04 AM EDT, Wed September 20, 2023", "en", "2023-09-20T08:04:00-04:00"),
        ("12:30 PM ET, Tue May 3, 2022", "en", "2022-05-03T12:30:00-04:00"),
        ("12:30 PM ET, Mon January 3, 2022", "en", "2022-01-03T12:30:00-05:00"),
        ("Wed, 20 Sep 2023 09:00:00 GMT", "", "2023-09-20T09:00:00+00:00"),
        ("Tue Feb 02 10:00:00 EST 2016", "", "2016-02-02T10:00:00-05:00"),
        ("2023-09-20T09:00:00.123+02:00", "", "2023-09-20T09:00:00+02:00"),
        ("20th of September 2023", "en", "2023-09-20"),
        ("20-Sep-23", "en", "2023-09-20"),
        ("Mittwoch, 20.09.2023, 14:05 Uhr", "de", "2023-09-20T14:05:00"),
        ("20. März 2023, 14.05 Uhr", "de", "2023-03-20T14:05:00"),
        ("Publié le 1er août 2023 à 9h05", "fr", "2023-08-01T09:05:00"),
        ("20 fevrier 2023", "fr", "2023-02-20"),
        ("20 de septiembre de 2023 a las 10:30", "es", "2023-09-20T10:30:00"),
        ("20/set/2023 às 9h00", "pt", "2023-09-20T09:00:00"),
        ("20 d’octubre del 2023", "ca", "2023-10-20"),
        ("d. 20. september 2023 kl. 14.05", "da", "2023-09-20T14:05:00"),
        ("20. syyskuuta 2023 klo 9.05", "fi", "2023-09-20T09:05:00"),
        ("2023. szeptember 20., 14:05", "hu", "2023-09-20T14:05:00"),
        ("2023 m. rugsėjo 20 d.", "lt", "2023-09-20"),
        ("2023. gada 20. septembris", "lv", "2023-09-20"),
        ("20 czerwca 2023, 10:10", "pl", "2023-06-20T10:10:00"),
        ("20. července 2023", "cs", "2023-07-20"),
        ("20 Ağustos 2023", "tr", "2023-08-20"),
        ("20 Eylül 2023 Çarşamba 10:55", "tr", "2023-09-20T10:55:00"),
        ("20.09.2023, Mittwoch, 14:05 Uhr", "de", "2023-09-20T14:05:00"),
        ("20 Σεπτεμβρίου 2023", "el", "2023-09-20"),
        ("20 ΑΥΓΟΥΣΤΟΥ 2023", "el", "2023-08-20"),
        ("20 сентября 2023, 10:55 МСК", "ru", "2023-09-20T10:55:00+03:00"),
        ("20 вересня 2023 р., 10:55", "uk", "2023-09-20T10:55:00"),
        ("20 בספטמבר 2023", "he", "2023-09-20"),
        ("٢٠ سبتمبر ٢٠٢٣", "ar", "2023-09-20"),
        ("20 تشرين الأول 2023", "ar", "2023-10-20"),
        ("২০ সেপ্টেম্বর ২০২৩, ০৯:০০", "bn", "2023-09-20T09:00:00"),
        ("20 सितंबर 2023, 9:05 am IST", "hi", "2023-09-20T09:05:00+05:30"),
        ("20 กันยายน 2566", "th", "2023-09-20"),
        ("20 ก.ย. 2566 เวลา 10:20 น.", "th", "2023-09-20T10:20:00"),
        ("2023年9月20日(水) 09:05", "ja", "2023-09-20T09:05:00"),
        ("2023年09月20日 下午3:05", "zh", "2023-09-20T15:05:00"),
        ("令和5年9月20日", "ja", "2023-09-20"),
        ("2023. 9. 20. 오전 9:05", "ko", "2023-09-20T09:05:00"),
        ("Thứ tư, 20/9/2023, 09:00 (GMT+7)", "vi", "2023-09-20T09:00:00+07:00"),
        ("20 tháng 9, 2023", "vi", "2023-09-20"),
        ("29 شهریور ۱۴۰۲", "fa", "2023-09-20"),
        ("۱۴۰۲/۰۶/۲۹ ۱۴:۳۰", "fa", "2023-09-20T14:30:00"),
    ],
)
def test_a_date_is_read_in_the_notation_of_its_language(
    text: str, language: str, expected: str
) -> None:
    assert find_date(text, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No number here",
        "20 September 09:00 am",
        "September 2023",
        "Call 555 1234 today, May the force be with you",
        "192.168.1.12",
        "version 1.2.10",
        "5 May 10 people came",
        "31 February 2023",
        "2 hours ago",
        "© 2023",
        "1234567890123456789",
    ],
)
def test_what_names_no_whole_day_is_no_date(text: str) -> None:
    assert find_date(text) == ""


def test_the_same_month_name_means_what_its_language_says() -> None:
    assert find_date("20 listopada 2023", "hr") == "2023-10-20"
    assert find_date("20 listopada 2023", "pl") == "2023-11-20"


def test_two_numbers_that_may_both_be_the_month_are_read_as_the_country_does() -> None:
    assert find_date("05/06/2023", "en-US") == "2023-05-06"
    assert find_date("05/06/2023", "en-GB") == "2023-06-05"
    assert find_date("05.06.2023", "de") == "2023-06-05"
    assert find_date("09/20/2023", "fr") == "2023-09-20"


def test_each_date_of_a_line_comes_with_its_place() -> None:
    text = "By Ida Holm | 20 Sept 2023 | Updated: 21 Sept 2023, 10:00 BST"
    first, second = find_dates(text)
    assert (first.iso, text[first.start : first.end]) == ("2023-09-20", "20 Sept 2023")
    assert second.iso == "2023-09-21T10:00:00+01:00"
    assert text[second.start : second.end] == "21 Sept 2023, 10:00 BST"


def test_a_word_behind_the_time_is_no_zone() -> None:
    assert find_date("Am 20.09.2023 um 10:00 ist es so weit", "de") == "2023-09-20T10:00:00"
    assert find_date("Sep 20, 2023 10:00 am est", "en") == "2023-09-20T10:00:00-05:00"
    assert find_date("Sep 20, 2023 10:00 Chicago", "en") == "2023-09-20T10:00:00"


def test_midnight_to_the_second_is_the_day_alone() -> None:
    assert find_date("2023-09-20T00:00:00Z") == "2023-09-20"
    assert find_date("2023-09-20T00:00:00+06:00") == "2023-09-20T00:00:00+06:00"


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("20230920T090000Z", "2023-09-20T09:00:00+00:00"),
        ("20230920", "2023-09-20"),
        ("202309200905", "2023-09-20T09:05:00"),
        ("1695200000", "2023-09-20T08:53:20+00:00"),
        ("1695200000000", "2023-09-20T08:53:20+00:00"),
        ("2023-09-20 09:00:00 +0000 UTC", "2023-09-20T09:00:00+00:00"),
        ("99999999999999999999", ""),
        ("0", ""),
    ],
)
def test_a_machine_stamp_is_read(stamp: str, expected: str) -> None:
    assert read_stamp(stamp) == expected


@pytest.mark.parametrize(
    "text", ["1 " * 50_000, "2023-" * 20_000, "a1." * 30_000, "9:9:" * 20_000, " " * 100_000 + "1"]
)
def test_endless_near_misses_take_no_time(text: str) -> None:
    began = time.process_time()
    find_dates(text)
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("3 December 2025", "2025-12-03"),
        ("3. Dezember 2025", "2025-12-03"),
        ("3 décembre 2025", "2025-12-03"),
        ("3 dicembre 2025", "2025-12-03"),
        ("3 de diciembre de 2025", "2025-12-03"),
        ("3rd of December 2025", "2025-12-03"),
        ("3 d’octubre de 2025", "2025-10-03"),
        ("3 October 2025", "2025-10-03"),
    ],
)
def test_a_month_that_begins_like_a_little_word_is_read(text: str, date: str) -> None:
    assert find_date(text) == date


@pytest.mark.parametrize("text", ["۱۹ آبان ۱۴۰۵", "19 آبان 1405"])
def test_months_written_with_marks_above_are_read(text: str) -> None:
    assert find_date(text, "fa") == "2026-11-10"
