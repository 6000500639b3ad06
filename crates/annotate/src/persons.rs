//! Words for people: forms of address, titles, roles, and what says that
//! somebody is a man or a woman. Whoever asks what somebody is called asks here;
//! a list elsewhere says why it is another.

/// Whether a word is a form of address: "Mr", "Dame".
pub fn is_honorific(word: &str) -> bool {
    let lower = word.trim_end_matches('.').to_lowercase();
    is_plain_address(&lower)
        || matches!(lower.as_str(), "miss" | "sir" | "lord" | "lady" | "dame" | "prof")
}

/// Whether a lower-case word is a form of address with which no name begins: "Mr", not the "Lady" of
/// "Lady Orrin".
pub(crate) fn is_plain_address(lower: &str) -> bool {
    matches!(lower, "mr" | "mrs" | "ms" | "mx" | "dr")
}

/// Whether a lower-case noun, in the singular, is a word for a person.
pub fn is_person_noun(lemma: &str) -> bool {
    PERSONS.binary_search(&lemma).is_ok()
        || OFFICES.iter().any(|end| lemma.ends_with(end))
        || trade(lemma).is_some()
}

/// Whether a lower-case noun is an office or a trade, which may stand before a
/// name: "president", "spokeswoman".
pub fn is_role(lemma: &str) -> bool {
    ROLES.binary_search(&lemma).is_ok()
        || OFFICES.iter().any(|end| lemma.ends_with(end))
        || trade(lemma).is_some_and(|stem| !matches!(stem, "gun" | "crew"))
}

/// Whether a lower-case word stands before a name and is no part of it: an office, a trade, a rank, a
/// form of address: "mayor", "adm", "sister", "mr".
pub fn is_title(lower: &str) -> bool {
    let bare = lower.trim_end_matches('.');
    TITLES.binary_search(&bare).is_ok() || is_honorific(bare) || is_role(bare)
}

/// Whether a lower-case noun is an office of which a state or a town has one or a few, so that its
/// holder is known by it: "president", "mayor".
pub fn is_office_of_state(lower: &str) -> bool {
    STATE.contains(&lower)
}

/// Whether a lower-case title keeps its capital before a name inside a sentence: "President", "Judge",
/// but "actor".
pub fn keeps_capital(lower: &str) -> bool {
    is_office_of_state(lower) || RANKS.contains(&lower)
}

#[rustfmt::skip]
const STATE: &[&str] = &[
    "president", "minister", "premier", "chancellor", "king", "queen", "prince", "princess",
    "pope", "governor", "senator", "mayor",
];

#[rustfmt::skip]
const RANKS: &[&str] = &[
    "secretary", "general", "captain", "colonel", "sheriff", "sergeant", "lieutenant",
    "archbishop", "bishop", "cardinal", "justice", "judge",
];

/// Ranks and offices that are no trade to be called by: nobody is "an adm".
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "adm", "admiral", "agent", "baroness", "brigadier", "capt", "clerk", "col", "comptroller",
    "constable", "counsel", "father", "gen", "gov", "lt", "maj", "major", "mother", "pastor",
    "pm", "rep", "rev", "reverend", "sen", "sgt", "sister", "speaker", "supt", "whip",
];

/// Endings of nouns for people.
const OFFICES: &[&str] = &["leader", "maker", "minister", "president", "chief", "editor"];

/// What stands before "man", "woman" or "person" in a noun for somebody; not
/// in "German".
fn trade(lemma: &str) -> Option<&str> {
    let ends = ["woman", "man", "person"];
    let stem = ends.iter().find_map(|end| lemma.strip_suffix(end))?;
    TRADES.contains(&stem).then_some(stem)
}

#[rustfmt::skip]
const TRADES: &[&str] = &[
    "spokes", "chair", "congress", "business", "fire", "police", "fisher", "council", "assembly",
    "sales", "states", "camera", "front", "anchor", "clergy", "ombuds", "alder", "line", "door",
    "post", "sports", "trades", "noble", "service", "gun", "crafts", "news", "crew", "horse",
];

/// What a word tells of the person whom a sentence speaks of: a man, a woman.
pub fn gender(lower: &str) -> Option<Gender> {
    match lower.trim_end_matches('.') {
        "he" | "his" | "him" | "himself" | "man" | "father" | "husband" | "mr" | "boy" | "son"
        | "brother" | "king" | "prince" | "actor" | "grandfather" | "widower" | "uncle" | "sir"
        | "lord" => Some(Gender::Male),
        "she" | "her" | "hers" | "herself" | "woman" | "mother" | "wife" | "mrs" | "ms"
        | "girl" | "daughter" | "sister" | "queen" | "princess" | "actress" | "grandmother"
        | "widow" | "aunt" | "lady" | "dame" | "miss" | "baroness" => Some(Gender::Female),
        word if trade(word).is_some() && word.ends_with("woman") => Some(Gender::Female),
        word if trade(word).is_some() && word.ends_with("man") => Some(Gender::Male),
        _ => None,
    }
}

/// What English pronouns tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// "he".
    Male,
    /// "she".
    Female,
}

/// Nouns for people, sorted.
#[rustfmt::skip]
pub(crate) const PERSONS: &[&str] = &[
    "activist", "actor", "actress", "adviser", "aide", "ally", "ambassador", "analyst", "anchor",
    "artist", "assistant", "athlete", "attacker", "attorney", "aunt", "author", "baby",
    "backbencher", "baker", "banker", "biologist", "bishop", "boss", "boy", "boyfriend", "broker",
    "brother", "candidate", "captain", "cardinal", "chair", "chairman", "chairwoman", "chef",
    "chief", "child", "citizen", "clerk", "client", "coach", "colleague", "colonel", "columnist",
    "commander", "commentator", "commissioner", "congressman", "consultant", "cousin", "criminal",
    "critic", "daughter", "defendant", "deputy", "detective", "director", "diver", "doctor",
    "driver", "editor", "emperor", "engineer", "envoy", "executive", "expert", "farmer", "father",
    "fiancee", "fighter", "fisherman", "founder", "friend", "general", "geologist", "girl",
    "girlfriend", "governor", "grandfather", "grandmother", "guard", "gunman", "hiker",
    "historian", "hostage", "husband", "hydrologist", "inspector", "investigator", "journalist",
    "judge", "king", "lawmaker", "lawyer", "leader", "lieutenant", "man", "manager", "mayor",
    "meteorologist", "migrant", "militant", "minister", "mother", "musician", "negotiator",
    "neighbor", "neighbour", "nephew", "niece", "nominee", "nurse", "officer", "official",
    "opponent", "organiser", "organizer", "owner", "painter", "partner", "passenger", "patient",
    "person", "photographer", "physician", "pilot", "player", "poet", "politician", "pope",
    "premier", "president", "priest", "prince", "princess", "prisoner", "producer", "professor",
    "prosecutor", "protester", "psychologist", "queen", "rabbi", "refugee", "reporter",
    "representative", "rescuer", "researcher", "resident", "rival", "runner", "sailor",
    "scientist", "secretary", "seismologist", "senator", "sergeant", "sheriff", "shooter",
    "singer", "sister", "soldier", "son", "spokesman", "spokesperson", "spokeswoman", "striker",
    "student", "successor", "survivor", "suspect", "teacher", "teenager", "trader", "traveler",
    "traveller", "uncle", "victim", "volunteer", "warden", "widow", "wife", "winner", "witness",
    "woman", "worker", "writer",
];

/// Offices and trades, sorted.
#[rustfmt::skip]
const ROLES: &[&str] = &[
    "activist", "actor", "actress", "adviser", "advisor", "aide", "ambassador", "analyst",
    "archbishop", "artist", "attorney", "author", "banker", "billionaire", "bishop", "boss",
    "candidate", "captain", "cardinal", "ceo", "chair", "chancellor", "chief", "coach", "colonel",
    "columnist", "comedian", "comedienne", "commander", "commissioner", "coordinator", "correspondent", "councillor",
    "defender", "delegate", "deputy", "detective", "developer", "diplomat", "director", "doctor",
    "economist", "editor", "engineer", "envoy", "executive", "expert", "farmer", "footballer",
    "founder", "general", "goalkeeper", "governor", "head", "historian", "inspector",
    "investigator", "journalist", "judge", "justice", "king", "lawmaker", "lawyer", "leader",
    "lieutenant", "magnate", "manager", "mayor", "meteorologist", "midfielder", "minister",
    "musician", "negotiator", "nominee", "novelist", "officer", "official", "owner", "painter",
    "partner", "photographer", "physician", "physicist", "pilot", "poet", "politician", "pope",
    "premier", "president", "priest", "prince", "princess", "principal", "producer", "professor",
    "programmer", "prosecutor", "queen", "rabbi", "rapper", "rep", "reporter", "representative",
    "rescuer", "researcher", "scientist", "secretary", "sen", "senator", "sergeant", "sheriff", "singer",
    "skipper", "striker", "superintendent", "surgeon", "teacher", "treasurer", "tycoon",
    "warden", "winger", "writer",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!(PERSONS.is_sorted() && ROLES.is_sorted() && TITLES.is_sorted());
    }

    #[test]
    fn trades_tell_a_man_from_a_woman() {
        let cases = [
            ("fisherman", Some(Gender::Male)),
            ("councilwoman", Some(Gender::Female)),
            ("spokesperson", None),
            ("german", None),
            ("Mr.", None),
            ("mr.", Some(Gender::Male)),
        ];
        for (word, expected) in cases {
            assert_eq!(gender(word), expected, "{word}");
        }
    }

    #[test]
    fn words_for_people_are_told_from_others() {
        let cases = [
            ("spokesman", true, true),
            ("chairwoman", true, true),
            ("policymaker", true, true),
            ("teenager", true, false),
            ("gunman", true, false),
            ("german", false, false),
            ("woman", true, false),
            ("bridge", false, false),
            ("ceo", false, true),
            ("volunteer", true, false),
        ];
        for (word, person, role) in cases {
            assert_eq!((is_person_noun(word), is_role(word)), (person, role), "{word}");
        }
    }
}
