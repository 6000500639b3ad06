//! What figures count, in words that two sentences can share.

use throughline_annotate::{Bound, Harm, Quantity, Unit, Word, is_group, is_people};

use crate::story::{LineId, Story};

/// What a figure counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// What befell them.
    pub harm: Harm,
    /// The stem of the group that is counted, where it is not everybody.
    pub group: Option<String>,
}

/// What a figure counts, in words that two sentences can share.
pub fn thing(story: &Story, line: LineId, quantity: &Quantity) -> Option<Thing> {
    // "dozens" is no figure that another could contradict.
    let vague = quantity.is_range() && quantity.bound == Bound::About;
    if quantity.unit != Unit::Count || quantity.value < 2.0 || quantity.per.is_some() || vague {
        return None;
    }
    let sentence = story.sentence(line);
    let at = sentence.words.iter().position(|w| w.span.start >= quantity.span.start)?;
    let before = &sentence.words[at.saturating_sub(4)..at];
    let beside = sentence.words[at..].iter().take(3);
    // "including 10 children", "three of them": a part, not the toll.
    if before.iter().any(|w| {
        matches!(
            w.lower.as_str(),
            "including" | "among" | "includes" | "included" | "another" | "other"
        )
    }) || beside.clone().any(|w| matches!(w.lower.as_str(), "of" | "others" | "more" | "among"))
    {
        return None;
    }
    // "a village in which 30 people were killed": another matter.
    if before.iter().any(|w| matches!(w.lower.as_str(), "which" | "where" | "whose" | "who")) {
        return None;
    }
    let after = past_parts(&sentence.words[at..]);
    let group = quantity.counted.iter().find(|stem| is_group(stem));
    let people = group.is_some() || quantity.counted.iter().any(|stem| is_people(stem));
    let plain =
        quantity.counted.is_empty() || quantity.counted.iter().any(|stem| Harm::of(stem).is_some());
    // "the death toll from the storm that hit the coast on Monday rose to 14".
    let raised = rises(before)
        && sentence.words[..at].iter().any(|w| matches!(w.lower.as_str(), "toll" | "deaths"));
    let reach = if raised {
        at
    } else if rises(before) {
        12
    } else {
        3
    };
    let near = &sentence.words[at.saturating_sub(reach)..at];
    let is = |stem: &String, harm| Harm::of(stem) == Some(harm);
    // "527 were injured": of what is not said again.
    let alone = quantity.counted.is_empty()
        && after.get(1).is_some_and(|w| matches!(w.lower.as_str(), "are" | "were" | "have"));
    let own = |harm| {
        quantity.counted.iter().any(|stem| is(stem, harm))
            || people && after.iter().skip(1).any(|w| is(&w.stem, harm))
            || alone && after.get(2).is_some_and(|w| is(&w.stem, harm))
    };
    // "kills 84 celebrating the day": what they were doing is not what is counted.
    let doing = beside.clone().nth(1).is_some_and(|w| w.lower.ends_with("ing"));
    let led = |harm| (people || plain || doing) && near.iter().any(|w| is(&w.stem, harm));
    // In "58 killed, and 527 injured" the nearer word is the one behind.
    let harm = Harm::ALL.into_iter().find(|&harm| own(harm));
    let nearest = near.iter().rev().find_map(|w| Harm::of(&w.stem));
    let harm = harm.or(nearest.filter(|&harm| led(harm)))?;
    Some(Thing { harm, group: group.cloned() })
}

/// The words from a number on that may say what befell those it counts: up to
/// the next figure, and past "including 10 children".
fn past_parts(words: &[Word]) -> Vec<&Word> {
    let is_figure = |w: &Word| w.lower.starts_with(|c: char| c.is_ascii_digit());
    let mut found: Vec<&Word> = words.iter().take(1).collect();
    let mut at = 1;
    while found.len() < 6
        && let Some(word) = words.get(at)
        && !is_figure(word)
    {
        // "killing two people and wounding 90".
        let next = words.get(at + 1).and_then(|w| Harm::of(&w.stem));
        if word.lower == "and" && next.is_some() {
            break;
        }
        if word.lower == "including" {
            at += 3;
        } else {
            found.push(word);
            at += 1;
        }
    }
    found
}

/// Whether words bring a toll to its number: "rose to 14".
fn rises(before: &[Word]) -> bool {
    let brings = |(at, word): (usize, &Word)| match word.lower.as_str() {
        "rose" | "rises" | "risen" | "climbed" | "climbs" | "increased" | "stands" | "stood"
        | "reached" | "put" | "puts" => true,
        "at" => {
            before.get(at + 1).is_none_or(|next| !matches!(next.lower.as_str(), "least" | "most"))
        }
        _ => false,
    };
    before.iter().enumerate().any(brings)
}

/// The things that a line gives figures for, with the figures.
pub fn things(story: &Story, line: LineId) -> Vec<(Thing, f64)> {
    let sentence = story.sentence(line);
    let found = sentence.quantities.iter();
    found.filter_map(|q| Some((thing(story, line, q)?, q.value))).collect()
}

/// A figure below which two lines may share it by chance.
pub const LEAST_FIGURE: f64 = 3.0;

/// Whether two figures are one: as much of the same, each time.
pub fn is_same_figure(x: &Quantity, y: &Quantity) -> bool {
    x.unit == y.unit && (x.value - y.value).abs() < 1e-6 && x.per == y.per
}

/// Content words behind a figure that say what those do whom it counts.
const DOING: usize = 4;

/// How many did something: "2,000 people signed a petition".
pub struct Counted<'a> {
    /// How many.
    pub value: f64,
    /// Stems of who or what is counted.
    who: &'a [String],
    /// Stems of what they do.
    doing: Vec<&'a str>,
}

impl Counted<'_> {
    /// Whether both count who did one thing.
    pub fn is_like(&self, other: &Self) -> bool {
        self.who == other.who && self.doing.iter().any(|stem| other.doing.contains(stem))
    }
}

/// What a line counts, with what those do whom it counts.
pub fn counted(story: &Story, line: LineId) -> Vec<Counted<'_>> {
    let (sentence, article) = (story.sentence(line), story.lines[line].article);
    let source = &story.readings[article].article.text;
    let counted = sentence
        .quantities
        .iter()
        .filter(|q| q.unit == Unit::Count && q.value >= LEAST_FIGURE && !q.counted.is_empty());
    let counted = counted.map(|q| {
        let behind = sentence.words.iter().filter(|w| {
            w.span.start >= q.span.end
                && w.is_content()
                && !q.counted.contains(&w.stem)
                && source[w.span.clone()].starts_with(char::is_lowercase)
        });
        let doing = behind.take(DOING).map(|w| w.stem.as_str()).collect();
        Counted { value: q.value, who: &q.counted, doing }
    });
    counted.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn a_figure_counts_what_befell() {
        let cases: [(&str, &[(Harm, f64)]); 8] = [
            ("Wardens killed 84 celebrating the feast in Tarn.", &[(Harm::Killed, 84.0)]),
            (
                "In Tarn 58 people were killed, and 527 were injured.",
                &[(Harm::Killed, 58.0), (Harm::Injured, 527.0)],
            ),
            (
                "Fire in Tarn: 58 killed, and 527 injured",
                &[(Harm::Killed, 58.0), (Harm::Injured, 527.0)],
            ),
            (
                "Twelve were injured and three killed in Tarn.",
                &[(Harm::Injured, 12.0), (Harm::Killed, 3.0)],
            ),
            ("Forty were rescued and three died in Tarn.", &[(Harm::Killed, 3.0)]),
            ("The death toll in Tarn rose to 14.", &[(Harm::Killed, 14.0)]),
            (
                "Raiders struck in Tarn, killing at least two people and wounding at least 90.",
                &[(Harm::Killed, 2.0), (Harm::Injured, 90.0)],
            ),
            ("Wardens rescued 84 celebrating the feast.", &[]),
        ];
        for (text, expected) in cases {
            let (story, _, line) = fixture::sentence(text);
            let found: Vec<(Harm, f64)> = things(&story, line)
                .into_iter()
                .map(|(thing, value)| (thing.harm, value))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
