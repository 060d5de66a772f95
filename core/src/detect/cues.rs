//! Words that announce personal data in running text: "Dear ...", "my name is ...", "the password is ...". In: a page. Out: hits behind them.

use super::labels::{self, FieldClass};
use super::lexicon::{self, CLOSING, COPULA, GIVEN, GREETING, HONORIFIC, INTRO, MOVED, PARTICLE, PREFIX, SECRET, WEAK};
use super::text::{CAPITAL, Page, TAKEN, Token};
use super::{address, commands, names, values};
use aho_corasick::packed;
use std::sync::LazyLock;

/// Fragments of words that announce something without a digit or sign anywhere. Rare in other texts, none shorter than four
/// bytes, and fewer than fifty: what the vector search takes without slowing down.
///
/// They begin with a capital, which is rare in texts, so that the search seldom stops; "my name is Jane Doe" is found by the name.
const FRAGMENTS: &[&str] = &[
    "Herr",
    "Frau",
    "Mr. ",
    "Mrs.",
    "Mrs ",
    "Ms. ",
    "Dear",
    "Hello ",
    "Hallo ",
    "Mme ",
    "Mlle",
    "Monsieur",
    "Madame ",
    "Sr. ",
    "Sra.",
    "Se\u{f1}or",
    "Sig.",
    "Signor",
    "Gentile",
    "Dott",
    "Dr. ",
    "Pan ",
    "Pan\u{ed} ",
    "Pani ",
    "Mevrouw",
    "Beste ",
    "Geachte",
    "Liebe",
    "Cher ",
    "Ch\u{e8}re",
    "Bonjour ",
    "Estimad",
    "Hola ",
    "Ciao ",
    "Szanown",
    "V\u{e1}\u{17e}en",
    "Kedves",
    "Tisztelt",
    "K\u{e6}re",
    "Fru ",
    "ssword ",
    "senord ",
    "nnwort ",
    "passe ",
    "eslo ",
    "sswort ",
    "twoord ",
    " dot ",
];

static SEARCHER: LazyLock<Option<packed::Searcher>> =
    LazyLock::new(|| packed::Config::new().builder().extend(FRAGMENTS.iter().map(|w| w.as_bytes())).build());

/// The cheap test for texts without digit or separator: does a word announce something, or is the text as short as a name and begins like one?
pub(crate) fn announces(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() < 5 {
        return false;
    }
    if names::pair(bytes) {
        return true;
    }
    match SEARCHER.as_ref() {
        Some(searcher) => searcher.find(bytes).is_some(),
        None => true,
    }
}

/// The longest phrase from word `index` on that has a meaning: its bits and the index behind it.
fn phrase(page: &Page<'_>, index: usize, first: Token) -> (u32, usize) {
    let mut best = (first.bits, index + 1);
    if !first.means(PREFIX) || !page.token(index + 1).is_some_and(|t| t.means(lexicon::SECOND)) {
        return best;
    }
    let mut buffer = [0u8; 64];
    let Some(mut used) = lexicon::fold_into(page.word(first), &mut buffer, 0) else { return best };
    let mut last = first;
    for next in index + 1..index + 5 {
        let Some(token) = page.token(next) else { break };
        let gap = page.between(last.to(), token.from());
        if gap.len() > 3 || !gap.chars().all(|c| matches!(c, ' ' | '\'' | '’' | '.' | '-')) {
            break;
        }
        let Some(more) = lexicon::fold_into(page.word(token), &mut buffer, used) else { break };
        used = more;
        let bits = buffer.get(..used).map_or(0, lexicon::bits_of);
        if bits & !PREFIX & ANNOUNCING != 0 {
            best = (bits, next + 1);
        }
        last = token;
    }
    best
}

/// Closings behind which a name stands on the same line, without a comma.
const SIGNS_OFF: &[&str] = &[
    "mvh",
    "vh",
    "hilsen",
    "hälsningar",
    "terveisin",
    "t",
    "pozdrav",
    "lp",
    "groet",
    "groetjes",
    "gruß",
    "gruss",
    "grüße",
    "lg",
    "vg",
    "mfg",
    "saludos",
    "saluti",
    "cdlt",
    "udv",
    "üdv",
];

/// Meanings that announce what follows.
const ANNOUNCING: u32 = HONORIFIC | GREETING | CLOSING | INTRO | WEAK | MOVED | PREFIX;

pub(crate) fn scan(page: &mut Page<'_>) {
    let mut index = 0;
    while let Some(token) = page.token(index) {
        index += 1;
        if token.bits & (ANNOUNCING | SECRET) == 0 {
            continue;
        }
        if token.means(ANNOUNCING) {
            let (bits, next) = phrase(page, index - 1, token);
            if bits & ANNOUNCING & !PREFIX != 0 {
                announce(page, index - 1, next, bits);
            }
        }
        if token.means(SECRET) && !token.has(TAKEN) {
            password(page, index - 1, token);
        }
    }
}

fn announce(page: &mut Page<'_>, index: usize, next: usize, bits: u32) {
    let (Some(last), Some(following)) = (page.token(next - 1), page.token(next)) else { return };
    let gap = page.between(last.to(), following.from());
    let direct = !gap.is_empty() && gap.len() <= 3 && gap.chars().all(|c| matches!(c, ' ' | '.' | '\u{a0}'));
    if bits & HONORIFIC != 0 && direct && following.has(CAPITAL) {
        let word = page.token(index).map_or("", |t| page.word(t));
        let small = word.len() == 1 && !gap.starts_with('.');
        let lower = word.chars().next().is_some_and(char::is_lowercase);
        // "pan Novák" and "meneer de Vries" are written small; the first letter of a sentence tells nothing.
        if !(small || lower && word.len() <= 2 && !gap.starts_with('.')) {
            let mut from = next;
            // Further titles: "Frau Dr. Prof. ...".
            while page
                .token(from)
                .is_some_and(|t| t.means(HONORIFIC) && page.token(from + 1).is_some_and(|n| n.from() - t.to() <= 2 && n.has(CAPITAL)))
            {
                from += 1;
            }
            if let Some(end) = names::run(page, from, 4, true).map(|e| names::over_common(page, e)) {
                names::hit(page, from, end, 0.85, "name behind a title");
                return;
            }
        }
    }
    if bits & HONORIFIC != 0
        && direct
        && following.means(PARTICLE)
        && let Some(end) = names::run(page, next, 4, true)
    {
        names::hit(page, next, end, 0.85, "name behind a title");
        return;
    }
    if bits & GREETING != 0
        && (direct || gap == ", ")
        && following.has(CAPITAL)
        && let Some(end) = names::run(page, next, 3, false)
    {
        let stop = page.token(end - 1).map_or(0, |t| t.to());
        let behind = page.text.get(stop..).unwrap_or("").trim_start_matches(' ');
        let closes = behind.starts_with([',', '!', '\n', ':', ';', '<', '-']) || page.token(end).is_some_and(|t| t.means(HONORIFIC));
        let known = page.token(next).is_some_and(|t| t.means(GIVEN));
        if (closes && direct || known) && page.token(next).is_some_and(|t| t.len() >= 3 || known) {
            names::hit(page, next, end, if known { 0.85 } else { 0.7 }, "name in a greeting");
            return;
        }
    }
    // The last part of a host name is no greeting: "mail@host.gr".
    let first = page.token(index).map_or(0, |t| t.from());
    if bits & CLOSING != 0 && following.has(CAPITAL) && !matches!(page.before(first), b'.' | b'@') {
        let line = gap.contains('\n')
            && gap.len() <= 12
            && gap.chars().all(|c| c.is_whitespace() || matches!(c, ',' | '.' | '!' | '-' | '–' | '—' | '*'));
        let inline = matches!(gap, ", " | " – " | " - " | ": ");
        // "Mvh Anna Berg": directly behind, on a line of its own.
        let begins = direct && matches!(page.before(first), 0 | b'\n' | b'>');
        if (line || inline || begins)
            && let Some(end) = names::run(page, next, 4, false)
        {
            let stop = page.token(end - 1).map_or(0, |t| t.to());
            let ends_line = page.text.get(stop..).is_none_or(|t| {
                t.trim_start_matches([' ', '.', ',']).is_empty() || t.trim_start_matches([' ', ',']).starts_with(['\n', '<', '(', '|'])
            });
            let known = page.token(next).is_some_and(|t| t.means(GIVEN));
            let pair = end - next >= 2;
            let set_off = page
                .text
                .get(stop..)
                .is_some_and(|t| t.starts_with([',', '\n', '|', '(', '<']) || t.starts_with(" - ") || t.starts_with(" – "));
            if (line && (ends_line || pair && set_off || known))
                || (inline && (known || (pair && ends_line)))
                || (begins
                    && ends_line
                    && pair
                    && (known || page.token(index).is_some_and(|t| SIGNS_OFF.iter().any(|w| w.eq_ignore_ascii_case(page.word(t))))))
            {
                names::hit(page, next, end, if known { 0.85 } else { 0.7 }, "name below a closing");
                return;
            }
        }
    }
    let said = direct || matches!(gap, ": " | ":");
    if bits & (INTRO | WEAK) != 0
        && said
        && following.has(CAPITAL)
        && let Some(end) = names::run(page, next, 4, false)
    {
        let known = (next..end).any(|i| page.token(i).is_some_and(|t| t.means(GIVEN)));
        let strong = bits & INTRO != 0;
        if known && (strong || end - next >= 2) || (strong && end - next >= 2) {
            names::hit(page, next, end, if known { 0.85 } else { 0.6 }, "name behind words that introduce one");
            return;
        }
    }
    if bits & MOVED != 0 && gap.len() <= 4 && !gap.contains('\n') {
        address::behind(page, following.from());
    }
}

/// "the password is x", "Passwort: x" inside a sentence, "mot de passe temporaire est x".
fn password(page: &mut Page<'_>, index: usize, token: Token) {
    if commands::beside_login(page, index) {
        return;
    }
    // Right in front of a sign the word is a label, which was read as a field.
    if matches!(page.byte(token.to()), b':' | b'=' | b'"' | b'\n' | b'\t' | b'<' | 0) {
        return;
    }
    // The phrase that names a secret: "mot de passe", "verification code".
    let found = (1..=4)
        .map_while(|n| page.token(index + n - 1).filter(|t| t.to() - token.from() <= 48 && !t.means(COPULA)).map(|t| (n, t)))
        .find_map(|(n, last)| {
            let class = labels::find(page.between(token.from(), last.to())).filter(|m| m.whole)?.class;
            matches!(class, FieldClass::Password | FieldClass::Pin | FieldClass::OneTimeCode).then_some((index + n, last, class))
        });
    let Some((phrase_end, last, class)) = found else { return };
    let mut at = phrase_end;
    let mut from = last.to();
    // Up to four words lead to the copula: "mot de passe provisoire est", "password for the wifi is".
    while at < phrase_end + 5 {
        let Some(t) = page.token(at) else { return };
        let gap = page.between(from, t.from());
        // "password 'x'", "IDENTIFIED BY 'x'": the value is quoted.
        if at == phrase_end && gap.len() <= 4 && gap.trim_start().starts_with(['\'', '"', '`', '„', '“', '«']) && !gap.contains('\n') {
            values::secret_behind(page, from, class);
            return;
        }
        if gap.contains(['\n', '|', '\t', ';', '<', '"', ',']) || gap.contains(". ") || gap.contains(['?', '!']) {
            return;
        }
        let colon = gap.contains([':', '=']);
        let is = t.means(COPULA) && !colon;
        if colon && at == phrase_end {
            // The label right in front of the sign was read as a field.
            return;
        }
        if is || colon {
            let start = if is { t.to() } else { t.from() };
            values::secret_behind(page, start, class);
            return;
        }
        from = t.to();
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vector_search_takes_the_fragments() {
        assert!(FRAGMENTS.len() < 50 && FRAGMENTS.iter().all(|f| f.len() >= 4));
        assert!(SEARCHER.is_some());
        assert!(announces("Jane Doe wrote this") && announces("Kovács János") && announces("the password is unknown"));
        assert!(!announces("Free shipping on every order") && !announces("New Arrivals"));
    }
}
