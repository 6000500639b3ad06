//! [`tells`]: whether one sentence tells all that another says.

use super::{
    align::{Fit, fit},
    facts,
    part::{Part, Passage, Role},
};

/// The share of a sentence's words that another must say to tell all of it.
const TOLD: f32 = 0.75;

/// What a word weighs that says something by itself.
const FULL: f32 = 1.0;

/// Whether `by` tells all that a sentence says, in these words or others; it
/// may tell more. A figure, a name, a day, a deed, or a denial that it lacks
/// is something more that the sentence says.
pub fn tells(by: &Passage, sentence: &Passage) -> bool {
    let (one, other) = (Part::whole(sentence), Part::all(by));
    let fit = fit(&one, &other);
    fit.covered.0 >= TOLD
        && !fit.swapped
        && deeds_told(sentence, &one, &fit)
        && !facts::adds(sentence, by)
        && !facts::denied(&one, &other, &fit)
        && !facts::supposed(sentence, by, &one, &other, &fit)
        && !fit.is_half_done(&one, &other)
}

/// Whether no verb, none who acts or is acted on, and no second noun of an
/// "and" is left untold.
fn deeds_told(sentence: &Passage, part: &Part, fit: &Fit) -> bool {
    let must = |at: usize| {
        let word = &part.words[at];
        let joined = sentence.tree.token(word.at).dep == "conj";
        word.weight >= FULL && (word.role != Role::Other || joined)
    };
    (0..part.words.len()).filter(|&at| must(at)).all(|at| fit.pairs.iter().any(|&(i, _)| i == at))
}
