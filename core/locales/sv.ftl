# Integritetsinformation på svenska. Ett meddelande är en hel klausul; docs/notice.md säger när den visas.

locale-name = svenska
locale-status = drafted
locale-source = 1

## Names of things

law-gdpr = GDPR
law-uk = brittiska GDPR
party-name = { $name }
party-vat = { $name } (momsregistreringsnummer { $vat })
party-country = { $name } ({ $country })
party-vat-country = { $name } (momsregistreringsnummer { $vat }, { $country })

## Titles and headings

title-full = Dataskyddsinformation: inspelning av besök på { $site }
title-short = Integritetsförklaring: { $site }
heading-controller = Vem som är personuppgiftsansvarig
heading-purposes = Varför vi spelar in besök
heading-basis = Rättslig grund
heading-choice = Ditt val
heading-recorded = Vad vi spelar in
heading-masked = Hur vi skyddar dina uppgifter
heading-never = Vad vi aldrig spelar in
heading-recipients = Vem som får inspelningarna
heading-transfers = Länder utanför Europeiska ekonomiska samarbetsområdet
heading-retention = Hur länge vi sparar inspelningar
heading-rights = Dina rättigheter
heading-complaint = Din rätt att klaga
heading-california = För besökare från Kalifornien
heading-quebec = För besökare från Québec
effective = Gäller från { $date }
fingerprint = Version av denna information: { $fingerprint }

## In brief

brief-strict = Vi spelar in hur den här webbplatsen används och kan sedan se ett besök som en film (session replay). Filmen visar bara sidornas konturer, utan läsbar text. Det du skriver spelas inte in.
brief-balanced = Vi spelar in hur den här webbplatsen används och kan sedan se ett besök som en film (session replay): hur musen rör sig, vad som klickas på och vilka sidor som visas. Det du skriver spelas inte in.
brief-forms = Vi spelar in hur den här webbplatsen används och kan sedan se ett besök som en film (session replay): hur musen rör sig, vad som klickas på, vilka sidor som visas och vad som skrivs i formulär. Lösenord, fält för betalkort och andra känsliga fält spelas aldrig in.
brief-asked = Det gör vi bara om du först har samtyckt.
brief-mixed = Om lagen i ditt land kräver samtycke gör vi det bara om du först har samtyckt. Du kan säga nej överallt.
brief-optout = Du kan säga nej när som helst.

## Who is responsible

controller-name = Personuppgiftsansvarig för webbplatsen: { $name }
controller-address = Adress: { $address }
controller-email = E-post för frågor om dataskydd: { $email }
controller-vat = Momsregistreringsnummer: { $vat }
representative = Vår företrädare i Europeiska unionen: { $contact }
dpo = Vårt dataskyddsombud: { $contact }

## Purposes

purposes-intro = Vi ser på inspelningar bara för dessa ändamål:
purpose-usability = Användbarhet: vi ser var våra sidor är svåra att använda och förbättrar dem.
purpose-support = Hjälp: när du ber oss om hjälp ser vi vad som hände.
purpose-security = Säkerhet: vi upptäcker angrepp och missbruk.
purpose-statistics = Statistik: vi får veta hur ofta våra sidor och funktioner används.
purposes-automated = Inget automatiserat beslut om dig fattas utifrån en inspelning.

## Legal basis

basis-consent = Den rättsliga grunden är ditt samtycke ({ $law }, artikel 6.1 a).
basis-consent-other = Grunden är ditt samtycke.
basis-interest = Den rättsliga grunden är vårt berättigade intresse av ändamålen ovan ({ $law }, artikel 6.1 f).
basis-interest-other = Grunden är vårt intresse av ändamålen ovan.
basis-contract = Den rättsliga grunden är vårt avtal med dig; vi behöver inspelningarna för att fullgöra det ({ $law }, artikel 6.1 b).
basis-contract-other = Grunden är vårt avtal med dig; vi behöver inspelningarna för att fullgöra det.
basis-device = Regler om åtkomst till din enhet: { $laws }

## Choice

choice-asked = Vi spelar in först när du har samtyckt. Du väljer fritt: även om du säger nej kan du använda webbplatsen precis som vanligt.
choice-mixed = Om lagen i ditt land kräver samtycke spelar vi in först när du har samtyckt. I andra länder spelar vi in tills du säger nej. Du väljer fritt: även om du säger nej kan du använda webbplatsen precis som vanligt.
choice-optout = Vi spelar in besök om du inte säger nej. Även om du säger nej kan du använda webbplatsen precis som vanligt.
choice-withdraw = Du kan när som helst återkalla ditt samtycke, lika lätt som du gav det: under ”{ $settings }”. Då slutar vi genast. Det som hände före återkallelsen är fortfarande lagligt.
choice-object = Du kan säga nej när som helst och utan att ange skäl: under ”{ $settings }”. Då slutar vi genast.
choice-delete = Om du återkallar samtycket eller säger nej raderar vi inspelningen av ditt besök.
choice-valid = Ditt samtycke gäller i { $days ->
    [one] { $days } dag
   *[other] { $days } dagar
}. Därefter frågar vi igen.
choice-gpc = Om din webbläsare sänder signalen Global Privacy Control (GPC) tolkar vi det som ett nej, om du inte ändå uttryckligen samtycker.
choice-dnt = Om din webbläsare sänder signalen Do Not Track (DNT) tolkar vi det som ett nej.
choice-age = Om vi vet att en besökare är yngre än { $years } år spelar vi inte in besöket.

## What is recorded

recorded-pointer = Musrörelser, klick, beröringar, rullning och fönstrets storlek, var och en med tidpunkt.
recorded-page-text = Sidorna så som du ser dem, med sin text.
recorded-page-outline = Sidornas uppbyggnad. Texten ersätts av tecken utan betydelse.
recorded-address = Adresserna till de sidor du besöker, utan sökord och liknande uppgifter.
recorded-typing-masked = I vilka fält du skriver och ungefär hur mycket. Det du skriver spelas inte in.
recorded-typing-forms = Det du skriver och väljer i formulär, utom i känsliga fält.
recorded-media = Bilder, ljud och video på sidorna.
recorded-canvas = Teckningar som sidorna skapar med program (canvas), utan texten och bilderna i dem.
recorded-console = Meddelanden som sidorna skriver för tekniker (webbläsarens konsol).
recorded-network-urls = Adress, resultat och tid för de förfrågningar som sidorna skickar i bakgrunden.
recorded-network-full = Adress, resultat och tid för de förfrågningar som sidorna skickar i bakgrunden, och deras innehåll.
recorded-custom = Händelser som webbplatsen själv rapporterar, till exempel ”beställning slutförd”.
recorded-ip-short = Din IP-adress, högst i förkortad form.
recorded-ip-full = Din IP-adress, där den förekommer i inspelade data.
recorded-session = Ett sessionsnummer som gör att vi kan hitta och radera inspelningen av ditt besök.

## Protection

masked-detect = Innan en inspelning sparas eller lämnas vidare söker ett program efter personuppgifter i den, till exempel e-postadresser och telefonnummer, och döljer dem. Programmet kan missa något.
masked-detect-some = Innan en inspelning sparas eller lämnas vidare söker ett program efter vissa slags personuppgifter i den och döljer dem. Programmet kan missa något.
masked-pages = Av dessa sidor spelar vi bara in konturerna: { $pages }
masked-areas = Delar av våra sidor som vi har valt att skydda görs oläsliga.
masked-blocked = Vissa delar av våra sidor utelämnas och visas som en tom ruta.
masked-ignored = I vissa fält spelar vi inte alls in det du matar in.
masked-allowed = Vissa delar av våra sidor omfattas inte av skyddet; deras text förblir läsbar.
masked-transit = Inspelningarna är krypterade på vägen till mottagaren.
masked-waiting = Så länge en inspelning väntar på att skickas lagras den krypterad.

## Never

never-intro = Ingen inställning kan ändra detta: följande spelas aldrig in.
never-passwords = Lösenord.
never-cards = Kortnummer och säkerhetskoder i betalningsfält.
never-codes = Engångskoder, till exempel för inloggning.
never-marked = Allt i fält som är märkta som känsliga.
never-outside = Din kamera, din mikrofon och allt utanför den här webbplatsen.
never-also = Med våra inställningar spelas inte heller detta in:
never-typed = Det du skriver.
never-choices = Det du kryssar i eller väljer i formulär.
never-text = Den läsbara texten på våra sidor.
never-media = Bilder, ljud och video på våra sidor.
never-ip = Din IP-adress.
never-canvas = Teckningar som sidorna skapar med program (canvas).
never-console = Meddelanden som sidorna skriver för tekniker (webbläsarens konsol).
never-network = Förfrågningar som sidorna skickar i bakgrunden.
never-custom = Händelser som webbplatsen själv rapporterar.

## Recipients

vendor-processor = { $party } behandlar inspelningarna för vår räkning och bara enligt våra instruktioner.
vendor-joint = { $party } bestämmer tillsammans med oss om inspelningarna och ansvarar tillsammans med oss.
vendor-independent = { $party } använder inspelningarna även för egna ändamål och ansvarar själv för det.
vendor-policy = Integritetspolicy ({ $name }): { $url }

## Countries outside the EEA

transfer-adequacy = { $name } får inspelningar i ett land utanför Europeiska ekonomiska samarbetsområdet: { $country }. Ett beslut om adekvat skyddsnivå erkänner dataskyddet där.
transfer-dpf = { $name } får inspelningar i ett land utanför Europeiska ekonomiska samarbetsområdet: { $country }. Mottagaren är certifierad enligt Data Privacy Framework.
transfer-scc = { $name } får inspelningar i ett land utanför Europeiska ekonomiska samarbetsområdet: { $country }. Där skyddas dina uppgifter av standardavtalsklausuler som vi har kommit överens om. Du kan be oss om en kopia.
transfer-bcr = { $name } får inspelningar i ett land utanför Europeiska ekonomiska samarbetsområdet: { $country }. Där skyddas dina uppgifter av bindande företagsbestämmelser som myndigheterna har godkänt. Du kan be oss om en kopia.
transfer-derogation = { $name } får inspelningar i ett land utanför Europeiska ekonomiska samarbetsområdet: { $country }. Dina uppgifter kan ha ett svagare skydd där. Vi stöder oss på ett undantag som lagen tillåter.
transfer-open = { $name } får inspelningar i ett land utanför Europeiska ekonomiska samarbetsområdet: { $country }.

## Retention

retention = Vi raderar varje inspelning efter { $days ->
    [one] { $days } dag
   *[other] { $days } dagar
}.
retention-waiting = En inspelning som inte kan skickas raderas efter { $days ->
    [one] { $days } dag
   *[other] { $days } dagar
}.

## Rights

rights-intro = Du har dessa rättigheter ({ $law }, artiklarna 15–22):
rights-intro-other = Du kan be oss om följande:
right-access = Tillgång: vi talar om vad vi har om dig och ger dig en kopia.
right-rectification = Rättelse: vi rättar felaktiga uppgifter.
right-erasure = Radering: vi raderar dina uppgifter.
right-restriction = Begränsning: vi behåller dina uppgifter men slutar använda dem.
right-portability = Dataportabilitet: du får dina uppgifter i ett vanligt filformat.
right-object = Invändning: du invänder och vi slutar spela in dig.
right-automated = Automatiserade beslut: en människa avgör ditt ärende, inte bara en maskin.
rights-contact = Skriv till { $email }.
complaint-intro = Du kan klaga hos en dataskyddsmyndighet, till exempel där du bor, där du arbetar eller där du anser att lagen har överträtts.
complaint-intro-other = Du kan klaga hos myndigheten.
complaint-authority = { $country }: { $authority }, { $url }

## California, Québec

california-categories = Kategori av personuppgifter enligt California Consumer Privacy Act: aktivitet på internet och i andra elektroniska nät.
california-identifiers = Ytterligare kategori: identifierare (IP-adress).
california-not-sold = Vi säljer inte inspelningar och delar dem inte för reklam.
california-disclosed = En mottagare ovan använder inspelningar även för egna ändamål. Enligt Kaliforniens lag kan det vara en försäljning. Du kan stoppa det när som helst under ”{ $settings }”.
california-rights = Du har rätt att få veta, att få uppgifter raderade och rättade och att säga nej. Vi behandlar dig inte sämre för att du använder dina rättigheter.
quebec-responsible = Ansvarig för skyddet av personuppgifter: { $contact }
quebec-technology = Inspelningen är avstängd tills du slår på den genom att samtycka.
quebec-transfer = Inspelningar kan lämnas ut till mottagare utanför Québec.

## Short statement

short-statement = Dina personuppgifter kan samlas in av oss eller av tredje part, till exempel { $vendors }.
short-none = Vi spelar bara in besökens konturer: utan läsbar text, utan det du skriver och utan din IP-adress. Mottagare: { $vendors }.
short-contact = Frågor om dataskydd: { $email }

## Banner

banner-title-ask = Får vi spela in ditt besök?
banner-title-inform = Vi spelar in besök
banner-strict = Vi ser då som i en film hur webbplatsen används: bara konturerna, utan läsbar text. Det du skriver spelas inte in.
banner-balanced = Vi ser då som i en film hur webbplatsen används: musrörelser, klick och sidor. Det du skriver spelas inte in.
banner-forms = Vi ser då som i en film hur webbplatsen används: musrörelser, klick, sidor och det du skriver i formulär. Lösenord, fält för betalkort och andra känsliga fält spelas aldrig in.
banner-purposes = Ändamål: { $purposes }
banner-recipients = Mottagare: { $vendors }
banner-choice-ask = Du väljer fritt och kan ändra dig när som helst under ”{ $settings }”.
banner-choice-inform = Du kan säga nej nu eller när som helst under ”{ $settings }”.
purpose-name-usability = användbarhet
purpose-name-support = hjälp
purpose-name-security = säkerhet
purpose-name-statistics = statistik
button-accept = Godkänn
button-refuse = Avböj
button-notice = Dataskyddsinformation
button-settings = Inspelningsinställningar
button-withdraw = Återkalla samtycke
status-on = Ditt besök spelas in.
status-off = Ditt besök spelas inte in.

## Advice to the owner of the site (WordPress policy guide)

advice-source = Den här texten bygger på inställningarna för din inspelning. Den är inte juridisk rådgivning: kontrollera den, eller låt en jurist kontrollera den, innan du publicerar den.
advice-missing = Detta anger din konfiguration inte än: { $fields }
advice-settings = Sätt en länk eller knapp med namnet ”{ $settings }” på varje sida, så att besökarna kan ändra sitt val.
advice-suggested = Föreslagen text:
