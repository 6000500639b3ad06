//! The rule of letter case, spaces and punctuation: no word, figure, quotation
//! or question becomes another.

use crate::rules::{Case, Verdict, need};

/// Checks that an edit changes only how its words look.
pub fn check(case: &Case) -> Verdict {
    let (from, to) = (case.edit.from.as_str(), case.edit.to.as_str());
    let end = case.edit.end == case.evidence.exact.chars().count();
    if end && to == "." && matches!(from, "" | "," | ";" | ":") {
        return Ok(());
    }
    // "At 3 p.m." less the day behind it ends in a full stop all the same.
    let stopped = || case.statement.text.ends_with('.') || is_headline(&case.statement.text);
    if end && from == "." && to.is_empty() && stopped() {
        return Ok(());
    }
    // “nearer 1,200,” where nothing goes on after it.
    if from == "," && matches!(to, "" | ".") && closes(case) {
        return Ok(());
    }
    need(!from.is_empty(), "it puts a mark inside the sentence")?;
    let (stood, stands) = (marks(from), marks(to));
    need(stood.to_lowercase() == stands.to_lowercase(), "it changes letters, digits or marks")?;
    if stood == stands {
        return Ok(());
    }
    let capitals =
        stood.split(' ').zip(stands.split(' ')).all(|(a, b)| is_raised(a, b) || is_calmed(a, b));
    need(capitals, "it changes the case inside a word")?;
    need(
        opens(case) || is_headline(&case.statement.text),
        "a capital inside a sentence makes a name",
    )
}

/// Spaces as one, quotation marks and dashes in one form.
fn marks(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| match c {
            '“' | '”' => '"',
            '‘' | '’' => '\'',
            '—' => '–',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect();
    plain.replace("--", "–").split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The first letter became a capital, or nothing changed.
fn is_raised(from: &str, to: &str) -> bool {
    let mut chars = from.chars();
    let raised: String =
        chars.next().map_or(String::new(), |c| c.to_uppercase().chain(chars).collect());
    from == to || raised == to
}

/// "MINISTER" became "Minister"; short ones are abbreviations.
fn is_calmed(from: &str, to: &str) -> bool {
    let shouted = from.chars().filter(|c| c.is_alphabetic()).count() > 4
        && !from.chars().any(char::is_lowercase);
    shouted && is_raised(&from.to_lowercase(), to)
}

/// Whether nothing that is told stands after the edit.
fn closes(case: &Case) -> bool {
    let mut after = case.evidence.exact.chars().enumerate().skip(case.edit.end);
    after.all(|(at, c)| is_cut(case, at) || !c.is_alphanumeric())
}

fn is_cut(case: &Case, at: usize) -> bool {
    case.statement.edits.iter().any(|e| e.start <= at && at < e.end && e.to.is_empty())
}

/// Whether nothing that is told stands before the edit.
fn opens(case: &Case) -> bool {
    let edits = &case.statement.edits;
    let chars: Vec<char> = case.evidence.exact.chars().take(case.edit.start).collect();
    let cut = |at: usize| is_cut(case, at);
    let put = edits.iter().any(|e| e.end <= case.edit.start && !e.to.is_empty() && e.end > 0);
    !put && (0..chars.len()).all(|at| cut(at) || !chars[at].is_alphanumeric())
}

/// Whether a text is in headline style: no long word outside quotations is small.
pub fn is_headline(text: &str) -> bool {
    let quoted = throughline_annotate::quotes(text, 0..text.len());
    let words = throughline_annotate::words(text, 0..text.len(), true);
    words.iter().filter(|w| !quoted.iter().any(|q| q.outer.contains(&w.span.start))).all(|w| {
        let word = &text[w.span.clone()];
        w.lower.chars().count() <= 4
            || throughline_annotate::is_stopword(&w.lower)
            || !word.starts_with(char::is_lowercase)
    })
}
