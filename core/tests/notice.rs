//! Notices over every language, many configurations and every format: whole, true, escaped and the same each time.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast;
use html5gum::{Token, Tokenizer};
use milkglass::Config;
use milkglass::notice::{self, Format, Length};
use serde_json::Value;

const FORMATS: [Format; 6] = [Format::Text, Format::Markdown, Format::Html, Format::Json, Format::JsonLd, Format::WordPress];
const LENGTHS: [Length; 3] = [Length::Full, Length::Short, Length::Banner];

const BASE: &str = r#"
[site]
name = "Glass Shop"
url = "https://shop.example"
jurisdictions = ["DE"]
effective = "2026-11-01"
[controller]
legal_name = "Glass Shop GmbH"
address = "Main Street 1, 10115 Berlin"
email = "privacy@shop.example"
vat_id = "DE123456788"
[[vendor]]
legal_name = "Replay, s.r.o."
vat_id = "CZ12345678"
country = "CZ"
[upload]
endpoint = "https://collector.example/v1/batches"
"#;

/// The base configuration with some values replaced, each as `section.key` and its TOML.
fn with(changes: &[(&str, &str)]) -> Config {
    let mut value: toml::Table = BASE.parse().unwrap();
    for (path, text) in changes {
        let new: toml::Table = format!("v = {text}").parse().unwrap();
        let (section, key) = path.split_once('.').unwrap();
        let new = new["v"].clone();
        match section {
            "vendor" => {
                value["vendor"][0].as_table_mut().unwrap().insert(key.into(), new);
            }
            _ => {
                value.entry(section).or_insert_with(|| toml::Table::new().into()).as_table_mut().unwrap().insert(key.into(), new);
            }
        }
    }
    Config::from_toml(&value.to_string()).unwrap()
}

/// 64 configurations in which every value of every setting that shows in a notice occurs several times.
fn configurations() -> Vec<Config> {
    let of = |i: usize, values: &[&'static str]| values[i % values.len()];
    (0..64)
        .map(|i| {
            with(&[
                ("privacy.profile", of(i, &["\"strict\"", "\"balanced\"", "\"forms\""])),
                ("privacy.ip", of(i / 3, &["\"drop\"", "\"truncate\"", "\"keep\""])),
                ("privacy.canvas", of(i / 2, &["\"drop\"", "\"keep\""])),
                ("privacy.console", of(i / 5, &["\"drop\"", "\"mask\""])),
                ("privacy.network", of(i / 7, &["\"drop\"", "\"urls\"", "\"mask\""])),
                ("privacy.media", of(i / 4, &["\"block\"", "\"keep\""])),
                ("privacy.custom_events", of(i / 6, &["\"mask\"", "\"drop\""])),
                ("privacy.detectors", of(i / 9, &["[\"default\"]", "[\"EMAIL\"]", "[]"])),
                ("privacy.sensitive_pages", of(i / 3, &["[]", "[\"/account/*\"]", "[\"/a\", \"/b\", \"/c\"]"])),
                ("privacy.mask", of(i, &["[]", "[\".m\"]"])),
                ("privacy.block", of(i / 2, &["[]", "[\".b\"]"])),
                ("privacy.ignore", of(i / 3, &["[]", "[\".i\"]"])),
                ("privacy.allow", of(i / 5, &["[]", "[\".a\"]"])),
                (
                    "purpose.ids",
                    of(
                        i,
                        &["[\"usability\"]", "[\"support\", \"security\"]", "[\"usability\", \"support\", \"security\", \"statistics\"]"],
                    ),
                ),
                ("purpose.legal_basis", of(i / 8, &["\"consent\"", "\"legitimate_interest\"", "\"contract\""])),
                ("purpose.retention_days", of(i, &["1", "2", "3", "5", "11", "21", "22", "30", "101", "365"])),
                ("consent.required", of(i / 11, &["\"auto\"", "\"always\"", "\"never\""])),
                ("consent.valid_days", of(i, &["1", "180", "2", "365", "21"])),
                ("consent.min_age", of(i / 2, &["16", "0", "13"])),
                ("consent.strict_dnt", of(i, &["false", "true"])),
                ("upload.durability", of(i, &["\"process\"", "\"memory\"", "\"durable\""])),
                ("upload.sink", of(i / 2, &["\"collector\"", "\"s3\""])),
                ("vendor.role", of(i, &["\"processor\"", "\"joint\"", "\"independent\""])),
                ("vendor.country", of(i / 3, &["\"CZ\"", "\"US\"", "\"CH\"", "\"CA\"", "\"\""])),
                ("vendor.policy_url", of(i, &["\"https://vendor.example/p\"", "\"\""])),
                (
                    if i % 7 == 0 { "consent.min_age" } else { "vendor.transfer" },
                    if i % 7 == 0 { "18" } else { of(i, &["\"adequacy\"", "\"dpf\"", "\"scc\"", "\"bcr\"", "\"derogation\""]) },
                ),
                (
                    "site.jurisdictions",
                    of(
                        i,
                        &[
                            "[\"DE\"]",
                            "[]",
                            "[\"FR\", \"GB\"]",
                            "[\"CH\"]",
                            "[\"US-CA\", \"US-TX\"]",
                            "[\"CA-QC\"]",
                            "[\"BR\", \"DE\"]",
                            "[\"JP\"]",
                            "[\"AU\"]",
                            "[\"XX\"]",
                            "[\"GB\"]",
                            "[\"CA\", \"CZ\", \"PL\"]",
                        ],
                    ),
                ),
                (
                    "controller.dpo",
                    of(i, &["{ legal_name = \"Dr. Eve\", email = \"dpo@shop.example\" }", "{}", "{ address = \"Side Street 2\" }"]),
                ),
                ("controller.representative", of(i / 4, &["{}", "{ legal_name = \"EU Rep Ltd\" }"])),
            ])
        })
        .collect()
}

fn languages() -> Vec<&'static str> {
    notice::locales().unwrap().into_iter().map(|locale| locale.language).collect()
}

/// Ids of the clauses of a notice.
fn ids(config: &Config, length: Length) -> BTreeSet<String> {
    let value: Value = serde_json::from_str(&notice::render(config, "en", Format::Json, length).unwrap()).unwrap();
    clauses(&value).into_iter().map(|(id, _)| id).collect()
}

fn clauses(value: &Value) -> Vec<(String, String)> {
    let sections = value["sections"].as_array().unwrap();
    assert!(!sections.is_empty());
    sections
        .iter()
        .flat_map(|section| section["clauses"].as_array().unwrap())
        .map(|clause| (clause["id"].as_str().unwrap().to_owned(), clause["text"].as_str().unwrap().to_owned()))
        .collect()
}

#[test]
fn every_language_configuration_and_format_is_whole() {
    let configurations = configurations();
    let distinct: BTreeSet<String> = configurations.iter().map(Config::fingerprint).collect();
    assert_eq!(distinct.len(), 64);
    for language in languages() {
        for config in &configurations {
            let fingerprint = config.fingerprint();
            for format in FORMATS {
                for length in LENGTHS {
                    if length != Length::Full && !matches!(format, Format::Text | Format::Json) {
                        continue;
                    }
                    let text = notice::render(config, language, format, length).unwrap();
                    assert!(text.contains(&fingerprint), "{language} {format:?}");
                    match format {
                        Format::Json => {
                            let value: Value = serde_json::from_str(&text).unwrap();
                            for (id, text) in clauses(&value) {
                                assert_whole(&text, &format!("{language} {id}"));
                            }
                        }
                        Format::JsonLd => {
                            let value: Value = serde_json::from_str(&text).unwrap();
                            assert_eq!(value["@type"], "dpv:PrivacyNotice");
                            assert_whole(value["dct:description"]["@value"].as_str().unwrap(), language);
                        }
                        Format::Html | Format::WordPress => {
                            assert_whole(&text, language);
                            assert_well_formed(&text);
                        }
                        _ => assert_whole(&text, language),
                    }
                }
            }
        }
    }
}

/// No variable left, no brace, no gap where a value should be.
fn assert_whole(text: &str, what: &str) {
    for bad in ["{", "}", "  ", "()", "( ", " )", "„“", "“”", "<p></p>", "<li></li>", " , ", "\u{2068}", "\u{2069}"] {
        assert!(!text.contains(bad), "{what}: {bad:?} in {text}");
    }
    assert!(text.lines().all(|line| !line.trim_end().ends_with("- ") && line.trim() != "-"), "{what}: {text}");
}

/// Every element is closed in order, and headings don't skip a level.
fn assert_well_formed(html: &str) {
    let mut open: Vec<Vec<u8>> = Vec::new();
    let mut level = 1;
    for token in Tokenizer::new(html).flatten() {
        match token {
            Token::StartTag(tag) => {
                assert!(!tag.attributes.contains_key(&b"style"[..]), "{html}");
                if let [b'h', digit @ b'1'..=b'6'] = tag.name.as_slice() {
                    let new = i32::from(digit - b'0');
                    assert!(new <= level + 1, "{html}");
                    level = new;
                }
                open.push(tag.name.to_vec());
            }
            Token::EndTag(tag) => assert_eq!(open.pop().as_deref(), Some(tag.name.as_slice()), "{html}"),
            Token::Error(error) => panic!("{error:?} in {html}"),
            _ => {}
        }
    }
    assert!(open.is_empty());
}

#[test]
fn the_same_configuration_gives_the_same_bytes() {
    for language in languages() {
        for format in FORMATS {
            let config = with(&[]);
            let once = notice::render(&config, language, format, Length::Full).unwrap();
            assert_eq!(once, notice::render(&config, language, format, Length::Full).unwrap());
        }
    }
}

/// What a clause needs to be there, and what takes it away.
#[test]
fn each_clause_is_there_if_and_only_if_the_configuration_makes_it_true() {
    type Changes = &'static [(&'static str, &'static str)];
    const FORMS: Changes = &[("privacy.profile", "\"forms\"")];
    const STRICT: Changes = &[("privacy.profile", "\"strict\"")];
    const US: Changes = &[("vendor.country", "\"US\"")];
    let table: &[(&str, Changes, Changes)] = &[
        ("brief-forms", FORMS, &[]),
        ("recorded-typing-forms", FORMS, STRICT),
        ("recorded-typing-masked", &[], FORMS),
        ("never-typed", &[], FORMS),
        ("never-choices", STRICT, FORMS),
        ("recorded-page-outline", STRICT, &[]),
        ("recorded-page-text", &[], STRICT),
        ("never-text", STRICT, &[("privacy.profile", "\"strict\""), ("privacy.allow", "[\".a\"]")]),
        ("never-media", STRICT, &[("privacy.profile", "\"strict\""), ("privacy.media", "\"keep\"")]),
        ("recorded-media", &[("privacy.media", "\"keep\"")], &[]),
        ("recorded-canvas", &[("privacy.canvas", "\"keep\"")], &[("privacy.canvas", "\"keep\""), ("privacy.profile", "\"strict\"")]),
        ("recorded-custom", &[], STRICT),
        ("never-console", STRICT, &[]),
        ("never-canvas", &[], &[("privacy.canvas", "\"keep\"")]),
        ("recorded-console", &[], &[("privacy.console", "\"drop\"")]),
        ("never-console", &[("privacy.console", "\"drop\"")], &[]),
        ("recorded-network-urls", &[("privacy.network", "\"urls\"")], &[("privacy.network", "\"mask\"")]),
        ("recorded-network-full", &[("privacy.network", "\"mask\"")], &[("privacy.network", "\"urls\"")]),
        ("never-network", &[], &[("privacy.network", "\"urls\"")]),
        ("recorded-custom", &[], &[("privacy.custom_events", "\"drop\"")]),
        ("recorded-ip-full", &[("privacy.ip", "\"keep\"")], &[("privacy.ip", "\"truncate\"")]),
        ("recorded-ip-short", &[("privacy.ip", "\"truncate\"")], &[]),
        ("never-ip", &[], &[("privacy.ip", "\"truncate\"")]),
        ("masked-detect", &[], &[("privacy.detectors", "[\"EMAIL\"]")]),
        ("masked-detect-some", &[("privacy.detectors", "[\"EMAIL\"]")], &[("privacy.detectors", "[]")]),
        ("masked-pages", &[("privacy.sensitive_pages", "[\"/a\"]")], &[]),
        ("masked-areas", &[("privacy.mask", "[\".a\"]")], &[]),
        ("masked-blocked", &[("privacy.block", "[\".a\"]")], &[]),
        ("masked-ignored", &[("privacy.ignore", "[\".a\"]")], &[]),
        ("masked-allowed", &[("privacy.allow", "[\".a\"]")], &[]),
        ("masked-waiting", &[], &[("upload.durability", "\"memory\"")]),
        ("masked-transit", &[], &[("upload.endpoint", "\"http://127.0.0.1:8080/v1/batches\"")]),
        ("choice-asked", &[], &[("site.jurisdictions", "[\"DE\", \"AU\"]")]),
        ("choice-mixed", &[("site.jurisdictions", "[\"DE\", \"AU\"]")], &[]),
        ("choice-optout", &[("consent.required", "\"never\"")], &[]),
        ("choice-withdraw", &[], &[("consent.required", "\"never\"")]),
        ("choice-valid", &[], &[("consent.required", "\"never\"")]),
        ("choice-object", &[("site.jurisdictions", "[\"AU\"]")], &[]),
        ("choice-delete", &[], &[("upload.sink", "\"kafka\"")]),
        ("choice-dnt", &[("consent.strict_dnt", "true")], &[]),
        ("choice-age", &[], &[("consent.min_age", "0")]),
        ("basis-consent", &[], &[("consent.required", "\"never\"")]),
        ("basis-consent-other", &[("site.jurisdictions", "[\"CH\"]"), ("consent.required", "\"always\"")], &[]),
        ("basis-interest", &[("purpose.legal_basis", "\"legitimate_interest\"")], &[]),
        ("basis-contract", &[("purpose.legal_basis", "\"contract\"")], &[]),
        ("basis-device", &[], &[("site.jurisdictions", "[\"AU\"]")]),
        ("vendor-processor", &[], &[("vendor.role", "\"joint\"")]),
        ("vendor-joint", &[("vendor.role", "\"joint\"")], &[]),
        ("vendor-independent", &[("vendor.role", "\"independent\"")], &[]),
        ("vendor-policy", &[("vendor.policy_url", "\"https://vendor.example\"")], &[]),
        ("transfer-open", US, &[]),
        ("transfer-dpf", &[("vendor.country", "\"US\""), ("vendor.transfer", "\"dpf\"")], &[("vendor.transfer", "\"dpf\"")]),
        ("transfer-scc", &[("vendor.country", "\"IN\""), ("vendor.transfer", "\"scc\"")], US),
        ("right-portability", &[], &[("purpose.legal_basis", "\"legitimate_interest\"")]),
        ("right-object", &[("purpose.legal_basis", "\"legitimate_interest\"")], &[]),
        ("right-restriction", &[], &[("site.jurisdictions", "[\"AU\"]")]),
        ("controller-vat", &[], &[("controller.vat_id", "\"\"")]),
        ("dpo", &[("controller.dpo", "{ legal_name = \"Eve\" }")], &[]),
        ("representative", &[("controller.representative", "{ legal_name = \"Rep\" }")], &[]),
        ("california-categories", &[("site.jurisdictions", "[\"US-CA\"]")], &[("site.jurisdictions", "[\"US-TX\"]")]),
        (
            "california-disclosed",
            &[("site.jurisdictions", "[\"US-CA\"]"), ("vendor.role", "\"independent\"")],
            &[("site.jurisdictions", "[\"US-CA\"]")],
        ),
        (
            "quebec-transfer",
            &[("site.jurisdictions", "[\"CA-QC\"]")],
            &[("site.jurisdictions", "[\"CA-QC\"]"), ("vendor.country", "\"CA\"")],
        ),
        ("purpose-security", &[("purpose.ids", "[\"security\"]")], &[]),
        ("purpose-usability", &[], &[("purpose.ids", "[\"security\"]")]),
    ];
    for (id, there, gone) in table {
        assert!(ids(&with(there), Length::Full).contains(*id), "{id} is missing with {there:?}");
        assert!(!ids(&with(gone), Length::Full).contains(*id), "{id} is there with {gone:?}");
    }
    // What holds in every configuration.
    for config in configurations() {
        let ids = ids(&config, Length::Full);
        for id in ["never-passwords", "never-cards", "never-codes", "never-marked", "retention", "right-access", "recorded-pointer"] {
            assert!(ids.contains(id), "{id}");
        }
    }
}

#[test]
fn the_short_statement_names_the_vendor_only_where_personal_data_may_be_recorded() {
    let closed = with(&[("privacy.profile", "\"strict\"")]);
    assert!(ids(&closed, Length::Short).contains("short-none") && !ids(&closed, Length::Short).contains("short-statement"));
    for config in [with(&[]), with(&[("privacy.profile", "\"forms\"")])] {
        assert!(ids(&config, Length::Short).contains("short-statement"));
    }
    let german = notice::render(&with(&[]), "de", Format::Text, Length::Short).unwrap();
    assert!(german.contains("von uns oder von Dritten wie Replay, s.r.o. (USt-IdNr. CZ12345678) erhoben werden."), "{german}");
    let value: Value = serde_json::from_str(&notice::render(&with(&[]), "fr", Format::Json, Length::Short).unwrap()).unwrap();
    assert_eq!((&value["kind"], &value["sections"][0]["id"]), (&"short_statement".into(), &"short_statement".into()));
}

#[test]
fn legal_names_and_vat_ids_stay_as_written_in_every_language() {
    let config = with(&[]);
    for language in languages() {
        for length in LENGTHS {
            let text = notice::render(&config, language, Format::Text, length).unwrap();
            assert!(text.contains("Replay, s.r.o.") && text.contains("CZ12345678"), "{language} {length:?}");
        }
    }
}

#[test]
fn the_banner_gives_both_choices_the_same_weight() {
    for language in languages() {
        let value: Value = serde_json::from_str(&notice::render(&with(&[]), language, Format::Json, Length::Banner).unwrap()).unwrap();
        let label = |name: &str| value["buttons"][name].as_str().unwrap().to_owned();
        let (accept, refuse) = (label("accept"), label("refuse"));
        assert_ne!(accept, refuse);
        let (a, b) = (accept.chars().count(), refuse.chars().count());
        assert!(a.abs_diff(b) <= 8, "{language}: {accept} / {refuse}");
        let html = notice::render(&with(&[]), language, Format::Html, Length::Banner).unwrap();
        let buttons: Vec<&str> = html.lines().filter(|line| line.starts_with("<button")).collect();
        assert_eq!(buttons.len(), 2);
        let shape = |line: &str, choice: &str, text: &str| line.replace(choice, "").replace(text, "");
        assert_eq!(shape(buttons[0], "accept", &accept), shape(buttons[1], "refuse", &refuse));
    }
}

#[test]
fn hostile_values_are_text_and_nothing_else() {
    let hostile = "</p><script>alert(1)</script>\" onload='x' & *[a](javascript:x)*\n# forged\u{202E}";
    let quoted = Value::from(hostile).to_string().replace("\\u202e", "\u{202E}");
    let config = with(&[
        ("site.name", &quoted),
        ("controller.legal_name", &quoted),
        ("controller.email", "\"a@b.example?bcc=x\""),
        ("vendor.legal_name", &quoted),
        ("vendor.vat_id", &quoted),
        ("vendor.country", &quoted),
        ("vendor.policy_url", "\"javascript:alert(1)\""),
        ("privacy.sensitive_pages", &format!("[{quoted}]")),
    ]);
    for language in languages() {
        for length in LENGTHS {
            let html = notice::render(&config, language, Format::Html, length).unwrap();
            assert!(
                !html.contains("<script") && !html.contains("href=\"javascript") && !html.contains("mailto:") && !html.contains('\u{202E}')
            );
            assert_well_formed(&html);
            let markdown = notice::render(&config, language, Format::Markdown, length).unwrap();
            assert!(
                !markdown.replace("\\]", "").contains("](") && !markdown.contains("\n# forged") && !markdown.contains(" *["),
                "{markdown}"
            );
            let text = notice::render(&config, language, Format::Text, length).unwrap();
            assert!(!text.contains("\n# forged"));
            for format in [Format::Json, Format::JsonLd] {
                serde_json::from_str::<Value>(&notice::render(&config, language, format, length).unwrap()).unwrap();
            }
        }
    }
}

#[test]
fn what_is_missing_is_named() {
    let error = |text: &str| notice::render(&Config::from_toml(text).unwrap(), "de", Format::Text, Length::Full).unwrap_err();
    let found = error("");
    assert_eq!(found.code(), "config.missing");
    for key in ["controller.legal_name", "controller.email", "vendor"] {
        assert!(found.message().contains(key), "{found}");
    }
    assert!(error("[[vendor]]\ncountry = \"CZ\"").message().contains("vendor[0].legal_name"));
    assert_eq!(notice::render(&with(&[]), "tlh", Format::Text, Length::Full).unwrap_err().code(), "notice.language");
    assert_eq!(
        notice::render(&with(&[("site.effective", "\"2026-02-31\"")]), "de", Format::Text, Length::Full).unwrap_err().code(),
        "config.value"
    );
}

// --- the locale files ----------------------------------------------------------------------------------------------

/// What one message takes: its variables and, by number, the plural categories it tells apart.
#[derive(Debug, Default, PartialEq, Eq)]
struct Shape {
    variables: BTreeSet<String>,
    plurals: BTreeMap<String, BTreeSet<String>>,
}

fn shapes(language: &str) -> BTreeMap<String, Shape> {
    let path = format!("{}/{language}.ftl", LOCALES);
    let source = std::fs::read_to_string(&path).unwrap();
    let resource = fluent_syntax::parser::parse(source.as_str()).unwrap_or_else(|(_, errors)| panic!("{path}: {errors:?}"));
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        if let ast::Entry::Message(message) = entry {
            assert!(message.attributes.is_empty());
            let mut shape = Shape::default();
            walk(&message.value.unwrap(), &mut shape);
            assert!(messages.insert(message.id.name.to_owned(), shape).is_none(), "{path}: {} twice", message.id.name);
        }
    }
    messages
}

fn walk(pattern: &ast::Pattern<&str>, shape: &mut Shape) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            match expression {
                ast::Expression::Inline(inline) => inline_variable(inline, shape),
                ast::Expression::Select { selector, variants } => {
                    inline_variable(selector, shape);
                    let ast::InlineExpression::VariableReference { id } = selector else { panic!("{selector:?}") };
                    let categories = shape.plurals.entry(id.name.to_owned()).or_default();
                    for variant in variants {
                        let ast::VariantKey::Identifier { name } = variant.key else { panic!("{:?}", variant.key) };
                        categories.insert(name.to_owned());
                    }
                    for variant in variants {
                        walk(&variant.value, shape);
                    }
                }
            }
        }
    }
}

fn inline_variable(inline: &ast::InlineExpression<&str>, shape: &mut Shape) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            shape.variables.insert(id.name.to_owned());
        }
        other => panic!("{other:?}"),
    }
}

/// The plural categories that whole numbers up to 3,650 fall into.
fn categories(language: &str) -> BTreeSet<String> {
    let rules = intl_pluralrules::PluralRules::create(
        language.parse::<unic_langid::LanguageIdentifier>().unwrap(),
        intl_pluralrules::PluralRuleType::CARDINAL,
    )
    .unwrap();
    let mut found: BTreeSet<String> = (1..=3650u32).map(|n| format!("{:?}", rules.select(n).unwrap()).to_lowercase()).collect();
    found.insert("other".to_owned());
    found
}

#[test]
fn every_locale_has_the_same_messages_variables_and_its_own_plurals() {
    let source = shapes("en");
    assert!(source.len() > 150);
    for language in languages() {
        let found = shapes(language);
        let ids = |shapes: &BTreeMap<String, Shape>| shapes.keys().cloned().collect::<Vec<_>>();
        assert_eq!(ids(&found), ids(&source), "{language}");
        for (id, shape) in &found {
            let original = &source[id];
            assert_eq!(shape.variables, original.variables, "{language} {id}");
            assert_eq!(shape.plurals.keys().collect::<Vec<_>>(), original.plurals.keys().collect::<Vec<_>>(), "{language} {id}");
            for plurals in shape.plurals.values() {
                assert_eq!(*plurals, categories(language), "{language} {id}");
            }
        }
    }
}

#[test]
fn every_locale_says_what_state_it_is_in() {
    let locales = notice::locales().unwrap();
    let files: BTreeSet<String> = std::fs::read_dir(LOCALES)
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(files, locales.iter().map(|l| l.language.to_owned()).collect::<BTreeSet<_>>());
    for locale in &locales {
        assert!(["drafted", "native", "lawyer"].contains(&locale.status.as_str()), "{}", locale.language);
        assert!(locale.source_version.parse::<u32>().is_ok() && !locale.name.is_empty());
    }
    let names: BTreeSet<&str> = locales.iter().map(|l| l.name.as_str()).collect();
    assert_eq!(names.len(), locales.len());
}

const LOCALES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/locales");
