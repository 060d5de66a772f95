# Pranešimas apie duomenų apsaugą lietuvių kalba. Vienas pranešimas yra viena ištisa nuostata; docs/notice.md nurodo, kada ji rodoma.

locale-name = lietuvių
locale-status = drafted
locale-source = 1

## Names of things

law-gdpr = BDAR
law-uk = Jungtinės Karalystės BDAR
party-name = { $name }
party-vat = { $name } (PVM mokėtojo kodas { $vat })
party-country = { $name } ({ $country })
party-vat-country = { $name } (PVM mokėtojo kodas { $vat }, { $country })

## Titles and headings

title-full = Pranešimas apie duomenų apsaugą: apsilankymų įrašymas – { $site }
title-short = Privatumo pareiškimas: { $site }
heading-controller = Kas yra duomenų valdytojas
heading-purposes = Kodėl įrašome apsilankymus
heading-basis = Teisinis pagrindas
heading-choice = Jūsų pasirinkimas
heading-recorded = Ką įrašome
heading-masked = Kaip saugome jūsų duomenis
heading-never = Ko niekada neįrašome
heading-recipients = Kas gauna įrašus
heading-transfers = Valstybės už Europos ekonominės erdvės ribų
heading-retention = Kiek laiko saugome įrašus
heading-rights = Jūsų teisės
heading-complaint = Jūsų teisė pateikti skundą
heading-california = Lankytojams iš Kalifornijos
heading-quebec = Lankytojams iš Kvebeko
effective = Galioja nuo: { $date }
fingerprint = Šio pranešimo versija: { $fingerprint }

## In brief

brief-strict = Įrašome, kaip naudojamasi šia svetaine, ir vėliau apsilankymą galime peržiūrėti kaip filmą (session replay). Filme puslapiai matomi tik kaip kontūrai, be įskaitomo teksto. Tai, ką rašote, neįrašoma.
brief-balanced = Įrašome, kaip naudojamasi šia svetaine, ir vėliau apsilankymą galime peržiūrėti kaip filmą (session replay): kaip juda pelė, kas spustelima ir kurie puslapiai matomi. Tai, ką rašote, neįrašoma.
brief-forms = Įrašome, kaip naudojamasi šia svetaine, ir vėliau apsilankymą galime peržiūrėti kaip filmą (session replay): kaip juda pelė, kas spustelima, kurie puslapiai matomi ir kas rašoma formose. Slaptažodžiai, mokėjimo kortelių laukai ir kiti jautrūs laukai niekada neįrašomi.
brief-asked = Tai darome tik jums iš anksto sutikus.
brief-mixed = Jei pagal jūsų valstybės teisę reikia sutikimo, tai darome tik jums iš anksto sutikus. Atsisakyti galite visur.
brief-optout = Galite bet kada atsisakyti.

## Who is responsible

controller-name = Už šią svetainę atsakingas duomenų valdytojas: { $name }
controller-address = Adresas: { $address }
controller-email = El. paštas duomenų apsaugos klausimams: { $email }
controller-vat = PVM mokėtojo kodas: { $vat }
representative = Mūsų atstovas Europos Sąjungoje: { $contact }
dpo = Mūsų duomenų apsaugos pareigūnas: { $contact }

## Purposes

purposes-intro = Įrašus peržiūrime tik šiais tikslais:
purpose-usability = Patogumas: matome, kur mūsų puslapiais sunku naudotis, ir juos geriname.
purpose-support = Pagalba: kai prašote mūsų pagalbos, matome, kas nutiko.
purpose-security = Saugumas: atpažįstame atakas ir piktnaudžiavimą.
purpose-statistics = Statistika: sužinome, kaip dažnai naudojamasi mūsų puslapiais ir funkcijomis.
purposes-automated = Remiantis įrašu apie jus nepriimamas joks automatizuotas sprendimas.

## Legal basis

basis-consent = Teisinis pagrindas yra jūsų sutikimas ({ $law }, 6 straipsnio 1 dalies a punktas).
basis-consent-other = Pagrindas yra jūsų sutikimas.
basis-interest = Teisinis pagrindas yra mūsų teisėtas interesas siekti pirmiau nurodytų tikslų ({ $law }, 6 straipsnio 1 dalies f punktas).
basis-interest-other = Pagrindas yra mūsų interesas siekti pirmiau nurodytų tikslų.
basis-contract = Teisinis pagrindas yra mūsų sutartis su jumis; įrašų reikia jai vykdyti ({ $law }, 6 straipsnio 1 dalies b punktas).
basis-contract-other = Pagrindas yra mūsų sutartis su jumis; įrašų reikia jai vykdyti.
basis-device = Prieigos prie jūsų įrenginio taisyklės: { $laws }

## Choice

choice-asked = Įrašome tik jums sutikus. Sprendžiate laisvai: net ir atsisakę galite naudotis svetaine be apribojimų.
choice-mixed = Jei pagal jūsų valstybės teisę reikia sutikimo, įrašome tik jums sutikus. Kitur įrašome, kol neatsisakote. Sprendžiate laisvai: net ir atsisakę galite naudotis svetaine be apribojimų.
choice-optout = Apsilankymus įrašome, nebent atsisakytumėte. Net ir atsisakę galite naudotis svetaine be apribojimų.
choice-withdraw = Sutikimą galite bet kada atšaukti taip pat lengvai, kaip jį davėte: ties „{ $settings }“. Tada iškart nustojame įrašinėti. Tai, kas įvyko iki atšaukimo, lieka teisėta.
choice-object = Atsisakyti galite bet kada ir nenurodydami priežasties: ties „{ $settings }“. Tada iškart nustojame įrašinėti.
choice-delete = Jei atšaukiate sutikimą arba atsisakote, ištriname jūsų apsilankymo įrašą.
choice-valid = Jūsų sutikimas galioja { $days ->
    [one] { $days } dieną
    [few] { $days } dienas
   *[other] { $days } dienų
}. Po to paklausime iš naujo.
choice-gpc = Jei jūsų naršyklė siunčia signalą Global Privacy Control (GPC), tai laikome atsisakymu, nebent vis tiek aiškiai sutiktumėte.
choice-dnt = Jei jūsų naršyklė siunčia signalą Do Not Track (DNT), tai laikome atsisakymu.
choice-age = Jei žinome, kad lankytojas jaunesnis nei { $years } metų, jo apsilankymo neįrašome.

## What is recorded

recorded-pointer = Pelės judesius, spustelėjimus, prisilietimus, slinkimą ir jūsų lango dydį, kiekvieną su laiku.
recorded-page-text = Puslapius tokius, kokius juos matote, su jų tekstu.
recorded-page-outline = Puslapių išdėstymą. Jų tekstas pakeičiamas nieko nereiškiančiais ženklais.
recorded-address = Aplankytų puslapių adresus, be paieškos žodžių ir panašių duomenų.
recorded-typing-masked = Kuriuose laukuose rašote ir maždaug kiek. Tai, ką rašote, neįrašoma.
recorded-typing-forms = Tai, ką rašote ir pasirenkate formose, išskyrus jautrius laukus.
recorded-media = Puslapių vaizdus, garsą ir vaizdo įrašus.
recorded-canvas = Piešinius, kuriuos puslapiai kuria programa (canvas), be juose esančio teksto ir vaizdų.
recorded-console = Pranešimus, kuriuos puslapiai rašo technikams (naršyklės konsolė).
recorded-network-urls = Užklausų, kurias puslapiai siunčia fone, adresą, rezultatą ir laiką.
recorded-network-full = Užklausų, kurias puslapiai siunčia fone, adresą, rezultatą, laiką ir turinį.
recorded-custom = Įvykius, apie kuriuos praneša pati svetainė, pavyzdžiui, „užsakymas pateiktas“.
recorded-ip-short = Jūsų IP adresą, daugiausia sutrumpintą.
recorded-ip-full = Jūsų IP adresą, jei jis pasitaiko įrašytuose duomenyse.
recorded-session = Seanso numerį, pagal kurį galime rasti ir ištrinti jūsų apsilankymo įrašą.

## Protection

masked-detect = Prieš išsaugant ar perduodant įrašą, programa jame ieško asmens duomenų, pavyzdžiui, el. pašto adresų ir telefono numerių, ir juos paslepia. Ji gali ko nors nepastebėti.
masked-detect-some = Prieš išsaugant ar perduodant įrašą, programa jame ieško tam tikrų rūšių asmens duomenų ir juos paslepia. Ji gali ko nors nepastebėti.
masked-pages = Iš šių puslapių įrašome tik kontūrus: { $pages }
masked-areas = Mūsų puslapių sritys, kurias pasirinkome apsaugoti, paverčiamos neįskaitomomis.
masked-blocked = Kai kurios mūsų puslapių sritys praleidžiamos ir matomos kaip tuščias rėmelis.
masked-ignored = Kai kuriuose laukuose to, ką įvedate, visai neįrašome.
masked-allowed = Kai kurioms mūsų puslapių sritims ši apsauga netaikoma; jų tekstas lieka įskaitomas.
masked-transit = Pakeliui pas gavėją įrašai yra užšifruoti.
masked-waiting = Kol įrašas laukia išsiuntimo, jis saugomas užšifruotas.

## Never

never-intro = Joks nustatymas negali to pakeisti: niekada neįrašoma tai, kas nurodyta toliau.
never-passwords = Slaptažodžiai.
never-cards = Kortelių numeriai ir saugos kodai mokėjimo laukuose.
never-codes = Vienkartiniai kodai, pavyzdžiui, prisijungti.
never-marked = Viskas, kas yra laukuose, pažymėtuose kaip jautrūs.
never-outside = Jūsų kamera, jūsų mikrofonas ir viskas už šios svetainės ribų.
never-also = Su mūsų nustatymais taip pat neįrašoma:
never-typed = Tai, ką rašote.
never-choices = Tai, ką formose pažymite ar pasirenkate.
never-text = Įskaitomas mūsų puslapių tekstas.
never-media = Mūsų puslapių vaizdai, garsas ir vaizdo įrašai.
never-ip = Jūsų IP adresas.
never-canvas = Piešiniai, kuriuos puslapiai kuria programa (canvas).
never-console = Pranešimai, kuriuos puslapiai rašo technikams (naršyklės konsolė).
never-network = Užklausos, kurias puslapiai siunčia fone.
never-custom = Įvykiai, apie kuriuos praneša pati svetainė.

## Recipients

vendor-processor = { $party } tvarko įrašus mūsų vardu ir tik pagal mūsų nurodymus.
vendor-joint = { $party } kartu su mumis sprendžia dėl įrašų ir kartu su mumis už juos atsako.
vendor-independent = { $party } naudoja įrašus ir savo tikslais ir pats gavėjas už tai atsako.
vendor-policy = Privatumo politika ({ $name }): { $url }

## Countries outside the EEA

transfer-adequacy = { $name } gauna įrašus valstybėje, esančioje už Europos ekonominės erdvės ribų: { $country }. Tenykštę duomenų apsaugą pripažįsta sprendimas dėl tinkamumo.
transfer-dpf = { $name } gauna įrašus valstybėje, esančioje už Europos ekonominės erdvės ribų: { $country }. Šis gavėjas sertifikuotas pagal Data Privacy Framework.
transfer-scc = { $name } gauna įrašus valstybėje, esančioje už Europos ekonominės erdvės ribų: { $country }. Jūsų duomenis ten saugo standartinės sutarčių sąlygos, dėl kurių susitarėme. Galite mūsų paprašyti kopijos.
transfer-bcr = { $name } gauna įrašus valstybėje, esančioje už Europos ekonominės erdvės ribų: { $country }. Jūsų duomenis ten saugo institucijų patvirtintos įmonei privalomos taisyklės. Galite mūsų paprašyti kopijos.
transfer-derogation = { $name } gauna įrašus valstybėje, esančioje už Europos ekonominės erdvės ribų: { $country }. Jūsų duomenys ten gali būti silpniau apsaugoti. Remiamės išimtimi, kurią leidžia įstatymas.
transfer-open = { $name } gauna įrašus valstybėje, esančioje už Europos ekonominės erdvės ribų: { $country }.

## Retention

retention = Kiekvieną įrašą saugome { $days ->
    [one] { $days } dieną
    [few] { $days } dienas
   *[other] { $days } dienų
}, tada ištriname.
retention-waiting = Įrašas, kurio nepavyksta išsiųsti, laukia { $days ->
    [one] { $days } dieną
    [few] { $days } dienas
   *[other] { $days } dienų
}, tada ištrinamas.

## Rights

