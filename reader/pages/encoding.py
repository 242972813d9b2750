"""Turn the bytes of a saved page into text, as browsers would."""

import codecs
import re

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
_SAMPLE = 4096

# What pages call their encoding and what they mean by it, where Python differs from
# https://encoding.spec.whatwg.org/#names-and-labels
_MEANT = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
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
    "ks_c_5601-1987": "cp949",
    "windows-874": "cp874",
    "x-user-defined": "cp1252",
    "unicode": "utf-8",
}
# Encodings in which innocent bytes can spell markup (UTF-7), or that are none for pages.
_NEVER = {"utf-7", "utf7", "idna", "punycode", "undefined", "unicode_escape", "mbcs", "oem"}


def decode(content: bytes) -> str:
    """The text of a page: by its byte order mark, else as UTF-8 if it is that, else as declared.

    Never raises; what cannot be read becomes U+FFFD. NULs and byte order marks are left out.
    """
    text = _decode(content)
    return text.replace("\0", "").lstrip("\ufeff")


def _decode(content: bytes) -> str:
    for bom, name in _BOMS:
        if content.startswith(bom):
            return content[len(bom) :].decode(name, errors="replace")
    wide = _wide_encoding(content[:_SAMPLE])
    if wide:
        return content.decode(wide, errors="replace")
    declared = _declared(content)
    # These are written in seven bits, so they pass for UTF-8 without being it.
    if declared.startswith("iso2022") and b"\x1b" in content:
        return content.decode(declared, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_other(content, declared, error)


def _decode_other(content: bytes, declared: str, error: UnicodeDecodeError) -> str:
    is_cut = error.start > len(content) - 4
    if is_cut or _is_nearly_utf8(content):
        return content.decode("utf-8", errors="replace")
    return content.decode(declared or _guess(content), errors="replace")


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
    return ""


def _declared(content: bytes) -> str:
    """Python's name of the encoding that the page declares, or ""."""
    found = _DECLARED.search(content, 0, _DECLARED_WITHIN)
    if not found:
        return ""
    label = (found[1] or found[2]).decode("ascii", errors="ignore").lower()
    try:
        name = codecs.lookup(_MEANT.get(label, label)).name
    except LookupError:
        return ""
    # What could be searched for its declaration byte by byte is not UTF-16.
    return "" if name in _NEVER or name.startswith(("utf-16", "utf-32")) else name


def _is_nearly_utf8(content: bytes) -> bool:
    """One broken letter in a hundred is damage, not another encoding."""
    wrong = content.decode("utf-8", errors="replace").count("\ufffd")
    right = len(re.findall(rb"[\xc2-\xf4][\x80-\xbf]+", content))
    return wrong * 100 <= right


def _guess(content: bytes) -> str:
    # Its tables take long to load, and hardly a page needs them.
    from charset_normalizer import from_bytes

    best = from_bytes(content[: 256 * 1024]).best()
    return best.encoding if best and best.encoding not in ("ascii", "utf_8") else "cp1252"
