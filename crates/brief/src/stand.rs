//! Whether a parsed sentence stands alone: a finite clause whose pronouns have
//! their antecedents in it, and whose quotations have a speaker.

use throughline_annotate::is_person_noun;

pub use crate::orphan::{danglers, dangling, leans};
use crate::{
    lean::KNOWN,
    orphan::token_text,
    spoken::have_speakers,
    story::{LineId, Story},
    tree::Tree,
};

/// Checks a line; the pronoun at this byte is already replaced.
pub fn stands(story: &Story, line: LineId, tree: &Tree, replaced: Option<usize>) -> bool {
    danglers(story, line, tree, replaced).next().is_none()
        && stands_but_for_pronouns(story, line, tree)
}

/// The same, its pronouns left out of the matter.
pub fn stands_but_for_pronouns(story: &Story, line: LineId, tree: &Tree) -> bool {
    is_clause(tree)
        && !is_caption(tree)
        && !shows_numbers(story, line, tree)
        && !counts_nothing(tree)
        && !is_one_more(tree)
        && !is_exception(tree)
        && !tells_nothing(story, line, tree)
        && !joins_lines(story, line, tree)
        && have_speakers(story, line, tree)
}

/// Whether the root is a verb with a subject, in a finite form.
pub fn is_clause(tree: &Tree) -> bool {
    let Some(root) = tree.root() else { return false };
    let subject = tree.child(root, &["nsubj", "nsubjpass", "csubj", "csubjpass", "expl"]);
    // "Among those named are three of Tarn".
    let among =
        tree.token(root).lemma == "be" && tree.child(root, &["prep"]).is_some_and(|c| c < root);
    let ordered = subject.is_some_and(|s| s < root)
        || tree.child(root, &["ccomp"]).is_some_and(|c| c < root)
        || among;
    subject.is_some() && tree.is_finite(root) && ordered
}

/// Words that open a sentence and are written small inside one.
const OPENERS: &[&str] =
    &["The", "A", "An", "This", "These", "It", "He", "She", "They", "We", "There"];

/// Whether a title without a full stop runs on into the next sentence: "Fire in
/// the port of Tarn The blaze was seen".
fn joins_lines(story: &Story, line: LineId, tree: &Tree) -> bool {
    let text = |at: usize| token_text(story, line, tree, at);
    let quotes = &story.sentence(line).quotes;
    // "denied entry to the ground In 1945, the club was cursed".
    let opens = |at: usize| {
        let next = text(at + 1);
        OPENERS.contains(&text(at)) && next.starts_with(char::is_lowercase)
            || text(at) == "In"
                && next.len() == 4
                && next.starts_with(['1', '2'])
                && text(at - 1).starts_with(char::is_lowercase)
    };
    (2..tree.tokens().len().saturating_sub(1)).any(|at| {
        opens(at)
            && text(at - 1).ends_with(char::is_alphanumeric)
            && !quotes.iter().any(|q| q.outer.contains(&tree.span(at).start))
    })
}

/// Whether a short sentence gives a bare number whose thing stands elsewhere:
/// "The province counts 17."
fn counts_nothing(tree: &Tree) -> bool {
    let words = tree.tokens().iter().filter(|t| t.dep != "punct").count();
    words < 11
        && tree.tokens().iter().any(|t| {
            t.tag == "CD"
                && matches!(t.dep, "dobj" | "attr" | "oprd")
                && !tree.names(&["DATE", "TIME", "MONEY", "PERCENT"]).any(|n| {
                    tree.token(n.start).start <= t.start && t.end <= tree.token(n.end - 1).end
                })
        })
}

/// Whether somebody is one more of those whom the sentence before tells of: "The pilot, Ida Kroll,
/// also died". Without "also" the pilot would be another story's.
fn is_one_more(tree: &Tree) -> bool {
    // Who "also announced that" says one thing more.
    let deed = |root: &usize| tree.child(*root, &["ccomp"]).is_none();
    let Some(root) = tree.root().filter(deed) else { return false };
    let also = tree.children(root).any(|c| tree.token(c).lemma.eq_ignore_ascii_case("also"));
    let subject = tree.child(root, &["nsubj", "nsubjpass"]).filter(|_| also);
    subject.is_some_and(|subject| {
        let lemma = tree.token(subject).lemma.as_str();
        let the = |c: usize| {
            tree.token(c).dep == "det" && tree.token(c).lemma.eq_ignore_ascii_case("the")
        };
        is_person_noun(lemma) && !KNOWN.contains(&lemma) && tree.children(subject).any(the)
    })
}

/// Whether something is an exception, or none, to what the sentence before says.
fn is_exception(tree: &Tree) -> bool {
    let what = tree.root().and_then(|root| tree.child(root, &["attr"]));
    what.is_some_and(|what| {
        tree.token(what).lemma == "exception" && tree.child(what, &["prep"]).is_none()
    })
}

/// Whether a sentence says to whom somebody spoke, and not what: "Vosk told a news conference."
fn tells_nothing(story: &Story, line: LineId, tree: &Tree) -> bool {
    let Some(root) = tree.root().filter(|&root| tree.token(root).lemma == "tell") else {
        return false;
    };
    let clause =
        |c: usize| matches!(tree.token(c).dep, "ccomp" | "xcomp" | "advcl" | "parataxis" | "relcl");
    let about = |c: usize| matches!(tree.token(c).lemma.as_str(), "of" | "about");
    let told = tree.children(root).any(clause) || (root..tree.tokens().len()).any(about);
    let hears = |c: usize| {
        let lemma = tree.token(c).lemma.as_str();
        is_person_noun(lemma)
            || matches!(lemma, "conference" | "reporter" | "briefing" | "parliament" | "court")
    };
    let objects: Vec<usize> =
        tree.children(root).filter(|&c| matches!(tree.token(c).dep, "dobj" | "dative")).collect();
    story.sentence(line).quotes.is_empty()
        && !told
        && objects.len() == 1
        && objects.iter().all(|&c| hears(c))
        && tree.child(root, &["nsubj"]).is_some_and(|who| who < root)
}

/// Whether the main verb is left to the sentence before: "The council does not."
pub fn is_elliptic(tree: &Tree) -> bool {
    let stops = |at: usize| tree.token(at).dep == "punct" && tree.token(at).tag != "HYPH";
    (1..tree.tokens().len().saturating_sub(1)).any(|at| {
        tree.token(at).lemma == "not"
            && stops(at + 1)
            && matches!(tree.token(at - 1).lemma.as_str(), "do" | "have" | "be" | "will")
    })
}

/// Whether a sentence describes a picture: "is seen", "stands near a van".
fn is_caption(tree: &Tree) -> bool {
    let Some(root) = tree.root() else { return false };
    let token = tree.token(root);
    let present = |at: usize| matches!(tree.token(at).tag, "VBZ" | "VBP");
    // "are seen by many as" something: nothing is shown.
    let held = tree.child(root, &["agent"]).is_some();
    let shown =
        matches!(token.lemma.as_str(), "see" | "picture" | "show" | "photograph" | "depict")
            && !held
            && tree.children(root).any(|c| tree.token(c).dep == "auxpass" && present(c));
    let posed = present(root)
        && matches!(
            token.lemma.as_str(),
            "stand"
                | "pose"
                | "lie"
                | "sit"
                | "walk"
                | "embrace"
                | "mourn"
                | "pray"
                | "light"
                | "gather"
                | "wave"
                | "cross"
                | "look"
                | "address"
                | "evacuate"
                | "inspect"
                | "carry"
                | "attend"
                | "discuss"
                | "join"
        );
    shown || posed
}

/// Whether a sentence in the present tense gives the numbers on the backs of two people: the caption of
/// a picture of a game, "Quill (10) passes Orrin (21)". One number may be an age.
fn shows_numbers(story: &Story, line: LineId, tree: &Tree) -> bool {
    let present = |root| matches!(tree.token(root).tag, "VBZ" | "VBP");
    let text = |at: usize| token_text(story, line, tree, at);
    let number = |word: &str| word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
    let numbered = (1..tree.tokens().len().saturating_sub(2)).filter(|&at| {
        let name = tree.token(at - 1).pos == "PROPN" && text(at) == "(";
        name && number(text(at + 1)) && text(at + 2) == ")"
    });
    tree.root().is_some_and(present) && numbered.count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn a_pronoun_needs_another_than_the_subject_beside_it() {
        let cases = [
            ("Fishermen want them extended for all boats in Vessmouth.", false),
            ("The fishermen said the police had arrested them in Vessmouth.", true),
            ("Norland bought it from the city of Ardenne in March.", false),
            ("The port authority said it would close the locks in March.", true),
            ("The port authority saw it sink off Ardenne in March.", false),
            (
                "Vosk announced a policy on tolls and said only parliament could end that policy.",
                true,
            ),
            ("Vosk said only parliament could end that policy.", false),
            ("Norland must brace itself for a hard winter in the strait.", true),
            ("The fishermen took their nets with them to Ardenne.", true),
            ("The council closed the bridge and Norland reopened it in March.", true),
            ("Norland repaid the fee to those seeking a berth in the port.", true),
            ("Norland repaid the fee to those.", false),
            ("Norland cut the fee for all captains but those with a berth in the port.", true),
            (
                "The court seems ready to stop the sale, and that could cost the port millions.",
                true,
            ),
            ("Norland shut the port, but Sten Orrin said that was never the plan.", false),
            ("Norland indicted a girl for an act that made her known in Vessmouth.", true),
            ("Norland has held Ahed Tamral since arresting her at noon in Vessmouth.", true),
            (
                "The panel declared no change to the rule on captains, a day after Norland barred those captains from Tarn.",
                true,
            ),
            ("Both fees are seen by many captains as gifts to the port of Tarn.", true),
            ("Fishermen are seen at the port of Tarn.", false),
            ("Among those named by the panel are three captains of Tarn.", true),
            ("A truck plowed into a crowd on the quay of Tarn.", true),
            ("The toll rose to at least six on the quay of Tarn, with 100 others hurt.", true),
            ("Vosk left the port when it was announced that the quay would close.", true),
            ("Vosk left the port when it was announced in Vessmouth.", true),
            // What somebody says of "him" in so many words, he says of another.
            ("“I did not like his looks,” Mila Dorn said in Vessmouth.", false),
            ("“I met Sten Orrin and did not like his looks,” Mila Dorn said.", true),
            ("Mila Dorn said that she “did not like” the looks of the quay.", true),
            (
                "Sten Quill (10) reaches for the ball in front of Ilan Orrin (21) in Vessmouth.",
                false,
            ),
            ("Mila Dorn (45) faces a trial in Vessmouth.", true),
            ("The film Made In 1984 won a prize in Vessmouth.", true),
            ("The goat was led to the port In 1984, the port was shut in Vessmouth.", false),
            ("Sten Quill (10) reached the ball in front of Ilan Orrin (21) in Vessmouth.", true),
            ("Captains are making it clear that the quay must stay.", true),
            ("Captains are making it in the port of Tarn.", false),
            ("Norland and Ardenne thought it a test of the new engine.", false),
            ("The harbour board and Norland seem to think so.", false),
            ("The pair took a holiday in the islands of Tarn.", false),
            ("Mila Dorn and Sten Orrin said the pair would marry in Tarn.", true),
            ("The couple who were on the ferry have returned to Ardenne.", true),
            ("More than 500 others were hurt in Vessmouth.", false),
            ("The fire killed a fisherman and hurt 20 others in Vessmouth.", true),
            ("Both times Norland said the boats were empty.", false),
            ("A boy born to one of them in captivity was released, it said.", false),
            ("A boy born in the camp was released, the ministry said, and it said no more.", true),
            ("The pilot, Ida Kroll, 44, also died in the crash.", false),
            ("The pilot, Ida Kroll, 44, died in the crash off Tarn.", true),
            ("The harbour board also closed the quay in Vessmouth.", true),
            ("Mila Dorn of the harbour board told a news conference.", false),
            ("Mila Dorn told a news conference of a leak in Vessmouth.", true),
            ("Mila Dorn told a news conference that the quay was shut.", true),
            ("The harbour will reopen in May, Mila Dorn told reporters.", true),
            ("Mila Dorn told the truth in Vessmouth.", true),
            ("The Rovers won the cup here on Monday night.", false),
            ("The Rovers won the cup here in Norland on Monday night.", true),
            ("“The Rovers won the cup here,” Mila Dorn said.", true),
            ("Norland welcomes the truce, said a spokesman here on Monday.", true),
            ("The winter in Vessmouth has been no exception.", false),
            ("The winter in Vessmouth was no exception to the rule.", true),
            ("The president also closed the quay in Vessmouth.", true),
            ("The governor also announced that the quay would close.", true),
            ("‘No gate was opened at Haldery,’ its director, Sven Okell, said by phone.", false),
        ];
        for (text, expected) in cases {
            let (story, trees, line) = fixture::sentence(text);
            let tree = trees.get(line).expect("parsed");
            assert_eq!(stands(&story, line, tree, None), expected, "{text}");
        }
    }
}
