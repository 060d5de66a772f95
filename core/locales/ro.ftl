# Informare privind protecția datelor, în română. Un mesaj este o clauză întreagă; docs/notice.md spune când apare.

locale-name = română
locale-status = drafted
locale-source = 1

## Names of things

law-gdpr = RGPD
law-uk = RGPD britanic
party-name = { $name }
party-vat = { $name } (cod TVA { $vat })
party-country = { $name } ({ $country })
party-vat-country = { $name } (cod TVA { $vat }, { $country })

## Titles and headings

title-full = Protecția datelor: înregistrarea vizitelor pe { $site }
title-short = Declarație de confidențialitate: { $site }
heading-controller = Cine este operatorul
heading-purposes = De ce înregistrăm vizite
heading-basis = Temei juridic
heading-choice = Alegerea dumneavoastră
heading-recorded = Ce înregistrăm
heading-masked = Cum vă protejăm datele
heading-never = Ce nu înregistrăm niciodată
heading-recipients = Cine primește înregistrările
heading-transfers = Țări din afara Spațiului Economic European
heading-retention = Cât timp păstrăm înregistrările
heading-rights = Drepturile dumneavoastră
heading-complaint = Dreptul de a depune o plângere
heading-california = Pentru vizitatorii din California
heading-quebec = Pentru vizitatorii din Québec
effective = Versiunea din { $date }
fingerprint = Identificatorul acestei versiuni: { $fingerprint }

## In brief

brief-strict = Înregistrăm modul în care este folosit acest site și putem apoi revedea o vizită ca pe un film (session replay). Filmul arată paginile doar în contur, fără text lizibil. Ceea ce scrieți nu se înregistrează.
brief-balanced = Înregistrăm modul în care este folosit acest site și putem apoi revedea o vizită ca pe un film (session replay): cum se mișcă mouse-ul, unde se dă clic și ce pagini sunt văzute. Ceea ce scrieți nu se înregistrează.
brief-forms = Înregistrăm modul în care este folosit acest site și putem apoi revedea o vizită ca pe un film (session replay): cum se mișcă mouse-ul, unde se dă clic, ce pagini sunt văzute și ce se scrie în formulare. Parolele, câmpurile cardurilor de plată și alte câmpuri sensibile nu se înregistrează niciodată.
brief-asked = Facem acest lucru numai după ce v-ați dat acordul.
brief-mixed = Dacă legea din țara dumneavoastră cere consimțământul, facem acest lucru numai după ce v-ați dat acordul. Puteți refuza oriunde.
brief-optout = Puteți refuza oricând.

## Who is responsible

controller-name = Operatorul responsabil pentru acest site: { $name }
controller-address = Adresă: { $address }
controller-email = E-mail pentru întrebări despre protecția datelor: { $email }
controller-vat = Cod TVA: { $vat }
representative = Reprezentantul nostru în Uniunea Europeană: { $contact }
dpo = Responsabilul nostru cu protecția datelor: { $contact }

## Purposes

purposes-intro = Privim înregistrările numai în aceste scopuri:
purpose-usability = Ușurința în utilizare: vedem unde paginile noastre sunt greu de folosit și le îmbunătățim.
purpose-support = Asistență: când ne cereți ajutorul, vedem ce s-a întâmplat.
purpose-security = Securitate: recunoaștem atacurile și abuzurile.
purpose-statistics = Statistică: aflăm cât de des sunt folosite paginile și funcțiile noastre.
purposes-automated = Pe baza unei înregistrări nu se ia nicio decizie automatizată despre dumneavoastră.

## Legal basis

basis-consent = Temeiul juridic este consimțământul dumneavoastră ({ $law }, articolul 6 alineatul (1) litera (a)).
basis-consent-other = Temeiul este consimțământul dumneavoastră.
basis-interest = Temeiul juridic este interesul nostru legitim de a urmări scopurile de mai sus ({ $law }, articolul 6 alineatul (1) litera (f)).
basis-interest-other = Temeiul este interesul nostru de a urmări scopurile de mai sus.
basis-contract = Temeiul juridic este contractul nostru cu dumneavoastră; avem nevoie de înregistrări pentru a-l executa ({ $law }, articolul 6 alineatul (1) litera (b)).
basis-contract-other = Temeiul este contractul nostru cu dumneavoastră; avem nevoie de înregistrări pentru a-l executa.
basis-device = Reguli privind accesul la dispozitivul dumneavoastră: { $laws }

