# Paziņojums par datu aizsardzību latviešu valodā. Viens ziņojums ir viens vesels noteikums; docs/notice.md saka, kad tas parādās.

locale-name = latviešu
locale-status = drafted
locale-source = 1

## Names of things

law-gdpr = VDAR
law-uk = Apvienotās Karalistes VDAR
party-name = { $name }
party-vat = { $name } (PVN numurs { $vat })
party-country = { $name } ({ $country })
party-vat-country = { $name } (PVN numurs { $vat }, { $country })

## Titles and headings

title-full = Paziņojums par datu aizsardzību: apmeklējumu ierakstīšana – { $site }
title-short = Privātuma paziņojums: { $site }
heading-controller = Kas ir pārzinis
heading-purposes = Kāpēc mēs ierakstām apmeklējumus
heading-basis = Juridiskais pamats
heading-choice = Jūsu izvēle
heading-recorded = Ko mēs ierakstām
heading-masked = Kā mēs aizsargājam jūsu datus
heading-never = Ko mēs nekad neierakstām
heading-recipients = Kas saņem ierakstus
heading-transfers = Valstis ārpus Eiropas Ekonomikas zonas
heading-retention = Cik ilgi mēs glabājam ierakstus
heading-rights = Jūsu tiesības
heading-complaint = Jūsu tiesības iesniegt sūdzību
heading-california = Apmeklētājiem no Kalifornijas
heading-quebec = Apmeklētājiem no Kvebekas
effective = Spēkā no: { $date }
fingerprint = Šī paziņojuma versija: { $fingerprint }

## In brief

brief-strict = Mēs ierakstām, kā tiek lietota šī tīmekļa vietne, un pēc tam varam apmeklējumu noskatīties kā filmu (session replay). Filmā lapas redzamas tikai aprisēs, bez lasāma teksta. Tas, ko jūs rakstāt, netiek ierakstīts.
brief-balanced = Mēs ierakstām, kā tiek lietota šī tīmekļa vietne, un pēc tam varam apmeklējumu noskatīties kā filmu (session replay): kā kustas pele, uz kā tiek klikšķināts un kuras lapas ir redzamas. Tas, ko jūs rakstāt, netiek ierakstīts.
brief-forms = Mēs ierakstām, kā tiek lietota šī tīmekļa vietne, un pēc tam varam apmeklējumu noskatīties kā filmu (session replay): kā kustas pele, uz kā tiek klikšķināts, kuras lapas ir redzamas un kas tiek rakstīts veidlapās. Paroles, maksājumu karšu lauki un citi sensitīvi lauki nekad netiek ierakstīti.
brief-asked = Mēs to darām tikai pēc jūsu piekrišanas.
brief-mixed = Ja jūsu valsts likums prasa piekrišanu, mēs to darām tikai pēc jūsu piekrišanas. Atteikties varat visur.
brief-optout = Jūs varat atteikties jebkurā laikā.

## Who is responsible

controller-name = Par šo tīmekļa vietni atbildīgais pārzinis: { $name }
controller-address = Adrese: { $address }
controller-email = E-pasts jautājumiem par datu aizsardzību: { $email }
controller-vat = PVN numurs: { $vat }
representative = Mūsu pārstāvis Eiropas Savienībā: { $contact }
dpo = Mūsu datu aizsardzības speciālists: { $contact }

## Purposes

purposes-intro = Mēs skatāmies ierakstus tikai šādiem nolūkiem:
purpose-usability = Ērta lietošana: redzam, kur mūsu lapas ir grūti lietot, un tās uzlabojam.
purpose-support = Palīdzība: kad lūdzat mums palīdzību, redzam, kas noticis.
purpose-security = Drošība: atpazīstam uzbrukumus un ļaunprātīgu izmantošanu.
purpose-statistics = Statistika: uzzinām, cik bieži tiek lietotas mūsu lapas un funkcijas.
purposes-automated = Pēc ieraksta par jums netiek pieņemts neviens automatizēts lēmums.

## Legal basis

basis-consent = Juridiskais pamats ir jūsu piekrišana ({ $law }, 6. panta 1. punkta a) apakšpunkts).
basis-consent-other = Pamats ir jūsu piekrišana.
basis-interest = Juridiskais pamats ir mūsu leģitīmās intereses iepriekš minētajos nolūkos ({ $law }, 6. panta 1. punkta f) apakšpunkts).
basis-interest-other = Pamats ir mūsu intereses iepriekš minētajos nolūkos.
basis-contract = Juridiskais pamats ir mūsu līgums ar jums; ieraksti mums vajadzīgi tā izpildei ({ $law }, 6. panta 1. punkta b) apakšpunkts).
basis-contract-other = Pamats ir mūsu līgums ar jums; ieraksti mums vajadzīgi tā izpildei.
basis-device = Noteikumi par piekļuvi jūsu ierīcei: { $laws }

## Choice

choice-asked = Mēs ierakstām tikai pēc jūsu piekrišanas. Jūs izvēlaties brīvi: arī atsakoties varat lietot vietni bez ierobežojumiem.
choice-mixed = Ja jūsu valsts likums prasa piekrišanu, mēs ierakstām tikai pēc jūsu piekrišanas. Citur ierakstām, līdz jūs atsakāties. Jūs izvēlaties brīvi: arī atsakoties varat lietot vietni bez ierobežojumiem.
choice-optout = Mēs ierakstām apmeklējumus, ja vien jūs neatsakāties. Arī atsakoties varat lietot vietni bez ierobežojumiem.
choice-withdraw = Piekrišanu varat atsaukt jebkurā laikā tikpat viegli, kā to devāt: sadaļā “{ $settings }”. Tad mēs tūlīt pārtraucam ierakstīt. Tas, kas noticis pirms atsaukuma, paliek likumīgs.
choice-object = Atteikties varat jebkurā laikā un bez iemesla: sadaļā “{ $settings }”. Tad mēs tūlīt pārtraucam ierakstīt.
choice-delete = Ja atsaucat piekrišanu vai atsakāties, mēs izdzēšam jūsu apmeklējuma ierakstu.
choice-valid = Jūsu piekrišana ir spēkā { $days ->
    [zero] { $days } dienas
    [one] { $days } dienu
   *[other] { $days } dienas
}. Pēc tam jautāsim vēlreiz.
choice-gpc = Ja jūsu pārlūks sūta signālu Global Privacy Control (GPC), mēs to uzskatām par atteikumu, ja vien jūs tomēr nepārprotami nepiekrītat.
choice-dnt = Ja jūsu pārlūks sūta signālu Do Not Track (DNT), mēs to uzskatām par atteikumu.
choice-age = Ja zinām, ka apmeklētājs ir jaunāks par { $years } gadiem, mēs viņa apmeklējumu neierakstām.

## What is recorded

recorded-pointer = Peles kustības, klikšķus, pieskārienus, ritināšanu un jūsu loga lielumu, katru ar laiku.
recorded-page-text = Lapas tādas, kādas jūs tās redzat, ar to tekstu.
recorded-page-outline = Lapu izkārtojumu. To teksts ir aizstāts ar zīmēm bez nozīmes.
recorded-address = Apmeklēto lapu adreses, bez meklētajiem vārdiem un līdzīgiem datiem.
recorded-typing-masked = Kuros laukos jūs rakstāt un aptuveni cik daudz. Tas, ko jūs rakstāt, netiek ierakstīts.
recorded-typing-forms = To, ko jūs rakstāt un izvēlaties veidlapās, izņemot sensitīvos laukus.
recorded-media = Attēlus, skaņu un video lapās.
recorded-canvas = Zīmējumus, ko lapas veido ar programmu (canvas), bez tajos esošā teksta un attēliem.
recorded-console = Ziņojumus, ko lapas raksta tehniķiem (pārlūka konsole).
recorded-network-urls = Adresi, rezultātu un laiku pieprasījumiem, ko lapas sūta fonā.
recorded-network-full = Adresi, rezultātu, laiku un saturu pieprasījumiem, ko lapas sūta fonā.
recorded-custom = Notikumus, par kuriem ziņo pati vietne, piemēram, “pasūtījums pabeigts”.
recorded-ip-short = Jūsu IP adresi, augstākais, saīsinātā veidā.
recorded-ip-full = Jūsu IP adresi, ja tā parādās ierakstītajos datos.
recorded-session = Sesijas numuru, ar kuru varam atrast un izdzēst jūsu apmeklējuma ierakstu.

## Protection

