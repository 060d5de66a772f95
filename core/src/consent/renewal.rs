//! Must visitors be asked again? Two configurations in, the changes between them and which of them are material out.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::config::{Canvas, Config, Console, CustomEvents, Ip, Media, Network, Privacy, Profile, Vendor};

/// Whether visitors who agreed under the old configuration must be asked again under the new one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Renewal {
    /// Whether one of the changes is material.
    pub required: bool,
    /// What changed, in the order of the configuration.
    pub changes: Vec<Change>,
}

/// One change between two configurations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Key of the configuration.
    pub key: String,
    /// Whether consent to the old does not cover the new.
    pub material: bool,
    /// Why, as a stable code.
    pub reason: String,
}

/// Says whether the change from one configuration to another asks for a new consent.
///
/// Material is what gives more data, more recipients, more purposes, more time, or another controller or legal basis. More
/// protection, fewer recipients and a shorter time are not.
///
/// ```
/// use milkglass::{Config, consent::requires_renewal};
///
/// let old = Config::from_toml("[purpose]\nretention_days = 30")?;
/// let shorter = Config::from_toml("[purpose]\nretention_days = 14")?;
/// assert!(!requires_renewal(&old, &shorter).required);
/// assert!(requires_renewal(&shorter, &old).required);
/// # Ok::<(), milkglass::Error>(())
/// ```
pub fn requires_renewal(old: &Config, new: &Config) -> Renewal {
    let mut changes = Changes(Vec::new());
    changes.set("controller.legal_name", old.controller.legal_name != new.controller.legal_name, "controller_changed");
    vendors(&mut changes, &old.vendor, &new.vendor);
    changes.list("purpose.ids", &old.purpose.ids, &new.purpose.ids, Grows::Harms, |id| format!("{id:?}"));
    changes.set("purpose.legal_basis", old.purpose.legal_basis != new.purpose.legal_basis, "legal_basis_changed");
    changes.rank("purpose.retention_days", old.purpose.retention_days, new.purpose.retention_days);
    privacy(&mut changes, &old.privacy, &new.privacy);
    changes.rank("consent.valid_days", old.consent.valid_days, new.consent.valid_days);
    // Younger visitors come under the recording.
    changes.rank("consent.min_age", new.consent.min_age, old.consent.min_age);
    Renewal { required: changes.0.iter().any(|c| c.material), changes: changes.0 }
}

fn vendors(changes: &mut Changes, old: &[Vendor], new: &[Vendor]) {
    changes.list("vendor", old, new, Grows::Harms, |v| v.legal_name.clone());
    for after in new {
        let Some(before) = old.iter().find(|v| v.legal_name == after.legal_name) else { continue };
        changes.set("vendor.country", before.country != after.country, "transfer_changed");
        changes.set("vendor.transfer", before.transfer != after.transfer, "transfer_changed");
        changes.set("vendor.role", before.role != after.role, "role_changed");
    }
}

fn privacy(changes: &mut Changes, old: &Privacy, new: &Privacy) {
    let same = |text: &String| text.clone();
    changes.rank("privacy.profile", profile(old.profile), profile(new.profile));
    changes.list("privacy.sensitive_pages", &old.sensitive_pages, &new.sensitive_pages, Grows::Helps, same);
    changes.list("privacy.mask", &old.mask, &new.mask, Grows::Helps, same);
    changes.list("privacy.block", &old.block, &new.block, Grows::Helps, same);
    changes.list("privacy.ignore", &old.ignore, &new.ignore, Grows::Helps, same);
    changes.list("privacy.allow", &old.allow, &new.allow, Grows::Harms, same);
    let ip = |ip| match ip {
        Ip::Drop => 0,
        Ip::Truncate => 1,
        Ip::Keep => 2,
    };
    changes.rank("privacy.ip", ip(old.ip), ip(new.ip));
    changes.rank("privacy.canvas", u32::from(old.canvas == Canvas::Keep), u32::from(new.canvas == Canvas::Keep));
    changes.rank("privacy.console", u32::from(old.console == Console::Mask), u32::from(new.console == Console::Mask));
    let network = |network| match network {
        Network::Drop => 0,
        Network::Urls => 1,
        Network::Mask => 2,
    };
    changes.rank("privacy.network", network(old.network), network(new.network));
    changes.rank("privacy.media", u32::from(old.media == Media::Keep), u32::from(new.media == Media::Keep));
    let custom = |events| u32::from(events == CustomEvents::Mask);
    changes.rank("privacy.custom_events", custom(old.custom_events), custom(new.custom_events));
    changes.rank("privacy.vendor_markers", u32::from(!old.vendor_markers), u32::from(!new.vendor_markers));
    changes.rank("privacy.business", u32::from(!old.business), u32::from(!new.business));
    detectors(changes, old, new);
}

/// `default` stands for all types, so going to a list gives up some, and going to it gives up none.
fn detectors(changes: &mut Changes, old: &Privacy, new: &Privacy) {
    let all = |p: &Privacy| p.detectors.iter().any(|d| d == "default");
    match (all(old), all(new)) {
        (true, true) => {}
        (true, false) => changes.add("privacy.detectors", true, "more_data"),
        (false, true) => changes.add("privacy.detectors", false, "less_data"),
        (false, false) => changes.list("privacy.detectors", &old.detectors, &new.detectors, Grows::Helps, String::clone),
    }
    if old.min_confidence != new.min_confidence {
        let more = new.min_confidence > old.min_confidence;
        changes.add("privacy.min_confidence", more, if more { "more_data" } else { "less_data" });
    }
    changes.list("privacy.pattern", &old.pattern, &new.pattern, Grows::Helps, |p| format!("{}\n{}", p.name, p.regex));
    let words =
        |p: &Privacy| -> Vec<String> { p.words.iter().flat_map(|(kind, all)| all.iter().map(move |w| format!("{kind}\n{w}"))).collect() };
    changes.list("privacy.words", &words(old), &words(new), Grows::Helps, String::clone);
}

fn profile(profile: Profile) -> u32 {
    match profile {
        Profile::Strict => 0,
        Profile::Balanced => 1,
        Profile::Forms => 2,
    }
}

/// Whether a longer list is more protection or less.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Grows {
    Helps,
    Harms,
}

struct Changes(Vec<Change>);

impl Changes {
    fn add(&mut self, key: &str, material: bool, reason: &str) {
        self.0.push(Change { key: key.to_owned(), material, reason: reason.to_owned() });
    }

    /// A change that is material whichever way it goes.
    fn set(&mut self, key: &str, changed: bool, reason: &str) {
        if changed {
            self.add(key, true, reason);
        }
    }

    /// A change that is material where the number grows.
    fn rank(&mut self, key: &str, old: u32, new: u32) {
        if old != new {
            self.add(key, new > old, if new > old { "more_data" } else { "less_data" });
        }
    }

    fn list<T>(&mut self, key: &str, old: &[T], new: &[T], grows: Grows, name: impl Fn(&T) -> String) {
        let (old, new): (BTreeSet<_>, BTreeSet<_>) = (old.iter().map(&name).collect(), new.iter().map(&name).collect());
        if old.difference(&new).next().is_some() {
            self.add(key, grows == Grows::Helps, "removed");
        }
        if new.difference(&old).next().is_some() {
            self.add(key, grows == Grows::Harms, "added");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(old: &str, new: &str) -> Renewal {
        requires_renewal(&Config::from_toml(old).unwrap(), &Config::from_toml(new).unwrap())
    }

    #[test]
    fn more_of_anything_is_material_and_less_is_not() {
        for (less, more) in [
            ("[privacy]\nprofile = \"strict\"", ""),
            ("", "[privacy]\nprofile = \"forms\""),
            ("", "[purpose]\nids = [\"usability\", \"security\"]"),
            ("", "[[vendor]]\nlegal_name = \"New Ltd\""),
            ("[privacy]\nmask = [\".x\"]", ""),
            ("", "[privacy]\nallow = [\".x\"]"),
            ("", "[privacy]\nnetwork = \"urls\""),
            ("", "[privacy]\ndetectors = [\"EMAIL\"]"),
            ("", "[privacy]\nmin_confidence = 0.75"),
            ("", "[privacy]\nvendor_markers = false"),
            ("", "[consent]\nmin_age = 13"),
        ] {
            assert!(between(less, more).required, "{more}");
            let back = between(more, less);
            assert!(!back.required && back.changes.len() == 1, "{more}: {back:?}");
        }
    }

    #[test]
    fn another_controller_basis_or_country_is_material_and_another_spool_is_no_change() {
        assert!(between("[controller]\nlegal_name = \"A\"", "[controller]\nlegal_name = \"B\"").required);
        assert!(between("", "[purpose]\nlegal_basis = \"legitimate_interest\"").required);
        assert!(between("[[vendor]]\nlegal_name = \"A\"\ncountry = \"CZ\"", "[[vendor]]\nlegal_name = \"A\"\ncountry = \"US\"").required);
        assert_eq!(between("", "[upload]\nspool = \"/x\"\n[site]\nname = \"New name\"").changes, []);
    }
}
