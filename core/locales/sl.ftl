# Obvestilo o varstvu podatkov v slovenščini. Eno sporočilo je ena cela določba; docs/notice.md pove, kdaj se pokaže.

locale-name = slovenščina
locale-status = drafted
locale-source = 1

## Names of things

law-gdpr = Splošna uredba o varstvu podatkov
law-uk = britanska uredba GDPR
party-name = { $name }
party-vat = { $name } (ID za DDV { $vat })
party-country = { $name } ({ $country })
party-vat-country = { $name } (ID za DDV { $vat }, { $country })

## Titles and headings

title-full = Obvestilo o varstvu podatkov: snemanje obiskov – { $site }
title-short = Izjava o zasebnosti: { $site }
heading-controller = Kdo je upravljavec
heading-purposes = Zakaj snemamo obiske
heading-basis = Pravna podlaga
heading-choice = Vaša izbira
heading-recorded = Kaj snemamo
heading-masked = Kako varujemo vaše podatke
heading-never = Česa nikoli ne snemamo
heading-recipients = Kdo prejme posnetke
heading-transfers = Države zunaj Evropskega gospodarskega prostora
heading-retention = Kako dolgo hranimo posnetke
heading-rights = Vaše pravice
heading-complaint = Vaša pravica do pritožbe
heading-california = Za obiskovalce iz Kalifornije
heading-quebec = Za obiskovalce iz Quebeca
effective = Velja od: { $date }
fingerprint = Različica tega obvestila: { $fingerprint }

## In brief

brief-strict = Snemamo, kako se uporablja to spletno mesto, in si lahko obisk pozneje ogledamo kot film (session replay). Film kaže strani samo v obrisih, brez berljivega besedila. Kar vtipkate, se ne snema.
brief-balanced = Snemamo, kako se uporablja to spletno mesto, in si lahko obisk pozneje ogledamo kot film (session replay): kako se premika miška, kaj se klikne in katere strani so vidne. Kar vtipkate, se ne snema.
brief-forms = Snemamo, kako se uporablja to spletno mesto, in si lahko obisk pozneje ogledamo kot film (session replay): kako se premika miška, kaj se klikne, katere strani so vidne in kaj se vtipka v obrazce. Gesla, polja plačilnih kartic in druga občutljiva polja se nikoli ne snemajo.
brief-asked = To počnemo le, če ste prej privolili.
brief-mixed = Če pravo vaše države zahteva privolitev, to počnemo le, če ste prej privolili. Zavrnete lahko povsod.
brief-optout = Zavrnete lahko kadar koli.

## Who is responsible

controller-name = Upravljavec, odgovoren za to spletno mesto: { $name }
controller-address = Naslov: { $address }
controller-email = E-pošta za vprašanja o varstvu podatkov: { $email }
controller-vat = ID za DDV: { $vat }
representative = Naš predstavnik v Evropski uniji: { $contact }
dpo = Naša pooblaščena oseba za varstvo podatkov: { $contact }

## Purposes

purposes-intro = Posnetke gledamo samo za te namene:
purpose-usability = Enostavna uporaba: vidimo, kje je naše strani težko uporabljati, in jih izboljšamo.
purpose-support = Pomoč: ko nas prosite za pomoč, vidimo, kaj se je zgodilo.
purpose-security = Varnost: prepoznamo napade in zlorabe.
purpose-statistics = Statistika: izvemo, kako pogosto se uporabljajo naše strani in funkcije.
purposes-automated = Na podlagi posnetka se o vas ne sprejme nobena avtomatizirana odločitev.

## Legal basis

basis-consent = Pravna podlaga je vaša privolitev ({ $law }, člen 6(1)(a)).
basis-consent-other = Podlaga je vaša privolitev.
basis-interest = Pravna podlaga je naš zakoniti interes za zgoraj navedene namene ({ $law }, člen 6(1)(f)).
basis-interest-other = Podlaga je naš interes za zgoraj navedene namene.
basis-contract = Pravna podlaga je naša pogodba z vami; posnetke potrebujemo za njeno izpolnitev ({ $law }, člen 6(1)(b)).
basis-contract-other = Podlaga je naša pogodba z vami; posnetke potrebujemo za njeno izpolnitev.
basis-device = Pravila o dostopu do vaše naprave: { $laws }

## Choice

choice-asked = Snemamo šele, ko privolite. Odločate se svobodno: tudi če zavrnete, lahko spletno mesto uporabljate brez omejitev.
choice-mixed = Če pravo vaše države zahteva privolitev, snemamo šele, ko privolite. Drugje snemamo, dokler ne zavrnete. Odločate se svobodno: tudi če zavrnete, lahko spletno mesto uporabljate brez omejitev.
choice-optout = Obiske snemamo, razen če zavrnete. Tudi če zavrnete, lahko spletno mesto uporabljate brez omejitev.
choice-withdraw = Privolitev lahko kadar koli prekličete, enako preprosto, kot ste jo dali: pod »{ $settings }«. Takrat takoj nehamo snemati. Kar se je zgodilo pred preklicem, ostane zakonito.
choice-object = Zavrnete lahko kadar koli in brez navedbe razloga: pod »{ $settings }«. Takrat takoj nehamo snemati.
choice-delete = Če privolitev prekličete ali zavrnete, posnetek vašega obiska izbrišemo.
choice-valid = Vaša privolitev velja { $days ->
    [one] { $days } dan
    [two] { $days } dneva
    [few] { $days } dni
   *[other] { $days } dni
}. Potem vas znova vprašamo.
choice-gpc = Če vaš brskalnik pošilja signal Global Privacy Control (GPC), to štejemo za zavrnitev, razen če kljub temu izrecno privolite.
choice-dnt = Če vaš brskalnik pošilja signal Do Not Track (DNT), to štejemo za zavrnitev.
choice-age = Če vemo, da je obiskovalec mlajši od { $years } let, njegovega obiska ne snemamo.

## What is recorded

recorded-pointer = Premike miške, klike, dotike, drsenje in velikost vašega okna, vsakič s časom.
recorded-page-text = Strani tako, kot jih vidite, z njihovim besedilom.
recorded-page-outline = Postavitev strani. Njihovo besedilo nadomestijo znaki brez pomena.
recorded-address = Naslove obiskanih strani, brez iskanih besed in podobnih podatkov.
recorded-typing-masked = V katera polja tipkate in približno koliko. Kar vtipkate, se ne snema.
recorded-typing-forms = Kar vtipkate in izberete v obrazcih, razen v občutljivih poljih.
recorded-media = Slike, zvok in video na straneh.
recorded-canvas = Risbe, ki jih strani ustvarijo s programom (canvas), brez besedila in slik v njih.
recorded-console = Sporočila, ki jih strani izpišejo za tehnike (konzola brskalnika).
recorded-network-urls = Naslov, rezultat in čas zahtev, ki jih strani pošiljajo v ozadju.
recorded-network-full = Naslov, rezultat in čas zahtev, ki jih strani pošiljajo v ozadju, ter njihovo vsebino.
recorded-custom = Dogodke, ki jih sporoči spletno mesto samo, na primer »naročilo oddano«.
recorded-ip-short = Vaš naslov IP, največ v skrajšani obliki.
recorded-ip-full = Vaš naslov IP, kjer se pojavi v posnetih podatkih.
recorded-session = Številko seje, s katero lahko najdemo in izbrišemo posnetek vašega obiska.

## Protection

masked-detect = Preden se posnetek shrani ali posreduje, program v njem poišče osebne podatke, na primer e-poštne naslove in telefonske številke, in jih skrije. Pri tem lahko kaj spregleda.
masked-detect-some = Preden se posnetek shrani ali posreduje, program v njem poišče določene vrste osebnih podatkov in jih skrije. Pri tem lahko kaj spregleda.
masked-pages = Od teh strani snemamo samo obrise: { $pages }
masked-areas = Deli naših strani, ki smo jih izbrali za zaščito, postanejo neberljivi.
masked-blocked = Nekateri deli naših strani so izpuščeni in se pokažejo kot prazen okvir.
masked-ignored = V nekaterih poljih vašega vnosa sploh ne snemamo.
masked-allowed = Nekateri deli naših strani so iz te zaščite izvzeti; njihovo besedilo ostane berljivo.
masked-transit = Na poti do prejemnika so posnetki šifrirani.
masked-waiting = Dokler posnetek čaka na pošiljanje, je shranjen šifrirano.

## Never

never-intro = Nobena nastavitev tega ne more spremeniti: naslednje se nikoli ne snema.
never-passwords = Gesla.
never-cards = Številke kartic in varnostne kode v plačilnih poljih.
never-codes = Enkratne kode, na primer za prijavo.
never-marked = Vse v poljih, ki so označena kot občutljiva.
never-outside = Vaša kamera, vaš mikrofon in vse zunaj tega spletnega mesta.
never-also = Z našimi nastavitvami se ne snema niti to:
never-typed = Kar vtipkate.
never-choices = Kar v obrazcih označite ali izberete.
never-text = Berljivo besedilo naših strani.
never-media = Slike, zvok in video na naših straneh.
never-ip = Vaš naslov IP.
never-canvas = Risbe, ki jih strani ustvarijo s programom (canvas).
never-console = Sporočila, ki jih strani izpišejo za tehnike (konzola brskalnika).
never-network = Zahteve, ki jih strani pošiljajo v ozadju.
never-custom = Dogodki, ki jih sporoči spletno mesto samo.

## Recipients

vendor-processor = { $party } obdeluje posnetke v našem imenu in samo po naših navodilih.
vendor-joint = { $party } skupaj z nami odloča o posnetkih in zanje skupaj z nami odgovarja.
vendor-independent = { $party } uporablja posnetke tudi za lastne namene in za to odgovarja prejemnik sam.
vendor-policy = Politika zasebnosti ({ $name }): { $url }

## Countries outside the EEA

transfer-adequacy = { $name } prejema posnetke v državi zunaj Evropskega gospodarskega prostora: { $country }. Tamkajšnje varstvo podatkov priznava sklep o ustreznosti.
transfer-dpf = { $name } prejema posnetke v državi zunaj Evropskega gospodarskega prostora: { $country }. Ta prejemnik je certificiran po okviru Data Privacy Framework.
transfer-scc = { $name } prejema posnetke v državi zunaj Evropskega gospodarskega prostora: { $country }. Vaše podatke tam varujejo standardna pogodbena določila, za katera smo se dogovorili. Pri nas lahko zahtevate kopijo.
transfer-bcr = { $name } prejema posnetke v državi zunaj Evropskega gospodarskega prostora: { $country }. Vaše podatke tam varujejo zavezujoča poslovna pravila, ki so jih odobrili organi. Pri nas lahko zahtevate kopijo.
transfer-derogation = { $name } prejema posnetke v državi zunaj Evropskega gospodarskega prostora: { $country }. Vaši podatki so tam morda slabše varovani. Opiramo se na izjemo, ki jo dopušča zakon.
transfer-open = { $name } prejema posnetke v državi zunaj Evropskega gospodarskega prostora: { $country }.

## Retention

retention = Vsak posnetek hranimo { $days ->
    [one] { $days } dan
    [two] { $days } dneva
    [few] { $days } dni
   *[other] { $days } dni
}, nato ga izbrišemo.
retention-waiting = Posnetek, ki ga ni mogoče poslati, čaka { $days ->
    [one] { $days } dan
    [two] { $days } dneva
    [few] { $days } dni
   *[other] { $days } dni
}, nato ga izbrišemo.

## Rights

rights-intro = Imate te pravice ({ $law }, členi 15 do 22):
rights-intro-other = Od nas lahko zahtevate naslednje:
right-access = Dostop: povemo vam, katere vaše podatke imamo, in vam damo kopijo.
right-rectification = Popravek: popravimo napačne podatke.
right-erasure = Izbris: izbrišemo vaše podatke.
right-restriction = Omejitev: vaše podatke hranimo, a jih ne uporabljamo več.
right-portability = Prenosljivost: svoje podatke dobite v običajni obliki datoteke.
right-object = Ugovor: ugovarjate in nehamo vas snemati.
right-automated = Avtomatizirane odločitve: o vaši zadevi odloči človek, ne le stroj.
rights-contact = Pišite na { $email }.
complaint-intro = Pritožite se lahko pri organu za varstvo podatkov, na primer tam, kjer živite, kjer delate ali kjer je bil po vašem mnenju kršen zakon.
complaint-intro-other = Pritožite se lahko pri pristojnem organu.
complaint-authority = { $country }: { $authority }, { $url }

## California, Québec

california-categories = Kategorija osebnih podatkov po California Consumer Privacy Act: dejavnost na internetu in v drugih elektronskih omrežjih.
california-identifiers = Druga kategorija: identifikatorji (naslov IP).
california-not-sold = Posnetkov ne prodajamo in jih ne delimo za oglaševanje.
california-disclosed = Eden od zgoraj navedenih prejemnikov uporablja posnetke tudi za lastne namene. Po kalifornijskem pravu je to lahko prodaja. Kadar koli jo lahko ustavite pod »{ $settings }«.
california-rights = Imate pravico vedeti, zahtevati izbris in popravek ter zavrniti. Zaradi uveljavljanja pravic vas ne obravnavamo slabše.
quebec-responsible = Oseba, odgovorna za varstvo osebnih podatkov: { $contact }
quebec-technology = Snemanje je izklopljeno, dokler ga s privolitvijo ne vklopite.
quebec-transfer = Posnetki se lahko posredujejo prejemnikom zunaj Quebeca.

## Short statement

short-statement = Vaše osebne podatke lahko zbiramo mi ali tretje osebe, na primer { $vendors }.
short-none = Obiske snemamo samo v obrisih: brez berljivega besedila, brez tega, kar vtipkate, in brez vašega naslova IP. Prejemniki: { $vendors }.
short-contact = Vprašanja o varstvu podatkov: { $email }

## Banner

banner-title-ask = Ali smemo posneti vaš obisk?
banner-title-inform = Snemamo obiske
banner-strict = Tako kot v filmu vidimo, kako se spletno mesto uporablja: samo v obrisih, brez berljivega besedila. Kar vtipkate, se ne snema.
banner-balanced = Tako kot v filmu vidimo, kako se spletno mesto uporablja: premiki miške, kliki in strani. Kar vtipkate, se ne snema.
banner-forms = Tako kot v filmu vidimo, kako se spletno mesto uporablja: premiki miške, kliki, strani in kar vtipkate v obrazce. Gesla, polja plačilnih kartic in druga občutljiva polja se nikoli ne snemajo.
banner-purposes = Nameni: { $purposes }
banner-recipients = Prejemniki: { $vendors }
banner-choice-ask = Odločate se svobodno in lahko izbiro kadar koli spremenite pod »{ $settings }«.
banner-choice-inform = Zavrnete lahko zdaj ali kadar koli pod »{ $settings }«.
purpose-name-usability = enostavna uporaba
purpose-name-support = pomoč
purpose-name-security = varnost
purpose-name-statistics = statistika
button-accept = Sprejmem
button-refuse = Zavrnem
button-notice = Varstvo podatkov
button-settings = Nastavitve snemanja
button-withdraw = Prekliči privolitev
status-on = Vaš obisk se snema.
status-off = Vaš obisk se ne snema.

## Advice to the owner of the site (WordPress policy guide)

advice-source = To besedilo je nastalo iz nastavitev vašega snemanja. Ni pravni nasvet: pred objavo ga preverite ali ga dajte v pregled odvetniku.
advice-missing = V vaši konfiguraciji še manjka: { $fields }
advice-settings = Na vsako stran postavite povezavo ali gumb z imenom »{ $settings }«, da bodo obiskovalci lahko spremenili svojo izbiro.
advice-suggested = Predlagano besedilo:
