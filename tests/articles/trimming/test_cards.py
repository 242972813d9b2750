"""Cards of other stories below one: each a picture and a title that lead to one place."""

from stories_made import PARAGRAPHS, paragraphs, story_page

from reader.articles.extract import extract

TITLES = ("Whale seen off the pier again", "Ten things to do with rope", "The fair is put off")
TEASER = "Nobody had thought that it would come to this, and yet the fair"


def card(place: str, title: str) -> str:
    picture = f"<a href={place}><img src={place}.jpg width=300 height=200></a>"
    name = f"<div class=name><a href={place}>{title}</a></div>"
    return f"<div class=tile><div>{picture}<div>26.9.2026</div>{name}<p>{TEASER}</p></div></div>"


def told(below: str, story: str = "") -> str:
    return extract(story_page(f"<main>{{story}}{below}</main>", story or paragraphs() * 2)).text


def test_cards_of_the_sites_other_stories_are_not_told() -> None:
    cards = "".join(card(f"/{number}", title) for number, title in enumerate(TITLES))
    text = told(f"<div><div>{cards}</div></div>")
    assert text.endswith(PARAGRAPHS[-1])
    assert TEASER not in text


def test_cards_that_lead_to_other_sites_tell_of_what_the_story_is_about() -> None:
    places = (f"https://shop{number}.example/rope" for number in range(3))
    cards = "".join(map(card, places, TITLES))
    assert TEASER in told(f"<div>{cards}</div>")


def test_a_page_of_cards_alone_is_told() -> None:
    cards = "".join(card(f"/{number}", title) for number, title in enumerate(TITLES * 2))
    assert TEASER in told("", f"<p>{PARAGRAPHS[0]}</p><div>{cards}</div>")
