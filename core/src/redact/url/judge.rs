//! Judges one part of a URL by its form: a word that may stay, or a token, an e-mail address, the id of a person.
//!
//! In: a part as a reader sees it, decoded. Out: yes or no. Nothing here knows the session or the detectors.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

/// Query parameters whose short values say how a page is shown or where a visit came from, and nothing about the visitor.
#[rustfmt::skip]
const HARMLESS_NAMES: &[&str] = &[
    "auto", "brand", "build", "cat", "category", "color", "colour", "columns", "country", "crop", "currency", "desc", "device",
    "dir", "direction", "display", "dpr", "family", "fit", "fm", "format", "gravity", "h", "height", "hl", "lang", "language",
    "layout", "limit", "locale", "mode", "offset", "order", "orderby", "order_by", "p", "page", "pageno", "pagesize", "page_size",
    "paged", "per_page", "perpage", "platform", "quality", "rev", "section", "size", "sort", "sortby", "sort_by", "sort_dir",
    "step", "subset", "tab", "theme", "type", "utm_campaign", "utm_content", "utm_id", "utm_medium", "utm_source", "utm_term", "v",
    "ver", "version", "view", "w", "weight", "width",
];

/// Path parts after which everything is a secret until a known word comes.
#[rustfmt::skip]
const SECRET_NAMES: &[&str] = &[
    "access", "activate", "activation", "aktivieren", "aktivierung", "apikey", "approve", "auth", "bestaetigen", "bestaetigung",
    "code", "confirm", "confirmation", "confirmer", "download-token", "einladung", "invitation", "invitations", "invite", "invites",
    "jwt", "key", "keys", "link", "login-link", "magic", "magiclink", "oauth", "oauth2", "optout", "otp", "passwort", "password",
    "pwd", "recover", "recovery", "redeem", "reset", "secret", "secrets", "session", "sessions", "share", "shared", "sid", "sso",
    "ticket", "token", "tokens", "unsubscribe", "validate", "verification", "verify", "webhook", "webhooks",
];

/// Words that may stand beside a secret name in one part: `reset-password`, `verify_my_email`.
const FILLERS: &[&str] =
    &["account", "api", "e", "email", "id", "konto", "link", "mail", "my", "new", "phone", "private", "public", "user"];

/// Path parts whose next part is a person.
#[rustfmt::skip]
const PERSON_NAMES: &[&str] = &[
    "av", "avatar", "avatars", "benutzer", "client", "clientes", "clients", "contact", "contacts", "customer", "customers", "employee",
    "employees", "gravatar", "guest", "guests", "klient", "kontakt", "kunde", "kunden", "member", "members", "mitglied",
    "mitglieder", "patient", "patients", "people", "person", "persons", "profile", "profiles", "profil", "u", "user", "users",
    "usuario", "usuarios", "utilisateur", "utilisateurs",
];

/// Path parts whose next part is what somebody searched for.
const SEARCH_NAMES: &[&str] = &["buscar", "cerca", "find", "query", "recherche", "search", "suche", "suchen", "szukaj", "zoeken"];

/// Words of routes that are never a secret, a person or a search term.
#[rustfmt::skip]
const ROUTE_WORDS: &[&str] = &[
    "about", "add", "address", "addresses", "admin", "all", "api", "app", "archive", "assets", "avatar", "billing", "blog",
    "callback", "cancel", "cart", "categories", "category", "checkout", "complete", "contact", "create", "css", "dashboard",
    "delete", "details", "done", "download", "edit", "email", "error", "expired", "export", "failed", "faq", "favorites", "finish",
    "forgot", "form", "forms", "groups", "help", "history", "home", "images", "img", "import", "inbox", "index", "index.html",
    "index.php", "info", "items", "js", "list", "login", "logout", "me", "media", "messages", "mfa", "new", "notifications",
    "oauth", "orders", "overview", "page", "payment", "payments", "permissions", "phone", "photo", "photos", "preferences",
    "privacy", "products", "profile", "public", "refresh", "register", "remove", "reports", "request", "resend", "results",
    "review", "reviews", "roles", "search", "security", "self", "send", "sent", "settings", "signin", "signout", "signup", "sms",
    "start", "static", "status", "step", "subscriptions", "success", "summary", "support", "tags", "tasks", "teams", "terms",
    "thanks", "update", "upload", "users", "v1", "v2", "v3", "view", "welcome", "wishlist",
];

/// File name endings of what a page loads to be shown. Their names may hold a hash of the content.
#[rustfmt::skip]
const ASSET_ENDINGS: &[&str] = &[
    "apng", "avif", "bmp", "css", "cur", "eot", "gif", "ico", "jpeg", "jpg", "js", "json", "map", "mjs", "otf", "png", "svg", "ttf",
    "wasm", "webmanifest", "webp", "woff", "woff2",
];

/// Directories that build tools make; a content hash below them is no secret.
const BUILD_DIRECTORIES: &[&str] =
    &["_next", "_nuxt", "assets", "build", "bundles", "cdn", "chunks", "dist", "immutable", "packs", "static", "themes", "v", "webpack"];

/// Beginnings of the keys that well-known services hand out.
#[rustfmt::skip]
const KEY_PREFIXES: &[&str] = &[
    "AKIA", "ASIA", "AIza", "ghp_", "gho_", "ghs_", "ghu_", "github_pat_", "glpat-", "pk_live_", "pk_test_", "rk_live_", "sk-",
    "sk_live_", "sk_test_", "whsec_", "xoxa-", "xoxb-", "xoxp-", "ya29.", "npm_", "shpat_", "SG.",
];

/// What is known of a word, one bit a list.
#[derive(Clone, Copy, Default)]
struct Known(u16);

impl Known {
    const HARMLESS: u16 = 1;
    const SECRET: u16 = 2;
    const FILLER: u16 = 4;
    const PERSON: u16 = 8;
    const SEARCH: u16 = 16;
    const ROUTE: u16 = 32;
    const ASSET: u16 = 64;
    const BUILD: u16 = 128;

    fn is(self, list: u16) -> bool {
        self.0 & list != 0
    }
}

/// All lists as one map, since every part of every path is looked up in most of them.
static KNOWN: LazyLock<HashMap<&'static [u8], u16, BuildHasherDefault<Fnv>>> = LazyLock::new(|| {
    let mut known = HashMap::default();
    for (bit, list) in LISTS {
        for word in *list {
            *known.entry(word.as_bytes()).or_default() |= bit;
        }
    }
    known
});

const LISTS: &[(u16, &[&str])] = &[
    (Known::HARMLESS, HARMLESS_NAMES),
    (Known::SECRET, SECRET_NAMES),
    (Known::FILLER, FILLERS),
    (Known::PERSON, PERSON_NAMES),
    (Known::SEARCH, SEARCH_NAMES),
    (Known::ROUTE, ROUTE_WORDS),
    (Known::ASSET, ASSET_ENDINGS),
    (Known::BUILD, BUILD_DIRECTORIES),
];

/// FNV-1a: the map is fixed, so nobody can fill it with words that collide, and words are short.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Looks a word up in any case.
fn known(word: &str) -> Known {
    let mut lower = [0u8; 20];
    let Some(lower) = lower.get_mut(..word.len()) else { return Known::default() };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    Known(KNOWN.get(&*lower).copied().unwrap_or_default())
}

/// Whether values of this query parameter may stay where they are short and plain.
pub(super) fn harmless_name(name: &str) -> bool {
    let base = name.split('[').next().unwrap_or_default();
    known(base.strip_prefix("amp;").unwrap_or(base)).is(Known::HARMLESS)
}

/// Whether a value of a harmless parameter is as short and plain as such values are.
pub(super) fn plain_value(value: &str) -> bool {
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let plain = |c: char| c.is_alphanumeric() || " -_.:,;@|*!".contains(c);
    value.len() <= 40 && digits <= 8 && value.chars().all(plain) && !token(value) && !e_mail(value)
}

/// What a part of a path says about itself and about what follows.
#[derive(Clone, Copy, Default)]
pub(super) struct Word {
    /// Everything after it is a secret.
    pub secret: bool,
    /// The next part is a person.
    pub person: bool,
    /// The next part is what somebody searched for.
    pub search: bool,
    /// A well-known word of routes, or the number of a step or page: never a secret, a person or a search term itself.
    pub route: bool,
    /// Below this directory stand hashes of contents.
    pub build: bool,
}

/// Looks up a part of a path.
pub(super) fn word(part: &str) -> Word {
    let known = known(part);
    let secret = known.is(Known::SECRET) || secret_compound(part);
    Word {
        secret,
        person: known.is(Known::PERSON),
        search: known.is(Known::SEARCH),
        route: known.is(Known::ROUTE) || secret || (part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit())),
        build: known.is(Known::BUILD),
    }
}

/// Whether a part is a secret name with words beside it: `reset-password`, `verify_my_email`.
fn secret_compound(part: &str) -> bool {
    let mark = |c: char| matches!(c, '-' | '_' | '.');
    if part.len() > 40 || !part.contains(mark) {
        return false;
    }
    let mut secret = false;
    let all = part.split(mark).map(known).all(|w| {
        secret |= w.is(Known::SECRET);
        w.is(Known::SECRET | Known::FILLER)
    });
    all && secret
}

/// Where the ending of an asset's file name begins, with its dot.
pub(super) fn asset_ending(part: &str) -> Option<usize> {
    let dot = part.rfind('.')?;
    (dot > 0 && known(part.get(dot + 1..)?).is(Known::ASSET)).then_some(dot)
}

/// Whether a fragment is a plain anchor: a word or two of a page's author, like `top` or `section-2`.
pub(super) fn plain_anchor(fragment: &str) -> bool {
    fragment.len() <= 48
        && fragment.bytes().filter(u8::is_ascii_digit).count() <= 4
        && fragment.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_:.".contains(&b))
        && !token(fragment)
}

/// Whether a part of a hash route is a plain word.
pub(super) fn plain_route(part: &str) -> bool {
    plain_anchor(part) && (part.bytes().any(|b| b.is_ascii_alphabetic()) || part.len() <= 4)
}

/// Whether the text holds an e-mail address. A package with its version (`name@1.2.3`) is none.
pub(super) fn e_mail(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'@', bytes).any(|at| {
        let local = at
            .checked_sub(1)
            .and_then(|i| bytes.get(i))
            .is_some_and(|b| b.is_ascii_alphanumeric() || !b.is_ascii() || b"._%+-".contains(b));
        let domain = text.get(at + 1..).unwrap_or_default();
        let end = domain.find(|c: char| !(c.is_alphanumeric() || c == '.' || c == '-')).unwrap_or(domain.len());
        let domain = domain.get(..end).unwrap_or_default().trim_end_matches(['.', '-']);
        let version = domain.starts_with(|c: char| c.is_ascii_digit()) && asset_ending(domain).is_some();
        let last = domain.rsplit('.').next().unwrap_or_default();
        local && !version && domain.len() > last.len() + 1 && last.chars().count() >= 2 && last.chars().all(char::is_alphabetic)
    })
}

/// Whether the text looks made by a machine to be unguessable: UUID, long hex, base64url, JWT, key of a known service, or a
/// mix of cases and digits that no word has.
pub(super) fn token(text: &str) -> bool {
    if text.len() < 10 || !text.is_ascii() {
        return false;
    }
    let may_be_key = text.bytes().next().is_some_and(|b| b"ASgnprswxy".contains(&b));
    if text.starts_with("eyJ") || may_be_key && KEY_PREFIXES.iter().any(|prefix| text.starts_with(prefix) && text.len() >= prefix.len() + 8)
    {
        return true;
    }
    let mut odd = 0;
    for part in text.split(|c: char| !c.is_ascii_alphanumeric()) {
        if irregular(part.as_bytes()) {
            odd += part.len();
        }
    }
    odd >= 10
}

/// Whether no word and no product number is written like this.
fn irregular(part: &[u8]) -> bool {
    if part.len() < 4 {
        return false;
    }
    let (mut upper, mut lower, mut digits, mut hex, mut vowels) = (0usize, 0usize, 0usize, 0usize, 0usize);
    let (mut kinds, mut cases) = (0usize, 0usize);
    let mut before = 0u8;
    for &byte in part {
        upper += usize::from(byte.is_ascii_uppercase());
        lower += usize::from(byte.is_ascii_lowercase());
        digits += usize::from(byte.is_ascii_digit());
        hex += usize::from(byte.is_ascii_hexdigit());
        vowels += usize::from(b"aeiouyAEIOUY".contains(&byte));
        if before != 0 {
            kinds += usize::from(before.is_ascii_digit() != byte.is_ascii_digit());
            let letters = before.is_ascii_alphabetic() && byte.is_ascii_alphabetic();
            cases += usize::from(letters && before.is_ascii_uppercase() != byte.is_ascii_uppercase());
        }
        before = byte;
    }
    let (length, letters) = (part.len(), upper + lower);
    if digits > 0 && letters > 0 {
        return match length {
            10.. => (upper > 0 && lower > 0) || kinds >= 3 || (hex == length && length >= 16),
            8.. => kinds >= 2 && hex == length || kinds >= 3 || (upper > 0 && lower > 0 && kinds >= 2),
            _ => kinds >= 3 || (hex == length && kinds >= 1) || (upper > 0 && lower > 0 && kinds >= 2),
        };
    }
    // Letters alone: camel case changes its case twice a word, chance every second letter; words have vowels.
    letters == length && ((length >= 10 && upper > 0 && lower > 0 && cases * 5 > length * 2) || (length >= 16 && vowels * 7 < length))
        || (digits == length && length >= 24)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_told_from_words() {
        for text in [
            "3b241101-e2bb-4255-8caf-4136c566a962",
            "9f86d081884c7d659a2feaa0c55ad015",
            "aZ3kQ9xLm2",
            "tR8vW1yB5n",
            "51a8f148ce",
            "eyJhbGciOiJub25lIn0.e30.",
            "dGhpcyBpcyBhIHNlY3JldCB0b2tlbg",
            "sk_test_4eC39HqLyjWDarjtT1zd",
            "JBSWY3DPEHPK3PXP",
            "xK9-pQ2mW_r7Tz4LbN8",
            "qwrtpsdfghjklzxcvbnm",
        ] {
            assert!(token(text), "{text}");
        }
        for text in [
            "newsletter",
            "spring_sale_2025",
            "getUserProfileData",
            "privacy-policy",
            "iphone15promax",
            "The-Best-10-Ways-To-Do-It",
            "order-10-4471",
            "2025-01-03",
            "InternationalisationSettings",
            "Donaudampfschifffahrt",
            "en-US",
            "product2024",
        ] {
            assert!(!token(text), "{text}");
        }
    }

    #[test]
    fn e_mail_addresses_are_told_from_packages() {
        for text in ["a@example.com", "x.anna+tag@mail.example.org", "mailto:a@example.com?x", "jürgen@bücher.example"] {
            assert!(e_mail(text), "{text}");
        }
        for text in ["bootstrap@5.3.0", "@scope", "core@2.11.8", "a@b", "name@1.2.3.min.js", "wght@400;700"] {
            assert!(!e_mail(text), "{text}");
        }
    }

    #[test]
    fn secret_names_take_fillers_and_no_other_words() {
        assert!(word("reset").secret && word("Reset-Password").secret && word("verify_my_email").secret);
        assert!(!word("key-features").secret && !word("products").secret && !word("email").secret);
    }

    #[test]
    fn every_list_is_lower_case_and_has_no_double() {
        assert!(KEY_PREFIXES.iter().all(|p| b"ASgnprswxy".contains(&p.as_bytes()[0])));
        for (_, list) in LISTS {
            let set: std::collections::HashSet<_> = list.iter().collect();
            assert_eq!(set.len(), list.len());
            assert!(list.iter().all(|w| w.len() <= 20 && w.bytes().all(|b| !b.is_ascii_uppercase())));
        }
    }
}
