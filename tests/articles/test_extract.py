"""The way from a page to its article."""

import json

import pytest
from stories_made import ADDRESS, PARAGRAPHS, html_page, page_with, paragraphs, story_page

from reader.articles.article import Completeness
from reader.articles.extract import extract
from reader.pages.saved_page import Kind, SavedPage

WHOLE_STORY = "\n\n".join(PARAGRAPHS)


def test_the_story_is_all_there_and_nothing_else() -> None:
    article = extract(
        story_page(
            "<header><a href=/>The Harbour Times</a></header><nav><a href=/n>News</a></nav>"
            "<article>{story}</article><footer><p>All rights reserved, whatever we may have"
            " said elsewhere on these pages.</p></footer>"
        )
    )
    assert article.text == WHOLE_STORY
    assert article.title == "Harbour reopens after the storm"
    assert article.completeness is Completeness.WHOLE


@pytest.mark.parametrize(
    "beside",
    [
        "<div class='cookie-consent'><p>We use cookies to make this site work, to count our"
        " readers and to show advertisements that suit them.</p></div>",
        "<div id='newsletter-box'><p>Sign up for our newsletter, and get the best of the harbour"
        " in your inbox each morning before breakfast.</p></div>",
        "<div class='siteComments'><div class=comment><p>I was there, and I can tell you that the"
        " wind was not half as strong as they say it was.</p></div></div>",
        "<aside><p>Ten photographs of the harbour from the air, taken by our readers in the year"
        " of the great flood.</p></aside>",
        "<div style='display: none'><p>This copy of a notice is hidden from all readers until a"
        " script decides that it should be shown.</p></div>",
        "<div class='relatedArticles'><h3><a href=/a>Whale seen off the pier, again and again</a>"
        "</h3><h3><a href=/b>Ten things to do with an old rope</a></h3></div>",
        "<div class='author-bio'><p>Ada Pen writes about boats, weather and the people who live"
        " with both of them, for this paper.</p></div>",
    ],
)
def test_what_stands_beside_the_story_is_not_part_of_it(beside: str) -> None:
    assert extract(story_page(f"<main>{{story}}{beside}</main>")).text == WHOLE_STORY


def test_a_layout_with_a_name_of_a_menu_keeps_its_story() -> None:
    page = story_page("<div class='has-sidebar sidebar-page'><div class=widget>{story}</div></div>")
    assert extract(page).text == WHOLE_STORY


def test_the_story_ends_with_what_the_page_calls_its_body() -> None:
    note = "<p>Was this story of any use to you? Whatever you say will be read by all of us.</p>"
    body = f"<div itemprop=articleBody>{paragraphs()}</div>"
    page = story_page("<main>{story}</main>", f"{body}<div class=ask>{note}</div>")
    assert extract(page).text == WHOLE_STORY


def test_a_body_that_the_page_names_for_a_half_of_it_is_not_all() -> None:
    rest = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[2:])
    body = f"<div itemprop=articleBody>{paragraphs(2)}</div><div>{rest}</div>"
    assert extract(story_page("<main>{story}</main>", body)).text == WHOLE_STORY


def test_a_short_part_below_the_story_in_another_kind_of_holder_is_not_of_it() -> None:
    offer = "<h3>The harbour card</h3><p>It brings you two hundred points for each rope you buy,"
    offer += " and fifty points more for each anchor that you sell to a friend of yours.</p>"
    page = story_page(
        "<main>{story}</main>", f"<div>{paragraphs()}</div><section>{offer}</section>"
    )
    assert extract(page).text == WHOLE_STORY


@pytest.mark.parametrize(
    ("classes", "is_told"),
    [
        (("body wide", "moderator"), False),
        (("mainText", "teaserHolder"), False),
        (("body wide", "wide more"), True),
        (("text-first", "text-second"), True),
        (("", "moderator"), True),
    ],
)
def test_names_tell_whether_a_short_part_below_the_story_is_of_it(
    classes: tuple[str, str], is_told: bool
) -> None:
    last = "We want you to know that each of the boats was counted, and none was lost at sea."
    first, second = classes
    story = f"<div class='{first}'>{paragraphs()}</div><div class='{second}'><p>{last}</p></div>"
    assert (last in extract(story_page("<main>{story}</main>", story)).text) == is_told


def test_a_long_part_below_the_story_goes_on_with_it_in_whatever_holder() -> None:
    rest = "".join(f"<section><p>{text}</p></section>" for text in PARAGRAPHS[2:])
    story = f"<div>{paragraphs(2)}</div><section>{rest}</section>"
    assert extract(story_page("<main>{story}</main>", story)).text == WHOLE_STORY


def test_a_web_component_beside_the_story_is_judged_as_any_other_part() -> None:
    needed = (
        "<p>Two ropes of forty metres each, and one anchor that is rather heavy for its size.</p>"
    )
    letter = (
        "<p>Get our letter from the harbour, each morning before breakfast, and free for ever.</p>"
    )
    page = story_page(
        f"<main><x-needed>{needed}</x-needed><x-steps><div>{paragraphs()}</div></x-steps>"
        f"<x-newsletter-box>{letter}</x-newsletter-box></main>"
    )
    text = extract(page).text
    assert text.startswith("Two ropes")
    assert "letter" not in text


def test_a_story_split_over_sibling_holders_is_joined() -> None:
    halves = f"<div class=part>{paragraphs(3)}</div><div class=ad-slot>Advertisement</div>"
    rest = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[3:])
    page = story_page("<div>{story}</div>", f"{halves}<div class=part>{rest}</div>")
    assert extract(page).text == WHOLE_STORY


def test_the_text_of_a_holder_without_paragraphs_is_cut_at_its_double_breaks() -> None:
    page = story_page("<div>{story}</div>", f"<div>{'<br><br>'.join(PARAGRAPHS)}</div>")
    assert extract(page).text == WHOLE_STORY


def test_the_next_article_of_an_endless_page_is_another_story() -> None:
    other = "".join(f"<p>Quite another matter, said the mayor, is number {n} of the list "
                    "that nobody has read so far.</p>" for n in range(4))  # fmt: skip
    page = story_page(
        "<article>{story}</article><article><h1>The mayor and her list</h1>" + other + "</article>"
    )
    assert extract(page).text == WHOLE_STORY


def test_lines_that_announce_further_stories_are_cut() -> None:
    for label in ("Read more:", "Lesen Sie auch:", "À lire aussi :", "Читайте также:", "関連記事"):
        told = paragraphs(2) + f"<p>{label} <a href=/x>The whale is back</a></p>"
        told += "".join(f"<p>{text}</p>" for text in PARAGRAPHS[2:])
        assert extract(story_page("<article>{story}</article>", told)).text == WHOLE_STORY


def test_a_run_of_teasers_after_the_story_is_cut() -> None:
    cards = "".join(
        f"<div class=c{n}><h3><a href=/{n}>Story number {n} of the day</a></h3>"
        f"<p>What happened in it, in a sentence or {n}, is told here.</p></div>"
        for n in range(3)
    )
    page = story_page("<div>{story}<section>" + cards + "</section></div>")
    assert extract(page).text == WHOLE_STORY


def test_title_standfirst_and_byline_are_not_repeated_in_the_body() -> None:
    standfirst = "Boats leave again, but the council must decide about the sea wall soon"
    head = f'<meta property="og:description" content="{standfirst}">'
    top = (
        f"<h1>Harbour reopens after the storm</h1><div class=dek>{standfirst}</div>"
        "<div class=by>By <a rel=author href=/ada>Ada Pen</a></div>"
        "<time datetime=2026-11-03T08:00:00Z>3 November 2026, 08:00</time>"
    )
    article = extract(html_page(f"<article>{top}<div>{paragraphs()}</div></article>", head))
    assert article.text == WHOLE_STORY
    assert article.standfirst == standfirst


