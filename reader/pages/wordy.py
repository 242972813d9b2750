"""Tell whether a page has as much to read as a story has at least."""

import re

_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*+)?+[^<>]*+>")
_UNSEEN = frozenset(("script", "style", "noscript", "svg", "template"))
_FEWEST_LETTERS = 400  # of a frame's or an error page's text; what has fewer is no story
# Where a sign is a word or half of one, a story has fewer of them.
_DENSE = re.compile("[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]")
_OF_ONE_SIGN = 3


def holds_words(markup: str) -> bool:
    letters, unseen = 0, ""
    at = max(markup.lower().find("<body"), 0)
    for tag in _TAG.finditer(markup, at):
        letters += 0 if unseen else _letters(markup[at : tag.start()])
        if letters >= _FEWEST_LETTERS:
            return True
        at, name = tag.end(), (tag[2] or "").lower()
        if unseen and tag[1] and name == unseen:
            unseen = ""
        elif not unseen and not tag[1] and name in _UNSEEN:
            unseen = name
    return False


def _letters(text: str) -> int:
    plain = sum(map(len, text.split()))
    return plain if text.isascii() else plain + (_OF_ONE_SIGN - 1) * len(_DENSE.findall(text))
