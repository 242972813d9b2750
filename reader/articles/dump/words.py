"""Words that pages of many languages use for themselves, beside their story."""


def any_of(phrases: str) -> str:
    """One pattern out of lines of phrases."""
    return "|".join(phrases.strip().splitlines())


def _names(names: str) -> frozenset[str]:
    return frozenset(any_of(names).split("|"))


# Lines that are nothing but a button, a share link or a jump mark, without case and marks.
BUTTONS = _names("""
share|tweet|email|e-mail|mail|print|comment|comments|comments off|save|save story|copy link|copy
link|close|menu|search|home|next|previous|prev|back|back to top|top|skip|play|pause|mute|unmute
replay|video|videos|watch|watch video|listen|image|images|photo|photos|gallery|slideshow
advertisement|advertising|ad|ads|sponsored|sponsored content|promoted|skip advertisement|sign in
sign up|log in|login|logout|register|subscribe|subscribe now|donate|follow|follow us|follow me
more|read more|see more|show more|load more|view more|view all|see all|view gallery
read full story|full story|continue reading|continue reading below|story continues below
article continues below|story continues|story continues below advertisement
article continues after advertisement|continue|accept|accept all|manage|ok|got it|cancel|submit
send|go|edit|reply|report|like|font size|text size|listen to article|click to skip ad|next story
explore news|toggle navigation|open menu|close menu|main menu|navigation|all rights
add to favorites|bookmark|download|embed|caption|transcript|autoplay|live|new|advertise
subscribe to our newsletter|view comments|add a comment|post a comment|show comments|ad feedback
show caption|hide caption|print this article|report error|comment on this story|top video
live now|modal title|search form|story timeline|read the letter|advertisement feature|false
loading|loading…|sort by|newest|oldest|log out|my account|account|hide|show|enlarge image
toggle caption|open image|view image|expand|just watched|must watch|more videos|now playing
up next|sponsor|learn more|shop now|contents|table of contents|in this article|on this page
jump to|featured|featured post|buy now|check price|teilen|drucken|merken|anzeige|werbung|suche
anmelden|kommentare|startseite|mehr|weiterlesen|abonnieren|schließen|artikel drucken
zum inhalt springen|vorlesen|partager|imprimer|publicité|rechercher|se connecter|s'abonner
commenter|accueil|fermer|lire la suite|réagir|envoyer|compartir|imprimir|publicidad|buscar
iniciar sesión|suscríbete|comentarios|inicio|cerrar|leer más|condividi|stampa|pubblicità|cerca
accedi|abbonati|commenti|chiudi|leggi tutto|compartilhar|compartilhe|publicidade|entrar|assine
comentários|fechar|ouvir|leia mais|delen|afdrukken|advertentie|zoeken|inloggen|reacties|sluiten
lees meer|dela|skriv ut|annons|sök|logga in|kommentarer|del|annonse|søk|logg inn|del artikel|jaa
mainos|haku|kirjaudu|udostępnij|drukuj|reklama|szukaj|zaloguj się|komentarze|sdílet|tisk|hledat
přihlásit se|diskuse|megosztás|hirdetés|keresés|paylaş|yazdır|reklam|ara|giriş yap|yorumlar
bagikan|cetak|iklan|cari|masuk|chia sẻ|quảng cáo|tìm kiếm|đăng nhập|поделиться|печать
распечатать|реклама|поиск|войти|комментарии|подписаться|читать далее|меню|главная|поділитися
пошук|увійти|κοινοποίηση|αναζήτηση|مشاركة|شارك|طباعة|إعلان|بحث|تسجيل الدخول|تعليقات|القائمة
الرئيسية|اشترك|اشتراک|چاپ|جستجو|תגובות|שתף|שיתוף|הדפסה|פרסומת|חיפוש|शेयर करें|विज्ञापन|खोजें
लॉग इन|टिप्पणियाँ|শেয়ার|শেয়ার করুন|বিজ্ঞাপন|প্রিন্ট|মন্তব্য|প্রচ্ছদ|แชร์|โฆษณา|ค้นหา
เข้าสู่ระบบ|分享|打印|广告|廣告|搜索|登录|登入|评论|留言|首页|首頁|返回顶部|关闭|更多|收藏|印刷|シェア|ツイート|検索|ログイン|広告|コメント|ホーム|閉じる
続きを読む|공유|공유하기|인쇄|광고|검색|로그인|댓글|홈|닫기|목록|인쇄하기|뒤로가기
""")

# A line made of these alone is a row of share buttons, even when the words run together.
SHARE_WORDS = _names("""
facebook|twitter|x|linkedin|linked|in|whatsapp|telegram|pinterest|reddit|email|mail|e|print
share|tweet|instagram|youtube|tiktok|flipboard|messenger|tumblr|icon|logo|rss|viber|vk|weibo
wechat|line|copy|link|google|plus|on|via|follow|us|this|by|to|threads|bluesky|mastodon|xing
pocket|skype|sms|comment|comments|save|more|pin|it|snapchat|odnoklassniki|微信|微博|qq空间|facebookで
""")

# These head what readers say; no story goes on behind it.
COMMENT_HEADS = r"""
(?:\d+\s+)?comments?(?:\s*[(:#\d]|$)
(?:leave|post|add|write)\s+(?:a|your)\s+(?:reply|comment|response)
(?:view|show|read|see)\s+(?:all\s+)?(?:\d+\s+)?comments
(?:\d+|one|two|three)\s+(?:responses?|replies|thoughts?)\s+(?:to|on)\b
join\s+the\s+(?:conversation|discussion)|start\s+the\s+conversation|have\s+your\s+say
discussion\s*(?:\(|\d)|reader\s+(?:comments|interactions)|your\s+email\s+address\s+will\s+not
(?:\d+\s+)?(?:kommentare?|commentaires?|comentarios|commenti|comentários|reacties|kommentarer|komentarze|yorumlar|комментари[йяеи]+|σχόλια)\s*(?:[(:\d]|$)
kommentieren|deja\s+(?:un|tu)\s+(?:comentario|respuesta)|lascia\s+un\s+commento
deixe\s+(?:um|seu)\s+comentário|laissez\s+un\s+commentaire|оставить\s+комментарий|bình\s+luận
komentar\s*(?:[(:\d]|$)
(?:التعليقات|تعليقات|نظرات|תגובות|टिप्पणियां|টি\s+মন্তব্য|মন্তব্য|网友评论|评论|发表评论|發表評論|コメント|댓글|แสดงความคิดเห็น)\s*(?:[(:（：\d]|$)
"""

