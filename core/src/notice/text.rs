//! The notice as plain text and as Markdown: a [`Document`] in, text out that ends with the fingerprint.

use super::document::{Clause, Document};

/// Plain text: headings on lines of their own, items behind hyphens.
pub(crate) fn plain(document: &Document) -> String {
    let mut out = Lines::default();
    out.block(&document.title);
    for section in &document.sections {
        if let Some(heading) = &section.heading {
            out.block(heading);
        }
        out.clauses(&section.clauses, |clause| clause.text.clone());
    }
    if let Some(buttons) = &document.buttons {
        out.block(&format!("[{}] [{}]", buttons.accept, buttons.refuse));
        out.block(&buttons.notice);
    }
    out.block(&document.fingerprint_line);
    out.text
}

/// Markdown: every character of a clause that could be mark-up is escaped, so a name stays a name.
pub(crate) fn markdown(document: &Document) -> String {
    let mut out = Lines::default();
    out.block(&format!("# {}", escape(&document.title)));
    for section in &document.sections {
        if let Some(heading) = &section.heading {
            out.block(&format!("## {}", escape(heading)));
        }
        out.clauses(&section.clauses, markdown_clause);
    }
    if let Some(buttons) = &document.buttons {
        out.block(&format!("**{}** **{}**", escape(&buttons.accept), escape(&buttons.refuse)));
        out.block(&escape(&buttons.notice));
    }
    out.block(&escape(&document.fingerprint_line));
    out.text
}

/// Blocks are set apart by an empty line; items of one list follow each other.
#[derive(Default)]
struct Lines {
    text: String,
    in_list: bool,
}

impl Lines {
    fn block(&mut self, line: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.in_list = false;
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn clauses(&mut self, clauses: &[Clause], write: impl Fn(&Clause) -> String) {
        self.in_list = false;
        for clause in clauses {
            let line = write(clause);
            match (clause.item, self.in_list) {
                (true, true) => {
                    self.text.push_str(&format!("- {line}\n"));
                }
                (true, false) => {
                    self.block(&format!("- {line}"));
                    self.in_list = true;
                }
                (false, _) => self.block(&line),
            }
        }
    }
}

fn markdown_clause(clause: &Clause) -> String {
    let mut text = escape(&clause.text);
    for link in &clause.links {
        text = text.replacen(&escape(&link.text), &format!("<{}>", link.text), 1);
    }
    text
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if "\\`*_{}[]<>#|~&!".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    // A line can't begin a list or a heading of its own.
    match out.chars().next() {
        Some('-' | '+' | '=') => out.insert(0, '\\'),
        Some(digit) if digit.is_ascii_digit() => {
            let end = out.find(|c: char| !c.is_ascii_digit()).unwrap_or(out.len());
            if out.get(end..).is_some_and(|rest| rest.starts_with(['.', ')'])) {
                out.insert(end, '\\');
            }
        }
        _ => {}
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn markup_in_names_is_escaped() {
        assert_eq!(escape("*A* [x](y) <b>"), r"\*A\* \[x\](y) \<b\>");
        assert_eq!(escape("- a"), r"\- a");
        assert_eq!(escape("1. a"), r"1\. a");
        assert_eq!(escape("30 Tage"), "30 Tage");
    }
}
