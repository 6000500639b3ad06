//! What belongs to a page and not to the news: links, credits, cut texts.

use throughline_annotate::{Word, dateline};

use crate::{
    page::{Page, Part, Role},
    report::{Finding, Question},
};

/// Phrases of pages, in lower case.
const PHRASES: &[&str] = &[
    "read more",
    "read also",
    "click here",
    "sign up for",
    "sign up to",
    "subscribe to",
    "our newsletter",
    "getty images",
    "file photo",
    "photo by",
    "photo:",
    "photos:",
    "image:",
    "video:",
    "watch:",
    "reporting by",
    "editing by",
    "contributed to this report",
    "all rights reserved",
    "copyright ©",
    "share this",
    "follow us",
    "story has been updated",
    "pic.twitter",
    "http://",
    "https://",
    "www.",
    "scroll down",
    "related:",
    "this article was",
    "originally published",
];

/// So many words in capitals are no names.
const SHOUTED: usize = 4;

/// One finding a part.
pub fn findings(page: &Page) -> Vec<Finding> {
    let find = |part: &Part| Some(part.finding(Question::Residue, residue(part)?));
    page.parts.iter().filter_map(find).collect()
}

/// "in the harbour The mayor said": a line begins inside the sentence.
fn runs_together(part: &Part) -> bool {
    const OPENING: &[&str] =
        &["The", "A", "An", "This", "These", "It", "He", "She", "They", "In", "On", "At"];
    let written = |w: &Word| &part.text[w.span.clone()];
    part.words.windows(3).any(|run| {
        let gap = |i: usize| &part.text[run[i].span.end..run[i + 1].span.start];
        OPENING.contains(&written(&run[1]))
            && gap(0) == " "
            && gap(1) == " "
            && written(&run[0]).len() > 1
            && written(&run[2]).starts_with(char::is_lowercase)
            && !part.is_quoted(run[1].span.start)
    })
}

fn residue(part: &Part) -> Option<String> {
    let lower = part.text.to_lowercase();
    let whole = |phrase: &&&str| {
        let free = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        lower.match_indices(**phrase).any(|(at, _)| {
            free(lower[..at].chars().next_back())
                && (phrase.ends_with(['.', ':', '/'])
                    || free(lower[at + phrase.len()..].chars().next()))
        })
    };
    if let Some(phrase) = PHRASES.iter().find(whole) {
        return Some(format!("{phrase:?}"));
    }
    if dateline(part.text).is_some() {
        return Some("a dateline".to_owned());
    }
    let shouts = |w: &Word| {
        let written = &part.text[w.span.clone()];
        written.len() > 2 && written.chars().all(char::is_uppercase)
    };
    if part.words.windows(SHOUTED).any(|run| run.iter().all(shouts)) {
        return Some("words of a picture or a heading".to_owned());
    }
    if !matches!(part.role, Role::Headline | Role::Heading) && runs_together(part) {
        return Some("two lines run together".to_owned());
    }
    let text = part.text.trim_end();
    if text.ends_with("...") || text.ends_with('…') {
        return Some("it is cut off".to_owned());
    }
    let opened =
        |open: char, close: char| text.matches(open).count() != text.matches(close).count();
    if opened('(', ')') || opened('[', ']') || opened('“', '”') {
        return Some("a bracket or quotation mark has no partner".to_owned());
    }
    if text.matches('"').count() % 2 == 1 {
        return Some("a quotation mark has no partner".to_owned());
    }
    let sentence = matches!(part.role, Role::Sentence | Role::Entry | Role::Position);
    let ends = text.ends_with(['.', '!', '?', '”', '"', '’', '\'', ')', '»']);
    if sentence && !ends {
        return Some("it has no end".to_owned());
    }
    let starts_low = text.starts_with(char::is_lowercase);
    (sentence && starts_low).then(|| "it has no beginning".to_owned())
}
