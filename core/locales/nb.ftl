# Personvernerklæring på norsk (bokmål). Én melding er én hel klausul; docs/notice.md sier når den vises.

locale-name = norsk bokmål
locale-status = drafted
locale-source = 1

## Names of things

law-gdpr = GDPR
law-uk = britisk GDPR
party-name = { $name }
party-vat = { $name } (mva-nummer { $vat })
party-country = { $name } ({ $country })
party-vat-country = { $name } (mva-nummer { $vat }, { $country })

## Titles and headings

title-full = Personvernerklæring: opptak av besøk på { $site }
title-short = Kort personvernerklæring: { $site }
heading-controller = Hvem som er behandlingsansvarlig
heading-purposes = Hvorfor vi tar opp besøk
heading-basis = Rettslig grunnlag
heading-choice = Ditt valg
heading-recorded = Hva vi tar opp
heading-masked = Hvordan vi beskytter opplysningene dine
heading-never = Hva vi aldri tar opp
heading-recipients = Hvem som mottar opptakene
heading-transfers = Land utenfor Det europeiske økonomiske samarbeidsområdet
heading-retention = Hvor lenge vi lagrer opptak
heading-rights = Rettighetene dine
heading-complaint = Retten til å klage
heading-california = For besøkende fra California
heading-quebec = For besøkende fra Québec
effective = Gjelder fra { $date }
fingerprint = Versjon av denne erklæringen: { $fingerprint }

## In brief

brief-strict = Vi tar opp hvordan dette nettstedet brukes, og kan etterpå se et besøk som en film (session replay). Filmen viser bare sidene i omriss, uten lesbar tekst. Det du skriver, blir ikke tatt opp.
brief-balanced = Vi tar opp hvordan dette nettstedet brukes, og kan etterpå se et besøk som en film (session replay): hvordan musen beveger seg, hva det klikkes på, og hvilke sider som vises. Det du skriver, blir ikke tatt opp.
brief-forms = Vi tar opp hvordan dette nettstedet brukes, og kan etterpå se et besøk som en film (session replay): hvordan musen beveger seg, hva det klikkes på, hvilke sider som vises, og hva som skrives i skjemaer. Passord, felt for betalingskort og andre følsomme felt blir aldri tatt opp.
brief-asked = Det gjør vi bare hvis du først har samtykket.
brief-mixed = Hvis loven i landet ditt krever samtykke, gjør vi det bare hvis du først har samtykket. Du kan si nei overalt.
brief-optout = Du kan si nei når som helst.

## Who is responsible

controller-name = Behandlingsansvarlig for dette nettstedet: { $name }
controller-address = Adresse: { $address }
controller-email = E-post for spørsmål om personvern: { $email }
controller-vat = Mva-nummer: { $vat }
representative = Vår representant i Den europeiske union: { $contact }
dpo = Vårt personvernombud: { $contact }

## Purposes

purposes-intro = Vi ser på opptak bare for disse formålene:
purpose-usability = Brukervennlighet: Vi ser hvor sidene våre er vanskelige å bruke, og forbedrer dem.
purpose-support = Hjelp: Når du ber oss om hjelp, ser vi hva som skjedde.
purpose-security = Sikkerhet: Vi oppdager angrep og misbruk.
purpose-statistics = Statistikk: Vi får vite hvor ofte sidene og funksjonene våre brukes.
purposes-automated = Det tas ingen automatiserte avgjørelser om deg på grunnlag av et opptak.

## Legal basis

basis-consent = Det rettslige grunnlaget er samtykket ditt ({ $law }, artikkel 6 nr. 1 bokstav a).
basis-consent-other = Grunnlaget er samtykket ditt.
basis-interest = Det rettslige grunnlaget er vår berettigede interesse i formålene ovenfor ({ $law }, artikkel 6 nr. 1 bokstav f).
basis-interest-other = Grunnlaget er vår interesse i formålene ovenfor.
basis-contract = Det rettslige grunnlaget er avtalen vår med deg; vi trenger opptakene for å oppfylle den ({ $law }, artikkel 6 nr. 1 bokstav b).
basis-contract-other = Grunnlaget er avtalen vår med deg; vi trenger opptakene for å oppfylle den.
basis-device = Regler om tilgang til enheten din: { $laws }

## Choice

choice-asked = Vi tar ikke opp noe før du har samtykket. Du velger fritt: Også om du sier nei, kan du bruke nettstedet akkurat som før.
choice-mixed = Hvis loven i landet ditt krever samtykke, tar vi ikke opp noe før du har samtykket. Andre steder tar vi opp til du sier nei. Du velger fritt: Også om du sier nei, kan du bruke nettstedet akkurat som før.
choice-optout = Vi tar opp besøk med mindre du sier nei. Også om du sier nei, kan du bruke nettstedet akkurat som før.
choice-withdraw = Du kan når som helst trekke samtykket tilbake, like lett som du ga det: under «{ $settings }». Da slutter vi med en gang. Det som skjedde før det, er fortsatt lovlig.
choice-object = Du kan si nei når som helst og uten å oppgi grunn: under «{ $settings }». Da slutter vi med en gang.
choice-delete = Hvis du trekker samtykket tilbake eller sier nei, sletter vi opptaket av besøket ditt.
choice-valid = Samtykket ditt gjelder i { $days ->
    [one] { $days } dag
   *[other] { $days } dager
}. Deretter spør vi på nytt.
choice-gpc = Hvis nettleseren din sender signalet Global Privacy Control (GPC), regner vi det som et nei, med mindre du likevel uttrykkelig samtykker.
choice-dnt = Hvis nettleseren din sender signalet Do Not Track (DNT), regner vi det som et nei.
choice-age = Hvis vi vet at en besøkende er yngre enn { $years } år, tar vi ikke opp besøket.

## What is recorded

recorded-pointer = Musebevegelser, klikk, berøringer, rulling og størrelsen på vinduet, hver med tidspunkt.
recorded-page-text = Sidene slik du ser dem, med teksten.
recorded-page-outline = Hvordan sidene er bygd opp. Teksten blir erstattet av tegn uten mening.
recorded-address = Adressene til sidene du besøker, uten søkeord og lignende opplysninger.
recorded-typing-masked = I hvilke felt du skriver, og omtrent hvor mye. Det du skriver, blir ikke tatt opp.
recorded-typing-forms = Det du skriver og velger i skjemaer, unntatt i følsomme felt.
recorded-media = Bilder, lyd og video på sidene.
recorded-canvas = Tegninger som sidene lager med program (canvas), uten teksten og bildene i dem.
recorded-console = Meldinger som sidene skriver for teknikere (konsollen i nettleseren).
recorded-network-urls = Adresse, resultat og tid for forespørsler som sidene sender i bakgrunnen.
recorded-network-full = Adresse, resultat og tid for forespørsler som sidene sender i bakgrunnen, og innholdet i dem.
recorded-custom = Hendelser som nettstedet selv melder, for eksempel «bestilling fullført».
recorded-ip-short = IP-adressen din, høyst i forkortet form.
recorded-ip-full = IP-adressen din, der den finnes i dataene som er tatt opp.
recorded-session = Et øktnummer som gjør at vi kan finne og slette opptaket av besøket ditt.

## Protection

masked-detect = Før et opptak blir lagret eller gitt videre, leter et program etter personopplysninger i det, for eksempel e-postadresser og telefonnumre, og skjuler dem. Programmet kan overse noe.
masked-detect-some = Før et opptak blir lagret eller gitt videre, leter et program etter bestemte typer personopplysninger i det og skjuler dem. Programmet kan overse noe.
masked-pages = Av disse sidene tar vi bare opp omrisset: { $pages }
masked-areas = Områder på sidene våre som vi har valgt å beskytte, blir gjort uleselige.
masked-blocked = Noen områder på sidene våre blir utelatt og vises som en tom boks.
masked-ignored = I noen felt tar vi ikke opp det du skriver inn i det hele tatt.
masked-allowed = Noen områder på sidene våre er unntatt fra denne beskyttelsen; teksten der forblir lesbar.
masked-transit = Opptakene er kryptert på vei til mottakeren.
masked-waiting = Så lenge et opptak venter på å bli sendt, er det lagret kryptert.

## Never

never-intro = Ingen innstilling kan endre dette: Det følgende blir aldri tatt opp.
never-passwords = Passord.
never-cards = Kortnumre og sikkerhetskoder i betalingsfelt.
never-codes = Engangskoder, for eksempel til innlogging.
never-marked = Alt i felt som er merket som følsomme.
never-outside = Kameraet ditt, mikrofonen din og alt utenfor dette nettstedet.
never-also = Med innstillingene våre blir heller ikke dette tatt opp:
never-typed = Det du skriver.
never-choices = Det du krysser av eller velger i skjemaer.
never-text = Den lesbare teksten på sidene våre.
never-media = Bilder, lyd og video på sidene våre.
never-ip = IP-adressen din.
never-canvas = Tegninger som sidene lager med program (canvas).
never-console = Meldinger som sidene skriver for teknikere (konsollen i nettleseren).
never-network = Forespørsler som sidene sender i bakgrunnen.
never-custom = Hendelser som nettstedet selv melder.

## Recipients

vendor-processor = { $party } behandler opptakene på våre vegne og bare etter instruks fra oss.
vendor-joint = { $party } bestemmer sammen med oss over opptakene og er ansvarlig sammen med oss.
vendor-independent = { $party } bruker opptakene også til egne formål og er selv ansvarlig for det.
vendor-policy = Personvernerklæring ({ $name }): { $url }

## Countries outside the EEA

transfer-adequacy = { $name } mottar opptak i et land utenfor Det europeiske økonomiske samarbeidsområdet: { $country }. En beslutning om tilstrekkelig beskyttelsesnivå anerkjenner personvernet der.
transfer-dpf = { $name } mottar opptak i et land utenfor Det europeiske økonomiske samarbeidsområdet: { $country }. Mottakeren er sertifisert under Data Privacy Framework.
transfer-scc = { $name } mottar opptak i et land utenfor Det europeiske økonomiske samarbeidsområdet: { $country }. Der er opplysningene dine beskyttet av standardkontrakter som vi har avtalt. Du kan be oss om en kopi.
transfer-bcr = { $name } mottar opptak i et land utenfor Det europeiske økonomiske samarbeidsområdet: { $country }. Der er opplysningene dine beskyttet av bindende virksomhetsregler som myndighetene har godkjent. Du kan be oss om en kopi.
transfer-derogation = { $name } mottar opptak i et land utenfor Det europeiske økonomiske samarbeidsområdet: { $country }. Opplysningene dine kan være dårligere beskyttet der. Vi bygger på et unntak som loven tillater.
transfer-open = { $name } mottar opptak i et land utenfor Det europeiske økonomiske samarbeidsområdet: { $country }.

## Retention

retention = Vi sletter hvert opptak etter { $days ->
    [one] { $days } dag
   *[other] { $days } dager
}.
retention-waiting = Et opptak som ikke kan sendes, blir slettet etter { $days ->
    [one] { $days } dag
   *[other] { $days } dager
}.

## Rights

rights-intro = Du har disse rettighetene ({ $law }, artikkel 15 til 22):
rights-intro-other = Du kan be oss om følgende:
right-access = Innsyn: Vi forteller deg hva vi har om deg, og gir deg en kopi.
right-rectification = Retting: Vi retter opplysninger som er feil.
right-erasure = Sletting: Vi sletter opplysningene dine.
right-restriction = Begrensning: Vi beholder opplysningene dine, men slutter å bruke dem.
right-portability = Dataportabilitet: Du får opplysningene dine i et vanlig filformat.
right-object = Protest: Du protesterer, og vi slutter å ta deg opp.
right-automated = Automatiserte avgjørelser: Et menneske avgjør saken din, ikke bare en maskin.
rights-contact = Skriv til { $email }.
complaint-intro = Du kan klage til en personvernmyndighet, for eksempel der du bor, der du arbeider, eller der du mener at loven er brutt.
complaint-intro-other = Du kan klage til myndigheten.
complaint-authority = { $country }: { $authority }, { $url }

## California, Québec

california-categories = Kategori av personopplysninger etter California Consumer Privacy Act: aktivitet på internett og i andre elektroniske nett.
california-identifiers = En kategori til: identifikatorer (IP-adresse).
california-not-sold = Vi selger ikke opptak og deler dem ikke til reklame.
california-disclosed = En mottaker som er nevnt ovenfor, bruker opptak også til egne formål. Etter loven i California kan det være et salg. Du kan stoppe det når som helst under «{ $settings }».
california-rights = Du har rett til å få vite, til å få slettet og rettet og til å si nei. Vi behandler deg ikke dårligere fordi du bruker rettighetene dine.
quebec-responsible = Ansvarlig for vernet av personopplysninger: { $contact }
quebec-technology = Opptaket er slått av til du slår det på ved å samtykke.
quebec-transfer = Opptak kan bli gitt videre til mottakere utenfor Québec.

## Short statement

short-statement = Personopplysningene dine kan bli samlet inn av oss eller av tredjeparter, for eksempel { $vendors }.
short-none = Vi tar bare opp besøk i omriss: uten lesbar tekst, uten det du skriver, og uten IP-adressen din. Mottakere: { $vendors }.
short-contact = Spørsmål om personvern: { $email }

## Banner

banner-title-ask = Kan vi ta opp besøket ditt?
banner-title-inform = Vi tar opp besøk
banner-strict = Da ser vi som i en film hvordan nettstedet brukes: bare i omriss, uten lesbar tekst. Det du skriver, blir ikke tatt opp.
banner-balanced = Da ser vi som i en film hvordan nettstedet brukes: musebevegelser, klikk og sider. Det du skriver, blir ikke tatt opp.
banner-forms = Da ser vi som i en film hvordan nettstedet brukes: musebevegelser, klikk, sider og det du skriver i skjemaer. Passord, felt for betalingskort og andre følsomme felt blir aldri tatt opp.
banner-purposes = Formål: { $purposes }
banner-recipients = Mottakere: { $vendors }
banner-choice-ask = Du velger fritt og kan endre valget når som helst under «{ $settings }».
banner-choice-inform = Du kan si nei nå eller når som helst under «{ $settings }».
purpose-name-usability = brukervennlighet
purpose-name-support = hjelp
purpose-name-security = sikkerhet
purpose-name-statistics = statistikk
button-accept = Godta
button-refuse = Avslå
button-notice = Personvernerklæring
button-settings = Innstillinger for opptak
button-withdraw = Trekk samtykket tilbake
status-on = Besøket ditt blir tatt opp.
status-off = Besøket ditt blir ikke tatt opp.

## Advice to the owner of the site (WordPress policy guide)

advice-source = Denne teksten bygger på innstillingene for opptaket ditt. Den er ikke juridisk rådgivning: Kontroller den, eller la en advokat gjøre det, før du publiserer den.
advice-missing = Dette sier konfigurasjonen din ikke ennå: { $fields }
advice-settings = Sett en lenke eller knapp med navnet «{ $settings }» på hver side, slik at besøkende kan endre valget sitt.
advice-suggested = Foreslått tekst:
