//! [`Sheet`]: paragraphs, hanging labels and rules put onto lines.

use super::{
    TextStyle,
    paint::{Ink, paint},
    wrap::{Run, columns, wrap},
};

/// Below this many columns for the text, a label goes on a line of its own.
const NARROW: usize = 28;

/// Lines of output, growing.
pub(super) struct Sheet<'a> {
    style: &'a TextStyle,
    out: String,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(style: &'a TextStyle) -> Self {
        Self { style, out: String::new() }
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    /// An empty line.
    pub(super) fn gap(&mut self) {
        self.out.push('\n');
    }

    /// A paragraph, all its lines indented.
    pub(super) fn paragraph(&mut self, indent: usize, runs: &[Run]) {
        for line in wrap(runs, self.style.width.saturating_sub(indent)) {
            self.line(indent, &line);
        }
    }

    /// A paragraph beside a label: the text hangs at column `hang`. Where that
    /// leaves too little room, or the label is too long, the label stands above.
    pub(super) fn hanging(&mut self, indent: usize, label: &[Run], hang: usize, runs: &[Run]) {
        let label_end = indent + label.iter().map(|run| columns(&run.text)).sum::<usize>();
        if label_end >= hang || self.style.width < hang + NARROW && hang > indent + 4 {
            self.paragraph(indent, label);
            self.paragraph(indent + 2, runs);
            return;
        }
        let lines = wrap(runs, self.style.width.saturating_sub(hang));
        let Some((first, rest)) = lines.split_first() else {
            self.line(indent, label);
            return;
        };
        let mut joined = label.to_vec();
        joined.push(Run::new(" ".repeat(hang - label_end), Ink::Plain));
        joined.extend_from_slice(first);
        self.line(indent, &joined);
        for line in rest {
            self.line(hang, line);
        }
    }

    /// A line across the sheet with words in it: "── Timeline ─────".
    pub(super) fn rule(&mut self, title: &str, ink: Ink) {
        let lead = "── ";
        let used = columns(lead) + columns(title) + 1;
        let Some(left) = self.style.width.checked_sub(used) else {
            self.paragraph(0, &[Run::new(title, ink)]);
            return;
        };
        let title = Run::new(format!("{title} "), ink);
        let end = Run::new("─".repeat(left), Ink::Faint);
        self.line(0, &[Run::new(lead, Ink::Faint), title, end]);
    }

    fn line(&mut self, indent: usize, runs: &[Run]) {
        self.out.push_str(&" ".repeat(indent));
        for run in runs {
            paint(&run.text, run.ink, run.link.as_deref(), self.style, &mut self.out);
        }
        self.out.push('\n');
    }
}
