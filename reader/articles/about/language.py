"""Tell the language of a page."""

import re
from collections import Counter
from functools import cache
from itertools import chain, islice

from lxml.html import HtmlElement

from reader.articles.about.common_words import COMMON_WORDS
from reader.articles.about.declared import Declared
from reader.articles.about.scripts import LANGUAGE_OF, script_of
from reader.articles.about.visible_lines import text_of

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:[-_](?P<script>[a-z]{4}))?(?:[-_](?P<region>[a-z]{2}"
    r"|\d{3}))?(?![a-z])",
    re.IGNORECASE,
)
_SAMPLE = 1_500
_MOST_PARAGRAPHS = 300
_WORD = re.compile(r"[^\W\d_][^\s\d.,;:!?()\[\]\"“”«»।،؟–—/]*")
_NAMES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "spanish": "es",
    "bangla": "bn", "bengali": "bn", "hindi": "hi", "arabic": "ar", "russian": "ru",
    "chinese": "zh", "japanese": "ja", "vietnamese": "vi", "turkish": "tr",
}  # fmt: skip
_SCRIPTS = {
    **{language: script for script, language in LANGUAGE_OF.items()},
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "kk", "ky", "mn", "tg"), "Cyrl"),
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb", "ug", "sd"), "Arab"),
    **dict.fromkeys(("hi", "mr", "ne", "sa"), "Deva"),
    **dict.fromkeys(("as",), "Beng"), "yi": "Hebr", "ti": "Ethi", "yue": "Hani", "cmn": "Hani",
}  # fmt: skip
# Written in two scripts, so that neither tells against them.
_TWO_SCRIPTS = frozenset(
    ["sr", "bs", "uz", "az", "kk", "ky", "ku", "pa", "mn", "tk", "sh", "cnr", "ks", "sd"]
)
_SAME = {
    "nb": "no",
    "nn": "no",
    "iw": "he",
    "in": "id",
    "tl": "fil",
    "bs": "hr",
    "sh": "hr",
    "ji": "yi",
}
_FEWEST_HITS = 4
# Neighbours share most of their commonest words.
_FAMILIES = (
    frozenset(("da", "no", "sv", "is")), frozenset(("hr", "sr", "sl", "mk", "bg")),
    frozenset(("cs", "sk", "pl")), frozenset(("es", "gl", "pt", "ca", "it", "ro")),
    frozenset(("ru", "uk", "be")), frozenset(("id", "ms")), frozenset(("nl", "af")),
    frozenset(("tr", "az", "uz")), frozenset(("kk", "ky")), frozenset(("hi", "mr", "ne")),
    frozenset(("ar", "fa", "ur", "ps", "ckb")), frozenset(("et", "fi")),
)  # fmt: skip


def find_language(root: HtmlElement, declared: Declared) -> str:
    """The declared language where the text bears it out, else the one that the text shows."""
    sample = _sample(root, declared)
    script = script_of(sample)
    seen = detect_language(sample, script)
    for tag in _declared_tags(root, declared):
        language = tag.partition("-")[0]
        if _fits(language, script) and not _is_contradicted(language, seen, sample):
            return tag
    return seen


def detect_language(text: str, script: str = "") -> str:
    """The language of a text by its script and commonest words; "" when that is unsure."""
    script = script or script_of(text)
    if script in LANGUAGE_OF:
        return LANGUAGE_OF[script]
    hits = _hits(text)
    best = max(hits, key=lambda language: hits[language], default="")
    near = next((family for family in _FAMILIES if best in family), frozenset((best,)))
    rival = max((count for language, count in hits.items() if language not in near), default=0)
    # Filler text and lists of names have a few words of every language.
    return best if hits[best] >= _FEWEST_HITS and hits[best] * 3 > rival * 4 else ""


def _sample(root: HtmlElement, declared: Declared) -> str:
    texts = [declared.title]
    length = 0
    for paragraph in islice(root.iter("p"), _MOST_PARAGRAPHS):
        text = text_of(paragraph, _SAMPLE)
        # A sentence in Chinese is as short as a button's label in English.
        if len(text) > 40 or (len(text) > 12 and ord(text[0]) > 0x2E80):
            texts.append(text)
            length += len(text)
        if length > _SAMPLE:
            break
    return " ".join(texts)


def _declared_tags(root: HtmlElement, declared: Declared) -> list[str]:
    told = (
        root.get("lang"),
        root.get("xml:lang"),
        *declared.story_texts("inLanguage"),
        *declared.all("content-language", "language", "dc.language", "og:locale"),
    )
    return [tag for one in told if one and (tag := _as_tag(one))]


def _as_tag(text: str) -> str:
    named = _NAMES.get(text.strip().casefold())
    match = _TAG.match(text.strip())
    if named or not match:
        return named or ""
    script = (match["script"] or "").title()
    parts = (match["language"].lower(), script, (match["region"] or "").upper())
    return "-".join(part for part in parts if part)


def _fits(language: str, script: str) -> bool:
    return not script or language in _TWO_SCRIPTS or _SCRIPTS.get(language, "Latn") == script


def _is_contradicted(language: str, seen: str, sample: str) -> bool:
    """Whether the text speaks clearly of another language than the one declared."""
    known = _SAME.get(language, language)
    if not seen or seen == known or known not in COMMON_WORDS or seen not in COMMON_WORDS:
        return False
    hits = _hits(sample)
    # A fifth of ordinary prose is common words; filler text has fewer of any language.
    is_prose = hits[seen] * 5 > len(_WORD.findall(sample[: 2 * _SAMPLE]))
    return is_prose and hits[seen] >= 12 and hits[seen] > 2 * hits[known]


def _hits(text: str) -> Counter[str]:
    languages_of = _languages_of_words().get
    words = _WORD.findall(text[: 2 * _SAMPLE].casefold())
    return Counter(chain.from_iterable(filter(None, map(languages_of, words))))


@cache
def _languages_of_words() -> dict[str, tuple[str, ...]]:
    languages: dict[str, tuple[str, ...]] = {}
    for language, words in COMMON_WORDS.items():
        for word in dict.fromkeys(words.split()):
            languages[word] = (*languages.get(word, ()), language)
    return languages
