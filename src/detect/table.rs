//! A small hash table from folded phrases to a byte of meaning, built once. In: phrases. Out: lookups of a few nanoseconds.

use super::fold;

/// Flags of an entry.
pub(crate) const WEAK: u8 = 1;
pub(crate) const STEM: u8 = 2;
pub(crate) const FILLER: u8 = 4;
pub(crate) const CANCEL: u8 = 8;
/// The phrase has this meaning as a whole word (and not only as filler or stem).
pub(crate) const WHOLE: u8 = 16;

/// What a phrase means.
#[derive(Clone, Copy, Default)]
pub(crate) struct Entry {
    tag: u32,
    /// Index of the class the phrase belongs to as a whole word.
    pub class: u8,
    /// Index of the class the phrase belongs to as a stem.
    pub stem: u8,
    /// `WEAK`, `STEM`, `FILLER`, `CANCEL`, `WHOLE`.
    pub flags: u8,
}

/// Open addressing over folded hashes, with a bit map in front that answers most misses.
pub(crate) struct Table {
    slots: Vec<Entry>,
    bits: Vec<u64>,
    mask: usize,
}

impl Table {
    /// An empty table for about `entries` phrases.
    pub(crate) fn with_capacity(entries: usize) -> Self {
        let size = (entries * 2).next_power_of_two().max(64);
        Table { slots: vec![Entry::default(); size], bits: vec![0; size * 4 / 64], mask: size - 1 }
    }

    #[inline]
    fn bit(&self, hash: u64) -> (usize, u64) {
        let n = usize::try_from(hash >> 24).unwrap_or(0) & (self.mask * 4 + 3);
        (n / 64, 1 << (n % 64))
    }

    fn tag(hash: u64) -> u32 {
        u32::try_from(hash >> 32).unwrap_or(0) | 1
    }

    /// Adds a meaning to a phrase; the first class given to a phrase stays.
    pub(crate) fn insert(&mut self, phrase: &str, class: u8, flags: u8) {
        let hash = fold::hash_words(phrase);
        let (word, bit) = self.bit(hash);
        if let Some(w) = self.bits.get_mut(word) {
            *w |= bit;
        }
        let tag = Self::tag(hash);
        let mut at = usize::try_from(hash & 0xffff_ffff).unwrap_or(0) & self.mask;
        while let Some(slot) = self.slots.get_mut(at) {
            if slot.tag == 0 || slot.tag == tag {
                slot.tag = tag;
                if flags & STEM != 0 && slot.flags & STEM == 0 {
                    slot.stem = class;
                }
                if flags & WHOLE != 0 && slot.flags & WHOLE == 0 {
                    slot.class = class;
                    slot.flags |= flags & WEAK;
                }
                slot.flags |= flags & !WEAK;
                return;
            }
            at = (at + 1) & self.mask;
        }
    }

    /// The meaning of a phrase by its finished hash.
    #[inline]
    pub(crate) fn get(&self, hash: u64) -> Option<Entry> {
        let (word, bit) = self.bit(hash);
        if self.bits.get(word)? & bit == 0 {
            return None;
        }
        let tag = Self::tag(hash);
        let mut at = usize::try_from(hash & 0xffff_ffff).unwrap_or(0) & self.mask;
        loop {
            let slot = self.slots.get(at)?;
            if slot.tag == tag {
                return Some(*slot);
            }
            if slot.tag == 0 {
                return None;
            }
            at = (at + 1) & self.mask;
        }
    }
}
