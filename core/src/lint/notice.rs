//! Pages that start a recorder: do they ask for consent, and do they link to a privacy notice?

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::document::{Document, Kind, Scripts};
use super::finding::{Report, Severity};

/// What starts a recorder, in the text or the address of a script.
const RECORDERS: &[&str] = &[
    "rrweb",
    "milkglass",
    "_smartsupp",
    "smartsuppchat.com",
    "smartlook",
    "hotjar.com",
    "_hjsettings",
    "clarity.ms",
    "posthog.init",
    "logrocket.init",
    "fullstory.com",
    "_fs_org",
    "mouseflow",
    "inspectlet",
    "sessionstack",
    "openreplay",
    "heatmapsessionrecording",
    "replayintegration",
    "replay.start",
    "startsessionreplayrecording",
    "quantummetric",
    "luckyorange",
    "contentsquare",
    "session_recording",
    "highlight.init",
    "datadogrum.startsession",
];

/// What follows a recorder's name and a hyphen in a marker.
const MARKS: &[&str] =
    &["mask", "masked", "hide", "hidden", "block", "blocked", "ignore", "ignored", "obscured", "sensitive", "private", "exclude"];

/// What asks for consent, or waits for it.
const CONSENT: &[&str] = &[
    "consent",
    "__tcfapi",
    "__gpp",
    "__uspapi",
    "cookiebot",
    "onetrust",
    "optanon",
    "cookielaw.org",
    "klaro",
    "cmplz",
    "complianz",
    "didomi",
    "cookieyes",
    "customerprivacy",
    "usercentrics",
    "iubenda",
    "axeptio",
    "tarteaucitron",
    "borlabs",
    "quantcast",
];

/// Words for a privacy notice in the languages of Europe, in lower case; parts of words, as languages inflect them.
const NOTICE: &[&str] = &[
    "privacy",
    "datenschutz",
    "confidentialit",
    "vie privée",
    "vie-privee",
    "données personnelles",
    "privacidad",
    "protección de datos",
    "privacidade",
    "proteção de dados",
    "riservatezza",
    "dati personali",
    "gegevensbescherming",
    "persoonsgegevens",
    "integritet",
    "dataskydd",
    "personuppgift",
    "personvern",
    "privatliv",
    "databeskyttelse",
    "persondata",
    "tietosuoja",
    "prywatno",
    "danych osobowych",
    "ochrana osobn",
    "osobních údaj",
    "soukrom",
    "súkrom",
    "osobných údaj",
    "adatvéd",
    "adatkezel",
    "confidențialitat",
    "confidentialitat",
    "datelor",
    "поверителност",
    "личните данни",
    "απορρήτου",
    "απόρρητο",
    "προσωπικών",
    "privatum",
    "asmens duomen",
    "privātum",
    "personas dat",
    "privaatsus",
    "andmekaitse",
    "zasebnost",
    "osebnih podat",
    "privatnost",
    "zaštit",
    "конфіденційн",
    "персональних",
    "príobháid",
    "privatezza",
    "gdpr",
    "dsgvo",
    "rgpd",
];

static SIGNS: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| AhoCorasick::builder().ascii_case_insensitive(true).build(RECORDERS.iter().chain(CONSENT)).ok());

static WORDS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(NOTICE).ok());

/// Takes a script's address and type into account.
pub(super) fn note_source(scripts: &mut Scripts, index: usize, source: &str, kind: &str) {
    let kind = kind.trim();
    scripts.is_running = match kind.to_ascii_lowercase().as_str() {
        "" | "module" | "text/javascript" | "application/javascript" | "text/ecmascript" => Some(true),
        // A consent manager makes such a script run; templates and data never do.
        "text/plain" => Some(false),
        _ => None,
    };
    note_text(scripts, Some(index), source);
}

/// Takes a script's text into account.
pub(super) fn note_text(scripts: &mut Scripts, index: Option<usize>, text: &str) {
    let (Some(is_running), Some(signs)) = (scripts.is_running, SIGNS.as_ref()) else { return };
    for found in signs.find_overlapping_iter(text) {
        if found.pattern().as_usize() < RECORDERS.len() {
            if is_marker(text, found.start(), found.end()) {
                continue;
            }
            scripts.is_held |= !is_running;
            scripts.recorder = scripts.recorder.or(index);
        } else {
            scripts.asks_consent = true;
        }
    }
}

/// Whether a recorder's name only marks an element, as in `data-openreplay-masked` or `smartlook-hide`.
fn is_marker(text: &str, start: usize, end: usize) -> bool {
    let ends_with = |text: &str, what: &str| {
        text.len().checked_sub(what.len()).and_then(|at| text.get(at..)).is_some_and(|tail| tail.eq_ignore_ascii_case(what))
    };
    let before_marks = text.get(..start).is_some_and(|before| ends_with(before, "data-"));
    let after = text.get(end..).and_then(|after| after.strip_prefix('-')).unwrap_or_default();
    let word = after.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    before_marks || MARKS.iter().any(|mark| word.eq_ignore_ascii_case(mark))
}

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    let scripts = &document.scripts;
    let Some(recorder) = scripts.recorder.and_then(|index| document.elements.get(index)) else { return };
    let has_hook = scripts.asks_consent
        || scripts.is_held
        || document.elements.iter().any(|e| e.attributes().any(|(name, _)| name.starts_with("data-milkglass-consent")));
    if !has_hook {
        let why = "the page starts a recorder and nothing in it asks the visitor or waits for a consent manager".to_owned();
        report.add(
            recorder,
            "no-consent-hook",
            Severity::Error,
            why,
            "start the recorder from the consent manager's callback, or show the banner and start it when the visitor accepts".to_owned(),
        );
    }
    let links_notice = document.elements.iter().filter(|e| e.kind == Kind::Link || e.kind == Kind::Button).any(|link| {
        let texts = [
            document.text(link.text),
            link.get("href").unwrap_or_default(),
            link.get("aria-label").unwrap_or_default(),
            link.get("title").unwrap_or_default(),
        ];
        texts.iter().any(|text| speaks_of_notice(text))
    });
    if !links_notice {
        let why = "the page is recorded and no link on it leads to a privacy notice".to_owned();
        report.add(
            recorder,
            "no-notice-link",
            Severity::Warning,
            why,
            "add a link to the privacy notice, for example <a href=\"/privacy\">Privacy</a> in the footer".to_owned(),
        );
    }
}

fn speaks_of_notice(text: &str) -> bool {
    WORDS.as_ref().is_some_and(|words| words.is_match(&text.to_lowercase()))
}
