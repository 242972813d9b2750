"""What is written in one form is found in another, in the languages the world's papers use."""

from collections.abc import Iterator

import numpy as np
import pytest

from reader.clipping import Searchable
from reader.search.index import SearchIndex
from reader.search.query import read_query

# For each language: a text, what finds it, and what must not.
PROBES: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "en": (
        "The U.S. sent engineers to Kim Jong-un’s port; A.I. didn’t mend 1,250,000 ropes there.",
        (
            "engineer",
            "engineers",
            "ENGINEER",
            "U.S.",
            "US",
            "us",
            "A.I.",
            "AI",
            "Jong-un",
            "jongun",
            '"Jong un"',
            "Kim Jong-un",
            "didn't",
            "didnt",
            "didn’t",
            "1250000",
            "1,250,000",
            "rope",
            "mending",
            "port*",
            "send OR sent",
        ),
        ("engage", '"engineer to"', "ropers", "USA"),
    ),
    "de": (
        "Die Häuser am Fluß wurden geöffnet, während Äpfel und Straßenbahnen fuhren.",
        (
            "Haus",
            "Häusern",
            "haeuser",
            "hauser",
            "Fluss",
            "fluß",
            "Strassenbahn",
            "straßenbahnen",
            "Apfel",
            "Aepfel",
            "geoeffnet",
            "öffnet* OR geöffnet",
        ),
        ("Bahn", "Hausmann"),
    ),
    "fr": (
        "L’Élysée a annoncé de nouvelles élections nationales ; les œuvres d’art restent à Noël.",
        (
            "elysee",
            "Élysée",
            "l'Élysée",
            "election",
            "élection",
            "nationale",
            "annoncer",
            "œuvre",
            "oeuvre",
            "noel",
            "nouveau OR nouvelle",
        ),
        ("œuf",),
    ),
    "es": (
        "Las ciudades españolas celebraron las elecciones del año pasado.",
        ("elección OR elecciones", "espanola", "española", "celebrar", "celebraron", "ano", "año"),
        ("celeste",),
    ),
    "pl": (
        "W książkach o Łodzi opisano mosty i ulice wielkiego miasta.",
        ("książka", "ksiazkach", "most", "mostów OR mosty", "miasto", "Łódź OR Łodzi", "ulica"),
        ("mleko",),
    ),
    "ru": (
        "Новые книги о ёлке читали в Москве на каждой улице.",
        ("книга", "книгу", "КНИГАМИ", "новый", "елка", "ёлка", "Москва", "улица"),
        ("книжный",),
    ),
    "el": (
        "Οι δρόμοι της Αθήνας έκλεισαν για τις θάλασσες.",
        ("δρόμος", "δρομου", "ΔΡΟΜΟΙ", "θάλασσα", "θαλασσας", "Αθήνα", "αθηνα"),
        ("δέντρο",),
    ),
    "tr": (
        "İstanbul’daki çocukların kitapları ısındı; IŞIK söndü.",
        (
            "çocuk",
            "çocuklar",
            "cocuklarin",
            "kitap",
            "istanbul",
            "İSTANBUL",
            "Istanbul",
            "ışık",
            "isik",
        ),
        ("kedi",),
    ),
    "ar": (
        "افتتحت المدينة القديمة أبوابها والكتاب في السوق",
        (
            "مدينة",
            "المدينة",
            "كتاب",
            "الكتاب",
            "والكتاب",
            "سوق",
            "ابوابها",
            "القديمة",
            "قديم OR قديمة",
        ),
        ("قطار",),
    ),
    "he": (
        "הספר החדש נמצא בבית ליד שָׁלוֹם",
        ("ספר", "הספר", "בית", "הבית", "שלום", "חדש"),
        ("רכבת",),
    ),
    "hi": (
        "किताबें और लड़कों की नई सड़कें",
        ("किताब", "किताबों", "लड़का", "लड़कों", "सड़क", "नई"),
        ("पानी",),
    ),
    "bn": (
        "নদীর উপর নতুন সেতুটি মানুষের জন্য খোলা হল",
        ("নদী", "নদীতে", "সেতু", "সেতুর", "মানুষ", "মানুষকে", "নতুন"),
        ("আকাশ",),
    ),
    "zh": (
        "老城电车恢复运营，市民欢迎2026年的新线路。",
        ("电车", "老城电车", "恢复", "市民", "2026", "线路", "车"),
        ("火车", "复恢"),
    ),
    "ja": (
        "東京の港でニュースを読む人々。カタカナのテスト",
        ("東京", "港", "ニュース", "人々", "カタカナ", "テスト"),
        ("大阪",),
    ),
    "ko": (
        "서울에서 등대가 다시 켜졌다",
        ("서울", "등대", "서울에서", "켜졌다"),
        ("부산",),
    ),
    "th": (
        "ประภาคารเปิดอีกครั้งที่ท่าเรือ",
        ("ประภาคาร", "ท่าเรือ", "เปิด", "อีกครั้ง"),
        ("รถไฟ",),
    ),
    "uk": (
        "Українські міста обговорювали вночі нові книжки про київських коней і мости.",
        (
            "місто",
            "містами",
            "український",
            "українська",
            "книжка",
            "книжок OR книжками",
            "Київський",
            "міст",
            "мостів",
            "нова",
        ),
        ("книгарня", "міна"),
    ),
    "sr": (
        "Новинари у Београду читали су нове књиге о мостовима.",
        ("новинар", "Београд", "Beograd", "Beogradu", "novinari", "читати OR читали", "нове"),
        ("Ниш",),
    ),
    "fa": (
        "کتاب‌های تازه در سال ۱۴۰۳ به تهران رسيد و كتابخانه باز شد",
        ("کتاب‌های", "كتابهای", "1403", "۱۴۰۳", "١٤٠٣", "تهران", "رسید", "کتابخانه", "سال"),
        ("شیراز",),
    ),
    "ur": (
        "لاہور میں نئی کتابیں ۲۰۲۴ میں چھپیں",
        ("لاہور", "لاهور", "کتابیں", "كتابيں", "2024", "میں"),
        ("کراچی",),
    ),
    "vi": (
        "Cầu cảng Đà Nẵng mở cửa trở lại; người dân vui mừng.",
        ("Đà Nẵng", "đà nẵng", "Đa Nang", '"cau cang"', "người dân", "nguoi"),
        ("Huế",),
    ),
    "ta": (
        "புதிய பாலங்கள் சென்னையில் திறக்கப்பட்டன",
        ("பாலங்கள்", "புதிய", "சென்னையில்"),
        ("மதுரை",),
    ),
    "nl": (
        "De kinderen van burgemeester Van der Meer liepen langs de zeeën van IJmuiden.",
        ("kind OR kinderen", '"Van der Meer"', "zeeen", "zeeën", "ijmuiden", "lopen OR liepen"),
        ("kist",),
    ),
    "sv": (
        "Fartygen vid Åbo hamn väntade på flickornas böcker.",
        ("fartyg", "Abo", "Aabo", "hamnen", "flicka OR flickor", "böcker", "boecker", "bocker"),
        ("tåg",),
    ),
    "pt": (
        "As eleições portuguesas não mudaram; guarda-chuvas venderam-se às 10h30.",
        (
            "eleicao OR eleições",
            "portugues OR portuguesa",
            "nao",
            "guarda-chuva OR guarda-chuvas",
            "guardachuvas",
            "mudar",
        ),
        ("brasil",),
    ),
    "it": (
        "L’università dell’Aquila ha riaperto le città d’arte.",
        ("universita", "l'università", "Aquila", "città", "citta", "riaprire OR riaperto", "arte"),
        ("Roma",),
    ),
    "en-width": (
        "Ｔｏｋｙｏ stocks rose ５０％; ｶﾀｶﾅ signs. Straße № 7, ﬁve ﬂags, Ⅷ.",
        ("Tokyo", "tokyo", "50", "カタカナ", "strasse", "five", "flags", "viii"),
        ("Kyoto",),
    ),
}
QUERIES = [
    (language, query, is_found)
    for language, (_, found, not_found) in PROBES.items()
    for is_found, queries in ((True, found), (False, not_found))
    for query in queries
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    index = SearchIndex(tmp_path_factory.mktemp("index"))
    assert index.make_anew()
    assert index.put(
        Searchable(number, "", "", "", "", "", "", "", "", text, "", language)
        for number, (language, (text, _, _)) in enumerate(PROBES.items(), 1)
    )
    yield index
    index.close()


@pytest.mark.parametrize(("language", "query", "is_found"), QUERIES)
def test_a_word_is_found_in_its_other_forms(
    index: SearchIndex, language: str, query: str, is_found: bool
) -> None:
    hits = index.ask(read_query(query + " ").asked, lambda view, _: np.zeros(view.slots, bool))
    number = list(PROBES).index(language) + 1
    assert (number in hits.numbers.tolist()) == is_found
