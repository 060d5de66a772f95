# Information sur la protection des données, en français. Un message est une clause entière ; docs/notice.md dit quand elle paraît.

locale-name = français
locale-status = drafted
locale-source = 1

## Noms

law-gdpr = RGPD
law-uk = RGPD britannique
party-name = { $name }
party-vat = { $name } (numéro de TVA { $vat })
party-country = { $name } ({ $country })
party-vat-country = { $name } (numéro de TVA { $vat }, { $country })

## Titres

title-full = Protection des données : enregistrement des visites sur { $site }
title-short = Déclaration de confidentialité : { $site }
heading-controller = Qui est responsable du traitement
heading-purposes = Pourquoi nous enregistrons les visites
heading-basis = Base juridique
heading-choice = Votre choix
heading-recorded = Ce que nous enregistrons
heading-masked = Comment nous protégeons vos données
heading-never = Ce que nous n’enregistrons jamais
heading-recipients = Qui reçoit les enregistrements
heading-transfers = Pays situés hors de l’Espace économique européen
heading-retention = Combien de temps nous gardons les enregistrements
heading-rights = Vos droits
heading-complaint = Votre droit de réclamation
heading-california = Pour les visiteurs de Californie
heading-quebec = Pour les visiteurs du Québec
effective = Version du { $date }
fingerprint = Identifiant de cette version : { $fingerprint }

## En bref

brief-strict = Nous enregistrons la façon dont ce site est utilisé et pouvons ensuite revoir une visite comme un film (session replay). Le film ne montre que les contours des pages, sans texte lisible. Ce que vous tapez n’est pas enregistré.
brief-balanced = Nous enregistrons la façon dont ce site est utilisé et pouvons ensuite revoir une visite comme un film (session replay) : les mouvements de la souris, les clics et les pages vues. Ce que vous tapez n’est pas enregistré.
brief-forms = Nous enregistrons la façon dont ce site est utilisé et pouvons ensuite revoir une visite comme un film (session replay) : les mouvements de la souris, les clics, les pages vues et ce qui est tapé dans les formulaires. Les mots de passe, les champs de carte bancaire et les autres champs sensibles ne sont jamais enregistrés.
brief-asked = Nous ne le faisons qu’après votre accord.
brief-mixed = Si la loi de votre pays exige votre consentement, nous ne le faisons qu’après votre accord. Vous pouvez refuser dans tous les pays.
brief-optout = Vous pouvez refuser à tout moment.

## Responsable

controller-name = Responsable du traitement pour ce site : { $name }
controller-address = Adresse : { $address }
controller-email = Adresse électronique pour toute question sur vos données : { $email }
controller-vat = Numéro de TVA : { $vat }
representative = Notre représentant dans l’Union européenne : { $contact }
dpo = Notre délégué à la protection des données : { $contact }

## Finalités

purposes-intro = Nous regardons les enregistrements uniquement pour les raisons suivantes :
purpose-usability = Facilité d’emploi : nous voyons où nos pages sont difficiles à utiliser et nous les améliorons.
purpose-support = Assistance : quand vous nous demandez de l’aide, nous voyons ce qui s’est passé.
purpose-security = Sécurité : nous repérons les attaques et les abus.
purpose-statistics = Statistiques : nous apprenons combien de fois nos pages et nos fonctions sont utilisées.
purposes-automated = Aucune décision automatisée n’est prise à votre sujet à partir d’un enregistrement.

## Base juridique

basis-consent = La base juridique est votre consentement ({ $law }, article 6, paragraphe 1, point a).
basis-consent-other = Le traitement repose sur votre consentement.
basis-interest = La base juridique est notre intérêt légitime à poursuivre les finalités indiquées plus haut ({ $law }, article 6, paragraphe 1, point f).
basis-interest-other = Le traitement repose sur notre intérêt à poursuivre les finalités indiquées plus haut.
basis-contract = La base juridique est le contrat qui nous lie ; nous avons besoin des enregistrements pour l’exécuter ({ $law }, article 6, paragraphe 1, point b).
basis-contract-other = Le traitement repose sur le contrat qui nous lie ; nous avons besoin des enregistrements pour l’exécuter.
basis-device = Règles sur l’accès à votre appareil : { $laws }

