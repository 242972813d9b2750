"""How facets and their values are called."""

from PySide6.QtCore import QLocale, QObject

from reader.clipping import Facet

_UNKNOWN = QLocale.Language.AnyLanguage


class FacetNames(QObject):
    """Names for the reader; a language goes by its own name in the window's tongue."""

    def facet(self, facet: Facet) -> str:
        names = {
            Facet.SOURCE: self.tr("Source"),
            Facet.TAG: self.tr("Tag"),
            Facet.YEAR: self.tr("Year"),
            Facet.SECTION: self.tr("Section"),
            Facet.BYLINE: self.tr("Author"),
            Facet.AGENCY: self.tr("Agency"),
            Facet.LANGUAGE: self.tr("Language"),
        }
        return names[facet]

    def value(self, facet: Facet, value: str) -> str:
        """The value as it stands in a list under the name of its facet."""
        if facet is Facet.LANGUAGE:
            return _language(value)
        return value.rpartition("/")[2] if facet is Facet.TAG else value

    def short(self, facet: Facet, value: str) -> str:
        """The value as it stands alone."""
        return f"#{value}" if facet is Facet.TAG else self.value(facet, value)


def _language(tag: str) -> str:
    language = QLocale.codeToLanguage(tag)
    return QLocale.languageToString(language) if language != _UNKNOWN else tag
