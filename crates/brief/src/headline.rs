//! The headline: the newest development that most sources carry.

use throughline_annotate::Harm;

use crate::{
    draft::Draft,
    figures::things,
    heading::{self, Label, Size, Verbs},
    likeness::Headlines,
    salience::superseded,
    story::{LineId, Story},
    support::Support,
    tree::Trees,
};

/// What a clause must be worth as a heading to give the headline.
const TELLING: f32 = 0.45;

/// The least of a lone article's title that a clause in its place must tell.
const TITLED: f32 = 0.3;

/// How much of what the headlines say a clause must tell, as a share of what the best of them does.
const AS_TITLES: f32 = 0.4;

/// What an outrun toll is worth less: it stands over the newest only where nothing else can.
const OUTRUN: f32 = 2.0;

/// What a title is worth less that leaves open what others count.
const VAGUE: f32 = 0.3;

/// Words for a number that nobody has counted.
const UNCOUNTED: &[&str] = &["several", "dozens", "scores", "hundreds", "many"];

const SIZE: Size = Size { least: 4, most: 16 };

/// The best headline: a title that the other sources bear out, or the main
/// clause of a leading sentence.
pub fn headline(
    story: &Story,
    support: &Support,
    trees: &Trees,
    verbs: &Verbs,
    leading: &[LineId],
    is_proven: impl Fn(&Draft) -> bool,
) -> Option<Draft> {
    let headlines =
        Headlines::of(&story.likeness, titles(story).map(|line| &story.lines[line].vector));
    let shared = |line: LineId| headlines.told_by(&story.lines[line].vector);
    let lone = story.readings.len() == 1;
    if lone && let Some(own) = own_title(story, trees).filter(&is_proven) {
        return Some(own);
    }
    // The longer a story runs, the more its newest turn is the news.
    let moved = 0.4 + 0.6 * story.moved();
    let titles = titles(story).filter_map(|line| {
        let tree = trees.get(line)?;
        let draft = heading::title(story, verbs, line, tree, SIZE, Label::Kept)?;
        crate::stand::dangling(story, line, tree).is_none().then_some((line, draft, 0.15))
    });
    let most = self::titles(story).map(shared).fold(0.0, f32::max);
    let least = if lone { TITLED } else { AS_TITLES * most };
    let clauses = leading.iter().filter_map(|&line| {
        let tree = trees.get(line)?;
        let (draft, worth) = heading::clause(story, line, tree, SIZE)?;
        // A toll that the titles have not heard of is the news.
        let counts = !lone && !things(story, line).is_empty() && !superseded(story, line);
        let told = counts || shared(line) >= least;
        (worth >= TELLING && told).then_some((line, draft, 0.0))
    });
    let mut found: Vec<(Draft, f32, LineId)> = titles
        .chain(clauses)
        .map(|(line, draft, bonus)| {
            let witnesses = borne_out(story, support, line);
            let newness = story.newness(story.lines[line].article);
            let central = story.lines[line].vector.dot(&story.centroid);
            let outrun = if superseded(story, line) { OUTRUN } else { 0.0 };
            let vague = if is_vague(story, line) { VAGUE } else { 0.0 };
            let worth =
                0.8 * witnesses + moved * newness + 0.8 * central + shared(line) - outrun - vague;
            (draft, bonus + worth, line)
        })
        .collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.2.cmp(&b.2)));
    found.into_iter().map(|(draft, ..)| draft).find(is_proven)
}

/// What the editor of a lone article set over it: nobody tells it otherwise, and it names what
/// the article is about even where it is no clause.
fn own_title(story: &Story, trees: &Trees) -> Option<Draft> {
    titles(story).find_map(|line| {
        let tree = trees.get(line)?;
        crate::stand::dangling(story, line, tree).is_none().then_some(())?;
        heading::titled(story, line, SIZE, Label::Kept)
    })
}

