//! Puts the parts of a briefing together, numbers its sources and proves it.

use std::{cell::RefCell, collections::BTreeSet};

use throughline_annotate::{Reading, is_pronoun};
use throughline_gather::Owners;
use throughline_model::{Briefing, Counts, Moment, SCHEMA, Status, sha256_hex};
use throughline_prove::{Parsed, Proof};

use crate::{
    again::Again,
    anaphor::Matter,
    cast::{self, Cast},
    cite::{Numbers, Told},
    desk::Desk,
    disagree,
    editor::Editor,
    entitle::Used,
    heading::Verbs,
    headline, notes, order,
    placed::placed,
    plan::{self, Group},
    press::Press,
    salience::{self, is_own_opinion, ranked},
    scene,
    sound::sound,
    stamp,
    story::{LineId, Story},
    support::Support,
    timeline,
    tree::Trees,
};

/// What a briefing is made for.
#[derive(Debug, Clone)]
pub struct Options {
    /// The present: the divider between past and future.
    pub now: Moment,
    /// Who owns which outlet.
    pub owners: Owners,
    /// About how many words its statements may have; none for as many as the story deserves.
    pub words: Option<usize>,
}

/// How many of the weightiest lines may give the headline.
const LEADING: usize = 12;

/// Words in which a line says whether it leans on the one before.
const OPENING: usize = 4;

/// How many of the best lines are parsed: enough to choose from.
fn shortlist(story: &Story) -> usize {
    30 + 5 * story.readings.len().min(30)
}

/// Briefs one story. `readings` must be in order
/// ([`throughline_gather::in_order`]); none with text gives nothing.
pub fn brief(readings: Vec<Reading>, options: &Options) -> Option<Briefing> {
    brief_again(readings, options, &Parsed::default())
}

/// The same briefing, of a story that was briefed before: `parsed` keeps what is
/// parsed of its articles, so that only what a new one brings costs a parse.
pub fn brief_again(
    mut readings: Vec<Reading>,
    options: &Options,
    parsed: &Parsed,
) -> Option<Briefing> {
    // Of an article without a word nothing can be said that has a proof.
    readings.retain(|reading| !reading.article.text.trim().is_empty());
    if readings.is_empty() {
        return None;
    }
    let readings = placed(stamp::checked(readings, &options.owners));
    let story = Story::new(readings, &options.owners);
    let support = Support::of(&story);
    let ranked = ranked(&story, &support);
    let articles = story.cited();
    let proof = Proof::knowing(&articles, parsed);
    let mut trees = Trees::default();
    grow(&story, &proof, &ranked, &mut trees);
    let cast = Cast::of(&story, &trees);
    cast.mend(&story, &mut trees);
    let news: Vec<(LineId, f32)> =
        ranked.iter().copied().filter(|(line, _)| !is_own_opinion(&story, *line)).collect();
    let matter = Matter::of(&story);
    let desk = Desk {
        story: &story,
        support: &support,
        cast: &cast,
        trees: &trees,
        verbs: Verbs::of(&trees),
        editor: Editor::of(&story, &trees, &matter),
        matter,
        proof,
        drafts: RefCell::default(),
    };
    let tellable: Vec<(LineId, f32)> = news
        .iter()
        .copied()
        .take(shortlist(&story))
        .filter(|(line, _)| desk.draft(*line).is_some())
        .collect();
    let tellable = salience::without_past(&story, tellable);
    let tellable = scene::discounted(&story, &support, &trees, &cast, &desk.matter, tellable);
    let tellable = desk.editor.weighed(tellable);
    let again = Again::of(&story, &trees, tellable.iter().map(|(line, _)| *line));
    let leans = |line| desk.leans_back(line);
    let leading: Vec<LineId> = tellable.iter().take(LEADING).map(|(line, _)| *line).collect();
    let headline = headline::headline(&story, &support, &trees, &desk.verbs, &leading, |draft| {
        desk.is_proven(draft)
    })
    .map(|draft| Told::of(&story, &support, &trees, draft))
    .unwrap_or_else(|| desk.first_title());
    let reacts = |line| desk.reacts(line, headline.draft.line);
    let told = |lines: &[LineId]| order::told(&story, headline.draft.line, lines, reacts);
    let mut groups = match options.words {
        Some(words) => plan::short(&desk, &again, &tellable, words),
        None => plan::sections(&desk, &again, &tellable, |line| told(&[line])),
    };
    // Where every line leans on another, the best is told all the same: it has its citation.
    if let (true, Some(&(best, _))) = (groups.is_empty(), tellable.first()) {
        groups.push(vec![best]);
    }
    order::lead_with(&mut groups, told, leans);
    order::by_time(&story, &mut groups);
    let mut used = Used::after(&headline.draft, &desk);
    // What heads each section, and its lines.
    let mut entitled: Vec<(Told, Group)> = Vec::new();
    let mut homeless: Vec<LineId> = Vec::new();
    for group in &groups {
        let others = groups.iter().flatten().filter(|line| !group.contains(line));
        let rest: Vec<LineId> = others.copied().collect();
        let heading = desk.entitle(group, &rest, &mut used, entitled.is_empty());
        match heading.or_else(|| entitled.is_empty().then(|| headline.clone())) {
            Some(heading) => entitled.push((heading, group.clone())),
            // So many words were asked for, not sections.
            None if options.words.is_some() => {
                if let Some((_, lines)) = entitled.last_mut() {
                    lines.extend(group);
                }
            }
            None => homeless.extend(group),
        }
    }
    plan::house(&story, &homeless, entitled.iter_mut().map(|(_, lines)| lines), leans);
    let lines: Vec<LineId> = entitled.iter().flat_map(|(_, lines)| lines).copied().collect();
    let mut met = BTreeSet::new();
    let mut sections: Vec<(Told, Vec<Told>)> = entitled
        .into_iter()
        .map(|(heading, lines)| (heading, desk.body(&lines, &mut met)))
        .collect();
    sections.retain(|(_, body)| !body.is_empty());

    let entries = timeline::plan(&desk, &news);
    let differences = disagree::plan(&desk, &news);

    let mut numbers = Numbers::default();
    numbers.give(
        sections
            .iter()
            .flat_map(|(_, body)| body)
            .flat_map(|t| t.articles(&story).collect::<Vec<_>>()),
    );
    numbers.give(headline.articles(&story));
    numbers.give(
        sections.iter().flat_map(|(heading, _)| heading.articles(&story).collect::<Vec<_>>()),
    );
    numbers.give(entries.iter().flat_map(|e| e.told.articles(&story).collect::<Vec<_>>()));
    numbers.give(
        differences
            .iter()
            .flat_map(|d| &d.positions)
            .flat_map(|p| p.2.articles(&story).collect::<Vec<_>>()),
    );
    numbers.give(0..story.readings.len());

    let press = Press { desk: &desk, numbers: &numbers };
    let notes = notes::plan(&desk, &ranked, &lines, &again, |a| numbers.of(a));
    let briefing = Briefing {
        schema: SCHEMA.to_owned(),
        story: story_id(&story),
        revision: 1,
        updated: (0..story.readings.len()).filter_map(|article| story.published(article)).max(),
        now: options.now,
        language: language(&story),
        counts: counts(&story),
        recurs: story.recurs(),
        headline: press.print(&headline).or_else(|| press.print(&desk.first_title()))?,
        sections: press.sections(&sections),
        sources: press.sources(&notes),
        timeline: entries
            .iter()
            .map(|e| e.finish(&story, &numbers))
            // What has been is no day to come, whatever its article seems to say.
            .filter(|e| {
                e.status != Status::Past || e.when.from.is_none_or(|day| day <= options.now.date())
            })
            .filter(|e| {
                desk.proof.statement(&e.statement).is_empty() && desk.proof.date(e).is_empty()
            })
            .collect(),
        disagreements: differences.iter().filter_map(|d| press.disagreement(d)).collect(),
        articles: Vec::new(),
    };
    let indices = numbers.articles();
    let mut briefing =
        sound(briefing, &desk.proof, |source| press.title(indices[source.number - 1]));
    briefing.articles = articles;
    Some(briefing)
}

fn grow(story: &Story, proof: &Proof, ranked: &[(LineId, f32)], trees: &mut Trees) {
    let best: Vec<LineId> = ranked.iter().take(shortlist(story)).map(|(line, _)| *line).collect();
    let dated = timeline::candidates(story, ranked);
    // The sentence before one that opens with a pronoun says who is meant.
    let before = best
        .iter()
        .filter(|&&line| opens_with_pronoun(story, line))
        .chain(dated.iter().filter(|&&line| leans_back(story, line)))
        .flat_map(|&line| line.saturating_sub(2)..line);
    let lines: Vec<LineId> = best
        .iter()
        .copied()
        .chain(before)
        .chain(dated.iter().copied())
        .chain(disagree::candidates(story, ranked, best.len()))
        .chain(headline::titles(story))
        .collect();
    trees.grow(story, proof, lines);
    let introducing = cast::introducing(story, trees);
    trees.grow(story, proof, introducing);
}

