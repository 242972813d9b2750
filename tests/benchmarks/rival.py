"""Answer pages with trafilatura, one JSON line for each; run by the Python it is installed in."""

import json
import sys
import time
from pathlib import Path
from typing import Any


def extract(html: bytes, url: str) -> dict[str, Any]:
    from trafilatura import bare_extraction, extract

    found = bare_extraction(html, url=url, with_metadata=True, include_comments=False)
    if found is None:
        return {}
    markup = extract(
        html, url=url, output_format="html", include_comments=False, include_images=True
    )
    told = found.as_dict()
    return {
        "title": told.get("title"),
        "byline": told.get("author"),
        "date": told.get("date"),
        "site": told.get("sitename"),
        "image": told.get("image"),
        "text": told.get("text"),
        "html": markup,
    }


def answer(asked: dict[str, str]) -> dict[str, Any]:
    """What it makes of a page; timed is the extraction alone, not the markup made besides."""
    from trafilatura import bare_extraction

    html = Path(asked["path"]).read_bytes()
    began = time.process_time()
    bare_extraction(html, url=asked["url"], with_metadata=True, include_comments=False)
    took = time.process_time() - began
    return extract(html, asked["url"]) | {"cpu": took * 1000}


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(json.dumps(answer(json.loads(line)), default=str) + "\n")
        sys.stdout.flush()
