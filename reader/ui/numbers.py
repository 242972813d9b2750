"""Say a number in the reader's language."""

from PySide6.QtCore import QLocale


def grouped(number: int) -> str:
    """Such as "4,310"; the plain locale of a bare system would leave the comma out."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
    return locale.toString(number)
