"""Tell one picture in several sizes by its addresses."""

import posixpath
import re
from urllib.parse import urlsplit

# The parts of a path that say a size: /max/540/, /1300x/, /w_300,h_200/, /resize:fit:700/.
_SIZE = re.compile(
    r"(?<=/)(?:(?:max|fit|width|resize|crop|scale|size|thumb(?:nail)?s?|[whsr])[/:=_-]\d{2,4}"
    r"(?:/\d{2,4}(?=/))?|\d{2,4}x\d{0,4}|resize:fit:\d{2,4}(?::\d{2,4})?"
    r"|[wh]_?\d{2,4}(?:,[a-z]_?\w{1,8}){0,6})(?=/)"
)
# What follows a picture's name: -300x200, or one of the widths that sites make their pictures in.
_SIZE_OF_FILE = re.compile(
    r"[-_](?:\d{2,4}x\d{2,4}|(?:240|320|360|480|540|600|640|720|750|768|800|828|960|1024|1080"
    r"|1200|1280|1440|1536|1600|1920|2048|2560)w?)(?=\.\w{3,5}$)"
)
_WIDTH = re.compile(r"(?:^|&)(?:w|width|resize|fit|size)=(\d{2,4})")
_NUMBER = re.compile(r"\d{2,4}")


def same_picture(address: str) -> str:
    """What the addresses of one picture in other sizes share."""
    path = urlsplit(address).path
    if not posixpath.basename(path):
        return address
    return _SIZE_OF_FILE.sub("", _SIZE.sub("", path))


def said_size(address: str) -> int:
    """The width that an address says, or another side; 0 where it says none."""
    parts = urlsplit(address)
    sizes = [*_WIDTH.findall(parts.query)]
    for found in (_SIZE.search(parts.path), _SIZE_OF_FILE.search(parts.path)):
        sizes += _NUMBER.findall(found.group()) if found else ()
    return max(map(int, sizes), default=0)
