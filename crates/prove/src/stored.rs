//! The stored articles with what is read out of them once: whether the hash is
//! right, the sentences, the temporal expressions, the trees of single sentences.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

use throughline_annotate::{Timex, Word, dateline, split, tag_lines, words};
use throughline_model::{CitedArticle, Evidence, Tongue, sha256_hex};
use throughline_syntax::{Doc, Pipeline, Wants};

use crate::{
    content::Content,
    parsed::{Parsed, Trees},
};

/// The articles at hand, by id.
pub struct Stored<'a> {
    by_id: HashMap<&'a str, Held<'a>>,
    /// The year that a date without a year is read in: the newest article's.
    pub year: Option<i16>,
    small: OnceLock<HashSet<String>>,
    /// Passages and what is put for words of theirs, as they were read: many
    /// statements rest on one.
    contents: Mutex<HashMap<String, Arc<Content>>>,
}

/// One article at hand.
pub struct Held<'a> {
    /// The article.
    pub article: &'a CitedArticle,
    is_genuine: bool,
    dates: OnceLock<Vec<Timex>>,
    words: OnceLock<Vec<Word>>,
    trees: Arc<Trees>,
}

impl<'a> Stored<'a> {
    /// Holds these articles, the first of two with one id; what is parsed of them
    /// goes to `parsed`, and what is there is not parsed again.
    pub fn new(articles: &'a [CitedArticle], parsed: &Parsed) -> Self {
        let mut by_id = HashMap::new();
        for article in articles {
            by_id.entry(article.id.as_str()).or_insert_with(|| Held::new(article, parsed));
        }
        let year = articles.iter().filter_map(|a| a.published).max().map(|p| p.date().year());
        Self { by_id, year, small: OnceLock::new(), contents: Mutex::default() }
    }

    /// The article with this id.
    pub fn get(&self, id: &str) -> Option<&Held<'a>> {
        self.by_id.get(id)
    }

    /// The article of a passage, with the passage's bytes.
    pub fn place(&self, evidence: &Evidence) -> Option<(&Held<'a>, Range<usize>)> {
        let held = self.get(&evidence.article)?;
        Some((held, evidence.bytes(&held.article.text)?))
    }

    /// The trees of sentences, each given by its article's id and its bytes there; empty where there
    /// is no such text. They are made together: alone a tree costs half as much again.
    pub fn trees(&self, sentences: &[(&str, Range<usize>)]) -> Vec<Arc<Doc>> {
        let held = |(id, span): &(&str, Range<usize>)| {
            let held = self.get(id)?;
            held.article.text.get(span.clone()).map(|text| (held, text))
        };
        let places: Vec<_> = sentences.iter().map(held).collect();
        let missing: Vec<_> = places
            .iter()
            .zip(sentences)
            .filter_map(|(place, (_, span))| Some(((*place)?, span)))
            .filter(|((held, _), span)| !held.trees.all().contains_key(*span))
            .collect();
        // Copies of an article have the same sentences.
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        let mut texts: Vec<&str> = Vec::new();
        for ((_, text), _) in &missing {
            numbers.entry(*text).or_insert_with(|| {
                texts.push(*text);
                texts.len() - 1
            });
        }
        let docs = Pipeline::english().parse_many(&texts, Wants::SENTENCE);
        let docs: Vec<Arc<Doc>> = docs.into_iter().map(Arc::new).collect();
        for ((held, text), span) in missing {
            held.trees.all().insert(span.clone(), Arc::clone(&docs[numbers[text]]));
        }
        let found = places.into_iter().zip(sentences).map(|(place, (_, span))| match place {
            Some((held, _)) => held.tree(span),
            None => Arc::new(parse("")),
        });
        found.collect()
    }

    /// Whether the articles write a word without a capital.
    pub fn has_small(&self, lower: &str) -> bool {
        let is_small = |word: &&str| !word.contains(char::is_uppercase);
        let small = self.small.get_or_init(|| {
            let all = self.iter().flat_map(|held| {
                let text = held.article.text.as_str();
                held.words().iter().map(|w| &text[w.span.clone()])
            });
            all.filter(is_small).map(str::to_owned).collect()
        });
        small.contains(lower)
    }

    /// The words and figures of a passage.
    pub fn content(&self, passage: &str) -> Arc<Content> {
        let mut contents = self.contents.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = contents.get(passage) {
            return Arc::clone(known);
        }
        let content = Arc::new(Content::of(passage));
        contents.insert(passage.to_owned(), Arc::clone(&content));
        content
    }

    /// The articles in no order.
    pub fn iter(&self) -> impl Iterator<Item = &Held<'a>> {
        self.by_id.values()
    }
}

impl<'a> Held<'a> {
    fn new(article: &'a CitedArticle, parsed: &Parsed) -> Self {
        let sha256 = sha256_hex(&article.text);
        Self {
            article,
            is_genuine: sha256 == article.sha256,
            dates: OnceLock::new(),
            words: OnceLock::new(),
            trees: parsed.of(&sha256),
        }
    }

    /// Whether the text has the hash that stands beside it.
    pub fn is_genuine(&self) -> bool {
        self.is_genuine
    }

    /// Whether cuts in it can be judged: trees are made of English only.
    pub fn is_english(&self) -> bool {
        Tongue::is_english(&self.article.language)
    }

    /// Its temporal expressions, relative ones resolved against when their line was written.
    pub fn dates(&self) -> &[Timex] {
        let CitedArticle { text, published, language, .. } = self.article;
        self.dates.get_or_init(|| tag_lines(text, self.article.lines(), *published, language))
    }

    /// Its words, read as English.
    pub fn words(&self) -> &[Word] {
        let text = &self.article.text;
        self.words.get_or_init(|| words(text, 0..text.len(), true))
    }

    /// The whole sentence or sentences that a passage touches, without a
    /// dateline; nothing where the passage runs over the end of a line.
    pub fn sentence(&self, at: &Range<usize>) -> Option<Range<usize>> {
        let line = self.line(at)?;
        let body = &self.article.text[line.clone()];
        let touched =
            |s: &Range<usize>| line.start + s.start < at.end && line.start + s.end > at.start;
        let mut spans = self.spans(&line).into_iter().filter(touched);
        let first = spans.next()?;
        let end = spans.next_back().map_or(first.end, |last| last.end);
        let opens = if first.start == 0 {
            dateline(&body[..end]).map_or(0, |d| d.end)
        } else {
            first.start
        };
        // A passage inside the dateline has no sentence of its own.
        (line.start + opens < at.end).then(|| line.start + opens..line.start + end)
    }

    /// The sentences that a passage touches, one by one, over any lines.
    pub fn sentences(&self, at: &Range<usize>) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut start = at.start;
        while let Some(line) =
            self.line(&(start..start)).filter(|line| start <= at.end && line.start <= at.end)
        {
            let spans =
                self.spans(&line).into_iter().map(|s| line.start + s.start..line.start + s.end);
            found.extend(spans.filter(|s| s.start < at.end && s.end > at.start));
            start = line.end + 1;
            if start > self.article.text.len() {
                break;
            }
        }
        found
    }

    /// The sentence before the one that starts here, in this line or the line before.
    pub fn sentence_before(&self, start: usize) -> Option<Range<usize>> {
        let line = self.line(&(start..start))?;
        let earlier = |line: &Range<usize>| {
            let mut spans =
                self.spans(line).into_iter().map(|s| line.start + s.start..line.start + s.end);
            spans.rfind(|s| s.start < start && s.end <= start)
        };
        earlier(&line).or_else(|| {
            let end = line.start.checked_sub(1)?;
            let above = self.line(&(end..end)).filter(|above| above.start > 0)?;
            earlier(&above)
        })
    }

    fn spans(&self, line: &Range<usize>) -> Vec<Range<usize>> {
        match line.start {
            // The title is one piece.
            0 => std::iter::once(0..line.end).collect(),
            _ => split(&self.article.text[line.clone()], &self.article.language),
        }
    }

    /// The line that holds these bytes.
    pub fn line(&self, at: &Range<usize>) -> Option<Range<usize>> {
        let text = &self.article.text;
        let start = text[..at.start].rfind('\n').map_or(0, |n| n + 1);
        let end = text[at.start..].find('\n').map_or(text.len(), |n| at.start + n);
        (at.end <= end).then_some(start..end)
    }

    /// The tree of these bytes; offsets count from their start.
    pub fn tree(&self, span: &Range<usize>) -> Arc<Doc> {
        let parse = || Arc::new(parse(&self.article.text[span.clone()]));
        Arc::clone(self.trees.all().entry(span.clone()).or_insert_with(parse))
    }
}

/// The tree of one sentence.
pub fn parse(text: &str) -> Doc {
    Pipeline::english().parse(text, Wants::SENTENCE)
}
