"""Who a byline names."""

import time

import pytest

from reader.articles.byline_parts import find_agency
from reader.articles.bylines import Byline, is_byline, read_author, read_byline


@pytest.mark.parametrize(
    ("text", "line", "people"),
    [
        ("By Ida Holm", "Ida Holm", ("Ida Holm",)),
        ("Von Max Müller", "Max Müller", ("Max Müller",)),
        ("Por María López y José Ruiz", "María López y José Ruiz", ("María López", "José Ruiz")),
        ("By Ida Holm, Staff Writer", "Ida Holm", ("Ida Holm",)),
        ("IDA HOLM | 20 September 2023", "IDA HOLM", ("IDA HOLM",)),
        ("By Anna Berg in Oslo", "Anna Berg", ("Anna Berg",)),
        ("By Ida Holm (@idaholm)", "Ida Holm", ("Ida Holm",)),
        ("Text: Anna Ek Foto: Bo Ek", "Anna Ek", ("Anna Ek",)),
        ("Автор: Иван Петров", "Иван Петров", ("Иван Петров",)),
        ("记者 王小明", "王小明", ("王小明",)),
        ("作者：王小明", "王小明", ("王小明",)),
        ("홍길동 기자", "홍길동 기자", ("홍길동",)),
        ("by Ida Leon", "Ida Leon", ("Ida Leon",)),
        ("By Ida Holm on Friday", "Ida Holm", ("Ida Holm",)),
        ("By Harbour Editor Ida Holm", "Ida Holm", ("Ida Holm",)),
        ("Von Redakteurin Ida Holm", "Ida Holm", ("Ida Holm",)),
        ("Posted by pilot201", "pilot201", ()),
    ],
)
def test_people_are_read_without_what_stands_around_them(
    text: str, line: str, people: tuple[str, ...]
) -> None:
    assert read_byline(text) == Byline(line, people)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Staff Writer",
        "By Staff",
        "Read more",
        "ida@news.example",
        "@idaholm",
        "Updated: 20 Sept 2023",
        "https://news.example/ida",
        "Redaktion",
        "নিজস্ব প্রতিবেদক",
    ],
)
def test_desks_buttons_and_addresses_are_nobody(text: str) -> None:
    assert read_byline(text) == Byline()


def test_an_agency_is_told_from_people() -> None:
    found = read_byline("By Ida Holm and Bo Ek, Associated Press")
    assert found.people == ("Ida Holm", "Bo Ek")
    assert found.agency == "AP"
    assert read_byline("By IDA HOLM Associated Press").people == ("IDA HOLM",)


def test_an_agency_and_the_place_it_sent_from_are_told_apart() -> None:
    assert read_byline("AP Seoul") == Byline("AP", (), "AP", "Seoul")


def test_of_two_agencies_the_one_of_wider_reach_had_the_story() -> None:
    assert read_byline("UNB/AP") == Byline("UNB/AP", (), "AP")


def test_who_helped_may_stand_in_brackets() -> None:
    found = read_byline("Par Ida Holm (avec Bo Ek et AFP)")
    assert (found.people, found.agency) == (("Ida Holm", "Bo Ek"), "AFP")
    assert found.line == "Ida Holm (avec Bo Ek et AFP)"
    assert read_byline("LONDON (Reuters)").agency == "Reuters"


def test_a_desk_with_a_name_is_a_line_that_names_nobody() -> None:
    assert read_byline("By Harbour Times Staff") == Byline("Harbour Times Staff")
    assert read_author("Harbour Times").people == ("Harbour Times",)
    assert read_author("harbour_team") == Byline("harbour_team")


def test_trades_and_what_follows_them_are_no_people() -> None:
    found = read_byline("By Ida Holm, Senior Director, Port Museum, and Bo Ek, Staff Attorney")
    assert found.people == ("Ida Holm", "Bo Ek")


def test_a_day_without_its_year_ends_the_names() -> None:
    assert read_byline("By Ida Holm March 18 at 3:57 PM").people == ("Ida Holm",)


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    assert read_byline('By clicking "Submit," you agree to the Terms') == Byline()
    assert read_byline("Von den Höfen kaufte er Speck, Kartoffeln und Brot") == Byline()


def test_a_source_is_never_a_person() -> None:
    assert read_byline("Source: Reuters") == Byline("Reuters", (), "Reuters")
    assert read_byline("Source: Harbour Office") == Byline()


def test_a_word_in_small_letters_is_no_agency() -> None:
    assert find_agency("app") == ""
    assert find_agency("APP") == "APP"
    assert find_agency("dpa") == "dpa"
    assert find_agency("A.P.") == "AP"


