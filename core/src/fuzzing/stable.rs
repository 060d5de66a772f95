//! The properties over inputs of a small generator, on a stable tool chain and in a few seconds: seeds that are damaged,
//! joined and cut. `make fuzz` searches further.

use super::choices::Random;
use super::*;

/// Seeds of each property: what the inputs look like before they are damaged.
const EVENTS: &[&str] = &[
    r#"{"type":2,"data":{"node":{"type":0,"id":1,"childNodes":[{"type":2,"tagName":"input","attributes":{"type":"password","value":"a\\\"b\u00e4"},"childNodes":[],"id":2}]},"initialOffset":{"left":0,"top":0}},"timestamp":1}"#,
    r#"[{"type":4,"data":{"href":"https://u:p@shop.example/r/9f8e7d6c5b4a39281706f5e4d3c2b1a0?token=x#y","width":1,"height":2},"timestamp":-1.25e-3}]"#,
    r#"{"type":3,"data":{"source":0,"texts":[{"id":3,"value":"erika@example.org"}],"attributes":[{"id":2,"attributes":{"style":{"color":["red","important"]},"class":null}}],"removes":[{"parentId":1,"id":4}],"adds":[{"parentId":2,"nextId":null,"node":{"type":3,"textContent":"x","id":9}}]},"timestamp":3} "#,
    r#"{"type":3,"data":{"source":8,"id":2,"adds":[{"rule":".a::after{content:\"x@y.example\"}","index":0}]},"timestamp":4}"#,
    r#"{"type":6,"data":{"plugin":"rrweb/console@1","payload":{"level":"log","payload":["4111 1111 1111 1111",true,null,[],{}]}},"timestamp":5}"#,
    visit::SHORT,
];
const JSON: &[u8] = b"{}[]\":,\\ 0a1-.eutnfalse\n\xc3\xa9";
const TEXTS: &[&str] = &[
    "Mail erika@example.org, card 4111 1111 1111 1111, IBAN DE89 3704 0044 0532 0130 00",
    "Passwort: Geheim1! \u{ff11}\u{ff12}\u{ff13} erika (at) example (dot) org &#64; %40 \\u0040 \u{200b}",
    "Sehr geehrte Frau Muster, geb. 1.2.1980, Tel. +49 30 1234567, 10.0.0.1, fe80::1, 00:1a:2b:3c:4d:5e",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdefghijk sk_live_0123456789abcdefABCDEF",
];
const URLS: &[&str] = &[
    "https://user:pass@shop.example:8080/a/b;p=1/9f8e7d6c5b4a39281706f5e4d3c2b1a0/x.png?page=2&token=%2525abc&q=erika%40example.org#/route?k=v",
    "data:image/svg+xml;utf8,<svg>erika@example.org</svg> 1x, /img/a%20b.png 2x",
    "mailto:a@b.example?subject=x&body=y",
    "blob:https://shop.example/550e8400-e29b-41d4-a716-446655440000",
];
const SHEETS: &[&str] = &[
    ".a::after{content:\"x@y.example\"} /* erika@example.org */ @import url( 'https://s.example/?t=abc' );",
    ":root{--user:\"Erika\";--u:url(//c.example/?k=v)} input[value=\"4111111111111111\"]{background:url(data:text/plain,abc)}",
    "@font-face{font-family:a\\62 c;src:local('x'),url(a.woff2?v=1) format(\"woff2\")} a{quotes:'\\201C' '\\201D'}",
];
const COOKIES: &[&str] = &[
    "CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA",
    "DBABMA~CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA~1YNN",
    "{\"consent\":true,\"statistics\":\"yes\"}",
    "%7B%22categories%22%3A%5B%22analytics%22%5D%7D; a=b",
    "groups=C0001%3A1%2CC0002%3A0&datestamp=Thu+Jan+01",
    "1YNN",
];
const PAGES: &[&str] = &[
    "<form method=get><label for=c>Card number</label><input id=c name='cardnr' value=\"4111111111111111\"><textarea>x</textarea></form>",
    "<!-- milkglass-lint off: why --><table><tr><th>Name<td data-milkglass=mask>Erika</table><script src=//x.example/rrweb.js></script>",
    "<iframe srcdoc='<p>&lt;'></iframe><svg><title>x</title></svg><a href='?token=abc'>x</a><!doctype html><input type=password",
];
const CONFIGS: &[&str] = &[
    "[privacy]\nprofile = \"forms\"\nmask = [\".a > .b[c='d']\"]\n[consent]\nrequired = \"always\"\n",
    "{\"privacy\":{\"profile\":\"strict\",\"network\":\"urls\"}}",
    ".a .b:not(.c):is(p, li) > [data-x^='y' i], #id",
];

/// Damages a seed: bytes of the alphabet replace, go in or go out, pieces are doubled and joined.
fn damaged(random: &mut Random, seeds: &[&str], alphabet: &[u8]) -> Vec<u8> {
    let mut bytes = seeds[random.below(seeds.len())].as_bytes().to_vec();
    if random.below(3) == 0 {
        bytes.extend_from_slice(seeds[random.below(seeds.len())].as_bytes());
    }
    for _ in 0..random.below(6) {
        let at = random.below(bytes.len() + 1);
        let byte = if alphabet.is_empty() { random.bytes(1)[0] } else { alphabet[random.below(alphabet.len())] };
        match random.below(5) {
            0 => bytes.insert(at, byte),
            1 if at < bytes.len() => drop(bytes.remove(at)),
            2 if at < bytes.len() => bytes.truncate(at),
            3 if at < bytes.len() => {
                let piece = bytes[at..bytes.len().min(at + 1 + random.below(12))].to_vec();
                let to = random.below(bytes.len() + 1);
                bytes.splice(to..to, piece);
            }
            _ if at < bytes.len() => bytes[at] = byte,
            _ => bytes.push(byte),
        }
    }
    bytes
}

/// How often each property is tried; MILKGLASS_ROUNDS multiplies it.
fn rounds(count: u64) -> std::ops::Range<u64> {
    0..count * std::env::var("MILKGLASS_ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(1)
}

/// Runs a property over damaged seeds and names the seed number of a failure.
fn run(count: u64, seeds: &[&str], alphabet: &[u8], property: impl Fn(&[u8]) + std::panic::RefUnwindSafe) {
    for number in rounds(count) {
        let mut random = Random::new(number);
        let mut bytes = random.bytes(1);
        bytes.extend(damaged(&mut random, seeds, alphabet));
        if std::panic::catch_unwind(|| property(&bytes)).is_err() {
            panic!("seed {number}: {:?}", String::from_utf8_lossy(&bytes));
        }
    }
}

#[test]
fn the_reader_agrees_with_serde_json() {
    run(6_000, EVENTS, JSON, |bytes| reader(&bytes[1..]));
    run(3_000, &["[1,[\"a\",{\"b\":null}],-0.5e+1,\"\\ud83d\\ude00\\u0000\"]", "1 2", "true \"x\" {}"], JSON, |bytes| reader(&bytes[1..]));
}

#[test]
fn any_recording_gives_an_error_or_valid_json() {
    run(2_000, EVENTS, JSON, redact);
    run(500, EVENTS, &[], redact);
}

#[test]
fn pieces_of_any_recording_are_as_the_whole() {
    run(1_000, EVENTS, JSON, stream);
}

#[test]
fn a_state_of_garbage_is_refused_or_goes_on() {
    let redactor = &redactors()[1];
    let mut engine = redactor.bench();
    redactor.chunk(&mut engine, None, EVENTS.concat().replace('[', "").replace(']', "").as_bytes(), &mut Vec::new()).ok();
    redactor.chunk(&mut engine, None, visit::SHORT.as_bytes(), &mut Vec::new()).unwrap();
    let saved = engine.swap(redactor.memory().unwrap()).save();
    for number in rounds(2_000) {
        let mut random = Random::new(number);
        let mut state = saved.clone();
        for _ in 0..random.below(5) {
            let at = random.below(state.len());
            state[at] = random.bytes(1)[0];
        }
        state.truncate(if random.below(3) == 0 { random.below(saved.len()) } else { saved.len() });
        // The length of the state is given in steps of eight bytes.
        let padded = state.len().div_ceil(8);
        let mut bytes = vec![1, u8::try_from(padded).unwrap()];
        bytes.extend_from_slice(&state);
        resume(&bytes);
    }
}

#[test]
fn spans_of_any_text_are_in_order() {
    run(1_500, TEXTS, "@.:+-/ 0123456789äß\u{200b}&#;%\\u".as_bytes(), detect);
    run(300, TEXTS, &[], detect);
}

#[test]
fn addresses_are_rewritten_once() {
    run(2_000, URLS, b":/?#[]@!$&'()*+,;=%20aZ9-._~ ", url);
}

#[test]
fn style_sheets_are_rewritten_once() {
    run(2_000, SHEETS, b"{}();:\"'\\/*@-url#.[]= a9\n", css);
}

#[test]
fn no_cookie_speaks_louder_than_a_refusal() {
    run(3_000, COOKIES, b"~.-_ABab019%;=,{}\":[] ", consent);
}

#[test]
fn any_page_is_linted() {
    run(500, PAGES, b"<>/='\"&;!-ab ", lint);
}

#[test]
fn any_configuration_is_taken_or_refused() {
    run(60, CONFIGS, b"[]{}=\"'.#>:()\n ab,", config);
}

#[test]
fn generated_visits_keep_their_secrets_and_their_words() {
    for number in rounds(60) {
        let bytes = Random::new(number).bytes(600);
        if std::panic::catch_unwind(|| visit(&bytes)).is_err() {
            panic!("seed {number}");
        }
    }
}

/// A chunk may begin in one document and end in the next, whose nodes have the same ids.
#[test]
fn an_event_belongs_to_the_document_before_the_snapshot() {
    let redactor = &redactors()[2];
    let page = |attributes: &str, time: u32| {
        format!(
            r#"{{"type":2,"data":{{"node":{{"type":0,"id":1,"childNodes":[{{"type":2,"tagName":"input","attributes":{{{attributes}}},"childNodes":[],"id":2}}]}},"initialOffset":{{"left":0,"top":0}}}},"timestamp":{time}}}"#
        )
    };
    let typed = |text: &str, time: u32| {
        format!(r#"{{"type":3,"data":{{"source":5,"text":"{text}","isChecked":false,"id":2}},"timestamp":{time}}}"#)
    };
    let mut engine = redactor.bench();
    let mut out = Vec::new();
    redactor.chunk(&mut engine, None, page(r#""type":"password""#, 1).as_bytes(), &mut out).unwrap();
    let next = [typed("Xk7-vortigo", 2), page(r#""name":"comment""#, 3), typed("glass lamp", 4)].join("\n");
    redactor.chunk(&mut engine, None, next.as_bytes(), &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    assert!(!out.contains("vortigo") && out.contains("glass lamp"), "{out}");
}
