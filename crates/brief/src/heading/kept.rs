//! What of a sentence a heading keeps: the core of its main clause, then what
//! fits of the rest in order of need.

use std::collections::BTreeSet;

use crate::{
    story::{LineId, Story},
    tree::Tree,
};

/// A parsed sentence that a heading is made from.
pub struct Clause<'a> {
    pub story: &'a Story,
    pub line: LineId,
    pub tree: &'a Tree,
    pub source: &'a str,
}

impl Clause<'_> {
    pub fn text(&self, at: usize) -> &str {
        &self.source[self.tree.span(at)]
    }

    /// Words as a reader counts them: tokens that a space or the end follows.
    pub fn words(&self, kept: &BTreeSet<usize>) -> usize {
        kept.iter()
            .filter(|&&i| self.text(i).chars().any(char::is_alphanumeric))
            .filter(|&&i| {
                let apart =
                    i == 0 || self.tree.token(i - 1).space_after || !kept.contains(&(i - 1));
                apart && !self.is_light(i)
            })
            .count()
    }

    /// The last token that is a word, no sign.
    pub fn last_word(&self, kept: &BTreeSet<usize>) -> Option<usize> {
        kept.iter().rev().copied().find(|&i| self.text(i).contains(char::is_alphanumeric))
    }

    /// Tokens that headline style leaves out: articles, and forms of "be" and
    /// "have" before another verb, where nothing is denied.
    pub fn is_light(&self, at: usize) -> bool {
        let lower = self.text(at).to_lowercase();
        let token = self.tree.token(at);
        match token.dep {
            "det" => matches!(lower.as_str(), "a" | "an" | "the") && !self.is_in_name(at),
            "mark" => lower == "that" && self.tree.token(token.head as usize).dep == "ccomp",
            "aux" | "auxpass" => {
                let verb = token.head as usize;
                let plain = !self
                    .tree
                    .children(verb)
                    .any(|c| self.tree.token(c).dep == "neg" || self.tree.token(c).tag == "MD");
                // "The number is changed" tells what always happens, "number changed" what did.
                let habit = token.dep == "auxpass"
                    && matches!(lower.as_str(), "is" | "are")
                    && self.tree.child(verb, &["aux", "xcomp", "ccomp", "oprd"]).is_none();
                plain
                    && !habit
                    && self.is_told(verb)
                    && matches!(
                        lower.as_str(),
                        "is" | "are" | "was" | "were" | "has" | "have" | "been" | "being"
                    )
            }
            _ => false,
        }
    }

    /// "the" of "the Committee for the Red Cross".
    fn is_in_name(&self, at: usize) -> bool {
        let pos = |i: usize| self.tree.token(i).pos;
        at > 1
            && at + 1 < self.tree.tokens().len()
            && (pos(at - 2), pos(at - 1), pos(at + 1)) == ("PROPN", "ADP", "PROPN")
            && self.tree.head(at - 1) == Some(at - 2)
    }

    /// Whether a verb is the one that the heading tells: the root, a partner of
    /// it, or the clause before "police said".
    pub fn is_told(&self, verb: usize) -> bool {
        let token = self.tree.token(verb);
        let head = token.head as usize;
        match token.dep {
            "ROOT" => true,
            "conj" => self.tree.token(head).dep == "ROOT",
            "ccomp" => self.tree.token(head).dep == "ROOT" && verb < head,
            _ => false,
        }
    }

    /// The core of the clause, then what fits of the rest in order of need.
    pub fn kept(&self, root: usize, most: usize) -> Option<BTreeSet<usize>> {
        let mut kept = BTreeSet::new();
        self.core(root, &mut kept)?;
        if self.words(&kept) > most {
            return None;
        }
        // What may be added whole, nearest need first.
        let mut extra: Vec<(usize, usize, Vec<usize>)> = Vec::new();
        for &at in kept.clone().iter() {
            for child in self.tree.children(at) {
                if kept.contains(&child) {
                    continue;
                }
                if let Some(rank) = self.need(at, child) {
                    extra.push((rank, child, self.phrase(child)));
                    extra.push((rank, child, self.short_phrase(child)));
                    let mut core = BTreeSet::new();
                    if self.tree.token(child).dep != "prep" {
                        core.extend(self.purpose(child).into_iter().flatten());
                    } else if !self.is_compound(child) {
                        self.complement(child, &mut core);
                    }
                    if !core.is_empty() {
                        extra.push((rank, child, core.into_iter().collect()));
                    }
                }
            }
        }
        extra.sort_by_key(|(rank, _, phrase)| {
            (*rank, phrase.first().copied(), std::cmp::Reverse(phrase.len()))
        });
        for (_, child, phrase) in extra {
            if self.is_past_a_gap(&kept, child) {
                continue;
            }
            let mut more = kept.clone();
            more.extend(phrase);
            self.close(&mut more);
            if self.words(&more) <= most {
                kept = more;
            }
        }
        self.close(&mut kept);
        (self.words(&kept) <= most).then_some(kept)
    }

    /// Whether a phrase before this one is left out, to which it may belong: "carried out the
    /// attack [in answer to strikes] in Tarn" does not say where the attack was.
    fn is_past_a_gap(&self, kept: &BTreeSet<usize>, child: usize) -> bool {
        let tree = self.tree;
        let prep = |at: usize| tree.token(at).dep == "prep";
        let head = tree.token(child).head as usize;
        prep(child) && (head + 1..child).any(|c| prep(c) && !kept.contains(&c) && !self.dates(c))
    }

    /// Parts of one written word stay together: "long-range"; so do a comma and "according to".
    fn close(&self, kept: &mut BTreeSet<usize>) {
        let tree = self.tree;
        for at in 1..tree.tokens().len() {
            if kept.contains(&at) && self.text(at) == "according" && self.text(at - 1) == "," {
                kept.insert(at - 1);
            }
        }
        let glued = |at: usize| {
            at > 0
                && !tree.token(at - 1).space_after
                && (self.text(at - 1) == "-"
                    || self.text(at) == "-"
                    || tree.token(at).tag == "POS"
                    || self.text(at) == "%"
                    || self.text(at - 1) == "$")
        };
        for at in 1..tree.tokens().len() {
            if glued(at) && kept.contains(&(at - 1)) {
                kept.insert(at);
            }
        }
        for at in (1..tree.tokens().len()).rev() {
            if glued(at) && kept.contains(&at) {
                kept.insert(at - 1);
            }
        }
    }

    /// Verb group, subject and complements of a clause.
    fn core(&self, verb: usize, kept: &mut BTreeSet<usize>) -> Option<()> {
        kept.insert(verb);
        let tree = self.tree;
        for child in tree.children(verb) {
            let token = tree.token(child);
            match token.dep {
                "nsubj" | "nsubjpass" | "dobj" | "attr" | "dative" | "oprd" | "expl" => {
                    self.noun(child, kept);
                }
                // "came ashore", "turned back": without it the verb says another thing.
                "advmod"
                    if child == verb + 1
                        && !self.text(child).ends_with("ly")
                        && !self.dates(child) =>
                {
                    kept.insert(child);
                }
                "aux" | "auxpass" | "neg" | "prt" => {
                    kept.insert(child);
                }
                // "three years old", "unlikely to last": the whole of it.
                "acomp" => {
                    kept.extend(self.phrase(child));
                }
                "agent" => {
                    kept.extend(self.phrase(child));
                }
                "prep" if child > verb && self.is_complement(verb, child) => {
                    self.complement(child, kept);
                }
                "xcomp" => {
                    let who = tree.child(child, &["nsubj"]).map(|who| tree.subtree(who).start);
                    // "called for Vosk to sign" is not "called Vosk".
                    if who.is_some_and(|start| start > 0 && self.text(start - 1) == "for") {
                        return None;
                    }
                    self.core(child, kept)?;
                }
                "ccomp" => {
                    let mut inner = BTreeSet::new();
                    self.core(child, &mut inner)?;
                    kept.extend(inner);
                    kept.extend(tree.children(child).filter(|&c| tree.token(c).dep == "mark"));
                    // "Seven die, police say": the comma stays.
                    kept.extend(
                        (child + 1..verb)
                            .rev()
                            .find(|&i| self.text(i) == ",")
                            .filter(|_| child < verb),
                    );
                }
                "mark" if tree.token(verb).dep != "ROOT" => {
                    kept.insert(child);
                }
                "csubj" | "csubjpass" => return None,
                _ => {}
            }
        }
        Some(())
    }

    /// Whether a verb is cut short without this phrase: "is in Paris",
    /// "succeeded in thrusting", "fell into a moat".
    fn is_complement(&self, verb: usize, prep: usize) -> bool {
        let tree = self.tree;
        let only =
            tree.child(verb, &["dobj", "attr", "acomp", "xcomp", "ccomp", "agent"]).is_none();
        let first = !tree
            .children(verb)
            .any(|c| c > verb && c < prep && tree.token(c).dep == "prep" && !self.dates(c));
        let passive = tree.child(verb, &["auxpass"]).is_some();
        tree.token(verb).lemma == "be" && first
            || tree.child(prep, &["pcomp"]).is_some() && first && only
            || only && first && !passive && !self.dates(prep)
    }

    /// "in answer to", "in retaliation for": one preposition with a noun inside.
    fn is_compound(&self, prep: usize) -> bool {
        let tree = self.tree;
        tree.child(prep, &["pobj"]).is_some_and(|noun| {
            tree.child(noun, &["det", "poss", "amod"]).is_none()
                && tree.child(noun, &["prep"]) == Some(noun + 1)
        })
    }

    /// "to two players", of "to two players on the affiliate of a team": the
    /// rest is added where it fits.
    fn complement(&self, prep: usize, kept: &mut BTreeSet<usize>) {
        let objects: Vec<usize> = self.tree.children(prep).collect();
        match objects.as_slice() {
            [noun] if self.tree.token(*noun).dep == "pobj" => {
                kept.insert(prep);
                self.noun(*noun, kept);
            }
            // "of being vague on cuts".
            [verb] if self.tree.token(*verb).dep == "pcomp" => {
                let mut core = BTreeSet::from([prep]);
                if self.core(*verb, &mut core).is_some() {
                    kept.extend(core);
                }
            }
            _ => kept.extend(self.short_phrase(prep)),
        }
    }

    /// "to see to it", of "pushed towns to see to it by May": the rest is added where it fits.
    fn purpose(&self, verb: usize) -> Option<BTreeSet<usize>> {
        let mut core = BTreeSet::new();
        self.does_what(verb).then(|| self.core(verb, &mut core))??;
        Some(core)
    }

    /// Whether a verb is one with "to" before it.
    fn does_what(&self, verb: usize) -> bool {
        self.tree.children(verb).any(|c| self.tree.token(c).tag == "TO")
    }

    /// A noun with what makes it a name: compounds, numbers, owners, partners.
    fn noun(&self, head: usize, kept: &mut BTreeSet<usize>) {
        kept.insert(head);
        for child in self.tree.children(head) {
            match self.tree.token(child).dep {
                // "at least 3.1 billion", "nearly 18": the bound is part of the figure.
                "nummod" => kept.extend(self.phrase(child)),
                // "does not guarantee that all games run" is not that none does.
                "det" | "predet" if self.counts(child) => {
                    kept.insert(child);
                }
                "compound" | "poss" | "nmod" | "case" | "neg" | "quantmod" => {
                    self.noun(child, kept);
                    if matches!(self.tree.token(child).dep, "compound" | "nmod") {
                        kept.extend(self.hyphen_between(child, head));
                    }
                }
                "conj" => {
                    self.noun(child, kept);
                    kept.extend(self.tree.children(head).filter(|&c| {
                        self.tree.token(c).dep == "cc"
                            || self.tree.token(c).dep == "punct" && c > head && c < child
                    }));
                }
                // "Costa Rican" is one name.
                "amod" if self.text(child).starts_with(char::is_uppercase) => {
                    kept.extend(self.phrase(child));
                }
                "amod" if self.is_needed_adjective(child) => {
                    kept.insert(child);
                }
                // "the world's most powerful rocket" is not the world's rocket.
                "amod" if self.is_superlative(child) => kept.extend(self.phrase(child)),
                "prep" if self.text(child) == "of" => kept.extend(self.short_phrase(child)),
                _ => {}
            }
        }
    }

    /// Whether a determiner says of how many something is told.
    fn counts(&self, at: usize) -> bool {
        #[rustfmt::skip]
        const COUNTING: &[&str] =
            &["all", "any", "both", "each", "either", "every", "half", "neither", "no", "some"];
        COUNTING.contains(&self.text(at).to_lowercase().as_str())
    }

    fn hyphen_between(&self, from: usize, to: usize) -> impl Iterator<Item = usize> + '_ {
        (from + 1..to).filter(|&i| self.text(i) == "-")
    }

    /// Adjectives without which the noun is another: "prime minister", "alleged spy".
    fn is_needed_adjective(&self, at: usize) -> bool {
        #[rustfmt::skip]
        const NEEDED: &[&str] = &[
            "prime", "former", "foreign", "deputy", "vice", "more", "fewer", "less", "least",
            "acting", "interim", "final", "first", "last", "only", "alleged", "suspected",
            "attempted", "proposed", "planned", "potential", "possible", "likely", "fake", "false",
            "failed", "so-called", "several", "many", "few", "most", "some", "other", "another",
            "previous", "new", "sexual", "nuclear", "chemical", "racial", "dual",
        ];
        NEEDED.contains(&self.text(at))
    }

    fn is_superlative(&self, at: usize) -> bool {
        let most = |c: usize| self.tree.token(c).tag == "RBS";
        self.tree.token(at).tag == "JJS" || self.tree.children(at).any(most)
    }

    /// How soon a dependent is added; nothing where it never is.
    fn need(&self, head: usize, child: usize) -> Option<usize> {
        let verb = matches!(self.tree.token(head).pos, "VERB" | "AUX");
        match self.tree.token(child).dep {
            "prep" | "npadvmod" | "advmod" if self.dates(child) => None,
            // "Even the mayor": beside what, the heading does not say.
            "advmod" if matches!(self.text(child).to_lowercase().as_str(), "even" | "also") => None,
            // "strikes a softer note": without it the object says nothing.
            "amod" if self.is_pale_object(head) => Some(0),
            // "Energiya says in a statement".
            "prep" if verb && self.is_medium(child) => None,
            "prep" if verb && child > head => Some(1),
            // "pushes towns to sign": without it the pushing says nothing.
            "advcl" | "ccomp" if verb && child > head && self.does_what(child) => Some(1),
            "prep" if !verb => Some(2),
            "amod" | "nummod" | "advmod" if !verb => Some(3),
            "acl" => Some(4),
            "advcl"
                if child > head
                    && self
                        .tree
                        .child(child, &["mark"])
                        .is_some_and(|m| matches!(self.text(m), "after" | "before")) =>
            {
                Some(6)
            }
            _ => None,
        }
    }

    /// "in a statement", "in an interview".
    fn is_medium(&self, prep: usize) -> bool {
        const MEDIA: &[&str] = &["statement", "interview", "release", "briefing", "email"];
        let what = self.tree.child(prep, &["pobj"]);
        self.text(prep).eq_ignore_ascii_case("in")
            && what.is_some_and(|what| {
                MEDIA.contains(&self.tree.token(what).lemma.as_str())
                    && self.tree.child(what, &["prep", "relcl", "acl"]).is_none()
            })
    }

    /// Whether a phrase says when: a heading leaves that to the statement. "Of the Dec. 27
    /// debate" says which, not when.
    pub fn dates(&self, of: usize) -> bool {
        const PARTS: &[&str] = &["morning", "afternoon", "evening", "night", "day", "week", "eve"];
        let tree = self.tree;
        let mut core = of;
        while let Some(inner) = tree.child(core, &["pobj", "pcomp"]).or_else(|| {
            let prep = tree.token(core).dep == "prep";
            tree.child(core, &["prep"]).filter(|_| prep)
        }) {
            let is_part = PARTS.contains(&tree.token(inner).lemma.as_str());
            if is_part {
                return true;
            }
            core = inner;
        }
        let span = tree.span(core);
        let dates = &self.story.sentence(self.line).dates;
        dates.iter().any(|t| t.start <= span.start && span.end <= t.end)
    }

    /// A dependent without the relative clauses in its subtree.
    fn short_phrase(&self, of: usize) -> Vec<usize> {
        let relative = |&i: &usize| {
            self.tree
                .ancestors(i)
                .take_while(|&up| up != of)
                .any(|up| self.tree.token(up).dep == "relcl")
        };
        self.phrase(of).into_iter().filter(|i| !relative(i) && self.text(*i) != ",").collect()
    }

    /// A dependent with its whole subtree, articles left out.
    fn phrase(&self, of: usize) -> Vec<usize> {
        self.tree.subtree(of).filter(|&i| !self.is_light(i)).collect()
    }
}
