//! Decides what of a value is remembered: the whole, its parts, other writings of it, or nothing because it is an ordinary word.
//!
//! In: a value and where it came from. Out: texts to remember, each with flags. This is where "blue" typed into a search box is
//! told from a name.

use super::fold::{Folded, fold};
use super::{CAPITAL, NUMBER, SENSITIVE, TaintClass};

/// Words that are no part of a name worth hiding: particles, titles, and words of forms.
#[rustfmt::skip]
const NEVER: &[&str] = &[
    "and", "auf", "aus", "bei", "bin", "bis", "bon", "bte", "can", "dal", "das", "dei", "del", "della", "delle", "dem", "den",
    "der", "des", "die", "dos", "doctor", "dott", "dra", "ein", "est", "est.", "et", "family", "familie", "for", "frau", "from",
    "fru", "ges", "gmbh", "haus", "herr", "home", "inc", "les", "los", "las", "llc", "ltd", "madame", "miss", "mit", "monsieur",
    "mr", "mrs", "msc", "name", "new", "non", "not", "oder", "org", "pan", "pani", "phd", "por", "prof", "san", "santa", "saint",
    "senor", "senora", "shop", "sig", "sir", "the", "und", "und", "van", "vande", "vanden", "vander", "ver", "vom", "von", "web",
    "with", "www", "you", "your", "zum", "zur",
];

/// Names that are ordinary words, too: hidden only where the text writes them with a capital letter.
#[rustfmt::skip]
const ORDINARY: &[&str] = &[
    "amber", "angel", "april", "august", "autumn", "banks", "baker", "banker", "bauer", "becker", "berg", "black", "blanc",
    "bonnet", "braun", "bridge", "bright", "brook", "brown", "bruno", "bush", "butler", "camp", "carpenter", "carter", "chance",
    "chase", "chef", "church", "clark", "clear", "cliff", "coach", "cole", "cook", "cooper", "couture", "crane", "cross", "crystal",
    "daisy", "dawn", "dean", "diamond", "dolce", "dragon", "earl", "easter", "engel", "english", "faith", "farmer", "field",
    "fields", "finder", "fischer", "fisher", "fleur", "flora", "flores", "flower", "forest", "foster", "fountain", "france",
    "frank", "french", "freund", "frost", "fuchs", "garden", "gardener", "gerber", "ginger", "glass", "gold", "golden", "grace",
    "grand", "grant", "green", "gross", "gruen", "gruenwald", "guide", "hall", "harmony", "hartmann", "haven", "heart", "heaven",
    "holiday", "holly", "honey", "hope", "hunter", "iris", "ivory", "jade", "jasmine", "jewel", "journey", "joy", "judge", "junior",
    "jung", "justice", "kaiser", "kelly", "king", "klein", "knight", "koch", "koenig", "kraft", "kranz", "krause", "kurz", "lang",
    "lange", "large", "laurel", "legrand", "lemon", "leroy", "liberty", "light", "lily", "linde", "little", "london", "long",
    "love", "maler", "maria", "mark", "market", "marsh", "martin", "mason", "master", "maurer", "melody", "mercedes", "mercy",
    "meyer", "miller", "moon", "morgen", "mueller", "neumann", "noble", "north", "ocean", "olive", "page", "palmer", "paris",
    "parker", "park", "pearl", "penny", "petit", "piper", "point", "poppy", "porter", "power", "price", "prince", "pryor", "queen",
    "raven", "read", "reader", "reed", "reich", "richter", "ritter", "river", "rivers", "robin", "romero", "rose", "rosso", "ruby",
    "sage", "sandy", "savage", "scarlet", "schaefer", "schmidt", "schneider", "schulz", "schwarz", "search", "senior", "sharp",
    "shepherd", "short", "silver", "singer", "skinner", "skipper", "smith", "sommer", "south", "spring", "stark", "starr", "stein",
    "stern", "stone", "storm", "street", "strong", "summer", "sunny", "swan", "sweet", "tailor", "taylor", "temple", "terra",
    "thorne", "tiger", "tracer", "turner", "vale", "violet", "vogel", "voigt", "waechter", "wagner", "walker", "ward", "waters",
    "weaver", "weber", "weiss", "wells", "west", "white", "willow", "winter", "winters", "wise", "wolf", "wolff", "wood", "woods",
    "world", "worth", "young", "ziegler", "zimmermann",
];

/// What a value is made of.
#[derive(Clone, Copy, Default, Debug)]
struct Facts {
    /// Characters compared; one of a script without an alphabet counts twice, since two of them are a name already.
    units: usize,
    letters: usize,
    digits: usize,
    tokens: usize,
    at: bool,
    /// Digits, points and commas alone, with at least one of the latter: an amount.
    amount: bool,
}

fn facts(value: &str) -> Facts {
    let mut facts = Facts::default();
    let (mut inside, mut marks, mut others) = (false, 0usize, 0usize);
    for c in value.chars() {
        match fold(c) {
            Folded::Bytes(bytes, length) => {
                let digit = bytes.first().is_some_and(u8::is_ascii_digit);
                facts.units += if length > 2 { 2 } else { 1 };
                facts.digits += usize::from(digit);
                facts.letters += usize::from(!digit);
                facts.tokens += usize::from(!inside);
                inside = true;
            }
            Folded::Separator => {
                inside = false;
                marks += usize::from(c == '.' || c == ',');
                others += usize::from(c != '.' && c != ',');
                facts.at |= c == '@';
            }
            Folded::Invisible => {}
        }
    }
    facts.amount = facts.letters == 0 && marks > 0 && others == 0;
    facts
}

/// Calls `keep` with each text to remember for a value, and its flags.
pub(super) fn choose(value: &str, class: TaintClass, keep: &mut dyn FnMut(&str, u8)) {
    let value = value.trim();
    let facts = facts(value);
    let sensitive = if class == TaintClass::Sensitive { SENSITIVE } else { 0 };
    if facts.letters == 0 {
        numbers(value, facts, class, sensitive, keep);
        return;
    }
    match class {
        TaintClass::Sensitive if facts.units >= 4 => keep(value, sensitive),
        TaintClass::Sensitive => {}
        TaintClass::Personal if facts.tokens == 1 && facts.digits == 0 => word(value, facts, keep),
        TaintClass::Personal if facts.units >= 4 => {
            whole(value, facts, keep);
            let name_like = facts.digits == 0 && !facts.at && (2..=4).contains(&facts.tokens);
            if name_like {
                parts(value, keep);
            }
        }
        TaintClass::Typed => {
            let several_words = facts.tokens >= 2 && facts.units >= 8;
            let mixed = facts.digits > 0 && facts.units >= 5;
            if several_words || mixed || (facts.at && facts.units >= 5) {
                whole(value, facts, keep);
            }
        }
        TaintClass::Personal => {}
    }
}

/// Calls `keep` with each part of a name that may stand alone elsewhere.
pub(super) fn parts(name: &str, keep: &mut dyn FnMut(&str, u8)) {
    for part in name.split(|c: char| !c.is_alphanumeric() && !matches!(fold(c), Folded::Invisible)) {
        let facts = facts(part);
        if facts.digits == 0 {
            word(part, facts, keep);
        }
    }
}

/// One word of letters. Short names and names that are ordinary words count only with a capital letter.
fn word(word: &str, facts: Facts, keep: &mut dyn FnMut(&str, u8)) {
    let mut lower = String::with_capacity(word.len());
    for c in word.chars() {
        if let Folded::Bytes(bytes, length) = fold(c) {
            lower.push_str(std::str::from_utf8(bytes.get(..length).unwrap_or_default()).unwrap_or_default());
        }
    }
    if facts.units < 3 || NEVER.contains(&lower.as_str()) {
        return;
    }
    let ordinary = facts.units < 5 || ORDINARY.contains(&lower.as_str());
    // Scripts without capital letters can't tell; their words are hidden always.
    let has_case = word.chars().any(|c| c.is_lowercase() || c.is_uppercase());
    let flags = if ordinary && has_case { CAPITAL } else { 0 };
    keep(word, flags);
    spellings(word, flags, keep);
}

/// A value with letters as a whole, in its other writings.
fn whole(value: &str, facts: Facts, keep: &mut dyn FnMut(&str, u8)) {
    keep(value, 0);
    spellings(value, 0, keep);
    if facts.at
        && let Some((local, _)) = value.split_once('@')
    {
        let made = local.contains(|c: char| c.is_ascii_digit() || "._-+".contains(c));
        if made && local.len() >= 5 {
            keep(local, 0);
        }
    }
}

/// German umlauts are written with an e where they are missing, and that is read as an umlaut.
fn spellings(value: &str, flags: u8, keep: &mut dyn FnMut(&str, u8)) {
    let lower = value.to_lowercase();
    for pairs in [[("ä", "ae"), ("ö", "oe"), ("ü", "ue")], [("ae", "a"), ("oe", "o"), ("ue", "u")]] {
        if pairs.iter().any(|(from, _)| lower.contains(from)) {
            let mut spelled = lower.clone();
            for (from, to) in pairs {
                spelled = spelled.replace(from, to);
            }
            if facts(&spelled).units >= 4 {
                keep(&spelled, flags);
            }
        }
    }
}

/// A value without letters: a number of something, a date, a code.
fn numbers(value: &str, facts: Facts, class: TaintClass, flags: u8, keep: &mut dyn FnMut(&str, u8)) {
    let least = if class == TaintClass::Typed { 6 } else { 4 };
    if facts.digits < least || (class != TaintClass::Sensitive && facts.amount && facts.digits < 8 && !is_date(value)) {
        return;
    }
    let year = facts.digits == 4 && facts.tokens == 1 && (value.starts_with("19") || value.starts_with("20"));
    if year {
        return;
    }
    keep(value, flags | if facts.digits < super::LONG { NUMBER } else { 0 });
    if class == TaintClass::Sensitive {
        return;
    }
    // A telephone number is written with and without its country code: its last nine digits are in both.
    if (10..=15).contains(&facts.digits) && value.starts_with(['+', '0', '(']) {
        let mut left = 9;
        let start = value.char_indices().rev().find(|(_, c)| {
            left -= usize::from(c.is_ascii_digit());
            left == 0
        });
        keep(start.and_then(|(at, _)| value.get(at..)).unwrap_or(value), flags);
    }
    for date in dates(value) {
        keep(&date, flags | if date.len() < super::LONG { NUMBER } else { 0 });
    }
}

fn is_date(value: &str) -> bool {
    value.split(['.', '-', '/']).map(str::len).filter(|n| matches!(n, 1 | 2 | 4)).count() == 3
}

/// The other orders in which a date is written, for one that begins or ends with its year.
fn dates(value: &str) -> Vec<String> {
    let parts: Vec<&str> = value.split(['-', '.', '/', ' ']).filter(|p| !p.is_empty()).collect();
    let &[a, b, c] = parts.as_slice() else { return Vec::new() };
    let (year, first, second) = match (a.len(), b.len(), c.len()) {
        (4, 1 | 2, 1 | 2) => (a, c, b),
        (1 | 2, 1 | 2, 4) => (c, a, b),
        _ => return Vec::new(),
    };
    let two = |part: &str| format!("{part:0>2}");
    let (x, y) = (two(first), two(second));
    let short = |part: &str| part.trim_start_matches('0').to_owned();
    vec![
        format!("{year}{y}{x}"),
        format!("{year}{x}{y}"),
        format!("{x}{y}{year}"),
        format!("{y}{x}{year}"),
        format!("{}{}{year}", short(&x), short(&y)),
        format!("{}{}{year}", short(&y), short(&x)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(value: &str, class: TaintClass) -> Vec<String> {
        let mut out = Vec::new();
        choose(value, class, &mut |text, flags| out.push(format!("{text}{}", if flags & CAPITAL != 0 { "^" } else { "" })));
        out
    }

    #[test]
    fn ordinary_words_and_short_values_are_not_remembered() {
        use TaintClass::{Personal, Sensitive, Typed};
        for (value, class) in [
            ("blue", Typed),
            ("lampshades", Typed),
            ("42", Typed),
            ("12345", Typed),
            ("1.999,00", Typed),
            ("a b", Typed),
            ("123", Sensitive),
            ("abc", Sensitive),
            ("2026", Personal),
            ("12", Personal),
            ("de", Personal),
            ("von", Personal),
            ("", Sensitive),
        ] {
            assert_eq!(kept(value, class), Vec::<String>::new(), "{value}");
        }
    }

    #[test]
    fn names_are_remembered_whole_and_in_parts() {
        assert_eq!(kept("Erika von Muster", TaintClass::Personal), ["Erika von Muster", "Erika", "Muster"]);
        assert_eq!(kept("Rose", TaintClass::Personal), ["Rose^"]);
        assert_eq!(kept("Jürgen", TaintClass::Personal), ["Jürgen", "juergen"]);
        assert_eq!(kept("Ian", TaintClass::Personal), ["Ian^"]);
        assert_eq!(kept("王小", TaintClass::Personal), ["王小"]);
    }

    #[test]
    fn other_writings_are_remembered_too() {
        assert_eq!(kept("+1 555 010 01234", TaintClass::Typed), ["+1 555 010 01234", "5 010 01234"]);
        assert!(kept("1990-04-07", TaintClass::Personal).contains(&"07041990".to_owned()));
        assert!(kept("1990-04-07", TaintClass::Personal).contains(&"741990".to_owned()));
        assert_eq!(kept("anna.m@example.com", TaintClass::Personal), ["anna.m@example.com", "anna.m"]);
    }

    #[test]
    fn lists_are_lower_case() {
        assert!(NEVER.iter().chain(ORDINARY).all(|w| w.to_lowercase() == **w));
    }
}
