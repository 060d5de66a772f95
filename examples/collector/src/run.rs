//! The calls of the program.
//!
//! In: parsed arguments. Out: an exit code: 0, 1 when something failed, 2 when what was asked for is
//! not possible (bad settings, weak password, unknown name).

use std::io::BufRead;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use axum::http::Uri;
use tokio::net::TcpListener;

use crate::accounts::{self, Refusal};
use crate::app::{App, Settings, router};
use crate::args::{AccountAction, Arguments, Command, Serve, SiteAction};
use crate::failure::Failure;
use crate::i18n::Language;
use crate::journal::{note, say};
use crate::player::Player;
use crate::store::Store;
use crate::{clock, ingest, secret, server, session, tls};

/// The variable that holds a new account's password.
const PASSWORD: &str = "MILKGLASS_COLLECTOR_PASSWORD";

/// Shortest write key that an operator may choose. Keys that `site add` makes have 43 characters.
const KEY_SHORTEST: usize = 16;

/// How often old recordings and sign-ins are deleted.
const ROUND: Duration = Duration::from_secs(60 * 60);

/// Why the program ends early.
enum Stop {
    /// The caller asked for something that cannot be.
    Usage(String),
    /// Something failed.
    Failed(Failure),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Usage(refusal.text(Language::En.texts()).to_owned())
    }
}

/// Does what the command line asks for.
#[must_use]
pub fn run(arguments: Arguments) -> ExitCode {
    let done = Store::open(&arguments.db).map_err(Stop::from).and_then(|store| match arguments.command {
        Command::Serve(options) => serve(&store, &options),
        Command::Account { action } => account(&store, action),
        Command::Site { action } => site(&store, action),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Usage(text)) => {
            note(&text);
            ExitCode::from(2)
        }
        Err(Stop::Failed(failure)) => {
            note(&failure);
            ExitCode::FAILURE
        }
    }
}

fn account(store: &Store, action: AccountAction) -> Result<(), Stop> {
    match action {
        AccountAction::Add { email } => {
            if !add_account(store, &email, &password()?)? {
                return Err(Stop::Usage("this account exists already".to_owned()));
            }
            say(&"account added");
        }
        AccountAction::List => {
            for email in store.accounts()? {
                say(&email);
            }
        }
        AccountAction::Remove { email } => {
            let email = accounts::email(&email)?;
            if !store.remove_account(&email)? {
                return Err(Stop::Usage("there is no such account".to_owned()));
            }
            say(&"account removed");
        }
    }
    Ok(())
}

fn site(store: &Store, action: SiteAction) -> Result<(), Stop> {
    match action {
        SiteAction::Add { name } => {
            let key = secret::token()?;
            store.add_site_key(site_name(&name)?, &key)?;
            say(&format!("write key (shown once): {key}"));
        }
        SiteAction::List => {
            for (name, keys) in store.sites()? {
                say(&format!("{name}\t{keys}"));
            }
        }
        SiteAction::Revoke { name } => {
            let revoked = store.revoke_site(&name)?.ok_or_else(|| Stop::Usage("there is no such site".to_owned()))?;
            say(&format!("{revoked} key(s) revoked"));
        }
    }
    Ok(())
}

fn serve(store: &Store, options: &Serve) -> Result<(), Stop> {
    let has_tls = options.tls_cert.is_some() || options.tls_self_signed.is_some();
    if !has_tls && !options.listen.ip().is_loopback() {
        return Err(Stop::Usage("plain http is for loopback only: give --tls-cert and --tls-key, or --tls-self-signed".to_owned()));
    }
    let tls = match (&options.tls_cert, &options.tls_key, &options.tls_self_signed) {
        (Some(chain), Some(key), _) => Some(tls::load(chain, key)?),
        (_, _, Some(directory)) => Some(tls::self_signed(directory)?),
        _ => None,
    };
    for pair in &options.site_key {
        let (name, key) = split_site_key(pair)?;
        store.add_site_key(name, key)?;
    }
    if let Some(email) = &options.account
        && !store.accounts()?.contains(&accounts::email(email)?)
    {
        let password = std::env::var(PASSWORD).map_err(|_| Stop::Usage(format!("--account needs the password in {PASSWORD}")))?;
        add_account(store, email, &password)?;
    }
    let settings = Settings {
        tls: has_tls,
        max_batch_bytes: options.max_batch_bytes,
        max_raw_bytes: options.max_raw_bytes,
        rate: options.rate,
        replay_origins: options.replay_origin.iter().map(|origin| replay_origin(origin)).collect::<Result<_, _>>()?,
    };
    let player = options.player.as_deref().map(Player::load).transpose()?;
    let app = App::new(store.clone(), settings, player);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::System(format!("cannot start: {error}")))?;
    runtime.block_on(listen(app, options, tls))?;
    Ok(())
}

async fn listen(app: Arc<App>, options: &Serve, tls: Option<Arc<rustls::ServerConfig>>) -> Result<(), Failure> {
    let cannot = |error| Failure::System(format!("cannot listen: {error}"));
    let listener = TcpListener::bind(options.listen).await.map_err(cannot)?;
    let bound = listener.local_addr().map_err(cannot)?;
    let url = url(bound, tls.is_some());
    let stop = server::stop_signal().map_err(cannot)?;
    if !app.store.any_account()? {
        say(&format!("no account yet; set one up (works once): {url}/setup/{}", app.open_setup()?));
    }
    say(&format!("listening on {url}"));
    let rounds = tokio::spawn(keep_tidy(app.clone(), options.keep_days));
    server::serve(listener, tls, router(app), stop).await;
    rounds.abort();
    Ok(())
}

/// Deletes what is older than it may be, at the start and every hour.
async fn keep_tidy(app: Arc<App>, keep_days: u32) {
    let keep = Duration::from_secs(u64::from(keep_days).saturating_mul(24 * 60 * 60));
    let mut rounds = tokio::time::interval(ROUND);
    loop {
        rounds.tick().await;
        let before = clock::now().saturating_sub(clock::millis(keep));
        let dropped = app.store.drop_recordings(before).await;
        let swept = session::sweep(&app).await;
        for failure in [dropped.err(), swept.err()].into_iter().flatten() {
            note(&failure);
        }
    }
}

fn add_account(store: &Store, email: &str, password: &str) -> Result<bool, Stop> {
    let email = accounts::email(email)?;
    accounts::strong(password, &email)?;
    let hash = accounts::hash_now(password)?;
    Ok(store.add_account(&email, &hash, false)?)
}

/// The password from the environment, else the first line of standard input.
fn password() -> Result<String, Stop> {
    if let Ok(password) = std::env::var(PASSWORD) {
        return Ok(password);
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).map_err(|_| Stop::Usage("cannot read the password from standard input".to_owned()))?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn split_site_key(pair: &str) -> Result<(&str, &str), Stop> {
    let (name, key) = pair.split_once('=').ok_or_else(|| Stop::Usage("--site-key has the form NAME=KEY".to_owned()))?;
    if key.len() < KEY_SHORTEST || !ingest::is_key(key) {
        return Err(Stop::Usage(format!("a write key has {KEY_SHORTEST} to 256 characters of A-Z a-z 0-9 - . _ ~ + / =")));
    }
    Ok((site_name(name)?, key))
}

fn site_name(name: &str) -> Result<&str, Stop> {
    let length = name.chars().count();
    if (1..=80).contains(&length) && !name.chars().any(char::is_control) {
        Ok(name)
    } else {
        Err(Stop::Usage("the name of a site has 1 to 80 characters".to_owned()))
    }
}

/// An origin in the form that a content security policy takes, and nothing that could add to the policy.
fn replay_origin(text: &str) -> Result<String, Stop> {
    let bad = || Stop::Usage("--replay-origin takes an origin like https://shop.example".to_owned());
    let uri: Uri = text.trim_end_matches('/').parse().map_err(|_| bad())?;
    match (uri.scheme_str(), uri.authority()) {
        (Some(scheme @ ("http" | "https")), Some(authority))
            if uri.path() == "/" && uri.query().is_none() && !authority.as_str().contains(['@', ',', ';', '\'', '*']) =>
        {
            Ok(format!("{scheme}://{authority}"))
        }
        _ => Err(bad()),
    }
}

fn url(bound: SocketAddr, tls: bool) -> String {
    let scheme = if tls { "https" } else { "http" };
    format!("{scheme}://{bound}")
}
