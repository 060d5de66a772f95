//! Echoes: what was typed or is known is found again wherever it appears, without being kept.
//!
//! In: values to remember (as keyed hashes alone) and texts to search. Out: the ranges that repeat a value, whatever its case,
//! accents, width or separators: `4111 1111…` is found in `41111111…` and the reverse. A value of eight folded characters or more
//! is found anywhere, a shorter one only as whole words. Which values are remembered at all is decided in `values`.

use crate::error::{Code, Error, Result};

mod fold;
mod hash;
mod index;
mod values;

use fold::{ASCII, Folded, fold};
use hash::Keys;
use index::{Entry, Index, LIMIT};

/// From this folded length on a value is found inside longer words, too.
const LONG: usize = 8;

/// The longest piece that is remembered; a longer value is remembered in pieces, each of which hides its share.
const PIECE: usize = 192;

/// The value came from a sensitive field.
const SENSITIVE: u8 = 1;
/// Found only where the text begins with a capital letter.
const CAPITAL: u8 = 2;
/// A few digits: not found beside a point, a comma or a currency sign, since that is a price.
const NUMBER: u8 = 4;

/// What stands beside an amount.
const CURRENCIES: &[&str] = &[
    "$", "€", "£", "¥", "₹", "₺", "%", "EUR", "USD", "GBP", "CHF", "PLN", "CZK", "SEK", "NOK", "DKK", "HUF", "RON", "zł", "kr", "Kč", "Ft",
    "lei",
];

const MAGIC: &[u8; 4] = b"mge1";
const ENTRY_BYTES: usize = 14;

/// Where a value came from, which decides how readily it is remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TaintClass {
    /// A password, card number or other sensitive field: from four characters.
    Sensitive,
    /// A personal field, or known to the host: whole values from four characters, names also in parts.
    Personal,
    /// Any other masked field: several words, values with digits, e-mail addresses; never a single plain word.
    Typed,
}

/// A range of a text that repeats a value, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub start: usize,
    pub end: usize,
    /// The value came from a sensitive field.
    pub sensitive: bool,
}

/// The values of one session, as keyed hashes.
pub(crate) struct Echo {
    keys: Keys,
    index: Index,
    folded: Vec<u8>,
}

impl std::fmt::Debug for Echo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Echo").field("values", &self.index.entries().len()).finish_non_exhaustive()
    }
}

impl Echo {
    /// Begins with no values. The key must be the session's own and secret: it is what makes the hashes useless to others.
    pub(crate) fn new(key: [u8; 32]) -> Self {
        Echo { keys: Keys::new(&key), index: Index::default(), folded: Vec::new() }
    }

    /// Whether no value is remembered, so that nothing needs scanning.
    pub(crate) fn is_empty(&self) -> bool {
        self.index.entries().is_empty()
    }

    /// Remembers a value, if it is one that can be told from ordinary text.
    pub(crate) fn taint(&mut self, value: &str, class: TaintClass) {
        let Echo { keys, index, folded } = self;
        values::choose(value, class, &mut |text, flags| remember(keys, index, folded, text, flags));
    }

    /// Remembers the parts of a name that may stand alone elsewhere: those of three letters or more.
    pub(crate) fn taint_parts(&mut self, name: &str) {
        let Echo { keys, index, folded } = self;
        values::parts(name, &mut |text, flags| remember(keys, index, folded, text, flags));
    }

    /// Appends the ranges of `text` that repeat a value, sorted and without overlaps.
    pub(crate) fn scan(&self, text: &str, hits: &mut Vec<Hit>) {
        if self.is_empty() {
            return;
        }
        let first = hits.len();
        Scanner { echo: self, text, hits }.run();
        merge(hits, first);
    }

    /// Appends the state: hashes, lengths and flags, sealed with the key.
    pub(crate) fn save(&self, out: &mut Vec<u8>) {
        let start = out.len();
        out.extend_from_slice(MAGIC);
        for entry in self.index.entries() {
            out.extend_from_slice(&entry.full.to_le_bytes());
            out.extend_from_slice(&entry.fast.to_le_bytes());
            out.extend_from_slice(&[entry.length, entry.flags]);
        }
        let seal = self.keys.seal(out.get(start..).unwrap_or_default());
        out.extend_from_slice(&seal.to_le_bytes());
    }

