"""Keep the questions that are buttons: their answers unfold below, as a part of the story."""

from itertools import islice

from lxml.etree import _Element as Element

from reader.articles.measure import text_of
from reader.articles.tags import HEADINGS

_ASKS = ("?", "？", "؟", "՞", "፧", "⸮")
_LONGEST_QUESTION = 200
_SHORTEST_ANSWER = 40
_WITHIN = 3


def keep_questions(body: Element) -> None:
    for button in list(body.iter("button")):
        if not _asks(button):
            continue
        if any(holder.tag in HEADINGS for holder in islice(button.iterancestors(), _WITHIN)):
            button.tag = "span"
        elif _is_answered(button):
            _make_line(button)


def _asks(button: Element) -> bool:
    question = text_of(button)
    return question.endswith(_ASKS) and len(question) <= _LONGEST_QUESTION


def _is_answered(question: Element) -> bool:
    answer = question.getnext()
    return answer is not None and len(text_of(answer)) >= _SHORTEST_ANSWER


def _make_line(question: Element) -> None:
    question.tag = "p"
    strong = question.makeelement("strong")
    strong.text, question.text = question.text, None
    strong.extend(list(question))
    question.append(strong)
