//! What a field is for, by its label, key, name or placeholder. In: a label in any of some thirty languages. Out: a [`FieldClass`].
//!
//! The table is `core/data/labels.txt`, read once; a lookup allocates nothing.

use super::table::{self, Table};
use super::text::Page;
use super::{fold, lexicon, words};
use std::cell::Cell;
use std::sync::LazyLock;

macro_rules! classes {
    ($($(#[doc = $doc:literal])+ $name:ident;)+) => {
        /// What a field or labelled value holds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        #[repr(u8)]
        pub enum FieldClass { $($(#[doc = $doc])+ $name,)+ }

        impl FieldClass {
            /// Every class, in the order of the enum.
            pub const ALL: &'static [FieldClass] = &[$(FieldClass::$name,)+];
            /// The class as it is written in the table and in reports.
            pub fn as_str(self) -> &'static str { match self { $(FieldClass::$name => stringify!($name),)+ } }
        }
    };
}

classes! {
    /// A password, passphrase or access code that someone chose.
    Password;
    /// An API key, token, session id, recovery phrase or the answer to a security question.
    Secret;
    /// The number of a payment card.
    CardNumber;
    /// The security code of a payment card (CVC, CVV).
    CardCode;
    /// When a payment card expires.
    CardExpiry;
    /// The name on a card or an account.
    CardHolder;
    /// A code that is valid once: SMS, TAN, authenticator, backup codes.
    OneTimeCode;
    /// A PIN or PUK.
    Pin;
    /// An IBAN or national account number.
    BankAccount;
    /// The code of a bank (BIC, SWIFT).
    Bic;
    /// A national identity or social security number.
    NationalId;
    /// A person's tax number.
    TaxId;
    /// A VAT or employer number.
    VatId;
    /// A number in the health system: insurance, patient.
    HealthInsuranceNo;
    /// The number of a passport, identity card, driving licence or residence permit.
    PassportOrId;
    /// An e-mail address.
    Email;
    /// A telephone or fax number.
    Phone;
    /// A given name.
    GivenName;
    /// A family name.
    FamilyName;
    /// A whole name of a person.
    PersonName;
    /// A name or number that stands for a person at a site: user name, customer number.
    Username;
    /// A street address or the whole of an address.
    Address;
    /// A postal code.
    Postcode;
    /// A town, alone or with its postal code; a place of birth.
    City;
    /// A date of birth.
    Dob;
    /// The plate or chassis number of a vehicle.
    LicensePlate;
    /// Something about health.
    Health;
    /// Sex, age, nationality, religion and the like.
    Demographic;
    /// An IP address.
    IpAddress;
    /// A hardware address.
    MacAddress;
    /// The address of a crypto-currency wallet.
    Wallet;
    /// A search box.
    Search;
    /// A company, authority or department.
    Company;
    /// A number that stands for a thing: order, invoice, parcel, article, version.
    Reference;
    /// A thing, a title or a choice that says nothing of a person.
    Product;
    /// A price, quantity or measure.
    Amount;
    /// A date or time that is not a birthday.
    Date;
}

impl FieldClass {
    /// Whether what is typed here must never be recorded, whatever the settings.
    pub fn is_sensitive(self) -> bool {
        use FieldClass::*;
        matches!(self, Password | Secret | CardNumber | CardCode | CardExpiry | CardHolder | OneTimeCode | Pin)
    }

    /// Whether what is typed here tells of a person; true for every sensitive class.
    pub fn is_personal(self) -> bool {
        use FieldClass::*;
        !matches!(self, Search | Company | Reference | Product | Amount | Date | Bic | VatId)
    }
}

/// How well a label fits its class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    pub class: FieldClass,
    /// The whole label is the phrase and filler.
    pub whole: bool,
}

static TABLE: LazyLock<Table> = LazyLock::new(build);

/// Words of at most three letters that mean their class in any company; other short words count only alone.
const SHORT: &[&str] = &["cvc", "cvv", "csc", "otp", "pwd", "ssn", "bsn", "dob", "tel", "mdp", "2fa", "mfa", "plz", "psc"];

/// The table as it is written.
pub(crate) const SOURCE: &str = include_str!("../../data/labels.txt");

fn build() -> Table {
    let mut table = Table::with_capacity(16_384);
    let (mut class, mut extra, mut shorter) = (0u8, table::WHOLE, Vec::new());
    for line in SOURCE.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            (class, extra) = match FieldClass::ALL.iter().find(|c| c.as_str() == name) {
                Some(c) => (*c as u8, table::WHOLE),
                None if name == "Cancel" => (0, table::CANCEL),
                None => (0, table::FILLER),
            };
            continue;
        }
        let phrases = line.split_once(": ").map_or("", |(_, rest)| rest);
        for phrase in phrases.split("; ") {
            let (phrase, weak) = phrase.strip_prefix('~').map_or((phrase, false), |p| (p, true));
            let (phrase, stem) = phrase.strip_suffix('*').map_or((phrase, false), |p| (p, true));
            let short = is_short(phrase);
            let mut flags = extra;
            if extra == table::WHOLE && (weak || short) {
                flags |= table::WEAK;
            }
            if stem && extra == table::WHOLE {
                flags |= table::STEM;
            }
            table.insert(phrase, class, flags);
            if extra == table::WHOLE {
                abbreviated(phrase, |short| shorter.push((short, class, flags & !table::STEM)));
            }
        }
    }
    // Behind the phrases themselves, which keep their class.
    for (phrase, class, flags) in shorter {
        table.insert(&phrase, class, flags);
    }
    table
}

/// How forms shorten the word for "number", as a word or as the end of a compound.
const NUMBER: &[(&str, &[&str])] = &[
    ("nummer", &["nr"]),
    ("number", &["no", "num", "nr"]),
    ("numero", &["n", "no", "num", "nr"]),
    ("numer", &["nr"]),
    ("cislo", &["c"]),
    ("broj", &["br"]),
    ("numar", &["nr"]),
    ("numarul", &["nr"]),
    ("stevilka", &["st"]),
    ("numurs", &["nr"]),
    ("numeris", &["nr"]),
    ("номер", &["no"]),
    ("αριθμος", &["αρ"]),
];

/// The phrase with its word for "number" shortened: "telefonnummer" is also written "telefonnr".
pub(crate) fn abbreviated(phrase: &str, mut found: impl FnMut(String)) {
    for (long, shorts) in NUMBER {
        let Some(at) = phrase.find(long) else { continue };
        let (front, behind) = (phrase.get(..at).unwrap_or(""), phrase.get(at + long.len()..).unwrap_or(""));
        let word_ends = behind.is_empty() || behind.starts_with(' ');
        let joined = !front.is_empty() && !front.ends_with(' ');
        if !word_ends || front.len() + behind.len() < 3 || (joined && *long != "nummer") {
            continue;
        }
        for short in *shorts {
            found(format!("{front}{short}{behind}"));
        }
    }
}

/// Whether a phrase is so short that it counts only alone.
pub(crate) fn is_short(phrase: &str) -> bool {
    phrase.chars().filter(|c| c.is_alphanumeric()).count() <= 3 && !SHORT.contains(&phrase)
}

/// The longest label looked at, in bytes and in words: longer texts are sentences.
const MAX_BYTES: usize = 96;
const MAX_WORDS: usize = 12;

/// The meaning of a label, key, field name or placeholder; `None` for what says nothing of its value.
///
/// Case, accents, punctuation, camel case, snake case and array brackets make no difference.
///
/// ```
/// use milkglass::detect::labels::{classify, FieldClass};
/// assert_eq!(classify("Kartennummer *"), Some(FieldClass::CardNumber));
/// assert_eq!(classify("form[billing][cc_number]"), Some(FieldClass::CardNumber));
/// assert_eq!(classify("promo code"), Some(FieldClass::Reference));
/// assert_eq!(classify("Welcome back"), None);
/// ```
pub fn classify(label: &str) -> Option<FieldClass> {
    find(label).map(|m| m.class)
}

/// The meaning of a label that says nothing else: a heading or a sentence with a word of a label in it has none.
pub(crate) fn classify_whole(label: &str) -> Option<FieldClass> {
    find(label).filter(|m| m.whole).map(|m| m.class)
}

/// Whether a text may be a label at all: the cheap question in front of [`classify`] for texts of a page, most of which are none.
///
/// Takes the text as it stands in JSON, too. No label holds a digit; one of its words is in the table, or long enough to be a
/// compound of which only its parts are.
pub(crate) fn may_be(raw: &[u8]) -> bool {
    if raw.len() < 2 || raw.iter().any(u8::is_ascii_digit) {
        return false;
    }
    let lexicon = lexicon::handle();
    raw.split(|b| b.is_ascii() && !b.is_ascii_alphabetic()).filter(|word| word.len() >= 2).any(|word| {
        let known = match std::str::from_utf8(word) {
            Ok(text) if !text.is_ascii() => lexicon.any(text),
            // The word itself, with what follows it in the text for the load of eight bytes.
            _ => lexicon.ascii(word, word.len()),
        };
        word.len() >= 9 || known & lexicon::LABEL_PHRASE != 0 || known >> lexicon::LABEL_SHIFT != 0
    })
}

/// As [`classify`], and whether the label says nothing else.
///
/// A thread remembers the labels it met last: a page repeats them.
pub(crate) fn find(label: &str) -> Option<Match> {
    if label.is_empty() || label.len() > MAX_BYTES {
        return None;
    }
    let key = lexicon::hash(label.as_bytes(), 0) | 1;
    let slot = usize::try_from(key >> 40).unwrap_or(0) % MEMORY;
    MET.with(|met| {
        if let Some(cell) = met.get(slot) {
            let (k, answer) = cell.get();
            if k == key {
                return answer;
            }
            let answer = words::Split::new(label, MAX_BYTES, MAX_WORDS).and_then(|split| best(&split));
            cell.set((key, answer));
            return answer;
        }
        None
    })
}

/// How many labels a thread remembers; a form or table has some dozen.
const MEMORY: usize = 4096;

type Met = Cell<(u64, Option<Match>)>;

thread_local! {
    static MET: Vec<Met> = vec![Cell::new((0, None)); MEMORY];
}

/// The class named nearest in front of the word with index `index` of a page ("my ssn is"), within its last words and the same sentence.
pub(crate) fn nearest(page: &Page<'_>, index: usize) -> Option<FieldClass> {
    let mut strangers = 0;
    let mut after = page.token(index)?.from();
    for back in 1..=7 {
        let at = index.checked_sub(back)?;
        let token = page.token(at)?;
        let gap = page.bytes.get(token.to()..after)?;
        if after - token.to() > 12
            || page.between(token.to(), after).trim().len() > 3
            || gap.iter().any(|b| matches!(b, b'|' | b';' | b'{' | b'}' | b'<' | b'\t')) && back > 1
            || gap.contains(&b'\n') && (back > 1 || gap.iter().filter(|b| **b == b'\n').count() > 1)
            || gap.starts_with(b". ") && token.len() > 4 && token.label().is_none()
        {
            return None;
        }
        // Two letters joined to a number are its prefix, whatever they are short for: "CF-2026-118".
        let prefix = back == 1 && token.len() <= 2 && gap == b"-";
        let suffix = token.len() <= 4
            && page.before(token.from()) == b'-'
            && at.checked_sub(1).and_then(|i| page.token(i)).is_some_and(|t| t.to() + 1 == token.from() && t.label().is_some());
        after = token.from();
        // An ending or article joined by a hyphen: "CNP-ul", "TAJ-om".
        if suffix {
            continue;
        }
        if prefix || token.is_number() {
            strangers += 1;
            continue;
        }
        let filler = token.means(lexicon::LABEL_FILLER);
        if token.means(lexicon::LABEL_PHRASE)
            && let Some(class) = phrase_ending(page, at)
        {
            return Some(class);
        }
        if let Some(class) = token.label() {
            // Names of people are too common in sentences to say what a number is.
            let person = matches!(class, FieldClass::PersonName | FieldClass::GivenName | FieldClass::FamilyName);
            if !(person || filler && token.means(lexicon::LABEL_WEAK)) {
                return Some(class);
            }
        } else if token.len() >= 7
            && let Some(class) = words::Split::new(page.word(token), 40, 2)
                .and_then(|s| s.stem(&TABLE, s.len() - 1))
                .and_then(|e| FieldClass::ALL.get(usize::from(e.stem)).copied())
        {
            return Some(class);
        }
        if !filler {
            strangers += 1;
            if strangers > 2 {
                return None;
            }
        }
    }
    None
}

/// The class of the longest phrase of several words that ends with the word `last`.
fn phrase_ending(page: &Page<'_>, last: usize) -> Option<FieldClass> {
    let end = page.token(last)?.to();
    for first in last.saturating_sub(4)..last {
        let start = page.token(first)?;
        if end - start.from() > 48 || !start.means(lexicon::LABEL_PHRASE) {
            continue;
        }
        let text = page.between(start.from(), end);
        if text.contains(['\n', '|', ';', '<', '>', '"']) {
            continue;
        }
        let mut hash = fold::SEED;
        text.chars().filter(|c| c.is_alphanumeric() || *c == '°').for_each(|c| fold::fold_char(c, |b| hash = fold::step(hash, b)));
        if let Some(entry) = TABLE.get(fold::finish(hash)).filter(|e| e.flags & table::WHOLE != 0) {
            return FieldClass::ALL.get(usize::from(entry.class)).copied();
        }
    }
    None
}

/// What the table says of one word, for the lexicon: its class and flags.
pub(crate) fn word_entry(word: &str) -> Option<(Option<u8>, bool, bool)> {
    let entry = TABLE.get(fold::hash_words(word))?;
    let whole = entry.flags & table::WHOLE != 0;
    Some((whole.then_some(entry.class), entry.flags & table::WEAK != 0, entry.flags & table::FILLER != 0))
}

fn best(split: &words::Split) -> Option<Match> {
    let n = split.len();
    let mut found: Option<(i64, FieldClass, usize, usize, bool)> = None;
    let mut consider = |class: u8, start: usize, end: usize, weak: bool| {
        let Some(&class) = FieldClass::ALL.get(usize::from(class)) else { return };
        let neutral = matches!(
            class,
            FieldClass::Reference | FieldClass::Product | FieldClass::Amount | FieldClass::Date | FieldClass::Company | FieldClass::Search
        );
        let length = i64::try_from(split.bytes(start, end)).unwrap_or(0);
        let words = i64::try_from(end - start + 1).unwrap_or(0);
        let score =
            words * 1000 + length * 10 + i64::try_from(end).unwrap_or(0) - if neutral { 500 } else { 0 } - if weak { 300 } else { 0 };
        if found.is_none_or(|f| score > f.0) {
            found = Some((score, class, start, end, weak));
        }
    };
    let mut cancel = false;
    let mut filler = 0u32;
    for start in 0..n {
        split.phrases(&TABLE, start, |end, entry| {
            if start == end {
                cancel |= entry.flags & table::CANCEL != 0;
                filler |= u32::from(entry.flags & table::FILLER != 0) << start;
            }
            if entry.flags & table::WHOLE != 0 {
                consider(entry.class, start, end, entry.flags & table::WEAK != 0);
            }
        });
    }
    for start in 0..n {
        if let Some(entry) = split.stem(&TABLE, start) {
            consider(entry.stem, start, start, false);
        }
    }
    if found.is_none() {
        found = compound(split).map(|(class, at)| (0, class, at, at, false));
    }
    let (_, class, start, end, weak) = found?;
    let mut others = (0..n).filter(|i| *i < start || *i > end);
    let whole = others.all(|i| filler & (1 << i) != 0 || split.is_number(i));
    if weak && !whole {
        // A weak word in strange company says nothing.
        return None;
    }
    if weak && split.bytes(start, end) <= 2 && (0..n).any(|i| split.is_number(i)) {
        // Letters that count the fields of a form: "q_4_1", "cb_7", "id1".
        return None;
    }
    let cancelled = cancel && (class.is_sensitive() || matches!(class, FieldClass::Email | FieldClass::Phone));
    Some(Match { class: if cancelled { FieldClass::Product } else { class }, whole })
}

/// The class of a compound by its end: "Benutzerpasswort", "Privathandynummer".
fn compound(split: &words::Split) -> Option<(FieldClass, usize)> {
    use FieldClass::*;
    for at in 0..split.len() {
        for hash in split.suffixes(at, 6) {
            if let Some(entry) = TABLE.get(hash)
                && entry.flags & table::WHOLE != 0
                && entry.flags & table::WEAK == 0
                && let Some(&class) = FieldClass::ALL.get(usize::from(entry.class))
                && matches!(class, Password | Phone | BankAccount | CardNumber | Dob | Email | NationalId | Secret)
            {
                return Some((class, at));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::FieldClass::*;
    use super::*;

    #[test]
    fn labels_of_many_languages() {
        for (label, class) in [
            ("Kartennummer *", CardNumber),
            ("Digicode", Pin),
            ("Search patients", PersonName),
            ("Rechercher un client", PersonName),
            ("Uczulenia na leki", Health),
            ("Fallnummer", Reference),
            ("Numéro de carte :", CardNumber),
            ("Cislo karty", CardNumber),
            ("Číslo karty", CardNumber),
            ("q_card_no", CardNumber),
            ("form[billing][cc_number]", CardNumber),
            ("cardNumber", CardNumber),
            ("CardholderName", CardHolder),
            ("Name on card", CardHolder),
            ("CVV", CardCode),
            ("cc-csc", CardCode),
            ("billing cc-exp", CardExpiry),
            ("Expiry date (MM/YY)", CardExpiry),
            ("Enter your password", Password),
            ("Heslo:", Password),
            ("Salasana", Password),
            ("Jelszó megerősítése", Password),
            ("Benutzerpasswort", Password),
            ("Κωδικός πρόσβασης", Password),
            ("Парола", Password),
            ("one-time-code", OneTimeCode),
            ("SMS-Code", OneTimeCode),
            ("PIN", Pin),
            ("E-Mail-Adresse", Email),
            ("user_email", Email),
            ("billingEmailAddress", Email),
            ("Telefonní číslo", Phone),
            ("Matkapuhelin", Phone),
            ("First name", GivenName),
            ("Vor- und Nachname", PersonName),
            ("Name *", PersonName),
            ("Příjmení", FamilyName),
            ("Fødselsdato", Dob),
            ("Geburtsdatum (TT.MM.JJJJ)", Dob),
            ("Né(e) le", Dob),
            ("IP-Adresse", IpAddress),
            ("PLZ/Ort", City),
            ("Zip code", Postcode),
            ("Straße und Hausnummer", Address),
            ("billing_address_1", Address),
            ("N° de sécurité sociale", NationalId),
            ("Henkilötunnus", NationalId),
            ("USt-IdNr.", VatId),
            ("Kfz-Kennzeichen", LicensePlate),
            ("Rentenversicherungsnr.", NationalId),
            ("N.º de telefone", Phone),
            ("Č. karty", CardNumber),
            ("Рег. № на автомобила", LicensePlate),
            ("apiKey", Secret),
            ("AWS_SECRET_ACCESS_KEY", Secret),
            ("Suche", Search),
        ] {
            assert_eq!(classify(label), Some(class), "{label}");
        }
    }

    #[test]
    fn traps_are_not_sensitive() {
        for label in [
            "country code",
            "promo code",
            "Zip code",
            "Password rules",
            "Forgot password?",
            "Company name",
            "Event name",
            "Order number",
            "Card type",
            "Gift card",
            "Product name",
            "keyboard",
            "Author",
            "description",
            "Add to cart",
            "Session timeout",
            "Email template",
        ] {
            let class = classify(label);
            assert!(!class.is_some_and(FieldClass::is_sensitive), "{label} {class:?}");
        }
        assert_eq!(classify("Company name"), Some(Company));
        assert_eq!(classify("Event name"), Some(Product));
        for label in ["Color name", "q_4_1", "cb_7", "id1"] {
            assert_eq!(classify(label), None, "{label}");
        }
        assert_eq!(classify("q"), Some(Search));
    }
}
