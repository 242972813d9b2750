"""Who the page says wrote the story."""

import time

import pytest
from metadata_made import HEADLINE, STORY, json_ld, read


@pytest.mark.parametrize(
    "strip",
    [
        "<p>By Ida Holm</p>",
        "<p class='byline'>Ida Holm</p>",
        "<div>By <a rel='author' href='/authors/ida-holm'>Ida Holm</a>, Staff Writer</div>",
        "<div><span>By</span><span>Ida Holm</span> <time>10 November 2026</time></div>",
        "<div>By</div><div>Ida Holm</div><div>10 November 2026</div>",
        "<div>Ida Holm</div><div>10 November 2026</div>",
        "<p>10 November 2026 | By Ida Holm | 4 min read</p>",
        "<p><a href='/author/ida-holm'>Ida Holm</a></p>",
        "<p itemprop='author'>Ida Holm</p>",
        "<p>By Ida Holm, November 10 at 6:30</p>",
    ],
)
def test_the_byline_is_found_however_it_is_laid_out(strip: str) -> None:
    found = read("", HEADLINE + strip + STORY)
    assert (found.byline, found.people) == ("Ida Holm", ("Ida Holm",))


def test_a_declared_author_counts_when_the_page_shows_none() -> None:
    assert read("<meta name='author' content='Ida Holm'>", HEADLINE + STORY).people == ("Ida Holm",)
    graph = json_ld(author={"@id": "#ida"}) + json_ld(**{"@type": "Person"}).replace(
        '"Person"', '"Person", "@id": "#ida", "name": "Ida Holm"'
    )
    assert read(graph, HEADLINE + STORY).people == ("Ida Holm",)


def test_all_authors_are_named() -> None:
    authors = [{"@type": "Person", "name": name} for name in ("Ida Holm", "Bo Ek")]
    body = f"{HEADLINE}<p class='byline'>By Ida Holm and Bo Ek</p>{STORY}"
    found = read(json_ld(author=authors), body)
    assert found.people == ("Ida Holm", "Bo Ek")
    assert found.byline == "Ida Holm and Bo Ek"


def test_the_site_is_a_byline_but_nobody() -> None:
    head = "<meta property='og:site_name' content='Harbour Times'>" + json_ld(
        author={"@type": "Organization", "name": "Harbour Times"}
    )
    found = read(head, HEADLINE + STORY)
    assert (found.byline, found.people) == ("Harbour Times", ())


@pytest.mark.parametrize(
    "name", ["Staff", "admin", "Editor", "ida@news.example", "https://x.example/"]
)
def test_a_desk_or_an_address_is_no_author(name: str) -> None:
    found = read(f"<meta name='author' content='{name}'>", HEADLINE + STORY)
    assert (found.byline, found.people) == ("", ())


def test_an_agency_is_told_from_people() -> None:
    found = read("", f"{HEADLINE}<p class='byline'>By Ida Holm, Associated Press</p>{STORY}")
    assert (found.people, found.agency) == (("Ida Holm",), "AP")


def test_who_commented_or_took_the_picture_did_not_write_the_story() -> None:
    body = (
        f"{HEADLINE}<figure><figcaption class='caption'>Photo by Bo Ek</figcaption></figure>{STORY}"
        "<div class='comment'><span class='author'>Per Lund</span><p>So true.</p></div>"
    )
    assert read("", body).people == ()


def test_a_byline_may_stand_below_the_story() -> None:
    found = read("", f"{HEADLINE}{STORY}<p><em>Text: Ida Holm</em></p><p>Sign up for more.</p>")
    assert found.people == ("Ida Holm",)


def test_signs_without_width_are_no_part_of_a_name() -> None:
    found = read("", f"{HEADLINE}<p class='byline'>Ida\u200b Ho\u00adlm\ufeff</p>{STORY}")
    assert found.people == ("Ida Holm",)


def test_prose_that_begins_with_by_is_no_byline() -> None:
    body = f"{HEADLINE}<p>By refusing to leave, the crew made the port pay.</p>{STORY}"
    found = read("", body)
    assert (found.byline, found.people) == ("", ())


