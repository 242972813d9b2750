"""Recognise the language of a text by its script and its commonest words."""

import re
from collections import Counter

_READ = 6000

# Scripts that one language in the news writes far more than any other.
_SCRIPTS = (
    (re.compile(r"[\u3040-\u30ff]"), "ja"),
    (re.compile(r"[\uac00-\ud7a3]"), "ko"),
    (re.compile(r"[\u4e00-\u9fff]"), "zh"),
    (re.compile(r"[\u0980-\u09ff]"), "bn"),
    (re.compile(r"[\u0a80-\u0aff]"), "gu"),
    (re.compile(r"[\u0a00-\u0a7f]"), "pa"),
    (re.compile(r"[\u0b80-\u0bff]"), "ta"),
    (re.compile(r"[\u0c00-\u0c7f]"), "te"),
    (re.compile(r"[\u0c80-\u0cff]"), "kn"),
    (re.compile(r"[\u0d00-\u0d7f]"), "ml"),
    (re.compile(r"[\u0d80-\u0dff]"), "si"),
    (re.compile(r"[\u0e00-\u0e7f]"), "th"),
    (re.compile(r"[\u0e80-\u0eff]"), "lo"),
    (re.compile(r"[\u1000-\u109f]"), "my"),
    (re.compile(r"[\u1780-\u17ff]"), "km"),
    (re.compile(r"[\u10a0-\u10ff]"), "ka"),
    (re.compile(r"[\u0530-\u058f]"), "hy"),
    (re.compile(r"[\u1200-\u137f]"), "am"),
    (re.compile(r"[\u0590-\u05ff]"), "he"),
    (re.compile(r"[\u0370-\u03ff]"), "el"),
)
# Where no word tells, the language that the script is most often written in.
_COMMONEST = (
    (re.compile(r"[\u0600-\u06ff]"), "ar"),
    (re.compile(r"[\u0400-\u04ff]"), "ru"),
    (re.compile(r"[\u0900-\u097f]"), "hi"),
)
# A page in another script may quote some of these.
_SHARE = 0.25
_KANA_SHARE = 0.08
# The Japanese write more Chinese signs than their own, so theirs count first.
_KANA = re.compile(r"[\u3040-\u30ff]")

_COMMON = {
    "en": "the of and to in that is was for on with as it by at from he are be this have his not",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch",
    "fr": "le la les de des et en un une du est que dans pour qui sur au pas par il plus avec ce",
    "es": "el la los las de que y en un una por con para del se es no su al como más pero sus",
    "it": "il la di che e le un una per in con del della non è si gli i da dei nel sono alla più",
    "pt": "o a os as de que e em um uma do da para com não por no na é dos se mais ao foi pela",
    "nl": "de het een van en in is dat op te zijn voor met die niet aan er om door ook als bij",
    "sv": "och att det i som en på är av för med den till inte om ett han har de var men från",
    "da": "og at det i som en på er af for med den til ikke om et han har de var men fra der blev",
    "no": "og at det i som en på er av for med den til ikke om et han har de var men fra ble også",
    "fi": "ja on ei että se oli hän mutta myös kun ovat joka kuin niin tai mukaan sen vuoden",
    "pl": "i w na z się nie że do to jest o od za jak po przez dla są ale co oraz który był",
    "cs": "a v na se je že s z do to i o k by pro jsou ale jako za od byl který podle také",
    "sk": "a v na sa je že s z do to aj o k by pre sú ale ako za od bol ktorý podľa tiež",
    "ro": "și de la în a cu pe că nu din o este un care pentru mai au fost sunt prin după",
    "hu": "a az és hogy nem is egy van volt meg de ez csak már azt el még szerint után amely",
    "tr": "ve bir bu için de da ile olarak çok olan daha gibi sonra kadar ise en ne dedi",
    "id": "yang dan di ke dari untuk dengan ini itu pada adalah tidak dalam akan juga oleh",
    "vi": "và của là có được cho không trong với các một những người đã này khi tại đến",
    "hr": "i u je na se da su za od s o ne koji kao što ali bi će nije iz po do kako bio",
    "lt": "ir yra kad į su iš už tai buvo bet kaip dėl nuo ar jis apie po per bei taip",
    "lv": "un ir ka ar no uz par tas bija bet kā pēc gada arī lai vai tika kas savu pie",
    "et": "ja on ei et see oli ta ka kui mis oma aga või ning nii mida selle aasta pärast",
    "ca": "el la els les de que i en un una per amb del es no és al com més però seva seu són",
    "ru": "и в не на что с по как это но он к из у за от для его о был также года",
    "uk": "і в не на що з та як це але він до із у за від для його про був також року є",
    "bg": "и в не на че с по как това но той към от за се да са е ще си беше като",
    "sr": "и у је на се да су за од с о не који као што али би ће није из по до",
    "ar": "في من على أن إلى عن مع التي الذي هذا هذه كان ما لا قال بعد بين كما وقال",
    "fa": "در از به که این را با است برای آن یک خود شده کرد بر هم تا شد می های",
    "ur": "کے کی میں ہے سے اور کا کو نے پر کہ ہیں یہ اس بھی گیا کر ایک تھا",
    "hi": "के में है की से को और का ने पर कि हैं यह इस भी एक नहीं लिए कर था",
    "mr": "आणि आहे या च्या मध्ये ते हे होते की आहेत असे केली झाली मात्र करण्यात",
    "ne": "र छ को मा ले का भने पनि गरेको लागि हो यो गर्न भएको थियो छन्",
}


def guess_language(text: str) -> str:
    """The BCP 47 tag of the language a text is most likely in; "" where nothing tells."""
    sample = text[:_READ]
    letters = sum(sign.isalpha() for sign in sample)
    if letters < 8:
        return ""
    if len(_KANA.findall(sample)) > _KANA_SHARE * letters:
        return "ja"
    for script, language in _SCRIPTS:
        if len(script.findall(sample)) > _SHARE * letters:
            return language
    words = Counter(_words_of(sample))
    scores = {
        language: sum(words[word] for word in common.split())
        for language, common in _COMMON.items()
    }
    best = max(scores, key=lambda language: scores[language])
    if scores[best] * 12 >= sum(words.values()):
        return best
    return next(
        (tag for script, tag in _COMMONEST if len(script.findall(sample)) * 2 > letters), ""
    )


def _words_of(sample: str) -> list[str]:
    """Words parted by spaces, for the vowel signs of many scripts are no letters to `re`."""
    return [word.strip(".,;:!?\"'()[]«»“”„।،؛") for word in sample.casefold().split()]
