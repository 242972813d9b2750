"""A box beside the story that lists something is part of it; one that leads elsewhere is not."""

import pytest
from stories_made import story_page

from reader.articles.extract import extract

FACTS = ("Two ropes of forty metres", "One anchor, rather heavy", "Salt, as much as you like")


def told(box: str) -> str:
    return extract(story_page(f"<main><article>{{story}}{box}</article></main>")).text


def listed(item: str) -> str:
    return "<ul>{}</ul>".format("".join(f"<li>{item.format(fact)}</li>" for fact in FACTS))


@pytest.mark.parametrize(
    ("names", "item"),
    [("facts", "{}"), ("recipe-ingredients", "<a href=https://shop.example/>Best</a>: {}")],
)
def test_a_box_of_facts_or_ingredients_is_told(names: str, item: str) -> None:
    text = told(f"<aside class={names}><h2>What it takes</h2>{listed(item)}</aside>")
    assert all(fact in text for fact in FACTS)


@pytest.mark.parametrize(
    ("names", "item"), [("box", "<a href=/a>{}</a>"), ("newsletter", "{}"), ("sidebar", "{}")]
)
def test_a_box_that_leads_elsewhere_or_offers_something_is_not(names: str, item: str) -> None:
    assert FACTS[0] not in told(f"<aside class={names}><h2>More</h2>{listed(item)}</aside>")
