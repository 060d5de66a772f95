//! IAB Global Privacy Platform: a GPP string in; the strictest verdict of its sections out.
//!
//! Section 2 is a TC string, 5 its Canadian sister, 6 a US Privacy string, 7 to 27 the national and state sections of the
//! United States, which can only refuse. A section of another number or version is unknown.

use super::gpp_layout::{LAYOUTS, Layout};
use super::tcf::{VendorSet, missing_purpose};
use super::{tcf, usprivacy};
use crate::consent::bits::Bits;
use crate::consent::decision::Reading;
use crate::consent::source::Ask;

const MALFORMED: Reading = Reading::unknown("malformed");

/// More sections than the platform has numbers for make no sense and cost time.
const MAX_SECTIONS: usize = 64;

pub(crate) fn read(value: &str, ask: &Ask<'_>) -> Reading {
    let mut parts = value.trim().split('~');
    let Some(ids) = parts.next().and_then(section_ids) else { return MALFORMED };
    let mut ids = ids.into_iter();
    let (mut strictest, mut neutral) = (None::<Reading>, None);
    for section in parts.by_ref() {
        let Some(id) = ids.next() else { return MALFORMED };
        let reading = match id {
            2 => tcf::read(section, ask),
            5 => canada(section, ask).unwrap_or(MALFORMED),
            6 => usprivacy::read(section, ask),
            id => united_states(id, section),
        };
        // A section without an opt-out does not take back what a TC string beside it grants.
        match reading.reason {
            "no_opt_out" | "not_applicable" => neutral = Some(reading),
            _ => strictest = Some(strictest.map_or(reading, |before| before.stricter(reading))),
        }
    }
    match ids.next() {
        Some(_) => MALFORMED,
        None => strictest.or(neutral).unwrap_or(Reading::absent("no_sections")),
    }
}

const NO_OPT_OUT: Reading = Reading::absent("no_opt_out");

/// The ids of the header: type 3, version 1, a Fibonacci-coded range.
fn section_ids(header: &str) -> Option<Vec<u16>> {
    let mut bits = Bits::new(header)?;
    if (bits.number(6)?, bits.number(6)?) != (3, 1) {
        return None;
    }
    let mut ids = Vec::new();
    let mut last = 0u16;
    for _ in 0..bits.number(12)? {
        let is_range = bits.flag()?;
        let first = last.checked_add(bits.fibonacci()?)?;
        last = if is_range { first.checked_add(bits.fibonacci()?)? } else { first };
        if usize::from(last - first) >= MAX_SECTIONS || ids.len() >= MAX_SECTIONS {
            return None;
        }
        ids.extend(first..=last);
    }
    Some(ids)
}

fn united_states(id: u16, section: &str) -> Reading {
    let mut segments = section.split('.');
    let Some(core) = segments.next().and_then(Bits::new) else { return MALFORMED };
    let Some(version) = core.from(0).small(6) else { return MALFORMED };
    let Some(layout) = LAYOUTS.iter().find(|l| l.section == id && l.version == version) else {
        return Reading::unknown("unknown_section");
    };
    let mut reading = us_core(core, layout).unwrap_or(MALFORMED);
    if layout.gpc {
        for segment in segments {
            reading = reading.stricter(gpc_segment(segment).unwrap_or(MALFORMED));
        }
    }
    reading
}

fn us_core(core: Bits<'_>, layout: &Layout) -> Option<Reading> {
    let field = |at: usize| {
        let mut bits = core.from(0);
        bits.skip(at)?;
        // 3 is not defined.
        bits.number(2).filter(|value| *value < 3)
    };
    let mut reading = NO_OPT_OUT;
    for at in layout.opt_outs {
        if field(*at)? == 1 {
            reading = reading.stricter(Reading::refuse("opt_out"));
        }
    }
    let (first, count) = layout.child;
    for nth in 0..count {
        if field(first + 2 * nth)? != 0 {
            reading = reading.stricter(Reading::refuse("known_child"));
        }
    }
    if let Some(at) = layout.consent
        && field(at)? == 1
    {
        reading = reading.stricter(Reading::refuse("processing_declined"));
    }
    Some(reading)
}

fn gpc_segment(segment: &str) -> Option<Reading> {
    let mut bits = Bits::new(segment)?;
    match (bits.number(2)?, bits.flag()?) {
        (1, true) => Some(Reading::refuse("gpc")),
        _ => Some(NO_OPT_OUT),
    }
}

/// Express consent to the purposes grants; implied consent is no opt-in.
fn canada(section: &str, ask: &Ask<'_>) -> Option<Reading> {
    let mut bits = Bits::new(section.split('.').next()?)?;
    let version = bits.number(6)?;
    if !(1..=2).contains(&version) {
        return Some(Reading::unknown("version"));
    }
    // Created, updated, CMP, its version, screen, language, version of list and policy, a flag, special features.
    bits.skip(36 + 36 + 12 + 12 + 6 + 12 + 12 + 6 + 1 + 12)?;
    let express = u32::try_from(bits.number(24)?).ok()?;
    let implied = u32::try_from(bits.number(24)?).ok()?;
    if let Some(missing) = missing_purpose(express) {
        let either = missing_purpose(express | implied).is_none();
        return Some(if either { Reading::absent("implied") } else { Reading::refuse(missing) });
    }
    let Some(vendor) = ask.config.consent.tcf_vendor else { return Some(Reading::grant("purposes")) };
    if version != 1 {
        return Some(Reading::absent("vendors_not_read"));
    }
    Some(match VendorSet::read(&mut bits)?.contains(vendor)? {
        true => Reading::grant("vendor"),
        false => Reading::refuse("vendor_declined"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::consent::Verdict;

    fn judge(text: &str) -> Reading {
        read(text, &Ask { config: &Config::default(), key: None, now: 1_795_300_000 })
    }

    #[test]
    fn headers_with_three_single_sections_keep_their_ids() {
        // Offsets 2, 4 and 2 stand for sections 2, 6 and 8.
        assert_eq!(section_ids("DBADNZg"), Some(vec![2, 6, 8]));
        assert_eq!(section_ids("DBABM"), Some(vec![2]));
        assert_eq!(section_ids("DBABM_"), Some(vec![2]));
        assert_eq!(section_ids("CBABM"), None);
        assert_eq!(section_ids("DBAB"), None);
    }

    #[test]
    fn sections_and_ids_must_match_in_number() {
        let tcf = "CQuCLYAQuCLYAAfAHAENBjFgAIFAAAAAAAYgF5wAgABALzAAAAAA.cCAAAAAAAAAA";
        assert_eq!(judge(&format!("DBABM~{tcf}")).reason, "publisher");
        assert_eq!(judge("DBABM").verdict, Verdict::Unknown);
        assert_eq!(judge(&format!("DBABM~{tcf}~{tcf}")).verdict, Verdict::Unknown);
        for bad in ["", "~", "DBABM~", "x", "DBABM~.", "~~~~"] {
            assert_eq!(judge(bad).verdict, Verdict::Unknown, "{bad}");
        }
    }
}
