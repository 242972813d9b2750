import base64

from stories_made import paragraphs, story_page

from reader.articles.extract import extract

_TICKS = "".join(
    f'<text x="{n}">{n * 10}</text><rect width="9" height="{n}"/>' for n in range(1, 6)
)
_CHART = f'<svg viewBox="0 0 400 200"><title>Ferries a year</title>{_TICKS}</svg>'


def pictures(figure: str) -> list[tuple[str, str, bytes]]:
    article = extract(story_page(story=paragraphs(3) + figure + paragraphs(2)))
    return [(one.description, one.caption, one.content or b"") for one in article.pictures]


def test_a_chart_drawn_in_the_page_is_a_picture_with_its_title() -> None:
    ((description, _, content),) = pictures(_CHART)
    assert description == "Ferries a year"
    assert b">50</text>" in content


def test_a_drawing_in_a_figure_needs_no_words() -> None:
    figure = (
        '<figure><svg width="300" height="200" aria-label="The bay"><path d="M0 0L9 9"/></svg>'
        "<figcaption>The bay from above</figcaption></figure>"
    )
    ((description, caption, _),) = pictures(figure)
    assert (description, caption) == ("The bay", "The bay from above")


def test_icons_trademarks_and_buttons_are_no_pictures() -> None:
    path = '<path d="M0 0L9 9"/>'
    assert not pictures(f'<p>Share <svg width="24" height="24">{path}</svg></p>')
    assert not pictures(f'<svg width="400" height="200"><title>The Times</title>{path}</svg>')
    assert not pictures(f'<a href="/">{_CHART}</a>')
    assert not pictures(f"<button>{_CHART}</button>")
    assert not pictures(_CHART.replace("<svg", '<svg style="display: none"'))
    assert not pictures('<svg><symbol id="a"><path d="M0 0"/></symbol></svg>')


def test_a_blurred_drawing_does_not_pass_for_the_photo_it_waits_for() -> None:
    blur = (
        b"<svg xmlns='http://www.w3.org/2000/svg' width='800' height='600'><path d='M0 0'/></svg>"
    )
    source = f"data:image/svg+xml;base64,{base64.b64encode(blur).decode()}"
    photo = f'<img src="{source}" data-src="https://news.example/photo.jpg" alt="Quay">'
    assert pictures(f"<figure>{photo}</figure>") == [("Quay", "", b"")]
