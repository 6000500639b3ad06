//! How a clause stands: whether what its verb says is told as done, denied,
//! planned, possible, wanted or under a condition.
//!
//! Read from the tree, a clause head at a time; each head takes over what its
//! governors say of it ("did not plan to sign": neither planned nor signed).

use std::ops::Range;

use crate::tree::Tree;

/// How sure what a clause says is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Modality {
    /// "signed", "signs".
    Fact,
    /// "will sign", "plans to sign", "is due to sign".
    Planned,
    /// "urged them to sign", "must sign".
    Wanted,
    /// "may sign", "whether it signed", "tried to sign".
    Possible,
    /// "would sign if", and the condition itself.
    Conditional,
}

/// How one clause stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stance {
    /// The token of its head.
    pub head: usize,
    /// "did not sign", "failed to sign", "no minister signed".
    pub negated: bool,
    /// "denied that he signed": told only to be rejected.
    pub denied: bool,
    /// Fact, plan, wish, possibility.
    pub modality: Modality,
    /// "reportedly signed", "is believed to have signed".
    pub hedged: bool,
    /// The tokens of the condition it hangs on.
    pub condition: Option<Range<usize>>,
}

impl Stance {
    /// Whether the clause says that the thing is so or was done.
    pub fn is_asserted(&self) -> bool {
        self.modality == Modality::Fact && !self.negated && !self.denied && self.condition.is_none()
    }

    /// Whether the clause says that the thing is not so.
    pub fn is_denial(&self) -> bool {
        self.negated != self.denied
    }
}

/// How every clause of a sentence stands, in the order of their heads.
pub fn stances(tree: &Tree) -> Vec<Stance> {
    (0..tree.tokens().len()).filter(|&at| is_head(tree, at)).map(|at| stance(tree, at)).collect()
}

/// How the clause of one head stands.
pub fn stance(tree: &Tree, head: usize) -> Stance {
    let mut found = own(tree, head);
    // What governs a clause says how it stands, one step after another.
    let mut at = head;
    let mut steps = tree.tokens().len();
    while let Some(above) = tree.head(at).filter(|_| steps > 0) {
        steps -= 1;
        if !take(tree, &mut found, at, above) {
            break;
        }
        at = above;
    }
    found
}

/// Whether a token heads a clause.
pub fn is_head(tree: &Tree, at: usize) -> bool {
    let token = tree.token(at);
    matches!(token.pos, "VERB" | "AUX")
        && !matches!(token.dep, "aux" | "auxpass" | "amod" | "compound" | "punct" | "case" | "nmod")
}

fn lemma(tree: &Tree, at: usize) -> String {
    tree.token(at).lemma.to_lowercase()
}

/// What the head's own dependents say.
fn own(tree: &Tree, head: usize) -> Stance {
    let mut found = Stance {
        head,
        negated: false,
        denied: false,
        modality: Modality::Fact,
        hedged: false,
        condition: None,
    };
    let is_verb = matches!(tree.token(head).pos, "VERB" | "AUX");
    for child in tree.children(head) {
        let token = tree.token(child);
        let word = lemma(tree, child);
        match token.dep {
            "neg" => found.negated = true,
            "advmod" | "npadvmod" => {
                found.negated |=
                    matches!(word.as_str(), "never" | "hardly" | "scarcely" | "barely")
                        || word == "long" && tree.children(child).any(|c| lemma(tree, c) == "no")
                        || word == "longer" && tree.children(child).any(|c| lemma(tree, c) == "no");
                found.hedged |= is_doubt(&word);
                if matches!(word.as_str(), "possibly" | "perhaps" | "maybe" | "potentially") {
                    found.modality = found.modality.max(Modality::Possible);
                }
            }
            "aux" => found.modality = found.modality.max(auxiliary(tree, head, &word, token.tag)),
            "mark" => {
                if is_condition(&word) {
                    found.modality = Modality::Conditional;
                } else if word == "whether" {
                    found.modality = Modality::Possible;
                }
            }
            "nsubj" | "nsubjpass" | "dobj" | "attr" | "expl" if is_verb => {
                found.negated |= is_none(tree, child, &word);
            }
            "advcl" => {
                let mark = tree.children(child).find(|&c| {
                    tree.token(c).dep == "mark" && is_condition(&lemma(tree, c))
                        || matches!(tree.token(c).dep, "prep" | "advmod")
                            && lemma(tree, c) == "unless"
                });
                let inverted = tree.children(child).any(|c| {
                    tree.token(c).dep == "aux"
                        && lemma(tree, c) == "should"
                        && tree.child(child, &["nsubj", "nsubjpass"]).is_some_and(|s| c < s)
                });
                let provided =
                    matches!(lemma(tree, child).as_str(), "provide" | "assume" | "suppose")
                        && tree.child(child, &["ccomp"]).is_some()
                        && tree.child(child, &["nsubj"]).is_none();
                if mark.is_some() || inverted || provided {
                    found.condition = Some(tree.subtree(child));
                }
            }
            "prep"
                if matches!(word.as_str(), "without")
                    && tree.child(child, &["pobj"]).is_some_and(|o| {
                        matches!(lemma(tree, o).as_str(), "success" | "result" | "avail")
                    }) =>
            {
                found.negated = true
            }
            _ => {}
        }
    }
    let inverted = tree.token(head).dep == "advcl"
        && tree.children(head).any(|c| {
            tree.token(c).dep == "aux"
                && lemma(tree, c) == "should"
                && tree.child(head, &["nsubj", "nsubjpass"]).is_some_and(|s| c < s)
        });
    if inverted {
        found.modality = Modality::Conditional;
    }
    if found.condition.is_some() && found.modality != Modality::Fact {
        found.modality = Modality::Conditional;
    }
    found
}

/// What an auxiliary says.
fn auxiliary(tree: &Tree, head: usize, word: &str, tag: &str) -> Modality {
    match word {
        "will" | "wo" | "'ll" | "shall" | "’ll" => Modality::Planned,
        // "said it would sign" tells a plan; "would sign" alone supposes.
        "would" | "'d" | "’d" if tag == "MD" => {
            let reported = tree.token(head).dep == "ccomp";
            if reported { Modality::Planned } else { Modality::Possible }
        }
        "may" | "might" | "could" | "can" | "ca" => Modality::Possible,
        "should" | "must" | "ought" => Modality::Wanted,
        "to" => match tree.token(head).dep {
            // The governor of a complement says how it stands.
            "xcomp" | "ccomp" | "conj" => Modality::Fact,
            _ => Modality::Planned,
        },
        _ => Modality::Fact,
    }
}

/// Takes over what a governor says of a clause; false where nothing above it
/// bears on the clause any more.
fn take(tree: &Tree, found: &mut Stance, at: usize, above: usize) -> bool {
    let dep = tree.token(at).dep;
    let word = lemma(tree, above);
    let verb = matches!(tree.token(above).pos, "VERB" | "AUX");
    let negated = || {
        let up = own(tree, above);
        up.negated
    };
    match dep {
        "xcomp" | "acomp" | "oprd" | "prt" if verb => {
            let (modality, mut negative, hedged) = governs(&word, tree, above);
            // "have yet to reach", "ruled out buying".
            negative |= tree.children(above).any(|c| {
                word == "have" && lemma(tree, c) == "yet"
                    || word == "rule" && lemma(tree, c) == "out"
            });
            found.modality = found.modality.max(modality);
            found.hedged |= hedged;
            found.negated ^= negative;
            found.denied |= is_rejection(&word);
            let up = own(tree, above);
            found.negated |= up.negated && !negative;
            if up.negated && negative {
                found.negated = false;
            }
            found.modality = found.modality.max(up.modality);
            found.hedged |= up.hedged;
            found.condition = found.condition.take().or(up.condition);
            true
        }
        "xcomp" | "ccomp" | "acl" | "advcl" | "prep" if tree.token(above).pos == "ADJ" => {
            adjective_says(found, &word);
            if tree.head(above).is_some_and(|h| own(tree, h).negated) {
                found.negated = true;
            }
            if let Some(h) = tree.head(above) {
                found.modality = found.modality.max(own(tree, h).modality);
            }
            false
        }
        "ccomp" if verb => {
            if tree.child(above, &["nsubj", "nsubjpass"]).is_some_and(|s| s > at) && word != "deny"
            {
                return false;
            }
            found.denied |= is_rejection(&word);
            if word == "be"
                && let Some(adjective) = tree.child(above, &["acomp"])
            {
                adjective_says(found, &lemma(tree, adjective));
            }
            let (modality, _, hedged) = governs(&word, tree, above);
            if is_wish(&word) || modality == Modality::Possible || is_hope(&word) {
                found.modality = found.modality.max(modality);
            }
            found.hedged |= hedged;
            // "do not believe that": the denial belongs to what is believed.
            if matches!(word.as_str(), "believe" | "think" | "expect" | "suppose" | "mean") {
                found.negated |= negated();
            }
            false
        }
        // "the claim that he signed", "a plan to sign", "no evidence that".
        "acl" | "ccomp" | "relcl" if tree.token(above).pos == "NOUN" => {
            noun(tree, found, at, above, &word);
            false
        }
        "pcomp" => match word.as_str() {
            "without" => {
                found.negated = true;
                false
            }
            "from" | "of" | "against" | "for" | "about" | "in" | "on" | "to" => {
                // "prevented the crew from landing" is often read as a crew from landing.
                let Some(mut governor) = tree.head(above) else { return false };
                if tree.token(governor).dep == "dobj" && lemma(tree, above) == "from" {
                    governor = tree.head(governor).unwrap_or(governor);
                }
                let word = lemma(tree, governor);
                if word == "vote" && lemma(tree, above) == "against" {
                    found.negated = true;
                }
                match word.as_str() {
                    "prevent" | "stop" | "keep" | "bar" | "ban" | "refrain" | "block"
                    | "dissuade" | "prohibit" | "short" | "abstain" => found.negated = true,
                    "think" | "consider" | "talk" | "dream" | "plan" | "intention" | "hope"
                    | "possibility" | "chance" | "risk" | "threaten" | "threat" => {
                        found.modality = found.modality.max(Modality::Possible);
                    }
                    "accuse" | "suspect" | "allegation" | "accusation" | "charge" => {
                        found.hedged = true
                    }
                    _ => {}
                }
                if matches!(tree.token(governor).pos, "VERB") {
                    let up = own(tree, governor);
                    if up.modality > Modality::Fact {
                        found.modality = found.modality.max(up.modality);
                    }
                    let blocks = matches!(
                        word.as_str(),
                        "prevent" | "stop" | "keep" | "bar" | "ban" | "block"
                    );
                    if up.negated {
                        found.negated = !blocks;
                    }
                }
                false
            }
            _ => false,
        },
        "conj" if verb => {
            // "did not sign or ratify"; "will meet and sign".
            let up = own(tree, above);
            let has_own = tree.child(at, &["nsubj", "nsubjpass", "aux"]).is_some();
            let or = tree.children(above).any(|c| {
                tree.token(c).dep == "cc" && matches!(lemma(tree, c).as_str(), "or" | "nor")
            });
            found.negated |= up.negated && or;
            let bare = matches!(tree.token(at).tag, "VB" | "VBN" | "VBG")
                && tree.token(at).tag == tree.token(above).tag;
            if !has_own && bare {
                found.modality = found.modality.max(up.modality);
                return !matches!(tree.token(above).dep, "ROOT");
            }
            let infinitive =
                tree.children(at).all(|c| tree.token(c).dep != "aux" || lemma(tree, c) == "to");
            let reported = tree.token(above).dep == "ccomp";
            (reported || infinitive && tree.token(at).tag == "VB")
                && tree.token(above).dep != "ROOT"
        }
        _ => false,
    }
}

