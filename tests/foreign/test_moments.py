import pytest

from reader.foreign.moments import day_first, moment, published

DAY = "2020-09-13T12:26:40+00:00"


@pytest.mark.parametrize(
    "told",
    [
        1600000000, 1600000000.7, "1600000000", 1600000000000, "1600000000000", 1600000000000000,
        "13244473600000000",
        "2020-09-13T12:26:40Z", "2020-09-13T14:26:40+0200", "2020-09-13T14:26:40+02:00",
        "2020-09-13 12:26:40.123456+00:00", "2020-09-13 12:26:40 +0000", "2020-09-13 12:26:40 UTC",
        "20200913T122640Z", "20200913T122640 PMZ", "2020-09-13T12:26:40.123Z",
        "Sun Sep 13 2020 14:26:40 GMT+0200 (CEST)", "Sun, 13 Sep 2020 12:26:40 GMT",
        "September 13, 2020 12:26:40 PM", "2020/09/13 12:26:40", "2020-09-13 12:26:40",
        "13.09.2020 12:26:40",
    ],
)  # fmt: skip
def test_every_notation_is_the_same_moment(told: object) -> None:
    assert moment(told) == DAY


@pytest.mark.parametrize(
    "told",
    ["", None, 0, "0", -5, True, [], "soon", "1744-08-31", 10**30, "9" * 400, float("nan"),
     float("inf"), "2020-13-45", "0000-00-00 00:00:00", "31/31/2020", "24:00", "2999-01-01"],
)  # fmt: skip
def test_nonsense_is_no_moment(told: object) -> None:
    assert moment(told) == ""


def test_a_story_s_day_stays_a_day_and_its_zone_stays_its_own() -> None:
    assert published("2024-01-05") == "2024-01-05"
    assert published("2024-01-05T00:00:00.000Z") == "2024-01-05"
    assert published("2024-01-05T10:00:00+0200") == "2024-01-05T10:00:00+02:00"
    assert published("1899-12-31") == "1899-12-31"
    assert published("1970-01-01T00:00:00Z") == ""
    assert published("Updated: Apr 07") == ""
    assert published("20240105") == "2024-01-05T00:00:00"


def test_a_clock_without_its_half_of_the_day_tells_the_day_alone() -> None:
    assert day_first("07/09/2016 01:02:03") == "2016-09-07T00:00:00+00:00"
    assert day_first("") == ""
    assert day_first("99/99/2016") == ""
