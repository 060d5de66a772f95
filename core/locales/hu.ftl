# Adatvédelmi tájékoztató magyarul. Egy üzenet egy teljes kikötés; a docs/notice.md mondja meg, mikor jelenik meg.

locale-name = magyar
locale-status = drafted
locale-source = 1

## Names of things

law-gdpr = GDPR
law-uk = brit GDPR
party-name = { $name }
party-vat = { $name } (adószám: { $vat })
party-country = { $name } ({ $country })
party-vat-country = { $name } (adószám: { $vat }, { $country })

## Titles and headings

title-full = Adatvédelmi tájékoztató: látogatások rögzítése – { $site }
title-short = Adatvédelmi nyilatkozat: { $site }
heading-controller = Ki az adatkezelő
heading-purposes = Miért rögzítünk látogatásokat
heading-basis = Jogalap
heading-choice = Ön dönt
heading-recorded = Mit rögzítünk
heading-masked = Hogyan védjük az adatait
heading-never = Amit soha nem rögzítünk
heading-recipients = Ki kapja meg a felvételeket
heading-transfers = Az Európai Gazdasági Térségen kívüli országok
heading-retention = Meddig őrizzük a felvételeket
heading-rights = Az Ön jogai
heading-complaint = Panasztételi joga
heading-california = Kaliforniai látogatóknak
heading-quebec = Québeci látogatóknak
effective = Hatályos: { $date }
fingerprint = A tájékoztató változata: { $fingerprint }

## In brief

brief-strict = Rögzítjük, hogyan használják ezt a webhelyet, és a látogatást később filmként visszanézhetjük (session replay). A film csak körvonalakban mutatja az oldalakat, olvasható szöveg nélkül. Amit begépel, azt nem rögzítjük.
brief-balanced = Rögzítjük, hogyan használják ezt a webhelyet, és a látogatást később filmként visszanézhetjük (session replay): hogyan mozog az egér, mire kattintanak, és mely oldalak láthatók. Amit begépel, azt nem rögzítjük.
brief-forms = Rögzítjük, hogyan használják ezt a webhelyet, és a látogatást később filmként visszanézhetjük (session replay): hogyan mozog az egér, mire kattintanak, mely oldalak láthatók, és mit gépelnek be az űrlapokba. A jelszavakat, a bankkártyamezőket és más érzékeny mezőket soha nem rögzítjük.
brief-asked = Ezt csak akkor tesszük, ha Ön előzőleg hozzájárult.
brief-mixed = Ha az Ön országának joga hozzájárulást kíván, ezt csak akkor tesszük, ha Ön előzőleg hozzájárult. Nemet mindenhol mondhat.
brief-optout = Bármikor nemet mondhat.

## Who is responsible

controller-name = A webhelyért felelős adatkezelő: { $name }
controller-address = Cím: { $address }
controller-email = E-mail-cím adatvédelmi kérdésekhez: { $email }
controller-vat = Adószám: { $vat }
representative = Képviselőnk az Európai Unióban: { $contact }
dpo = Adatvédelmi tisztviselőnk: { $contact }

## Purposes

purposes-intro = A felvételeket csak ezekre a célokra nézzük meg:
purpose-usability = Könnyű használat: látjuk, hol nehéz használni az oldalainkat, és javítunk rajtuk.
purpose-support = Segítség: ha segítséget kér tőlünk, látjuk, mi történt.
purpose-security = Biztonság: felismerjük a támadásokat és a visszaéléseket.
purpose-statistics = Statisztika: megtudjuk, milyen gyakran használják az oldalainkat és funkcióinkat.
purposes-automated = Felvétel alapján nem születik automatizált döntés Önről.

## Legal basis

basis-consent = A jogalap az Ön hozzájárulása ({ $law }, 6. cikk (1) bekezdés a) pont).
basis-consent-other = Az alap az Ön hozzájárulása.
basis-interest = A jogalap a fenti célokhoz fűződő jogos érdekünk ({ $law }, 6. cikk (1) bekezdés f) pont).
basis-interest-other = Az alap a fenti célokhoz fűződő érdekünk.
basis-contract = A jogalap az Önnel kötött szerződésünk; a felvételekre a teljesítéséhez van szükség ({ $law }, 6. cikk (1) bekezdés b) pont).
basis-contract-other = Az alap az Önnel kötött szerződésünk; a felvételekre a teljesítéséhez van szükség.
basis-device = Az Ön eszközéhez való hozzáférés szabályai: { $laws }

