//! Articles into sentences with words, names, quantities, quotations and dates.
//!
//! Everything is a span in bytes over the stored text. The cheap layers are
//! made for every sentence; a parse is made only for sentences that a later
//! step asks about, since it costs a hundred times as much. No IO, no clock.

mod abbreviations;
mod cues;
mod dateline;
mod harm;
mod inflect;
mod label;
mod names;
mod persons;
mod quantities;
mod quotations;
mod quotes;
mod sentences;
mod speech;
mod stance;
mod terms;
mod tree;
mod words;

use std::{ops::Range, sync::OnceLock};

use throughline_model::{Article, Moment, Role, Tongue};
use throughline_temporal as temporal;

pub use cues::{
    CONNECTIVES, is_claim_noun, is_conditional, is_denial, is_hedge, is_joining, is_modal,
    is_negation, is_pronoun, moves_day,
};
pub use dateline::dateline;
pub use harm::{Harm, is_group, is_people};
pub use inflect::{is_present_of, present};
pub use label::label;
pub use names::{Name, names};
pub use persons::{
    Gender, gender, is_honorific, is_office_of_state, is_person_noun, is_role, is_title,
    keeps_capital,
};
pub use quantities::{Bound, Quantity, Relation, Unit, is_number, quantities};
pub use quotations::{Quotation, QuotationKind, Speaker};
pub use quotes::{Quote, quotes};
pub use sentences::split;
pub use speech::is_speech_verb;
pub use stance::{Modality, Outlook, Stance, condition, is_head, outlook, stance};
pub use terms::{Terms, Vector};
pub use throughline_model::{MONTHS, WEEKDAYS};
pub use throughline_temporal::{
    Anchor, DOUBTFUL, Direction, Granularity, Interval, Kind as TimexKind, Modifier,
    Range as Stretch, Sense, Timex, ranges,
};
pub use tree::Tree;
pub use words::{Word, is_stopword, stem, words};

/// One sentence of an article with its cheap annotations.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Bytes of the article's text.
    pub span: Range<usize>,
    /// Which of the article's paragraphs it stands in.
    pub paragraph: usize,
    /// Its place among the article's body sentences, from 0; the title has none.
    pub position: Option<usize>,
    /// What its paragraph is.
    pub role: Role,
    /// The time of its live-blog entry.
    pub at: Option<Moment>,
    /// A dateline at its start, as bytes of the article's text.
    pub dateline: Option<Range<usize>>,
    /// Words in order, stop words included.
    pub words: Vec<Word>,
    /// Names in order.
    pub names: Vec<Name>,
    /// Quantities in order.
    pub quantities: Vec<Quantity>,
    /// Quotations in order.
    pub quotes: Vec<Quote>,
    /// Temporal expressions in order, dateline left out.
    pub dates: Vec<Timex>,
}

impl Sentence {
    /// The sentence's own text.
    pub fn text<'a>(&self, article: &'a Article) -> &'a str {
        &article.text[self.span.clone()]
    }
}

/// An article with its annotated sentences, as every later step wants it.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The article.
    pub article: Article,
    /// Its sentences, title first.
    pub sentences: Vec<Sentence>,
    /// Made when somebody asks; most articles are only gathered.
    quotations: OnceLock<Vec<Quotation>>,
}

impl Reading {
    /// Reads an article: splits and annotates every line of it.
    pub fn of(article: Article) -> Self {
        let sentences = annotate(&article);
        Self::with(article, sentences)
    }

    /// An article with sentences that are at hand.
    pub fn with(article: Article, sentences: Vec<Sentence>) -> Self {
        Self { article, sentences, quotations: OnceLock::new() }
    }

    /// What is said in its body and by whom, in order; English only.
    pub fn quotations(&self) -> &[Quotation] {
        let find = || quotations::find(&self.article, &self.sentences);
        if Tongue::is_english(&self.article.language) {
            self.quotations.get_or_init(find)
        } else {
            &[]
        }
    }
}

fn is_body(role: Role) -> bool {
    matches!(role, Role::Body | Role::Quotation | Role::List)
}

fn annotate(article: &Article) -> Vec<Sentence> {
    let tongue = Tongue::of(&article.language);
    let mut timexes = tag(article).into_iter().peekable();
    let mut sentences = Vec::new();
    let mut position = 0;
    for (paragraph, line) in article.paragraphs.iter().enumerate() {
        let text = &article.text[line.span.clone()];
        let spans = match line.role {
            Role::Title | Role::Heading => std::iter::once(0..text.len()).collect(),
            _ => split(text, &article.language),
        };
        // Marks are paired over the whole paragraph: speech has many sentences.
        let marks = quotes(&article.text, line.span.clone());
        for (i, span) in spans.into_iter().enumerate() {
            let span = line.span.start + span.start..line.span.start + span.end;
            let body = is_body(line.role);
            let dateline = (body && i == 0)
                .then(|| dateline(&article.text[span.clone()]))
                .flatten()
                .map(|d| span.start + d.start..span.start + d.end);
            let from = dateline.as_ref().map_or(span.start, |d| d.end);
            let (words, names, quantities) = layers(&article.text, from..span.end, tongue);
            let quotes = within(&marks, &(from..span.end));
            let mut dates = Vec::new();
            while let Some(timex) = timexes.next_if(|t| t.start < span.end) {
                if timex.start >= from && timex.end <= span.end {
                    dates.push(timex);
                }
            }
            sentences.push(Sentence {
                span,
                paragraph,
                position: body.then_some(position),
                role: line.role,
                at: line.at,
                dateline,
                words,
                names,
                quantities,
                quotes,
                dates,
            });
            position += usize::from(body);
        }
    }
    sentences
}

/// The parts of a paragraph's quotations that stand in a sentence.
fn within(marks: &[Quote], span: &Range<usize>) -> Vec<Quote> {
    let first = marks.partition_point(|q| q.outer.end <= span.start);
    let here = marks[first..].iter().take_while(|q| q.outer.start < span.end);
    here.filter_map(|q| q.within(span)).collect()
}

/// The temporal expressions of an article, relative ones resolved against its
/// publication, those of a live blog's entry against the entry's own time.
pub fn tag(article: &Article) -> Vec<Timex> {
    let lines = article.paragraphs.iter().map(|line| (line.span.start, line.at));
    tag_lines(&article.text, lines, article.published, &article.language)
}

/// The same for a text of lines, each given by where it starts and the time of its entry.
pub fn tag_lines(
    text: &str,
    lines: impl Iterator<Item = (usize, Option<Moment>)>,
    published: Option<Moment>,
    language: &str,
) -> Vec<Timex> {
    let mut parts: Vec<(usize, Option<Moment>)> = vec![(0, None)];
    for (start, at) in lines {
        if parts.last().is_some_and(|(_, last)| *last != at) {
            parts.push((start, at));
        }
    }
    let ends = parts.iter().skip(1).map(|(start, _)| *start).chain([text.len()]);
    let mut found: Vec<Timex> = Vec::new();
    for ((start, at), end) in parts.iter().zip(ends) {
        let before = found.len();
        // What an entry says of "the next day" is of a day that the entry names.
        found.extend(tag_text(&text[*start..end], at.or(published), language).into_iter().map(
            |timex| Timex {
                start: start + timex.start,
                end: start + timex.end,
                anchor: match timex.anchor {
                    Anchor::Mention(index) => Anchor::Mention(before + index),
                    anchor => anchor,
                },
                ..timex
            },
        ));
    }
    found
}

/// The same for a text with what is known about it.
pub fn tag_text(text: &str, published: Option<Moment>, language: &str) -> Vec<Timex> {
    let english = Tongue::is_english(language);
    let context = temporal::Context {
        published: published.map(|p| p.datetime()),
        lines: temporal::Lines::Titled,
        language: if english { temporal::Language::English } else { temporal::Language::Other },
        ..temporal::Context::default()
    };
    temporal::tag(text, &context)
}

fn layers(text: &str, span: Range<usize>, tongue: Tongue) -> (Vec<Word>, Vec<Name>, Vec<Quantity>) {
    let english = tongue == Tongue::English;
    let words = words(text, span, english);
    let names = names(text, &words, tongue);
    let quantities = if english { quantities(text, &words) } else { Vec::new() };
    (words, names, quantities)
}