def test_only_a_line_that_can_be_nothing_else_is_a_byline() -> None:
    assert is_byline("By Ida Holm")
    assert is_byline("AP Seoul")
    assert is_byline("UNB/AP")
    assert is_byline("홍길동 기자")
    assert not is_byline("Ida Holm")
    assert not is_byline("By the end of the day, the council had voted twice on the sea gate. " * 3)


@pytest.mark.parametrize("text", ["by " * 50_000, "@" * 100_000, ", " * 50_000, "A " * 50_000])
def test_endless_lines_take_no_time(text: str) -> None:
    began = time.process_time()
    read_byline(text)
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize(
    "line",
    [
        "By Ida Holm Staff Writer",
        "Guest Author: Ida Holm",
        "Contributed by Ida Holm",
        "Words and photos by Ida Holm",
        "Photos and text by Ida Holm",
        "Submitted by Ida Holm on Tue, 11/10/2026 - 09:30",
        "Verfasst von: Ida Holm",
        "Von unserem Korrespondenten Ida Holm, Berlin",
        "Une chronique de Ida Holm",
        "Interview: Ida Holm",
        "Skrivet av Ida Holm",
        "Por Ida Holm Corresponsal",
        "(Reporting by Ida Holm; Editing by Bo Ek)",
        "By Ida Holm, MD",
        "Ida Holm@idaholm",
    ],
)
def test_trades_places_and_degrees_are_no_part_of_a_name(line: str) -> None:
    assert read_byline(line).people == ("Ida Holm",)


@pytest.mark.parametrize(
    "line",
    [
        "By Ida Holm in Bergen and Bo Ek in Oslo",
        "By Ida Holm in Bergen, Bo Ek in Oslo",
        "By Ida Holm | By Bo Ek",
    ],
)
def test_all_are_named_wherever_they_write_from(line: str) -> None:
    assert read_byline(line).people == ("Ida Holm", "Bo Ek")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("文｜王小明", "王小明"),
        ("記者王小明／台北報導", "王小明"),
        ("取材・文 山田太郎", "山田太郎"),
        ("ライター：山田太郎", "山田太郎"),
        ("(서울=항구통신) 홍길동 기자", "홍길동"),
        ("글·사진 홍길동", "홍길동"),
        ("홍길동 논설위원", "홍길동"),
        ("Авторка: Олена Коваль", "Олена Коваль"),
        ("Του Νίκου Παππά", "Νίκου Παππά"),
        ("Muhabir: Ayşe Demir", "Ayşe Demir"),
        ("الكاتب: أحمد علي", "أحمد علي"),
        ("خبرنگار: احمد رضایی", "احمد رضایی"),
        ("ผู้เขียน: สมชาย ใจดี", "สมชาย ใจดี"),
        ("Imeandikwa na Juma Hassan", "Juma Hassan"),
        ("Scris de Ion Popescu", "Ion Popescu"),
        ("Ni Juan dela Cruz", "Juan dela Cruz"),
    ],
)
def test_a_byline_opens_in_the_words_of_its_language(line: str, name: str) -> None:
    assert read_byline(line).people == (name,)


def test_a_paper_with_a_trade_is_nobody() -> None:
    assert read_byline("By Morning Post Reporter").people == ()
    assert read_byline("By AP Auto Writer").people == ()


@pytest.mark.parametrize(
    "line",
    [
        "Ein Interview von Ida Holm mit Bo Ek",
        "Text von Ida Holm Illustration von Bo Ek",
        "Von HAFENBLATT-Reporterin Ida Holm",
        "Contributors: Ida Holm",
        "Soumis par Ida Holm le 10 novembre 2026",
    ],
)
def test_what_else_a_byline_tells_names_nobody(line: str) -> None:
    assert read_byline(line).people == ("Ida Holm",)


def test_what_one_is_called_besides_stands_within_the_name() -> None:
    assert read_byline("Ida (Kit) Holm").people == ("Ida Holm",)


def test_when_a_page_was_updated_names_nobody() -> None:
    assert read_byline("Last updated: 10 November 2026").line == ""
    assert read_byline("By Ida Last").people == ("Ida Last",)


@pytest.mark.parametrize(
    "name", ["Society for Old Harbours", "Bund 90/Die Boote", "98 Quiet Harbours"]
)
def test_a_body_is_called_by_its_whole_name(name: str) -> None:
    found = read_author(name)
    assert (found.line, found.people) == (name, ())
