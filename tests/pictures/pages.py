"""Saved pages of our own invention, in several languages and scripts."""

import json
from dataclasses import dataclass
from html import escape
from pathlib import Path

from .drawing import draw


@dataclass(frozen=True)
class Story:
    """What one page tells."""

    title: str
    source: str
    section: str
    published: str
    author: str
    standfirst: str
    paragraphs: tuple[str, ...]
    language: str = "en"
    caption: str = ""


STORIES = (
    Story(
        "Ferry crews vote to keep the old timetable, bells included",
        "Firth Gazette", "Islands", "2026-11-09T06:30:00+00:00", "Morag Aitken",
        "The company wanted round numbers. The islands wanted the 7.13.",
        (
            "The crews of the island ferries have voted, by ninety-four to eleven, to keep a "
            "timetable in which no boat leaves at a round number. The first goes at thirteen "
            "minutes past seven, as it has since the school bus was last repaired.",
            "The company had hoped to move every sailing to the full hour. It would be easier to "
            "remember, it said, and easier to print. “Nobody here has ever looked it up,” replied "
            "the mate of the Saint Bride. “You hear the bell, and you run.”",
            "A storm in March had shown what the odd minutes are for: they leave a gap in which "
            "the tide can be asked for its opinion. The bell will be cast again over the winter.",
        ),
        caption="The Saint Bride leaves the pier at thirteen minutes past seven.",
    ),
    Story(
        "A bridge of willow holds for its third winter",
        "The Upland Post", "Valley", "2026-11-07T05:45:00+01:00", "Bram Osei",
        "It was planted, not built, and it grows stronger as it ages.",
        (
            "The footbridge below the mill has roots. It was planted three years ago by the pupils "
            "of two villages, one on either bank, who bent the young willows towards each other "
            "until the tips met above the stream.",
            "After the storm of last week the district sent an engineer with a load of sandbags. "
            "She put them on the middle of the bridge, waited an hour, and wrote into her report "
            "that it had given way by the width of a pencil and then come back.",
            "In spring the railing will be in leaf. The villages have agreed that whoever crosses "
            "first on the first of May may cut one twig, and must plant it.",
        ),
        caption="The willow bridge below the mill.",
    ),
    Story(
        "Storm takes the roof, leaves the choir",
        "Saltmarsh Courier", "News", "2026-11-06T21:10:00+00:00", "Hedda Varley",
        "The rehearsal went on by torchlight, and one octave lower.",
        (
            "When the storm lifted the tin roof off the assembly rooms on Friday evening, the "
            "choir was at the second page of a lullaby. It finished the page, the conductor said, "
            "because nobody could find the door.",
            "The roof was found in the next field, whole and the right way up. A farmer will "
            "bring it back on his hay wagon for the price of two tickets.",
        ),
    ),
    Story(
        "Der Uhrmacher, der die Zeit zurückgibt",
        "Moorwarder Bote", "Feuilleton", "2026-11-05T08:00:00+01:00", "Lene Harms",
        "In seiner Werkstatt darf man warten, so lange man will.",
        (
            "In der Werkstatt von Enno Folkerts hängen siebenundvierzig Uhren, und keine zwei von "
            "ihnen zeigen dieselbe Stunde. Das sei Absicht, sagt er: Wer hereinkomme, solle sich "
            "eine aussuchen.",
            "Seit vierzig Jahren repariert Folkerts, was andere wegwerfen. Bezahlt wird, was die "
            "Kundin für richtig hält, und gewartet wird auf einem Sofa am Fenster, von dem aus man "
            "die Brücke und den Fluss sieht.",
            "Im Frühjahr übergibt er den Laden an seine Enkelin. Sie hat als Erstes eine Uhr ohne "
            "Zeiger bestellt.",
        ),
        language="de",
        caption="Siebenundvierzig Uhren, keine zwei zeigen dieselbe Stunde.",
    ),
    Story(
        "Au marché de nuit, on paie en histoires",
        "Le Quai du Nord", "Société", "2026-11-03T18:20:00+01:00", "Jeanne Le Fur",
        "Une fois par mois, les étals ferment la caisse et ouvrent l’oreille.",
        (
            "Le premier mardi du mois, à la tombée du jour, les marchands de la place du Chanvre "
            "couvrent leur balance d’un torchon. Jusqu’à minuit, un kilo de pommes vaut une "
            "histoire, une botte de poireaux la moitié d’une.",
            "« On n’a jamais si bien vendu », dit Yann, qui tient les fromages. Il a noté, sur un "
            "carnet à spirale, cent douze récits, dont neuf de naufrages et un seul mariage.",
        ),
        language="fr",
        caption="La place du Chanvre, un mardi de novembre.",
    ),
    Story(
        "مكتبة على ظهر جمل تعود إلى الواحة",
        "صحيفة الواحة", "ثقافة", "2026-11-02T09:00:00+02:00", "سلمى النجار",
        "بعد عامين من الغياب، عاد أمين المكتبة ومعه ثلاثمئة كتاب.",
        (
            "عادت المكتبة المتنقلة إلى الواحة صباح أمس، محمولة على ظهر جملين، بعد غياب دام "
            "عامين. وقف الأطفال عند أول الطريق ينتظرونها منذ الفجر، ومع كل واحد منهم كتاب يريد "
            "أن يعيده.",
            "قال أمين المكتبة إن القائمة لم ينقص منها كتاب واحد. وأضاف مبتسمًا أن بعض الكتب "
            "عادت وفيها أوراق صغيرة كتب عليها القراء ما أعجبهم.",
            "ستبقى المكتبة في الواحة ثلاثة أيام، ثم تمضي إلى القرية التالية خلف الكثبان.",
        ),
        language="ar",
        caption="الجملان عند مدخل الواحة مع طلوع الشمس.",
    ),
    Story(
        "নদীর ঘাটে ফিরল কাগজের নৌকার মেলা",
        "নদীপারের খবর", "সংস্কৃতি", "2026-10-31T10:15:00+06:00", "অনন্যা সেন",
        "বিশ বছর পর আবার নদীতে ভাসল হাজার কাগজের নৌকা।",
        (
            "শনিবার সন্ধ্যায় নদীর পুরোনো ঘাটে আবার বসল কাগজের নৌকার মেলা। বিশ বছর পর "
            "এই আয়োজন ফিরিয়ে এনেছে গ্রামের স্কুলের ছাত্রছাত্রীরা।",
            "প্রতিটি নৌকায় ছিল একটি ছোট প্রদীপ আর একটি চিঠি। নদীর ওপারের গ্রামের মানুষ "
            "সেই চিঠির উত্তর দেবেন আগামী মাসে।",
        ),
        language="bn",
    ),
    Story(
        "山村老茶馆重开，客人带来自己的杯子",
        "山河日报", "文化", "2026-10-29T07:30:00+08:00", "林晓舟",
        "停业六年之后，茶馆的第一壶水仍取自后山的泉眼。",
        (
            "停业六年的老茶馆上周六重新开门。按照旧时的规矩，客人要带自己的杯子来，"
            "走的时候把它留在架子上，下次再用。",
            "掌柜说，架子上还有一百多只旧杯子在等主人。第一天就有三十七位老人认出了自己的那一只。",
            "后山的泉水没有变，桥边的石阶也没有变，只是通往茶馆的小路新铺了青石板。",
        ),
        language="zh",
        caption="清晨的茶馆与后山。",
    ),
    Story(
        "海辺の駅に、海を待つだけのベンチ",
        "潮風新聞", "地域", "2026-10-27T06:00:00+09:00", "森田 葵",
        "列車は一日に四本。ベンチは列車に背を向けている。",
        (
            "小さな海辺の駅に、線路に背を向けたベンチが置かれた。座ると海しか見えない。"
            "「列車を待つ場所はもうあるから」と駅長は言う。",
            "ベンチは閉校した小学校の床板で作られた。裏側には、最後の卒業生十一人の名前が彫られている。",
            "夕方になると、列車に乗らない人たちが一人、また一人とやって来る。",
        ),
        language="ja",
        caption="線路に背を向けたベンチ。",
    ),
    Story(
        "Маяк, который светит внутрь",
        "Северный берег", "Общество", "2026-10-24T12:40:00+03:00", "Ольга Вересова",
        "Смотритель повернул старую лампу к берегу, и в деревне перестали запирать двери.",
        (
            "Когда новый маяк на мысу заработал сам, без людей, старый решили закрыть. Смотритель "
            "попросил только об одном: оставить ему лампу. Он повернул её к берегу.",
            "Теперь каждый вечер луч медленно проходит по улицам, по мосту, по окнам. Дети "
            "засыпают, считая до двенадцати: столько секунд длится круг.",
            "«Кораблям я больше не нужен, — говорит смотритель. — А здесь темно».",
        ),
        language="ru",
        caption="Старый маяк над деревней.",
    ),
    Story(
        "El pueblo que plantó su propia sombra",
        "La Vega Diaria", "Verano", "2026-10-20T20:05:00+02:00", "Tomás Arnedo",
        "Cuatrocientas moreras y un calendario de riego pegado en la panadería.",
        (
            "Hace nueve veranos, en la plaza no había un árbol. Hoy se cruza entera, de la fuente "
            "a la escuela, sin pisar el sol. Cada vecino cuida de su morera, y el calendario de "
            "riego cuelga en la panadería.",
            "La idea fue de una maestra que midió la temperatura del banco donde esperaba el "
            "autobús: cincuenta y un grados. En agosto pasado, el mismo banco marcó veintinueve.",
        ),
        language="es",
    ),
    Story(
        "Seven small museums that open only when you ring",
        "The Upland Post", "Travel", "2026-10-11T05:30:00+02:00", "Ilse Kanter",
        "Buttons, brooms, bridges in bottles: the key hangs at the neighbour’s.",
        (
            "None of these museums has opening hours. You ring at the house next door, someone "
            "wipes her hands and takes a key from a nail, and as long as you like you are the only "
            "visitor in the world.",
            "The broom museum has two hundred brooms and one rule: whoever leaves last sweeps. In "
            "the bottle museum stand forty bridges, each built by a watchman during a night shift.",
        ),
        caption="Forty bridges in bottles, one for every winter.",
    ),
)  # fmt: skip


