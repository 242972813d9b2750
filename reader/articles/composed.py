"""Write a letter and its marks in the one form that Unicode prefers: like words are then alike."""

import re
import unicodedata

# Python sorts the marks of one letter in the square of their number: 20 s for 100,000.
_MARK = r"[^\x00-\x7f\w\s]"
# A first one that is no part of the repetition is looked for four times as fast.
_MARKS_WITHOUT_END = re.compile(rf"{_MARK}{_MARK}{{63}}")
_WORDS = re.compile(r"(?<=>)[^<>]+")


def composed(text: str) -> str:
    if text.isascii() or _MARKS_WITHOUT_END.search(text):
        return text
    return unicodedata.normalize("NFC", text)


def composed_words(html: str) -> str:
    """The same for what a body says; addresses stay as they are, since they name files."""
    if composed(html) == html:
        return html
    return _WORDS.sub(lambda words: composed(words.group()), html)
