# Andmekaitseteade eesti keeles. Üks sõnum on üks terve klausel; docs/notice.md ütleb, millal see ilmub.

locale-name = eesti
locale-status = drafted
locale-source = 1

## Names of things

law-gdpr = isikuandmete kaitse üldmäärus
law-uk = Ühendkuningriigi GDPR
party-name = { $name }
party-vat = { $name } (KMKR nr { $vat })
party-country = { $name } ({ $country })
party-vat-country = { $name } (KMKR nr { $vat }, { $country })

## Titles and headings

title-full = Andmekaitseteade: külastuste salvestamine – { $site }
title-short = Privaatsusavaldus: { $site }
heading-controller = Kes on vastutav töötleja
heading-purposes = Miks me külastusi salvestame
heading-basis = Õiguslik alus
heading-choice = Teie valik
heading-recorded = Mida me salvestame
heading-masked = Kuidas me teie andmeid kaitseme
heading-never = Mida me kunagi ei salvesta
heading-recipients = Kes saab salvestised
heading-transfers = Riigid väljaspool Euroopa Majanduspiirkonda
heading-retention = Kui kaua me salvestisi säilitame
heading-rights = Teie õigused
heading-complaint = Teie õigus esitada kaebus
heading-california = California külastajatele
heading-quebec = Québeci külastajatele
effective = Kehtib alates: { $date }
fingerprint = Selle teate versioon: { $fingerprint }

## In brief

brief-strict = Me salvestame, kuidas seda veebisaiti kasutatakse, ja saame külastust hiljem vaadata nagu filmi (session replay). Film näitab lehti ainult piirjoontes, ilma loetava tekstita. Seda, mida te kirjutate, ei salvestata.
brief-balanced = Me salvestame, kuidas seda veebisaiti kasutatakse, ja saame külastust hiljem vaadata nagu filmi (session replay): kuidas hiir liigub, millel klõpsatakse ja milliseid lehti näha on. Seda, mida te kirjutate, ei salvestata.
brief-forms = Me salvestame, kuidas seda veebisaiti kasutatakse, ja saame külastust hiljem vaadata nagu filmi (session replay): kuidas hiir liigub, millel klõpsatakse, milliseid lehti näha on ja mida vormidesse kirjutatakse. Paroole, maksekaardi välju ja muid tundlikke välju ei salvestata kunagi.
brief-asked = Teeme seda ainult siis, kui olete enne nõustunud.
brief-mixed = Kui teie riigi õigus nõuab nõusolekut, teeme seda ainult siis, kui olete enne nõustunud. Keelduda saate kõikjal.
brief-optout = Võite igal ajal keelduda.

## Who is responsible

controller-name = Selle veebisaidi vastutav töötleja: { $name }
controller-address = Aadress: { $address }
controller-email = E-post andmekaitseküsimusteks: { $email }
controller-vat = KMKR nr: { $vat }
representative = Meie esindaja Euroopa Liidus: { $contact }
dpo = Meie andmekaitsespetsialist: { $contact }

## Purposes

purposes-intro = Vaatame salvestisi ainult neil eesmärkidel:
purpose-usability = Kasutusmugavus: näeme, kus meie lehti on raske kasutada, ja parandame neid.
purpose-support = Abi: kui palute meilt abi, näeme, mis juhtus.
purpose-security = Turvalisus: tunneme ära ründed ja väärkasutuse.
purpose-statistics = Statistika: saame teada, kui sageli meie lehti ja funktsioone kasutatakse.
purposes-automated = Salvestise põhjal ei tehta teie kohta ühtegi automatiseeritud otsust.

## Legal basis

basis-consent = Õiguslik alus on teie nõusolek ({ $law }, artikli 6 lõike 1 punkt a).
basis-consent-other = Alus on teie nõusolek.
basis-interest = Õiguslik alus on meie õigustatud huvi eespool nimetatud eesmärkide vastu ({ $law }, artikli 6 lõike 1 punkt f).
basis-interest-other = Alus on meie huvi eespool nimetatud eesmärkide vastu.
basis-contract = Õiguslik alus on meie leping teiega; vajame salvestisi selle täitmiseks ({ $law }, artikli 6 lõike 1 punkt b).
basis-contract-other = Alus on meie leping teiega; vajame salvestisi selle täitmiseks.
basis-device = Teie seadmele juurdepääsu reeglid: { $laws }

