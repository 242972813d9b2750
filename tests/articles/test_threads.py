"""On a page of a forum what is called comments is the story; below a story it is not."""

from stories_made import PARAGRAPHS, html_page

from reader.articles.extract import extract

# The opening post tells more than a standfirst does, and has no date above it.
POSTS = (" ".join(PARAGRAPHS) + " " + " ".join(PARAGRAPHS[::-1]), *PARAGRAPHS[1:])


def posts() -> str:
    return "".join(
        f"<div class=userComment><div><p>{text}</p></div><div>ada, 28.09.2026</div></div>"
        for text in POSTS
    )


def page(kind: str, above: str = "") -> str:
    head = "<h1>Harbour reopens after the storm</h1>"
    main = f"<main>{head}{above}{posts()}<p>Log in to answer.</p></main>"
    return extract(html_page(f"<div class='{kind}'>{main}</div>")).text


def test_the_posts_of_a_thread_are_told_from_the_first_on() -> None:
    text = page("forum-page")
    assert all(post in text for post in POSTS)


def test_comments_below_a_story_are_not_told() -> None:
    story = "".join(f"<p>{number}: {text}</p>" for number, text in enumerate(PARAGRAPHS))
    text = page("forum-page", f"<div class=story>{story}</div>")
    assert "4: Until then" in text
    assert "ada" not in text


def test_comments_of_a_page_that_is_no_forum_are_not_told() -> None:
    assert "ada" not in page("blog-page", "<p>A film of the harbour.</p>")
