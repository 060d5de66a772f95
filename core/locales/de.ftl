# Datenschutzhinweis auf Deutsch. Eine Nachricht ist ein ganzer Absatz oder Punkt; docs/notice.md sagt, wann er erscheint.

locale-name = Deutsch
locale-status = drafted
locale-source = 1

## Namen

law-gdpr = DSGVO
law-uk = UK-DSGVO
party-name = { $name }
party-vat = { $name } (USt-IdNr. { $vat })
party-country = { $name } ({ $country })
party-vat-country = { $name } (USt-IdNr. { $vat }, { $country })

## Titel und Überschriften

title-full = Datenschutzhinweis: Aufzeichnung von Besuchen auf { $site }
title-short = Datenschutzerklärung: { $site }
heading-controller = Wer verantwortlich ist
heading-purposes = Warum wir Besuche aufzeichnen
heading-basis = Rechtsgrundlage
heading-choice = Sie entscheiden
heading-recorded = Was wir aufzeichnen
heading-masked = Wie wir Ihre Daten schützen
heading-never = Was wir nie aufzeichnen
heading-recipients = Wer die Aufzeichnungen erhält
heading-transfers = Länder außerhalb des Europäischen Wirtschaftsraums
heading-retention = Wie lange wir Aufzeichnungen speichern
heading-rights = Ihre Rechte
heading-complaint = Ihr Beschwerderecht
heading-california = Für Besucher aus Kalifornien
heading-quebec = Für Besucher aus Québec
effective = Stand: { $date }
fingerprint = Fassung dieses Hinweises: { $fingerprint }

## In Kürze

brief-strict = Wir zeichnen auf, wie diese Website genutzt wird, und können uns einen Besuch danach wie einen Film ansehen (Session Replay). Der Film zeigt die Seiten nur im Umriss, ohne lesbaren Text. Was Sie eintippen, wird nicht aufgezeichnet.
brief-balanced = Wir zeichnen auf, wie diese Website genutzt wird, und können uns einen Besuch danach wie einen Film ansehen (Session Replay): wie sich die Maus bewegt, was angeklickt wird und welche Seiten zu sehen sind. Was Sie eintippen, wird nicht aufgezeichnet.
brief-forms = Wir zeichnen auf, wie diese Website genutzt wird, und können uns einen Besuch danach wie einen Film ansehen (Session Replay): wie sich die Maus bewegt, was angeklickt wird, welche Seiten zu sehen sind und was in Formulare eingetippt wird. Passwörter, Kartenfelder und andere sensible Felder werden nie aufgezeichnet.
brief-asked = Das tun wir nur, wenn Sie vorher zugestimmt haben.
brief-mixed = Verlangt das Recht Ihres Landes eine Einwilligung, tun wir das nur, wenn Sie vorher zugestimmt haben. Ablehnen können Sie überall.
brief-optout = Sie können jederzeit ablehnen.

## Verantwortlicher

controller-name = Verantwortlich für diese Website: { $name }
controller-address = Anschrift: { $address }
controller-email = E-Mail-Adresse für Fragen zum Datenschutz: { $email }
controller-vat = USt-IdNr.: { $vat }
representative = Unser Vertreter in der Europäischen Union: { $contact }
dpo = Unser Datenschutzbeauftragter: { $contact }

## Zwecke

purposes-intro = Wir sehen uns Aufzeichnungen nur zu diesen Zwecken an:
purpose-usability = Bedienbarkeit: Wir sehen, wo unsere Seiten schwer zu bedienen sind, und verbessern sie.
purpose-support = Hilfe: Wenn Sie uns um Hilfe bitten, sehen wir, was geschehen ist.
purpose-security = Sicherheit: Wir erkennen Angriffe und Missbrauch.
purpose-statistics = Statistik: Wir erfahren, wie oft unsere Seiten und Funktionen genutzt werden.
purposes-automated = Aus einer Aufzeichnung wird keine automatisierte Entscheidung über Sie getroffen.

## Rechtsgrundlage

basis-consent = Rechtsgrundlage ist Ihre Einwilligung (Art. 6 Abs. 1 Buchst. a { $law }).
basis-consent-other = Grundlage ist Ihre Einwilligung.
basis-interest = Rechtsgrundlage ist unser berechtigtes Interesse an den oben genannten Zwecken (Art. 6 Abs. 1 Buchst. f { $law }).
basis-interest-other = Grundlage ist unser Interesse an den oben genannten Zwecken.
basis-contract = Rechtsgrundlage ist unser Vertrag mit Ihnen; wir brauchen die Aufzeichnungen, um ihn zu erfüllen (Art. 6 Abs. 1 Buchst. b { $law }).
basis-contract-other = Grundlage ist unser Vertrag mit Ihnen; wir brauchen die Aufzeichnungen, um ihn zu erfüllen.
basis-device = Vorschriften über den Zugriff auf Ihr Gerät: { $laws }

