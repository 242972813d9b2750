"""Guess in what a page is written that tells no encoding."""

import re

_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_ENOUGH = 16  # a few accents in an English text have been taken for Korean
_GUESSED_FROM = 256 * 1024
# In what files that tell no encoding are written, the usual one first; among all that there are,
# hardly used ones that differ in a few letters would be taken as often.
_LIKELY = (
    "cp1252", "big5hkscs", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257",
    "cp1258", "cp850", "cp852", "cp866", "cp874", "cp932", "cp949", "euc_jp", "gb18030",
    "iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "koi8_r", "koi8_u", "mac_cyrillic",
    "mac_roman",
)  # fmt: skip
# What pages in these languages are written in, after the standard's
# https://html.spec.whatwg.org/#determining-the-character-encoding – the others' letters tell more
# than the language does, and English is what templates say whatever the page is written in.
_OF_LANGUAGE = {
    **dict.fromkeys(
        ("da", "de", "es", "fi", "fr", "is", "it", "nb", "nl", "nn", "no", "pt", "sv"), ("cp1252",)
    ),
    **dict.fromkeys(("bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl"), ("cp1250", "iso8859_2")),
    **dict.fromkeys(("az", "tr"), ("cp1254",)),
    **dict.fromkeys(("et", "lt", "lv"), ("cp1257",)),
    "vi": ("cp1258",),
    "ja": ("cp932", "euc_jp"),
}
_LANGUAGE = re.compile(
    rb"""<html\b[^>]{0,500}?\slang\s*=\s*["']?([a-z]{2})(?![a-z])""", re.IGNORECASE
)
_TOLD_WITHIN = 64 * 1024


def guessed(content: bytes) -> str:
    """Python's name of the encoding that it is in most likely."""
    told = _LANGUAGE.search(content, 0, _TOLD_WITHIN)
    usual = _OF_LANGUAGE.get(told[1].decode("ascii").lower(), ()) if told else ()
    if len(usual) == 1:
        return usual[0]
    sample = content[:_GUESSED_FROM]
    if not usual and len(_BEYOND_ASCII.findall(sample)) < _ENOUGH:
        return "cp1252"
    return _best(sample, usual or _LIKELY)


def _best(sample: bytes, likely: tuple[str, ...]) -> str:
    """That which reads best, or the first if it reads as well."""
    # Its tables take long to load, and hardly a page needs them.
    from charset_normalizer import from_bytes

    found = from_bytes(sample, cp_isolation=list(likely))
    best = found.best()
    if best is None:
        return likely[0]
    as_well = (
        one.encoding for one in found if (one.chaos, one.coherence) == (best.chaos, best.coherence)
    )
    return likely[0] if likely[0] in as_well else best.encoding
