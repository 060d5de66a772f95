# Informativa sulla protezione dei dati in italiano. Un messaggio è una clausola intera; docs/notice.md dice quando compare.

locale-name = italiano
locale-status = drafted
locale-source = 1

## Names of things

law-gdpr = RGPD
law-uk = RGPD del Regno Unito
party-name = { $name }
party-vat = { $name } (partita IVA { $vat })
party-country = { $name } ({ $country })
party-vat-country = { $name } (partita IVA { $vat }, { $country })

## Titles and headings

title-full = Protezione dei dati: registrazione delle visite su { $site }
title-short = Dichiarazione sulla privacy: { $site }
heading-controller = Chi è il titolare
heading-purposes = Perché registriamo le visite
heading-basis = Base giuridica
heading-choice = La scelta è Sua
heading-recorded = Che cosa registriamo
heading-masked = Come proteggiamo i Suoi dati
heading-never = Che cosa non registriamo mai
heading-recipients = Chi riceve le registrazioni
heading-transfers = Paesi fuori dallo Spazio economico europeo
heading-retention = Per quanto tempo conserviamo le registrazioni
heading-rights = I Suoi diritti
heading-complaint = Il Suo diritto di reclamo
heading-california = Per chi visita il sito dalla California
heading-quebec = Per chi visita il sito dal Québec
effective = Versione del { $date }
fingerprint = Identificativo di questa versione: { $fingerprint }

## In brief

brief-strict = Registriamo come viene usato questo sito e possiamo poi rivedere una visita come un film (session replay). Il film mostra le pagine solo a grandi linee, senza testo leggibile. Ciò che Lei digita non viene registrato.
brief-balanced = Registriamo come viene usato questo sito e possiamo poi rivedere una visita come un film (session replay): come si muove il mouse, dove si fa clic e quali pagine si vedono. Ciò che Lei digita non viene registrato.
brief-forms = Registriamo come viene usato questo sito e possiamo poi rivedere una visita come un film (session replay): come si muove il mouse, dove si fa clic, quali pagine si vedono e che cosa viene digitato nei moduli. Le password, i campi delle carte di pagamento e gli altri campi sensibili non vengono mai registrati.
brief-asked = Lo facciamo solo se Lei ha prima acconsentito.
brief-mixed = Se la legge del Suo paese richiede il consenso, lo facciamo solo se Lei ha prima acconsentito. Può rifiutare ovunque.
brief-optout = Può rifiutare in qualsiasi momento.

## Who is responsible

controller-name = Titolare responsabile di questo sito: { $name }
controller-address = Indirizzo: { $address }
controller-email = E-mail per domande sulla protezione dei dati: { $email }
controller-vat = Partita IVA: { $vat }
representative = Il nostro rappresentante nell’Unione europea: { $contact }
dpo = Il nostro responsabile della protezione dei dati: { $contact }

## Purposes

purposes-intro = Guardiamo le registrazioni solo per questi scopi:
purpose-usability = Facilità d’uso: vediamo dove le nostre pagine sono difficili da usare e le miglioriamo.
purpose-support = Assistenza: quando ci chiede aiuto, vediamo che cosa è successo.
purpose-security = Sicurezza: riconosciamo attacchi e abusi.
purpose-statistics = Statistica: sappiamo quanto spesso vengono usate le nostre pagine e funzioni.
purposes-automated = Da una registrazione non deriva alcuna decisione automatizzata che La riguardi.

## Legal basis

basis-consent = La base giuridica è il Suo consenso ({ $law }, articolo 6, paragrafo 1, lettera a).
basis-consent-other = La base è il Suo consenso.
basis-interest = La base giuridica è il nostro legittimo interesse a perseguire gli scopi indicati sopra ({ $law }, articolo 6, paragrafo 1, lettera f).
basis-interest-other = La base è il nostro interesse a perseguire gli scopi indicati sopra.
basis-contract = La base giuridica è il nostro contratto con Lei; le registrazioni ci servono per eseguirlo ({ $law }, articolo 6, paragrafo 1, lettera b).
basis-contract-other = La base è il nostro contratto con Lei; le registrazioni ci servono per eseguirlo.
basis-device = Norme sull’accesso al Suo dispositivo: { $laws }

## Choice

choice-asked = Registriamo solo dopo il Suo consenso. La scelta è libera: anche se rifiuta, può usare il sito allo stesso modo.
choice-mixed = Se la legge del Suo paese richiede il consenso, registriamo solo dopo che Lei ha acconsentito. Negli altri paesi registriamo finché Lei non rifiuta. La scelta è libera: anche se rifiuta, può usare il sito allo stesso modo.
choice-optout = Registriamo le visite, salvo che Lei rifiuti. Anche se rifiuta, può usare il sito allo stesso modo.
choice-withdraw = Può revocare il consenso in qualsiasi momento, con la stessa facilità con cui l’ha dato: alla voce «{ $settings }». Smettiamo allora subito. Ciò che è avvenuto prima della revoca resta lecito.
choice-object = Può rifiutare in qualsiasi momento e senza dare spiegazioni: alla voce «{ $settings }». Smettiamo allora subito.
choice-delete = Se revoca il consenso o rifiuta, cancelliamo la registrazione della Sua visita.
choice-valid = Il Suo consenso vale { $days ->
    [one] { $days } giorno
   *[other] { $days } giorni
}. Poi Glielo chiediamo di nuovo.
choice-gpc = Se il Suo browser invia il segnale Global Privacy Control (GPC), lo consideriamo un rifiuto, salvo che Lei acconsenta comunque in modo espresso.
choice-dnt = Se il Suo browser invia il segnale Do Not Track (DNT), lo consideriamo un rifiuto.
choice-age = Se sappiamo che chi visita il sito ha meno di { $years } anni, non registriamo la visita.

## What is recorded

recorded-pointer = I movimenti del mouse, i clic, i tocchi, lo scorrimento e le dimensioni della finestra, ciascuno con l’ora.
recorded-page-text = Le pagine come Lei le vede, con il loro testo.
recorded-page-outline = La struttura delle pagine. Il testo è sostituito da caratteri senza significato.
recorded-address = Gli indirizzi delle pagine visitate, senza i termini di ricerca e dati simili.
recorded-typing-masked = In quali campi digita e all’incirca quanto. Ciò che Lei digita non viene registrato.
recorded-typing-forms = Ciò che digita e sceglie nei moduli, tranne che nei campi sensibili.
recorded-media = Le immagini, i suoni e i video delle pagine.
recorded-canvas = I disegni che le pagine creano con un programma (canvas), senza il testo e le immagini che contengono.
recorded-console = I messaggi che le pagine scrivono per i tecnici (console del browser).
recorded-network-urls = Indirizzo, esito e ora delle richieste che le pagine inviano in background.
recorded-network-full = Indirizzo, esito e ora delle richieste che le pagine inviano in background, con il loro contenuto.
recorded-custom = Gli eventi segnalati dal sito stesso, per esempio «ordine completato».
recorded-ip-short = Il Suo indirizzo IP, al massimo in forma abbreviata.
recorded-ip-full = Il Suo indirizzo IP, dove compare nei dati registrati.
recorded-session = Un numero di sessione, con cui possiamo trovare e cancellare la registrazione della Sua visita.

## Protection

masked-detect = Prima che una registrazione venga salvata o trasmessa, un programma vi cerca dati personali, come indirizzi e-mail e numeri di telefono, e li nasconde. Qualcosa può sfuggirgli.
masked-detect-some = Prima che una registrazione venga salvata o trasmessa, un programma vi cerca determinati tipi di dati personali e li nasconde. Qualcosa può sfuggirgli.
masked-pages = Di queste pagine registriamo solo le grandi linee: { $pages }
masked-areas = Le parti delle nostre pagine che abbiamo scelto di proteggere vengono rese illeggibili.
masked-blocked = Alcune parti delle nostre pagine vengono tralasciate e appaiono come un riquadro vuoto.
masked-ignored = In alcuni campi non registriamo affatto ciò che Lei inserisce.
masked-allowed = Alcune parti delle nostre pagine sono escluse da questa protezione; il loro testo resta leggibile.
masked-transit = Le registrazioni sono cifrate durante l’invio al destinatario.
masked-waiting = Finché una registrazione attende l’invio, è conservata in forma cifrata.

## Never

never-intro = Nessuna impostazione può cambiarlo: quanto segue non viene mai registrato.
never-passwords = Le password.
never-cards = I numeri delle carte e i codici di sicurezza nei campi di pagamento.
never-codes = I codici monouso, per esempio per l’accesso.
never-marked = Tutto ciò che si trova in campi contrassegnati come sensibili.
never-outside = La Sua videocamera, il Suo microfono e tutto ciò che è fuori da questo sito.
never-also = Con le nostre impostazioni non viene registrato neppure quanto segue:
never-typed = Ciò che Lei digita.
never-choices = Ciò che Lei spunta o sceglie nei moduli.
never-text = Il testo leggibile delle nostre pagine.
never-media = Le immagini, i suoni e i video delle nostre pagine.
never-ip = Il Suo indirizzo IP.
never-canvas = I disegni che le pagine creano con un programma (canvas).
never-console = I messaggi che le pagine scrivono per i tecnici (console del browser).
never-network = Le richieste che le pagine inviano in background.
never-custom = Gli eventi segnalati dal sito stesso.

## Recipients

vendor-processor = { $party } tratta le registrazioni per nostro conto e solo secondo le nostre istruzioni.
vendor-joint = { $party } decide insieme a noi sulle registrazioni e ne risponde insieme a noi.
vendor-independent = { $party } usa le registrazioni anche per scopi propri e ne risponde in proprio.
vendor-policy = Informativa sulla privacy ({ $name }): { $url }

## Countries outside the EEA

transfer-adequacy = { $name } riceve registrazioni in un paese fuori dallo Spazio economico europeo: { $country }. Una decisione di adeguatezza riconosce la protezione dei dati in quel paese.
transfer-dpf = { $name } riceve registrazioni in un paese fuori dallo Spazio economico europeo: { $country }. Questo destinatario è certificato secondo il Data Privacy Framework.
transfer-scc = { $name } riceve registrazioni in un paese fuori dallo Spazio economico europeo: { $country }. I Suoi dati vi sono protetti da clausole contrattuali tipo che abbiamo concordato. Può chiedercene una copia.
transfer-bcr = { $name } riceve registrazioni in un paese fuori dallo Spazio economico europeo: { $country }. I Suoi dati vi sono protetti da norme vincolanti d’impresa approvate dalle autorità. Può chiedercene una copia.
transfer-derogation = { $name } riceve registrazioni in un paese fuori dallo Spazio economico europeo: { $country }. I Suoi dati vi possono essere meno protetti. Ci basiamo su una deroga ammessa dalla legge.
transfer-open = { $name } riceve registrazioni in un paese fuori dallo Spazio economico europeo: { $country }.

## Retention

retention = Cancelliamo ogni registrazione dopo { $days ->
    [one] { $days } giorno
   *[other] { $days } giorni
}.
retention-waiting = Una registrazione che non si può inviare viene cancellata dopo { $days ->
    [one] { $days } giorno
   *[other] { $days } giorni
}.

## Rights

rights-intro = Lei ha questi diritti ({ $law }, articoli da 15 a 22):
rights-intro-other = Può chiederci quanto segue:
right-access = Accesso: Le diciamo quali dati abbiamo su di Lei e Gliene diamo una copia.
right-rectification = Rettifica: correggiamo i dati inesatti.
right-erasure = Cancellazione: cancelliamo i Suoi dati.
right-restriction = Limitazione: conserviamo i Suoi dati, ma smettiamo di usarli.
right-portability = Portabilità: riceve i Suoi dati in un formato di file comune.
right-object = Opposizione: Lei si oppone e noi smettiamo di registrare le Sue visite.
right-automated = Decisioni automatizzate: sul Suo caso decide una persona, non soltanto una macchina.
rights-contact = Scriva a { $email }.
complaint-intro = Può presentare un reclamo a un’autorità per la protezione dei dati, per esempio dove abita, dove lavora o dove ritiene che sia stata violata la legge.
complaint-intro-other = Può presentare un reclamo all’autorità.
complaint-authority = { $country }: { $authority }, { $url }

## California, Québec

california-categories = Categoria di dati personali secondo il California Consumer Privacy Act: attività su Internet e su altre reti elettroniche.
california-identifiers = Altra categoria: identificativi (indirizzo IP).
california-not-sold = Non vendiamo le registrazioni e non le condividiamo per la pubblicità.
california-disclosed = Un destinatario indicato sopra usa le registrazioni anche per scopi propri. Secondo la legge della California può trattarsi di una vendita. Può fermarla in qualsiasi momento alla voce «{ $settings }».
california-rights = Ha il diritto di sapere, di far cancellare, di far correggere e di rifiutare. Non La trattiamo peggio perché esercita i Suoi diritti.
quebec-responsible = Responsabile della protezione delle informazioni personali: { $contact }
quebec-technology = La registrazione è spenta finché Lei non la attiva dando il consenso.
quebec-transfer = Le registrazioni possono essere comunicate fuori dal Québec.

## Short statement

short-statement = I Suoi dati personali possono essere raccolti da noi o da terzi, come { $vendors }.
short-none = Registriamo le visite solo a grandi linee: senza testo leggibile, senza ciò che Lei digita e senza il Suo indirizzo IP. Destinatari: { $vendors }.
short-contact = Domande sulla protezione dei dati: { $email }

## Banner

banner-title-ask = Possiamo registrare la Sua visita?
banner-title-inform = Registriamo le visite
banner-strict = Così vediamo, come in un film, come viene usato questo sito: solo a grandi linee, senza testo leggibile. Ciò che Lei digita non viene registrato.
banner-balanced = Così vediamo, come in un film, come viene usato questo sito: movimenti del mouse, clic e pagine. Ciò che Lei digita non viene registrato.
banner-forms = Così vediamo, come in un film, come viene usato questo sito: movimenti del mouse, clic, pagine e ciò che Lei digita nei moduli. Le password, i campi delle carte di pagamento e gli altri campi sensibili non vengono mai registrati.
banner-purposes = Scopi: { $purposes }
banner-recipients = Destinatari: { $vendors }
banner-choice-ask = La scelta è libera. Può cambiare idea in qualsiasi momento alla voce «{ $settings }».
banner-choice-inform = Può rifiutare ora o in qualsiasi momento alla voce «{ $settings }».
purpose-name-usability = facilità d’uso
purpose-name-support = assistenza
purpose-name-security = sicurezza
purpose-name-statistics = statistica
button-accept = Accetto
button-refuse = Rifiuto
button-notice = Protezione dei dati
button-settings = Impostazioni della registrazione
button-withdraw = Revoca il consenso
status-on = La Sua visita viene registrata.
status-off = La Sua visita non viene registrata.

## Advice to the owner of the site (WordPress policy guide)

advice-source = Questo testo nasce dalle impostazioni del Suo registratore. Non è una consulenza legale: lo controlli, o lo faccia controllare da un avvocato, prima di pubblicarlo.
advice-missing = La Sua configurazione non lo indica ancora: { $fields }
advice-settings = Inserisca in ogni pagina un link o un pulsante chiamato «{ $settings }», perché i visitatori possano cambiare la loro scelta.
advice-suggested = Testo proposto:
