//! The script for the page: settings in, the recorder with them in place out, as a classic script or an ES module.

use serde::Serialize;

use super::options::Options;
use super::selectors::{Selectors, TYPED};
use super::words::{Words, words};
use super::{Format, server_only, unwritable};
use crate::config::{Canvas, Config, Media, Profile};
use crate::error::Result;

/// The recorder itself. Its first lines name what it expects.
const RECORDER: &str = include_str!("recorder.js");

/// What the recorder reads. Names are as short as they are clear: they travel to every visitor.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Settings<'a> {
    fingerprint: &'a str,
    profile: Profile,
    endpoint: &'a str,
    mask: &'a str,
    ignore: &'a str,
    allow: &'a str,
    typed: &'a str,
    markers: &'a [&'static str],
    sensitive_pages: &'a [String],
    keep_media: bool,
    keep_canvas: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    sensitive_words: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    personal_words: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    filler_words: Option<String>,
    options: &'a Options,
}

pub(super) fn render(
    config: &Config,
    fingerprint: &str,
    format: Format,
    endpoint: &str,
    selectors: &Selectors,
    options: &Options,
) -> Result<String> {
    let privacy = &config.privacy;
    // The other profiles mask whatever is typed, so they need not tell fields apart.
    let (sensitive_words, personal_words, filler_words) = match privacy.profile {
        Profile::Forms => {
            let Words { sensitive, personal, filler } = words();
            (Some(sensitive), Some(personal), Some(filler))
        }
        _ => (None, None, None),
    };
    let settings = Settings {
        fingerprint,
        profile: privacy.profile,
        endpoint,
        mask: &selectors.mask,
        ignore: &selectors.ignore,
        allow: &selectors.allow,
        typed: TYPED,
        markers: &selectors.markers,
        sensitive_pages: &privacy.sensitive_pages,
        keep_media: privacy.media == Media::Keep,
        keep_canvas: privacy.canvas == Canvas::Keep,
        sensitive_words,
        personal_words,
        filler_words,
        options,
    };
    let settings = safe(&serde_json::to_string_pretty(&settings).map_err(unwritable)?);
    let mut text = format!(
        "// Milkglass recorder, profile {}, configuration {fingerprint}.\n\
         // Made by `milkglass snippet`: change the configuration, not this file. Nothing is loaded, recorded, stored or sent\n\
         // before grant() is called. What it can't tell is masked by the engine on the server:\n",
        privacy.profile.as_str()
    );
    for what in server_only(config, format) {
        text.push_str("// - ");
        text.push_str(what);
        text.push_str(".\n");
    }
    let (opening, closing) = match format {
        Format::Module => (
            "",
            "\nexport { grant, withdraw, send as flush }\nexport const { fingerprint, options } = settings\nexport default milkglass\n",
        ),
        _ => ("(() => {\n'use strict'\n", "\nglobalThis.milkglass = milkglass\n})()\n"),
    };
    text.push_str(opening);
    text.push_str("const settings = ");
    text.push_str(&settings);
    text.push('\n');
    text.push_str(RECORDER.trim_end());
    text.push('\n');
    text.push_str(closing);
    Ok(text)
}

/// JSON that may stand in a script, also inside a `<script>` element.
fn safe(json: &str) -> String {
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}
