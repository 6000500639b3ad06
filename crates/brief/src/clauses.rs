//! Clauses: which clause of a sentence an expression dates, and that clause told alone.

use throughline_annotate::{Timex, is_speech_verb};
use throughline_model::EditKind;

use crate::{
    draft::Draft,
    story::{LineId, Story},
    tree::Tree,
};

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

impl Clause {
    /// Its verb.
    pub fn verb(self) -> usize {
        match self {
            Self::Whole(verb) | Self::Partner(verb) | Self::Inner(verb) => verb,
        }
    }
}

/// The clause that an expression dates; nothing where it stands inside a noun
/// phrase ("the strikes of Tuesday") or in a clause that cannot stand alone.
pub fn dated_by(tree: &Tree, text: &str, root: usize, timex: &Timex) -> Option<Clause> {
    let inside = |at: usize| tree.span(at).start >= timex.start && tree.span(at).end <= timex.end;
    let mut at = tree.at(timex.end - 1)?;
    while inside(tree.token(at).head as usize) && tree.token(at).head as usize != at {
        at = tree.token(at).head as usize;
    }
    let mut verb = None;
    let mut on = false;
    for up in tree.ancestors(at).skip(1) {
        let token = tree.token(up);
        match token.pos {
            "VERB" | "AUX" => {
                verb = Some(up);
                break;
            }
            "ADP" | "SCONJ" => {
                let word = text[tree.span(up)].to_lowercase();
                if matches!(
                    word.as_str(),
                    "of" | "since"
                        | "until"
                        | "between"
                        | "from"
                        | "before"
                        | "than"
                        | "for"
                        | "after"
                        | "to"
                        | "about"
                ) {
                    return None;
                }
                on = matches!(word.as_str(), "on" | "in");
            }
            "ADV" | "ADJ" | "PART" => {}
            // "signed a letter on Tuesday" is often read as a letter on Tuesday.
            _ if on && tree.token(up).head as usize != up => on = false,
            _ => return None,
        }
    }
    let mut verb = verb?;
    // "are scheduled to resume on May 20": the complement dates its head's clause.
    while matches!(tree.token(verb).dep, "xcomp" | "acomp" | "auxpass" | "aux" | "attr" | "pcomp") {
        verb = tree.token(verb).head as usize;
    }
    if !is_finite(tree, verb) {
        return None;
    }
    classify(tree, text, root, verb)
}

/// Whether a verb, or its auxiliary, has a tense.
fn is_finite(tree: &Tree, verb: usize) -> bool {
    let tensed = |at: usize| matches!(tree.token(at).tag, "VBD" | "VBZ" | "VBP" | "MD");
    tensed(verb)
        || tree.children(verb).any(|c| matches!(tree.token(c).dep, "aux" | "auxpass") && tensed(c))
}

/// Whether a clause tells what may be: "could", "might", "whether".
pub fn is_possible(tree: &Tree, text: &str, verb: usize) -> bool {
    tree.children(verb).any(|c| {
        matches!(
            text[tree.span(c)].to_lowercase().as_str(),
            "could" | "might" | "may" | "whether" | "if" | "unless" | "should"
        )
    })
}

fn classify(tree: &Tree, text: &str, root: usize, verb: usize) -> Option<Clause> {
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
        "advcl" | "relcl" | "ccomp" if own => Some(Clause::Inner(verb)),
        _ => None,
    }
}

fn is_verb(tree: &Tree, at: usize) -> bool {
    matches!(tree.token(at).pos, "VERB" | "AUX")
}

/// Whether a clause tells a plan: "will", "plans to".
pub fn is_planned(tree: &Tree, verb: usize) -> bool {
    tree.children(verb).any(|c| tree.token(c).dep == "aux" && tree.token(c).tag == "MD")
        || matches!(
            tree.token(verb).lemma.as_str(),
            "plan" | "expect" | "schedule" | "intend" | "mean" | "suppose"
        )
        || tree.token(verb).lemma == "be" && tree.child(verb, &["xcomp"]).is_some()
        || tree
            .child(verb, &["acomp"])
            .is_some_and(|c| matches!(tree.token(c).lemma.as_str(), "due" | "set" | "likely"))
}

/// Whether a clause tells how things stand: the present, or the present inside
/// "the staff said on Thursday".
pub fn is_state(tree: &Tree, verb: usize) -> bool {
    let present = |at: usize| {
        matches!(tree.token(at).tag, "VBZ" | "VBP")
            && tree.token(at).pos == "VERB"
            && !tree.children(at).any(|c| tree.token(c).dep == "aux")
            && matches!(
                tree.token(at).lemma.as_str(),
                "control"
                    | "hold"
                    | "remain"
                    | "stand"
                    | "occupy"
                    | "own"
                    | "number"
                    | "employ"
                    | "face"
                    | "lack"
            )
    };
    present(verb) || tree.child(verb, &["ccomp"]).is_some_and(present)
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
