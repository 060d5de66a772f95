//! The shape of rrweb events: an event in, a panic out where a player could not read it.
//!
//! Written down from the description of the format, not from the engine.

use serde_json::Value;

/// Checks the members of an event that players read.
pub(super) fn check(event: &Value) {
    let data = &event["data"];
    assert!(event["timestamp"].is_number(), "an event without time");
    match event["type"].as_u64() {
        Some(0 | 1) => {}
        Some(2) => {
            node(&data["node"]);
            assert!(data["initialOffset"]["left"].is_number() && data["initialOffset"]["top"].is_number(), "a snapshot without offset");
        }
        Some(3) => incremental(data),
        Some(4) => {
            assert!(data["href"].is_string() && data["width"].is_number() && data["height"].is_number(), "a meta event of another shape");
        }
        Some(5) => assert!(data["tag"].is_string(), "a custom event without tag"),
        Some(6) => assert!(data["plugin"].is_string(), "a plugin event without plugin"),
        Some(7 | 8) => assert!(data.is_object(), "an event without data"),
        _ => unreachable!("an event of no type"),
    }
}

fn node(node: &Value) {
    assert!(node["id"].is_u64(), "a node without id");
    match node["type"].as_u64() {
        Some(0) => node["childNodes"].as_array().unwrap().iter().for_each(self::node),
        Some(1) => assert!(["name", "publicId", "systemId"].iter().all(|key| node[key].is_string()), "a doctype of another shape"),
        Some(2) => {
            assert!(node["tagName"].is_string(), "an element without tag");
            attributes(&node["attributes"]);
            node["childNodes"].as_array().unwrap().iter().for_each(self::node);
        }
        Some(3..=5) => assert!(node["textContent"].is_string(), "a text without text"),
        _ => unreachable!("a node of no type"),
    }
}

fn attributes(attributes: &Value) {
    for (name, value) in attributes.as_object().unwrap() {
        let fits =
            value.is_string() || value.is_number() || value.is_boolean() || value.is_null() || (name == "style" && value.is_object());
        assert!(fits, "an attribute of another shape");
    }
}

fn incremental(data: &Value) {
    let list = |key: &str| data[key].as_array().unwrap().iter();
    match data["source"].as_u64() {
        Some(0) => {
            list("adds").for_each(|add| {
                assert!(add["parentId"].is_u64() && (add["nextId"].is_null() || add["nextId"].is_u64()), "an add of another shape");
                node(&add["node"]);
            });
            list("removes").for_each(|remove| assert!(remove["parentId"].is_u64() && remove["id"].is_u64(), "a remove of another shape"));
            list("texts").for_each(|text| {
                assert!(text["id"].is_u64() && (text["value"].is_string() || text["value"].is_null()), "a text of another shape");
            });
            list("attributes").for_each(|change| {
                assert!(change["id"].is_u64(), "a change without id");
                attributes(&change["attributes"]);
            });
        }
        Some(1 | 6 | 12) => list("positions").for_each(|p| {
            assert!(
                p["x"].is_number() && p["y"].is_number() && p["id"].is_i64() && p["timeOffset"].is_number(),
                "a position of another shape"
            );
        }),
        Some(2) => assert!(data["type"].is_u64() && data["id"].is_i64(), "an interaction of another shape"),
        Some(3) => assert!(data["id"].is_i64() && data["x"].is_number() && data["y"].is_number(), "a scroll of another shape"),
        Some(5) => assert!(data["text"].is_string() && data["isChecked"].is_boolean() && data["id"].is_u64(), "an input of another shape"),
        Some(14) => list("ranges").for_each(|range| {
            assert!(["start", "startOffset", "end", "endOffset"].iter().all(|key| range[key].is_i64()), "a range of another shape");
        }),
        Some(4 | 7..=11 | 13 | 15 | 16) => {}
        _ => unreachable!("a source of no number"),
    }
}

/// Every event that need not be dropped came out, in order, and builds the same tree.
pub(super) fn same_tree(before: &[Value], after: &[Value]) {
    let mut after = after.iter();
    for event in before {
        // Keystrokes in sensitive fields are reported once, and changes that tell of typing not at all.
        let data = &event["data"];
        let only_attributes =
            data["source"] == 0 && ["adds", "removes", "texts"].iter().all(|key| data[key].as_array().is_some_and(Vec::is_empty));
        let may_be_dropped = event["type"] == 3 && (data["source"] == 5 || only_attributes);
        let mut rest = after.clone();
        match rest.next() {
            Some(found) if skeleton(found) == skeleton(event) => after = rest,
            found => assert!(may_be_dropped, "the tree differs: {} became {}", skeleton(event), found.map_or(Value::Null, skeleton)),
        }
    }
    assert!(after.next().is_none(), "an event was invented");
}

/// Ids and tags without any text.
fn skeleton(event: &Value) -> Value {
    match event {
        Value::Object(object) => object
            .iter()
            .filter(|(key, _)| !matches!(key.as_str(), "attributes" | "payload" | "isChecked"))
            .map(|(key, value)| {
                let target = key == "id" && !object.contains_key("tagName") && !object.contains_key("textContent");
                let offset = key.ends_with("Offset") && value.is_number();
                // Targets and offsets may be hidden.
                (key.clone(), if (target && !object.contains_key("parentId")) || offset { Value::Null } else { skeleton(value) })
            })
            .collect(),
        Value::Array(items) => items.iter().map(skeleton).collect(),
        Value::String(_) => Value::Null,
        other => other.clone(),
    }
}

/// Every string of a value, keys included.
pub(super) fn strings(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::String(text) => out.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| strings(item, out)),
        Value::Object(object) => {
            for (key, value) in object {
                out.push(key.clone());
                strings(value, out);
            }
        }
        _ => {}
    }
}

/// Texts of nodes, changed texts and typed texts, with their ids.
pub(super) fn texts(value: &Value, out: &mut Vec<(u64, String)>) {
    if let Some(id) = value["id"].as_u64() {
        let text = ["textContent", "value", "text"].iter().find_map(|key| value[key].as_str());
        out.extend(text.map(|text| (id, text.to_owned())));
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| texts(item, out)),
        Value::Object(object) => object.iter().filter(|(key, _)| *key != "attributes").for_each(|(_, value)| texts(value, out)),
        _ => {}
    }
}
