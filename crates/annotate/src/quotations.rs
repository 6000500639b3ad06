//! Quotations: what is said, by whom, and with which verb.
//!
//! Found without a parse: news marks speech by commas, marks and a few word
//! orders, which hold across sentences and paragraphs where a tree of one
//! sentence ends, and a quotation is what a parser reads worst. So it costs
//! little and is there for every article, told or not. English only.

mod cast;
mod classes;
mod clauses;
mod frames;
mod indirect;
mod naming;
mod paragraph;
mod subjects;

use std::ops::Range;

use crate::{Sentence, quotes::Quote};

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

/// Who says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// Bytes of the words beside the verb: "he", "the mayor", "Ms Vell".
    pub mention: Range<usize>,
    /// Bytes of the fullest words for the speaker anywhere in the article: a
    /// person's full name, or the mention itself. None where a pronoun could
    /// mean several.
    pub name: Option<Range<usize>>,
}

/// A paragraph's sentences with its quotation marks paired.
pub(crate) struct Marked {
    /// Sentences by number.
    pub sentences: Range<usize>,
    /// The paragraph's quotations.
    pub quotes: Vec<Quote>,
}

/// The quotations of an article in order.
pub(crate) fn find(text: &str, sentences: &[Sentence], paragraphs: &[Marked]) -> Vec<Quotation> {
    let framed: Vec<_> = paragraphs
        .iter()
        .map(|p| frames::frames(text, &sentences[p.sentences.clone()], &p.quotes))
        .collect();
    let mut cast = cast::Cast::default();
    for tokens in framed.iter().flatten() {
        cast.read(subjects::View { text, tokens });
    }
    let mut flow = paragraph::Flow::new(text, cast);
    for (paragraph, frames) in paragraphs.iter().zip(&framed) {
        flow.read(frames, &paragraph.quotes);
    }
    flow.finish()
}
