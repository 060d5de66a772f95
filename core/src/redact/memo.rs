//! What was found harmless before: short texts and attribute lists in, whether they need no second look out.
//!
//! Pages repeat themselves: classes, styles, statuses, dates. A slot holds the bytes themselves and compares them, so that
//! two texts never answer for each other; only what held nothing personal is kept, in memory, and a later text of the same
//! hash takes the slot over.

/// Longest entry that is kept: longer ones rarely come again, and cost more to compare.
pub(super) const LONGEST: usize = 80;

/// Slots: with their bytes they fit the second cache of a processor.
const SLOTS: usize = 2048;

/// One remembered entry.
#[derive(Clone)]
struct Slot {
    /// What the entry was asked about: a kind of text, an element.
    about: u64,
    length: u8,
    bytes: [u8; LONGEST],
    /// What the owner of the memo has noted.
    note: Note,
}

/// What is known of an entry.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub(super) struct Note {
    /// Any value that depends on the entry alone.
    pub value: u64,
    /// In which circumstances the entry was found harmless.
    pub context: u64,
    /// At which time; what was typed since may stand in it.
    pub epoch: u64,
}

/// A table of entries. It allocates when the first one is put in.
#[derive(Default)]
pub(super) struct Memo {
    slots: Vec<Slot>,
}

/// The place of an entry.
#[derive(Clone, Copy)]
pub(super) struct Place(usize);

impl Memo {
    /// The place of `bytes`, and what is known of them. None where they are too long to keep.
    #[inline]
    pub(super) fn find(&self, about: u64, bytes: &[u8]) -> Option<(Place, Option<Note>)> {
        if bytes.len() > LONGEST {
            return None;
        }
        let place = Place(usize::try_from(hash(about, bytes) >> 53).unwrap_or_default() % SLOTS);
        Some((place, self.at(place, about, bytes)))
    }

    /// What is known of `bytes` if they stand at `place`.
    #[inline]
    pub(super) fn at(&self, place: Place, about: u64, bytes: &[u8]) -> Option<Note> {
        let slot = self.slots.get(place.0)?;
        let same = slot.about == about && usize::from(slot.length) == bytes.len() && slot.bytes.get(..bytes.len()) == Some(bytes);
        same.then_some(slot.note)
    }

    /// Notes something of `bytes`; whatever stood at the place is forgotten.
    pub(super) fn put(&mut self, place: Place, about: u64, bytes: &[u8], note: Note) {
        if self.slots.is_empty() {
            self.slots.resize(SLOTS, Slot { about: u64::MAX, length: 0, bytes: [0; LONGEST], note: Note::default() });
        }
        if let Some(slot) = self.slots.get_mut(place.0)
            && let Ok(length) = u8::try_from(bytes.len())
            && let Some(to) = slot.bytes.get_mut(..bytes.len())
        {
            to.copy_from_slice(bytes);
            slot.about = about;
            slot.length = length;
            slot.note = note;
        }
    }
}

/// Mixes eight bytes at a time. Whoever finds texts of one hash makes them take turns in a slot, and gains nothing.
#[inline]
fn hash(about: u64, bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = (about ^ (bytes.len() as u64).rotate_left(32)).wrapping_mul(FACTOR);
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        hash = (hash.rotate_left(23) ^ u64::from_le_bytes(*word)).wrapping_mul(FACTOR);
    }
    let mut last = [0u8; 8];
    for (to, from) in last.iter_mut().zip(rest) {
        *to = *from;
    }
    hash = (hash.rotate_left(23) ^ u64::from_le_bytes(last)).wrapping_mul(FACTOR);
    hash ^ hash >> 29
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_answers_for_itself_alone() {
        let mut memo = Memo::default();
        let (place, known) = memo.find(1, b"open").unwrap();
        assert_eq!(known, None);
        let note = Note { value: 7, context: 2, epoch: 3 };
        memo.put(place, 1, b"open", note);
        assert_eq!(memo.find(1, b"open").unwrap().1, Some(note));
        assert_eq!(memo.find(2, b"open").unwrap().1, None);
        assert_eq!(memo.find(1, b"oqen").unwrap().1, None);
        memo.put(place, 1, b"paid", note);
        assert_eq!(memo.at(place, 1, b"open"), None);
        assert!(memo.find(1, &[b'x'; LONGEST + 1]).is_none());
    }
}