## Choice

choice-asked = Salvestame alles pärast seda, kui olete nõustunud. Otsustate vabalt: ka siis, kui keeldute, saate veebisaiti kasutada samamoodi.
choice-mixed = Kui teie riigi õigus nõuab nõusolekut, salvestame alles pärast seda, kui olete nõustunud. Mujal salvestame seni, kuni keeldute. Otsustate vabalt: ka siis, kui keeldute, saate veebisaiti kasutada samamoodi.
choice-optout = Salvestame külastusi, kui te ei keeldu. Ka siis, kui keeldute, saate veebisaiti kasutada samamoodi.
choice-withdraw = Võite nõusoleku igal ajal tagasi võtta sama lihtsalt, kui selle andsite: valikust „{ $settings }“. Siis lõpetame kohe. See, mis toimus enne tagasivõtmist, jääb seaduslikuks.
choice-object = Võite igal ajal ja põhjuseta keelduda: valikust „{ $settings }“. Siis lõpetame kohe.
choice-delete = Kui võtate nõusoleku tagasi või keeldute, kustutame teie külastuse salvestise.
choice-valid = Teie nõusolek kehtib { $days ->
    [one] { $days } päeva
   *[other] { $days } päeva
}. Pärast seda küsime uuesti.
choice-gpc = Kui teie brauser saadab signaali Global Privacy Control (GPC), loeme seda keeldumiseks, välja arvatud juhul, kui te sellest hoolimata sõnaselgelt nõustute.
choice-dnt = Kui teie brauser saadab signaali Do Not Track (DNT), loeme seda keeldumiseks.
choice-age = Kui teame, et külastaja on alla { $years } aasta vana, ei salvesta me tema külastust.

## What is recorded

recorded-pointer = Hiire liikumised, klõpsud, puudutused, kerimine ja teie akna suurus, igaüks koos kellaajaga.
recorded-page-text = Lehed nii, nagu te neid näete, koos tekstiga.
recorded-page-outline = Lehtede paigutus. Nende tekst asendatakse tähenduseta märkidega.
recorded-address = Külastatud lehtede aadressid, ilma otsingusõnade ja sarnaste andmeteta.
recorded-typing-masked = Millistesse väljadesse te kirjutate ja umbes kui palju. Seda, mida te kirjutate, ei salvestata.
recorded-typing-forms = Mida te vormidesse kirjutate ja seal valite, välja arvatud tundlikel väljadel.
recorded-media = Pildid, heli ja video lehtedel.
recorded-canvas = Joonised, mida lehed programmiga teevad (canvas), ilma neis oleva teksti ja piltideta.
recorded-console = Teated, mida lehed kirjutavad tehnikutele (brauseri konsool).
recorded-network-urls = Lehtede taustal saadetud päringute aadress, tulemus ja aeg.
recorded-network-full = Lehtede taustal saadetud päringute aadress, tulemus, aeg ja sisu.
recorded-custom = Sündmused, millest veebisait ise teatab, näiteks „tellimus esitatud“.
recorded-ip-short = Teie IP-aadress, kõige rohkem lühendatud kujul.
recorded-ip-full = Teie IP-aadress, kui see salvestatud andmetes esineb.
recorded-session = Seansi number, mille abil saame teie külastuse salvestise leida ja kustutada.

## Protection

