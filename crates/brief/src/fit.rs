//! Which sentences may be told: whole, asserted, and able to stand alone.
//!
//! Only what the sentence itself shows; what needs a parse is in `smooth`.

use throughline_annotate::{Sentence, WEEKDAYS};
use throughline_model::Article;

use crate::story::{LineId, Story};

/// Why a sentence is not told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// A title, or nothing that ends like a sentence.
    NoSentence,
    /// Fewer words than tell anything, or more than a reader follows.
    Length,
    /// A question, or an exclamation.
    Mood,
    /// The outlet or a speaker says "I", "we", "you" outside a quotation.
    Person,
    /// A quotation without its other end, or without anything around it.
    Quotation,
    /// Links, handles, signs of page furniture.
    Furniture,
    /// Opens by pointing back: "That is why", "The move".
    PointsBack,
}

/// The fewest and most words of a sentence worth looking at; clauses may be
/// cut from a long one later.
const WORDS: std::ops::RangeInclusive<usize> = 6..=70;

/// Checks one line of a story.
pub fn fit(story: &Story, line: LineId) -> Result<(), Unfit> {
    let article = &story.readings[story.lines[line].article].article;
    check(article, story.sentence(line), story.text(line))
}

fn check(article: &Article, sentence: &Sentence, text: &str) -> Result<(), Unfit> {
    let need = |holds: bool, reason: Unfit| if holds { Ok(()) } else { Err(reason) };
    need(sentence.position.is_some(), Unfit::NoSentence)?;
    let end = text.trim_end_matches(['”', '"', '’', '\'', ')', ']', '»']);
    need(end.ends_with(['.', '!', '?', '…', '。']), Unfit::NoSentence)?;
    need(!end.ends_with("...") && !end.ends_with('…'), Unfit::NoSentence)?;
    // "300 loads of coal… but from overseas": titles of links run together.
    need(!sentence.quotes.is_empty() || !text.contains("… "), Unfit::Furniture)?;
    let opens = text.trim_start_matches(['“', '"', '‘', '\'']);
    need(
        opens.starts_with(|c: char| {
            c.is_uppercase()
                || c.is_numeric()
                || !c.is_lowercase() && c.is_alphabetic()
                || matches!(c, '$' | '£' | '€')
        }),
        Unfit::NoSentence,
    )?;
    let stamped = opens.split_whitespace().next().is_some_and(|first| {
        let first = first.to_lowercase();
        first.starts_with(|c: char| c.is_ascii_digit())
            && (first.ends_with("am") || first.ends_with("pm") || first.contains(':'))
    });
    need(
        !stamped && !text.match_indices(" - ").any(|(at, _)| !is_aside(text, at)),
        Unfit::Furniture,
    )?;
    need(!is_labelled(opens) && !is_picture(text) && !is_of_page(text), Unfit::Furniture)?;
    need(!is_biography(article, sentence) && !is_caption(article, sentence), Unfit::Furniture)?;
    need(WORDS.contains(&sentence.words.len()), Unfit::Length)?;
    need(!end.ends_with(['?', '!']) && !text.contains("? "), Unfit::Mood)?;
    need(sentence.quotes.iter().all(|q| q.closed), Unfit::Quotation)?;
    let quoted: usize = sentence.quotes.iter().map(|q| q.outer.len()).sum();
    need(quoted * 10 < text.len() * 8, Unfit::Quotation)?;
    let marks = text.matches('"').count();
    need(
        marks.is_multiple_of(2) && text.matches('(').count() == text.matches(')').count(),
        Unfit::Quotation,
    )?;
    let outside = || {
        sentence
            .words
            .iter()
            .filter(|w| !sentence.quotes.iter().any(|q| q.outer.contains(&w.span.start)))
    };
    need(
        !outside().any(|w| {
            FIRST_PERSON.contains(&w.lower.as_str()) && article.text[w.span.clone()] != *"US"
        }),
        Unfit::Person,
    )?;
    need(
        !text.contains(FURNITURE) && !text.contains("http") && !text.contains(".com"),
        Unfit::Furniture,
    )?;
    let first = outside().next().map(|w| &article.text[w.span.clone()]);
    need(!first.is_some_and(|w| is_shouted(w) && w.len() > 5), Unfit::Furniture)?;
    let capitals = outside().filter(|w| is_shouted(&article.text[w.span.clone()])).count();
    need(capitals * 3 < sentence.words.len(), Unfit::Furniture)?;
    let lower: Vec<&str> = sentence.words.iter().take(4).map(|w| w.lower.as_str()).collect();
    need(!points_back(&lower) && !points_up(text), Unfit::PointsBack)
}

/// Whether the spaced hyphen at a byte stands for a dash inside a sentence, "the tram - whose
/// driver was held - derailed", and not between a place or a site and its text.
fn is_aside(text: &str, at: usize) -> bool {
    let word = |c: char| c.is_lowercase() || matches!(c, ',' | '\'' | '’' | '"' | '”');
    text[..at].ends_with(word) && text[at + 3..].starts_with(char::is_lowercase)
}

/// Whether a sentence ends with its weekday, day and year behind a comma, as a caption does: "performs in
/// Tarn, Monday, Jan. 1, 2018." What is to come is announced so.
fn is_caption(article: &Article, sentence: &Sentence) -> bool {
    let Some(published) = article.published else { return false };
    let text = &article.text;
    sentence.dates.last().is_some_and(|day| {
        let words = &text[day.start..day.end];
        let whole = WEEKDAYS.iter().any(|name| words.starts_with(name))
            && text[..day.start].trim_end().ends_with(',')
            && words.as_bytes()[words.len() - 4..].iter().all(u8::is_ascii_digit);
        let ends = text[day.end..sentence.span.end].trim().len() <= 1;
        whole && ends && day.interval.is_some_and(|i| i.to <= published.date())
    })
}

/// "2.15 p.m.: ", "October 13, 2016: ", "Photos: ": a list's or a picture's label.
fn is_labelled(text: &str) -> bool {
    let Some((label, rest)) = text.split_once(':') else { return false };
    let words: Vec<&str> = label.split_whitespace().collect();
    rest.starts_with(' ')
        && words.len() <= 4
        && (words.len() == 1
            || label.contains(|c: char| c.is_ascii_digit())
            || words.first().is_some_and(|w| LABELS.contains(&w.to_lowercase().as_str())))
}

#[rustfmt::skip]
const LABELS: &[&str] = &[
    "photo", "photos", "video", "videos", "image", "images", "picture", "pictures", "watch",
    "read", "related", "caption", "gallery", "listen", "live", "update", "updated", "breaking",
    "file", "media", "credit", "source",
];

/// Words in which a caption speaks of its own picture.
const PICTURE: &[&str] = &[
    "in a photo",
    "in this photo",
    "in this image",
    "in this picture",
    "in an image",
    "file photo",
    "image taken",
    "image from",
    "photo taken",
    "photograph taken",
    "photo released",
    "photo provided",
    "handout photo",
    "screengrab",
    "still from",
    "image released",
];

fn is_picture(text: &str) -> bool {
    let lower = text.to_lowercase();
    PICTURE.iter().any(|words| lower.contains(words))
}

/// Words in which a page speaks of itself.
const PAGE: &[&str] = &[
    "be found below",
    "be found here",
    "be seen below",
    "listed below",
    "embedded below",
    "video below",
    "see below",
    "shown below",
    "scroll down",
    "click here",
    "clicking here",
    "sign up for",
    "this article",
    "this story was",
    "this post",
    "show hide ",
];

fn is_of_page(text: &str) -> bool {
    let lower = text.to_lowercase();
    PAGE.iter().any(|words| lower.contains(words))
}

/// How near the end of an article its author's biography stands, in bytes.
const TAIL: usize = 400;

/// Who writes, by what a biography calls them.
#[rustfmt::skip]
const WRITERS: &[&str] = &[
    "writer", "journalist", "reporter", "correspondent", "columnist", "editor", "author",
    "contributor", "freelance", "freelancer", "blogger", "enthusiast",
];

/// Whether a sentence at the end of an article says who its author is: "Mila Dorn is a freelance
/// writer living in Vessmouth."
fn is_biography(article: &Article, sentence: &Sentence) -> bool {
    let words: Vec<&str> = sentence.words.iter().take(14).map(|w| w.lower.as_str()).collect();
    let is = words.windows(2).take(5).any(|w| matches!(w, ["is", "a" | "an" | "the"]));
    is && article.text.len() - sentence.span.end <= TAIL
        && words.iter().any(|word| WRITERS.contains(word))
}

const FIRST_PERSON: &[&str] = &[
    "i", "i'm", "i've", "i'd", "i'll", "we", "we're", "we've", "we'll", "my", "our", "ours", "us",
    "me", "you", "your", "you're", "you'll", "let's",
];

const FURNITURE: &[char] = &['<', '>', '@', '|', '©', '►', '•', '#', '\u{fffd}'];

fn is_shouted(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() > 4 && !word.chars().any(char::is_lowercase)
}

/// Whether a line points to what its page has over it: "issued the above statement".
fn points_up(text: &str) -> bool {
    ["the above", "the aforementioned", "the foregoing"].iter().any(|up| text.contains(up))
}

/// Nouns that, with "the" or "that", point to what was said before.
const BACKWARD: &[&str] = &[
    "move",
    "decision",
    "announcement",
    "incident",
    "comments",
    "comment",
    "remarks",
    "statement",
    "news",
    "latter",
    "former",
    "pair",
    "duo",
    "trio",
    "two",
    "three",
    "four",
    "man",
    "woman",
    "men",
    "women",
    "boy",
    "girl",
    "same",
    "latest",
    "document",
    "letter",
    "post",
    "tweet",
    "video",
    "footage",
    "image",
    "photo",
    "picture",
    "report",
    "study",
    "survey",
    "poll",
    "findings",
    "result",
    "results",
    "claim",
    "claims",
    "accusation",
    "accusations",
    "suspect",
    "victim",
    "couple",
    "figure",
    "figures",
    "idea",
    "plan",
    "proposal",
    "measure",
    "change",
    "changes",
    "effort",
    "event",
    "exchange",
    "other",
    "others",
    "first",
    "second",
    "third",
    "source",
    "sources",
    "driver",
    "item",
    "items",
    "group",
    "company",
    "firm",
    "agency",
    "official",
    "officials",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "case",
    "call",
];

fn points_back(first: &[&str]) -> bool {
    match first {
        ["this" | "that" | "these" | "those" | "such" | "here" | "there's", ..] => true,
        ["it" | "they" | "them", ..] => true,
        ["the", noun, rest @ ..] if BACKWARD.contains(noun) => {
            // "The decision by the court" carries what it points to.
            !matches!(
                rest.first(),
                Some(&("of" | "by" | "to" | "that" | "in" | "from" | "on" | "for"))
            )
        }
        ["another" | "others" | "elsewhere", ..] | ["not", "that", ..] => true,
        ["in", "a", "further" | "separate" | "second" | "later", ..] => true,
        [
            "one" | "some" | "both" | "all" | "either" | "neither" | "none",
            "of",
            "them" | "those" | "these",
            ..,
        ] => true,
        [
            "asked" | "pressed" | "speaking" | "responding" | "in" | "for",
            "response" | "about" | "that" | "this" | "example" | "instance",
            ..,
        ] => true,
        ["why" | "what" | "how" | "who" | "when" | "where" | "whatever", ..] => {
            !matches!(first, ["when" | "where", ..])
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn what_may_be_told() {
        let cases = [
            ("President Ilan Vosk signed the harbour pact in Vessmouth.", Ok(())),
            ("Photos: Crowds wait at the port gate in Vessmouth.", Err(Unfit::Furniture)),
            ("2.15 p.m.: The coastguard says that nine people are hurt.", Err(Unfit::Furniture)),
            ("The pact was signed in Vessmouth - Ardenne Post", Err(Unfit::NoSentence)),
            ("Tarn Gate - The harbour pact was signed by both ministers.", Err(Unfit::Furniture)),
            ("The harbour pact - which nobody had read - was signed in Vessmouth.", Ok(())),
            ("March 12, 2026: The pact is signed by both ministers.", Err(Unfit::Furniture)),
            ("Payload: The ship carried 40 tonnes of cod to Ardenne.", Err(Unfit::Furniture)),
            ("The minister named one condition: the quay opens first.", Ok(())),
            ("Crowds wait at the gate in a photo obtained by the Herald.", Err(Unfit::Furniture)),
            ("The full list of the berths can be found below.", Err(Unfit::Furniture)),
            ("Show Hide The pact is the first that both towns signed.", Err(Unfit::Furniture)),
            ("That is why the minister signed the harbour pact.", Err(Unfit::PointsBack)),
            ("Not that the fishermen will get their berths back.", Err(Unfit::PointsBack)),
            ("The decision was welcomed by the fishermen of the port.", Err(Unfit::PointsBack)),
            ("The decision of the court was welcomed by the fishermen.", Ok(())),
            ("Vosk only issued the above statement after the vote.", Err(Unfit::PointsBack)),
            ("Why did the minister sign the harbour pact on Tuesday?", Err(Unfit::Mood)),
            ("I saw the crush at the port gate with my own eyes.", Err(Unfit::Person)),
            ("Read more of this at vessherald.com every morning.", Err(Unfit::Furniture)),
            ("Mila Dorn is a freelance writer living in Vessmouth.", Err(Unfit::Furniture)),
            ("The port moves 300 loads of coal… but from overseas.", Err(Unfit::Furniture)),
            ("The pact was signed.", Err(Unfit::Length)),
            ("A band performs in Vessmouth, Norland, Monday, Jan. 1, 2018.", Err(Unfit::Furniture)),
            ("A band performed in Vessmouth, Norland, on Monday, Jan. 1, 2018.", Ok(())),
        ];
        for (text, expected) in cases {
            let (story, _, line) = fixture::sentence(text);
            assert_eq!(fit(&story, line), expected, "{text}");
        }
    }
}
