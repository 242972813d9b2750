"""Tell the small words of a language, which say nothing of what a text is about."""

import re

from whoosh.lang.stopwords import stoplists

from reader.search.analysis import words

# Letters of a word that tells as much as one can, in scripts that have short words.
_LONG = 6
_LIGHTEST = 0.25
_NO_LANGUAGE = frozenset[str]()
# Japanese writes its particles and endings so, its nouns otherwise; a pair with one of them, or
# with one of the commonest Chinese letters, is no word that tells.
_SMALL_LETTER = re.compile("[\u3041-\u309f的了是在和不有这這那为為就也都与與及着]")
# Each letter of these is about a syllable or a word.
_DENSE = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)


def small_words(language: str) -> frozenset[str]:
    """The small words of a language as terms; those of all that are known, where it is not told."""
    name = language.replace("_", "-").partition("-")[0].lower()
    name = "no" if name in ("nb", "nn") else name
    lists = [stoplists.get(name, _NO_LANGUAGE)] if name else list(stoplists.values())
    return frozenset(word.text for one in lists for small in one for word in words(small))


def telling_share(term: str, written: str) -> float:
    """How much a word tells by its looks, of 1: small words are short and in small letters."""
    if _SMALL_LETTER.search(term):
        return 0.0
    if _DENSE.search(term) or written[:1].isupper():
        return 1.0
    return max(_LIGHTEST, min(1.0, (len(term) - 1) / (_LONG - 1)))
