//! Progress: the current stage, on standard error, if that is a terminal and the input is large.

use std::io::{self, IsTerminal};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use testimonia::{Source, Stage};

/// Bytes of text that take about half a second.
const WORTH_A_LOOK: usize = 500_000;

/// A progress bar over the stages, or nothing.
#[derive(Debug)]
pub(crate) struct Progress(Option<ProgressBar>);

impl Progress {
    pub(crate) fn new(sources: &[Source], quiet: bool) -> Self {
        let bytes: usize = sources.iter().map(|source| source.text().len()).sum();
        if quiet || bytes < WORTH_A_LOOK || !io::stderr().is_terminal() {
            return Self(None);
        }
        let bar = ProgressBar::new(Stage::ALL.len() as u64);
        let template = format!("{{spinner}} [{{bar:24}}] {{msg}} of {} sources, {{elapsed}}", sources.len());
        if let Ok(style) = ProgressStyle::with_template(&template) {
            bar.set_style(style.progress_chars("=> "));
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        Self(Some(bar))
    }

    /// Shows that a stage has begun.
    pub(crate) fn begin(&self, stage: Stage) {
        let Some(bar) = &self.0 else { return };
        bar.set_position(Stage::ALL.iter().take_while(|&&before| before < stage).count() as u64);
        bar.set_message(match stage {
            Stage::Text => "sentences",
            Stage::Mention => "names, numbers, dates and quotations",
            Stage::Align => "sentences that say the same",
            Stage::Entity => "who is who in the texts",
            Stage::Provenance => "which text derives from which",
            _ => "agreements and discrepancies",
        });
    }

    /// Clears the line after the last stage.
    pub(crate) fn end(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
