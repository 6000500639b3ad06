//! [`Chosen`]: the lines that a plan has taken, and which others may join them.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::{
    again::Again,
    likeness::Heard,
    repeat::{same_count, same_harm, same_news, same_quote, tells_of_another},
    story::{LineId, Story},
    support::Support,
};

/// The share of a line that must be new to the reader.
pub const NEW: f32 = 0.45;

/// The share of its words that one told line says from which a line tells its matter again.
const AGAIN: f32 = 0.4;

/// The share of its words that all told lines say from which nobody wants to hear it again.
const MUCH: f32 = 0.6;

/// How often one deed is told: once, and once more with what else is known of it.
const TELLINGS: usize = 2;

/// What standing beside each other in one article is worth beside words and meaning: an article's
/// own run of sentences hangs together better than lines of several.
const BESIDE: f32 = 0.3;

/// How many lines before it a line may lean on, or stands beside.
pub const REACH: usize = 3;

/// The lines that are told, and what may join them.
pub struct Chosen<'a> {
    /// The story.
    pub story: &'a Story,
    support: &'a Support,
    again: &'a Again<'a>,
    ranked: &'a [(LineId, f32)],
    /// In the order in which they were taken.
    pub taken: Vec<LineId>,
    /// Lines that tell an event again that one of those taken tells, and perhaps more.
    echoing: HashSet<LineId>,
    /// Those of them that say nothing more.
    told_again: HashSet<LineId>,
    /// What of a line is told, where it tells the matter of lines taken again.
    retold: HashMap<LineId, Retold>,
    /// What was told of each period.
    heard: BTreeMap<Option<usize>, Heard<'a>>,
    /// How many of them one article may supply.
    most: usize,
    /// Lines that only the sentence before explains.
    leaning: HashSet<LineId>,
}

/// What of a line is told.
#[derive(Default)]
struct Retold {
    /// The lines that tell its matter.
    lines: Vec<LineId>,
    /// How well all told lines say each of its words, and which share of them.
    said: Vec<f32>,
    share: f32,
}

impl<'a> Chosen<'a> {
    /// Nothing taken yet of these lines; `most` is what one article may supply,
    /// `leaning` are the lines that only the sentence before explains.
    pub fn none(
        story: &'a Story,
        support: &'a Support,
        again: &'a Again<'a>,
        ranked: &'a [(LineId, f32)],
        most: usize,
        leaning: HashSet<LineId>,
    ) -> Self {
        let heard = BTreeMap::new();
        let (taken, echoing, told_again) = (Vec::new(), HashSet::new(), HashSet::new());
        let retold = HashMap::new();
        Self {
            story,
            support,
            again,
            ranked,
            taken,
            echoing,
            told_again,
            retold,
            heard,
            most,
            leaning,
        }
    }

    /// Whether a line may join a section: it may follow it, and a reader has not heard of its matter
    /// in another one.
    pub fn joins(&self, group: &[LineId], line: LineId) -> bool {
        // A matter is told in one place, and there as long as most of it is new.
        let beside = self.retold.get(&line).is_none_or(|retold| {
            retold.share < MUCH && retold.lines.iter().any(|told| group.contains(told))
        });
        beside && self.follows(group, line)
    }

    /// Whether a line may follow others: a reader knows what it speaks of, and takes it for no part
    /// of an event of another time.
    pub fn follows(&self, group: &[LineId], line: LineId) -> bool {
        let explains = |&other: &LineId| {
            self.story.lines[other].article == self.story.lines[line].article
                && (1..=REACH).contains(&line.saturating_sub(other))
        };
        let of_its_time = |&seed: &LineId| self.story.is_of_one_period(seed, line);
        // Of which of the like events it tells, nobody knows.
        let is_placed = !self.story.recurs() || self.story.period(line).is_some();
        is_placed
            && !group.iter().any(|&other| tells_of_another(self.story, other, line))
            && group.first().is_none_or(of_its_time)
            && (!self.leaning.contains(&line) || group.iter().any(explains))
    }

