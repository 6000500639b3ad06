//! Quotations of which a reader is not told who says it.

use throughline_annotate::{QuotationKind, Reading};
use throughline_model::{Article, Role as Line, Tongue};

use crate::{
    lengths::count,
    page::{Page, Part},
    report::{Finding, Question},
};

/// From so many words on, words in marks inside a sentence are somebody's and
/// no name or term.
const WORDS: usize = 4;

/// One finding a part.
pub fn findings(page: &Page) -> Vec<Finding> {
    if !Tongue::is_english(&page.briefing.language) {
        return Vec::new();
    }
    page.parts.iter().filter_map(unspoken).collect()
}

fn unspoken(part: &Part) -> Option<Finding> {
    if !part.text.contains(['"', '“', '”', '‘', '«']) {
        return None;
    }
    // A page of its own, so that only the reader's words are read.
    let mut page = Article::new(None, "-", vec![(Line::Body, part.text.to_owned(), None)]);
    page.language = "en".to_owned();
    let reading = Reading::of(page);
    let text = &reading.article.text;
    let lost = reading.quotations().iter().find(|q| {
        let said = matches!(q.kind, QuotationKind::Direct | QuotationKind::Partial);
        said && q.speaker.is_none() && count(&text[q.span.clone()]) >= WORDS
    })?;
    Some(part.finding(Question::Speaker, format!("who says {:?}?", &text[lost.span.clone()])))
}