def test_a_line_below_the_headline_that_the_story_does_not_say_is_its_standfirst() -> None:
    line = "Boats leave again, but the council must decide about the sea wall before winter"
    above = f"<header><h1>Harbour reopens after the storm</h1><h2>{line}</h2></header>"
    article = extract(story_page(f"<main>{above}<article>{{story}}</article></main>"))
    assert article.standfirst == line
    assert article.text == WHOLE_STORY


def test_the_storys_own_first_line_is_not_shown_twice() -> None:
    page = story_page("<main><h1>Harbour reopens after the storm</h1>{story}</main>")
    article = extract(page)
    assert not article.standfirst
    assert article.text == WHOLE_STORY


def test_an_opening_paragraph_stays_though_the_page_describes_itself_with_it() -> None:
    head = f'<meta name="description" content="{PARAGRAPHS[0]}">'
    article = extract(story_page("<article>{story}</article>", head=head))
    assert article.text == WHOLE_STORY
    assert not article.standfirst


def test_text_that_stands_there_twice_is_said_once() -> None:
    pulled = f"<blockquote class=pull><div>{PARAGRAPHS[1]}</div></blockquote>"
    told = paragraphs(3) + pulled + "".join(f"<p>{text}</p>" for text in PARAGRAPHS[3:])
    assert extract(story_page("<article>{story}</article>", told)).text == WHOLE_STORY


def test_structure_survives() -> None:
    story = (
        paragraphs(2) + "<h2>What broke</h2><ul><li>Two masts<ul><li>one of oak</li></ul></li>"
        "<li>The old crane</li></ul><blockquote><p>We counted every rope, and then we counted"
        " them again.</p></blockquote><table><tr><th>Day</th><th>Wind</th></tr><tr><td>Sunday</td>"
        "<td>11 Bft</td></tr></table><p>Water, or H<sub>2</sub>O, rose by 3 m<sup>1</sup>, more"
        " than <a href='/wall'>the wall</a> holds.</p>" + paragraphs(3)
    )
    html = extract(story_page("<article>{story}</article>", story)).html
    for kept in (
        "<h2>What broke</h2>",
        "<ul><li>",
        "<ul><li>one of oak</li></ul>",
        "<blockquote><p>We counted",
        "<th>Day</th>",
        "<td>11 Bft</td>",
        "H<sub>2</sub>O",
        "m<sup>1</sup>",
        '<a href="https://news.example.com/wall">the wall</a>',
    ):
        assert kept in html


def test_a_page_of_a_script_is_read_out_of_what_it_declares() -> None:
    body = "\\n".join(PARAGRAPHS)
    declared = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour reopens'
        f' after the storm", "articleBody": "{body}"}}</script>'
    )
    page = html_page("<div id=app><p>Please switch on JavaScript.</p></div>", declared)
    assert extract(page).text == WHOLE_STORY


def test_instructions_that_only_a_script_shows_are_read_with_all_their_steps() -> None:
    rope = {"@type": "HowToStep", "name": "The rope", "text": PARAGRAPHS[1]}
    knot = {"@type": "HowToDirection", "text": f"<p>{PARAGRAPHS[2]}</p>"}
    guide = {
        "@type": "HowTo",
        "description": PARAGRAPHS[0],
        "supply": [{"@type": "HowToSupply", "name": "Two ropes"}, "One anchor"],
        "step": [rope, {"@type": "HowToSection", "name": "The knot", "itemListElement": [knot]}],
    }
    head = f'<script type="application/ld+json">{json.dumps(guide)}</script>'
    text = extract(html_page("<div id=app><p>Please switch on JavaScript.</p></div>", head)).text
    assert text.split("\n\n") == [
        *(PARAGRAPHS[0], "Two ropes", "One anchor", "The rope", PARAGRAPHS[1]),
        *("The knot", PARAGRAPHS[2]),
    ]