masked-detect = Pirms ierakstu saglabā vai nodod tālāk, programma tajā meklē personas datus, piemēram, e-pasta adreses un tālruņa numurus, un tos paslēpj. Tā var kaut ko nepamanīt.
masked-detect-some = Pirms ierakstu saglabā vai nodod tālāk, programma tajā meklē noteikta veida personas datus un tos paslēpj. Tā var kaut ko nepamanīt.
masked-pages = No šīm lapām mēs ierakstām tikai aprises: { $pages }
masked-areas = Mūsu lapu daļas, ko esam izvēlējušies aizsargāt, tiek padarītas nesalasāmas.
masked-blocked = Dažas mūsu lapu daļas ir izlaistas un redzamas kā tukšs rāmis.
masked-ignored = Dažos laukos mēs jūsu ievadīto neierakstām nemaz.
masked-allowed = Uz dažām mūsu lapu daļām šī aizsardzība neattiecas; to teksts paliek salasāms.
masked-transit = Ceļā pie saņēmēja ieraksti ir šifrēti.
masked-waiting = Kamēr ieraksts gaida nosūtīšanu, tas tiek glabāts šifrēts.

## Never

never-intro = Neviens iestatījums to nevar mainīt: turpmāk minētais netiek ierakstīts nekad.
never-passwords = Paroles.
never-cards = Karšu numuri un drošības kodi maksājumu laukos.
never-codes = Vienreizējie kodi, piemēram, lai pieteiktos.
never-marked = Viss laukos, kas atzīmēti kā sensitīvi.
never-outside = Jūsu kamera, jūsu mikrofons un viss ārpus šīs vietnes.
never-also = Ar mūsu iestatījumiem netiek ierakstīts arī turpmāk minētais:
never-typed = Tas, ko jūs rakstāt.
never-choices = Tas, ko jūs veidlapās atzīmējat vai izvēlaties.
never-text = Mūsu lapu lasāmais teksts.
never-media = Attēli, skaņa un video mūsu lapās.
never-ip = Jūsu IP adrese.
never-canvas = Zīmējumi, ko lapas veido ar programmu (canvas).
never-console = Ziņojumi, ko lapas raksta tehniķiem (pārlūka konsole).
never-network = Pieprasījumi, ko lapas sūta fonā.
never-custom = Notikumi, par kuriem ziņo pati vietne.

## Recipients

vendor-processor = { $party } apstrādā ierakstus mūsu vārdā un tikai pēc mūsu norādījumiem.
vendor-joint = { $party } kopā ar mums lemj par ierakstiem un kopā ar mums par tiem atbild.
vendor-independent = { $party } izmanto ierakstus arī saviem nolūkiem, un par to atbild pats saņēmējs.
vendor-policy = Privātuma politika ({ $name }): { $url }

## Countries outside the EEA

transfer-adequacy = { $name } saņem ierakstus valstī ārpus Eiropas Ekonomikas zonas: { $country }. Lēmums par aizsardzības līmeņa pietiekamību atzīst turienes datu aizsardzību.
transfer-dpf = { $name } saņem ierakstus valstī ārpus Eiropas Ekonomikas zonas: { $country }. Šis saņēmējs ir sertificēts saskaņā ar Data Privacy Framework.
transfer-scc = { $name } saņem ierakstus valstī ārpus Eiropas Ekonomikas zonas: { $country }. Jūsu datus tur aizsargā līguma standartklauzulas, par kurām esam vienojušies. Varat lūgt mums kopiju.
transfer-bcr = { $name } saņem ierakstus valstī ārpus Eiropas Ekonomikas zonas: { $country }. Jūsu datus tur aizsargā iestāžu apstiprināti saistošie uzņēmuma noteikumi. Varat lūgt mums kopiju.
transfer-derogation = { $name } saņem ierakstus valstī ārpus Eiropas Ekonomikas zonas: { $country }. Jūsu dati tur var būt vājāk aizsargāti. Mēs paļaujamies uz izņēmumu, ko likums pieļauj.
transfer-open = { $name } saņem ierakstus valstī ārpus Eiropas Ekonomikas zonas: { $country }.

## Retention

retention = Katru ierakstu mēs glabājam { $days ->
    [zero] { $days } dienas
    [one] { $days } dienu
   *[other] { $days } dienas
} un pēc tam izdzēšam.
retention-waiting = Ieraksts, ko nevar nosūtīt, gaida { $days ->
    [zero] { $days } dienas
    [one] { $days } dienu
   *[other] { $days } dienas
} un pēc tam tiek izdzēsts.

## Rights

rights-intro = Jums ir šādas tiesības ({ $law }, 15.–22. pants):
rights-intro-other = Jūs varat mums lūgt:
right-access = Piekļuve: pasakām, kādi jūsu dati mums ir, un dodam kopiju.
right-rectification = Labošana: izlabojam nepareizus datus.
right-erasure = Dzēšana: izdzēšam jūsu datus.
right-restriction = Ierobežošana: saglabājam jūsu datus, bet vairs tos neizmantojam.
right-portability = Pārnesamība: saņemat savus datus ierastā datnes formātā.
right-object = Iebildums: jūs iebilstat, un mēs pārstājam jūs ierakstīt.
right-automated = Automatizēti lēmumi: par jūsu lietu lemj cilvēks, nevis tikai mašīna.
rights-contact = Rakstiet uz { $email }.
complaint-intro = Jūs varat iesniegt sūdzību datu aizsardzības iestādei, piemēram, tur, kur dzīvojat, kur strādājat vai kur, jūsuprāt, ir pārkāpts likums.
complaint-intro-other = Jūs varat iesniegt sūdzību iestādei.
complaint-authority = { $country }: { $authority }, { $url }

## California, Québec

california-categories = Personas datu kategorija saskaņā ar California Consumer Privacy Act: darbība internetā un citos elektroniskos tīklos.
california-identifiers = Vēl viena kategorija: identifikatori (IP adrese).
california-not-sold = Mēs nepārdodam ierakstus un nedalāmies ar tiem reklāmas nolūkā.
california-disclosed = Kāds no iepriekš minētajiem saņēmējiem izmanto ierakstus arī saviem nolūkiem. Pēc Kalifornijas likuma tā var būt pārdošana. To varat apturēt jebkurā laikā sadaļā “{ $settings }”.
california-rights = Jums ir tiesības zināt, lūgt izdzēst un izlabot, kā arī atteikties. Mēs neizturamies pret jums sliktāk tāpēc, ka izmantojat savas tiesības.
quebec-responsible = Par personas datu aizsardzību atbildīgā persona: { $contact }
quebec-technology = Ierakstīšana ir izslēgta, līdz jūs to ieslēdzat ar savu piekrišanu.
quebec-transfer = Ierakstus var nodot ārpus Kvebekas.

## Short statement

short-statement = Jūsu personas datus varam vākt mēs vai trešās personas, piemēram, { $vendors }.
short-none = Mēs ierakstām apmeklējumus tikai aprisēs: bez lasāma teksta, bez tā, ko jūs rakstāt, un bez jūsu IP adreses. Saņēmēji: { $vendors }.
short-contact = Jautājumi par datu aizsardzību: { $email }

## Banner

banner-title-ask = Vai drīkstam ierakstīt jūsu apmeklējumu?
banner-title-inform = Mēs ierakstām apmeklējumus
banner-strict = Tad mēs kā filmā redzam, kā tiek lietota vietne: tikai aprisēs, bez lasāma teksta. Tas, ko jūs rakstāt, netiek ierakstīts.
banner-balanced = Tad mēs kā filmā redzam, kā tiek lietota vietne: peles kustības, klikšķi un lapas. Tas, ko jūs rakstāt, netiek ierakstīts.
banner-forms = Tad mēs kā filmā redzam, kā tiek lietota vietne: peles kustības, klikšķi, lapas un tas, ko jūs rakstāt veidlapās. Paroles, maksājumu karšu lauki un citi sensitīvi lauki nekad netiek ierakstīti.
banner-purposes = Nolūki: { $purposes }
banner-recipients = Saņēmēji: { $vendors }
banner-choice-ask = Jūs izvēlaties brīvi un izvēli varat mainīt jebkurā laikā sadaļā “{ $settings }”.
banner-choice-inform = Atteikties varat tagad vai jebkurā laikā sadaļā “{ $settings }”.
purpose-name-usability = ērta lietošana
purpose-name-support = palīdzība
purpose-name-security = drošība
purpose-name-statistics = statistika
button-accept = Piekrītu
button-refuse = Atsakos
button-notice = Datu aizsardzība
button-settings = Ierakstīšanas iestatījumi
button-withdraw = Atsaukt piekrišanu
status-on = Jūsu apmeklējums tiek ierakstīts.
status-off = Jūsu apmeklējums netiek ierakstīts.

## Advice to the owner of the site (WordPress policy guide)

advice-source = Šis teksts ir veidots no jūsu ierakstīšanas iestatījumiem. Tā nav juridiska konsultācija: pirms publicēšanas pārbaudiet to vai lūdziet to pārbaudīt juristam.
advice-missing = Jūsu konfigurācijā vēl nav: { $fields }
advice-settings = Katrā lapā ievietojiet saiti vai pogu ar nosaukumu “{ $settings }”, lai apmeklētāji varētu mainīt savu izvēli.
advice-suggested = Ieteiktais teksts:
