"""What a page folds away until it is asked for is told with its question."""

import pytest
from stories_made import PARAGRAPHS, paragraphs, story_page

from reader.articles.extract import extract

ANSWER = "Until the wall stands two metres higher, which takes a year, says the council."


def told(folded: str) -> str:
    return extract(story_page("<article>{story}</article>", paragraphs() + folded)).html


@pytest.mark.parametrize(
    "question",
    [
        "How long will it take to raise the wall?",
        "صغيرة هل تفتح الميناء غدا؟",
        "いつ開くのですか？",
    ],
)
def test_a_question_on_a_button_is_told_with_its_answer(question: str) -> None:
    html = told(f"<div><button type=button>{question}<svg></svg></button><p>{ANSWER}</p></div>")
    assert f"<p><strong>{question}</strong></p>\n<p>{ANSWER}</p>" in html


def test_a_question_on_a_button_in_a_heading_is_a_heading() -> None:
    html = told(f"<h3><button>How high will it be?</button></h3><div><p>{ANSWER}</p></div>")
    assert f"<h3>How high will it be?</h3>\n<p>{ANSWER}</p>" in html


@pytest.mark.parametrize(
    "button",
    [
        f"<button>Open the answers</button><p>{ANSWER}</p>",
        "<button>Not a member yet?</button><p>Join us!</p>",
        f"<div><button>Was this of use?</button></div><p>{ANSWER}</p>",
    ],
)
def test_other_buttons_are_not_told(button: str) -> None:
    html = told(button)
    assert not any(said in html for said in ("Open the", "Not a member", "Was this"))
    assert PARAGRAPHS[-1] in html
