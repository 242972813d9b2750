"""Bytes become the text that a browser would show."""

import codecs
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.pages.encoding import decode


def declared(charset: str, text: str, encoding: str) -> bytes:
    return f'<meta charset="{charset}"><p>{text}'.encode(encoding)


@pytest.mark.parametrize(
    ("label", "encoding", "text"),
    [
        ("iso-8859-1", "cp1252", "naïve café – “quoted” €5"),
        ("latin1", "cp1252", "Ärger über Öl, heißt es"),
        ("windows-1251", "cp1251", "Маяк снова горит над морем"),
        ("koi8-r", "koi8-r", "Маяк снова горит над морем"),
        ("windows-1256", "cp1256", "عاد المنارة إلى العمل"),
        ("iso-8859-9", "cp1254", "Işık yeniden yandı, ğüş"),
        ("gb2312", "gb18030", "灯塔再次点亮，鎔"),
        ("GBK", "gb18030", "灯塔再次点亮"),
        ("big5", "big5hkscs", "燈塔再次點亮"),
        ("Shift_JIS", "cp932", "灯台が再び点灯①"),
        ("euc-jp", "euc_jp", "灯台が再び点灯"),
        ("iso-2022-jp", "iso2022_jp", "灯台が再び点灯"),
        ("euc-kr", "cp949", "등대가 다시 켜졌다 똠방각하"),
        ("tis-620", "cp874", "ประภาคารสว่างอีกครั้ง"),
        ("windows-1255", "cp1255", "המגדלור דולק שוב"),
        ("utf-8", "utf-8", "বাতিঘর আবার জ্বলছে"),
        ("eucgb2312_cn", "gb18030", "灯塔再次点亮"),
        ("cp936", "gb18030", "灯塔再次点亮"),
        ("x-cp1251", "cp1251", "Маяк снова горит над морем"),
        ("iso-8859-8-i", "iso-8859-8", "המגדלור דולק שוב"),
        ("windows-31j", "cp932", "灯台が再び点灯①"),
    ],
)
def test_a_declared_encoding_is_read_as_browsers_mean_it(
    label: str, encoding: str, text: str
) -> None:
    assert decode(declared(label, text, encoding)).endswith(text)


def test_an_xml_declaration_names_the_encoding_too() -> None:
    content = '<?xml version="1.0" encoding="windows-1251"?><p>Маяк горит'.encode("cp1251")
    assert decode(content).endswith("Маяк горит")


def test_bytes_that_are_utf_8_are_utf_8_whatever_the_page_declares() -> None:
    assert "naïve café" in decode(declared("iso-8859-1", "naïve café", "utf-8"))


def test_a_byte_order_mark_wins_over_the_declaration() -> None:
    content = codecs.BOM_UTF16_LE + declared("utf-8", "naïve café", "utf-16-le")
    assert decode(content).endswith("naïve café")


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_every_byte_order_mark_is_known_and_left_out(mark: bytes, encoding: str) -> None:
    assert decode(mark + "Ода маяку".encode(encoding)) == "Ода маяку"


def test_two_byte_order_marks_leave_none_behind() -> None:
    assert decode(codecs.BOM_UTF8 * 2 + b"<title>Lamp") == "<title>Lamp"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_shows_by_its_nuls(encoding: str) -> None:
    text = "<!DOCTYPE html><title>The lamp</title><p>灯塔再次点亮"
    assert decode(text.encode(encoding)) == text


def test_half_a_letter_at_the_end_of_utf_16_is_no_fault() -> None:
    assert decode(codecs.BOM_UTF16_LE + "lamp".encode("utf-16-le") + b"\x41").startswith("lamp")


def test_a_page_that_declares_utf_16_in_plain_bytes_is_not_utf_16() -> None:
    assert decode(b'<meta charset="utf-16"><p>The lamp is lit').endswith("The lamp is lit")


def test_utf_7_is_never_decoded() -> None:
    content = b'<meta charset="utf-7"><p>+ADw-script+AD4- lit\xe9'
    assert "+ADw-script+AD4-" in decode(content)


@pytest.mark.parametrize(
    "label",
    [
        "hex",
        "base64",
        "rot13",
        "zlib",
        "bz2",
        "uu",
        "quopri",
        "idna",
        "punycode",
        "undefined",
        "unicode_escape",
        "unicode-escape",
        "raw_unicode_escape",
        "utf-7",
        "mbcs",
        "no-such-thing",
        "..",
        "os.path",
        "utf_16",
        "string-escape",
    ],
)
def test_a_declared_name_that_is_no_encoding_for_pages_is_passed_over(label: str) -> None:
    content = f'<meta charset="{label}"><p>Die Lampe f'.encode() + b"\xfcr Marrow \\u0041 ist an"
    text = decode(content)
    assert "Die Lampe f" in text
    assert "Marrow \\u0041 ist an" in text


def test_nuls_are_left_out() -> None:
    assert decode(b"<p>The\0 lamp\0</p>") == "<p>The lamp</p>"


def test_a_utf_8_page_cut_within_a_letter_stays_utf_8() -> None:
    content = declared("iso-8859-1", "Überall naïve Cafés – é", "utf-8")[:-1]
    assert "Überall naïve Cafés – " in decode(content)


def test_an_accent_on_the_very_last_letter_does_not_make_a_page_utf_8() -> None:
    assert decode(declared("iso-8859-1", "The old café", "cp1252")).endswith("The old café")
    assert decode(b"The old caf\xe9") == "The old café"


def test_one_broken_letter_does_not_spoil_a_utf_8_page() -> None:
    content = ("é" * 400).encode() + b"\xff" + ("ü" * 400).encode()
    text = decode(content)
    assert text.count("é") == 400
    assert text.count("ü") == 400


def test_an_undeclared_encoding_is_guessed_from_the_text() -> None:
    text = "Маяк на мысе снова горит, и вся деревня вышла посмотреть на него вечером. " * 8
    assert decode(text.encode("cp1251")) == text


def test_the_declaration_is_found_after_a_long_comment() -> None:
    content = b"<!--" + b"x" * 30_000 + b"-->" + declared("windows-1251", "Маяк", "cp1251")
    assert decode(content).endswith("Маяк")


@given(st.binary(max_size=400))
def test_any_bytes_become_text_without_nuls(content: bytes) -> None:
    text = decode(content)
    assert "\0" not in text
    text.encode()


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789-_.:", max_size=24))
def test_any_declared_name_is_survived(label: str) -> None:
    assert decode(f'<meta charset="{label}">f\xfcr die Lampe'.encode("latin-1"))


@pytest.mark.parametrize("piece", [b"<meta ", b"<?xml ", b"<meta charset", b"charset=", b"\xc3"])
def test_a_page_made_to_be_slow_to_read_is_not(piece: bytes) -> None:
    started = time.process_time()
    decode(piece * 200_000)
    assert time.process_time() - started < 3


def test_a_dump_with_one_line_in_another_encoding_stays_utf8() -> None:
    story = "老城的有轨电车周一恢复运营，首班车清晨驶出车库。" * 4
    content = f"{story}\n".encode() + "电车".encode("gb18030") + f"\n{story}".encode()
    assert decode(content).count(story) == 2


@pytest.mark.parametrize("encoding", ["gb18030", "cp1251", "cp1252", "shift_jis", "euc-kr"])
def test_a_declared_encoding_is_not_mistaken_for_damaged_utf8(encoding: str) -> None:
    words = {
        "gb18030": "老城的有轨电车周一恢复运营",
        "cp1251": "Старый трамвай снова вышел на линию",
        "cp1252": "Près de l’église, les élèves fêtèrent Noël à Besançon",
        "shift_jis": "路面電車が月曜日に運転を再開した",
        "euc-kr": "전차가 월요일에 다시 달리기 시작했다",
    }[encoding]
    page = f'<meta charset="{encoding}"><p>{words * 3}</p>'
    assert words in decode(page.encode(encoding))


def test_what_a_server_tells_goes_before_what_the_page_declares() -> None:
    page = '<meta charset="windows-1252"><p>Šiaulių žinios'.encode("windows-1257")
    assert "Šiaulių žinios" in decode(page, "windows-1257")
    assert "Šiaulių žinios" not in decode(page)


def test_an_encoding_that_nobody_knows_is_not_told_at_all() -> None:
    page = '<meta charset="windows-1257"><p>Šiaulių žinios'.encode("windows-1257")
    for unknown in ("x-none", "hex", "utf-8\0"):
        assert "Šiaulių žinios" in decode(page, unknown)


@pytest.mark.parametrize("misread_as", ["latin-1", "cp1252"])
def test_a_page_encoded_twice_is_read_as_it_was_meant(misread_as: str) -> None:
    meant = "<p>Früher: „Sturm“ – sagte sie, für den Hafen. Жители ждали.</p>"
    misread = "".join(
        bytes((byte,)).decode(
            misread_as if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else "latin-1"
        )
        for byte in meant.encode()
    )
    assert decode(misread.encode()) == meant


@pytest.mark.parametrize(
    "text",
    [
        "<p>Für den Hafen, sagte sie: «Später, später, später, später.»</p>",
        "<p>It read “FÃ¼r den Hafen, spÃ¤ter, spÃ¤ter, spÃ¤ter, spÃ¤ter”, said Zoë.</p>",
        "<p>A letter misread: FÃ¼r.</p>",
    ],
)
def test_a_page_with_letters_of_its_own_beside_misread_ones_is_left_alone(text: str) -> None:
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("gb18030", "灯塔在风暴之后再次点亮，渔民们聚集在码头上庆祝。"),
        ("cp949", "등대가 폭풍 뒤에 다시 켜졌고 어부들이 부두에 모여 축하했다."),
        ("cp1251", "Маяк снова горит над морем, и рыбаки собрались на причале."),
        ("cp1252", "Élodie a déjà mangé"),
    ],
)
def test_a_page_that_falsely_says_it_is_utf_8_is_read_all_the_same(
    encoding: str, text: str
) -> None:
    assert decode(declared("utf-8", text, encoding)).endswith(text)
    assert decode(text.encode(encoding), "utf-8") == text


def test_where_the_server_is_wrong_the_page_is_asked() -> None:
    page = declared("windows-1250", "Źdźbło trawy", "cp1250")
    assert decode(page, "utf-8").endswith("Źdźbło trawy")


def test_a_damaged_page_that_says_it_is_utf_8_stays_utf_8() -> None:
    content = declared("utf-8", "déjà, naïve, café", "utf-8") + b" \xff"
    assert "déjà, naïve, café" in decode(content)
    content = declared("utf-8", "déjà, naïve, café", "utf-8") + b" caf\xe9" * 3
    assert "déjà, naïve, café" in decode(content)


def test_quotation_marks_behind_accents_are_no_letters_of_utf_8() -> None:
    text = "café” allé” né”"
    assert decode(declared("utf-8", text, "cp1252")).endswith(text)


def test_of_encodings_that_hardly_differ_the_usual_one_is_guessed() -> None:
    text = "Żółta łódź wróciła do portu, żeglarze śpiewali aż do świtu nad rzeką. " * 3
    assert decode(text.encode("iso8859-2")) == text


def test_what_reads_as_well_in_the_encoding_most_pages_have_is_read_so() -> None:
    text = "El señor dijo que mañana abrirá el balcón también; qué bonito quedó el jardín. " * 9
    assert decode(text.encode("cp1252")) == text
    text = "Når båten kommer på lørdag, må den gå før stormen når fyret på øya. " * 9
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize("head", ["", "<meta charset=utf-8>"])
def test_japanese_in_seven_bits_needs_no_true_declaration(head: str) -> None:
    text = f"{head}灯台が再び点灯した。"
    assert decode(text.encode("iso2022_jp")) == text


@pytest.mark.parametrize(
    ("language", "encoding", "text"),
    [
        ("tr-TR", "cp1254", "Kırk yıldır sessiz duran değirmen çarşamba sabahı yeniden döndü."),
        ("lt", "cp1257", "Švyturys vėl įžiebtas, ir žvejai susirinko ant krantinės švęsti."),
        ("pt", "cp1252", "A população não acreditou na decisão da câmara: ‘não há razão’."),
        ("cs", "cp1250", "Příliš žluťoučký kůň"),
        ("ja", "euc_jp", "灯台が再び点灯した。漁師たちは岸壁に集まって祝った。"),
        ("ja", "cp932", "灯台が再び点灯した。漁師たちは岸壁に集まって祝った。"),
    ],
)
def test_where_no_encoding_is_told_the_language_tells_it(
    language: str, encoding: str, text: str
) -> None:
    page = f"<!DOCTYPE html>\n<html class=x lang='{language}'><p>{text * 2}"
    assert decode(page.encode(encoding)) == page


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text", ["灯塔再次点亮\n\n渔民们在上午聚集在码头上。", "Маяк горит\nнад морем\n"]
)
def test_utf_16_without_a_mark_shows_by_its_line_ends_too(encoding: str, text: str) -> None:
    assert decode((text * 5).encode(encoding)) == text * 5


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["一座灯塔在一个晚上再次点亮 " * 9, "خانه‌های ساحلی روشن شد " * 9])
def test_utf_16_on_one_line_shows_by_its_blanks(encoding: str, text: str) -> None:
    assert decode(f"<p>{text}".encode(encoding)) == f"<p>{text}"


def test_two_nuls_do_not_make_a_text_utf_16() -> None:
    text = "灯塔再次点亮，渔民们聚集在码头上庆祝。" * 3
    assert decode(text.encode("gb18030") + b"\n\0\n\0", "gb18030").startswith(text)