# These head boxes of other stories and offers, behind the story or between its paragraphs.
END_HEADS = r"""
актуально$|больше\s+новостей|лента\s+новостей|главное\s+(?:сегодня|за\s+день)
новости\s+по\s+теме|精彩(?:视频|推荐|图集|影片)|视频推荐|今日(?:热点|推荐)|what\s+do\s+you\s+think
subscribe\s+to\s+read|more\s+(?:from|on|in|by|like)\s+(?:this|the|our|us)\b.{0,40}$
more\s+(?:stories|news|articles|headlines|posts)\b
most\s+(?:read|viewed|popular|shared|commented|watched)|top\s+stories|trending\b
latest\s+(?:news|stories|posts|articles|headlines)|more\s+(?!than\b)[\w'+-]+(?:\s+\w+){0,2}$
popular\b|featured\b|recommended\b|você\s+pode\s+gostar|share\s+your\s+thoughts
you\s+(?:may|might|ll|'ll|’ll)\s+(?:also\s+)?(?:like|enjoy|be\s+interested)
what\s+to\s+read\s+next
(?:related|similar|recent|popular|further|other|editor'?s|featured)\s+(?:news|stor|article|post|content|topic|read|link|video|cover|pick|entr|item|product|search|tag|resource|guide)\w*
read\s+(?:next|also)\s*:?$|read\s+more\s+(?:about|on|from|in)\b|around\s+the\s+web
from\s+(?:around|our)\b.{0,40}$|up\s+next$|next\s+(?:story|article|post)
previous\s+(?:story|article|post)|about\s+the\s+authors?
share\s+(?:this|the)\s+(?:story|article|post|page|entry)|follow\s+us|connect\s+with\s+us
contact\s+us$|sign\s+up\s+(?:for|to)\b|get\s+(?:our|the)\s+(?:\w+\s+)?newsletter
(?:our|free|daily|weekly)?\s*newsletters?$|subscribe\s+(?:to|for)\s+(?:our|the)\b
(?:tags?|topics?|filed\s+under|categories|posted\s+in|keywords)\s*:
(?:tags?|topics?|tagsterms)\s*:?$|related$|about\s+us$|privacy\s+policy
kommentare?(?:\s*[(:#\d]|$)|mehr\s+(?:zum\s+thema|zu[rm]?|aus|von)\b|lesen\s+sie\s+auch
das\s+könnte\s+sie|meistgelesen|ähnliche\s+artikel|newsletter\s+abonnieren
weitere\s+(?:artikel|meldungen|themen|nachrichten)|schlagw|neueste\s+(?:artikel|beiträge)
artikel\s+kommentieren|forum\s+zum\s+thema|(?:\d+\s+)?commentaires?|lire\s+aussi\s*:?$
à\s+lire\s+aussi|sur\s+le\s+même\s+(?:sujet|thème)|les\s+plus\s+lus
articles?\s+(?:liés|similaires|associés)|réagissez|vos\s+réactions|dans\s+la\s+même\s+rubrique
inscrivez-vous|(?:\d+\s+)?comentarios|más\s+(?:noticias|leídas|información|sobre)
noticias\s+relacionadas|te\s+puede\s+interesar|lo\s+más\s+(?:leído|visto)
deja\s+(?:un|tu)\s+(?:comentario|respuesta)|etiquetas|temas\s+relacionados|archivado\s+en
(?:\d+\s+)?commenti|leggi\s+anche|articoli\s+correlati|potrebbe(?:ro)?\s+interessarti
i\s+più\s+letti|lascia\s+un\s+commento|ultime\s+notizie|(?:\d+\s+)?comentários
leia\s+(?:também|mais)|notícias\s+relacionadas|mais\s+(?:lidas|notícias|sobre)|veja\s+também
deixe\s+(?:um|seu)\s+comentário|posts?\s+relacionados|(?:\d+\s+)?reacties|lees\s+(?:ook|verder)
meer\s+(?:over|nieuws|artikelen)|meest\s+gelezen|gerelateerd
(?:\d+\s+)?kommentar(?:er|arer)?\s*(?:\d|\(|$)|läs\s+(?:också|även|mer)
mest\s+(?:läst|lest|læste)|les\s+også|læs\s+også|relaterade?|lue\s+myös
zobacz\s+(?:też|także|również)|czytaj\s+(?:też|także|więcej)|komentarze|najczęściej\s+czytane
powiązane|čtěte\s+(?:také|více)|související|diskuse|kapcsolódó|citește\s+și|ilgili\s+haberler
yorumlar|yorum\s+yap|benzer\s+haberler|baca\s+juga|berita\s+terkait|komentar|tin\s+liên\s+quan
bình\s+luận|có\s+thể\s+bạn\s+quan\s+tâm|комментари|читайте\s+также|читайте\s+по\s+теме|по\s+теме
похожие|другие\s+новости|последние\s+новости|популярное|самое\s+читаемое|смотрите\s+также|теги
оставить\s+комментарий|коментар|читайте\s+(?:також|ще)|вижте\s+още|διαβάστε\s+(?:επίσης|ακόμα)
σχόλια|σχετικά\s+(?:άρθρα|νέα)|التعليقات|تعليقات|اقرأ\s+(?:أيضا|أيضًا|أيضاً|المزيد)
أخبار\s+ذات\s+صلة|مواضيع\s+(?:ذات|متعلقة|مرتبطة)|الأكثر\s+قراءة|شاهد\s+أيضا|كلمات\s+مفتاحية|وسوم
نظرات|اخبار\s+مرتبط|مطالب\s+مرتبط|תגובות|כתבות\s+נוספות|מאמרים\s+נוספים|ये\s+भी\s+पढ़ें
यह\s+भी\s+पढ़ें|संबंधित|टिप्पणि|আরও\s+পড়ুন|আরো\s+পড়ুন|সম্পর্কিত|মন্তব্য|সর্বশেষ|সর্বাধিক
แสดงความคิดเห็น|ข่าวที่เกี่ยวข้อง|แท็ก|相关(?:新闻|阅读|文章|报道|推荐|链接)|相關(?:新聞|文章|報導)|延伸閱讀|延伸阅读|推荐阅读
猜你喜欢|热门|熱門|评论|留言|网友评论|发表评论|责任编辑|責任編輯|标签|標籤|上一篇|下一篇|更多(?:新闻|文章|内容)|関連(?:記事|ニュース|リンク|キーワード)
あわせて読みたい|おすすめ(?:記事)?|人気記事|コメント|ランキング|最新記事|관련\s*기사|많이\s*본|댓글|추천\s*기사|인기\s*기사|최신\s*기사|주요\s*뉴스
"""

