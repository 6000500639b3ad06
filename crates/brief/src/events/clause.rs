//! Clauses: the part of a sentence that tells one event, and that part told alone.

use throughline_annotate::is_speech_verb;
use throughline_model::EditKind;

use crate::{
    draft::Draft,
    story::{LineId, Story},
    tree::Tree,
};

/// How many verbs above one another a clause may stand in that is told with
/// its whole sentence.
const DEEPEST: usize = 4;

/// The part of a sentence that tells one event, by its verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clause {
    /// The whole sentence.
    Whole(usize),
    /// One of two or more verbs that share a subject: "stopped in February and
    /// are to resume on May 20".
    Partner(usize),
    /// A clause with a subject of its own: "since Drovania invaded in 2023".
    Inner(usize),
}

/// The clause of a verb, where it can be told alone; none for one that leans on
/// its sentence.
pub fn of(tree: &Tree, text: &str, root: usize, verb: usize) -> Option<Clause> {
    let partners = tree.children(root).any(|c| tree.token(c).dep == "conj" && is_verb(tree, c));
    if verb == root {
        return Some(if partners { Clause::Partner(root) } else { Clause::Whole(root) });
    }
    let head = tree.token(verb).head as usize;
    let own = tree
        .child(verb, &["nsubj", "nsubjpass"])
        .is_some_and(|s| !matches!(tree.token(s).tag, "WP" | "WDT") && tree.token(s).pos != "PRON");
    match tree.token(verb).dep {
        "conj" if head == root && !own => Some(Clause::Partner(verb)),
        "conj" if head == root => Some(Clause::Inner(verb)),
        "ccomp" if head == root && is_speech_verb(&text[tree.span(root)].to_lowercase()) => {
            Some(Clause::Whole(root))
        }
        "parataxis" | "ccomp" if head == root && own => Some(Clause::Whole(root)),
        "advcl" | "relcl" | "ccomp" if own => Some(Clause::Inner(verb)),
        _ => None,
    }
}

fn is_verb(tree: &Tree, at: usize) -> bool {
    matches!(tree.token(at).pos, "VERB" | "AUX")
}

/// The whole sentence for a clause inside it: a future is worth telling where
/// it stands ("..., whose decision is expected on 17 July"), unless too deep.
pub fn around(tree: &Tree, root: usize, verb: usize) -> Option<Clause> {
    let deep = tree.ancestors(verb).filter(|&a| is_verb(tree, a)).count();
    (deep <= DEEPEST).then_some(Clause::Whole(root))
}

/// Cuts a draft down to one clause. False where what is left would not read.
pub fn alone(draft: &mut Draft, story: &Story, line: LineId, tree: &Tree, clause: Clause) -> bool {
    let text = &story.readings[story.lines[line].article].article.text;
    let Some(root) = tree.root() else { return false };
    match clause {
        Clause::Whole(_) => true,
        Clause::Partner(verb) if verb == root => {
            // Cut from "and" to the end of the last partner.
            let Some(first) =
                tree.children(root).find(|&c| tree.token(c).dep == "conj" && is_verb(tree, c))
            else {
                return true;
            };
            let own = tree.child(first, &["nsubj", "nsubjpass"]).is_some();
            let from = (root..first).rev().find(|&i| tree.token(i).dep == "cc").unwrap_or(first);
            let from = if from > 0 && &text[tree.span(from - 1)] == "," { from - 1 } else { from };
            let end = tree.subtree(first).end;
            let last = tree.tokens().len() - 1;
            if end < last && !own {
                return true;
            }
            let start = tree.span(from).start;
            let start = start - usize::from(text[..start].ends_with(' '));
            draft.cut(EditKind::Clause, start..tree.bytes(from..end).end);
            true
        }
        Clause::Partner(verb) => {
            let Some(subject) = tree.child(root, &["nsubj", "nsubjpass"]) else { return false };
            let subject = tree.subtree(subject);
            let part = tree.subtree(verb);
            if subject.start != 0 || part.start <= subject.end {
                return false;
            }
            let from = tree.bytes(subject).end + 1;
            let to = tree.span(part.start).start;
            draft.cut(EditKind::Clause, from..to);
            let end = tree.bytes(part.clone()).end;
            if part.end < tree.tokens().len() {
                draft.narrow(draft.span().start..end);
            }
            true
        }
        Clause::Inner(verb) => {
            let part = tree.subtree(verb);
            let skip = tree.children(verb).find(|&c| {
                tree.token(c).dep == "mark" || matches!(tree.token(c).tag, "WRB" | "IN") && c < verb
            });
            let from = skip.map_or(part.start, |m| m + 1);
            let subject =
                tree.child(verb, &["nsubj", "nsubjpass"]).map_or(from, |s| tree.subtree(s).start);
            // "if the talks fail" says nothing of the talks; "whose" leans on what is gone.
            let leans = skip.is_some_and(|m| {
                !matches!(
                    text[tree.span(m)].to_lowercase().as_str(),
                    "since" | "when" | "after" | "before" | "while" | "because" | "as" | "where"
                )
            }) || tree
                .subtree(verb)
                .any(|i| matches!(tree.token(i).tag, "WP$" | "WDT" | "WP") && i < verb);
            if leans || subject != from || part.end <= from || part.len() < 5 {
                return false;
            }
            draft.narrow(tree.bytes(from..part.end));
            true
        }
    }
}
