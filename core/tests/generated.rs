//! Generated files are committed and must be what the code would generate. `MILKGLASS_GENERATE=1` writes them.

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
fn the_schema_of_the_configuration() {
    compare("config.schema.json", &format!("{}\n", serde_json::to_string_pretty(&milkglass::Config::json_schema()).unwrap()));
}
