# Privatlivsoplysninger på dansk. Én meddelelse er én hel klausul; docs/notice.md siger, hvornår den vises.

locale-name = dansk
locale-status = drafted
locale-source = 1

## Names of things

law-gdpr = GDPR
law-uk = den britiske GDPR
party-name = { $name }
party-vat = { $name } (momsnr. { $vat })
party-country = { $name } ({ $country })
party-vat-country = { $name } (momsnr. { $vat }, { $country })

## Titles and headings

title-full = Privatlivsoplysninger: optagelse af besøg på { $site }
title-short = Privatlivserklæring: { $site }
heading-controller = Hvem der er dataansvarlig
heading-purposes = Hvorfor vi optager besøg
heading-basis = Retsgrundlag
heading-choice = Dit valg
heading-recorded = Hvad vi optager
heading-masked = Hvordan vi beskytter dine oplysninger
heading-never = Hvad vi aldrig optager
heading-recipients = Hvem der modtager optagelserne
heading-transfers = Lande uden for Det Europæiske Økonomiske Samarbejdsområde
heading-retention = Hvor længe vi gemmer optagelser
heading-rights = Dine rettigheder
heading-complaint = Din ret til at klage
heading-california = For besøgende fra Californien
heading-quebec = For besøgende fra Québec
effective = Gælder fra { $date }
fingerprint = Version af disse oplysninger: { $fingerprint }

## In brief

brief-strict = Vi optager, hvordan dette websted bruges, og kan bagefter se et besøg som en film (session replay). Filmen viser kun siderne i omrids, uden læsbar tekst. Det, du skriver, optages ikke.
brief-balanced = Vi optager, hvordan dette websted bruges, og kan bagefter se et besøg som en film (session replay): hvordan musen bevæger sig, hvad der klikkes på, og hvilke sider der ses. Det, du skriver, optages ikke.
brief-forms = Vi optager, hvordan dette websted bruges, og kan bagefter se et besøg som en film (session replay): hvordan musen bevæger sig, hvad der klikkes på, hvilke sider der ses, og hvad der skrives i formularer. Adgangskoder, felter til betalingskort og andre følsomme felter optages aldrig.
brief-asked = Det gør vi kun, hvis du først har sagt ja.
brief-mixed = Hvis loven i dit land kræver samtykke, gør vi det kun, hvis du først har sagt ja. Du kan sige nej overalt.
brief-optout = Du kan sige nej når som helst.

## Who is responsible

controller-name = Dataansvarlig for dette websted: { $name }
controller-address = Adresse: { $address }
controller-email = E-mail til spørgsmål om databeskyttelse: { $email }
controller-vat = Momsnr.: { $vat }
representative = Vores repræsentant i Den Europæiske Union: { $contact }
dpo = Vores databeskyttelsesrådgiver: { $contact }

## Purposes

purposes-intro = Vi ser kun optagelser til disse formål:
purpose-usability = Brugervenlighed: Vi ser, hvor vores sider er svære at bruge, og forbedrer dem.
purpose-support = Hjælp: Når du beder os om hjælp, ser vi, hvad der skete.
purpose-security = Sikkerhed: Vi opdager angreb og misbrug.
purpose-statistics = Statistik: Vi får at vide, hvor ofte vores sider og funktioner bruges.
purposes-automated = Der træffes ingen automatisk afgørelse om dig ud fra en optagelse.

## Legal basis

basis-consent = Retsgrundlaget er dit samtykke ({ $law }, artikel 6, stk. 1, litra a).
basis-consent-other = Grundlaget er dit samtykke.
basis-interest = Retsgrundlaget er vores legitime interesse i de nævnte formål ({ $law }, artikel 6, stk. 1, litra f).
basis-interest-other = Grundlaget er vores interesse i de nævnte formål.
basis-contract = Retsgrundlaget er vores aftale med dig; vi har brug for optagelserne for at opfylde den ({ $law }, artikel 6, stk. 1, litra b).
basis-contract-other = Grundlaget er vores aftale med dig; vi har brug for optagelserne for at opfylde den.
basis-device = Regler om adgang til din enhed: { $laws }

## Choice

choice-asked = Vi optager først, når du har sagt ja. Du vælger frit: Også hvis du siger nej, kan du bruge webstedet helt som normalt.
choice-mixed = Hvis loven i dit land kræver samtykke, optager vi først, når du har sagt ja. Andre steder optager vi, indtil du siger nej. Du vælger frit: Også hvis du siger nej, kan du bruge webstedet helt som normalt.
choice-optout = Vi optager besøg, medmindre du siger nej. Også hvis du siger nej, kan du bruge webstedet helt som normalt.
choice-withdraw = Du kan når som helst trække dit samtykke tilbage, lige så let som du gav det: under “{ $settings }”. Så holder vi straks op. Det, der skete inden da, er stadig lovligt.
choice-object = Du kan sige nej når som helst og uden begrundelse: under “{ $settings }”. Så holder vi straks op.
choice-delete = Hvis du trækker dit samtykke tilbage eller siger nej, sletter vi optagelsen af dit besøg.
choice-valid = Dit samtykke gælder i { $days ->
    [one] { $days } dag
   *[other] { $days } dage
}. Derefter spørger vi igen.
choice-gpc = Hvis din browser sender signalet Global Privacy Control (GPC), opfatter vi det som et nej, medmindre du alligevel udtrykkeligt siger ja.
choice-dnt = Hvis din browser sender signalet Do Not Track (DNT), opfatter vi det som et nej.
choice-age = Hvis vi ved, at en besøgende er under { $years } år, optager vi ikke besøget.

