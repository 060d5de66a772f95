//! The words of the notice: a language in, whole clauses out.
//!
//! One Fluent file per language is embedded; a message that does not exist or lacks a variable is an error, never a gap.
//! Dates and lists are ICU4X's, names of countries the CLDR's.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use icu_calendar::{Date, Gregorian};
use icu_datetime::{FixedCalendarDateTimeFormatter, fieldsets::YMD};
use icu_list::{ListFormatter, options::ListFormatterOptions};
use icu_locale_core::Locale as IcuLocale;
use unic_langid::LanguageIdentifier;

use super::place;
use crate::error::{Code, Error, Result};

/// One embedded language: its code, its source text, and the parsed form once it was needed.
struct Embedded {
    code: &'static str,
    source: &'static str,
    parsed: OnceLock<Option<FluentResource>>,
}

macro_rules! embedded {
    ($($code:literal),+ $(,)?) => {
        const CODES: &[&str] = &[$($code),+];
        static LOCALES: [Embedded; CODES.len()] = [$(Embedded {
            code: $code,
            source: include_str!(concat!("../../locales/", $code, ".ftl")),
            parsed: OnceLock::new(),
        }),+];
    };
}

embedded!(
    "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt", "nb", "nl", "pl", "pt", "ro",
    "sk", "sl", "sv", "uk",
);

/// What a locale says of itself.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct LocaleInfo {
    /// Language tag, as [`render`](super::render) takes it.
    pub language: &'static str,
    /// The language's own name.
    pub name: String,
    /// `drafted`, `native` (reviewed by a native speaker) or `lawyer` (reviewed by a lawyer).
    pub status: String,
    /// Version of the English source it was translated from.
    pub source_version: String,
}

/// The languages there are, with the state of each text.
///
/// # Errors
/// `notice.message` if an embedded file is broken, which a test rules out.
pub fn locales() -> Result<Vec<LocaleInfo>> {
    LOCALES
        .iter()
        .map(|embedded| {
            let locale = Locale::open(embedded)?;
            Ok(LocaleInfo {
                language: embedded.code,
                name: locale.text("locale-name")?,
                status: locale.text("locale-status")?,
                source_version: locale.text("locale-source")?,
            })
        })
        .collect()
}

/// The nearest language that exists, by the lookup of RFC 4647 (section 3.4): subtags are cut from the end.
///
/// Norwegian (`no`, `nn`) is Bokmål (`nb`), the one form there is.
fn lookup(language: &str) -> Result<&'static Embedded> {
    let range = language.trim().replace('_', "-").to_ascii_lowercase();
    let mut rest = range.as_str();
    while !rest.is_empty() {
        let known = if matches!(rest, "no" | "nn") { "nb" } else { rest };
        if let Some(found) = LOCALES.iter().find(|locale| locale.code == known) {
            return Ok(found);
        }
        rest = rest.rsplit_once('-').map_or("", |(head, _)| head);
        // A single letter introduces an extension; it goes with what it introduced.
        while let Some((head, tail)) = rest.rsplit_once('-')
            && tail.len() == 1
        {
            rest = head;
        }
    }
    Err(Error::new(Code::NoticeLanguage, format!("no notice exists in that language; there are {}", CODES.join(", "))))
}

/// One language, ready to write.
///
/// The bundle is built for each notice from the parsed file, which is kept: that costs microseconds and needs no lock,
/// so a fork never meets one that is held.
pub(crate) struct Locale {
    code: &'static str,
    bundle: FluentBundle<&'static FluentResource>,
    lists: ListFormatter,
    icu: IcuLocale,
}

impl Locale {
    /// The nearest language there is.
    ///
    /// # Errors
    /// `notice.language` with the languages that exist.
    pub fn nearest(language: &str) -> Result<Locale> {
        Locale::open(lookup(language)?)
    }

    fn open(embedded: &'static Embedded) -> Result<Locale> {
        let broken = || Error::new(Code::NoticeMessage, format!("the file of the language {} is broken", embedded.code));
        let resource =
            embedded.parsed.get_or_init(|| FluentResource::try_new(embedded.source.to_owned()).ok()).as_ref().ok_or_else(broken)?;
        let language: LanguageIdentifier = embedded.code.parse().map_err(|_| broken())?;
        let mut bundle = FluentBundle::new(vec![language]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).map_err(|_| broken())?;
        let icu: IcuLocale = embedded.code.parse().map_err(|_| broken())?;
        let lists = ListFormatter::try_new_and((&icu).into(), ListFormatterOptions::default()).map_err(|_| broken())?;
        Ok(Locale { code: embedded.code, bundle, lists, icu })
    }

    /// Language tag.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// A message without variables.
    pub fn text(&self, id: &str) -> Result<String> {
        self.format(id, None)
    }

    /// A message with variables; each value is cleaned of line breaks and invisible controls first.
    pub fn with(&self, id: &str, variables: &[(&str, &str)]) -> Result<String> {
        let mut args = FluentArgs::with_capacity(variables.len());
        for (name, value) in variables {
            args.set(*name, FluentValue::String(Cow::Owned(clean(value))));
        }
        self.format(id, Some(&args))
    }

    /// A message with one number, for which the language chooses the plural form.
    pub fn count(&self, id: &str, name: &str, number: u32) -> Result<String> {
        let mut args = FluentArgs::with_capacity(1);
        args.set(name, FluentValue::from(number));
        self.format(id, Some(&args))
    }

    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> Result<String> {
        let pattern = self
            .bundle
            .get_message(id)
            .and_then(|message| message.value())
            .ok_or_else(|| Error::new(Code::NoticeMessage, format!("{}: no message {id}", self.code)))?;
        let mut faults = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut faults).into_owned();
        if !faults.is_empty() || text.trim().is_empty() {
            return Err(Error::new(Code::NoticeMessage, format!("{}: the message {id} lacks a variable or is empty", self.code)));
        }
        Ok(text)
    }

    /// A, B and C.
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        self.lists.format_to_string(items.iter().map(AsRef::as_ref))
    }

    /// A calendar date, written out; `date` is `YYYY-MM-DD`.
    ///
    /// # Errors
    /// `config.value` if that day does not exist.
    pub fn date(&self, date: &str) -> Result<String> {
        let wrong = || Error::new(Code::ConfigValue, "site.effective is not a day of the calendar");
        let mut parts = date.splitn(3, '-');
        let mut part = || parts.next().ok_or_else(wrong);
        let (year, month, day) = (part()?, part()?, part()?);
        let day = Date::try_new_gregorian(
            year.parse().map_err(|_| wrong())?,
            month.parse().map_err(|_| wrong())?,
            day.parse().map_err(|_| wrong())?,
        )
        .map_err(|_| wrong())?;
        let formatter = FixedCalendarDateTimeFormatter::<Gregorian, YMD>::try_new((&self.icu).into(), YMD::long())
            .map_err(|_| Error::new(Code::NoticeMessage, format!("{}: no form for dates", self.code)))?;
        Ok(formatter.format(&day).to_string())
    }

    /// The name of a country.
    pub fn country(&self, code: &str) -> String {
        place::country(code, self.code)
    }
}

/// One line, without controls and without marks that turn the direction of text: a name can't forge a line of the notice.
pub(crate) fn clean(value: &str) -> String {
    let visible = value.chars().filter(|c| {
        let turns = matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
        c.is_whitespace() || !(c.is_control() || turns)
    });
    let text: String = visible.collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_language_is_found_as_rfc_4647_says() {
        let found = |range: &str| Locale::nearest(range).map(|l| l.code().to_owned());
        assert_eq!(found("de-AT").unwrap(), "de");
        assert_eq!(found("fr_CA").unwrap(), "fr");
        assert_eq!(found("no-NO").unwrap(), "nb");
        assert_eq!(found("nn").unwrap(), "nb");
        assert_eq!(found("DE-Latn-DE-x-shop").unwrap(), "de");
        assert_eq!(found("en-u-ca-buddhist").unwrap(), "en");
        let error = found("tlh").unwrap_err();
        assert_eq!(error.code(), "notice.language");
        assert!(error.message().contains("de, en, fr") || error.message().contains(", fr,"), "{error}");
        for bad in ["", "-", "*", "--", "x"] {
            assert!(found(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn dates_and_lists_follow_the_language() {
        let locale = |l: &str| Locale::nearest(l).unwrap();
        assert_eq!(locale("de").date("2026-11-01").unwrap(), "1. November 2026");
        assert_eq!(locale("fr").date("2026-11-01").unwrap(), "1 novembre 2026");
        assert_eq!(locale("en").list(&["a", "b", "c"]), "a, b, and c");
        assert_eq!(locale("de").list(&["a", "b", "c"]), "a, b und c");
        assert_eq!(locale("de").date("2026-02-31").unwrap_err().code(), "config.value");
    }

    #[test]
    fn a_missing_variable_or_message_is_an_error() {
        let locale = Locale::nearest("en").unwrap();
        assert_eq!(locale.with("controller-name", &[]).unwrap_err().code(), "notice.message");
        assert_eq!(locale.text("no-such-message").unwrap_err().code(), "notice.message");
        assert_eq!(clean("A\n# forged\u{202E}\u{0007} b"), "A # forged b");
    }
}
