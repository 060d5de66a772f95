//! IAB TCF 2.x: a TC string in; a grant out where the visitor agreed to storage (purpose 1) and to measuring content or
//! improving services (purpose 8 or 10), by the right party.
//!
//! The right party is the configured vendor of the Global Vendor List; without one, the publisher itself where it is the
//! only recipient (its own segment is read then); else the purposes alone. Legitimate interest never counts.
//!
//! The reader is our own because the crate for it reads some GPP headers wrongly and can be made to work for seconds by a
//! cookie of five kilobytes (`docs/consent.md`).

use crate::config::Config;
use crate::consent::bits::Bits;
use crate::consent::decision::Reading;
use crate::consent::source::Ask;

/// The framework asks for the choice anew after this many days; an older string proves nothing.
const MAX_AGE_DAYS: u64 = 396;

/// Purposes 8 (measure content performance) and 10 (develop and improve services).
const MEASURE_OR_IMPROVE: [u32; 2] = [8, 10];

pub(crate) fn read(value: &str, ask: &Ask<'_>) -> Reading {
    let string = match TcString::parse(value.trim()) {
        Ok(string) => string,
        Err(reading) => return reading,
    };
    if string.updated / 10 + MAX_AGE_DAYS * 86_400 < ask.now {
        return Reading::absent("outdated");
    }
    if let Some(missing) = missing_purpose(string.purposes) {
        return Reading::refuse(missing);
    }
    if let Some(vendor) = ask.config.consent.tcf_vendor {
        return by_vendor(&string, vendor);
    }
    if ask.key == Some("publisher") || is_self_hosted(ask.config) {
        return match string.publisher {
            None => Reading::absent("no_publisher_segment"),
            Some(purposes) if missing_purpose(purposes).is_some() => Reading::refuse("publisher_declined"),
            Some(_) => Reading::grant("publisher"),
        };
    }
    Reading::grant("purposes")
}

fn by_vendor(string: &TcString<'_>, vendor: u32) -> Reading {
    let Some(agreed) = string.vendors.contains(vendor) else { return Reading::unknown("malformed") };
    if !agreed {
        return Reading::refuse("vendor_declined");
    }
    if string.disclosed.is_some_and(|disclosed| disclosed.contains(vendor) != Some(true)) {
        return Reading::refuse("vendor_not_disclosed");
    }
    let usable = |purpose| has(string.purposes, purpose) && string.forbids(purpose, vendor) == Some(false);
    match usable(1) && MEASURE_OR_IMPROVE.into_iter().any(usable) {
        true => Reading::grant("vendor"),
        false => Reading::refuse("publisher_restriction"),
    }
}

/// No recipient beside the controller.
fn is_self_hosted(config: &Config) -> bool {
    config.vendor.iter().all(|vendor| vendor.legal_name == config.controller.legal_name)
}

/// The code of what is missing among purposes 1 and (8 or 10).
pub(super) fn missing_purpose(purposes: u32) -> Option<&'static str> {
    if !has(purposes, 1) {
        return Some("purpose_1_declined");
    }
    (!MEASURE_OR_IMPROVE.into_iter().any(|p| has(purposes, p))).then_some("purposes_8_and_10_declined")
}

/// Purposes are 24 bits; the highest is purpose 1.
fn has(purposes: u32, purpose: u32) -> bool {
    (1..=24).contains(&purpose) && purposes >> (24 - purpose) & 1 == 1
}

/// The parts of a TC string that a decision needs.
struct TcString<'a> {
    /// In tenths of a second since 1970.
    updated: u64,
    purposes: u32,
    vendors: VendorSet<'a>,
    /// Where the publisher restrictions begin.
    restrictions: Bits<'a>,
    /// Vendors that were shown to the visitor.
    disclosed: Option<VendorSet<'a>>,
    /// Purposes that the publisher asked for itself.
    publisher: Option<u32>,
}

impl<'a> TcString<'a> {
    fn parse(text: &'a str) -> Result<Self, Reading> {
        const MALFORMED: Reading = Reading::unknown("malformed");
        let mut segments = text.split('.');
        let mut bits = segments.next().filter(|s| !s.is_empty()).and_then(Bits::new).ok_or(MALFORMED)?;
        if bits.number(6).ok_or(MALFORMED)? != 2 {
            return Err(Reading::unknown("version"));
        }
        let mut string = TcString::core(bits).ok_or(MALFORMED)?;
        for segment in segments {
            let mut bits = Bits::new(segment).ok_or(MALFORMED)?;
            match bits.number(3).ok_or(MALFORMED)? {
                1 => string.disclosed = Some(VendorSet::read(&mut bits).ok_or(MALFORMED)?),
                3 => {
                    let purposes = bits.number(24).and_then(|p| u32::try_from(p).ok()).ok_or(MALFORMED)?;
                    // Of two publisher segments only what both permit counts.
                    string.publisher = Some(string.publisher.unwrap_or(purposes) & purposes);
                }
                // 2 is of strings that several sites share, kinds above 3 are of the future.
                _ => {}
            }
        }
        Ok(string)
    }

    /// The core segment after its version.
    fn core(mut bits: Bits<'a>) -> Option<Self> {
        bits.skip(36)?;
        let updated = bits.number(36)?;
        // CMP, its version, screen, language, version of the vendor list and of the policy, two flags, special features.
        bits.skip(12 + 12 + 6 + 12 + 12 + 6 + 1 + 1 + 12)?;
        let purposes = u32::try_from(bits.number(24)?).ok()?;
        // Legitimate interest, special treatment of purpose 1, country.
        bits.skip(24 + 1 + 12)?;
        let vendors = VendorSet::read(&mut bits)?;
        VendorSet::read(&mut bits)?;
        let string = TcString { updated, purposes, vendors, restrictions: bits, disclosed: None, publisher: None };
        string.walk_restrictions(|_, _, _| ())?;
        Some(string)
    }

    /// Whether the publisher forbids a vendor a purpose; `None` where that can't be read.
    fn forbids(&self, purpose: u32, vendor: u32) -> Option<bool> {
        let mut found = Some(false);
        self.walk_restrictions(|of, kind, vendors| {
            // Kind 0 is "not allowed"; the others choose between consent and legitimate interest.
            if u32::from(of) == purpose && kind == 0 {
                found = match (found, vendors.contains(vendor)) {
                    (Some(before), Some(now)) => Some(before || now),
                    _ => None,
                };
            }
        })?;
        found
    }

    fn walk_restrictions(&self, mut each: impl FnMut(u16, u16, VendorSet<'a>)) -> Option<()> {
        let mut bits = self.restrictions;
        for _ in 0..bits.small(12)? {
            let (purpose, kind) = (bits.small(6)?, bits.small(2)?);
            let vendors = VendorSet::read_ranges(&mut bits)?;
            each(purpose, kind, vendors);
        }
        Some(())
    }
}

/// A set of vendor ids as it stands in the string; nothing is unpacked.
#[derive(Clone, Copy)]
pub(super) enum VendorSet<'a> {
    Field { start: Bits<'a>, count: u16 },
    Ranges { start: Bits<'a>, count: u16 },
}

impl<'a> VendorSet<'a> {
    /// Reads the set's head and passes over its body.
    pub fn read(bits: &mut Bits<'a>) -> Option<Self> {
        let highest = bits.small(16)?;
        if bits.flag()? {
            return VendorSet::read_ranges(bits);
        }
        let start = *bits;
        bits.skip(usize::from(highest))?;
        Some(VendorSet::Field { start, count: highest })
    }

    fn read_ranges(bits: &mut Bits<'a>) -> Option<Self> {
        let count = bits.small(12)?;
        let start = *bits;
        for _ in 0..count {
            let is_range = bits.flag()?;
            bits.skip(if is_range { 32 } else { 16 })?;
        }
        Some(VendorSet::Ranges { start, count })
    }

    pub fn contains(self, vendor: u32) -> Option<bool> {
        match self {
            VendorSet::Field { .. } if vendor == 0 => Some(false),
            VendorSet::Field { count, .. } if vendor > u32::from(count) => Some(false),
            VendorSet::Field { mut start, .. } => {
                start.skip(usize::try_from(vendor - 1).ok()?)?;
                start.flag()
            }
            VendorSet::Ranges { mut start, count } => {
                let mut inside = false;
                for _ in 0..count {
                    let is_range = start.flag()?;
                    let first = u32::from(start.small(16)?);
                    let last = if is_range { u32::from(start.small(16)?) } else { first };
                    inside |= (first..=last).contains(&vendor);
                }
                Some(inside)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Vendor;
    use crate::consent::Verdict;

    /// Purposes 1, 8, 10; vendors 2 and 755; publisher 1 and 8; of 21 November 2026.
    const STRING: &str = "CQuCLYAQuCLYAAfAHAENBjFgAIFAAAAAAAYgF5wAgABALzAAAAAA.IImQBQABAAIAC2AvMCJg.cCAAAAAAAAAA";
    const NOW: u64 = 1_795_300_000;

    fn config(vendor: Option<u32>) -> Config {
        let mut config = Config::default();
        config.consent.tcf_vendor = vendor;
        config.vendor.push(Vendor { legal_name: "Recordings Ltd".into(), ..Vendor::default() });
        config
    }

    fn judge(text: &str, config: &Config) -> Reading {
        read(text, &Ask { config, key: None, now: NOW })
    }

    #[test]
    fn the_published_vector_grants_to_its_vendors_and_its_publisher() {
        assert_eq!(judge(STRING, &config(None)), Reading::grant("purposes"));
        assert_eq!(judge(STRING, &config(Some(2))), Reading::grant("vendor"));
        assert_eq!(judge(STRING, &config(Some(755))), Reading::grant("vendor"));
        for other in [0, 1, 3, 8, 754, 756, 1100, 70_000] {
            assert_eq!(judge(STRING, &config(Some(other))), Reading::refuse("vendor_declined"), "{other}");
        }
        assert_eq!(judge(STRING, &Config::default()), Reading::grant("publisher"));
        let core = STRING.split('.').next().unwrap();
        assert_eq!(judge(core, &Config::default()), Reading::absent("no_publisher_segment"));
        assert_eq!(judge(core, &config(None)), Reading::grant("purposes"));
        let later = Ask { config: &config(None), key: None, now: NOW + 400 * 86_400 };
        assert_eq!(read(STRING, &later), Reading::absent("outdated"));
    }

    #[test]
    fn every_cut_and_every_foreign_character_is_unknown() {
        let core = STRING.split('.').next().unwrap();
        for end in 0..core.len() - 1 {
            assert_eq!(judge(&core[..end], &config(None)).verdict, Verdict::Unknown, "cut at {end}");
        }
        for bad in
            ["", ".", "C", "BOEFEAyOEFEAyAHABDENAI4AAAB9vABAASA", "C QuCLYA", "CQuCLYAQuCLYAAfAHAENBjFgAIFAAAAAAAYgF5wAgABALzAAAAAA."]
        {
            assert_eq!(judge(bad, &config(None)).verdict, Verdict::Unknown, "{bad}");
        }
    }
}
