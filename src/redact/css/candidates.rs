//! Where in a style sheet something may stand that has to be read: one pass over blocks of 64 bytes.
//!
//! In: the bytes of a style sheet, plain or still escaped as JSON. Out: the positions of quotes, `=`, `@`, `/*`, `url(`, the `--`
//! that begins a custom property, and in JSON `\u`. Most of a style sheet is none of these, so the pass runs at memory speed.

/// A block with one byte before and one after it.
const WINDOW: usize = 66;

/// Steps through the candidates of a style sheet.
pub(super) struct Candidates<'a, const RAW: bool> {
    css: &'a [u8],
    block: usize,
    bits: u64,
}

impl<'a, const RAW: bool> Candidates<'a, RAW> {
    pub(super) fn new(css: &'a [u8]) -> Self {
        let mut this = Candidates { css, block: 0, bits: 0 };
        this.load(0);
        this
    }

    /// The first candidate at or after `from`.
    pub(super) fn next(&mut self, from: usize) -> Option<usize> {
        let block = from & !63;
        if block != self.block {
            self.load(block);
        }
        self.bits &= u64::MAX << (from & 63);
        while self.bits == 0 {
            if self.block + 64 >= self.css.len() {
                return None;
            }
            self.load(self.block + 64);
        }
        let at = self.block + usize::try_from(self.bits.trailing_zeros()).unwrap_or_default();
        (at < self.css.len()).then_some(at)
    }

    fn load(&mut self, block: usize) {
        self.block = block;
        self.bits = match block.checked_sub(1).and_then(|start| self.css.get(start..start + WINDOW)?.first_chunk()) {
            Some(window) => candidates::<RAW>(window),
            None => {
                // The first block and the last have no neighbour on one side.
                let mut window = [b' '; WINDOW];
                let start = block.saturating_sub(1);
                let from = if block == 0 { 1 } else { 0 };
                let bytes = self.css.get(start..).unwrap_or_default();
                for (to, byte) in window.iter_mut().skip(from).zip(bytes) {
                    *to = *byte;
                }
                candidates::<RAW>(&window)
            }
        };
    }
}

#[cfg(target_arch = "x86_64")]
#[allow(unsafe_code)]
#[inline]
fn candidates<const RAW: bool>(window: &[u8; WINDOW]) -> u64 {
    use std::arch::x86_64::{
        __m128i, _mm_and_si128, _mm_andnot_si128, _mm_cmpeq_epi8, _mm_loadu_si128, _mm_min_epu8, _mm_movemask_epi8, _mm_or_si128,
        _mm_set1_epi8, _mm_sub_epi8,
    };
    let mut bits = 0u64;
    for (i, chunk) in window.windows(18).step_by(16).enumerate() {
        // SAFETY: SSE2 is part of every x86-64 target; `chunk` is 18 readable bytes, of which each load takes 16 from 0, 1 and 2,
        // and the loads need no alignment.
        let mask = unsafe {
            let load = |offset: usize| _mm_loadu_si128(chunk.as_ptr().add(offset).cast::<__m128i>());
            let (before, here, after) = (load(0), load(1), load(2));
            let is = |bytes: __m128i, b: u8| _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b.cast_signed()));
            let single = _mm_or_si128(is(here, b'\''), _mm_or_si128(is(here, b'='), is(here, b'@')));
            let comment = _mm_and_si128(is(here, b'/'), is(after, b'*'));
            let before_lower = _mm_or_si128(before, _mm_set1_epi8(0x20));
            let url = _mm_and_si128(is(here, b'('), is(before_lower, b'l'));
            let place = _mm_sub_epi8(before_lower, _mm_set1_epi8(b'a'.cast_signed()));
            let mut letter = _mm_cmpeq_epi8(_mm_min_epu8(place, _mm_set1_epi8(25)), place);
            let mut more = is(here, b'"');
            if RAW {
                more = _mm_or_si128(more, _mm_and_si128(is(here, b'\\'), is(after, b'u')));
                // These letters may be the end of a line end or a tab.
                letter = _mm_andnot_si128(_mm_or_si128(is(before, b'n'), _mm_or_si128(is(before, b't'), is(before, b'r'))), letter);
            }
            let inside = _mm_or_si128(_mm_or_si128(letter, is(before, b'(')), is(before, b'-'));
            let custom = _mm_andnot_si128(inside, _mm_and_si128(is(here, b'-'), is(after, b'-')));
            let all = _mm_or_si128(_mm_or_si128(single, comment), _mm_or_si128(_mm_or_si128(url, custom), more));
            _mm_movemask_epi8(all)
        };
        bits |= u64::from(mask.cast_unsigned()) << (i * 16);
    }
    bits
}

#[cfg(not(target_arch = "x86_64"))]
fn candidates<const RAW: bool>(window: &[u8; WINDOW]) -> u64 {
    portable::<RAW>(window)
}

#[cfg(any(not(target_arch = "x86_64"), test))]
fn portable<const RAW: bool>(window: &[u8; WINDOW]) -> u64 {
    let mut bits = 0;
    for (i, around) in window.windows(3).enumerate() {
        let is_candidate = match *around {
            [_, b'"' | b'\'' | b'=' | b'@', _] | [_, b'/', b'*'] | [b'l' | b'L', b'(', _] => true,
            [_, b'\\', b'u'] => RAW,
            [b'n' | b'r' | b't', b'-', b'-'] => RAW,
            [before, b'-', b'-'] => !before.is_ascii_alphabetic() && before != b'(' && before != b'-',
            _ => false,
        };
        bits |= u64::from(is_candidate) << i;
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(css: &str) -> Vec<usize> {
        let mut candidates = Candidates::<true>::new(css.as_bytes());
        let (mut found, mut from) = (Vec::new(), 0);
        while let Some(at) = candidates.next(from) {
            found.push(at);
            from = at + 1;
        }
        found
    }

    #[test]
    fn candidates_are_found_at_every_offset() {
        for pad in 0..140 {
            let space = "a".repeat(pad);
            for (piece, at) in [("\"", 0), ("/*", 0), ("url(", 3), (" --x", 1), ("@", 0), ("=", 0), ("'", 0), ("\\u", 0)] {
                assert_eq!(all(&format!("{space}{piece}bb")), [pad + at], "{piece} after {pad}");
            }
            for piece in ["a--m", "var(--x", "/", "rgb(", "-", "---"] {
                assert_eq!(all(&format!("{space}b{piece}bb")), Vec::<usize>::new(), "{piece} after {pad}");
            }
        }
        assert_eq!(all(""), Vec::<usize>::new());
    }

    #[test]
    fn the_fast_pass_and_the_portable_one_agree() {
        let alphabet = b"\"'=@/*\\ul(L-(anZ@`[{ ;\xc3\xa9";
        let mut state = 7u64;
        for _ in 0..5_000 {
            let mut window = [0u8; WINDOW];
            for byte in &mut window {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                *byte = alphabet[usize::try_from(state >> 33).unwrap() % alphabet.len()];
            }
            assert_eq!(candidates::<true>(&window), portable::<true>(&window));
            assert_eq!(candidates::<false>(&window), portable::<false>(&window));
        }
    }
}
