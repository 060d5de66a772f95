//! Reading a configuration: TOML or JSON text in, a validated [`Config`] or an error that names the key out.
//!
//! Unknown keys are found by walking the JSON Schema rather than by serde, so that the error can name the full path and
//! the nearest key that exists.

use serde_json::{Map, Value};

use super::{Config, Schema};
use crate::error::{Code, Error, Result};

impl Config {
    /// Reads a configuration from TOML.
    ///
    /// # Errors
    /// `config.syntax` if it is not TOML, `config.unknown_key` if a key does not exist (with the nearest one that does),
    /// `config.value` if a value has the wrong type or is out of range.
    pub fn from_toml(text: &str) -> Result<Config> {
        let value: Value = toml::from_str(text).map_err(|error| {
            let found = Error::new(Code::ConfigSyntax, first_line(error.message()));
            match error.span() {
                Some(span) => found.at(span.start),
                None => found,
            }
        })?;
        from_value(value)
    }

    /// Reads a configuration from JSON of the same layout.
    ///
    /// # Errors
    /// As [`Config::from_toml`].
    pub fn from_json(text: &str) -> Result<Config> {
        let value: Value = serde_json::from_str(text)
            .map_err(|error| Error::new(Code::ConfigSyntax, format!("not JSON: line {}, column {}", error.line(), error.column())))?;
        from_value(value)
    }

    /// Reads a configuration file; `.json` is JSON, everything else TOML.
    ///
    /// # Errors
    /// `config.read` if the file can't be read, else as [`Config::from_toml`].
    pub fn from_file(path: impl AsRef<std::path::Path>) -> Result<Config> {
        let path = path.as_ref();
        let text = std::fs::read_to_string(path).map_err(|error| Error::new(Code::ConfigRead, format!("{}: {error}", path.display())))?;
        if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("json")) { Config::from_json(&text) } else { Config::from_toml(&text) }
    }

    /// The JSON Schema of the configuration (draft 2020-12).
    pub fn json_schema() -> Value {
        let mut schema = schemars::schema_for!(Config).to_value();
        if let Some(object) = schema.as_object_mut() {
            object.insert("title".into(), "Milkglass configuration".into());
        }
        schema
    }
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or("not TOML").to_owned()
}

fn from_value(value: Value) -> Result<Config> {
    let schema = Config::json_schema();
    check(&value, &schema, &schema, "")?;
    let config: Config = serde_json::from_value(value).map_err(|error| Error::new(Code::ConfigValue, error.to_string()))?;
    if config.schema != Schema(1) {
        return Err(Error::new(Code::ConfigValue, format!("schema = {} is not known; this version reads schema = 1", config.schema.0)));
    }
    if config.site.effective.as_deref().is_some_and(|date| !is_date(date)) {
        return Err(Error::new(Code::ConfigValue, "site.effective must be a date, YYYY-MM-DD"));
    }
    for pattern in &config.privacy.pattern {
        if pattern.name.is_empty() || pattern.regex.is_empty() {
            return Err(Error::new(Code::ConfigMissing, "privacy.pattern needs both name and regex"));
        }
    }
    Ok(config)
}

/// A calendar date of four, two and two digits; the notice formats it later and rejects 31 February there.
fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let part = |p: Option<&str>, len: usize, max: u32| {
        p.is_some_and(|p| p.len() == len && p.bytes().all(|b| b.is_ascii_digit()) && p.parse::<u32>().is_ok_and(|n| (1..=max).contains(&n)))
    };
    part(parts.next(), 4, 9999) && part(parts.next(), 2, 12) && part(parts.next(), 2, 31) && parts.next().is_none()
}

/// Walks value and schema together: keys that do not exist, then types, enumerations and ranges.
fn check(value: &Value, schema: &Value, root: &Value, path: &str) -> Result<()> {
    let schema = resolve(schema, root);
    if let Some(options) = schema.get("anyOf").or_else(|| schema.get("oneOf")).and_then(Value::as_array) {
        return check_options(value, options, root, path);
    }
    match value {
        Value::Object(object) => check_object(object, schema, root, path),
        Value::Array(items) => {
            let Some(item_schema) = schema.get("items") else { return wrong_type(schema, path) };
            items.iter().enumerate().try_for_each(|(i, item)| check(item, item_schema, root, &format!("{path}[{i}]")))
        }
        Value::Null => Ok(()),
        _ => check_scalar(value, schema, path),
    }
}

fn resolve<'a>(schema: &'a Value, root: &'a Value) -> &'a Value {
    schema
        .get("$ref")
        .and_then(Value::as_str)
        .and_then(|reference| reference.strip_prefix('#'))
        .and_then(|pointer| root.pointer(pointer))
        .unwrap_or(schema)
}

/// `anyOf` is an optional value, `oneOf` an enumeration with a description per value.
fn check_options(value: &Value, options: &[Value], root: &Value, path: &str) -> Result<()> {
    let allowed: Vec<&str> = options.iter().filter_map(|o| o.get("const").and_then(Value::as_str)).collect();
    if !allowed.is_empty() {
        return one_of(value, &allowed, path);
    }
    let real: Vec<&Value> = options.iter().filter(|o| o.get("type").and_then(Value::as_str) != Some("null")).collect();
    match real.as_slice() {
        [only] => check(value, only, root, path),
        _ => Ok(()),
    }
}