## Entscheidung

choice-asked = Wir zeichnen erst auf, nachdem Sie zugestimmt haben. Die Einwilligung ist freiwillig: Auch wenn Sie ablehnen, können Sie die Website ohne Einschränkung nutzen.
choice-mixed = Verlangt das Recht Ihres Landes eine Einwilligung, zeichnen wir erst auf, nachdem Sie zugestimmt haben. Sonst zeichnen wir auf, bis Sie ablehnen. Sie entscheiden frei: Auch wenn Sie ablehnen, können Sie die Website ohne Einschränkung nutzen.
choice-optout = Wir zeichnen Besuche auf, solange Sie nicht ablehnen. Auch wenn Sie ablehnen, können Sie die Website ohne Einschränkung nutzen.
choice-withdraw = Sie können Ihre Einwilligung jederzeit widerrufen, ebenso einfach, wie Sie sie erteilt haben: unter „{ $settings }“. Wir hören dann sofort auf. Was bis zum Widerruf geschehen ist, bleibt rechtmäßig.
choice-object = Sie können jederzeit ablehnen, ohne einen Grund zu nennen: unter „{ $settings }“. Wir hören dann sofort auf.
choice-delete = Wenn Sie widerrufen oder ablehnen, löschen wir die Aufzeichnung Ihres Besuchs.
choice-valid = Ihre Einwilligung gilt { $days ->
    [one] { $days } Tag
   *[other] { $days } Tage
}. Danach fragen wir Sie erneut.
choice-gpc = Sendet Ihr Browser das Signal „Global Privacy Control“ (GPC), werten wir das als Ablehnung, sofern Sie nicht trotzdem ausdrücklich zustimmen.
choice-dnt = Sendet Ihr Browser das Signal „Do Not Track“ (DNT), werten wir das als Ablehnung.
choice-age = Wissen wir, dass ein Besucher jünger als { $years } Jahre ist, zeichnen wir nicht auf.

## Was aufgezeichnet wird

recorded-pointer = Mausbewegungen, Klicks, Berührungen, Scrollen und die Größe Ihres Fensters, jeweils mit der Uhrzeit.
recorded-page-text = Die Seiten, wie Sie sie sehen, mit ihrem Text.
recorded-page-outline = Den Aufbau der Seiten. Ihr Text wird durch Zeichen ohne Bedeutung ersetzt.
recorded-address = Die Adressen der besuchten Seiten, ohne Suchbegriffe und ähnliche Angaben darin.
recorded-typing-masked = In welche Felder Sie tippen und wie viel ungefähr. Was Sie tippen, wird nicht aufgezeichnet.
recorded-typing-forms = Was Sie in Formulare eintippen und dort auswählen, außer in sensiblen Feldern.
recorded-media = Bilder, Ton und Videos auf den Seiten.
recorded-canvas = Zeichnungen, die die Seiten per Programm erstellen (Canvas), ohne Text und Bilder darin.
recorded-console = Meldungen, die die Seiten für Techniker ausgeben (Browser-Konsole).
recorded-network-urls = Adresse, Ergebnis und Zeitpunkt der Anfragen, die die Seiten im Hintergrund senden.
recorded-network-full = Adresse, Ergebnis und Zeitpunkt der Anfragen, die die Seiten im Hintergrund senden, sowie deren Inhalt.
recorded-custom = Ereignisse, die die Website selbst meldet, etwa „Bestellung abgeschlossen“.
recorded-ip-short = Ihre IP-Adresse, höchstens in gekürzter Form.
recorded-ip-full = Ihre IP-Adresse, wo sie in den aufgezeichneten Daten vorkommt.
recorded-session = Eine Sitzungsnummer, mit der wir die Aufzeichnung Ihres Besuchs finden und löschen können.

## Schutz

