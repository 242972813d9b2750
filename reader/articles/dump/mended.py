"""Set right the words that a tool read in the wrong encoding before it wrote them down."""

import re

_RUN = re.compile(r"[\x80-\xff]{4,}")
# What "é" or a dash of UTF-8 look like when each byte was taken for a letter.
_TWICE = re.compile(r"[\xc2-\xc5\xe0-\xef][\x80-\xbf\u20ac\u2018-\u2022\u2013\u2014\u2122]")
_CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef‘-”—…]+")
# Common signs stand in the first half of the Chinese table; letters of other tongues fall behind.
_LAST_COMMON = 0xD7
# A word in capitals with accents may look like two Chinese signs; a text of them never.
_ENOUGH = 60


def mended(text: str) -> str:
    """The text with Chinese and twice-written UTF-8 as they were; all else as it stands."""
    if _TWICE.search(text):
        text = "\n".join(map(_from_utf_8, text.split("\n")))
    runs = {run: _from_chinese(run) for run in set(_RUN.findall(text))}
    if sum(len(run) for run, read in runs.items() if run != read) < _ENOUGH:
        return text
    return _RUN.sub(lambda match: runs[match[0]], text)


def _from_utf_8(line: str) -> str:
    if not _TWICE.search(line):
        return line
    try:
        return line.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return line


def _from_chinese(run: str) -> str:
    raw = run.encode("latin-1")
    try:
        read = raw.decode("gb2312")
    except UnicodeError:
        return run
    common = all(lead <= _LAST_COMMON for lead in raw[::2])
    return read if common and _CHINESE.fullmatch(read) else run
