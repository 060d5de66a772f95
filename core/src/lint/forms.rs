//! Forms that send what is typed in the address, where it stays in histories, logs and referrers.

use std::collections::HashMap;

use super::document::{Document, Element, Kind};
use super::field::{Field, Group};
use super::finding::{Report, Severity};

pub(super) fn check(document: &Document, fields: &[Option<Field<'_>>], report: &mut Report<'_>) {
    for (form, members) in forms(document) {
        let groups = members.iter().filter(|(_, e)| is_sent(e)).filter_map(|(index, _)| fields.get(*index)?.as_ref()?.group());
        let Some(worst) = groups.min_by_key(|group| *group == Group::Identity) else { continue };
        let severity = match (worst, form.get("action").or(form.get("method"))) {
            (Group::Identity, _) => Severity::Warning,
            // A form without both is mostly sent by a script, and in the address where the script fails.
            (_, None) => Severity::Warning,
            _ => Severity::Error,
        };
        let why = |what: &str| format!("{what} sends {} in the address, where histories, logs and recordings keep it", worst.words());
        match form.lower("method").as_str() {
            "post" | "dialog" => {}
            "get" => report.add(form, "form-get", severity, why("the form"), "set method=\"post\"".to_owned()),
            _ => report.add(form, "form-get", severity, why("the form has no method, so it"), "add method=\"post\"".to_owned()),
        }
        for (_, button) in members.iter().filter(|(_, e)| e.kind == Kind::Button && e.lower("formmethod") == "get") {
            report.add(button, "form-get", severity, why("the button"), "remove formmethod=\"get\"".to_owned());
        }
    }
}

/// Elements with their indexes.
type Members<'d> = Vec<(usize, &'d Element)>;

/// Every form with the elements that belong to it, by place or by the attribute `form`.
fn forms(document: &Document) -> Vec<(&Element, Members<'_>)> {
    let mut forms: Vec<(&Element, Members<'_>)> = Vec::new();
    // From an element's index to its form's.
    let mut by_index = vec![None; document.elements.len()];
    for (element, slot) in document.elements.iter().zip(&mut by_index).filter(|(e, _)| e.kind == Kind::Form) {
        *slot = Some(forms.len());
        forms.push((element, Vec::new()));
    }
    let by_id: HashMap<&str, usize> = forms.iter().enumerate().rev().filter_map(|(nth, (form, _))| Some((form.get("id")?, nth))).collect();
    for (index, element) in document.elements.iter().enumerate() {
        let form = match element.get("form") {
            Some(id) => by_id.get(id).copied(),
            None => element.form.and_then(|form| by_index.get(form).copied().flatten()),
        };
        if let Some((_, members)) = form.and_then(|nth| forms.get_mut(nth)) {
            members.push((index, element));
        }
    }
    forms
}

/// A field without a name, or with an empty one, is not sent; scripts that send fields do so by id.
fn is_sent(element: &Element) -> bool {
    element.get("name").is_none_or(|name| !name.trim().is_empty())
}