/// What an adjective says of its complement: "likely to", "possible that".
fn adjective_says(found: &mut Stance, word: &str) {
    match word {
        "likely" | "due" | "set" | "ready" | "poised" | "prepared" | "willing" | "scheduled"
        | "about" | "bound" | "eager" | "keen" | "determined" => {
            found.modality = found.modality.max(Modality::Planned);
        }
        "unlikely" | "unable" | "unwilling" | "reluctant" | "impossible" => {
            let modal = if word == "unable" { Modality::Fact } else { Modality::Planned };
            found.modality = found.modality.max(modal);
            found.negated = true;
        }
        "possible" | "unclear" | "uncertain" | "unsure" | "conceivable" | "doubtful" | "free" => {
            found.modality = found.modality.max(Modality::Possible);
        }
        "untrue" | "false" => found.denied = true,
        "necessary" | "essential" | "important" | "vital" => {
            found.modality = found.modality.max(Modality::Wanted);
        }
        _ => {}
    }
}

/// What a noun says of the clause that explains it.
fn noun(tree: &Tree, found: &mut Stance, at: usize, above: usize, word: &str) {
    if tree.token(at).dep == "relcl" {
        return;
    }
    let none = tree.children(above).any(|c| tree.token(c).dep == "det" && lemma(tree, c) == "no");
    let false_ = tree.children(above).any(|c| {
        tree.token(c).dep == "amod"
            && matches!(
                lemma(tree, c).as_str(),
                "false" | "untrue" | "baseless" | "unfounded" | "bogus"
            )
    });
    match word {
        "plan" | "decision" | "proposal" | "promise" | "pledge" | "vow" | "deal" | "agreement"
        | "intention" | "offer" | "commitment" | "right" | "order" | "bill" | "move" => {
            found.modality = found.modality.max(Modality::Planned);
        }
        "call" | "demand" | "request" | "appeal" | "pressure" | "need" | "obligation" => {
            found.modality = found.modality.max(Modality::Wanted);
        }
        "attempt" | "effort" | "bid" | "threat" | "possibility" | "chance" | "risk"
        | "prospect" | "fear" | "hope" | "ability" | "opportunity" | "concern" | "question" => {
            found.modality = found.modality.max(Modality::Possible);
        }
        "claim" | "allegation" | "accusation" | "report" | "rumour" | "rumor" | "suspicion"
        | "suggestion" | "speculation" => found.hedged = true,
        "failure" | "refusal" | "inability" | "reluctance" => found.negated = true,
        "evidence" | "sign" | "proof" | "indication" if none => found.denied = true,
        _ => {}
    }
    if false_ || none && matches!(word, "plan" | "intention" | "decision") {
        found.denied |= false_;
        found.negated |= !false_;
    }
    // "rejected claims that", "denied reports that".
    let mut up = tree.head(above);
    if up.is_some_and(|u| tree.token(u).pos == "ADP") {
        up = tree.head(up.unwrap_or(above));
    }
    if let Some(verb) = up {
        found.denied |= is_rejection(&lemma(tree, verb));
    }
}

/// What a verb says of its complement: modality, whether it denies, whether it hedges.
fn governs(word: &str, tree: &Tree, at: usize) -> (Modality, bool, bool) {
    let passive = tree.children(at).any(|c| tree.token(c).dep == "auxpass");
    match word {
        "plan" | "intend" | "aim" | "agree" | "vow" | "promise" | "pledge" | "offer"
        | "schedule" | "decide" | "prepare" | "propose" | "swear" | "commit" | "set"
        | "undertake" | "arrange" => (Modality::Planned, false, false),
        "expect" => (Modality::Planned, false, false),
        "order" | "urge" | "ask" | "call" | "tell" | "demand" | "request" | "require" | "press"
        | "advise" | "encourage" | "instruct" | "recommend" | "want" | "need" | "wish"
        | "invite" | "warn" | "beg" => (Modality::Wanted, false, false),
        "hope" | "seek" | "try" | "attempt" | "threaten" | "consider" | "allow" | "permit"
        | "struggle" | "strive" | "suggest" | "fear" | "wonder" | "ready" => {
            (Modality::Possible, false, false)
        }
        "fail" | "refuse" | "decline" | "neglect" | "forget" | "stop" | "avoid" | "cease" => {
            (Modality::Fact, true, false)
        }
        "appear" | "seem" => (Modality::Fact, false, true),
        "believe" | "think" | "say" | "allege" | "report" | "suspect" | "presume"
        | "understand" | "rumour" | "rumor" | "know"
            if passive && word != "know" =>
        {
            (Modality::Fact, false, true)
        }
        "suspect" | "allege" | "claim" | "presume" | "assume" => (Modality::Fact, false, true),
        _ => (Modality::Fact, false, false),
    }
}

fn is_wish(word: &str) -> bool {
    matches!(
        word,
        "demand"
            | "insist"
            | "propose"
            | "recommend"
            | "request"
            | "urge"
            | "want"
            | "wish"
            | "suggest"
    )
}

fn is_hope(word: &str) -> bool {
    matches!(word, "hope" | "expect" | "fear" | "wonder" | "promise" | "pledge" | "vow")
}

fn is_rejection(word: &str) -> bool {
    matches!(
        word,
        "deny"
            | "reject"
            | "dispute"
            | "dismiss"
            | "refute"
            | "rebut"
            | "disavow"
            | "debunk"
            | "disprove"
    )
}

fn is_doubt(word: &str) -> bool {
    matches!(
        word,
        "reportedly"
            | "allegedly"
            | "apparently"
            | "supposedly"
            | "seemingly"
            | "presumably"
            | "probably"
            | "likely"
            | "purportedly"
            | "ostensibly"
            | "possibly"
            | "perhaps"
            | "maybe"
            | "potentially"
            | "evidently"
    )
}

fn is_condition(word: &str) -> bool {
    matches!(word, "if" | "unless" | "provided" | "lest" | "once")
}

/// "no minister", "nobody", "none of the ministers", "neither side".
fn is_none(tree: &Tree, at: usize, word: &str) -> bool {
    matches!(word, "nobody" | "none" | "nothing" | "neither")
        || word == "no one"
        || tree.children(at).any(|c| {
            matches!(tree.token(c).dep, "det" | "preconj" | "neg")
                && matches!(lemma(tree, c).as_str(), "no" | "neither")
        })
        || word == "one" && tree.children(at).any(|c| lemma(tree, c) == "no")
}
