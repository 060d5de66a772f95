# Informacja o ochronie danych po polsku. Jeden komunikat to jedna cała klauzula; docs/notice.md mówi, kiedy się pojawia.

locale-name = polski
locale-status = drafted
locale-source = 1

## Names of things

law-gdpr = RODO
law-uk = brytyjskie RODO
party-name = { $name }
party-vat = { $name } (NIP/VAT { $vat })
party-country = { $name } ({ $country })
party-vat-country = { $name } (NIP/VAT { $vat }, { $country })

## Titles and headings

title-full = Informacja o ochronie danych: nagrywanie wizyt na stronie { $site }
title-short = Oświadczenie o ochronie prywatności: { $site }
heading-controller = Kto jest administratorem
heading-purposes = Dlaczego nagrywamy wizyty
heading-basis = Podstawa prawna
heading-choice = Państwa wybór
heading-recorded = Co nagrywamy
heading-masked = Jak chronimy Państwa dane
heading-never = Czego nigdy nie nagrywamy
heading-recipients = Kto otrzymuje nagrania
heading-transfers = Kraje spoza Europejskiego Obszaru Gospodarczego
heading-retention = Jak długo przechowujemy nagrania
heading-rights = Państwa prawa
heading-complaint = Prawo do wniesienia skargi
heading-california = Dla osób z Kalifornii
heading-quebec = Dla osób z Quebecu
effective = Stan na { $date }
fingerprint = Wersja tej informacji: { $fingerprint }

## In brief

brief-strict = Nagrywamy, jak używana jest ta strona internetowa, i możemy później odtworzyć wizytę jak film (session replay). Film pokazuje tylko zarys stron, bez czytelnego tekstu. Tego, co Państwo wpisują, nie nagrywamy.
brief-balanced = Nagrywamy, jak używana jest ta strona internetowa, i możemy później odtworzyć wizytę jak film (session replay): ruchy myszy, kliknięcia i oglądane strony. Tego, co Państwo wpisują, nie nagrywamy.
brief-forms = Nagrywamy, jak używana jest ta strona internetowa, i możemy później odtworzyć wizytę jak film (session replay): ruchy myszy, kliknięcia, oglądane strony i to, co jest wpisywane w formularzach. Haseł, pól kart płatniczych i innych pól wrażliwych nie nagrywamy nigdy.
brief-asked = Robimy to tylko wtedy, gdy wcześniej wyrażą Państwo zgodę.
brief-mixed = Jeżeli prawo Państwa kraju wymaga zgody, robimy to tylko wtedy, gdy wcześniej ją Państwo wyrażą. Odmówić można wszędzie.
brief-optout = W każdej chwili mogą Państwo odmówić.

## Who is responsible

controller-name = Administrator odpowiedzialny za tę stronę: { $name }
controller-address = Adres: { $address }
controller-email = E-mail w sprawach ochrony danych: { $email }
controller-vat = NIP/VAT: { $vat }
representative = Nasz przedstawiciel w Unii Europejskiej: { $contact }
dpo = Nasz inspektor ochrony danych: { $contact }

## Purposes

purposes-intro = Nagrania oglądamy tylko w tych celach:
purpose-usability = Łatwość obsługi: widzimy, gdzie nasze strony są trudne w obsłudze, i je poprawiamy.
purpose-support = Pomoc: gdy proszą nas Państwo o pomoc, widzimy, co się stało.
purpose-security = Bezpieczeństwo: rozpoznajemy ataki i nadużycia.
purpose-statistics = Statystyka: dowiadujemy się, jak często używane są nasze strony i funkcje.
purposes-automated = Na podstawie nagrania nie zapada żadna zautomatyzowana decyzja wobec Państwa.

## Legal basis

basis-consent = Podstawą prawną jest Państwa zgoda ({ $law }, art. 6 ust. 1 lit. a).
basis-consent-other = Podstawą jest Państwa zgoda.
basis-interest = Podstawą prawną jest nasz prawnie uzasadniony interes w podanych wyżej celach ({ $law }, art. 6 ust. 1 lit. f).
basis-interest-other = Podstawą jest nasz interes w podanych wyżej celach.
basis-contract = Podstawą prawną jest nasza umowa z Państwem; nagrania są nam potrzebne do jej wykonania ({ $law }, art. 6 ust. 1 lit. b).
basis-contract-other = Podstawą jest nasza umowa z Państwem; nagrania są nam potrzebne do jej wykonania.
basis-device = Przepisy o dostępie do Państwa urządzenia: { $laws }

## Choice

choice-asked = Nagrywamy dopiero po wyrażeniu zgody. Decyzja należy do Państwa: także po odmowie można korzystać ze strony bez ograniczeń.
choice-mixed = Jeżeli prawo Państwa kraju wymaga zgody, nagrywamy dopiero po jej wyrażeniu. W innych krajach nagrywamy, dopóki Państwo nie odmówią. Decyzja należy do Państwa: także po odmowie można korzystać ze strony bez ograniczeń.
choice-optout = Nagrywamy wizyty, chyba że Państwo odmówią. Także po odmowie można korzystać ze strony bez ograniczeń.
choice-withdraw = Zgodę można wycofać w każdej chwili, równie łatwo, jak ją wyrażono: w miejscu „{ $settings }”. Wtedy natychmiast przestajemy nagrywać. To, co działo się przed wycofaniem zgody, pozostaje zgodne z prawem.
choice-object = Odmówić można w każdej chwili i bez podania przyczyny: w miejscu „{ $settings }”. Wtedy natychmiast przestajemy nagrywać.
choice-delete = Gdy wycofają Państwo zgodę lub odmówią, usuniemy nagranie Państwa wizyty.
choice-valid = Państwa zgoda jest ważna { $days ->
    [one] { $days } dzień
    [few] { $days } dni
    [many] { $days } dni
   *[other] { $days } dnia
}. Potem zapytamy ponownie.
choice-gpc = Jeżeli przeglądarka wysyła sygnał Global Privacy Control (GPC), uznajemy to za odmowę, chyba że mimo to wyraźnie wyrażą Państwo zgodę.
choice-dnt = Jeżeli przeglądarka wysyła sygnał Do Not Track (DNT), uznajemy to za odmowę.
choice-age = Jeżeli wiemy, że dana osoba nie ukończyła { $years } lat, nie nagrywamy jej wizyty.

## What is recorded

recorded-pointer = Ruchy myszy, kliknięcia, dotknięcia ekranu, przewijanie i wielkość okna, zawsze z podaniem czasu.
recorded-page-text = Strony w takiej postaci, w jakiej je Państwo widzą, wraz z tekstem.
recorded-page-outline = Układ stron. Ich tekst zastępujemy znakami bez znaczenia.
recorded-address = Adresy odwiedzanych stron, bez wyszukiwanych haseł i podobnych danych.
recorded-typing-masked = W których polach i mniej więcej jak dużo Państwo piszą. Tego, co Państwo wpisują, nie nagrywamy.
recorded-typing-forms = To, co Państwo wpisują i wybierają w formularzach, z wyjątkiem pól wrażliwych.
recorded-media = Obrazy, dźwięk i filmy na stronach.
recorded-canvas = Rysunki tworzone na stronach przez program (canvas), bez tekstu i obrazów, które zawierają.
recorded-console = Komunikaty, które strony wypisują dla techników (konsola przeglądarki).
recorded-network-urls = Adres, wynik i czas żądań, które strony wysyłają w tle.
recorded-network-full = Adres, wynik i czas żądań, które strony wysyłają w tle, a także ich treść.
recorded-custom = Zdarzenia, które zgłasza sama strona, na przykład „zamówienie złożone”.
recorded-ip-short = Państwa adres IP, najwyżej w skróconej postaci.
recorded-ip-full = Państwa adres IP, jeżeli występuje w nagranych danych.
recorded-session = Numer sesji, dzięki któremu możemy odnaleźć i usunąć nagranie Państwa wizyty.

## Protection

masked-detect = Zanim nagranie zostanie zapisane lub przekazane, program szuka w nim danych osobowych, na przykład adresów e-mail i numerów telefonów, i je ukrywa. Może przy tym coś przeoczyć.
masked-detect-some = Zanim nagranie zostanie zapisane lub przekazane, program szuka w nim określonych rodzajów danych osobowych i je ukrywa. Może przy tym coś przeoczyć.
masked-pages = Z tych stron nagrywamy tylko zarys: { $pages }
masked-areas = Wybrane przez nas obszary naszych stron są nieczytelne w nagraniu.
masked-blocked = Niektóre obszary naszych stron są pomijane i widać w ich miejscu pustą ramkę.
masked-ignored = W niektórych polach w ogóle nie nagrywamy wpisywania.
masked-allowed = Niektóre obszary naszych stron są wyłączone z tej ochrony; ich tekst pozostaje czytelny.
masked-transit = W drodze do odbiorcy nagrania są szyfrowane.
masked-waiting = Dopóki nagranie czeka na wysłanie, jest przechowywane w postaci zaszyfrowanej.

## Never

never-intro = Żadne ustawienie nie może tego zmienić: tego nie nagrywamy nigdy.
never-passwords = Hasła.
never-cards = Numery kart i kody zabezpieczające w polach płatności.
never-codes = Kody jednorazowe, na przykład do logowania.
never-marked = Wszystko w polach oznaczonych jako wrażliwe.
never-outside = Państwa kamera, mikrofon i wszystko poza tą stroną internetową.
never-also = Przy naszych ustawieniach nie nagrywamy również:
never-typed = Tego, co Państwo wpisują.
never-choices = Tego, co Państwo zaznaczają lub wybierają w formularzach.
never-text = Czytelnego tekstu naszych stron.
never-media = Obrazów, dźwięku i filmów na naszych stronach.
never-ip = Państwa adresu IP.
never-canvas = Rysunków tworzonych na stronach przez program (canvas).
never-console = Komunikatów, które strony wypisują dla techników (konsola przeglądarki).
never-network = Żądań, które strony wysyłają w tle.
never-custom = Zdarzeń, które zgłasza sama strona.

## Recipients

vendor-processor = { $party } przetwarza nagrania w naszym imieniu i wyłącznie na nasze polecenie.
vendor-joint = { $party } decyduje o nagraniach wspólnie z nami i wspólnie z nami za nie odpowiada.
vendor-independent = { $party } wykorzystuje nagrania także do własnych celów i sam odbiorca za to odpowiada.
vendor-policy = Polityka prywatności ({ $name }): { $url }

## Countries outside the EEA

transfer-adequacy = { $name } otrzymuje nagrania w kraju spoza Europejskiego Obszaru Gospodarczego: { $country }. Decyzja stwierdzająca odpowiedni stopień ochrony uznaje tamtejszą ochronę danych.
transfer-dpf = { $name } otrzymuje nagrania w kraju spoza Europejskiego Obszaru Gospodarczego: { $country }. Ten odbiorca ma certyfikat w ramach Data Privacy Framework.
transfer-scc = { $name } otrzymuje nagrania w kraju spoza Europejskiego Obszaru Gospodarczego: { $country }. Państwa dane chronią tam uzgodnione przez nas standardowe klauzule umowne. Na życzenie udostępnimy ich kopię.
transfer-bcr = { $name } otrzymuje nagrania w kraju spoza Europejskiego Obszaru Gospodarczego: { $country }. Państwa dane chronią tam wiążące reguły korporacyjne zatwierdzone przez organy nadzorcze. Na życzenie udostępnimy ich kopię.
transfer-derogation = { $name } otrzymuje nagrania w kraju spoza Europejskiego Obszaru Gospodarczego: { $country }. Państwa dane mogą być tam słabiej chronione. Opieramy się na wyjątku, który dopuszcza prawo.
transfer-open = { $name } otrzymuje nagrania w kraju spoza Europejskiego Obszaru Gospodarczego: { $country }.

## Retention

retention = Każde nagranie przechowujemy przez { $days ->
    [one] { $days } dzień
    [few] { $days } dni
    [many] { $days } dni
   *[other] { $days } dnia
}, a potem je usuwamy.
retention-waiting = Nagranie, którego nie można wysłać, czeka przez { $days ->
    [one] { $days } dzień
    [few] { $days } dni
    [many] { $days } dni
   *[other] { $days } dnia
}, a potem je usuwamy.

## Rights

rights-intro = Mają Państwo następujące prawa ({ $law }, art. 15–22):
rights-intro-other = Mogą Państwo od nas żądać:
right-access = Dostęp: powiemy Państwu, jakie mamy dane, i udostępnimy ich kopię.
right-rectification = Sprostowanie: poprawimy błędne dane.
right-erasure = Usunięcie: usuniemy Państwa dane.
right-restriction = Ograniczenie: zachowamy Państwa dane, ale przestaniemy z nich korzystać.
right-portability = Przenoszenie: otrzymają Państwo swoje dane w powszechnie używanym formacie.
right-object = Sprzeciw: po wniesieniu sprzeciwu przestaniemy Państwa nagrywać.
right-automated = Zautomatyzowane decyzje: o Państwa sprawie decyduje człowiek, a nie sama maszyna.
rights-contact = Prosimy pisać na adres { $email }.
complaint-intro = Mogą Państwo wnieść skargę do organu ochrony danych, na przykład w miejscu zamieszkania, w miejscu pracy lub tam, gdzie Państwa zdaniem naruszono prawo.
complaint-intro-other = Mogą Państwo wnieść skargę do organu.
complaint-authority = { $country }: { $authority }, { $url }

## California, Québec

california-categories = Kategoria danych osobowych według California Consumer Privacy Act: aktywność w internecie i w innych sieciach elektronicznych.
california-identifiers = Dalsza kategoria: identyfikatory (adres IP).
california-not-sold = Nie sprzedajemy nagrań i nie udostępniamy ich na potrzeby reklamy.
california-disclosed = Jeden z podanych wyżej odbiorców wykorzystuje nagrania także do własnych celów. Według prawa Kalifornii może to być sprzedaż. Mogą Państwo to zatrzymać w każdej chwili w miejscu „{ $settings }”.
california-rights = Mają Państwo prawo do informacji, usunięcia, poprawienia i odmowy. Korzystanie z tych praw nie pogorszy sposobu, w jaki Państwa traktujemy.
quebec-responsible = Osoba odpowiedzialna za ochronę danych osobowych: { $contact }
quebec-technology = Nagrywanie jest wyłączone, dopóki nie włączą go Państwo, wyrażając zgodę.
quebec-transfer = Nagrania mogą być przekazywane poza Quebec.

## Short statement

short-statement = Państwa dane osobowe mogą być zbierane przez nas lub przez podmioty trzecie, takie jak { $vendors }.
short-none = Nagrywamy tylko zarys wizyt: bez czytelnego tekstu, bez tego, co Państwo wpisują, i bez Państwa adresu IP. Odbiorcy: { $vendors }.
short-contact = Pytania o ochronę danych: { $email }

## Banner

banner-title-ask = Czy możemy nagrać Państwa wizytę?
banner-title-inform = Nagrywamy wizyty
banner-strict = Zobaczymy wtedy jak na filmie, jak używana jest ta strona: tylko w zarysie, bez czytelnego tekstu. Tego, co Państwo wpisują, nie nagrywamy.
banner-balanced = Zobaczymy wtedy jak na filmie, jak używana jest ta strona: ruchy myszy, kliknięcia i strony. Tego, co Państwo wpisują, nie nagrywamy.
banner-forms = Zobaczymy wtedy jak na filmie, jak używana jest ta strona: ruchy myszy, kliknięcia, strony i to, co Państwo wpisują w formularzach. Haseł, pól kart płatniczych i innych pól wrażliwych nie nagrywamy nigdy.
banner-purposes = Cele: { $purposes }
banner-recipients = Odbiorcy: { $vendors }
banner-choice-ask = Decyzja należy do Państwa. Można ją zmienić w każdej chwili w miejscu „{ $settings }”.
banner-choice-inform = Odmówić można teraz albo w każdej chwili w miejscu „{ $settings }”.
purpose-name-usability = łatwość obsługi
purpose-name-support = pomoc
purpose-name-security = bezpieczeństwo
purpose-name-statistics = statystyka
button-accept = Zgadzam się
button-refuse = Odmawiam
button-notice = Ochrona danych
button-settings = Ustawienia nagrywania
button-withdraw = Wycofaj zgodę
status-on = Państwa wizyta jest nagrywana.
status-off = Państwa wizyta nie jest nagrywana.

## Advice to the owner of the site (WordPress policy guide)

advice-source = Ten tekst powstał na podstawie ustawień Państwa nagrywania. Nie jest to porada prawna: przed publikacją należy go sprawdzić lub dać do sprawdzenia prawnikowi.
advice-missing = Państwa konfiguracja jeszcze tego nie podaje: { $fields }
advice-settings = Na każdej stronie należy umieścić link lub przycisk o nazwie „{ $settings }”, aby odwiedzający mogli zmienić swój wybór.
advice-suggested = Proponowany tekst:
