"""Keep the questions that are buttons: their answers unfold below, as a part of the story."""

from itertools import accumulate

from lxml.etree import _Element as Element

from reader.articles.boilerplate import in_heading
from reader.articles.measure import length, text_of

_ASKS = ("?", "？", "؟", "՞", "፧", "⸮")
_LONGEST_QUESTION = 200
_SHORTEST_ANSWER = 40  # letters; fewer are another button, or a mark that it opens


def keep_questions(body: Element) -> None:
    for button in list(body.iter("button")):
        if not _asks(button):
            continue
        if in_heading(button):
            button.tag = "span"
        elif _is_answered(button):
            _make_line(button)


def _asks(button: Element) -> bool:
    question = text_of(button)
    return question.endswith(_ASKS) and len(question) <= _LONGEST_QUESTION


def _is_answered(question: Element) -> bool:
    answer = question.getnext()
    if answer is None:
        return False
    # No more is read of it than that takes: it may be the rest of the page.
    sizes = accumulate(map(length, map(str, answer.itertext())))
    return any(size >= _SHORTEST_ANSWER for size in sizes)


def _make_line(question: Element) -> None:
    question.tag = "p"
    strong = question.makeelement("strong")
    strong.text, question.text = question.text, None
    strong.extend(list(question))
    question.append(strong)
