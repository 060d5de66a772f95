# Informácie o ochrane údajov po slovensky. Jedna správa je jedno celé ustanovenie; docs/notice.md hovorí, kedy sa objaví.

locale-name = slovenčina
locale-status = drafted
locale-source = 1

## Names of things

law-gdpr = GDPR
law-uk = britské GDPR
party-name = { $name }
party-vat = { $name } (IČ DPH { $vat })
party-country = { $name } ({ $country })
party-vat-country = { $name } (IČ DPH { $vat }, { $country })

## Titles and headings

title-full = Informácie o ochrane údajov: záznam návštev na webe { $site }
title-short = Vyhlásenie o ochrane súkromia: { $site }
heading-controller = Kto je prevádzkovateľom
heading-purposes = Prečo návštevy zaznamenávame
heading-basis = Právny základ
heading-choice = Rozhodujete vy
heading-recorded = Čo zaznamenávame
heading-masked = Ako vaše údaje chránime
heading-never = Čo nikdy nezaznamenávame
heading-recipients = Kto záznamy dostáva
heading-transfers = Krajiny mimo Európskeho hospodárskeho priestoru
heading-retention = Ako dlho záznamy uchovávame
heading-rights = Vaše práva
heading-complaint = Vaše právo podať sťažnosť
heading-california = Pre návštevníkov z Kalifornie
heading-quebec = Pre návštevníkov z Québecu
effective = Znenie ku dňu { $date }
fingerprint = Verzia týchto informácií: { $fingerprint }

## In brief

brief-strict = Zaznamenávame, ako sa tento web používa, a návštevu si potom môžeme prehrať ako film (session replay). Film ukazuje stránky len v obrysoch, bez čitateľného textu. Čo píšete, sa nezaznamenáva.
brief-balanced = Zaznamenávame, ako sa tento web používa, a návštevu si potom môžeme prehrať ako film (session replay): ako sa pohybuje myš, na čo sa kliká a ktoré stránky vidno. Čo píšete, sa nezaznamenáva.
brief-forms = Zaznamenávame, ako sa tento web používa, a návštevu si potom môžeme prehrať ako film (session replay): ako sa pohybuje myš, na čo sa kliká, ktoré stránky vidno a čo sa píše do formulárov. Heslá, polia platobných kariet a iné citlivé polia sa nezaznamenávajú nikdy.
brief-asked = Robíme to len vtedy, ak s tým vopred súhlasíte.
brief-mixed = Ak právo vašej krajiny vyžaduje súhlas, robíme to len vtedy, ak vopred súhlasíte. Odmietnuť môžete všade.
brief-optout = Kedykoľvek môžete odmietnuť.

## Who is responsible

controller-name = Prevádzkovateľ zodpovedný za tento web: { $name }
controller-address = Adresa: { $address }
controller-email = E-mail pre otázky o ochrane údajov: { $email }
controller-vat = IČ DPH: { $vat }
representative = Náš zástupca v Európskej únii: { $contact }
dpo = Naša zodpovedná osoba pre ochranu údajov: { $contact }

## Purposes

purposes-intro = Záznamy si pozeráme len na tieto účely:
purpose-usability = Jednoduché ovládanie: vidíme, kde sa naše stránky ťažko ovládajú, a zlepšujeme ich.
purpose-support = Podpora: keď nás požiadate o pomoc, vidíme, čo sa stalo.
purpose-security = Bezpečnosť: rozpoznáme útoky a zneužitie.
purpose-statistics = Štatistika: zisťujeme, ako často sa naše stránky a funkcie používajú.
purposes-automated = Na základe záznamu sa o vás nerobí žiadne automatizované rozhodnutie.

## Legal basis

basis-consent = Právnym základom je váš súhlas ({ $law }, čl. 6 ods. 1 písm. a)).
basis-consent-other = Základom je váš súhlas.
basis-interest = Právnym základom je náš oprávnený záujem na uvedených účeloch ({ $law }, čl. 6 ods. 1 písm. f)).
basis-interest-other = Základom je náš záujem na uvedených účeloch.
basis-contract = Právnym základom je naša zmluva s vami; záznamy potrebujeme na jej plnenie ({ $law }, čl. 6 ods. 1 písm. b)).
basis-contract-other = Základom je naša zmluva s vami; záznamy potrebujeme na jej plnenie.
basis-device = Pravidlá prístupu k vášmu zariadeniu: { $laws }

## Choice

choice-asked = Zaznamenávame až potom, ako súhlasíte. Rozhodujete sa slobodne: aj keď odmietnete, môžete web používať bez obmedzenia.
choice-mixed = Ak právo vašej krajiny vyžaduje súhlas, zaznamenávame až potom, ako súhlasíte. Inde zaznamenávame, kým neodmietnete. Rozhodujete sa slobodne: aj keď odmietnete, môžete web používať bez obmedzenia.
choice-optout = Návštevy zaznamenávame, ak to neodmietnete. Aj keď odmietnete, môžete web používať bez obmedzenia.
choice-withdraw = Svoj súhlas môžete kedykoľvek odvolať, rovnako ľahko, ako ste ho dali: pod odkazom „{ $settings }“. So záznamom potom hneď prestaneme. Čo sa stalo pred odvolaním, ostáva zákonné.
choice-object = Odmietnuť môžete kedykoľvek a bez udania dôvodu: pod odkazom „{ $settings }“. So záznamom potom hneď prestaneme.
choice-delete = Ak súhlas odvoláte alebo odmietnete, záznam vašej návštevy vymažeme.
choice-valid = Váš súhlas platí { $days ->
    [one] { $days } deň
    [few] { $days } dni
   *[other] { $days } dní
}. Potom sa vás opýtame znova.
choice-gpc = Ak váš prehliadač posiela signál Global Privacy Control (GPC), berieme to ako odmietnutie, ibaže aj napriek tomu výslovne súhlasíte.
choice-dnt = Ak váš prehliadač posiela signál Do Not Track (DNT), berieme to ako odmietnutie.
choice-age = Ak vieme, že návštevník má menej ako { $years } rokov, jeho návštevu nezaznamenávame.

## What is recorded

recorded-pointer = Pohyby myši, kliknutia, dotyky, posúvanie stránky a veľkosť vášho okna, vždy s časom.
recorded-page-text = Stránky tak, ako ich vidíte, aj s textom.
recorded-page-outline = Rozloženie stránok. Ich text je nahradený znakmi bez významu.
recorded-address = Adresy navštívených stránok, bez hľadaných výrazov a podobných údajov v nich.
recorded-typing-masked = Do ktorých polí píšete a približne koľko. Čo píšete, sa nezaznamenáva.
recorded-typing-forms = Čo píšete a vyberáte vo formulároch, okrem citlivých polí.
recorded-media = Obrázky, zvuk a video na stránkach.
recorded-canvas = Kresby, ktoré stránky vytvárajú programom (canvas), bez textu a obrázkov v nich.
recorded-console = Hlásenia, ktoré stránky vypisujú pre technikov (konzola prehliadača).
recorded-network-urls = Adresu, výsledok a čas požiadaviek, ktoré stránky posielajú na pozadí.
recorded-network-full = Adresu, výsledok a čas požiadaviek, ktoré stránky posielajú na pozadí, a ich obsah.
recorded-custom = Udalosti, ktoré hlási sám web, napríklad „objednávka dokončená“.
recorded-ip-short = Vašu IP adresu, nanajvýš v skrátenej podobe.
recorded-ip-full = Vašu IP adresu, ak sa v zaznamenaných údajoch vyskytne.
recorded-session = Číslo relácie, podľa ktorého vieme záznam vašej návštevy nájsť a vymazať.

## Protection

masked-detect = Skôr než sa záznam uloží alebo odovzdá, program v ňom vyhľadá osobné údaje, napríklad e-mailové adresy a telefónne čísla, a skryje ich. Môže pritom niečo prehliadnuť.
masked-detect-some = Skôr než sa záznam uloží alebo odovzdá, program v ňom vyhľadá určité druhy osobných údajov a skryje ich. Môže pritom niečo prehliadnuť.
masked-pages = Z týchto stránok zaznamenávame len obrysy: { $pages }
masked-areas = Časti našich stránok, ktoré sme vybrali na ochranu, sú v zázname nečitateľné.
masked-blocked = Niektoré časti našich stránok sú vynechané a zobrazia sa ako prázdny rámček.
masked-ignored = V niektorých poliach vaše zadanie vôbec nezaznamenávame.
masked-allowed = Na niektoré časti našich stránok sa táto ochrana nevzťahuje; ich text ostáva čitateľný.
masked-transit = Cestou k príjemcovi sú záznamy šifrované.
masked-waiting = Kým záznam čaká na odoslanie, je uložený šifrovane.

## Never

never-intro = Žiadne nastavenie to nemôže zmeniť: toto sa nezaznamenáva nikdy.
never-passwords = Heslá.
never-cards = Čísla kariet a bezpečnostné kódy v platobných poliach.
never-codes = Jednorazové kódy, napríklad na prihlásenie.
never-marked = Čokoľvek v poliach označených ako citlivé.
never-outside = Vaša kamera, váš mikrofón a čokoľvek mimo tohto webu.
never-also = S naším nastavením sa nezaznamenáva ani toto:
never-typed = Čo píšete.
never-choices = Čo vo formulároch zaškrtnete alebo vyberiete.
never-text = Čitateľný text našich stránok.
never-media = Obrázky, zvuk a video na našich stránkach.
never-ip = Vaša IP adresa.
never-canvas = Kresby, ktoré stránky vytvárajú programom (canvas).
never-console = Hlásenia, ktoré stránky vypisujú pre technikov (konzola prehliadača).
never-network = Požiadavky, ktoré stránky posielajú na pozadí.
never-custom = Udalosti, ktoré hlási sám web.

## Recipients

vendor-processor = { $party } spracúva záznamy v našom mene a len podľa našich pokynov.
vendor-joint = { $party } rozhoduje o záznamoch spoločne s nami a spoločne s nami za ne zodpovedá.
vendor-independent = { $party } využíva záznamy aj na vlastné účely a sám príjemca za to zodpovedá.
vendor-policy = Zásady ochrany súkromia ({ $name }): { $url }

## Countries outside the EEA

transfer-adequacy = { $name } dostáva záznamy v krajine mimo Európskeho hospodárskeho priestoru: { $country }. Tamojšiu ochranu údajov uznáva rozhodnutie o primeranosti.
transfer-dpf = { $name } dostáva záznamy v krajine mimo Európskeho hospodárskeho priestoru: { $country }. Tento príjemca je certifikovaný podľa Data Privacy Framework.
transfer-scc = { $name } dostáva záznamy v krajine mimo Európskeho hospodárskeho priestoru: { $country }. Vaše údaje tam chránia štandardné zmluvné doložky, ktoré sme dohodli. Môžete si od nás vyžiadať ich kópiu.
transfer-bcr = { $name } dostáva záznamy v krajine mimo Európskeho hospodárskeho priestoru: { $country }. Vaše údaje tam chránia záväzné vnútropodnikové pravidlá schválené úradmi. Môžete si od nás vyžiadať ich kópiu.
transfer-derogation = { $name } dostáva záznamy v krajine mimo Európskeho hospodárskeho priestoru: { $country }. Vaše údaje tam môžu byť chránené horšie. Opierame sa o výnimku, ktorú zákon pripúšťa.
transfer-open = { $name } dostáva záznamy v krajine mimo Európskeho hospodárskeho priestoru: { $country }.

## Retention

retention = Každý záznam uchovávame { $days ->
    [one] { $days } deň
    [few] { $days } dni
   *[other] { $days } dní
} a potom ho vymažeme.
retention-waiting = Záznam, ktorý sa nedá odoslať, čaká { $days ->
    [one] { $days } deň
    [few] { $days } dni
   *[other] { $days } dní
} a potom ho vymažeme.

## Rights

rights-intro = Máte tieto práva ({ $law }, články 15 až 22):
rights-intro-other = Môžete nás požiadať o toto:
right-access = Prístup: povieme vám, čo o vás máme, a dáme vám kópiu.
right-rectification = Oprava: opravíme nesprávne údaje.
right-erasure = Vymazanie: vaše údaje vymažeme.
right-restriction = Obmedzenie: vaše údaje uchováme, ale prestaneme ich používať.
right-portability = Prenosnosť: svoje údaje dostanete v bežnom formáte súboru.
right-object = Námietka: vznesiete námietku a my vás prestaneme zaznamenávať.
right-automated = Automatizované rozhodnutia: o vašej veci rozhoduje človek, nie iba stroj.
rights-contact = Napíšte na { $email }.
complaint-intro = Môžete podať sťažnosť na úrade pre ochranu údajov, napríklad tam, kde bývate, kde pracujete alebo kde podľa vás došlo k porušeniu zákona.
complaint-intro-other = Môžete podať sťažnosť na úrade.
complaint-authority = { $country }: { $authority }, { $url }

## California, Québec

california-categories = Kategória osobných údajov podľa California Consumer Privacy Act: činnosť na internete a v iných elektronických sieťach.
california-identifiers = Ďalšia kategória: identifikátory (IP adresa).
california-not-sold = Záznamy nepredávame a nezdieľame ich na reklamu.
california-disclosed = Niektorý z uvedených príjemcov využíva záznamy aj na vlastné účely. Podľa kalifornského práva to môže byť predaj. Kedykoľvek to môžete zastaviť pod odkazom „{ $settings }“.
california-rights = Máte právo na informácie, na vymazanie, na opravu a na odmietnutie. Za to, že svoje práva využijete, s vami nebudeme zaobchádzať horšie.
quebec-responsible = Osoba zodpovedná za ochranu osobných údajov: { $contact }
quebec-technology = Záznam je vypnutý, kým ho svojím súhlasom nezapnete.
quebec-transfer = Záznamy sa môžu poskytnúť mimo Québecu.

## Short statement

short-statement = Vaše osobné údaje môžeme zhromažďovať my alebo tretie strany, napríklad { $vendors }.
short-none = Návštevy zaznamenávame len v obrysoch: bez čitateľného textu, bez toho, čo píšete, a bez vašej IP adresy. Príjemcovia: { $vendors }.
short-contact = Otázky o ochrane údajov: { $email }

## Banner

banner-title-ask = Smieme vašu návštevu zaznamenať?
banner-title-inform = Zaznamenávame návštevy
banner-strict = Uvidíme potom ako vo filme, ako sa tento web používa: len v obrysoch, bez čitateľného textu. Čo píšete, sa nezaznamenáva.
banner-balanced = Uvidíme potom ako vo filme, ako sa tento web používa: pohyby myši, kliknutia a stránky. Čo píšete, sa nezaznamenáva.
banner-forms = Uvidíme potom ako vo filme, ako sa tento web používa: pohyby myši, kliknutia, stránky a čo píšete do formulárov. Heslá, polia platobných kariet a iné citlivé polia sa nezaznamenávajú nikdy.
banner-purposes = Účely: { $purposes }
banner-recipients = Príjemcovia: { $vendors }
banner-choice-ask = Rozhodujete sa slobodne. Svoje rozhodnutie môžete kedykoľvek zmeniť pod odkazom „{ $settings }“.
banner-choice-inform = Odmietnuť môžete hneď alebo kedykoľvek pod odkazom „{ $settings }“.
purpose-name-usability = jednoduché ovládanie
purpose-name-support = podpora
purpose-name-security = bezpečnosť
purpose-name-statistics = štatistika
button-accept = Súhlasím
button-refuse = Odmietam
button-notice = Ochrana údajov
button-settings = Nastavenia záznamu
button-withdraw = Odvolať súhlas
status-on = Vaša návšteva sa zaznamenáva.
status-off = Vaša návšteva sa nezaznamenáva.

## Advice to the owner of the site (WordPress policy guide)

advice-source = Tento text vznikol z nastavení vášho záznamu. Nie je to právna rada: skôr než ho zverejníte, skontrolujte ho alebo ho dajte skontrolovať advokátovi.
advice-missing = Toto vo vašej konfigurácii ešte chýba: { $fields }
advice-settings = Na každú stránku umiestnite odkaz alebo tlačidlo s názvom „{ $settings }“, aby návštevníci mohli svoje rozhodnutie zmeniť.
advice-suggested = Navrhovaný text:
