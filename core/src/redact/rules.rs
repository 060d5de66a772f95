//! The configuration as the engine uses it: compiled once, shared by all sessions.

use std::sync::Arc;

use super::selector::{Action, Selectors};
use crate::Config;
use crate::config::{Canvas, Console, CustomEvents, Ip, Media, Network, Privacy, Profile};
use crate::detect::{Detector, Kind, Settings};
use crate::error::{Code, Error, Result};

/// Compiled rules.
pub(crate) struct Rules {
    pub profile: Profile,
    pub canvas: Canvas,
    pub console: Console,
    pub network: Network,
    pub media: Media,
    pub custom_events: CustomEvents,
    pub vendor_markers: bool,
    pub selectors: Selectors,
    pub detector: Arc<Detector>,
    pub fingerprint: String,
    sensitive_pages: Vec<String>,
}

impl Rules {
    /// Compiles the rules of a configuration.
    ///
    /// # Errors
    /// `config.selector` and `config.pattern` name the selector or pattern that can't be used, `config.value` a detector
    /// type that does not exist.
    pub(crate) fn compile(config: &Config) -> Result<Rules> {
        let privacy: &Privacy = &config.privacy;
        Ok(Rules {
            profile: privacy.profile,
            canvas: privacy.canvas,
            console: privacy.console,
            network: privacy.network,
            media: privacy.media,
            custom_events: privacy.custom_events,
            vendor_markers: privacy.vendor_markers,
            selectors: selectors(privacy)?,
            detector: Arc::new(detector(privacy)?),
            fingerprint: config.fingerprint(),
            sensitive_pages: privacy.sensitive_pages.clone(),
        })
    }

    /// Whether the page at this address is one of the host's sensitive pages.
    pub(crate) fn is_sensitive_page(&self, href: &str) -> bool {
        if self.sensitive_pages.is_empty() {
            return false;
        }
        let after_scheme = href.split_once("://").map_or(href, |(_, rest)| rest.find('/').map_or("/", |i| rest.get(i..).unwrap_or("/")));
        let path = after_scheme.split(['?', '#']).next().unwrap_or("/");
        // The whole rest is tried too, so that routes kept in the fragment can be named.
        self.sensitive_pages.iter().any(|pattern| glob(pattern, path) || glob(pattern, after_scheme))
    }
}

fn selectors(privacy: &Privacy) -> Result<Selectors> {
    let lists = [
        (Action::Mask, &privacy.mask),
        (Action::Block, &privacy.block),
        (Action::Ignore, &privacy.ignore),
        (Action::Allow, &privacy.allow),
    ];
    let list: Vec<(Action, &str)> = lists.iter().flat_map(|(action, selectors)| selectors.iter().map(|s| (*action, s.as_str()))).collect();
    Selectors::compile(&list)
}

/// Whether the engine can use every selector of a configuration.
///
/// # Errors
/// `config.selector` names the first that it can't.
pub(crate) fn check_selectors(privacy: &Privacy) -> Result<()> {
    selectors(privacy).map(|_| ())
}

/// The detectors that a configuration asks for.
///
/// # Errors
/// `config.value` names a type that does not exist, `config.pattern` a pattern that can't be compiled.
pub(crate) fn detector(privacy: &Privacy) -> Result<Detector> {
    let mut types: Vec<Kind> = Vec::new();
    let mut all = false;
    for name in &privacy.detectors {
        match Kind::from_name(name) {
            Some(kind) => types.push(kind),
            None if name == "default" => all = true,
            None => {
                let known: Vec<&str> = Kind::ALL.iter().map(|k| k.as_str()).collect();
                return Err(Error::new(
                    Code::ConfigValue,
                    format!("privacy.detectors has no type `{name}`; there are default, {}", known.join(", ")),
                ));
            }
        }
    }
    if all {
        types = Kind::ALL.iter().copied().filter(|k| privacy.business || !matches!(k, Kind::VatId | Kind::Bic)).chain(types).collect();
    }
    if privacy.ip == Ip::Keep {
        types.retain(|k| *k != Kind::Ip);
    }
    Detector::new(&Settings {
        types: Some(types.into_iter().collect()),
        min_confidence: privacy.min_confidence,
        business: privacy.business,
        patterns: privacy.pattern.iter().map(|p| (p.name.clone(), p.regex.clone())).collect(),
        words: privacy.words.iter().map(|(name, words)| (name.clone(), words.clone())).collect(),
    })
}

/// Whether `text` fits `pattern`, in which `*` stands for anything.
fn glob(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or("");
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        match rest.find(part) {
            Some(at) => rest = rest.get(at + part.len()..).unwrap_or(""),
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sensitive_pages_are_globs_over_the_path() {
        assert!(glob("/account/*", "/account/profile"));
        assert!(!glob("/account/*", "/accounts"));
        assert!(glob("*/pay*", "/de/payment"));
        assert!(glob("/a", "/a") && !glob("/a", "/ab"));
        let mut config = Config::default();
        config.privacy.sensitive_pages = vec!["/account/*".into(), "*#/me*".into()];
        let rules = Rules::compile(&config).unwrap();
        assert!(rules.is_sensitive_page("https://shop.example/account/orders?x=1"));
        assert!(rules.is_sensitive_page("https://shop.example/#/me/data"));
        assert!(!rules.is_sensitive_page("https://shop.example/products"));
    }
}
