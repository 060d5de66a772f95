//! The full notice: which clause is true of a configuration.
//!
//! In: a configuration and a language. Out: the sections of the notice; each clause is there if and only if the
//! configuration makes it true, and `docs/notice.md` lists the condition of each.

use super::document::{Section, Writer};
use super::jurisdiction::{ConsentMode, Regime, Rule, consent_mode, rules_of};
use super::locale::Locale;
use super::parties::{contact_line, is_abroad, party};
use crate::config::{
    Canvas, Config, Console, Contact, CustomEvents, Durability, Ip, LegalBasis, Media, Network, Profile, PurposeId, Role, Sink, Transfer,
};
use crate::error::{Code, Error, Result};

/// Writes the sections of the full notice.
pub(crate) fn full(config: &Config, locale: &Locale) -> Result<Vec<Section>> {
    let rules = rules_of(config)?;
    let mut notice = Notice { config, rules, mode: consent_mode(config), to: Writer::new(locale) };
    notice.brief()?;
    notice.controller()?;
    notice.purposes()?;
    notice.recorded()?;
    notice.masked()?;
    notice.never()?;
    notice.choice()?;
    notice.basis()?;
    notice.recipients()?;
    notice.transfers()?;
    notice.retention()?;
    notice.rights()?;
    notice.complaint()?;
    notice.california()?;
    notice.quebec()?;
    Ok(notice.to.finish())
}

/// What a notice can't do without.
///
/// # Errors
/// `config.missing` that names every key that is missing.
pub(crate) fn require(config: &Config) -> Result<()> {
    let mut missing: Vec<String> = Vec::new();
    let mut need = |there: bool, key: &str| {
        if !there {
            missing.push(key.to_owned());
        }
    };
    need(filled(&config.controller.legal_name), "controller.legal_name");
    need(filled(&config.controller.email) || filled(&config.controller.address), "controller.email");
    need(!config.purpose.ids.is_empty(), "purpose.ids");
    need(!config.vendor.is_empty(), "vendor (who receives the recordings; where you store them yourself, your hosting company)");
    for (i, vendor) in config.vendor.iter().enumerate() {
        need(filled(&vendor.legal_name), &format!("vendor[{i}].legal_name"));
    }
    if missing.is_empty() {
        return Ok(());
    }
    Err(Error::new(Code::ConfigMissing, format!("a notice needs {}", missing.join(", "))))
}

pub(crate) fn filled(text: &str) -> bool {
    !text.trim().is_empty()
}

/// The site as visitors know it.
pub(crate) fn site_name(config: &Config) -> &str {
    [&config.site.name, &config.site.url, &config.controller.legal_name].into_iter().find(|name| filled(name)).map_or("", String::as_str)
}

pub(crate) fn profile_message(prefix: &str, profile: Profile) -> String {
    format!("{prefix}-{}", profile.as_str())
}

pub(crate) fn mode_message(prefix: &str, mode: ConsentMode) -> String {
    let name = match mode {
        ConsentMode::Asked => "asked",
        ConsentMode::Mixed => "mixed",
        ConsentMode::OptOut => "optout",
    };
    format!("{prefix}-{name}")
}

pub(crate) fn purpose_name(id: PurposeId) -> &'static str {
    match id {
        PurposeId::Usability => "usability",
        PurposeId::Support => "support",
        PurposeId::Security => "security",
        PurposeId::Statistics => "statistics",
    }
}

/// The purposes in the configuration's order, each once.
pub(crate) fn purposes(config: &Config) -> Vec<PurposeId> {
    let mut ids = Vec::new();
    for id in &config.purpose.ids {
        if !ids.contains(id) {
            ids.push(*id);
        }
    }
    ids
}

struct Notice<'a> {
    config: &'a Config,
    rules: Vec<&'static Rule>,
    mode: ConsentMode,
    to: Writer<'a>,
}

impl Notice<'_> {
    fn has(&self, regime: Regime) -> bool {
        self.rules.iter().any(|rule| rule.regime == regime)
    }

    fn brief(&mut self) -> Result<()> {
        self.to.opening("brief");
        if let Some(date) = &self.config.site.effective {
            let date = self.to.locale.date(date)?;
            self.to.paragraph_with("effective", &[("date", &date)])?;
        }
        self.to.paragraph(true, &profile_message("brief", self.config.privacy.profile))?;
        self.to.paragraph(true, &mode_message("brief", self.mode))
    }

    fn controller(&mut self) -> Result<()> {
        let controller = &self.config.controller;
        self.to.section("controller")?;
        self.to.item_with("controller-name", &[("name", &controller.legal_name)])?;
        if filled(&controller.address) {
            self.to.item_with("controller-address", &[("address", &controller.address)])?;
        }
        if filled(&controller.email) {
            self.to.item_with("controller-email", &[("email", &controller.email)])?;
        }
        if let Some(vat) = controller.vat_id.as_deref().filter(|vat| filled(vat)) {
            self.to.item_with("controller-vat", &[("vat", vat)])?;
        }
        for (id, contact) in [("representative", &controller.representative), ("dpo", &controller.dpo)] {
            let line = contact.as_ref().map(contact_line).unwrap_or_default();
            if filled(&line) {
                self.to.item_with(id, &[("contact", &line)])?;
            }
        }
        Ok(())
    }

    fn purposes(&mut self) -> Result<()> {
        self.to.section("purposes")?;
        self.to.paragraph(true, "purposes-intro")?;
        for id in purposes(self.config) {
            self.to.item(true, &format!("purpose-{}", purpose_name(id)))?;
        }
        self.to.paragraph(true, "purposes-automated")
    }

    fn recorded(&mut self) -> Result<()> {
        let privacy = &self.config.privacy;
        let strict = privacy.profile == Profile::Strict;
        let forms = privacy.profile == Profile::Forms;
        self.to.section("recorded")?;
        self.to.item(true, "recorded-pointer")?;
        self.to.item(!strict, "recorded-page-text")?;
        self.to.item(strict, "recorded-page-outline")?;
        self.to.item(true, "recorded-address")?;
        self.to.item(!forms, "recorded-typing-masked")?;
        self.to.item(forms, "recorded-typing-forms")?;
        self.to.item(privacy.media == Media::Keep, "recorded-media")?;
        self.to.item(privacy.canvas == Canvas::Keep && !strict, "recorded-canvas")?;
        self.to.item(privacy.console == Console::Mask && !strict, "recorded-console")?;
        self.to.item(privacy.network == Network::Urls, "recorded-network-urls")?;
        self.to.item(privacy.network == Network::Mask, "recorded-network-full")?;
        self.to.item(privacy.custom_events == CustomEvents::Mask && !strict, "recorded-custom")?;
        self.to.item(privacy.ip == Ip::Truncate, "recorded-ip-short")?;
        self.to.item(privacy.ip == Ip::Keep, "recorded-ip-full")?;
        self.to.item(true, "recorded-session")
    }

    fn masked(&mut self) -> Result<()> {
        let (privacy, upload) = (&self.config.privacy, &self.config.upload);
        let all_types = privacy.detectors.iter().any(|name| name == "default");
        let some_types = !privacy.detectors.is_empty() || !privacy.pattern.is_empty() || !privacy.words.is_empty();
        self.to.section("masked")?;
        self.to.paragraph(all_types, "masked-detect")?;
        self.to.paragraph(some_types && !all_types, "masked-detect-some")?;
        if privacy.profile != Profile::Strict && !privacy.sensitive_pages.is_empty() {
            let pages = self.to.locale.list(&privacy.sensitive_pages);
            self.to.paragraph_with("masked-pages", &[("pages", &pages)])?;
        }
        self.to.paragraph(!privacy.mask.is_empty(), "masked-areas")?;
        self.to.paragraph(!privacy.block.is_empty(), "masked-blocked")?;
        self.to.paragraph(!privacy.ignore.is_empty(), "masked-ignored")?;
        self.to.paragraph(!privacy.allow.is_empty(), "masked-allowed")?;
        let secure = upload.endpoint.as_deref().is_some_and(|url| url.starts_with("https://"));
        self.to.paragraph(secure, "masked-transit")?;
        self.to.paragraph(upload.durability != Durability::Memory, "masked-waiting")
    }

    fn never(&mut self) -> Result<()> {
        let privacy = &self.config.privacy;
        let strict = privacy.profile == Profile::Strict;
        let typed = privacy.profile != Profile::Forms;
        let settings = [
            (typed, "never-typed"),
            (typed, "never-choices"),
            (strict && privacy.allow.is_empty(), "never-text"),
            (strict && privacy.media == Media::Block, "never-media"),
            (privacy.ip == Ip::Drop, "never-ip"),
            (privacy.canvas == Canvas::Drop || strict, "never-canvas"),
            (privacy.console == Console::Drop || strict, "never-console"),
            (privacy.network == Network::Drop, "never-network"),
            (privacy.custom_events == CustomEvents::Drop || strict, "never-custom"),
        ];
        self.to.section("never")?;
        self.to.paragraph(true, "never-intro")?;
        for id in ["never-passwords", "never-cards", "never-codes", "never-marked", "never-outside"] {
            self.to.item(true, id)?;
        }
        self.to.paragraph(settings.iter().any(|(when, _)| *when), "never-also")?;
        settings.iter().try_for_each(|(when, id)| self.to.item(*when, id))
    }

    fn choice(&mut self) -> Result<()> {
        let consent = &self.config.consent;
        let asks = self.mode != ConsentMode::OptOut;
        let settings = self.to.locale.text("button-settings")?;
        self.to.section("choice")?;
        self.to.paragraph(true, &mode_message("choice", self.mode))?;
        if asks {
            self.to.paragraph_with("choice-withdraw", &[("settings", &settings)])?;
        }
        if self.mode != ConsentMode::Asked {
            self.to.paragraph_with("choice-object", &[("settings", &settings)])?;
        }
        self.to.paragraph(self.config.upload.sink == Sink::Collector, "choice-delete")?;
        if asks {
            self.to.days("choice-valid", consent.valid_days)?;
        }
        self.to.paragraph(true, "choice-gpc")?;
        self.to.paragraph(consent.strict_dnt, "choice-dnt")?;
        if consent.min_age > 0 {
            self.to.paragraph_with("choice-age", &[("years", &consent.min_age.to_string())])?;
        }
        Ok(())
    }

    /// The law by name where the GDPR or its British twin holds, else the plain basis. Consent is the basis of nothing
    /// where nobody is asked.
    fn basis(&mut self) -> Result<()> {
        let (id, holds) = match self.config.purpose.legal_basis {
            LegalBasis::Consent => ("basis-consent", self.mode != ConsentMode::OptOut),
            LegalBasis::LegitimateInterest => ("basis-interest", true),
            LegalBasis::Contract => ("basis-contract", true),
        };
        self.to.section("basis")?;
        if holds {
            match self.laws()? {
                Some(law) => self.to.paragraph_with(id, &[("law", &law)])?,
                None => self.to.paragraph(true, &format!("{id}-other"))?,
            }
        }
        let device: Vec<&str> = self
            .rules
            .iter()
            .filter(|rule| matches!(rule.regime, Regime::Gdpr | Regime::Uk | Regime::Ch))
            .filter_map(|rule| rule.device_law.as_deref())
            .collect();
        if !device.is_empty() {
            let laws = device.join("; ");
            self.to.paragraph_with("basis-device", &[("laws", &laws)])?;
        }
        Ok(())
    }

    /// The GDPR, the UK GDPR or both, by their short names in the language of the notice.
    fn laws(&self) -> Result<Option<String>> {
        let mut names = Vec::new();
        for (regime, id) in [(Regime::Gdpr, "law-gdpr"), (Regime::Uk, "law-uk")] {
            if self.has(regime) {
                names.push(self.to.locale.text(id)?);
            }
        }
        Ok((!names.is_empty()).then(|| self.to.locale.list(&names)))
    }

    fn recipients(&mut self) -> Result<()> {
        self.to.section("recipients")?;
        for vendor in &self.config.vendor {
            let party = party(self.to.locale, vendor, true)?;
            let id = match vendor.role {
                Role::Processor => "vendor-processor",
                Role::Joint => "vendor-joint",
                Role::Independent => "vendor-independent",
            };
            self.to.item_with(id, &[("party", &party)])?;
            if let Some(url) = vendor.policy_url.as_deref().filter(|url| filled(url)) {
                self.to.item_with("vendor-policy", &[("name", &vendor.legal_name), ("url", url)])?;
            }
        }
        Ok(())
    }

    fn transfers(&mut self) -> Result<()> {
        self.to.section("transfers")?;
        for vendor in self.config.vendor.iter().filter(|vendor| is_abroad(vendor, &self.rules)) {
            let id = match vendor.transfer {
                Some(Transfer::Adequacy) => "transfer-adequacy",
                Some(Transfer::Dpf) => "transfer-dpf",
                Some(Transfer::Scc) => "transfer-scc",
                Some(Transfer::Bcr) => "transfer-bcr",
                Some(Transfer::Derogation) => "transfer-derogation",
                None => "transfer-open",
            };
            let country = self.to.locale.country(&vendor.country);
            self.to.paragraph_with(id, &[("name", &vendor.legal_name), ("country", &country)])?;
        }
        Ok(())
    }

    fn retention(&mut self) -> Result<()> {
        self.to.section("retention")?;
        self.to.days("retention", self.config.purpose.retention_days)?;
        self.to.days("retention-waiting", self.config.upload.max_age_days)
    }

    fn rights(&mut self) -> Result<()> {
        let laws = self.laws()?;
        let by_regulation = laws.is_some();
        let basis = self.config.purpose.legal_basis;
        self.to.section("rights")?;
        match &laws {
            Some(law) => self.to.paragraph_with("rights-intro", &[("law", law)])?,
            None => self.to.paragraph(true, "rights-intro-other")?,
        }
        self.to.item(true, "right-access")?;
        self.to.item(true, "right-rectification")?;
        self.to.item(true, "right-erasure")?;
        self.to.item(by_regulation, "right-restriction")?;
        self.to.item(by_regulation && basis != LegalBasis::LegitimateInterest, "right-portability")?;
        self.to.item(basis == LegalBasis::LegitimateInterest || self.mode != ConsentMode::Asked, "right-object")?;
        self.to.item(by_regulation, "right-automated")?;
        if filled(&self.config.controller.email) {
            self.to.paragraph_with("rights-contact", &[("email", &self.config.controller.email)])?;
        }
        Ok(())
    }

    fn complaint(&mut self) -> Result<()> {
        let by_regulation = self.has(Regime::Gdpr) || self.has(Regime::Uk);
        let known = self.rules.iter().any(|rule| rule.authority.is_some());
        self.to.section("complaint")?;
        self.to.paragraph(by_regulation, "complaint-intro")?;
        self.to.paragraph(!by_regulation && known, "complaint-intro-other")?;
        for rule in self.rules.clone() {
            if let (Some(authority), Some(url)) = (&rule.authority, &rule.authority_url) {
                let place = self.place(rule);
                self.to.item_with("complaint-authority", &[("country", &place), ("authority", authority), ("url", url)])?;
            }
        }
        Ok(())
    }

    /// A country in the language of the notice; a state or province by its own name.
    fn place(&self, rule: &Rule) -> String {
        if rule.code.contains('-') { rule.name.clone() } else { self.to.locale.country(&rule.code) }
    }

    fn california(&mut self) -> Result<()> {
        if !self.has(Regime::UsCa) {
            return Ok(());
        }
        let alone = self.config.vendor.iter().all(|vendor| vendor.role == Role::Processor);
        self.to.section("california")?;
        self.to.paragraph(true, "california-categories")?;
        self.to.paragraph(self.config.privacy.ip != Ip::Drop, "california-identifiers")?;
        self.to.paragraph(alone, "california-not-sold")?;
        if !alone {
            let settings = self.to.locale.text("button-settings")?;
            self.to.paragraph_with("california-disclosed", &[("settings", &settings)])?;
        }
        self.to.paragraph(true, "california-rights")
    }

    fn quebec(&mut self) -> Result<()> {
        if !self.has(Regime::Qc) {
            return Ok(());
        }
        let controller = &self.config.controller;
        let own = Contact { legal_name: controller.legal_name.clone(), email: controller.email.clone(), ..Contact::default() };
        let contact = contact_line(controller.dpo.as_ref().unwrap_or(&own));
        self.to.section("quebec")?;
        if filled(&contact) {
            self.to.paragraph_with("quebec-responsible", &[("contact", &contact)])?;
        }
        self.to.paragraph(self.mode != ConsentMode::OptOut, "quebec-technology")?;
        let abroad = self.config.vendor.iter().any(|vendor| !vendor.country.trim().eq_ignore_ascii_case("CA"));
        self.to.paragraph(abroad, "quebec-transfer")
    }
}
