"""Say one thing on the command line: as a line, or as JSON."""

import argparse
import json
from textwrap import shorten
from typing import Any


def say(asked: argparse.Namespace, record: dict[str, Any], line: str) -> None:
    if asked.json:
        print(json.dumps(record, ensure_ascii=False))
    elif line:
        print(line)


def short(text: str) -> str:
    return shorten(text, 100, placeholder="…")
