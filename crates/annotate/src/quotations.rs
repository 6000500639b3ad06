//! Quotations: what is said, by whom, and with which verb.
//!
//! Found without a parse: news marks speech by commas, marks and a few word
//! orders, which hold across sentences and paragraphs where a tree of one
//! sentence ends, and a quotation is what a parser reads worst. So it costs
//! little and can be had of every article, told or not. English only.

mod classes;
mod clauses;
mod frames;
mod indirect;
mod joint;
mod naming;
mod paragraph;
mod people;
mod phrases;
mod subjects;

use std::ops::Range;

use throughline_model::Article;

use crate::{
    Sentence, is_body,
    quotes::{Quote, quotes},
};
use frames::Token;

/// How words are quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuotationKind {
    /// Whole speech in marks.
    Direct,
    /// Somebody's words in marks inside a sentence of the outlet's.
    Partial,
    /// Speech told without marks: "said that the bridge would close".
    Indirect,
    /// Marks around a title, a name or a term that nobody is said to say.
    Term,
}

/// A quotation with its speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// How it is quoted.
    pub kind: QuotationKind,
    /// Bytes of what is said, without marks.
    pub span: Range<usize>,
    /// Bytes with the marks.
    pub outer: Range<usize>,
    /// Who says it, where that is told.
    pub speaker: Option<Speaker>,
    /// Bytes of the verb that tells it; speech that goes on has none.
    pub verb: Option<Range<usize>>,
}

impl Quotation {
    /// Whether it is the title of a work: "The Salt Road".
    pub fn is_title(&self, text: &str) -> bool {
        self.kind == QuotationKind::Term && is_title(&text[self.outer.clone()])
    }
}

/// Who says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// Bytes of the words beside the verb: "he", "the mayor", "Ms Vell and Mr Roe".
    pub mention: Range<usize>,
    /// Bytes of the fullest words for the speaker anywhere in the article, of
    /// each where several speak: a person's full name, or the mention itself.
    /// None where a pronoun could mean several.
    pub names: Vec<Range<usize>>,
}

/// The quotations of an article in order.
pub(crate) fn find(article: &Article, sentences: &[Sentence]) -> Vec<Quotation> {
    let text = &article.text;
    // Marks are paired over the whole paragraph: speech has many sentences.
    let paragraphs: Vec<(Vec<Quote>, Vec<Vec<Token>>)> = sentences
        .chunk_by(|a, b| a.paragraph == b.paragraph)
        .filter(|lines| is_body(lines[0].role))
        .map(|lines| {
            let marks = quotes(text, article.paragraphs[lines[0].paragraph].span.clone());
            let frames = frames::frames(text, lines, &marks);
            (marks, frames)
        })
        .collect();
    let mut people = people::People::default();
    for tokens in paragraphs.iter().flat_map(|(_, frames)| frames) {
        people.read(subjects::View { text, tokens });
    }
    let mut flow = paragraph::Flow::new(text, people);
    for (marks, frames) in &paragraphs {
        flow.read(frames, marks);
    }
    flow.finish()
}

/// "The Salt Road": every longer word has a capital, and no sentence ends.
fn is_title(outer: &str) -> bool {
    let inner = outer.trim_matches(|c: char| !c.is_alphanumeric());
    let mut words = inner.split_whitespace().filter(|w| w.chars().count() > 3).peekable();
    words.peek().is_some()
        && inner.split_whitespace().count() < 9
        && inner.contains(' ')
        && words.all(|w| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
}
