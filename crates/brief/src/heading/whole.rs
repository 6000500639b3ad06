//! Whether a heading is whole: no word that only a word left out completes, and no pronoun that
//! nothing in it explains.

use std::collections::BTreeSet;

use throughline_annotate::{gender, is_person_noun};

use super::kept::Clause;

/// Prepositions that nothing but an object completes.
const TRANSITIVE: &[&str] = &[
    "with", "of", "at", "for", "by", "in", "on", "to", "from", "into", "as", "about", "against",
    "over", "under",
];

/// Verbs of what somebody saw happen: the thing seen is what happened, not what it happened to.
const PERCEIVING: &[&str] = &[
    "see", "hear", "watch", "feel", "recall", "remember", "notice", "observe", "imagine",
    "describe", "spot", "film",
];

impl Clause<'_> {
    /// Whether a word that is kept has lost what makes it mean something.
    pub fn is_torn(&self, kept: &BTreeSet<usize>) -> bool {
        self.ends_open(kept)
            || self.stops_short(kept)
            || self.stops_before_clause(kept)
            || kept.iter().any(|&at| {
                self.lacks_object(kept, at)
                    || self.lacks_scene(kept, at)
                    || self.lacks_members(kept, at)
                    || self.lacks_joint(kept, at)
                    || self.lacks_name(kept, at)
                    || self.lacks_goal(kept, at)
                    || self.lacks_matter(kept, at)
                    || self.lacks_equal(kept, at)
                    || self.lacks_other(kept, at)
            })
    }

    /// "between Vosk", of "between Vosk and Dorn"; "for time", of "for the third time".
    fn lacks_other(&self, kept: &BTreeSet<usize>, at: usize) -> bool {
        let tree = self.tree;
        let Some(noun) = tree.child(at, &["pobj"]).filter(|noun| kept.contains(noun)) else {
            return false;
        };
        let two = matches!(tree.token(noun).tag, "NNS" | "NNPS")
            || tree.children(noun).any(|c| tree.token(c).dep == "conj" && kept.contains(&c));
        let pale = tree.token(noun).lemma == "time"
            && tree.children(noun).any(|c| tree.token(c).dep == "amod" && !kept.contains(&c));
        tree.token(at).dep == "prep" && (tree.token(at).lemma == "between" && !two || pale)
    }

    /// "pushes agencies", of "pushed agencies to see to it", "defends claims", of "claims that",
    /// "unveils plan", of "a plan for mending the roads", "as Tarn", of "as Tarn won".
    fn stops_before_clause(&self, kept: &BTreeSet<usize>) -> bool {
        let tree = self.tree;
        let Some(last) = self.last_word(kept) else { return false };
        let Some(next) = (last + 1..tree.tokens().len()).find(|&at| !self.dates(at)) else {
            return false;
        };
        let held = |at: usize| tree.head(at).is_some_and(|head| kept.contains(&head));
        let after = tree.token(next);
        let to_do = after.tag == "TO" && tree.head(next).is_some_and(held);
        let told = after.dep == "mark" && self.text(next) == "that";
        let doing = after.dep == "prep" && held(next) && tree.child(next, &["pcomp"]).is_some();
        let goes_on = matches!(after.tag, "VBD" | "VBZ" | "MD");
        to_do || told || doing || goes_on
    }

    /// "accuses Vosk", "tells Dorn": of what, or what?
    fn lacks_matter(&self, kept: &BTreeSet<usize>, at: usize) -> bool {
        let tree = self.tree;
        let has = |deps: &[&str], word: Option<&str>| {
            tree.children(at).any(|c| {
                kept.contains(&c)
                    && deps.contains(&tree.token(c).dep)
                    && word.is_none_or(|word| self.text(c) == word)
            })
        };
        let whom = tree.child(at, &["dobj"]).filter(|object| kept.contains(object));
        match tree.token(at).lemma.as_str() {
            "accuse" => tree.token(at).pos == "VERB" && !has(&["prep"], Some("of")),
            "tell" | "inform" | "remind" => {
                whom.is_some_and(|whom| tree.token(whom).pos == "PROPN")
                    && !has(&["ccomp", "xcomp", "dative"], None)
            }
            _ => false,
        }
    }

    /// "firms are Brannock", of "the firms that took part are Brannock, Quill and Orrin", "are the only
    /// two", of "the only two members who voted": what is said to be something must be the whole of it.
    fn lacks_equal(&self, kept: &BTreeSet<usize>, at: usize) -> bool {
        let tree = self.tree;
        let lost = |noun: usize, deps: &[&str]| {
            tree.children(noun).any(|c| deps.contains(&tree.token(c).dep) && !kept.contains(&c))
        };
        tree.token(at).lemma == "be"
            && tree.child(at, &["attr"]).is_some_and(|what| {
                lost(what, &["relcl", "acl", "conj"])
                    || tree.child(at, &["nsubj"]).is_some_and(|who| lost(who, &["relcl", "acl"]))
            })
    }

    /// "parts with over the fare".
    fn lacks_object(&self, kept: &BTreeSet<usize>, at: usize) -> bool {
        let tree = self.tree;
        let completes = |c: usize| {
            kept.contains(&c) && matches!(tree.token(c).dep, "pobj" | "pcomp" | "advmod" | "amod")
        };
        tree.token(at).dep == "prep"
            && TRANSITIVE.contains(&tree.token(at).lemma.as_str())
            && !tree.children(at).any(completes)
    }

    /// "says breakwater is based", of "is based on another".
    fn ends_open(&self, kept: &BTreeSet<usize>) -> bool {
        let tree = self.tree;
        let Some(last) = self.last_word(kept) else { return false };
        let next = last + 1;
        // "says he will do all", of "all in his power".
        if matches!(tree.token(last).lemma.as_str(), "all" | "most" | "some" | "much" | "many")
            && next < tree.tokens().len()
            && tree.token(next).dep == "prep"
        {
            return true;
        }
        let verb = match tree.token(last).dep {
            "prt" => tree.head(last),
            _ => Some(last),
        };
        let Some(verb) = verb.filter(|&v| tree.token(v).pos == "VERB") else { return false };
        next < tree.tokens().len()
            && tree.head(next) == Some(verb)
            && matches!(
                tree.token(next).dep,
                "prep" | "xcomp" | "oprd" | "acomp" | "dobj" | "advmod"
            )
            && !self.dates(next)
    }

    /// Whether the word after the last one kept belongs to it: "unveils plans", of "unveiled
    /// plans to build", "makes order", of "made order a rule", "to go back", of "back to Tarn".
    fn stops_short(&self, kept: &BTreeSet<usize>) -> bool {
        let tree = self.tree;
        let Some(last) = self.last_word(kept) else { return false };
        let next = last + 1;
        if next >= tree.tokens().len() || kept.contains(&next) {
            return false;
        }
        let (end, after) = (tree.token(last), tree.token(next));
        let owned = tree.head(next) == Some(last);
        let to_do =
            after.tag == "TO" && tree.head(next).and_then(|verb| tree.head(verb)) == Some(last);
        // "takes turns saying".
        let doing = after.tag == "VBG" && matches!(after.dep, "acl" | "advcl" | "xcomp" | "ccomp");
        let asked = after.lemma == "to" && tree.head(last).is_some_and(|p| self.text(p) == "for");
        let thing =
            matches!(after.tag, "DT" | "PRP$" | "NN" | "NNS" | "NNP" | "NNPS" | "JJ" | "CD");
        let dated = tree.head(next).is_some_and(|head| self.dates(head)) || self.dates(next);
        let tied = match end.pos {
            "NOUN" => to_do || asked || doing || owned && after.lemma == "to",
            "VERB" if matches!(end.lemma.as_str(), "come" | "go") => after.dep != "punct",
            "ADV" => after.dep == "prep" && !self.dates(next),
            _ => false,
        };
        tied || thing && !dated && matches!(end.pos, "NOUN" | "PROPN" | "VERB" | "ADV")
    }

    /// "rams truck", of "rammed a truck into a gate".
    fn lacks_goal(&self, kept: &BTreeSet<usize>, at: usize) -> bool {
        let tree = self.tree;
        tree.token(at).pos == "VERB"
            && tree.child(at, &["dobj"]).is_some_and(|object| {
                let end = tree.subtree(object).end;
                kept.contains(&object)
                    && end < tree.tokens().len()
                    && matches!(self.text(end), "into" | "onto" | "upon")
                    && tree.head(end) == Some(at)
                    && !kept.contains(&end)
            })
    }

    /// "calls her ferry", of "calls her ferry out of date".
    fn lacks_name(&self, kept: &BTreeSet<usize>, at: usize) -> bool {
        let tree = self.tree;
        let kept_child = |deps: &[&str]| {
            tree.children(at).any(|c| kept.contains(&c) && deps.contains(&tree.token(c).dep))
        };
        matches!(tree.token(at).lemma.as_str(), "call" | "brand" | "label" | "deem" | "dub")
            && tree.token(at).pos == "VERB"
            && kept_child(&["dobj"])
            && !kept_child(&["oprd", "attr", "acomp", "ccomp", "xcomp", "prep", "prt"])
    }

    /// "praise his offer", of "praise for his roses, as well as his offer".
    fn lacks_joint(&self, kept: &BTreeSet<usize>, at: usize) -> bool {
        let tree = self.tree;
        // A second object is a partner of the first that the parser did not see as one.
        let before = match tree.token(at).dep {
            "conj" => tree.head(at),
            "dobj" => tree.head(at).and_then(|verb| tree.child(verb, &["dobj"])),
            _ => None,
        };
        let Some(head) = before.filter(|&before| before < at) else { return false };
        kept.contains(&head)
            && !kept.range(head..at).any(|&between| {
                tree.token(between).dep == "cc" || matches!(self.text(between), "," | "-" | "/")
            })
    }

    /// "recalls gondola", of "recalled the gondola slowing down".
    fn lacks_scene(&self, kept: &BTreeSet<usize>, at: usize) -> bool {
        let tree = self.tree;
        let perceived = tree
            .ancestors(at)
            .skip(1)
            .take(2)
            .any(|up| PERCEIVING.contains(&tree.token(up).lemma.as_str()));
        let lost = |at: usize| at < tree.tokens().len() && !kept.contains(&at);
        let is_thing = matches!(tree.token(at).pos, "NOUN" | "PROPN");
        // What somebody did without who did it, or the other way round.
        let act = |at: usize| tree.token(at).tag == "VBG";
        let actor = |at: usize| tree.token(at).pos == "NOUN";
        perceived
            && (is_thing && lost(at + 1) && act(at + 1)
                || act(at) && at > 0 && lost(at - 1) && actor(at - 1))
    }

    /// "becomes one of first", "does all": which ones, the words left out say.
    fn lacks_members(&self, kept: &BTreeSet<usize>, at: usize) -> bool {
        let tree = self.tree;
        let token = tree.token(at);
        let no_noun = matches!(token.tag, "JJ" | "JJS" | "RBS" | "DT" | "PDT")
            || matches!(token.lemma.as_str(), "one" | "all" | "that" | "those" | "everything");
        let completed = |c: usize| {
            matches!(tree.token(c).dep, "prep" | "acl" | "relcl") && c > at && !kept.contains(&c)
        };
        no_noun && matches!(token.dep, "dobj" | "pobj" | "attr") && tree.children(at).any(completed)
    }

    /// Whether a pronoun that is no subject means nobody named before it: "becomes the face of
    /// it", "other anglers gather round his nets".
    pub fn has_strange_pronoun(&self, kept: &BTreeSet<usize>) -> bool {
        kept.iter().any(|&at| {
            let tree = self.tree;
            let word = self.text(at).to_lowercase();
            let quotes = &self.story.sentence(self.line).quotes;
            let quoted = quotes.iter().any(|q| q.inner.contains(&tree.span(at).start));
            let owns = tree.token(at).tag == "PRP$";
            let acted_on = tree.token(at).tag == "PRP" && !tree.token(at).dep.starts_with("nsubj");
            if quoted || !(owns || acted_on) || word.ends_with("self") || word.ends_with("selves") {
                return false;
            }
            let clause = self.clause_of(at);
            let known = kept.range(..at).any(|&before| {
                let apart = owns || self.clause_of(before) != clause;
                apart && self.can_be(before, &word)
            });
            !known
        })
    }

    /// The verb of the clause that a token stands in.
    fn clause_of(&self, at: usize) -> Option<usize> {
        self.tree.ancestors(at).find(|&up| matches!(self.tree.token(up).pos, "VERB" | "AUX"))
    }

    /// Whether a noun can be whom a pronoun means.
    fn can_be(&self, noun: usize, pronoun: &str) -> bool {
        let tree = self.tree;
        if !matches!(tree.token(noun).pos, "NOUN" | "PROPN") {
            return false;
        }
        let many = matches!(tree.token(noun).tag, "NNS" | "NNPS");
        match gender(pronoun) {
            // What the names mean is not always seen: any singular name may be a person.
            Some(_) => {
                !many
                    && (tree.token(noun).pos == "PROPN"
                        || is_person_noun(&tree.token(noun).lemma.to_lowercase()))
            }
            None => true,
        }
    }
}