def test_a_page_that_has_a_day_declares_its_author_as_a_story_does() -> None:
    page = json_ld(author={"@type": "Person", "name": "Ida Holm"}, datePublished="2026-11-10")
    found = read(page.replace("NewsArticle", "WebPage"), HEADLINE + STORY)
    assert found.people == ("Ida Holm",)


def test_the_only_person_described_as_an_author_wrote_the_story() -> None:
    person = '{"@type": "Person", "name": "Ida Holm", "url": "https://news.example/author/ida/"}'
    head = f"<script type='application/ld+json'>{person}</script>"
    assert read(head, HEADLINE + STORY).people == ("Ida Holm",)


def test_a_label_for_previews_counts_where_the_author_tag_holds_an_address() -> None:
    head = (
        "<meta property='article:author' content='https://social.example/ida'>"
        "<meta name='twitter:label1' content='Written by'>"
        "<meta name='twitter:data1' content='Ida Holm'>"
    )
    assert read(head, HEADLINE + STORY).people == ("Ida Holm",)


def test_a_value_that_a_template_left_unfilled_is_no_author() -> None:
    head = "<meta name='author' content='page.meta.author'>"
    assert read(head, HEADLINE + STORY).byline == ""


def test_initials_may_stand_behind_the_family_name() -> None:
    head = "<meta name='dc.creator' content='Holm, I.'><meta name='dc.creator' content='Ek, Bo'>"
    assert read(head, HEADLINE + STORY).people == ("I. Holm", "Bo Ek")


@pytest.mark.parametrize("around", ["sig-line hasnt-bio", "meta-avatar", "top image-height"])
def test_a_byline_may_share_its_box_with_a_portrait(around: str) -> None:
    box = f"<div class='{around}'><span class='byline'>By Ida Holm</span></div>"
    assert read("", HEADLINE + box + STORY).people == ("Ida Holm",)


def test_a_person_counts_more_than_the_agency_beside_the_name() -> None:
    strip = "<div class='author-name'>Ida Holm</div><div>Associated Press 10 November 2026</div>"
    found = read("", HEADLINE + strip + STORY)
    assert (found.people, found.agency) == (("Ida Holm",), "AP")


def test_topics_beside_a_byline_are_no_people() -> None:
    head = "<meta name='author' content='Ida Holm'>"
    strip = (
        "<div class='meta'><span class='author'><a class='fn' href='/w/i'>Ida Holm</a></span> "
        "<a href='/t/1'>Harbour</a>, <a href='/t/2'>Cranes</a></div>"
    )
    assert read(head, HEADLINE + strip + STORY).people == ("Ida Holm",)


def test_a_byline_may_stand_above_the_headline() -> None:
    strip = "<div><h2>Tides</h2> <span>by</span> <h3><a href='/profile/1'>pilot201</a></h3></div>"
    assert read("", strip + HEADLINE + STORY * 20).byline == "pilot201"


def test_a_menu_of_ways_to_choose_is_no_byline() -> None:
    menu = "<ul><li>By</li><li>Company Type</li></ul><ul><li>By Industry</li></ul>"
    assert read("", menu + HEADLINE + STORY).byline == ""


def test_the_paper_with_its_article_is_nobody() -> None:
    head = "<meta property='og:site_name' content='Farol'>"
    strip = "<div>Do Farol</div><div>10 November 2026</div>"
    assert read(head, HEADLINE + strip + STORY).people == ()


def test_an_author_s_page_names_its_author_where_nothing_else_does() -> None:
    link = "<link rel='author' href='https://news.example/authors/ida-holm'>"
    assert read(link, HEADLINE + STORY).people == ("Ida Holm",)
    assert read(link, f"{HEADLINE}<p>By Ída Hölm</p>{STORY}").people == ("Ída Hölm",)
    assert read(link.replace("ida-holm", "staff"), HEADLINE + STORY).byline == ""


def test_who_is_said_to_have_written_it_counts_more_than_who_entered_it() -> None:
    head = "<meta name='author' content='Bo Ek'>"
    assert read(head, f"{HEADLINE}<p>By Ida Holm</p>{STORY}").people == ("Ida Holm",)
    assert read(head, f"{HEADLINE}<p>Reuters</p>{STORY}").people == ("Bo Ek",)


@pytest.mark.parametrize(
    "strip",
    [
        "<div itemprop='author' itemscope><meta itemprop='name' content='Ida Holm'></div>",
        "<address>Ida Holm</address>",
        "<p>Ida Holm, Staff Writer</p>",
        "<p>Ida Holm ida@paper.example</p>",
        "<p>Guest post by Ida Holm</p>",
        "<p>Propos recueillis par Ida Holm</p>",
        "<p>Medically reviewed by Bo Ek, MD — Written by Ida Holm</p>",
        "<p>Written by Ida Holm Fact checked by Bo Ek</p>",
        "<p>Ida Holm / 10 November 2026</p>",
        "<div><a href='/@ida'>Ida Holm</a></div><div>12 min</div>",
    ],
)
def test_who_does_what_is_told_in_many_ways(strip: str) -> None:
    assert read("", HEADLINE + strip + STORY).people == ("Ida Holm",)


def test_what_markup_says_unseen_of_several_stories_counts_for_none() -> None:
    hidden = "<div itemprop='author' itemscope><meta itemprop='name' content='Ida Holm'></div>"
    assert read("", HEADLINE + STORY + hidden * 3).people == ()


@pytest.mark.parametrize(
    "row",
    [
        "<ul class='authors'><li>Ida Holm</li><li>Bo Ek</li></ul>",
        "<div class='author'>Ida Holm</div><div class='author'>Bo Ek</div>",
        "<a rel='author' href='/a/1'>Ida Holm</a><a rel='author' href='/a/2'>Bo Ek</a>",
        "<span itemprop='author'>Ida Holm</span><span itemprop='author'>Bo Ek</span>",
    ],
)
def test_authors_side_by_side_are_all_named(row: str) -> None:
    assert read("", f"{HEADLINE}<div>{row}</div>{STORY}").people == ("Ida Holm", "Bo Ek")


def test_a_list_of_all_the_papers_writers_names_none_beside_the_author() -> None:
    crowd = "".join(f"<li>{name} Berg</li>" for name in ("Eva", "Ole", "Liv", "Per", "Siv", "Jon"))
    body = f"{HEADLINE}<p>By Ida Holm</p>{STORY}<ul class='authors'><li>Ida Holm</li>{crowd}</ul>"
    assert read("", body).people == ("Ida Holm",)


@pytest.mark.parametrize(
    "author",
    [
        {"@type": "Person", "givenName": "Ida", "familyName": "Holm"},
        {"@list": [{"@type": "Person", "name": "Ida Holm"}]},
        {"@type": "Person", "name": "Ida Holm, Harbour Times"},
        {"@type": "Person", "name": "Ida Holm Staff Writer"},
    ],
)
def test_a_declared_person_is_told_however_the_name_is_given(author: dict[str, str]) -> None:
    head = "<meta property='og:site_name' content='Harbour Times'>" + json_ld(author=author)
    assert read(head, HEADLINE + STORY).people == ("Ida Holm",)


@pytest.mark.parametrize("value", ["ida@news.example (Ida Holm)", "Ida Holm &lt;ida@n.example>"])
def test_the_address_beside_a_declared_name_is_left_out(value: str) -> None:
    found = read(f"<meta name='author' content='{value}'>", HEADLINE + STORY)
    assert found.people == ("Ida Holm",)


@pytest.mark.parametrize(
    "strip",
    [
        "<div>Ida Holm</div><div>Senior Reporter</div><div>10 November 2026</div>",
        "<p>Ida Holm | Harbour Times</p>",
        "<p>Ida Holm and Bo Ek, Staff Writers</p>",
        "<p>Ida Holm, Bo Ek · 10 November 2026</p>",
    ],
)
def test_a_name_is_told_by_what_stands_beside_it(strip: str) -> None:
    head = "<meta property='og:site_name' content='Harbour Times'>"
    assert read(head, HEADLINE + strip + STORY).people[0] == "Ida Holm"


@pytest.mark.parametrize(
    "strip",
    [
        "Top Stories · 10 November 2026",
        "Local Politics / 10 November 2026",
        "By Topic",
        "Photo by Bo Ek",
    ],
)
def test_sections_and_pictures_name_no_author(strip: str) -> None:
    assert read("", f"{HEADLINE}<p>{strip}</p>{STORY}").people == ()


@pytest.mark.parametrize(
    "strip",
    [
        "<div class='user-name'>Ida Holm</div>",
        "<div><span class='name'>Ida Holm</span> <span>4 min</span></div>",
        "<div class='written-by'>Ida Holm</div>",
        "<div class='skribent'>Ida Holm</div>",
        "<div>Ida Holm · 5 min read</div>",
        "<div>5 min read · Ida Holm</div>",
        "<div>Ida Holm</div><div>3 days ago</div>",
        "<p><a href='mailto:ida@news.example'>Ida Holm</a></p>",
    ],
)
def test_faint_hints_name_the_author_where_nothing_else_does(strip: str) -> None:
    assert read("", HEADLINE + strip + STORY).people == ("Ida Holm",)


def test_faint_hints_count_for_nothing_beside_a_byline() -> None:
    body = f"{HEADLINE}<div class='name'>Bo Ek</div>{STORY}<p class='byline'>By Ida Holm</p>"
    assert read("", body).people == ("Ida Holm",)


@pytest.mark.parametrize("name", ["Harbour Times", "Read More", "Local News"])
def test_faint_hints_make_no_person_of_sites_and_buttons(name: str) -> None:
    head = "<meta property='og:site_name' content='Harbour Times'>"
    assert read(head, f"{HEADLINE}<div class='name'>{name}</div>{STORY}").people == ()


def test_who_answers_a_short_story_did_not_write_it() -> None:
    answer = "<div><span class='user-name'>Bo Ek</span><p>What a fine crane that is.</p></div>"
    assert read("", HEADLINE + STORY + answer).people == ()


@pytest.mark.parametrize(
    "strip",
    [
        "<div>10 November 2026 • Ida Holm in Old Boats</div>",
        "<div class='post-bio'><p>Written by</p><strong>Ida Holm</strong></div>",
        "<h4 class='heading'>Ida Holm</h4><div class='author-description'>Sea Pilot, M.A.</div>",
        "<h3><a href='/userprofile/idaholm?tab=1'>Ida Holm</a></h3><p>Updated 10 May 2026</p>",
        "<div class='node node-promoted'><p>Von Ida Holm am 10. November 2026</p></div>",
    ],
)
def test_a_name_is_told_from_what_is_said_around_it(strip: str) -> None:
    assert read("", HEADLINE + strip + STORY).people == ("Ida Holm",)


def test_a_team_with_a_page_of_its_own_is_a_byline_but_nobody() -> None:
    strip = "<p><a href='/authors/harbour-team'>The Harbour Team</a></p>"
    found = read("", HEADLINE + strip + STORY)
    assert (found.byline, found.people) == ("The Harbour Team", ())


@pytest.mark.parametrize(
    "body",
    [
        "<p><a href='https://www.tiktok.com/@harbour'>Clips Open</a></p>",
        "<p><a href='https://creativecommons.org/licenses/by/4.0'>Some Licence</a></p>",
        "<div class='authorities'><p>Harbour Board Actions</p></div>",
        "<p class='crumb-name'><span itemprop='name'>Garden Guides</span></p>",
    ],
)
def test_what_only_looks_like_an_author_names_nobody(body: str) -> None:
    assert read("", HEADLINE + body + STORY).byline == ""


def test_what_a_hyphen_joins_is_no_whole_name() -> None:
    award = "<div><p class='journalist-award'>Harbour-Award</p></div>"
    assert read("", HEADLINE + STORY + "<i></i>" * 120 + award).byline == ""


def test_who_is_shown_counts_more_than_the_site_that_is_declared() -> None:
    site = "<meta property='og:site_name' content='Harbour Times'>"
    head = site + json_ld(author={"@type": "Person", "name": "Harbour Times"})
    strip = "<div>Ida Holm</div><div>10 November 2026</div>"
    assert read(head, HEADLINE + strip + STORY).people == ("Ida Holm",)
    others = "<i></i>" * 120 + "<aside><p class='author'>Ida Holm</p></aside>"
    assert read(head, HEADLINE + STORY + others).byline == "Harbour Times"
    signed = "<p>Author</p><p>Harbour Times</p>"
    assert read(head, HEADLINE + signed + STORY + others).byline == "Harbour Times"


def test_a_site_with_an_and_in_its_name_is_one_site() -> None:
    head = "<meta property='og:site_name' content='Boats and Sails'>"
    head += "<meta name='author' content='Boats and Sails, Bergen'>"
    assert read(head, HEADLINE + STORY).people == ()
    with_writer = head.replace(" and Sails", "").replace("Bergen", "Ida Holm")
    assert read(with_writer, HEADLINE + STORY).people == ("Ida Holm",)


def test_a_first_name_is_told_whole_where_the_page_does() -> None:
    head = json_ld(author={"@type": "Person", "name": "Ida"})
    box = "<p class='author-name'>Ida</p><p class='author__bio'>Ida Holm - Pilot and sailor.</p>"
    assert read(head, HEADLINE + box + STORY).people == ("Ida Holm",)


def test_who_is_shown_beside_the_declared_author_wrote_too() -> None:
    head = json_ld(author={"@type": "Person", "name": "Ida Holm"})
    strip = (
        "<p class='byline'><a href='/author/ida'>Ida Holm</a>, <a href='/author/bo'>Bo Ek</a></p>"
    )
    assert read(head, HEADLINE + strip + STORY).people == ("Ida Holm", "Bo Ek")


def test_the_author_of_directions_is_an_author() -> None:
    told = {"@type": "HowTo", "author": {"@type": "Person", "name": "Ida Holm"}}
    assert read(json_ld(**told), STORY).people == ("Ida Holm",)
    assert read(json_ld(**{**told, "@type": "Comment"}), STORY).people == ()


def test_the_words_that_open_the_title_are_no_name() -> None:
    head = "<title>Yellow Boats and I</title>"
    box = "<p class='author'>Yellow Boats</p>"
    assert read(head, f"<h1>Yellow Boats and I</h1>{box}{STORY}").people == ()
    assert read(head.replace("and I", ""), f"<h1>Yellow Boats</h1>{box}{STORY}").people == ()
    column = "<title>Yellow Boats: Why I sail</title>"
    assert read(column, f"<h1>Why I sail</h1>{box}{STORY}").people == ("Yellow Boats",)


def test_a_site_that_signs_its_stories_is_not_asked_for_others() -> None:
    head = "<meta property='og:site_name' content='Venturer'>" + json_ld(
        author={"@type": "Organization", "name": "Venturer"}
    )
    other = "<div class='author-name'>Ida Holm</div>"
    signed = HEADLINE + "<p>Author</p><p>Venturer</p>" + STORY + "<i></i>" * 120 + other
    assert read(head, signed).byline == "Venturer"


def test_a_site_is_the_byline_where_it_alone_is_labelled_the_author() -> None:
    head = "<meta property='og:site_name' content='Venturer'>"
    labelled = "<i></i>" * 120 + "<p class='author-name'>Venturer</p>"
    found = read(head, HEADLINE + STORY + labelled)
    assert (found.byline, found.people) == ("Venturer", ())


def test_a_section_and_a_day_above_the_headline_are_no_byline() -> None:
    strip = "<div>Boats Harbours | 10 November 2026</div>"
    assert read("", strip + HEADLINE + STORY).people == ()


def test_a_name_of_an_element_that_never_ends_costs_no_time() -> None:
    strip = f"<p class='{'author_a' * 4_000}'>Ida Holm</p>"
    started = time.process_time()
    read("", HEADLINE + strip + STORY)
    assert time.process_time() - started < 1


def test_who_took_a_picture_did_not_write_the_story() -> None:
    shown = f"<h1>Crane lifted</h1><p>Ida Holm</p>{STORY}<p>Фото: Иван Петров / ТАСС</p>"
    found = read("", shown)
    assert (found.people, found.agency) == ((), "")
