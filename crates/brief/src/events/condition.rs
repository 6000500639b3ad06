//! Conditions: what a future hangs on, in the article's words.

use std::ops::Range;

use throughline_annotate::{Outlook, outlook};
use throughline_model::Status;

use super::{Event, Passage, bare, clause};
use crate::tree::Tree;

/// The length of a condition that can stand beside a date, in tokens.
const LENGTH: Range<usize> = 3..17;

/// How deep in its sentence a clause may stand that is told as a future.
const DEEPEST: usize = 2;

/// A condition and the clause that hangs on it.
pub struct Condition {
    /// The article's words, "if" and all.
    pub words: String,
    /// The verb of the clause that hangs on it.
    pub main: usize,
}

/// The condition under which a verb's clause stands, or of which it is the verb.
pub fn of(passage: &Passage, verb: usize) -> Option<Condition> {
    let tree = passage.tree;
    let found =
        std::iter::once(verb).chain(tree.children(verb)).find(|&c| is_condition(passage, c));
    let Some(clause) = found else {
        let span = opening(passage).filter(|_| tree.root() == Some(verb))?;
        return Some(Condition { words: passage.text[span].to_owned(), main: verb });
    };
    let mut span = tree.subtree(clause);
    if span.len() >= LENGTH.end {
        // "if both sign a truce, and only after their parliaments approve"
        let comma = span.clone().find(|&at| at > clause && passage.text[tree.span(at)] == *",")?;
        span.end = comma;
    }
    let words = passage.text[tree.bytes(span.clone())].trim_end_matches([',', '.', ' ']).to_owned();
    let main = tree.token(clause).head as usize;
    LENGTH.contains(&span.len()).then_some(Condition { words, main })
}

/// The condition that opens a sentence, up to its comma, as bytes of the
/// article's text: the words show it even where the tree does not.
pub fn opening(passage: &Passage) -> Option<Range<usize>> {
    let Passage { text, tree, .. } = passage;
    let first = text[tree.span(0)].to_lowercase();
    let comma = (1..tree.tokens().len()).find(|&at| text[tree.span(at)] == *",")?;
    let opens = matches!(first.as_str(), "if" | "unless") && LENGTH.contains(&comma);
    opens.then(|| tree.bytes(0..comma))
}

/// Whether a verb is that of an "if" clause outside quotations.
pub fn is_condition(passage: &Passage, verb: usize) -> bool {
    let Passage { tree, sentence, .. } = passage;
    let dep = tree.token(verb).dep;
    let before = verb < tree.token(verb).head as usize;
    // "asked if it was safe" asks; "If it was safe, he would ask" supposes.
    let supposes = dep == "advcl" || before && matches!(dep, "ccomp" | "dep" | "csubj");
    supposes
        && throughline_annotate::condition(tree, verb).is_some_and(|mark| {
            let at = tree.span(mark).start;
            !sentence.quotes.iter().any(|q| q.outer.contains(&at))
        })
}

/// An undated future under a condition: "if ratified, troops will deploy".
pub fn undated(passage: &Passage, root: usize) -> Option<Event> {
    let Passage { text, tree, .. } = passage;
    let verb = (0..tree.tokens().len()).find(|&at| is_condition(passage, at))?;
    let condition = of(passage, verb)?;
    let mut main = condition.main;
    while tree.token(main).dep == "xcomp" {
        main = tree.token(main).head as usize;
    }
    let shallow = tree.ancestors(main).count() <= DEEPEST + 1
        && (main == root || matches!(tree.token(main).dep, "ccomp" | "conj"));
    if !shallow || is_contrary(tree, text, verb, main) || outlook(tree, main) != Outlook::Future {
        return None;
    }
    let mut event = bare(tree, main, Status::Conditional);
    event.condition = Some(condition.words);
    event.clause = clause::around(tree, main);
    Some(event)
}

/// "If nobody made mistakes, it would be easy": neither is said to come. In
/// reported speech the past is that of the saying.
fn is_contrary(tree: &Tree, text: &str, verb: usize, main: usize) -> bool {
    let has = |of: usize, words: &[&str]| {
        tree.children(of).any(|c| {
            matches!(tree.token(c).dep, "aux" | "auxpass")
                && words.contains(&text[tree.span(c)].to_lowercase().as_str())
        })
    };
    let past = tree.token(verb).tag == "VBD" || has(verb, &["did", "was", "were", "had"]);
    past && has(main, &["would", "'d", "’d"]) && tree.token(main).dep != "ccomp"
}
