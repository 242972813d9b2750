"""The words around the names in a byline, in many languages."""

# What opens a byline. Those of the second group mean other things too and need a colon after them.
OPENERS = (
    "written by", "story by", "words by", "reported by", "report by", "posted by", "published by",
    "submitted by", "gespeichert von", "eingereicht von", "soumis par", "proposé par",
    "enviado por", "inviato da", "ingediend door", "geplaatst door", "skickat av", "publicerat av",
    "отправлено",
    "started by", "thread starter", "topic starter", "themenstarter", "authored by",
    "created by", "article by",
    "compiled by", "text by", "by", "from our correspondent", "von", "ein artikel von",
    "eine analyse von", "ein kommentar von", "par", "publié par", "écrit par", "rédigé par",
    "por", "escrito por", "publicado por", "di", "a cura di", "scritto da", "door", "av", "af",
    "skrevet av", "skrevet af", "skriven av", "geschreven door", "autor", "autorin", "autora",
    "autore", "auteur", "auteure", "author", "authors", "autorka", "autoři", "autori", "autors",
    "autorius", "szerző", "írta", "napisał", "napisała", "napsal", "napsala", "oprac.", "piše",
    "yazan", "yazar", "propos recueillis par", "das gespräch führte", "das gespräch führten",
    "das interview führte", "das interview führten", "die fragen stellte", "die fragen stellten",
    "interview by", "interview von", "本报记者", "本報記者",
    "oleh", "penulis", "bởi", "tác giả", "theo", "kirjoittanut", "kirjoittaja",
    "από τον", "από την", "από", "γράφει ο", "γράφει η", "συντάκτης", "автор", "авторы", "автора",
    "автори", "пише", "текст подготовил", "подготовил", "מאת", "بقلم", "كتب", "كتبت", "كتبه",
    "إعداد", "نویسنده", "লেখক", "লিখেছেন", "प्रस्तुति", "लेखक", "द्वारा", "โดย", "作者", "记者",
    "記者", "撰文", "文", "글", "著者", "執筆", "ni", "取材・文", "文・取材", "文・写真",
    "撮影・文", "文・撮影", "文・", "글·사진", "글·그림", "기자", "guest author", "guest writer",
    "guest contributor", "guest columnist", "post author", "post author by", "author(s)",
    "article author", "skrivet av", "text av", "tekst av", "publicerad av", "publisert av",
    "scris de", "postat de", "publicat de", "dodał", "dodała", "opracował", "opracowała",
    "ditulis oleh", "viết bởi", "đăng bởi", "hazırlayan", "napisao", "napisala", "objavio",
    "objavila", "parašė", "kirjutas", "imeandikwa na", "авторка", "του", "της",
    "ผู้เขียน",
)  # fmt: skip
COLON_OPENERS = (
    "interview", "bericht", "analyse", "kommentar", "gastautor", "gastautorin", "autor:in",
    "autor*in", "autor/in", "autor(in)", "autor(en)", "autoren", "redacción", "redação",
    "redazione", "rédaction", "auteurs", "autores", "autori", "höfundur", "muhabir", "haber",
    "röportaj", "журналист", "журналіст", "журналістка", "корреспондент", "кореспондент", "авторы",
    "аўтар", "ავტორი", "الكاتب", "كاتب", "خبرنگار", "تحریر", "تقرير", "حوار", "مراسل", "গ্রন্থনা",
    "প্রতিবেদক", "रिपोर्टर", "रिपोर्ट", "लेखिका", "ライター", "筆者", "投稿者", "取材", "취재", "필자",
    "저자", "เรื่อง", "bài", "bài và ảnh", "mwandishi", "tekst i zdjęcia", "text a foto",
    "photos et texte", "foto e testo", "fotos y texto", "zpracoval", "zpracovala",
    "text & fotos", "text und fotos", "text und foto", "text and photos", "story and photos",
    "words and pictures", "texte et photos", "text och foto", "tekst og foto", "testo e foto",
    "texto y fotos", "texto e fotos", "text", "texte", "texto", "testo", "tekst", "teksti",
    "текст", "words", "story", "reporter",
    "reporters", "foto und text", "journalist", "journaliste", "redakteur", "redaktion", "writer",
    "source", "quelle", "fuente", "fonte", "zdroj", "źródło", "источник", "джерело", "来源", "來源",
    "출처", "المصدر", "منبع", "সূত্র", "स्रोत", "contributor", "contributors", "columnist",
    "reportage", "bron", "kilde", "källa", "kaynak", "sumber", "nguồn", "izvor", "извор",
    "sursa", "forrás", "lähde", "πηγή", "מקור",
)  # fmt: skip

# A source is who the news came from, so it can name an agency, never a person.
SOURCE_OPENERS = frozenset(COLON_OPENERS[COLON_OPENERS.index("source") :]) - {
    "contributor", "contributors", "columnist", "reportage",
}  # fmt: skip

# What joins two names. The short ones are words of other languages too: they join whole names.
JOINERS = (
    "and", "und", "et", "og", "och", "és", "și", "ve", "dan", "và", "sowie", "и", "та", "και",
    "এবং", "ও", "और", "و", "และ", "with", "avec", "mit", "con", "com", "med", "met", "ja",
)  # fmt: skip
SHORT_JOINERS = ("y", "e", "i", "a", "en", "і", "&")

# What papers call a piece whose writer they name behind an "of".
PIECES = (
    "chronique", "tribune", "billet", "analyse", "enquête", "reportage", "entretien", "crónica",
    "columna", "análisis", "reportaje", "artículo", "artigo", "coluna", "crônica", "articolo",
    "commento", "analisi", "intervista",
)  # fmt: skip

# What papers are called: "Morning Post Reporter" names nobody.
PAPERS = frozenset(
    (
        "times", "daily", "herald", "gazette", "tribune", "post", "star", "sun", "mail", "express",
        "mirror", "journal", "chronicle", "observer", "telegraph", "globe", "tv", "radio", "weekly",
        "standard", "sentinel", "courier", "argus", "examiner", "mercury", "nation", "web", "fc",
    )
)  # fmt: skip

# What stands before a name to say what its bearer does.
TRADES = frozenset(
    (
        "korrespondenten", "mitarbeiter", "mitarbeiterin", "reporters", "writers", "correspondents",
        "contributors", "columnists", "freelancer", "correspondente", "inviata", "enviado",
        "enviada", "columnista",
        "experte", "expertin", "gastautor", "gastautorin", "chefredakteur", "chefredakteurin",
        "writer", "reporter", "correspondent", "editor", "journalist", "columnist", "contributor",
        "reporterin", "redakteur", "redakteurin", "korrespondent", "korrespondentin",
        "journalistin", "rechtsanwalt", "rechtsanwältin", "journaliste", "rédacteur", "rédactrice",
        "correspondant", "correspondante", "redactor", "redactora", "periodista", "corresponsal",
        "repórter", "jornalista", "giornalista", "inviato", "verslaggever", "redacteur",
        "корреспондент", "журналист", "обозреватель", "кореспондент", "журналіст", "wartawan",
    )
)  # fmt: skip

# A part of a byline with one of these tells a trade, a desk or a button, not a name.
NO_NAMES = """
    multiple sources editor-at-large business user super contact edit disclosure send get trust
    trusted topic topics stories politics local sport sports council opinion technology science
    health culture world travel lifestyle entertainment finance money education weather events
    breaking latest live update updates feature features archive archives community letters politik
    wirtschaft kultur gesellschaft panorama lokales nachrichten politique économie société monde
    actualités política economía sociedad deportes noticias economia esportes cronaca
    company industry role type category categories kategorie kategorien our 기자 특파원
    gmbh kg inc ltd llc plc corp ag foundation university institute universität staatsanwalt
    attorney counsel fellow lecturer note notes quelle quellen foto fotos log login sign menu
    modified full story this that these the über mehr artikel beitrag anmelden abonnieren autor
    autorin autore auteur author: 著者 作者 记者 記者 翻訳者 執筆 イラスト 編集 文 写真 staff
    writer writers reporter reporters correspondent correspondents editor editors editorial
    contributor contributors contributing columnist columnists journalist journalists bureau desk
    news newsroom team service agency agencies admin administrator guest anonymous unknown author
    authors press release wire wires report reports published updated posted written read more
    share follow subscribe comment comments email mail print save photo photos photography
    photographer video videos image images picture pictures getty shutterstock minute minutes min
    mins ago today yesterday hours hour view all posts by click here about website online digital
    web producer magazine newspaper newsletter twitter facebook instagram linkedin whatsapp
    telegram copyright rights reserved sponsored advertisement advertorial professor director
    manager officer intern freelance freelancer special senior chief assistant associate deputy
    executive managing analyst expert specialist blogger presenter host http https www com
    undefined null none nan publisher redaktion redakteur redakteurin redakteure reporterin
    korrespondent korrespondentin journalistin agentur agenturen mitarbeiter mitarbeiterin
    volontär volontärin autorenteam leserbrief uhr redacción redaccion redactor redactora
    periodista corresponsal enviado agencias agencia redação redacao redator repórter jornalista
    jornal redazione redattore giornalista inviato rédaction redaction rédacteur rédactrice
    journaliste correspondant envoyé agences agence redactie verslaggever correspondente redaktør
    redaksjonen redaktionen toimitus toimittaja redakcja redakce redakcia redakcija szerkesztőség
    dziennikarz redaktor redaktorka muhabir editör haber merkezi ajansı редакция редакція редактор
    корреспондент кореспондент журналист журналіст обозреватель redaksi wartawan jurnalis phóng
    viên biên tập প্রতিবেদক প্রতিনিধি ডেস্ক নিজস্ব সংবাদদাতা অনলাইন न्यूज डेस्क संवाददाता ब्यूरो
    编辑部 編輯部 编辑 編輯 編集部 取材班 综合报道 責任編輯 责任编辑 来源 편집부 취재팀
    온라인뉴스팀 更多 詳細 详细 查看 もっと見る 続きを読む 一覧 더보기
"""

# The words of a name that are written small.
NAME_PARTICLES = """
    de da do dos das di del della dello dei degli du des la le van von der den ter ten te zu zur zum
    dela delos ben af av und y e i bin ibn bint al el ul ur d' o' st vom 't ap verch
"""