/// Whether a line leaves open how many came to harm, where another counts them: "several dead".
pub fn is_vague(story: &Story, line: LineId) -> bool {
    let words = &story.sentence(line).words;
    let is_counted = |harm| story.tolls.iter().any(|(thing, ..)| thing.harm == harm);
    words.iter().any(|word| UNCOUNTED.contains(&word.lower.as_str()))
        && words.iter().filter_map(|word| Harm::of(&word.stem)).any(is_counted)
}

/// The share of the witnesses that carry what a line says.
fn borne_out(story: &Story, support: &Support, line: LineId) -> f32 {
    support.independent(story, line) as f32 / story.witnesses().max(1) as f32
}

/// The lines to parse for the headline.
pub fn titles(story: &Story) -> impl Iterator<Item = LineId> + '_ {
    (0..story.lines.len()).filter(|&l| story.sentence(l).position.is_none()).take(60)
}

#[cfg(test)]
mod tests {
    use throughline_gather::Owners;

    use crate::{Options, brief, fixture};

    #[test]
    fn a_lone_article_keeps_its_title() {
        let cases = [
            ("Ferry in Vessmouth burnt out by night", "Ferry in Vessmouth Burnt Out by Night"),
            ("Two dead after fire on Tarn ferry", "Two Dead After Fire on Tarn Ferry"),
        ];
        for (title, expected) in cases {
            let text = [
                "The ferry burned out in the harbour of Vessmouth on Tuesday.",
                "Mila Dorn, who heads the port, promised a new pump by June.",
            ];
            let (story, _) =
                fixture::story(&[("Vess Herald", "2026-03-12T08:30:00Z", title, &text)]);
            let now = "2026-03-14T08:00:00Z".parse().expect("a time");
            let options = Options { now, owners: Owners::default(), words: None };
            let briefing = brief(story.readings, &options).expect("a briefing");
            assert_eq!(briefing.headline.text, expected, "{title}");
        }
    }

    #[test]
    fn the_headline_tells_what_the_titles_tell_and_asks_nothing() {
        let lead = "Norland's navy freed 21 abducted sailors on Thursday, the ministry said.";
        let aside = "The admiral Sten Orrin opened a museum of ships in Ardenne.";
        let report = "Norland frees 21 sailors";
        for newer in ["How Norland freed 21 sailors", "Why 21 sailors of Norland are free"] {
            let (story, _) = fixture::story(&[
                ("Vess Herald", "2026-03-12T08:30:00Z", report, &[lead]),
                ("Ardenne Post", "2026-03-13T08:30:00Z", newer, &[aside]),
            ]);
            let now = "2026-03-14T08:00:00Z".parse().expect("a time");
            let options = Options { now, owners: Owners::default(), words: None };
            let briefing = brief(story.readings, &options).expect("a briefing");
            assert_eq!(briefing.headline.text, "Norland Frees 21 Sailors", "{newer}");
        }
    }

    #[test]
    fn an_outrun_toll_gives_way_to_the_newest() {
        let (story, _) = fixture::story(&[
            (
                "Vess Herald",
                "2026-03-12T08:30:00Z",
                "At least six dead as Cyclone Orla hits northern Tarn",
                &[
                    "At least six people have died after Cyclone Orla hit the coast of northern Tarn.",
                ],
            ),
            (
                "Ardenne Post",
                "2026-03-13T08:30:00Z",
                "WALL OF MUD: rescuers reach the valley",
                &[
                    "The number of people killed by Cyclone Orla rose to 11 on Friday after rescuers reached villages in the upper Vane valley that had been cut off since the storm struck two days earlier.",
                ],
            ),
        ]);
        let now = "2026-03-14T08:00:00Z".parse().expect("a time");
        let options = Options { now, owners: Owners::default(), words: None };
        let briefing = brief(story.readings, &options).expect("a briefing");
        assert_eq!(briefing.headline.text, "Number of People Killed by Cyclone Orla Rises to 11");
    }
}
