//! What a value looks like, whatever it is called: an e-mail address, a token.

/// Whether an e-mail address stands in a text, also with its `@` escaped as in addresses of pages.
pub(super) fn holds_mail(text: &str) -> bool {
    text.match_indices('@').map(|(at, found)| (at, found.len())).chain(text.match_indices("%40").map(|(at, found)| (at, found.len()))).any(
        |(at, length)| {
            let local = text.get(..at).and_then(|before| before.bytes().last());
            let host = text.get(at + length..).unwrap_or_default();
            let host = host.split(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-').next().unwrap_or_default();
            let top = host.trim_end_matches('.').rsplit_once('.').map_or("", |(_, top)| top);
            // The top label tells `erika@shop.example` from the version in `package@1.2.3`.
            local.is_some_and(|b| b.is_ascii_alphanumeric() || b"._-+".contains(&b))
                && top.len() >= 2
                && top.bytes().all(|b| b.is_ascii_alphabetic())
        },
    )
}

/// Whether a value is a JSON Web Token, by its form.
pub(super) fn is_token(value: &str) -> bool {
    value.starts_with("eyJ") && value.len() > 30 && value.bytes().filter(|b| *b == b'.').count() == 2
}

/// Whether a server fills the value in.
pub(super) fn is_template(value: &str) -> bool {
    ["{{", "<%", "${", "<?"].iter().any(|open| value.contains(open))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_versions_and_handles() {
        for mail in ["erika@shop.example", "e=erika%40shop.example&x", "{\"m\":\"a.b@c-d.example\"}"] {
            assert!(holds_mail(mail), "{mail}");
        }
        for other in ["npm/package@1.2.3/x.js", "@erika", "a @b.example", "erika@localhost", "%40media print"] {
            assert!(!holds_mail(other), "{other}");
        }
    }
}
