# Tietosuojailmoitus suomeksi. Yksi viesti on yksi kokonainen lauseke; docs/notice.md kertoo, milloin se näytetään.

locale-name = suomi
locale-status = drafted
locale-source = 1

## Names of things

law-gdpr = GDPR
law-uk = Yhdistyneen kuningaskunnan GDPR
party-name = { $name }
party-vat = { $name } (ALV-tunnus { $vat })
party-country = { $name } ({ $country })
party-vat-country = { $name } (ALV-tunnus { $vat }, { $country })

## Titles and headings

title-full = Tietosuojailmoitus: käyntien tallentaminen sivustolla { $site }
title-short = Tietosuojalauseke: { $site }
heading-controller = Kuka on rekisterinpitäjä
heading-purposes = Miksi tallennamme käyntejä
heading-basis = Oikeusperuste
heading-choice = Sinä päätät
heading-recorded = Mitä tallennamme
heading-masked = Miten suojaamme tietosi
heading-never = Mitä emme koskaan tallenna
heading-recipients = Kuka saa tallenteet
heading-transfers = Maat Euroopan talousalueen ulkopuolella
heading-retention = Kuinka kauan säilytämme tallenteita
heading-rights = Oikeutesi
heading-complaint = Oikeutesi tehdä valitus
heading-california = Kalifornialaisille kävijöille
heading-quebec = Québeciläisille kävijöille
effective = Päivätty { $date }
fingerprint = Ilmoituksen versio: { $fingerprint }

## In brief

brief-strict = Tallennamme, miten tätä sivustoa käytetään, ja voimme katsoa käynnin myöhemmin kuin elokuvana (session replay). Elokuvassa sivut näkyvät vain ääriviivoina, ilman luettavaa tekstiä. Kirjoittamaasi ei tallenneta.
brief-balanced = Tallennamme, miten tätä sivustoa käytetään, ja voimme katsoa käynnin myöhemmin kuin elokuvana (session replay): miten hiiri liikkuu, mitä napsautetaan ja mitkä sivut näkyvät. Kirjoittamaasi ei tallenneta.
brief-forms = Tallennamme, miten tätä sivustoa käytetään, ja voimme katsoa käynnin myöhemmin kuin elokuvana (session replay): miten hiiri liikkuu, mitä napsautetaan, mitkä sivut näkyvät ja mitä lomakkeille kirjoitetaan. Salasanoja, maksukorttikenttiä ja muita arkaluonteisia kenttiä ei tallenneta koskaan.
brief-asked = Teemme näin vain, jos olet ensin suostunut siihen.
brief-mixed = Jos maasi laki vaatii suostumuksen, teemme näin vain, jos olet ensin suostunut siihen. Voit kieltäytyä kaikkialla.
brief-optout = Voit kieltäytyä milloin tahansa.

## Who is responsible

controller-name = Tästä sivustosta vastaava rekisterinpitäjä: { $name }
controller-address = Osoite: { $address }
controller-email = Sähköposti tietosuojaa koskeviin kysymyksiin: { $email }
controller-vat = ALV-tunnus: { $vat }
representative = Edustajamme Euroopan unionissa: { $contact }
dpo = Tietosuojavastaavamme: { $contact }

## Purposes

purposes-intro = Katsomme tallenteita vain näihin tarkoituksiin:
purpose-usability = Käytettävyys: näemme, missä sivujamme on vaikea käyttää, ja parannamme niitä.
purpose-support = Tuki: kun pyydät meiltä apua, näemme, mitä tapahtui.
purpose-security = Turvallisuus: tunnistamme hyökkäykset ja väärinkäytökset.
purpose-statistics = Tilastot: saamme tietää, kuinka usein sivujamme ja toimintojamme käytetään.
purposes-automated = Tallenteen perusteella ei tehdä sinusta mitään automatisoitua päätöstä.

## Legal basis

basis-consent = Oikeusperuste on suostumuksesi ({ $law }, 6 artiklan 1 kohdan a alakohta).
basis-consent-other = Peruste on suostumuksesi.
basis-interest = Oikeusperuste on oikeutettu etumme, joka liittyy edellä mainittuihin tarkoituksiin ({ $law }, 6 artiklan 1 kohdan f alakohta).
basis-interest-other = Peruste on etumme, joka liittyy edellä mainittuihin tarkoituksiin.
basis-contract = Oikeusperuste on sopimuksemme kanssasi; tarvitsemme tallenteita sen täyttämiseen ({ $law }, 6 artiklan 1 kohdan b alakohta).
basis-contract-other = Peruste on sopimuksemme kanssasi; tarvitsemme tallenteita sen täyttämiseen.
basis-device = Säännökset pääsystä laitteellesi: { $laws }

## Choice

choice-asked = Tallennamme vasta, kun olet suostunut. Päätät vapaasti: vaikka kieltäydyt, voit käyttää sivustoa aivan samalla tavalla.
choice-mixed = Jos maasi laki vaatii suostumuksen, tallennamme vasta, kun olet suostunut. Muualla tallennamme, kunnes kieltäydyt. Päätät vapaasti: vaikka kieltäydyt, voit käyttää sivustoa aivan samalla tavalla.
choice-optout = Tallennamme käyntejä, ellet kieltäydy. Vaikka kieltäydyt, voit käyttää sivustoa aivan samalla tavalla.
choice-withdraw = Voit peruuttaa suostumuksesi milloin tahansa, yhtä helposti kuin annoit sen: kohdassa ”{ $settings }”. Lopetamme silloin heti. Se, mitä tapahtui ennen peruutusta, pysyy laillisena.
choice-object = Voit kieltäytyä milloin tahansa ja ilman perusteluja: kohdassa ”{ $settings }”. Lopetamme silloin heti.
choice-delete = Jos peruutat suostumuksesi tai kieltäydyt, poistamme käyntisi tallenteen.
choice-valid = Suostumuksesi on voimassa { $days ->
    [one] { $days } päivän
   *[other] { $days } päivää
}. Sen jälkeen kysymme uudelleen.
choice-gpc = Jos selaimesi lähettää Global Privacy Control (GPC) -signaalin, pidämme sitä kieltäytymisenä, ellet siitä huolimatta nimenomaisesti suostu.
choice-dnt = Jos selaimesi lähettää Do Not Track (DNT) -signaalin, pidämme sitä kieltäytymisenä.
choice-age = Jos tiedämme, että kävijä on alle { $years }-vuotias, emme tallenna hänen käyntiään.

## What is recorded

recorded-pointer = Hiiren liikkeet, napsautukset, kosketukset, vieritykset ja ikkunasi koko sekä niiden ajankohta.
recorded-page-text = Sivut sellaisina kuin näet ne, teksteineen.
recorded-page-outline = Sivujen asettelu. Teksti korvataan merkityksettömillä merkeillä.
recorded-address = Niiden sivujen osoitteet, joilla käyt, ilman hakusanoja ja muita vastaavia tietoja.
recorded-typing-masked = Mihin kenttiin kirjoitat ja suunnilleen kuinka paljon. Kirjoittamaasi ei tallenneta.
recorded-typing-forms = Mitä kirjoitat ja valitset lomakkeilla, arkaluonteisia kenttiä lukuun ottamatta.
recorded-media = Sivujen kuvat, äänet ja videot.
recorded-canvas = Piirrokset, jotka sivut tekevät ohjelmallisesti (canvas), ilman niiden tekstiä ja kuvia.
recorded-console = Viestit, jotka sivut kirjoittavat teknikoille (selaimen konsoli).
recorded-network-urls = Sivujen taustalla lähettämien pyyntöjen osoite, tulos ja ajankohta.
recorded-network-full = Sivujen taustalla lähettämien pyyntöjen osoite, tulos, ajankohta ja sisältö.
recorded-custom = Tapahtumat, jotka sivusto itse ilmoittaa, esimerkiksi ”tilaus tehty”.
recorded-ip-short = IP-osoitteesi, enintään lyhennettynä.
recorded-ip-full = IP-osoitteesi, jos se esiintyy tallennetuissa tiedoissa.
recorded-session = Istuntonumero, jonka avulla voimme löytää ja poistaa käyntisi tallenteen.

## Protection

