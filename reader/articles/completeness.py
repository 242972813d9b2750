"""Judge how much of its story a page holds."""

import re
from collections.abc import Iterable

from reader.articles.about.declared import Declared
from reader.articles.article import Article, Completeness
from reader.articles.measure import length
from reader.articles.no_story import (
    Judgement,
    judge_story,
    sentence_at,
    sentence_of_wall,
    tells_error,
)
from reader.articles.removed import Removed

# In letters; fewer are a label or a notice.
_LEAST_STORY = 80
# A story that stops at a paywall shows a few paragraphs.
_MOST_BEFORE_PAYWALL = 2_500
_MUCH_LONGER = 1.5
_LONGEST_NOTICE = 3_000
_END = 400
_NOTICES = ("subscription", "consent", "after the story", "beside the story", "links")
_PAYWALL = re.compile(
    r"(?:subscribe|sign (?:in|up)|register|log ?in|join)(?: now)? (?:to|and)"
    r" (?:continue|keep|read|unlock|view)"
    r"|to (?:continue|keep|finish) reading|already (?:a |an )?(?:subscriber|subscribed|member)"
    r"|(?:subscribers?|members?)[- ]only|(?:unlock|read) the (?:full|rest|whole|entire)"
    r"|(?:weiterlesen|lesen sie weiter) mit|jetzt (?:abonnieren|weiterlesen|freischalten)"
    r"|nur für abonnent|(?:diesen|der) artikel (?:ist kostenpflichtig|freischalten)"
    r"|mit \w+ ?plus lesen"
    r"|réservée? aux abonnés|la suite est réservée|abonnez-vous pour|il vous reste \d+\s?%"
    r"|(?:suscr[ií]bete|inicia sesión) (?:para|y) (?:seguir|continuar|leer)"
    r"|para (?:seguir|continuar) leyendo"
    r"|(?:exclusivo|conteúdo) para assinantes|assine para (?:ler|continuar)|continue lendo"
    r"|(?:abbonati|accedi) per (?:continuare|leggere)|riservato agli abbonati"
    r"|alleen voor abonnees|verder lezen\?|kun for abonnenter|för prenumeranter|for abonnenter"
    r"|tylko dla (?:subskrybentów|prenumeratorów)|только для подписчиков|оформите подписку"
    r"|会員限定|有料会員|この記事は有料|続きを読むには|订阅后(?:继续)?阅读|付费阅读"
    r"|구독자 전용|للمشتركين فقط",
    re.IGNORECASE,
)


def judge_completeness(
    article: Article, removed: Iterable[Removed], declared: Declared | None
) -> Judgement:
    """How much of its story an article is, and the sentence or sign that tells so."""
    size = length(article.text)
    if size < _LEAST_STORY:
        return Judgement(Completeness.EMPTY, _said_instead(article, removed))
    if size <= _MOST_BEFORE_PAYWALL and declared is not None:
        sign = (
            _not_free(declared)
            or _sentence_of_paywall(article.text, len(article.text) - _END)
            or _notice(removed)
            or _longer(declared, size)
        )
        if sign:
            return Judgement(Completeness.PARTIAL, sign)
    return judge_story(article) or Judgement(Completeness.WHOLE)


def _said_instead(article: Article, removed: Iterable[Removed]) -> str:
    """What a page without a story says: of an error, of consent, of what one must pay."""
    if tells_error(article.title):
        return article.title
    boxes = [article.text, *(_text_of(one) for one in removed if one.reason in _NOTICES)]
    told = (sentence_of_wall(box) or _sentence_of_paywall(box) for box in boxes)
    return next(filter(None, told), "")


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
    found = _PAYWALL.search(text, max(0, start))
    return sentence_at(text, found.start()) if found else ""
