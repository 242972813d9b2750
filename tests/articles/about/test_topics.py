"""What a page says its story is about."""

import pytest
from metadata_made import HEADLINE, STORY, json_ld, read


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            "<meta property='article:tag' content='Cranes'>"
            + "<meta property='article:tag' content='River'>",
            "",
        ),
        (json_ld(keywords=["Cranes", "River"]), ""),
        (json_ld(keywords="Cranes, River"), ""),
        ("<meta name='news_keywords' content='Cranes; River'>", ""),
        (
            "",
            "<p class='tags'><a href='/t/1'>Cranes</a> <a href='/t/2'>River</a></p>",
        ),
        ("", "<p><a rel='tag' href='/t/1'>Cranes</a>, <a rel='tag' href='/t/2'>River</a></p>"),
    ],
)
def test_topics_are_found_wherever_the_page_names_them(head: str, body: str) -> None:
    assert read(head, HEADLINE + STORY + body).topics == ("Cranes", "River")


@pytest.mark.parametrize(
    "keywords",
    [
        "news, breaking news, home",
        "crane,lifted,after,four,days",
        ", ".join(f"word{n}" for n in range(40)),
        "https://x.example/, id:12345, 2026",
    ],
)
def test_stuffed_or_empty_keywords_are_no_topics(keywords: str) -> None:
    head = f"<meta name='keywords' content='{keywords}'>"
    assert read(head, HEADLINE + STORY).topics == ()


def test_a_tag_cloud_is_not_the_storys() -> None:
    cloud = "<div class='sidebar tag-cloud'><a class='tag' href='/t/1'>Football</a></div>"
    assert read("", HEADLINE + STORY + cloud).topics == ()
