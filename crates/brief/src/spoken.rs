//! Whether what a sentence quotes has its speaker in it.

use throughline_annotate::{Quotation, QuotationKind, Quote, Reading, Sentence, is_person_noun};

use crate::{
    lean::KNOWN,
    story::{LineId, Story},
    tree::Tree,
};

/// The most words in marks that need no speaker: a name, a term.
const TERM: usize = 3;

/// A quotation of more than three words needs a verb of saying, or a subject
/// and a verb, outside it; and what is no title is somebody's words, who must
/// be told in the same sentence: the speaker that is found, or else a subject
/// that can speak.
pub fn have_speakers(story: &Story, line: LineId, tree: &Tree) -> bool {
    let sentence = story.sentence(line);
    let reading = &story.readings[story.lines[line].article];
    let words = |q: &Quote| reading.article.text[q.inner.clone()].split_whitespace().count();
    let mut long = sentence.quotes.iter().filter(|q| words(q) > TERM).peekable();
    if long.peek().is_none() {
        return true;
    }
    let outside =
        |at: usize| !sentence.quotes.iter().any(|q| q.outer.contains(&tree.span(at).start));
    let subjects: Vec<usize> = (0..tree.tokens().len())
        .filter(|&at| {
            let token = tree.token(at);
            outside(at) && token.pos == "VERB" && token.tag.starts_with("VB")
        })
        .filter_map(|at| tree.child(at, &["nsubj", "nsubjpass"]).filter(|&s| outside(s)))
        .collect();
    !subjects.is_empty()
        && (subjects.iter().any(|&s| can_speak(tree, s))
            || long.all(|quote| is_spoken_here(reading, sentence, quote)))
}

/// Whether whoever is quoted is told in the sentence itself.
fn is_spoken_here(reading: &Reading, sentence: &Sentence, quote: &Quote) -> bool {
    let of = |q: &&Quotation| {
        q.kind != QuotationKind::Indirect
            && q.outer.start <= quote.outer.start
            && quote.outer.end <= q.outer.end
    };
    reading.quotations().iter().find(of).is_none_or(|q| {
        q.is_title(&reading.article.text)
            || q.speaker.as_ref().is_some_and(|s| sentence.span.contains(&s.mention.start))
    })
}

/// Whether a subject may be whose words are quoted: not the scenes that "have
/// been described as" something, nor the failures that "showed" it.
fn can_speak(tree: &Tree, subject: usize) -> bool {
    let token = tree.token(subject);
    // "Vail" is often taken for a common noun.
    let named = || tree.named().any(|(_, name)| name.contains(&subject));
    token.dep == "nsubj"
        && (matches!(token.pos, "PROPN" | "PRON")
            || named()
            || is_person_noun(&token.lemma)
            || KNOWN.contains(&token.lemma.as_str())
            || SPEAKING.contains(&token.lemma.as_str()))
}

/// Bodies and papers in whose name something is said.
#[rustfmt::skip]
const SPEAKING: &[&str] = &[
    "administration", "agency", "association", "authority", "bank", "board", "body", "campaign",
    "charity", "commission", "committee", "company", "council", "court", "department", "document",
    "embassy", "firm", "group", "letter", "lawsuit", "memo", "message", "ministry", "network",
    "newspaper", "office", "organisation", "organization", "paper", "party", "report", "statement",
    "study", "team", "tweet", "union",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn nobody_is_quoted_without_a_speaker() {
        let cases = [
            ("Ana Vell said that the pact was “a blank cheque for the port”.", true),
            ("The ministry called the plan “a blank cheque for the port”.", true),
            ("The report found “no sign of a crack in the hull”.", true),
            ("The centre aims to “bring the harbour back to its people”, Orr added.", true),
            ("Scenes on board were described as “something out of a very bad film”.", false),
            ("The failures showed that the yard has “a very strong backbone to stand on”.", false),
            ("The comment was “the latest low in a campaign of ugly words”.", false),
            ("The choir sang “The Salt Road to Kharin” at the end of the service.", true),
            ("Orr went on to praise Vell for \"having the courage and confidence\" to go.", true),
            ("The rules are known as “quay law” in the port.", true),
        ];
        for (text, expected) in cases {
            let (story, trees, line) = fixture::sentence(text);
            let tree = trees.get(line).expect("parsed");
            assert_eq!(have_speakers(&story, line, tree), expected, "{text}");
        }
    }
}
