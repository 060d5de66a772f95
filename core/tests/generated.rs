//! Generated files are committed and must be what the code would generate. `MILKGLASS_GENERATE=1` writes them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write;
use std::path::Path;

fn compare(name: &str, wanted: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs").join(name);
    if std::env::var_os("MILKGLASS_GENERATE").is_some() {
        std::fs::write(&path, wanted).unwrap();
        return;
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == wanted, "docs/{name} is not what the code generates; run `make generate`");
}

#[test]
fn the_error_table() {
    let mut text = String::from(
        "# Errors\n\nEvery error has a stable code and number; neither is ever reused. Bindings make one exception class of each kind.\n\n\
         | Code | Number | Kind | Retry | When |\n|---|---|---|---|---|\n",
    );
    let table = milkglass::error::table_json();
    for row in table.as_array().unwrap() {
        let field = |name: &str| row[name].as_str().unwrap().to_owned();
        let retry = if row["retryable"].as_bool().unwrap() { "yes" } else { "no" };
        writeln!(text, "| `{}` | {} | {} | {retry} | {} |", field("code"), row["number"], field("kind"), field("meaning")).unwrap();
    }
    compare("errors.md", &text);
    compare("errors.json", &format!("{}\n", serde_json::to_string_pretty(&table).unwrap()));
}

#[test]
fn the_list_of_all_keys() {
    let schema = milkglass::Config::json_schema();
    let defaults = serde_json::to_value(milkglass::Config::default()).unwrap();
    let mut text = String::from(
        "# Configuration\n\nTOML, or the same as JSON. Every key has a default; notices need `site`, `controller` and `vendor` too. A commented example is\n\
         `cli/milkglass.toml` (`milkglass config init`), the JSON Schema `docs/config.schema.json`. Unknown keys are errors.\n\n\
         | Key | Default | What |\n|---|---|---|\n",
    );
    keys(&schema, &schema, "", &defaults, &mut text);
    compare("configuration.md", &text);
}

/// A row for each key below `schema`, with the values that a key can have.
fn keys(schema: &serde_json::Value, root: &serde_json::Value, path: &str, defaults: &serde_json::Value, out: &mut String) {
    let resolve = |mut schema: &'_ serde_json::Value| -> serde_json::Value {
        if let Some(options) = schema["anyOf"].as_array() {
            schema = options.iter().find(|o| o["type"] != "null").unwrap_or(schema);
        }
        match schema["$ref"].as_str() {
            Some(reference) => root.pointer(reference.trim_start_matches('#')).cloned().unwrap_or_default(),
            None => schema.clone(),
        }
    };
    let schema = resolve(schema);
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        let here = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        let inner = resolve(property);
        let items = resolve(&inner["items"]);
        let default = &defaults[name];
        if inner["properties"].is_object() {
            keys(&inner, root, &here, default, out);
        } else if items["properties"].is_object() {
            keys(&items, root, &format!("{here}[]"), &serde_json::Value::Null, out);
        } else {
            let what = property["description"].as_str().or(inner["description"].as_str()).unwrap_or("").replace('\n', " ");
            let values: Vec<String> = [&inner, &items]
                .iter()
                .flat_map(|s| s["oneOf"].as_array().into_iter().flatten())
                .filter_map(|o| o["const"].as_str())
                .map(|v| format!("`{v}`"))
                .collect();
            let values = if values.is_empty() { String::new() } else { format!(" One of {}.", values.join(", ")) };
            let default = if default.is_null() { String::new() } else { format!("`{default}`") };
            writeln!(out, "| `{here}` | {default} | {what}{values} |").unwrap();
        }
    }
}

#[test]
fn the_schema_of_the_configuration() {
    compare("config.schema.json", &format!("{}\n", serde_json::to_string_pretty(&milkglass::Config::json_schema()).unwrap()));
}
