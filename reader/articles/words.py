"""The words by which lines of a page say that they are not the story."""

import re

# A heading or a line that opens a block of further stories, adverts or the page's own matters.
_TAIL_WORDS = (
    # English
    "related",
    "more (?:from|on|stories|news|articles|in)",
    "read (?:more|next|also|on|the full)",
    "see (?:also|more)",
    "also (?:read|see|on|in)",
    "you (?:may|might|could) (?:also )?(?:like|be interested|enjoy|have missed)",
    "quick ?links",
    "contact us$|work with us$|support us$",
    "recommended",
    "trending",
    "most (?:read|popular|viewed|recent|commented)",
    "popular (?:posts?|articles?|stories|now|on)",
    "latest (?:news|posts?|articles?|stories|from|videos?)",
    "recent (?:posts?|articles?|stories|news)",
    "top stories",
    "up next",
    "next (?:article|story|post|up)",
    "previous (?:article|story|post)",
    "don.t miss",
    "further reading",
    "what to read next",
    "share (?:this|on|the|via|with)",
    "comments?$",
    "leave a (?:comment|reply)",
    "post a comment",
    "join the (?:conversation|discussion)",
    "(?:view|show|load) (?:all |more )?(?:\\d+ )?comments",
    "subscribe",
    "sign up",
    "newsletters?",
    "get (?:the|our) (?:latest|newsletter|best)",
    "follow (?:us|me|@)",
    "about (?:the )?authors?",
    r"tags?\s*(?::|$)",
    r"topics?\s*(?::|$)",
    "filed under",
    "advertis(?:ement|ing)",
    "sponsored",
    "promoted",
    "all rights reserved",
    "(?:the )?(?:story|article|post|content) continues (?:below|after)|continue reading below",
    r"scroll (?:down )?(?:to|for)\b|loading\W*$|click here to (?:join|follow|subscribe|read)",
    "copyright",
    # German
    "mehr (?:zum|zu|aus|von|artikel|news)",
    "lesen sie (?:auch|mehr|hier)",
    "auch lesen",
    "lies auch",
    "auch interessant",
    "das könnte (?:sie|dich)",
    "weitere (?:artikel|themen|news|beiträge|meldungen)",
    "ähnliche (?:artikel|beiträge|themen)",
    "verwandte (?:artikel|themen|beiträge)",
    "meistgelesen|meist gelesen|beliebt\\W*$",
    "siehe auch",
    "kommentare?$",
    "schreibe einen kommentar",
    "anzeige$|weiter nach der anzeige|(?:artikel|text) geht (?:unten|nach der anzeige) weiter",
    "teilen$",
    "schlagw[oö]rt(?:er|e)?",
    # French
    "à lire (?:aussi|également)",
    "lire (?:aussi|la suite|également)",
    "voir aussi|(?:vous aimerez|vous pourriez aimer)(?: aussi)?",
    "sur le même (?:sujet|thème)",
    "articles? (?:liés?|similaires?|connexes?|recommandés?)",
    "les plus lus",
    "publicité|la suite après (?:la|cette) publicité",
    "partager",
    "commentaires?$",
    "abonnez-vous",
    # Spanish, Portuguese, Italian
    "(?:lea|lee|leer|leia|veja|vea|ver|saiba|leggi|vedi|mira) "
    "(?:también|además|más|tambem|também|mais|anche)",
    "(?:te|le) puede interesar",
    "(?:noticias|artículos|notas|temas|notícias|artigos|matérias|articoli|post) "
    "(?:relacionad[oa]s|correlati|relacionados)",
    "más (?:noticias|leídas?|información|en|sobre)",
    "mais (?:lidas|notícias|sobre)",
    "potrebbe interessarti",
    "publicidad[e]?|contin[uú]a (?:debajo|después|após|depois|dopo) d|anuncios?$",
    "pubblicità",
    "comp[aá]rt(?:ir|ilhar|e|ilhe)",
    "condividi",
    "comentarios?$|comentários?$|commenti$",
    "suscr[ií]bete|inscreva-se|iscriviti|assine",
    "etiquetas?",
    # Dutch, Nordic, Slavic, Turkish
    "lees (?:ook|meer|verder)",
    "meer (?:over|nieuws|artikelen|lezen)",
    "gerelateerd",
    "læs (?:også|mere)",
    "läs (?:också|även|mer)",
    "les (?:også|mer)",
    "relater(?:et|ade|te)",
    "czytaj (?:też|także|również|więcej)|dalsza część (?:artykułu|tekstu)",
    "zobacz (?:też|także|również)",
    "polecane|powiązane",
    "читайте (?:также|ещё|еще|по теме)",
    "(?:по теме|похожие|материалы по теме|другие новости|смотрите также)",
    "читайте також",
    "přečtěte si|související|mohlo by vás",
    "[iİ]lg[iİ]l[iİ] (?:haber|konu)(?:ler|lar)?",
    # What readers say below a story; in the singular, some words for it head a commentary.
    r"(?:leser(?:meinungen|kommentare)|kommentarer|kommentit|reacties|komentarze|komentáře"
    r"|komentáre|komentari|hozzászólások|comentarii|yorumlar|комментарии|коментарі|коментари"
    r"|σχόλια|תגובות|التعليقات|تعليقات|نظرات|टिप्पणियाँ|মন্তব্য|ความคิดเห็น"
    r"|bình luận|评论|評論|留言|コメント|댓글)\W*\d*\W*$",
    "annonse?$|annonce$|mainos$|reklam[ay]?$|реклама$|продолжение после рекламы|διαφήμιση$",
    "פרסומת$|إعلان$|विज्ञापन$|広告$|广告$|廣告$|광고$|iklan$|quảng cáo$|โฆษณา$",
    "bunlar da ilginizi",
    # The rest of Europe
    "lue (?:myös|lisää)",
    "(?:olvass(?:a|on)? (?:el|tovább)|ezt is olvassa|kapcsolódó)",
    "cite[sș]te (?:[sș]i|mai)|citi[tț]i [sș]i",
    "llegiu (?:també|més)|també us pot interessar",
    "(?:pro)?čitajte (?:i|još|više|također|takođe)|прочитајте (?:и|још)|pročitajte",
    "(?:прочетете|вижте|четете) (?:още|също|и)",
    "prečítajte si|čítajte (?:aj|tiež)",
    "preberite (?:tudi|še)",
    "(?:taip pat )?skaitykite|lasi(?:et)? (?:arī|vēl)|loe (?:ka|lisaks|veel)",
    "lexo(?:ni)? (?:edhe|gjithashtu|më)",
    "також читайте",
    "կարդալ նաև|կարդացեք նաև",
    "(?:ასევე )?წაიკითხეთ",
    # Greek, Hebrew, Arabic, Persian, Urdu, India's languages
    "קראו (?:גם|עוד)|לקריאה נוספת|כתבות (?:קשורות|נוספות)|עוד בנושא",
    "مزید پڑھیں|یہ بھی پڑھیں",
    "மேலும் (?:படிக்க|வாசிக்க)|இதையும் படி",
    "ఇవి కూడా చదవండి|ఇది కూడా చదవండి",
    "हे(?:ही| देखील)? वाचा|આ પણ વાંચો|ഇതും വായിക്കുക",
    "διαβάστε (?:επίσης|ακόμη|ακόμα|και)",
    "δείτε (?:επίσης|ακόμη)",
    "اقرأ (?:أيضا|أيضًا|ايضا|المزيد)",
    "مواضيع ذات صلة|أخبار ذات صلة|ذات صلة",
    "بیشتر بخوانید|مطالب مرتبط|اخبار مرتبط",
    "यह भी पढ़ें|ये भी पढ़ें|संबंधित",
    "আরও পড়ুন|আরো পড়ুন|সম্পর্কিত",
    # Chinese, Japanese, Korean, Indonesian, Vietnamese, Thai
    "相关(?:阅读|新闻|文章|推荐|链接)|推荐阅读|延伸阅读|更多(?:新闻|精彩)?|热门(?:新闻|文章)|責任編輯|责任编辑",
    "相關(?:閱讀|新聞|文章)|延伸閱讀",
    "関連(?:記事|ニュース|リンク|キーワード)|あわせて読みたい|おすすめ記事|人気記事|ランキング",
    "관련 ?(?:기사|뉴스)|많이 본|추천 ?(?:기사|뉴스)",
    "baca (?:juga|selengkapnya|lagi)",
    "basahin (?:rin|din)|soma (?:pia|zaidi)",
    "artikel terkait|berita terkait",
    "xem thêm|tin liên quan|đọc thêm",
    "อ่านเพิ่มเติม|ข่าวที่เกี่ยวข้อง",
)
TAIL_LINE = re.compile(
    r"^\W{0,4}(?:" + "|".join(_TAIL_WORDS) + r")(?!\w)",
    re.IGNORECASE,
)