    /// Reads back what [`Echo::save`] wrote.
    ///
    /// # Errors
    /// `state.foreign` where the bytes are cut, altered, of another version, or saved under another key.
    pub(crate) fn restore(key: [u8; 32], bytes: &[u8]) -> Result<Echo> {
        let mut echo = Echo::new(key);
        let foreign = || Error::new(Code::StateForeign, "the saved echoes are of another key or version, or damaged");
        let (body, seal) = bytes.split_last_chunk::<8>().ok_or_else(foreign)?;
        let (records, rest) = body.strip_prefix(MAGIC).ok_or_else(foreign)?.as_chunks::<ENTRY_BYTES>();
        if u64::from_le_bytes(*seal) != echo.keys.seal(body) || !rest.is_empty() || records.len() > LIMIT {
            return Err(foreign());
        }
        let entry = |record: &[u8; ENTRY_BYTES]| -> Option<Entry> {
            let (full, rest) = record.split_first_chunk::<8>()?;
            let (fast, rest) = rest.split_first_chunk::<4>()?;
            let &[length, flags] = rest else { return None };
            Some(Entry { full: u64::from_le_bytes(*full), fast: u32::from_le_bytes(*fast), length, flags })
        };
        echo.index.fill(records.iter().map(entry).collect::<Option<Vec<_>>>().ok_or_else(foreign)?);
        Ok(echo)
    }
}

/// Adds one text to the index, in pieces where it is long. `folded` is a buffer, wiped after use.
fn remember(keys: &Keys, index: &mut Index, folded: &mut Vec<u8>, text: &str, flags: u8) {
    folded.clear();
    for c in text.chars() {
        if let Folded::Bytes(bytes, length) = fold(c) {
            folded.extend_from_slice(bytes.get(..length).unwrap_or_default());
        }
    }
    let mut from = 0;
    while from < folded.len() {
        // The last piece begins early enough to be as long as the others.
        let start = if from > 0 { from.min(folded.len().saturating_sub(PIECE)) } else { 0 };
        let piece = folded.get(start..(start + PIECE).min(folded.len())).unwrap_or_default();
        let mut sip = keys.value();
        piece.iter().for_each(|&b| sip.push(b));
        let window = piece.iter().take(LONG).fold(0u64, |w, &b| (w << 8) | u64::from(b));
        let fast = keys.fast(if piece.len() < LONG { short(window, piece.len()) } else { window });
        let length = u8::try_from(piece.len()).unwrap_or(u8::MAX);
        index.add(Entry { full: sip.finish(), fast, length, flags }, CAPITAL | NUMBER);
        from = start + piece.len();
    }
    folded.fill(0);
    folded.clear();
}

/// The window of a value of fewer than eight bytes: its length stands in the byte that it leaves free.
fn short(window: u64, length: usize) -> u64 {
    let length = u64::try_from(length).unwrap_or_default();
    (window & ((1 << (8 * length)) - 1)) | ((0xf0 | length) << 56)
}

struct Scanner<'a> {
    echo: &'a Echo,
    text: &'a str,
    hits: &'a mut Vec<Hit>,
}

/// What was folded last; small enough to live in registers.
#[derive(Clone, Copy, Default)]
struct Last {
    /// The last eight folded bytes. None is zero, so the top byte says whether there were eight.
    window: u64,
    /// Of the last eight folded bytes, lowest bit last: which begin a token, and which are a capital letter.
    starts: u8,
    capitals: u8,
    inside: bool,
}

impl Last {
    #[inline]
    fn push(&mut self, byte: u8, capital: bool) {
        self.window = (self.window << 8) | u64::from(byte);
        self.starts = (self.starts << 1) | u8::from(!self.inside);
        self.capitals = (self.capitals << 1) | u8::from(capital);
        self.inside = true;
    }
}

impl Scanner<'_> {
    fn run(mut self) {
        let bytes = self.text.as_bytes();
        let (has_long, has_short) = (self.echo.index.has_long, self.echo.index.has_short);
        let mut last = Last::default();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            match ASCII.get(usize::from(byte)) {
                Some(0) => {
                    if last.inside && has_short {
                        self.token_end(last, at);
                    }
                    last.inside = false;
                    at += 1;
                }
                Some(&folded) if folded < 0x80 => {
                    at += 1;
                    last.push(folded, byte.is_ascii_uppercase());
                    if has_long {
                        self.window(last.window, at, 0);
                    }
                }
                _ => {
                    let Some(c) = self.text.get(at..).and_then(|rest| rest.chars().next()) else { break };
                    match fold(c) {
                        Folded::Bytes(folded, length) => {
                            let end = at + c.len_utf8();
                            for (i, &b) in folded.get(..length).unwrap_or_default().iter().enumerate() {
                                last.push(b, c.is_uppercase());
                                self.window(last.window, end, length - i - 1);
                            }
                        }
                        Folded::Separator => {
                            self.token_end(last, at);
                            last.inside = false;
                        }
                        Folded::Invisible => {}
                    }
                    at += c.len_utf8();
                }
            }
        }
        self.token_end(last, bytes.len());
    }

    /// Looks whether the last eight folded bytes begin a long value. The last character ends at `end`, and folds to `more` bytes
    /// after those of the window.
    #[inline]
    fn window(&mut self, window: u64, end: usize, more: usize) {
        if window >> 56 != 0 {
            let fast = self.echo.keys.fast(window);
            if self.echo.index.may_begin(fast) {
                self.long(fast, end, more);
            }
        }
    }

    /// Where the character begins with which the last `count` folded bytes before `end` begin, and how many of its folded bytes come
    /// before them.
    fn back(&self, count: usize, end: usize) -> (usize, usize) {
        let mut seen = 0;
        for (at, c) in self.text.get(..end).unwrap_or_default().char_indices().rev() {
            if let Folded::Bytes(_, length) = fold(c) {
                seen += length;
            }
            if seen >= count {
                return (at, seen - count);
            }
        }
        (0, 0)
    }

    /// A token ends: whole short values may end here.
    #[inline]
    fn token_end(&mut self, last: Last, end: usize) {
        let mut starts = last.starts & 0b0111_1100;
        while starts != 0 && last.inside {
            let back = usize::try_from(starts.trailing_zeros()).unwrap_or_default();
            starts &= starts - 1;
            let fast = self.echo.keys.fast(short(last.window, back + 1));
            if self.echo.index.may_begin(fast) {
                self.short(last, back, end);
            }
        }
    }

    #[cold]
    fn short(&mut self, last: Last, back: usize, end: usize) {
        let length = back + 1;
        let mut sip = self.echo.keys.value();
        for i in (0..length).rev() {
            sip.push(u8::try_from((last.window >> (8 * i)) & 0xff).unwrap_or_default());
        }
        let Some(entry) = self.echo.index.value(sip.finish(), length) else { return };
        let hit = Hit { start: self.back(length, end).0, end, sensitive: entry.flags & SENSITIVE != 0 };
        let capital = (last.capitals >> back) & 1 == 1;
        if (entry.flags & CAPITAL != 0 && !capital) || (entry.flags & NUMBER != 0 && self.is_price(hit)) {
            return;
        }
        self.hits.push(hit);
    }

    /// Whether a number is part of an amount: beside a digit behind a point or comma, or beside a currency.
    fn is_price(&self, hit: Hit) -> bool {
        let before = self.text.get(..hit.start).unwrap_or_default();
        let after = self.text.get(hit.end..).unwrap_or_default();
        let point = |c: char| c == '.' || c == ',';
        let digit = |c: char| c.is_ascii_digit();
        let (before_trimmed, after_trimmed) = (before.trim_end(), after.trim_start());
        before.strip_suffix(point).is_some_and(|rest| rest.ends_with(digit))
            || after.strip_prefix(point).is_some_and(|rest| rest.starts_with(digit))
            || CURRENCIES.iter().any(|c| before_trimmed.ends_with(c) || after_trimmed.starts_with(c))
    }

    /// The last eight bytes begin a value: folds on from there and asks at each length that a value has.
    #[cold]
    fn long(&mut self, fast: u32, end: usize, more: usize) {
        let Some(lengths) = self.echo.index.lengths(fast) else { return };
        let longest = lengths.iter().rposition(|&w| w != 0).map_or(0, |i| {
            let top = lengths.get(i).map_or(0, |w| w.ilog2());
            i * 64 + usize::try_from(top).unwrap_or_default()
        });
        let (start, mut skip) = self.back(LONG + more, end);
        let mut sip = self.echo.keys.value();
        let mut found = None;
        let mut length = 0;
        for (i, c) in self.text.get(start..).unwrap_or_default().char_indices() {
            let Folded::Bytes(bytes, count) = fold(c) else { continue };
            for &byte in bytes.get(..count).unwrap_or_default() {
                if skip > 0 {
                    skip -= 1;
                    continue;
                }
                sip.push(byte);
                length += 1;
                let asked = lengths.get(length / 64).is_some_and(|word| (word >> (length % 64)) & 1 == 1);
                if asked && let Some(entry) = self.echo.index.value(sip.finish(), length) {
                    found = Some(Hit { start, end: start + i + c.len_utf8(), sensitive: entry.flags & SENSITIVE != 0 });
                }
            }
            if length >= longest {
                break;
            }
        }
        self.hits.extend(found);
    }
}

/// Sorts the hits from `first` on and joins those that overlap.
fn merge(hits: &mut Vec<Hit>, first: usize) {
    if hits.len() < first + 2 {
        return;
    }
    let Some(new) = hits.get_mut(first..) else { return };
    new.sort_unstable_by_key(|hit| (hit.start, hit.end));
    let mut kept = 0;
    for i in 1..new.len() {
        let Some(&next) = new.get(i) else { break };
        if let Some(last) = new.get_mut(kept).filter(|last| next.start < last.end) {
            last.end = last.end.max(next.end);
            last.sensitive |= next.sensitive;
        } else {
            kept += 1;
            if let Some(place) = new.get_mut(kept) {
                *place = next;
            }
        }
    }
    hits.truncate(first + kept + 1);
}

#[cfg(test)]
mod tests {
    use super::TaintClass::{Personal, Sensitive, Typed};
    use super::*;

    fn found(values: &[(&str, TaintClass)], text: &str) -> Vec<String> {
        let mut echo = Echo::new([7; 32]);
        for (value, class) in values {
            echo.taint(value, *class);
        }
        let mut hits = Vec::new();
        echo.scan(text, &mut hits);
        hits.iter().map(|h| text[h.start..h.end].to_owned()).collect()
    }

    #[test]
    fn values_are_found_whatever_their_case_accents_and_separators() {
        for (value, text, expected) in [
            ("4111 1111 1111 1111", "card 4111111111111111.", "4111111111111111"),
            ("4111111111111111", "card 4111-1111\u{a0}1111 1111.", "4111-1111\u{a0}1111 1111"),
            ("correct horse", "x CORRECT-HORSE y", "CORRECT-HORSE"),
            ("correct horse", "xcorrecthorsey", "correcthorse"),
            ("Émilie Dupont", "hello emilie  dupont!", "emilie  dupont"),
            ("emilie dupont", "E\u{301}milie\u{200b} Ｄupont", "E\u{301}milie\u{200b} Ｄupont"),
            ("Groß-Gerau", "GROSSGERAU", "GROSSGERAU"),
            ("strasse 12 hof", "Straße 12 Hof", "Straße 12 Hof"),
            ("Παπαδόπουλος", "κ. ΠΑΠΑΔΟΠΟΥΛΟΣ", "ΠΑΠΑΔΟΠΟΥΛΟΣ"),
            ("hunter2", "is hunter2, really", "hunter2"),
        ] {
            assert_eq!(found(&[(value, Sensitive)], text), [expected], "{value} in {text}");
        }
    }

    #[test]
    fn short_values_are_found_as_whole_words_alone() {
        assert_eq!(found(&[("hunter2", Sensitive)], "hunter23 xhunter2 hunter2_x"), ["hunter2"]);
        assert_eq!(found(&[("ab cd", Sensitive)], "x ab-cd y abcd xab cd"), ["ab-cd", "abcd"]);
        assert_eq!(found(&[("4821", Sensitive)], "PIN 4821, 4821.00, $4821, 4821 €, EUR 4821, 14821, 3.4821"), ["4821"]);
    }

    #[test]
    fn ordinary_words_stay() {
        assert_eq!(found(&[("blue", Typed), ("lampshade", Typed)], "blue lampshade"), Vec::<String>::new());
        assert_eq!(found(&[("blue lamps", Typed)], "Results for Blue Lamps"), ["Blue Lamps"]);
        assert_eq!(found(&[("Rose Green", Personal)], "the green rose by Green"), ["Green"]);
        assert_eq!(found(&[("Erika Muster", Personal)], "dear erika, Erikas, MUSTER, Musterweg"), ["erika", "MUSTER"]);
        assert_eq!(found(&[("van der Berg", Personal)], "van der x"), Vec::<String>::new());
    }

    #[test]
    fn hits_are_sorted_merged_and_marked() {
        let mut echo = Echo::new([7; 32]);
        echo.taint("first second", Typed);
        echo.taint("second third", Sensitive);
        let mut hits = vec![Hit { start: 0, end: 1, sensitive: false }];
        echo.scan("a first second third; first second", &mut hits);
        assert_eq!(hits.len(), 3);
        assert_eq!(hits[1], Hit { start: 2, end: 20, sensitive: true });
        assert_eq!(hits[2], Hit { start: 22, end: 34, sensitive: false });
    }

    #[test]
    fn long_values_are_hidden_to_their_end() {
        let long: String = (0..200).map(|i| format!("word{i} ")).collect();
        let all = found(&[(&long, Typed)], &format!("before {long} after"));
        let hidden: usize = all.iter().map(String::len).sum();
        assert!(hidden + 8 >= long.trim().len(), "{hidden} of {}", long.len());
    }

    #[test]
    fn a_saved_state_finds_the_same_and_holds_no_value() {
        let mut echo = Echo::new([7; 32]);
        echo.taint("hunter2 secret", Sensitive);
        echo.taint("Erika Muster", Personal);
        let mut state = Vec::new();
        echo.save(&mut state);
        assert!(memchr::memmem::find(&state, b"hunter").is_none());
        let restored = Echo::restore([7; 32], &state).unwrap();
        let text = "Hunter2-Secret of Frau Muster";
        let (mut one, mut two) = (Vec::new(), Vec::new());
        echo.scan(text, &mut one);
        restored.scan(text, &mut two);
        assert_eq!(one, two);
        assert_eq!(one.len(), 2);
        let mut again = Vec::new();
        restored.save(&mut again);
        assert_eq!(state, again);
        assert_eq!(Echo::restore([8; 32], &state).unwrap_err().code(), "state.foreign");
        for cut in 0..state.len() {
            assert!(Echo::restore([7; 32], &state[..cut]).is_err());
        }
        assert_eq!(format!("{echo:?}"), "Echo { values: 4, .. }");
    }

    /// A plain reading of the rules: fold everything, and look for long values in the whole.
    #[test]
    fn random_texts_agree_with_a_plain_search() {
        let pieces = ["ab", "1", "c", "-", " ", "É", "ß", "\u{200b}", "Ｚ", "王", "ab1", "ssab", "æ"];
        let fold_all = |text: &str| -> Vec<(u8, usize)> {
            let mut out = Vec::new();
            for (at, c) in text.char_indices() {
                if let Folded::Bytes(b, n) = fold(c) {
                    out.extend(b[..n].iter().map(|&b| (b, at)));
                }
            }
            out
        };
        let mut state = 5u64;
        let mut random = |n: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap() % n
        };
        let mut checked = 0;
        for _ in 0..20_000 {
            let value: String = (0..4 + random(8)).map(|_| pieces[random(pieces.len())]).collect();
            let around = [random(6), random(20)].map(|n| (0..n).map(|_| pieces[random(pieces.len())]).collect::<String>());
            let text = if random(2) == 0 { around.join(&value.to_uppercase()) } else { around.concat() };
            let (folded, wanted) = (fold_all(&text), fold_all(&value));
            if wanted.len() < LONG || wanted.iter().all(|(b, _)| b.is_ascii_digit()) {
                continue;
            }
            let mut echo = Echo::new([3; 32]);
            echo.taint(&value, Sensitive);
            if echo.is_empty() {
                continue;
            }
            let mut hits = Vec::new();
            echo.scan(&text, &mut hits);
            for (i, window) in folded.windows(wanted.len()).enumerate() {
                if window.iter().zip(&wanted).all(|((a, _), (b, _))| a == b) {
                    checked += 1;
                    let start = folded[i].1;
                    assert!(hits.iter().any(|h| h.start <= start && start < h.end), "{value:?} in {text:?}");
                }
            }
            for hit in &hits {
                let inside = fold_all(&text[hit.start..hit.end]);
                assert!(inside.len() >= wanted.len(), "{value:?} in {text:?}");
            }
        }
        assert!(checked > 2_000, "{checked}");
    }

    #[test]
    fn ten_thousand_values_keep_their_places() {
        let mut echo = Echo::new([9; 32]);
        for i in 0..10_000 {
            echo.taint(&format!("customer{i:05}@example.com"), Personal);
        }
        let mut hits = Vec::new();
        echo.scan("mail customer04711@example.com, customer99999@example.com", &mut hits);
        assert_eq!(hits, [Hit { start: 5, end: 30, sensitive: false }]);
    }
}
