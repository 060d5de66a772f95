//! What a text of the page is by its place: a text node in, the class of the label that speaks of it out.
//!
//! Heads of rows and columns, terms of description lists, and attributes such as `itemprop`.

use std::collections::HashMap;

use super::page::{ELEMENT, Node, Page};
use crate::detect::labels::{self, FieldClass};

/// Heads of tables by the id of the table; to be thrown away when the page changes.
#[derive(Default)]
pub(super) struct Heads(HashMap<i64, Vec<Option<FieldClass>>>);

impl Heads {
    pub(super) fn forget(&mut self) {
        self.0.clear();
    }

    /// The class of the label that stands for the text node.
    pub(super) fn class_of(&mut self, page: &Page, text: i64) -> Option<FieldClass> {
        let parent = page.node(text)?.parent;
        for (id, node) in page.upwards(parent).take(6) {
            if let Some(class) =
                ["itemprop", "data-label", "data-th", "data-title"].iter().find_map(|n| labels::classify(node.attribute(n)?))
            {
                return Some(class);
            }
            match node.tag.as_str() {
                "dd" => return sibling_before(page, id, "dt").and_then(|term| labels::classify(&page.short_text(term)?)),
                "td" => return self.cell(page, id, node).filter(|class| !is_name(*class)),
                _ => {}
            }
        }
        None
    }

    fn cell(&mut self, page: &Page, id: i64, cell: &Node) -> Option<FieldClass> {
        let row = page.node(cell.parent)?;
        let cells: Vec<i64> = elements(page, row).collect();
        let column = cells.iter().position(|c| *c == id)?;
        let first = cells.first().copied().filter(|first| *first != id);
        let is_head = |id: i64| page.node(id).is_some_and(|n| n.tag == "th");
        if let Some(first) = first.filter(|first| is_head(*first))
            && let Some(class) = page.short_text(first).and_then(|text| labels::classify(&text))
        {
            return Some(class);
        }
        let (table, node) = page.upwards(cell.parent).take(4).find(|(_, node)| node.tag == "table")?;
        let heads = self.0.entry(table).or_insert_with(|| heads(page, node));
        if heads.is_empty() {
            // Without heads the first cell of a row may be its label.
            return first.and_then(|first| labels::classify(&page.short_text(first)?));
        }
        heads.get(column).copied().flatten()
    }
}

/// Heads of columns: the first row of a table, if it is made of heads.
fn heads(page: &Page, table: &Node) -> Vec<Option<FieldClass>> {
    let first_row = elements(page, table).find_map(|child| {
        let node = page.node(child)?;
        if node.tag == "tr" { Some(child) } else { elements(page, node).find(|below| page.node(*below).is_some_and(|n| n.tag == "tr")) }
    });
    let Some(row) = first_row.and_then(|row| page.node(row)) else { return Vec::new() };
    let cells: Vec<i64> = elements(page, row).collect();
    let made_of_heads = cells.iter().skip(1).all(|id| page.node(*id).is_some_and(|n| n.tag == "th"));
    if cells.len() < 2 || !made_of_heads {
        return Vec::new();
    }
    cells.iter().map(|id| page.short_text(*id).and_then(|text| labels::classify(&text))).collect()
}

fn elements<'p>(page: &'p Page, node: &'p Node) -> impl Iterator<Item = i64> + use<'p> {
    node.children.iter().copied().filter(|id| page.node(*id).is_some_and(|n| n.kind == ELEMENT))
}

fn sibling_before(page: &Page, id: i64, tag: &str) -> Option<i64> {
    let siblings = &page.node(page.node(id)?.parent)?.children;
    let own = siblings.iter().position(|child| *child == id)?;
    siblings.get(..own)?.iter().rev().copied().find(|before| page.node(*before).is_some_and(|n| n.tag == tag))
}

/// A cell under "Customer" may hold a company as well; the detectors decide by what they know of names.
fn is_name(class: FieldClass) -> bool {
    matches!(class, FieldClass::PersonName | FieldClass::GivenName | FieldClass::FamilyName | FieldClass::CardHolder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::json::Doc;
    use crate::audit::selector::Selectors;

    #[test]
    fn texts_are_known_by_their_labels() {
        let mut next = 0;
        let mut element = |tag: &str, attributes: serde_json::Value, children: Vec<serde_json::Value>| {
            next += 1;
            serde_json::json!({"type": 2, "id": 100 + next, "tagName": tag, "attributes": attributes, "childNodes": children})
        };
        let text = |id: i64, text: &str| serde_json::json!({"type": 3, "id": id, "textContent": text});
        let none = serde_json::json!({});
        let mut cell = |tag: &str, id: i64, content: &str| element(tag, none.clone(), vec![text(id, content)]);
        let (h1, h2, h3) = (cell("th", 1, "Order"), cell("th", 2, "IBAN"), cell("th", 3, "Customer name"));
        let (c1, c2, c3) = (cell("td", 4, "A-1"), cell("td", 5, "12 34"), cell("td", 6, "Glass Ltd"));
        let (r1, r2) = (cell("th", 7, "Date of birth"), cell("td", 8, "1.2.1980"));
        let (dt, dd) = (cell("dt", 9, "Phone"), cell("dd", 10, "123 456"));
        let (f1, f2) = (cell("td", 11, "Passport no."), cell("td", 12, "C01X0"));
        let mut row = |cells: Vec<serde_json::Value>| element("tr", none.clone(), cells);
        let (row1, row2, row3, row4) = (row(vec![h1, h2, h3]), row(vec![c1, c2, c3]), row(vec![r1, r2]), row(vec![f1, f2]));
        let table1 = element("table", none.clone(), vec![row1, row2]);
        let table2 = element("table", none.clone(), vec![row3]);
        let table3 = element("table", none.clone(), vec![row4]);
        let list = element("dl", none.clone(), vec![dt, dd]);
        let item = element("span", serde_json::json!({"itemprop": "email"}), vec![text(13, "x")]);
        let body = element("body", none.clone(), vec![table1, table2, table3, list, item]);
        let mut page = Page::new(true, Selectors::default());
        page.enter(Doc::read(&body.to_string()).unwrap().root(), 0, None, &mut Vec::new());
        let mut heads = Heads::default();
        for (id, class) in [
            (4, Some(FieldClass::Reference)),
            (5, Some(FieldClass::BankAccount)),
            (6, None),
            (8, Some(FieldClass::Dob)),
            (10, Some(FieldClass::Phone)),
            (12, Some(FieldClass::PassportOrId)),
            (13, Some(FieldClass::Email)),
        ] {
            assert_eq!(heads.class_of(&page, id), class, "{id}");
        }
    }
}
