# Privacyverklaring in het Nederlands. Eén bericht is één hele bepaling; docs/notice.md zegt wanneer die verschijnt.

locale-name = Nederlands
locale-status = drafted
locale-source = 1

## Names of things

law-gdpr = AVG
law-uk = Britse AVG
party-name = { $name }
party-vat = { $name } (btw-nummer { $vat })
party-country = { $name } ({ $country })
party-vat-country = { $name } (btw-nummer { $vat }, { $country })

## Titles and headings

title-full = Privacyverklaring: opname van bezoeken aan { $site }
title-short = Korte privacyverklaring: { $site }
heading-controller = Wie de verwerkingsverantwoordelijke is
heading-purposes = Waarom wij bezoeken opnemen
heading-basis = Rechtsgrond
heading-choice = Uw keuze
heading-recorded = Wat wij opnemen
heading-masked = Hoe wij uw gegevens beschermen
heading-never = Wat wij nooit opnemen
heading-recipients = Wie de opnamen ontvangt
heading-transfers = Landen buiten de Europese Economische Ruimte
heading-retention = Hoe lang wij opnamen bewaren
heading-rights = Uw rechten
heading-complaint = Uw recht om te klagen
heading-california = Voor bezoekers uit Californië
heading-quebec = Voor bezoekers uit Quebec
effective = Versie van { $date }
fingerprint = Kenmerk van deze versie: { $fingerprint }

## In brief

brief-strict = Wij nemen op hoe deze website wordt gebruikt en kunnen een bezoek daarna als een film bekijken (session replay). De film toont de pagina’s alleen in hoofdlijnen, zonder leesbare tekst. Wat u typt, wordt niet opgenomen.
brief-balanced = Wij nemen op hoe deze website wordt gebruikt en kunnen een bezoek daarna als een film bekijken (session replay): hoe de muis beweegt, waarop wordt geklikt en welke pagina’s te zien zijn. Wat u typt, wordt niet opgenomen.
brief-forms = Wij nemen op hoe deze website wordt gebruikt en kunnen een bezoek daarna als een film bekijken (session replay): hoe de muis beweegt, waarop wordt geklikt, welke pagina’s te zien zijn en wat in formulieren wordt getypt. Wachtwoorden, velden voor betaalkaarten en andere gevoelige velden worden nooit opgenomen.
brief-asked = Dat doen wij alleen als u daar vooraf mee instemt.
brief-mixed = Als het recht van uw land toestemming vereist, doen wij dat alleen als u daar vooraf mee instemt. Weigeren kunt u overal.
brief-optout = U kunt op elk moment weigeren.

## Who is responsible

controller-name = Verwerkingsverantwoordelijke voor deze website: { $name }
controller-address = Adres: { $address }
controller-email = E-mailadres voor vragen over privacy: { $email }
controller-vat = Btw-nummer: { $vat }
representative = Onze vertegenwoordiger in de Europese Unie: { $contact }
dpo = Onze functionaris voor gegevensbescherming: { $contact }

## Purposes

purposes-intro = Wij bekijken opnamen alleen voor deze doelen:
purpose-usability = Gebruiksgemak: wij zien waar onze pagina’s lastig te gebruiken zijn en verbeteren ze.
purpose-support = Hulp: als u ons om hulp vraagt, zien wij wat er is gebeurd.
purpose-security = Veiligheid: wij herkennen aanvallen en misbruik.
purpose-statistics = Statistiek: wij weten hoe vaak onze pagina’s en functies worden gebruikt.
purposes-automated = Op basis van een opname wordt geen geautomatiseerd besluit over u genomen.

## Legal basis

basis-consent = De rechtsgrond is uw toestemming ({ $law }, artikel 6, lid 1, onder a).
basis-consent-other = De grondslag is uw toestemming.
basis-interest = De rechtsgrond is ons gerechtvaardigd belang bij de bovengenoemde doelen ({ $law }, artikel 6, lid 1, onder f).
basis-interest-other = De grondslag is ons belang bij de bovengenoemde doelen.
basis-contract = De rechtsgrond is onze overeenkomst met u; wij hebben de opnamen nodig om die uit te voeren ({ $law }, artikel 6, lid 1, onder b).
basis-contract-other = De grondslag is onze overeenkomst met u; wij hebben de opnamen nodig om die uit te voeren.
basis-device = Regels over de toegang tot uw apparaat: { $laws }

