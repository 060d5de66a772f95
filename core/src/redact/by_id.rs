//! Numbers by node id for the length of one event: ids in, places out.
//!
//! Ids are dense and small, so a list serves them without hashing; wild ones go to a map.

use std::collections::HashMap;

/// Ids below this are kept in the list.
const DENSE: u32 = 1 << 22;

/// A number for each of some ids. Cleared by naming the ids, so that clearing costs what filling did.
#[derive(Default)]
pub(super) struct ById {
    /// One more than the number; 0 for none.
    dense: Vec<u32>,
    sparse: HashMap<u32, u32>,
}

impl ById {
    #[inline]
    pub(super) fn find(&self, id: u32) -> Option<u32> {
        match self.dense.get(id as usize) {
            Some(number) => number.checked_sub(1),
            None if self.sparse.is_empty() => None,
            None => self.sparse.get(&id).copied(),
        }
    }

    #[inline]
    pub(super) fn set(&mut self, id: u32, number: u32) {
        if id >= DENSE {
            self.sparse.insert(id, number);
            return;
        }
        let index = id as usize;
        if index >= self.dense.len() {
            self.dense.resize((index + 1).next_power_of_two().max(1024), 0);
        }
        if let Some(slot) = self.dense.get_mut(index) {
            *slot = number.saturating_add(1);
        }
    }

    #[inline]
    pub(super) fn unset(&mut self, id: u32) {
        match self.dense.get_mut(id as usize) {
            Some(slot) => *slot = 0,
            None => {
                self.sparse.remove(&id);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_any_size_are_kept_and_forgotten() {
        let mut places = ById::default();
        for (number, id) in [0, 5, DENSE - 1, DENSE, u32::MAX].into_iter().enumerate() {
            let number = u32::try_from(number).unwrap();
            assert_eq!(places.find(id), None);
            places.set(id, number);
            assert_eq!(places.find(id), Some(number));
            places.unset(id);
            assert_eq!(places.find(id), None);
        }
    }
}