fn one_of(value: &Value, allowed: &[&str], path: &str) -> Result<()> {
    match value.as_str() {
        Some(text) if allowed.contains(&text) => Ok(()),
        Some(text) => Err(Error::new(
            Code::ConfigValue,
            format!("{path} can't be `{text}`{}; it is one of {}", suggestion(text, allowed.iter().copied()), allowed.join(", ")),
        )),
        None => Err(Error::new(Code::ConfigValue, format!("{path} must be one of {}", allowed.join(", ")))),
    }
}

fn check_object(object: &Map<String, Value>, schema: &Value, root: &Value, path: &str) -> Result<()> {
    let properties = schema.get("properties").and_then(Value::as_object);
    let additional = schema.get("additionalProperties").filter(|a| a.is_object());
    if properties.is_none() && additional.is_none() {
        return wrong_type(schema, path);
    }
    for (key, value) in object {
        let here = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        match properties.and_then(|p| p.get(key)).or(additional) {
            Some(inner) => check(value, inner, root, &here)?,
            None => {
                let known = properties.into_iter().flatten().map(|(name, _)| name.as_str());
                return Err(Error::new(Code::ConfigUnknownKey, format!("unknown key `{here}`{}", suggestion(key, known))));
            }
        }
    }
    Ok(())
}

fn check_scalar(value: &Value, schema: &Value, path: &str) -> Result<()> {
    if let Some(allowed) = schema.get("enum").and_then(Value::as_array) {
        let allowed: Vec<&str> = allowed.iter().filter_map(Value::as_str).collect();
        return one_of(value, &allowed, path);
    }
    let types: Vec<&str> = match schema.get("type") {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(many)) => many.iter().filter_map(Value::as_str).collect(),
        _ => return Ok(()),
    };
    let fits = types.iter().any(|t| match *t {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64(),
        "number" => value.is_number(),
        _ => false,
    });
    if !fits {
        return wrong_type(schema, path);
    }
    let (low, high) = (schema.get("minimum").and_then(Value::as_f64), schema.get("maximum").and_then(Value::as_f64));
    if let Some(number) = value.as_f64()
        && (low.is_some_and(|l| number < l) || high.is_some_and(|h| number > h))
    {
        let bound = match (low, high) {
            (Some(l), Some(h)) => format!("between {l} and {h}"),
            (Some(l), None) => format!("at least {l}"),
            (_, Some(h)) => format!("at most {h}"),
            _ => String::new(),
        };
        return Err(Error::new(Code::ConfigValue, format!("{path} must be {bound}")));
    }
    Ok(())
}

fn wrong_type(schema: &Value, path: &str) -> Result<()> {
    let wanted = match schema.get("type") {
        Some(Value::String(one)) => one.clone(),
        Some(Value::Array(many)) => many.iter().filter_map(Value::as_str).filter(|t| *t != "null").collect::<Vec<_>>().join(" or "),
        _ => "another type".to_owned(),
    };
    let wanted = match wanted.as_str() {
        "object" => "a table",
        "array" => "a list",
        "integer" => "a whole number, zero or more",
        "string" => "a text",
        other => other,
    };
    Err(Error::new(Code::ConfigValue, format!("{} must be {wanted}", if path.is_empty() { "the configuration" } else { path })))
}

/// The nearest name, if it is near enough to be what was meant.
fn suggestion<'a>(wrong: &str, known: impl Iterator<Item = &'a str>) -> String {
    known
        .map(|name| (strsim::damerau_levenshtein(wrong, name), name))
        .min()
        .filter(|(distance, name)| *distance <= 3.max(name.len() / 3))
        .map(|(_, name)| format!("; did you mean `{name}`?"))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(toml: &str) -> String {
        Config::from_toml(toml).unwrap_err().to_string()
    }

    #[test]
    fn unknown_keys_name_themselves_and_the_nearest() {
        assert_eq!(error("[privacy]\nprofil = \"strict\""), "config.unknown_key: unknown key `privacy.profil`; did you mean `profile`?");
        assert_eq!(error("[[vendor]]\nvatid = \"X\""), "config.unknown_key: unknown key `vendor[0].vatid`; did you mean `vat_id`?");
        assert!(error("[controller.dpo]\nmail = \"x\"").contains("`controller.dpo.mail`; did you mean `email`?"));
    }

    #[test]
    fn values_name_the_key_and_what_fits() {
        assert!(error("[privacy]\nprofile = \"ballanced\"").contains("privacy.profile can't be `ballanced`; did you mean `balanced`?"));
        assert!(error("[purpose]\nretention_days = 0").contains("purpose.retention_days must be between 1 and 3650"));
        assert!(error("[purpose]\nretention_days = \"30\"").contains("must be a whole number"));
        assert!(error("[site]\neffective = \"soon\"").contains("YYYY-MM-DD"));
        assert!(error("schema = 2").contains("schema = 2"));
        assert!(error("[privacy").starts_with("config.syntax"));
    }

    #[test]
    fn toml_and_json_give_the_same() {
        let toml = Config::from_toml("[site]\nname = \"S\"\n[privacy.words]\nTEAM = [\"Ann\"]").unwrap();
        let json = Config::from_json(r#"{"site":{"name":"S"},"privacy":{"words":{"TEAM":["Ann"]}}}"#).unwrap();
        assert_eq!(toml, json);
        assert_eq!(toml.fingerprint(), json.fingerprint());
    }

    #[test]
    fn an_empty_configuration_is_the_default() {
        assert_eq!(Config::from_toml("").unwrap(), Config::default());
    }
}
