//! Whether what is left of a sentence still says what the sentence says.
//!
//! All that a statement leaves out of its sentence is judged together, however
//! it was left out: by edits, or because the passage is narrower than the
//! sentence it stands in. The rules speak of the sentence's tree:
//!
//! 1. *What is kept hangs on what is kept.* No word is told without the word
//!    it depends on, so fragments cannot be stitched into another sentence.
//! 2. *What a word needs stays with it* (see [`crate::needs`]): subjects,
//!    objects, denials, hedges, conditions, bounds of figures.
//! 3. *A quotation is kept whole or not at all*, and never without its marks.
//! 4. No written word is cut in two, and a question stays one.
//!
//! A tree can be wrong, and then a cut may pass that a reader would not allow:
//! the proof sees as far as the parser.

use std::ops::Range;

use throughline_annotate::quotes;
use throughline_model::{EditKind, Statement};
use throughline_syntax::Doc;

use crate::{
    attribution,
    fault::Found,
    light,
    needs::Needs,
    stored::{Held, Stored},
};

/// What a statement leaves out of its sentence, in bytes of the article's text.
pub struct Cuts {
    /// The whole sentence, less a dateline.
    pub sentence: Range<usize>,
    /// Left out and to be judged.
    gone: Vec<Range<usize>>,
    /// Left out as an article or auxiliary, which has a rule of its own.
    light: Vec<Range<usize>>,
    /// Left out as the words that say who said it.
    speech: Vec<Range<usize>>,
    /// Changed in any way.
    changed: Vec<Range<usize>>,
}

impl Cuts {
    /// The cuts of a statement; nothing where its passage is no part of one line.
    pub fn of(statement: &Statement, held: &Held, passage: &Range<usize>) -> Option<Self> {
        let text = &held.article.text;
        let sentence = held.sentence(passage)?;
        let mut cuts = Self {
            gone: vec![
                sentence.start..passage.start.max(sentence.start),
                passage.end.min(sentence.end)..sentence.end,
            ],
            sentence,
            light: Vec::new(),
            speech: Vec::new(),
            changed: Vec::new(),
        };
        let exact = &text[passage.clone()];
        for edit in &statement.edits {
            let span =
                passage.start + bytes(exact, edit.start)..passage.start + bytes(exact, edit.end);
            match edit.kind {
                EditKind::Clause | EditKind::Aside => cuts.gone.push(span.clone()),
                EditKind::Attribution => {
                    cuts.gone.push(span.clone());
                    cuts.speech.push(span.clone());
                }
                // What follows a label is a sentence of its own. A line may go on behind its last
                // sentence, with white space.
                EditKind::Label => {
                    let (start, end) = (cuts.sentence.start, cuts.sentence.end);
                    cuts.sentence.start = span.end.clamp(start, end);
                }
                EditKind::Article => cuts.light.push(span.clone()),
                _ => {}
            }
            cuts.changed.push(span);
        }
        Some(cuts)
    }

    fn loses(&self, at: &Range<usize>) -> bool {
        self.gone.iter().any(|g| g.start <= at.start && at.end <= g.end && g.start < g.end)
    }

    /// Whether any word of the sentence is left out.
    fn loses_words(&self, text: &str) -> bool {
        self.gone.iter().any(|g| text[g.clone()].contains(char::is_alphanumeric))
    }
}

/// The byte of a code point, the end for one behind it.
pub fn bytes(text: &str, chars: usize) -> usize {
    text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at)
}

/// What is wrong with what a statement leaves out.
pub fn faults(statement: &Statement, stored: &Stored) -> Vec<Found> {
    let first = statement.citations.first().and_then(|c| c.evidence.first());
    let Some((held, passage)) = first.and_then(|e| stored.place(e)) else { return Vec::new() };
    let Some(cuts) = Cuts::of(statement, held, &passage) else {
        return vec![lost(&held.article.text[passage], "a statement is made from one paragraph")];
    };
    let text = &held.article.text;
    let mut found = Vec::new();
    found.extend(quotation(&cuts, held));
    found.extend(halved(&cuts, text));
    let asks = text[cuts.sentence.clone()].trim_end_matches(['”', '"', '’', ')']).ends_with('?');
    if asks && !statement.text.trim_end_matches(['”', '"', '’', ')']).ends_with('?') {
        found.push(lost("?", "a question is no statement"));
    }
    if !cuts.loses_words(text) {
        return found;
    }
    if !held.is_english() {
        found.push(lost("", "words can be left out of English only"));
        return found;
    }
    let tree = held.tree(&cuts.sentence);
    found.extend(torn(&cuts, &tree, &text[cuts.sentence.clone()]));
    found
}

fn lost(word: &str, reason: &str) -> Found {
    Found::Lost { word: word.to_owned(), reason: reason.to_owned() }
}

/// The first word that is told without its head, or left out though needed.
fn torn(cuts: &Cuts, tree: &Doc, sentence: &str) -> Option<Found> {
    let base = cuts.sentence.start;
    let kept: Vec<bool> = tree
        .tokens
        .iter()
        .map(|t| !cuts.loses(&(base + t.start as usize..base + t.end as usize)))
        .collect();
    let is_word = |at: &usize| {
        let token = &tree.tokens[*at];
        !token.is_space
            && token.dep != "punct"
            && sentence[token.range()].contains(char::is_alphanumeric)
    };
    let needs = Needs::of(tree, sentence, &kept);
    for at in (0..tree.tokens.len()).filter(is_word) {
        let head = tree.tokens[at].head as usize;
        let word = &sentence[tree.tokens[at].range()];
        if at == head {
            continue;
        }
        let spoken = || {
            let said = base + tree.tokens[head].start as usize;
            cuts.speech.iter().any(|s| s.contains(&said))
                && attribution::may_go(tree, sentence, head)
        };
        match (kept[at], kept[head]) {
            (true, false) if !(tree.tokens[at].dep == "ccomp" && spoken()) => {
                let reason = format!("{word:?} is told without it");
                return Some(lost(&sentence[tree.tokens[head].range()], &reason));
            }
            (false, true) => {
                let said = base + tree.tokens[at].start as usize;
                let by_speech = cuts.speech.iter().any(|s| s.contains(&said));
                if by_speech && attribution::may_go(tree, sentence, at) {
                    continue;
                }
                if light::may_go(tree, sentence, at).is_ok() {
                    continue;
                }
                if let Some(reason) = needs.why(at) {
                    return Some(lost(word, reason));
                }
            }
            _ => {}
        }
    }
    None
}

/// A quotation of which only a part is kept, or whose marks are not.
fn quotation(cuts: &Cuts, held: &Held) -> Option<Found> {
    let text = &held.article.text;
    let line = held.line(&cuts.sentence)?;
    quotes(text, line).into_iter().find_map(|quote| {
        let told =
            cuts.sentence.start.max(quote.inner.start)..cuts.sentence.end.min(quote.inner.end);
        if told.start >= told.end {
            return None;
        }
        let outside = |at: usize| cuts.gone.iter().chain(&cuts.light).any(|g| g.contains(&at));
        let mut words = text[told.clone()].char_indices().filter(|(_, c)| c.is_alphanumeric());
        let keeps = words.any(|(at, _)| !outside(told.start + at));
        // The comma at its end was never said: “nearer 1,200,”.
        let comma = |g: &Range<usize>| g.end == quote.inner.end && text.get(g.clone()) == Some(",");
        let touches =
            |g: &&Range<usize>| g.start < quote.outer.end && g.end > quote.outer.start && !comma(g);
        let whole = quote.outer.start >= cuts.sentence.start
            && quote.outer.end <= cuts.sentence.end
            && !cuts.gone.iter().chain(&cuts.changed).any(|g| touches(&g));
        (keeps && !whole).then(|| Found::Quotation { quotation: text[quote.inner].to_owned() })
    })
}

/// A written word of which a part is left out: "un|likely", "$|5".
fn halved(cuts: &Cuts, text: &str) -> Option<Found> {
    let is_part =
        |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '$' | '€' | '£' | '%');
    let edges = cuts.gone.iter().chain(&cuts.light).filter(|g| g.start < g.end);
    let joined = |at: usize| {
        let (before, after) = (text[..at].chars().next_back(), text[at..].chars().next());
        let number = matches!((before, after), (Some('.' | ','), Some(c)) | (Some(c), Some('.' | ',')) if c.is_ascii_digit())
            && text[..at].trim_end_matches(['.', ',']).ends_with(|c: char| c.is_ascii_digit())
            && text[at..].trim_start_matches(['.', ',']).starts_with(|c: char| c.is_ascii_digit());
        number || before.is_some_and(is_part) && after.is_some_and(is_part)
    };
    let inside = |at: &usize| *at > cuts.sentence.start && *at < cuts.sentence.end;
    // Two neighbouring cuts leave nothing of a word between them.
    let bare = |at: usize| {
        let gone = |g: &&Range<usize>| g.start < at && at < g.end;
        let all = || cuts.gone.iter().chain(&cuts.light);
        all().any(|g| gone(&g))
            || all().any(|g| g.end == at && g.start < at)
                && all().any(|g| g.start == at && g.end > at)
    };
    edges.flat_map(|g| [g.start, g.end]).filter(inside).find(|&at| joined(at) && !bare(at)).map(
        |at| {
            let before = text[..at].rmatch_indices(char::is_whitespace).next();
            let from = before.map_or(0, |(n, space)| n + space.len());
            let to = text[at..].find(char::is_whitespace).map_or(text.len(), |n| at + n);
            lost(text[from..to].trim(), "a word is cut in two")
        },
    )
}
