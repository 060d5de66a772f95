//! Tables while a page is read: rows and cells in, the head of the present column out.

use super::document::Range;
use super::tags::{TABLE, TD, TH, TR, Tag};

/// Columns past this one have no head.
const MAX_COLUMNS: usize = 256;

/// The open tables, the innermost last.
#[derive(Default)]
pub(super) struct Tables(Vec<Table>);

#[derive(Default)]
struct Table {
    heads: Vec<Range>,
    row: usize,
    column: usize,
    next_column: usize,
}

impl Tables {
    /// Takes a start tag into account; `columns` is its `colspan`.
    pub fn open(&mut self, tag: Tag, columns: Option<&str>) {
        match (tag, self.0.last_mut()) {
            (TABLE, _) => self.0.push(Table::default()),
            (TR, Some(table)) => {
                table.row += 1;
                (table.column, table.next_column) = (0, 0);
            }
            (TD | TH, Some(table)) => {
                table.column = table.next_column;
                let span = columns.and_then(|s| s.trim().parse::<usize>().ok()).unwrap_or(1);
                table.next_column += span.clamp(1, 100);
            }
            _ => {}
        }
    }

    /// Ends the innermost table.
    pub fn close(&mut self) {
        self.0.pop();
    }

    /// Takes the text of a head cell; only the first row names columns.
    pub fn name_column(&mut self, text: Range) {
        let Some(table) = self.0.last_mut().filter(|t| t.row <= 1 && t.column < MAX_COLUMNS) else { return };
        if table.heads.len() <= table.column {
            table.heads.resize(table.column + 1, Range::default());
        }
        if let Some(head) = table.heads.get_mut(table.column) {
            *head = text;
        }
    }

    /// The head of the present cell's column; empty where there is none.
    pub fn head(&self) -> Range {
        self.0.last().and_then(|t| t.heads.get(t.column)).copied().unwrap_or_default()
    }
}