masked-detect = Bevor eine Aufzeichnung gespeichert oder weitergegeben wird, sucht ein Programm darin nach personenbezogenen Daten, etwa E-Mail-Adressen und Telefonnummern, und macht sie unkenntlich. Es kann dabei etwas übersehen.
masked-detect-some = Bevor eine Aufzeichnung gespeichert oder weitergegeben wird, sucht ein Programm darin nach bestimmten Arten personenbezogener Daten und macht sie unkenntlich. Es kann dabei etwas übersehen.
masked-pages = Von diesen Seiten zeichnen wir nur den Umriss auf: { $pages }
masked-areas = Bereiche unserer Seiten, die wir dafür ausgewählt haben, werden unkenntlich gemacht.
masked-blocked = Einige Bereiche unserer Seiten werden ausgelassen und erscheinen als leeres Feld.
masked-ignored = In einigen Feldern zeichnen wir Ihre Eingaben gar nicht auf.
masked-allowed = Einige Bereiche unserer Seiten sind von diesem Schutz ausgenommen; ihr Text bleibt lesbar.
masked-transit = Auf dem Weg zum Empfänger sind die Aufzeichnungen verschlüsselt.
masked-waiting = Solange eine Aufzeichnung auf den Versand wartet, ist sie verschlüsselt gespeichert.

## Nie

never-intro = Keine Einstellung kann das ändern: Folgendes wird nie aufgezeichnet.
never-passwords = Passwörter.
never-cards = Kartennummern und Prüfziffern in Zahlungsfeldern.
never-codes = Einmalcodes, etwa zum Anmelden.
never-marked = Alles in Feldern, die als sensibel gekennzeichnet sind.
never-outside = Ihre Kamera, Ihr Mikrofon und alles außerhalb dieser Website.
never-also = Mit unseren Einstellungen wird außerdem nicht aufgezeichnet:
never-typed = Was Sie eintippen.
never-choices = Was Sie in Formularen ankreuzen oder auswählen.
never-text = Der lesbare Text unserer Seiten.
never-media = Bilder, Ton und Videos auf unseren Seiten.
never-ip = Ihre IP-Adresse.
never-canvas = Zeichnungen, die die Seiten per Programm erstellen (Canvas).
never-console = Meldungen, die die Seiten für Techniker ausgeben (Browser-Konsole).
never-network = Anfragen, die die Seiten im Hintergrund senden.
never-custom = Ereignisse, die die Website selbst meldet.

## Empfänger

vendor-processor = { $party } verarbeitet die Aufzeichnungen in unserem Auftrag und nur nach unserer Weisung.
vendor-joint = { $party } entscheidet gemeinsam mit uns über die Aufzeichnungen und ist gemeinsam mit uns verantwortlich.
vendor-independent = { $party } nutzt die Aufzeichnungen auch für eigene Zwecke und ist dafür selbst verantwortlich.
vendor-policy = Datenschutzerklärung ({ $name }): { $url }

## Länder außerhalb des EWR

transfer-adequacy = { $name } erhält Aufzeichnungen in einem Land außerhalb des Europäischen Wirtschaftsraums: { $country }. Ein Angemessenheitsbeschluss erkennt den Datenschutz dort an.
transfer-dpf = { $name } erhält Aufzeichnungen in einem Land außerhalb des Europäischen Wirtschaftsraums: { $country }. Dieser Empfänger ist nach dem Data Privacy Framework zertifiziert.
transfer-scc = { $name } erhält Aufzeichnungen in einem Land außerhalb des Europäischen Wirtschaftsraums: { $country }. Wir haben Standardvertragsklauseln vereinbart, die Ihre Daten dort schützen. Auf Wunsch erhalten Sie eine Kopie.
transfer-bcr = { $name } erhält Aufzeichnungen in einem Land außerhalb des Europäischen Wirtschaftsraums: { $country }. Behördlich genehmigte verbindliche interne Datenschutzvorschriften schützen Ihre Daten dort. Auf Wunsch erhalten Sie eine Kopie.
transfer-derogation = { $name } erhält Aufzeichnungen in einem Land außerhalb des Europäischen Wirtschaftsraums: { $country }. Ihre Daten sind dort möglicherweise weniger gut geschützt. Wir stützen uns auf eine Ausnahme, die das Gesetz zulässt.
transfer-open = { $name } erhält Aufzeichnungen in einem Land außerhalb des Europäischen Wirtschaftsraums: { $country }.

## Speicherdauer

retention = Jede Aufzeichnung löschen wir nach { $days ->
    [one] { $days } Tag
   *[other] { $days } Tagen
}.
retention-waiting = Kann eine Aufzeichnung nicht versendet werden, wird sie nach { $days ->
    [one] { $days } Tag
   *[other] { $days } Tagen
} gelöscht.

## Rechte

rights-intro = Sie haben diese Rechte (Art. 15 bis 22 { $law }):
rights-intro-other = Das können Sie von uns verlangen:
right-access = Auskunft: Wir sagen Ihnen, was wir über Sie gespeichert haben, und geben Ihnen eine Kopie.
right-rectification = Berichtigung: Wir korrigieren falsche Daten.
right-erasure = Löschung: Wir löschen Ihre Daten.
right-restriction = Einschränkung: Wir bewahren Ihre Daten auf, nutzen sie aber nicht mehr.
right-portability = Datenübertragbarkeit: Sie erhalten Ihre Daten in einem gängigen Dateiformat.
right-object = Widerspruch: Sie widersprechen, und wir zeichnen Sie nicht mehr auf.
right-automated = Automatisierte Entscheidungen: Über Ihren Fall entscheidet ein Mensch, nicht allein eine Maschine.
rights-contact = Schreiben Sie dazu an { $email }.
complaint-intro = Sie können sich bei einer Datenschutzbehörde beschweren, zum Beispiel dort, wo Sie wohnen oder arbeiten oder wo Sie einen Verstoß vermuten.
complaint-intro-other = Sie können sich bei der Behörde beschweren.
complaint-authority = { $country }: { $authority }, { $url }

## Kalifornien, Québec

california-categories = Kategorie personenbezogener Daten nach dem California Consumer Privacy Act: Aktivität im Internet und in anderen elektronischen Netzen.
california-identifiers = Weitere Kategorie: Kennungen (IP-Adresse).
california-not-sold = Wir verkaufen keine Aufzeichnungen und geben sie nicht für Werbung weiter.
california-disclosed = Ein oben genannter Empfänger nutzt Aufzeichnungen auch für eigene Zwecke. Nach kalifornischem Recht kann das ein Verkauf sein. Sie können das jederzeit unter „{ $settings }“ beenden.
california-rights = Sie haben das Recht auf Auskunft, Löschung, Berichtigung und Ablehnung. Wir behandeln Sie nicht schlechter, weil Sie Ihre Rechte nutzen.
quebec-responsible = Verantwortlich für den Schutz personenbezogener Daten: { $contact }
quebec-technology = Die Aufzeichnung ist ausgeschaltet, bis Sie sie durch Ihre Zustimmung einschalten.
quebec-transfer = Aufzeichnungen können an Empfänger außerhalb von Québec weitergegeben werden.

## Kurze Erklärung

short-statement = Ihre personenbezogenen Daten können von uns oder von Dritten wie { $vendors } erhoben werden.
short-none = Wir zeichnen Besuche nur im Umriss auf: ohne lesbaren Text, ohne Ihre Eingaben und ohne Ihre IP-Adresse. Empfänger: { $vendors }.
short-contact = Fragen zum Datenschutz: { $email }

## Banner

banner-title-ask = Dürfen wir Ihren Besuch aufzeichnen?
banner-title-inform = Wir zeichnen Besuche auf
banner-strict = Wir sehen dann wie in einem Film, wie diese Website genutzt wird: nur im Umriss, ohne lesbaren Text. Was Sie eintippen, wird nicht aufgezeichnet.
banner-balanced = Wir sehen dann wie in einem Film, wie diese Website genutzt wird: Mausbewegungen, Klicks und Seiten. Was Sie eintippen, wird nicht aufgezeichnet.
banner-forms = Wir sehen dann wie in einem Film, wie diese Website genutzt wird: Mausbewegungen, Klicks, Seiten und was Sie in Formulare eintippen. Passwörter, Kartenfelder und andere sensible Felder werden nie aufgezeichnet.
banner-purposes = Zwecke: { $purposes }
banner-recipients = Empfänger: { $vendors }
banner-choice-ask = Sie entscheiden frei und können Ihre Wahl jederzeit unter „{ $settings }“ ändern.
banner-choice-inform = Sie können jetzt ablehnen oder jederzeit unter „{ $settings }“.
purpose-name-usability = Bedienbarkeit
purpose-name-support = Hilfe
purpose-name-security = Sicherheit
purpose-name-statistics = Statistik
button-accept = Zustimmen
button-refuse = Ablehnen
button-notice = Datenschutzhinweis
button-settings = Einstellungen zur Aufzeichnung
button-withdraw = Einwilligung widerrufen
status-on = Ihr Besuch wird aufgezeichnet.
status-off = Ihr Besuch wird nicht aufgezeichnet.

## Hinweise für den Betreiber der Website (WordPress)

advice-source = Dieser Text ist aus den Einstellungen Ihres Rekorders entstanden. Er ist keine Rechtsberatung: Prüfen Sie ihn, oder lassen Sie ihn anwaltlich prüfen, bevor Sie ihn veröffentlichen.
advice-missing = Das sagt Ihre Konfiguration noch nicht: { $fields }
advice-settings = Setzen Sie auf jede Seite einen Link oder Knopf mit dem Namen „{ $settings }“, damit Besucher ihre Wahl ändern können.
advice-suggested = Textvorschlag:
