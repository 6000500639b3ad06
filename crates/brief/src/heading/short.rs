//! What is cut so short that it says nothing, or another thing.

use std::collections::BTreeSet;

use super::kept::Clause;

/// Verbs that say nothing without what comes behind them.
const PALE: &[&str] = &["appear", "seem", "become", "remain"];

/// Verbs of a whole, whose parts a heading has no room for: with one of six it is false.
const OF_PARTS: &[&str] = &["comprise", "consist", "include"];

/// Units that say nothing without what they are counted to.
const UNITS: &[&str] = &["minute", "hour", "day", "week", "month", "year"];

impl Clause<'_> {
    /// Whether what a clause keeps lacks what makes it true, or understood.
    pub fn is_too_short(&self, root: usize, kept: &BTreeSet<usize>) -> bool {
        let lemma = self.tree.token(root).lemma.as_str();
        OF_PARTS.contains(&lemma)
            || self.says_that_it_lasts(root, kept)
            || self.points_or_digresses(kept)
            || self.last_word(kept).is_some_and(|last| self.ends_too_soon(last))
    }

    /// "has held her since May", of which "holds her since May" is no English.
    fn says_that_it_lasts(&self, root: usize, kept: &BTreeSet<usize>) -> bool {
        let tree = self.tree;
        let left_out = |c: usize| tree.token(c).dep == "aux" && self.is_light(c);
        let perfect = tree.children(root).any(left_out);
        perfect && kept.iter().any(|&at| self.text(at) == "since")
    }

    /// "Such boats pay no toll", "he is opposed, for instance, to tolls".
    fn points_or_digresses(&self, kept: &BTreeSet<usize>) -> bool {
        let first = kept.first().map(|&at| self.text(at).to_lowercase());
        let aside = |&at: &usize| {
            matches!(self.text(at), "instance" | "example") && at > 0 && self.text(at - 1) == "for"
        };
        first.is_some_and(|word| word == "such") || kept.iter().any(aside)
    }

    /// "finds itself defending [a plan]", "will roll out [stickers]", "the Vosks appeared [in court]".
    fn ends_too_soon(&self, last: usize) -> bool {
        let tree = self.tree;
        let token = tree.token(last);
        let governed = tree.head(last).is_some_and(|head| tree.token(head).pos == "VERB");
        let doing =
            token.tag == "VBG" && governed && matches!(token.dep, "xcomp" | "oprd" | "ccomp");
        let next = last + 1;
        let goes_on = next < tree.tokens().len()
            && !self.dates(next)
            && matches!(tree.token(next).pos, "DET" | "NOUN" | "PROPN" | "ADJ" | "NUM");
        let particle = matches!(self.text(last), "out" | "up" | "off" | "over" | "in");
        // "returned hours [later]".
        let hours = token.dep == "npadvmod" && UNITS.contains(&token.lemma.as_str());
        doing || hours || PALE.contains(&token.lemma.as_str()) || particle && goes_on
    }
}
