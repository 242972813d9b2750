"""The picture a page declares comes first, and is not told twice."""

import base64

from reader.articles.extract import extract
from reader.pages.part import part_of
from reader.pages.saved_page import Kind, SavedPage

GIF = base64.b64decode(
    "R0lGODlhUABQAIAAAP///wAAACH5BAAAAAAALAAAAABQAFAAAAJRhI+py+0Po5y02ouz3rz7D4biSJbmiabqyrbuC8fyTNf2jef6zvf+DwwKh8Si8YhMKpfMpvMJjUqn1Kr1is1qt9yu9wsOi8fksvmMTqvX7LaTAgA7"
)
LEAD = "https://paper.example/photos/crane.jpg?w=1200"


def page(body: str, **parts: bytes) -> SavedPage:
    story = "<p>The crane was mended by the harbour's own people, rope by rope.</p>" * 4
    markup = (
        f'<html><head><meta property="og:image" content="{LEAD}"></head>'
        f"<body><article><h1>The crane</h1>{body}{story}</article></body></html>"
    )
    saved = {name: part_of(content) for name, content in parts.items()}
    return SavedPage("a.html", Kind.HTML, markup, "https://paper.example/a", parts=saved)


def addresses(saved: SavedPage) -> list[str]:
    return [one.address for one in extract(saved).pictures]


def test_the_lead_in_another_format_and_size_that_was_saved_is_the_same_picture() -> None:
    gif = "a_files/crane-200x100.gif"
    assert addresses(page(f'<img src="{gif}">', **{gif: GIF})) == [gif]


def test_a_lead_that_was_saved_brings_its_bytes() -> None:
    [picture] = extract(page("", **{LEAD: GIF})).pictures
    assert picture.content == GIF


def test_a_lead_that_was_saved_under_another_name_too_is_told_once() -> None:
    saved = page('<img src="a_files/k1.gif">', **{LEAD: GIF, "a_files/k1.gif": GIF})
    assert addresses(saved) == ["a_files/k1.gif"]


def test_a_lead_of_its_own_comes_before_the_others() -> None:
    other = "https://paper.example/photos/pier.jpg"
    assert addresses(page(f'<img src="{other}" width="600" height="400">')) == [LEAD, other]
