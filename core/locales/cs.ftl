# Informace o zpracování osobních údajů, česky. Jedna zpráva je jedno celé ustanovení; docs/notice.md říká, kdy se objeví.

locale-name = čeština
locale-status = drafted
locale-source = 1

## Names of things

law-gdpr = GDPR
law-uk = britské GDPR
party-name = { $name }
party-vat = { $name } (DIČ { $vat })
party-country = { $name } ({ $country })
party-vat-country = { $name } (DIČ { $vat }, { $country })

## Titles and headings

title-full = Informace o zpracování osobních údajů: záznam návštěv na webu { $site }
title-short = Prohlášení o ochraně osobních údajů: { $site }
heading-controller = Kdo je správcem
heading-purposes = Proč návštěvy zaznamenáváme
heading-basis = Právní základ
heading-choice = Rozhodujete vy
heading-recorded = Co zaznamenáváme
heading-masked = Jak vaše údaje chráníme
heading-never = Co nikdy nezaznamenáváme
heading-recipients = Kdo záznamy dostává
heading-transfers = Země mimo Evropský hospodářský prostor
heading-retention = Jak dlouho záznamy uchováváme
heading-rights = Vaše práva
heading-complaint = Vaše právo podat stížnost
heading-california = Pro návštěvníky z Kalifornie
heading-quebec = Pro návštěvníky z Québecu
effective = Znění ke dni { $date }
fingerprint = Verze těchto informací: { $fingerprint }

## In brief

brief-strict = Zaznamenáváme, jak se tento web používá, a návštěvu si pak můžeme přehrát jako film (session replay). Film ukazuje stránky jen v obrysech, bez čitelného textu. Co píšete, se nezaznamenává.
brief-balanced = Zaznamenáváme, jak se tento web používá, a návštěvu si pak můžeme přehrát jako film (session replay): jak se pohybuje myš, na co se kliká a které stránky jsou vidět. Co píšete, se nezaznamenává.
brief-forms = Zaznamenáváme, jak se tento web používá, a návštěvu si pak můžeme přehrát jako film (session replay): jak se pohybuje myš, na co se kliká, které stránky jsou vidět a co se píše do formulářů. Hesla, pole platebních karet a jiná citlivá pole se nezaznamenávají nikdy.
brief-asked = Děláme to jen tehdy, když s tím předem souhlasíte.
brief-mixed = Pokud právo vaší země vyžaduje souhlas, děláme to jen tehdy, když předem souhlasíte. Odmítnout můžete všude.
brief-optout = Kdykoli můžete odmítnout.

## Who is responsible

controller-name = Správce odpovědný za tento web: { $name }
controller-address = Adresa: { $address }
controller-email = E-mail pro dotazy k ochraně osobních údajů: { $email }
controller-vat = DIČ: { $vat }
representative = Náš zástupce v Evropské unii: { $contact }
dpo = Náš pověřenec pro ochranu osobních údajů: { $contact }

## Purposes

purposes-intro = Záznamy si prohlížíme jen k těmto účelům:
purpose-usability = Snadné ovládání: vidíme, kde se naše stránky špatně ovládají, a zlepšujeme je.
purpose-support = Podpora: když nás požádáte o pomoc, vidíme, co se stalo.
purpose-security = Bezpečnost: rozpoznáme útoky a zneužití.
purpose-statistics = Statistika: zjišťujeme, jak často se naše stránky a funkce používají.
purposes-automated = Na základě záznamu se o vás nečiní žádné automatizované rozhodnutí.

## Legal basis

basis-consent = Právním základem je váš souhlas ({ $law }, čl. 6 odst. 1 písm. a)).
basis-consent-other = Základem je váš souhlas.
basis-interest = Právním základem je náš oprávněný zájem na výše uvedených účelech ({ $law }, čl. 6 odst. 1 písm. f)).
basis-interest-other = Základem je náš zájem na výše uvedených účelech.
basis-contract = Právním základem je naše smlouva s vámi; záznamy potřebujeme k jejímu plnění ({ $law }, čl. 6 odst. 1 písm. b)).
basis-contract-other = Základem je naše smlouva s vámi; záznamy potřebujeme k jejímu plnění.
basis-device = Pravidla pro přístup k vašemu zařízení: { $laws }

## Choice

choice-asked = Zaznamenáváme až poté, co souhlasíte. Rozhodujete se svobodně: i když odmítnete, můžete web používat bez omezení.
choice-mixed = Pokud právo vaší země vyžaduje souhlas, zaznamenáváme až poté, co souhlasíte. Jinde zaznamenáváme, dokud neodmítnete. Rozhodujete se svobodně: i když odmítnete, můžete web používat bez omezení.
choice-optout = Návštěvy zaznamenáváme, pokud to neodmítnete. I když odmítnete, můžete web používat bez omezení.
choice-withdraw = Svůj souhlas můžete kdykoli odvolat, stejně snadno, jako jste jej dali: pod odkazem „{ $settings }“. Se záznamem pak hned přestaneme. Co se stalo před odvoláním, zůstává zákonné.
choice-object = Odmítnout můžete kdykoli a bez udání důvodu: pod odkazem „{ $settings }“. Se záznamem pak hned přestaneme.
choice-delete = Když souhlas odvoláte nebo odmítnete, záznam vaší návštěvy smažeme.
choice-valid = Váš souhlas platí { $days ->
    [one] { $days } den
    [few] { $days } dny
   *[other] { $days } dní
}. Potom se vás zeptáme znovu.
choice-gpc = Pokud váš prohlížeč posílá signál Global Privacy Control (GPC), bereme to jako odmítnutí, ledaže i přesto výslovně souhlasíte.
choice-dnt = Pokud váš prohlížeč posílá signál Do Not Track (DNT), bereme to jako odmítnutí.
choice-age = Víme-li, že je návštěvník mladší než { $years } let, jeho návštěvu nezaznamenáváme.

## What is recorded

recorded-pointer = Pohyby myši, kliknutí, doteky, posouvání stránky a velikost vašeho okna, vždy s časem.
recorded-page-text = Stránky tak, jak je vidíte, i s textem.
recorded-page-outline = Rozvržení stránek. Jejich text je nahrazen znaky bez významu.
recorded-address = Adresy navštívených stránek, bez hledaných výrazů a podobných údajů v nich.
recorded-typing-masked = Do kterých polí píšete a zhruba kolik. Co píšete, se nezaznamenává.
recorded-typing-forms = Co píšete a vybíráte ve formulářích, kromě citlivých polí.
recorded-media = Obrázky, zvuk a video na stránkách.
recorded-canvas = Kresby, které stránky vytvářejí programem (canvas), bez textu a obrázků v nich.
recorded-console = Hlášení, která stránky vypisují pro techniky (konzole prohlížeče).
recorded-network-urls = Adresu, výsledek a čas požadavků, které stránky posílají na pozadí.
recorded-network-full = Adresu, výsledek a čas požadavků, které stránky posílají na pozadí, a jejich obsah.
recorded-custom = Události, které hlásí sám web, například „objednávka dokončena“.
recorded-ip-short = Vaši IP adresu, nanejvýš ve zkrácené podobě.
recorded-ip-full = Vaši IP adresu, pokud se v zaznamenaných datech vyskytne.
recorded-session = Číslo relace, podle kterého umíme záznam vaší návštěvy najít a smazat.

## Protection

masked-detect = Než se záznam uloží nebo předá, program v něm vyhledá osobní údaje, například e-mailové adresy a telefonní čísla, a skryje je. Může přitom něco přehlédnout.
masked-detect-some = Než se záznam uloží nebo předá, program v něm vyhledá určité druhy osobních údajů a skryje je. Může přitom něco přehlédnout.
masked-pages = U těchto stránek zaznamenáváme jen obrysy: { $pages }
masked-areas = Části našich stránek, které jsme k ochraně vybrali, jsou znečitelněny.
masked-blocked = Některé části našich stránek jsou vynechány a zobrazí se jako prázdný rámeček.
masked-ignored = V některých polích vaše zadání vůbec nezaznamenáváme.
masked-allowed = Některé části našich stránek jsou z této ochrany vyňaty; jejich text zůstává čitelný.
masked-transit = Cestou k příjemci jsou záznamy šifrovány.
masked-waiting = Dokud záznam čeká na odeslání, je uložen šifrovaně.

## Never

never-intro = Žádné nastavení to nemůže změnit: toto se nezaznamenává nikdy.
never-passwords = Hesla.
never-cards = Čísla karet a bezpečnostní kódy v platebních polích.
never-codes = Jednorázové kódy, například k přihlášení.
never-marked = Cokoli v polích označených jako citlivá.
never-outside = Vaše kamera, váš mikrofon a cokoli mimo tento web.
never-also = S naším nastavením se nezaznamenává ani toto:
never-typed = Co píšete.
never-choices = Co ve formulářích zaškrtnete nebo vyberete.
never-text = Čitelný text našich stránek.
never-media = Obrázky, zvuk a video na našich stránkách.
never-ip = Vaše IP adresa.
never-canvas = Kresby, které stránky vytvářejí programem (canvas).
never-console = Hlášení, která stránky vypisují pro techniky (konzole prohlížeče).
never-network = Požadavky, které stránky posílají na pozadí.
never-custom = Události, které hlásí sám web.

## Recipients

vendor-processor = { $party } zpracovává záznamy naším jménem a jen podle našich pokynů.
vendor-joint = { $party } rozhoduje o záznamech společně s námi a společně s námi za ně odpovídá.
vendor-independent = { $party } využívá záznamy i pro vlastní účely a sám příjemce za to odpovídá.
vendor-policy = Zásady ochrany osobních údajů ({ $name }): { $url }

## Countries outside the EEA

transfer-adequacy = { $name } dostává záznamy v zemi mimo Evropský hospodářský prostor: { $country }. Tamní ochranu údajů uznává rozhodnutí o odpovídající ochraně.
transfer-dpf = { $name } dostává záznamy v zemi mimo Evropský hospodářský prostor: { $country }. Tento příjemce je certifikován podle Data Privacy Framework.
transfer-scc = { $name } dostává záznamy v zemi mimo Evropský hospodářský prostor: { $country }. Vaše údaje tam chrání standardní smluvní doložky, které jsme sjednali. Můžete si od nás vyžádat jejich kopii.
transfer-bcr = { $name } dostává záznamy v zemi mimo Evropský hospodářský prostor: { $country }. Vaše údaje tam chrání závazná podniková pravidla schválená úřady. Můžete si od nás vyžádat jejich kopii.
transfer-derogation = { $name } dostává záznamy v zemi mimo Evropský hospodářský prostor: { $country }. Vaše údaje tam mohou být chráněny hůře. Opíráme se o výjimku, kterou zákon připouští.
transfer-open = { $name } dostává záznamy v zemi mimo Evropský hospodářský prostor: { $country }.

## Retention

retention = Každý záznam uchováváme { $days ->
    [one] { $days } den
    [few] { $days } dny
   *[other] { $days } dní
} a potom jej smažeme.
retention-waiting = Záznam, který se nedaří odeslat, čeká { $days ->
    [one] { $days } den
    [few] { $days } dny
   *[other] { $days } dní
} a potom jej smažeme.

## Rights

rights-intro = Máte tato práva ({ $law }, články 15 až 22):
rights-intro-other = Můžete nás požádat o toto:
right-access = Přístup: sdělíme vám, co o vás máme, a dáme vám kopii.
right-rectification = Oprava: opravíme nesprávné údaje.
right-erasure = Výmaz: vaše údaje smažeme.
right-restriction = Omezení: vaše údaje uchováme, ale přestaneme je používat.
right-portability = Přenositelnost: své údaje dostanete v běžném formátu souboru.
right-object = Námitka: vznesete námitku a my vás přestaneme zaznamenávat.
right-automated = Automatizovaná rozhodnutí: o vaší věci rozhoduje člověk, ne pouze stroj.
rights-contact = Napište na { $email }.
complaint-intro = Můžete podat stížnost u úřadu pro ochranu osobních údajů, například tam, kde bydlíte, kde pracujete nebo kde podle vás došlo k porušení zákona.
complaint-intro-other = Můžete podat stížnost u úřadu.
complaint-authority = { $country }: { $authority }, { $url }

## California, Québec

california-categories = Kategorie osobních údajů podle California Consumer Privacy Act: činnost na internetu a v jiných elektronických sítích.
california-identifiers = Další kategorie: identifikátory (IP adresa).
california-not-sold = Záznamy neprodáváme a nesdílíme je pro reklamu.
california-disclosed = Některý z výše uvedených příjemců využívá záznamy i pro vlastní účely. Podle kalifornského práva to může být prodej. Kdykoli to můžete zastavit pod odkazem „{ $settings }“.
california-rights = Máte právo na informace, na výmaz, na opravu a na odmítnutí. Za to, že svá práva využijete, s vámi nebudeme zacházet hůře.
quebec-responsible = Osoba odpovědná za ochranu osobních údajů: { $contact }
quebec-technology = Záznam je vypnutý, dokud jej svým souhlasem nezapnete.
quebec-transfer = Záznamy mohou být předány mimo Québec.

## Short statement

short-statement = Vaše osobní údaje můžeme shromažďovat my nebo třetí strany, například { $vendors }.
short-none = Návštěvy zaznamenáváme jen v obrysech: bez čitelného textu, bez toho, co píšete, a bez vaší IP adresy. Příjemci: { $vendors }.
short-contact = Dotazy k ochraně osobních údajů: { $email }

## Banner

banner-title-ask = Smíme vaši návštěvu zaznamenat?
banner-title-inform = Zaznamenáváme návštěvy
banner-strict = Uvidíme pak jako ve filmu, jak se tento web používá: jen v obrysech, bez čitelného textu. Co píšete, se nezaznamenává.
banner-balanced = Uvidíme pak jako ve filmu, jak se tento web používá: pohyby myši, kliknutí a stránky. Co píšete, se nezaznamenává.
banner-forms = Uvidíme pak jako ve filmu, jak se tento web používá: pohyby myši, kliknutí, stránky a co píšete do formulářů. Hesla, pole platebních karet a jiná citlivá pole se nezaznamenávají nikdy.
banner-purposes = Účely: { $purposes }
banner-recipients = Příjemci: { $vendors }
banner-choice-ask = Rozhodujete se svobodně. Své rozhodnutí můžete kdykoli změnit pod odkazem „{ $settings }“.
banner-choice-inform = Odmítnout můžete hned, nebo kdykoli pod odkazem „{ $settings }“.
purpose-name-usability = snadné ovládání
purpose-name-support = podpora
purpose-name-security = bezpečnost
purpose-name-statistics = statistika
button-accept = Souhlasím
button-refuse = Odmítám
button-notice = Ochrana údajů
button-settings = Nastavení záznamu
button-withdraw = Odvolat souhlas
status-on = Vaše návštěva se zaznamenává.
status-off = Vaše návštěva se nezaznamenává.

## Advice to the owner of the site (WordPress policy guide)

advice-source = Tento text vznikl z nastavení vašeho záznamu. Není to právní rada: než jej zveřejníte, zkontrolujte jej nebo jej nechte zkontrolovat advokátem.
advice-missing = Toto ve vaší konfiguraci ještě chybí: { $fields }
advice-settings = Na každou stránku umístěte odkaz nebo tlačítko s názvem „{ $settings }“, aby návštěvníci mohli své rozhodnutí změnit.
advice-suggested = Navrhovaný text:
