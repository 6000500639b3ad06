//! Sentences that only the one before explains: "The offer is subject to", "One of the flights"; or
//! the one after: "issued the following statement".

use throughline_annotate::{Harm, is_claim_noun, is_denial, is_person_noun, is_speech_verb, stem};

use crate::{
    orphan::{has_the, token_text},
    story::{LineId, Story},
    tree::Tree,
};

/// Words in which a sentence says from when it counts.
const OPENING: usize = 5;

/// Nouns that a reader knows without having heard of them.
#[rustfmt::skip]
pub const KNOWN: &[&str] = &[
    "police", "government", "army", "military", "navy", "parliament", "congress", "senate",
    "house", "president", "country", "nation", "world", "public", "media", "internet", "sun",
    "moon", "weather", "economy", "market", "stock", "dollar", "euro",
];

/// Whether the subject is known only from the sentence before: "The offer is
/// subject to", "said its mayor". Beside the sentence of another article it
/// would mean another offer, another town.
pub fn leans_back(story: &Story, line: LineId, tree: &Tree) -> bool {
    leans_beside(story, line, tree, None)
}

/// The same for a reader who knows what this subject is.
pub fn leans_beside(story: &Story, line: LineId, tree: &Tree, known: Option<usize>) -> bool {
    let sentence = Sentence { story, line, tree };
    // "Two were killed, the organisers said", where nothing was told before: who says it is no matter.
    let opens_report = story.sentence(line).position == Some(0);
    let ends_with_speaker = |root: usize| {
        opens_report
            && is_speech_verb(&sentence.lower(root))
            && tree.child(root, &["ccomp"]).is_some_and(|said| said < root)
    };
    let root = tree.root().filter(|&root| !ends_with_speaker(root));
    let subject = root.and_then(|root| tree.child(root, &["nsubj", "nsubjpass"]));
    // What opens the sentence is its subject, whatever the parser took for the verb.
    let opens = tree.head(0).filter(|&noun| tree.token(noun).dep.starts_with("nsubj"));
    let is_unknown = |subject: usize| known != Some(subject) && sentence.is_unknown(subject);
    subject.is_some_and(|subject| {
        is_unknown(subject)
            || sentence.is_both(subject)
            || sentence.is_other(subject)
            || subject <= 1 && sentence.is_part(subject)
            || !opens_report && (sentence.is_count(subject) || sentence.is_some(subject))
    }) || opens.is_some_and(is_unknown)
        || sentence.has_unknown_speaker()
        || sentence.denies_unknown()
        || sentence.counts_from_before()
        || repeats_something(tree)
        || sentence.opens_with_another()
        || !opens_report && sentence.is_asked()
        || sentence.announces()
        || story.owes_its_time(line)
}

/// "The bridge", of "The bridge will reopen in May, the council said": the subject of what is told, if
/// nothing says which it is.
pub fn bare_subject(story: &Story, line: LineId, tree: &Tree) -> Option<usize> {
    let sentence = Sentence { story, line, tree };
    let root = tree.root()?;
    let said = tree.child(root, &["ccomp"]).filter(|_| is_speech_verb(&sentence.lower(root)));
    let subject = tree.child(said.unwrap_or(root), &["nsubj", "nsubjpass"])?;
    (subject <= 1 && sentence.is_unknown(subject)).then_some(subject)
}

/// A parsed sentence, asked what it leaves to the one before.
struct Sentence<'a> {
    story: &'a Story,
    line: LineId,
    tree: &'a Tree,
}

