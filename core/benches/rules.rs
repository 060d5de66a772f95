//! Speed of what runs once a request or once a page: the decision, the notice, the assessment, the linter. CPU time of one
//! thread, the median of rounds; each line says what it must reach.
//!
//! `cargo bench -p milkglass --bench rules`

#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::cast_precision_loss)]

use std::hint::black_box;
use std::time::Instant;

use milkglass::consent::{self, Signals};
use milkglass::notice::{self, Format, Length};
use milkglass::{Config, lint};

const CONFIG: &str = r#"
[site]
name = "Glass Shop"
url = "https://shop.example"
jurisdictions = ["DE", "FR"]
[controller]
legal_name = "Glass Shop Ltd"
email = "privacy@shop.example"
[consent]
sources = ["explicit", "tcf", "gpp", "usprivacy", "google", "wordpress", "cookieconsent", "klaro", "onetrust", "didomi"]
[[vendor]]
legal_name = "Replay s.r.o."
vat_id = "CZ12345678"
country = "CZ"
"#;

/// A TC string as browsers send it beside a few other cookies.
const COOKIE: &str = "sid=1; euconsent-v2=CQuCLYAQuCLYAAfAHAENBjFgAIFAAAAAAAYgF5wAgABALzAAAAAA.IImQBQABAAIAC2AvMCJg.cCAAAAAAAAAA; \
    usprivacy=1YNN; cc_cookie=%7B%22categories%22%3A%5B%22analytics%22%5D%7D; klaro=%7B%22analytics%22%3Atrue%7D; \
    OptanonConsent=isGpcEnabled=0&interactionCount=2&groups=C0001%3A1%2CC0002%3A1; theme=dark";

fn main() {
    let config = Config::from_toml(CONFIG).unwrap();
    let fingerprint = config.fingerprint();
    let few = Signals::from_json(r#"{"explicit": {"granted": true, "at": 1790000000}, "now": 1790000060}"#).unwrap();
    let many = Signals { now: Some(1_790_000_060), ..Signals::from_header_lines(&format!("Cookie: {COOKIE}")) };
    let hostile = Signals { now: Some(1_790_000_060), ..Signals::from_header_lines(&format!("Cookie: __gpp={}", "DBAA~".repeat(13_000))) };

    println!("{:<34} {:>12}  must be", "what", "median");
    let row = |what: &str, micros: f64, limit: f64| {
        let mark = if micros <= limit { "" } else { "  MISSED" };
        println!("{what:<34} {micros:>9.1} us  under {limit} us{mark}");
    };
    row("decision, an explicit choice", micros(2_000, || consent::decide(&config, &fingerprint, &few)), 20.0);
    row("decision, six cookies", micros(2_000, || consent::decide(&config, &fingerprint, &many)), 20.0);
    row("decision, a cookie of 64 kB", micros(200, || consent::decide(&config, &fingerprint, &hostile)), 1_000.0);
    for (language, format) in [("en", Format::Html), ("de", Format::Html), ("el", Format::WordPress), ("pl", Format::JsonLd)] {
        let what = format!("notice, {language}, {format:?}");
        row(&what, micros(300, || notice::render(&config, language, format, Length::Full)), 1_000.0);
    }
    row("assessment of two places", micros(300, || notice::assess(&config, &["DE", "FR"])), 1_000.0);
    row("papers", micros(300, || notice::accountability(&config)), 1_000.0);

    for (what, page) in [("fields", fields()), ("article", article()), ("table", table())] {
        let speed = page.len() as f64 / micros(20, || lint::page(&page, &config));
        let mark = if speed >= 50.0 { "" } else { "  MISSED" };
        println!("{:<34} {speed:>7.0} MB/s  at least 50 MB/s{mark}", format!("lint, {what}, {} kB", page.len() / 1_000));
    }
}

/// Microseconds of one call.
fn micros<T>(rounds: usize, mut call: impl FnMut() -> T) -> f64 {
    let mut times: Vec<f64> = (0..rounds)
        .map(|_| {
            let start = Instant::now();
            black_box(call());
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn fields() -> String {
    let field = |n: usize| {
        format!(
            "<div class=\"row form-group\"><label for=\"f{n}\">Street and house number</label><input id=\"f{n}\" name=\"street{n}\" \
             class=\"form-control\" autocomplete=\"address-line1\" required></div>\n"
        )
    };
    format!("<main><form method=\"post\" action=\"/save\">{}</form></main>", (0..2_000).map(field).collect::<String>())
}

fn article() -> String {
    let part = "<h2 id=\"part\">How glass is made</h2>\n<p>Sand, soda and lime are melted <em>slowly</em>; what comes out is \
                <a href=\"/glass/history?page=2\">older than writing</a>, and each piece cools for a day before it is cut.</p>\n\
                <img src=\"/pictures/kiln.jpg\" alt=\"A kiln\" width=\"640\" height=\"480\">\n";
    format!("<article>{}</article>", part.repeat(1_500))
}

fn table() -> String {
    let row =
        |n: usize| format!("<tr><td>{n}</td><td class=\"name\">Order {n}</td><td data-sort=\"{n}\">EUR {n}.50</td><td>sent</td></tr>\n");
    format!(
        "<table><thead><tr><th>Number</th><th>Name</th><th>Price</th><th>State</th></tr></thead>{}</table>",
        (0..5_000).map(row).collect::<String>()
    )
}
