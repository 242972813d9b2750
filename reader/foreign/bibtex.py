"""Read BibTeX, as Zotero and others write it."""

import re
from collections.abc import Iterator
from pathlib import Path

from reader.foreign.addresses import first_web_address
from reader.foreign.foreign_library import Given, Program
from reader.foreign.moments import published
from reader.foreign.reading import read_text
from reader.foreign.references import REMARK, Reference, given
from reader.foreign.values import first, line, tags_of

NAME = "BibTeX"
PROGRAM = Program(NAME, ("highlights", "states of reading"), (REMARK,), "A BibTeX list")
_SIGN = re.compile(
    r"(?:\s|%[^\n]*\n|@(?:string|preamble|comment)\s*[{(][^@]*)*+"
    r"@(\w+)\s*\{\s*[^\s,{}=]+\s*,\s*[\w-]+\s*=\s*[{\"\w]",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"^[ \t]*@(\w+)\s*\{\s*([^\s,{}]*)\s*,", re.MULTILINE)
_FIELD = re.compile(r"[\s,]*([A-Za-z][\w-]*)\s*=\s*")
_ENCLOSING = re.compile(r'\\.|[{}"]', re.DOTALL)
_BARE = re.compile(r"[^\s,{}]*")
_COMMAND = re.compile(r"\\(?:url|href|texttt|emph|textit|textbf|textquote\w*)\b\s*")
_LONGEST = 1 << 20
_ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304",
    "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328", "r": "\u030a",
}  # fmt: skip
_ACCENT = re.compile(r"\\(?:(['`^\"~=])\s*\{?\\?([A-Za-z])\}?|([cvuHkr])\s*\{\\?([A-Za-z])\})")
_SIGNS = {
    "\\ss": "ß", "\\ae": "æ", "\\AE": "Æ", "\\oe": "œ", "\\OE": "Œ", "\\o": "ø", "\\O": "Ø",
    "\\aa": "å", "\\AA": "Å", "\\l": "ł", "\\L": "Ł", "\\i": "i", "\\textendash": "–",
    "\\textemdash": "—", "\\ldots": "…", "\\dots": "…", "\\euro": "€", "\\textquoteright": "’",
}  # fmt: skip
_SIGN_COMMAND = re.compile(r"\\(?:[a-zA-Z]+)(?![a-zA-Z])\s?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NO_ENTRIES = ("comment", "preamble", "string")
_KINDS = frozenset(
    ("article", "book", "booklet", "inbook", "incollection", "inproceedings", "conference",
     "manual", "mastersthesis", "phdthesis", "thesis", "misc", "proceedings", "techreport",
     "report", "unpublished", "online", "electronic", "www", "webpage", "newspaper", "periodical",
     "dataset", "software", "collection", "reference", "patent", "video", "audio", "letter")
)  # fmt: skip


def is_bibtex(head: str) -> bool:
    found = _SIGN.match(head.lstrip("\ufeff"))
    return found is not None and found[1].lower() in _KINDS


def read_bibtex(path: Path) -> Iterator[Given]:
    entries = ((_reference(one), dict[str, object](one)) for one in _entries(read_text(path)))
    return given(NAME, path, entries)


def _entries(text: str) -> Iterator[dict[str, str]]:
    starts = [one for one in _ENTRY.finditer(text) if one[1].lower() not in _NO_ENTRIES]
    for at, start in enumerate(starts):
        end = starts[at + 1].start() if at + 1 < len(starts) else len(text)
        body = text[start.end() : min(end, start.end() + _LONGEST)]
        yield {"type": start[1].lower(), "key": start[2], **_fields(body)}


def _fields(body: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    at = 0
    while found := _FIELD.match(body, at):
        value, at = _value(body, found.end())
        fields.setdefault(found[1].lower(), value)
    return fields


def _value(body: str, at: int) -> tuple[str, int]:
    """A value in braces, in quotes, or bare."""
    end = {"{": "}", '"': '"'}.get(body[at : at + 1])
    if end is None:
        found = _BARE.match(body, at)
        return (found[0], found.end()) if found else ("", len(body))
    depth = 0  # a quote that stands in braces ends nothing
    for sign in _ENCLOSING.finditer(body, at + 1):
        if not depth and sign[0] == end:
            return body[at + 1 : sign.start()], sign.end()
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
    return body[at + 1 :], len(body)


def _reference(fields: dict[str, str]) -> Reference:
    people = " ".join(fields.get("author", "").split()).split(" and ")
    keywords = re.split(r"[,;]", _plain(fields.get("keywords", "")))
    return Reference(
        key=fields["key"],
        title=_plain(fields.get("title", "")),
        people=tuple(filter(None, map(_name, people))),
        source=_plain(first(fields, "journal", "journaltitle", "organization", "publisher")),
        published=_day(fields),
        accessed=published(fields.get("urldate", "")),
        address=_address(fields),
        abstract=_plain(fields.get("abstract", "")),
        language=first(fields, "langid", "language"),
        tags=tags_of(keywords),
        notes=(_plain(first(fields, "annote", "annotation")), _plain(fields.get("note", ""))),
        files=tuple(_files(fields.get("file", ""))),
    )


def _address(fields: dict[str, str]) -> str:
    wrapped = re.search(r"https?://[^\s{}]+", fields.get("howpublished", ""))
    said = fields.get("url", "").replace("\\_", "_").replace("\\%", "%").replace("\\&", "&")
    said = said.replace("\\#", "#").replace("{", "").replace("}", "")
    return first_web_address(said, wrapped[0] if wrapped else "")


def _day(fields: dict[str, str]) -> str:
    day = published(fields.get("date", ""))
    if day:
        return day
    month = fields.get("month", "").strip().lower()[:3]
    number = _MONTHS.index(month) + 1 if month in _MONTHS else 0
    said = f"{fields.get('year', '')}-{number:02}-{fields.get('day', '').zfill(2)}"
    return published(said) if number and fields.get("day") else ""


def _name(said: str) -> str:
    """Brandt, Ada or Ada Brandt; what stands in braces is one name whatever is in it."""
    said = said.strip()
    if said.startswith("{") and said.endswith("}"):
        return line(_plain(said))
    last, _, rest = _plain(said).partition(",")
    return line(f"{rest} {last}")


def _files(said: str) -> Iterator[str]:
    """title:path:kind, joined by `;`; colons and semicolons in them have a stroke before."""
    for one in re.split(r"(?<!\\);", said):
        parts = re.split(r"(?<!\\):", one)
        path = parts[1] if len(parts) >= 3 else one
        yield re.sub(r"\\(.)", r"\1", path).strip()


def _plain(said: str) -> str:
    """A text without what is written for TeX."""
    said = _ACCENT.sub(_accented, said)
    said = _COMMAND.sub("", said)
    said = _SIGN_COMMAND.sub(lambda found: _SIGNS.get(found[0].strip(), ""), said)
    said = re.sub(r"\\([&%$#_{}])", r"\1", said).replace("---", "—").replace("--", "–")
    return line(re.sub(r"(?<!\\)[{}]", "", said).replace("~", "\u00a0").replace("``", "“"))


def _accented(found: re.Match[str]) -> str:
    import unicodedata

    sign, letter = found[1] or found[3], found[2] or found[4]
    return unicodedata.normalize("NFC", letter + _ACCENTS[sign])
