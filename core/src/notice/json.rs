//! The notice as JSON: a [`Document`] in, title, sections and clauses with their ids out.

use serde_json::{Value, json};

use super::document::Document;
use crate::error::{Code, Error, Result};

pub(crate) fn write(document: &Document) -> Result<String> {
    let sections: Vec<Value> = document
        .sections
        .iter()
        .map(|section| {
            let clauses: Vec<Value> = section
                .clauses
                .iter()
                .map(|clause| json!({"id": clause.id, "type": if clause.item { "item" } else { "paragraph" }, "text": clause.text}))
                .collect();
            json!({"id": section.id, "heading": section.heading, "clauses": clauses})
        })
        .collect();
    let mut value = json!({
        "kind": document.kind,
        "language": document.language,
        "title": document.title,
        "effective": document.effective,
        "consent": document.consent,
        "sections": sections,
        "fingerprint": document.fingerprint,
        "locale": {"status": document.status, "source_version": document.source_version},
    });
    if let (Some(buttons), Some(object)) = (&document.buttons, value.as_object_mut()) {
        object.insert(
            "buttons".to_owned(),
            json!({
                "accept": buttons.accept, "refuse": buttons.refuse, "notice": buttons.notice,
                "settings": buttons.settings, "withdraw": buttons.withdraw,
            }),
        );
        object.insert("status".to_owned(), json!({"on": buttons.status_on, "off": buttons.status_off}));
    }
    pretty(&value)
}

pub(crate) fn pretty(value: &Value) -> Result<String> {
    let mut text =
        serde_json::to_string_pretty(value).map_err(|error| Error::new(Code::Internal, "JSON can't be written").with_source(error))?;
    text.push('\n');
    Ok(text)
}
