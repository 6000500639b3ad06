//! [`Profile`]: what gathering knows of one article.

use std::borrow::Cow;

use throughline_annotate::{Granularity, Name, Quantity, Reading, Sentence, Unit, Word};
use throughline_model::{Role, Tongue};

use crate::{
    address::headline,
    places::Places,
    vocabulary::{Block, Vocabulary, key},
};

/// How often a word of the title counts as one of the text and as one of the lead.
const TITLE: (u32, u32) = (3, 3);

/// Sentences of the body that count as the lead.
const LEAD: usize = 3;

/// Content words of a sentence that count as the lead. What has more is no sentence: a menu, or
/// the months of an archive, whose words would drown those of the headline.
const LEAD_WORDS: usize = 40;

/// An article as gathering compares it.
#[derive(Debug, Clone)]
pub struct Profile {
    /// The article's id.
    pub article: String,
    /// The day of its publication, from 1970.
    pub day: Option<i64>,
    /// Terms in order of number with how often each counts.
    pub counts: Vec<(u32, u32)>,
}

impl Profile {
    /// Reads off an article what it is compared by.
    pub fn of(reading: &Reading, vocabulary: &mut Vocabulary) -> Self {
        let words = reading.sentences.iter().map(|sentence| sentence.words.len()).sum();
        let mut tally = Tally::with_room(words);
        for sentence in &reading.sentences {
            count(sentence, &mut |block, text, times| tally.add(block, text, times));
        }
        let lost = lost_headline(reading);
        let (times, lead) = TITLE;
        for word in &lost {
            tally.add(Block::Word, Cow::Borrowed(&word.stem), times);
            tally.add(Block::Lead, Cow::Borrowed(&word.stem), lead);
        }
        // All are looked up before any is new: looks that wait for nothing overlap.
        let known: Vec<Option<u32>> =
            tally.terms.iter().map(|term| vocabulary.known(term.key)).collect();
        let number = |(term, known): (&Counted, Option<u32>)| {
            let new = || vocabulary.new_number(term.key, term.block, &term.text);
            (known.unwrap_or_else(new), term.times)
        };
        let mut counts: Vec<(u32, u32)> = tally.terms.iter().zip(known).map(number).collect();
        counts.sort_unstable_by_key(|&(number, _)| number);
        let article = &reading.article;
        let day = article.published.map(|p| p.instant().as_second().div_euclid(86_400));
        Self { article: article.id.clone(), day, counts }
    }
}

/// The terms of one article, each once, in the order in which they come. The
/// vocabulary is large and far away, so it is asked once for each.
struct Tally<'a> {
    /// By the end of the key; all stay in the nearest cache.
    places: Places,
    terms: Vec<Counted<'a>>,
}

struct Counted<'a> {
    key: u64,
    block: Block,
    text: Cow<'a, str>,
    times: u32,
}

impl<'a> Tally<'a> {
    fn with_room(terms: usize) -> Self {
        let mut places = Places::default();
        places.clear((2 * terms).max(2).next_power_of_two());
        Self { places, terms: Vec::with_capacity(terms) }
    }

    fn add(&mut self, block: Block, text: Cow<'a, str>, times: u32) {
        let key = key(block, &text);
        match self.places.find(key as u32, |at| self.terms[at].key == key) {
            Ok(at) => self.terms[at].times += times,
            Err(slot) => {
                self.places.put(slot, self.terms.len());
                self.terms.push(Counted { key, block, text, times });
                self.make_room();
            }
        }
    }

    fn make_room(&mut self) {
        if 2 * self.terms.len() > self.places.slots() {
            self.places.clear(2 * self.places.slots());
            for (at, term) in self.terms.iter().enumerate() {
                self.places.add(term.key as u32, at);
            }
        }
    }
}

/// The headline as the address has it, where the title is another: mostly the name of
/// the site. A title of the same words says it better.
fn lost_headline(reading: &Reading) -> Vec<Word> {
    let article = &reading.article;
    let url = article.url.as_deref().unwrap_or_default();
    let words = headline(url, Tongue::is_english(&article.language));
    let titles = reading.sentences.iter().filter(|sentence| sentence.role == Role::Title);
    let told = titles.flat_map(|title| &title.words);
    let is_told = told.into_iter().any(|told| words.iter().any(|word| word.stem == told.stem));
    if is_told { Vec::new() } else { words }
}

/// Whether capitals make it a name: at the start of a sentence one capital
/// proves nothing, and "Police" would tie every report of a crime to the next.
fn proves(name: &Name) -> bool {
    !name.opens || name.key.contains(' ')
}

/// The terms of a sentence with how often each counts: a title says what the
/// article is about, a lead nearly so.
fn count<'a>(sentence: &'a Sentence, put: &mut impl FnMut(Block, Cow<'a, str>, u32)) {
    let (times, lead) = match (sentence.role, sentence.position) {
        (Role::Title, _) => TITLE,
        (_, Some(0..=1)) => (2, 2),
        (_, Some(at)) => (1, u32::from(at < LEAD)),
        _ => return,
    };
    for (at, word) in sentence.words.iter().filter(|w| w.is_content()).enumerate() {
        put(Block::Word, Cow::Borrowed(&word.stem), times);
        if lead > 0 && at < LEAD_WORDS {
            put(Block::Lead, Cow::Borrowed(&word.stem), lead);
        }
    }
    for name in sentence.names.iter().filter(|name| proves(name)) {
        put(Block::Name, Cow::Borrowed(&name.key), times);
        if let Some((_, last)) = name.key.rsplit_once(' ') {
            put(Block::Name, Cow::Borrowed(last), times);
        }
    }
    for date in &sentence.dates {
        match date.granularity {
            Granularity::Day | Granularity::TimeOfDay => match date.interval {
                Some(days) => put(Block::Day, Cow::Owned(days.from.to_string()), 1),
                None => put(Block::Day, Cow::Borrowed(&date.value), 1),
            },
            Granularity::Month => put(Block::Day, Cow::Borrowed(&date.value), 1),
            _ => {}
        }
    }
    for figure in &sentence.quantities {
        let small = figure.unit == Unit::Count && figure.value <= 3.0;
        if figure.unit != Unit::Calendar && !small {
            put(Block::Figure, Cow::Owned(figure_term(figure)), 1);
        }
    }
}

/// The term of a figure: its value in a base unit, with that unit.
pub fn figure_term(figure: &Quantity) -> String {
    format!("{} {:?}", figure.value, figure.unit)
}

#[cfg(test)]
mod tests {
    use throughline_model::Article;

    use super::*;

    /// How many words a body of one sentence puts into the lead beside its title.
    fn check(words: usize, expected: usize) {
        let word =
            |n: usize| format!("ba{}", ["ke", "lin", "mas", "ros", "tor"][n % 5]).repeat(1 + n / 5);
        let body: Vec<String> = (0..words).map(word).collect();
        let body = vec![(Role::Body, body.join(" "), None)];
        let reading = Reading::of(Article::new(None, "Ferry Aurelin aground", body));
        let mut vocabulary = Vocabulary::default();
        let profile = Profile::of(&reading, &mut vocabulary);
        let lead = |&&(number, _): &&(u32, u32)| vocabulary.block(number) == Block::Lead;
        assert_eq!(profile.counts.iter().filter(lead).count(), 3 + expected, "{words}");
    }

    #[test]
    fn a_menu_does_not_drown_the_headline() {
        check(0, 0);
        check(20, 20);
        check(40, 40);
        check(100, 40);
    }
}
