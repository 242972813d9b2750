"""Keep the questions that are buttons: their answers unfold below, as a part of the story."""

from lxml.etree import _Element as Element

from reader.articles.measure import text_of

_ASKS = ("?", "？", "؟", "՞", "፧", "⸮")
_LONGEST_QUESTION = 200
_SHORTEST_ANSWER = 40


def keep_questions(body: Element) -> None:
    for button in list(body.iter("button")):
        if _is_answered(button):
            _make_line(button)


def _is_answered(button: Element) -> bool:
    """Whether it asks something, and what stands beside it answers."""
    answer = button.getnext()
    if answer is None or len(text_of(answer)) < _SHORTEST_ANSWER:
        return False
    question = text_of(button)
    return question.endswith(_ASKS) and len(question) <= _LONGEST_QUESTION


def _make_line(question: Element) -> None:
    question.tag = "p"
    strong = question.makeelement("strong")
    strong.text, question.text = question.text, None
    strong.extend(list(question))
    question.append(strong)
