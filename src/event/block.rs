//! Bit maps of 64 bytes of JSON text: where quotes, backslashes, structural and control characters stand.
//!
//! In: 64 bytes. Out: one bit a byte in four maps. SSE2, which every x86-64 has, or a portable loop.

/// One bit a byte, lowest bit first.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub(crate) struct Maps {
    pub quote: u64,
    pub backslash: u64,
    /// `{}[]:,`
    pub structural: u64,
    /// Below 0x20.
    pub control: u64,
}

#[cfg(target_arch = "x86_64")]
#[allow(unsafe_code)]
pub(crate) fn maps(block: &[u8; 64]) -> Maps {
    use std::arch::x86_64::{__m128i, _mm_cmpeq_epi8, _mm_loadu_si128, _mm_max_epu8, _mm_movemask_epi8, _mm_or_si128, _mm_set1_epi8};
    let mut maps = Maps::default();
    for (i, chunk) in block.as_chunks::<16>().0.iter().enumerate() {
        // SAFETY: SSE2 is part of every x86-64 target, and `chunk` is 16 readable bytes; the load needs no alignment.
        let (quote, backslash, structural, control) = unsafe {
            let bytes = _mm_loadu_si128(chunk.as_ptr().cast::<__m128i>());
            let is = |b: u8| _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b.cast_signed()));
            // `{` and `[`, `}` and `]` differ in bit 5 alone.
            let lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
            let is_lower = |b: u8| _mm_cmpeq_epi8(lower, _mm_set1_epi8(b.cast_signed()));
            let structural = _mm_or_si128(_mm_or_si128(is_lower(b'{'), is_lower(b'}')), _mm_or_si128(is(b':'), is(b',')));
            let control = _mm_cmpeq_epi8(_mm_max_epu8(bytes, _mm_set1_epi8(0x1f)), _mm_set1_epi8(0x1f));
            (_mm_movemask_epi8(is(b'"')), _mm_movemask_epi8(is(b'\\')), _mm_movemask_epi8(structural), _mm_movemask_epi8(control))
        };
        let shift = i * 16;
        let wide = |m: i32| u64::from(m.cast_unsigned()) << shift;
        maps.quote |= wide(quote);
        maps.backslash |= wide(backslash);
        maps.structural |= wide(structural);
        maps.control |= wide(control);
    }
    maps
}

#[cfg(not(target_arch = "x86_64"))]
pub(crate) fn maps(block: &[u8; 64]) -> Maps {
    portable(block)
}

#[cfg(any(not(target_arch = "x86_64"), test))]
fn portable(block: &[u8; 64]) -> Maps {
    let mut maps = Maps::default();
    for (i, byte) in block.iter().enumerate() {
        let bit = 1u64 << i;
        match byte {
            b'"' => maps.quote |= bit,
            b'\\' => maps.backslash |= bit,
            b'{' | b'}' | b'[' | b']' | b':' | b',' => maps.structural |= bit,
            0..=0x1f => maps.control |= bit,
            _ => {}
        }
    }
    maps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fast_and_portable_agree_on_every_byte() {
        for start in 0..=255u8 {
            let mut block = [0u8; 64];
            for (i, b) in block.iter_mut().enumerate() {
                *b = start.wrapping_add(u8::try_from(i).unwrap());
            }
            // 0x1b | 0x20 is `;`, not a bracket; 0x5b and 0x5d are.
            assert_eq!(maps(&block), portable(&block), "from {start}");
        }
    }
}
