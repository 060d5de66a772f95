# Fógra cosanta sonraí i nGaeilge. Is clásal iomlán é gach teachtaireacht; deir docs/notice.md cathain a thaispeántar é.

locale-name = Gaeilge
locale-status = drafted
locale-source = 1

## Names of things

law-gdpr = RGCS
law-uk = RGCS na Ríochta Aontaithe
party-name = { $name }
party-vat = { $name } (uimhir CBL { $vat })
party-country = { $name } ({ $country })
party-vat-country = { $name } (uimhir CBL { $vat }, { $country })

## Titles and headings

title-full = Fógra cosanta sonraí: cuairteanna a thaifeadadh – { $site }
title-short = Ráiteas príobháideachais: { $site }
heading-controller = Cé hé an rialaitheoir
heading-purposes = Cén fáth a dtaifeadaimid cuairteanna
heading-basis = Bunús dlí
heading-choice = Do rogha
heading-recorded = Cad a thaifeadaimid
heading-masked = Conas a chosnaímid do chuid sonraí
heading-never = Cad nach dtaifeadaimid choíche
heading-recipients = Cé a fhaigheann na taifeadtaí
heading-transfers = Tíortha lasmuigh den Limistéar Eorpach Eacnamaíoch
heading-retention = Cá fhad a choinnímid taifeadtaí
heading-rights = Do chearta
heading-complaint = Do cheart gearán a dhéanamh
heading-california = Do chuairteoirí ó California
heading-quebec = Do chuairteoirí ó Québec
effective = Leagan ón dáta: { $date }
fingerprint = Leagan an fhógra seo: { $fingerprint }

## In brief

brief-strict = Taifeadaimid an chaoi a n-úsáidtear an suíomh gréasáin seo agus is féidir linn cuairt a athsheinm mar scannán ina dhiaidh sin (session replay). Ní thaispeánann an scannán ach imlíne na leathanach, gan téacs inléite. Ní thaifeadtar an méid a chlóscríobhann tú.
brief-balanced = Taifeadaimid an chaoi a n-úsáidtear an suíomh gréasáin seo agus is féidir linn cuairt a athsheinm mar scannán ina dhiaidh sin (session replay): conas a bhogann an luch, cad a chliceáiltear agus cé na leathanaigh a fheictear. Ní thaifeadtar an méid a chlóscríobhann tú.
brief-forms = Taifeadaimid an chaoi a n-úsáidtear an suíomh gréasáin seo agus is féidir linn cuairt a athsheinm mar scannán ina dhiaidh sin (session replay): conas a bhogann an luch, cad a chliceáiltear, cé na leathanaigh a fheictear agus cad a chlóscríobhtar i bhfoirmeacha. Ní thaifeadtar pasfhocail, réimsí cártaí íocaíochta ná réimsí íogaire eile choíche.
brief-asked = Ní dhéanaimid é sin ach amháin tar éis duit toiliú.
brief-mixed = Má éilíonn dlí do thíre toiliú, ní dhéanaimid é sin ach amháin tar éis duit toiliú. Is féidir leat diúltú áit ar bith.
brief-optout = Is féidir leat diúltú am ar bith.

## Who is responsible

controller-name = Rialaitheoir atá freagrach as an suíomh gréasáin seo: { $name }
controller-address = Seoladh: { $address }
controller-email = Ríomhphost le haghaidh ceisteanna faoi chosaint sonraí: { $email }
controller-vat = Uimhir CBL: { $vat }
representative = Ár n-ionadaí san Aontas Eorpach: { $contact }
dpo = Ár n-oifigeach cosanta sonraí: { $contact }

## Purposes

purposes-intro = Ní fhéachaimid ar thaifeadtaí ach chun na gcríoch seo:
purpose-usability = Áisiúlacht: feicimid cá bhfuil ár leathanaigh deacair a úsáid, agus feabhsaímid iad.
purpose-support = Cabhair: nuair a iarrann tú cabhair orainn, feicimid cad a tharla.
purpose-security = Slándáil: aithnímid ionsaithe agus mí-úsáid.
purpose-statistics = Staitisticí: faighimid amach cé chomh minic a úsáidtear ár leathanaigh agus ár bhfeidhmeanna.
purposes-automated = Ní dhéantar aon chinneadh uathoibrithe fút ar bhonn taifeadta.

## Legal basis

basis-consent = Is é do thoiliú an bunús dlí ({ $law }, Airteagal 6(1)(a)).
basis-consent-other = Is é do thoiliú an bunús.
basis-interest = Is é ár leas dlisteanach sna críocha thuas an bunús dlí ({ $law }, Airteagal 6(1)(f)).
basis-interest-other = Is é ár leas sna críocha thuas an bunús.
basis-contract = Is é ár gconradh leat an bunús dlí; tá na taifeadtaí de dhíth orainn chun é a chomhlíonadh ({ $law }, Airteagal 6(1)(b)).
basis-contract-other = Is é ár gconradh leat an bunús; tá na taifeadtaí de dhíth orainn chun é a chomhlíonadh.
basis-device = Rialacha maidir le rochtain ar do ghléas: { $laws }

## Choice

choice-asked = Ní thaifeadaimid ach amháin tar éis duit toiliú. Tá an rogha agat: fiú má dhiúltaíonn tú, is féidir leat an suíomh gréasáin a úsáid mar an gcéanna.
choice-mixed = Má éilíonn dlí do thíre toiliú, ní thaifeadaimid ach amháin tar éis duit toiliú. In áiteanna eile, taifeadaimid go dtí go ndiúltaíonn tú. Tá an rogha agat: fiú má dhiúltaíonn tú, is féidir leat an suíomh gréasáin a úsáid mar an gcéanna.
choice-optout = Taifeadaimid cuairteanna mura ndiúltaíonn tú. Fiú má dhiúltaíonn tú, is féidir leat an suíomh gréasáin a úsáid mar an gcéanna.
choice-withdraw = Is féidir leat do thoiliú a tharraingt siar am ar bith, chomh héasca céanna is a thug tú é: faoi “{ $settings }”. Stadaimid láithreach ansin. Fanann an méid a tharla roimhe sin dleathach.
choice-object = Is féidir leat diúltú am ar bith agus gan chúis a thabhairt: faoi “{ $settings }”. Stadaimid láithreach ansin.
choice-delete = Má tharraingíonn tú do thoiliú siar nó má dhiúltaíonn tú, scriosaimid taifeadadh do chuairte.
choice-valid = Tá do thoiliú bailí ar feadh { $days ->
    [one] { $days } lá
    [two] { $days } lá
    [few] { $days } lá
    [many] { $days } lá
   *[other] { $days } lá
}. Iarrfaimid arís ort ina dhiaidh sin.
choice-gpc = Má sheolann do bhrabhsálaí an comhartha Global Privacy Control (GPC), glacaimid leis mar dhiúltú, mura dtoilíonn tú go sainráite mar sin féin.
choice-dnt = Má sheolann do bhrabhsálaí an comhartha Do Not Track (DNT), glacaimid leis mar dhiúltú.
choice-age = Má tá a fhios againn go bhfuil cuairteoir níos óige ná { $years } bliana d’aois, ní thaifeadaimid an chuairt.

## What is recorded

recorded-pointer = Gluaiseachtaí na luiche, cliceálacha, tadhaill, scrollú agus méid d’fhuinneoige, gach ceann leis an am.
recorded-page-text = Na leathanaigh mar a fheiceann tú iad, lena dtéacs.
recorded-page-outline = Leagan amach na leathanach. Cuirtear carachtair gan bhrí in áit a dtéacs.
recorded-address = Seoltaí na leathanach a dtugann tú cuairt orthu, gan téarmaí cuardaigh ná sonraí dá samhail.
recorded-typing-masked = Cé na réimsí ina gclóscríobhann tú agus cé mhéad, a bheag nó a mhór. Ní thaifeadtar an méid a chlóscríobhann tú.
recorded-typing-forms = An méid a chlóscríobhann agus a roghnaíonn tú i bhfoirmeacha, seachas i réimsí íogaire.
recorded-media = Íomhánna, fuaim agus físeáin ar na leathanaigh.
recorded-canvas = Líníochtaí a dhéanann na leathanaigh le clár (canvas), gan an téacs ná na híomhánna iontu.
recorded-console = Teachtaireachtaí a scríobhann na leathanaigh do theicneoirí (consól an bhrabhsálaí).
recorded-network-urls = Seoladh, toradh agus am na n-iarratas a sheolann na leathanaigh sa chúlra.
recorded-network-full = Seoladh, toradh, am agus ábhar na n-iarratas a sheolann na leathanaigh sa chúlra.
recorded-custom = Imeachtaí a thuairiscíonn an suíomh gréasáin féin, mar shampla “ordú curtha i gcrích”.
recorded-ip-short = Do sheoladh IP, i bhfoirm ghiorraithe ar a mhéad.
recorded-ip-full = Do sheoladh IP, áit a bhfuil sé sna sonraí taifeadta.
recorded-session = Uimhir seisiúin, ar féidir linn taifeadadh do chuairte a aimsiú agus a scriosadh léi.

## Protection

masked-detect = Sula stóráiltear nó sula dtugtar ar aghaidh taifeadadh, cuardaíonn clár sonraí pearsanta ann, mar shampla seoltaí ríomhphoist agus uimhreacha gutháin, agus cuireann sé i bhfolach iad. D’fhéadfadh sé rud éigin a chailleadh.
masked-detect-some = Sula stóráiltear nó sula dtugtar ar aghaidh taifeadadh, cuardaíonn clár cineálacha áirithe sonraí pearsanta ann agus cuireann sé i bhfolach iad. D’fhéadfadh sé rud éigin a chailleadh.
masked-pages = Ní thaifeadaimid ach imlíne na leathanach seo: { $pages }
masked-areas = Déantar na codanna dár leathanaigh a roghnaíomar lena gcosaint doléite.
masked-blocked = Fágtar codanna áirithe dár leathanaigh ar lár agus taispeántar bosca folamh ina n-áit.
masked-ignored = I réimsí áirithe ní thaifeadaimid d’ionchur ar chor ar bith.
masked-allowed = Tá codanna áirithe dár leathanaigh eisiata ón gcosaint seo; fanann a dtéacs inléite.
masked-transit = Tá na taifeadtaí criptithe ar a mbealach chuig an bhfaighteoir.
masked-waiting = Fad a bhíonn taifeadadh ag fanacht lena sheoladh, stóráiltear criptithe é.

## Never

never-intro = Ní féidir le haon socrú é seo a athrú: ní thaifeadtar na nithe seo choíche.
never-passwords = Pasfhocail.
never-cards = Uimhreacha cártaí agus cóid slándála i réimsí íocaíochta.
never-codes = Cóid aonuaire, mar shampla chun síniú isteach.
never-marked = Aon rud i réimsí atá marcáilte mar réimsí íogaire.
never-outside = Do cheamara, do mhicreafón agus aon rud lasmuigh den suíomh gréasáin seo.
never-also = Leis na socruithe atá againne, ní thaifeadtar na nithe seo ach oiread:
never-typed = An méid a chlóscríobhann tú.
never-choices = An méid a chuireann tú tic leis nó a roghnaíonn tú i bhfoirmeacha.
never-text = Téacs inléite ár leathanach.
never-media = Íomhánna, fuaim agus físeáin ar ár leathanaigh.
never-ip = Do sheoladh IP.
never-canvas = Líníochtaí a dhéanann na leathanaigh le clár (canvas).
never-console = Teachtaireachtaí a scríobhann na leathanaigh do theicneoirí (consól an bhrabhsálaí).
never-network = Iarratais a sheolann na leathanaigh sa chúlra.
never-custom = Imeachtaí a thuairiscíonn an suíomh gréasáin féin.

## Recipients

vendor-processor = { $party }: próiseálann an faighteoir seo na taifeadtaí thar ár gceann agus de réir ár dtreoracha amháin.
vendor-joint = { $party }: déanann an faighteoir seo cinntí faoi na taifeadtaí in éineacht linn agus tá sé freagrach in éineacht linn.
vendor-independent = { $party }: úsáideann an faighteoir seo na taifeadtaí chun a chríocha féin freisin agus tá sé féin freagrach as sin.
vendor-policy = Polasaí príobháideachais ({ $name }): { $url }

## Countries outside the EEA

transfer-adequacy = { $name }: faigheann an faighteoir seo taifeadtaí i dtír lasmuigh den Limistéar Eorpach Eacnamaíoch ({ $country }). Aithníonn cinneadh leordhóthanachta an chosaint sonraí ansin.
transfer-dpf = { $name }: faigheann an faighteoir seo taifeadtaí i dtír lasmuigh den Limistéar Eorpach Eacnamaíoch ({ $country }). Tá sé deimhnithe faoin Data Privacy Framework.
transfer-scc = { $name }: faigheann an faighteoir seo taifeadtaí i dtír lasmuigh den Limistéar Eorpach Eacnamaíoch ({ $country }). Cosnaítear do chuid sonraí ansin le clásail chonarthacha chaighdeánacha a d’aontaíomar. Is féidir leat cóip a iarraidh orainn.
transfer-bcr = { $name }: faigheann an faighteoir seo taifeadtaí i dtír lasmuigh den Limistéar Eorpach Eacnamaíoch ({ $country }). Cosnaítear do chuid sonraí ansin le rialacha corparáideacha ceangailteacha atá faofa ag na húdaráis. Is féidir leat cóip a iarraidh orainn.
transfer-derogation = { $name }: faigheann an faighteoir seo taifeadtaí i dtír lasmuigh den Limistéar Eorpach Eacnamaíoch ({ $country }). D’fhéadfadh sé nach bhfuil do chuid sonraí chomh cosanta céanna ansin. Braithimid ar eisceacht a cheadaíonn an dlí.
transfer-open = { $name }: faigheann an faighteoir seo taifeadtaí i dtír lasmuigh den Limistéar Eorpach Eacnamaíoch ({ $country }).

## Retention

retention = Scriosaimid gach taifeadadh tar éis { $days ->
    [one] { $days } lá
    [two] { $days } lá
    [few] { $days } lá
    [many] { $days } lá
   *[other] { $days } lá
}.
retention-waiting = Scriostar taifeadadh nach féidir a sheoladh tar éis { $days ->
    [one] { $days } lá
    [two] { $days } lá
    [few] { $days } lá
    [many] { $days } lá
   *[other] { $days } lá
}.

## Rights

rights-intro = Tá na cearta seo agat ({ $law }, Airteagail 15 go 22):
rights-intro-other = Is féidir leat na nithe seo a iarraidh orainn:
right-access = Rochtain: insímid duit cad atá againn fút agus tugaimid cóip duit.
right-rectification = Ceartú: ceartaímid sonraí míchearta.
right-erasure = Scriosadh: scriosaimid do chuid sonraí.
right-restriction = Srianadh: coinnímid do chuid sonraí ach stadaimid dá n-úsáid.
right-portability = Iniomparthacht: faigheann tú do chuid sonraí i gcomhad i bhformáid choitianta.
right-object = Agóid: cuireann tú ina choinne, agus stadaimid de do thaifeadadh.
right-automated = Cinntí uathoibrithe: is duine a dhéanann cinneadh i do chás, ní meaisín amháin.
rights-contact = Scríobh chuig { $email }.
complaint-intro = Is féidir leat gearán a dhéanamh le húdarás cosanta sonraí, mar shampla san áit a bhfuil cónaí ort, san áit a n-oibríonn tú nó san áit ar dóigh leat gur sáraíodh an dlí.
complaint-intro-other = Is féidir leat gearán a dhéanamh leis an údarás.
complaint-authority = { $country }: { $authority }, { $url }

## California, Québec

california-categories = Catagóir sonraí pearsanta faoin California Consumer Privacy Act: gníomhaíocht ar an idirlíon agus ar líonraí leictreonacha eile.
california-identifiers = Catagóir eile: aitheantóirí (seoladh IP).
california-not-sold = Ní dhíolaimid taifeadtaí agus ní roinnimid iad le haghaidh fógraíochta.
california-disclosed = Úsáideann faighteoir atá luaite thuas taifeadtaí chun a chríocha féin freisin. Faoi dhlí California d’fhéadfadh gur díol é sin. Is féidir leat é a stopadh am ar bith faoi “{ $settings }”.
california-rights = Tá sé de cheart agat eolas a fháil, scriosadh a iarraidh, ceartú a iarraidh agus diúltú. Ní chaithimid níos measa leat toisc go n-úsáideann tú do chearta.
quebec-responsible = An duine atá freagrach as sonraí pearsanta a chosaint: { $contact }
quebec-technology = Tá an taifeadadh múchta go dtí go gcasann tú air é trí thoiliú.
quebec-transfer = Is féidir taifeadtaí a thabhairt ar aghaidh lasmuigh de Québec.

## Short statement

short-statement = D’fhéadfaimisne nó tríú páirtithe do chuid sonraí pearsanta a bhailiú, mar shampla { $vendors }.
short-none = Ní thaifeadaimid ach imlíne na gcuairteanna: gan téacs inléite, gan an méid a chlóscríobhann tú agus gan do sheoladh IP. Faighteoirí: { $vendors }.
short-contact = Ceisteanna faoi chosaint sonraí: { $email }

## Banner

banner-title-ask = An bhfuil cead againn do chuairt a thaifeadadh?
banner-title-inform = Taifeadaimid cuairteanna
banner-strict = Feicimid ansin, mar a bheadh scannán ann, an chaoi a n-úsáidtear an suíomh gréasáin: an imlíne amháin, gan téacs inléite. Ní thaifeadtar an méid a chlóscríobhann tú.
banner-balanced = Feicimid ansin, mar a bheadh scannán ann, an chaoi a n-úsáidtear an suíomh gréasáin: gluaiseachtaí na luiche, cliceálacha agus leathanaigh. Ní thaifeadtar an méid a chlóscríobhann tú.
banner-forms = Feicimid ansin, mar a bheadh scannán ann, an chaoi a n-úsáidtear an suíomh gréasáin: gluaiseachtaí na luiche, cliceálacha, leathanaigh agus an méid a chlóscríobhann tú i bhfoirmeacha. Ní thaifeadtar pasfhocail, réimsí cártaí íocaíochta ná réimsí íogaire eile choíche.
banner-purposes = Críocha: { $purposes }
banner-recipients = Faighteoirí: { $vendors }
banner-choice-ask = Tá an rogha agat. Is féidir leat d’intinn a athrú am ar bith faoi “{ $settings }”.
banner-choice-inform = Is féidir leat diúltú anois nó am ar bith faoi “{ $settings }”.
purpose-name-usability = áisiúlacht
purpose-name-support = cabhair
purpose-name-security = slándáil
purpose-name-statistics = staitisticí
button-accept = Glacaim leis
button-refuse = Diúltaím dó
button-notice = Cosaint sonraí
button-settings = Socruithe taifeadta
button-withdraw = Tarraing siar an toiliú
status-on = Tá do chuairt á taifeadadh.
status-off = Níl do chuairt á taifeadadh.

## Advice to the owner of the site (WordPress policy guide)

advice-source = Rinneadh an téacs seo as socruithe do thaifeadáin. Ní comhairle dlí é: seiceáil é, nó iarr ar dhlíodóir é a sheiceáil, sula bhfoilsíonn tú é.
advice-missing = Níl sé seo ráite i do chumraíocht fós: { $fields }
advice-settings = Cuir nasc nó cnaipe darb ainm “{ $settings }” ar gach leathanach, ionas gur féidir le cuairteoirí a rogha a athrú.
advice-suggested = Téacs molta:
