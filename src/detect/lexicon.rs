//! What single words mean to the scanners: cues, given names, words for streets, months. In: a word. Out: a set of bits, one lookup for all.
//!
//! The words are data: `core/data/cues.txt`, `given_names.txt`, `labels.txt`, and the lists of streets and months below.

use super::{fold, labels};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Meanings of a word; a word may have several ("Pan" announces a name, and is none).
pub(crate) const HONORIFIC: u32 = 1;
pub(crate) const GREETING: u32 = 1 << 1;
pub(crate) const CLOSING: u32 = 1 << 2;
pub(crate) const INTRO: u32 = 1 << 3;
pub(crate) const WEAK: u32 = 1 << 4;
pub(crate) const COPULA: u32 = 1 << 5;
pub(crate) const MOVED: u32 = 1 << 6;
pub(crate) const COMPANY: u32 = 1 << 7;
pub(crate) const PARTICLE: u32 = 1 << 8;
/// A common word that is no part of a name.
pub(crate) const NOT: u32 = 1 << 9;
/// The first word of a longer phrase.
pub(crate) const PREFIX: u32 = 1 << 10;
pub(crate) const GIVEN: u32 = 1 << 11;
/// A word for a street in front of its name.
pub(crate) const STREET_BEFORE: u32 = 1 << 12;
/// A word for a street behind its name.
pub(crate) const STREET_BEHIND: u32 = 1 << 13;
pub(crate) const MONTH: u32 = 1 << 14;
/// A word for `@`, and one for the dot of a host name.
pub(crate) const AT: u32 = 1 << 15;
pub(crate) const DOT: u32 = 1 << 16;
/// A word for a password, PIN or code, or the first word of such a phrase.
pub(crate) const SECRET: u32 = 1 << 17;

/// The word is part of a label of several words.
pub(crate) const LABEL_PHRASE: u32 = 1 << 18;
/// The word means its class only in the company of filler; the word is filler.
pub(crate) const LABEL_WEAK: u32 = 1 << 19;
pub(crate) const LABEL_FILLER: u32 = 1 << 20;
/// The second word of a phrase that announces something.
pub(crate) const SECOND: u32 = 1 << 21;
/// From this bit on: the number of the word's class as a label, plus one.
pub(crate) const LABEL_SHIFT: u32 = 24;

const CUES: &[(&str, u32)] = &[
    ("Honorific", HONORIFIC),
    ("Greeting", GREETING),
    ("Closing", CLOSING),
    ("Intro", INTRO),
    ("Weak", WEAK),
    ("Copula", COPULA),
    ("Moved", MOVED),
    ("Company", COMPANY),
    ("Particle", PARTICLE),
    ("Not", NOT),
];

/// Words for streets that stand in front of the name.
const BEFORE: &str = "rue avenue av boulevard bd bld place chemin impasse allée route quai cours square sentier passage faubourg villa résidence lotissement hameau \
via viale piazza corso largo strada vicolo piazzale contrada borgo rotonda salita lungomare località frazione traversa galleria vico calata stretto incrocio canale piazzetta viottolo rampa discesa lido molo parco \
calle avenida avda plaza paseo camino carretera ronda glorieta travesía callejón pasaje alameda urbanización vial acceso cuesta pasadizo rambla cañada carrer plaça passeig avinguda \
rua travessa praça estrada calçada alameda rúa \
ul ulica al aleja aleje pl plac os osiedle rondo skwer bulwar \
str bulevardul calea aleea șoseaua piața splaiul intrarea \
trg avenija put cesta ulice náměstí nám třída tř nábřeží \
οδός λεωφόρος λεωφ πλατεία ул улица бул булевард пл площад проспект переулок вулиця вул";

/// Words for streets that stand behind the name, in English.
const BEHIND: &str = "street st road rd avenue ave lane ln drive dr court ct square sq place pl boulevard blvd way terrace crescent close grove gardens park row hill mews parade highway hwy parkway pkwy circle cir trail trl loop alley plaza walk rise view green point pass path run ridge bridge bend cove creek crossing dale estate estates expressway extension falls ferry field fields flat flats ford forest forge fork fort freeway glen harbor haven heights hollow inlet island isle junction key knoll knolls lake lakes landing light loaf lock locks lodge mall manor meadow meadows mill mills mission motorway mount mountain neck orchard oval overpass pike pine pines plain plains port ports prairie radial ramp ranch rapid rapids rest ridges river roads rue shoal shoals shore shores skyway spring springs spur spurs station stravenue stream streets summit throughway trace track trafficway tunnel turnpike underpass union unions valley valleys via viaduct village villages ville vista walks wall ways well wells burg burgs bypass camp canyon cape causeway center centers centre cliff cliffs club common commons corner corners course courts coves crest crossroad curve dam divide drives gateway glens greens groves harbors hills islands keys lights manors mountains parks parkways passage points route squares trailer viaducts views";

/// The names of the months in the languages of Europe, as they stand in dates; only whether a word is one matters.
const MONTHS: &str = "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec \
januar februar märz mai juni juli oktober dezember jänner feber mrz okt dez janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr avr juil \
enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene abr ago dic gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug set ott \
januari februari maart augustus mrt mei stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia styczeń luty marzec kwiecień czerwiec lipiec sierpień wrzesień październik listopad grudzień \
ledna února března dubna května června července srpna září října listopadu prosince leden únor březen duben květen červen červenec srpen říjen prosinec \
januára februára apríla mája júna júla augusta septembra októbra novembra decembra janeiro fevereiro março maio junho julho setembro outubro novembro dezembro augusti marts maj \
tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta \
január február március április május június július augusztus szeptember október ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie \
ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου \
siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna studenoga януари февруари март април май юни юли август септември октомври ноември декември \
января февраля марта апреля мая июня июля августа сентября октября ноября декабря січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня \
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık jaanuar veebruar märts aprill juuni juuli detsember janvāra februāra aprīļa maija jūnija jūlija oktobra sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio januarja februarja junija julija avgusta";

const ATS: &str = "at ät æt arroba chiocciola arobase chez zavináč malpa małpa kukac klammeraffe apestaartje snabela alfakrul a";
const DOTS: &str = "dot punkt point punto ponto punt kropka tečka bodka pont piste prick punktum točka punct";

/// Open addressing over the hashes of folded words.
struct Lexicon {
    slots: Vec<(u32, u32)>,
    mask: usize,
    /// Answers most misses from a few kilobytes that stay in the cache.
    bloom: Vec<u64>,
}

/// Bits of the bloom map: some eight for each word.
const BLOOM: u64 = 1 << 18;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(build);

/// The longest word looked up, in folded bytes; phrases are looked up joined.
const LONGEST: usize = 64;

/// Folds a text into a buffer; the number of bytes, `None` where it is too long.
pub(crate) fn fold_into(text: &str, buffer: &mut [u8; LONGEST], mut used: usize) -> Option<usize> {
    if text.is_ascii() {
        for b in text.bytes().filter(u8::is_ascii_alphanumeric) {
            *buffer.get_mut(used)? = b.to_ascii_lowercase();
            used += 1;
        }
        return Some(used);
    }
    for c in text.chars().filter(|c| c.is_alphanumeric()) {
        let mut fits = true;
        fold::fold_char(c, |b| match buffer.get_mut(used) {
            Some(slot) => {
                *slot = b;
                used += 1;
            }
            None => fits = false,
        });
        if !fits {
            return None;
        }
    }
    Some(used)
}

/// A bit that makes letters lower case and leaves digits as they are, in each of eight bytes.
const LOWER: u64 = 0x2020_2020_2020_2020;

/// A hash of bytes, eight at a time; `lower` is set in each eight.
#[inline]
pub(crate) fn hash(bytes: &[u8], lower: u64) -> u64 {
    const K: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut h = u64::try_from(bytes.len()).unwrap_or(0).wrapping_mul(K);
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let mut word = [0u8; 8];
        word.copy_from_slice(chunk);
        h = (h.rotate_left(23) ^ (u64::from_le_bytes(word) | lower)).wrapping_mul(K);
    }
    let rest = chunks.remainder();
    if !rest.is_empty() {
        let tail = rest.iter().rev().fold(0u64, |v, b| (v << 8) | u64::from(*b));
        h = (h.rotate_left(23) ^ (tail | lower)).wrapping_mul(K);
    }
    h ^ (h >> 29)
}

/// The hash of at most eight bytes, as [`hash`] makes it.
#[inline]
fn one(bytes: u64, len: usize) -> u64 {
    const K: u64 = 0x9e37_79b9_7f4a_7c15;
    let h = u64::try_from(len).unwrap_or(0).wrapping_mul(K);
    let h = (h.rotate_left(23) ^ (bytes | LOWER)).wrapping_mul(K);
    h ^ (h >> 29)
}

/// What a word says as a label.
fn label(word: &str) -> u32 {
    labels::word_entry(word).map_or(0, |(class, weak, filler)| {
        class.map_or(0, |c| (u32::from(c) + 1) << LABEL_SHIFT) | if weak { LABEL_WEAK } else { 0 } | if filler { LABEL_FILLER } else { 0 }
    })
}

fn build() -> Lexicon {
    let mut words: HashMap<Vec<u8>, u32> = HashMap::new();
    let mut add = |phrase: &str, bits: u32| {
        let mut buffer = [0u8; LONGEST];
        if let Some(folded) = fold_into(phrase, &mut buffer, 0).and_then(|n| buffer.get(..n)).filter(|f| bits != 0 && !f.is_empty()) {
            *words.entry(folded.to_vec()).or_default() |= bits;
        }
    };
    let mut class = 0;
    for line in include_str!("../../data/cues.txt").lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            class = CUES.iter().find(|(n, _)| *n == name).map_or(0, |(_, bit)| *bit);
            continue;
        }
        for phrase in line.split_once(": ").map_or("", |(_, rest)| rest).split("; ") {
            add(phrase, class);
            let mut words = phrase.split(' ');
            if let (Some(first), Some(second)) = (words.next(), words.next()) {
                add(first, PREFIX);
                add(second, SECOND);
            }
        }
    }
    let mut secret = 0;
    for line in include_str!("../../data/labels.txt").lines().filter(|l| !l.starts_with('#')) {
        if line.starts_with('[') {
            secret = if matches!(line, "[Password]" | "[Pin]" | "[OneTimeCode]") { SECRET } else { 0 };
            continue;
        }
        for phrase in line.split_once(": ").map_or("", |(_, rest)| rest).split("; ") {
            let phrase = phrase.trim_matches(['~', '*']);
            let several = if phrase.contains(' ') { LABEL_PHRASE } else { 0 };
            add(phrase.split(' ').next().unwrap_or(phrase), secret);
            phrase.split(' ').for_each(|word| add(word, several | label(word)));
        }
    }
    for line in include_str!("../../data/given_names.txt").lines().filter(|l| !l.starts_with('#')) {
        line.split_whitespace().for_each(|w| add(w, GIVEN));
    }
    for (list, bit) in [(BEFORE, STREET_BEFORE), (BEHIND, STREET_BEHIND), (MONTHS, MONTH), (ATS, AT), (DOTS, DOT)] {
        list.split_whitespace().for_each(|w| add(w, bit));
    }
    let size = (words.len() * 2).next_power_of_two();
    let mut lexicon = Lexicon { slots: vec![(0, 0); size], mask: size - 1, bloom: vec![0; usize::try_from(BLOOM / 64).unwrap_or(0)] };
    for (word, bits) in &words {
        let h = hash(word, LOWER);
        let tag = u32::try_from(h >> 32).unwrap_or(0) | 1;
        let (cell, bit) = bloom(h);
        if let Some(cell) = lexicon.bloom.get_mut(cell) {
            *cell |= bit;
        }
        let mut at = usize::try_from(h & 0xffff_ffff).unwrap_or(0) & lexicon.mask;
        while let Some(slot) = lexicon.slots.get_mut(at) {
            if slot.0 == 0 {
                *slot = (tag, *bits);
                break;
            }
            at = (at + 1) & lexicon.mask;
        }
    }
    lexicon
}

#[inline]
fn bloom(h: u64) -> (usize, u64) {
    let n = (h >> 20) % BLOOM;
    (usize::try_from(n / 64).unwrap_or(0), 1 << (n % 64))
}

#[inline]
fn get(lexicon: &Lexicon, h: u64) -> u32 {
    let (cell, bit) = bloom(h);
    if lexicon.bloom.get(cell).is_none_or(|c| c & bit == 0) {
        return 0;
    }
    let tag = u32::try_from(h >> 32).unwrap_or(0) | 1;
    let mut at = usize::try_from(h & 0xffff_ffff).unwrap_or(0) & lexicon.mask;
    while let Some(slot) = lexicon.slots.get(at) {
        if slot.0 == tag {
            return slot.1;
        }
        if slot.0 == 0 {
            break;
        }
        at = (at + 1) & lexicon.mask;
    }
    0
}

/// A handle on the lexicon, so that a loop over words does not ask each time whether it was built.
#[derive(Clone, Copy)]
pub(crate) struct Handle(&'static Lexicon);

/// The lexicon.
pub(crate) fn handle() -> Handle {
    Handle(&LEXICON)
}

impl Handle {
    /// The meanings of the ASCII word of `len` bytes at the beginning of `text`.
    #[inline]
    pub(crate) fn ascii(self, text: &[u8], len: usize) -> u32 {
        if len <= 8
            && let Some(eight) = text.first_chunk::<8>()
        {
            // One load: the bytes behind the word are masked out.
            let keep = if len == 8 { u64::MAX } else { (1u64 << (len * 8)) - 1 };
            return get(self.0, one(u64::from_le_bytes(*eight) & keep, len));
        }
        get(self.0, hash(text.get(..len).unwrap_or(&[]), LOWER))
    }

    /// The meanings of a word.
    pub(crate) fn any(self, word: &str) -> u32 {
        let mut buffer = [0u8; LONGEST];
        fold_into(word, &mut buffer, 0).and_then(|n| buffer.get(..n)).map_or(0, |folded| get(self.0, hash(folded, LOWER)))
    }
}

/// The meanings of a word or joined phrase.
pub(crate) fn bits(word: &str) -> u32 {
    handle().any(word)
}

/// The meanings of folded bytes.
pub(crate) fn bits_of(folded: &[u8]) -> u32 {
    get(&LEXICON, hash(folded, LOWER))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_their_meanings() {
        assert!(bits("Herr") & HONORIFIC != 0 && bits("Émilie") & GIVEN != 0 && bits("prosince") & MONTH != 0);
        assert!(bits("Pan") & (HONORIFIC | NOT) == HONORIFIC | NOT);
        assert!(
            handle().ascii(b"ALEXANDER", 9) & GIVEN != 0
                && handle().ascii(b"Rue de x y", 3) & STREET_BEFORE != 0
                && handle().ascii(b"Rue", 3) & STREET_BEFORE != 0
        );
        assert_eq!(bits("zyxwv"), 0);
    }
}
