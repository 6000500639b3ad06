//! [`retold`]: whether a sentence tells an event again to one who knows of it.

use throughline_annotate::{Tree, is_head};

use super::{
    align::fit,
    facts,
    part::{Part, Passage},
    told::{agreeing, clauses, deeds_told, share},
};

/// The share of a sentence's words that the reader must know.
const KNOWN: f32 = 0.55;

/// Whether `by` tells the event of a sentence, and a reader of all that is
/// known, `by` among it, would learn no figure, no name but that of a place,
/// no other deed from it, and little in words: a detail, where, of what kind,
/// or after what.
pub fn retold(sentence: &Passage, by: &Passage, known: &[Passage]) -> bool {
    let one = Part::whole(sentence);
    let Some(own) = agreeing(sentence, &one, by) else { return false };
    let tree = sentence.tree;
    let main = |clause: &&Vec<usize>| {
        let verb = |at: usize| tree.ancestors(one.words[at].at).find(|&above| is_head(tree, above));
        clause.iter().any(|&at| verb(at).is_some_and(|verb| !is_detail(tree, verb)))
    };
    let clauses = clauses(sentence, &one);
    let told = |clause: &Vec<usize>| deeds_told(sentence, &one, clause, &own);
    let mains = || clauses.iter().filter(main);
    if mains().next().is_none() || !mains().all(told) || facts::gives_more(sentence, known) {
        return false;
    }
    let mut said = own.said.clone();
    for other in known {
        let theirs = fit(&one, &Part::all(other)).said;
        said.iter_mut().zip(theirs).for_each(|(most, own)| *most = most.max(own));
    }
    let all: Vec<usize> = (0..one.words.len()).collect();
    share(&one, &all, |word| said[word]) >= KNOWN
}

/// Whether a verb tells a detail of another: "after it had picked up the boy".
fn is_detail(tree: &Tree, verb: usize) -> bool {
    tree.ancestors(verb).any(|at| matches!(tree.token(at).dep, "advcl" | "relcl" | "acl" | "pcomp"))
}
