//! E-mail addresses and passwords.
//!
//! In: what somebody typed. Out: an argon2id string, whether a password is right, or what is wrong
//! with it. A check takes as long for an unknown account as for a known one.

use std::sync::LazyLock;
use std::time::Duration;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;
use zxcvbn::Score;

use crate::failure::{Failure, Result};
use crate::i18n::Texts;
use crate::store::{Account, Store};

/// Shortest password, in characters.
const SHORTEST: usize = 12;

/// Longest password, in characters. zxcvbn's time grows with the square of the length.
const LONGEST: usize = 128;

/// Memory, passes and lanes of argon2id: the first choice of OWASP's list that needs 19 MiB.
const COST: (u32, u32, u32) = (19 * 1024, 2, 1);

/// Hashes computed at the same time; each takes the memory above.
const PARALLEL: usize = 2;

/// How long a sign-in waits for its turn to be hashed.
const TURN_DEADLINE: Duration = Duration::from_secs(10);

static TURN: Semaphore = Semaphore::const_new(PARALLEL);

/// What an unknown account's password is compared with, so that the answer takes the same time.
static NOBODY: LazyLock<Option<String>> = LazyLock::new(|| {
    let password = crate::secret::token().ok()?;
    hash_now(&password).ok()
});

/// Why an address or a password is refused.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Refusal {
    /// Not an e-mail address.
    Email,
    /// Fewer than 12 characters.
    Short,
    /// More than 128 characters.
    Long,
    /// zxcvbn's score is below 3.
    Weak,
    /// The repetition is another text.
    Differ,
}

impl Refusal {
    /// The sentence for it.
    #[must_use]
    pub fn text(self, texts: &Texts) -> &'static str {
        match self {
            Self::Email => texts.email_invalid,
            Self::Short => texts.password_short,
            Self::Long => texts.password_long,
            Self::Weak => texts.password_weak,
            Self::Differ => texts.passwords_differ,
        }
    }
}

/// The address in the form in which it is stored: trimmed, lower case.
///
/// # Errors
/// When it has no name, no domain, a space or a control character, or is longer than 254 bytes.
pub fn email(text: &str) -> std::result::Result<String, Refusal> {
    let text = text.trim().to_lowercase();
    let parts = text.split_once('@');
    let good = text.len() <= 254
        && parts.is_some_and(|(name, domain)| !name.is_empty() && !domain.is_empty() && !domain.contains('@'))
        && !text.chars().any(|c| c.is_whitespace() || c.is_control());
    if good { Ok(text) } else { Err(Refusal::Email) }
}

/// Whether a password is good enough for this account.
///
/// # Errors
/// When it is too short, too long, or easy to guess for somebody who knows the address.
pub fn strong(password: &str, email: &str) -> std::result::Result<(), Refusal> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(Refusal::Short);
    }
    if length > LONGEST {
        return Err(Refusal::Long);
    }
    let mut known = vec![email, "milkglass", "collector"];
    known.extend(email.split(['@', '.', '-', '_', '+']));
    // zxcvbn rates a chain of known words by its length; here a word of the address counts for nothing.
    let mut rest = password.to_lowercase();
    for word in known.iter().filter(|word| word.len() >= 3) {
        rest = rest.replace(word, "");
    }
    let weak = |text: &str| zxcvbn::zxcvbn(text, &known).score() < Score::Three;
    if weak(password) || weak(&rest) {
        return Err(Refusal::Weak);
    }
    Ok(())
}

/// The argon2id string of a password, computed where blocking is allowed.
///
/// # Errors
/// When the system gives no random numbers or all turns are taken.
pub async fn hash(password: String) -> Result<String> {
    let _turn = turn().await?;
    tokio::task::spawn_blocking(move || hash_now(&password)).await?
}

/// [`hash`] for a caller that may block.
///
/// # Errors
/// When the system gives no random numbers.
pub fn hash_now(password: &str) -> Result<String> {
    hasher()?.hash_password(password.as_bytes()).map(|hash| hash.to_string()).map_err(|_| Failure::System("argon2 failed".to_owned()))
}

/// The account, if address and password are right.
///
/// # Errors
/// When the database fails or all turns are taken.
pub async fn check(store: &Store, email: String, password: String) -> Result<Option<Account>> {
    let account = store.account(email).await?;
    let stored = account.as_ref().map(|account| account.password.clone());
    let right = verify(stored, password).await?;
    Ok(account.filter(|_| right))
}

/// Whether `password` is the one behind `stored`; with nothing stored the answer is no, and takes as long.
///
/// # Errors
/// When all turns are taken.
pub async fn verify(stored: Option<String>, password: String) -> Result<bool> {
    let _turn = turn().await?;
    tokio::task::spawn_blocking(move || {
        let known = stored.is_some();
        let Some(stored) = stored.or_else(|| NOBODY.clone()) else {
            return Ok(false);
        };
        // The longest password is compared as a whole or not at all; more could be used to keep us busy.
        let length_good = password.chars().count() <= LONGEST;
        let hash = PasswordHash::new(&stored).map_err(|_| Failure::System("a stored password hash cannot be read".to_owned()))?;
        let candidate = if length_good { password.as_bytes() } else { b"" };
        let matches = hasher()?.verify_password(candidate, &hash).is_ok();
        Ok(matches && known && length_good)
    })
    .await?
}

/// Computes what unknown accounts are compared with; without it the first of them would wait longer.
pub fn warm_up() {
    LazyLock::force(&NOBODY);
}

async fn turn() -> Result<tokio::sync::SemaphorePermit<'static>> {
    match tokio::time::timeout(TURN_DEADLINE, TURN.acquire()).await {
        Ok(Ok(turn)) => Ok(turn),
        _ => Err(Failure::Busy),
    }
}

fn hasher() -> Result<Argon2<'static>> {
    let (memory, passes, lanes) = COST;
    let params = Params::new(memory, passes, lanes, None).map_err(|_| Failure::System("argon2 refuses its parameters".to_owned()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_have_a_name_and_a_domain() {
        assert_eq!(email(" Me@Example.COM "), Ok("me@example.com".to_owned()));
        for bad in ["", "me", "@example.com", "me@", "a@b@c", "a b@example.com"] {
            assert_eq!(email(bad), Err(Refusal::Email), "{bad:?}");
        }
    }

    #[test]
    fn passwords_must_be_long_and_hard_to_guess() {
        let address = "erika.muster@example.com";
        assert_eq!(strong("short", address), Err(Refusal::Short));
        assert_eq!(strong("passwordpassword", address), Err(Refusal::Weak));
        assert_eq!(strong("erika.muster1", address), Err(Refusal::Weak));
        assert_eq!(strong(&"ab".repeat(65), address), Err(Refusal::Long));
        assert_eq!(strong("mostly purple tractor hymns", address), Ok(()));
    }

    #[test]
    fn hashes_are_argon2id_and_salted() -> Result<()> {
        let (one, two) = (hash_now("the same password")?, hash_now("the same password")?);
        assert!(one.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert_ne!(one, two);
        Ok(())
    }
}