# Words of lines that stand below a story without being part of it.
NETWORKS = re.compile(
    r"facebook|instagram|twitter|youtube|tiktok|linkedin|pinterest|whatsapp|telegram|messenger"
    r"|bluesky|mastodon|snapchat|threads|flipboard|spotify|微信|微博|카카오|вконтакте",
    re.IGNORECASE,
)
OFFERS = re.compile(
    r"newsletters?|subscri(?:be|ption)|abonnieren|abonnez|suscr[ií]b|assine|inscreva|iscriviti"
    r"|abonneer|prenumerera|подпи(?:сывайтесь|шитесь|саться)|メルマガ|订阅|訂閱|구독",
    re.IGNORECASE,
)
ORIGINS = re.compile(
    r"^\W*(?:this (?:story|article|post|piece|essay|column|interview)(?: \w+){0,4}?"
    r" (?:published|posted|produced|written|developed|appeared|appears|adapted|excerpted)\b"
    r"|originally (?:published|posted|appeared)|editor.s note|note from the editor"
    r"|dieser (?:artikel|text|beitrag) (?:ist (?:zuerst )?|)erschien"
    r"|cet article (?:est paru|a été publié|provient)|este (?:artículo|artigo) (?:fue|foi) publi"
    r"|questo articolo è (?:stato pubblicato|apparso))",
    re.IGNORECASE,
)
