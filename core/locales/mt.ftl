# Avviż dwar il-protezzjoni tad-data bil-Malti. Messaġġ wieħed huwa klawżola sħiħa; docs/notice.md jgħid meta tidher.

locale-name = Malti
locale-status = drafted
locale-source = 1

## Names of things

law-gdpr = GDPR
law-uk = GDPR tar-Renju Unit
party-name = { $name }
party-vat = { $name } (numru tal-VAT { $vat })
party-country = { $name } ({ $country })
party-vat-country = { $name } (numru tal-VAT { $vat }, { $country })

## Titles and headings

title-full = Avviż dwar il-protezzjoni tad-data: reġistrazzjoni taż-żjarat – { $site }
title-short = Dikjarazzjoni dwar il-privatezza: { $site }
heading-controller = Min hu l-kontrollur
heading-purposes = Għaliex nirreġistraw iż-żjarat
heading-basis = Bażi legali
heading-choice = L-għażla tiegħek
heading-recorded = X’nirreġistraw
heading-masked = Kif nipproteġu d-data tiegħek
heading-never = X’qatt ma nirreġistraw
heading-recipients = Min jirċievi r-reġistrazzjonijiet
heading-transfers = Pajjiżi barra ż-Żona Ekonomika Ewropea
heading-retention = Kemm inżommu r-reġistrazzjonijiet
heading-rights = Id-drittijiet tiegħek
heading-complaint = Id-dritt tiegħek li tagħmel ilment
heading-california = Għal viżitaturi minn California
heading-quebec = Għal viżitaturi mill-Québec
effective = Verżjoni ta’: { $date }
fingerprint = Verżjoni ta’ dan l-avviż: { $fingerprint }

## In brief

brief-strict = Nirreġistraw kif jintuża dan is-sit web u wara nistgħu naraw żjara bħal film (session replay). Il-film juri l-paġni bħala kontorn biss, mingħajr test li jinqara. Dak li tikteb ma jiġix irreġistrat.
brief-balanced = Nirreġistraw kif jintuża dan is-sit web u wara nistgħu naraw żjara bħal film (session replay): kif jiċċaqlaq il-maws, fuq xiex isiru l-klikks u liema paġni jidhru. Dak li tikteb ma jiġix irreġistrat.
brief-forms = Nirreġistraw kif jintuża dan is-sit web u wara nistgħu naraw żjara bħal film (session replay): kif jiċċaqlaq il-maws, fuq xiex isiru l-klikks, liema paġni jidhru u x’jinkiteb fil-formoli. Il-passwords, l-oqsma tal-kards tal-ħlas u oqsma sensittivi oħra qatt ma jiġu rreġistrati.
brief-asked = Nagħmlu dan biss wara li taqbel.
brief-mixed = Jekk il-liġi ta’ pajjiżek titlob il-kunsens, nagħmlu dan biss wara li taqbel. Tista’ tirrifjuta kullimkien.
brief-optout = Tista’ tirrifjuta meta trid.

## Who is responsible

controller-name = Kontrollur responsabbli għal dan is-sit web: { $name }
controller-address = Indirizz: { $address }
controller-email = Email għal mistoqsijiet dwar il-protezzjoni tad-data: { $email }
controller-vat = Numru tal-VAT: { $vat }
representative = Ir-rappreżentant tagħna fl-Unjoni Ewropea: { $contact }
dpo = L-uffiċjal tagħna tal-protezzjoni tad-data: { $contact }

## Purposes

purposes-intro = Naraw ir-reġistrazzjonijiet għal dawn l-għanijiet biss:
purpose-usability = Faċilità tal-użu: naraw fejn il-paġni tagħna huma diffiċli biex tużahom, u ntejbuhom.
purpose-support = Għajnuna: meta titlobna l-għajnuna, naraw x’ġara.
purpose-security = Sigurtà: nagħrfu attakki u abbuż.
purpose-statistics = Statistika: insiru nafu kemm-il darba jintużaw il-paġni u l-funzjonijiet tagħna.
purposes-automated = L-ebda deċiżjoni awtomatizzata dwarek ma tittieħed minn reġistrazzjoni.

