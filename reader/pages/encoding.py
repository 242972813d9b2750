"""Turn the bytes of a saved page into text, as browsers would."""

import codecs
import re
from collections.abc import Iterator

from reader.pages.guessed_encoding import guessed

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 64 * 1024  # single-file pages put long comments and scripts before it
_MANY_BYTED = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")  # a letter of UTF-8 beyond ASCII
_ENOUGH_MISREAD = 5
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
# To each letter beyond ASCII that is right in UTF-8, where the page says that it is in that and
# where it does not; texts in other encodings have nearly two at the least, mostly many.
_DAMAGED_AS_DECLARED, _DAMAGED = 1, 0.05
# How the first two bytes of any quotation mark and dash read in Windows' form of Latin-1.
_QUOTE_MISREAD = "\u00e2\u20ac"
_AS_LATIN_1 = {
    ord(bytes((byte,)).decode("cp1252")): byte
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_OF_JAPANESE = (b"\x1b$B", b"\x1b$@")  # what switches to its letters in ISO-2022-JP
_SAMPLE = 4096
_ENOUGH_PAIRS = 64  # of bytes; fewer of any may all be letters
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\ufeff"  # within and between words

# What pages call their encoding and what they mean by it, where Python differs from
# https://encoding.spec.whatwg.org/#names-and-labels
_MEANT = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-9": "cp1254",
    "iso8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "euc_kr": "cp949",
    "windows-949": "cp949",
    "windows-31j": "cp932",
    "iso-8859-8-i": "iso-8859-8",
    "x-x-big5": "big5hkscs",
    "koi8": "koi8-r",
    **{f"x-cp{number}": f"cp{number}" for number in range(1250, 1259)},
    "ks_c_5601-1987": "cp949",
    "windows-874": "cp874",
    "x-user-defined": "cp1252",
    "unicode": "utf-8",
    "macintosh": "mac-roman",
    "x-mac-roman": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-euc-jp": "euc_jp",
    "ms_kanji": "cp932",
}
# Python's names of the encodings that browsers know; it has others, in which innocent bytes can
# spell markup (UTF-7), and some that are no encodings of text at all (hex, zlib).
_FOR_PAGES = frozenset(
    (
        "utf-8", "cp866", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "cp874",
        *(f"cp{number}" for number in range(1250, 1259)),
        *(f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
        "gb18030", "big5hkscs", "euc_jp", "iso2022_jp", "cp932", "cp949",
    )
)  # fmt: skip


def decode(content: bytes, told: str = "") -> str:
    """The text of a page: by its byte order mark, else as UTF-8 if it is that, else as declared.

    `told` is the encoding that a server or an archive names, which goes before the page's own.
    Never raises; what cannot be read becomes U+FFFD. NULs and byte order marks are left out.
    """
    text = _decode(content, told)
    if b"\0" in content:  # a byte is found ten times as fast as a letter
        text = text.replace("\0", "")
    return text.lstrip("\ufeff")


def _decode(content: bytes, told: str) -> str:
    for bom, name in _BOMS:
        if content.startswith(bom):
            return content[len(bom) :].decode(name, errors="replace")
    wide = _wide_encoding(content[:_SAMPLE])
    if wide:
        return content.decode(wide, errors="replace")
    # Written in seven bits, it passes for UTF-8 without being it.
    if b"\x1b" in content and _is_seven_bit_japanese(content, told):
        return content.decode("iso2022_jp", errors="replace")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_other(content, told, error)
    return text if text.isascii() else _encoded_once(text)


def _encoded_once(text: str) -> str:
    """The text as it was before a program took its UTF-8 for Latin-1 and wrote that as UTF-8."""
    # Its first letter alone is sought much faster, and most pages have none.
    is_of_windows = _QUOTE_MISREAD[0] in text and _QUOTE_MISREAD in text
    try:
        content = (text.translate(_AS_LATIN_1) if is_of_windows else text).encode("latin-1")
        once = content.decode("utf-8")
    except UnicodeError:  # as nearly always: a letter of Latin-1 is seldom one of UTF-8
        return text
    return once if len(_MANY_BYTED.findall(content)) >= _ENOUGH_MISREAD else text


def _decode_other(content: bytes, told: str, error: UnicodeDecodeError) -> str:
    # A file cut within its last letter; but an accent at the end of a page that has none else
    # looks the same.
    is_cut = error.start > len(content) - 4 and bool(_MANY_BYTED.search(content))
    declared = list(_declared(content, told))
    damaged = _DAMAGED_AS_DECLARED if "utf-8" in declared else _DAMAGED
    if is_cut or _is_nearly_utf8(content, damaged):
        return content.decode("utf-8", errors="replace")
    other = next((name for name in declared if name != "utf-8"), "")
    return content.decode(other or guessed(content), errors="replace")


def _is_seven_bit_japanese(content: bytes, told: str) -> bool:
    if content.isascii() and any(one in content for one in _OF_JAPANESE):
        return True
    return next(_declared(content, told), "") == "iso2022_jp"


def _wide_encoding(sample: bytes) -> str:
    """UTF-16 without a mark shows as a NUL in every other byte of its markup."""
    half = len(sample) // 2
    if half < 8:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.1 * half:
        return "utf-16-be"
    if even + odd < 2 or half < _ENOUGH_PAIRS:
        return ""
    wide = ("utf-16-le", "utf-16-be") if odd >= even else ("utf-16-be", "utf-16-le")
    return next((one for one in wide if _is_wide_text(sample, one)), "")


def _is_wide_text(sample: bytes, encoding: str) -> bool:
    """Whether scripts of which few letters have a NUL are written so; their blanks and tags do.

    In a long text that is not, some pairs of bytes are no letter.
    """
    text = sample[: len(sample) // 2 * 2].decode(encoding, errors="replace")[:-1]
    return "\ufffd" not in text and all(
        sign.isprintable() or sign.isspace() or sign in _UNSEEN for sign in text
    )


def _declared(content: bytes, told: str) -> Iterator[str]:
    """Python's names of the encoding that is told, then of the one the page declares."""
    if known := _known(told.lower()):
        yield known
    found = _DECLARED.search(content, 0, _DECLARED_WITHIN)
    if found and (known := _known((found[1] or found[2]).decode("ascii", "ignore").lower())):
        yield known


def _known(label: str) -> str:
    """Python's name of an encoding that browsers know, or ""."""
    try:
        name = codecs.lookup(_MEANT.get(label, label)).name
        name = codecs.lookup(_MEANT.get(name, name)).name  # a label may be one of many for it
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        return ""
    return name if name in _FOR_PAGES else ""


def _is_nearly_utf8(content: bytes, damaged: float) -> bool:
    """A few broken letters are damage; in another encoding most would be broken."""
    text = content.decode("utf-8", errors="replace")
    wrong = text.count("\ufffd")
    return wrong <= damaged * (len(_BEYOND_ASCII.findall(text)) - wrong)