impl Sentence<'_> {
    fn lower(&self, at: usize) -> String {
        token_text(self.story, self.line, self.tree, at).to_lowercase()
    }

    fn has_the(&self, noun: usize) -> bool {
        has_the(self.story, self.line, self.tree, noun)
    }

    /// "The offer", "its mayor", with nothing that says which.
    fn is_unknown(&self, subject: usize) -> bool {
        let tree = self.tree;
        let named_before = |at: usize| (0..at).any(|i| tree.token(i).pos == "PROPN");
        let children: Vec<usize> = tree.children(subject).collect();
        // "The page, which is handwritten", "the father, from Tarn,": the aside does not say which.
        let aside = |c: usize| {
            (tree.token(c).dep == "relcl"
                || tree.token(c).dep == "prep" && is_person_noun(&tree.token(subject).lemma))
                && tree
                    .children(subject)
                    .any(|p| p > subject && p < tree.subtree(c).start && self.lower(p) == ",")
        };
        let bare = children
            .iter()
            .all(|&c| matches!(tree.token(c).dep, "det" | "amod" | "punct") || aside(c));
        let owned = children.iter().any(|&c| {
            tree.token(c).dep == "poss" && tree.token(c).tag == "PRP$" && !named_before(c)
        });
        let known = KNOWN.contains(&tree.token(subject).lemma.as_str());
        tree.token(subject).pos == "NOUN" && (owned || self.has_the(subject) && bare && !known)
    }

    /// "Both brothers were let in": which, the sentence before says.
    fn is_both(&self, subject: usize) -> bool {
        let tree = self.tree;
        is_person_noun(&tree.token(subject).lemma)
            && tree.children(subject).any(|c| tree.token(c).dep == "det" && self.lower(c) == "both")
    }

    /// "Other experts were wary": other than those of the sentence before.
    fn is_other(&self, subject: usize) -> bool {
        let tree = self.tree;
        let other = |c: usize| tree.token(c).dep == "amod" && self.lower(c) == "other";
        let opens = tree.subtree(subject).start == 0 && self.lower(0) == "other";
        let told =
            |c: usize| matches!(self.lower(c).as_str(), "than" | "like" | "including" | "as");
        opens && tree.children(subject).any(other) && !tree.subtree(subject).any(told)
    }

    /// "the flights", and nothing more.
    fn is_bare(&self, noun: usize) -> bool {
        let tree = self.tree;
        self.has_the(noun)
            && tree.children(noun).all(|c| matches!(tree.token(c).dep, "det" | "case" | "punct"))
            && tree.token(noun).pos == "NOUN"
            && !KNOWN.contains(&tree.token(noun).lemma.as_str())
    }

    /// "One of the flights was full": of which?
    fn is_part(&self, noun: usize) -> bool {
        let tree = self.tree;
        let of = tree.children(noun).find(|&c| self.lower(c) == "of");
        let whole = of.and_then(|of| tree.child(of, &["pobj"]));
        matches!(tree.token(noun).tag, "CD" | "DT")
            && whole.is_some_and(|whole| tree.token(whole).tag == "NNS" && self.is_bare(whole))
    }

    /// "Neither was elected", "Some blame the press", "None came": of whom? Of the dead nobody asks.
    fn is_some(&self, subject: usize) -> bool {
        let verb = self.tree.head(subject).map(|verb| stem(&self.tree.token(verb).lemma));
        let harmed = verb.is_some_and(|verb| Harm::of(&verb).is_some());
        !harmed
            && matches!(self.lower(subject).as_str(), "neither" | "some" | "none")
            && self.tree.children(subject).all(|c| self.tree.token(c).dep == "punct")
    }

    /// "Two opted for a trial": two of whom? Of the dead and hurt nobody asks.
    fn is_count(&self, subject: usize) -> bool {
        let tree = self.tree;
        let token = tree.token(subject);
        let verb = tree.head(subject).map(|verb| tree.token(verb).lemma.as_str());
        let people = verb.is_some_and(|verb| {
            Harm::of(&stem(verb)).is_some()
                || matches!(verb, "rescue" | "evacuate" | "save" | "escape" | "survive" | "arrest")
        });
        let start = tree.span(subject).start;
        let dates = &self.story.sentence(self.line).dates;
        let dated = dates.iter().any(|timex| (timex.start..timex.end).contains(&start));
        let bare = |c: usize| matches!(tree.token(c).dep, "advmod" | "quantmod" | "punct");
        token.tag == "CD" && !people && !dated && tree.children(subject).all(bare)
    }

    /// "issued the following statement": which the sentence after it gives.
    fn announces(&self) -> bool {
        let tree = self.tree;
        let following = (0..tree.tokens().len()).filter(|&at| self.lower(at) == "following");
        let nouns = following.filter_map(|at| tree.head(at).filter(|&noun| noun > at));
        nouns
            .into_iter()
            .any(|noun| tree.token(noun).dep == "dobj" && tree.child(noun, &["prep"]).is_none())
    }

    /// "Vosk was asked whether he had seen it": the answer comes next.
    fn is_asked(&self) -> bool {
        let tree = self.tree;
        let root = tree.root().filter(|&root| tree.token(root).lemma == "ask");
        root.is_some_and(|root| {
            let who = tree.child(root, &["nsubjpass"]);
            let one = who.is_some_and(|who| matches!(tree.token(who).tag, "NN" | "NNP"));
            one && tree.child(root, &["ccomp"]).is_some() && tree.child(root, &["conj"]).is_none()
        })
    }

    /// "Using another picture": than which?
    fn opens_with_another(&self) -> bool {
        let tree = self.tree;
        let opens = tree.token(0).tag == "VBG";
        opens && (1..OPENING.min(tree.tokens().len())).any(|at| self.lower(at) == "another")
    }

    /// "said the ministry's spokesman": whose ministry?
    fn has_unknown_speaker(&self) -> bool {
        let tree = self.tree;
        let speaks = |at: &usize| is_speech_verb(&self.lower(*at));
        let speakers = (0..tree.tokens().len()).filter(speaks);
        let mut speakers = speakers.filter_map(|verb| tree.child(verb, &["nsubj"]));
        speakers.any(|speaker| {
            // "the market has asked both sides, one of the people said".
            self.is_part(speaker)
                || is_person_noun(&tree.token(speaker).lemma)
                    && tree.child(speaker, &["poss"]).is_some_and(|owner| self.is_bare(owner))
        })
    }

    /// "Vosk said the accusation was false", "Tarn denied the reports": which?
    fn denies_unknown(&self) -> bool {
        let tree = self.tree;
        let what = |at: usize| match tree.token(at).pos {
            "VERB" => tree.child(at, &["dobj"]),
            "ADJ" => tree.head(at).and_then(|verb| tree.child(verb, &["nsubj"])),
            _ => None,
        };
        let unknown = |what: usize| is_claim_noun(&tree.token(what).lemma) && self.is_bare(what);
        let denies = |at: &usize| is_denial(&self.lower(*at));
        (0..tree.tokens().len()).filter(denies).filter_map(what).any(unknown)
    }

    /// "Since then its orbit has decayed".
    fn counts_from_before(&self) -> bool {
        let words: Vec<String> =
            (0..self.tree.tokens().len().min(OPENING)).map(|at| self.lower(at)).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words.as_slice() {
            ["speaking", "of", "which", ..]
            | ["because", "of", "this" | "that", ..]
            | ["in", "this" | "that", "way" | "case" | "manner", ..] => true,
            ["since" | "by" | "until" | "from" | "after", "then" | "there", ..]
            | [
                "there" | "later" | "underneath" | "beneath" | "inside" | "outside" | "nearby"
                | "elsewhere" | "behind" | "below" | "above",
                ",",
                ..,
            ]
            | ["afterwards" | "afterward" | "thereafter", ..]
            // "Had the trip been a success".
            | ["had", "the", ..] => true,
            ["then", next, ..] => *next != "-",
            words => words.windows(2).any(is_offset) && !self.is_dated(),
        }
    }

    /// Whether a day stands behind the words it opens with: "The next day, May 4, Vosk".
    fn is_dated(&self) -> bool {
        let opening = self.tree.span(1).end;
        let dates = &self.story.sentence(self.line).dates;
        dates.iter().any(|timex| timex.is_resolved_day() && timex.start > opening)
    }
}

/// "a day later", "the following year", "the same day".
fn is_offset(words: &[&str]) -> bool {
    let time = |word: &str| {
        let units = ["hour", "day", "night", "week", "month", "year", "minute"];
        units.contains(&word.strip_suffix('s').unwrap_or(word))
    };
    match words {
        [unit, "later" | "earlier"] => time(unit),
        ["next" | "following" | "same", unit] => time(unit),
        _ => false,
    }
}

/// Whether somebody only says again what the sentence does not say: "repeated its denial".
fn repeats_something(tree: &Tree) -> bool {
    let Some(root) = tree.root() else { return false };
    let again = matches!(tree.token(root).lemma.as_str(), "repeat" | "reiterate");
    let object = tree.child(root, &["dobj"]);
    // "made a similar speech": similar to what?
    let alike = object.is_some_and(|object| {
        tree.children(object)
            .any(|c| tree.token(c).dep == "amod" && tree.token(c).lemma == "similar")
            && !tree.subtree(object).any(|at| matches!(tree.token(at).lemma.as_str(), "to" | "as"))
    });
    if alike {
        return true;
    }
    let what = object.filter(|_| again);
    what.is_some_and(|what| {
        tree.token(what).pos == "NOUN"
            && tree.children(what).all(|c| matches!(tree.token(c).dep, "det" | "poss" | "amod"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn a_thing_that_the_reader_does_not_know_leans_on_the_sentence_before() {
        let cases = [
            (
                "The page, which is handwritten and signed by two operators, records that gates 2 and 3 were raised by 40 centimetres.",
                true,
            ),
            ("The offer is subject to clearance by the authority.", true),
            ("The offer by Norland is subject to clearance.", false),
            ("The father, from Tessa in Norland, said people were screaming.", true),
            ("The father of the boy said people were screaming.", false),
            ("Both brothers were let on board in Vessmouth.", true),
            ("Both ports were closed in May.", false),
            ("Mila Vosk made a similar speech in Tarn.", true),
            ("Mila Vosk made a speech similar to that of Dorn.", false),
            ("The harbour board on Thursday repeated its denial.", true),
            ("The harbour board on Thursday repeated its denial of a leak.", false),
            ("The harbour board on Thursday repeated that nothing had leaked.", false),
            ("Two opted for a trial, which is to begin in March.", true),
            ("At least 12 were killed in Tarn.", false),
            ("Forty were rescued from the ferry in Tarn.", false),
            ("2025 was the warmest year of Norland on record.", false),
            ("Mila Vosk issued the following statement through a lawyer.", true),
            ("Mila Vosk left Tarn the following morning.", false),
            ("One of the ferries was full.", true),
            ("One of the ferries to Norland was full.", false),
            ("Norland has asked both ports for a list, one of the captains said.", true),
            ("Norland has asked both ports for a list, one of the captains of Tarn said.", false),
            ("The company of Vosk said that the accusation was false.", true),
            ("Norland has denied the reports.", true),
            ("Norland has denied the reports of a leak in Vess.", false),
            ("A few years later, Vosk bought the mill.", true),
            ("The following day Vosk bought the mill.", true),
            ("The next day, May 4, 2026, Vosk bought the mill.", false),
            ("Then a ferry is to be sent to Tarn.", true),
            ("There, Vosk bought a mill.", true),
            ("There was a mill in Tarn.", false),
            ("Underneath, Vosk wore a coat of mail.", true),
            ("Inside the mill, Vosk wore a coat of mail.", false),
            ("Vosk bought the mill on May 4, 2026, a day later than planned.", false),
            ("Since then the bank has sunk by a metre.", true),
            ("Since 2014 the bank of the Vess has sunk by a metre.", false),
            ("A woman of 70 was hurt, said the ministry's spokesman.", true),
            ("A woman of 70 was hurt, said the Norland ministry's spokesman.", false),
            ("The bridge that crosses the Vess was closed on Monday.", false),
            ("The police, who were called at noon, closed the bridge.", false),
            ("Other captains were wary of the new engine.", true),
            ("Other captains than Vosk were wary of the new engine.", false),
            ("Vosk and other captains were wary of the new engine.", false),
            ("Speaking of which, Vosk bought a mill.", true),
            ("In this way Vosk bought a mill.", true),
            ("Neither was elected by the people of Tarn.", true),
            ("Some blame the press of Tarn for the storm.", true),
            ("Some captains blame the press of Tarn for the storm.", false),
            ("Vosk was asked whether he had seen the ferry of Orrin.", true),
            ("Vosk was asked to leave the ferry of Orrin.", false),
            ("Using another picture from the sea, Vosk spoke of a tide.", true),
            ("Vosk bought a mill and another mill in Tarn.", false),
            ("Norland fired another missile over Vess on Monday.", false),
            ("Voters of Tarn were asked whether the ferry should go.", false),
            ("None was killed by the storm in Tarn.", false),
            ("In this year's budget Norland cut the toll.", false),
            ("In spite of the storm Vosk bought a mill.", false),
        ];
        for (text, expected) in cases {
            let told: &[&str] = &["It rained in Vessmouth on Monday.", text];
            let given = ("Vess Herald", "2026-03-12T08:30:00Z", "A title of another matter", told);
            let (story, trees) = fixture::story(&[given]);
            let line = fixture::line(&story, text);
            let tree = trees.get(line).expect("parsed");
            assert_eq!(leans_back(&story, line, tree), expected, "{text}");
        }
    }
}