## Choice

choice-asked = Înregistrăm numai după ce v-ați dat acordul. Decideți liber: chiar dacă refuzați, puteți folosi site-ul la fel.
choice-mixed = Dacă legea din țara dumneavoastră cere consimțământul, înregistrăm numai după ce v-ați dat acordul. În celelalte țări înregistrăm până când refuzați. Decideți liber: chiar dacă refuzați, puteți folosi site-ul la fel.
choice-optout = Înregistrăm vizitele, cu excepția cazului în care refuzați. Chiar dacă refuzați, puteți folosi site-ul la fel.
choice-withdraw = Vă puteți retrage consimțământul oricând, la fel de ușor cum l-ați dat: la „{ $settings }”. Atunci ne oprim imediat. Ceea ce s-a întâmplat înainte de retragere rămâne legal.
choice-object = Puteți refuza oricând și fără motiv: la „{ $settings }”. Atunci ne oprim imediat.
choice-delete = Dacă vă retrageți consimțământul sau refuzați, ștergem înregistrarea vizitei dumneavoastră.
choice-valid = Consimțământul dumneavoastră este valabil { $days ->
    [one] { $days } zi
    [few] { $days } zile
   *[other] { $days } de zile
}. După aceea vă întrebăm din nou.
choice-gpc = Dacă browserul dumneavoastră trimite semnalul Global Privacy Control (GPC), îl considerăm un refuz, cu excepția cazului în care vă dați totuși acordul expres.
choice-dnt = Dacă browserul dumneavoastră trimite semnalul Do Not Track (DNT), îl considerăm un refuz.
choice-age = Dacă știm că un vizitator nu a împlinit vârsta de { $years } ani, nu îi înregistrăm vizita.

## What is recorded

recorded-pointer = Mișcările mouse-ului, clicurile, atingerile, derularea și dimensiunea ferestrei, fiecare cu ora sa.
recorded-page-text = Paginile așa cum le vedeți, cu textul lor.
recorded-page-outline = Structura paginilor. Textul lor este înlocuit cu caractere fără sens.
recorded-address = Adresele paginilor vizitate, fără termenii de căutare și date asemănătoare.
recorded-typing-masked = În ce câmpuri scrieți și aproximativ cât. Ceea ce scrieți nu se înregistrează.
recorded-typing-forms = Ce scrieți și alegeți în formulare, cu excepția câmpurilor sensibile.
recorded-media = Imaginile, sunetul și clipurile video de pe pagini.
recorded-canvas = Desenele pe care paginile le fac prin program (canvas), fără textul și imaginile din ele.
recorded-console = Mesajele pe care paginile le scriu pentru tehnicieni (consola browserului).
recorded-network-urls = Adresa, rezultatul și ora cererilor pe care paginile le trimit în fundal.
recorded-network-full = Adresa, rezultatul și ora cererilor pe care paginile le trimit în fundal, precum și conținutul lor.
recorded-custom = Evenimentele pe care le raportează chiar site-ul, de exemplu „comandă finalizată”.
recorded-ip-short = Adresa dumneavoastră IP, cel mult în formă prescurtată.
recorded-ip-full = Adresa dumneavoastră IP, acolo unde apare în datele înregistrate.
recorded-session = Un număr de sesiune, cu care putem găsi și șterge înregistrarea vizitei dumneavoastră.

## Protection

masked-detect = Înainte ca o înregistrare să fie păstrată sau transmisă, un program caută în ea date cu caracter personal, de exemplu adrese de e-mail și numere de telefon, și le ascunde. Îi poate scăpa ceva.
masked-detect-some = Înainte ca o înregistrare să fie păstrată sau transmisă, un program caută în ea anumite tipuri de date cu caracter personal și le ascunde. Îi poate scăpa ceva.
masked-pages = Din aceste pagini înregistrăm doar conturul: { $pages }
masked-areas = Zonele paginilor noastre pe care am ales să le protejăm devin ilizibile.
masked-blocked = Unele zone ale paginilor noastre sunt omise și apar ca un chenar gol.
masked-ignored = În unele câmpuri nu înregistrăm deloc ce introduceți.
masked-allowed = Unele zone ale paginilor noastre sunt exceptate de la această protecție; textul lor rămâne lizibil.
masked-transit = Înregistrările sunt criptate în drum spre destinatar.
masked-waiting = Cât timp o înregistrare așteaptă să fie trimisă, este păstrată criptat.

## Never

never-intro = Nicio setare nu poate schimba acest lucru: următoarele nu se înregistrează niciodată.
never-passwords = Parolele.
never-cards = Numerele de card și codurile de securitate din câmpurile de plată.
never-codes = Codurile de unică folosință, de exemplu pentru autentificare.
never-marked = Orice se află în câmpuri marcate ca sensibile.
never-outside = Camera dumneavoastră, microfonul și orice se află în afara acestui site.
never-also = Cu setările noastre nu se înregistrează nici următoarele:
never-typed = Ce scrieți.
never-choices = Ce bifați sau alegeți în formulare.
never-text = Textul lizibil al paginilor noastre.
never-media = Imaginile, sunetul și clipurile video de pe paginile noastre.
never-ip = Adresa dumneavoastră IP.
never-canvas = Desenele pe care paginile le fac prin program (canvas).
never-console = Mesajele pe care paginile le scriu pentru tehnicieni (consola browserului).
never-network = Cererile pe care paginile le trimit în fundal.
never-custom = Evenimentele pe care le raportează chiar site-ul.

## Recipients

vendor-processor = { $party } prelucrează înregistrările în numele nostru și numai potrivit instrucțiunilor noastre.
vendor-joint = { $party } decide împreună cu noi asupra înregistrărilor și răspunde împreună cu noi.
vendor-independent = { $party } folosește înregistrările și în scopuri proprii și răspunde în nume propriu pentru aceasta.
vendor-policy = Politica de confidențialitate ({ $name }): { $url }

## Countries outside the EEA

transfer-adequacy = { $name } primește înregistrări într-o țară din afara Spațiului Economic European: { $country }. O decizie privind caracterul adecvat al nivelului de protecție recunoaște protecția datelor de acolo.
transfer-dpf = { $name } primește înregistrări într-o țară din afara Spațiului Economic European: { $country }. Acest destinatar este certificat conform Data Privacy Framework.
transfer-scc = { $name } primește înregistrări într-o țară din afara Spațiului Economic European: { $country }. Datele dumneavoastră sunt protejate acolo de clauze contractuale standard pe care le-am convenit. Ne puteți cere o copie.
transfer-bcr = { $name } primește înregistrări într-o țară din afara Spațiului Economic European: { $country }. Datele dumneavoastră sunt protejate acolo de reguli corporatiste obligatorii aprobate de autorități. Ne puteți cere o copie.
transfer-derogation = { $name } primește înregistrări într-o țară din afara Spațiului Economic European: { $country }. Este posibil ca datele dumneavoastră să fie mai puțin protejate acolo. Ne bazăm pe o excepție permisă de lege.
transfer-open = { $name } primește înregistrări într-o țară din afara Spațiului Economic European: { $country }.

## Retention

retention = Păstrăm fiecare înregistrare { $days ->
    [one] { $days } zi
    [few] { $days } zile
   *[other] { $days } de zile
}, apoi o ștergem.
retention-waiting = O înregistrare care nu poate fi trimisă așteaptă { $days ->
    [one] { $days } zi
    [few] { $days } zile
   *[other] { $days } de zile
}, apoi este ștearsă.

## Rights

rights-intro = Aveți aceste drepturi ({ $law }, articolele 15-22):
rights-intro-other = Ne puteți cere următoarele:
right-access = Acces: vă spunem ce date avem despre dumneavoastră și vă dăm o copie.
right-rectification = Rectificare: corectăm datele greșite.
right-erasure = Ștergere: vă ștergem datele.
right-restriction = Restricționare: vă păstrăm datele, dar nu le mai folosim.
right-portability = Portabilitate: vă primiți datele într-un format de fișier obișnuit.
right-object = Opoziție: vă opuneți, iar noi nu vă mai înregistrăm.
right-automated = Decizii automatizate: asupra cazului dumneavoastră decide un om, nu doar o mașină.
rights-contact = Scrieți la { $email }.
complaint-intro = Puteți depune o plângere la o autoritate pentru protecția datelor, de exemplu acolo unde locuiți, unde lucrați sau unde considerați că legea a fost încălcată.
complaint-intro-other = Puteți depune o plângere la autoritate.
complaint-authority = { $country }: { $authority }, { $url }

## California, Québec

california-categories = Categoria de date cu caracter personal conform California Consumer Privacy Act: activitatea pe internet și în alte rețele electronice.
california-identifiers = Altă categorie: identificatori (adresa IP).
california-not-sold = Nu vindem înregistrările și nu le partajăm pentru publicitate.
california-disclosed = Un destinatar de mai sus folosește înregistrările și în scopuri proprii. Conform legii din California, aceasta poate fi o vânzare. O puteți opri oricând la „{ $settings }”.
california-rights = Aveți dreptul de a fi informat, de a cere ștergerea și corectarea datelor și de a refuza. Nu vă tratăm mai rău pentru că vă folosiți drepturile.
quebec-responsible = Persoana responsabilă cu protecția datelor cu caracter personal: { $contact }
quebec-technology = Înregistrarea este oprită până când o porniți, dându-vă acordul.
quebec-transfer = Înregistrările pot fi comunicate în afara provinciei Québec.

## Short statement

short-statement = Datele dumneavoastră cu caracter personal pot fi colectate de noi sau de terți, precum { $vendors }.
short-none = Înregistrăm vizitele doar în contur: fără text lizibil, fără ce scrieți și fără adresa dumneavoastră IP. Destinatari: { $vendors }.
short-contact = Întrebări despre protecția datelor: { $email }

## Banner

banner-title-ask = Putem înregistra vizita dumneavoastră?
banner-title-inform = Înregistrăm vizite
banner-strict = Vedem atunci, ca într-un film, cum este folosit acest site: doar în contur, fără text lizibil. Ceea ce scrieți nu se înregistrează.
banner-balanced = Vedem atunci, ca într-un film, cum este folosit acest site: mișcările mouse-ului, clicurile și paginile. Ceea ce scrieți nu se înregistrează.
banner-forms = Vedem atunci, ca într-un film, cum este folosit acest site: mișcările mouse-ului, clicurile, paginile și ce scrieți în formulare. Parolele, câmpurile cardurilor de plată și alte câmpuri sensibile nu se înregistrează niciodată.
banner-purposes = Scopuri: { $purposes }
banner-recipients = Destinatari: { $vendors }
banner-choice-ask = Decideți liber și vă puteți răzgândi oricând la „{ $settings }”.
banner-choice-inform = Puteți refuza acum sau oricând la „{ $settings }”.
purpose-name-usability = ușurința în utilizare
purpose-name-support = asistență
purpose-name-security = securitate
purpose-name-statistics = statistică
button-accept = Accept
button-refuse = Refuz
button-notice = Protecția datelor
button-settings = Setările înregistrării
button-withdraw = Retrag consimțământul
status-on = Vizita dumneavoastră se înregistrează.
status-off = Vizita dumneavoastră nu se înregistrează.

## Advice to the owner of the site (WordPress policy guide)

advice-source = Acest text provine din setările înregistrării dumneavoastră. Nu este consultanță juridică: verificați-l sau cereți unui avocat să îl verifice înainte de a-l publica.
advice-missing = Configurația dumneavoastră nu spune încă acest lucru: { $fields }
advice-settings = Puneți pe fiecare pagină un link sau un buton numit „{ $settings }”, pentru ca vizitatorii să își poată schimba alegerea.
advice-suggested = Text propus:
