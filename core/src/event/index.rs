//! First stage of reading: JSON text in, the places of its quotes, structural characters and beginnings of numbers and
//! literals out, 64 bytes at a time.
//!
//! What stands inside strings leaves no place, and neither do a colon right behind a quote and a comma right before one:
//! they can be read beside the quote, and are a third of all structural characters. AVX2 where the processor has it, SSE2 on any other x86-64, a portable
//! loop elsewhere; all three give the same places.

/// Set in the place of a closing quote whose string holds a backslash.
pub(crate) const ESCAPED: u32 = 1 << 31;

/// One bit a byte, lowest bit first.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
struct Maps {
    quote: u64,
    backslash: u64,
    /// `{}[]`
    bracket: u64,
    colon: u64,
    comma: u64,
    /// Below 0x20.
    control: u64,
    /// Space, tab, line feed, carriage return.
    blank: u64,
}

/// What one block leaves for the next.
#[derive(Default)]
pub(crate) struct Index {
    /// All ones while a string is open.
    in_string: u64,
    /// 1 if the block before ended in an odd run of backslashes.
    carry_escape: u64,
    /// 1 if the block before ended in a number or literal.
    carry_scalar: u64,
    /// 1 if the block before ended in a quote.
    carry_quote: u64,
    /// Whether the string that is open has held a backslash.
    dirty: bool,
    /// Where a control character stands inside a string.
    pub(crate) control: Option<usize>,
}

impl Index {
    pub(crate) fn is_in_string(&self) -> bool {
        self.in_string != 0
    }

    /// Appends the places of `text[from..]` to `out` and returns where it stopped: at the first end of a block at or
    /// behind `to` that is outside any string, behind `limit`, at a control character or at the end of the text.
    /// `from` is a multiple of 64 and the text shorter than 2^31.
    pub(crate) fn run(&mut self, text: &[u8], from: usize, to: usize, limit: usize, out: &mut Vec<u32>) -> usize {
        #[cfg(target_arch = "x86_64")]
        {
            if std::is_x86_feature_detected!("avx2") && std::is_x86_feature_detected!("bmi1") && std::is_x86_feature_detected!("lzcnt") {
                // SAFETY: the processor has the features, which was asked in the line before.
                #[allow(unsafe_code)]
                return unsafe { x86::run_avx2(self, text, from, to, limit, out) };
            }
            x86::run_sse2(self, text, from, to, limit, out)
        }
        #[cfg(not(target_arch = "x86_64"))]
        self.run_with(text, from, to, limit, out, portable)
    }

    #[inline(always)]
    fn run_with(
        &mut self,
        text: &[u8],
        from: usize,
        to: usize,
        limit: usize,
        out: &mut Vec<u32>,
        maps: impl Fn(&[u8; 64]) -> Maps,
    ) -> usize {
        let mut at = from;
        let mut padded = [b' '; 64];
        while at < text.len() && (at < to || (self.in_string != 0 && at < limit)) {
            let block: &[u8; 64] = match text.get(at..at + 64).and_then(|b| b.try_into().ok()) {
                Some(block) => block,
                None => {
                    for (to, from) in padded.iter_mut().zip(text.get(at..).unwrap_or_default()) {
                        *to = *from;
                    }
                    &padded
                }
            };
            let quote_follows = text.get(at + 64) == Some(&b'"');
            self.block(at, maps(block), quote_follows, out);
            at += 64;
            if self.control.is_some() {
                break;
            }
        }
        at.min(text.len())
    }

    #[inline(always)]
    fn block(&mut self, at: usize, maps: Maps, quote_follows: bool, out: &mut Vec<u32>) {
        let before = self.in_string;
        let mut quotes = maps.quote;
        if maps.backslash | self.carry_escape != 0 {
            quotes &= !escaped_by(maps.backslash, &mut self.carry_escape);
        }
        let strings = prefix_xor(quotes) ^ before;
        // The shift is arithmetic on purpose.
        self.in_string = ((strings.cast_signed()) >> 63).cast_unsigned();
        let scalar = !(maps.bracket | maps.colon | maps.comma | maps.blank | maps.quote);
        let starts = scalar & !(scalar << 1 | self.carry_scalar);
        self.carry_scalar = scalar >> 63;
        let colons = maps.colon & !(quotes << 1 | self.carry_quote);
        self.carry_quote = quotes >> 63;
        let commas = maps.comma & !(quotes >> 1 | u64::from(quote_follows) << 63);
        let mut bits = quotes | ((maps.bracket | colons | commas | starts) & !strings);
        let controls = maps.control & strings;
        if controls != 0 {
            let first = controls.trailing_zeros();
            self.control = Some(at + first as usize);
            bits &= (1u64 << first) - 1;
        }
        // Places are below 2^31, see `run`.
        #[allow(clippy::cast_possible_truncation)]
        let base = at as u32;
        if maps.backslash == 0 && !self.dirty {
            push_places(bits, base, out);
        } else {
            self.push_marked(bits, quotes, strings, maps.backslash, base, out);
        }
    }

    /// As `push_places`, with the closing quotes of strings that hold a backslash marked.
    fn push_marked(&mut self, mut bits: u64, quotes: u64, strings: u64, backslash: u64, base: u32, out: &mut Vec<u32>) {
        let mut opened = 0u32;
        let mut dirty = self.dirty;
        while bits != 0 {
            let bit = bits.trailing_zeros();
            bits &= bits - 1;
            let mut place = base + bit;
            if quotes >> bit & 1 == 1 {
                if strings >> bit & 1 == 1 {
                    opened = bit + 1;
                    dirty = false;
                } else {
                    let inside = backslash & ((1u64 << bit) - 1) & u64::MAX.checked_shl(opened).unwrap_or(0);
                    if dirty || inside != 0 {
                        place |= ESCAPED;
                    }
                    dirty = false;
                }
            }
            out.push(place);
        }
        self.dirty = self.in_string != 0 && (dirty || backslash & u64::MAX.checked_shl(opened).unwrap_or(0) != 0);
    }
}

/// Appends a place for each bit.
#[inline(always)]
fn push_places(mut bits: u64, base: u32, out: &mut Vec<u32>) {
    if bits == 0 {
        return;
    }
    let count = bits.count_ones() as usize;
    if out.capacity() - out.len() < 64 {
        out.reserve(64);
    }
    let from = out.len();
    let Some(spare) = out.spare_capacity_mut().first_chunk_mut::<64>() else { return };
    // Eight at a time whether or not there are as many: what is written too much lies beyond the new length.
    for eight in spare.as_chunks_mut::<8>().0.iter_mut().take(count.div_ceil(8)) {
        for slot in eight {
            slot.write(base.wrapping_add(bits.trailing_zeros()));
            bits &= bits.wrapping_sub(1);
        }
    }
    // SAFETY: there is room for 64, a block has at most 64 bits, and the loop wrote the first `count` of them.
    #[allow(unsafe_code)]
    unsafe {
        out.set_len(from + count);
    }
}

/// Bits of the characters that an odd run of backslashes escapes. `carry` is 1 if the block before ended in such a run.
#[inline(always)]
fn escaped_by(backslash: u64, carry: &mut u64) -> u64 {
    // As simdjson does it: of the bits that follow a backslash, those at an odd distance from the start of its run.
    const ODD: u64 = 0xaaaa_aaaa_aaaa_aaaa;
    let potential = backslash & !*carry;
    let maybe = potential << 1;
    let series = (maybe | ODD).wrapping_sub(potential) ^ ODD;
    let escaped = series ^ (backslash | *carry);
    *carry = (series & backslash) >> 63;
    escaped
}

/// Each bit becomes the parity of itself and all bits below: the inside of strings from their quotes.
#[inline(always)]
fn prefix_xor(mut bits: u64) -> u64 {
    bits ^= bits << 1;
    bits ^= bits << 2;
    bits ^= bits << 4;
    bits ^= bits << 8;
    bits ^= bits << 16;
    bits ^= bits << 32;
    bits
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    use super::{Index, Maps};
    use std::arch::x86_64::{
        __m128i, __m256i, _mm_cmpeq_epi8, _mm_loadu_si128, _mm_max_epu8, _mm_movemask_epi8, _mm_or_si128, _mm_set1_epi8, _mm256_cmpeq_epi8,
        _mm256_loadu_si256, _mm256_max_epu8, _mm256_or_si256, _mm256_set1_epi8,
    };

    #[target_feature(enable = "avx2,bmi1,lzcnt,popcnt")]
    pub(super) fn run_avx2(index: &mut Index, text: &[u8], from: usize, to: usize, limit: usize, out: &mut Vec<u32>) -> usize {
        index.run_with(text, from, to, limit, out, |block| maps_avx2(block))
    }

    pub(super) fn run_sse2(index: &mut Index, text: &[u8], from: usize, to: usize, limit: usize, out: &mut Vec<u32>) -> usize {
        index.run_with(text, from, to, limit, out, maps_sse2)
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    #[allow(unsafe_code)]
    pub(super) fn maps_avx2(block: &[u8; 64]) -> Maps {
        let (low, high) = block.split_at(32);
        // SAFETY: each half is 32 readable bytes; the loads need no alignment.
        let (low, high) =
            unsafe { (_mm256_loadu_si256(low.as_ptr().cast::<__m256i>()), _mm256_loadu_si256(high.as_ptr().cast::<__m256i>())) };
        Maps {
            quote: both(is(low, b'"'), is(high, b'"')),
            backslash: both(is(low, b'\\'), is(high, b'\\')),
            bracket: both(bracket(low), bracket(high)),
            colon: both(is(low, b':'), is(high, b':')),
            comma: both(is(low, b','), is(high, b',')),
            control: both(control(low), control(high)),
            blank: both(blank(low), blank(high)),
        }
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    fn both(low: __m256i, high: __m256i) -> u64 {
        u64::from(movemask(low)) | u64::from(movemask(high)) << 32
    }

    /// One bit a byte.
    ///
    /// Written as the instruction, since the compiler would take the intrinsic apart: it follows each bit through the
    /// arithmetic on the masks and works on 64 of them one by one, at five times the cost.
    #[inline]
    #[target_feature(enable = "avx2")]
    #[allow(unsafe_code)]
    fn movemask(bytes: __m256i) -> u32 {
        let bits: u32;
        // SAFETY: the instruction is part of AVX2, reads one register and writes another.
        unsafe {
            std::arch::asm!("vpmovmskb {0:e}, {1}", out(reg) bits, in(ymm_reg) bytes, options(pure, nomem, nostack, preserves_flags));
        }
        bits
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    fn is(bytes: __m256i, byte: u8) -> __m256i {
        _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(byte.cast_signed()))
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    fn bracket(bytes: __m256i) -> __m256i {
        // `{` and `[`, `}` and `]` differ in bit 5 alone.
        let lower = _mm256_or_si256(bytes, _mm256_set1_epi8(0x20));
        _mm256_or_si256(is(lower, b'{'), is(lower, b'}'))
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    fn control(bytes: __m256i) -> __m256i {
        let bound = _mm256_set1_epi8(0x1f);
        _mm256_cmpeq_epi8(_mm256_max_epu8(bytes, bound), bound)
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    fn blank(bytes: __m256i) -> __m256i {
        _mm256_or_si256(_mm256_or_si256(is(bytes, b' '), is(bytes, b'\n')), _mm256_or_si256(is(bytes, b'\r'), is(bytes, b'\t')))
    }

    #[inline(always)]
    #[allow(unsafe_code)]
    pub(super) fn maps_sse2(block: &[u8; 64]) -> Maps {
        let mut maps = Maps::default();
        for (i, chunk) in block.as_chunks::<16>().0.iter().enumerate() {
            // SAFETY: SSE2 is part of every x86-64 target, and `chunk` is 16 readable bytes; the load needs no alignment.
            let bits = unsafe {
                let bytes = _mm_loadu_si128(chunk.as_ptr().cast::<__m128i>());
                let is = |b: u8| _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b.cast_signed()));
                let lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
                let is_lower = |b: u8| _mm_cmpeq_epi8(lower, _mm_set1_epi8(b.cast_signed()));
                let bound = _mm_set1_epi8(0x1f);
                let control = _mm_cmpeq_epi8(_mm_max_epu8(bytes, bound), bound);
                let blank = _mm_or_si128(_mm_or_si128(is(b' '), is(b'\t')), _mm_or_si128(is(b'\n'), is(b'\r')));
                let bracket = _mm_or_si128(is_lower(b'{'), is_lower(b'}'));
                [is(b'"'), is(b'\\'), bracket, is(b':'), is(b','), control, blank].map(|m| _mm_movemask_epi8(m))
            };
            let [quote, backslash, bracket, colon, comma, control, blank] = bits.map(|m| u64::from(m.cast_unsigned()) << (i * 16));
            maps.quote |= quote;
            maps.backslash |= backslash;
            maps.bracket |= bracket;
            maps.colon |= colon;
            maps.comma |= comma;
            maps.control |= control;
            maps.blank |= blank;
        }
        maps
    }
}

#[cfg(any(not(target_arch = "x86_64"), test))]
fn portable(block: &[u8; 64]) -> Maps {
    let mut maps = Maps::default();
    for (i, byte) in block.iter().enumerate() {
        let bit = 1u64 << i;
        match byte {
            b'"' => maps.quote |= bit,
            b'\\' => maps.backslash |= bit,
            b'{' | b'}' | b'[' | b']' => maps.bracket |= bit,
            b':' => maps.colon |= bit,
            b',' => maps.comma |= bit,
            b' ' => maps.blank |= bit,
            0..=0x1f => maps.control |= bit,
            _ => {}
        }
        if matches!(byte, b'\t' | b'\n' | b'\r') {
            maps.blank |= bit;
        }
    }
    maps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_arch = "x86_64")]
    #[test]
    fn every_way_gives_the_same_maps() {
        for start in 0..=255u8 {
            let mut block = [0u8; 64];
            for (i, b) in block.iter_mut().enumerate() {
                *b = start.wrapping_add(u8::try_from(i).unwrap());
            }
            // 0x1b | 0x20 is `;`, not a bracket; 0x5b and 0x5d are.
            assert_eq!(x86::maps_sse2(&block), portable(&block), "from {start}");
            if std::is_x86_feature_detected!("avx2") {
                // SAFETY: the processor has AVX2.
                #[allow(unsafe_code)]
                let maps = unsafe { x86::maps_avx2(&block) };
                assert_eq!(maps, portable(&block), "from {start}");
            }
        }
    }

    #[test]
    fn escapes_are_what_a_slow_reader_finds() {
        let mut random = 7u64;
        let mut carry = 0;
        let mut escape_next = false;
        for _ in 0..2000 {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let backslash = random & random.rotate_left(17) | random.rotate_left(31) & 0xf0;
            let mut slow = 0u64;
            for bit in 0..64 {
                if escape_next {
                    slow |= 1 << bit;
                    escape_next = false;
                } else if backslash >> bit & 1 == 1 {
                    escape_next = true;
                }
            }
            assert_eq!(escaped_by(backslash, &mut carry), slow);
            assert_eq!(carry == 1, escape_next);
        }
    }

    #[test]
    fn places_of_a_text() {
        let text = br#"{"a\"":[1, true],"b":"x"}                                              {"c":2}"#;
        let mut out = Vec::new();
        let mut index = Index::default();
        assert_eq!(index.run(text, 0, text.len(), text.len(), &mut out), text.len());
        let plain: Vec<usize> = out.iter().map(|p| (p & !ESCAPED) as usize).collect();
        // The colons behind "a\"" and "b" and the comma before "b" are read beside their quotes.
        assert_eq!(plain, [0, 1, 5, 7, 8, 9, 11, 15, 17, 19, 21, 23, 24, 71, 72, 74, 76, 77]);
        assert_eq!(out.iter().filter(|p| **p & ESCAPED != 0).count(), 1);
        assert!(out[2] & ESCAPED != 0);
        assert_eq!(text[*plain.last().unwrap()], b'}');
    }
}