## Choice

choice-asked = Wij nemen pas op nadat u hebt ingestemd. U bent vrij in uw keuze: ook als u weigert, kunt u de website gewoon gebruiken.
choice-mixed = Als het recht van uw land toestemming vereist, nemen wij pas op nadat u hebt ingestemd. Elders nemen wij op totdat u weigert. U bent vrij in uw keuze: ook als u weigert, kunt u de website gewoon gebruiken.
choice-optout = Wij nemen bezoeken op, tenzij u weigert. Ook als u weigert, kunt u de website gewoon gebruiken.
choice-withdraw = U kunt uw toestemming op elk moment intrekken, even gemakkelijk als u die gaf: onder ‘{ $settings }’. Wij stoppen dan meteen. Wat vóór de intrekking is gebeurd, blijft rechtmatig.
choice-object = U kunt op elk moment en zonder opgaaf van redenen weigeren: onder ‘{ $settings }’. Wij stoppen dan meteen.
choice-delete = Als u uw toestemming intrekt of weigert, wissen wij de opname van uw bezoek.
choice-valid = Uw toestemming geldt { $days ->
    [one] { $days } dag
   *[other] { $days } dagen
}. Daarna vragen wij het u opnieuw.
choice-gpc = Als uw browser het signaal Global Privacy Control (GPC) stuurt, zien wij dat als een weigering, tenzij u toch uitdrukkelijk instemt.
choice-dnt = Als uw browser het signaal Do Not Track (DNT) stuurt, zien wij dat als een weigering.
choice-age = Als wij weten dat een bezoeker jonger is dan { $years } jaar, nemen wij het bezoek niet op.

## What is recorded

recorded-pointer = Muisbewegingen, klikken, aanrakingen, scrollen en de grootte van uw venster, telkens met de tijd.
recorded-page-text = De pagina’s zoals u ze ziet, met hun tekst.
recorded-page-outline = De indeling van de pagina’s. De tekst wordt vervangen door tekens zonder betekenis.
recorded-address = De adressen van de bezochte pagina’s, zonder zoektermen en soortgelijke gegevens.
recorded-typing-masked = In welke velden u typt en ongeveer hoeveel. Wat u typt, wordt niet opgenomen.
recorded-typing-forms = Wat u in formulieren typt en kiest, behalve in gevoelige velden.
recorded-media = Beelden, geluid en video’s op de pagina’s.
recorded-canvas = Tekeningen die de pagina’s met een programma maken (canvas), zonder de tekst en de beelden daarin.
recorded-console = Meldingen die de pagina’s voor technici schrijven (browserconsole).
recorded-network-urls = Adres, resultaat en tijd van de verzoeken die de pagina’s op de achtergrond versturen.
recorded-network-full = Adres, resultaat en tijd van de verzoeken die de pagina’s op de achtergrond versturen, en de inhoud ervan.
recorded-custom = Gebeurtenissen die de website zelf meldt, zoals ‘bestelling geplaatst’.
recorded-ip-short = Uw IP-adres, hooguit in verkorte vorm.
recorded-ip-full = Uw IP-adres, waar dat in de opgenomen gegevens voorkomt.
recorded-session = Een sessienummer, waarmee wij de opname van uw bezoek kunnen vinden en wissen.

## Protection

masked-detect = Voordat een opname wordt opgeslagen of doorgegeven, zoekt een programma daarin naar persoonsgegevens, zoals e-mailadressen en telefoonnummers, en maakt die onleesbaar. Het kan iets over het hoofd zien.
masked-detect-some = Voordat een opname wordt opgeslagen of doorgegeven, zoekt een programma daarin naar bepaalde soorten persoonsgegevens en maakt die onleesbaar. Het kan iets over het hoofd zien.
masked-pages = Van deze pagina’s nemen wij alleen de hoofdlijnen op: { $pages }
masked-areas = Delen van onze pagina’s die wij daarvoor hebben gekozen, worden onleesbaar gemaakt.
masked-blocked = Sommige delen van onze pagina’s worden weggelaten en verschijnen als een leeg vak.
masked-ignored = In sommige velden nemen wij uw invoer helemaal niet op.
masked-allowed = Sommige delen van onze pagina’s vallen buiten deze bescherming; hun tekst blijft leesbaar.
masked-transit = Opnamen zijn versleuteld op weg naar de ontvanger.
masked-waiting = Zolang een opname wacht op verzending, is die versleuteld opgeslagen.

## Never

never-intro = Geen enkele instelling kan dit veranderen: het volgende wordt nooit opgenomen.
never-passwords = Wachtwoorden.
never-cards = Kaartnummers en beveiligingscodes in betaalvelden.
never-codes = Eenmalige codes, bijvoorbeeld om in te loggen.
never-marked = Alles in velden die als gevoelig zijn gemarkeerd.
never-outside = Uw camera, uw microfoon en alles buiten deze website.
never-also = Met onze instellingen wordt ook dit niet opgenomen:
never-typed = Wat u typt.
never-choices = Wat u in formulieren aankruist of kiest.
never-text = De leesbare tekst van onze pagina’s.
never-media = Beelden, geluid en video’s op onze pagina’s.
never-ip = Uw IP-adres.
never-canvas = Tekeningen die de pagina’s met een programma maken (canvas).
never-console = Meldingen die de pagina’s voor technici schrijven (browserconsole).
never-network = Verzoeken die de pagina’s op de achtergrond versturen.
never-custom = Gebeurtenissen die de website zelf meldt.

## Recipients

vendor-processor = { $party } verwerkt de opnamen ten behoeve van ons en alleen volgens onze instructies.
vendor-joint = { $party } beslist samen met ons over de opnamen en is samen met ons verantwoordelijk.
vendor-independent = { $party } gebruikt de opnamen ook voor eigen doelen en is daar zelf verantwoordelijk voor.
vendor-policy = Privacyverklaring ({ $name }): { $url }

## Countries outside the EEA

transfer-adequacy = { $name } ontvangt opnamen in een land buiten de Europese Economische Ruimte: { $country }. Een adequaatheidsbesluit erkent de gegevensbescherming daar.
transfer-dpf = { $name } ontvangt opnamen in een land buiten de Europese Economische Ruimte: { $country }. Deze ontvanger is gecertificeerd volgens het Data Privacy Framework.
transfer-scc = { $name } ontvangt opnamen in een land buiten de Europese Economische Ruimte: { $country }. Wij hebben modelcontractbepalingen afgesproken die uw gegevens daar beschermen. U kunt ons om een kopie vragen.
transfer-bcr = { $name } ontvangt opnamen in een land buiten de Europese Economische Ruimte: { $country }. Bindende bedrijfsvoorschriften die door de autoriteiten zijn goedgekeurd, beschermen uw gegevens daar. U kunt ons om een kopie vragen.
transfer-derogation = { $name } ontvangt opnamen in een land buiten de Europese Economische Ruimte: { $country }. Uw gegevens zijn daar mogelijk minder goed beschermd. Wij beroepen ons op een uitzondering die de wet toestaat.
transfer-open = { $name } ontvangt opnamen in een land buiten de Europese Economische Ruimte: { $country }.

## Retention

retention = Wij wissen elke opname na { $days ->
    [one] { $days } dag
   *[other] { $days } dagen
}.
retention-waiting = Een opname die niet kan worden verzonden, wordt na { $days ->
    [one] { $days } dag
   *[other] { $days } dagen
} gewist.

## Rights

rights-intro = U hebt deze rechten ({ $law }, artikelen 15 tot en met 22):
rights-intro-other = U kunt ons om het volgende vragen:
right-access = Inzage: wij vertellen u wat wij over u hebben en geven u een kopie.
right-rectification = Rectificatie: wij verbeteren onjuiste gegevens.
right-erasure = Wissing: wij wissen uw gegevens.
right-restriction = Beperking: wij bewaren uw gegevens, maar gebruiken ze niet meer.
right-portability = Overdraagbaarheid: u krijgt uw gegevens in een gangbaar bestandsformaat.
right-object = Bezwaar: u maakt bezwaar en wij nemen u niet meer op.
right-automated = Geautomatiseerde besluiten: over uw geval beslist een mens, niet alleen een machine.
rights-contact = Schrijf naar { $email }.
complaint-intro = U kunt een klacht indienen bij een gegevensbeschermingsautoriteit, bijvoorbeeld waar u woont, waar u werkt of waar volgens u de wet is overtreden.
complaint-intro-other = U kunt een klacht indienen bij de autoriteit.
complaint-authority = { $country }: { $authority }, { $url }

## California, Québec

california-categories = Categorie persoonsgegevens volgens de California Consumer Privacy Act: activiteit op internet en andere elektronische netwerken.
california-identifiers = Andere categorie: identificatiegegevens (IP-adres).
california-not-sold = Wij verkopen geen opnamen en delen ze niet voor reclame.
california-disclosed = Een bovengenoemde ontvanger gebruikt opnamen ook voor eigen doelen. Volgens het recht van Californië kan dat een verkoop zijn. U kunt dat op elk moment stoppen onder ‘{ $settings }’.
california-rights = U hebt het recht om te weten, te laten wissen, te laten verbeteren en te weigeren. Wij behandelen u niet slechter omdat u uw rechten gebruikt.
quebec-responsible = Verantwoordelijk voor de bescherming van persoonsgegevens: { $contact }
quebec-technology = De opname staat uit totdat u die inschakelt door in te stemmen.
quebec-transfer = Opnamen kunnen aan ontvangers buiten Quebec worden doorgegeven.

## Short statement

short-statement = Uw persoonsgegevens kunnen worden verzameld door ons of door derden, zoals { $vendors }.
short-none = Wij nemen bezoeken alleen in hoofdlijnen op: zonder leesbare tekst, zonder wat u typt en zonder uw IP-adres. Ontvangers: { $vendors }.
short-contact = Vragen over privacy: { $email }

## Banner

banner-title-ask = Mogen wij uw bezoek opnemen?
banner-title-inform = Wij nemen bezoeken op
banner-strict = Wij zien dan als in een film hoe deze website wordt gebruikt: alleen in hoofdlijnen, zonder leesbare tekst. Wat u typt, wordt niet opgenomen.
banner-balanced = Wij zien dan als in een film hoe deze website wordt gebruikt: muisbewegingen, klikken en pagina’s. Wat u typt, wordt niet opgenomen.
banner-forms = Wij zien dan als in een film hoe deze website wordt gebruikt: muisbewegingen, klikken, pagina’s en wat u in formulieren typt. Wachtwoorden, velden voor betaalkaarten en andere gevoelige velden worden nooit opgenomen.
banner-purposes = Doelen: { $purposes }
banner-recipients = Ontvangers: { $vendors }
banner-choice-ask = U bent vrij in uw keuze en kunt die op elk moment wijzigen onder ‘{ $settings }’.
banner-choice-inform = U kunt nu weigeren, of op elk moment onder ‘{ $settings }’.
purpose-name-usability = gebruiksgemak
purpose-name-support = hulp
purpose-name-security = veiligheid
purpose-name-statistics = statistiek
button-accept = Accepteren
button-refuse = Weigeren
button-notice = Privacyverklaring
button-settings = Opname-instellingen
button-withdraw = Toestemming intrekken
status-on = Uw bezoek wordt opgenomen.
status-off = Uw bezoek wordt niet opgenomen.

## Advice to the owner of the site (WordPress policy guide)

advice-source = Deze tekst komt uit de instellingen van uw recorder. Het is geen juridisch advies: controleer hem, of laat hem door een jurist controleren, voordat u hem publiceert.
advice-missing = Dit staat nog niet in uw configuratie: { $fields }
advice-settings = Plaats op elke pagina een link of knop met de naam ‘{ $settings }’, zodat bezoekers hun keuze kunnen wijzigen.
advice-suggested = Voorgestelde tekst:
