"""Tell a language by its name: in English, or as it calls itself."""

from reader.search.analysis import fold

_NAMES = """
    ar arabic العربية; bn bengali bangla বাংলা; bg bulgarian български; ca catalan català;
    zh chinese 中文 汉语 漢語; hr croatian hrvatski; cs czech čeština; da danish dansk;
    nl dutch nederlands; en english; et estonian eesti; fi finnish suomi; fr french français;
    de german deutsch; el greek ελληνικά; he hebrew עברית; hi hindi हिन्दी हिंदी;
    hu hungarian magyar; is icelandic íslenska; id indonesian; ga irish gaeilge;
    it italian italiano; ja japanese 日本語; km khmer ខ្មែរ; ko korean 한국어; lo lao ລາວ;
    lv latvian latviešu; lt lithuanian lietuvių; my burmese မြန်မာ; ne nepali नेपाली;
    no norwegian norsk; fa persian farsi فارسی; pl polish polski; pt portuguese português;
    ro romanian română; ru russian русский; sr serbian српски srpski; sk slovak slovenčina;
    sl slovenian slovenščina; es spanish español castellano; sv swedish svenska;
    ta tamil தமிழ்; th thai ไทย; tr turkish türkçe; uk ukrainian українська; ur urdu اردو;
    vi vietnamese
"""
_BEGINNING = 4  # letters that are no tag any more, but maybe the beginning of a name
_TAGS = {
    fold(name): tag
    for tag, *names in (line.split() for line in _NAMES.split(";"))
    for name in names
}


def language_named(name: str, is_begun: bool = False) -> str:
    """The tag of the language that is called so, or begins so, "" where none is."""
    folded = fold(name)
    if is_begun and len(folded) >= _BEGINNING and folded not in _TAGS:
        return next((tag for known, tag in _TAGS.items() if known.startswith(folded)), "")
    return _TAGS.get(folded, "")
