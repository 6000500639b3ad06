//! The plan: which sentences are told, in which sections, in which order.
//!
//! A reader should hear the weightiest first and nothing twice. Seeds are the
//! weightiest lines that give a heading and tell something not heard yet; round
//! each gather the lines that hang together with it. Every step is greedy over
//! a total order, so the plan does not depend on the order of the inputs.

use std::collections::HashMap;

use crate::{
    again::Again,
    chosen::{Chosen, REACH, bond},
    desk::Desk,
    entitle::SOUND,
    opening::opening,
    order,
    story::{LineId, Story},
};

/// What novelty is worth beside weight.
const NOVELTY: f32 = 0.9;

/// Bond, shared by a line and the section it may join, from which it fits.
const COHERENT: f32 = 0.13;

/// The most statements of a section.
pub const MOST: usize = 4;

/// Sections below which a line opens one even without a sound heading.
const FEWEST: usize = 3;

/// How many lines before it a line may go on from.
const BEFORE: usize = 2;

/// What the weight of a line is worth beside its bond where a section wants company.
const COMPANY: f32 = 0.1;

/// Articles up to which each is given its room; of more, a copy is half an article.
const SMALL: usize = 4;

/// The lines of one section, in the order in which they are told: seed first, until
/// [`crate::order`] puts the headline's line there.
pub type Group = Vec<LineId>;

/// How many sections and statements a story of this size gets.
struct Budget {
    sections: usize,
    statements: usize,
}

impl Budget {
    fn of(story: &Story, lines: usize) -> Self {
        // A copy adds little to a large story.
        let (articles, witnesses) = (story.readings.len(), story.witnesses());
        let size = witnesses.midpoint(articles).max(articles.min(SMALL));
        let (sections, statements) = match size {
            0 | 1 => (2, 5),
            2 => (3, 8),
            3..=4 => (3, 9),
            5..=7 => (4, 12),
            8..=19 => (5, 15),
            _ => (6, 20),
        };
        // A few sentences make one section; nothing is padded.
        let most = lines.max(1);
        Self { sections: sections.min(most.div_ceil(2)), statements: statements.min(most) }
    }
}

/// Groups ranked lines into sections; `tells` says how much of the headline a line tells.
pub fn sections(
    desk: &Desk,
    again: &Again,
    ranked: &[(LineId, f32)],
    tells: impl Fn(LineId) -> f32,
) -> Vec<Group> {
    let Desk { story, support, .. } = *desk;
    let leans = |line| desk.leans_back(line);
    let budget = Budget::of(story, ranked.len());
    let leaning =
        ranked.iter().map(|(line, _)| *line).filter(|&line| desk.leans_back(line)).collect();
    let most = share(story, &budget);
    let mut chosen = Chosen::none(story, support, again, ranked, most, leaning);
    let mut groups: Vec<Group> = Vec::new();
    let mut headed: HashMap<LineId, Option<f32>> = HashMap::new();
    while groups.len() < budget.sections {
        let mut seeds: Vec<(LineId, f32)> = ranked
            .iter()
            .filter(|(line, _)| chosen.joins(&[], *line))
            .filter_map(|&(line, weight)| Some((line, weight + NOVELTY * chosen.admits(line)?)))
            .collect();
        seeds.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let mut heading = |line: LineId| *headed.entry(line).or_insert_with(|| desk.heads(line));
        let mut sound = |line: LineId| heading(line).is_some_and(|worth| worth >= SOUND);
        if groups.is_empty()
            && let Some(group) = opening(&chosen, &seeds, &mut sound, &tells)
        {
            group.iter().for_each(|&line| chosen.take(line));
            groups.push(group);
            continue;
        }
        // Of like events the newest is told, however often the older one was.
        let newest = |line: LineId| story.period(line) == story.newest_period();
        let untold = story.recurs() && !groups.iter().any(|group| newest(group[0]));
        let last = || seeds.iter().filter(|(line, _)| untold && newest(*line));
        let last = last().find(|(line, _)| sound(*line)).or_else(|| last().next());
        let best = last.or_else(|| seeds.iter().find(|(line, _)| sound(*line)));
        // Two sections with sound headings are fewer than a story deserves.
        let few = groups.len() < FEWEST.max(budget.sections - 1);
        let fair = || seeds.iter().filter(|_| few).find(|(line, _)| heading(*line).is_some());
        let any = || seeds.first().filter(|_| few);
        let Some(&(line, _)) = best.or_else(fair).or_else(any) else { break };
        chosen.take(line);
        groups.push(vec![line]);
    }
    place(ranked, &mut chosen, &mut groups);
    fill(desk, ranked, &budget, &mut chosen, &mut groups);
    settle(ranked, &mut chosen, &mut groups);
    let weight = |line: &LineId| ranked.iter().find(|(l, _)| l == line).map_or(0.0, |(_, w)| *w);
    let mean = |group: &Group| group.iter().map(weight).sum::<f32>() / group.len() as f32;
    if let Some((_, later)) = groups.split_first_mut() {
        later.sort_by(|a, b| mean(b).total_cmp(&mean(a)).then(a.cmp(b)));
    }
    for group in &mut groups {
        order::chain(story, group, leans);
    }
    groups
}

/// Gives the lines of sections that have no heading to those that have one: each goes where it hangs
/// together best and there is room, those that hang together best first; what leans on the line
/// before it (`leans`) goes behind that one.
pub fn house<'a>(
    story: &Story,
    homeless: &[LineId],
    sections: impl Iterator<Item = &'a mut Group>,
    leans: impl Fn(LineId) -> bool,
) {
    let mut sections: Vec<&mut Group> = sections.collect();
    let mut homeless: Vec<LineId> = homeless.to_vec();
    let takes = |group: &Group, line: LineId| {
        let same = |last: &LineId| story.lines[*last].article == story.lines[line].article;
        let behind =
            group.last().is_some_and(|last| *last < line && line - last <= REACH && same(last));
        let of_its_time = group.first().is_some_and(|&seed| story.is_of_one_period(seed, line));
        group.len() < MOST && of_its_time && (!leans(line) || behind)
    };
    loop {
        let pairs = homeless.iter().enumerate().flat_map(|(at, &line)| {
            let hosts = sections.iter().enumerate().filter(move |(_, group)| takes(group, line));
            hosts.map(move |(host, group)| (at, host, bond(story, group, line)))
        });
        let best = pairs.max_by(|a, b| a.2.total_cmp(&b.2).then((b.0, b.1).cmp(&(a.0, a.1))));
        let Some((at, host, _)) = best else { break };
        sections[host].push(homeless.remove(at));
    }
}

/// The share of a word budget by which the last statement may run over it.
const OVER: usize = 5;

/// The weightiest lines in about so many words: what a reader with
/// time for no more is told, the weightiest first.
pub fn short(desk: &Desk, again: &Again, ranked: &[(LineId, f32)], words: usize) -> Vec<Group> {
    let Desk { story, support, .. } = *desk;
    let most = share(story, &Budget::of(story, ranked.len()));
    let leaning =
        ranked.iter().map(|(line, _)| *line).filter(|&line| desk.leans_back(line)).collect();
    let mut chosen = Chosen::none(story, support, again, ranked, most, leaning);
    let (cap, mut told) = (words + words / OVER, 0);
    for &(line, _) in ranked {
        let after = told + desk.length(line);
        // There are no sections to keep a matter in.
        let fits = told < words && after <= cap && chosen.follows(&chosen.taken, line);
        if fits && chosen.admits(line).is_some() {
            chosen.take(line);
            told = after;
        }
    }
    chosen.taken.chunks(MOST).map(<[LineId]>::to_vec).collect()
}

/// How many statements one article may supply.
fn share(story: &Story, budget: &Budget) -> usize {
    match story.readings.len() {
        0 | 1 => usize::MAX,
        2 => budget.statements * 2 / 3,
        _ => (budget.statements * 2 / 5).max(2),
    }
}

/// Lines that weigh as much as those that open a section, but give no heading,
/// go where they hang together best.
fn place(ranked: &[(LineId, f32)], chosen: &mut Chosen, groups: &mut [Group]) {
    let story = chosen.story;
    let opens = |line: &LineId| groups.iter().any(|group| group[0] == *line);
    let least = ranked.iter().filter(|(l, _)| opens(l)).map(|(_, w)| *w).fold(f32::MAX, f32::min);
    for &(line, _) in ranked.iter().filter(|(_, weight)| *weight > least) {
        if chosen.admits(line).is_none() {
            continue;
        }
        let host = (0..groups.len())
            .filter(|&i| groups[i].len() < MOST && chosen.joins(&groups[i], line))
            .map(|i| (i, bond(story, &groups[i], line)))
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        if let Some((host, _)) = host.filter(|(_, bond)| *bond >= COHERENT / 2.0) {
            chosen.take(line);
            groups[host].push(line);
        }
    }
}

fn fill(
    desk: &Desk,
    ranked: &[(LineId, f32)],
    budget: &Budget,
    chosen: &mut Chosen,
    groups: &mut [Group],
) {
    let story = chosen.story;
    let each = (budget.statements / groups.len().max(1)).clamp(2, MOST);
    for round in 1..each {
        for index in 0..groups.len() {
            if groups[index].len() > round || chosen.taken.len() >= budget.statements {
                continue;
            }
            let best = ranked
                .iter()
                .filter(|(line, _)| chosen.joins(&groups[index], *line))
                .filter_map(|&(line, weight)| {
                    let new = chosen.admits(line)?;
                    let own = bond(story, &groups[index], line);
                    let elsewhere = (0..groups.len())
                        .filter(|&other| other != index)
                        .map(|other| bond(story, &groups[other], line))
                        .fold(0.0, f32::max);
                    // Behind the sentence that it goes on from, its form does not matter.
                    let follows = groups[index].iter().any(|&told| {
                        story.lines[told].article == story.lines[line].article
                            && (1..=BEFORE).contains(&line.saturating_sub(told))
                    });
                    let weight = weight + if follows { desk.editor.doubt(line) } else { 0.0 };
                    (own >= COHERENT && own >= elsewhere * 0.9)
                        .then_some((line, weight + 2.0 * own + NOVELTY * new))
                })
                .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
            if let Some((line, _)) = best {
                chosen.take(line);
                groups[index].push(line);
            }
        }
    }
}

/// A section has two statements or more: one that found no company takes the
/// nearest line that is left, or is told in another section. The one that
/// opens the briefing opens it all the same: the other section comes to it.
fn settle(ranked: &[(LineId, f32)], chosen: &mut Chosen, groups: &mut Vec<Group>) {
    let story = chosen.story;
    let mut index = 0;
    while index < groups.len() && groups.len() > 1 {
        if groups[index].len() > 1 {
            index += 1;
            continue;
        }
        let nearest = ranked
            .iter()
            .filter(|(line, _)| chosen.admits(*line).is_some())
            .filter(|(line, _)| chosen.joins(&groups[index], *line))
            .map(|&(line, weight)| (line, weight, bond(story, &groups[index], line)))
            .filter(|(.., bond)| *bond > COHERENT / 2.0)
            .map(|(line, weight, bond)| (line, bond + COMPANY * weight))
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        if let Some((line, _)) = nearest {
            chosen.take(line);
            groups[index].push(line);
            index += 1;
            continue;
        }
        let lone = groups.remove(index)[0];
        let takes = |group: &Group| story.is_of_one_period(group[0], lone) && group.len() < MOST;
        let host = (0..groups.len()).filter(|&i| takes(&groups[i])).max_by(|&a, &b| {
            let near = |i: usize| bond(story, &groups[i], lone);
            near(a).total_cmp(&near(b)).then(b.cmp(&a))
        });
        match host {
            host if index == 0 => {
                let mut first = host.map_or_else(Vec::new, |host| groups.remove(host));
                first.insert(0, lone);
                groups.insert(0, first);
                index += 1;
            }
            Some(host) => groups[host].push(lone),
            // Nothing else is told of its time.
            None if story.recurs() => {
                groups.insert(index, vec![lone]);
                index += 1;
            }
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use throughline_gather::Owners;
    use throughline_model::Briefing;

    use crate::{Options, brief, fixture};

    /// Two outlets tell of one rescue in other words; a third adds what comes next.
    const RESCUE: &[(&str, &str, &str, &[&str])] = &[
        (
            "Vess Herald",
            "2026-03-12T08:30:00Z",
            "Norland frees 21 abducted sailors",
            &[
                "Norland's navy freed 21 abducted sailors on Thursday, the defence ministry said.",
                "The sailors had been held on the island of Tarn since January.",
                "Admiral Sten Orrin said the operation lasted four hours.",
            ],
        ),
        (
            "Ardenne Post",
            "2026-03-12T10:00:00Z",
            "Navy releases 21 kidnapped seamen on Tarn",
            &[
                "The navy of Norland released 21 kidnapped seamen on Thursday, the defence ministry said.",
                "Three of the kidnappers were arrested and brought to Vessmouth.",
                "The owner of the ship, Ardenne Lines, paid no ransom, its director Mila Dorn said.",
            ],
        ),
        (
            "Daily Quay",
            "2026-03-13T09:00:00Z",
            "Freed sailors fly home to Ardenne",
            &[
                "The 21 sailors freed in Norland flew home to Ardenne on Friday.",
                "The court in Vessmouth will open the trial of the kidnappers on May 4.",
                "Ardenne Lines said its ships would avoid the strait of Tarn.",
            ],
        ),
    ];

    /// Two outlets tell of one shooting, of which the second tells little more.
    const FAIR: &[(&str, &str, &str, &[&str])] = &[
        (
            "Vess Herald",
            "2026-03-12T08:30:00Z",
            "Wardens shoot bull at Lorne Fair after clerk climbs into pen",
            &[
                "Wardens at Lorne Fair shot a 3-year-old bull that trampled a clerk who had climbed into its pen.",
                "The bull was born in Tessa and came to the fair two years ago.",
                "The friends of the clerk will not be charged, the prosecutor Orla Finn said.",
            ],
        ),
        (
            "Ardenne Post",
            "2026-03-12T10:00:00Z",
            "Bull killed at fair to save clerk",
            &[
                "A bull was killed at Lorne Fair on Thursday after it trampled a young clerk who had tumbled into its pen.",
                "More than 2,000 people signed a petition that blamed the friends of the clerk.",
                "The fair said it would build a higher fence before it opens the ring again.",
            ],
        ),
    ];

    fn briefed(articles: &[(&str, &str, &str, &[&str])]) -> Briefing {
        let (story, _) = fixture::story(articles);
        let options = Options {
            now: "2026-03-14T08:00:00Z".parse().expect("a time"),
            owners: Owners::default(),
            words: None,
        };
        brief(story.readings, &options).expect("a briefing")
    }

    #[test]
    fn nothing_is_told_twice_and_the_news_comes_first() {
        let briefing = briefed(RESCUE);
        let told: Vec<&str> =
            briefing.sections.iter().flat_map(|s| &s.statements).map(|s| s.text.as_str()).collect();
        let rescues = told.iter().filter(|t| t.contains("freed 21") || t.contains("released 21"));
        assert_eq!(rescues.count(), 1, "{told:#?}");
        assert!(told[0].contains("21"), "{told:#?}");
    }

    #[test]
    fn an_event_is_not_told_again_with_a_detail_more() {
        let briefing = briefed(FAIR);
        let told: Vec<&str> =
            briefing.sections.iter().flat_map(|s| &s.statements).map(|s| s.text.as_str()).collect();
        let shot = told.iter().filter(|t| t.contains("shot") || t.contains("killed"));
        assert_eq!(shot.count(), 1, "{told:#?}");
        assert!(told.iter().any(|t| t.contains("petition")), "{told:#?}");
    }

    #[test]
    fn lines_without_a_heading_go_where_they_hang_together() {
        let (story, _) = fixture::story(RESCUE);
        let line = |article: usize, at: usize| fixture::line(&story, RESCUE[article].3[at]);
        let [freed, paid, home, trial] = [line(0, 0), line(1, 2), line(2, 0), line(2, 1)];
        let mut sections = [vec![freed], vec![paid]];
        super::house(&story, &[home, trial], sections.iter_mut(), |line| line == trial);
        assert_eq!(sections, [vec![freed, home, trial], vec![paid]]);
        let mut full = [vec![freed; super::MOST], vec![paid]];
        super::house(&story, &[home, trial], full.iter_mut(), |line| line == trial);
        assert_eq!(full[1], [paid, home, trial]);
    }

    #[test]
    fn a_short_briefing_tells_the_weightiest_in_so_many_words() {
        for words in [20, 45, 70] {
            let (story, _) = fixture::story(RESCUE);
            let options = Options {
                now: "2026-03-14T08:00:00Z".parse().expect("a time"),
                owners: Owners::default(),
                words: Some(words),
            };
            let briefing = brief(story.readings, &options).expect("a briefing");
            let told: Vec<&str> = briefing
                .sections
                .iter()
                .flat_map(|s| &s.statements)
                .map(|s| s.text.as_str())
                .collect();
            let count: usize = told.iter().map(|text| text.split_whitespace().count()).sum();
            assert!((words / 2..=words + words / super::OVER).contains(&count), "{told:#?}");
            assert!(told[0].contains("21"), "{told:#?}");
        }
    }

    #[test]
    fn a_heading_is_told_by_its_section() {
        for section in briefed(RESCUE).sections {
            let told: String = section.statements.iter().map(|s| s.text.to_lowercase()).collect();
            let heading = section.heading.text.to_lowercase();
            let words: Vec<&str> = heading.split(' ').filter(|w| w.len() > 4).collect();
            let shared = words.iter().filter(|w| told.contains(&w[..4])).count();
            assert!(shared * 2 >= words.len(), "{heading}: {told}");
        }
    }
}
