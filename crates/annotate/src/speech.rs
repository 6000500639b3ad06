//! The words that tell who speaks: verbs of saying with what they take.

/// What a verb of saying takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Takes {
    /// Speech and a clause: "said", "told".
    Clause,
    /// Speech, but no clause without marks: "shouted", "laughed".
    Speech,
    /// Somebody's words for something: "called it 'a trap'".
    Words,
}

/// What this form of a verb takes, if it is one of saying.
pub(crate) fn takes(lower: &str) -> Option<Takes> {
    let among = |list: &[&str]| list.binary_search(&lower).is_ok();
    if among(CLAUSE) {
        Some(Takes::Clause)
    } else if among(SPEECH) {
        Some(Takes::Speech)
    } else {
        among(WORDS).then_some(Takes::Words)
    }
}

/// Whether a lower-case word is a verb of saying in one of its forms, and what
/// it tells nothing but somebody's words: who vows, rules or reveals something
/// has done that. "According" counts.
pub fn is_speech_verb(lower: &str) -> bool {
    let says = CLAUSE.binary_search(&lower).is_ok() && !needs_that(lower) && !is_act(lower);
    let answers = matches!(
        lower,
        "according" | "asked" | "continued" | "quoted" | "recalled" | "replied" | "tell"
    );
    says || answers
}

/// Verbs that do something by saying it, or tell what somebody came to know.
fn is_act(lower: &str) -> bool {
    matches!(
        lower,
        "disclosed"
            | "maintained"
            | "maintains"
            | "pledged"
            | "pledges"
            | "promised"
            | "promises"
            | "recounted"
            | "reminded"
            | "revealed"
            | "reveals"
            | "ruled"
            | "swore"
            | "vowed"
            | "vows"
    )
}

/// Whether speech in marks or a clause follows a form.
pub(crate) fn tells_speech(lower: &str) -> bool {
    takes(lower).is_some_and(|takes| takes != Takes::Words)
}

/// Whether the form hangs on another verb: ", adding that".
pub(crate) fn is_participle(lower: &str) -> bool {
    lower.ends_with("ing")
}

/// Whether somebody is spoken to before what is said comes: "told reporters".
pub(crate) fn has_listener(lower: &str) -> bool {
    matches!(
        lower,
        "told"
            | "tells"
            | "telling"
            | "warned"
            | "warns"
            | "assured"
            | "assures"
            | "reminded"
            | "informed"
            | "promised"
    )
}

/// Whether the verb tells speech only where "that" follows: "found that".
pub(crate) fn needs_that(lower: &str) -> bool {
    matches!(
        lower,
        "found"
            | "believes"
            | "pointed"
            | "observed"
            | "estimated"
            | "estimates"
            | "informed"
            | "assured"
            | "maintained"
            | "maintains"
            | "states"
    )
}

/// Whether the subject never follows: "told", but "warned Kari Lund".
pub(crate) fn is_never_inverted(lower: &str) -> bool {
    matches!(lower, "told" | "tells" | "telling" | "assured" | "assures" | "informed")
}

#[rustfmt::skip]
const CLAUSE: &[&str] = &[
    "acknowledged", "acknowledges", "acknowledging", "added", "adding", "adds", "admits",
    "admitted", "admitting", "alleged", "alleges", "alleging", "announced", "announces",
    "announcing", "argued", "argues", "arguing", "asserted", "asserts", "assured", "assures",
    "believes", "claimed", "claiming", "claims", "conceded", "concedes", "conceding", "concluded",
    "concludes", "confirmed", "confirming", "confirms", "contended", "contends", "declared",
    "declares", "declaring", "denied", "denies", "denying", "disclosed", "emphasised",
    "emphasized", "estimated", "estimates", "explained", "explaining", "explains", "found",
    "informed", "insisted", "insisting", "insists", "maintained", "maintains", "noted", "notes",
    "noting", "observed", "pledged", "pledges", "pointed", "predicted", "predicting", "predicts",
    "promised", "promises", "reckons", "recounted", "reiterated", "reminded", "reported",
    "reporting", "reports", "revealed", "reveals", "ruled", "said", "say", "saying", "says",
    "stated", "states", "stating", "stressed", "stresses", "suggested", "suggesting", "suggests",
    "swore", "telling", "tells", "testified", "told", "tweeted", "tweets", "vowed", "vows",
    "warned", "warning", "warns", "writes", "writing", "wrote",
];

#[rustfmt::skip]
const SPEECH: &[&str] = &[
    "agreed", "agrees", "answered", "asked", "asking", "asks", "began", "boasted", "cautioned",
    "chimed", "clarified", "commented", "complained", "complains", "continued", "continues",
    "countered", "cried", "demanded", "demands", "exclaimed", "fumed", "grumbled", "hissed",
    "interjected", "joked", "jokes", "joking", "lamented", "laments", "laughed", "mumbled",
    "mused", "muttered", "objected", "offered", "opined", "pleaded", "posted", "protested", "put",
    "quipped", "read", "reads", "recalled", "recalling", "recalls", "reflected", "remarked",
    "remembered", "remembers", "repeated", "replied", "replies", "responded", "responds",
    "retorted", "screamed", "shouted", "shouting", "shrugged", "sighed", "snapped", "snorted",
    "urged", "urges", "urging", "whispered", "wondered", "yelled", "yelling",
];

#[rustfmt::skip]
const WORDS: &[&str] = &[
    "accused", "accuses", "accusing", "apologised", "apologized", "backed", "blamed", "blaming",
    "blasted", "branded", "branding", "brands", "called", "calling", "calls", "characterised",
    "characterized", "cited", "citing", "compared", "complaining", "condemned", "condemning",
    "condemns", "criticised", "criticising", "criticized", "criticizing", "decried", "defended",
    "denounced", "denouncing", "deplored", "derided", "deriding", "described", "describes",
    "describing", "dismissed", "dismisses", "dismissing", "expressed", "expressing", "hailed",
    "hailing", "hails", "invoked", "labeled", "labeling", "labelled", "labelling", "likened",
    "mentioned", "mocked", "mocking", "offering", "praised", "praises", "praising", "promising",
    "railed", "referred", "referring", "rejected", "rejecting", "slammed", "slamming", "speaks",
    "spoke", "thanked", "thanking", "touted", "touting", "urge", "used", "vowing", "welcomed",
    "welcoming",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saying_is_told_from_doing() {
        for word in ["said", "added", "contended", "according", "tell", "replied"] {
            assert!(is_speech_verb(word), "{word}");
        }
        for word in ["vowed", "ruled", "found", "dismissed", "began", "sign"] {
            assert!(!is_speech_verb(word), "{word}");
        }
    }

    #[test]
    fn the_lists_are_sorted() {
        for list in [CLAUSE, SPEECH, WORDS] {
            assert!(list.is_sorted(), "{:?}", list.windows(2).find(|w| w[0] > w[1]));
        }
    }
}
