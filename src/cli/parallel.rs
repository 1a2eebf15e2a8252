//! Work on many rows by several threads, with results in the order of the rows.

use std::collections::VecDeque;
use std::num::NonZeroUsize;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Mutex, PoisonError};
use std::thread;

use clap::Args;

/// How many jobs are under way for each thread: enough that none waits for rows while a slow one is next in the order,
/// and few enough that memory stays small.
const JOBS_PER_THREAD: usize = 4;

/// How many articles are worked on at once.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct Threads {
    /// Threads to work with; as many as the machine has cores where absent. Results are the same for any number
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: Option<u16>,
}

impl Threads {
    /// The threads that the user asked for, or as many as the machine runs at once.
    pub(super) fn count(self) -> NonZeroUsize {
        let wanted = self.threads.and_then(|wanted| NonZeroUsize::new(usize::from(wanted)));
        wanted.or_else(|| thread::available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN)
    }
}

/// Works on each row and takes the results in the order of the rows, whatever the number of threads. Rows are read and
/// results taken on the thread of the caller; `at_once` rows make a job. Ends with the first error of `take`, or `Ok`.
pub(super) fn in_order<I: Send, O: Send, E>(
    mut rows: impl Iterator<Item = I>,
    threads: NonZeroUsize,
    at_once: usize,
    work: impl Fn(I) -> O + Sync,
    mut take: impl FnMut(O) -> Result<(), E>,
) -> Result<(), E> {
    if threads == NonZeroUsize::MIN {
        return rows.map(work).try_for_each(take);
    }
    let (jobs, queue) = mpsc::channel::<(Vec<I>, SyncSender<Vec<O>>)>();
    let queue = Mutex::new(queue);
    thread::scope(|scope| {
        // Gone at the end of this scope, also after an error: then no thread waits for a job any more.
        let jobs = jobs;
        for _ in 0..threads.get() {
            scope.spawn(|| {
                while let Some((rows, answer)) = next_job(&queue) {
                    // Nobody wants the results where the caller has given up.
                    let _ = answer.send(rows.into_iter().map(&work).collect());
                }
            });
        }
        let mut under_way: VecDeque<Receiver<Vec<O>>> = VecDeque::new();
        loop {
            while under_way.len() < threads.get() * JOBS_PER_THREAD {
                let job: Vec<I> = rows.by_ref().take(at_once).collect();
                let (answer, result) = mpsc::sync_channel(1);
                if job.is_empty() || jobs.send((job, answer)).is_err() {
                    break;
                }
                under_way.push_back(result);
            }
            let Some(results) = under_way.pop_front() else { return Ok(()) };
            // No answer comes from a thread that panicked, and the scope hands the panic on.
            results.recv().into_iter().flatten().try_for_each(&mut take)?;
        }
    })
}

fn next_job<T>(queue: &Mutex<Receiver<T>>) -> Option<T> {
    queue.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    const THREADS: [usize; 4] = [1, 2, 3, 16];

    fn number(threads: usize) -> NonZeroUsize {
        NonZeroUsize::new(threads).expect("not zero")
    }

    /// The first of each few rows takes longest.
    fn uneven(row: usize) -> usize {
        if row.is_multiple_of(7) {
            thread::sleep(Duration::from_millis(2));
        }
        row * row
    }

    #[test]
    fn results_come_in_the_order_of_the_rows() {
        for (threads, at_once) in THREADS.into_iter().flat_map(|threads| [(threads, 1), (threads, 5)]) {
            for count in [0, 1, 100] {
                let mut results = Vec::new();
                let done = in_order(0..count, number(threads), at_once, uneven, |result| {
                    results.push(result);
                    Ok::<_, Infallible>(())
                });
                assert_eq!(done, Ok(()));
                assert_eq!(results, (0..count).map(|row| row * row).collect::<Vec<_>>(), "{threads} threads");
            }
        }
    }

    #[test]
    fn an_error_ends_the_work() {
        for threads in THREADS {
            let worked = AtomicUsize::new(0);
            let work = |row| {
                worked.fetch_add(1, Ordering::Relaxed);
                uneven(row)
            };
            let ended =
                in_order(0.., number(threads), 1, work, |result| if result == 100 { Err(result) } else { Ok(()) });
            assert_eq!(ended, Err(100), "{threads} threads");
            let most = 11 + threads * JOBS_PER_THREAD;
            assert!(worked.into_inner() <= most, "{threads} threads read on");
        }
    }

    #[test]
    fn rows_are_read_no_further_than_needed() {
        for threads in [2, 16] {
            let read = AtomicUsize::new(0);
            let rows = (0..500).inspect(|_| _ = read.fetch_add(1, Ordering::Relaxed));
            let mut taken = 0;
            let done = in_order(rows, number(threads), 1, uneven, |_| {
                taken += 1;
                let ahead = read.load(Ordering::Relaxed) - taken;
                if ahead < threads * JOBS_PER_THREAD { Ok(()) } else { Err(ahead) }
            });
            assert_eq!((done, taken), (Ok(()), 500), "{threads} threads");
        }
    }

    #[test]
    fn a_panic_is_handed_on() {
        let panicked = std::panic::catch_unwind(|| {
            in_order(0..100, number(2), 1, |row| assert_ne!(row, 50), |()| Ok::<_, Infallible>(()))
        });
        assert!(panicked.is_err());
    }
}
