//! A bar on stderr for work of more than a second, where somebody watches.

use std::{
    io::IsTerminal,
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

const PATIENCE: Duration = Duration::from_secs(1);

/// Counts steps; draws nothing within the first second, nor where stderr is no
/// terminal.
pub struct Progress {
    bar: ProgressBar,
    started: Instant,
}

impl Progress {
    /// A bar for so many steps of what is named.
    pub fn new(steps: usize, what: &'static str) -> Self {
        let bar = ProgressBar::with_draw_target(Some(steps as u64), ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.set_message(what);
        Self { bar, started: Instant::now() }
    }

    /// One step is done.
    pub fn step(&self) {
        let due = self.bar.is_hidden() && self.started.elapsed() > PATIENCE;
        if due && std::io::stderr().is_terminal() {
            self.bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(4));
        }
        self.bar.inc(1);
    }

    /// Does something that writes to stderr, the bar out of its way.
    pub fn aside(&self, act: impl FnOnce()) {
        self.bar.suspend(act);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
