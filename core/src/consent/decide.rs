//! Signals and configuration in, a [`Decision`] out: read each signal, then let the most restrictive win.

use std::borrow::Cow;
use std::time::{SystemTime, UNIX_EPOCH};

use super::cookies::{MAX_VALUE, pairs, percent_decoded};
use super::decision::{Decision, Reading, Reason, Verdict, permits};
use super::readers::{dnt, gpc, wordpress};
use super::rules::{Rule, rule_for};
use super::signals::{Explicit, Signals};
use super::source::{Ask, CARRIED, Carried, Entry, SOURCES};
use crate::config::Config;

const DAY: u64 = 86_400;

/// A visitor's clock or another server's may be ahead by this much.
const CLOCK_SKEW: u64 = 300;

/// Decides whether this visitor may be recorded.
///
/// Never fails: what can't be read refuses, and the reasons say so. Only sources that `consent.sources` lists can grant;
/// refusals count in every source. The permission ends `valid_days` after the explicit choice, or after the decision.
///
/// ```
/// use milkglass::{Config, consent::{self, Signals}};
///
/// let config = Config::default();
/// let signals = Signals::from_header_lines("Sec-GPC: 1");
/// let decision = consent::decide(&config, "mg1-0", &signals);
/// assert!(!decision.allow && decision.expires.is_none());
/// assert!(decision.reasons.iter().any(|r| r.source == "gpc" && r.reason == "opt_out"));
/// ```
pub fn decide(config: &Config, fingerprint: &str, signals: &Signals) -> Decision {
    let now = signals.now.unwrap_or_else(system_now);
    let listed = Listed::of(config);
    let mut reasons = Vec::with_capacity(12);

    let explicit = explicit(config, signals.explicit.as_ref(), fingerprint, now, &listed);
    let opted_in = explicit.verdict == Verdict::Grant;
    let despite_gpc = opted_in && signals.explicit.as_ref().is_some_and(|e| e.despite_gpc);
    push(&mut reasons, "explicit", explicit, "not_given", &listed);

    reasons.push(age(config, signals.age).of("age"));
    push(&mut reasons, "gpc", gpc::read(signals.header("sec-gpc"), despite_gpc), "not_sent", &listed);
    push(&mut reasons, "dnt", dnt::read(signals.header("dnt"), config.consent.strict_dnt), "not_sent", &listed);
    carried(&mut reasons, config, signals, now, opted_in, &listed);

    for entry in &listed.unknown {
        reasons.push(Reason { source: Cow::Owned((*entry).to_owned()), verdict: Verdict::Unknown, reason: "unknown_source".into() });
    }
    for name in signals.values.keys().filter(|name| !CARRIED.iter().any(|c| c.name == name.as_str())) {
        reasons.push(Reason { source: Cow::Owned(name.clone()), verdict: Verdict::Unknown, reason: "unknown_source".into() });
    }
    let (rule, why) = rule_for(config, signals.jurisdiction.as_deref());
    reasons.push(if rule == Rule::OptIn { Reading::absent(why) } else { Reading::grant(why) }.of("rule"));

    let allow = permits(&reasons);
    let granted_at = signals.explicit.as_ref().filter(|_| opted_in).and_then(|e| e.at).map_or(now, |at| at.min(now));
    let expires = allow.then(|| granted_at.saturating_add(u64::from(config.consent.valid_days) * DAY));
    Decision { allow, reasons, decided_at: now, expires, fingerprint: fingerprint.to_owned() }
}

pub(super) fn system_now() -> u64 {
    // A clock before 1970 makes every dated choice lie in the future, which refuses.
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// The entries of `consent.sources`.
struct Listed<'c> {
    entries: Vec<Entry<'c>>,
    unknown: Vec<&'c str>,
}

impl<'c> Listed<'c> {
    fn of(config: &'c Config) -> Self {
        let (entries, unknown): (Vec<_>, Vec<_>) =
            config.consent.sources.iter().map(|text| Entry::parse(text)).partition(|e| SOURCES.contains(&e.name));
        Listed { entries, unknown: unknown.into_iter().map(|e| e.name).collect() }
    }

    fn entry(&self, name: &str) -> Option<&Entry<'c>> {
        self.entries.iter().find(|e| e.name == name)
    }
}

