//! The values of a session as hashes, found again by a filter, by their first eight bytes, and by their whole.
//!
//! In: entries. Out: whether a window may begin a value, which lengths to try, and the entry of a hash.

/// What is kept of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Keyed hash of the whole folded value.
    pub full: u64,
    /// Keyed hash of its first eight bytes, or of a shorter value and its length.
    pub fast: u32,
    /// Folded length in bytes.
    pub length: u8,
    pub flags: u8,
}

/// No more values than this are kept; the oldest go first. A session with more is a machine, and memory must stay bounded.
pub(super) const LIMIT: usize = 50_000;

/// Which part of the oldest goes at once when the limit is reached, so that making room is paid for once in thousands of values.
const ROOM: usize = LIMIT / 16;

/// Bits of the filter for each entry: about one window in 64 passes by chance.
const FILTER_BITS: usize = 64;

#[derive(Clone, Default)]
pub(super) struct Index {
    entries: Vec<Entry>,
    filter: Vec<u64>,
    shift: u32,
    /// Open addressing: places of `entries` by `full`, plus one.
    by_value: Vec<u32>,
    /// Open addressing: places of `buckets` by `fast`, plus one.
    by_start: Vec<u32>,
    buckets: Vec<Bucket>,
    pub(super) has_short: bool,
    pub(super) has_long: bool,
}

/// The lengths of all values that begin alike.
#[derive(Clone)]
struct Bucket {
    fast: u32,
    lengths: [u64; 4],
}

impl Index {
    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Whether a window with this hash may begin a value.
    #[inline]
    pub(super) fn may_begin(&self, fast: u32) -> bool {
        let bit = usize::try_from(fast >> self.shift).unwrap_or_default();
        self.filter.get(bit / 64).is_some_and(|word| word >> (bit % 64) & 1 == 1)
    }

    /// The lengths of the values that begin with a window of this hash, a bit each.
    pub(super) fn lengths(&self, fast: u32) -> Option<[u64; 4]> {
        self.buckets.get(self.bucket(fast).ok()?).map(|bucket| bucket.lengths)
    }

    /// The entry of a whole value.
    pub(super) fn value(&self, full: u64, length: usize) -> Option<Entry> {
        let slot = self.slot(full).ok()?;
        self.entries.get(slot).copied().filter(|entry| usize::from(entry.length) == length)
    }

    /// Adds a value. One that is there already gets the wider protection of both.
    pub(super) fn add(&mut self, entry: Entry, narrow: u8) {
        if let Ok(place) = self.slot(entry.full) {
            if let Some(known) = self.entries.get_mut(place) {
                let narrowed = known.flags & entry.flags & narrow;
                known.flags = ((known.flags | entry.flags) & !narrow) | narrowed;
            }
            return;
        }
        if self.entries.len() >= LIMIT {
            self.entries.drain(..ROOM);
            self.rebuild();
        }
        self.entries.push(entry);
        if self.entries.len() * 2 > self.by_value.len() {
            self.rebuild();
        } else {
            self.link(self.entries.len() - 1);
        }
    }

    /// Replaces all values.
    pub(super) fn fill(&mut self, entries: Vec<Entry>) {
        self.entries = entries;
        self.rebuild();
    }

    fn rebuild(&mut self) {
        let places = (self.entries.len() * 4).next_power_of_two().max(64);
        let bits = (self.entries.len() * 2 * FILTER_BITS).next_power_of_two().max(4096);
        self.shift = 32 - bits.trailing_zeros();
        self.buckets.clear();
        for (table, size) in [(&mut self.by_value, places), (&mut self.by_start, places)] {
            table.clear();
            table.resize(size, 0);
        }
        self.filter.clear();
        self.filter.resize(bits / 64, 0);
        (self.has_short, self.has_long) = (false, false);
        for place in 0..self.entries.len() {
            self.link(place);
        }
    }

    fn link(&mut self, place: usize) {
        let Some(&entry) = self.entries.get(place) else { return };
        let bit = usize::try_from(entry.fast >> self.shift).unwrap_or_default();
        if let Some(word) = self.filter.get_mut(bit / 64) {
            *word |= 1 << (bit % 64);
        }
        if let Err(free) = self.slot(entry.full)
            && let Some(slot) = self.by_value.get_mut(free)
        {
            *slot = u32::try_from(place + 1).unwrap_or_default();
        }
        if usize::from(entry.length) < super::LONG {
            self.has_short = true;
            return;
        }
        self.has_long = true;
        let bucket = match self.bucket(entry.fast) {
            Ok(bucket) => bucket,
            Err(free) => {
                self.buckets.push(Bucket { fast: entry.fast, lengths: [0; 4] });
                if let Some(slot) = self.by_start.get_mut(free) {
                    *slot = u32::try_from(self.buckets.len()).unwrap_or_default();
                }
                self.buckets.len() - 1
            }
        };
        if let Some(word) = self.buckets.get_mut(bucket).and_then(|b| b.lengths.get_mut(usize::from(entry.length / 64))) {
            *word |= 1 << (entry.length % 64);
        }
    }

    /// The place in `entries`, or the free slot where it would be noted.
    fn slot(&self, full: u64) -> Result<usize, usize> {
        let low = u32::try_from(full & 0xffff_ffff).unwrap_or_default();
        probe(&self.by_value, low, |place| self.entries.get(place).is_some_and(|entry| entry.full == full))
    }

    fn bucket(&self, fast: u32) -> Result<usize, usize> {
        probe(&self.by_start, fast, |place| self.buckets.get(place).is_some_and(|bucket| bucket.fast == fast))
    }
}

/// Looks along a table from where the hash points: the place that is meant, or the first free slot.
fn probe(table: &[u32], hash: u32, is: impl Fn(usize) -> bool) -> Result<usize, usize> {
    let mask = table.len().wrapping_sub(1);
    let mut slot = usize::try_from(hash).unwrap_or_default() & mask;
    loop {
        match table.get(slot) {
            None | Some(0) => return Err(slot),
            Some(&place) => {
                let place = usize::try_from(place).unwrap_or_default().saturating_sub(1);
                if is(place) {
                    return Ok(place);
                }
            }
        }
        slot = (slot + 1) & mask;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(n: u64) -> Entry {
        let mixed = n.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        Entry { full: mixed, fast: u32::try_from(mixed >> 32).unwrap(), length: 9, flags: 0 }
    }

    #[test]
    fn values_are_found_and_the_oldest_go_first() {
        let mut index = Index::default();
        assert_eq!(index.value(1, 9), None);
        let total = u64::try_from(LIMIT).unwrap() + 10;
        for n in 1..=total {
            index.add(entry(n), 0);
            index.add(entry(n), 0);
        }
        assert!(index.entries().len() <= LIMIT && index.entries().len() > LIMIT / 2);
        assert_eq!(index.value(entry(1).full, 9), None);
        for n in [total, total - 40_000] {
            assert_eq!(index.value(entry(n).full, 9), Some(entry(n)));
            assert!(index.may_begin(entry(n).fast));
            assert_eq!(index.lengths(entry(n).fast), Some([1 << 9, 0, 0, 0]));
        }
    }
}
