"""The commonest words of languages that share a script."""

# Chosen so that neighbours (Danish and Norwegian, Czech and Slovak) can be told apart.
COMMON_WORDS = {
    "en": (
        "the of and to in is that was for it with as his on be at by this have from or had are "
        "but not they which you were their been has would will"
    ),
    "de": (
        "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es "
        "an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über"
    ),
    "fr": (
        "le la les de des et du en un une est que dans qui pour par sur au pas ne plus ce avec "
        "sont il elle mais ont aux cette ses été leur nous vous"
    ),
    "es": (
        "el la los las de que y en un una del se por con no para su al es lo como más pero sus "
        "ha fue este sobre también entre cuando hasta desde muy años"
    ),
    "pt": (
        "o a os as de que e do da em um uma no na para com não por se dos das ao mais foi como "
        "mas são pela pelo também seu sua até já ser está nos nas"
    ),
    "it": (
        "il di che la e per un in del della è non una sono con si da dei le al alla nel anche "
        "gli più ha i delle come lo ma dal questo stato nella essere degli"
    ),
    "nl": (
        "de het een van en in is dat op te voor met zijn niet aan er die om ook als bij naar "
        "maar uit door over wordt heeft nog worden hij werd zich deze meer"
    ),
    "ca": (
        "el la els les de que i en un una del per amb no als és ha dels al més va també seva "
        "seu aquesta aquest són han com però sobre ser entre fins"
    ),
    "gl": (
        "o a os as de que e do da en un unha non no na para con por dos das ao máis foi como "
        "pola polo tamén seu súa ata xa ser está nos ó é"
    ),
    "ro": (
        "de și în a la cu pe nu din care o un este pentru că mai au fost sau să ce prin după "
        "sunt al ale lui ca fi această acest dar între"
    ),
    "pl": (
        "i w na z do się nie że jest to o jak po za od dla co przez oraz ale są przy tym który "
        "która które być także był jego już ma może tylko"
    ),
    "cs": (
        "a v na se je že s z do o i to pro ve za k by jsou jako po ale od který která které "
        "bude byl jeho také podle už jen nebo při této více než"
    ),
    "sk": (
        "a v na sa je že s z do o aj to pre vo za k by sú ako po ale od ktorý ktorá ktoré bude "
        "bol jeho tiež podľa už len alebo pri tejto viac než"
    ),
    "hu": (
        "a az és hogy nem is egy van volt meg ez azt el de ki már csak mint még be lesz után "
        "volna ami szerint kell több aki lehet között ezt vagy nagyon"
    ),
    "sl": (
        "in je v na da se za so z ki pa tudi bi po ne kot od s je bil bila ob še ali pri iz do "
        "že bo lahko več jih zaradi po med kar"
    ),
    "hr": (
        "i je u na da se za su od s koji koja a kao će što ne te iz o do nije bi po koje ili "
        "sam samo nakon kako prema bio godine tijekom svibnja"
    ),
    "sr": (
        "i je u na da se za su od sa koji koja a kao će što ne iz o do nije bi po koje ili samo "
        "posle kako prema bio godine dve predsednik и је у на да се за су од са који која као "
        "ће што не из до није би по које или само после како према био године"
    ),
    "sq": (
        "e të në i me për një që nga dhe se ka së është u nuk më do janë kjo por ishte si pas "
        "edhe ky duke ndaj kanë shqipëri"
    ),
    "lt": (
        "ir į kad yra su iš bei tai kaip bet ar po per už apie buvo tik nuo dėl taip jau gali "
        "prie būti jo šio metų lietuvos kuris kurie"
    ),
    "lv": (
        "un ir ar no uz par ka kas arī pie tas bija gan kā vai lai pēc nav tika tā būs gada "
        "gadā latvijas savu tiek šo viņš jau"
    ),
    "et": (
        "ja on et ei oli ka kui see aga ning oma mis kes seda ta on ole pole siis välja pärast "
        "eesti aasta veel üle kohta selle tema"
    ),
    "fi": (
        "ja on ei että oli se hän mutta myös kun ovat joka mukaan sekä ole jos kuin tai hänen "
        "sen vuonna jonka vain ollut suomen olisi tämä nyt"
    ),
    "sv": (
        "och i att det som en på är av för med den till han har inte ett om var men jag de från "
        "vid kan så under också efter eller nu när sig"
    ),
    "da": (
        "og i at det er en til af på som for med der den de ikke har han et var ved men blev "
        "fra om kan sig også efter hun skal bliver mod hvor nu ud"
    ),
    "no": (
        "og i det er som en på til av for med at den har de ikke et han om var men seg fra ble "
        "vi etter kan skal også ved ut hun mot opp nå bare sier noe"
    ),
    "is": (
        "og í að á er það sem til við um með fyrir var en af ekki hann ég því frá eru hefur "
        "verið hún þess þeir þar ekki kom hafa segir"
    ),
    "tr": (
        "ve bir bu için da de ile olarak olan çok daha gibi en kadar sonra ise ne var ancak "
        "göre değil oldu olduğu şu ya her ben türkiye tarafından diye"
    ),
    "az": (
        "və bir bu üçün da də ilə olan daha kimi ən qədər sonra isə nə var ancaq görə deyil "
        "oldu olduğu bildirib azərbaycan tərəfindən edib olub"
    ),
    "uz": (
        "va bir bu uchun da ham bilan bo'lgan bo‘lgan edi esa yoki deb o‘z eng keyin emas "
        "qilish qildi o'zbekiston o‘zbekiston tomonidan"
    ),
    "id": (
        "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena kepada oleh "
        "saat bisa ada tersebut sebagai telah kata mereka sudah bahwa sejak warga"
    ),
    "ms": (
        "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke kerana kepada oleh "
        "boleh ada tersebut sebagai telah kata mereka sudah bahawa sejak beliau selepas berkata"
    ),
    "fil": (
        "ang ng sa na mga at ay si ni para ito kay hindi may isang niya siya kung nang mula "
        "dahil nila pero lang din umano naman"
    ),
    "vi": (
        "và của là có trong được cho với các một người những không đã này khi từ đến để về tại "
        "ra ông năm vào theo cũng như sẽ bị"
    ),
    "sw": (
        "ya na wa kwa ni katika la za cha kuwa kama hiyo lakini baada vya huyo watu yake "
        "alisema wake pia hii mwaka kwamba ambayo"
    ),
    "eu": (
        "eta da du ez bat ere dute izan dira baina zen egin dela den egiten duen beste hori "
        "baino nahi horrek dituzte ziren gabe"
    ),
    "cy": (
        "y yn i a o ar mae yr am ei wedi gan fod bod bydd oedd hefyd ond nid eu yw ac sydd wrth "
        "fel mewn"
    ),
    "af": (
        "die van en in is dat op te vir met sy nie aan hy om ook as by na maar uit deur oor "
        "word het nog was wat ’n hulle sal"
    ),
    "ru": (
        "и в не на что с по как из за от это но для к он его все также был мы уже после года до "
        "году о их она они быть при или так"
    ),
    "uk": (
        "і в не на що з як за від це але для до він його також та у про й після року їх вона "
        "вони бути під або щоб який яка є україни"
    ),
    "be": (
        "і ў не на што з як за ад гэта але для да ён яго таксама пра пасля года іх яна яны быць "
        "пад або каб які якая ёсць у"
    ),
    "bg": (
        "и в не на че се за от това но да до той му също са след година ги тя те е при или като "
        "които който по със ще"
    ),
    "mk": (
        "и во не на дека се за од ова но да до тој му исто се после година ги таа тие е при или "
        "како кои кој по со ќе"
    ),
    "kk": (
        "және бұл мен үшін болып деп бір бойынша туралы да де екен жылы осы қазақстан сондай "
        "болған еді"
    ),
    "ky": "жана бул менен үчүн болуп деп бир боюнча тууралуу да де эле жылы ошол кыргызстан болгон",
    "mn": "нь энэ байна юм бол гэж болон болох байгаа монгол улсын хийх гэсэн тухай",
    "tg": "ва дар аз ба ки бо ин барои он аст шуд буд низ тоҷикистон кард мебошад",
    "ar": (
        "في من على إلى أن التي عن مع هذا الذي ما كان قال هذه بعد لا خلال بين كما أو إن وقد قد "
        "لم حيث عام ذلك"
    ),
    "fa": (
        "و در به از که این را با است برای آن یک خود تا شد بر هم شده کرد های می بود او دارد اما گفت"
    ),
    "ur": "کے کی میں اور سے کا ہے کو کہ نے پر یہ ہیں اس کہا بھی تھا گیا ایک کر ہو جو نہیں تھے",
    "ps": "د په او چې کې له ته دا پر سره دی شوي یې هم وویل شو ده خو نه",
    "ckb": "لە و بە بۆ کە ئەو لەگەڵ هەر ئەم کرد کوردستان هەرێمی سەر نییە دەکات",
    "hi": "के में की है और से का को पर ने यह कि हैं इस भी एक नहीं लिए कर गया था जो ही हो कहा",
    "mr": "आहे आणि या च्या ने मध्ये हे ही आहेत होते नाही करण्यात केली त्या तर असे झाले यांनी की",
    "ne": "र छ मा को ले पनि गरेको भएको छन् हुने यो थियो गर्न लागि भने नेपाल उनले तथा",
}