    /// How much of a line is new to the reader; none where it may not be told.
    pub fn admits(&self, line: LineId) -> Option<f32> {
        let article = self.story.lines[line].article;
        let from_it =
            self.taken.iter().filter(|&&l| self.story.lines[l].article == article).count();
        let most = if self.story.opinions[article] { self.most.min(2) } else { self.most };
        let heard = self.heard.get(&self.story.period(line));
        let new = heard.map_or(1.0, |heard| heard.novelty(&self.story.lines[line].vector));
        let told = from_it >= most
            || new < NEW
            || self.told_again.contains(&line)
            || self.tellings(line) >= TELLINGS
            || self.repeats(line, &self.taken);
        (!told).then_some(new)
    }

    /// How often a reader has heard of the deed that a line tells, where it is done once.
    fn tellings(&self, line: LineId) -> usize {
        let told = self.taken.iter().filter(|&&by| {
            self.story.is_of_one_period(by, line) && self.again.tells_end_of(line, by)
        });
        told.count()
    }

    /// Whether a line tells what these lines tell, in these words or others.
    pub fn is_repeat(&self, line: LineId, known: &[LineId]) -> bool {
        self.repeats(line, known) || self.again.is_heard(line, known)
    }

    fn repeats(&self, line: LineId, known: &[LineId]) -> bool {
        let alike = known.iter().filter(|&&other| self.story.is_of_one_period(other, line));
        alike.copied().any(|other| {
            other == line
                || self.support.repeats(self.story, line, other)
                || same_harm(self.story, line, other)
                || same_quote(self.story, line, other)
                || same_count(self.story, line, other)
                || same_news(self.story, line, other)
                || self.again.gives_figures_of(line, other)
        })
    }

    /// Tells a line.
    pub fn take(&mut self, line: LineId) {
        self.taken.push(line);
        let story = self.story;
        let heard = self.heard.entry(story.period(line));
        heard.or_insert_with(|| Heard::nothing(&story.likeness)).hear(&story.lines[line].vector);
        let taken = self.taken.iter().copied();
        let known: Vec<LineId> = taken.filter(|&l| story.is_of_one_period(l, line)).collect();
        for &(left, _) in self.ranked {
            if self.taken.contains(&left)
                || self.told_again.contains(&left)
                || !story.is_of_one_period(left, line)
            {
                continue;
            }
            if !self.echoing.contains(&left) && self.again.tells_event_of(left, line) {
                self.echoing.insert(left);
            }
            let said = self.again.share_said(left, line);
            if said >= AGAIN || self.again.tells_deed_of(left, line) {
                self.retold.entry(left).or_default().lines.push(line);
            }
            if let Some(retold) = self.retold.get_mut(&left) {
                let by = if retold.said.is_empty() { &known[..] } else { &[line] };
                retold.share = self.again.matter_said(left, by, &mut retold.said);
            }
            if self.again.is_known(left, &known, self.echoing.contains(&left)) {
                self.told_again.insert(left);
            }
        }
    }
}

/// How well a line hangs together with a section: shared words, kindred
/// meaning, and standing next to each other in an article.
pub fn bond(story: &Story, lines: &[LineId], line: LineId) -> f32 {
    let to = |&other: &LineId| {
        let words = story.lines[line].vector.dot(&story.lines[other].vector);
        let meaning = story.directions[line].dot(&story.directions[other]).max(0.0);
        let is_beside = story.lines[line].article == story.lines[other].article
            && line.abs_diff(other) <= REACH;
        0.6 * words + 0.4 * meaning + if is_beside { BESIDE } else { 0.0 }
    };
    lines.iter().map(to).sum::<f32>() / lines.len() as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{self, Given};

    /// A crash told by three, in other words and with more.
    const CRASH: &[Given] = &[
        (
            "Vess Herald",
            "2026-03-12T08:30:00Z",
            "Plane crashes near Tarn",
            &[
                "A small plane crashed in the hills near Tarn on Thursday, killing everyone on board.",
                "The freed sailors met the mayor of Ardenne in the town hall.",
            ],
        ),
        (
            "Ardenne Post",
            "2026-03-12T10:00:00Z",
            "Crash near Tarn",
            &[
                "A small plane with a band on board crashed in the hills near Tarn, the police said.",
                "Strong winds were reported in the hills.",
            ],
        ),
        (
            "Daily Quay",
            "2026-03-12T11:00:00Z",
            "Sailors are free",
            &["The navy freed the sailors on Thursday after a night of talks."],
        ),
    ];

    #[test]
    fn a_matter_is_told_in_one_section() {
        let (story, trees) = fixture::story(CRASH);
        let told: Vec<LineId> = (0..story.lines.len())
            .filter(|&line| story.sentence(line).position.is_some())
            .collect();
        let ranked: Vec<(LineId, f32)> = told.iter().map(|&line| (line, 1.0)).collect();
        let support = Support::of(&story);
        let again = Again::of(&story, &trees, told.into_iter());
        let mut chosen =
            Chosen::none(&story, &support, &again, &ranked, usize::MAX, HashSet::new());
        let line = |article: usize, at: usize| fixture::line(&story, CRASH[article].3[at]);
        let [crash, met, crash_again, winds, freed] =
            [line(0, 0), line(0, 1), line(1, 0), line(1, 1), line(2, 0)];
        assert!(chosen.joins(&[], crash_again), "nothing is told yet");
        chosen.take(crash);
        chosen.take(met);
        assert!(!chosen.joins(&[], crash_again), "another section would tell the crash again");
        assert!(!chosen.joins(&[met], crash_again), "it is no matter of that section");
        assert!(chosen.joins(&[crash], crash_again) || chosen.retold[&crash_again].share >= MUCH);
        assert!(chosen.joins(&[], winds), "what is new may open a section");
        let share = chosen.retold.get(&freed).map_or(0.0, |retold| retold.share);
        assert!(share < MUCH, "\"the freed sailors\" does not tell how they were freed: {share}");
    }

    #[test]
    fn three_attacks_are_told_and_one_death_twice() {
        let strikes = [
            "Norland fired a rocket at the fish market of Tarn on Monday.",
            "Norland fired a rocket at a ferry off Vessmouth on Wednesday.",
            "Norland fired a rocket at a school in Vesk on Friday.",
        ];
        let deaths = [
            "Sten Orrin, the mayor of Tarn, has died.",
            "Sten Orrin passed away in his sleep at a hotel in Vesk.",
            "Sten Orrin was found dead on Monday, the police said.",
        ];
        for (lines, most) in [(strikes, 0), (deaths, TELLINGS)] {
            let given: Vec<[&str; 1]> = lines.iter().map(|line| [*line]).collect();
            let outlets = ["Vess Herald", "Ardenne Post", "Daily Quay"];
            let told: Vec<Given> = outlets
                .iter()
                .zip(&given)
                .map(|(outlet, line)| (*outlet, "2026-03-12T08:30:00Z", "News", &line[..]))
                .collect();
            let (story, trees) = fixture::story(&told);
            let [a, b, c] = lines.map(|line| fixture::line(&story, line));
            let ranked = [(a, 1.0), (b, 1.0), (c, 1.0)];
            let support = Support::of(&story);
            let again = Again::of(&story, &trees, [a, b, c].into_iter());
            let mut chosen =
                Chosen::none(&story, &support, &again, &ranked, usize::MAX, HashSet::new());
            chosen.take(a);
            chosen.take(b);
            assert_eq!(chosen.tellings(c), most, "{}", lines[2]);
        }
    }
}
