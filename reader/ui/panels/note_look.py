"""Show what Markdown in a note means while its signs stay where they were typed."""

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from reader.ui.theme import Themes

# Signs, words, signs. Each form is matched within one line, so that none can run away.
_FORMS = (
    (re.compile(r"(\*\*|__)(?=\S)(.{1,400}?)(?<=\S)\1"), "bold"),
    (re.compile(r"(?<![*\w])([*_])(?=[^\s*_])([^*_]{1,400})(?<=\S)\1(?![*\w])"), "italic"),
    (re.compile(r"^(#{1,6} )(.*)$"), "bold"),
    (re.compile(r"^(\s*(?:[-*+]|\d{1,3}[.)]|>) )()"), ""),
)
LONGEST_LINE = 4000  # letters; a longer line is data, not prose


class NoteLook(QSyntaxHighlighter):
    """Bold, italic and headings as such; their signs in the soft tone."""

    def __init__(self, document: QTextDocument, themes: Themes) -> None:
        super().__init__(document)
        self._themes = themes
        themes.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        if len(text) > LONGEST_LINE:
            return
        for form, look in _FORMS:
            for found in form.finditer(text):
                self._show(text, found, look)

    def _show(self, text: str, found: re.Match[str], look: str) -> None:
        signs, words = QTextCharFormat(), QTextCharFormat()
        signs.setForeground(self._themes.current.colour("soft"))
        if look == "bold":
            words.setFontWeight(QFont.Weight.DemiBold)
        words.setFontItalic(look == "italic")
        start, first, last, end = found.start(), *found.span(2), found.end()
        for (one, other), shown in (((start, first), signs), ((last, end), signs)):
            self.setFormat(_units(text[:one]), _units(text[one:other]), shown)
        self.setFormat(_units(text[:first]), _units(text[first:last]), words)


def _units(text: str) -> int:
    """How many UTF-16 units Qt counts for these code points."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