masked-detect = Enne kui salvestis talletatakse või edastatakse, otsib programm sellest isikuandmeid, näiteks e-posti aadresse ja telefoninumbreid, ning peidab need. Midagi võib märkamata jääda.
masked-detect-some = Enne kui salvestis talletatakse või edastatakse, otsib programm sellest teatud liiki isikuandmeid ning peidab need. Midagi võib märkamata jääda.
masked-pages = Nendest lehtedest salvestame ainult piirjooned: { $pages }
masked-areas = Meie lehtede alad, mille oleme kaitsmiseks valinud, muudetakse loetamatuks.
masked-blocked = Mõned meie lehtede alad jäetakse välja ja neid näidatakse tühja kastina.
masked-ignored = Mõnel väljal me teie sisestust üldse ei salvesta.
masked-allowed = Mõned meie lehtede alad on sellest kaitsest välja arvatud; nende tekst jääb loetavaks.
masked-transit = Teel saajani on salvestised krüpteeritud.
masked-waiting = Kuni salvestis ootab saatmist, hoitakse seda krüpteeritult.

## Never

never-intro = Ükski seadistus ei saa seda muuta: järgmist ei salvestata kunagi.
never-passwords = Paroolid.
never-cards = Kaardinumbrid ja turvakoodid makseväljadel.
never-codes = Ühekordsed koodid, näiteks sisselogimiseks.
never-marked = Kõik väljadel, mis on märgitud tundlikuks.
never-outside = Teie kaamera, teie mikrofon ja kõik väljaspool seda veebisaiti.
never-also = Meie seadistustega ei salvestata ka järgmist:
never-typed = Mida te kirjutate.
never-choices = Mida te vormides märgite või valite.
never-text = Meie lehtede loetav tekst.
never-media = Pildid, heli ja video meie lehtedel.
never-ip = Teie IP-aadress.
never-canvas = Joonised, mida lehed programmiga teevad (canvas).
never-console = Teated, mida lehed kirjutavad tehnikutele (brauseri konsool).
never-network = Päringud, mida lehed taustal saadavad.
never-custom = Sündmused, millest veebisait ise teatab.

## Recipients

vendor-processor = { $party } töötleb salvestisi meie nimel ja ainult meie juhiste järgi.
vendor-joint = { $party } otsustab salvestiste üle koos meiega ja vastutab koos meiega.
vendor-independent = { $party } kasutab salvestisi ka enda eesmärkidel ja vastutab selle eest ise.
vendor-policy = Privaatsuspoliitika ({ $name }): { $url }

## Countries outside the EEA

transfer-adequacy = { $name } saab salvestisi riigis väljaspool Euroopa Majanduspiirkonda: { $country }. Kaitse piisavuse otsus tunnustab sealset andmekaitset.
transfer-dpf = { $name } saab salvestisi riigis väljaspool Euroopa Majanduspiirkonda: { $country }. See saaja on sertifitseeritud raamistiku Data Privacy Framework alusel.
transfer-scc = { $name } saab salvestisi riigis väljaspool Euroopa Majanduspiirkonda: { $country }. Teie andmeid kaitsevad seal lepingu tüüptingimused, milles oleme kokku leppinud. Võite meilt küsida koopiat.
transfer-bcr = { $name } saab salvestisi riigis väljaspool Euroopa Majanduspiirkonda: { $country }. Teie andmeid kaitsevad seal siduvad kontsernisisesed eeskirjad, mille asutused on heaks kiitnud. Võite meilt küsida koopiat.
transfer-derogation = { $name } saab salvestisi riigis väljaspool Euroopa Majanduspiirkonda: { $country }. Teie andmed võivad seal olla nõrgemalt kaitstud. Tugineme erandile, mida seadus lubab.
transfer-open = { $name } saab salvestisi riigis väljaspool Euroopa Majanduspiirkonda: { $country }.

## Retention

retention = Kustutame iga salvestise, kui on möödunud { $days ->
    [one] { $days } päev
   *[other] { $days } päeva
}.
retention-waiting = Salvestis, mida ei saa saata, kustutatakse, kui on möödunud { $days ->
    [one] { $days } päev
   *[other] { $days } päeva
}.

## Rights

