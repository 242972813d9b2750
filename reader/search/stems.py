"""Tell the stem that the forms of a word share, by the language they are written in."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import repeat

import Stemmer

from reader.search.analysis import fold

# The Snowball algorithms, by the language tags that articles bear.
_SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque",
    "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
    "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian", "no": "norwegian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "st": "sesotho", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
# Snowball has none for Bengali. These are its case endings, articles and plurals, the longest
# first, and the emphatic letters that may follow them (W. Radice, Teach Yourself Bengali).
_BENGALI = re.compile(
    "(?:গুলোর|গুলির|গুলোকে|গুলিকে|গুলোতে|গুলো|গুলি|দিগকে|দেরকে|টাকে|টিকে|টার|টির|টাতে|টিতে|খানা|খানি"
    "|দের|য়ের|য়ের|তে|কে|রা|টা|টি|ের|য়|য়|র|ে)[ইও]?$|[ইও]$"
)
# Nor for Ukrainian: the endings of nouns, adjectives and verbs, the longest first.
_UKRAINIAN = re.compile(
    "(?:ськими|ського|ському|ською|ських|ський|ськім|ська|ське|ські|ську|уванням|ування|уваннях"
    "|увати|ували|увала|ував|ується|уються|ення|енням|еннях|ості|істю|ість|остей|остям"
    "|ами|ями|ого|ому|ими|іми|ові|еві|єві|ися|лися|лася|лось|вся|ться|уть|ють|ать|ять|ить"
    "|ів|їв|ах|ях|ам|ям|ом|ем|єм|ою|ею|єю|их|іх|им|ім|ий|ій|ої|ії|ть|ти|ла|ли|ло"
    "|а|я|о|е|є|и|і|ї|у|ю|ь|й|в)(?:ся|сь)?$"
)
_SHORTEST_UKRAINIAN = 3  # letters of a stem
# The vowel of a closed syllable changes in the open one: ніч, ночі; кінь, коня.
_OPENED = str.maketrans({"і": "о", "є": "е", "ї": "е"})
_SHORTEST_BENGALI = 3  # code points of a stem
_SHORTEST = 3  # letters of a word that has forms
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae"})

_Stemmer = Callable[[list[str]], Iterable[str]]


class Stems:
    """Stems words. For one thread."""

    def __init__(self) -> None:
        self._stemmers: dict[str, _Stemmer | None] = {}

    def key(self, word: str, language: str) -> str:
        """What all forms of a word share within a language, with that language's name.

        `word` is as it stands in the text, with its accents. Empty where nothing is known of
        the language's forms.
        """
        return next(iter(self.keys((word,), language)), "")

    def keys(self, words: Iterable[str], language: str) -> Iterator[str]:
        """The keys of many words, which are had much sooner than one by one."""
        name = language.partition("-")[0].lower()
        if name not in self._stemmers:
            self._stemmers[name] = _stemmer(name)
        stemmer = self._stemmers[name]
        if stemmer is None:
            return repeat("")
        stems = stemmer([_plain(word, name) for word in words])
        return (f"{name}:{fold(stem)}" if stem else "" for stem in stems)


def _plain(word: str, language: str) -> str:
    """A word as the stemmers know it; empty where it has no forms."""
    if len(word) < _SHORTEST:
        return ""
    if word.isascii():
        if not word.isalpha():
            return ""
        plain = word
    else:
        plain = unicodedata.normalize("NFC", word).translate(_LIGATURES)
    if language == "tr":
        plain = plain.replace("İ", "i").replace("I", "ı")
    return plain.lower()


def _stemmer(language: str) -> _Stemmer | None:
    if language in _OWN:
        return partial(map, _OWN[language])
    name = _SNOWBALL.get(language)
    if name not in Stemmer.algorithms():
        return None
    # Words come once and all together: to remember them takes it longer than to stem them.
    return Stemmer.Stemmer(name, 0).stemWords  # type: ignore[no-any-return]


def _bengali(word: str) -> str:
    ending = _BENGALI.search(word)
    if ending is None or ending.start() < _SHORTEST_BENGALI:
        return word
    return word[: ending.start()]


def _ukrainian(word: str) -> str:
    ending = _UKRAINIAN.search(word, _SHORTEST_UKRAINIAN)
    stem = word[: ending.start()] if ending else word
    return stem.translate(_OPENED)


_OWN: dict[str, Callable[[str], str]] = {"bn": _bengali, "uk": _ukrainian}
