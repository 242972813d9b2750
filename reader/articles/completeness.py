"""Judge how much of its story a page holds."""

import re
from collections.abc import Iterable

from reader.articles.about.declared import Declared
from reader.articles.article import Completeness
from reader.articles.measure import length
from reader.articles.removed import Removed

# In letters; fewer are a label or a notice.
_LEAST_STORY = 80
# A story that stops at a paywall shows a few paragraphs.
_MOST_BEFORE_PAYWALL = 2_500
_MUCH_LONGER = 1.5
_LONGEST_NOTICE = 3_000
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
    text: str, removed: Iterable[Removed], declared: Declared | None
) -> Completeness:
    """Whole, unless there is next to no text, or few words before a sign that more were kept."""
    size = length(text)
    if size < _LEAST_STORY:
        return Completeness.EMPTY
    if size > _MOST_BEFORE_PAYWALL or declared is None:
        return Completeness.WHOLE
    kept_back = _says_not_free(declared) or _says_longer(declared, size)
    if kept_back or _PAYWALL.search(text[-400:]) or _has_notice(removed):
        return Completeness.PARTIAL
    return Completeness.WHOLE


def _says_not_free(declared: Declared) -> bool:
    return str(declared.story.get("isAccessibleForFree", "")).strip().lower() == "false"


def _says_longer(declared: Declared, size: float) -> bool:
    count = declared.story.get("wordCount")
    words = int(count) if isinstance(count, int | str) and str(count).isdecimal() else 0
    # Five letters and a space to a word, and a fair margin: sites count captions too.
    return 100 < words < 100_000 and words * 6 > 2 * _MUCH_LONGER * size


def _has_notice(removed: Iterable[Removed]) -> bool:
    return any(
        _PAYWALL.search("".join(map(str, one.element.itertext()))[:_LONGEST_NOTICE])
        for one in removed
        if one.reason in ("subscription", "consent", "after the story", "beside the story", "links")
    )
