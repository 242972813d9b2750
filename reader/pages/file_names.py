"""Say a file's name within a sentence, whatever signs it is made of."""

import unicodedata

# Joiners shape Persian names and emoji; all other invisible signs could only mislead.
_JOINERS = "\u200c\u200d"
_LINE_ENDS = "\n\r\u2028\u2029"


def said(name: str) -> str:
    """The name on one line, with nothing in it that turns the text around it."""
    return "".join(map(_sign, name))


def _sign(letter: str) -> str:
    if letter in _LINE_ENDS:
        return "↵"
    is_hidden = unicodedata.category(letter) in {"Cc", "Cf", "Cs"} and letter not in _JOINERS
    return "\ufffd" if is_hidden else letter
