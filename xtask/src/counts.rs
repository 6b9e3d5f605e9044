//! Runs a test runner, shows what it prints, and reads from it how many tests passed and failed.

use anyhow::{Context, Result};
use std::io::{BufRead, BufReader, Read};
use std::ops::AddAssign;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};

/// How many tests ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Runs the command to its end. A runner that ends badly without naming a failed test (it did not
/// compile, the browser did not start) counts as one failure, so that no run can look clean by silence.
pub(crate) fn run_counted(command: &mut Command, doing: &str) -> Result<Counts> {
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("{doing}: {:?} could not be started", command.get_program()))?;
    let counts = Arc::new(Mutex::new(Counts::default()));
    let streams: [Option<Box<dyn Read + Send>>; 2] = [
        child.stdout.take().map(|stream| Box::new(stream) as _),
        child.stderr.take().map(|stream| Box::new(stream) as _),
    ];
    let readers: Vec<_> = streams
        .into_iter()
        .flatten()
        .map(|stream| {
            let counts = Arc::clone(&counts);
            std::thread::spawn(move || follow(stream, &counts))
        })
        .collect();
    for reader in readers {
        reader.join().ok();
    }
    let status = child.wait()?;
    let mut counts = *counts.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    if !status.success() && counts.failed == 0 {
        println!("{doing} ended with {status} and named no failed test: counted as one failure");
        counts.failed = 1;
    }
    Ok(counts)
}

fn follow(stream: Box<dyn Read + Send>, counts: &Mutex<Counts>) {
    for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        if let Some(found) = read_counts(&line) {
            *counts.lock().unwrap_or_else(|poisoned| poisoned.into_inner()) += found;
        }
    }
}

/// The counts in a closing line of cargo test, nextest, wasm-bindgen's runner or node's runner.
fn read_counts(line: &str) -> Option<Counts> {
    let line = line.trim();
    // node: "ℹ pass 12", "ℹ fail 0", each on a line of its own
    let bare = line.trim_start_matches(|character: char| !character.is_ascii_alphanumeric());
    if let Some(number) = bare.strip_prefix("pass ") {
        return Some(Counts { passed: number.parse().ok()?, failed: 0 });
    }
    if let Some(number) = bare.strip_prefix("fail ") {
        return Some(Counts { passed: 0, failed: number.parse().ok()? });
    }
    if bare.strip_prefix("cancelled ").is_some() {
        let cancelled = bare.strip_prefix("cancelled ")?.parse().ok()?;
        return Some(Counts { passed: 0, failed: cancelled });
    }
    // cargo test and wasm-bindgen: "test result: ok. 12 passed; 0 failed; …"
    // nextest: "Summary [ 1.2s] 12 tests run: 11 passed, 1 failed, 0 skipped"
    if !line.starts_with("test result:") && !line.starts_with("Summary [") {
        return None;
    }
    Some(Counts {
        passed: number_before(line, "passed").unwrap_or(0),
        failed: number_before(line, "failed").unwrap_or(0) + number_before(line, "timed").unwrap_or(0),
    })
}

fn number_before(line: &str, word: &str) -> Option<u64> {
    let words: Vec<&str> = line.split_whitespace().collect();
    words
        .windows(2)
        .find_map(|pair| (pair[1].trim_end_matches([',', ';', '.']) == word).then(|| pair[0].parse().ok())?)
}

#[cfg(test)]
mod tests {
    use super::{Counts, read_counts};

    fn counts(passed: u64, failed: u64) -> Option<Counts> {
        Some(Counts { passed, failed })
    }

    #[test]
    fn every_runner_is_understood() {
        assert_eq!(read_counts("test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured"), counts(12, 0));
        assert_eq!(
            read_counts("     Summary [   0.512s] 9 tests run: 7 passed (1 slow), 2 failed, 3 skipped"),
            counts(7, 2)
        );
        assert_eq!(read_counts("     Summary [   0.010s] 1 test run: 1 passed, 0 skipped"), counts(1, 0));
        assert_eq!(
            read_counts("     Summary [  60.0s] 3 tests run: 1 passed, 1 failed, 1 timed out, 0 skipped"),
            counts(1, 2)
        );
        assert_eq!(read_counts("ℹ pass 31"), counts(31, 0));
        assert_eq!(read_counts("ℹ fail 2"), counts(0, 2));
    }

    #[test]
    fn other_lines_are_not_counted() {
        assert_eq!(read_counts("running 12 tests"), None);
        assert_eq!(read_counts("✔ pass the ball (1.2ms)"), None);
        assert_eq!(read_counts("a test that 3 passed, 1 failed"), None);
    }
}
