"""The headline of a dumped page, among the lines that look like one."""

import pytest

from reader.articles.article import Article
from reader.articles.text_dump import extract_text_dump
from reader.pages.saved_page import Kind, SavedPage

TITLE = "Council votes to rebuild the old harbour wall"
BYLINE = "By Ida Holm\n10 November 2026\n"
MENU = "Home\nNews\nSport\nCulture\nOpinion\nSubscribe\nLog in\n"
STORY = "\n\n".join(
    (
        "The council voted on Tuesday to rebuild the old harbour wall, which has stood for two"
        " hundred years and was damaged in last winter's storms.",
        "Members said that the work would begin in spring and that it would cost the town about"
        " four million crowns over three years, paid by the port.",
        "The wall protects the quay where fishing boats have landed since the days of the herring,"
        " and many in the town had asked for it to be kept.",
    )
)
WRAPPED = """The council voted on Tuesday to rebuild the old harbour wall, which has
stood for two hundred years and was damaged in last winter's storms.

Members said that the work would begin in spring and that it would cost
the town about four million crowns over three years, paid by the port.

The wall protects the quay where fishing boats have landed since the
days of the herring, and many in the town had asked for it to be kept.
"""
FOOT = "\n\nRelated stories\nCrane lifted\n\n© 2026 Harbour Times. All rights reserved.\n"


def dump(text: str, address: str = "") -> Article:
    return extract_text_dump(SavedPage("page.txt", Kind.TEXT, text, address))


@pytest.mark.parametrize(
    "head",
    [
        f"{MENU}\nLOCAL POLITICS\n{TITLE}\nThe wall has stood for two hundred years\n{BYLINE}",
        f"{TITLE} - Harbour Times\n{MENU}\n{TITLE}\n{BYLINE}",
        f"Harbour Times\n{MENU}\nHome > News > Local > {TITLE}\n\n{TITLE}\n{BYLINE}",
        f"Harbour Times\n{MENU}\nHome\nNews\nLocal\n{TITLE}\n{TITLE}\n{BYLINE}",
        f"{MENU}\nTrending\nShip sails for Iceland with a cargo of salt\n\n{TITLE}\n{BYLINE}",
        f"10.11.26, 09:30 {TITLE} | Harbour Times\nHarbour Times\n{MENU}\n{TITLE}\n{BYLINE}",
    ],
    ids=["kicker and standfirst", "window", "path", "path in lines", "teasers", "printed"],
)
def test_the_headline_is_told_from_the_lines_around_it(head: str) -> None:
    assert dump(f"{head}\n{STORY}{FOOT}").title == TITLE


def test_addresses_behind_the_words_of_a_link_are_left_out() -> None:
    links = "".join(
        f"  * {name} <https://harbour.example/{name}>\n" for name in ("News", "Sport", "Ships")
    )
    head = f"Harbour Times <https://harbour.example/>\n\n{links}\n\n  {TITLE}\n\n"
    byline = "By Ida Holm <https://harbour.example/ida>\n10 November 2026\n\n"
    found = dump(head + byline + WRAPPED + FOOT)
    assert (found.title, found.people) == (TITLE, ("Ida Holm",))
    assert "<" not in found.text


def test_lines_of_relations_above_a_page_are_no_headline() -> None:
    assert dump(f"   Link: canonical\n   Link: alternate\n\n{TITLE}\n\n{WRAPPED}").title == TITLE


def test_a_headline_far_above_its_code_is_found_by_its_byline() -> None:
    code = "\n".join(f'    value{n} = "x{n}";' for n in range(90))
    text = f"Skip to main content\nHarbour Code Navigation\n\n{MENU}\n{TITLE}\n{BYLINE}"
    text += f"\nA short word first.\n\n{code}\n\n{STORY}{FOOT}"
    assert dump(text).title == TITLE


def test_the_line_that_says_all_that_the_address_says_is_the_headline() -> None:
    address = "https://harbour.example/walls-of-old-towns"
    head = f"{MENU}\nWalls of Old Towns: The Guide\nPicture\nPort of Bergen\nOne\nTwo\nThree\n"
    text = f"{head}How to rebuild the old harbour wall\n{BYLINE}\n{STORY}{FOOT}"
    assert dump(text, address).title == "Walls of Old Towns: The Guide"


def test_the_domain_that_a_reading_view_writes_first_is_no_title() -> None:
    assert dump(f"harbour.example\n{TITLE}\n\n{STORY}").title == TITLE


@pytest.mark.parametrize("menu", ["Home News Sport Subscribe now", "HomeNewsSportSubscribe now"])
def test_a_menu_on_one_line_is_no_headline(menu: str) -> None:
    found = dump(f"{menu}\n\n{TITLE}\n\nIda Holm\n\n2026-11-10\n\n{STORY}{FOOT}")
    assert (found.title, found.byline) == (TITLE, "Ida Holm")
    assert (found.published, found.source) == ("2026-11-10", "Harbour Times")
    assert found.text == STORY


@pytest.mark.parametrize("day", ["2026-11-23", "23.11.2026", "23/11/2026"])
def test_a_day_in_numbers_alone_is_when_a_page_was_published(day: str) -> None:
    assert dump(f"{TITLE}\n\n{day}\n\n{STORY}{FOOT}").published == "2026-11-23"


def test_one_line_may_say_who_and_when() -> None:
    found = dump(f"{TITLE}\n\nBy Ida Holm, published on 10 November 2026\n\n{STORY}\n")
    assert (found.byline, found.published) == ("Ida Holm", "2026-11-10")


def test_a_page_with_the_law_at_its_foot_is_a_page_without_a_date_too() -> None:
    assert dump(f"{TITLE}\n\n{STORY}{FOOT}").text == STORY
