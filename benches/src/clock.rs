//! Measuring: work in, its CPU time and a hash of its input out.

use std::time::{Duration, Instant};

/// The best of several rounds, in CPU time of this thread. Rounds end when `limit` of the wall clock is used up.
pub fn best(limit: Duration, mut work: impl FnMut()) -> Duration {
    let (mut best, start) = (Duration::MAX, Instant::now());
    for round in 0..12 {
        let before = cpu_time();
        work();
        best = best.min(cpu_time() - before);
        if round >= 1 && start.elapsed() > limit {
            break;
        }
    }
    best
}

/// CPU time of one run.
pub fn once(work: impl FnOnce()) -> Duration {
    let before = cpu_time();
    work();
    cpu_time() - before
}

fn cpu_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(u64::try_from(time.tv_sec).unwrap(), u32::try_from(time.tv_nsec).unwrap())
}

/// FNV-1a, to tell whether two runs measured the same bytes.
pub fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for byte in parts.into_iter().flatten() {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}
