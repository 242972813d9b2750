"""Take away what Pandoc writes beside the words, of their classes, names and sizes."""

import re

_ONE = r"""(?:[.#][^\s{}"=]{1,200}|[\w:-]{1,80}=(?:"[^"{}]{0,500}"|[^\s{}"]{1,200}))"""
_LIST = rf"\{{\s?{_ONE}(?:\s{_ONE}){{0,20}}\s?\}}"
_BEHIND = re.compile(rf"(?<=[\])]){_LIST}")
_WORDS = re.compile(rf"(?<![!\]])\[([^\[\]\n]{{1,2000}})\]{_LIST}")
_BEHIND_HEADING = re.compile(rf"(?m)^(#{{1,6}} .{{1,1000}}?)[ \t]+{_LIST}[ \t]*$")
_BOX = re.compile(r"(?m)^[ \t]{0,3}:{3,}+(?:[ \t]*\{[^{}\n]*\}|[ \t]+[\w-]+)?[ \t:]*$")


def without_attributes(text: str) -> str:
    """The text without them; a line that opens or closes a box becomes an empty one."""
    if "{" in text:
        text = _WORDS.sub(r"\1", text)
        text = _BEHIND_HEADING.sub(r"\1", _BEHIND.sub("", text))
    return _BOX.sub("", text) if ":::" in text else text
