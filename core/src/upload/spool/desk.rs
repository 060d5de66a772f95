//! A lock with a time limit: the host's call waits a moment at most, whatever the worker is doing.
//!
//! In: a value. Out: a [`Seat`], the only way to it, while it is occupied nobody else has one.

use std::ops::{Deref, DerefMut};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::upload::fork::{self, Inside};

/// A value that one thread at a time works with.
pub(crate) struct Desk<T> {
    slot: Mutex<Option<T>>,
    freed: Condvar,
}

/// The right to work with the value. Being seated also means being inside SQLite, so a thread takes one seat at a time.
pub(crate) struct Seat<'a, T> {
    desk: &'a Desk<T>,
    value: Option<T>,
    _inside: Inside,
}

impl<T> Desk<T> {
    pub(crate) fn new(value: T) -> Self {
        Desk { slot: Mutex::new(Some(value)), freed: Condvar::new() }
    }

    /// Waits for the seat at most as long as given.
    pub(crate) fn take_within(&self, wait: Duration) -> Option<Seat<'_, T>> {
        let deadline = Instant::now().checked_add(wait);
        loop {
            let inside = fork::enter();
            let mut slot = self.lock();
            if let Some(value) = slot.take() {
                return Some(Seat { desk: self, value: Some(value), _inside: inside });
            }
            drop(inside);
            let left = deadline?.checked_duration_since(Instant::now())?;
            drop(self.freed.wait_timeout(slot, left));
        }
    }

    /// Waits for the seat as long as it takes.
    pub(crate) fn take(&self) -> Seat<'_, T> {
        loop {
            if let Some(seat) = self.take_within(Duration::from_secs(3600)) {
                return seat;
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Option<T>> {
        self.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T> Drop for Seat<'_, T> {
    fn drop(&mut self) {
        *self.desk.lock() = self.value.take();
        self.desk.freed.notify_one();
    }
}

// A seat is made with a value and loses it when dropped; the empty case can't be reached.
impl<T> Deref for Seat<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        match &self.value {
            Some(value) => value,
            None => std::process::abort(),
        }
    }
}

impl<T> DerefMut for Seat<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        match &mut self.value {
            Some(value) => value,
            None => std::process::abort(),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_seat_is_refused_in_time_and_given_on() {
        let desk = Desk::new(1);
        let seat = desk.take();
        assert!(desk.take_within(Duration::from_millis(5)).is_none());
        drop(seat);
        *desk.take_within(Duration::ZERO).unwrap() += 1;
        assert_eq!(*desk.take(), 2);
    }
}