def test_a_recipe_whose_steps_are_named_by_their_own_words_says_them_once() -> None:
    steps = [{"@type": "HowToStep", "name": f"{said[:20]}…", "text": said} for said in PARAGRAPHS]
    recipe = {"@type": "Recipe", "recipeIngredient": ["Salt"], "recipeInstructions": steps}
    head = f'<script type="application/ld+json">{json.dumps(recipe)}</script>'
    assert extract(html_page("<div id=app></div>", head)).text == f"Salt\n\n{WHOLE_STORY}"


def test_parts_that_a_page_streams_to_its_end_stand_in_their_place() -> None:
    late = f"<div hidden id='S:0'><p>{PARAGRAPHS[1]}</p></div>"
    told = f"<p>{PARAGRAPHS[0]}</p><template id='B:0'></template>"
    told += "".join(f"<p>{text}</p>" for text in PARAGRAPHS[2:])
    page = story_page("<article>{story}</article>" + late, told)
    assert extract(page).text == WHOLE_STORY


def test_a_page_without_a_story_is_empty() -> None:
    for markup in ("", "   \n", "<html></html>", "<nav><a href=/>Home</a></nav>"):
        article = extract(SavedPage("empty.html", Kind.HTML, markup))
        assert article.completeness is Completeness.EMPTY


@pytest.mark.parametrize(
    "wall",
    [
        "Subscribe to continue reading this story.",
        "Cet article est réservé aux abonnés. Abonnez-vous pour lire la suite.",
        "Already a subscriber? Log in.",
    ],
)
def test_a_story_cut_by_a_paywall_is_partial(wall: str) -> None:
    page = story_page(f"<article>{{story}}<div class=box><p>{wall}</p></div></article>",
                      paragraphs(2))  # fmt: skip
    assert extract(page).completeness is Completeness.PARTIAL


def test_the_lead_picture_comes_first_also_when_it_stands_outside_the_story() -> None:
    head = '<meta property="og:image" content="https://news.example.com/lead.jpg">'
    story = paragraphs(2) + '<img src="/second.jpg" width=800 height=600>' + paragraphs(3)
    pictures = extract(story_page("<article>{story}</article>", story, head)).pictures
    assert [picture.address for picture in pictures] == [
        "https://news.example.com/lead.jpg",
        "https://news.example.com/second.jpg",
    ]


def test_links_are_made_absolute_by_the_base_that_the_page_names() -> None:
    story = f"<p>{PARAGRAPHS[0]} <a href='tide'>Tide tables</a> help.</p>" + paragraphs(4)
    page = story_page("<article>{story}</article>", story, "<base href='/sea/'>")
    assert 'href="https://news.example.com/sea/tide"' in extract(page).html


def test_the_address_is_the_pages_own() -> None:
    assert extract(story_page()).address == ADDRESS


def test_soft_hyphens_do_not_part_a_word() -> None:
    story = paragraphs(4) + "<p>The har\u00adbour master was asleep, as every\u00adbody knows.</p>"
    assert "harbour master was asleep, as everybody" in extract(story_page(story=story)).text


def test_right_to_left_runs_keep_their_direction() -> None:
    story = paragraphs(4) + '<p dir="rtl">السوق القديم يفتح أبوابه من جديد بعد العاصفة.</p>'
    assert '<p dir="rtl">السوق' in extract(story_page(story=story)).html


@pytest.mark.parametrize(
    "note",
    [
        "Ada Pen has written about boats for this paper since the year of the flood.",
        "Follow us on Facebook, Instagram and YouTube.",
        "Write to her at ada.pen@example.com.",
        "Abonnieren Sie unseren täglichen Hafenbrief.",
        "This story was first published by the Island Post.",
        "Tags: harbour, storm, ropes",
    ],
)
def test_notes_below_the_story_are_not_its_end(note: str) -> None:
    head = '<meta name="author" content="Ada Pen">'
    told = paragraphs() + f"<p>{note}</p>"
    assert extract(story_page("<article>{story}</article>", told, head)).text == WHOLE_STORY


def test_a_story_about_newsletters_keeps_its_end() -> None:
    end = "<p>In the end, nobody read the newsletters that the council had sent.</p>"
    title = "Nobody reads the newsletters of the council"
    page = html_page(f"<article><h1>{title}</h1>{paragraphs()}{end}</article>",
                     f'<meta property="og:title" content="{title}">')  # fmt: skip
    assert extract(page).text.endswith("that the council had sent.")


def test_headings_that_link_to_themselves_are_kept() -> None:
    story = "".join(
        f"<h2 id=s{n}><a href='#s{n}'>Part {n} of the matter</a></h2><p>{text}</p>"
        for n, text in enumerate(PARAGRAPHS)
    )
    assert extract(story_page("<article>{story}</article>", story)).html.count("<h2>") == 5


def test_a_list_of_links_that_the_story_leads_up_to_is_kept() -> None:
    story = paragraphs(3) + "<p>These boats may leave:</p><ul><li><a href=/a>Ada</a></li><li>"
    story += "<a href=/b>Berta</a></li></ul>" + paragraphs()[len(paragraphs(3)) :]
    assert "<li><a" in extract(story_page("<article>{story}</article>", story)).html


def test_a_live_report_keeps_its_entries_with_their_times() -> None:
    entries = "".join(
        f"<article class=entry><h3><time datetime='2026-11-03T1{n}:00:00Z'>1{n}:00</time>"
        f" Update {n}</h3><p>{text}</p></article>"
        for n, text in enumerate(PARAGRAPHS)
    )
    html = extract(story_page("<main>{story}</main>", f"<div>{entries}</div>")).html
    assert html.count("<h3><time datetime=") == 5


@pytest.mark.parametrize(
    "line",
    [
        "<p>(Photo: Ada Pen / Harbour Times)</p>",
        "<p>Want more? <a href=/n>Sign up for our newsletter</a>, The Quay.</p>",
        "<p>Foto: Lund</p>",
    ],
)
def test_credits_and_offers_between_paragraphs_are_not_part_of_the_story(line: str) -> None:
    assert extract(page_with(line)).text == WHOLE_STORY


def test_a_hidden_copy_as_long_as_the_story_is_not_told() -> None:
    copy = "".join(f"<p>{text.upper()}</p>" for text in PARAGRAPHS)
    page = story_page(f"<article>{{story}}<div style='display:none'>{copy}</div></article>")
    assert extract(page).text == WHOLE_STORY


def test_an_opening_that_names_its_reporter_without_spaces_is_the_story() -> None:
    told = "".join(
        f"<p>{text}</p>"
        for text in (
            "本报讯（记者 王小明）市议会周二晚投票决定重修旧灯塔，工程将持续两年。",
            "市政府表示，费用为三百万欧元。市长在港口对居民说：“我们等得太久了。”",
            "渔民要求在多雾的冬天设置临时灯光，市政府将于下周答复。",
        )
    )
    page = story_page("<main>{story}</main>", f"<div>2024-03-03 18:30 作者：王小明</div>{told}")
    assert extract(page).text.startswith("本报讯（记者 王小明）")


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Pen | November 3, 2026 | Updated November 4, 2026 8:00 a.m.",
        "Giriş: 03.11.2026 - 18:30",
    ],
)
def test_a_line_of_days_and_hours_above_a_short_story_is_not_part_of_it(line: str) -> None:
    page = story_page("<div>{story}</div>", f"<p>{line}</p>{paragraphs(3)}")
    assert extract(page).text == "\n\n".join(PARAGRAPHS[:3])
