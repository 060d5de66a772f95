//! The recorder's set-up for the page, so that it masks in the browser what the engine masks on the server.
//!
//! In: a [`Config`] and the address where the host takes events. Out: options of rrweb's `record` as [JSON](Format::Json),
//! or a [script](Format::Js) that waits for consent, records with them and posts what it has.
//!
//! The script is a first layer and no replacement: what a browser can't tell in a short script is left to the engine, and
//! every format [says so](server_only). It is never weaker than rrweb's own masking. See `docs/snippet.md`.

mod options;
mod script;
mod selectors;
mod words;

use std::str::FromStr;

use serde::Serialize;

use crate::config::{Canvas, Config, Profile};
use crate::error::{Code, Error, Result};
use options::Options;

/// Where the script posts events if the host names no other place.
pub const ENDPOINT: &str = "/milkglass/events";

/// How the set-up is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// A classic script that defines `window.milkglass`.
    Js,
    /// The same as an ES module.
    Module,
    /// Options for rrweb's `record`, without functions, for a recorder of the host's own.
    Json,
}

impl FromStr for Format {
    type Err = Error;

    fn from_str(text: &str) -> Result<Format> {
        Ok(match text.to_ascii_lowercase().as_str() {
            "js" => Format::Js,
            "module" => Format::Module,
            "json" => Format::Json,
            _ => return Err(Error::new(Code::StateArgument, "the format is one of js, module, json")),
        })
    }
}

/// What the JSON holds.
#[derive(Serialize)]
struct Setup<'a> {
    fingerprint: &'a str,
    profile: Profile,
    endpoint: &'a str,
    /// Options for `rrweb.record`, beside `emit`.
    record: &'a Options,
    server_only: Vec<&'static str>,
}

/// Writes the set-up of the recorder for a configuration. The same configuration gives the same bytes, and they carry its
/// fingerprint.
///
/// `endpoint` is a path or address of the host itself, which hands the events to the engine; never the collector's, whose
/// write key has no place in a page.
///
/// # Errors
/// - `state.argument` if `endpoint` is neither a path from `/` on nor an https address (http to loopback).
/// - `config.selector` if a selector of the configuration can't be used.
///
/// ```
/// use milkglass::{Config, snippet::{self, Format}};
///
/// let config = Config::from_toml("[privacy]\nblock = [\".map\"]")?;
/// let script = snippet::render(&config, Format::Module, "/api/events")?;
/// assert!(script.contains(&config.fingerprint()) && script.contains("/api/events") && script.contains(".map"));
/// # Ok::<(), milkglass::Error>(())
/// ```
pub fn render(config: &Config, format: Format, endpoint: &str) -> Result<String> {
    check_endpoint(endpoint)?;
    check_selectors(config)?;
    let fingerprint = config.fingerprint();
    let selectors = selectors::Selectors::of(&config.privacy);
    let options = Options::of(&config.privacy, &selectors);
    match format {
        Format::Json => {
            let setup = Setup {
                fingerprint: &fingerprint,
                profile: config.privacy.profile,
                endpoint,
                record: &options,
                server_only: server_only(config, format),
            };
            let mut text = serde_json::to_string_pretty(&setup).map_err(unwritable)?;
            text.push('\n');
            Ok(text)
        }
        Format::Js | Format::Module => script::render(config, &fingerprint, format, endpoint, &selectors, &options),
    }
}

/// What the set-up leaves to the engine on the server, one sentence each.
pub fn server_only(config: &Config, format: Format) -> Vec<&'static str> {
    let mut list = vec![
        "personal data in page text and attributes, found by detectors and labels",
        "what was typed where it appears again: in text, attributes, titles, addresses, messages",
        "tokens, searches and names in addresses of pages, links, pictures and style sheets",
        "text inside style sheets and fonts",
        "payloads of custom events and of plugins",
        "pointer targets inside blocked elements and on keypads, and selections in masked text",
        "fields that were sensitive on an earlier page",
    ];
    if format == Format::Json {
        list.push("attributes of masked elements, and masked elements that hold shadow roots or frames");
        list.push("the state of radio buttons and check boxes");
        if !config.privacy.sensitive_pages.is_empty() {
            list.push("pages that the configuration names sensitive, which are masked as strict");
        }
        if config.privacy.profile == Profile::Strict && !config.privacy.allow.is_empty() {
            list.push("elements that the configuration allows are masked here, too");
        }
    }
    if config.privacy.canvas == Canvas::Keep && format == Format::Json {
        list.push("text and pictures that are drawn on a canvas");
    }
    if config.privacy.profile == Profile::Forms && format == Format::Json {
        list.push("which typed text may be kept: without the script all of it is masked");
    }
    list
}

fn check_endpoint(endpoint: &str) -> Result<()> {
    let loopback = ["http://localhost", "http://127.0.0.1", "http://[::1]"]
        .iter()
        .any(|start| endpoint.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/'])));
    let path = endpoint.starts_with('/') && !endpoint.starts_with("//") && !endpoint.starts_with("/\\");
    let plain = endpoint.len() <= 2_000 && !endpoint.chars().any(|c| c.is_control() || c.is_whitespace());
    if plain && (path || loopback || endpoint.starts_with("https://")) {
        return Ok(());
    }
    Err(Error::new(Code::StateArgument, "the endpoint is a path of the host from / on, or an https address"))
}

/// The selectors stand in the page as they are: one that the engine refuses is refused here, too.
fn check_selectors(config: &Config) -> Result<()> {
    crate::redact::check_selectors(&config.privacy)
}

fn unwritable(_: serde_json::Error) -> Error {
    Error::new(Code::Internal, "the set-up can't be written as JSON")
}

#[cfg(test)]
mod tests;