def save_pages(folder: Path) -> list[Path]:
    """Lay the pages into a folder as a browser does, the oldest first."""
    oldest_first = sorted(enumerate(STORIES), key=lambda one: one[1].published)
    return [_save(story, number, folder) for number, story in oldest_first]


def _save(story: Story, number: int, folder: Path) -> Path:
    page = folder / f"page-{number:02}.html"
    figure = ""
    if story.caption:
        parts = folder / f"{page.stem}_files"
        parts.mkdir(parents=True, exist_ok=True)
        draw(number, parts / "picture.jpg")
        figure = (
            f'<figure><img src="./{parts.name}/picture.jpg" alt="" width="1200" height="675">'
            f"<figcaption>{escape(story.caption)}</figcaption></figure>"
        )
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(_markup(story, figure), encoding="utf-8")
    return page


def _markup(story: Story, figure: str) -> str:
    about = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "description": story.standfirst,
        "articleSection": story.section,
        "datePublished": story.published,
        "inLanguage": story.language,
        "author": {"@type": "Person", "name": story.author},
        "publisher": {"@type": "Organization", "name": story.source},
    }
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in story.paragraphs)
    return (
        f'<!DOCTYPE html><html lang="{story.language}"><head><meta charset="utf-8">'
        f"<title>{escape(story.title)}</title>"
        f'<meta property="og:site_name" content="{escape(story.source)}">'
        f'<script type="application/ld+json">{json.dumps(about)}</script></head>'
        f"<body><nav><a href='/'>{escape(story.source)}</a></nav><article>"
        f"<h1>{escape(story.title)}</h1><p class='standfirst'>{escape(story.standfirst)}</p>"
        f"{figure}{paragraphs}</article><footer><a href='/'>©</a></footer></body></html>"
    )
