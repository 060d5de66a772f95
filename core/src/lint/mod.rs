//! Finds the fields that a page's developers forgot to mark: HTML in, [`Finding`]s with the exact change to make out.
//!
//! The page is read once, by tokens and without building a tree, so that templates and broken mark-up are read too. The
//! rules are listed in [`RULES`] and explained in `docs/lint.md`. A finding is silenced where it stands and with a reason:
//! `data-milkglass-lint="off: reason"` on an element counts for it and what is inside, a comment
//! `<!-- milkglass-lint off: reason -->` for the next element.
//!
//! ```
//! use milkglass::{Config, lint};
//!
//! let findings = lint::page("<label>Card number <input name=cardnr></label>", &Config::default())?;
//! assert_eq!(findings.len(), 1);
//! assert_eq!(findings[0].rule, "unmarked-card");
//! assert_eq!(findings[0].fix, "add autocomplete=\"cc-number\" to the element");
//! # Ok::<(), milkglass::Error>(())
//! ```

mod document;
mod field;
mod finding;
mod forms;
mod frames;
mod looks;
mod mirrors;
mod notice;
mod protection;
mod reader;
mod sarif;
mod start_tag;
mod suppress;
mod tables;
mod tags;
mod urls;

pub use finding::{Finding, RULES, RuleInfo, Severity};
pub use sarif::to_sarif;

use crate::config::Config;
use crate::error::Result;

/// Reads several pages, each its path and its text, and writes what is found as one SARIF 2.1.0 log.
///
/// # Errors
/// As [`page`].
pub fn sarif(pages: &[(&str, &str)], config: &Config) -> Result<serde_json::Value> {
    let found = pages.iter().map(|(path, html)| Ok((*path, page(html, config)?))).collect::<Result<Vec<_>>>()?;
    Ok(to_sarif(&found))
}

/// Reads a page and says what should be marked and is not, in the order of the page.
///
/// The configuration counts: what its selectors mask or block is protected, and so is what carries the marker of another
/// recorder, unless `privacy.vendor_markers` is off.
///
/// # Errors
/// `config.selector` if a selector of the configuration can't be used.
pub fn page(html: &str, config: &Config) -> Result<Vec<Finding>> {
    let document = reader::read(html, &protection::Protection::compile(config)?);
    let mut report = finding::Report::new(html, &document);
    let fields = field::all(&document);
    field::check(&fields, config, &mut report);
    forms::check(&document, &fields, &mut report);
    urls::check(&document, &mut report);
    mirrors::check(&document, &fields, &mut report);
    frames::check(&document, config, &mut report);
    notice::check(&document, &mut report);
    suppress::check(&document, &mut report);
    Ok(report.finish())
}