rights-intro = Teil on need õigused ({ $law }, artiklid 15–22):
rights-intro-other = Võite meilt paluda järgmist:
right-access = Tutvumine: ütleme teile, mida meil teie kohta on, ja anname koopia.
right-rectification = Parandamine: parandame valed andmed.
right-erasure = Kustutamine: kustutame teie andmed.
right-restriction = Piiramine: hoiame teie andmed alles, kuid ei kasuta neid enam.
right-portability = Ülekandmine: saate oma andmed levinud failivormingus.
right-object = Vastuväide: esitate vastuväite ja me ei salvesta teid enam.
right-automated = Automatiseeritud otsused: teie asja otsustab inimene, mitte ainult masin.
rights-contact = Kirjutage aadressile { $email }.
complaint-intro = Võite esitada kaebuse andmekaitseasutusele, näiteks seal, kus te elate, kus töötate või kus teie arvates on seadust rikutud.
complaint-intro-other = Võite esitada kaebuse asutusele.
complaint-authority = { $country }: { $authority }, { $url }

## California, Québec

california-categories = Isikuandmete liik California Consumer Privacy Acti järgi: tegevus internetis ja muudes elektroonilistes võrkudes.
california-identifiers = Teine liik: tunnused (IP-aadress).
california-not-sold = Me ei müü salvestisi ega jaga neid reklaamiks.
california-disclosed = Üks eespool nimetatud saaja kasutab salvestisi ka enda eesmärkidel. California õiguse järgi võib see olla müük. Võite selle igal ajal lõpetada valikust „{ $settings }“.
california-rights = Teil on õigus teada saada, lasta kustutada, lasta parandada ja keelduda. Me ei kohtle teid halvemini selle pärast, et kasutate oma õigusi.
quebec-responsible = Isikuandmete kaitse eest vastutab: { $contact }
quebec-technology = Salvestamine on välja lülitatud, kuni te selle nõustudes sisse lülitate.
quebec-transfer = Salvestisi võidakse edastada väljapoole Québeci.

## Short statement

short-statement = Teie isikuandmeid võime koguda meie või kolmandad isikud, näiteks { $vendors }.
short-none = Salvestame külastusi ainult piirjoontes: ilma loetava tekstita, ilma selleta, mida te kirjutate, ja ilma teie IP-aadressita. Saajad: { $vendors }.
short-contact = Küsimused andmekaitse kohta: { $email }

## Banner

banner-title-ask = Kas tohime teie külastuse salvestada?
banner-title-inform = Me salvestame külastusi
banner-strict = Näeme siis nagu filmis, kuidas veebisaiti kasutatakse: ainult piirjoontes, ilma loetava tekstita. Seda, mida te kirjutate, ei salvestata.
banner-balanced = Näeme siis nagu filmis, kuidas veebisaiti kasutatakse: hiire liikumised, klõpsud ja lehed. Seda, mida te kirjutate, ei salvestata.
banner-forms = Näeme siis nagu filmis, kuidas veebisaiti kasutatakse: hiire liikumised, klõpsud, lehed ja mida te vormidesse kirjutate. Paroole, maksekaardi välju ja muid tundlikke välju ei salvestata kunagi.
banner-purposes = Eesmärgid: { $purposes }
banner-recipients = Saajad: { $vendors }
banner-choice-ask = Otsustate vabalt ja võite oma valikut igal ajal muuta: „{ $settings }“.
banner-choice-inform = Võite keelduda kohe või igal ajal: „{ $settings }“.
purpose-name-usability = kasutusmugavus
purpose-name-support = abi
purpose-name-security = turvalisus
purpose-name-statistics = statistika
button-accept = Nõustun
button-refuse = Keeldun
button-notice = Andmekaitseteade
button-settings = Salvestamise seaded
button-withdraw = Võta nõusolek tagasi
status-on = Teie külastust salvestatakse.
status-off = Teie külastust ei salvestata.

## Advice to the owner of the site (WordPress policy guide)

advice-source = See tekst on tehtud teie salvesti seadistustest. See ei ole õigusnõu: kontrollige seda enne avaldamist ise või laske seda teha juristil.
advice-missing = Teie konfiguratsioonis seda veel ei ole: { $fields }
advice-settings = Pange igale lehele link või nupp nimega „{ $settings }“, et külastajad saaksid oma valikut muuta.
advice-suggested = Soovitatud tekst:
