//! What the shape of a line says: does it end like a sentence, is it a heading,
//! is it in capitals?

/// Whether a line ends like a sentence.
pub fn ends_like_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(|c: char| "\"'”’»)]›*†".contains(c) || c.is_whitespace());
    line.ends_with(['.', '!', '?', '…', '。', '！', '？', '।', '؟', '።'])
}

/// Whether a line leads into what follows: a speaker, a list, a quotation.
pub fn leads_on(line: &str) -> bool {
    line.trim_end().ends_with([':', ';', ',', '—', '–', '-', '：'])
}

/// How many words; letters of scripts without spaces count two to a word.
pub fn words(line: &str) -> usize {
    let spaced = line.split_whitespace().count();
    if line.is_ascii() {
        return spaced;
    }
    let dense = line.chars().filter(|c| matches!(*c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{e00}'..='\u{e7f}')).count();
    spaced.max(dense / 2)
}

/// Whether a line is a heading by its shape: short, no end of a sentence.
pub fn is_heading(line: &str) -> bool {
    // Most lines are sentences, and words take long to count.
    !ends_like_sentence(line) && !leads_on(line) && (1..=12).contains(&words(line))
}

/// A question or exclamation can head a part as well: "What next?"
pub fn is_short_question(line: &str) -> bool {
    words(line) <= 9
        && line.trim_end().ends_with('?')
        && !line.starts_with(['"', '“', '‘', '\''])
        && !line[..line.len() - 1].contains(['.', '?', '!'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sees_ends_of_sentences() {
        for line in [
            "It closed.",
            "\"It closed.\"",
            "It closed.”",
            "Closed?",
            "(It closed.)",
            "閉鎖された。",
        ] {
            assert!(ends_like_sentence(line), "{line}");
        }
        for line in ["Bridge closes", "It closed, he said:", "", "'Not a swap'"] {
            assert!(!ends_like_sentence(line), "{line}");
        }
    }
}