masked-detect = Ennen kuin tallenne säilötään tai luovutetaan, ohjelma etsii siitä henkilötietoja, kuten sähköpostiosoitteita ja puhelinnumeroita, ja peittää ne. Siltä voi jäädä jotain huomaamatta.
masked-detect-some = Ennen kuin tallenne säilötään tai luovutetaan, ohjelma etsii siitä tiettyjä henkilötietojen lajeja ja peittää ne. Siltä voi jäädä jotain huomaamatta.
masked-pages = Näistä sivuista tallennamme vain ääriviivat: { $pages }
masked-areas = Suojattaviksi valitsemamme sivujemme alueet tehdään lukukelvottomiksi.
masked-blocked = Jotkin sivujemme alueet jätetään pois ja näkyvät tyhjänä ruutuna.
masked-ignored = Joissakin kentissä emme tallenna syötteitäsi lainkaan.
masked-allowed = Tämä suojaus ei koske joitakin sivujemme alueita; niiden teksti pysyy luettavana.
masked-transit = Tallenteet on salattu matkalla vastaanottajalle.
masked-waiting = Niin kauan kuin tallenne odottaa lähettämistä, se säilytetään salattuna.

## Never

never-intro = Mikään asetus ei voi muuttaa tätä: seuraavia ei tallenneta koskaan.
never-passwords = Salasanat.
never-cards = Korttien numerot ja turvakoodit maksukentissä.
never-codes = Kertakäyttöiset koodit, esimerkiksi kirjautumista varten.
never-marked = Kaikki, mikä on arkaluonteisiksi merkityissä kentissä.
never-outside = Kamerasi, mikrofonisi ja kaikki tämän sivuston ulkopuolella.
never-also = Asetuksillamme ei tallenneta myöskään näitä:
never-typed = Mitä kirjoitat.
never-choices = Mitä rastitat tai valitset lomakkeilla.
never-text = Sivujemme luettava teksti.
never-media = Sivujemme kuvat, äänet ja videot.
never-ip = IP-osoitteesi.
never-canvas = Piirrokset, jotka sivut tekevät ohjelmallisesti (canvas).
never-console = Viestit, jotka sivut kirjoittavat teknikoille (selaimen konsoli).
never-network = Pyynnöt, jotka sivut lähettävät taustalla.
never-custom = Tapahtumat, jotka sivusto itse ilmoittaa.

## Recipients

vendor-processor = { $party } käsittelee tallenteita lukuumme ja vain ohjeidemme mukaan.
vendor-joint = { $party } päättää tallenteista yhdessä kanssamme ja vastaa niistä yhdessä kanssamme.
vendor-independent = { $party } käyttää tallenteita myös omiin tarkoituksiinsa ja vastaa siitä itse.
vendor-policy = Tietosuojakäytäntö ({ $name }): { $url }

## Countries outside the EEA

transfer-adequacy = { $name } saa tallenteita Euroopan talousalueen ulkopuolella. Maa: { $country }. Tietosuojan riittävyyttä koskeva päätös tunnustaa maan tietosuojan.
transfer-dpf = { $name } saa tallenteita Euroopan talousalueen ulkopuolella. Maa: { $country }. Tämä vastaanottaja on sertifioitu Data Privacy Framework -järjestelyssä.
transfer-scc = { $name } saa tallenteita Euroopan talousalueen ulkopuolella. Maa: { $country }. Tietojasi suojaavat siellä sopimamme vakiosopimuslausekkeet. Voit pyytää meiltä niistä kopion.
transfer-bcr = { $name } saa tallenteita Euroopan talousalueen ulkopuolella. Maa: { $country }. Tietojasi suojaavat siellä viranomaisten hyväksymät yritystä koskevat sitovat säännöt. Voit pyytää meiltä niistä kopion.
transfer-derogation = { $name } saa tallenteita Euroopan talousalueen ulkopuolella. Maa: { $country }. Tietosi voivat olla siellä heikommin suojattuja. Tukeudumme poikkeukseen, jonka laki sallii.
transfer-open = { $name } saa tallenteita Euroopan talousalueen ulkopuolella. Maa: { $country }.

## Retention

retention = Säilytämme jokaista tallennetta { $days ->
    [one] { $days } päivän
   *[other] { $days } päivää
} ja poistamme sen sitten.
retention-waiting = Tallenne, jota ei voida lähettää, odottaa { $days ->
    [one] { $days } päivän
   *[other] { $days } päivää
} ja poistetaan sitten.

## Rights

rights-intro = Sinulla on nämä oikeudet ({ $law }, 15–22 artikla):
rights-intro-other = Voit pyytää meiltä seuraavaa:
right-access = Pääsy tietoihin: kerromme, mitä tietoja meillä on sinusta, ja annamme niistä kopion.
right-rectification = Oikaisu: korjaamme virheelliset tiedot.
right-erasure = Poistaminen: poistamme tietosi.
right-restriction = Rajoittaminen: säilytämme tietosi, mutta emme enää käytä niitä.
right-portability = Siirrettävyys: saat tietosi yleisessä tiedostomuodossa.
right-object = Vastustaminen: vastustat käsittelyä, ja lakkaamme tallentamasta käyntejäsi.
right-automated = Automatisoidut päätökset: asiasi ratkaisee ihminen, ei pelkkä kone.
rights-contact = Kirjoita osoitteeseen { $email }.
complaint-intro = Voit tehdä valituksen tietosuojaviranomaiselle, esimerkiksi siellä, missä asut, missä työskentelet tai missä lakia on mielestäsi rikottu.
complaint-intro-other = Voit tehdä valituksen viranomaiselle.
complaint-authority = { $country }: { $authority }, { $url }

## California, Québec

california-categories = California Consumer Privacy Actin mukainen henkilötietojen ryhmä: toiminta internetissä ja muissa sähköisissä verkoissa.
california-identifiers = Toinen ryhmä: tunnisteet (IP-osoite).
california-not-sold = Emme myy tallenteita emmekä jaa niitä mainontaa varten.
california-disclosed = Yksi edellä mainituista vastaanottajista käyttää tallenteita myös omiin tarkoituksiinsa. Kalifornian lain mukaan tämä voi olla myyntiä. Voit lopettaa sen milloin tahansa kohdassa ”{ $settings }”.
california-rights = Sinulla on oikeus saada tieto, poistattaa, oikaista ja kieltäytyä. Emme kohtele sinua huonommin siksi, että käytät oikeuksiasi.
quebec-responsible = Henkilötietojen suojasta vastaa: { $contact }
quebec-technology = Tallennus on pois päältä, kunnes kytket sen päälle antamalla suostumuksesi.
quebec-transfer = Tallenteita voidaan luovuttaa Québecin ulkopuolelle.

## Short statement

short-statement = Me tai kolmannet osapuolet, esimerkiksi { $vendors }, voimme kerätä henkilötietojasi.
short-none = Tallennamme käynneistä vain ääriviivat: ilman luettavaa tekstiä, ilman kirjoittamaasi ja ilman IP-osoitettasi. Vastaanottajat: { $vendors }.
short-contact = Kysymyksiä tietosuojasta: { $email }

## Banner

banner-title-ask = Saammeko tallentaa käyntisi?
banner-title-inform = Tallennamme käyntejä
banner-strict = Näemme silloin kuin elokuvasta, miten tätä sivustoa käytetään: vain ääriviivoina, ilman luettavaa tekstiä. Kirjoittamaasi ei tallenneta.
banner-balanced = Näemme silloin kuin elokuvasta, miten tätä sivustoa käytetään: hiiren liikkeet, napsautukset ja sivut. Kirjoittamaasi ei tallenneta.
banner-forms = Näemme silloin kuin elokuvasta, miten tätä sivustoa käytetään: hiiren liikkeet, napsautukset, sivut ja mitä kirjoitat lomakkeille. Salasanoja, maksukorttikenttiä ja muita arkaluonteisia kenttiä ei tallenneta koskaan.
banner-purposes = Tarkoitukset: { $purposes }
banner-recipients = Vastaanottajat: { $vendors }
banner-choice-ask = Päätät vapaasti. Voit muuttaa valintaasi milloin tahansa kohdassa ”{ $settings }”.
banner-choice-inform = Voit kieltäytyä nyt tai milloin tahansa kohdassa ”{ $settings }”.
purpose-name-usability = käytettävyys
purpose-name-support = tuki
purpose-name-security = turvallisuus
purpose-name-statistics = tilastot
button-accept = Hyväksyn
button-refuse = Kieltäydyn
button-notice = Tietosuojailmoitus
button-settings = Tallennusasetukset
button-withdraw = Peruuta suostumus
status-on = Käyntisi tallennetaan.
status-off = Käyntiäsi ei tallenneta.

## Advice to the owner of the site (WordPress policy guide)

advice-source = Tämä teksti on tehty tallentimesi asetuksista. Se ei ole oikeudellista neuvontaa: tarkista se tai anna juristin tarkistaa se ennen julkaisemista.
advice-missing = Kokoonpanosi ei vielä kerro tätä: { $fields }
advice-settings = Lisää jokaiselle sivulle linkki tai painike nimeltä ”{ $settings }”, jotta kävijät voivat muuttaa valintaansa.
advice-suggested = Ehdotettu teksti:
