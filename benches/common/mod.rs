//! What the benches share.

use std::time::{Duration, Instant};

/// The median time of some runs.
pub fn median(mut run: impl FnMut(), times: usize) -> Duration {
    let mut taken: Vec<Duration> = (0..times)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    taken.sort_unstable();
    taken[times / 2]
}