/// Adds a reading. Silence is worth a line only where the source was waited for, and a grant counts only there.
fn push(reasons: &mut Vec<Reason>, source: &'static str, reading: Reading, silence: &str, listed: &Listed<'_>) {
    let is_listed = listed.entry(source).is_some();
    match reading.verdict {
        Verdict::Grant if !is_listed => reasons.push(Reading::absent("not_listed").of(source)),
        Verdict::Absent if !is_listed && reading.reason == silence => {}
        _ => reasons.push(reading.of(source)),
    }
}

fn explicit(config: &Config, choice: Option<&Explicit>, fingerprint: &str, now: u64, listed: &Listed<'_>) -> Reading {
    let Some(choice) = choice else { return Reading::absent("not_given") };
    if !choice.granted {
        return Reading::refuse("refused");
    }
    if listed.entry("explicit").is_none() {
        return Reading::absent("not_listed");
    }
    let at = choice.at.unwrap_or(now);
    if at > now.saturating_add(CLOCK_SKEW) {
        return Reading::unknown("in_the_future");
    }
    if at.saturating_add(u64::from(config.consent.valid_days) * DAY) <= now {
        return Reading::absent("expired");
    }
    match choice.notice.as_deref() {
        Some(notice) if notice != fingerprint => Reading::grant("granted_other_notice"),
        _ => Reading::grant("granted"),
    }
}

fn age(config: &Config, age: Option<u32>) -> Reading {
    match age {
        None => Reading::absent("not_known"),
        Some(age) if age < config.consent.min_age => Reading::refuse("under_age"),
        Some(_) => Reading::absent("old_enough"),
    }
}

/// Reads every source that is carried by a cookie, a header of the cookie's name, or a value handed over.
fn carried(reasons: &mut Vec<Reason>, config: &Config, signals: &Signals, now: u64, opted_in: bool, listed: &Listed<'_>) {
    let mut readings = [None::<Reading>; CARRIED.len()];
    let mut note = |index: usize, source: &Carried, raw: &str| {
        let key = listed.entry(source.name).and_then(|e| e.key);
        let reading = read(source, raw, &Ask { config, key, now });
        if let Some(slot) = readings.get_mut(index) {
            *slot = Some(slot.map_or(reading, |before: Reading| before.stricter(reading)));
        }
    };
    for (name, value) in signals.header("cookie").flat_map(pairs) {
        if let Some((index, source)) = cookie_source(name, listed) {
            note(index, source, value);
        }
    }
    for (index, source) in CARRIED.iter().enumerate() {
        if let Some(value) = signals.values.get(source.name) {
            note(index, source, value);
        }
    }
    for (key, values) in &signals.headers {
        if let Some((index, source)) = CARRIED.iter().enumerate().find(|(_, c)| is_header_of(key, c.cookie)) {
            values.iter().for_each(|value| note(index, source, value));
        }
    }
    for (source, reading) in CARRIED.iter().zip(readings) {
        match reading {
            Some(reading) => push(reasons, source.name, reading, "", listed),
            None if source.name == "wordpress" && !opted_in && listed.entry("wordpress").is_some() => {
                reasons.push(wordpress::UNSET.of(source.name))
            }
            None => push(reasons, source.name, Reading::absent("not_sent"), "not_sent", listed),
        }
    }
}

fn read(source: &Carried, raw: &str, ask: &Ask<'_>) -> Reading {
    if raw.len() > MAX_VALUE {
        return Reading::unknown("too_large");
    }
    if source.raw {
        return (source.read)(raw, ask);
    }
    match percent_decoded(raw) {
        Some(value) => (source.read)(&value, ask),
        None => Reading::unknown("malformed"),
    }
}

/// The source that a cookie belongs to, by its own name or by the one that the site gave it.
fn cookie_source(name: &str, listed: &Listed<'_>) -> Option<(usize, &'static Carried)> {
    let renamed = || listed.entries.iter().find(|e| e.cookie == Some(name)).map(|e| e.name);
    CARRIED.iter().enumerate().find(|(_, c)| c.cookie == name).or_else(|| {
        let wanted = renamed()?;
        CARRIED.iter().enumerate().find(|(_, c)| c.name == wanted)
    })
}

/// Whether a header's key is a cookie's name, `-` and `_` and case aside.
fn is_header_of(key: &str, cookie: &str) -> bool {
    let fold = |b: u8| if b == b'-' { b'_' } else { b.to_ascii_lowercase() };
    key.len() == cookie.len() && key.bytes().map(fold).eq(cookie.bytes().map(fold))
}
