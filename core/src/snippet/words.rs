//! The words that tell a sensitive field, for the profile that keeps typed text: the table of labels in, a short list out.
//!
//! The browser reads them more simply than the engine: it knows none of the words that take a meaning back, so it masks more.

use crate::detect::labels::{self, FieldClass};
use crate::redact::is_hidden_in_forms;

/// Phrases joined by `;` as the table writes them: `~` before one that counts only alone, `*` after the beginning of a word.
pub(super) struct Words {
    /// Of fields that are never recorded.
    pub sensitive: String,
    /// Of fields whose typed text the profile masks.
    pub personal: String,
    /// Words that say nothing beside another: "your", "please", "optional".
    pub filler: String,
}

pub(super) fn words() -> Words {
    let mut words = Words { sensitive: String::new(), personal: String::new(), filler: String::new() };
    let mut list: Option<&mut String> = None;
    for line in labels::SOURCE.lines() {
        if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            let class = FieldClass::ALL.iter().copied().find(|class| class.as_str() == name);
            list = match class {
                Some(class) if class.is_sensitive() => Some(&mut words.sensitive),
                Some(class) if is_hidden_in_forms(class) => Some(&mut words.personal),
                None if name == "Filler" => Some(&mut words.filler),
                _ => None,
            };
            continue;
        }
        let (Some(list), Some((_, phrases))) = (list.as_mut(), line.split_once(": ").filter(|_| !line.starts_with('#'))) else { continue };
        for phrase in phrases.split("; ") {
            push(list, phrase);
            let plain = phrase.trim_start_matches('~').trim_end_matches('*');
            labels::abbreviated(plain, |shorter| push(list, if phrase.starts_with('~') { format!("~{shorter}") } else { shorter }));
        }
    }
    words
}

fn push(list: &mut String, phrase: impl AsRef<str>) {
    let phrase = phrase.as_ref();
    if !list.is_empty() {
        list.push(';');
    }
    if !phrase.starts_with('~') && labels::is_short(phrase.trim_end_matches('*')) {
        list.push('~');
    }
    list.push_str(phrase);
}
