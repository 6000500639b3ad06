//! Where a clause looks: back, at how things stand, ahead, or only at what may be.

use super::{
    Modality,
    governors::awaits,
    lemma,
    own::{asks, auxiliary},
};
use crate::tree::Tree;

/// Where a clause looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outlook {
    /// "signed", "has signed".
    Past,
    /// "signs", "is signing".
    Present,
    /// "will sign", "is to sign", "plans to sign".
    Future,
    /// "was to sign", "was due to sign".
    WasFuture,
    /// "could sign", "whether it signs".
    Possible,
}

/// The outlook of a clause, by its finite verb: what [`stance`](super::stance)
/// says of it and of its complement, seen from the verb's tense.
///
/// ```
/// # use throughline_annotate::{Outlook, Tree, outlook};
/// let tree = Tree::parse(&[("Norland was due to sign it.", 0)]).remove(0);
/// assert_eq!(outlook(&tree, 1), Outlook::WasFuture);
/// ```
pub fn outlook(tree: &Tree, verb: usize) -> Outlook {
    let (mut past, mut perfect, mut supposed, mut planned) = (false, false, false, false);
    let mut bare = true;
    // "hoping" and "hopes" are sometimes read as forms of "hop".
    let hopes = matches!(lemma(tree, verb).as_str(), "hope" | "hop");
    let mut possible = hopes || asks(tree, verb);
    for at in tree.children(verb).filter(|&c| matches!(tree.token(c).dep, "aux" | "auxpass")) {
        let (word, tag) = (lemma(tree, at), tree.token(at).tag);
        bare = false;
        past |= tag == "VBD" || tag == "VBN" && word == "be";
        perfect |= word == "have" && tag != "VBG";
        supposed |= is_supposed(&word, tag);
        match auxiliary(tree, verb, &word, tag) {
            _ if is_supposed(&word, tag) || word == "to" => {}
            Modality::Planned => planned = true,
            Modality::Possible | Modality::Wanted => possible = true,
            Modality::Fact | Modality::Conditional => {}
        }
    }
    // "would have paid": it did not.
    if possible || supposed && perfect {
        return Outlook::Possible;
    }
    if planned || supposed {
        return Outlook::Future;
    }
    past |= bare && tree.token(verb).tag == "VBD";
    if awaits(tree, verb) && !(perfect && lemma(tree, verb) == "be") {
        return if past { Outlook::WasFuture } else { Outlook::Future };
    }
    if past || perfect { Outlook::Past } else { Outlook::Present }
}

/// "would sign": what it says hangs on what is reported or supposed.
fn is_supposed(word: &str, tag: &str) -> bool {
    tag == "MD" && matches!(word, "would" | "'d" | "’d")
}
