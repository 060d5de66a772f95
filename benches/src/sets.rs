//! What is measured: recordings of a folder, and sessions that are generated the same in every run.

use std::fmt::Write as _;
use std::path::Path;

/// Recordings with the name of their kind.
pub struct Set {
    pub name: &'static str,
    pub what: &'static str,
    pub recordings: Vec<Vec<u8>>,
}

impl Set {
    pub fn megabytes(&self) -> f64 {
        self.recordings.iter().map(Vec::len).sum::<usize>() as f64 / 1e6
    }
}

/// Every recording of a folder, unpacked.
pub fn folder(folder: &Path) -> Vec<Vec<u8>> {
    let mut names: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    names.iter().map(|path| plain(std::fs::read(path).unwrap())).collect()
}

fn plain(bytes: Vec<u8>) -> Vec<u8> {
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return bytes;
    }
    let mut plain = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(bytes.as_slice()), &mut plain).unwrap();
    plain
}

pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Random(seed | 1)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    pub fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

const WORDS: &[&str] = &[
    "glass", "lamp", "Order", "shipping", "today", "blue", "window", "returns", "kitchen", "total", "open", "cart", "the", "and", "with",
    "for", "our", "new", "free", "all",
];

fn sentence(random: &mut Random, words: usize) -> String {
    (0..words).map(|_| random.pick(WORDS)).collect::<Vec<_>>().join(" ")
}

/// A page of many rows whose cells are replaced again and again, as dashboards do.
pub fn mutations(size: usize) -> Vec<u8> {
    let mut random = Random::new(1);
    let mut text = String::from("[");
    text.push_str(&snapshot(&mut random, "", 400));
    let mut id = 2000u32;
    while text.len() < size {
        text.push_str(r#",{"type":3,"data":{"source":0,"texts":[],"attributes":[],"removes":["#);
        // Rows that were added some time ago go, so that the page keeps its size.
        if id > 4000 {
            for row in 0..20 {
                let _ = write!(text, r#"{}{{"parentId":5,"id":{}}}"#, if row > 0 { "," } else { "" }, id - 1000 + row * 2);
            }
        }
        text.push_str(r#"],"adds":["#);
        for row in 0..20 {
            let _ = write!(
                text,
                r#"{}{{"parentId":5,"nextId":null,"node":{{"type":2,"tagName":"div","attributes":{{"class":"row {}","data-index":"{row}","style":"top: {row}px"}},"childNodes":[],"id":{id}}}}},{{"parentId":{id},"nextId":null,"node":{{"type":3,"textContent":"{} {row} {}","id":{}}}}}"#,
                if row > 0 { "," } else { "" },
                random.pick(WORDS),
                sentence(&mut random, 3),
                random.pick(WORDS),
                id + 1
            );
            id += 2;
        }
        let _ = write!(text, r#"]}},"timestamp":{}}}"#, 1_790_000_000_000u64 + u64::from(id));
    }
    text.push(']');
    text.into_bytes()
}

/// A visit over many pages, seven tenths of it style sheets as frameworks write them.
pub fn pages(size: usize) -> Vec<u8> {
    let mut random = Random::new(2);
    let sheet = framework(&mut random, 330_000);
    // A node of the page has some 130 bytes.
    let nodes = sheet.len() * 3 / 7 / 130;
    session(size, |random| snapshot(random, &sheet, nodes))
}

/// The same with an address in every rule: the worst that a style sheet can be.
pub fn addresses(size: usize) -> Vec<u8> {
    let mut sheet = String::new();
    for n in 0..1500 {
        let _ = write!(
            sheet,
            r#".c{n} > .item:hover, .btn-{n} {{ color: rgb({}, 20, 30); padding: {}px 1rem; background: url(\"/img/{n}.png\") no-repeat; transition: color .2s ease-in-out }}\n"#,
            n % 255,
            n % 40
        );
    }
    session(size, |random| snapshot(random, &sheet, 400))
}

fn session(size: usize, mut page: impl FnMut(&mut Random) -> String) -> Vec<u8> {
    let mut random = Random::new(3);
    let mut text = String::from("[");
    while text.len() < size {
        if text.len() > 1 {
            text.push(',');
        }
        text.push_str(&page(&mut random));
    }
    text.push(']');
    text.into_bytes()
}

/// Rules as component and utility frameworks are served: minified, few addresses, escapes in selectors, custom properties,
/// media queries, a font of icons and pictures written into the sheet.
fn framework(random: &mut Random, size: usize) -> String {
    const PARTS: &[&str] =
        &["btn", "card", "nav", "form-control", "modal", "dropdown", "table", "badge", "alert", "list-group", "col", "row"];
    const STATES: &[&str] =
        &[":hover", ":focus", ":disabled", "::before", ":not(:first-child)", "", "", "", ">li", "[type=button]", ".show"];
    const SIDES: &[&str] = &["t", "b", "s", "e", "x", "y"];
    const SIZES: &[&str] = &["0", ".25rem", ".5rem", "1rem", "1.5rem", "3rem", "auto", "100%", "1px", "2px"];
    const VALUES: &[&str] = &[
        "display:inline-block",
        "position:relative",
        "font-weight:400",
        "line-height:1.5",
        "text-align:center",
        "color:var(--bs-btn-color)",
        "background-color:#0d6efd",
        "border:1px solid rgba(0,0,0,.125)",
        "border-radius:.375rem",
        "transition:color .15s ease-in-out,background-color .15s ease-in-out",
        "padding:.375rem .75rem",
        "box-shadow:0 0 0 .25rem rgba(13,110,253,.25)",
        "font-family:system-ui,-apple-system,\\\"Segoe UI\\\",Roboto,sans-serif",
        "flex:0 0 auto",
        "transform:translate3d(0,-50%,0)",
        "content:\\\"\\\"",
    ];
    let mut sheet = String::from(
        "@charset \\\"UTF-8\\\";:root{--bs-blue:#0d6efd;--bs-gray-100:#f8f9fa;--bs-font-sans-serif:system-ui,-apple-system,\\\"Segoe UI\\\",sans-serif;--bs-body-line-height:1.5}@font-face{font-family:icons;src:url(../fonts/icons.woff2) format(\\\"woff2\\\")}",
    );
    let mut rule = 0;
    while sheet.len() < size {
        rule += 1;
        match rule % 40 {
            0 => {
                let _ = write!(sheet, "@media (min-width:{}px){{", 576 + random.below(5) * 200);
                for n in 1..=12 {
                    let _ = write!(sheet, ".col-md-{n}{{flex:0 0 auto;width:{}.333333%}}", n * 8);
                }
                sheet.push('}');
            }
            1 => {
                let _ = write!(sheet, ".bi-{}::before{{content:\\\"\\\\f{:03x}\\\"}}", rule, random.below(4096));
            }
            2 if rule % 400 == 2 => sheet.push_str(
                ".navbar-toggler-icon{background-image:url(\\\"data:image/svg+xml,%3csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 30'%3e%3cpath stroke='rgba(0,0,0,.5)' stroke-width='2' d='M4 7h22M4 15h22M4 23h22'/%3e%3c/svg%3e\\\")}",
            ),
            3 if rule % 400 == 3 => {
                let _ = write!(sheet, ".hero-{rule}{{background:url(/assets/img/hero-{rule}.webp) center/cover no-repeat}}");
            }
            n if n % 3 == 0 => {
                let (side, value) = (random.pick(SIDES), random.pick(SIZES));
                let _ = write!(sheet, ".md\\\\:m{side}-{}{{margin-{side}:{value}!important}}", random.below(96));
            }
            _ => {
                let part = random.pick(PARTS);
                let _ = write!(sheet, ".{part}{},.{part}-{}{}{{", random.pick(STATES), random.pick(WORDS), random.pick(STATES));
                for n in 0..2 + random.below(4) {
                    let _ = write!(sheet, "{}{}", if n > 0 { ";" } else { "" }, random.pick(VALUES));
                }
                sheet.push('}');
            }
        }
    }
    sheet
}

/// A full snapshot of a page with a style sheet and some text.
fn snapshot(random: &mut Random, sheet: &str, nodes: usize) -> String {
    let mut body = String::new();
    for n in 0..nodes {
        let _ = write!(
            body,
            r#"{}{{"type":2,"tagName":"p","attributes":{{"class":"text text-{n}"}},"childNodes":[{{"type":3,"textContent":"{}","id":{}}}],"id":{}}}"#,
            if n > 0 { "," } else { "" },
            sentence(random, 6),
            1001 + n * 2,
            1000 + n * 2
        );
    }
    format!(
        r#"{{"type":2,"data":{{"node":{{"type":0,"childNodes":[{{"type":2,"tagName":"html","attributes":{{}},"childNodes":[{{"type":2,"tagName":"head","attributes":{{}},"childNodes":[{{"type":2,"tagName":"style","attributes":{{"_cssText":"{sheet}"}},"childNodes":[],"id":4}}],"id":3}},{{"type":2,"tagName":"body","attributes":{{}},"childNodes":[{body}],"id":5}}],"id":2}}],"id":1}},"initialOffset":{{"left":0,"top":0}}}},"timestamp":1790000000000}}"#
    )
}
