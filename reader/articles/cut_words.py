"""Cut a text into its words."""

import re

# Of ASCII all that is no part of a word.
_PARTED = bytes(
    sign if sign > 0x7F or chr(sign).isalnum() or chr(sign) == "_" else ord(" ")
    for sign in range(256)
)


def signs_beside(letters: str) -> re.Pattern[str]:
    """Finds each sign beyond ASCII that parts words made of such letters."""
    # Without a "+" behind it, the signs that are not there are passed over three times as fast.
    return re.compile(rf"[^\x00-\x7f{letters}]")


def cut_words(text: str, signs: re.Pattern[str]) -> list[bytes]:
    """The words in UTF-8, as bytes are cut at spaces in half the time words are looked for."""
    only_words = text if text.isascii() else signs.sub(" ", text)
    return only_words.encode().translate(_PARTED).split()
