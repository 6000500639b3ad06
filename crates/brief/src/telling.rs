//! What a sentence tells of one day: the ground on which dates of articles are compared.

use jiff::civil::{Date, Weekday};
use throughline_annotate::{Sentence, Terms, Timex, Vector, WEEKDAYS};

/// Cosine from which two sentences tell of one event: words are few, and the day they share is the
/// better half of the evidence.
pub const ALIKE: f32 = 0.33;

/// The one day that a sentence names for sure; of two days, one might be the saying's.
pub fn sole_day(sentence: &Sentence) -> Option<(&Timex, Date)> {
    let mut days = sentence.dates.iter().filter(|timex| timex.is_resolved_day());
    let (Some(timex), None) = (days.next(), days.next()) else { return None };
    Some((timex, timex.interval?.from))
}

/// The weekday by whose name alone an expression gives a day: "Sunday", "early on Tuesday".
pub fn weekday(timex: &Timex, text: &str) -> Option<Weekday> {
    let words = &text[timex.start..timex.end];
    let named = |word: &str| WEEKDAYS.iter().position(|day| word.eq_ignore_ascii_case(day));
    let place = words.split(|c: char| !c.is_alphanumeric()).find_map(named);
    let place = place.filter(|_| !words.contains(|c: char| c.is_ascii_digit()))?;
    Weekday::from_monday_zero_offset(i8::try_from(place).ok()?).ok()
}

/// What a sentence tells beside its days, every word as weighty as another.
pub fn even(terms: &mut Terms, sentence: &Sentence) -> Vector {
    let dated = |at: usize| sentence.dates.iter().any(|t| (t.start..t.end).contains(&at));
    let words = sentence.words.iter().filter(|w| w.is_content() && !dated(w.span.start));
    let counts = terms.add(words.map(|w| w.stem.as_str()));
    Vector(counts.into_iter().map(|(number, _)| (number, 1.0)).collect()).normalised()
}
