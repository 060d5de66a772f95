//! Telephone numbers. In: groups of digits and what stands between them. Out: how likely they are a telephone number.
//!
//! Numbering plans: the ITU's list of country codes (E.164) with the lengths of national significant numbers that the
//! national plans allow, and the usual written forms of national numbers.

/// Country codes with the shortest and longest national number.
const PLANS: &[(u32, usize, usize)] = &[
    (1, 10, 10),
    (7, 10, 10),
    (20, 8, 10),
    (27, 9, 9),
    (30, 10, 10),
    (31, 9, 9),
    (32, 8, 9),
    (33, 9, 9),
    (34, 9, 9),
    (36, 8, 9),
    (39, 6, 11),
    (40, 9, 9),
    (41, 9, 9),
    (43, 7, 13),
    (44, 9, 10),
    (45, 8, 8),
    (46, 7, 10),
    (47, 8, 8),
    (48, 9, 9),
    (49, 6, 13),
    (51, 8, 9),
    (52, 10, 11),
    (53, 6, 8),
    (54, 10, 11),
    (55, 10, 11),
    (56, 9, 9),
    (57, 8, 10),
    (58, 10, 10),
    (60, 8, 10),
    (61, 9, 9),
    (62, 8, 12),
    (63, 8, 10),
    (64, 8, 10),
    (65, 8, 8),
    (66, 8, 9),
    (81, 9, 10),
    (82, 8, 11),
    (84, 9, 10),
    (86, 10, 11),
    (90, 10, 10),
    (91, 10, 10),
    (92, 9, 10),
    (93, 9, 9),
    (94, 9, 9),
    (95, 7, 10),
    (98, 10, 10),
    (212, 9, 9),
    (213, 8, 9),
    (216, 8, 8),
    (218, 9, 9),
    (220, 7, 7),
    (221, 9, 9),
    (225, 10, 10),
    (229, 8, 10),
    (233, 9, 9),
    (234, 8, 10),
    (237, 9, 9),
    (243, 9, 9),
    (244, 9, 9),
    (250, 9, 9),
    (251, 9, 9),
    (254, 9, 9),
    (255, 9, 9),
    (256, 9, 9),
    (260, 9, 9),
    (263, 9, 10),
    (264, 9, 9),
    (351, 9, 9),
    (352, 5, 11),
    (353, 7, 10),
    (354, 7, 9),
    (355, 8, 9),
    (356, 8, 8),
    (357, 8, 8),
    (358, 5, 12),
    (359, 7, 9),
    (370, 8, 8),
    (371, 8, 8),
    (372, 7, 8),
    (373, 8, 8),
    (374, 8, 8),
    (375, 9, 9),
    (376, 6, 9),
    (377, 8, 9),
    (378, 6, 10),
    (380, 9, 9),
    (381, 8, 9),
    (382, 8, 8),
    (383, 8, 9),
    (385, 8, 9),
    (386, 8, 8),
    (387, 8, 9),
    (389, 8, 8),
    (420, 9, 9),
    (421, 9, 9),
    (423, 7, 9),
    (501, 7, 7),
    (502, 8, 8),
    (503, 8, 8),
    (504, 8, 8),
    (505, 8, 8),
    (506, 8, 8),
    (507, 7, 8),
    (591, 8, 8),
    (593, 8, 9),
    (595, 9, 9),
    (598, 8, 8),
    (852, 8, 8),
    (853, 8, 8),
    (855, 8, 9),
    (880, 10, 10),
    (886, 8, 9),
    (960, 7, 7),
    (961, 7, 8),
    (962, 8, 9),
    (963, 8, 9),
    (964, 10, 10),
    (965, 8, 8),
    (966, 9, 9),
    (967, 9, 9),
    (968, 8, 8),
    (970, 8, 9),
    (971, 8, 9),
    (972, 8, 9),
    (973, 8, 8),
    (974, 8, 8),
    (976, 8, 8),
    (977, 8, 10),
    (992, 9, 9),
    (993, 8, 8),
    (994, 9, 9),
    (995, 9, 9),
    (996, 9, 9),
    (998, 9, 9),
];

/// Whether the digits behind a `+` or `00` are a country code and a national number of a fitting length, perhaps with a trunk zero.
pub(crate) fn international(digits: &[u8]) -> bool {
    (1..=3).any(|n| {
        let code = digits.iter().take(n).fold(0u32, |v, d| v * 10 + u32::from(*d));
        let Some(rest) = digits.get(n..) else { return false };
        PLANS.binary_search_by_key(&code, |p| p.0).ok().and_then(|i| PLANS.get(i)).is_some_and(|(_, min, max)| {
            let trunk = usize::from(rest.first() == Some(&0));
            (*min..=*max).contains(&rest.len()) || (trunk == 1 && (*min..=*max).contains(&(rest.len() - 1)))
        })
    })
}

/// How likely a number in national form is a telephone number, from its groups alone; 0 for no.
pub(crate) fn national(digits: &[u8], groups: &[usize], gaps: &[&str], bracket: bool) -> f32 {
    let n = digits.len();
    let d = |i: usize| digits.get(i).copied().unwrap_or(0);
    // A point as separator is usual only where all are points.
    let points = gaps.iter().filter(|g| g.contains('.')).count();
    if points > 0 && points < gaps.len() && !bracket && !matches!(groups, [2, 2, 2, 2, 2] | [3, 3, 4]) {
        return 0.0;
    }
    let slash_ok = gaps.iter().filter(|g| g.contains('/')).count() <= 1;
    if !slash_ok {
        return 0.0;
    }
    match groups {
        // North America.
        [3, 3, 4] if d(0) >= 2 && d(3) >= 2 => {
            if bracket || gaps.iter().all(|g| g.contains(['-', '.'])) {
                0.85
            } else {
                0.65
            }
        }
        [1, 3, 3, 4] if d(0) == 1 && d(1) >= 2 => 0.85,
        // France and others in pairs, with the trunk zero; Germany in pairs.
        [2, 2, 2, 2, 2] if d(0) == 0 && d(1) != 0 => 0.9,
        [2, 2, 2, 2, 2] if d(0) == 3 && d(1) >= 2 => 0.55,
        // Nine digits without a trunk zero: Czech, Slovak, Polish, Spanish, Portuguese numbers.
        [3, 2, 2, 2] if d(0) >= 5 => 0.8,
        [2, 3, 2, 2] if d(0) != 0 => 0.75,
        [3, 3, 3] if d(0) >= 2 => {
            if gaps.iter().all(|g| *g == ".") {
                0.5
            } else {
                0.65
            }
        }
        [2, 3, 3, 3] | [3, 3, 2, 2] | [2, 3, 4] | [2, 4, 3] if d(0) == 0 && d(1) != 0 => 0.75,
        [3, 4, 3] if d(0) == 3 || d(0) == 0 && d(1) != 0 => 0.75,
        [3, 3, 4] if d(0) == 3 || (d(0) == 0 && d(1) != 0) => 0.75,
        [3, 7] if d(0) == 3 && d(1) >= 2 => 0.65,
        [3, 2, 2, 3] if d(0) == 3 => 0.6,
        // One word of digits: only forms of mobile numbers that little else has.
        [_] => {
            let mobile = match (d(0), d(1)) {
                (0, 6 | 7) => n == 10 || (n == 11 && d(1) == 7),
                (0, 1) => (n == 11 || n == 12) && matches!(d(2), 5..=7),
                (0, 4) => n == 10 && matches!(d(2), 5..=9),
                // Croatia, Slovakia.
                (0, 9) => n == 10 && matches!(d(2), 0..=2 | 4..=5 | 7..=9),
                _ => false,
            };
            if mobile { 0.6 } else { 0.0 }
        }
        // A trunk zero, an area code and a subscriber number, in two or more groups.
        [first, rest @ ..]
            if d(0) == 0 && d(1) != 0 && (8..=12).contains(&n) && *first >= 2 && *first <= 6 && rest.iter().all(|g| *g >= 2) =>
        {
            if rest.len() <= 4 { 0.75 } else { 0.6 }
        }
        [first, second, ..]
            if bracket && gaps.iter().any(|g| g.contains(')')) && *second >= 2 && (2..=5).contains(first) && (7..=12).contains(&n) =>
        {
            0.7
        }
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(text: &str) -> Vec<u8> {
        text.bytes().filter(u8::is_ascii_digit).map(|b| b - b'0').collect()
    }

    #[test]
    fn plans_are_sorted_and_lengths_hold() {
        assert!(PLANS.windows(2).all(|w| w[0].0 < w[1].0));
        for number in ["49 30 1234567", "1 201 555 0123", "33 1 23 45 67 89", "420 601 123 456", "44 20 7946 0958", "39 06 1234567"] {
            assert!(international(&digits(number)), "{number}");
        }
        assert!(!international(&digits("999 1234567")) && !international(&digits("33 1 23")));
    }
}