## Legal basis

basis-consent = Il-bażi legali hija l-kunsens tiegħek ({ $law }, Artikolu 6(1)(a)).
basis-consent-other = Il-bażi hija l-kunsens tiegħek.
basis-interest = Il-bażi legali hija l-interess leġittimu tagħna fl-għanijiet imsemmija hawn fuq ({ $law }, Artikolu 6(1)(f)).
basis-interest-other = Il-bażi hija l-interess tagħna fl-għanijiet imsemmija hawn fuq.
basis-contract = Il-bażi legali hija l-kuntratt tagħna miegħek; għandna bżonn ir-reġistrazzjonijiet biex inwettquh ({ $law }, Artikolu 6(1)(b)).
basis-contract-other = Il-bażi hija l-kuntratt tagħna miegħek; għandna bżonn ir-reġistrazzjonijiet biex inwettquh.
basis-device = Regoli dwar l-aċċess għall-apparat tiegħek: { $laws }

## Choice

choice-asked = Nirreġistraw biss wara li taqbel. Tagħżel b’mod ħieles: anke jekk tirrifjuta, tista’ tuża s-sit web bl-istess mod.
choice-mixed = Jekk il-liġi ta’ pajjiżek titlob il-kunsens, nirreġistraw biss wara li taqbel. F’pajjiżi oħra nirreġistraw sakemm tirrifjuta. Tagħżel b’mod ħieles: anke jekk tirrifjuta, tista’ tuża s-sit web bl-istess mod.
choice-optout = Nirreġistraw iż-żjarat sakemm ma tirrifjutax. Anke jekk tirrifjuta, tista’ tuża s-sit web bl-istess mod.
choice-withdraw = Tista’ tirtira l-kunsens tiegħek meta trid, bl-istess faċilità li biha tajtu: taħt “{ $settings }”. Imbagħad nieqfu minnufih. Dak li sar qabel l-irtirar jibqa’ legali.
choice-object = Tista’ tirrifjuta meta trid u mingħajr raġuni: taħt “{ $settings }”. Imbagħad nieqfu minnufih.
choice-delete = Jekk tirtira l-kunsens tiegħek jew tirrifjuta, inħassru r-reġistrazzjoni taż-żjara tiegħek.
choice-valid = Il-kunsens tiegħek jgħodd għal { $days ->
    [one] { $days } jum
    [few] { $days } ijiem
    [many] { $days }-il jum
   *[other] { $days } jum
}. Wara nerġgħu nistaqsuk.
choice-gpc = Jekk il-brawżer tiegħek jibgħat is-sinjal Global Privacy Control (GPC), inqisuh bħala rifjut, sakemm ma taqbilx espressament xorta waħda.
choice-dnt = Jekk il-brawżer tiegħek jibgħat is-sinjal Do Not Track (DNT), inqisuh bħala rifjut.
choice-age = Jekk nafu li viżitatur għandu inqas minn { $years }-il sena, ma nirreġistrawx iż-żjara tiegħu.

## What is recorded

recorded-pointer = Il-movimenti tal-maws, il-klikks, il-messiet, l-iskrolljar u d-daqs tat-tieqa tiegħek, kull wieħed bil-ħin.
recorded-page-text = Il-paġni kif tarahom int, bit-test tagħhom.
recorded-page-outline = It-tqassim tal-paġni. It-test tagħhom jinbidel b’karattri bla tifsira.
recorded-address = L-indirizzi tal-paġni li żżur, mingħajr il-kliem ta’ tiftix u data simili.
recorded-typing-masked = F’liema oqsma tikteb u bejn wieħed u ieħor kemm. Dak li tikteb ma jiġix irreġistrat.
recorded-typing-forms = Dak li tikteb u tagħżel fil-formoli, ħlief f’oqsma sensittivi.
recorded-media = L-istampi, il-ħoss u l-filmati fuq il-paġni.
recorded-canvas = It-tpinġijiet li l-paġni jagħmlu bi programm (canvas), mingħajr it-test u l-istampi ġo fihom.
recorded-console = Il-messaġġi li l-paġni jiktbu għat-tekniċi (konsowl tal-brawżer).
recorded-network-urls = L-indirizz, ir-riżultat u l-ħin tat-talbiet li l-paġni jibagħtu fl-isfond.
recorded-network-full = L-indirizz, ir-riżultat, il-ħin u l-kontenut tat-talbiet li l-paġni jibagħtu fl-isfond.
recorded-custom = Ġrajjiet li jirrapporta s-sit web stess, bħal “ordni lesta”.
recorded-ip-short = L-indirizz IP tiegħek, l-aktar f’forma mqassra.
recorded-ip-full = L-indirizz IP tiegħek, fejn jidher fid-data rreġistrata.
recorded-session = Numru ta’ sessjoni, li bih nistgħu nsibu u nħassru r-reġistrazzjoni taż-żjara tiegħek.

## Protection

masked-detect = Qabel ma reġistrazzjoni tinħażen jew tingħadda, programm ifittex fiha data personali, bħal indirizzi tal-email u numri tat-telefown, u jaħbiha. Jista’ jonqos milli jara xi ħaġa.
masked-detect-some = Qabel ma reġistrazzjoni tinħażen jew tingħadda, programm ifittex fiha ċerti tipi ta’ data personali u jaħbihom. Jista’ jonqos milli jara xi ħaġa.
masked-pages = Minn dawn il-paġni nirreġistraw il-kontorn biss: { $pages }
masked-areas = Il-partijiet tal-paġni tagħna li għażilna li nipproteġu ma jibqgħux jinqraw.
masked-blocked = Xi partijiet tal-paġni tagħna jitħallew barra u jidhru bħala kaxxa vojta.
masked-ignored = F’xi oqsma ma nirreġistraw xejn minn dak li ddaħħal.
masked-allowed = Xi partijiet tal-paġni tagħna huma esklużi minn din il-protezzjoni; it-test tagħhom jibqa’ jinqara.
masked-transit = Ir-reġistrazzjonijiet huma kriptati fi triqithom lejn ir-riċevitur.
masked-waiting = Sakemm reġistrazzjoni tkun qed tistenna li tintbagħat, tinħażen kriptata.

## Never

never-intro = L-ebda setting ma jista’ jbiddel dan: li ġej qatt ma jiġi rreġistrat.
never-passwords = Passwords.
never-cards = In-numri tal-kards u l-kodiċijiet tas-sigurtà f’oqsma tal-ħlas.
never-codes = Kodiċijiet ta’ darba, pereżempju biex tidħol.
never-marked = Kull ma hemm f’oqsma mmarkati bħala sensittivi.
never-outside = Il-kamera tiegħek, il-mikrofonu tiegħek u kull ma hu barra dan is-sit web.
never-also = Bis-settings tagħna lanqas dan ma jiġi rreġistrat:
never-typed = Dak li tikteb.
never-choices = Dak li timmarka jew tagħżel fil-formoli.
never-text = It-test li jinqara tal-paġni tagħna.
never-media = L-istampi, il-ħoss u l-filmati fuq il-paġni tagħna.
never-ip = L-indirizz IP tiegħek.
never-canvas = It-tpinġijiet li l-paġni jagħmlu bi programm (canvas).
never-console = Il-messaġġi li l-paġni jiktbu għat-tekniċi (konsowl tal-brawżer).
never-network = It-talbiet li l-paġni jibagħtu fl-isfond.
never-custom = Ġrajjiet li jirrapporta s-sit web stess.

## Recipients

