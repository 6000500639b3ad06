//! [`Page`]: a briefing as a reader meets it, part by part, and the articles
//! beside it as they can be read from the briefing alone.

use std::collections::{BTreeSet, HashSet};

use throughline_annotate::{Reading, Sentence, Tree, Word, quotes, tag_text, words};
use throughline_gather::{Owners, families};
use throughline_model::{Article, Briefing, CitedArticle, Place, Role as Line, Statement, Tongue};
use throughline_prove::FRAMES;

use crate::{
    claim::{Claim, Weights, spans},
    lengths::count,
    report::{Finding, Question},
};

/// Fewer words are a heading or a fragment.
const SENTENCE: usize = 7;

/// What a part of a briefing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// At the top.
    Headline,
    /// Over a section.
    Heading,
    /// In a section.
    Sentence,
    /// Of a source.
    Note,
    /// In the timeline.
    Entry,
    /// In a disagreement.
    Position,
}

/// One statement, read.
pub struct Part<'a> {
    /// Where it stands.
    pub place: Place,
    /// What it is.
    pub role: Role,
    /// Which section it stands in, from 0.
    pub section: Option<usize>,
    /// The statement.
    pub statement: &'a Statement,
    /// Its text without the frame of a note.
    pub text: &'a str,
    /// Its words.
    pub words: Vec<Word>,
    /// Its tree, over `text`.
    pub tree: Tree,
    /// What it says.
    pub claim: Claim,
}

impl Part<'_> {
    /// A token in lower case.
    pub fn lower(&self, token: usize) -> String {
        self.text[self.tree.span(token)].to_lowercase()
    }

    /// A finding at this part.
    pub fn finding(&self, question: Question, reason: impl Into<String>) -> Finding {
        let (place, text) = (self.place.to_string(), self.statement.text.clone());
        Finding { question, place, text, reason: reason.into() }
    }

    /// Whether a byte stands in quotation marks.
    pub fn is_quoted(&self, byte: usize) -> bool {
        quotes(self.text, 0..self.text.len()).iter().any(|q| q.outer.contains(&byte))
    }
}

/// A briefing with its articles, read.
pub struct Page<'a> {
    /// The briefing.
    pub briefing: &'a Briefing,
    /// Its statements in reading order.
    pub parts: Vec<Part<'a>>,
    /// Its articles.
    pub readings: Vec<Reading>,
    /// The witness that each article is, by number.
    pub families: Vec<usize>,
    /// How much the words of the story tell.
    pub weights: Weights,
    /// What each body sentence of each article says, speech left out: article,
    /// sentence, claim.
    pub told: Vec<(usize, usize, Claim)>,
    /// The words of the articles' bodies in lower case.
    pub words: BTreeSet<String>,
}

impl<'a> Page<'a> {
    /// Reads a briefing and the articles that it holds.
    pub fn of(briefing: &'a Briefing) -> Self {
        let readings: Vec<Reading> =
            briefing.articles.iter().map(|a| Reading::of(article(a))).collect();
        let mut told = Vec::new();
        for (number, reading) in readings.iter().enumerate() {
            for (at, sentence) in reading.sentences.iter().enumerate() {
                let written = sentence.text(&reading.article);
                if sentence.position.is_some() && !is_speech(sentence) && is_news(written) {
                    let dates = spans(&sentence.dates);
                    let claim = Claim::of(&reading.article.text, &sentence.words, &dates);
                    told.push((number, at, claim));
                }
            }
        }
        let weights = Weights::of_story(told.iter().map(|(_, _, claim)| claim));
        let families = witnesses(briefing, &readings);
        let named = capitals(&readings);
        let body = readings.iter().flat_map(|r| &r.sentences).filter(|s| s.position.is_some());
        let words = body.flat_map(|s| &s.words).map(|w| w.lower.clone()).collect();
        let parts = parts(briefing, &named);
        Self { briefing, parts, readings, families, weights, told, words }
    }

    /// The parts of some kinds.
    pub fn all<'b>(&'b self, roles: &'b [Role]) -> impl Iterator<Item = &'b Part<'a>> {
        self.parts.iter().filter(move |p| roles.contains(&p.role))
    }
}

/// Whether a line of an article is a sentence of its news: no heading, no
/// caption, and nothing about the asking.
fn is_news(text: &str) -> bool {
    let lower = text.to_lowercase();
    let asks = ["respond to", "request for comment", "requests for comment", "photos:", "photo:"];
    text.trim_end().ends_with(['.', '!', '?', '”', '"', '’', '\'', ')'])
        && count(text) >= SENTENCE
        && !asks.iter().any(|phrase| lower.contains(phrase))
}

/// Whether most of a sentence is somebody's own words: an opinion that many
/// quote is no fact that a briefing owes.
fn is_speech(sentence: &Sentence) -> bool {
    let quoted: usize = sentence.quotes.iter().map(|q| q.inner.len()).sum();
    2 * quoted > sentence.span.len()
}

/// Words that the articles write with a capital inside a sentence.
fn capitals(readings: &[Reading]) -> HashSet<String> {
    let mut found = HashSet::new();
    for reading in readings {
        for sentence in reading.sentences.iter().filter(|s| s.position.is_some()) {
            let names = sentence.names.iter().filter(|n| !n.opens);
            found.extend(names.flat_map(|n| n.key.split(' ')).map(str::to_owned));
        }
    }
    found
}

/// A heading as it would be written in a sentence: a parser takes the capitals
/// of headline style for names.
fn lowered(text: &str, words: &[Word], named: &HashSet<String>) -> String {
    let mut lowered = text.to_owned();
    for word in words {
        let written = &text[word.span.clone()];
        let initial = written.chars().next().filter(char::is_ascii_uppercase);
        let shouts = written.chars().filter(|c| c.is_uppercase()).count() > 1;
        if initial.is_some() && !shouts && !named.contains(&word.lower) {
            lowered.replace_range(word.span.clone(), &written.to_ascii_lowercase());
        }
    }
    lowered
}

fn parts<'a>(briefing: &'a Briefing, named: &HashSet<String>) -> Vec<Part<'a>> {
    // A heading that is the headline again is not printed.
    let is_printed = |(place, s): &(Place, &Statement)| {
        !matches!(place, Place::Heading(_)) || s.text != briefing.headline.text
    };
    let listed: Vec<(Place, &Statement)> = briefing.statements().filter(is_printed).collect();
    let english = Tongue::is_english(&briefing.language);
    let parsed: Vec<String> = listed
        .iter()
        .map(|(place, s)| match part(*place).0 {
            Role::Headline | Role::Heading => {
                lowered(&s.text, &words(&s.text, 0..s.text.len(), english), named)
            }
            _ => unframed(&s.text).to_owned(),
        })
        .collect();
    let trees = Tree::parse(&parsed.iter().map(|text| (text.as_str(), 0)).collect::<Vec<_>>());
    let mut parts = Vec::with_capacity(listed.len());
    for ((place, statement), tree) in listed.into_iter().zip(trees) {
        let text = unframed(&statement.text);
        let words = words(text, 0..text.len(), english);
        let dates = spans(&tag_text(text, None, &briefing.language));
        let claim = Claim::of(text, &words, &dates);
        let (role, section) = part(place);
        parts.push(Part { place, role, section, statement, text, words, tree, claim });
    }
    parts
}

/// What stands in a place, and the section that it is of.
fn part(place: Place) -> (Role, Option<usize>) {
    match place {
        Place::Heading(section) => (Role::Heading, Some(section)),
        Place::Sentence(section, _) => (Role::Sentence, Some(section)),
        Place::Note(_) => (Role::Note, None),
        Place::Entry(_) => (Role::Entry, None),
        Place::Position(..) => (Role::Position, None),
        // The others hold no statement.
        Place::Headline | Place::Source(_) | Place::Field(_) => (Role::Headline, None),
    }
}

fn unframed(text: &str) -> &str {
    let after = |frame: &&str| match frame.split_once("{}") {
        None => text.strip_prefix(*frame),
        Some((before, after)) => text.strip_prefix(before)?.split_once(after).map(|(_, rest)| rest),
    };
    FRAMES.iter().find_map(after).unwrap_or(text)
}

/// An article as far as a briefing holds it: the roles of its lines are lost.
fn article(cited: &CitedArticle) -> Article {
    let times = cited.lines().map(|(_, at)| at);
    let lines = cited.text.lines().zip(times).skip(1);
    let lines = lines.map(|(line, at)| (Line::Body, line.to_owned(), at));
    let title = cited.text.lines().next().unwrap_or_default();
    let mut article = Article::new(cited.url.clone(), title, lines.collect());
    article.id.clone_from(&cited.id);
    article.outlet.clone_from(&cited.outlet);
    article.published = cited.published;
    article.language.clone_from(&cited.language);
    article
}

/// Witnesses by the texts and outlets, and those that the briefing calls one:
/// it knows of owners and credits what the texts do not say.
fn witnesses(briefing: &Briefing, readings: &[Reading]) -> Vec<usize> {
    let called: Vec<Option<&str>> = readings
        .iter()
        .map(|r| briefing.sources.iter().find(|s| s.article == r.article.id))
        .map(|source| source.map(|s| s.family.as_str()))
        .collect();
    let mut found = families(readings, &Owners::new());
    for a in 0..found.len() {
        for b in 0..a {
            if called[a].is_some() && called[a] == called[b] && found[a] != found[b] {
                let (from, to) = (found[a].max(found[b]), found[a].min(found[b]));
                found.iter_mut().filter(|f| **f == from).for_each(|f| *f = to);
            }
        }
    }
    found
}
