#include "call/language_words.h"

const LanguageWords LANGUAGE_WORDS[] = {
    {"en", NULL,
     "the a an and or but if of to in on at by for from with about into over after before "
     "between through during without under again than then so as because until while "
     "i you he she it we they me him her us them my your his its our their mine yours "
     "this that these those there here who whom whose which what when where why how "
     "am is are was were be been being have has had having do does did doing done will "
     "would shall should can could may might must not no nor don t s ll ve re d m isn "
     "aren wasn weren doesn didn won wouldn couldn shouldn hasn haven hadn dont didnt cant "
     "wont im ive ill youre thats whats its isnt doesnt wasnt u ur pls plz thx gonna "
     "wanna gotta yeah yep nope yes hi hey hello bye goodbye thanks thank please sorry "
     "welcome good morning afternoon evening great fine sure right well just now only very "
     "too also still already yet ever never always some any all both each every more most "
     "much many few less least other another same such own one two three four five six "
     "seven eight nine ten first last next new old know think see look want need like get "
     "got give go going gone went come came make made take took tell told say said ask "
     "call called calling speak speaking talk help helping let put try trying use used "
     "find work working wait waiting hold check understand mean happen happened back up "
     "down out off way thing things something anything nothing everything someone anyone "
     "people day days week month year time today tomorrow yesterday minute minutes number "
     "name address account order money card bill phone when since ago really actually "
     "maybe perhaps probably able long little bit lot can cannot won anything else have "
     "appreciate available course happy reason sir maam madam mr mrs miss ok okay oh um uh "
     "problem issue question send sent pay paid charge charged refund cancel change"},
    {"de", NULL,
     "der die das den dem des ein eine einen einem einer eines kein keine keinen und oder "
     "aber wenn weil dass daß ob als wie so denn doch also auch nur noch schon sehr mehr "
     "immer nie wieder jetzt heute morgen gestern hier da dort dann dann bis seit von vom "
     "zu zum zur mit nach bei beim aus auf an am im in um für fuer über ueber unter vor "
     "durch gegen ohne zwischen ich du er sie es wir ihr mich mir dich dir ihn ihm uns "
     "euch ihnen mein meine meinen meinem meiner dein deine sein seine ihre ihren ihrem "
     "ihrer unser unsere unseren dieser diese dieses diesen diesem welche welcher welches "
     "wer was wo wann warum wieso bin bist ist sind seid war waren wäre wären habe hast "
     "hat haben hatte hatten hätte hätten werde wird werden wurde wurden würde würden kann "
     "kannst können könnte könnten muss müssen soll sollte will wollen möchte möchten darf "
     "nicht nichts etwas alles alle ja nein danke bitte dank vielen hallo guten tag abend "
     "gern gerne tut leid natürlich genau gut alles klar mal man sich einfach leider "
     "vielleicht bereits uhr herr frau wiederhören wiedersehen tschüss helfen moment "
     "verstehe machen macht gemacht geht gehen kommt gibt sagen sehe schauen rechnung"},
    {"fr", NULL,
     "le la les l un une des du de d et ou mais donc car si que qu qui quoi dont où ou "
     "quand comment pourquoi parce comme je j tu il elle on nous vous ils elles me m te t "
     "se s lui leur leurs moi toi y en ce c cet cette ces cela ça ca mon ma mes ton ta tes "
     "son sa ses notre nos votre vos à a au aux dans par pour sur sous avec sans chez "
     "vers entre depuis pendant avant après est es suis sommes êtes etes sont était étais "
     "étaient être été serai sera serait ai as avons avez ont avait avais aurais aurait "
     "avoir eu fait faire fais faites peux peut pouvez pourriez pouvons puis veux veut "
     "voulez voudrais vais va allez allons dois doit devez faut ne n pas plus rien jamais "
     "aucun aucune tout toute tous toutes très bien aussi encore déjà toujours ici là "
     "voilà alors oui non si merci bonjour bonsoir revoir plaît plait madame monsieur "
     "journée désolé désolée d'accord accord quel quelle quels quelles même peu beaucoup "
     "moins trop chose autre autres jour jours fois instant aider compte numéro demande "
     "appelle dire dit savoir sais comprends vérifie attendez service facture commande"},
    {"es", NULL,
     "el la los las un una unos unas lo al del de y e o u pero si sí que qué quien quién "
     "cual cuál como cómo cuando cuándo donde dónde porque por para con sin en a ante "
     "desde hasta entre sobre hacia yo tú usted ustedes él ella ello ellos ellas nosotros "
     "me te se le les nos mi mis tu tus su sus nuestro nuestra este esta esto estos estas "
     "ese esa eso esos esas aquel aquí ahí allí es soy eres somos son era eran fue fueron "
     "ser sido estoy está estás están estamos estaba estar he ha has han hemos había "
     "haber hay tengo tiene tienen tenemos tenía puedo puede pueden podemos podría poder "
     "quiero quiere quisiera quería voy va van vamos hacer hace hago hecho debo debe no "
     "ni nada nunca también tambien más mas muy ya todavía aún siempre ahora hoy mañana "
     "ayer bien mal bueno buena buenos buenas días tardes noches hola gracias favor adiós "
     "muchas muchos mucho poco todo toda todos todas otro otra algo alguien señor señora "
     "disculpe perdón siento claro vale momento gusto ayudar ayudarle ayuda cuenta número "
     "factura pedido dice decir sé sabe ver veo dos tres cada mismo misma desea llamo "
     "llamar llamada entiendo pues entonces día"},
    {"it", NULL,
     "il lo la i gli le l un uno una del dello della dei degli delle dell al allo alla ai "
     "agli alle all dal dallo dalla dai dagli dalle nel nello nella nei negli nelle sul "
     "sulla sui sulle di a da in con su per tra fra e ed o ma se che chi cui quale quali "
     "come quando dove perché perche quanto io tu lui lei noi voi loro mi ti ci vi si me "
     "te ne mio mia miei mie tuo tua suo sua suoi sue nostro nostra nostri vostro vostra "
     "questo questa questi queste quello quella quelli sono sei è siamo siete era erano "
     "stato stata essere ho hai ha abbiamo avete hanno avevo aveva avere avuto sto sta "
     "stiamo stanno posso può puo possiamo potete potrebbe potrei devo deve dobbiamo "
     "voglio vuole vorrei faccio fa fare fatto vado va andare non niente nulla mai più piu "
     "anche ancora già gia sempre molto troppo poco tutto tutta tutti tutte altro altra "
     "bene qui qua lì là ora adesso oggi domani ieri sì buongiorno buonasera salve ciao "
     "grazie prego scusi scusa dispiace arrivederci giornata signora signor cosa qualcosa "
     "così quindi allora però dopo prima senza verso dica aiutarla aiutare conto numero "
     "fattura ordine attimo certo volta capisco mille"},
    {"nl", NULL,
     "de het een en of maar want dus dat die dit deze als dan omdat om te van voor met op "
     "in aan bij uit naar tot over door zonder onder tussen sinds tegen ik jij je hij zij "
     "ze wij we u mij me jou hem haar ons onze hun hen mijn jouw uw zijn er hier daar waar "
     "wie wat welke wanneer waarom hoe ben bent is was waren wordt worden werd heb hebt "
     "heeft hebben had hadden zal zullen zou zouden kan kunt kunnen kon moet moeten mag "
     "wil wilt willen doe doet doen gedaan ga gaat gaan komt kom niet geen niets iets "
     "alles alle al ook nog wel weer nu toen altijd nooit meer veel heel erg zeer even "
     "graag ja nee dank bedankt dag goedemorgen goedemiddag goedendag goedenavond hallo "
     "alstublieft alsjeblieft meneer mevrouw goed spijt sorry helpen moment natuurlijk "
     "precies zeker misschien vandaag morgen gisteren uur keer eens toch namelijk "
     "rekening bestelling nummer kijken kijk zien zie weet weten begrijp gesprek fijne "
     "verder tot ziens zo zelf maken gemaakt krijg krijgt gekregen staat betaald"},
    {"pt", NULL,
     "o a os as um uma uns umas do da dos das no na nos nas ao à aos às pelo pela de em "
     "por para com sem sobre entre até desde e ou mas se que quem qual quais como quando "
     "onde porque porquê quanto eu tu você voce vocês ele ela nós eles elas me te lhe lhes "
     "meu minha meus minhas teu seu sua seus suas nosso nossa este esta isto esse essa "
     "isso aquele aquela aquilo aqui ali lá é és sou somos são era eram foi foram ser "
     "sido está estou estão estava estar tenho tem têm temos tinha ter tive há havia posso "
     "pode podem podemos poderia quero quer queria gostaria vou vai vamos vão fazer faz "
     "feito faço devo deve não nao nem nada nunca também já ainda sempre mais muito muita "
     "muitos pouco bem bom boa bons dia tarde noite olá oi obrigado obrigada favor sim "
     "senhor senhora desculpe desculpa lamento claro momento agora hoje amanhã ontem tudo "
     "todo toda todos todas outro outra alguma algum algo ajudar ajudá ajuda conta número "
     "fatura pedido dizer ver vejo sei sabe então pois dois duas mesmo mesma cada coisa "
     "tchau adeus ligar ligação entendo compreendo consigo verificar"},
    {"sv", NULL,
     "och att det den som en ett är var varit jag du han hon vi ni de dem mig dig honom "
     "henne oss er min mitt mina din ditt dina sin sitt sina vår vårt våra ert era på i av "
     "för med till från om vid hos utan under över efter innan mellan inte ingen inget "
     "inga har hade haft kan kunde kunna ska skulle vill ville måste får fick få gör gjorde "
     "göra gjort blir blev bli kommer kom komma går gå men eller så när där här vad vem "
     "vilken vilket hur varför också bara nu då redan aldrig alltid mycket mer några "
     "något någon allt alla ja nej tack hej god dag morgon kväll snälla ursäkta förlåt "
     "hjälpa hjälp idag igår imorgon tyvärr kanske gärna bra absolut självklart adjö "
     "ringer veta vet ser se säga säger faktura konto nummer beställning ärende"},
    {"da", NULL,
     "og at det den der som en et er var været jeg du han hun vi i de dem mig dig ham "
     "hende os jer min mit mine din dit dine sin sit sine vores jeres deres på af for med "
     "til fra om ved hos uden under over efter før mellem ikke ingen intet har havde haft "
     "kan kunne skal skulle vil ville må måtte får fik få gør gjorde gøre gjort bliver "
     "blev blive kommer kom går gå men eller så når hvor her hvad hvem hvilken hvordan "
     "hvorfor også kun bare nu da allerede aldrig altid meget mere nogle noget nogen alt "
     "alle ja nej tak hej god dag morgen aften venligst undskyld hjælpe hjælp i dag går "
     "desværre måske gerne godt selvfølgelig farvel ringer ved se ser siger sige regning "
     "konto nummer bestilling lige jo nok igen"},
    {"no", NULL,
     "og at det den der som en et er var vært jeg du han hun vi dere de dem meg deg ham "
     "henne oss min mitt mine din ditt dine sin sitt sine vår vårt våre deres på av for "
     "med til fra om ved hos uten under over etter før mellom ikke ingen ingenting har "
     "hadde hatt kan kunne skal skulle vil ville må måtte får fikk få gjør gjorde gjøre "
     "gjort blir ble bli kommer kom går gå men eller så når hvor her hva hvem hvilken "
     "hvordan hvorfor også bare nå da allerede aldri alltid mye mer noen noe alt alle ja "
     "nei takk hei god dag morgen kveld vennligst unnskyld beklager hjelpe hjelp dessverre "
     "kanskje gjerne bra selvfølgelig ringer vet ser sier faktura konto nummer "
     "bestilling litt igjen"},
    {"fi", NULL,
     "ja on ei se että en oli ole olen olet olemme olette ovat olin olisi olla minä sinä "
     "hän me te he minun sinun hänen meidän teidän heidän minulle sinulle teille minua "
     "sinua teitä mitä mikä kuka missä milloin miksi miten kuinka tämä tuo nämä nuo niin "
     "kun jos mutta tai vai koska vaan sitten nyt vielä jo aina ei koskaan myös kyllä joo "
     "ehkä hyvä hyvää päivää huomenta iltaa kiitos kiitoksia ole hyvä anteeksi hei moi "
     "näkemiin kuulemiin voi voin voit voimme voisin voisitte voinko haluan haluaisin "
     "pitää täytyy saa saan sain saanut tulee tuli tehdä teen tehnyt auttaa apua soitan "
     "soitin lasku laskun tilaus tilauksen numero tilin tänään huomenna eilen vain paljon "
     "vähän kaikki mukavaa selvä ilman kanssa jälkeen ennen"},
    {"pl", NULL,
     "i w z na do o od po za przez dla bez przed przy pod nad ze we a ale lub albo że żeby "
     "jeśli jeżeli bo więc jak gdy kiedy gdzie kto co czy dlaczego ile który która które "
     "jaki jaka jakie ja ty on ona ono my wy oni pan pani państwo mnie mi mną ciebie ci "
     "jego jej ich im nam nas wam was mój moja moje moją twój pana pani państwa nasz nasza "
     "ten ta to te tego tej tym tych się siebie jest jestem są był była było były być "
     "będzie będę mam ma mamy mają miał może mogę można możemy chcę chciałbym chciałabym "
     "muszę trzeba nie nic nigdy tak też także już jeszcze zawsze teraz dziś dzisiaj jutro "
     "wczoraj bardzo więcej tylko dobrze dobry dzień wieczór dzień dziękuję dzięki proszę "
     "przepraszam przykro oczywiście słucham pomóc pomoc chwilę numer konto rachunek "
     "zamówienie widzenia usłyszenia rozumiem wszystko tutaj tam"},
    {"cs", NULL,
     "a i v ve z ze na do o od po za pro bez před při pod nad s se si ale nebo že aby "
     "jestli protože tak jak když kdy kde kdo co proč kolik který která které jaký já ty "
     "on ona my vy oni mě mi mně tě vás vám nás nám jeho její jejich můj moje moji váš "
     "vaše vaši náš naše ten ta to tento tato toto tím je jsem jsi jsme jste jsou byl byla "
     "bylo být bude budu budeme mám má máme máte měl může můžu mohu můžete chci chtěl "
     "chtěla bych musím ne nic nikdy ano také taky už ještě vždy teď nyní dnes zítra včera "
     "velmi více jen pouze dobře dobrý den večer děkuji děkuju prosím omlouvám bohužel "
     "samozřejmě pomoci pomoct okamžik chvíli číslo účet faktura objednávka shledanou "
     "slyšenou rozumím všechno tady tam paní pane hezký"},
    {"sk", NULL,
     "a aj v vo z zo na do o od po za pre bez pred pri pod nad s so sa si ale alebo že aby "
     "ak pretože tak ako keď kedy kde kto čo prečo koľko ktorý ktorá ktoré aký ja ty on "
     "ona my vy oni ma mi mne ťa vás vám nás nám jeho jej ich môj moja moje váš vaša vaše "
     "náš naša ten tá to tento táto toto je som si sme ste sú bol bola bolo byť bude budem "
     "mám má máme máte mal môže môžem môžete chcem chcel chcela by musím nie nič nikdy áno "
     "tiež už ešte vždy teraz dnes zajtra včera veľmi viac len iba dobre dobrý deň večer "
     "ďakujem prosím ospravedlňujem bohužiaľ samozrejme pomôcť okamih chvíľu číslo účet "
     "faktúra objednávka dovidenia dopočutia rozumiem všetko tu tam pani pán pekný"},
    {"hu", NULL,
     "a az egy és vagy de hogy ha mert mint is nem ne igen van vannak volt voltak lesz "
     "lenne vagyok vagy én te ő mi ti ők ön önök engem nekem neked neki nekünk önnek az "
     "ez ezt azt ezek azok itt ott hol mikor miért hogyan ki mit mi melyik már még csak "
     "most majd mindig soha nagyon több minden valami semmi meg el fel le ki be után előtt "
     "alatt között nélkül kell lehet tud tudok tudom tudja szeretnék szeretném akarok "
     "kérem kérek köszönöm köszönjük jó napot reggelt estét kívánok szép viszontlátásra "
     "viszonthallásra elnézést sajnálom sajnos természetesen persze segíteni segítség "
     "segíthetek pillanat számla számlát rendelés rendelésem ma holnap tegnap rendben "
     "uram hölgyem értem hívom"},
    {"ro", NULL,
     "și si de la în in cu pe din pentru prin fără fara sub după dupa înainte până pana "
     "între ca că sau dar dacă daca când cand unde cine ce cum cât cat care de un o unei "
     "unui al ai ale eu tu el ea noi voi ei ele mă ma te se ne vă va mi ți îmi îți îi lui "
     "meu mea mei mele tău dumneavoastră nostru noastră acest această acesta aceasta "
     "aceste aici acolo este e sunt ești suntem sunteți era erau fost fi am ai are avem "
     "aveți au aș ar fi pot poate putem puteți vreau vrea trebuie fac face nu nimic "
     "niciodată da foarte mai mult tot toate toți și încă deja acum azi astăzi mâine ieri "
     "bine bună buna ziua seara mulțumesc multumesc rog scuze pare rău revedere desigur "
     "ajut ajuta moment domnule doamnă factura comanda numărul contul înțeleg doar"},
    {"tr", NULL,
     "ve bir bu şu o ben sen biz siz onlar bana sana ona bize size benim senin onun bizim "
     "sizin beni seni onu bizi sizi için ile gibi kadar göre sonra önce ama fakat veya ya "
     "da de ki mi mı mu mü ne kim nerede nasıl neden niye hangi kaç zaman var yok değil "
     "evet hayır tamam çok daha en az her hiç şey bütün tüm sadece şimdi bugün yarın dün "
     "burada orada olarak oldu olan olur olsun olacak olduğunu etmek ettim ediyorum "
     "istiyorum istiyor yapmak yardımcı olabilirim olabilir edebilir lütfen teşekkür "
     "teşekkürler ederim ederiz merhaba günaydın iyi günler akşamlar hoşça kusura bakmayın "
     "özür dilerim üzgünüm bey hanım hemen tabii elbette anlıyorum fatura sipariş hesap "
     "numarası"},
    {"ca", NULL,
     "el la els les un una uns unes l d del dels al als de i o però si que qui què quin "
     "quina com quan on perquè per amb sense en a des fins entre sobre jo tu vostè vostès "
     "ell ella nosaltres ells em et es ens us li m t s n meu meva seu seva nostre nostra "
     "aquest aquesta això aquests aquestes allò aquí allà és soc som són era ser estat "
     "està estic estan estava he ha has han hem havia tinc té tenen tenim puc pot podem "
     "podria vull vol voldria vaig va van anem fer fa fet ha no ni res mai també més molt "
     "molta ja encara sempre ara avui demà ahir bé bon bona dia tarda hola gràcies merci "
     "si us plau adéu sisplau disculpi ho sento clar moment ajudar compte número factura "
     "comanda senyor senyora tot tota tots totes altre altra alguna cosa doncs"},
    {"id", NULL,
     "yang dan di ke dari untuk dengan pada dalam oleh ini itu saya aku kamu anda dia kami "
     "kita mereka nya adalah ada tidak bukan belum sudah telah akan bisa dapat boleh harus "
     "mau ingin juga saja lagi masih sangat lebih semua banyak apa siapa mana kapan kenapa "
     "mengapa bagaimana berapa jika kalau karena tetapi tapi atau agar supaya setelah "
     "sebelum sampai seperti sama selamat pagi siang sore malam terima kasih tolong maaf "
     "mohon silakan baik ya bapak ibu pak bu bantu membantu sebentar nomor rekening "
     "pesanan tagihan hari besok kemarin sekarang di sini sana"},
    {"vi", NULL,
     "và là của có không được cho với này đó các những một người tôi bạn anh chị em chúng "
     "họ mình ông bà ở trong trên dưới từ đến đi ra vào lên xuống khi nếu thì mà nhưng "
     "hoặc vì nên để rồi đã đang sẽ chưa cũng vẫn còn chỉ rất quá nhiều ít hơn nhất gì ai "
     "đâu nào sao bao nhiêu làm muốn cần phải thể biết xin chào cảm ơn vui lòng dạ vâng ạ "
     "nhé giúp tiền ngày hôm nay mai số tài khoản đơn hàng"},
    {"hr", NULL,
     "i a u na za od do iz s sa o po pri bez ali ili da ako jer kao kad kada gdje tko što "
     "šta kako zašto koliko koji koja koje ja ti on ona mi vi oni me mene mi meni te vas "
     "vam nas nam mu joj njega njih moj moja moje vaš vaša vaše naš naša ovaj ova ovo taj "
     "ta to je sam si smo ste su bio bila bilo biti bit će ću ćemo imam ima imamo imate "
     "mogu može možete možemo želim želio željela moram treba ne nije nema ništa nikad "
     "nikada da također već još uvijek sada danas sutra jučer vrlo više samo dobro dobar "
     "dan večer hvala molim oprostite žao naravno pomoći trenutak broj račun narudžba "
     "doviđenja razumijem sve ovdje tamo gospođo gospodine lijep"},
    {"tl", NULL,
     "ang ng sa mga na ay at si ni kay ko mo niya namin natin ninyo nila ako ikaw ka siya "
     "kami tayo kayo sila po opo hindi wala may mayroon meron ito iyan iyon dito diyan "
     "doon ano sino saan kailan bakit paano ilan kung kapag dahil pero o para rin din lang "
     "lamang pa na ba naman kasi yung yun salamat magandang umaga hapon gabi paumanhin "
     "pasensya sige oo gusto kailangan pwede puwede maaari tulong matulungan ngayon bukas "
     "kahapon lahat bayad nasa"},
    {"ru", "ru",
     "и в во не на я что он она с со как а то это по к но вы мы они у из за от до для о об "
     "же бы если или да нет вас вам мне меня мой моя мое наш ваш ваша ваше ваши нам нас "
     "его ее их был была было были есть будет могу можно можете надо нужно хочу уже ещё "
     "еще только очень так когда где кто почему сейчас сегодня завтра вчера спасибо "
     "пожалуйста здравствуйте добрый день до свидания извините хорошо конечно чем этот "
     "эта эти всё все"},
    {"uk", "ru",
     "і й в у не на я що він вона з із як а то це по до але ви ми вони від для про же б "
     "би якщо або так ні вас вам мені мене мій моя наш ваш ваша ваше нам нас його її їх "
     "був була було були є буде можу можна можете треба потрібно хочу вже ще тільки дуже "
     "коли де хто чому зараз сьогодні завтра вчора дякую дякуємо прошу будь ласка "
     "доброго дня вітаю побачення вибачте добре звичайно цей ця ці все"},
    {"bg", "ru",
     "и в във не на аз че той тя с със като а то това по към но вие ние те от до за о ли "
     "би ако или да не вас ви ми мен ме моят моята вашият вашата нашия нас его ги беше "
     "бях са е съм сте сме ще мога може можете трябва искам вече още само много така "
     "кога къде кой защо сега днес утре вчера благодаря моля здравейте добър ден довиждане "
     "извинете добре разбира се този тази тези всичко има няма"},
    {"sr", "ru",
     "и у на за од до из са о по при без али или да ако јер као кад када где ко шта како "
     "зашто колико који која које ја ти он она ми ви они мене мени вас вам нас нам мој "
     "моја ваш ваша наш овај ова ово тај та то је сам си смо сте су био била бити ће ћу "
     "имам има могу може можете желим морам треба не није нема ништа такође већ још сада "
     "данас сутра јуче врло само добро добар дан хвала молим извините жао наравно"},
    {"ar", "ar",
     "في من على إلى الى عن مع أن ان إن لا ما لم لن هل هذا هذه ذلك التي الذي أنا انا أنت "
     "انت هو هي نحن كان كانت يكون قد كل بعض غير بعد قبل عند حتى أو او ثم لكن نعم شكرا "
     "شكراً مرحبا السلام عليكم من فضلك عفوا كيف متى أين لماذا يمكن يمكنني أريد اريد "
     "لدي لك لي رقم اليوم غدا أمس"},
    {"fa", "ar",
     "و در به از که این را با است برای آن یک خود تا کرد بر هم نیز من شما او ما آنها می "
     "نمی شود شد دارد دارم هستم هست نیست بود باید اگر یا اما چه چرا کجا کی چطور بله نه "
     "سلام متشکرم ممنون لطفا خداحافظ ببخشید خیلی الان امروز فردا دیروز هم"},
    {"ur", "ar",
     "کے کی کا میں ہے سے کو اور نے پر یہ وہ ہیں تھا تھی کہ بھی تو ہو گا گی کر آپ میں ہم "
     "مجھے آپ کو نہیں ہاں جی کیا کیوں کہاں کب کیسے شکریہ براہ کرم معاف بہت ابھی آج کل"},
};
const uint32_t LANGUAGE_WORDS_COUNT = sizeof LANGUAGE_WORDS / sizeof *LANGUAGE_WORDS;
