//! Whether a published notice still says what the configuration says.
//!
//! In: a configuration and a published page or text. Out: a [`CheckResult`] with the differing words. White space and
//! mark-up do not count, nor does what stands around the notice on the page.

use std::time::Duration;

use html5gum::{Token, Tokenizer};
use serde::Serialize;
use similar::{ChangeTag, TextDiff};

use super::{Format, Length, render};
use crate::config::Config;
use crate::error::Result;

/// The longest published text that is compared word by word; what is longer is cut.
///
/// A notice has some thousand words. The limit keeps a wrong file from costing minutes.
const WORDS: usize = 200_000;

/// After this time the word diff stops looking for the shortest form: a page that has nothing in common with the notice
/// would otherwise take minutes.
const PATIENCE: Duration = Duration::from_secs(1);

/// How a published text compares with the configuration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CheckResult {
    /// Whether the published text says the same.
    pub matches: bool,
    /// Language that was compared.
    pub language: String,
    /// Text that was compared.
    pub length: Length,
    /// Fingerprint of the configuration.
    pub fingerprint: String,
    /// Fingerprint found in the published text. It may differ although the text matches: not every setting shows in it.
    pub published_fingerprint: Option<String>,
    /// The differing words, in the order of the text; empty if it matches.
    pub differences: Vec<Difference>,
}

/// Words that only one side has, and a few words before them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The last words before the difference.
    pub after: String,
    /// What the configuration says.
    pub expected: String,
    /// What is published.
    pub published: String,
}

impl CheckResult {
    /// The differences as lines of a word diff: `[-expected-]` and `{+published+}`.
    pub fn to_text(&self) -> String {
        let line = |d: &Difference| {
            let mut line = format!("… {}", d.after);
            if !d.expected.is_empty() {
                line.push_str(&format!(" [-{}-]", d.expected));
            }
            if !d.published.is_empty() {
                line.push_str(&format!(" {{+{}+}}", d.published));
            }
            line.push('\n');
            line
        };
        self.differences.iter().map(line).collect()
    }
}

/// Compares a published full notice, as HTML or text, with the configuration.
///
/// # Errors
/// As [`render`].
///
/// ```
/// # let config = milkglass::Config::from_toml("[controller]\nlegal_name = \"A\"\nemail = \"a@shop.example\"\n[[vendor]]\nlegal_name = \"B\"\ncountry = \"CZ\"")?;
/// use milkglass::notice::{self, Format, Length};
/// let page = notice::render(&config, "en", Format::Html, Length::Full)?;
/// assert!(notice::check(&config, "en", &format!("<h1>Shop</h1>{page}<footer>2026</footer>"))?.matches);
/// assert!(!notice::check(&config, "en", &page.replace("30 days", "10 days"))?.matches);
/// # Ok::<(), milkglass::Error>(())
/// ```
pub fn check(config: &Config, language: &str, published: &str) -> Result<CheckResult> {
    check_length(config, language, Length::Full, published)
}

/// Compares a published text of any length, as HTML or text, with the configuration.
///
/// # Errors
/// As [`render`].
pub fn check_length(config: &Config, language: &str, length: Length, published: &str) -> Result<CheckResult> {
    let rendered = match length {
        // What a banner shows; as a text it also names its links and the fingerprint.
        Length::Banner => html_text(&render(config, language, Format::Html, length)?),
        _ => render(config, language, Format::Text, length)?,
    };
    let expected = words(&rendered);
    // A text may hold a name such as "A <b>", so what looks like a page is compared as a text too.
    let plain = words(published);
    let found = if is_html(published) { words(&html_text(published)) } else { plain.clone() };
    let published_fingerprint = fingerprint_in(published);
    let matches = contains(&found, &expected) || contains(&plain, &expected);
    let differences = if matches { Vec::new() } else { differences(&expected, &found) };
    Ok(CheckResult {
        matches,
        language: super::locale::Locale::nearest(language)?.code().to_owned(),
        length,
        fingerprint: config.fingerprint(),
        published_fingerprint,
        differences,
    })
}

/// Whether a tag, an end tag or a declaration is in it; an address between angle brackets is none.
fn is_html(text: &str) -> bool {
    text.split('<').skip(1).any(|rest| {
        let name = rest.trim_start_matches(['/', '!']);
        let end = name.find(|c: char| !c.is_ascii_alphanumeric());
        end.is_some_and(|end| {
            end > 0 && name.get(end..).is_some_and(|after| after.starts_with(|c: char| c == '>' || c == '/' || c.is_whitespace()))
        })
    })
}

/// The text of a page: no tags, no scripts, no styles, entities resolved.
fn html_text(page: &str) -> String {
    let mut text = String::with_capacity(page.len() / 2);
    let mut hidden: Option<Vec<u8>> = None;
    for token in Tokenizer::new(page).flatten() {
        match token {
            Token::StartTag(tag) => {
                if hidden.is_none() && matches!(tag.name.as_slice(), b"script" | b"style" | b"template") && !tag.self_closing {
                    hidden = Some(tag.name.to_vec());
                }
                if !is_inline(&tag.name) {
                    text.push(' ');
                }
            }
            Token::EndTag(tag) => {
                if hidden.as_ref() == Some(&*tag.name) {
                    hidden = None;
                }
                if !is_inline(&tag.name) {
                    text.push(' ');
                }
            }
            Token::String(string) if hidden.is_none() => text.push_str(&String::from_utf8_lossy(&string)),
            _ => {}
        }
    }
    text
}

/// Elements that do not part words.
fn is_inline(name: &[u8]) -> bool {
    matches!(
        name,
        b"a" | b"abbr" | b"b" | b"bdi" | b"code" | b"em" | b"font" | b"i" | b"mark" | b"q" | b"small" | b"span" | b"strong" | b"u" | b"wbr"
    )
}

/// Words without mark-up characters and without the fingerprint, which is compared apart.
fn words(text: &str) -> Vec<String> {
    let fold = |word: &str| -> String { word.chars().filter(|c| !"\\*#_<>`[]{}|".contains(*c)).collect() };
    text.split_whitespace()
        .map(fold)
        .filter(|word| !word.is_empty() && !matches!(word.as_str(), "-" | "•" | "·" | "+") && !word.starts_with("mg1-"))
        .take(WORDS)
        .collect()
}

fn fingerprint_in(text: &str) -> Option<String> {
    text.match_indices("mg1-").find_map(|(at, _)| {
        let digits: String = text.get(at + 4..)?.chars().take_while(char::is_ascii_hexdigit).collect();
        (digits.len() == 32).then(|| format!("mg1-{digits}"))
    })
}

/// Whether the words stand in the page one after the other, whatever the space between them.
fn contains(page: &[String], wanted: &[String]) -> bool {
    !wanted.is_empty() && page.concat().contains(&wanted.concat())
}

/// The differences inside the part of the page that corresponds to the notice.
fn differences(expected: &[String], found: &[String]) -> Vec<Difference> {
    let (a, b): (Vec<&str>, Vec<&str>) = (expected.iter().map(String::as_str).collect(), found.iter().map(String::as_str).collect());
    let diff = TextDiff::configure().timeout(PATIENCE).diff_slices(&a, &b);
    let mut out: Vec<Difference> = Vec::new();
    let mut before: Vec<&str> = Vec::new();
    let mut open = false;
    for change in diff.iter_all_changes() {
        let word = change.value();
        match change.tag() {
            ChangeTag::Equal => {
                open = false;
                before.push(word);
            }
            tag => {
                if !open {
                    let tail = before.get(before.len().saturating_sub(4)..).unwrap_or_default().join(" ");
                    out.push(Difference { after: tail, expected: String::new(), published: String::new() });
                    open = true;
                }
                if let Some(last) = out.last_mut() {
                    let side = if tag == ChangeTag::Delete { &mut last.expected } else { &mut last.published };
                    if !side.is_empty() {
                        side.push(' ');
                    }
                    side.push_str(word);
                }
            }
        }
    }
    // What stands on the page before and after the notice is not of the notice.
    if out.last().is_some_and(|last| open && last.expected.is_empty()) {
        out.pop();
    }
    if out.first().is_some_and(|first| first.after.is_empty() && first.expected.is_empty()) {
        out.remove(0);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config() -> Config {
        let text = "[site]\nname = \"Shop\"\n[controller]\nlegal_name = \"A <b> & Co\"\nemail = \"a@shop.example\"\n[[vendor]]\nlegal_name = \"B\"\ncountry = \"CZ\"\npolicy_url = \"https://vendor.example/a_b\"";
        Config::from_toml(text).unwrap()
    }

    #[test]
    fn every_form_of_the_notice_matches_itself_inside_a_page() {
        for language in ["de", "en", "fr"] {
            for length in [Length::Full, Length::Short, Length::Banner] {
                for format in [Format::Text, Format::Markdown, Format::Html, Format::WordPress] {
                    if length == Length::Banner && format == Format::WordPress {
                        continue; // a policy guide has no banner
                    }
                    let text = render(&config(), language, format, length).unwrap();
                    let page = match format {
                        Format::Text | Format::Markdown => text,
                        _ => format!(
                            "<!doctype html><style>p {{ color: red }}</style><nav>Home</nav>{}<footer>2026</footer>",
                            text.replace('\n', "\r\n   ")
                        ),
                    };
                    let result = check_length(&config(), language, length, &page).unwrap();
                    assert!(result.matches, "{language} {format:?} {length:?}\n{}", result.to_text());
                    assert_eq!(result.published_fingerprint, Some(config().fingerprint()));
                }
            }
        }
    }

    #[test]
    fn a_changed_word_is_shown_and_the_rest_of_the_page_is_not() {
        let page = render(&config(), "de", Format::Html, Length::Full).unwrap();
        let page = format!("<nav>Start</nav>{}<footer>Ende</footer>", page.replace("30 Tagen", "90 Tagen"));
        let result = check(&config(), "de-AT", &page).unwrap();
        assert!(!result.matches && result.language == "de");
        let change =
            Difference { after: "Aufzeichnung löschen wir nach".to_owned(), expected: "30".to_owned(), published: "90".to_owned() };
        assert_eq!(result.differences, [change]);
        assert!(result.to_text().contains("[-30-] {+90+}"));
    }

    #[test]
    fn a_large_page_that_is_something_else_is_compared_in_time() {
        let page: String = (0..200_000u32).map(|i| format!("w{} ", i.wrapping_mul(2_654_435_761) % 5_000)).collect();
        let started = std::time::Instant::now();
        assert!(!check(&config(), "en", &page).unwrap().matches);
        assert!(started.elapsed() < Duration::from_secs(30));
    }

    #[test]
    fn a_page_without_the_notice_does_not_match() {
        for page in ["", "nothing here", "<p>nothing</p>", "<script>", "<", "mg1-00"] {
            assert!(!check(&config(), "en", page).unwrap().matches, "{page}");
        }
    }
}