rights-intro = Turite šias teises ({ $law }, 15–22 straipsniai):
rights-intro-other = Galite mūsų paprašyti:
right-access = Susipažinti: pasakome, kokius jūsų duomenis turime, ir duodame kopiją.
right-rectification = Ištaisyti: ištaisome neteisingus duomenis.
right-erasure = Ištrinti: ištriname jūsų duomenis.
right-restriction = Apriboti: saugome jūsų duomenis, bet jų nebenaudojame.
right-portability = Perkelti: gaunate savo duomenis įprastu failo formatu.
right-object = Nesutikti: jums nesutinkant, nustojame jus įrašinėti.
right-automated = Automatizuoti sprendimai: dėl jūsų atvejo sprendžia žmogus, o ne vien mašina.
rights-contact = Rašykite adresu { $email }.
complaint-intro = Galite pateikti skundą duomenų apsaugos institucijai, pavyzdžiui, ten, kur gyvenate, kur dirbate arba kur, jūsų manymu, pažeistas įstatymas.
complaint-intro-other = Galite pateikti skundą institucijai.
complaint-authority = { $country }: { $authority }, { $url }

## California, Québec

california-categories = Asmens duomenų kategorija pagal California Consumer Privacy Act: veikla internete ir kituose elektroniniuose tinkluose.
california-identifiers = Kita kategorija: identifikatoriai (IP adresas).
california-not-sold = Įrašų neparduodame ir nesidalijame jais reklamos tikslais.
california-disclosed = Vienas iš pirmiau nurodytų gavėjų naudoja įrašus ir savo tikslais. Pagal Kalifornijos teisę tai gali būti pardavimas. Galite jį bet kada sustabdyti ties „{ $settings }“.
california-rights = Turite teisę žinoti, prašyti ištrinti ir ištaisyti bei atsisakyti. Dėl to, kad naudojatės savo teisėmis, su jumis nesielgiame blogiau.
quebec-responsible = Už asmens duomenų apsaugą atsakingas asmuo: { $contact }
quebec-technology = Įrašymas išjungtas, kol jo neįjungiate sutikdami.
quebec-transfer = Įrašai gali būti perduodami už Kvebeko ribų.

## Short statement

short-statement = Jūsų asmens duomenis galime rinkti mes arba trečiosios šalys, pavyzdžiui, { $vendors }.
short-none = Įrašome tik apsilankymų kontūrus: be įskaitomo teksto, be to, ką rašote, ir be jūsų IP adreso. Gavėjai: { $vendors }.
short-contact = Klausimai apie duomenų apsaugą: { $email }

## Banner

banner-title-ask = Ar galime įrašyti jūsų apsilankymą?
banner-title-inform = Įrašome apsilankymus
banner-strict = Tada kaip filme matome, kaip naudojamasi svetaine: tik kontūrus, be įskaitomo teksto. Tai, ką rašote, neįrašoma.
banner-balanced = Tada kaip filme matome, kaip naudojamasi svetaine: pelės judesius, spustelėjimus ir puslapius. Tai, ką rašote, neįrašoma.
banner-forms = Tada kaip filme matome, kaip naudojamasi svetaine: pelės judesius, spustelėjimus, puslapius ir tai, ką rašote formose. Slaptažodžiai, mokėjimo kortelių laukai ir kiti jautrūs laukai niekada neįrašomi.
banner-purposes = Tikslai: { $purposes }
banner-recipients = Gavėjai: { $vendors }
banner-choice-ask = Sprendžiate laisvai ir galite bet kada pakeisti pasirinkimą ties „{ $settings }“.
banner-choice-inform = Atsisakyti galite dabar arba bet kada ties „{ $settings }“.
purpose-name-usability = patogumas
purpose-name-support = pagalba
purpose-name-security = saugumas
purpose-name-statistics = statistika
button-accept = Sutinku
button-refuse = Atsisakau
button-notice = Duomenų apsauga
button-settings = Įrašymo nustatymai
button-withdraw = Atšaukti sutikimą
status-on = Jūsų apsilankymas įrašomas.
status-off = Jūsų apsilankymas neįrašomas.

## Advice to the owner of the site (WordPress policy guide)

advice-source = Šis tekstas sudarytas iš jūsų įrašymo nustatymų. Tai nėra teisinė konsultacija: prieš skelbdami jį patikrinkite patys arba paprašykite teisininko.
advice-missing = Jūsų konfigūracijoje to dar nėra: { $fields }
advice-settings = Kiekviename puslapyje įdėkite nuorodą arba mygtuką pavadinimu „{ $settings }“, kad lankytojai galėtų pakeisti savo pasirinkimą.
advice-suggested = Siūlomas tekstas:
