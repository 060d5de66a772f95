//! The one configuration that engine, consent, notice and delivery read.
//!
//! In: TOML or the same as JSON. Out: [`Config`], validated, with its [fingerprint](Config::fingerprint) and its JSON
//! Schema. Every key has a default; `docs/configuration.md` lists them.

mod fingerprint;
mod read;

use std::collections::BTreeMap;
use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the host sets, as in `milkglass.toml`.
///
/// An empty configuration is valid and is the `balanced` profile; notices need `site`, `controller` and `vendor` too.
///
/// ```
/// let config = milkglass::Config::from_toml("[privacy]\nprofile = \"strict\"")?;
/// assert_eq!(config.privacy.profile, milkglass::config::Profile::Strict);
/// # Ok::<(), milkglass::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Version of this layout; 1.
    pub schema: Schema,
    /// The site whose visitors are recorded.
    pub site: Site,
    /// Who runs the site.
    pub controller: Controller,
    /// Who receives recordings.
    pub vendor: Vec<Vendor>,
    /// What the recordings are for.
    pub purpose: Purpose,
    /// What is masked, blocked and dropped.
    pub privacy: Privacy,
    /// Whether and how consent is asked.
    pub consent: Consent,
    /// Where recordings go, and how they wait.
    pub upload: Upload,
}

/// Version of the configuration's layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Schema(pub u32);

impl Default for Schema {
    fn default() -> Self {
        Schema(1)
    }
}

/// The site whose visitors are recorded.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Site {
    /// Name as visitors know it.
    pub name: String,
    /// Address of the site.
    pub url: String,
    /// Languages of notice and banner; the first is the fallback.
    pub languages: Vec<String>,
    /// Where the visitors are (`DE`, `US-CA`, ...); unknown or empty means the strictest rules.
    pub jurisdictions: Vec<String>,
    /// Date of this notice, `YYYY-MM-DD`.
    pub effective: Option<String>,
}

/// Who runs the site.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Controller {
    /// Name as registered.
    pub legal_name: String,
    /// Postal address.
    pub address: String,
    /// Address for privacy requests.
    pub email: String,
    /// VAT id, if there is one.
    pub vat_id: Option<String>,
    /// Representative in the Union (Art. 27 GDPR).
    pub representative: Option<Contact>,
    /// Data protection officer.
    pub dpo: Option<Contact>,
}

/// A person or body that visitors can write to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Contact {
    /// Name as registered.
    pub legal_name: String,
    /// Postal address.
    pub address: String,
    /// E-mail address.
    pub email: String,
    /// VAT id, if there is one.
    pub vat_id: Option<String>,
}

/// Who receives recordings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Vendor {
    /// Name as registered.
    pub legal_name: String,
    /// VAT id.
    pub vat_id: Option<String>,
    /// Country, ISO 3166-1 alpha-2.
    pub country: String,
    /// Role under data protection law.
    pub role: Role,
    /// Address of the vendor's privacy policy.
    pub policy_url: Option<String>,
    /// Safeguard of the transfer, where the country is outside the EEA.
    pub transfer: Option<Transfer>,
}

/// Role of a vendor under data protection law.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Processes on the controller's behalf (Art. 28 GDPR).
    #[default]
    Processor,
    /// Decides together with the controller (Art. 26 GDPR).
    Joint,
    /// Decides alone.
    Independent,
}

/// Safeguard of a transfer to a third country (Art. 44 to 49 GDPR).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Transfer {
    /// Adequacy decision.
    Adequacy,
    /// EU-US Data Privacy Framework.
    Dpf,
    /// Standard contractual clauses.
    Scc,
    /// Binding corporate rules.
    Bcr,
    /// A derogation of Art. 49.
    Derogation,
}

/// What the recordings are for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Purpose {
    /// The purposes.
    pub ids: Vec<PurposeId>,
    /// Legal basis (Art. 6 GDPR).
    pub legal_basis: LegalBasis,
    /// Days until a recording is deleted.
    #[schemars(range(min = 1, max = 3650))]
    pub retention_days: u32,
}

impl Default for Purpose {
    fn default() -> Self {
        Purpose { ids: vec![PurposeId::Usability], legal_basis: LegalBasis::Consent, retention_days: 30 }
    }
}

/// One purpose of recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PurposeId {
    /// Find and mend what is hard to use.
    Usability,
    /// Help visitors who ask for help.
    Support,
    /// Find attacks and abuse.
    Security,
    /// Count and compare.
    Statistics,
}

/// Legal basis of the processing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LegalBasis {
    /// Art. 6(1)(a) GDPR.
    #[default]
    Consent,
    /// Art. 6(1)(f) GDPR.
    LegitimateInterest,
    /// Art. 6(1)(b) GDPR.
    Contract,
}

/// What is masked, blocked and dropped.
///
/// No setting here can make a sensitive field (password, payment card, one-time code, marked sensitive) recordable.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Privacy {
    /// Which of the three sets of rules holds.
    pub profile: Profile,
    /// Paths recorded as `strict` whatever the profile; `*` stands for anything.
    pub sensitive_pages: Vec<String>,
    /// CSS selectors of elements to mask.
    pub mask: Vec<String>,
    /// CSS selectors of elements to block.
    pub block: Vec<String>,
    /// CSS selectors of elements whose input events are dropped.
    pub ignore: Vec<String>,
    /// CSS selectors of elements to leave readable; never lifts a sensitive field.
    pub allow: Vec<String>,
    /// What happens to IP addresses.
    pub ip: Ip,
    /// What happens to canvas commands.
    pub canvas: Canvas,
    /// What happens to console lines.
    pub console: Console,
    /// What happens to recorded network requests.
    pub network: Network,
    /// What happens to pictures, sound and film.
    pub media: Media,
    /// What happens to custom events.
    pub custom_events: CustomEvents,
    /// Whether the markers of other recorders are honoured (they can only protect).
    pub vendor_markers: bool,
    /// Types of personal data to look for, or `default` for all.
    pub detectors: Vec<String>,
    /// Whether the business data of companies (VAT number, bank code, the address in a legal notice) is looked for too.
    pub business: bool,
    /// Findings below this confidence are left.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub min_confidence: f32,
    /// The host's own patterns.
    pub pattern: Vec<Pattern>,
    /// The host's own word lists, by type name.
    pub words: BTreeMap<String, Vec<String>>,
}

impl Default for Privacy {
    fn default() -> Self {
        Privacy {
            profile: Profile::Balanced,
            sensitive_pages: Vec::new(),
            mask: Vec::new(),
            block: Vec::new(),
            ignore: Vec::new(),
            allow: Vec::new(),
            ip: Ip::Drop,
            canvas: Canvas::Drop,
            console: Console::Mask,
            network: Network::Drop,
            media: Media::Block,
            custom_events: CustomEvents::Mask,
            vendor_markers: true,
            detectors: vec!["default".to_owned()],
            business: false,
            min_confidence: 0.5,
            pattern: Vec::new(),
            words: BTreeMap::new(),
        }
    }
}

/// The three sets of rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// All page text masked, media blocked: a wireframe.
    Strict,
    /// Form recording off; personal data in text masked; the rest of the page readable.
    #[default]
    Balanced,
    /// As balanced, and typed text of fields that are not sensitive is kept.
    Forms,
}

impl Profile {
    /// The profile as it is written in the configuration.
    pub fn as_str(self) -> &'static str {
        match self {
            Profile::Strict => "strict",
            Profile::Balanced => "balanced",
            Profile::Forms => "forms",
        }
    }
}

/// What happens to IP addresses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ip {
    /// Masked.
    #[default]
    Drop,
    /// Masked in recordings; a host that stores addresses itself cuts the last octet.
    Truncate,
    /// Left as they are.
    Keep,
}

/// What happens to canvas commands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Canvas {
    /// Dropped.
    #[default]
    Drop,
    /// Kept, but for calls that draw text or images.
    Keep,
}

/// What happens to console lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Console {
    /// Dropped.
    Drop,
    /// Scanned, with what is personal masked.
    #[default]
    Mask,
}

/// What happens to recorded network requests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Network {
    /// Dropped.
    #[default]
    Drop,
    /// Address, method, status and times are kept; headers and bodies are removed.
    Urls,
    /// As `urls`, and headers and bodies are kept with what is personal masked.
    Mask,
}

/// What happens to pictures, sound and film.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Media {
    /// Pictures inlined in the recording are dropped, in `strict` every medium.
    #[default]
    Block,
    /// Kept outside blocked elements.
    Keep,
}

/// What happens to custom events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CustomEvents {
    /// Dropped.
    Drop,
    /// Walked as JSON, with what is personal masked.
    #[default]
    Mask,
}

/// A pattern of the host's own, whose matches are masked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Pattern {
    /// Type name in reports.
    pub name: String,
    /// Regular expression, without look-around.
    pub regex: String,
}

/// Whether and how consent is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Consent {
    /// Whether a grant is needed.
    pub required: Required,
    /// Signals that may grant; a refusal in any known signal always counts.
    pub sources: Vec<String>,
    /// Visitors known to be younger are not recorded.
    pub min_age: u32,
    /// Days until a grant expires.
    #[schemars(range(min = 1, max = 3650))]
    pub valid_days: u32,
    /// Whether `DNT: 1` refuses.
    pub strict_dnt: bool,
    /// Id of the vendor on the IAB Global Vendor List, where there is one.
    pub tcf_vendor: Option<u32>,
}

impl Default for Consent {
    fn default() -> Self {
        Consent {
            required: Required::Auto,
            sources: ["explicit", "tcf", "gpp", "gpc"].map(str::to_owned).to_vec(),
            min_age: 16,
            valid_days: 180,
            strict_dnt: false,
            tcf_vendor: None,
        }
    }
}

/// Whether a grant is needed before recording.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Required {
    /// By jurisdiction.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never; the assessment warns where the law says otherwise. Refusals still refuse.
    Never,
}

/// Where recordings go, and how they wait.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Upload {
    /// Address of the collector; https, or http to loopback.
    pub endpoint: Option<String>,
    /// Name of the environment variable that holds the write key.
    pub key_env: String,
    /// Protocol of the receiver.
    pub sink: Sink,
    /// What an accepted event survives.
    pub durability: Durability,
    /// Directory of the spool.
    pub spool: Option<PathBuf>,
    /// A batch is closed at this size.
    #[schemars(range(min = 1024, max = 67108864))]
    pub max_batch_bytes: u64,
    /// A batch is closed at this age.
    #[schemars(range(min = 10, max = 3600000))]
    pub max_batch_age_ms: u64,
    /// Bytes that may wait on disk.
    pub quota_bytes: u64,
    /// Days that data may wait.
    #[schemars(range(min = 1, max = 365))]
    pub max_age_days: u32,
    /// PEM file with the only certificate authorities to trust.
    pub ca_bundle: Option<PathBuf>,
    /// Address of a proxy.
    pub proxy: Option<String>,
    /// PEM file with the client's certificate chain.
    pub client_cert: Option<PathBuf>,
    /// PEM file with the client's key.
    pub client_key: Option<PathBuf>,
    /// SHA-256 of accepted public keys (SPKI), base64.
    pub pins: Vec<String>,
}

impl Default for Upload {
    fn default() -> Self {
        Upload {
            endpoint: None,
            key_env: "MILKGLASS_KEY".to_owned(),
            sink: Sink::Collector,
            durability: Durability::Process,
            spool: None,
            max_batch_bytes: 524_288,
            max_batch_age_ms: 2_000,
            quota_bytes: 268_435_456,
            max_age_days: 7,
            ca_bundle: None,
            proxy: None,
            client_cert: None,
            client_key: None,
            pins: Vec::new(),
        }
    }
}

/// Protocol of the receiver.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sink {
    /// The protocol of `docs/protocol.md`.
    #[default]
    Collector,
    /// PostHog.
    Posthog,
    /// Sentry.
    Sentry,
    /// S3-compatible object storage.
    S3,
    /// OTLP over HTTP.
    Otlp,
    /// Kafka.
    Kafka,
}

/// What an accepted event survives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Durability {
    /// Power loss: the call returns after fsync.
    Durable,
    /// The death of the process; at most the last second at power loss.
    #[default]
    Process,
    /// Nothing.
    Memory,
}
