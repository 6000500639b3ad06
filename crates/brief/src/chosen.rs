//! [`Chosen`]: the lines that a plan has taken, and which others may join them.

use std::collections::{BTreeMap, HashMap, HashSet};

use throughline_annotate::{Unit, Word, words};

use crate::{
    again::Again,
    figures::{LEAST_FIGURE, counted, is_same_figure, things},
    likeness::Heard,
    story::{LineId, Story},
    support::{Support, shared_words, undated},
};

/// The share of a line that must be new to the reader.
pub const NEW: f32 = 0.45;

/// The share of common words from which two lines with one figure tell one thing.
const DETAILED: f32 = 0.25;

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

/// Whether both lines give one figure, and much of the rest in the same words: "four hours into
/// the flight" is the same turn, whatever the verb; or one minute of the clock, "11:40 p.m.", "twenty
/// minutes to midnight", and anything more.
pub fn same_detail(story: &Story, a: LineId, b: LineId) -> bool {
    let figures = |line: LineId| {
        let quantities = story.sentence(line).quantities.iter();
        quantities.filter(|q| q.unit != Unit::Calendar && q.value >= LEAST_FIGURE)
    };
    // A full hour is many things' hour.
    let minutes = |line: LineId| {
        let clocks = story.sentence(line).dates.iter().filter_map(|d| d.value.split_once('T'));
        clocks.map(|(_, clock)| clock).filter(|c| c.get(3..5).is_some_and(|m| m != "00"))
    };
    let shared = shared_words(story, a, b);
    shared >= DETAILED && figures(a).any(|x| figures(b).any(|y| is_same_figure(x, y)))
        || minutes(a).any(|x| minutes(b).any(|y| x == y))
            && !undated(story, a).is_disjoint(&undated(story, b))
}

/// Whether both lines count the dead, or both the injured: the toll is told
/// once; where the figures differ the disagreements show it.
fn same_harm(story: &Story, a: LineId, b: LineId) -> bool {
    let (a, b) = (things(story, a), things(story, b));
    a.iter().any(|(thing, _)| b.iter().any(|(other, _)| thing.harm == other.harm))
}

/// Whether a line brings in another thing of a kind, "a second storm", that a reader would take for the
/// one of which the next line speaks: "the storm".
fn tells_of_another(story: &Story, line: LineId, next: LineId) -> bool {
    let words = &story.sentence(line).words;
    let brought = words.windows(3).filter_map(|run| {
        let another = matches!(
            (run[0].lower.as_str(), run[1].lower.as_str()),
            ("a", "second" | "third" | "new" | "separate") | (_, "another")
        );
        (another && run[2].is_content()).then_some(run[2].stem.as_str())
    });
    let known = |stem: &str| {
        let next = &story.sentence(next).words;
        next.windows(2).any(|run| run[0].lower == "the" && run[1].stem == stem)
    };
    brought.into_iter().any(known)
}

/// Words of a quotation from which two lines that have it may repeat each other, and content words from
/// which a line has something else to tell.
const QUOTED: usize = 3;
const BESIDE_IT: usize = 4;

/// Whether a line quotes what another quotes, perhaps less of it, and tells little beside it. A suit
/// over the words is news.
fn same_quote(story: &Story, line: LineId, other: LineId) -> bool {
    let quoted = |line: LineId| {
        let text = &story.readings[story.lines[line].article].article.text;
        let quotes = story.sentence(line).quotes.iter();
        let said = quotes.map(move |q| words(text, q.inner.clone(), true));
        // A title has capitals only.
        said.filter(|said| {
            let small = |w: &Word| text[w.span.clone()].starts_with(char::is_lowercase);
            said.len() >= QUOTED && said.iter().any(|w| w.is_content() && small(w))
        })
    };
    let more = |said: &[Word]| {
        let theirs = undated(story, other);
        let own = undated(story, line).into_iter().filter(|stem| !theirs.contains(stem));
        own.filter(|stem| said.iter().all(|word| word.stem != *stem)).count()
    };
    let holds = |whole: &[Word], part: &[Word]| {
        whole.windows(part.len()).any(|run| run.iter().zip(part).all(|(x, y)| x.lower == y.lower))
    };
    quoted(line).any(|own| {
        more(&own) < BESIDE_IT
            && quoted(other).any(|theirs| holds(&own, &theirs) || holds(&theirs, &own))
    })
}

/// Whether both lines count who did one thing: "2,000 people signed a petition", "300,000 people have
/// signed it". Where the counts differ, one of them is told.
fn same_count(story: &Story, a: LineId, b: LineId) -> bool {
    let theirs = counted(story, b);
    let own = counted(story, a);
    own.iter().any(|x| theirs.iter().any(|y| x.value != y.value && x.is_like(y)))
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

    /// Two lines of two outlets, asked of each other.
    fn asked(a: &str, b: &str, what: fn(&Story, LineId, LineId) -> bool) -> bool {
        let told: [&[&str]; 2] = [&[a], &[b]];
        let (story, _) = fixture::story(&[
            ("Vess Herald", "2026-03-12T08:30:00Z", "A day in Tarn", told[0]),
            ("Ardenne Post", "2026-03-12T10:00:00Z", "A night in Tarn", told[1]),
        ]);
        what(&story, fixture::line(&story, a), fixture::line(&story, b))
    }

    #[test]
    fn a_quotation_is_told_once_but_what_else_is_told_of_it_is_news() {
        let letter = "Six captains called the board “woefully out of touch” in a joint letter.";
        let cases = [
            (
                "The letter of the captains said it was “woefully out of touch with the quay”.",
                letter,
                true,
            ),
            ("The letter of the captains asks for a new quay.", letter, false),
            (
                "A court in Vesk lifted the ban on “A Night in Tarn” on Saturday.",
                "Norland banned “A Night in Tarn” in all cinemas on Friday.",
                false,
            ),
            (
                "The union of dock workers sued Ilan Vosk in the high court of Vesk, citing “we will close the port for good by June”.",
                "Ilan Vosk said “we will close the port for good by June”.",
                false,
            ),
        ];
        for (line, other, expected) in cases {
            assert_eq!(asked(line, other, same_quote), expected, "{line}");
        }
    }

    #[test]
    fn one_minute_of_the_clock_is_one_detail() {
        let landfall = "The storm made landfall at 11:40 p.m. near the fishing town of Tarn.";
        let cases = [
            ("The storm came ashore near Tarn at twenty minutes to midnight.", true),
            ("The storm came ashore near Tarn at 10:40 p.m.", false),
            ("A man was arrested in Vesk at 11:40 p.m.", false),
        ];
        for (line, expected) in cases {
            assert_eq!(asked(line, landfall, same_detail), expected, "{line}");
        }
    }

    #[test]
    fn a_second_storm_is_not_the_storm() {
        let second = "A second storm, Cyclone Corin, has formed off the coast.";
        let cases = [
            ("Some 90,000 people were moved to safety before the storm.", true),
            ("Some 90,000 people were moved to safety.", false),
        ];
        for (next, expected) in cases {
            assert_eq!(asked(second, next, tells_of_another), expected, "{next}");
        }
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

    #[test]
    fn one_count_of_those_who_did_a_thing_is_told() {
        let cases = [
            (
                "More than 2,000 people signed a petition.",
                "Almost 30,000 people have signed it.",
                true,
            ),
            (
                "More than 2,000 people signed a petition.",
                "Some 900 people left Tarn by boat.",
                false,
            ),
            (
                "At noon 50 people were still critical.",
                "By night 42 people were in critical care.",
                true,
            ),
            ("Some 2,000 people left Tarn by boat.", "Some 900 people stayed in Tarn.", false),
            (
                "At noon 50 people were still critical.",
                "By night 42 sailors were in critical care.",
                false,
            ),
        ];
        for (a, b, expected) in cases {
            let told: &[Given] = &[
                ("Vess Herald", "2026-03-12T08:30:00Z", "A day in Tarn", &[a]),
                ("Ardenne Post", "2026-03-12T10:00:00Z", "A night in Tarn", &[b]),
            ];
            let (story, _) = fixture::story(told);
            let [a, b] = [a, b].map(|text| fixture::line(&story, text));
            assert_eq!(same_count(&story, a, b), expected, "{}", story.text(b));
        }
    }
}
