//! Nouns that point back: "the references", "such language". Their own article has told what they mean,
//! in a sentence that the briefing may not tell.
//!
//! A definite noun is anaphoric where its article has used the word before, and first mention where it
//! has not ("the sun", "the mayor"); after Vieira and Poesio, An Empirically Based System for Processing
//! Definite Descriptions (2000), whose first test is the same head before.

use std::collections::{BTreeMap, BTreeSet};

use throughline_annotate::{is_person_noun, stem};

use crate::{
    lean::KNOWN,
    orphan::token_text,
    story::{LineId, Story},
    tree::Tree,
};

/// Sentences of an article that say what a story is about.
const LEAD: usize = 4;

/// Sentences before a line in which its article may have said what a noun means.
const BEFORE: usize = 12;

/// Nouns that mean the same wherever they stand, or nothing by themselves.
#[rustfmt::skip]
const UNIQUE: &[&str] = &[
    "time", "day", "week", "month", "year", "morning", "afternoon", "evening", "night", "weekend",
    "hour", "minute", "moment", "end", "beginning", "start", "way", "rest", "past", "future", "air",
    "ground", "street", "road", "water", "sea", "sky", "law", "press", "city", "town", "state",
    "season", "people", "person", "case", "matter", "thing", "fact", "number", "part", "side",
    "area", "region", "scene", "phone", "door", "floor", "hospital", "court", "station", "election",
    "authority", "official", "reporter", "journalist",
];

/// What a reader knows who knows what a story is about.
pub struct Matter(BTreeSet<String>);

impl Matter {
    /// The words that half the articles of a story, or two of their titles, give it.
    pub fn of(story: &Story) -> Self {
        let (mut leads, mut titles) = (BTreeMap::new(), BTreeMap::new());
        for line in 0..story.lines.len() {
            let sentence = story.sentence(line);
            let held: &mut BTreeMap<&str, BTreeSet<usize>> = match sentence.position {
                None => &mut titles,
                Some(at) if at < LEAD => &mut leads,
                Some(_) => continue,
            };
            for word in &sentence.words {
                held.entry(&word.stem).or_default().insert(story.lines[line].article);
            }
        }
        let articles = story.readings.len();
        // What a single article is about it says itself.
        let (half, few) = (articles.midpoint(1).max(articles.min(2)), (articles / 2).clamp(1, 2));
        let known = leads.into_iter().filter(|(_, given)| given.len() >= half);
        let named = titles.into_iter().filter(|(_, given)| given.len() >= few);
        Self(known.chain(named).map(|(word, _)| word.to_owned()).collect())
    }

    /// Whether the stem of a word is one of them.
    pub fn holds(&self, stem: &str) -> bool {
        self.0.contains(stem)
    }

    /// The first noun of a line that only the sentences before it explain.
    pub fn unexplained(&self, story: &Story, line: LineId, tree: &Tree) -> Option<usize> {
        (0..tree.tokens().len()).find(|&at| self.is_unexplained(story, line, tree, at))
    }

    fn is_unexplained(&self, story: &Story, line: LineId, tree: &Tree, at: usize) -> bool {
        let token = tree.token(at);
        if token.pos != "NOUN" || !points(story, line, tree, at) {
            return false;
        }
        let lemma = token.lemma.to_lowercase();
        let own = stem(&lemma);
        if KNOWN.contains(&lemma.as_str())
            || UNIQUE.contains(&lemma.as_str())
            || self.0.contains(&own)
            || is_person_noun(&lemma) && matches!(token.dep, "appos" | "attr")
        {
            return false;
        }
        let said = |i: usize| stem(&tree.token(i).lemma.to_lowercase()) == own;
        !(0..at).any(said) && has_told(story, line, &own)
    }
}

/// Whether a noun stands as one that is known, with nothing that says which: "the references", not "the
/// references to Tarn", "the first ship", "the Tarn ferry".
fn points(story: &Story, line: LineId, tree: &Tree, at: usize) -> bool {
    let lower = |c: usize| token_text(story, line, tree, c).to_lowercase();
    let pointer = tree.children(at).any(|c| match tree.token(c).dep {
        "det" => lower(c) == "the",
        "amod" | "predet" => {
            let first = tree.subtree(at).start;
            lower(c) == "such" && (first == c || first + 1 == c && lower(first) == "no")
        }
        _ => false,
    });
    let plain = |c: usize| match tree.token(c).dep {
        "det" | "case" | "punct" | "predet" | "cc" | "conj" => true,
        // "the British envoy", "the oldest ship" say which.
        "amod" => {
            let named = token_text(story, line, tree, c).starts_with(char::is_uppercase);
            !named && !matches!(tree.token(c).tag, "JJS" | "VBN" | "VBG") && lower(c) != "first"
        }
        _ => false,
    };
    pointer && tree.children(at).all(plain)
}

/// Whether the article of a line has used a word shortly before it.
fn has_told(story: &Story, line: LineId, stem: &str) -> bool {
    let article = story.lines[line].article;
    (line.saturating_sub(BEFORE)..line).any(|before| {
        story.lines[before].article == article
            && story.sentence(before).position.is_some()
            && story.sentence(before).words.iter().any(|word| word.stem == stem)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn a_noun_that_the_article_has_explained_points_back() {
        let before = "Mila Dorn wrote of references to a leak in a memo on engines and a ferry.";
        let cases = [
            ("Sten Orrin had concerns about the references.", Some("references")),
            ("Sten Orrin had concerns about the references to a leak.", None),
            ("Sten Orrin said references are common.", None),
            ("Sten Orrin said such engines are old.", Some("engines")),
            ("Sten Orrin said engines are old and the engines must go.", None),
            ("There was no such leak, Sten Orrin said.", Some("leak")),
            // The story is about it, and every reader knows the other.
            ("Sten Orrin left the ferry to the police.", None),
            // The article has not used the word.
            ("Sten Orrin looked at the moon.", None),
        ];
        for (text, expected) in cases {
            let told: [&[&str]; 2] = [&[before, text], &["A ferry of Tarn is old."]];
            let (story, trees) = fixture::story(&[
                ("Vess Herald", "2026-03-12T08:30:00Z", "Ferry is old", told[0]),
                ("Ardenne Post", "2026-03-12T10:00:00Z", "Old ferry of Tarn", told[1]),
            ]);
            let line = fixture::line(&story, text);
            let tree = trees.get(line).expect("parsed");
            let found = Matter::of(&story).unexplained(&story, line, tree);
            assert_eq!(found.map(|at| token_text(&story, line, tree, at)), expected, "{text}");
        }
    }
}
