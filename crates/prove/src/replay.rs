//! Doing recorded edits again.

use throughline_model::Edit;

/// The text that edits make of a passage.
///
/// # Errors
/// A reason in words where an edit lies outside the passage, overlaps the one
/// before it, or does not find what it says stood there.
pub fn replay(exact: &str, edits: &[Edit]) -> Result<String, String> {
    let chars: Vec<char> = exact.chars().collect();
    let mut text = String::with_capacity(exact.len());
    let mut at = 0;
    for edit in edits {
        if edit.start < at || edit.end < edit.start || edit.end > chars.len() {
            return Err(format!("{}..{} is out of order or out of range", edit.start, edit.end));
        }
        let stood: String = chars[edit.start..edit.end].iter().collect();
        if stood != edit.from {
            return Err(format!("{:?} stands where {:?} is said to", stood, edit.from));
        }
        text.extend(&chars[at..edit.start]);
        text.push_str(&edit.to);
        at = edit.end;
    }
    text.extend(&chars[at..]);
    Ok(text)
}
