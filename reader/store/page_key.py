"""Name a page by the file it came in: the file's digest, and which of its pages it is."""

_BETWEEN = "#"  # no digest holds it, and what follows it may hold anything


def page_key(digest: str, entry: str = "") -> str:
    """The key of a file's only page is the file's digest alone."""
    return f"{digest}{_BETWEEN}{entry}" if entry else digest


def digest_of(key: str) -> str:
    return key.partition(_BETWEEN)[0]


def entry_of(key: str) -> str:
    return key.partition(_BETWEEN)[2]
