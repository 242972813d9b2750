"""In what language a page is written."""

import pytest
from metadata_made import HEADLINE, STORY, read

from reader.articles.about.language import detect_language

GERMAN = (
    "<p>Der Kran, der seit Dienstag die Fahrt auf dem Fluss versperrt hat, ist am Freitag von zwei "
    "Schleppern gehoben und in den Hafen gebracht worden, wie die Behörde mit Freude sagte.</p>"
)


def test_the_declared_language_is_kept_with_its_region() -> None:
    assert read("", HEADLINE + STORY, lang="en_gb").language == "en-GB"


def test_a_declaration_that_the_text_contradicts_is_not_believed() -> None:
    assert read("", GERMAN * 3, lang="en").language == "de"
    assert (
        read("", "<p>Кран, перегородивший реку со вторника, подняли утром.</p>", lang="en").language
        != "en"
    )


def test_neighbouring_languages_are_left_as_declared() -> None:
    norwegian = "<p>Kranen som har sperret elva ble hevet fredag og er nå på vei til havnen.</p>"
    assert read("", norwegian * 3, lang="nb-NO").language == "nb-NO"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Der Kran ist am Freitag gehoben worden und die Schiffe fahren wieder auf dem Fluss.",
            "de",
        ),
        (
            "La grue qui bloquait le fleuve depuis mardi a été levée et les bateaux sont repartis.",
            "fr",
        ),
        (
            "La grúa que bloqueaba el río desde el martes fue levantada y los barcos han vuelto.",
            "es",
        ),
        (
            "O guindaste que bloqueava o rio foi levantado e os navios já não esperam mais.",
            "pt",
        ),
        (
            "Кран перегородил реку, но теперь его подняли, и суда уже идут, как это было до него.",
            "ru",
        ),
        (
            "Кран перегородив річку, але його вже підняли, і судна йдуть, як це було до нього.",
            "uk",
        ),
        (
            "Nehri kapatan vinç kaldırıldı ve gemiler için yol bir gün sonra yeniden açıldı.",
            "tr",
        ),
        (
            "رفعت الرافعة التي كانت تسد النهر وعادت السفن إلى الميناء من بعد ذلك في الصباح",
            "ar",
        ),
        (
            "منگل سے دریا کو بند کرنے والی کرین کو اٹھا لیا گیا ہے اور جہاز بندرگاہ میں آ رہے ہیں",
            "ur",
        ),
        ("মঙ্গলবার থেকে নদী আটকে রাখা ক্রেনটি শুক্রবার সকালে তোলা হয়েছে", "bn"),
        ("周二以来堵塞河道的起重机周五早上被吊起，船只重新通航，港口恢复正常", "zh"),
        ("火曜日から川をふさいでいたクレーンが金曜日の朝に引き揚げられ、船の運航が再開した", "ja"),
        ("화요일부터 강을 막고 있던 크레인이 금요일 아침 인양되어 배들이 다시 다닌다", "ko"),
        ("xyzzy plugh", ""),
    ],
)
def test_a_text_tells_its_language(text: str, language: str) -> None:
    assert detect_language(text) == language
