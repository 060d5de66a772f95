//! The options of rrweb's `record` that need no function: the configuration in, [`Options`] out.

use std::collections::BTreeMap;

use serde::Serialize;

use super::selectors::{MEDIA, Selectors};
use crate::config::{Canvas, Media, Privacy, Profile};

/// Options as rrweb 2 names them; rrweb 1 knows the same names.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Options {
    block_class: &'static str,
    block_selector: String,
    ignore_class: &'static str,
    ignore_selector: String,
    mask_text_class: &'static str,
    pub mask_text_selector: String,
    /// Every kind of field. Not `maskAllInputs`, which would replace this list by one without `hidden` and `file`.
    mask_input_options: BTreeMap<&'static str, bool>,
    #[serde(rename = "slimDOMOptions")]
    slim_dom_options: BTreeMap<&'static str, bool>,
    sampling: Sampling,
    inline_stylesheet: bool,
    inline_images: bool,
    record_canvas: bool,
    record_cross_origin_iframes: bool,
    collect_fonts: bool,
    /// None: plugins record the console and the network, which the engine has rules for if the host wants them.
    plugins: [&'static str; 0],
}

#[derive(Serialize)]
struct Sampling {
    /// Milliseconds between two positions.
    mousemove: u32,
    scroll: u32,
    media: u32,
    /// `last` records a field once it is left: neither keystrokes nor their rhythm.
    input: &'static str,
}

/// `input` holds for every `<input>`, whatever its type, also for types to come.
const FIELDS: &[&str] = &[
    "color",
    "date",
    "datetime-local",
    "email",
    "file",
    "hidden",
    "input",
    "month",
    "number",
    "password",
    "range",
    "search",
    "select",
    "tel",
    "text",
    "textarea",
    "time",
    "url",
    "week",
];

/// Nodes that a replay does not need and that may tell of the visitor: scripts, comments, tokens in `<meta>`.
const SLIM: &[&str] = &[
    "comment",
    "headFavicon",
    "headMetaAuthorship",
    "headMetaDescKeywords",
    "headMetaHttpEquiv",
    "headMetaRobots",
    "headMetaSocial",
    "headMetaVerification",
    "headWhitespace",
    "script",
];

impl Options {
    pub(super) fn of(privacy: &Privacy, selectors: &Selectors) -> Options {
        let strict = privacy.profile == Profile::Strict;
        let mut block = selectors.block.clone();
        if strict && privacy.media == Media::Block {
            if !block.is_empty() {
                block.push(',');
            }
            match selectors.allow.as_str() {
                "" => block.push_str(MEDIA),
                allow => block.push_str(&format!(":is({MEDIA}):not(:is({allow}),:is({allow}) *)")),
            }
        }
        let all = |names: &[&'static str]| names.iter().map(|name| (*name, true)).collect();
        Options {
            block_class: "rr-block",
            block_selector: block,
            ignore_class: "rr-ignore",
            ignore_selector: selectors.ignore_below(),
            mask_text_class: "rr-mask",
            mask_text_selector: selectors.masked_text(privacy.profile),
            mask_input_options: all(FIELDS),
            slim_dom_options: all(SLIM),
            sampling: Sampling {
                mousemove: 50,
                scroll: 150,
                media: 800,
                input: if privacy.profile == Profile::Forms { "all" } else { "last" },
            },
            inline_stylesheet: true,
            inline_images: false,
            record_canvas: privacy.canvas == Canvas::Keep && !strict,
            record_cross_origin_iframes: false,
            collect_fonts: false,
            plugins: [],
        }
    }
}