vendor-processor = { $party }: dan ir-riċevitur jipproċessa r-reġistrazzjonijiet f’isimna u skont l-istruzzjonijiet tagħna biss.
vendor-joint = { $party }: dan ir-riċevitur jiddeċiedi magħna dwar ir-reġistrazzjonijiet u hu responsabbli flimkien magħna.
vendor-independent = { $party }: dan ir-riċevitur juża r-reġistrazzjonijiet għall-għanijiet tiegħu wkoll u hu responsabbli għal dan hu stess.
vendor-policy = Politika tal-privatezza ({ $name }): { $url }

## Countries outside the EEA

transfer-adequacy = { $name } jirċievi reġistrazzjonijiet f’pajjiż barra ż-Żona Ekonomika Ewropea: { $country }. Deċiżjoni ta’ adegwatezza tirrikonoxxi l-protezzjoni tad-data hemmhekk.
transfer-dpf = { $name } jirċievi reġistrazzjonijiet f’pajjiż barra ż-Żona Ekonomika Ewropea: { $country }. Dan ir-riċevitur hu ċċertifikat skont id-Data Privacy Framework.
transfer-scc = { $name } jirċievi reġistrazzjonijiet f’pajjiż barra ż-Żona Ekonomika Ewropea: { $country }. Hemmhekk id-data tiegħek hi protetta bi klawżoli kuntrattwali standard li qbilna dwarhom. Tista’ titlobna kopja.
transfer-bcr = { $name } jirċievi reġistrazzjonijiet f’pajjiż barra ż-Żona Ekonomika Ewropea: { $country }. Hemmhekk id-data tiegħek hi protetta b’regoli korporattivi vinkolanti approvati mill-awtoritajiet. Tista’ titlobna kopja.
transfer-derogation = { $name } jirċievi reġistrazzjonijiet f’pajjiż barra ż-Żona Ekonomika Ewropea: { $country }. Id-data tiegħek tista’ tkun inqas protetta hemmhekk. Nistrieħu fuq eċċezzjoni li l-liġi tippermetti.
transfer-open = { $name } jirċievi reġistrazzjonijiet f’pajjiż barra ż-Żona Ekonomika Ewropea: { $country }.

## Retention

retention = Inħassru kull reġistrazzjoni wara { $days ->
    [one] { $days } jum
    [few] { $days } ijiem
    [many] { $days }-il jum
   *[other] { $days } jum
}.
retention-waiting = Reġistrazzjoni li ma tistax tintbagħat titħassar wara { $days ->
    [one] { $days } jum
    [few] { $days } ijiem
    [many] { $days }-il jum
   *[other] { $days } jum
}.

## Rights

rights-intro = Għandek dawn id-drittijiet ({ $law }, Artikoli 15 sa 22):
rights-intro-other = Tista’ titlobna dan li ġej:
right-access = Aċċess: ngħidulek x’data għandna dwarek u nagħtuk kopja.
right-rectification = Rettifika: nikkoreġu d-data żbaljata.
right-erasure = Tħassir: inħassru d-data tiegħek.
right-restriction = Restrizzjoni: inżommu d-data tiegħek, imma nieqfu nużawha.
right-portability = Portabbiltà: tirċievi d-data tiegħek f’format ta’ fajl komuni.
right-object = Oġġezzjoni: toġġezzjona, u nieqfu nirreġistrawk.
right-automated = Deċiżjonijiet awtomatizzati: il-każ tiegħek jiddeċidih bniedem, mhux magna biss.
rights-contact = Ikteb lil { $email }.
complaint-intro = Tista’ tagħmel ilment lil awtorità tal-protezzjoni tad-data, pereżempju fejn tgħix, fejn taħdem jew fejn taħseb li nkisret il-liġi.
complaint-intro-other = Tista’ tagħmel ilment lill-awtorità.
complaint-authority = { $country }: { $authority }, { $url }

## California, Québec

california-categories = Kategorija ta’ data personali skont il-California Consumer Privacy Act: attività fuq l-internet u f’netwerks elettroniċi oħra.
california-identifiers = Kategorija oħra: identifikaturi (indirizz IP).
california-not-sold = Ma nbigħux reġistrazzjonijiet u ma naqsmuhomx għar-reklamar.
california-disclosed = Riċevitur imsemmi hawn fuq juża r-reġistrazzjonijiet għall-għanijiet tiegħu wkoll. Skont il-liġi ta’ California dan jista’ jkun bejgħ. Tista’ twaqqfu meta trid taħt “{ $settings }”.
california-rights = Għandek id-dritt li tkun taf, li tħassar, li tikkoreġi u li tirrifjuta. Ma nittrattawkx agħar għax tuża d-drittijiet tiegħek.
quebec-responsible = Persuna responsabbli għall-protezzjoni tad-data personali: { $contact }
quebec-technology = Ir-reġistrazzjoni hija mitfija sakemm tixgħelha billi taqbel.
quebec-transfer = Ir-reġistrazzjonijiet jistgħu jingħaddew barra mill-Québec.

## Short statement

short-statement = Id-data personali tiegħek tista’ tinġabar minna jew minn partijiet terzi bħal { $vendors }.
short-none = Nirreġistraw iż-żjarat bħala kontorn biss: mingħajr test li jinqara, mingħajr dak li tikteb u mingħajr l-indirizz IP tiegħek. Riċevituri: { $vendors }.
short-contact = Mistoqsijiet dwar il-protezzjoni tad-data: { $email }

## Banner

banner-title-ask = Nistgħu nirreġistraw iż-żjara tiegħek?
banner-title-inform = Nirreġistraw iż-żjarat
banner-strict = Imbagħad naraw, bħal f’film, kif jintuża s-sit web: bħala kontorn biss, mingħajr test li jinqara. Dak li tikteb ma jiġix irreġistrat.
banner-balanced = Imbagħad naraw, bħal f’film, kif jintuża s-sit web: movimenti tal-maws, klikks u paġni. Dak li tikteb ma jiġix irreġistrat.
banner-forms = Imbagħad naraw, bħal f’film, kif jintuża s-sit web: movimenti tal-maws, klikks, paġni u dak li tikteb fil-formoli. Il-passwords, l-oqsma tal-kards tal-ħlas u oqsma sensittivi oħra qatt ma jiġu rreġistrati.
banner-purposes = Għanijiet: { $purposes }
banner-recipients = Riċevituri: { $vendors }
banner-choice-ask = Tagħżel b’mod ħieles u tista’ tbiddel fehmtek meta trid taħt “{ $settings }”.
banner-choice-inform = Tista’ tirrifjuta issa jew meta trid taħt “{ $settings }”.
purpose-name-usability = faċilità tal-użu
purpose-name-support = għajnuna
purpose-name-security = sigurtà
purpose-name-statistics = statistika
button-accept = Naċċetta
button-refuse = Nirrifjuta
button-notice = Protezzjoni tad-data
button-settings = Settings tar-reġistrazzjoni
button-withdraw = Irtira l-kunsens
status-on = Iż-żjara tiegħek qed tiġi rreġistrata.
status-off = Iż-żjara tiegħek mhix qed tiġi rreġistrata.

## Advice to the owner of the site (WordPress policy guide)

advice-source = Dan it-test ġej mis-settings tar-reġistratur tiegħek. Mhuwiex parir legali: iċċekkjah, jew ħalli avukat jiċċekkjah, qabel ma tippubblikah.
advice-missing = Il-konfigurazzjoni tiegħek għadha ma tgħidx dan: { $fields }
advice-settings = Poġġi link jew buttuna bl-isem “{ $settings }” fuq kull paġna, biex il-viżitaturi jkunu jistgħu jbiddlu l-għażla tagħhom.
advice-suggested = Test issuġġerit:
