//! The pages' words in each language.
//!
//! In: a language cookie or `Accept-Language`. Out: a [`Texts`] table and the way that language
//! writes numbers, sizes and dates. A table with a missing text does not compile.

mod de;
mod en;
mod fr;

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// A language that the pages speak.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Language {
    /// German.
    De,
    /// French.
    Fr,
    /// English, for everybody else too.
    En,
}

impl Language {
    /// All of them, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::De, Self::Fr, Self::En];

    /// The BCP 47 tag, as in the `lang` attribute.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The language with this tag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// The best of our languages for an `Accept-Language` header; English if none fits.
    #[must_use]
    pub fn negotiate(header: &str) -> Self {
        let mut best: Option<(f32, Self)> = None;
        for entry in header.split(',') {
            let mut parts = entry.split(';').map(str::trim);
            let tag = parts.next().unwrap_or_default().to_ascii_lowercase();
            let primary = tag.split('-').next().unwrap_or_default();
            let weight = parts
                .find_map(|part| part.strip_prefix("q="))
                .map_or(Some(1.0), |weight| weight.parse().ok())
                .filter(|weight: &f32| *weight > 0.0);
            if let (Some(language), Some(weight)) = (Self::from_tag(primary), weight)
                && best.is_none_or(|(top, _)| weight > top)
            {
                best = Some((weight, language));
            }
        }
        best.map_or(Self::En, |(_, language)| language)
    }

    /// The words.
    #[must_use]
    pub fn texts(self) -> &'static Texts {
        match self {
            Self::De => &de::TEXTS,
            Self::Fr => &fr::TEXTS,
            Self::En => &en::TEXTS,
        }
    }

    /// A count with the language's thousands separator.
    #[must_use]
    pub fn number(self, value: i64) -> String {
        let digits = value.unsigned_abs().to_string();
        let mut out = String::new();
        if value < 0 {
            out.push('\u{2212}');
        }
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && digits.len().saturating_sub(index).is_multiple_of(3) {
                out.push(self.texts().thousands);
            }
            out.push(digit);
        }
        out
    }

    /// A size with one decimal, in the unit that fits.
    #[must_use]
    pub fn size(self, bytes: i64) -> String {
        let texts = self.texts();
        let mut tenths = bytes.max(0).saturating_mul(10);
        let mut unit = 0_usize;
        while tenths >= 10_000 && unit < texts.units.len().saturating_sub(1) {
            tenths = tenths.saturating_add(500) / 1000;
            unit = unit.saturating_add(1);
        }
        let name = texts.units.get(unit).copied().unwrap_or_default();
        let whole = self.number(tenths / 10);
        if unit == 0 { format!("{whole}\u{a0}{name}") } else { format!("{whole}{}{}\u{a0}{name}", texts.decimal, tenths % 10) }
    }

    /// Date and time in UTC; the page's script turns it into the reader's own time zone.
    #[must_use]
    pub fn moment(self, millis: i64) -> String {
        Timestamp::from_millisecond(millis)
            .map_or_else(|_| "\u{2013}".to_owned(), |at| at.to_zoned(TimeZone::UTC).strftime(self.texts().moment).to_string())
    }
}

/// The same moment for a machine.
#[must_use]
pub fn machine_moment(millis: i64) -> String {
    Timestamp::from_millisecond(millis).map(|at| at.to_string()).unwrap_or_default()
}

/// A span as minutes and seconds, with hours where there are any.
#[must_use]
pub fn duration(millis: i64) -> String {
    let seconds = millis.max(0) / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// Every text of the pages in one language.
#[allow(missing_docs, reason = "the name of a field says which text it is; the English table shows it")]
pub struct Texts {
    pub name: &'static str,
    pub thousands: char,
    pub decimal: char,
    pub units: [&'static str; 4],
    pub moment: &'static str,

    pub skip_to_content: &'static str,
    pub language: &'static str,
    pub main_navigation: &'static str,
    pub recordings: &'static str,
    pub account: &'static str,
    pub sign_out: &'static str,
    pub footer: &'static str,

    pub sign_in: &'static str,
    pub sign_in_intro: &'static str,
    pub email: &'static str,
    pub password: &'static str,
    pub sign_in_failed: &'static str,
    pub too_many_attempts: &'static str,
    pub signed_out: &'static str,

    pub setup: &'static str,
    pub setup_intro: &'static str,
    pub setup_button: &'static str,
    pub setup_over: &'static str,

    pub password_rule: &'static str,
    pub repeat_password: &'static str,
    pub email_invalid: &'static str,
    pub password_short: &'static str,
    pub password_long: &'static str,
    pub password_weak: &'static str,
    pub passwords_differ: &'static str,

    pub no_recordings: &'static str,
    pub no_recordings_hint: &'static str,
    pub list_caption: &'static str,
    pub column_start: &'static str,
    pub column_site: &'static str,
    pub column_entry: &'static str,
    pub column_duration: &'static str,
    pub column_pages: &'static str,
    pub column_events: &'static str,
    pub column_size: &'static str,
    pub column_fingerprint: &'static str,
    pub column_actions: &'static str,
    pub play: &'static str,
    pub delete: &'static str,
    pub newer: &'static str,
    pub older: &'static str,
    pub list_pages: &'static str,
    pub page_of: fn(&str, &str) -> String,

    pub recording: &'static str,
    pub back_to_list: &'static str,
    pub player_loading: &'static str,
    pub player_missing: &'static str,
    pub player_needs_script: &'static str,
    pub player_empty: &'static str,
    pub player_failed: &'static str,
    pub player_label: &'static str,
    pub controls: &'static str,
    pub play_pause: &'static str,
    pub back_5: &'static str,
    pub forward_5: &'static str,
    pub restart: &'static str,
    pub keyboard_hint: &'static str,
    pub details: &'static str,
    pub session: &'static str,
    pub raw_size: &'static str,
    pub pages_visited: &'static str,
    pub fingerprint_hint: &'static str,

    pub delete_question: &'static str,
    pub delete_explained: &'static str,
    pub delete_for_good: &'static str,
    pub cancel: &'static str,
    pub deleted: &'static str,

    pub account_intro: fn(&str) -> String,
    pub change_password: &'static str,
    pub current_password: &'static str,
    pub new_password: &'static str,
    pub password_wrong: &'static str,
    pub password_changed: &'static str,
    pub sign_out_intro: &'static str,

    pub not_found: &'static str,
    pub not_found_text: &'static str,
    pub refused: &'static str,
    pub refused_text: &'static str,
    pub busy: &'static str,
    pub busy_text: &'static str,
    pub failed: &'static str,
    pub failed_text: &'static str,
    pub too_large: &'static str,
    pub to_start: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_known_language_wins() {
        assert_eq!(Language::negotiate("de-CH,en;q=0.8"), Language::De);
        assert_eq!(Language::negotiate("it, fr;q=0.7, en;q=0.3"), Language::Fr);
        assert_eq!(Language::negotiate("en;q=0.3, de;q=0.9"), Language::De);
        assert_eq!(Language::negotiate("de;q=0, ja"), Language::En);
        assert_eq!(Language::negotiate(""), Language::En);
    }

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(Language::En.number(1_234_567), "1,234,567");
        assert_eq!(Language::De.number(1_234), "1.234");
        assert_eq!(Language::Fr.number(999), "999");
        assert_eq!(Language::De.size(1_550), "1,6\u{a0}kB");
        assert_eq!(Language::Fr.size(2_500_000), "2,5\u{a0}Mo");
        assert_eq!(Language::En.size(999), "999\u{a0}B");
    }

    #[test]
    fn moments_and_spans() {
        assert_eq!(Language::De.moment(1_790_000_000_000), "21.09.2026, 14:13");
        assert_eq!(Language::En.moment(1_790_000_000_000), "21 Sep 2026, 14:13");
        assert_eq!(duration(65_000), "1:05");
        assert_eq!(duration(3_661_000), "1:01:01");
    }
}