# A line of the page's own law or trade; never a sentence of the story.
LEGAL = r"""
^i\s+(?:agree|accept|consent)\s+to\b|未经(?:授权|许可|书面)|不得转载|转载请注明|独家所有|無断(?:で|複製)|轉載請|©
\(c\)\s*(?:19|20)\d\d|copyright\b|all\s+rights\s+reserved|alle\s+rechte|tous\s+droits
todos\s+(?:los\s+)?(?:os\s+)?(?:derechos|direitos)|tutti\s+i\s+diritti|все\s+права
wszelkie\s+prawa|her\s+hakkı|جميع\s+الحقوق|版权所有|版權所有|無断転載|무단\s*전재|저작권자|সর্বস্বত্ব
cookies?\s+(?:policy|settings|preferences|on\s+your|to\s+(?:improve|give|ensure|enhance|provide|personali))
(?:uses?|using|store|accept)\s+(?:\w+\s+)?cookies|cookies?\s+(?:zu|pour|para|per|om)\b
nutz\w*\s+(?:\w+\s+){0,3}cookies|utilis\w+\s+(?:\w+\s+){0,3}cookies|файлы\s+cookie|使用\s*cookie
privacy\s+(?:policy|notice|statement)
terms\s+(?:of\s+(?:use|service)|and\s+conditions|&\s+conditions)
by\s+(?:signing\s+up|subscribing|continuing|clicking|submitting|registering)\b
datenschutzerklärung|politique\s+de\s+confidentialité
email\s+address\s+will\s+not\s+be\s+published|required\s+fields\s+are\s+marked
may\s+not\s+be\s+(?:published|reproduced|copied)|quotes\s+delayed
do(?:es)?\s+not\s+endorse\s+any|moderation\s+decisions
comments\s+are\s+(?:closed|moderated|subject)|enable\s+javascript
browser\s+(?:does\s+not|doesn't)\s+support|ad\s?-?blocker
registered\s+(?:trademark|in\s+england|office)|affiliate\s+(?:links?|commission)
earn\s+(?:a\s+)?(?:small\s+)?commission|protected\s+by\s+recaptcha|notify\s+me\s+of
save\s+my\s+name,?\s+email|an?\s+email\s+has\s+been\s+sent|check\s+your\s+(?:inbox|email)
unsubscribe\s+(?:at\s+)?any\s*time|opt\s+out\s+at|renews\s+automatically|cancel\s+anytime
you\s+must\s+be\s+logged\s+in|request\s+unsuccessful
"""

# Lines set between the paragraphs of a story that speak of the page, not of the news.
PROMOS = r"""
(?:lire|voir|leer|leggi|lesen|läs|les|lees|читать|baca)\s*[:：]\s
(?:also\s+)?read(?:\s+(?:more|also|next|on|this|here))?\s*[:|»>–—-]|read\s+(?:more|also)\b
also\s+read\b|see\s+also\s*[:|]|related\s*:
(?:watch|listen|photos|video|gallery|pictures|explainer|analysis|opinion|in\s+pictures|more|live\s+updates)\s*:\s
must\s+read|don'?t\s+miss|click\s+(?:here|to|on)\b|tap\s+here
(?:get|download|install)\s+(?:the|our)\s+.{0,40}\bapp\b|learn\s+more\s+about\s+(?:our|us)
find\s+out\s+more\s+about\s+our
(?:subscribe|sign\s+up)\b.{0,60}\b(?:newsletter|channel|inbox|updates|alerts|daily|weekly|email|digital|podcast|free)
sign\s+up\s+(?:to|for)\b|subscribe\s+(?:to|for)\b|get\s+.{0,60}\b(?:in|to)\s+your\s+inbox
join\s+(?:us|our)\b|keep\s+updated|stay\s+(?:updated|informed|up\s+to\s+date|tuned)\b
follow\s+.{1,60}\b(?:on|google\s+news|channel|twitter|facebook|instagram|telegram|whatsapp|youtube)\b
like\s+us\s+on|support\s+(?:our|independent|us)\b|become\s+a\s+(?:member|subscriber|patron)
if\s+you\s+(?:like|enjoy)(?:ed)?\s+(?:this|what|our)|(?:story|article|report|text)\s+continues
continue\s+reading|scroll\s+(?:down|to)|advertisement\b|sponsored\s+(?:by|content)
this\s+(?:content|video|post|article)\s+is\s+(?:not\s+available|sponsored|provided)
quotes?\s+displayed|skip\s+(?:to|past|ad)\b|hide\s+caption|media\s+playback
listen\s+(?:to|live|back|now)\b.{0,60}\b(?:here|live|podcast)|support\s+\w+\s+(?:and|so)\b
do\s+you\s+rely|this\s+feature\s+is\s+not|report\s+(?:error|a\s+typo|an\s+error)
getty\s+images\b|chat\s+with\s+us|\d+\s+min(?:ute)?s?\s+(?:to\s+)?read
(?:est(?:imated)?\.?\s+)?reading\s+time|lesen\s+sie\s+(?:auch|mehr|hier)
mehr\s+(?:dazu|zum\s+thema)|zum\s+thema\s*:|lire\s+(?:aussi|également|la\s+suite)|à\s+lire
voir\s+aussi|(?:lea|lee|leer|mira|vea|ver)\s+(?:también|además|más)|te\s+recomendamos
leggi\s+(?:anche|tutto)|leia\s+(?:também|mais)|veja\s+(?:também|mais)|saiba\s+mais
lees\s+(?:ook|meer)|läs\s+(?:också|även|mer)|les\s+(?:også|mer)|læs\s+(?:også|mere)
czytaj\s+(?:też|także|więcej)|zobacz\s+(?:też|także)|čtěte\s+(?:také|více)|baca\s+juga
xem\s+thêm|ayrıca\s+oku|читайте\s+(?:также|також|нас|ещё)|смотрите\s+(?:также|такой)
подпис(?:ывайтесь|аться|ывайся)|підпис|διαβάστε|اقرأ\s+(?:أيضا|أيضًا|أيضاً|المزيد)|شاهد\s+أيضا
بیشتر\s+بخوانید|קראו\s+(?:גם|עוד)|यह\s+भी\s+पढ़|ये\s+भी\s+पढ़|আরও\s+পড়ুন|আরো\s+পড়ুন
อ่านเพิ่มเติม|延伸閱讀|延伸阅读|点击|更多精彩|扫码|关注|あわせて読みたい|続きを読む|▶|☞|더\s*보기
"""

# The same, wherever in a short block the words stand.
PROMOS_ANYWHERE = r"""
\bto\s+your\s+(?:e-?mail\s+)?inbox|sign(?:ing)?\s+up\s+for\b.{0,50}\bnewsletters?
e-?mail\s+newsletter|view\s+author\s+page|rate\s+this\s+(?:article|story|post)
(?:book\s+online|learn\s+more|read\s+more|find\s+out\s+more)\s*[❯›»→>]
try\s+it\s+(?:for\s+)?free|hear\s+what\s+you\s+think
(?:buy|shop|order)\s+(?:now\s+)?(?:on|from|at)\s+(?:one\s+of\s+our|amazon)
(?:supported|sponsored|paid\s+for|presented)\s+by\W*$|in\s+association\s+with\W*$
powered\s+by\s+\S+$|\binread\b|keep\s+updated|google\s+news\s+(?:channel|feed)
follow\s+(?:us|our|.{1,50}?(?:'s|s'))?\s?.{0,30}\bchannel\b
(?:whatsapp|telegram|youtube)\s+channel
for\s+(?:all\s+)?(?:the\s+)?latest\s+(?:news|updates).{0,60}\b(?:follow|download|visit)
(?:download|install)\s+(?:the|our)\s+.{0,40}\bapp\b|(?:subscribe|sign\s+up)\s+(?:to|for)\s+our\b
(?:click|tap)\s+here\s+(?:to|for)\b|by\s+clicking\s+here|newsletter\s+here
(?:folgen|abonnieren)\s+sie\s+(?:uns|unseren)|suivez-nous\s+sur|síg[ua]\w*nos\s+en|siga-nos
seguici\s+su|volg\s+ons\s+op|подпис\w+\s+на\s+(?:наш|телеграм|telegram)|наш\s+телеграм-канал
تابعونا\s+(?:على|عبر)|गूगल\s+न्यूज|গুগল\s+নিউজ|关注我们|公众号
"""

