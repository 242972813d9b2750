"""The names of the months, by language."""

# From CLDR, with spellings that newspapers use besides. Within a language the twelve months are
# parted by blanks and the spellings of one month by "/"; "-" stands for a blank in a name. A
# shorter form is listed only where it is not simply the beginning of the name.
GREGORIAN = {
    "en": ("january february march april may june july august september october november december"),
    "de": ("januar februar märz april mai juni juli august september oktober november dezember"),
    "fr": ("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    "es": (
        "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre "
        "noviembre diciembre"
    ),
    "pt": (
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
    ),
    "it": (
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre "
        "novembre dicembre"
    ),
    "nl": (
        "januari februari maart/mrt april mei juni juli augustus september oktober "
        "november december"
    ),
    "ca": ("gener febrer març abril maig juny juliol agost/ag setembre octubre novembre desembre"),
    "gl": (
        "xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro"
    ),
    "ro": (
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie "
        "noiembrie/nov decembrie"
    ),
    "pl": (
        "stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja "
        "czerwca/czerwiec lipca/lipiec sierpnia/sierpień września/wrzesień października "
        "listopada grudnia/grudzień"
    ),
    "cs": (
        "ledna/leden února března/březen dubna/duben května/květen června/čvn/červen "
        "července/čvc/červenec srpna/srpen září října/říjen listopadu prosince/prosinec"
    ),
    "sk": (
        "januára februára marca/marec apríla mája júna júla augusta septembra/september "
        "októbra/október novembra/november decembra/december"
    ),
    "hu": (
        "január február március április május június július augusztus szeptember október "
        "november december"
    ),
    "sl": (
        "januarja februarja marec/marca aprila maja junija julija avgusta "
        "september/septembra oktober/oktobra november/novembra december/decembra"
    ),
    "hr": (
        "siječnja/siječanj veljače/veljača ožujka/ožujak travnja/travanj svibnja/svibanj "
        "lipnja/lipanj srpnja/srpanj kolovoza rujna/rujan listopada studenoga/studeni "
        "prosinca/prosinac"
    ),
    "bs": ("januar februar mart april maj juni juli august septembar oktobar novembar decembar"),
    "sr": (
        "јануара/januara фебруара/februara марта/marta априла/aprila маја/maja јуна/juna "
        "јула/jula августа/avgusta септембар/septembar/септембра/septembra "
        "октобар/oktobar/октобра/oktobra новембар/novembar/новембра/novembra "
        "децембар/decembar/децембра/decembra"
    ),
    "mk": ("јануари февруари март април мај јуни јули август септември октомври ноември декември"),
    "bg": ("януари февруари март април май юни юли август септември октомври ноември декември"),
    "ru": (
        "января/январь февраля/февраль марта апреля/апрель мая/май июня/июнь июля/июль "
        "августа сентября/сентябрь октября/октябрь ноября/ноябрь декабря/декабрь"
    ),
    "uk": (
        "січня/січень лютого/лютий березня/березень квітня/квітень травня/травень "
        "червня/червень липня/липень серпня/серпень вересня/вересень жовтня/жовтень "
        "листопада грудня/грудень"
    ),
    "be": (
        "студзеня/студзень лютага/люты сакавіка красавіка мая/май чэрвеня/чэрвень "
        "ліпеня/ліпень жніўня/жнівень верасня/верасень кастрычніка лістапада "
        "снежня/снежань"
    ),
    "sv": ("januari februari mars april maj juni juli augusti september oktober november december"),
    "da": ("januar februar marts april maj juni juli august september oktober november december"),
    "is": ("janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember"),
    "fi": (
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta "
        "elokuuta syyskuuta lokakuuta marraskuuta joulukuuta"
    ),
    "et": (
        "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember"
    ),
    "lv": (
        "janvāris/janvārī februāris/februārī marts/martā aprīlis/aprīlī maijs/maijā "
        "jūnijs/jūnijā jūlijs/jūlijā augusts/augustā septembris/septembrī "
        "oktobris/oktobrī novembris/novembrī decembris/decembrī"
    ),
    "lt": (
        "sausio/sausis vasario/vasaris kovo/kovas balandžio/balandis gegužės "
        "birželio/birželis liepos/liepa rugpjūčio/rugpjūtis rugsėjo/rugsėjis "
        "spalio/spalis lapkričio/lapkritis gruodžio/gruodis"
    ),
    "el": (
        "ιανουαρίου/ιανουάριος φεβρουαρίου/φεβρουάριος μαρτίου/μάρτιος απριλίου/απρίλιος "
        "μαΐου/μάιος ιουνίου/ιούνιος ιουλίου/ιούλιος αυγούστου/αύγουστος "
        "σεπτεμβρίου/σεπτέμβριος οκτωβρίου/οκτώβριος νοεμβρίου/νοέμβριος "
        "δεκεμβρίου/δεκέμβριος"
    ),
    "tr": ("ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık"),
    "az": ("yanvar fevral mart aprel may iyun/iyn iyul/iyl avqust sentyabr oktyabr noyabr dekabr"),
    "uz": ("yanvar fevral mart aprel may iyun/iyn iyul/iyl avgust sentabr oktabr noyabr dekabr"),
    "kk": ("қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"),
    "ky": (
        "январь/января февраль/февраля марта апрель/апреля май/мая июнь/июня июль/июля "
        "августа сентябрь/сентября октябрь/октября ноябрь/ноября декабрь/декабря"
    ),
    "hy": (
        "հունվարի/հնվ փետրվարի/փտվ մարտի/մրտ ապրիլի մայիսի/մյս հունիսի/հնս հուլիսի/հլս "
        "օգոստոսի/օգս սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի"
    ),
    "ka": (
        "იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი "
        "ნოემბერი დეკემბერი"
    ),
    "sq": ("janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor"),
    "eu": (
        "urtarrilaren otsailaren martxoaren apirilaren maiatzaren ekainaren uztailaren "
        "abuztuaren irailaren urriaren azaroaren abenduaren"
    ),
    "af": (
        "januarie februarie maart/mrt april mei junie julie augustus september oktober "
        "november desember"
    ),
    "sw": ("januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba"),
    "id": (
        "januari februari/pebruari maret april mei juni juli agustus/agt september "
        "oktober november/nopember desember"
    ),
    "ms": ("januari februari mac april mei jun julai ogos september oktober november disember"),
    "fil": (
        "enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre"
    ),
    "ar": (
        "يناير/كانون-الثاني/جانفي فبراير/شباط/فيفري مارس/آذار أبريل/نيسان/إبريل/أفريل "
        "مايو/أيار يونيو/حزيران/جوان تموز/جويلية/يوليوز أغسطس/آب/أوت/غشت "
        "سبتمبر/أيلول/شتنبر أكتوبر/تشرين-الأول نوفمبر/تشرين-الثاني/نونبر "
        "ديسمبر/كانون-الأول/دجنبر"
    ),
    "fa": ("ژانویهٔ فوریهٔ مارس آوریل مهٔ/مه ژوئن ژوئیهٔ اوت سپتامبر اکتبر نوامبر دسامبر"),
    "ps": ("جنوري فبروري/فېبروري مارچ اپریل مۍ جون جولای اګست سېپتمبر/سپتمبر اکتوبر نومبر دسمبر"),
    "ur": ("جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر"),
    "he": ("ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר"),
    "hi": (
        "जनवरी/जन फ़रवरी/फरवरी मार्च अप्रैल मई जून जुलाई अगस्त/अग सितंबर/सितम्बर "
        "अक्टूबर/अक्तूबर नवंबर/नव/नवम्बर दिसंबर/दिसम्बर"
    ),
    "bn": (
        "জানুয়ারী/জানুয়ারি ফেব্রুয়ারী/ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই "
        "আগস্ট/আগ/অগস্ট/আগষ্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর"
    ),
    "mr": ("जानेवारी फेब्रुवारी मार्च एप्रिल मे जून जुलै ऑगस्ट/ऑग सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर"),
    "ne": ("जनवरी फेब्रुअरी मार्च अप्रिल मे जुन जुलाई अगस्ट सेप्टेम्बर अक्टोबर नोभेम्बर डिसेम्बर"),
    "ta": ("ஜனவரி/ஜன பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட்/ஆக செப்டம்பர் அக்டோபர் நவம்பர்/நவ டிசம்பர்"),
    "te": ("జనవరి/జన ఫిబ్రవరి మార్చి ఏప్రిల్ మే జూన్ జులై/జూలై ఆగస్టు/ఆగ సెప్టెంబర్ అక్టోబర్ నవంబర్ డిసెంబర్"),
    "ml": ("ജനുവരി ഫെബ്രുവരി മാർച്ച് ഏപ്രിൽ മേയ്/മെയ് ജൂൺ ജൂലൈ ഓഗസ്റ്റ്/ഓഗ സെപ്റ്റംബർ ഒക്ടോബർ നവംബർ ഡിസംബർ"),
    "kn": ("ಜನವರಿ/ಜನ ಫೆಬ್ರವರಿ ಮಾರ್ಚ್ ಏಪ್ರಿಲ್ ಮೇ ಜೂನ್ ಜುಲೈ ಆಗಸ್ಟ್/ಆಗ ಸೆಪ್ಟೆಂಬರ್ ಅಕ್ಟೋಬರ್ ನವೆಂಬರ್ ಡಿಸೆಂಬರ್"),
    "gu": ("જાન્યુઆરી ફેબ્રુઆરી માર્ચ એપ્રિલ મે જૂન જુલાઈ ઑગસ્ટ સપ્ટેમ્બર ઑક્ટોબર નવેમ્બર ડિસેમ્બર"),
    "pa": ("ਜਨਵਰੀ/ਜਨ ਫ਼ਰਵਰੀ ਮਾਰਚ ਅਪ੍ਰੈਲ ਮਈ ਜੂਨ ਜੁਲਾਈ ਅਗਸਤ/ਅਗ ਸਤੰਬਰ ਅਕਤੂਬਰ ਨਵੰਬਰ ਦਸੰਬਰ"),
    "si": ("ජනවාරි/ජන පෙබරවාරි මාර්තු අප්රේල් මැයි ජූනි ජූලි අගෝස්තු සැප්තැම්බර් ඔක්තෝබර් නොවැම්බර් දෙසැම්බර්"),
    "th": (
        "มกราคม/ม.ค กุมภาพันธ์/ก.พ มีนาคม/มี.ค เมษายน/เม.ย พฤษภาคม/พ.ค มิถุนายน/มิ.ย "
        "กรกฎาคม/ก.ค สิงหาคม/ส.ค กันยายน/ก.ย ตุลาคม/ต.ค พฤศจิกายน/พ.ย ธันวาคม/ธ.ค"
    ),
    "lo": (
        "ມັງກອນ/ມ.ກ ກຸມພາ/ກ.ພ ມີນາ/ມ.ນ ເມສາ/ມ.ສ ພຶດສະພາ/ພ.ພ ມິຖຸນາ/ມິ.ຖ ກໍລະກົດ/ກ.ລ "
        "ສິງຫາ/ສ.ຫ ກັນຍາ/ກ.ຍ ຕຸລາ/ຕ.ລ ພະຈິກ/ພ.ຈ ທັນວາ/ທ.ວ"
    ),
    "km": ("មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ"),
    "my": ("ဇန်နဝါရီ ဖေဖော်ဝါရီ/ဖေ မတ် ဧပြီ/ဧ မေ ဇွန် ဇူလိုင်/ဇူ ဩဂုတ်/ဩ စက်တင်ဘာ အောက်တိုဘာ နိုဝင်ဘာ ဒီဇင်ဘာ/ဒီ"),
    "no": ("januar februar mars april mai juni juli august september oktober november desember"),
}

# The solar calendar of Iran and Afghanistan; its first month begins at the March equinox.
SOLAR_HIJRI = (
    "فروردین/حمل اردیبهشت/ثور خرداد/جوزا تیر/سرطان مرداد/امرداد/اسد شهریور/سنبله "
    "مهر/میزان آبان/عقرب آذر/قوس دی/جدی بهمن/دلو اسفند/حوت"
)
