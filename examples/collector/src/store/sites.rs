//! Sites and their write keys.
//!
//! In: names and hashes of keys. Out: which site a key writes for. The key itself is never stored.

use rusqlite::{Connection, OptionalExtension, params};

use super::Store;
use crate::clock;
use crate::failure::Result;
use crate::secret::{self, Hash};

impl Store {
    /// The site that a write key belongs to.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn site_of(&self, key: Hash) -> Result<Option<i64>> {
        self.read(move |connection| {
            Ok(connection.query_row("SELECT site FROM site_key WHERE hash = ?1", [key.as_slice()], |row| row.get(0)).optional()?)
        })
        .await
    }

    /// Makes the site if it is new and lets `key` write for it.
    ///
    /// A key that already wrote for another site now writes for this one.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn add_site_key(&self, name: &str, key: &str) -> Result<()> {
        let hash = secret::hash(key);
        self.write_now(|transaction| {
            let now = clock::now();
            transaction.execute("INSERT INTO site (name, created) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING", params![name, now])?;
            transaction.execute(
                "INSERT INTO site_key (hash, site, created)
                 SELECT ?1, id, ?3 FROM site WHERE name = ?2
                 ON CONFLICT (hash) DO UPDATE SET site = excluded.site",
                params![hash.as_slice(), name, now],
            )?;
            Ok(())
        })
    }

    /// Every site with the number of its keys, by name.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn sites(&self) -> Result<Vec<(String, i64)>> {
        self.read_now(|connection: &Connection| {
            let mut statement =
                connection.prepare("SELECT name, (SELECT count(*) FROM site_key WHERE site = site.id) FROM site ORDER BY name")?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Removes every key of a site; returns how many there were, or `None` for an unknown site.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn revoke_site(&self, name: &str) -> Result<Option<usize>> {
        self.write_now(|transaction| {
            let site: Option<i64> = transaction.query_row("SELECT id FROM site WHERE name = ?1", [name], |row| row.get(0)).optional()?;
            Ok(match site {
                Some(site) => Some(transaction.execute("DELETE FROM site_key WHERE site = ?1", [site])?),
                None => None,
            })
        })
    }
}
