"""The words by which pages say that they hold no story, or not all of it, in many languages."""

import re

# All are sought in `small_letters`: to overlook the case takes five times as long.

# What is missing, and what is said of it, in each language; other words may stand between.
_MISSING = (
    (
        r"page|article|story|url|link|content|post|document|site|server|address",
        r"not found|(?:can ?not|can.t|could not|couldn.t) be (?:found|reached)"
        r"|no longer (?:exists?|available)|does(?:n.t| not) exist|has been (?:removed|deleted)"
        r"|may have been (?:re)?moved|(?:is|are)(?:n.t| not) available|unavailable",
    ),
    (
        r"seite|artikel|beitrag|meldung",
        r"nicht (?:gefunden|finden|(?:mehr )?verfügbar|erreichbar)|existiert nicht|gibt es nicht",
    ),
    (
        r"page|article|contenu",
        r"n.existe (?:pas|plus)|introuvable|non trouvée?|n.est plus disponible"
        r"|n.a pas été trouvée?",
    ),
    (
        r"página|artículo|contenido|noticia",
        r"no (?:existe|se encuentra|se encontró|encontrad[ao]|está disponible)|ya no está",
    ),
    (
        r"página|artigo|conteúdo|matéria|notícia",
        r"não (?:existe|encontrad[ao]|foi encontrad[ao]|está (?:mais )?disponível)",
    ),
    (
        r"pagina|articolo|contenuto",
        r"non (?:esiste|trovat[ao]|è (?:più )?disponibile|è stat[ao] trovat[ao])",
    ),
    (r"pagina|artikel", r"niet (?:gevonden|(?:meer|langer) beschikbaar)|bestaat niet"),
    (
        r"sidan|siden|artikeln|artikkelen|artiklen",
        r"inte (?:hittas|längre)|hitta(?:de)?s inte|finns inte"
        r"|ikke (?:funnet|fundet|lenger|længere)|(?:finnes|findes|eksisterer) ikke",
    ),
    (r"sivua|sivu", r"ei (?:löydy|löytynyt|ole)"),
    (r"stron[aęy]|artykuł", r"nie (?:istnieje|znaleziono|została znaleziona)"),
    (r"stránk[auy]|článek", r"(?:nebyla|nebyl|nebylo) nalezen|neexistuje"),
    (r"oldal", r"nem található|nem létezik"),
    (r"pagina|articolul", r"nu (?:există|a fost găsit)"),
    (r"страниц[аыу]|стать[яию]|материал", r"не (?:найден|существует)|была удалена"),
    (r"сторінк[ауи]", r"не (?:знайден|існує)"),
    (r"σελίδα", r"δεν (?:βρέθηκε|υπάρχει)"),
    (r"sayfa", r"bulunamad|bulunmuyor|mevcut değil"),
    (r"الصفحة", r"غير (?:موجودة|متوفرة|متاحة)|لم يتم العثور"),
    (r"صفحه", r"یافت نشد|پیدا نشد|وجود ندارد"),
    (r"הדף|העמוד", r"לא נמצא|אינו קיים"),
    (r"पेज|पृष्ठ", r"नहीं मिल|मौजूद नहीं|उपलब्ध नहीं"),
    (r"পৃষ্ঠা|পাতা|পেজ", r"পাওয়া যায়নি|খুঁজে পাওয়া"),
    (r"halaman", r"tidak (?:ditemukan|tersedia)"),
    (r"trang|bài viết", r"không (?:tồn tại|tìm thấy)"),
)
# Where words are not parted by spaces.
_MISSING_UNSPACED = (
    (r"页面|網頁|网页|頁面|文章", r"不存在|找不到|(?:无法|無法)找到|已被[删刪]除"),
    (r"ページ|記事", r"見つかりません|存在しません|削除され"),
    (r"페이지", r"찾을 수 없|존재하지 않|삭제되"),
)
_STATUS = (
    r"\b(?:40[0-4]|410|429|451|50[0-4])\b.{0,24}(?:error|not found|forbidden|unavailable|gateway)",
    r"(?:error|fehler|erreur|erro|errore|fout|fel|błąd|ошибка|помилка|hata|خطأ|エラー|错误|錯誤|오류)"
    r"\W{0,3}(?:40[0-4]|410|50[0-4])\b",
    r"^\W*(?:40[34]|500|50[234])\W*$",
    r"internal server error|bad gateway|temporarily unavailable|backend fetch failed",
    r"(?:can.t|cannot|could not|couldn.t|unable to) (?:find|locate|load|connect to)"
    r"\W(?:\w+\W){0,4}(?:page|article|site|server|story)\b",
    r"nothing (?:was )?found (?:at|here)|something went wrong (?:on our|with)",
    r"access (?:to this page has been )?denied|zugriff verweigert|accès refusé"
    r"|acceso denegado|acesso negado|accesso negato|доступ запрещ[её]н",
    r"找不到(?:页面|網頁|网页|頁面)|ไม่พบหน้า|không tìm thấy trang|nie znaleziono strony",
)
_MACHINES = (
    r"(?:checking|verifying) (?:if the site|your browser)|security of your connection",
    r"verify (?:that )?you are (?:a )?human|confirm (?:that )?you are a human|not a robot"
    r"|are you a (?:robot|human)|unusual (?:traffic|activity) from your",
    r"^just a moment|attention required|you have been blocked|disable any ad ?blocker",
    r"(?:enable|turn on|activate) (?:javascript|js)\b|javascript is (?:disabled|required)",
    r"not available in your (?:country|region|location)|due to legal reasons",
    r"\b(?:net::)?err_[a-z]+_[a-z_]+|connection is not private|(?:potential )?security risk",
    r"trouble finding that site|^no internet$|problem loading page|has not archived that",
)
ERROR = re.compile(
    "|".join(
        (
            *(rf"(?:{thing})\b.{{0,60}}?(?:{said})" for thing, said in _MISSING),
            *(rf"(?:{thing}).{{0,20}}?(?:{said})" for thing, said in _MISSING_UNSPACED),
            *(rf"(?:{said})\b.{{0,24}}?(?:{thing})" for thing, said in _MISSING[:2]),
            *_STATUS,
            *_MACHINES,
        )
    ),
    re.MULTILINE,
)

# The sentence with which a page asks for consent.
WALL = re.compile(
    r"we (?:and our (?:\d+ )?(?:\w+ )?(?:partners|vendors)|use cookies|value your privacy"
    r"|care about your privacy)|before you continue to|this (?:web)?site uses cookies"
    r"|wir (?:und unsere (?:\d+ )?partner|verwenden cookies|benötigen ihre (?:zustimmung"
    r"|einwilligung))|bevor sie (?:fortfahren|weiterlesen)|mit werbung (?:und tracking|weiterlesen)"
    r"|ohne werbetracking|unsere (?:\d+ )?partner"
    r"|nous (?:et nos (?:\d+ )?partenaires|utilisons des cookies)|avec votre consentement"
    r"|continuer sans accepter|respect de votre vie privée"
    r"|(?:nosotros y nuestros|utilizamos|usamos) (?:\d+ )?(?:socios|cookies)"
    r"|nuestros (?:\d+ )?socios|noi e (?:i nostri|terze parti)"
    r"|utilizziamo (?:i )?cookie|wij (?:en onze partners|gebruiken cookies)"
    r"|(?:my i nasi partnerzy|używamy plików cookie)|zgod[aęy] na przetwarzanie"
    r"|мы используем (?:файлы )?cookie|ми використовуємо (?:файли )?cookie"
    r"|nós e (?:os )?nossos parceiros|vi og våre partnere|vi (?:använder|bruger|bruker) cookies"
    r"|käytämme evästeitä|používáme (?:soubory )?cookie|sütiket használ|folosim cookie"
    r"|çerez(?:ler)?(?:i|den)? kullan|χρησιμοποιούμε cookie|(?:cookie|クッキー)の?を?(?:使用|利用)"
    r"|使用(?:了)? ?cookie|쿠키를 사용",
)
# Words of such pages; many of them close together make one.
CONSENT = re.compile(
    r"cookie|consent|privacy|personal(?:i[sz]ed)? (?:data|ad|content)|legitimate interest|vendors"
    r"|accept all|reject all|einwillig|zustimm|datenschutz|personenbezogen|akzeptier|tracking"
    r"|widerruf|vie privée|partenaires|données personnelles|accepter|consentimiento"
    r"|datos personales|aceptar|rechazar|privacid|socios|privacidade|dati personali|accett"
    r"|acconsent|toestemming|persoonsgegevens|zgod[aęy]\b|danych osobowych|partnerów"
    r"|персональн|личны[ех] данны|samtyck|samtykke|personuppgift|evästei|sütik|çerez"
    r"|クッキー|同意|個人情報|个人信息|쿠키|동의|개인정보",
)

# How a text ends that goes on elsewhere.
CUT = re.compile(
    r"(?:\[\s*(?:…|\.{3})\s*\]|…|\.{3})$"
    r"|(?:continue reading|read (?:more|the full (?:story|article))|keep reading|weiterlesen"
    r"|mehr lesen|lire la suite|(?:leer|seguir) (?:más|leyendo)|leggi tutto|continua a leggere"
    r"|lees (?:meer|verder)|leia mais|czytaj (?:dalej|więcej)|читать (?:далее|полностью)"
    r"|続きを読む|阅读全文|閱讀全文|더 보기|devamını oku)\W*$"
    r"|\n\W*(?:continue reading|(?:read|view) the (?:full|whole|entire|original|rest)|full story"
    r"|zum (?:vollständigen|ganzen|original)|(?:vollständigen|ganzen) (?:artikel|beitrag)"
    r"|lire l.article|leer (?:el artículo|la noticia|la nota) complet|leggi l.articolo"
    r"|ler (?:a )?(?:matéria|notícia) complet|läs hela|les hele|læs hele|lees het hele)"
    r"[^\n]{0,50}$",
)

PAYWALL = re.compile(
    r"(?:subscribe|sign (?:in|up)|register|log ?in|join)(?: now)? (?:to|and)"
    r" (?:continue|keep|read|unlock|view)"
    r"|to (?:continue|keep|finish) reading|already (?:a |an )?(?:subscriber|subscribed|member)"
    r"|(?:subscribers?|members?)[- ]only|(?:unlock|read) the (?:full|rest|whole|entire)"
    r"|for (?:paying|paid) (?:subscribers|members)|(?:limit|number) of free (?:articles|stories)"
    r"|(?:weiterlesen|lesen sie weiter) mit|jetzt (?:abonnieren|weiterlesen|freischalten)"
    r"|nur für abonnent|(?:diesen|der) artikel (?:ist kostenpflichtig|freischalten)"
    r"|mit \w+ ?plus lesen|abonnent(?:en|innen)\W{1,3}(?:\w+ ){0,3}vorbehalten"
    r"|exklusiv für (?:\w+ )?abonnent"
    r"|réservée? (?:aux|à nos) abonnés|la suite est réservée|abonnez-vous pour"
    r"|il vous reste \d+(?:[.,]\d+)?\s?%"
    r"|(?:suscr[ií]bete|inicia sesión) (?:para|y) (?:seguir|continuar|leer)"
    r"|para (?:seguir|continuar) leyendo|(?:exclusivo|solo|sólo) para (?:suscriptores|abonados)"
    r"|(?:exclusivo|conteúdo) para assinantes|assine para (?:ler|continuar)|continue lendo"
    r"|(?:abbonati|accedi) per (?:continuare|leggere)|riservato agli abbonati"
    r"|alleen voor abonnees|verder lezen\?|kun for abonnenter|för prenumeranter|for abonnenter"
    r"|(?:prenumerant|prenumerera|logga in).{0,30}läsa vidare|(?:lese|læse) videre|vain tilaajille"
    r"|tylko dla (?:subskrybentów|prenumeratorów)|только (?:для )?подписчик|оформите подписку"
    r"|jen pro předplatitele|abonelere özel"
    r"|会員限定|有料会員|この記事は有料|続きを読むには|订阅后(?:继续)?阅读|付费(?:阅读|内容)"
    r"|會員專屬|会员专享|구독자 전용|유료 ?회원|للمشتركين فقط",
)


def small_letters(text: str) -> str:
    """The text without capitals, of the same length: what is found stands where it stood."""
    return text.replace("İ", "i").lower()
