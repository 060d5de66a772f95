//! One way to write JSON, so that a hash over it means its content: a value in, text with sorted keys and no spaces out.

use serde_json::Value;

/// The value's only form. Numbers are whole in what is hashed here, so that there is no second way to write them.
pub(super) fn canonical(value: &Value) -> String {
    let mut text = String::with_capacity(256);
    write(value, &mut text);
    text
}

fn write(value: &Value, text: &mut String) {
    match value {
        Value::Object(map) => {
            // Sorted here: the map's own order depends on a feature that another crate may switch on.
            let mut pairs: Vec<_> = map.iter().collect();
            pairs.sort_unstable_by_key(|(key, _)| *key);
            text.push('{');
            for (nth, (key, inner)) in pairs.into_iter().enumerate() {
                if nth > 0 {
                    text.push(',');
                }
                text.push_str(&Value::from(key.as_str()).to_string());
                text.push(':');
                write(inner, text);
            }
            text.push('}');
        }
        Value::Array(items) => {
            text.push('[');
            for (nth, item) in items.iter().enumerate() {
                if nth > 0 {
                    text.push(',');
                }
                write(item, text);
            }
            text.push(']');
        }
        scalar => text.push_str(&scalar.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_and_texts_escaped() {
        let value = serde_json::json!({"b": [1, null, true], "a": {"d": "x\"\n", "c": 2}});
        assert_eq!(canonical(&value), r#"{"a":{"c":2,"d":"x\"\n"},"b":[1,null,true]}"#);
    }
}
