//! Accounts and who is signed in.
//!
//! In: e-mail addresses, argon2id strings, hashes of cookie tokens. Out: the account behind them.

use rusqlite::{OptionalExtension, params};

use super::Store;
use crate::clock;
use crate::failure::Result;
use crate::secret::Hash;

/// One account.
#[derive(Clone)]
pub struct Account {
    /// Row id.
    pub id: i64,
    /// Address in lower case.
    pub email: String,
    /// The argon2id string.
    pub password: String,
}

/// Who a cookie token belongs to, and since when.
#[derive(Clone)]
pub struct SignInRow {
    /// The account that signed in.
    pub account: Account,
    /// When it signed in.
    pub created: i64,
    /// When it last asked for a page.
    pub seen: i64,
}

impl Store {
    /// Makes an account; `false` when the address is taken, or when `only_first` and there is any account.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn add_account(&self, email: &str, password: &str, only_first: bool) -> Result<bool> {
        self.write_now(|transaction| {
            if only_first && has_accounts(transaction)? {
                return Ok(false);
            }
            let added = transaction.execute(
                "INSERT INTO account (email, password, created) VALUES (?1, ?2, ?3)
                 ON CONFLICT (email) DO NOTHING",
                params![email, password, clock::now()],
            )?;
            Ok(added == 1)
        })
    }

    /// Deletes an account with its sign-ins; `false` when there is none.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn remove_account(&self, email: &str) -> Result<bool> {
        self.write_now(|transaction| Ok(transaction.execute("DELETE FROM account WHERE email = ?1", [email])? == 1))
    }

    /// The addresses of all accounts.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn accounts(&self) -> Result<Vec<String>> {
        self.read_now(|connection| {
            let mut statement = connection.prepare("SELECT email FROM account ORDER BY email")?;
            let rows = statement.query_map([], |row| row.get(0))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Whether anybody can sign in at all.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn any_account(&self) -> Result<bool> {
        self.read_now(has_accounts)
    }

    /// The account with this address.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn account(&self, email: String) -> Result<Option<Account>> {
        self.read(move |connection| {
            Ok(connection
                .query_row("SELECT id, email, password FROM account WHERE email = ?1", [email], |row| {
                    Ok(Account { id: row.get(0)?, email: row.get(1)?, password: row.get(2)? })
                })
                .optional()?)
        })
        .await
    }

    /// Sets a new password, ends every sign-in of the account and starts the one given.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn change_password(&self, account: i64, password: String, token: Hash) -> Result<()> {
        self.write(move |transaction| {
            transaction.execute("UPDATE account SET password = ?2 WHERE id = ?1", params![account, password])?;
            transaction.execute("DELETE FROM sign_in WHERE account = ?1", [account])?;
            insert_sign_in(transaction, account, token)
        })
        .await
    }

    /// Remembers that `account` signed in with a token of this hash.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn sign_in(&self, account: i64, token: Hash) -> Result<()> {
        self.write(move |transaction| insert_sign_in(transaction, account, token)).await
    }

    /// Who holds the token of this hash.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn signed_in(&self, token: Hash) -> Result<Option<SignInRow>> {
        self.read(move |connection| {
            Ok(connection
                .query_row(
                    "SELECT account.id, email, password, sign_in.created, seen
                     FROM sign_in JOIN account ON account.id = sign_in.account WHERE hash = ?1",
                    [token.as_slice()],
                    |row| {
                        Ok(SignInRow {
                            account: Account { id: row.get(0)?, email: row.get(1)?, password: row.get(2)? },
                            created: row.get(3)?,
                            seen: row.get(4)?,
                        })
                    },
                )
                .optional()?)
        })
        .await
    }

    /// Notes that the holder of the token is still there.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn touch_sign_in(&self, token: Hash, now: i64) -> Result<()> {
        self.write(move |transaction| {
            transaction.execute("UPDATE sign_in SET seen = ?2 WHERE hash = ?1", params![token.as_slice(), now])?;
            Ok(())
        })
        .await
    }

    /// Ends the sign-in with this token.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn sign_out(&self, token: Hash) -> Result<()> {
        self.write(move |transaction| {
            transaction.execute("DELETE FROM sign_in WHERE hash = ?1", [token.as_slice()])?;
            Ok(())
        })
        .await
    }

    /// Drops sign-ins that are too old, by either clock.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn drop_old_sign_ins(&self, created_before: i64, seen_before: i64) -> Result<()> {
        self.write(move |transaction| {
            transaction.execute("DELETE FROM sign_in WHERE created < ?1 OR seen < ?2", [created_before, seen_before])?;
            Ok(())
        })
        .await
    }
}

fn has_accounts(connection: &rusqlite::Connection) -> Result<bool> {
    Ok(connection.query_row("SELECT EXISTS (SELECT 1 FROM account)", [], |row| row.get(0))?)
}

fn insert_sign_in(transaction: &rusqlite::Transaction<'_>, account: i64, token: Hash) -> Result<()> {
    let now = clock::now();
    transaction
        .execute("INSERT INTO sign_in (hash, account, created, seen) VALUES (?1, ?2, ?3, ?3)", params![token.as_slice(), account, now])?;
    Ok(())
}
