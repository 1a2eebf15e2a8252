//! Ctrl-C, and what else ends a run from outside, leaves no half file behind.

use std::path::PathBuf;
use std::sync::{Mutex, Once, PoisonError};
use std::{fs, process};

/// The exit status of a run that was interrupted, as shells know it.
const INTERRUPTED: i32 = 130;

static HALF_DONE: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());
static HANDLED: Once = Once::new();

/// Removes a file or folder that is not finished yet if the run is interrupted. Nothing happens to what has got its name.
pub(super) fn remove_half_done(path: PathBuf) {
    HALF_DONE.lock().unwrap_or_else(PoisonError::into_inner).push(path);
    HANDLED.call_once(|| {
        let handled = ctrlc::set_handler(|| {
            for path in HALF_DONE.lock().unwrap_or_else(PoisonError::into_inner).iter() {
                // It is gone already where the file has got its name.
                let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
            }
            process::exit(INTERRUPTED);
        });
        // Where signals cannot be handled, a run ends as it would without this.
        drop(handled);
    });
}
