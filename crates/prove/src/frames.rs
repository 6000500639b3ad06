//! Frames: the only words of ours that may stand before a passage's own.

/// The words that may open a composed statement. `{}` is a source number.
pub const FRAMES: &[&str] = &[
    "Only here: ",
    "Best account of: ",
    "Same report as [{}]: ",
    "Largely the text of [{}]; adds: ",
    "Opinion or analysis: ",
];

/// Whether a text is one of the frames with numbers in its places.
pub fn is_frame(text: &str) -> bool {
    FRAMES.iter().any(|frame| match frame.split_once("{}") {
        None => *frame == text,
        Some((before, after)) => text
            .strip_prefix(before)
            .and_then(|rest| rest.strip_suffix(after))
            .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit())),
    })
}
