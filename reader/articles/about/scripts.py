"""Tell in which script a text is written."""

from collections import Counter

# The first sign behind each block and what stands before it; None is no letter of one language.
_BLOCKS = (
    (0x41, ""), (0x250, "Latn"), (0x370, ""), (0x400, "Grek"), (0x530, "Cyrl"), (0x590, "Armn"),
    (0x600, "Hebr"), (0x700, "Arab"), (0x750, ""), (0x780, "Arab"), (0x8A0, ""), (0x900, "Arab"),
    (0x980, "Deva"), (0xA00, "Beng"), (0xA80, "Guru"), (0xB00, "Gujr"), (0xB80, "Orya"),
    (0xC00, "Taml"), (0xC80, "Telu"), (0xD00, "Knda"), (0xD80, "Mlym"), (0xE00, "Sinh"),
    (0xE80, "Thai"), (0xF00, "Laoo"), (0x1000, "Tibt"), (0x10A0, "Mymr"), (0x1100, "Geor"),
    (0x1200, "Hang"), (0x13A0, "Ethi"), (0x1780, ""), (0x1800, "Khmr"), (0x1E00, ""),
    (0x1F00, "Latn"), (0x2000, "Grek"), (0x3041, ""), (0x3100, "Kana"), (0x3400, ""),
    (0xA000, "Hani"), (0xAC00, ""), (0xD7B0, "Hang"), (0xFB1D, ""), (0xFB50, "Hebr"),
    (0xFE00, "Arab"),
)  # fmt: skip

_ENOUGH = 600
# One sign of these says as much as three letters.
_DENSE = ("Hani", "Kana", "Hang")

# What a script alone tells.
LANGUAGE_OF = {
    "Grek": "el", "Armn": "hy", "Hebr": "he", "Beng": "bn", "Guru": "pa", "Gujr": "gu",
    "Orya": "or", "Taml": "ta", "Telu": "te", "Knda": "kn", "Mlym": "ml", "Sinh": "si",
    "Thai": "th", "Laoo": "lo", "Tibt": "bo", "Mymr": "my", "Geor": "ka", "Hang": "ko",
    "Ethi": "am", "Khmr": "km", "Hani": "zh", "Kana": "ja",
}  # fmt: skip


def script_of(text: str) -> str:
    """The script that most letters of the text are of; "" when there are too few."""
    counts: Counter[str] = Counter()
    for sign, count in Counter(text[:_ENOUGH]).items():
        if sign.isalpha():
            counts[_block_of(ord(sign))] += count
    counts.pop("", None)
    for dense in _DENSE:
        counts[dense] *= 3
    total = counts.total()
    if total < 20:
        return ""
    # Japanese is mostly Chinese signs, but no Chinese has kana.
    if counts["Kana"] * 12 > total:
        return "Kana"
    script, count = counts.most_common(1)[0]
    return script if count * 2 > total else ""


def _block_of(sign: int) -> str:
    if sign < 0x250:
        return "Latn"
    return next((script for end, script in _BLOCKS if sign < end), "")
