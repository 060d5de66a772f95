//! Folds text for comparison: no case, no accents. In: characters. Out: their folded bytes, and 64-bit hashes of them.

/// The start value of the running hash (FNV-1a).
pub(crate) const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// Adds one folded byte to a running hash.
#[inline]
pub(crate) fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
}

/// Mixes the bits of a finished hash, so that its low bits can index a table.
#[inline]
pub(crate) fn finish(hash: u64) -> u64 {
    let h = hash ^ (hash >> 32);
    h.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// One character folded: at most three bytes of lower-case text without accents; nothing for a combining mark.
#[inline]
pub(crate) fn fold_char(c: char, mut push: impl FnMut(u8)) {
    if c.is_ascii() {
        let mut b = [0u8; 4];
        if let Some(first) = c.encode_utf8(&mut b).as_bytes().first() {
            push(first.to_ascii_lowercase());
        }
        return;
    }
    let ascii: &str = match c {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' | 'Ǎ' | 'ǎ' | 'ª' => "a",
        'Æ' | 'æ' => "ae",
        'Ç' | 'ç' | 'Ć'..='č' => "c",
        'Ď'..='đ' | 'Ð' | 'ð' => "d",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => "e",
        'Ĝ'..='ģ' => "g",
        'Ĥ'..='ħ' => "h",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => "i",
        'Ĵ' | 'ĵ' => "j",
        'Ķ'..='ĸ' => "k",
        'Ĺ'..='ł' => "l",
        'Ñ' | 'ñ' | 'Ń'..='ŋ' => "n",
        'Ò'..='Ö' | 'ò'..='ö' | 'Ø' | 'ø' | 'Ō'..='ő' | 'Ơ' | 'ơ' | 'º' | '°' => "o",
        'Œ' | 'œ' => "oe",
        'Ŕ'..='ř' => "r",
        'Ś'..='š' | 'Ș' | 'ș' => "s",
        'ß' | 'ẞ' => "ss",
        'Ţ'..='ŧ' | 'Ț' | 'ț' => "t",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' | 'Ư' | 'ư' => "u",
        'Ŵ' | 'ŵ' => "w",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' => "y",
        'Ź'..='ž' => "z",
        'Þ' | 'þ' => "th",
        '№' => "no",
        '\u{300}'..='\u{36f}' => "",
        _ => {
            let lower = match c {
                'Ά' | 'ά' => 'α',
                'Έ' | 'έ' => 'ε',
                'Ή' | 'ή' => 'η',
                'Ί' | 'ί' | 'Ϊ' | 'ϊ' | 'ΐ' => 'ι',
                'Ό' | 'ό' => 'ο',
                'Ύ' | 'ύ' | 'Ϋ' | 'ϋ' | 'ΰ' => 'υ',
                'Ώ' | 'ώ' => 'ω',
                'ς' => 'σ',
                'Ё' | 'ё' => 'е',
                'Й' | 'й' => 'и',
                _ => c.to_lowercase().next().unwrap_or(c),
            };
            let mut b = [0u8; 4];
            for byte in lower.encode_utf8(&mut b).as_bytes() {
                push(*byte);
            }
            return;
        }
    };
    for byte in ascii.as_bytes() {
        push(*byte);
    }
}

/// The finished hash of the folded letters and digits of `text`; everything else is skipped.
pub(crate) fn hash_words(text: &str) -> u64 {
    let mut hash = SEED;
    for c in text.chars().filter(|c| c.is_alphanumeric() || *c == '№' || *c == 'º' || *c == '°') {
        fold_char(c, |b| hash = step(hash, b));
    }
    finish(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut bytes = Vec::new();
        text.chars().for_each(|c| fold_char(c, |b| bytes.push(b)));
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn folds_case_and_accents() {
        assert_eq!(folded("Číslo Straße Łódź Ærø"), "cislo strasse lodz aero");
        assert_eq!(folded("ΚΩΔΙΚΌΣ Пароль"), "κωδικοσ пароль");
        assert_eq!(hash_words("Card-No."), hash_words("cardno"));
        assert_eq!(hash_words("Größe"), hash_words("grosse"));
    }
}
