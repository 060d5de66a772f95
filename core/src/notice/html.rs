//! The notice as HTML, and as HTML for WordPress: a [`Document`] in, a section to place in a page out.
//!
//! Headings begin at `h2`, the language is declared, everything is escaped, and there is neither style nor script.

use super::Length;
use super::assess;
use super::document::{Clause, Document, Link};
use super::locale::Locale;
use crate::config::Config;
use crate::error::Result;

/// A `section` with the fingerprint in `data-milkglass-fingerprint`.
pub(crate) fn fragment(document: &Document) -> String {
    let mut out = String::with_capacity(8192);
    let kind = class(document.kind);
    let title_id = format!("{kind}-title");
    out.push_str(&format!(
        "<section class=\"{kind}\" lang=\"{}\" aria-labelledby=\"{title_id}\" data-milkglass-fingerprint=\"{}\">\n",
        escape(document.language),
        escape(&document.fingerprint)
    ));
    out.push_str(&format!("<h2 id=\"{title_id}\">{}</h2>\n", escape(&document.title)));
    body(document, &mut out, 3);
    if let Some(buttons) = &document.buttons {
        out.push_str("<p class=\"milkglass-actions\">\n");
        for (choice, label) in [("accept", &buttons.accept), ("refuse", &buttons.refuse)] {
            out.push_str(&format!(
                "<button type=\"button\" class=\"milkglass-button\" data-milkglass-choice=\"{choice}\">{}</button>\n",
                escape(label)
            ));
        }
        out.push_str("</p>\n");
    }
    if document.kind != Length::Banner {
        out.push_str(&format!("<p class=\"milkglass-fingerprint\"><small>{}</small></p>\n", escape(&document.fingerprint_line)));
    }
    out.push_str("</section>\n");
    out
}

/// The notice for WordPress' policy guide. Parts of class `privacy-policy-tutorial` are advice: WordPress shows them to
/// the owner of the site and leaves them out of what is copied.
pub(crate) fn wordpress(document: &Document, config: &Config, locale: &Locale) -> Result<String> {
    let mut out = String::with_capacity(8192);
    let settings = locale.text("button-settings")?;
    let mut advice = vec![locale.text("advice-source")?, locale.with("advice-settings", &[("settings", &settings)])?];
    let missing = assess::missing_fields(config)?;
    if !missing.is_empty() {
        advice.push(locale.with("advice-missing", &[("fields", &missing.join(", "))])?);
    }
    out.push_str(&format!("<div class=\"privacy-policy-tutorial\" lang=\"{}\">\n", escape(document.language)));
    for line in &advice {
        out.push_str(&format!("<p>{}</p>\n", escape(line)));
    }
    out.push_str("</div>\n");
    out.push_str(&format!("<p><strong class=\"privacy-policy-tutorial\">{} </strong></p>\n", escape(&locale.text("advice-suggested")?)));
    out.push_str(&format!(
        "<div class=\"wp-suggested-text\" lang=\"{}\" data-milkglass-fingerprint=\"{}\">\n<h2>{}</h2>\n",
        escape(document.language),
        escape(&document.fingerprint),
        escape(&document.title)
    ));
    body(document, &mut out, 3);
    out.push_str(&format!("<p>{}</p>\n</div>\n", escape(&document.fingerprint_line)));
    Ok(out)
}

fn class(kind: Length) -> &'static str {
    match kind {
        Length::Full => "milkglass-notice",
        Length::Short => "milkglass-statement",
        Length::Banner => "milkglass-banner",
    }
}

fn body(document: &Document, out: &mut String, level: u8) {
    for section in &document.sections {
        if let Some(heading) = &section.heading {
            out.push_str(&format!("<h{level}>{}</h{level}>\n", escape(heading)));
        }
        let mut in_list = false;
        for clause in &section.clauses {
            if clause.item != in_list {
                out.push_str(if clause.item { "<ul>\n" } else { "</ul>\n" });
                in_list = clause.item;
            }
            let tag = if clause.item { "li" } else { "p" };
            out.push_str(&format!("<{tag} data-clause=\"{}\">{}</{tag}>\n", escape(&clause.id), linked(clause)));
        }
        if in_list {
            out.push_str("</ul>\n");
        }
    }
}

/// The clause with its addresses as links. The text is escaped first, so a link's text is looked for in its escaped form.
fn linked(clause: &Clause) -> String {
    clause.links.iter().fold(escape(&clause.text), |text, Link { text: shown, href }| {
        let shown = escape(shown);
        text.replacen(&shown, &format!("<a href=\"{}\">{shown}</a>", escape(href)), 1)
    })
}

pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}
