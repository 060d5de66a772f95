//! Forks: a child must find SQLite's own locks free, so a fork waits until no thread of ours is inside SQLite.
//!
//! In: [`enter`] around each use of a database, and the lock files held. Out: a guard; a child without its parent's
//! locks. The pid is compared elsewhere, on every entry; this file is about what a child could not mend by itself: the
//! library's process-wide mutexes, which it can neither release nor do without, and a lock file that would stay locked
//! as long as the child lives.

use std::sync::Once;
use std::sync::atomic::{AtomicBool, AtomicI32, AtomicUsize, Ordering};

/// Lock files held, as descriptors; 0 is a free place. Enough for every database that one process may have at hand at a
/// time; one that finds no place is adopted later, when the child has ended too.
static HELD: [AtomicI32; 256] = [const { AtomicI32::new(0) }; 256];

/// Remembers a lock file that no child shall keep.
pub(crate) fn hold(descriptor: i32) {
    HELD.iter().find(|place| place.compare_exchange(0, descriptor, Ordering::SeqCst, Ordering::SeqCst).is_ok());
}

/// Forgets a lock file that is about to be closed.
pub(crate) fn let_go(descriptor: i32) {
    HELD.iter().find(|place| place.compare_exchange(descriptor, 0, Ordering::SeqCst, Ordering::SeqCst).is_ok());
}

/// Threads inside SQLite.
static INSIDE: AtomicUsize = AtomicUsize::new(0);
/// A fork is waiting or under way.
static FORKING: AtomicBool = AtomicBool::new(false);
static HOOKED: Once = Once::new();

/// A thread is inside SQLite as long as this lives.
pub(crate) struct Inside(());

impl Drop for Inside {
    fn drop(&mut self) {
        INSIDE.fetch_sub(1, Ordering::SeqCst);
    }
}

/// Announces that this thread uses SQLite until the guard is dropped.
pub(crate) fn enter() -> Inside {
    HOOKED.call_once(hooks::install);
    loop {
        INSIDE.fetch_add(1, Ordering::SeqCst);
        if !FORKING.load(Ordering::SeqCst) {
            return Inside(());
        }
        INSIDE.fetch_sub(1, Ordering::SeqCst);
        std::thread::yield_now();
    }
}

#[cfg(unix)]
mod hooks {
    use super::{FORKING, HELD, INSIDE, Ordering};
    use std::time::{Duration, Instant};

    /// A fork waits this long at most: a stuck disk must not stop the host from forking.
    const LONGEST_WAIT: Duration = Duration::from_secs(2);

    #[expect(unsafe_code, reason = "pthread_atfork has no safe form, and a child can't release SQLite's process-wide locks")]
    pub(super) fn install() {
        // SAFETY: the three functions live as long as the program, touch atomics and descriptors alone, allocate nothing in the child
        // and don't unwind.
        unsafe {
            libc::pthread_atfork(Some(before), Some(in_parent), Some(in_child));
        }
    }

    extern "C" fn before() {
        FORKING.store(true, Ordering::SeqCst);
        let start = Instant::now();
        while INSIDE.load(Ordering::SeqCst) > 0 && start.elapsed() < LONGEST_WAIT {
            std::thread::sleep(Duration::from_micros(50));
        }
    }

    extern "C" fn in_parent() {
        FORKING.store(false, Ordering::SeqCst);
    }

    #[expect(unsafe_code, reason = "the descriptors belong to values that the child never drops")]
    extern "C" fn in_child() {
        for place in &HELD {
            let descriptor = place.swap(0, Ordering::SeqCst);
            if descriptor > 0 {
                // SAFETY: an open descriptor of ours; its owner in this process's memory is forgotten, never dropped.
                unsafe { libc::close(descriptor) };
            }
        }
        // The threads that were inside don't exist here.
        INSIDE.store(0, Ordering::SeqCst);
        FORKING.store(false, Ordering::SeqCst);
    }
}

#[cfg(not(unix))]
mod hooks {
    pub(super) fn install() {}
}
