//! Passwords on command lines: `-p x`, `--password x`, `curl -u user:x`, `login y password x`. In: a page and the word of a flag
//! or of a secret. Out: PASSWORD and API_KEY hits.

use super::labels::{self, FieldClass};
use super::text::{Page, TAKEN};
use super::{Kind, keys, values};

/// How a program takes a password.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `-p x`.
    Apart,
    /// `-px`.
    Joined,
    /// `-u user:x` (the sign between the two is given).
    User(u8),
}

/// Programs, the flag that takes a password, and how; from their manuals.
const PROGRAMS: &[(&str, &str, Form)] = &[
    ("mysql", "p", Form::Joined),
    ("mysqldump", "p", Form::Joined),
    ("mysqladmin", "p", Form::Joined),
    ("mysqlimport", "p", Form::Joined),
    ("mysqlcheck", "p", Form::Joined),
    ("mariadb", "p", Form::Joined),
    ("sshpass", "p", Form::Joined),
    ("7z", "p", Form::Joined),
    ("7za", "p", Form::Joined),
    ("rar", "p", Form::Joined),
    ("unrar", "p", Form::Joined),
    ("docker", "p", Form::Apart),
    ("podman", "p", Form::Apart),
    ("nerdctl", "p", Form::Apart),
    ("buildah", "p", Form::Apart),
    ("oras", "p", Form::Apart),
    ("helm", "p", Form::Apart),
    ("sshpass", "p", Form::Apart),
    ("mongo", "p", Form::Apart),
    ("mongosh", "p", Form::Apart),
    ("mongodump", "p", Form::Apart),
    ("mongorestore", "p", Form::Apart),
    ("cqlsh", "p", Form::Apart),
    ("oc", "p", Form::Apart),
    ("az", "p", Form::Apart),
    ("cf", "p", Form::Apart),
    ("psexec", "p", Form::Apart),
    ("rdesktop", "p", Form::Apart),
    ("rabbitmqadmin", "p", Form::Apart),
    ("wbadmin", "p", Form::Apart),
    ("useradd", "p", Form::Apart),
    ("usermod", "p", Form::Apart),
    ("winrm", "p", Form::Apart),
    ("sqlcmd", "P", Form::Apart),
    ("bcp", "P", Form::Apart),
    ("isql", "P", Form::Apart),
    ("zip", "P", Form::Apart),
    ("unzip", "P", Form::Apart),
    ("ipmitool", "P", Form::Apart),
    ("mosquitto", "P", Form::Apart),
    ("redis", "a", Form::Apart),
    ("ldapsearch", "w", Form::Apart),
    ("ldapadd", "w", Form::Apart),
    ("ldapmodify", "w", Form::Apart),
    ("ldapwhoami", "w", Form::Apart),
    ("openssl", "k", Form::Apart),
    ("plink", "pw", Form::Apart),
    ("pscp", "pw", Form::Apart),
    ("putty", "pw", Form::Apart),
    ("keytool", "storepass", Form::Apart),
    ("keytool", "keypass", Form::Apart),
    ("jarsigner", "storepass", Form::Apart),
    ("influx", "password", Form::Apart),
    ("curl", "u", Form::User(b':')),
    ("curl", "U", Form::User(b':')),
    ("wget", "u", Form::User(b':')),
    ("http", "a", Form::User(b':')),
    ("https", "a", Form::User(b':')),
    ("lftp", "u", Form::User(b',')),
    ("smbclient", "U", Form::User(b'%')),
    ("rpcclient", "U", Form::User(b'%')),
];

/// How many words and bytes in front of a flag the name of its program may stand.
const WORDS: usize = 24;
const BYTES: usize = 240;

/// Looks at the word with index `index`, which stands behind a hyphen or slash, as the flag of a command.
pub(crate) fn flag(page: &mut Page<'_>, index: usize) {
    let Some(token) = page.token(index) else { return };
    let start = token.from();
    if page.before(start) == b'/' {
        // Windows: "net use Z: \\server\share /user:domain\name x".
        if page.word(token).eq_ignore_ascii_case("user")
            && let Some(gap) = page.bytes.get(token.to()..).and_then(|t| t.iter().take(64).position(|b| *b == b' '))
        {
            hit(page, token.to() + gap, Kind::Password);
        }
        return;
    }
    let long = page.before(start - 1) == b'-';
    let opening = if long { page.before(start - 2) } else { page.before(start - 1) };
    if !matches!(opening, b' ' | b'\n' | b'\t' | 0 | b'"' | b'\'' | b'`') {
        return;
    }
    // The name of the flag, which may have several words: "--client-secret".
    let end = page.bytes.get(start..).unwrap_or(&[]).iter().take(40).position(|b| !b.is_ascii_alphanumeric() && !matches!(b, b'-' | b'_'));
    let end = start + end.unwrap_or(0);
    if long {
        if page.byte(end) == b' ' {
            match labels::classify(page.between(start, end)) {
                Some(FieldClass::Password | FieldClass::Pin) => hit(page, end, Kind::Password),
                Some(FieldClass::Secret) => hit(page, end, Kind::ApiKey),
                _ => {}
            }
            if page.between(start, end) == "user" {
                user(page, end, b':');
            }
        }
        return;
    }
    let word = page.word(token);
    for &(program, name, form) in PROGRAMS {
        let joined = form == Form::Joined;
        let fits = if joined { word.starts_with(name) } else { word == name && end == token.to() && page.byte(end) == b' ' };
        if !fits || !runs(page, index, program) {
            continue;
        }
        match form {
            Form::Apart => hit(page, end, Kind::Password),
            Form::Joined if page.byte(start + name.len()) != b' ' => hit(page, start + name.len(), Kind::Password),
            Form::Joined => continue,
            Form::User(sign) => user(page, end, sign),
        }
        return;
    }
}

/// Whether a program is named in front of the word `index`, on the same line.
fn runs(page: &Page<'_>, index: usize, program: &str) -> bool {
    let Some(flag) = page.token(index) else { return false };
    let mut after = flag.from();
    for back in 1..=WORDS {
        let Some(token) = index.checked_sub(back).and_then(|i| page.token(i)) else { return false };
        if flag.from() - token.from() > BYTES || page.bytes.get(token.to()..after).is_none_or(|g| g.contains(&b'\n') || g.contains(&b'|')) {
            return false;
        }
        if page.word(token) == program {
            return true;
        }
        after = token.from();
    }
    false
}

/// The word without spaces at or behind `at`, without its quotes.
fn operand(page: &Page<'_>, at: usize) -> (usize, usize) {
    let mut start = at;
    while page.byte(start) == b' ' && start - at < 4 {
        start += 1;
    }
    let rest = page.text.get(start..).unwrap_or("");
    if let Some(quote) = rest.chars().next().filter(|c| matches!(c, '\'' | '"')) {
        let inner = rest.get(1..).unwrap_or("");
        return (start + 1, start + 1 + inner.find([quote, '\n']).unwrap_or(inner.len()));
    }
    (start, start + rest.find(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '`')).unwrap_or(rest.len()))
}

fn hit(page: &mut Page<'_>, at: usize, kind: Kind) {
    let (start, end) = operand(page, at);
    let value = page.between(start, end);
    let variable = value.starts_with(['$', '-', '<', '/', '{']) || value.len() > 200;
    let fits = if kind == Kind::ApiKey {
        keys::looks_random(value) || value.len() >= 8 && value.bytes().any(|b| b.is_ascii_digit())
    } else {
        values::looks_chosen(value)
    };
    if fits && !variable && !page.token(page.token_at(start)).is_some_and(|t| t.has(TAKEN)) {
        page.hit(start, end, kind, 0.85, "operand of a command's secret");
    }
}

fn user(page: &mut Page<'_>, at: usize, sign: u8) {
    let (start, end) = operand(page, at);
    let Some(split) = page.between(start, end).bytes().position(|b| b == sign) else { return };
    let from = start + split + 1;
    let value = page.between(from, end);
    if split > 0 && value.len() >= 3 && !value.starts_with(['$', '/', '{', '<']) && !page.between(start, end).contains("://") {
        page.hit(from, end, Kind::Password, 0.88, "password behind a user's name");
    }
}

/// "machine x login y password z", "user y pass z": the value directly behind the word of a secret, where an account was named.
pub(crate) fn beside_login(page: &mut Page<'_>, index: usize) -> bool {
    let named = |back: usize| {
        index.checked_sub(back).and_then(|i| page.token(i)).is_some_and(|t| {
            matches!(page.word(t).to_ascii_lowercase().as_str(), "login" | "user" | "username" | "account" | "usr")
                && page.token(index).is_some_and(|s| s.from() - t.to() < 64 && !page.between(t.to(), s.from()).contains(['\n', '.']))
        })
    };
    let Some(token) = page.token(index) else { return false };
    if page.byte(token.to()) != b' ' || !(2..=4).any(named) {
        return false;
    }
    let (start, end) = operand(page, token.to());
    if !values::looks_chosen(page.between(start, end)) {
        return false;
    }
    page.hit(start, end, Kind::Password, 0.85, "password behind a user's name");
    true
}
