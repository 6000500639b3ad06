//! Small closed classes of English words that change what a sentence asserts.

macro_rules! class {
    ($(#[$doc:meta])* $name:ident, $words:expr) => {
        $(#[$doc])*
        pub fn $name(lower: &str) -> bool {
            const WORDS: &[&str] = $words;
            WORDS.contains(&lower)
        }
    };
}

class!(
    /// Words that say something is only possible, wanted or planned.
    is_modal,
    &[
        "may", "might", "could", "would", "should", "can", "will", "shall", "must", "plan",
        "plans", "planned", "planning", "expected", "expects", "expect", "likely", "hopes",
        "hope", "hoped", "wants", "want", "wanted", "seeks", "seek", "sought", "intends",
        "intend", "proposed", "proposes", "considering", "considers", "threatened", "threatens",
        "vowed", "vows", "promised", "promises", "pledged", "pledges", "possible", "possibly",
        "perhaps", "potential", "potentially",
    ]
);

class!(
    /// Stems of verbs that give a thing another day: "postponed".
    moves_day,
    &[
        "move", "postpon", "reschedul", "delay", "defer", "adjourn", "shift", "push", "bring",
        "brought", "put", "extend",
    ]
);

class!(
    /// Words that deny.
    is_negation,
    &[
        "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot",
        "can't", "won't", "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't", "weren't",
        "hasn't", "haven't", "hadn't", "wouldn't", "couldn't", "shouldn't", "mustn't", "denied",
        "denies", "deny", "denying", "refused", "refuses", "refuse", "failed", "fails", "fail",
        "rejected", "rejects", "reject", "ruled", "unlikely", "false", "untrue",
    ]
);

class!(
    /// Words by which somebody denies what others say: "dismissed the report", "it is untrue".
    is_denial,
    &[
        "deny", "denies", "denied", "denying", "dismiss", "dismisses", "dismissed", "dismissing",
        "reject", "rejects", "rejected", "rejecting", "dispute", "disputes", "disputed",
        "disputing", "refute", "refutes", "refuted", "refuting", "false", "untrue", "baseless",
        "groundless", "unfounded", "fabricated", "nonexistent",
    ]
);

class!(
    /// Lemmas of nouns for what somebody says of another: "denied the allegation".
    is_claim_noun,
    &[
        "claim", "allegation", "accusation", "assertion", "rumour", "rumor", "notion", "report",
        "suggestion", "charge",
    ]
);

class!(
    /// Words that weaken an assertion or a figure.
    is_hedge,
    &[
        "reportedly", "allegedly", "alleged", "apparently", "apparent", "believed", "suspected",
        "supposedly", "claims", "claimed", "seemingly", "appears", "appeared", "about",
        "approximately", "roughly", "nearly", "almost", "least", "around", "some", "estimated",
        "unconfirmed", "rumoured", "rumored", "presumed", "thought",
    ]
);

class!(
    /// Words that open a condition.
    is_conditional,
    &["if", "unless", "provided", "lest", "once", "should"]
);

class!(
    /// Personal, possessive and demonstrative pronouns of the third person.
    is_pronoun,
    &[
        "he", "she", "it", "they", "him", "her", "them", "his", "hers", "its", "their", "theirs",
        "himself", "herself", "itself", "themselves", "this", "that", "these", "those",
    ]
);

/// Words and phrases that tie a sentence to the one before it; they may be cut
/// when they open a sentence and a comma or the rest follows. Longest first.
pub const CONNECTIVES: &[&str] = &[
    "in the meantime",
    "on the other hand",
    "at the same time",
    "as a result",
    "for example",
    "for instance",
    "more importantly",
    "for some reason",
    "in other words",
    "in a related story",
    "in a related development",
    "to be sure",
    "in addition",
    "that said",
    "in short",
    "in fact",
    "in turn",
    "of course",
    "even so",
    "after all",
    "instead",
    "however",
    "meanwhile",
    "nevertheless",
    "nonetheless",
    "moreover",
    "furthermore",
    "additionally",
    "interestingly",
    "incidentally",
    "unsurprisingly",
    "surprisingly",
    "unfortunately",
    "fortunately",
    "thankfully",
    "importantly",
    "notably",
    "equally",
    "sadly",
    "besides",
    "also",
    "still",
    "thus",
    "therefore",
    "hence",
    "indeed",
    "separately",
    "likewise",
    "similarly",
    "otherwise",
    "then",
    "now",
    "but",
    "and",
    "yet",
    "so",
];

/// Connectives that stand between commas inside a sentence, too.
pub fn is_joining(lower: &str) -> bool {
    matches!(
        lower,
        "however"
            | "meanwhile"
            | "moreover"
            | "furthermore"
            | "therefore"
            | "nevertheless"
            | "nonetheless"
            | "additionally"
            | "likewise"
            | "similarly"
    )
}
