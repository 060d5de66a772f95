//! Names of countries: an ISO 3166-1 code and a language in, the country's name in that language out.
//!
//! ICU4X has no stable API for display names, so the names of the Unicode CLDR are embedded as a table
//! (`data/countries.tsv`, made by `data/countries.mjs`).

const TABLE: &str = include_str!("../../data/countries.tsv");

/// The country's name, or the code as it is written where the table doesn't hold it.
pub(crate) fn country(code: &str, language: &str) -> String {
    let code = code.trim();
    find(code, language).map_or_else(|| code.to_owned(), str::to_owned)
}

fn find(code: &str, language: &str) -> Option<&'static str> {
    let mut lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    let column = lines.next()?.split('\t').position(|name| name == language)?;
    let line = lines.find(|line| line.split('\t').next().is_some_and(|cell| cell.eq_ignore_ascii_case(code)))?;
    line.split('\t').nth(column)
}

#[cfg(test)]
mod tests {
    use super::country;

    #[test]
    fn names_countries_in_the_language_of_the_notice() {
        assert_eq!(country("CZ", "de"), "Tschechien");
        assert_eq!(country("us", "fr"), "États-Unis");
        assert_eq!(country("QQ", "en"), "QQ");
        assert_eq!(country("", "en"), "");
    }
}
