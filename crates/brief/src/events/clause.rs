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
const DEEPEST: usize = 3;

/// The part of a sentence that tells one event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clause {
    /// The whole sentence.
    Whole,
    /// The first of several verbs that share a subject: "stopped in February
    /// and are to resume on May 20".
    First,
}

/// The clause of a verb, where it can be told; none for one that leans on its
/// sentence.
pub fn of(tree: &Tree, text: &str, root: usize, verb: usize) -> Option<Clause> {
    if verb == root {
        let shared = partner(tree, text, root).is_some();
        return Some(if shared { Clause::First } else { Clause::Whole });
    }
    let head = tree.token(verb).head as usize;
    let own = tree
        .child(verb, &["nsubj", "nsubjpass"])
        .is_some_and(|s| !matches!(tree.token(s).tag, "WP" | "WDT"));
    match tree.token(verb).dep {
        "conj" if head == root => Some(Clause::Whole),
        "parataxis" | "ccomp" if head == root && own => Some(Clause::Whole),
        _ => None,
    }
}

/// The whole sentence for a clause inside it: a future is worth telling where
/// it stands ("..., whose decision is expected on 17 July"), unless too deep.
pub fn around(tree: &Tree, verb: usize) -> Option<Clause> {
    let deep = tree.ancestors(verb).filter(|&a| is_verb(tree, a)).count();
    (deep <= DEEPEST).then_some(Clause::Whole)
}

fn is_verb(tree: &Tree, at: usize) -> bool {
    matches!(tree.token(at).pos, "VERB" | "AUX")
}

/// The first partner of the main verb, with the "and" before it.
fn partner(tree: &Tree, text: &str, root: usize) -> Option<(usize, usize)> {
    let first = tree.children(root).find(|&c| tree.token(c).dep == "conj" && is_verb(tree, c))?;
    let and = (root..first).rev().find(|&i| tree.token(i).dep == "cc")?;
    let said = is_speech_verb(&text[tree.span(first)].to_lowercase());
    // "had not been charged, but might be": the first alone is half the truth.
    let against = matches!(text[tree.span(and)].to_lowercase().as_str(), "but" | "yet");
    // "repeating over and over that": no partner is opened by "that".
    let opens = |at: usize| &text[tree.span(at)] == "that" && tree.token(at).dep != "det";
    let plain = !(and + 1..first).any(opens);
    (!said && !against && plain).then_some((and, first))
}

/// Cuts a draft down to one clause.
pub fn alone(draft: &mut Draft, story: &Story, line: LineId, tree: &Tree, clause: Clause) {
    let text = &story.readings[story.lines[line].article].article.text;
    let Some(root) = tree.root().filter(|_| clause == Clause::First) else { return };
    let Some((and, first)) = partner(tree, text, root) else { return };
    // Cut from "and" to the end of the last partner.
    let own = tree.child(first, &["nsubj", "nsubjpass"]).is_some();
    let end = tree.subtree(first).end;
    if end < tree.tokens().len() - 1 && !own {
        return;
    }
    let comma = and > 0 && matches!(&text[tree.span(and - 1)], "," | "—" | "–" | "--");
    let start = tree.span(if comma { and - 1 } else { and }).start;
    let start = start - usize::from(text[..start].ends_with(' '));
    draft.cut(EditKind::Clause, start..tree.bytes(and..end).end);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn the_first_of_several_verbs_is_told_alone() {
        let cases = [
            (
                "The talks stopped in February and are to resume on May 20.",
                "The talks stopped in February.",
            ),
            (
                "Dorn took the post on Monday, repeating over and over that the work would be short.",
                "Dorn took the post on Monday, repeating over and over that the work would be short.",
            ),
            (
                "Dorn had not been charged, but might be in May.",
                "Dorn had not been charged, but might be in May.",
            ),
        ];
        for (text, expected) in cases {
            let (story, trees, line) = fixture::sentence(text);
            let mut draft = Draft::of(&story, line);
            alone(&mut draft, &story, line, trees.get(line).expect("parsed"), Clause::First);
            assert_eq!(draft.text(&story), expected);
        }
    }
}
