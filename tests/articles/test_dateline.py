import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.dateline import Dateline, split_dateline


@pytest.mark.parametrize(
    ("opening", "place", "agency", "rest"),
    [
        ("LISBON, Mar. 3 (Reuters) – The tram", "Lisbon", "Reuters", "The tram"),
        ("BOISE, Idaho (AP) — Snow fell", "Boise, Idaho", "AP", "Snow fell"),
        ("Bremen (dpa) - Die Fähre", "Bremen", "dpa", "Die Fähre"),
        ("LYON, 4 mars (AFP) - Le maire", "Lyon", "AFP", "Le maire"),
        ("Lyon, le 4 mars 2021 - Le maire", "Lyon", "", "Le maire"),
        ("Sevilla, 3 mar (EFE).- El puente", "Sevilla", "EFE", "El puente"),
        ("(ANSA) - TORINO, 3 MAR - Il ponte", "Torino", "ANSA", "Il ponte"),
        ("(Reuters) - Shares rose", "", "Reuters", "Shares rose"),
        ("ТВЕРЬ, 3 марта. /ТАСС/. Мост открыт", "Тверь", "TASS", "Мост открыт"),
        ("تونس (رويترز) - قال", "تونس", "Reuters", "قال"),
        ("খুলনা (রয়টার্স) – সেতু", "খুলনা", "Reuters", "সেতু"),
        ("新华社南京3月3日电 大桥通车", "南京", "Xinhua", "大桥通车"),
        ("【パリ共同】橋が開通した", "パリ", "Kyodo", "橋が開通した"),
        ("(부산=연합뉴스) 다리가 열렸다", "부산", "Yonhap", "다리가 열렸다"),
        ("NEW DELHI: The bridge", "New Delhi", "", "The bridge"),
        ("L'AQUILA — The bridge", "L'Aquila", "", "The bridge"),
        ("RIO DE JANEIRO — The bridge", "Rio de Janeiro", "", "The bridge"),
        ("Porto, Portugal – The bridge", "Porto, Portugal", "", "The bridge"),
    ],
)
def test_a_dateline_is_split_off(opening: str, place: str, agency: str, rest: str) -> None:
    assert split_dateline(opening) == Dateline(place, agency, rest)


@pytest.mark.parametrize(
    "opening",
    [
        "The European Union (EU) said on Monday that",
        "BREAKING — The bridge is closed",
        "Maria Lopes - the former mayor - said",
        "President Lopes, 81, said on Monday",
        "NATO – the alliance – met",
        "In March, the company (Acme) - which",
        "“We counted them,” she said. LISBON (AP) — so",
        "",
    ],
)
def test_a_sentence_is_no_dateline(opening: str) -> None:
    assert split_dateline(opening) == Dateline(rest=opening)


@given(st.text(max_size=300))
def test_any_text_has_its_rest_at_its_end(text: str) -> None:
    assert text.endswith(split_dateline(text).rest)
