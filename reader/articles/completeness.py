"""Judge how much of its story a page holds."""

from collections.abc import Iterable

from reader.articles.about.declared import Declared
from reader.articles.article import Article, Completeness
from reader.articles.measure import ends_a_sentence, length
from reader.articles.no_story import (
    Judgement,
    judge_story,
    judge_wall,
    sentence_at,
    sentence_of_error,
    sentence_of_wall,
    tells_error,
)
from reader.articles.no_story_words import PAYWALL, small_letters
from reader.articles.removed import Removed

# In letters; fewer are a label or a notice.
_LEAST_STORY = 80
# A story that stops at a paywall shows a few paragraphs.
_MOST_BEFORE_PAYWALL = 2_500
_MUCH_LONGER = 1.5
_LONGEST_NOTICE = 3_000
_END = 400
# Fewer words are a label, or ask to wait.
_FEWEST_WORDS = 4
_LETTERS_OF_A_WORD = 5
_OF_THE_STORY = ("headline", "standfirst", "above the story")
_NOTICES = ("subscription", "consent", "after the story", "beside the story", "links")


def judge_completeness(
    article: Article, removed: Iterable[Removed], declared: Declared | None
) -> Judgement:
    """How much of its story an article is, and the sentence or sign that tells so."""
    size = length(article.text)
    removed = tuple(removed)
    if size < _LEAST_STORY:
        said = _said_instead(article, removed)
        is_told = not said and _is_told(article.text, removed)
        return Judgement(Completeness.WHOLE if is_told else Completeness.EMPTY, said)
    if size <= _MOST_BEFORE_PAYWALL and declared is not None:
        sign = (
            _not_free(declared)
            or _sentence_of_paywall(article.text, len(article.text) - _END)
            or _notice(removed)
            or _longer(declared, size)
        )
        if sign:  # walls of consent offer a subscription too
            return judge_wall(article.text, size) or Judgement(Completeness.PARTIAL, sign)
    return judge_story(article, size) or Judgement(Completeness.WHOLE)


def _said_instead(article: Article, removed: Iterable[Removed]) -> str:
    """What a page without a story says: of an error, of consent, of what one must pay."""
    if tells_error(article.title):
        return article.title
    boxes = [article.text, *(_text_of(one) for one in removed if one.reason in _NOTICES)]
    told = (sentence_of_wall(box) or _sentence_of_paywall(box) for box in boxes)
    return sentence_of_error(article.text) or next(filter(None, told), "")


def _is_told(text: str, removed: tuple[Removed, ...]) -> bool:
    """Whether a few words are all there is to a page, and not what is left of one."""
    count = len(text.split()) if text.isascii() else length(text) / _LETTERS_OF_A_WORD
    if count < _FEWEST_WORDS:
        return False
    is_bare = all(one.reason in _OF_THE_STORY for one in removed)
    return is_bare or ends_a_sentence(text)


def _not_free(declared: Declared) -> str:
    said = str(declared.story.get("isAccessibleForFree", "")).strip()
    return f"isAccessibleForFree: {said}" if said.lower() == "false" else ""


def _longer(declared: Declared, size: float) -> str:
    count = declared.story.get("wordCount")
    words = int(count) if isinstance(count, int | str) and str(count).isdecimal() else 0
    # Five letters and a space to a word, and a fair margin: sites count captions too.
    is_longer = 100 < words < 100_000 and words * 6 > 2 * _MUCH_LONGER * size
    return f"wordCount: {words}" if is_longer else ""


def _notice(removed: Iterable[Removed]) -> str:
    """The words of a box that was taken out and says that there is more to be had."""
    told = (_sentence_of_paywall(_text_of(one)) for one in removed if one.reason in _NOTICES)
    return next(filter(None, told), "")


def _text_of(removed: Removed) -> str:
    return "".join(map(str, removed.element.itertext()))[:_LONGEST_NOTICE]


def _sentence_of_paywall(text: str, start: int = 0) -> str:
    found = PAYWALL.search(small_letters(text), max(0, start))
    return sentence_at(text, found.start()) if found else ""
