//! Figures that another came in place of.

use throughline_annotate::{Harm, Quantity, Relation, Sentence};

use super::{Moved, SHARED, after, before, lead};
use crate::{
    disagree::{Taken, bound::bounded, phrase, slot::Slot},
    story::{LineId, Story},
    tree::{Tree, Trees},
};

/// Content words to each side of a figure that say what it counts.
const ROUND: usize = 4;

/// Bytes of what is counted, between a figure and the one that it corrects.
const HEAD: usize = 24;

/// What stands before a toll that a higher one came in place of.
#[rustfmt::skip]
const EARLIER: &[&str] = &[
    "an earlier toll of", "a previous toll of", "an initial toll of", "the earlier toll of",
    "an earlier count of", "a previous count of", "an initial count of",
    "an earlier figure of", "a previous figure of",
];

/// A line that may give the figure that this one may correct.
pub fn may_be_old(story: &Story, lines: &[LineId], line: LineId) -> Option<LineId> {
    let (_, old, _) = told(story, line)?;
    let gives = |other: &LineId| story.sentence(*other).quantities.iter().any(|q| is_same(q, old));
    before(story, lines, line).into_iter().find(gives)
}

/// The figure that a line corrects, where an article before it gave the old one.
pub fn moved(story: &Story, trees: &Trees, lines: &[LineId], line: LineId) -> Option<Moved> {
    let (new, old, is_toll) = told(story, line)?;
    // "claimed that it took 14, not 12, but the navy says that it took nobody".
    let doubt = |word: &str| matches!(word, "but" | "claimed" | "claims" | "alleged" | "alleges");
    if !is_toll && story.sentence(line).words.iter().any(|word| doubt(&word.lower)) {
        return None;
    }
    let now = Slot::of(story, trees, line, new).filter(|slot| slot.done)?;
    if is_toll && now.toll.as_ref()?.harm() != Some(Harm::Killed) {
        return None;
    }
    let gives = |other: LineId| {
        let sentence = story.sentence(other);
        if sentence.quantities.iter().any(|q| is_same(q, new)) {
            return None;
        }
        let figure = sentence.quantities.iter().find(|q| is_same(q, old))?;
        let slot = Slot::of(story, trees, other, figure);
        let one = match &now.toll {
            Some(toll) => {
                let slot = slot?;
                let apart = !slot.places.is_empty()
                    && !now.places.is_empty()
                    && slot.places.is_disjoint(&now.places);
                !apart && slot.toll.is_some_and(|other| other.is_of_kind(toll))
            }
            None => shares(story, line, sentence, figure),
        };
        one.then(|| taken(story, other, figure))
    };
    let told: Vec<Taken> = before(story, lines, line).into_iter().filter_map(gives).collect();
    let first = told.first()?;
    let about = match &now.toll {
        Some(_) => now.about(),
        None => counted(story, trees.get(first.line)?, first)?,
    };
    let third = |other: LineId| {
        let sentence = story.sentence(other);
        let counts = |q: &Quantity| {
            q.unit == new.unit && !is_same(q, new) && shares(story, line, sentence, q)
        };
        sentence.quantities.iter().any(counts)
    };
    let is_outrun = after(story, lines, line).any(third);
    let harm = now.toll.as_ref().and_then(|toll| toll.harm());
    let sizes = (old.value, new.value);
    Some(Moved { about, old: told, new: taken(story, line, new), sizes, harm, is_outrun })
}

/// The figure that a line gives, the one that it says was given before, and whether that is a toll.
fn told(story: &Story, line: LineId) -> Option<(&Quantity, &Quantity, bool)> {
    let sentence = story.sentence(line);
    let text = &story.readings[story.lines[line].article].article.text;
    let figures = || sentence.quantities.iter().filter(|q| q.is_figure() && !q.is_range());
    let other = |a: &Quantity, b: &Quantity| {
        a.unit == b.unit && a.per == b.per && a.relation_of_values(b) == Relation::Differs
    };
    let toll = figures().find_map(|old| {
        let before = lead(story, line, old.span.start);
        EARLIER.iter().find(|words| before.ends_with(**words))?;
        // "Six people died and nine were injured, raising an earlier toll of four".
        let new = figures().find(|new| new.span.end < old.span.start && other(new, old))?;
        Some((new, old, true))
    });
    let corrected = || {
        figures().zip(figures().skip(1)).find_map(|(new, old)| {
            let between = text.get(new.span.end..old.span.start)?.to_lowercase();
            let between = between.trim_matches([' ', ',', '\u{2013}', '\u{2014}', '-']);
            // "14 people, not 12"; "12 if not 15" corrects nothing.
            let head = between.strip_suffix("not")?.trim_end();
            let head = head.strip_suffix("and").unwrap_or(head).trim_end_matches([' ', ',']);
            let plain = head.len() <= HEAD
                && !head.split(' ').any(|word| matches!(word, "if" | "but" | "do" | "did" | "is"));
            let one = old.counted.is_empty() || old.counted.last() == new.counted.last();
            (plain && one && other(new, old)).then_some((new, old, false))
        })
    };
    toll.or_else(corrected)
}

fn is_same(a: &Quantity, b: &Quantity) -> bool {
    a.unit == b.unit && a.per == b.per && a.relation_of_values(b) == Relation::Same
}

fn taken(story: &Story, line: LineId, figure: &Quantity) -> Taken {
    let text = &story.readings[story.lines[line].article].article.text;
    Taken { line, span: figure.span.clone(), value: bounded(figure, text) }
}

/// What a figure counts, as it is written: "two of the bridge's hangers".
fn counted(story: &Story, tree: &Tree, taken: &Taken) -> Option<String> {
    let number = tree.at(taken.span.start)?;
    let of = tree.children(number).find(|&c| tree.token(c).lemma == "of");
    let whole = of.and_then(|of| tree.child(of, &["pobj"]));
    let noun = whole.or_else(|| phrase::noun(tree, number))?;
    let text = &story.readings[story.lines[taken.line].article].article.text;
    Some(text[tree.span(noun)].to_lowercase())
}

/// Whether what stands round a figure is told in a line too.
fn shares(story: &Story, line: LineId, sentence: &Sentence, figure: &Quantity) -> bool {
    let near = round(sentence, figure);
    let told = |stem: &&&str| {
        story.sentence(line).words.iter().any(|w| w.is_content() && w.stem == ***stem)
    };
    near.iter().filter(told).count() >= SHARED
}

/// The stems of the content words near a figure.
fn round<'a>(sentence: &'a Sentence, figure: &Quantity) -> Vec<&'a str> {
    let words = sentence.words.iter().filter(|w| w.is_content());
    let before = words.clone().rev().filter(|w| w.span.end <= figure.span.start).take(ROUND);
    let after = words.filter(|w| w.span.start >= figure.span.end).take(ROUND);
    before.chain(after).map(|w| w.stem.as_str()).collect()
}
