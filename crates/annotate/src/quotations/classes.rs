//! Closed classes of words around a verb of saying.

use crate::{MONTHS, WEEKDAYS, speech::takes};

pub(super) fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "towards"
            | "toward"
            | "into"
            | "through"
            | "near"
            | "against"
            | "over"
            | "under"
            | "behind"
            | "between"
            | "beneath"
            | "across"
            | "along"
            | "around"
            | "outside"
            | "inside"
            | "without"
            | "by"
    )
}

pub(super) fn is_be(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "be" | "been" | "being" | "got" | "getting")
}

/// Words between a subject and its verb.
pub(super) fn is_between(word: &str) -> bool {
    matches!(
        word,
        "has"
            | "have"
            | "had"
            | "also"
            | "later"
            | "then"
            | "earlier"
            | "once"
            | "again"
            | "only"
            | "still"
            | "already"
            | "however"
            | "never"
            | "not"
            | "would"
            | "will"
            | "could"
            | "can"
            | "did"
            | "does"
            | "himself"
            | "herself"
            | "themselves"
            | "just"
            | "previously"
            | "further"
            | "soon"
            | "often"
            | "afterwards"
            | "afterward"
            | "always"
            | "now"
            | "both"
            | "as"
            | "quoted"
            | "even"
            | "long"
    )
}

pub(super) fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "his"
            | "her"
            | "their"
            | "its"
            | "our"
            | "my"
            | "no"
            | "this"
            | "that"
            | "these"
            | "those"
            | "your"
    )
}

/// Prepositions that tie a noun to the one before it.
pub(super) fn is_tie(word: &str) -> bool {
    matches!(word, "of" | "for" | "at" | "from" | "in" | "with" | "to" | "on")
}

pub(super) fn is_joint(word: &str) -> bool {
    matches!(
        word,
        "de" | "la"
            | "del"
            | "van"
            | "von"
            | "der"
            | "bin"
            | "al"
            | "el"
            | "ibn"
            | "da"
            | "dos"
            | "di"
            | "du"
            | "den"
            | "ter"
    )
}

pub(super) fn is_person_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she" | "they" | "i" | "we" | "it" | "you")
}

/// What has its point inside a name: no title that is written out, and no unit.
pub(super) fn is_short_title(word: &str) -> bool {
    matches!(
        word,
        "mr" | "mrs"
            | "ms"
            | "dr"
            | "sen"
            | "rep"
            | "gov"
            | "gen"
            | "lt"
            | "col"
            | "sgt"
            | "capt"
            | "rev"
            | "prof"
            | "st"
            | "adm"
            | "maj"
            | "jr"
            | "sr"
    )
}

pub(super) fn is_calendar(word: &str) -> bool {
    MONTHS.iter().chain(&WEEKDAYS).any(|name| name.eq_ignore_ascii_case(word))
}

pub(super) fn is_time_word(word: &str) -> bool {
    matches!(
        word,
        "today"
            | "yesterday"
            | "tonight"
            | "tomorrow"
            | "late"
            | "early"
            | "last"
            | "shortly"
            | "afterwards"
            | "recently"
            | "ago"
    )
}

/// "told a rally", "at a news conference": where one speaks, not for whom.
pub(super) fn is_speech_place(word: &str) -> bool {
    matches!(
        word,
        "statement"
            | "interview"
            | "conference"
            | "briefing"
            | "rally"
            | "tweet"
            | "email"
            | "e-mail"
            | "post"
            | "letter"
            | "speech"
            | "time"
            | "hearing"
            | "phone"
            | "telephone"
            | "twitter"
            | "facebook"
            | "instagram"
            | "video"
    )
}

/// Words that open a phrase before the subject, up to a comma.
pub(super) fn opens_aside(word: &str) -> bool {
    matches!(
        word,
        "in" | "on"
            | "at"
            | "after"
            | "before"
            | "when"
            | "while"
            | "asked"
            | "speaking"
            | "with"
            | "for"
            | "by"
            | "from"
            | "under"
            | "during"
            | "although"
            | "though"
            | "as"
            | "if"
            | "since"
            | "among"
            | "about"
            | "addressing"
            | "writing"
            | "appearing"
            | "responding"
            | "despite"
            | "until"
            | "unlike"
            | "according"
            | "some"
            | "once"
    )
}

/// Words that are hardly nouns: what ends a subject from the left.
pub(super) fn is_verb_like(word: &str) -> bool {
    takes(word).is_some()
        || is_be(word)
        || word.len() > 4 && word.ends_with("ed") && word != "united"
        || matches!(
            word,
            "has"
                | "had"
                | "have"
                | "will"
                | "did"
                | "does"
                | "won"
                | "lost"
                | "left"
                | "met"
                | "made"
                | "took"
                | "went"
                | "came"
                | "quit"
                | "hit"
                | "gave"
                | "got"
                | "saw"
                | "knew"
                | "became"
                | "began"
                | "kept"
                | "ran"
                | "stood"
                | "held"
                | "wept"
                | "smiled"
                | "begs"
                | "wants"
                | "makes"
                | "takes"
                | "goes"
                | "chose"
        )
}