## Choix

choice-asked = Nous n’enregistrons qu’après votre accord. Vous êtes libre de décider : si vous refusez, vous pouvez utiliser le site de la même façon.
choice-mixed = Si la loi de votre pays exige votre consentement, nous n’enregistrons qu’après votre accord. Ailleurs, nous enregistrons tant que vous n’avez pas refusé. Vous êtes libre de décider : si vous refusez, vous pouvez utiliser le site de la même façon.
choice-optout = Nous enregistrons les visites tant que vous n’avez pas refusé. Si vous refusez, vous pouvez utiliser le site de la même façon.
choice-withdraw = Vous pouvez retirer votre consentement à tout moment, aussi simplement que vous l’avez donné : sous « { $settings } ». Nous arrêtons alors aussitôt. Ce qui a été fait avant le retrait reste licite.
choice-object = Vous pouvez refuser à tout moment, sans donner de raison : sous « { $settings } ». Nous arrêtons alors aussitôt.
choice-delete = Si vous retirez votre consentement ou refusez, nous effaçons l’enregistrement de votre visite.
choice-valid = Votre consentement est valable { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}. Ensuite, nous vous posons de nouveau la question.
choice-gpc = Si votre navigateur envoie le signal Global Privacy Control (GPC), nous le considérons comme un refus, sauf si vous donnez malgré tout votre accord exprès.
choice-dnt = Si votre navigateur envoie le signal Do Not Track (DNT), nous le considérons comme un refus.
choice-age = Si nous savons qu’un visiteur a moins de { $years } ans, nous n’enregistrons pas sa visite.

## Ce qui est enregistré

recorded-pointer = Les mouvements de la souris, les clics, les contacts avec l’écran tactile, le défilement et la taille de votre fenêtre, avec l’heure de chaque action.
recorded-page-text = Les pages telles que vous les voyez, avec leur texte.
recorded-page-outline = La structure des pages. Leur texte est remplacé par des caractères sans signification.
recorded-address = Les adresses des pages visitées, sans les termes de recherche et autres données semblables.
recorded-typing-masked = Dans quels champs vous tapez et à peu près en quelle quantité. Ce que vous tapez n’est pas enregistré.
recorded-typing-forms = Ce que vous tapez et choisissez dans les formulaires, sauf dans les champs sensibles.
recorded-media = Les images, les sons et les vidéos des pages.
recorded-canvas = Les dessins que les pages font par programme (canvas), sans le texte et les images qu’ils contiennent.
recorded-console = Les messages que les pages écrivent pour les techniciens (console du navigateur).
recorded-network-urls = L’adresse, le résultat et l’heure des requêtes que les pages envoient en arrière-plan.
recorded-network-full = L’adresse, le résultat et l’heure des requêtes que les pages envoient en arrière-plan, ainsi que leur contenu.
recorded-custom = Les événements que le site signale lui-même, par exemple « commande terminée ».
recorded-ip-short = Votre adresse IP, tout au plus sous une forme abrégée.
recorded-ip-full = Votre adresse IP, là où elle figure dans les données enregistrées.
recorded-session = Un numéro de session, grâce auquel nous pouvons retrouver et effacer l’enregistrement de votre visite.

## Protection

masked-detect = Avant qu’un enregistrement soit stocké ou transmis, un programme y cherche des données personnelles, par exemple des adresses électroniques et des numéros de téléphone, et les masque. Il peut en oublier.
masked-detect-some = Avant qu’un enregistrement soit stocké ou transmis, un programme y cherche certains types de données personnelles et les masque. Il peut en oublier.
masked-pages = De ces pages, nous n’enregistrons que les contours : { $pages }
masked-areas = Les zones de nos pages que nous avons choisi de protéger sont rendues illisibles.
masked-blocked = Certaines zones de nos pages sont omises et remplacées par un cadre vide.
masked-ignored = Dans certains champs, nous n’enregistrons pas du tout votre saisie.
masked-allowed = Certaines zones de nos pages ne sont pas soumises à cette protection ; leur texte reste lisible.
masked-transit = Les enregistrements sont chiffrés pendant leur transmission au destinataire.
masked-waiting = Tant qu’un enregistrement attend d’être envoyé, il est conservé sous forme chiffrée.

## Jamais

never-intro = Aucun réglage ne peut y changer quoi que ce soit : ce qui suit n’est jamais enregistré.
never-passwords = Les mots de passe.
never-cards = Les numéros de carte et les codes de sécurité dans les champs de paiement.
never-codes = Les codes à usage unique, par exemple pour se connecter.
never-marked = Tout ce qui se trouve dans des champs signalés comme sensibles.
never-outside = Votre caméra, votre microphone et tout ce qui est en dehors de ce site.
never-also = Avec nos réglages, ceci n’est pas enregistré non plus :
never-typed = Ce que vous tapez.
never-choices = Ce que vous cochez ou choisissez dans les formulaires.
never-text = Le texte lisible de nos pages.
never-media = Les images, les sons et les vidéos de nos pages.
never-ip = Votre adresse IP.
never-canvas = Les dessins que les pages font par programme (canvas).
never-console = Les messages que les pages écrivent pour les techniciens (console du navigateur).
never-network = Les requêtes que les pages envoient en arrière-plan.
never-custom = Les événements que le site signale lui-même.

## Destinataires

vendor-processor = { $party } traite les enregistrements pour notre compte et uniquement sur nos instructions.
vendor-joint = { $party } décide avec nous de l’utilisation des enregistrements et en est responsable avec nous.
vendor-independent = { $party } utilise aussi les enregistrements à ses propres fins ; ce destinataire en est lui-même responsable.
vendor-policy = Politique de confidentialité ({ $name }) : { $url }

## Pays hors de l’EEE

transfer-adequacy = { $name } reçoit des enregistrements dans un pays situé hors de l’Espace économique européen : { $country }. Une décision d’adéquation y reconnaît la protection des données.
transfer-dpf = { $name } reçoit des enregistrements dans un pays situé hors de l’Espace économique européen : { $country }. Ce destinataire est certifié selon le Data Privacy Framework.
transfer-scc = { $name } reçoit des enregistrements dans un pays situé hors de l’Espace économique européen : { $country }. Nous avons conclu des clauses contractuelles types qui y protègent vos données. Vous pouvez nous en demander une copie.
transfer-bcr = { $name } reçoit des enregistrements dans un pays situé hors de l’Espace économique européen : { $country }. Des règles d’entreprise contraignantes, approuvées par les autorités, y protègent vos données. Vous pouvez nous en demander une copie.
transfer-derogation = { $name } reçoit des enregistrements dans un pays situé hors de l’Espace économique européen : { $country }. Vos données y sont peut-être moins bien protégées. Nous nous appuyons sur une exception prévue par la loi.
transfer-open = { $name } reçoit des enregistrements dans un pays situé hors de l’Espace économique européen : { $country }.

## Durée

retention = Nous effaçons chaque enregistrement au bout de { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}.
retention-waiting = Un enregistrement qui ne peut pas être envoyé est effacé au bout de { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}.

## Droits

rights-intro = Vous avez les droits suivants ({ $law }, articles 15 à 22) :
rights-intro-other = Vous pouvez nous demander ce qui suit :
right-access = Accès : nous vous disons ce que nous avons à votre sujet et vous en donnons une copie.
right-rectification = Rectification : nous corrigeons les données inexactes.
right-erasure = Effacement : nous effaçons vos données.
right-restriction = Limitation : nous gardons vos données, mais ne les utilisons plus.
right-portability = Portabilité : vous recevez vos données dans un format de fichier courant.
right-object = Opposition : vous vous opposez et nous cessons de vous enregistrer.
right-automated = Décisions automatisées : une personne examine votre cas, pas seulement une machine.
rights-contact = Pour cela, écrivez à { $email }.
complaint-intro = Vous pouvez adresser une réclamation à une autorité de protection des données, par exemple là où vous habitez, là où vous travaillez ou là où vous pensez que la loi n’a pas été respectée.
complaint-intro-other = Vous pouvez adresser une réclamation à l’autorité.
complaint-authority = { $country } : { $authority }, { $url }

## Californie, Québec

california-categories = Catégorie de données personnelles selon le California Consumer Privacy Act : activité sur Internet et sur d’autres réseaux électroniques.
california-identifiers = Autre catégorie : identifiants (adresse IP).
california-not-sold = Nous ne vendons pas les enregistrements et ne les partageons pas à des fins publicitaires.
california-disclosed = Un destinataire indiqué plus haut utilise aussi les enregistrements à ses propres fins. En droit californien, cela peut être une vente. Vous pouvez y mettre fin à tout moment sous « { $settings } ».
california-rights = Vous avez le droit de savoir, de faire effacer, de faire corriger et de refuser. Nous ne vous traitons pas moins bien parce que vous exercez vos droits.
quebec-responsible = Responsable de la protection des renseignements personnels : { $contact }
quebec-technology = L’enregistrement est désactivé jusqu’à ce que vous l’activiez en donnant votre accord.
quebec-transfer = Les enregistrements peuvent être communiqués à l’extérieur du Québec.

## Déclaration courte

short-statement = Vos données personnelles peuvent être collectées par nous ou par des tiers, tels que { $vendors }.
short-none = Nous n’enregistrons que les contours des visites : sans texte lisible, sans ce que vous tapez et sans votre adresse IP. Destinataires : { $vendors }.
short-contact = Questions sur la protection des données : { $email }

## Bandeau

banner-title-ask = Pouvons-nous enregistrer votre visite ?
banner-title-inform = Nous enregistrons les visites
banner-strict = Nous voyons alors, comme dans un film, comment ce site est utilisé : seulement les contours, sans texte lisible. Ce que vous tapez n’est pas enregistré.
banner-balanced = Nous voyons alors, comme dans un film, comment ce site est utilisé : mouvements de la souris, clics et pages. Ce que vous tapez n’est pas enregistré.
banner-forms = Nous voyons alors, comme dans un film, comment ce site est utilisé : mouvements de la souris, clics, pages et ce que vous tapez dans les formulaires. Les mots de passe, les champs de carte bancaire et les autres champs sensibles ne sont jamais enregistrés.
banner-purposes = Finalités : { $purposes }
banner-recipients = Destinataires : { $vendors }
banner-choice-ask = Vous êtes libre de décider et pouvez changer d’avis à tout moment sous « { $settings } ».
banner-choice-inform = Vous pouvez refuser maintenant, ou à tout moment sous « { $settings } ».
purpose-name-usability = facilité d’emploi
purpose-name-support = assistance
purpose-name-security = sécurité
purpose-name-statistics = statistiques
button-accept = Accepter
button-refuse = Refuser
button-notice = Protection des données
button-settings = Réglages de l’enregistrement
button-withdraw = Retirer mon consentement
status-on = Votre visite est enregistrée.
status-off = Votre visite n’est pas enregistrée.

## Conseils à l’exploitant du site (WordPress)

advice-source = Ce texte provient des réglages de votre enregistreur. Ce n’est pas un conseil juridique : vérifiez-le, ou faites-le vérifier par un avocat, avant de le publier.
advice-missing = Votre configuration ne l’indique pas encore : { $fields }
advice-settings = Placez sur chaque page un lien ou un bouton nommé « { $settings } », afin que les visiteurs puissent changer leur choix.
advice-suggested = Texte proposé :
