//! What a word cannot be told without: the dependents that may not be left out
//! while their head is kept.
//!
//! Leaving out a true adjunct makes a sentence say less, and what says less is
//! still true. That fails where the adjunct is an argument, a denial, a hedge,
//! a bound or a condition; and it fails under a denial ("did not resign over
//! the scandal") and under words such as "all" and "only", where saying less
//! claims more.

use throughline_annotate::{is_hedge, is_negation, is_speech_verb};
use throughline_syntax::Doc;

/// Relations that are part of what their head says.
#[rustfmt::skip]
const PARTS: &[&str] = &[
    "nsubj", "nsubjpass", "csubj", "csubjpass", "expl", "dobj", "dative", "attr", "acomp", "oprd",
    "xcomp", "ccomp", "pobj", "pcomp", "prt", "neg", "aux", "auxpass", "mark", "quantmod", "case",
    "poss", "nummod", "compound", "nmod", "det", "predet", "preconj", "agent", "dep",
];

/// Adjectives that take back, or put in doubt, what their noun says.
#[rustfmt::skip]
const PRIVATIVE: &[&str] = &[
    "former", "ex", "fake", "false", "alleged", "supposed", "so-called", "would-be", "potential",
    "possible", "proposed", "planned", "attempted", "failed", "acting", "interim", "suspected",
    "apparent", "unconfirmed", "rumoured", "rumored", "reported", "likely", "prospective", "mock",
    "self-styled", "self-proclaimed", "accused", "presumed", "foiled", "averted", "hypothetical",
    "temporary", "partial", "conditional", "only", "few", "fewer", "little", "less", "least", "no",
    "impossible", "unlikely", "counterfeit", "deputy", "vice", "assistant", "aspiring", "future",
    "late", "first", "last", "second", "third", "next", "other", "half", "more", "most",
];

/// Adverbs that deny, doubt, bound or narrow.
#[rustfmt::skip]
const LIMITING: &[&str] = &[
    "never", "hardly", "barely", "scarcely", "rarely", "seldom", "only", "almost", "nearly",
    "reportedly", "allegedly", "apparently", "possibly", "perhaps", "probably", "maybe",
    "supposedly", "purportedly", "potentially", "conditionally", "temporarily", "partially",
    "partly", "falsely", "mistakenly", "wrongly", "less", "least", "too", "no", "not", "nowhere",
    "otherwise", "half", "likely", "unlikely", "presumably", "seemingly", "ostensibly",
    "theoretically", "hypothetically", "provisionally", "initially", "briefly", "formerly",
    "once", "narrowly", "more", "most", "up", "at", "under", "over", "unsuccessfully",
];

/// Adverbs that make another verb of the one they follow: "step down".
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "down", "up", "out", "off", "away", "back", "aside", "over", "in", "on", "through", "apart",
    "together", "forward", "along", "around", "ahead", "short", "well",
];

/// Prepositions and markers that make a condition or an exception.
#[rustfmt::skip]
const CONDITIONS: &[&str] = &[
    "if", "unless", "without", "except", "provided", "providing", "pending", "lest", "whether",
    "assuming", "barring", "subject", "until", "till", "once", "supposing", "but", "minus", "unlike",
    "under",
];

/// Words that together open a condition.
const PROVISOS: &[&[&str]] = &[
    &["as", "long", "as"],
    &["so", "long", "as"],
    &["on", "condition"],
    &["on", "the", "condition"],
    &["on", "the", "understanding"],
    &["in", "the", "event"],
    &["in", "case"],
    &["provided"],
    &["providing"],
    &["in", "the", "view"],
    &["in", "the", "opinion"],
    &["in", "the", "words"],
    &["in", "the", "eyes"],
    &["with", "the", "exception"],
    &["apart", "from"],
];

/// How many words the longest of them has.
const LONGEST_PROVISO: usize = 3;

/// Determiners and adjectives under which a narrower noun may not be widened.
#[rustfmt::skip]
const SWEEPING: &[&str] = &[
    "all", "every", "each", "any", "no", "most", "both", "only", "few", "sole", "first", "last",
    "next", "none", "everyone", "nobody", "anyone", "nothing", "everything", "second", "third",
    "half",
];

/// The needs of one sentence, of which some tokens are kept.
pub struct Needs<'a> {
    tree: &'a Doc,
    sentence: &'a str,
    kept: &'a [bool],
    /// Whether a token stands under a denial that is kept.
    denied: Vec<bool>,
}

impl<'a> Needs<'a> {
    /// Reads a tree; `kept` says for each token whether it is told.
    pub fn of(tree: &'a Doc, sentence: &'a str, kept: &'a [bool]) -> Self {
        Self { tree, sentence, kept, denied: denied(tree, sentence) }
    }

    fn lower(&self, at: usize) -> String {
        self.sentence[self.tree.tokens[at].range()].to_lowercase().replace('’', "'")
    }

    /// Why a token that is left out is needed by its head, which is kept.
    pub fn why(&self, at: usize) -> Option<&'static str> {
        let token = &self.tree.tokens[at];
        let head = token.head as usize;
        let lower = self.lower(at);
        let word = lower.as_str();
        // "All workers left": that workers left is less, and true.
        let sums = matches!(token.dep, "det" | "predet") && matches!(word, "all" | "both");
        if sums && !self.denied[head] {
            return None;
        }
        if PARTS.contains(&token.dep) {
            return Some("it is part of what the rest says");
        }
        if is_negation(word)
            && token.dep != "conj"
            && !matches!(token.dep, "relcl" | "advcl" | "acl" | "appos" | "parataxis")
        {
            return Some("a denial would be lost");
        }
        if self.is_proviso(at) {
            return Some("a condition would be lost");
        }
        match token.dep {
            "amod"
                if PRIVATIVE.contains(&word)
                    || is_hedge(word)
                    || token.tag == "JJS"
                    || token.tag == "JJR" =>
            {
                Some("the noun means something else without it")
            }
            "advmod" | "npadvmod" | "meta" | "intj"
                if LIMITING.contains(&word) || is_hedge(word) =>
            {
                Some("a hedge or bound would be lost")
            }
            "advmod" if at == head + 1 && PARTICLES.contains(&word) => {
                Some("it is part of the verb")
            }
            "advmod" if self.has_child(at, LIMITING) => Some("a hedge or bound would be lost"),
            "prep" if CONDITIONS.contains(&word) => Some("a condition or exception would be lost"),
            "prep" if word == "according" => Some("the sentence says so on somebody's word"),
            "prep" if self.tree.tokens[head].lemma == "be" => {
                Some("it is part of what the rest says")
            }
            "prep" if word == "of" && self.is_noun(head) && !self.is_set_off(at) => {
                Some("the noun means something else without it")
            }
            "advcl" if self.is_condition(at) => Some("a condition would be lost"),
            "parataxis" if is_speech_verb(word) => Some("the sentence says so on somebody's word"),
            "advcl" if word == "according" => Some("the sentence says so on somebody's word"),
            "conj" => self.why_partner(at, head),
            "cc" if self
                .tree
                .children(head)
                .any(|c| c > at && self.tree.tokens[c].dep == "conj" && self.kept[c]) =>
            {
                Some("it says how two partners are joined")
            }
            "cc" if matches!(word, "or" | "nor") => Some("an alternative would be lost"),
            "prep" | "relcl" | "acl" | "amod" | "advmod" | "npadvmod" | "advcl" => {
                self.why_narrowing(at, head)
            }
            _ => None,
        }
    }

    /// A partner joined by "or" is an alternative; a noun's partner shares its part.
    fn why_partner(&self, at: usize, head: usize) -> Option<&'static str> {
        let joined = self
            .tree
            .children(head)
            .chain(self.chain(head))
            .filter(|&c| self.tree.tokens[c].dep == "cc");
        let alternative = joined.map(|c| self.lower(c)).any(|w| matches!(w.as_str(), "or" | "nor"));
        if alternative {
            return Some("an alternative would be lost");
        }
        let verb = matches!(self.tree.tokens[at].pos, "VERB" | "AUX");
        let free = verb || self.is_set_off(at);
        (!free).then_some("a partner shares what is said")
    }

    /// The children of the partners of a token.
    fn chain(&self, head: usize) -> impl Iterator<Item = usize> + '_ {
        let partners = self.tree.children(head).filter(|&c| self.tree.tokens[c].dep == "conj");
        partners.flat_map(|c| self.tree.children(c))
    }

    /// Where saying less claims more, nothing that narrows may go.
    fn why_narrowing(&self, at: usize, head: usize) -> Option<&'static str> {
        if self.is_set_off(at) {
            return None;
        }
        let adverb = || self.tree.tokens[at].dep == "advmod" && self.tree.subtree(at).len() == 1;
        if self.denied[head] && !((self.is_day(at) || adverb()) && self.is_refusal(head)) {
            return Some("it narrows what is denied");
        }
        let sweeping = || {
            self.tree.children(head).any(|c| {
                let token = &self.tree.tokens[c];
                SWEEPING.contains(&self.lower(c).as_str())
                    && matches!(token.dep, "det" | "amod" | "predet" | "advmod" | "nummod")
                    || token.tag == "JJS"
            }) || SWEEPING.contains(&self.lower(head).as_str())
        };
        (self.is_noun(head) && sweeping()).then_some("it narrows \"all\", \"only\" or the like")
    }

    /// Whether a verb is a denial itself and stands under none: who "rejected the plan on Monday", or
    /// "previously", rejected it.
    fn is_refusal(&self, verb: usize) -> bool {
        let token = &self.tree.tokens[verb];
        let head = token.head as usize;
        token.pos == "VERB"
            && is_negation(&self.lower(verb))
            && !self
                .tree
                .children(verb)
                .any(|c| self.tree.subtree(c).any(|i| denies(&self.lower(i))))
            && (head == verb || !self.denied[head])
    }

    /// Whether all of what hangs on a token is a day and the word that leads to it.
    fn is_day(&self, at: usize) -> bool {
        let days = self.tree.names.iter().filter(|name| matches!(name.kind, "DATE" | "TIME"));
        let all = self.tree.subtree(at);
        let dated =
            |i: usize| days.clone().any(|d| (d.first as usize..=d.last as usize).contains(&i));
        let leads = |i: usize| i == all.start && self.lower(i) == "on";
        all.clone().any(dated) && all.clone().all(|i| dated(i) || leads(i))
    }

    /// Whether an adverbial clause is a condition of its head.
    pub fn is_condition(&self, at: usize) -> bool {
        let head = self.tree.tokens[at].head as usize;
        let opens = self.tree.children(at).any(|c| {
            let token = &self.tree.tokens[c];
            matches!(token.dep, "mark" | "prep" | "advmod")
                && CONDITIONS.contains(&self.lower(c).as_str())
        });
        let inverted = self.tree.children(at).any(|c| {
            c < at
                && self.tree.tokens[c].dep == "aux"
                && matches!(self.lower(c).as_str(), "should" | "were" | "had")
        }) && self.tree.children(at).all(|c| self.tree.tokens[c].dep != "mark");
        let supposed = self.tree.children(head).any(|c| {
            self.tree.tokens[c].dep == "aux"
                && matches!(
                    self.lower(c).as_str(),
                    "would" | "could" | "might" | "'d" | "will" | "'ll" | "may" | "shall"
                )
        });
        let when = self
            .tree
            .children(at)
            .any(|c| matches!(self.lower(c).as_str(), "when" | "whenever" | "once" | "until"));
        opens || CONDITIONS.contains(&self.lower(at).as_str()) || inverted || supposed && when
    }

    /// Whether the words that hang on a token open as a condition does that has no one word.
    fn is_proviso(&self, at: usize) -> bool {
        let all = self.tree.subtree(at);
        let words: Vec<String> = all.take(LONGEST_PROVISO).map(|i| self.lower(i)).collect();
        PROVISOS.iter().any(|proviso| {
            proviso.iter().zip(&words).all(|(a, b)| a == b) && words.len() >= proviso.len()
        })
    }

    fn has_child(&self, at: usize, words: &[&str]) -> bool {
        self.tree.children(at).any(|c| words.contains(&self.lower(c).as_str()))
    }

    fn is_noun(&self, at: usize) -> bool {
        matches!(self.tree.tokens[at].pos, "NOUN" | "PROPN" | "PRON" | "NUM" | "DET")
    }

    /// Whether commas, dashes or brackets say that it does not narrow its head.
    fn is_set_off(&self, at: usize) -> bool {
        let part = self.tree.subtree(at);
        let is_mark = |i: usize| {
            matches!(
                &self.sentence[self.tree.tokens[i].range()],
                "," | "—" | "–" | "-" | "--" | "(" | ")" | ";" | ":"
            )
        };
        let before = part.start.checked_sub(1).is_some_and(is_mark);
        let after = part.end < self.tree.tokens.len() && is_mark(part.end);
        // A comma may be counted to the part itself.
        let within = is_mark(part.start) || part.end > part.start + 1 && is_mark(part.end - 1);
        before || within || part.start == 0 && after
    }
}

/// Whether a word denies, or all but denies.
fn denies(word: &str) -> bool {
    is_negation(word)
        || matches!(word, "n't" | "hardly" | "barely" | "rarely" | "only" | "few" | "no" | "none")
}

/// For each token whether it is, or completes, something denied.
pub fn denied(tree: &Doc, sentence: &str) -> Vec<bool> {
    let lower = |at: usize| sentence[tree.tokens[at].range()].to_lowercase().replace('’', "'");
    let denies = |at: usize| denies(&lower(at));
    let own: Vec<bool> = (0..tree.tokens.len())
        .map(|at| {
            denies(at) && matches!(tree.tokens[at].pos, "VERB" | "ADJ" | "NOUN" | "PRON" | "ADP")
                || tree.children(at).any(|c| {
                    let dep = tree.tokens[c].dep;
                    denies(c)
                        && matches!(
                            dep,
                            "neg"
                                | "advmod"
                                | "det"
                                | "preconj"
                                | "cc"
                                | "amod"
                                | "nsubj"
                                | "nsubjpass"
                        )
                        || matches!(dep, "nsubj" | "nsubjpass" | "dobj" | "attr")
                            && tree
                                .children(c)
                                .any(|d| denies(d) && matches!(tree.tokens[d].dep, "det" | "neg"))
                })
        })
        .collect();
    (0..tree.tokens.len())
        .map(|at| {
            let mut here = at;
            for _ in 0..tree.tokens.len() {
                if own[here] {
                    return true;
                }
                let token = &tree.tokens[here];
                let completes = matches!(
                    token.dep,
                    "xcomp"
                        | "ccomp"
                        | "dobj"
                        | "attr"
                        | "acomp"
                        | "prep"
                        | "pobj"
                        | "pcomp"
                        | "oprd"
                        | "agent"
                        | "dative"
                );
                if !completes || token.head as usize == here {
                    return false;
                }
                here = token.head as usize;
            }
            false
        })
        .collect()
}
