//! What the command line may say.
//!
//! In: `std::env::args`. Out: a [`Command`] with every limit set to its default.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Reference receiver for Milkglass recordings.
#[derive(Debug, Parser)]
#[command(name = "milkglass-collector", version, after_help = EXAMPLES)]
pub struct Arguments {
    /// The SQLite file that holds recordings, sites and accounts (made when missing).
    #[arg(long, global = true, env = "MILKGLASS_COLLECTOR_DB", default_value = "collector.db")]
    pub db: PathBuf,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "Examples:
  milkglass-collector site add 'My shop' --db collector.db
  milkglass-collector account add me@example.com --db collector.db
  milkglass-collector serve --db collector.db --player node_modules/rrweb-player/dist
  milkglass-collector serve --listen 0.0.0.0:8443 --tls-cert cert.pem --tls-key key.pem";

/// The calls of the program.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Receive recordings and show them to signed-in people.
    Serve(Box<Serve>),
    /// The people who may see recordings.
    Account {
        /// What to do with them.
        #[command(subcommand)]
        action: AccountAction,
    },
    /// The sites that may send recordings.
    Site {
        /// What to do with them.
        #[command(subcommand)]
        action: SiteAction,
    },
}

/// `milkglass-collector account ...`
#[derive(Debug, Subcommand)]
pub enum AccountAction {
    /// Make an account; the password is MILKGLASS_COLLECTOR_PASSWORD or the first line of standard input.
    Add {
        /// The e-mail address to sign in with.
        email: String,
    },
    /// List the e-mail addresses of all accounts.
    List,
    /// Delete an account and sign it out everywhere.
    Remove {
        /// The e-mail address of the account.
        email: String,
    },
}

/// `milkglass-collector site ...`
#[derive(Debug, Subcommand)]
pub enum SiteAction {
    /// Make a site, or a further key for an existing one, and print the write key once.
    Add {
        /// The name that the recordings list shows.
        name: String,
    },
    /// List the sites with the number of their keys.
    List,
    /// Make every write key of a site invalid; its recordings stay.
    Revoke {
        /// The name of the site.
        name: String,
    },
}

/// `milkglass-collector serve ...`
#[derive(Debug, Args)]
pub struct Serve {
    /// Address and port to listen on; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:8700")]
    pub listen: SocketAddr,
    /// Directory with the files of rrweb-player (node_modules/rrweb-player/dist).
    #[arg(long, env = "MILKGLASS_COLLECTOR_PLAYER")]
    pub player: Option<PathBuf>,
    /// Certificate chain (PEM) for TLS.
    #[arg(long, requires = "tls_key")]
    pub tls_cert: Option<PathBuf>,
    /// Private key (PEM) for TLS.
    #[arg(long, requires = "tls_cert")]
    pub tls_key: Option<PathBuf>,
    /// TLS with a certificate for localhost, made in this directory at the first start; trust its ca.pem.
    #[arg(long, value_name = "DIR", conflicts_with_all = ["tls_cert", "tls_key"])]
    pub tls_self_signed: Option<PathBuf>,
    /// A site and its write key (at least 16 characters); made when missing. Repeatable.
    #[arg(long, value_name = "NAME=KEY", env = "MILKGLASS_COLLECTOR_SITE_KEY", value_delimiter = ',', hide_env_values = true)]
    pub site_key: Vec<String>,
    /// An account to make when missing; its password is MILKGLASS_COLLECTOR_PASSWORD.
    #[arg(long, value_name = "EMAIL")]
    pub account: Option<String>,
    /// Origin from which a replay may load images, fonts and style sheets; none by default. Repeatable.
    #[arg(long, value_name = "URL")]
    pub replay_origin: Vec<String>,
    /// Recordings are deleted this many days after their last event.
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u32).range(1..=3650))]
    pub keep_days: u32,
    /// Largest batch as sent (compressed), in bytes.
    #[arg(long, default_value_t = 8 << 20)]
    pub max_batch_bytes: usize,
    /// Largest batch after decompression, in bytes.
    #[arg(long, default_value_t = 64 << 20)]
    pub max_raw_bytes: usize,
    /// Requests a minute that one write key may make.
    #[arg(long, default_value_t = 1200, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub rate: u32,
}