## Choice

choice-asked = Csak azután rögzítünk, hogy Ön hozzájárult. Ön szabadon dönt: ha nemet mond, a webhelyet akkor is korlátozás nélkül használhatja.
choice-mixed = Ha az Ön országának joga hozzájárulást kíván, csak azután rögzítünk, hogy Ön hozzájárult. Máshol addig rögzítünk, amíg nemet nem mond. Ön szabadon dönt: ha nemet mond, a webhelyet akkor is korlátozás nélkül használhatja.
choice-optout = A látogatásokat rögzítjük, hacsak Ön nemet nem mond. Ha nemet mond, a webhelyet akkor is korlátozás nélkül használhatja.
choice-withdraw = Hozzájárulását bármikor visszavonhatja, ugyanolyan egyszerűen, ahogyan megadta, itt: „{ $settings }”. Ekkor azonnal abbahagyjuk a rögzítést. Ami a visszavonás előtt történt, jogszerű marad.
choice-object = Bármikor, indokolás nélkül nemet mondhat, itt: „{ $settings }”. Ekkor azonnal abbahagyjuk a rögzítést.
choice-delete = Ha visszavonja a hozzájárulását vagy nemet mond, töröljük a látogatásáról készült felvételt.
choice-valid = Az Ön hozzájárulásának érvényessége: { $days ->
    [one] { $days } nap
   *[other] { $days } nap
}. Utána újra megkérdezzük.
choice-gpc = Ha a böngészője Global Privacy Control (GPC) jelzést küld, azt nemnek vesszük, kivéve ha ennek ellenére kifejezetten hozzájárul.
choice-dnt = Ha a böngészője Do Not Track (DNT) jelzést küld, azt nemnek vesszük.
choice-age = Ha tudjuk, hogy egy látogató { $years } évesnél fiatalabb, nem rögzítjük a látogatását.

## What is recorded

recorded-pointer = Az egérmozgásokat, a kattintásokat, az érintéseket, a görgetést és az ablak méretét, mindegyiket az időpontjával.
recorded-page-text = Az oldalakat úgy, ahogy Ön látja őket, a szövegükkel együtt.
recorded-page-outline = Az oldalak elrendezését. A szövegüket értelem nélküli karakterek helyettesítik.
recorded-address = A meglátogatott oldalak címét, keresőszavak és hasonló adatok nélkül.
recorded-typing-masked = Hogy mely mezőkbe gépel, és körülbelül mennyit. Amit begépel, azt nem rögzítjük.
recorded-typing-forms = Amit az űrlapokba begépel és ott kiválaszt, az érzékeny mezők kivételével.
recorded-media = Az oldalakon lévő képeket, hangot és videót.
recorded-canvas = A rajzokat, amelyeket az oldalak programmal készítenek (canvas), a bennük lévő szöveg és képek nélkül.
recorded-console = Az üzeneteket, amelyeket az oldalak a műszaki szakembereknek írnak ki (böngészőkonzol).
recorded-network-urls = Az oldalak által a háttérben küldött kérések címét, eredményét és idejét.
recorded-network-full = Az oldalak által a háttérben küldött kérések címét, eredményét, idejét és tartalmát.
recorded-custom = Az eseményeket, amelyeket maga a webhely jelez, például: „rendelés leadva”.
recorded-ip-short = Az Ön IP-címét, legfeljebb rövidített formában.
recorded-ip-full = Az Ön IP-címét, ha előfordul a rögzített adatokban.
recorded-session = Egy munkamenetszámot, amellyel megtalálhatjuk és törölhetjük a látogatásáról készült felvételt.

## Protection

masked-detect = Mielőtt egy felvételt tárolunk vagy továbbítunk, egy program személyes adatokat keres benne, például e-mail-címeket és telefonszámokat, és elrejti őket. Előfordulhat, hogy valami elkerüli a figyelmét.
masked-detect-some = Mielőtt egy felvételt tárolunk vagy továbbítunk, egy program bizonyos fajta személyes adatokat keres benne, és elrejti őket. Előfordulhat, hogy valami elkerüli a figyelmét.
masked-pages = Ezeknek az oldalaknak csak a körvonalait rögzítjük: { $pages }
masked-areas = Oldalaink védelemre kiválasztott részeit olvashatatlanná tesszük.
masked-blocked = Oldalaink egyes részeit kihagyjuk; ezek helyén üres keret látszik.
masked-ignored = Egyes mezőkben egyáltalán nem rögzítjük, amit beír.
masked-allowed = Oldalaink egyes részeire ez a védelem nem vonatkozik; a szövegük olvasható marad.
masked-transit = A felvételek a címzetthez vezető úton titkosítva vannak.
masked-waiting = Amíg egy felvétel elküldésre vár, titkosítva tároljuk.

## Never

never-intro = Ezen semmilyen beállítás nem változtathat: a következőket soha nem rögzítjük.
never-passwords = Jelszavak.
never-cards = Kártyaszámok és biztonsági kódok a fizetési mezőkben.
never-codes = Egyszer használatos kódok, például a bejelentkezéshez.
never-marked = Bármi az érzékenynek jelölt mezőkben.
never-outside = Az Ön kamerája, mikrofonja és bármi ezen a webhelyen kívül.
never-also = A mi beállításainkkal ezeket sem rögzítjük:
never-typed = Amit begépel.
never-choices = Amit az űrlapokon bejelöl vagy kiválaszt.
never-text = Oldalaink olvasható szövege.
never-media = Az oldalainkon lévő képek, hang és videó.
never-ip = Az Ön IP-címe.
never-canvas = A rajzok, amelyeket az oldalak programmal készítenek (canvas).
never-console = Az üzenetek, amelyeket az oldalak a műszaki szakembereknek írnak ki (böngészőkonzol).
never-network = A kérések, amelyeket az oldalak a háttérben küldenek.
never-custom = Az események, amelyeket maga a webhely jelez.

## Recipients

vendor-processor = { $party }: a felvételeket a mi megbízásunkból és csak a mi utasításaink szerint kezeli.
vendor-joint = { $party }: velünk együtt dönt a felvételekről, és velünk együtt felelős értük.
vendor-independent = { $party }: a felvételeket saját céljaira is felhasználja, és ezért maga felel.
vendor-policy = Adatvédelmi tájékoztató ({ $name }): { $url }

## Countries outside the EEA

transfer-adequacy = { $name }: ez a címzett az Európai Gazdasági Térségen kívüli országban kap felvételeket ({ $country }). Az ottani adatvédelmet megfelelőségi határozat ismeri el.
transfer-dpf = { $name }: ez a címzett az Európai Gazdasági Térségen kívüli országban kap felvételeket ({ $country }). Rendelkezik a Data Privacy Framework szerinti tanúsítással.
transfer-scc = { $name }: ez a címzett az Európai Gazdasági Térségen kívüli országban kap felvételeket ({ $country }). Az Ön adatait ott az általunk kikötött általános szerződési feltételek védik. Kérésre másolatot adunk róluk.
transfer-bcr = { $name }: ez a címzett az Európai Gazdasági Térségen kívüli országban kap felvételeket ({ $country }). Az Ön adatait ott a hatóságok által jóváhagyott kötelező erejű vállalati szabályok védik. Kérésre másolatot adunk róluk.
transfer-derogation = { $name }: ez a címzett az Európai Gazdasági Térségen kívüli országban kap felvételeket ({ $country }). Az Ön adatai ott esetleg kevésbé védettek. Olyan kivételre támaszkodunk, amelyet a jog megenged.
transfer-open = { $name }: ez a címzett az Európai Gazdasági Térségen kívüli országban kap felvételeket ({ $country }).

## Retention

retention = Minden felvétel megőrzési ideje: { $days ->
    [one] { $days } nap
   *[other] { $days } nap
}. Utána töröljük.
retention-waiting = Az el nem küldhető felvétel várakozási ideje: { $days ->
    [one] { $days } nap
   *[other] { $days } nap
}. Utána töröljük.

## Rights

rights-intro = Önnek ezek a jogai vannak ({ $law }, 15–22. cikk):
rights-intro-other = A következőket kérheti tőlünk:
right-access = Hozzáférés: megmondjuk, milyen adatai vannak nálunk, és másolatot adunk róluk.
right-rectification = Helyesbítés: kijavítjuk a hibás adatokat.
right-erasure = Törlés: töröljük az adatait.
right-restriction = Korlátozás: megőrizzük az adatait, de nem használjuk őket tovább.
right-portability = Adathordozhatóság: adatait szokásos fájlformátumban megkapja.
right-object = Tiltakozás: Ön tiltakozik, és mi nem rögzítjük tovább.
right-automated = Automatizált döntések: az Ön ügyében ember dönt, nem csupán gép.
rights-contact = Írjon erre a címre: { $email }.
complaint-intro = Panaszt tehet egy adatvédelmi hatóságnál, például ott, ahol lakik, ahol dolgozik, vagy ahol Ön szerint megsértették a jogot.
complaint-intro-other = Panaszt tehet a hatóságnál.
complaint-authority = { $country }: { $authority }, { $url }

## California, Québec

california-categories = A személyes adatok kategóriája a California Consumer Privacy Act szerint: tevékenység az interneten és más elektronikus hálózatokon.
california-identifiers = További kategória: azonosítók (IP-cím).
california-not-sold = A felvételeket nem adjuk el, és nem osztjuk meg reklámcélra.
california-disclosed = Az egyik fenti címzett a felvételeket saját céljaira is felhasználja. A kaliforniai jog szerint ez eladásnak minősülhet. Bármikor leállíthatja itt: „{ $settings }”.
california-rights = Joga van a tájékoztatáshoz, a törléshez, a helyesbítéshez és ahhoz, hogy nemet mondjon. Nem bánunk Önnel rosszabbul azért, mert él a jogaival.
quebec-responsible = A személyes adatok védelméért felelős: { $contact }
quebec-technology = A rögzítés ki van kapcsolva, amíg Ön a hozzájárulásával be nem kapcsolja.
quebec-transfer = A felvételek Québecen kívülre is kerülhetnek.

## Short statement

short-statement = Az Ön személyes adatait mi vagy harmadik felek gyűjthetik, például: { $vendors }.
short-none = A látogatásokat csak körvonalakban rögzítjük: olvasható szöveg nélkül, az Ön által begépeltek nélkül és az IP-címe nélkül. Címzettek: { $vendors }.
short-contact = Adatvédelmi kérdések: { $email }

## Banner

banner-title-ask = Rögzíthetjük a látogatását?
banner-title-inform = Látogatásokat rögzítünk
banner-strict = Ekkor mintegy filmen látjuk, hogyan használják ezt a webhelyet: csak körvonalakban, olvasható szöveg nélkül. Amit begépel, azt nem rögzítjük.
banner-balanced = Ekkor mintegy filmen látjuk, hogyan használják ezt a webhelyet: egérmozgások, kattintások és oldalak. Amit begépel, azt nem rögzítjük.
banner-forms = Ekkor mintegy filmen látjuk, hogyan használják ezt a webhelyet: egérmozgások, kattintások, oldalak és amit az űrlapokba begépel. A jelszavakat, a bankkártyamezőket és más érzékeny mezőket soha nem rögzítjük.
banner-purposes = Célok: { $purposes }
banner-recipients = Címzettek: { $vendors }
banner-choice-ask = Ön szabadon dönt, és döntését bármikor megváltoztathatja itt: „{ $settings }”.
banner-choice-inform = Nemet mondhat most, vagy bármikor itt: „{ $settings }”.
purpose-name-usability = könnyű használat
purpose-name-support = segítség
purpose-name-security = biztonság
purpose-name-statistics = statisztika
button-accept = Elfogadom
button-refuse = Elutasítom
button-notice = Adatvédelmi tájékoztató
button-settings = Rögzítési beállítások
button-withdraw = Hozzájárulás visszavonása
status-on = A látogatását rögzítjük.
status-off = A látogatását nem rögzítjük.

## Advice to the owner of the site (WordPress policy guide)

advice-source = Ez a szöveg az Ön rögzítőjének beállításaiból készült. Nem jogi tanács: közzététel előtt ellenőrizze, vagy ellenőriztesse ügyvéddel.
advice-missing = Ezt a konfigurációja még nem mondja meg: { $fields }
advice-settings = Tegyen minden oldalra egy „{ $settings }” nevű hivatkozást vagy gombot, hogy a látogatók módosíthassák a döntésüket.
advice-suggested = Javasolt szöveg:
