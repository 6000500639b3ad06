//! What only the lines together show: a title said again, captions among
//! sentences, a tail of links, a line that stands twice.

use std::collections::HashSet;

use throughline_model::Role;

use super::{
    line::{Verdict, judge},
    shape::{ends_like_sentence, is_heading, is_short_question, leads_on, words},
};
use crate::{draft::Line, headline, pattern::patterns};

patterns! {
    LINKS = r"(?i)^(?:read (?:more|also|next)|see also|also read|related(?: stories)?|more on this|further reading)\s*:$";
    DAY = r"^(?:\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th|\.)? \p{L}{3,9}\.?,? \d{4})$";
}

/// So many lines at the start of a text may say when it was written,
const HEAD: usize = 6;

/// and so many at its end.
const TAIL: usize = 4;

/// So many titles of other stories may stand under "Read more:",
const MOST_LINKS: usize = 8;

/// of so many words each.
const LINK: usize = 25;

/// Lines without residue, and what the residue said about the article.
#[derive(Debug, Default)]
pub struct Cleaned {
    /// What stays.
    pub lines: Vec<Line>,
    /// What went, for the dates and names in it.
    pub dropped: Vec<String>,
}

/// How the lines came to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The page's own elements say what each line is.
    Markup,
    /// Nothing but lines.
    Plain,
}

/// Takes residue out of an article's lines.
pub fn clean(lines: Vec<Line>, title: Option<&str>, source: Source) -> Cleaned {
    let mut cleaned = Cleaned::default();
    let mut seen = HashSet::new();
    let count = lines.len();
    let links = links_begin(&lines);
    for (at, mut line) in lines.into_iter().enumerate() {
        if links.is_some_and(|links| at >= links) {
            cleaned.dropped.push(line.text);
            continue;
        }
        if let Some(title) = title {
            match title_again(&line.text, title, at) {
                Again::No => {}
                Again::Whole => continue,
                Again::Start(rest) => line.text = rest,
            }
        }
        match judge(&line.text) {
            // Days in the middle of a text head what came to pass on them.
            Verdict::Drop if at >= HEAD && at + TAIL < count && DAY.is_match(&line.text) => {
                line.role = Role::Heading;
            }
            Verdict::Drop => {
                cleaned.dropped.push(line.text);
                continue;
            }
            Verdict::Role(role, text) => {
                // What the page itself calls a heading or caption stays one.
                if matches!(line.role, Role::Body | Role::List | Role::Quotation | Role::Note) {
                    line.role = role;
                }
                line.text = text;
            }
            Verdict::Keep(text) => line.text = text,
        }
        let twice = line.text.chars().count() > 20 && !seen.insert(headline::hash(&line.text));
        if !twice {
            cleaned.lines.push(line);
        }
    }
    drop_tail_of_links(&mut cleaned);
    if source == Source::Plain {
        roles_by_shape(&mut cleaned.lines);
    } else {
        headings_by_shape(&mut cleaned.lines);
    }
    drop_headings_of_nothing(&mut cleaned);
    drop_labels(&mut cleaned);
    cleaned
}

/// Where a text ends with the titles of other stories under "Read more:", whatever they end with.
fn links_begin(lines: &[Line]) -> Option<usize> {
    let first = lines.len().saturating_sub(MOST_LINKS + 1);
    let links = first + lines[first..].iter().position(|line| LINKS.is_match(line.text.trim()))?;
    let titles = &lines[links + 1..];
    // Two sentences are the text that goes on.
    let sentences = titles.iter().filter(|line| ends_like_sentence(&line.text)).count();
    let are_links = sentences < 2 && titles.iter().all(|line| words(&line.text) <= LINK);
    are_links.then_some(links)
}

enum Again {
    No,
    Whole,
    Start(String),
}

/// Titles stand again as the first line, alone or with the byline after them.
fn title_again(line: &str, title: &str, at: usize) -> Again {
    if at > 4 {
        return Again::No;
    }
    if !ends_like_sentence(line) && headline::same(line, title) || line.trim() == title.trim() {
        return Again::Whole;
    }
    match line.strip_prefix(title.trim()) {
        Some(rest) if words(title) >= 3 && rest.starts_with(char::is_whitespace) && at < 2 => {
            Again::Start(rest.trim().to_owned())
        }
        _ => Again::No,
    }
}

/// Headlines of other stories after the last sentence: lines at the end that
/// are no sentences, when there are several of them.
fn drop_tail_of_links(cleaned: &mut Cleaned) {
    let body = |line: &Line| line.role == Role::Body;
    let Some(last) = cleaned.lines.iter().rposition(|l| body(l) && ends_like_sentence(&l.text))
    else {
        return;
    };
    let tail = &cleaned.lines[last + 1..];
    let loose =
        tail.iter().filter(|l| body(l) && !leads_on(&l.text) && words(&l.text) <= 25).count();
    if loose >= 2 && loose == tail.len() && last >= 2 {
        let gone = cleaned.lines.split_off(last + 1);
        cleaned.dropped.extend(gone.into_iter().map(|line| line.text));
    }
}

/// Plain lines: what does not end like a sentence among lines that do is a
/// heading when it is short, and text of a picture when it is long.
fn roles_by_shape(lines: &mut [Line]) {
    let long: Vec<bool> = lines
        .iter()
        .filter(|l| l.role == Role::Body && words(&l.text) >= 13)
        .map(|l| ends_like_sentence(&l.text))
        .collect();
    let sentences = long.iter().filter(|ends| **ends).count();
    // A text without full stops tells nothing by leaving them out.
    let punctuated = sentences * 10 >= long.len() * 4 && sentences > 0;
    for at in 0..lines.len() {
        let line = &lines[at];
        if line.role != Role::Body
            || ends_like_sentence(&line.text) && !is_short_question(&line.text)
        {
            continue;
        }
        let follows = lines
            .get(at + 1)
            .is_some_and(|next| next.role == Role::Body && words(&next.text) > words(&line.text));
        if is_short_question(&line.text) {
            if follows && at > 0 {
                lines[at].role = Role::Heading;
            }
        } else if is_heading(&line.text) {
            lines[at].role = Role::Heading;
        } else if punctuated && !leads_on(&line.text) && words(&line.text) <= 60 {
            lines[at].role = if at == 0 { Role::Heading } else { Role::Caption };
        }
    }
}

/// Marked-up lines: a short paragraph without a full stop is a heading which
/// the page only made bold; a longer one before the text is its summary.
fn headings_by_shape(lines: &mut [Line]) {
    let running = |line: &Line| line.role == Role::Body && ends_like_sentence(&line.text);
    let has_text = lines.iter().filter(|line| running(line)).count() >= 3;
    let mut begun = false;
    for line in lines {
        // A list above the text sums it up, in half sentences.
        if has_text && line.role == Role::List && !begun {
            line.role = Role::Heading;
        }
        if line.role != Role::Body {
            continue;
        }
        let summary = !begun && !ends_like_sentence(&line.text) && !leads_on(&line.text);
        let heading = is_heading(&line.text) && !line.text.contains("://");
        if heading || (summary && words(&line.text) <= 40) {
            line.role = Role::Heading;
        } else {
            begun = true;
        }
    }
}

/// Names of sections stand above an article: "WORLD NEWS".
fn drop_labels(cleaned: &mut Cleaned) {
    let label = |line: &Line| {
        line.role == Role::Heading
            && words(&line.text) <= 3
            && !line.text.chars().any(char::is_lowercase)
    };
    while cleaned.lines.first().is_some_and(label) {
        cleaned.dropped.push(cleaned.lines.remove(0).text);
    }
}

/// A heading with nothing after it heads what was taken away.
fn drop_headings_of_nothing(cleaned: &mut Cleaned) {
    while cleaned.lines.last().is_some_and(|line| line.role == Role::Heading) {
        if let Some(line) = cleaned.lines.pop() {
            cleaned.dropped.push(line.text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, title: &str) -> String {
        let lines = text.lines().map(|l| Line::new(Role::Body, l)).collect();
        let cleaned = clean(lines, Some(title), Source::Plain);
        let lines = cleaned.lines.iter().map(|l| format!("{:?}: {}", l.role, l.text));
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn cleans_a_text() {
        let text = "Bridge closes after cracks
By Jane Doe, County Reporter
Updated 10:30 AM ET, Tue March 12, 2026
Photo
The bridge was closed on Monday after engineers found cracks in two of the hangers.
Engineers look up at the hangers of the old bridge on Monday morning in Wenlow
'A danger to all'
The council said on Monday that nobody would be let onto the bridge before Christmas.
What happens next?
It said that a ferry would run from Wednesday between Quay Street and the tannery.
Read more:
Ten years on, the fire at the market
The old bridge was lost from the maps 12 years ago. A clerk just found it.
How to get to work without the bridge";
        let expected = "Body: The bridge was closed on Monday after engineers found cracks in two of the hangers.
Caption: Engineers look up at the hangers of the old bridge on Monday morning in Wenlow
Heading: 'A danger to all'
Body: The council said on Monday that nobody would be let onto the bridge before Christmas.
Heading: What happens next?
Body: It said that a ferry would run from Wednesday between Quay Street and the tannery.";
        assert_eq!(shown(text, "Bridge closes after cracks"), expected);
    }

    #[test]
    fn keeps_a_giant_paragraph_and_text_without_stops() {
        let giant = "The bridge was closed on Monday. ".repeat(200);
        assert_eq!(shown(&giant, "Bridge"), format!("Body: {}", giant.trim()));
        let bare = "the bridge was closed on monday and nobody knows for how long it will be so\nit was opened in 1958 and has carried eighteen thousand cars a day since then they say";
        assert_eq!(shown(bare, "Bridge").matches("Body").count(), 2);
    }
}
