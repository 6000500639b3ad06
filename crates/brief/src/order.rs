//! Which section comes first, the one that tells the headline, with all of its time; and which line
//! of a section.

use std::cmp::Reverse;

use throughline_annotate::Vector;

use crate::{
    chosen::bond,
    plan::Group,
    story::{LineId, Story},
};

/// How much more of the headline a section, or a line of it, must tell than the first to go before
/// it.
const TOLD: f32 = 0.2;

/// The lead of the article whose title is the headline tells it in other words: twice what its words
/// show, up to this.
const OWN_LEAD: f32 = 0.8;
const TWICE: f32 = 2.0;

/// How much of a headline these lines tell, from 0 to 1. What is of another time, or what somebody
/// says about it (`reacts`), tells nothing of it: "China opposes the launch" is not the launch.
pub fn told(
    story: &Story,
    headline: LineId,
    lines: &[LineId],
    reacts: impl Fn(LineId) -> bool,
) -> f32 {
    let tells = |line: &&LineId| story.is_of_one_period(**line, headline) && !reacts(**line);
    let lines: Vec<LineId> = lines.iter().filter(tells).copied().collect();
    let share = |lines: &[LineId]| {
        let vectors: Vec<&Vector> = lines.iter().map(|&line| &story.lines[line].vector).collect();
        1.0 - story.likeness.untold(&story.lines[headline].vector, &vectors)
    };
    let own_lead = lines.iter().find(|&&line| {
        story.lines[line].article == story.lines[headline].article
            && story.sentence(line).position == Some(0)
            && story.sentence(headline).position.is_none()
    });
    let own = own_lead.map_or(0.0, |&lead| OWN_LEAD.min(TWICE * share(&[lead])));
    own.max(share(&lines))
}

/// Puts the section first that tells most of what the headline says (`told`), and in it the line
/// that does: the reader looks for it there, with those behind it that lean on it (`leans`).
pub fn lead_with(
    groups: &mut [Group],
    told: impl Fn(&[LineId]) -> f32,
    leans: impl Fn(LineId) -> bool,
) {
    let first = |shares: &[f32]| {
        let best =
            (0..shares.len()).max_by(|&a, &b| shares[a].total_cmp(&shares[b]).then(b.cmp(&a)));
        best.filter(|&best| shares[best] >= shares[0] + TOLD)
    };
    let shares: Vec<f32> = groups.iter().map(|group| told(group)).collect();
    if let Some(best) = first(&shares) {
        groups[..=best].rotate_right(1);
    }
    let Some(lead) = groups.first_mut() else { return };
    let share = |&line: &LineId| if leans(line) { 0.0 } else { told(&[line]) };
    let shares: Vec<f32> = lead.iter().map(share).collect();
    if let Some(best) = first(&shares) {
        // What leans on a line stays behind it.
        let behind = lead[best + 1..].iter().take_while(|line| leans(**line)).count();
        lead[..=best + behind].rotate_right(1 + behind);
    }
}

/// What going on with one article is worth beside a bond.
const OWN: f32 = 0.15;

/// Orders a section: each line is followed by the one that hangs together with it and with the
/// seed best, an article's lines in its order, what leans on a line right behind it.
pub fn chain(story: &Story, group: &mut Group, leans: impl Fn(LineId) -> bool) {
    let article = |line: LineId| story.lines[line].article;
    let seed = group[0];
    group[1..].sort_by_key(|&line| (article(line) != article(seed), line));
    let mut parts: Vec<Vec<LineId>> = Vec::new();
    for &line in group.iter() {
        match parts.last_mut().filter(|part| leans(line) && article(part[0]) == article(line)) {
            Some(part) => part.push(line),
            None => parts.push(vec![line]),
        }
    }
    *group = parts.remove(0);
    while let Some(&last) = group.last().filter(|_| !parts.is_empty()) {
        let waits = |line: LineId| {
            parts.iter().any(|other| article(other[0]) == article(line) && other[0] < line)
        };
        let near = |line: LineId| {
            let own = if article(line) == article(last) { OWN } else { 0.0 };
            bond(story, &[last, seed], line) + own
        };
        let next = (0..parts.len())
            .filter(|&at| !waits(parts[at][0]))
            .max_by(|&a, &b| {
                let (a, b) = (parts[a][0], parts[b][0]);
                near(a).total_cmp(&near(b)).then(b.cmp(&a))
            })
            .unwrap_or(0);
        group.extend(parts.remove(next));
    }
}

/// The order of a section's texts in which somebody's full name comes before a text that opens with
/// the surname alone: where no proof allowed to put the full name there. What leans on the text
/// before it stays.
pub fn by_introduction(
    texts: &[String],
    names: &[&str],
    leans: impl Fn(usize) -> bool,
) -> Vec<usize> {
    let mut order: Vec<usize> = (0..texts.len()).collect();
    for name in names {
        let Some((_, surname)) = name.rsplit_once(' ') else { continue };
        let gives = order.iter().position(|&at| texts[at].contains(name));
        let Some(gives) = gives.filter(|&place| !leans(order[place])) else { continue };
        let bare = order[..gives].iter().position(|&at| {
            let rest = texts[at].strip_prefix(surname);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        });
        if let Some(bare) = bare {
            let behind = order[gives + 1..].iter().take_while(|&&at| leans(at)).count();
            order[bare..=gives + behind].rotate_right(1 + behind);
        }
    }
    order
}

/// Puts sections of one time beside one another: those of the first section's time, then the
/// others, the newest first. "The freed girls" are those of the section before.
pub fn by_time(story: &Story, groups: &mut [Group]) {
    let Some(lead) = groups.first().map(|group| story.period(group[0])) else { return };
    groups.sort_by_key(|group| {
        let own = story.period(group[0]);
        (own != lead, Reverse(own))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{self, Given};

    const FREED: &[Given] = &[(
        "Vess Herald",
        "2026-03-12T08:30:00Z",
        "Norland frees 21 abducted sailors",
        &[
            "Norland's navy freed 21 abducted sailors on Thursday, the defence ministry said.",
            "The sailors had been held on the island of Tarn since January.",
            "Admiral Sten Orrin said the operation lasted four hours.",
        ],
    )];

    #[test]
    fn the_line_that_tells_the_headline_comes_first_with_what_leans_on_it() {
        let (story, _) = fixture::story(FREED);
        let line = |text: &str| fixture::line(&story, text);
        let [freed, held, lasted] = [FREED[0].3[0], FREED[0].3[1], FREED[0].3[2]].map(line);
        let headline = line(FREED[0].2);
        // Lines as they stand, those that lean, those that only react, and the order wanted.
        let cases: [[&[usize]; 4]; 5] = [
            [&[lasted, freed, held], &[], &[], &[freed, lasted, held]],
            [&[lasted, freed, held], &[held], &[], &[freed, held, lasted]],
            [&[lasted, freed, held], &[freed], &[], &[lasted, freed, held]],
            [&[lasted, freed, held], &[], &[freed], &[lasted, freed, held]],
            [&[freed, lasted], &[], &[], &[freed, lasted]],
        ];
        for [given, leaning, reacting, expected] in cases {
            let mut groups = [given.to_vec()];
            let leans = |line| leaning.contains(&line);
            let reacts = |line| reacting.contains(&line);
            lead_with(&mut groups, |lines| told(&story, headline, lines, reacts), leans);
            assert_eq!(groups[0], expected);
        }
    }

    #[test]
    fn the_lead_under_the_headline_tells_it_in_other_words() {
        let (story, _) = fixture::story(&[
            (
                "Vess Herald",
                "2026-03-12T08:30:00Z",
                "Wenlow bridge to stay closed until autumn, council admits",
                &["The Old Ferry Crossing in Wenlow will not reopen before autumn."],
            ),
            (
                "Ardenne Post",
                "2026-03-12T10:00:00Z",
                "Ferry starts",
                &["The ferry in Wenlow carried 41 passengers on its first day."],
            ),
        ]);
        let headline =
            fixture::line(&story, "Wenlow bridge to stay closed until autumn, council admits");
        let own = fixture::line(
            &story,
            "The Old Ferry Crossing in Wenlow will not reopen before autumn.",
        );
        let other =
            fixture::line(&story, "The ferry in Wenlow carried 41 passengers on its first day.");
        let tells = |line| told(&story, headline, &[line], |_| false);
        assert!(tells(own) >= tells(other) + TOLD, "{} {}", tells(own), tells(other));
        assert_eq!(told(&story, headline, &[own], |_| true), 0.0, "who only reacts tells nothing");
    }

    #[test]
    fn a_full_name_comes_before_the_surname_alone() {
        let full = "The head of the bank, Agustín Orrin, said the coin was unsafe.";
        let cases: &[(&[&str], &[usize], &[usize])] = &[
            (&["Orrin said so.", "It rained.", full], &[], &[2, 0, 1]),
            (&["Orrin said so.", "It rained.", full], &[2], &[0, 1, 2]),
            (&["Orrin said so.", full, "It was not."], &[2], &[1, 2, 0]),
            (&["Orrinland said so.", full], &[], &[0, 1]),
            (&[full, "Orrin said so."], &[], &[0, 1]),
        ];
        for (texts, leaning, expected) in cases {
            let texts: Vec<String> = texts.iter().map(|&text| text.to_owned()).collect();
            let found = by_introduction(&texts, &["Agustín Orrin"], |at| leaning.contains(&at));
            assert_eq!(found, *expected, "{texts:?}");
        }
    }

    #[test]
    fn what_hangs_together_stands_together() {
        let (story, _) = fixture::story(&[
            (
                "Vess Herald",
                "2026-03-12T08:30:00Z",
                "Ferry sinks off Tarn",
                &[
                    "The ferry Silver Wake sank off Tarn on Thursday.",
                    "Divers searched the wreck of the ferry for nine passengers.",
                    "They found two of them in the cabin.",
                ],
            ),
            (
                "Ardenne Post",
                "2026-03-12T10:00:00Z",
                "Schools are shut",
                &["All schools in Ardenne stay closed until Monday."],
            ),
        ]);
        let line = |text: &str| fixture::line(&story, text);
        let sank = line("The ferry Silver Wake sank off Tarn on Thursday.");
        let (dived, found) = (sank + 1, sank + 2);
        let schools = line("All schools in Ardenne stay closed until Monday.");
        let cases: [(&[usize], &[usize]); 3] = [
            (&[sank, schools, dived], &[sank, dived, schools]),
            (&[sank, found, schools, dived], &[sank, dived, found, schools]),
            (&[schools, found, dived], &[schools, dived, found]),
        ];
        for (given, expected) in cases {
            let mut group = given.to_vec();
            chain(&story, &mut group, |line| line == found);
            assert_eq!(group, expected, "{given:?}");
        }
    }

    #[test]
    fn sections_of_one_time_stand_together() {
        let launch = |day: &'static str| {
            let text: &'static [&'static str] = match day {
                "2026-03-10" => &["Tarn fired a rocket over the city of Ardenne on March 10."],
                "2026-05-20" => &["Tarn fired a rocket over the city of Ardenne on May 20."],
                _ => &["Tarn fired a rocket over the city of Ardenne on August 3."],
            };
            ("Vess Herald", day, "Tarn fires rocket", text)
        };
        let days = ["2026-03-10", "2026-05-20", "2026-08-03"];
        let (story, _) = fixture::story(&days.map(launch));
        assert!(story.recurs());
        let line = |at: usize| fixture::line(&story, launch(days[at]).3[0]);
        let (march, may, august) = (line(0), line(1), line(2));
        let title = |at: usize| line(at) - 1;
        let mut groups = [vec![may], vec![march], vec![august], vec![title(1)]];
        by_time(&story, &mut groups);
        assert_eq!(groups, [vec![may], vec![title(1)], vec![august], vec![march]]);
    }
}
