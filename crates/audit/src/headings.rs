//! Headings that tell nothing: without a verb, or with one that only says that
//! something is.

use throughline_annotate::{Tree, is_present_of, is_speech_verb};

use crate::{
    page::{Page, Part, Role},
    report::{Finding, Question},
};

/// Verbs that tell nothing by themselves.
const DULL: &[&str] = &[
    "be", "have", "do", "seem", "include", "involve", "concern", "comment", "speak", "talk",
    "discuss", "remain", "exist",
];

/// One finding a heading.
pub fn findings(page: &Page) -> Vec<Finding> {
    page.all(&[Role::Headline, Role::Heading]).filter_map(|part| find(page, part)).collect()
}

fn find(page: &Page, part: &Part) -> Option<Finding> {
    let tree = &part.tree;
    let Some(verb) = main_verb(tree) else {
        return (!is_told(page, part)).then(|| part.finding(Question::Verbless, "no finite verb"));
    };
    let lemma = tree.token(verb).lemma.to_lowercase();
    // "Is quiet and will soon open": the second verb tells.
    let content = tree.child(verb, &["ccomp", "xcomp", "dobj", "conj"]).is_some();
    let said = is_speech_verb(&lemma) && !content && !part.text.contains([':', ',', '“', '"', '‘']);
    // "Is set to close", "is killed": another verb tells.
    let helps = tree.child(verb, &["acomp", "xcomp", "conj"]).is_some();
    if DULL.contains(&lemma.as_str()) && !helps || said {
        return Some(part.finding(Question::DullHeading, format!("its verb is {lemma:?}")));
    }
    None
}

/// Whether a word of the heading is the present of a verb that the articles
/// have: a tagger takes "Surprise" and "Pledges" for nouns. A heading that turns
/// on an "-ing" has nothing but nouns beside it.
fn is_told(page: &Page, part: &Part) -> bool {
    let doing = part.tree.tokens().iter().any(|t| t.tag == "VBG" && t.dep != "pcomp");
    let is_past = |now: &str| page.words.iter().any(|w| w != now && is_present_of(now, w));
    !doing && part.words.iter().skip(1).any(|w| is_past(&w.lower))
}

/// The verb that a heading turns on: a finite one, a passive without "is", an
/// infinitive for what is to come.
fn main_verb(tree: &Tree) -> Option<usize> {
    let finite = |i: &usize| matches!(tree.token(*i).tag, "VBZ" | "VBP" | "VBD" | "MD");
    let root = tree.root()?;
    let token = tree.token(root);
    if matches!(token.pos, "VERB" | "AUX") && !matches!(token.tag, "VBG") {
        return Some(root);
    }
    let helped = tree.children(root).any(|c| matches!(tree.token(c).dep, "aux" | "auxpass"));
    if token.tag == "VBG" && helped {
        return Some(root);
    }
    let all = 0..tree.tokens().len();
    let verbal = |i: &usize| {
        let token = tree.token(*i);
        let many = matches!(tree.token(token.head as usize).tag, "NNS" | "NNP" | "NNPS");
        match token.tag {
            "VBN" => token.dep == "acl",
            // "Ferries to carry workers"; "plan to close the bridge" is none.
            "VB" => matches!(token.dep, "acl" | "relcl") && many,
            _ => false,
        }
    };
    all.clone().find(finite).or_else(|| all.clone().find(verbal))
}
