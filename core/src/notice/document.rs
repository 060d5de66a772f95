//! The notice before it has a format: sections of clauses, each clause one whole sentence or item.
//!
//! In: clauses in the order they are read. Out: a [`Document`] that every renderer walks.

use super::Length;
use super::jurisdiction::ConsentMode;
use super::locale::{Locale, clean};
use crate::error::Result;

/// A whole notice, statement or banner in one language.
#[derive(Debug)]
pub(crate) struct Document {
    pub kind: Length,
    pub language: &'static str,
    pub status: String,
    pub source_version: String,
    pub title: String,
    /// Date of the notice as the configuration has it.
    pub effective: Option<String>,
    pub consent: ConsentMode,
    pub sections: Vec<Section>,
    /// Labels of the banner's buttons; only a banner has them.
    pub buttons: Option<Buttons>,
    pub fingerprint: String,
    /// The line of the notice that holds the fingerprint.
    pub fingerprint_line: String,
}

/// A heading and its clauses; the first section of a notice has no heading.
#[derive(Debug)]
pub(crate) struct Section {
    pub id: &'static str,
    pub heading: Option<String>,
    pub clauses: Vec<Clause>,
}

/// One whole sentence, paragraph or item.
#[derive(Debug)]
pub(crate) struct Clause {
    pub id: String,
    pub item: bool,
    pub text: String,
    pub links: Vec<Link>,
}

/// A part of a clause's text that leads somewhere.
#[derive(Debug)]
pub(crate) struct Link {
    pub text: String,
    pub href: String,
}

/// Labels of the banner. Accept and refuse are equals: same kind, same length class, no colour of their own.
#[derive(Debug)]
pub(crate) struct Buttons {
    pub accept: String,
    pub refuse: String,
    pub notice: String,
    pub settings: String,
    pub withdraw: String,
    pub status_on: String,
    pub status_off: String,
}

impl Buttons {
    pub fn read(locale: &Locale) -> Result<Buttons> {
        Ok(Buttons {
            accept: locale.text("button-accept")?,
            refuse: locale.text("button-refuse")?,
            notice: locale.text("button-notice")?,
            settings: locale.text("button-settings")?,
            withdraw: locale.text("button-withdraw")?,
            status_on: locale.text("status-on")?,
            status_off: locale.text("status-off")?,
        })
    }
}

/// Adds clauses in the order they are read; a section that stays empty never appears.
pub(crate) struct Writer<'a> {
    pub locale: &'a Locale,
    sections: Vec<Section>,
}

impl<'a> Writer<'a> {
    pub fn new(locale: &'a Locale) -> Self {
        Writer { locale, sections: Vec::new() }
    }

    /// Begins a section; its heading is the message `heading-<id>`.
    pub fn section(&mut self, id: &'static str) -> Result<()> {
        let heading = self.locale.text(&format!("heading-{id}"))?;
        self.sections.push(Section { id, heading: Some(heading), clauses: Vec::new() });
        Ok(())
    }

    /// Begins a section without a heading.
    pub fn opening(&mut self, id: &'static str) {
        self.sections.push(Section { id, heading: None, clauses: Vec::new() });
    }

    /// A paragraph, if `when` is true of the configuration.
    pub fn paragraph(&mut self, when: bool, id: &str) -> Result<()> {
        self.add(when, false, id, &[])
    }

    /// A list item, if `when` is true of the configuration.
    pub fn item(&mut self, when: bool, id: &str) -> Result<()> {
        self.add(when, true, id, &[])
    }

    /// A paragraph with variables.
    pub fn paragraph_with(&mut self, id: &str, variables: &[(&str, &str)]) -> Result<()> {
        self.add(true, false, id, variables)
    }

    /// A list item with variables.
    pub fn item_with(&mut self, id: &str, variables: &[(&str, &str)]) -> Result<()> {
        self.add(true, true, id, variables)
    }

    /// A paragraph with a number of days.
    pub fn days(&mut self, id: &str, days: u32) -> Result<()> {
        let text = self.locale.count(id, "days", days)?;
        self.push(Clause { id: id.to_owned(), item: false, text, links: Vec::new() });
        Ok(())
    }

    fn add(&mut self, when: bool, item: bool, id: &str, variables: &[(&str, &str)]) -> Result<()> {
        if when {
            let text = self.locale.with(id, variables)?;
            let links = variables.iter().filter_map(|(name, value)| link(name, value)).collect();
            self.push(Clause { id: id.to_owned(), item, text, links });
        }
        Ok(())
    }

    fn push(&mut self, clause: Clause) {
        if let Some(section) = self.sections.last_mut() {
            section.clauses.push(clause);
        }
    }

    pub fn finish(self) -> Vec<Section> {
        self.sections.into_iter().filter(|section| !section.clauses.is_empty()).collect()
    }
}

/// A link for an address that can be one; nothing but http, https and mailto ever becomes a link.
fn link(name: &str, value: &str) -> Option<Link> {
    let text = clean(value);
    let href = match name {
        "url" if is_web(&text) => text.clone(),
        "email" if is_mail(&text) => format!("mailto:{text}"),
        _ => return None,
    };
    Some(Link { text, href })
}

fn is_web(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    (lower.starts_with("https://") || lower.starts_with("http://")) && !text.contains(|c: char| c.is_whitespace() || "\"'<>`\\".contains(c))
}

fn is_mail(text: &str) -> bool {
    let safe = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || ".-_+".contains(c));
    text.split_once('@').is_some_and(|(user, host)| safe(user) && safe(host))
}

#[cfg(test)]
mod tests {
    use super::link;

    #[test]
    fn only_web_and_mail_addresses_become_links() {
        assert!(link("url", "https://vendor.example/privacy").is_some());
        assert!(link("email", "privacy@shop.example").is_some());
        for bad in ["javascript:alert(1)", "data:text/html,x", "https://a\"b", "ftp://x"] {
            assert!(link("url", bad).is_none(), "{bad}");
        }
        assert!(link("email", "a@b?subject=x").is_none() && link("email", "nobody").is_none());
        assert!(link("name", "https://vendor.example").is_none());
    }
}
