//! Unit vectors: what must be found, in which words, and what must be left alone. The numbers are the published examples of the
//! issuing bodies, documentation ranges and test numbers; no value belongs to a person.

use super::{Detector, Kind, Settings, Span};
use Kind::*;

fn scan(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    Detector::new(&Settings { business: true, ..Settings::default() }).unwrap().scan(text, &mut spans);
    spans
}

/// Asserts that exactly `value` is found in `text`, as `kind`.
fn found(text: &str, kind: Kind, value: &str) {
    let spans = scan(text);
    let hit = spans.iter().find(|s| s.kind == kind).unwrap_or_else(|| panic!("no {kind} in {text:?}: {spans:?}"));
    assert_eq!(&text[hit.start..hit.end], value, "{text:?}");
}

#[test]
fn mail_and_its_disguises() {
    for (text, value) in [
        ("write to jane.doe+shop@sub.example.co.uk.", "jane.doe+shop@sub.example.co.uk"),
        ("jane%40example.org", "jane%40example.org"),
        ("jane&#64;example&#46;org", "jane&#64;example&#46;org"),
        (r"jane\u0040example.org", r"jane\u0040example.org"),
        (r"jane\\u0040example.org", r"jane\\u0040example.org"),
        ("erika@exam<wbr>ple.org", "erika@exam<wbr>ple.org"),
        ("jane (dot) doe (at) example (dot) org", "jane (dot) doe (at) example (dot) org"),
        ("jane.doe [at] example.org", "jane.doe [at] example.org"),
        ("er\u{ad}ika@example.org", "er\u{ad}ika@example.org"),
        ("erika＠example.org", "erika＠example.org"),
        ("еrikа@example.org", "еrikа@example.org"),
    ] {
        found(text, Email, value);
    }
}

#[test]
fn cards_accounts_and_wallets() {
    for text in [
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "378282246310005",
        "5555555555554444",
        "３７８２ ８２２４６３ １０００５",
        "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
        "4111\u{a0}1111\u{a0}1111\u{a0}1111",
        "4111%201111%201111%201111",
    ] {
        found(text, CreditCard, text);
    }
    found("card 4111111111111111 exp 12/27", CreditCard, "4111111111111111");
    found(r#"<input name="cc-csc" value="123">"#, CreditCard, "123");
    for text in ["DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432", "de89370400440532013000", "FR14-2004-1010-0505-0001-3M02-606"] {
        found(text, Iban, text);
    }
    found("SWIFT: COBADEFFXXX", Bic, "COBADEFFXXX");
    for text in
        ["1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"]
    {
        found(text, Crypto, text);
    }
}

#[test]
fn identity_numbers() {
    for text in [
        "86095742719",
        "65 929 970 489",
        "15070649C103",
        "AB 12 34 56 C",
        "54362315K",
        "X2482300W",
        "RCCMNL83S18D969H",
        "44051401359",
        "710319/2745",
        "85.07.30-033.28",
        "756.9217.0769.85",
        "811218-9876",
        "131052-308T",
        "1237 010180",
        "390.533.447-05",
        "295109912611193",
        "078-05-1120",
    ] {
        found(text, NationalId, text);
    }
    for (text, value) in [
        ("BSN: 111222333", "111222333"),
        ("NHS number 943 476 5870", "943 476 5870"),
        ("ЕГН: 7523169263", "7523169263"),
        ("OIB: 94577403194", "94577403194"),
        ("Passport No: C01X00T47", "C01X00T47"),
        ("CNP 1630615123457", "1630615123457"),
    ] {
        found(text, NationalId, value);
    }
    found("USt-IdNr.: DE136695976", VatId, "DE136695976");
}

#[test]
fn telephones() {
    for text in [
        "+49 30 1234567",
        "+49 (0) 30 / 123 45 67",
        "0049 30 1234567",
        "(202) 555-0143",
        "202-555-0143",
        "06 12 34 56 78",
        "020 7946 0958",
        "601 123 456",
        "030/1234567",
    ] {
        found(text, Phone, text);
    }
    for (text, value) in [
        ("Puhelin: 040 123 4567", "040 123 4567"),
        ("Τηλέφωνο: 210 1234567", "210 1234567"),
        ("tel:+4930123456", "+4930123456"),
        ("please call me on 5551234567", "5551234567"),
    ] {
        found(text, Phone, value);
    }
}

#[test]
fn machines_and_secrets() {
    found("login from 203.0.113.77 at noon", Ip, "203.0.113.77");
    found("2001:db8::8a2e:370:7334", Ip, "2001:db8::8a2e:370:7334");
    found("00:1A:2B:3C:4D:5E", Mac, "00:1A:2B:3C:4D:5E");
    found("AKIAIOSFODNN7EXAMPLE", ApiKey, "AKIAIOSFODNN7EXAMPLE");
    found("token: 8f14e45fceea167a5a36dedd4bea2543", ApiKey, "8f14e45fceea167a5a36dedd4bea2543");
    found("-----BEGIN PRIVATE KEY-----\nMIIBVAIBADANBg\n-----END PRIVATE KEY-----", ApiKey, "MIIBVAIBADANBg");
    found("https://user:s3cr3tpw@example.org/path", UrlSecret, "s3cr3tpw");
    found("https://example.org/?access_token=abcDEF123456ghiJKL789&x=1", UrlSecret, "abcDEF123456ghiJKL789");
    found("https://example.org/verify/9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c", UrlSecret, "9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c");
    found("Ihr Passwort lautet Sommer-2024!", Password, "Sommer-2024!");
    found("Your verification code is 482913", Password, "482913");
    found(r#"{"password":"p4ssw0rd"}"#, Password, "p4ssw0rd");
}

#[test]
fn secrets_of_commands_and_addresses() {
    for (text, value) in [
        ("docker login -u bot -p Sommer2024! registry.example.org", "Sommer2024!"),
        ("mysqldump -u app -pSommer2024 shop", "Sommer2024"),
        ("sshpass -p 'Sommer 2024' ssh host", "Sommer 2024"),
        ("curl -u admin:Sommer2024 https://example.org", "Sommer2024"),
        ("backup --password Sommer2024 /srv", "Sommer2024"),
        ("machine example.org login bot password Sommer2024", "Sommer2024"),
        ("CREATE USER app IDENTIFIED BY 'Sommer2024'", "Sommer2024"),
        ("Server=db;User Id=sa;Password=Sommer2024!;Encrypt=true", "Sommer2024!"),
        (r"net use Z: \\srv\share /user:dom\bob Sommer2024", "Sommer2024"),
    ] {
        found(text, Password, value);
    }
    for (text, value) in [
        ("redis://:pa%23ss77@cache.example.org:6379", "pa%23ss77"),
        ("https://example.org/cb?code=aZ81kdUe72hsQpL0&x=1", "aZ81kdUe72hsQpL0"),
        ("Cookie: theme=dark; remember=aZ81kdUe72hsQpL0", "aZ81kdUe72hsQpL0"),
    ] {
        found(text, UrlSecret, value);
    }
    for text in
        ["password=${DB_PASSWORD}", "--password {{ secret }}", "git rebase -p main", "https://example.org:8080/a@2x", "tar -p -u file"]
    {
        assert_eq!(scan(text), [], "{text:?}");
    }
}

#[test]
fn people_by_context() {
    for (text, value) in [
        ("Sehr geehrte Frau Dr. Müller-Lüdenscheidt,", "Müller-Lüdenscheidt"),
        ("Call Mr. John Q. Smith today", "John Q. Smith"),
        ("Hej Anna,", "Anna"),
        ("Best regards,\nJane Doe", "Jane Doe"),
        ("Med vennlig hilsen\nKari Nordmann", "Kari Nordmann"),
        ("Mein Name ist Max Mustermann.", "Max Mustermann"),
        ("Név: Kovács János", "Kovács János"),
        ("Име: Иван Петров", "Иван Петров"),
        ("<th>Kunde</th><td>Erika Muster</td>", "Erika Muster"),
        ("Payee\tJane Doe", "Jane Doe"),
        ("Jane Doe <jane@example.org>", "Jane Doe"),
        ("Jane Doe", "Jane Doe"),
        ("Mvh Kari Nordmann", "Kari Nordmann"),
        ("[10:15] <Xaver> hallo 1", "Xaver"),
        ("User(name=Jane Doe, id=7)", "Jane Doe"),
        ("Dear Mr Alan Green,", "Alan Green"),
    ] {
        found(text, Person, value);
    }
    found("Erika Muster, geb. am 12.04.1980", Dob, "12.04.1980");
    found("Ich bin am 12.04.1980 in Ulm geboren.", Dob, "12.04.1980");
    found("Date of birth: March 5, 1975", Dob, "March 5, 1975");
    found("Kennzeichen: M-AB 1234", LicensePlate, "M-AB 1234");
}

#[test]
fn addresses() {
    for text in [
        "Lange Straße 12a",
        "12 rue de la Paix",
        "Via Roma 12",
        "ul. Lipowa 12/3",
        "350 Fifth Avenue",
        "Kerkstraat 12",
        "Petőfi Sándor utca 12",
        "Nørrevej 65, 2. tv",
        "Str. Unirii nr. 18",
        "Mannerheimintie 82 A 4",
    ] {
        found(text, Address, text);
    }
    for (text, value) in [
        ("Adresse: Storgata 5, 0155 Oslo", "Storgata 5, 0155 Oslo"),
        ("1017 GC Amsterdam", "1017 GC Amsterdam"),
        ("00-590 Warszawa", "00-590 Warszawa"),
        ("London SW1A 1AA", "London SW1A 1AA"),
        ("New York, NY 10118", "New York, NY 10118"),
    ] {
        found(text, Address, value);
    }
}

#[test]
fn labels_from_outside() {
    let detector = Detector::new(&Settings::default()).unwrap();
    let mut spans = Vec::new();
    for (text, label, kind) in [
        ("Xi Um", "Customer name", Some(Person)),
        ("12.04.1980", "bday", Some(Dob)),
        ("A-123 99", "Plate", Some(LicensePlate)),
        ("hunter2", "wachtwoord", Some(Password)),
        ("030 1234567", "Order no.", None),
        ("Oak Table", "Product", None),
    ] {
        detector.scan_labelled(text, label, &mut spans);
        assert_eq!(spans.first().map(|s| s.kind), kind, "{label}: {text}");
    }
}

#[test]
fn ordinary_text_is_left_alone() {
    for text in [
        "Green Glass Vase",
        "Northern Tools 88",
        "Art. 7300415",
        "Order #4100200",
        "ISBN 978-0-306-40615-7",
        "1ABC0033112208",
        "1234 5678 9012 3456",
        "Released 12 March 2024",
        "v2.14.3",
        "Opening hours Mon-Fri 09:00-18:00",
        "Price: $1,299.00",
        "Tracking number 1Z999AA10123456784",
        "Promo code: SUMMER24",
        "Free shipping over 50 €",
        "Showing 1-24 of 1,204 results",
        "12345 Views",
        "3000 Series Router",
        "SKU: ABC-123-XYZ",
        "Build 10.0.19045.3996",
        "Chrome/120.0.6099.109",
        "EAN 4006381333931",
        "HRB 123456",
        "Population: 83 294 412",
        "6f9619ff-8b86-d011-b42d-00c04fc964ff",
        "Thank you for your order!",
        "Dear Customer,",
        "Password must be at least 8 characters",
        "Forgot your password?",
        "Flight LH 1234 to New York",
        "icon@2x.png",
        "npm install @scope/package@1.2.3",
        "git clone git@github.com:team/docs.git",
        "Serial number: C02XK0AAJG5H",
        "IMEI 490154203237518",
        "Customer: Acme GmbH",
        "Name: Harbor Chair",
        "Katalog-Nr. 089-123456",
        "917 789 622 1847 2015",
        "Mit freundlichen Grüßen\nIhr Kundenservice",
        "Page 1 2 3 4 5 6 7 8 9 10",
        "2024-04-12T10:15:30Z",
        "lat 48.1371, lon 11.5754",
        "10.0.0.5",
        "1640523352468",
    ] {
        assert_eq!(scan(text), [], "{text:?}");
    }
}

#[test]
fn settings_choose() {
    let only = Settings { types: Some([Email].into_iter().collect()), ..Settings::default() };
    let mut spans = Vec::new();
    Detector::new(&only).unwrap().scan("jane@example.org, card 4111111111111111", &mut spans);
    assert_eq!(spans.iter().map(|s| s.kind).collect::<Vec<_>>(), [Email]);
    Detector::new(&Settings::default()).unwrap().scan("Acme Tools Ltd\nMusterstraße 12\n10115 Berlin\nUSt-IdNr.: DE136695976", &mut spans);
    assert_eq!(spans, []);
}

#[test]
fn any_text_is_survived() {
    // A cheap fuzz: fragments with every kind of edge, joined at random; offsets must lie on character boundaries, in order.
    let parts = [
        "@",
        "+49 ",
        "é",
        "\u{200b}",
        "1234 ",
        "&#",
        "&#x;",
        "%E2%82",
        "\\u12",
        "\\ud800",
        "<wbr",
        "\"name\":\"",
        "Mr. ",
        "van ",
        "=",
        ":",
        "\n",
        "\t",
        "eyJ",
        "-----BEGIN",
        "0x",
        "::",
        "٣",
        "ﬀ",
        "𝟜",
        "DE89",
        "password is ",
        "Straße ",
        ", ",
        "://",
        "@@",
        "..",
        "a ",
        "1 ",
        "(",
        "Anna ",
        "\u{202e}",
        "\u{202c}",
        "&amp;#6",
        " -p",
        "curl -u a:",
        "] <",
        " - ",
        "º",
        " 2. tv",
        "N:",
        ";;",
        "Cookie: a=",
        "utca ",
        "/user:",
    ];
    let mut seed = 7u64;
    let mut out = Vec::new();
    let detector = Detector::new(&Settings { business: true, min_confidence: 0.0, ..Settings::default() }).unwrap();
    for _ in 0..4000 {
        let mut text = String::new();
        for _ in 0..14 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(parts[(seed >> 33) as usize % parts.len()]);
        }
        detector.scan(&text, &mut out);
        let mut last = 0;
        for span in &out {
            assert!(
                span.start >= last && span.start < span.end && text.is_char_boundary(span.start) && text.is_char_boundary(span.end),
                "{text:?} {span:?}"
            );
            last = span.end;
        }
    }
}
