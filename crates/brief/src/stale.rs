//! What time has outrun: how things stood, what was awaited, planned or weighed a day or more before the
//! newest article, by the words of the line alone.

use throughline_annotate::{Interval, Sense, Timex, TimexKind};

use crate::story::{LineId, Story};

/// Whether a line of a day or more ago may be true no more.
pub fn is_stale(story: &Story, line: LineId) -> bool {
    stands_no_more(story, line) || is_outdated(story, line)
}

/// Whether it comes a day or more before the newest.
fn is_old(story: &Story, line: LineId) -> bool {
    story.age(story.lines[line].article) >= 1.0
}

/// Whether a line says how things stood, "still", "so far", or what was awaited, a day or more ago.
pub fn stands_no_more(story: &Story, line: LineId) -> bool {
    const STANDING: [&str; 11] = [
        "still",
        "unfolding",
        "remain",
        "remains",
        "remained",
        "continues",
        "continued",
        "yet",
        "unclear",
        "now",
        "currently",
    ];
    let words = &story.sentence(line).words;
    let lasting = || words.iter().any(|word| STANDING.contains(&word.lower.as_str()));
    is_old(story, line) && (lasting() || awaits(story, line))
}

/// "has not confirmed": since then somebody may have. A denial, "has not taken a bribe", stands.
fn is_not_yet(story: &Story, line: LineId) -> bool {
    const AWAITED: [&str; 10] = [
        "yet",
        "confirmed",
        "decided",
        "said",
        "released",
        "identified",
        "named",
        "announced",
        "responded",
        "disclosed",
    ];
    let words = &story.sentence(line).words;
    let awaited = |at: usize| words.get(at).is_some_and(|w| AWAITED.contains(&w.lower.as_str()));
    (0..words.len()).any(|at| match words[at].lower.as_str() {
        "has" | "have" => words.get(at + 1).is_some_and(|w| w.lower == "not") && awaited(at + 2),
        "hasn't" | "haven't" => awaited(at + 1),
        _ => false,
    })
}

/// Whether a line counts ahead from a day a week or more ago: "is to open within a few months".
fn counts_ahead(story: &Story, line: LineId) -> bool {
    const AHEAD: [&str; 3] = ["will", "expected", "predicted"];
    const UNITS: [&str; 4] = ["hours", "days", "weeks", "months"];
    const AFTER: [&str; 5] = ["ago", "later", "earlier", "after", "before"];
    let words = &story.sentence(line).words;
    let is = |at: usize, of: &[&str]| words.get(at).is_some_and(|w| of.contains(&w.lower.as_str()));
    let counts = |at: usize| {
        let few = at > 0 && is(at, &["few"]) && is(at - 1, &["a", "next", "coming"]);
        (few || is(at, &["coming"])) && is(at + 1, &UNITS) && !is(at + 2, &AFTER)
    };
    story.age(story.lines[line].article) >= 7.0
        && (0..words.len()).any(counts)
        && (0..words.len()).any(|at| is(at, &AHEAD))
}

/// Whether a line tells what will be on days that the newest article has seen: "will be launched later
/// this month", "voting will close at 6 p.m."
fn is_past_plan(story: &Story, line: LineId) -> bool {
    const PLANNED: [&str; 6] = ["set", "due", "scheduled", "expected", "slated", "going"];
    let sentence = story.sentence(line);
    let is = |at: usize, of: &[&str]| {
        sentence.words.get(at).is_some_and(|w| of.contains(&w.lower.as_str()))
    };
    let ahead = (0..sentence.words.len()).find(|&at| {
        is(at, &["will"])
            || is(at, &PLANNED)
                && is(at + 1, &["to", "for"])
                && at > 0
                && is(at - 1, &["is", "are"])
    });
    let published = story.anchor(line).map(|moment| moment.date());
    let Some((published, newest)) = published.zip(story.newest()) else { return false };
    // "fell at 4:30 a.m., and Norland will pay for it": the hour is no part of the plan.
    let from = ahead.map(|at| sentence.words[at].span.start);
    let mut days = sentence.dates.iter().filter(|t| from.is_some_and(|at| t.start > at)).peekable();
    let lasts = (0..sentence.words.len()).any(|at| is(at, &["from", "since"]));
    let past = |t: &Timex| {
        let clock = t.kind == TimexKind::Time && t.sense == Sense::Plain;
        let planned = |i: Interval| i.to > published || clock && i.to == published;
        t.interval.is_some_and(|i| planned(i) && i.to < newest)
    };
    !lasts && days.peek().is_some() && days.all(past)
}

/// Whether a line tells what somebody would think over, what was planned for a day that has passed, what
/// was not so yet, or what a share cost, a day or more ago.
pub fn is_outdated(story: &Story, line: LineId) -> bool {
    const PONDERED: [&str; 6] = ["study", "consider", "review", "examine", "look at", "look into"];
    let pondered = || {
        let text = story.text(line);
        PONDERED.iter().any(|verb| {
            text.contains(&format!("would {verb}")) || text.contains(&format!("will {verb}"))
        })
    };
    is_old(story, line)
        && (pondered()
            || is_price(story, line)
            || is_past_plan(story, line)
            || is_not_yet(story, line)
            || counts_ahead(story, line))
}

/// Whether a line tells how a share stood, on no day that it names: "The stock closed at 40 marks".
fn is_price(story: &Story, line: LineId) -> bool {
    const SHARES: [&str; 4] = ["share", "shares", "stock", "stocks"];
    const MOVES: [&str; 11] = [
        "closed", "traded", "trading", "rose", "fell", "jumped", "slipped", "gained", "dropped",
        "surged", "slid",
    ];
    let sentence = story.sentence(line);
    let has = |of: &[&str]| sentence.words.iter().any(|word| of.contains(&word.lower.as_str()));
    let dated = sentence.dates.iter().any(|timex| timex.is_resolved_day());
    !dated && has(&SHARES) && has(&MOVES)
}

/// Whether a line looks forward to a day that the newest article has seen.
fn awaits(story: &Story, line: LineId) -> bool {
    let published = story.anchor(line).map(|moment| moment.date());
    let newest = story.readings.iter().filter_map(|r| r.article.published).max();
    let Some((published, newest)) = published.zip(newest.map(|m| m.date())) else { return false };
    let days = story.sentence(line).dates.iter().filter(|t| t.is_resolved_day());
    days.filter_map(|t| t.interval).any(|day| day.from > published && day.to < newest)
}

#[cfg(test)]
mod tests {
    use throughline_gather::{Owners, in_order};

    use super::*;
    use crate::fixture;

    #[test]
    fn what_was_thought_over_or_paid_then_is_outdated_by_newer_articles() {
        let cases = [
            ("The stock of Brannock closed at 40 marks.", true),
            ("The stock of Brannock closed at 40 marks on March 12, 2026.", false),
            ("Brannock said that its board would study the offer.", true),
            ("Brannock said that its board was moved by the offer.", false),
            ("Brannock will vote on the offer on Friday.", true),
            ("Brannock will vote on the offer on March 18.", false),
            ("Brannock is set to open its books later this month.", false),
            ("Brannock is set to open its books on Friday.", true),
            ("Brannock will be closed from Friday.", false),
            ("The hall of Brannock fell at 4:30 a.m. and the town will pay for a new one.", false),
            ("Brannock will close its books at 6 p.m.", true),
            ("Brannock set up a fund on Thursday that is set to open at once.", false),
            ("Brannock has not confirmed that it had an offer.", true),
            ("Brannock did not confirm that it had an offer.", false),
            ("Brannock said that it has not taken a bribe.", false),
        ];
        let newer: &[&str] = &["Brannock has recommended the bid of Vantis."];
        for (text, expected) in cases {
            for (day, old) in [("2026-03-12", true), ("2026-03-15", false)] {
                let told: &[&str] = &[text];
                let readings = fixture::readings(&[
                    ("Vess Herald", day, "Bid for Brannock", told),
                    ("Ardenne Post", "2026-03-15", "Brannock backs bid", newer),
                ]);
                let story = Story::new(in_order(readings).0, &Owners::new());
                let found = is_outdated(&story, fixture::line(&story, text));
                assert_eq!(found, expected && old, "{text} {day}");
            }
        }
    }
}
