//! The arguments of every command, with their help.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Session recording that shows what visitors do and never who they are.
#[derive(Parser)]
#[command(name = "milkglass", version, about, propagate_version = true, arg_required_else_help = true)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Remove personal data from a recording
    #[command(
        after_help = "Examples:\n  milkglass redact -o clean.json recording.json\n  milkglass redact --profile strict recording.json.gz > clean.json.gz\n  zcat big.ndjson.gz | milkglass redact - > clean.ndjson\n\nExit codes: 0 done, 2 the configuration is wrong, 3 the input can't be read (nothing is written)."
    )]
    Redact(Redact),
    /// List what still looks personal in recordings
    Audit(Audit),
    /// Find personal data in text
    #[command(after_help = "Examples:\n  milkglass scan notes.txt\n  milkglass scan --jsonl texts.jsonl > spans.jsonl")]
    Scan(Scan),
    /// Write the privacy notice that is true of a configuration
    #[command(
        after_help = "Examples:\n  milkglass notice -c milkglass.toml --lang de\n  milkglass notice -c milkglass.toml --lang fr --format html > confidentialite.html\n  milkglass notice -c milkglass.toml --lang de --check datenschutz.html"
    )]
    Notice(Notice),
    /// Say what the law of each place asks of a configuration (no legal advice)
    #[command(
        after_help = "Examples:\n  milkglass assess -c milkglass.toml --jurisdiction DE,FR,US-CA\n  milkglass assess -c milkglass.toml --document record > art30.md\n  milkglass assess -c milkglass.toml --document dpia --format json"
    )]
    Assess(Assess),
    /// Find form fields that should be marked sensitive and are not
    #[command(
        after_help = "Examples:\n  milkglass lint checkout.html account.html\n  milkglass lint --format sarif templates/*.html > lint.sarif\n\nExit codes: 0 nothing found, 1 something found."
    )]
    Lint(Lint),
    /// Write the recorder's set-up for the page, which masks the same things in the browser
    #[command(
        after_help = "Examples:\n  milkglass snippet -c milkglass.toml > site/milkglass.js\n  milkglass snippet -c milkglass.toml --format module --endpoint /api/events > src/milkglass.mjs\n  milkglass snippet -c milkglass.toml --format json"
    )]
    Snippet(Snippet),
    /// Judge consent signals
    Consent(Consent),
    /// Deliver recordings to the collector
    #[command(after_help = "Example:\n  MILKGLASS_KEY=... milkglass upload -c milkglass.toml --granted recordings/*.json")]
    Upload(Upload),
    /// Look at what waits in the spool, send it or delete it
    Spool(Spool),
    /// Check a configuration, print its schema or make a first one
    Config(ConfigArguments),
    /// Print completions for a shell
    #[command(after_help = "Example:\n  milkglass completions bash > /etc/bash_completion.d/milkglass")]
    Completions(Completions),
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Profile {
    Strict,
    Balanced,
    Forms,
}

#[derive(Args)]
pub struct Redact {
    /// Configuration file (TOML, or JSON by its name)
    #[arg(short, long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Profile, instead of the configuration's
    #[arg(long)]
    pub profile: Option<Profile>,
    /// Write the report as JSON to this file
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// Output; `-` is standard output
    #[arg(short, long, value_name = "OUT", default_value = "-")]
    pub output: String,
    /// Recording: a JSON array, NDJSON or one event, also packed, gzip or zstd; `-` is standard input
    #[arg(value_name = "IN")]
    pub input: String,
}

#[derive(Args)]
pub struct Audit {
    /// Configuration file
    #[arg(short, long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Recordings
    #[arg(required = true, value_name = "IN")]
    pub inputs: Vec<String>,
}

#[derive(Args)]
pub struct Scan {
    /// Configuration file
    #[arg(short, long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Each line is JSON with a member `text`; each line out holds its spans, and its `id` if it has one
    #[arg(long)]
    pub jsonl: bool,
    /// Text; `-` is standard input
    #[arg(value_name = "IN", default_value = "-")]
    pub input: String,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum NoticeFormat {
    Text,
    Markdown,
    Html,
    Json,
    Jsonld,
    Wordpress,
}

#[derive(Args)]
pub struct Notice {
    /// Configuration file
    #[arg(short, long, value_name = "FILE")]
    pub config: PathBuf,
    /// Language; the first of the configuration if left out
    #[arg(short, long, value_name = "LANGUAGE")]
    pub lang: Option<String>,
    #[arg(short, long, default_value = "text")]
    pub format: NoticeFormat,
    /// The short statement
    #[arg(long, conflicts_with = "banner")]
    pub short: bool,
    /// The text of the consent banner
    #[arg(long)]
    pub banner: bool,
    /// Compare with a published page or text instead; exit code 1 if it no longer matches
    #[arg(long, value_name = "PUBLISHED")]
    pub check: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum, PartialEq, Eq)]
pub enum TableFormat {
    Table,
    Json,
}

/// A paper that goes with the notice.
#[derive(Clone, Copy, ValueEnum, PartialEq, Eq)]
pub enum Paper {
    /// Record of processing activities (Art. 30 GDPR)
    #[value(alias = "art30")]
    Record,
    /// Starter for a data protection impact assessment (Art. 35 GDPR)
    Dpia,
    /// Table of what is stored where, cookies included, and for how long
    Storage,
    /// List of processors and other recipients
    Processors,
}

#[derive(Args)]
pub struct Assess {
    /// Configuration file
    #[arg(short, long, value_name = "FILE")]
    pub config: PathBuf,
    /// Where the visitors are; the configuration's list if left out
    #[arg(short, long, value_delimiter = ',', value_name = "CODES")]
    pub jurisdiction: Vec<String>,
    /// Write a paper that goes with the notice instead, in English: Markdown, or JSON with --format json
    #[arg(long, value_name = "PAPER", conflicts_with = "jurisdiction")]
    pub document: Option<Paper>,
    #[arg(short, long, default_value = "table")]
    pub format: TableFormat,
}

#[derive(Clone, Copy, ValueEnum, PartialEq, Eq)]
pub enum LintFormat {
    Table,
    Json,
    Sarif,
}

#[derive(Args)]
pub struct Lint {
    /// Configuration file
    #[arg(short, long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    #[arg(short, long, default_value = "table")]
    pub format: LintFormat,
    /// Pages; `-` is standard input
    #[arg(required = true, value_name = "PAGE")]
    pub pages: Vec<String>,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum SnippetFormat {
    /// A classic script that defines `window.milkglass`
    Js,
    /// The same as an ES module
    Module,
    /// Options for rrweb's record, without functions
    Json,
}

#[derive(Args)]
pub struct Snippet {
    /// Configuration file
    #[arg(short, long, value_name = "FILE")]
    pub config: PathBuf,
    #[arg(short, long, default_value = "js")]
    pub format: SnippetFormat,
    /// Where your host takes the events; never the collector
    #[arg(short, long, default_value = milkglass::snippet::ENDPOINT, value_name = "PATH")]
    pub endpoint: String,
}

#[derive(Args)]
#[command(arg_required_else_help = true)]
pub struct Consent {
    #[command(subcommand)]
    pub command: ConsentCommand,
}

#[derive(Subcommand)]
pub enum ConsentCommand {
    /// Decide whether a visitor with these signals may be recorded, and say why
    #[command(
        after_help = "Example:\n  printf 'Sec-GPC: 1\\nCookie: wp_consent_statistics=allow\\n' | milkglass consent decide -c milkglass.toml --headers -"
    )]
    Decide(Decide),
    /// Verify a stored consent record and say where it stands; exit code 1 if it was altered
    #[command(after_help = "Example:\n  milkglass consent verify --head \"$(cat head.txt)\" record.json")]
    Verify(Verify),
    /// Write a stored consent record as JSON-LD, in the terms of the W3C Data Privacy Vocabulary
    Export(Export),
    /// Say whether a changed configuration asks for new consent; exit code 1 if it does
    #[command(after_help = "Example:\n  milkglass consent renewal old.toml new.toml")]
    Renewal(Renewal),
}

#[derive(Args)]
pub struct Verify {
    /// Hash of the last event, as it was kept elsewhere: with it a cut end is found too
    #[arg(long, value_name = "HASH")]
    pub head: Option<String>,
    #[arg(short, long, default_value = "table")]
    pub format: TableFormat,
    /// Consent record (JSON); `-` is standard input
    #[arg(value_name = "RECORD")]
    pub record: String,
}

#[derive(Args)]
pub struct Export {
    /// Consent record (JSON); `-` is standard input
    #[arg(value_name = "RECORD")]
    pub record: String,
}

#[derive(Args)]
pub struct Renewal {
    #[arg(short, long, default_value = "table")]
    pub format: TableFormat,
    /// Configuration that visitors agreed to
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    /// Configuration that shall be used from now on
    #[arg(value_name = "NEW")]
    pub new: PathBuf,
}

#[derive(Args)]
pub struct Decide {
    /// Configuration file
    #[arg(short, long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Request headers, one `Name: value` a line; `-` is standard input
    #[arg(long, value_name = "FILE")]
    pub headers: Option<String>,
    /// Signals as JSON; `-` is standard input
    #[arg(long, value_name = "FILE", conflicts_with = "headers")]
    pub signals: Option<String>,
    #[arg(short, long, default_value = "table")]
    pub format: TableFormat,
}

#[derive(Args)]
pub struct Upload {
    /// Configuration file
    #[arg(short, long, value_name = "FILE")]
    pub config: PathBuf,
    /// The visitors of these recordings have consented
    #[arg(long)]
    pub granted: bool,
    /// Consent signals of the visitor as JSON
    #[arg(long, value_name = "FILE", conflicts_with = "granted")]
    pub signals: Option<PathBuf>,
    /// Id of the session; the name of the file if left out
    #[arg(long, value_name = "ID")]
    pub session: Option<String>,
    /// Seconds to wait for the delivery
    #[arg(long, default_value_t = 60, value_name = "SECONDS")]
    pub timeout: u64,
    /// Recordings
    #[arg(required = true, value_name = "IN")]
    pub inputs: Vec<String>,
}

#[derive(Args)]
#[command(arg_required_else_help = true)]
pub struct Spool {
    #[command(subcommand)]
    pub command: SpoolCommand,
}

#[derive(Subcommand)]
pub enum SpoolCommand {
    /// Count what waits
    Status(SpoolStatus),
    /// Send what waits
    Flush(SpoolFlush),
    /// Delete what waits
    Purge(SpoolPurge),
    /// Read everything that waits and say whether it is whole
    Verify(SpoolStatus),
}

#[derive(Args)]
pub struct SpoolStatus {
    /// Configuration file
    #[arg(short, long, value_name = "FILE")]
    pub config: PathBuf,
    #[arg(short, long, default_value = "table")]
    pub format: TableFormat,
}

#[derive(Args)]
pub struct SpoolFlush {
    /// Configuration file
    #[arg(short, long, value_name = "FILE")]
    pub config: PathBuf,
    /// Seconds to wait for the delivery
    #[arg(long, default_value_t = 60, value_name = "SECONDS")]
    pub timeout: u64,
}

#[derive(Args)]
pub struct SpoolPurge {
    /// Configuration file
    #[arg(short, long, value_name = "FILE")]
    pub config: PathBuf,
    /// Do not ask
    #[arg(long)]
    pub yes: bool,
}

#[derive(Args)]
#[command(arg_required_else_help = true)]
pub struct ConfigArguments {
    #[command(subcommand)]
    pub command: ConfigCommand,
}

#[derive(Subcommand)]
pub enum ConfigCommand {
    /// Say whether a configuration is right, and its fingerprint
    Check {
        /// Configuration file
        file: PathBuf,
    },
    /// Print the JSON Schema
    Schema,
    /// Print a first configuration
    Init,
}

#[derive(Args)]
pub struct Completions {
    pub shell: clap_complete::Shell,
}
