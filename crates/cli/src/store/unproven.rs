//! What is said of a story whose briefing fails its proof: it is a fault of the program,
//! and the reader should know why the story stands still.

use throughline_follow::Touched;

use crate::say::say;

/// Says so of each such story.
pub fn say_unproven<'a>(stories: impl Iterator<Item = &'a Touched>) {
    stories.filter_map(unproven).for_each(|unproven| say(&unproven));
}

fn unproven(touched: &Touched) -> Option<String> {
    let head = &touched.head;
    let (first, others) = touched.faults.split_first()?;
    let more = if others.is_empty() { "" } else { " (and more)" };
    let stays = match head.revision {
        0 => "is not told yet".to_owned(),
        last => format!("stays as revision {last} told it"),
    };
    Some(format!(
        "story {}: its new briefing fails its proof: {first}{more}; the story {stays}, and is tried again with its next article",
        head.id
    ))
}
