//! Names of tags and what they mean for the reader: a name in, a number that compares fast out, and the sets it is in.

/// A tag name in one number: its first 15 bytes and its length.
pub(super) type Tag = u128;

pub(super) const fn tag(name: &[u8]) -> Tag {
    let mut packed = name.len() as u128;
    let mut at = 0;
    while at < name.len() && at < 15 {
        // The loop keeps `at` inside.
        #[allow(clippy::indexing_slicing)]
        let byte = name[at];
        packed = packed << 8 | byte as u128;
        at += 1;
    }
    packed
}

pub(super) const A: Tag = tag(b"a");
pub(super) const BUTTON: Tag = tag(b"button");
pub(super) const FORM: Tag = tag(b"form");
pub(super) const LABEL: Tag = tag(b"label");
pub(super) const LI: Tag = tag(b"li");
pub(super) const OL: Tag = tag(b"ol");
pub(super) const OPTION: Tag = tag(b"option");
pub(super) const P: Tag = tag(b"p");
pub(super) const SCRIPT: Tag = tag(b"script");
pub(super) const SELECT: Tag = tag(b"select");
pub(super) const STYLE: Tag = tag(b"style");
pub(super) const TABLE: Tag = tag(b"table");
pub(super) const TD: Tag = tag(b"td");
pub(super) const TEMPLATE: Tag = tag(b"template");
pub(super) const TEXTAREA: Tag = tag(b"textarea");
pub(super) const TH: Tag = tag(b"th");
pub(super) const TITLE: Tag = tag(b"title");
pub(super) const TR: Tag = tag(b"tr");
pub(super) const UL: Tag = tag(b"ul");

pub(super) const HEADINGS: &[Tag] = &[tag(b"h1"), tag(b"h2"), tag(b"h3"), tag(b"h4"), tag(b"h5"), tag(b"h6"), tag(b"legend")];
pub(super) const VOID: &[Tag] = &[
    tag(b"input"),
    tag(b"br"),
    tag(b"img"),
    tag(b"meta"),
    tag(b"link"),
    tag(b"hr"),
    tag(b"source"),
    tag(b"col"),
    tag(b"area"),
    tag(b"base"),
    tag(b"embed"),
    tag(b"frame"),
    tag(b"param"),
    tag(b"track"),
    tag(b"wbr"),
];
/// Tags inside of which a text runs on.
pub(super) const INLINE: &[Tag] = &[
    tag(b"span"),
    tag(b"b"),
    tag(b"strong"),
    tag(b"em"),
    tag(b"i"),
    tag(b"small"),
    tag(b"sup"),
    tag(b"sub"),
    tag(b"abbr"),
    tag(b"font"),
    tag(b"u"),
    tag(b"wbr"),
    tag(b"svg"),
    tag(b"img"),
];
/// Tags that end an open paragraph.
pub(super) const BLOCK: &[Tag] = &[
    tag(b"div"),
    P,
    FORM,
    TABLE,
    UL,
    OL,
    tag(b"dl"),
    tag(b"fieldset"),
    tag(b"section"),
    tag(b"article"),
    tag(b"main"),
    tag(b"header"),
    tag(b"footer"),
    tag(b"nav"),
    tag(b"h1"),
    tag(b"h2"),
    tag(b"h3"),
    tag(b"h4"),
    tag(b"h5"),
    tag(b"h6"),
    tag(b"hr"),
    tag(b"pre"),
    tag(b"blockquote"),
];
/// Tags that have something to say by their id.
pub(super) const SAYING: &[Tag] = &[
    tag(b"span"),
    LABEL,
    tag(b"div"),
    P,
    tag(b"h1"),
    tag(b"h2"),
    tag(b"h3"),
    tag(b"h4"),
    tag(b"h5"),
    tag(b"h6"),
    TD,
    TH,
    tag(b"legend"),
    tag(b"dt"),
    tag(b"dd"),
    tag(b"strong"),
    tag(b"b"),
    tag(b"small"),
    tag(b"em"),
    LI,
];

/// Custom elements that stand for a field by their name: `sl-input`, `mat-text-field`, `app-password`.
pub(super) fn is_control_like(name: &str) -> bool {
    ["input", "field", "textarea", "textbox", "password", "select"].iter().any(|end| name.ends_with(end))
}
