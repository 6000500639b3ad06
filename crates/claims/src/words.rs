//! Which words of news are one word: synonyms, phrasal verbs, opposites, and
//! words that say next to nothing.

use std::{collections::HashMap, sync::LazyLock};

use throughline_annotate::{Harm, stem};
use throughline_semantics::Meaning;

/// A lemma with what it is compared by, looked up once.
#[derive(Debug, Clone)]
pub struct Sense {
    /// In lower case.
    pub lemma: String,
    stem: String,
    /// The groups of [`KIN`] that it stands in, and its harm, as bits.
    kin: u64,
    meaning: Option<Meaning>,
}

impl Sense {
    /// Looks a lemma up.
    pub fn of(lemma: &str) -> Self {
        let kin = GROUPS.get(lemma).copied().unwrap_or_default();
        let stem = stem(lemma);
        // "hospital" says only where somebody is.
        let harm = Harm::of(&stem).filter(|_| lemma != "hospital");
        let harmed = harm.map_or(0, |harm| 1 << (KIN.len() + harm as usize));
        Self { lemma: lemma.to_owned(), stem, kin: kin | harmed, meaning: Meaning::of(lemma) }
    }

    /// How far one lemma says what another says, from 0 to 1.
    pub fn nearness(&self, other: &Self) -> f32 {
        if self.kin & other.kin != 0 || self.stem == other.stem {
            return 1.0;
        }
        self.meaning.zip(other.meaning).map_or(0.0, |(x, y)| x.likeness(y))
    }
}

/// The lemmas that say the opposite of one.
pub fn opposites(lemma: &str) -> impl Iterator<Item = &'static str> {
    OPPOSITES.iter().flat_map(move |(yes, no)| {
        let of = |side: &[&str], other| if side.contains(&lemma) { other } else { &[][..] };
        of(yes, *no).iter().chain(of(no, *yes)).copied()
    })
}

/// Whether a lemma says so little that it proves no likeness.
pub fn is_light(lemma: &str) -> bool {
    LIGHT.contains(&lemma)
}

/// The one verb that says what a verb with its particle says.
pub fn phrasal(verb: &str, particle: &str) -> Option<&'static str> {
    PHRASAL.iter().find(|(v, p, _)| *v == verb && *p == particle).map(|(.., one)| *one)
}

/// Lemmas that tell one thing in news.
#[rustfmt::skip]
const KIN: &[&[&str]] = &[
    &["free", "release"],
    &["kidnap", "abduct"],
    &["resign", "quit"],
    &["buy", "acquire", "purchase"],
    &["approve", "pass", "adopt", "back"],
    &["deal", "agreement", "accord", "pact"],
    &["fire", "blaze"],
    &["quake", "earthquake"],
    &["jail", "prison"],
    &["shut", "close", "closure"],
    &["job", "position", "post"],
    &["house", "home", "household"],
    &["soldier", "troop"],
    &["find", "discover", "discovery", "see", "spot", "detect", "notice"],
    &["explosion", "blast", "explode"],
    &["raise", "increase", "rise", "climb", "grow"],
    &["cut", "lower", "reduce", "fall", "drop", "plunge", "tumble", "slump", "plummet"],
    &["plan", "intend", "want"],
    &["pupil", "student"],
    &["strike", "walkout"],
    &["hold", "control"],
    &["landfall", "ashore"],
    &["hit", "strike"],
    &["disappear", "vanish"],
    &["start", "begin"],
    &["scientist", "researcher"],
    &["escape", "flee"],
    &["extend", "prolong"],
    &["ban", "bar"],
    &["resume", "restart", "reopen"],
    &["convict", "guilty"],
    &["ram", "crash", "collide", "slam", "smash", "plough", "plow"],
    &["lorry", "truck"],
    &["plane", "aircraft", "jet", "airliner", "airplane"],
    &["illegal", "unlawful"],
    &["sack", "dismiss", "fire"],
    &["realize", "realise", "learn"],
    &["investigate", "investigation", "investigator", "probe"],
    &["shoot", "kill"],
];

/// The groups of each lemma as bits.
static GROUPS: LazyLock<HashMap<&str, u64>> = LazyLock::new(|| {
    let mut groups = HashMap::new();
    for (at, kin) in KIN.iter().enumerate() {
        kin.iter().for_each(|lemma| *groups.entry(*lemma).or_default() |= 1 << at);
    }
    groups
});

/// A bit for each group and each harm.
const _: () = assert!(KIN.len() + Harm::ALL.len() <= u64::BITS as usize);

/// Lemmas of which one says what the other denies.
#[rustfmt::skip]
const OPPOSITES: &[(&[&str], &[&str])] = &[
    (&["accept", "approve", "agree", "back", "welcome"], &["reject", "refuse", "decline", "oppose"]),
    (&["admit", "confirm", "acknowledge"], &["deny", "dispute"]),
    (&["open", "reopen"], &["close", "shut"]),
    (&["rise", "raise", "increase", "grow", "climb"], &["fall", "drop", "cut", "lower", "reduce", "decline"]),
    (&["win"], &["lose"]),
    (&["survive"], &["die", "kill", "perish"]),
    (&["guilty", "convict"], &["innocent", "acquit"]),
    (&["free", "release"], &["arrest", "detain", "jail", "kidnap", "abduct"]),
    (&["start", "begin", "resume"], &["end", "stop", "finish", "cancel"]),
    (&["allow", "permit"], &["ban", "bar", "forbid", "block"]),
    (&["blame"], &["exclude"]),
    (&["arrive", "enter"], &["leave", "depart"]),
];

/// Verbs with particles, and what they say.
#[rustfmt::skip]
const PHRASAL: &[(&str, &str, &str)] = &[
    ("step", "down", "resign"), ("turn", "down", "reject"), ("call", "off", "cancel"),
    ("go", "off", "explode"), ("blow", "up", "explode"), ("give", "back", "return"),
    ("walk", "out", "strike"), ("turn", "back", "return"), ("turn", "around", "return"),
    ("turn", "round", "return"), ("call", "back", "recall"), ("pull", "back", "withdraw"), ("pull", "out", "withdraw"),
    ("go", "up", "rise"), ("come", "down", "fall"), ("shut", "down", "close"),
    ("hand", "over", "give"), ("take", "over", "acquire"), ("put", "off", "postpone"),
    ("rule", "out", "exclude"), ("carry", "out", "perform"), ("set", "up", "establish"),
    ("break", "out", "begin"), ("come", "ashore", "landfall"), ("make", "landfall", "landfall"), ("burn", "down", "burn"),
    ("break", "down", "collapse"), ("fall", "apart", "collapse"), ("set", "aside", "earmark"),
    ("point", "out", "say"), ("find", "out", "learn"), ("look", "into", "investigate"), ("back", "down", "yield"),
];

/// Lemmas that say little by themselves.
#[rustfmt::skip]
const LIGHT: &[&str] = &[
    "be", "have", "do", "make", "take", "get", "go", "come", "give", "put", "say", "tell", "add",
    "number", "people", "person", "day", "year", "time", "week", "month", "hour", "minute", "man",
    "woman", "official", "authority", "state", "new", "more", "other", "first", "last", "also",
    "about", "least", "then", "there", "now", "still", "group", "thing", "way", "part", "use",
    "become", "remain", "include", "lead", "follow", "cause", "accord", "connection", "estimate",
    "report", "total", "some", "perform",
];
