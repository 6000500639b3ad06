//! [`Profile`]: what gathering knows of one article.

use throughline_annotate::{Granularity, Name, Reading, Sentence, Unit};
use throughline_model::Role;

use crate::vocabulary::{Block, Vocabulary};

/// Sentences of the body that count as the lead.
const LEAD: usize = 3;

/// An article as gathering compares it.
#[derive(Debug, Clone)]
pub struct Profile {
    /// The article's id.
    pub article: String,
    /// The day of its publication, from 1970.
    pub day: Option<i64>,
    /// Terms in order of number with their damped counts, `1 + ln(n)`.
    pub counts: Vec<(u32, f32)>,
}

impl Profile {
    /// Reads off an article what it is compared by.
    pub fn of(reading: &Reading, vocabulary: &mut Vocabulary) -> Self {
        let mut counts: Vec<(u32, f32)> = Vec::with_capacity(512);
        for sentence in &reading.sentences {
            count(sentence, &mut |block, text, times| {
                counts.push((vocabulary.number(block, text), times));
            });
        }
        counts.sort_unstable_by_key(|&(number, _)| number);
        counts.dedup_by(|later, first| {
            let same = later.0 == first.0;
            if same {
                first.1 += later.1;
            }
            same
        });
        counts.iter_mut().for_each(|(_, count)| *count = 1.0 + count.ln());
        let article = &reading.article;
        let day = article.published.map(|p| p.instant().as_second().div_euclid(86_400));
        Self { article: article.id.clone(), day, counts }
    }
}

/// Whether capitals make it a name: at the start of a sentence one capital
/// proves nothing, and "Police" would tie every report of a crime to the next.
fn proves(name: &Name) -> bool {
    !name.opens || name.key.contains(' ')
}

/// The terms of a sentence with how often each counts: a title says what the
/// article is about, a lead nearly so.
fn count(sentence: &Sentence, put: &mut impl FnMut(Block, &str, f32)) {
    let (times, lead) = match (sentence.role, sentence.position) {
        (Role::Title, _) => (3.0, 3.0),
        (_, Some(0..=1)) => (2.0, 2.0),
        (_, Some(at)) => (1.0, if at < LEAD { 1.0 } else { 0.0 }),
        _ => return,
    };
    for word in sentence.words.iter().filter(|w| w.is_content()) {
        put(Block::Word, &word.stem, times);
        if lead > 0.0 {
            put(Block::Lead, &word.stem, lead);
        }
    }
    for name in sentence.names.iter().filter(|name| proves(name)) {
        put(Block::Name, &name.key, times);
        if let Some((_, last)) = name.key.rsplit_once(' ') {
            put(Block::Name, last, times);
        }
    }
    for date in &sentence.dates {
        match date.granularity {
            Granularity::Day | Granularity::TimeOfDay => match date.interval {
                Some(days) => put(Block::Day, &days.from.to_string(), 1.0),
                None => put(Block::Day, &date.value, 1.0),
            },
            Granularity::Month => put(Block::Day, &date.value, 1.0),
            _ => {}
        }
    }
    for figure in &sentence.quantities {
        let small = figure.unit == Unit::Count && figure.value <= 3.0;
        if figure.unit != Unit::Calendar && !small {
            put(Block::Figure, &format!("{} {:?}", figure.value, figure.unit), 1.0);
        }
    }
}
