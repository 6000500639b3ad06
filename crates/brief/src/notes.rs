//! Source notes: one line on what an article adds to the others.

use std::collections::HashSet;

use crate::{
    again::Again,
    cite::Told,
    days::{dated, leaves_a_stretch, undated},
    desk::Desk,
    draft::Draft,
    figures::things,
    fit::fit,
    repeat::same_detail,
    salience::is_dull,
    story::{LineId, Story},
    support::Support,
    support::shared_words,
};

/// The most words of a note.
const LONGEST: usize = 32;

/// What a line that a section tells is worth less: a note that repeats it adds little.
const REPEATED: f32 = 1.2;

/// Words below which a line says little: "Buses are waiting at the market."
const SHORT: usize = 9;

/// Cosine from which two notes would say the same, and below which they surely say two things.
const SAME: f32 = 0.7;
const OTHER: f32 = 0.2;

/// The most where no sentence is shorter.
const LONGER: usize = 45;

/// The note of each article, by its index; `number` gives the source number of an article.
pub fn plan(
    desk: &Desk,
    ranked: &[(LineId, f32)],
    told: &[LineId],
    again: &Again,
    number: impl Fn(usize) -> usize,
) -> Vec<Option<Told>> {
    let Desk { story, support, .. } = *desk;
    let bodies = bodies(story);
    // Under its own date "the past year" reads as the reader's.
    let make = |line, most| desk.note(line, most).filter(|draft| !leaves_a_stretch(draft, story));
    let mut noted: Vec<LineId> = Vec::new();
    let mut notes = Vec::new();
    for article in 0..story.readings.len() {
        let is_unlike = |line: LineId, most: f32| {
            let vector = &story.lines[line].vector;
            noted.iter().all(|&note| story.lines[note].vector.dot(vector) < most)
        };
        let is_worth = |line: LineId| {
            story.lines[line].article == article
                && !is_dull(story.text(line))
                && story.sentence(line).words.len() >= SHORT
                && is_unlike(line, SAME)
        };
        let repeated = |line: &LineId| if told.contains(line) { REPEATED } else { 0.0 };
        let mut own: Vec<(LineId, f32)> =
            ranked.iter().filter(|(line, _)| is_worth(*line)).copied().collect();
        own.iter_mut()
            .for_each(|(line, weight)| *weight -= repeated(line) + desk.editor.doubt(*line));
        own.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let own = || own.iter().map(|(line, _)| *line);
        let adding = |by: &Alone, told_too: bool| {
            let alone = own()
                .filter(|line| told_too || !told.contains(line))
                .filter(|&line| is_alone(support, story, again, line, by));
            alone.take(12).find_map(|line| make(line, LONGEST))
        };
        let unique = adding(&SURELY, true);
        let more = if unique.is_none() { adding(&MOSTLY, false) } else { None };
        let best = |most: usize| {
            let lines = || own().take(12);
            let other = lines().filter(|&line| is_unlike(line, OTHER));
            other.chain(lines()).find_map(|line| make(line, most))
        };
        let central =
            || best(LONGEST).or_else(|| best(LONGER)).or_else(|| first_line(story, article));
        let adds = if unique.is_some() { "Only here: " } else { "Also here: " };
        let original = copied_from(story, &bodies, article).filter(|&first| first != article);
        let (frame, draft) = match (original, unique.or(more)) {
            (Some(first), Some(draft)) => {
                (format!("Largely the text of [{}]; adds: ", number(first)), Some(draft))
            }
            (Some(first), None) => (format!("Same report as [{}]: ", number(first)), central()),
            (_, Some(draft)) if story.opinions[article] => {
                ("Opinion or analysis: ".into(), Some(draft))
            }
            (_, Some(draft)) if story.readings.len() > 1 => (adds.into(), Some(draft)),
            _ => ("Best account of: ".into(), central()),
        };
        noted.extend(draft.as_ref().map(|draft| draft.line));
        notes.push(draft.map(|mut draft| {
            draft.frame(&frame);
            Told::alone(draft)
        }));
    }
    notes
}

/// How near another article may come to what a line tells.
struct Alone {
    /// Cosine from which it tells of the same.
    alike: f32,
    /// The share of common words from which it does.
    shared: f32,
    /// The share of its words that another line says, in these words or near ones.
    said: f32,
    /// Whether it may tell something else of a name that few articles give.
    may_share_names: bool,
}

/// A reader checks what stands "only here".
const SURELY: Alone = Alone { alike: 0.2, shared: 0.3, said: 0.45, may_share_names: false };

/// What others hardly tell is "also here".
const MOSTLY: Alone = Alone { alike: 0.3, shared: 0.4, said: 1.0, may_share_names: true };

/// Whether no other article tells of what a line tells, nor counts what it counts.
fn is_alone(support: &Support, story: &Story, again: &Again, line: LineId, by: &Alone) -> bool {
    if support.covered(line) > 0 || again.is_told_elsewhere(line) {
        return false;
    }
    let ours = &story.lines[line];
    let counted = things(story, line);
    let counts_the_same = |other: LineId| {
        let theirs = things(story, other);
        theirs.iter().any(|(their, _)| counted.iter().any(|(own, _)| own.harm == their.harm))
    };
    let mut others = (0..story.lines.len()).filter(|&l| story.lines[l].article != ours.article);
    let names = if by.may_share_names { HashSet::new() } else { rare_names(story, line) };
    others.all(|other| {
        story.lines[other].vector.dot(&ours.vector) < by.alike
            && !same_detail(story, line, other)
            && shared_words(story, line, other) < by.shared
            && again.share_said(line, other) < by.said
            && (counted.is_empty() || !counts_the_same(other))
            && !(has_name(story, other, &names) && share_a_word(story, line, other))
    })
}

/// The parts of the names of a line that half of the articles give at most.
fn rare_names(story: &Story, line: LineId) -> HashSet<&str> {
    let given = |part: &&str| {
        let has =
            |l: usize| story.sentence(l).names.iter().any(|n| n.key.split(' ').any(|p| p == *part));
        let articles: HashSet<usize> =
            (0..story.lines.len()).filter(|&l| has(l)).map(|l| story.lines[l].article).collect();
        2 * articles.len() <= story.readings.len()
    };
    story.sentence(line).names.iter().flat_map(|name| name.key.split(' ')).filter(given).collect()
}

fn has_name(story: &Story, line: LineId, parts: &HashSet<&str>) -> bool {
    let names = &story.sentence(line).names;
    names.iter().any(|name| name.key.split(' ').any(|part| parts.contains(part)))
}

/// Whether two lines have a content word in common that is no name.
fn share_a_word(story: &Story, a: LineId, b: LineId) -> bool {
    let words = |line: LineId| {
        let sentence = story.sentence(line);
        let named = |at: usize| sentence.names.iter().any(|name| name.span.contains(&at));
        sentence.words.iter().filter(move |w| w.is_content() && !named(w.span.start))
    };
    words(a).any(|own| words(b).any(|other| own.stem == other.stem))
}

/// The texts of the body lines of each article.
fn bodies(story: &Story) -> Vec<HashSet<&str>> {
    let mut bodies = vec![HashSet::new(); story.readings.len()];
    for (id, line) in story.lines.iter().enumerate() {
        if story.sentence(id).position.is_some() {
            bodies[line.article].insert(story.text(id));
        }
    }
    bodies
}

/// The earliest article of which this one is a copy: of one family, another
/// outlet, and most of its sentences there.
fn copied_from(story: &Story, bodies: &[HashSet<&str>], article: usize) -> Option<usize> {
    let own = &bodies[article];
    (0..article).find(|&earlier| {
        story.families[earlier] == story.families[article]
            && bodies[earlier].intersection(own).count() as f32 / own.len().max(1) as f32 >= 0.4
    })
}

/// The first body line that may be told, or the title: something of the article's own.
fn first_line(story: &Story, article: usize) -> Option<Draft> {
    let own = || (0..story.lines.len()).filter(|&l| story.lines[l].article == article);
    let told = |line: LineId| {
        let mut draft = Draft::of(story, line);
        dated(&mut draft, story);
        draft.tidy(story);
        (!story.text(line).is_empty()).then_some(draft)
    };
    let is_body = |line: &LineId| story.sentence(*line).position.is_some();
    let stands = |draft: &Draft| !undated(draft, story) && !leaves_a_stretch(draft, story);
    let body = own().filter(is_body).filter(|&line| fit(story, line).is_ok());
    let first = body.filter_map(told).find(stands);
    first.or_else(|| own().filter(|line| !is_body(line)).find_map(told))
}

#[cfg(test)]
mod tests {
    use throughline_gather::Owners;

    use crate::{Options, brief, fixture::readings};

    #[test]
    fn a_note_counts_from_no_day_of_its_article() {
        let sank = "The ferry Silver Wake sank off Orrin Head on March 8, killing nine people.";
        let attacks = "Tunisia has faced a series of jihadist attacks in the past year.";
        let flowers = "Mourners laid flowers on the quay of Vessmouth for the nine victims.";
        let articles = readings(&[
            ("Vess Herald", "2026-03-09", "Ferry sinks off Orrin Head", &[sank]),
            ("Daily Anchor", "2026-03-09", "Nine die as ferry sinks", &[sank, attacks, flowers]),
        ]);
        let now = "2026-03-10".parse().expect("a day");
        let options = Options { now, owners: Owners::default(), words: None };
        let briefing = brief(articles, &options).expect("a briefing");
        let notes: Vec<&str> = briefing.sources.iter().map(|s| s.note.text.as_str()).collect();
        assert!(notes.iter().any(|note| note.contains("laid flowers")), "{notes:?}");
        assert!(notes.iter().all(|note| !note.contains("past year")), "{notes:?}");
    }
}