/// Whether "he" or "her" stands before the first name of a line: whom it means,
/// the sentence before may say.
fn opens_with_pronoun(story: &Story, line: LineId) -> bool {
    let sentence = story.sentence(line);
    let mut words = sentence.words.iter();
    let pronoun = words.find(|w| matches!(w.lower.as_str(), "he" | "she" | "his" | "her"));
    pronoun.is_some_and(|p| !sentence.names.iter().any(|name| name.span.end <= p.span.start))
}

/// Whether a line may need the sentence before it: a pronoun stands near its
/// beginning.
fn leans_back(story: &Story, line: LineId) -> bool {
    story.sentence(line).words.iter().take(OPENING).any(|w| is_pronoun(&w.lower))
}

fn story_id(story: &Story) -> String {
    let ids: Vec<&str> = story.readings.iter().map(|r| r.article.id.as_str()).collect();
    format!("s{}", &sha256_hex(&ids.join(" "))[..10])
}

fn language(story: &Story) -> String {
    let languages = story.readings.iter().map(|r| r.article.language.as_str());
    let count = |l: &str| story.readings.iter().filter(|r| r.article.language == l).count();
    languages.max_by_key(|l| (count(l), std::cmp::Reverse(*l))).unwrap_or("und").to_owned()
}

fn counts(story: &Story) -> Counts {
    let outlets: BTreeSet<&str> =
        story.readings.iter().map(|r| r.article.outlet.as_str()).collect();
    Counts {
        articles: story.readings.len(),
        outlets: outlets.len(),
        independent: story.witnesses(),
    }
}

#[cfg(test)]
mod tests {
    use throughline_gather::in_order;

    use super::*;
    use crate::fixture;

    #[test]
    fn articles_without_title_or_text_get_a_briefing_that_is_proven() {
        let said = ["The harbour of Velmora burned on Monday - The Velmora Courier"];
        let cases = [
            (
                "a title and no text",
                vec![("Herald", "2026-03-12", "Harbour burns", &[] as &[&str])],
                1,
            ),
            ("no title", vec![("Herald", "2026-03-12", "", &said as &[&str])], 1),
            (
                "neither",
                vec![("Herald", "2026-03-12", "", &[] as &[&str]), ("Post", "", "", &said)],
                1,
            ),
            (
                "a title with the end of a quotation",
                vec![
                    (
                        "Herald",
                        "2026-03-12",
                        "Velmora has offered to lead, but not.”{d; Ranke}",
                        &said,
                    ),
                    ("Post", "2026-03-12", "Fire in Velmora", &said),
                ],
                2,
            ),
            ("nothing at all", vec![("Herald", "2026-03-12", "", &[] as &[&str])], 0),
        ];
        for (case, articles, sources) in cases {
            let now = "2026-03-13".parse().expect("a day");
            let options = Options { now, owners: Owners::new(), words: None };
            let (readings, _) = in_order(fixture::readings(&articles));
            let briefing = brief(readings, &options);
            assert_eq!(briefing.as_ref().map_or(0, |b| b.sources.len()), sources, "{case}");
            if let Some(briefing) = briefing {
                let faults = Proof::from(&briefing.articles).faults(&briefing);
                assert!(faults.is_empty(), "{case}: {faults:?}");
            }
        }
    }

    #[test]
    fn a_short_article_is_told() {
        let cases: [&[&str]; 2] = [
            &[
                "Two marshals were killed on Monday when a car left the track in Tarn, the organisers said.",
            ],
            &["The organisers said that the race in Tarn would be run again in June."],
        ];
        for text in cases {
            let now = "2026-03-13".parse().expect("a day");
            let options = Options { now, owners: Owners::new(), words: None };
            let told = [("Herald", "2026-03-12", "Grand Prix of Tarn", text)];
            let briefing = brief(in_order(fixture::readings(&told)).0, &options).expect("told");
            assert_eq!(briefing.sections.iter().map(|s| s.statements.len()).sum::<usize>(), 1);
        }
    }
}