# Where a page keeps the rest of its story for those who pay.
PAYWALL = r"""
already\s+(?:subscribed|a\s+(?:subscriber|member))
subscribe\s+(?:now\s+)?to\s+(?:read|continue|unlock)|to\s+(?:continue|keep)\s+reading
to\s+read\s+the\s+(?:full|rest)|sign\s+in\s+to\s+(?:read|continue)
(?:unlock|read)\s+the\s+(?:full|rest\s+of\s+the)\s+(?:story|article)
this\s+(?:article|story|content)\s+is\s+(?:only\s+)?(?:for|available\s+to)\s+subscribers
læs\s+resten|for\s+at\s+læse\s+(?:denne|hele|resten|videre)|få\s+fuld\s+adgang
les\s+hele\s+saken|for\s+abonnenter|fortsätt\s+läsa\s+med|endast\s+för\s+prenumeranter
jetzt\s+weiterlesen|weiterlesen\s+mit|nur\s+für\s+abonnenten|diesen\s+artikel\s+(?:weiter)?lesen
réservé\s+aux\s+abonnés|pour\s+lire\s+la\s+suite|il\s+vous\s+reste\s+[\d.,]+\s*%
(?:contenido\s+)?(?:exclusivo|solo)\s+para\s+suscriptores|suscríbete\s+para\s+(?:seguir|leer)
contenuto\s+riservato|riservato\s+agli\s+abbonati|(?:exclusivo|conteúdo)\s+para\s+assinantes
assine\s+para|alleen\s+voor\s+abonnees|lees\s+verder\s+met
tylko\s+dla\s+(?:prenumeratorów|subskrybentów)
чтобы\s+(?:читать|прочитать)\s+(?:дальше|полностью)|только\s+для\s+подписчиков|この記事は(?:有料|会員)
会員限定|残り\s?[\d,０-９]+\s?文字|订阅后|登录后(?:阅读|查看)|訂閱(?:後|以)|유료\s*회원|구독\s*후
"""

# What an agency or a desk says of how the story came in; not part of it.
DISCLAIMERS = r"""
(?:views|opinions)\s+expressed\b.{0,60}\b(?:are|do|does)\s+(?:their|his|her|those|solely|not|own)
a\s+version\s+of\s+this\s+(?:article|story|post)\s+(?:appears|appeared|was|first|originally)
(?:only\s+the|except\s+for\s+the)\s+(?:headline|picture).{0,120}\b(?:reworked|edited|changed|modified)
(?:syndicated|wire|agency|news\s+agency)\s+(?:\w+\s+)?feed|auto-?generated\s+from
(?:has|have)\s+not\s+been\s+(?:edited|created|reviewed)\s+by
published\s+(?:from|via)\s+(?:a\s+)?(?:\w+\s+){0,2}(?:feed|syndicat)
without\s+(?:any\s+)?modifications?\s+to\s+the\s+text
"""

CREDITS = r"""
credit(?:\.{3}|…)|^©\s*(?:[^\d\s]+\s?){1,5}$
(?:file\s+)?(?:photos?|photographs?|photography|pictures?|pics?|images?|illustrations?|graphics?|sketch|video|screenshot|representational\s+(?:image|photo))(?:\s+(?:credits?|source|courtesy|illustration))?\s*(?:[:|©/]|\bby\b|\bvia\b|\bcourtesy\b)
credits?\s*:|source\s*:\s*(?:getty|reuters|ap|afp|epa)|(?:main\s+)?image\s+credit
image\s+(?:copyright|source|caption)|media\s+caption|fotos?(?:graf\w*|grafía|grafia)?\s*[:©/]
bilder?\s*[:©]|bild\s*:|quelle\s*:|photographies?\s*:|crédits?\s*(?:photo)?\s*:|imagen\s*:
crédito\s*:|foto\s+(?:di|de|van|av|von)\s|zdj\w*\s*[:.]|kuva\s*:|billede\s*:|fotoğraf\s*:
ảnh\s*:|ภาพ\s*:|фото\s*[:©/]|иллюстрация\s*:|снимка\s*:|φωτογραφ\w+\s*:|صورة\s*:|الصورة\s*:
تصویر\s*:|عکس\s*:|צילום\s*:|फोटो\s*:|तस्वीर\s*:|ছবি\s*:|图片?\s*[:：／]|圖片?\s*[:：／]|图源|摄影?\s*[:：／]
攝影?\s*[:：／]|写真\s*[:：＝=]|画像\s*[:：]|사진\s*[:=＝]|\[사진
"""
CREDIT_ENDS = r"""
[/(]\s*(?:getty|reuters|ap(?:\s+photo)?|afp|epa|bloomberg|shutterstock|imago|dpa|pa|xinhua|alamy|file|pool|istock|unsplash|pixabay|wikimedia|tass|ritzau|keystone|ansa|efe|lusa|belga|anp|ntb|tt|stt|pap|čtk|mti|pti|ani|ians|bss|unb|ap)\b[^()]{0,60}\)?\.?$
"""

AGES = r"""
\d{1,3}\s?(?:s|m|h|d|w|mo|y|min|mins|minutes?|hrs?|hours?|days?|weeks?|months?|years?)(?:\s+ago)?(?:\s*\||\s+(?:ago|read)\b|$)
vor\s+\d{1,3}\s+(?:min|stund|tag|woch)|il\s+y\s+a\s+\d{1,3}|hace\s+\d{1,3}|há\s+\d{1,3}
\d{1,3}\s+(?:минут|час|дн|days|ore|timer|uur|godzin)
"""

HOME = _names("""
home|homepage|startseite|start|accueil|inicio|portada|início|página inicial|voorpagina|hem|hjem
forside|forsiden|etusivu|strona główna|domů|úvod|főoldal|acasă|ana sayfa|anasayfa|beranda
trang chủ|главная|головна|начало|αρχική|الرئيسية|خانه|ראשי|होम|मुखपृष्ठ|প্রচ্ছদ|হোম|หน้าแรก|首页
首頁|主页|ホーム|トップ|홈|home page|front page|news home|you are here
""")

UPDATED = r"""
updat|modif|last\s+(?:edited|changed|revised)|revised|aktualisiert|zuletzt|geändert|stand\s*:
mis\s+à\s+jour|màj|actualiz|atualiz|aggiornat|bijgewerkt|gewijzigd|uppdatera|oppdatert|opdatere
päivitetty|aktualiz|frissít|güncel|diperbarui|cập\s+nhật|обновлен|обновлён|оновлен|ενημέρωση
تحديث|آخر\s+تعديل|به‌روز|עודכן|अपडेट|আপডেট|อัปเดต|更新|수정|업데이트
"""
PUBLISHED = r"""
publi|posted|first\s+published|created|issued|veröffentlicht|erstellt|gepubliceerd|publicerad
julkaistu|opublikowa|publikov|megjelen|yayın|diterbitkan|опубликован|опубліковано|δημοσίευση|نشر
منتشر|פורסם|प्रकाशित|প্রকাশ|เผยแพร่|发布|發布|公開|掲載|입력|등록|승인
"""
TOPICS = r"""
(?:related\s+)?(?:topics?|tags?|keywords?|subjects?)(?:\s+in\s+this\s+(?:story|article))?
filed\s+(?:under|in)|posted\s+in|tagged(?:\s+(?:with|under))?|more\s+on
schlagw(?:ort|örter|orte)|stichw(?:ort|örter|orte)|themen|mots[- ]clés|sujets|thèmes|étiquettes
etiquetas|temas|argomenti|tag|assuntos|tópicos|trefwoorden|onderwerpen|taggar|ämnen|emner
emneord|aiheet|avainsanat|tagi|tematy|štítky|témata|címkék|etichete|etiketler|konular|từ\s+khóa
теги|темы|метки|тематика|теми|ετικέτες|الوسوم|وسوم|كلمات\s+مفتاحية|مواضيع|برچسب‌?ها|תגיות|टैग
ট্যাগ|বিষয়|แท็ก|标签|標籤|关键词|關鍵詞|キーワード|タグ|키워드|태그
"""
COMPANY_ENDS = r"""
all\s+rights?\s+reserved|alle\s+rechte\s+vorbehalten|tous\s+droits\s+réservés
todos\s+(?:los|os)\s+(?:derechos|direitos)\s+reservados|tutti\s+i\s+diritti\s+riservati
все\s+права\s+защищены|جميع\s+الحقوق\s+محفوظة|版权所有|版權所有|company|limited|ltd|llc|inc|gmbh|co|corp
pvt|plc
"""