## What is recorded

recorded-pointer = Musebevægelser, klik, berøringer, rulning og vinduets størrelse, hver med tidspunkt.
recorded-page-text = Siderne, som du ser dem, med deres tekst.
recorded-page-outline = Sidernes opbygning. Teksten erstattes af tegn uden betydning.
recorded-address = Adresserne på de sider, du besøger, uden søgeord og lignende oplysninger.
recorded-typing-masked = I hvilke felter du skriver, og cirka hvor meget. Det, du skriver, optages ikke.
recorded-typing-forms = Det, du skriver og vælger i formularer, undtagen i følsomme felter.
recorded-media = Billeder, lyd og video på siderne.
recorded-canvas = Tegninger, som siderne laver med et program (canvas), uden teksten og billederne i dem.
recorded-console = Meddelelser, som siderne skriver til teknikere (browserens konsol).
recorded-network-urls = Adresse, resultat og tid for de forespørgsler, siderne sender i baggrunden.
recorded-network-full = Adresse, resultat og tid for de forespørgsler, siderne sender i baggrunden, og deres indhold.
recorded-custom = Hændelser, som webstedet selv melder, for eksempel “ordre gennemført”.
recorded-ip-short = Din IP-adresse, højst i forkortet form.
recorded-ip-full = Din IP-adresse, hvor den forekommer i de optagne data.
recorded-session = Et sessionsnummer, som gør, at vi kan finde og slette optagelsen af dit besøg.

## Protection

masked-detect = Inden en optagelse gemmes eller gives videre, søger et program efter personoplysninger i den, for eksempel e-mailadresser og telefonnumre, og skjuler dem. Programmet kan overse noget.
masked-detect-some = Inden en optagelse gemmes eller gives videre, søger et program efter bestemte typer personoplysninger i den og skjuler dem. Programmet kan overse noget.
masked-pages = Af disse sider optager vi kun omridset: { $pages }
masked-areas = De områder af vores sider, som vi har valgt at beskytte, gøres ulæselige.
masked-blocked = Nogle områder af vores sider udelades og vises som en tom boks.
masked-ignored = I nogle felter optager vi slet ikke det, du indtaster.
masked-allowed = Nogle områder af vores sider er undtaget fra denne beskyttelse; deres tekst forbliver læsbar.
masked-transit = Optagelserne er krypteret på vej til modtageren.
masked-waiting = Så længe en optagelse venter på at blive sendt, er den gemt krypteret.

## Never

never-intro = Ingen indstilling kan ændre dette: Følgende optages aldrig.
never-passwords = Adgangskoder.
never-cards = Kortnumre og sikkerhedskoder i betalingsfelter.
never-codes = Engangskoder, for eksempel til login.
never-marked = Alt i felter, der er markeret som følsomme.
never-outside = Dit kamera, din mikrofon og alt uden for dette websted.
never-also = Med vores indstillinger optages heller ikke dette:
never-typed = Det, du skriver.
never-choices = Det, du krydser af eller vælger i formularer.
never-text = Den læsbare tekst på vores sider.
never-media = Billeder, lyd og video på vores sider.
never-ip = Din IP-adresse.
never-canvas = Tegninger, som siderne laver med et program (canvas).
never-console = Meddelelser, som siderne skriver til teknikere (browserens konsol).
never-network = Forespørgsler, som siderne sender i baggrunden.
never-custom = Hændelser, som webstedet selv melder.

## Recipients

vendor-processor = { $party } behandler optagelserne på vores vegne og kun efter vores instruks.
vendor-joint = { $party } bestemmer sammen med os over optagelserne og er ansvarlig sammen med os.
vendor-independent = { $party } bruger også optagelserne til egne formål og er selv ansvarlig for det.
vendor-policy = Privatlivspolitik ({ $name }): { $url }

## Countries outside the EEA

transfer-adequacy = { $name } modtager optagelser i et land uden for Det Europæiske Økonomiske Samarbejdsområde: { $country }. En afgørelse om tilstrækkeligt beskyttelsesniveau anerkender databeskyttelsen dér.
transfer-dpf = { $name } modtager optagelser i et land uden for Det Europæiske Økonomiske Samarbejdsområde: { $country }. Denne modtager er certificeret under Data Privacy Framework.
transfer-scc = { $name } modtager optagelser i et land uden for Det Europæiske Økonomiske Samarbejdsområde: { $country }. Dér beskyttes dine oplysninger af standardkontraktbestemmelser, som vi har aftalt. Du kan bede os om en kopi.
transfer-bcr = { $name } modtager optagelser i et land uden for Det Europæiske Økonomiske Samarbejdsområde: { $country }. Dér beskyttes dine oplysninger af bindende virksomhedsregler, som myndighederne har godkendt. Du kan bede os om en kopi.
transfer-derogation = { $name } modtager optagelser i et land uden for Det Europæiske Økonomiske Samarbejdsområde: { $country }. Dine oplysninger kan være dårligere beskyttet dér. Vi støtter os til en undtagelse, som loven tillader.
transfer-open = { $name } modtager optagelser i et land uden for Det Europæiske Økonomiske Samarbejdsområde: { $country }.

## Retention

retention = Vi sletter hver optagelse efter { $days ->
    [one] { $days } dag
   *[other] { $days } dage
}.
retention-waiting = En optagelse, der ikke kan sendes, slettes efter { $days ->
    [one] { $days } dag
   *[other] { $days } dage
}.

## Rights

rights-intro = Du har disse rettigheder ({ $law }, artikel 15-22):
rights-intro-other = Du kan bede os om følgende:
right-access = Indsigt: Vi fortæller dig, hvad vi har om dig, og giver dig en kopi.
right-rectification = Berigtigelse: Vi retter forkerte oplysninger.
right-erasure = Sletning: Vi sletter dine oplysninger.
right-restriction = Begrænsning: Vi beholder dine oplysninger, men holder op med at bruge dem.
right-portability = Dataportabilitet: Du får dine oplysninger i et almindeligt filformat.
right-object = Indsigelse: Du gør indsigelse, og vi holder op med at optage dig.
right-automated = Automatiske afgørelser: Et menneske afgør din sag, ikke en maskine alene.
rights-contact = Skriv til { $email }.
complaint-intro = Du kan klage til en databeskyttelsesmyndighed, for eksempel dér, hvor du bor eller arbejder, eller hvor du mener, at loven er overtrådt.
complaint-intro-other = Du kan klage til myndigheden.
complaint-authority = { $country }: { $authority }, { $url }

## California, Québec

california-categories = Kategori af personoplysninger efter California Consumer Privacy Act: aktivitet på internettet og i andre elektroniske net.
california-identifiers = Yderligere kategori: identifikatorer (IP-adresse).
california-not-sold = Vi sælger ikke optagelser og deler dem ikke til reklame.
california-disclosed = En af modtagerne ovenfor bruger også optagelser til egne formål. Efter californisk ret kan det være et salg. Du kan stoppe det når som helst under “{ $settings }”.
california-rights = Du har ret til at få at vide, at få slettet og rettet og at sige nej. Vi behandler dig ikke dårligere, fordi du bruger dine rettigheder.
quebec-responsible = Ansvarlig for beskyttelsen af personoplysninger: { $contact }
quebec-technology = Optagelsen er slået fra, indtil du slår den til ved at sige ja.
quebec-transfer = Optagelser kan videregives til modtagere uden for Québec.

## Short statement

short-statement = Dine personoplysninger kan indsamles af os eller af tredjeparter, for eksempel { $vendors }.
short-none = Vi optager kun besøg i omrids: uden læsbar tekst, uden det, du skriver, og uden din IP-adresse. Modtagere: { $vendors }.
short-contact = Spørgsmål om databeskyttelse: { $email }

## Banner

banner-title-ask = Må vi optage dit besøg?
banner-title-inform = Vi optager besøg
banner-strict = Så ser vi som i en film, hvordan webstedet bruges: kun i omrids, uden læsbar tekst. Det, du skriver, optages ikke.
banner-balanced = Så ser vi som i en film, hvordan webstedet bruges: musebevægelser, klik og sider. Det, du skriver, optages ikke.
banner-forms = Så ser vi som i en film, hvordan webstedet bruges: musebevægelser, klik, sider og det, du skriver i formularer. Adgangskoder, felter til betalingskort og andre følsomme felter optages aldrig.
banner-purposes = Formål: { $purposes }
banner-recipients = Modtagere: { $vendors }
banner-choice-ask = Du vælger frit og kan ændre dit valg når som helst under “{ $settings }”.
banner-choice-inform = Du kan sige nej nu eller når som helst under “{ $settings }”.
purpose-name-usability = brugervenlighed
purpose-name-support = hjælp
purpose-name-security = sikkerhed
purpose-name-statistics = statistik
button-accept = Accepter
button-refuse = Afvis
button-notice = Privatlivsoplysninger
button-settings = Indstillinger for optagelse
button-withdraw = Træk samtykke tilbage
status-on = Dit besøg optages.
status-off = Dit besøg optages ikke.

## Advice to the owner of the site (WordPress policy guide)

advice-source = Denne tekst bygger på indstillingerne for din optagelse. Den er ikke juridisk rådgivning: Kontrollér den, eller få en advokat til det, før du offentliggør den.
advice-missing = Dette siger din konfiguration ikke endnu: { $fields }
advice-settings = Sæt et link eller en knap med navnet “{ $settings }” på hver side, så de besøgende kan ændre deres valg.
advice-suggested = Foreslået tekst:
