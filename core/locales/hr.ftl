# Obavijest o zaštiti podataka na hrvatskom. Jedna poruka je jedna cijela odredba; docs/notice.md kaže kada se pojavljuje.

locale-name = hrvatski
locale-status = drafted
locale-source = 1

## Names of things

law-gdpr = Opća uredba o zaštiti podataka
law-uk = britanski GDPR
party-name = { $name }
party-vat = { $name } (PDV ID broj { $vat })
party-country = { $name } ({ $country })
party-vat-country = { $name } (PDV ID broj { $vat }, { $country })

## Titles and headings

title-full = Obavijest o zaštiti podataka: snimanje posjeta – { $site }
title-short = Izjava o privatnosti: { $site }
heading-controller = Tko je voditelj obrade
heading-purposes = Zašto snimamo posjete
heading-basis = Pravna osnova
heading-choice = Vaš izbor
heading-recorded = Što snimamo
heading-masked = Kako štitimo vaše podatke
heading-never = Što nikada ne snimamo
heading-recipients = Tko prima snimke
heading-transfers = Zemlje izvan Europskog gospodarskog prostora
heading-retention = Koliko dugo čuvamo snimke
heading-rights = Vaša prava
heading-complaint = Vaše pravo na pritužbu
heading-california = Za posjetitelje iz Kalifornije
heading-quebec = Za posjetitelje iz Québeca
effective = Vrijedi od: { $date }
fingerprint = Inačica ove obavijesti: { $fingerprint }

## In brief

brief-strict = Snimamo kako se koristi ova mrežna stranica i posjet zatim možemo pogledati kao film (session replay). Film prikazuje stranice samo u obrisima, bez čitljivog teksta. Ono što upisujete ne snima se.
brief-balanced = Snimamo kako se koristi ova mrežna stranica i posjet zatim možemo pogledati kao film (session replay): kako se kreće miš, na što se klika i koje se stranice vide. Ono što upisujete ne snima se.
brief-forms = Snimamo kako se koristi ova mrežna stranica i posjet zatim možemo pogledati kao film (session replay): kako se kreće miš, na što se klika, koje se stranice vide i što se upisuje u obrasce. Lozinke, polja platnih kartica i druga osjetljiva polja ne snimaju se nikada.
brief-asked = To činimo samo ako ste prethodno pristali.
brief-mixed = Ako pravo vaše zemlje traži privolu, to činimo samo ako ste prethodno pristali. Odbiti možete svugdje.
brief-optout = Možete odbiti u svakom trenutku.

## Who is responsible

controller-name = Voditelj obrade odgovoran za ovu mrežnu stranicu: { $name }
controller-address = Adresa: { $address }
controller-email = E-pošta za pitanja o zaštiti podataka: { $email }
controller-vat = PDV ID broj: { $vat }
representative = Naš predstavnik u Europskoj uniji: { $contact }
dpo = Naš službenik za zaštitu podataka: { $contact }

## Purposes

purposes-intro = Snimke gledamo samo u ove svrhe:
purpose-usability = Jednostavnost uporabe: vidimo gdje se naše stranice teško koriste i poboljšavamo ih.
purpose-support = Pomoć: kad nas zamolite za pomoć, vidimo što se dogodilo.
purpose-security = Sigurnost: prepoznajemo napade i zlouporabe.
purpose-statistics = Statistika: saznajemo koliko se često koriste naše stranice i funkcije.
purposes-automated = Na temelju snimke o vama se ne donosi nikakva automatizirana odluka.

## Legal basis

basis-consent = Pravna osnova je vaša privola ({ $law }, članak 6. stavak 1. točka (a)).
basis-consent-other = Osnova je vaša privola.
basis-interest = Pravna osnova je naš legitimni interes za gore navedene svrhe ({ $law }, članak 6. stavak 1. točka (f)).
basis-interest-other = Osnova je naš interes za gore navedene svrhe.
basis-contract = Pravna osnova je naš ugovor s vama; snimke su nam potrebne za njegovo izvršenje ({ $law }, članak 6. stavak 1. točka (b)).
basis-contract-other = Osnova je naš ugovor s vama; snimke su nam potrebne za njegovo izvršenje.
basis-device = Pravila o pristupu vašem uređaju: { $laws }

## Choice

choice-asked = Snimamo tek nakon što pristanete. Odlučujete slobodno: i ako odbijete, stranicu možete koristiti bez ograničenja.
choice-mixed = Ako pravo vaše zemlje traži privolu, snimamo tek nakon što pristanete. Drugdje snimamo dok ne odbijete. Odlučujete slobodno: i ako odbijete, stranicu možete koristiti bez ograničenja.
choice-optout = Posjete snimamo osim ako odbijete. I ako odbijete, stranicu možete koristiti bez ograničenja.
choice-withdraw = Privolu možete povući u svakom trenutku, jednako lako kako ste je dali: pod „{ $settings }”. Tada odmah prestajemo snimati. Ono što se dogodilo prije povlačenja ostaje zakonito.
choice-object = Odbiti možete u svakom trenutku i bez navođenja razloga: pod „{ $settings }”. Tada odmah prestajemo snimati.
choice-delete = Ako povučete privolu ili odbijete, brišemo snimku vašeg posjeta.
choice-valid = Vaša privola vrijedi { $days ->
    [one] { $days } dan
    [few] { $days } dana
   *[other] { $days } dana
}. Nakon toga pitamo vas ponovno.
choice-gpc = Ako vaš preglednik šalje signal Global Privacy Control (GPC), to smatramo odbijanjem, osim ako unatoč tome izričito pristanete.
choice-dnt = Ako vaš preglednik šalje signal Do Not Track (DNT), to smatramo odbijanjem.
choice-age = Ako znamo da je posjetitelj mlađi od { $years } godina, njegov posjet ne snimamo.

## What is recorded

recorded-pointer = Pokrete miša, klikove, dodire, pomicanje stranice i veličinu vašeg prozora, svaki put s vremenom.
recorded-page-text = Stranice onako kako ih vidite, s njihovim tekstom.
recorded-page-outline = Raspored stranica. Njihov tekst zamijenjen je znakovima bez značenja.
recorded-address = Adrese posjećenih stranica, bez traženih pojmova i sličnih podataka.
recorded-typing-masked = U koja polja pišete i otprilike koliko. Ono što upisujete ne snima se.
recorded-typing-forms = Ono što upisujete i birate u obrascima, osim u osjetljivim poljima.
recorded-media = Slike, zvuk i video na stranicama.
recorded-canvas = Crteže koje stranice izrađuju programom (canvas), bez teksta i slika u njima.
recorded-console = Poruke koje stranice ispisuju za tehničare (konzola preglednika).
recorded-network-urls = Adresu, rezultat i vrijeme zahtjeva koje stranice šalju u pozadini.
recorded-network-full = Adresu, rezultat i vrijeme zahtjeva koje stranice šalju u pozadini, kao i njihov sadržaj.
recorded-custom = Događaje koje javlja sama stranica, na primjer „narudžba završena”.
recorded-ip-short = Vašu IP adresu, najviše u skraćenom obliku.
recorded-ip-full = Vašu IP adresu, ako se pojavi u snimljenim podacima.
recorded-session = Broj sesije, s pomoću kojeg možemo pronaći i izbrisati snimku vašeg posjeta.

## Protection

masked-detect = Prije nego što se snimka pohrani ili proslijedi, program u njoj traži osobne podatke, na primjer adrese e-pošte i telefonske brojeve, i skriva ih. Pritom može nešto propustiti.
masked-detect-some = Prije nego što se snimka pohrani ili proslijedi, program u njoj traži određene vrste osobnih podataka i skriva ih. Pritom može nešto propustiti.
masked-pages = Od ovih stranica snimamo samo obrise: { $pages }
masked-areas = Dijelovi naših stranica koje smo odabrali za zaštitu postaju nečitljivi.
masked-blocked = Neki dijelovi naših stranica izostavljeni su i prikazuju se kao prazan okvir.
masked-ignored = U nekim poljima uopće ne snimamo ono što unosite.
masked-allowed = Neki dijelovi naših stranica izuzeti su od ove zaštite; njihov tekst ostaje čitljiv.
masked-transit = Na putu do primatelja snimke su šifrirane.
masked-waiting = Dok snimka čeka na slanje, pohranjena je šifrirano.

## Never

never-intro = Nijedna postavka to ne može promijeniti: sljedeće se nikada ne snima.
never-passwords = Lozinke.
never-cards = Brojevi kartica i sigurnosni kodovi u poljima za plaćanje.
never-codes = Jednokratni kodovi, na primjer za prijavu.
never-marked = Sve u poljima koja su označena kao osjetljiva.
never-outside = Vaša kamera, vaš mikrofon i sve izvan ove mrežne stranice.
never-also = S našim postavkama ne snima se ni sljedeće:
never-typed = Ono što upisujete.
never-choices = Ono što u obrascima označite ili odaberete.
never-text = Čitljiv tekst naših stranica.
never-media = Slike, zvuk i video na našim stranicama.
never-ip = Vaša IP adresa.
never-canvas = Crteži koje stranice izrađuju programom (canvas).
never-console = Poruke koje stranice ispisuju za tehničare (konzola preglednika).
never-network = Zahtjevi koje stranice šalju u pozadini.
never-custom = Događaji koje javlja sama stranica.

## Recipients

vendor-processor = { $party } obrađuje snimke u naše ime i samo prema našim uputama.
vendor-joint = { $party } zajedno s nama odlučuje o snimkama i zajedno s nama za njih odgovara.
vendor-independent = { $party } koristi snimke i za vlastite svrhe i za to sam primatelj odgovara.
vendor-policy = Politika privatnosti ({ $name }): { $url }

## Countries outside the EEA

transfer-adequacy = { $name } prima snimke u zemlji izvan Europskog gospodarskog prostora: { $country }. Odluka o primjerenosti priznaje tamošnju zaštitu podataka.
transfer-dpf = { $name } prima snimke u zemlji izvan Europskog gospodarskog prostora: { $country }. Ovaj primatelj certificiran je prema okviru Data Privacy Framework.
transfer-scc = { $name } prima snimke u zemlji izvan Europskog gospodarskog prostora: { $country }. Vaše podatke ondje štite standardne ugovorne klauzule koje smo ugovorili. Od nas možete zatražiti kopiju.
transfer-bcr = { $name } prima snimke u zemlji izvan Europskog gospodarskog prostora: { $country }. Vaše podatke ondje štite obvezujuća korporativna pravila koja su odobrila tijela vlasti. Od nas možete zatražiti kopiju.
transfer-derogation = { $name } prima snimke u zemlji izvan Europskog gospodarskog prostora: { $country }. Vaši podaci ondje mogu biti slabije zaštićeni. Oslanjamo se na iznimku koju zakon dopušta.
transfer-open = { $name } prima snimke u zemlji izvan Europskog gospodarskog prostora: { $country }.

## Retention

retention = Svaku snimku čuvamo { $days ->
    [one] { $days } dan
    [few] { $days } dana
   *[other] { $days } dana
}, a zatim je brišemo.
retention-waiting = Snimka koja se ne može poslati čeka { $days ->
    [one] { $days } dan
    [few] { $days } dana
   *[other] { $days } dana
}, a zatim se briše.

## Rights

rights-intro = Imate ova prava ({ $law }, članci 15. do 22.):
rights-intro-other = Od nas možete zatražiti sljedeće:
right-access = Pristup: reći ćemo vam koje vaše podatke imamo i dati vam kopiju.
right-rectification = Ispravak: ispravljamo netočne podatke.
right-erasure = Brisanje: brišemo vaše podatke.
right-restriction = Ograničenje: čuvamo vaše podatke, ali ih prestajemo koristiti.
right-portability = Prenosivost: svoje podatke dobivate u uobičajenom obliku datoteke.
right-object = Prigovor: uložite prigovor i prestajemo vas snimati.
right-automated = Automatizirane odluke: o vašem slučaju odlučuje čovjek, a ne samo stroj.
rights-contact = Pišite na { $email }.
complaint-intro = Možete podnijeti pritužbu tijelu za zaštitu podataka, na primjer ondje gdje živite, gdje radite ili gdje je prema vašem mišljenju prekršen zakon.
complaint-intro-other = Možete podnijeti pritužbu nadležnom tijelu.
complaint-authority = { $country }: { $authority }, { $url }

## California, Québec

california-categories = Kategorija osobnih podataka prema California Consumer Privacy Act: aktivnost na internetu i u drugim elektroničkim mrežama.
california-identifiers = Daljnja kategorija: identifikatori (IP adresa).
california-not-sold = Snimke ne prodajemo i ne dijelimo ih u svrhu oglašavanja.
california-disclosed = Jedan od gore navedenih primatelja koristi snimke i za vlastite svrhe. Prema kalifornijskom pravu to može biti prodaja. Možete je zaustaviti u svakom trenutku pod „{ $settings }”.
california-rights = Imate pravo znati, zatražiti brisanje i ispravak te odbiti. Zbog korištenja svojih prava nećete imati lošiji tretman.
quebec-responsible = Osoba odgovorna za zaštitu osobnih podataka: { $contact }
quebec-technology = Snimanje je isključeno dok ga ne uključite svojim pristankom.
quebec-transfer = Snimke se mogu proslijediti izvan Québeca.

## Short statement

short-statement = Vaše osobne podatke možemo prikupljati mi ili treće strane, na primjer { $vendors }.
short-none = Posjete snimamo samo u obrisima: bez čitljivog teksta, bez onoga što upisujete i bez vaše IP adrese. Primatelji: { $vendors }.
short-contact = Pitanja o zaštiti podataka: { $email }

## Banner

banner-title-ask = Smijemo li snimiti vaš posjet?
banner-title-inform = Snimamo posjete
banner-strict = Tada kao na filmu vidimo kako se stranica koristi: samo u obrisima, bez čitljivog teksta. Ono što upisujete ne snima se.
banner-balanced = Tada kao na filmu vidimo kako se stranica koristi: pokreti miša, klikovi i stranice. Ono što upisujete ne snima se.
banner-forms = Tada kao na filmu vidimo kako se stranica koristi: pokreti miša, klikovi, stranice i ono što upisujete u obrasce. Lozinke, polja platnih kartica i druga osjetljiva polja ne snimaju se nikada.
banner-purposes = Svrhe: { $purposes }
banner-recipients = Primatelji: { $vendors }
banner-choice-ask = Odlučujete slobodno i svoj izbor možete promijeniti u svakom trenutku pod „{ $settings }”.
banner-choice-inform = Možete odbiti sada ili u svakom trenutku pod „{ $settings }”.
purpose-name-usability = jednostavnost uporabe
purpose-name-support = pomoć
purpose-name-security = sigurnost
purpose-name-statistics = statistika
button-accept = Prihvaćam
button-refuse = Odbijam
button-notice = Zaštita podataka
button-settings = Postavke snimanja
button-withdraw = Povuci privolu
status-on = Vaš se posjet snima.
status-off = Vaš se posjet ne snima.

## Advice to the owner of the site (WordPress policy guide)

advice-source = Ovaj tekst nastao je iz postavki vašeg snimanja. Nije pravni savjet: prije objave ga provjerite ili ga dajte provjeriti odvjetniku.
advice-missing = U vašoj konfiguraciji još nedostaje: { $fields }
advice-settings = Na svaku stranicu stavite poveznicu ili gumb s nazivom „{ $settings }” kako bi posjetitelji mogli promijeniti svoj izbor.
advice-suggested = Predloženi tekst:
