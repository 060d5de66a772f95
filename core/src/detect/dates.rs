//! Dates. In: a place in a page. Out: the range of a date that stands there, in figures or with the name of a month.

use super::codes;
use super::lexicon::MONTH;
use super::text::Page;

fn is_year(page: &Page<'_>, at: usize, len: usize) -> bool {
    len == 4 && matches!((page.byte(at), page.byte(at + 1)), (b'1', b'8' | b'9') | (b'2', b'0'))
}

/// A date around the number with index `index`, which is its first number: where it starts, ends, and the index behind it.
pub(crate) fn around(page: &Page<'_>, index: usize) -> Option<(usize, usize, usize)> {
    let first = page.token(index)?;
    if first.len() > 4 || page.before(first.from()).is_ascii_alphanumeric() {
        return figures8(page, index);
    }
    figures(page, index).or_else(|| words(page, index))
}

/// Words of birth that stand behind their date, in the same clause: "am 1. Mai 1970 in Ulm geboren", "1970. május 1-jén született".
const BORN: &[&str] = &["geboren", "született", "születtem", "syntynyt", "sündinud", "gimęs", "gimė", "dzimis", "doğumlu", "doğdu"];

/// Whether one of the next words, from `index` on, says that the date in front of them is one of birth.
pub(crate) fn born_behind(page: &Page<'_>, index: usize) -> bool {
    let mut from = match index.checked_sub(1).and_then(|i| page.token(i)) {
        Some(t) => t.to(),
        None => return false,
    };
    for at in index..index + 4 {
        let Some(token) = page.token(at) else { return false };
        if page.between(from, token.from()).contains(['\n', ',', ';', ':', '|', '<', '(']) {
            return false;
        }
        let world = page.word(token) == "Welt" && at > index;
        if world || BORN.contains(&page.word(token)) {
            return true;
        }
        from = token.to();
    }
    false
}

fn value(page: &Page<'_>, at: usize, len: usize) -> u32 {
    page.bytes
        .get(at..at + len)
        .unwrap_or(&[])
        .iter()
        .fold(0, |v: u32, b| v.saturating_mul(10).saturating_add(u32::from(b.wrapping_sub(b'0'))))
}

/// 31.12.1999, 1999-12-31, 12/31/99.
fn figures(page: &Page<'_>, index: usize) -> Option<(usize, usize, usize)> {
    let (a, b, c) = (page.token(index)?, page.token(index + 1)?, page.token(index + 2)?);
    if !(a.is_number() && b.is_number() && b.len() <= 2) {
        return None;
    }
    let sep = page.between(a.to(), b.from());
    let second = page.between(b.to(), c.from());
    let same = sep.trim() == second.trim() && sep.len() <= 3 && second.len() <= 3;
    if !same || !matches!(sep.trim(), "." | "-" | "/") {
        return None;
    }
    // The last part may run on into a time: 1999-12-31T10:00.
    let len = page.bytes.get(c.from()..c.to())?.iter().take_while(|b| b.is_ascii_digit()).count();
    let (x, y, z) = (value(page, a.from(), a.len()), value(page, b.from(), b.len()), value(page, c.from(), len));
    let ok = if is_year(page, a.from(), a.len()) {
        (1..=2).contains(&len) && (codes::date(y, z) || codes::date(z, y))
    } else {
        a.len() <= 2
            && (is_year(page, c.from(), len) || (len == 2 && a.len() == 2 && b.len() == 2))
            && (codes::date(y, x) || codes::date(x, y))
    };
    let next = page.byte(c.from() + len);
    let clean = len == c.len() || next == b'T';
    (ok && clean && !(next == b'-' || next == b'/' || (next == b'.' && page.byte(c.from() + len + 1).is_ascii_digit()))).then_some((
        a.from(),
        c.from() + len,
        index + 3,
    ))
}

/// 19991231 and 31121999: only where a label says that it is a date; the caller knows.
fn figures8(page: &Page<'_>, index: usize) -> Option<(usize, usize, usize)> {
    let t = page.token(index)?;
    let at = t.from();
    let ymd = is_year(page, at, 4) && codes::date(value(page, at + 4, 2), value(page, at + 6, 2));
    let dmy = is_year(page, at + 4, 4) && codes::date(value(page, at + 2, 2), value(page, at, 2));
    (t.is_number() && t.len() == 8 && (ymd || dmy)).then_some((at, t.to(), index + 1))
}

/// 31 December 1999, 31. prosince 1999, 31 de diciembre de 1999, December 31, 1999, 1999. december 31.
fn words(page: &Page<'_>, index: usize) -> Option<(usize, usize, usize)> {
    let first = page.token(index)?;
    let day = |i: usize| {
        page.token(i).filter(|t| {
            t.len() <= 4
                && page.byte(t.from()).is_ascii_digit()
                && (1..=31).contains(&value(page, t.from(), page.word(*t).bytes().take_while(u8::is_ascii_digit).count()))
                && page.word(*t).bytes().take_while(u8::is_ascii_digit).count() <= 2
        })
    };
    let month = |i: usize| page.token(i).filter(|t| t.means(MONTH));
    let year = |i: usize| page.token(i).filter(|t| t.is_number() && is_year(page, t.from(), t.len()));
    let near = |a: usize, b: usize| match (page.token(a), page.token(b)) {
        (Some(x), Some(y)) => y.from() - x.to() <= 3 && !page.between(x.to(), y.from()).contains('\n'),
        _ => false,
    };
    let small = |i: usize| page.token(i).is_some_and(|t| matches!(page.word(t), "de" | "of" | "del" | "do" | "d" | "den"));
    if index > 0
        && month(index - 1).is_some()
        && near(index - 1, index)
        && day(index).is_some()
        && year(index + 1).is_some()
        && near(index, index + 1)
    {
        return Some((page.token(index - 1)?.from(), page.token(index + 1)?.to(), index + 2));
    }
    if day(index).is_some() {
        let m = if small(index + 1) { index + 2 } else { index + 1 };
        if month(m).is_some() && near(index, index + 1) {
            let y = if small(m + 1) { m + 2 } else { m + 1 };
            if let Some(t) = year(y).filter(|_| near(m, m + 1)) {
                return Some((first.from(), t.to(), y + 1));
            }
        }
    }
    if year(index).is_some()
        && month(index + 1).is_some()
        && day(index + 2).is_some()
        && near(index, index + 1)
        && near(index + 1, index + 2)
    {
        return Some((first.from(), page.token(index + 2)?.to(), index + 3));
    }
    None
}
