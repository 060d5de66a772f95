# Privacy notice in English. One message is one whole clause; docs/notice.md says when each is shown.
# This file is the source: raise locale-source in it when the meaning of a clause changes.

locale-name = English
locale-status = drafted
locale-source = 1

## Names of things

law-gdpr = GDPR
law-uk = UK GDPR
party-name = { $name }
party-vat = { $name } (VAT ID { $vat })
party-country = { $name } ({ $country })
party-vat-country = { $name } (VAT ID { $vat }, { $country })

## Titles and headings

title-full = Privacy notice: recording of visits to { $site }
title-short = Privacy statement of { $site }
heading-controller = Who is responsible
heading-purposes = Why we record visits
heading-basis = Legal basis
heading-choice = Your choice
heading-recorded = What we record
heading-masked = How we protect your data
heading-never = What we never record
heading-recipients = Who receives the recordings
heading-transfers = Countries outside the European Economic Area
heading-retention = How long we keep recordings
heading-rights = Your rights
heading-complaint = Your right to complain
heading-california = For visitors from California
heading-quebec = For visitors from Québec
effective = As of { $date }
fingerprint = Version of this notice: { $fingerprint }

## In brief

brief-strict = We record how this website is used and can replay a visit like a film (session replay). The film shows the pages in outline only, without readable text. What you type is not recorded.
brief-balanced = We record how this website is used and can replay a visit like a film (session replay): how the mouse moves, what is clicked and which pages are seen. What you type is not recorded.
brief-forms = We record how this website is used and can replay a visit like a film (session replay): how the mouse moves, what is clicked, which pages are seen and what is typed into forms. Passwords, payment card fields and other sensitive fields are never recorded.
brief-asked = We do this only after you have agreed.
brief-mixed = Where the law of your country asks for your consent, we do this only after you have agreed. You can refuse anywhere.
brief-optout = You can refuse at any time.

## Who is responsible

controller-name = Responsible for this website: { $name }
controller-address = Address: { $address }
controller-email = E-mail for questions about data protection: { $email }
controller-vat = VAT ID: { $vat }
representative = Our representative in the European Union: { $contact }
dpo = Our data protection officer: { $contact }

## Purposes

purposes-intro = We watch recordings for these purposes only:
purpose-usability = Ease of use: we see where our pages are hard to use, and improve them.
purpose-support = Support: when you ask us for help, we see what happened.
purpose-security = Security: we recognise attacks and misuse.
purpose-statistics = Statistics: we learn how often our pages and functions are used.
purposes-automated = No decision about you is made automatically from a recording.

## Legal basis

basis-consent = The legal basis is your consent ({ $law }, Article 6(1)(a)).
basis-consent-other = The basis is your consent.
basis-interest = The legal basis is our legitimate interest in the purposes named above ({ $law }, Article 6(1)(f)).
basis-interest-other = The basis is our interest in the purposes named above.
basis-contract = The legal basis is our contract with you; we need the recordings to perform it ({ $law }, Article 6(1)(b)).
basis-contract-other = The basis is our contract with you; we need the recordings to perform it.
basis-device = Rules on the access to your device: { $laws }

## Choice

choice-asked = We record only after you have agreed. You are free to decide: if you refuse, you can use the website all the same.
choice-mixed = Where the law of your country asks for your consent, we record only after you have agreed. Elsewhere we record until you refuse. You are free to decide: if you refuse, you can use the website all the same.
choice-optout = We record visits unless you refuse. If you refuse, you can use the website all the same.
choice-withdraw = You can withdraw your consent at any time, as easily as you gave it: under “{ $settings }”. We then stop at once. What happened before the withdrawal remains lawful.
choice-object = You can refuse at any time and without giving a reason: under “{ $settings }”. We then stop at once.
choice-delete = If you withdraw or refuse, we delete the recording of your visit.
choice-valid = Your consent is valid for { $days ->
    [one] { $days } day
   *[other] { $days } days
}. After that we ask again.
choice-gpc = If your browser sends the signal Global Privacy Control (GPC), we treat it as a refusal, unless you expressly agree all the same.
choice-dnt = If your browser sends the signal Do Not Track (DNT), we treat it as a refusal.
choice-age = We do not record visitors if we know that they are younger than { $years }.

## What is recorded

recorded-pointer = Mouse movements, clicks, touches, scrolling and the size of your window, each with its time.
recorded-page-text = The pages as you see them, with their text.
recorded-page-outline = The layout of the pages. Their text is replaced by meaningless characters.
recorded-address = The addresses of the pages you visit, without search terms and similar values in them.
recorded-typing-masked = In which fields you type, and roughly how much. What you type is not recorded.
recorded-typing-forms = What you type and select in forms, except in sensitive fields.
recorded-media = Images, sound and video on the pages.
recorded-canvas = Drawings that the pages make by program (canvas), without the text and the images in them.
recorded-console = Messages that the pages write for technicians (browser console).
recorded-network-urls = Address, result and time of the requests that the pages send in the background.
recorded-network-full = Address, result and time of the requests that the pages send in the background, and their contents.
recorded-custom = Events that the website reports itself, such as “order completed”.
recorded-ip-short = Your IP address, in shortened form at most.
recorded-ip-full = Your IP address, where it occurs in recorded data.
recorded-session = A session number, with which we can find and delete the recording of your visit.

## Protection

masked-detect = Before a recording is stored or passed on, a program looks for personal data in it, such as e-mail addresses and telephone numbers, and hides it. It can miss something.
masked-detect-some = Before a recording is stored or passed on, a program looks for certain kinds of personal data in it and hides them. It can miss something.
masked-pages = Of these pages we record the outline only: { $pages }
masked-areas = Areas of our pages that we have chosen for protection are made unreadable.
masked-blocked = Some areas of our pages are left out and appear as an empty box.
masked-ignored = In some fields we do not record your input at all.
masked-allowed = Some areas of our pages are exempt from this protection; their text stays readable.
masked-transit = Recordings are encrypted on their way to the recipient.
masked-waiting = As long as a recording waits to be sent, it is stored encrypted.

## Never

never-intro = No setting can change this: the following is never recorded.
never-passwords = Passwords.
never-cards = Card numbers and security codes in payment fields.
never-codes = One-time codes, for example for signing in.
never-marked = Anything in fields that are marked as sensitive.
never-outside = Your camera, your microphone and anything outside this website.
never-also = With our settings, this is not recorded either:
never-typed = What you type.
never-choices = What you tick or select in forms.
never-text = The readable text of our pages.
never-media = Images, sound and video on our pages.
never-ip = Your IP address.
never-canvas = Drawings that the pages make by program (canvas).
never-console = Messages that the pages write for technicians (browser console).
never-network = Requests that the pages send in the background.
never-custom = Events that the website reports itself.

## Recipients

vendor-processor = { $party } processes the recordings on our behalf and only on our instructions.
vendor-joint = { $party } decides together with us how the recordings are used, and is responsible together with us.
vendor-independent = { $party } also uses the recordings for its own purposes, and is responsible for that itself.
vendor-policy = Privacy policy ({ $name }): { $url }

## Countries outside the EEA

transfer-adequacy = { $name } receives recordings in a country outside the European Economic Area: { $country }. An adequacy decision recognises the data protection there.
transfer-dpf = { $name } receives recordings in a country outside the European Economic Area: { $country }. This recipient is certified under the Data Privacy Framework.
transfer-scc = { $name } receives recordings in a country outside the European Economic Area: { $country }. We have agreed standard contractual clauses that protect your data there. You can ask us for a copy.
transfer-bcr = { $name } receives recordings in a country outside the European Economic Area: { $country }. Binding corporate rules approved by the authorities protect your data there. You can ask us for a copy.
transfer-derogation = { $name } receives recordings in a country outside the European Economic Area: { $country }. Your data may be less well protected there. We rely on an exception that the law allows.
transfer-open = { $name } receives recordings in a country outside the European Economic Area: { $country }.

## Retention

retention = We delete each recording after { $days ->
    [one] { $days } day
   *[other] { $days } days
}.
retention-waiting = A recording that cannot be sent is deleted after { $days ->
    [one] { $days } day
   *[other] { $days } days
}.

## Rights

rights-intro = You have these rights ({ $law }, Articles 15 to 22):
rights-intro-other = You can ask us for the following:
right-access = Access: we tell you what we hold about you and give you a copy.
right-rectification = Rectification: we correct data that is wrong.
right-erasure = Erasure: we delete your data.
right-restriction = Restriction: we keep your data but stop using it.
right-portability = Portability: you receive your data in a common file format.
right-object = Objection: you object, and we stop recording you.
right-automated = Automated decisions: a person looks at your case, not a machine alone.
rights-contact = Write to { $email }.
complaint-intro = You can complain to a data protection authority, for example where you live, where you work or where you think the law was broken.
complaint-intro-other = You can complain to the authority.
complaint-authority = { $country }: { $authority }, { $url }

## California, Québec

california-categories = Category of personal information under the California Consumer Privacy Act: internet and other electronic network activity.
california-identifiers = Further category: identifiers (IP address).
california-not-sold = We do not sell recordings, and we do not share them for advertising.
california-disclosed = A recipient named above also uses recordings for its own purposes. Under California law this may be a sale. You can stop it at any time under “{ $settings }”.
california-rights = You have the right to know, to delete, to correct and to opt out. We do not treat you worse because you use your rights.
quebec-responsible = Person in charge of the protection of personal information: { $contact }
quebec-technology = The recording is switched off until you switch it on by agreeing.
quebec-transfer = Recordings may be passed on outside Québec.

## Short statement

short-statement = Your personal data may be collected by us or by third parties such as { $vendors }.
short-none = We record visits in outline only: without readable text, without what you type and without your IP address. Recipients: { $vendors }.
short-contact = Questions about data protection: { $email }

## Banner

banner-title-ask = May we record your visit?
banner-title-inform = We record visits
banner-strict = We then see how this website is used, like a film: in outline only, without readable text. What you type is not recorded.
banner-balanced = We then see how this website is used, like a film: mouse movements, clicks and pages. What you type is not recorded.
banner-forms = We then see how this website is used, like a film: mouse movements, clicks, pages and what you type into forms. Passwords, payment card fields and other sensitive fields are never recorded.
banner-purposes = Purposes: { $purposes }
banner-recipients = Recipients: { $vendors }
banner-choice-ask = You are free to decide. You can change your mind at any time under “{ $settings }”.
banner-choice-inform = You can refuse now, or at any time under “{ $settings }”.
purpose-name-usability = ease of use
purpose-name-support = support
purpose-name-security = security
purpose-name-statistics = statistics
button-accept = Accept
button-refuse = Refuse
button-notice = Privacy notice
button-settings = Recording settings
button-withdraw = Withdraw consent
status-on = Your visit is being recorded.
status-off = Your visit is not being recorded.

## Advice to the owner of the site (WordPress policy guide)

advice-source = This text was written from the settings of your recorder. It is not legal advice: check it, or have a lawyer check it, before you publish it.
advice-missing = Your configuration does not say this yet: { $fields }
advice-settings = Put a link or a button named “{ $settings }” on every page, so that visitors can change their choice.
advice-suggested = Suggested text:
