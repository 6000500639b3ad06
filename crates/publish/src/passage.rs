//! A passage as it is shown: the exact words between the words around them.

use throughline_model::Evidence;

/// How many code points of context an evidence carries at most.
const FULL_CONTEXT: usize = 32;

/// What stands before and after a passage on its own line, in whole words,
/// with an ellipsis where the line goes on.
pub(crate) fn context(evidence: &Evidence) -> (String, String) {
    (before(&evidence.prefix), after(&evidence.suffix))
}

fn before(prefix: &str) -> String {
    let line_start = prefix.rfind('\n').map(|at| at + 1);
    let line = &prefix[line_start.unwrap_or(0)..];
    if line_start.is_some() || prefix.chars().count() < FULL_CONTEXT {
        return line.to_owned();
    }
    // The first word is cut in most cases; a script without spaces is kept whole.
    let whole = line.find(char::is_whitespace).map_or(line, |at| line[at..].trim_start());
    format!("…{whole}")
}

fn after(suffix: &str) -> String {
    let line_end = suffix.find('\n');
    let line = &suffix[..line_end.unwrap_or(suffix.len())];
    if line_end.is_some() || suffix.chars().count() < FULL_CONTEXT {
        return line.to_owned();
    }
    let whole = line.rfind(char::is_whitespace).map_or(line, |at| line[..at].trim_end());
    format!("{whole}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_stays_on_the_line_and_in_whole_words() {
        assert_eq!(before("Bridge closes\nThe "), "The ");
        assert_eq!(before(""), "");
        assert_eq!(before("e minister said at the harbour, "), "…minister said at the harbour, ");
        assert_eq!(after(" on Monday.\nNext line"), " on Monday.");
        assert_eq!(after(" on Monday, the harbour master sa"), " on Monday, the harbour master…");
        assert_eq!(after(""), "");
    }
}
