//! Scenes, remarks and digressions: how a feature opens before it comes to its matter, what its
//! writer thinks of it, and what it strays to after it.
//!
//! "Panama City is bustling with construction." tells nothing of what the
//! others report; by its place in its article it would pass for a lead.

use std::collections::HashSet;

use throughline_annotate::{Outlook, is_speech_verb, outlook};

use crate::{
    anaphor::Matter,
    cast::Cast,
    story::{LineId, Story},
    support::Support,
    tree::{Tree, Trees},
    wide::Wide,
};

/// Cosine to what the story is about from which a line belongs to it.
const CENTRAL: f32 = 0.25;

/// Cosine to what the story is about below which a line is of another matter.
const OTHER: f32 = 0.05;

/// Sentences after which a page may come to another matter.
const FAR_DOWN: usize = 20;

/// Sentences within which an article may still be opening.
const OPENING: usize = 4;

/// What a scene that opens its article is worth less: its place counted for it.
const OPENS: f32 = 0.5;

/// What any other is.
const DESCRIBES: f32 = 0.2;

/// What a remark is.
const REMARKS: f32 = 0.7;

/// What the words of somebody are whom nobody has introduced.
const STRANGE: f32 = 0.25;

/// The most letters of a word of a name that says nothing alone: "New", "San", "Al".
const SHORT: usize = 3;

/// What a line is that has a noun which only the sentences before it explain.
const UNEXPLAINED: f32 = 0.5;

/// Verbs of what a reporter sees somebody do.
#[rustfmt::skip]
const POSES: &[&str] = &[
    "step", "walk", "sit", "stand", "look", "lean", "smile", "nod", "point", "wave", "stare",
    "gaze", "laugh", "shake", "climb", "gesture", "glance", "shrug", "pause", "sigh",
];

/// Lines that a story must have left without its digressions.
const ENOUGH: usize = 4;

/// The lines with what they are worth as tellings, best first, without digressions.
pub fn discounted(
    story: &Story,
    support: &Support,
    trees: &Trees,
    cast: &Cast,
    matter: &Matter,
    mut lines: Vec<(LineId, f32)>,
) -> Vec<(LineId, f32)> {
    let wide = Wide::of(story);
    let of_story = |(line, _): &&(LineId, f32)| !is_digression(story, support, &wide, *line);
    if lines.iter().filter(of_story).count() >= ENOUGH {
        lines.retain(|line| of_story(&line));
    }
    for (line, weight) in &mut lines {
        let Some(tree) = trees.get(*line) else { continue };
        if matter.unexplained(story, *line, tree).is_some() {
            *weight -= UNEXPLAINED;
        }
        if is_remark(story, support, tree, *line) {
            *weight -= REMARKS;
        } else if is_scene(story, support, tree, *line) {
            let opens = story.sentence(*line).position.is_some_and(|at| at < OPENING);
            *weight -= if opens { OPENS } else { DESCRIBES };
        }
        if cast.has_stranger(story, *line, tree) {
            *weight -= STRANGE;
        }
    }
    lines.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    lines
}

/// The lines of another story that an article goes on to: from a "Meanwhile" that names others than
/// those whom the story is about, up to the next line that names one of these.
pub fn other_stories(story: &Story) -> HashSet<LineId> {
    let wide = Wide::of(story);
    let mut found = HashSet::new();
    if story.readings.len() < 3 {
        return found;
    }
    let mut inside = None;
    for line in 0..story.lines.len() {
        let (sentence, article) = (story.sentence(line), story.lines[line].article);
        // "New Year's Eve" is nobody, and "New" no part by which New York is known.
        let in_date =
            |start: usize| sentence.dates.iter().any(|d| (d.start..d.end).contains(&start));
        let names = sentence.names.iter().filter(|name| !in_date(name.span.start));
        let words = names.flat_map(|name| name.key.split(' '));
        let mut named = words.filter(|word| word.len() > SHORT).peekable();
        let turns = sentence.words.first().is_some_and(|word| word.lower == "meanwhile");
        let others = named.peek().is_some();
        let ours = named.any(|name| wide.holds(name));
        if ours || inside.is_some_and(|of| of != article) {
            inside = None;
        }
        if turns && others && !ours {
            inside = Some(article);
        }
        if inside.is_some() {
            found.insert(line);
        }
    }
    found
}

/// Whether a line tells of none whom the story is about, no other article tells of it, and it is of
/// another time, "In 2012, a bank in Tarn charged a man a million", or far down a long page and of
/// another matter: an item of a long list.
pub fn is_digression(story: &Story, support: &Support, wide: &Wide, line: LineId) -> bool {
    let sentence = story.sentence(line);
    let named = sentence.names.iter().flat_map(|name| name.key.split(' '));
    let another_matter = || {
        sentence.position.is_some_and(|at| at >= FAR_DOWN)
            && story.lines[line].vector.dot(&story.centroid) < OTHER
    };
    (story.is_of_another_time(line) || another_matter())
        && story.readings.len() > 2
        && support.independent(story, line) < 2
        && !named.into_iter().any(|name| wide.holds(name))
}

/// Whether a line is the writer's own remark: what some thing or other is, by nobody's word, of none
/// by name, with no figure and no day. "High bills are a shocking part of modern life."
fn is_remark(story: &Story, support: &Support, tree: &Tree, line: LineId) -> bool {
    let sentence = story.sentence(line);
    let Some(root) = tree.root().filter(|&root| tree.token(root).lemma == "be") else {
        return false;
    };
    let subject = tree.child(root, &["nsubj", "expl"]);
    tree.child(root, &["attr"]).is_some()
        && subject.is_some_and(|subject| is_vague(story, line, tree, subject))
        && is_bare(story, line)
        && sentence.names.iter().all(|name| name.opens)
        && support.independent(story, line) < 2
}

/// Whether a subject points at nothing that the story tells of: "it", "there", "a station", "bills".
fn is_vague(story: &Story, line: LineId, tree: &Tree, subject: usize) -> bool {
    let article = &story.readings[story.lines[line].article].article;
    let word = |at: usize| article.text[tree.span(at)].to_lowercase();
    let token = tree.token(subject);
    match tree.child(subject, &["det", "poss", "nummod"]) {
        Some(own) => matches!(word(own).as_str(), "a" | "an"),
        None => token.tag == "NNS" || matches!(word(subject).as_str(), "it" | "there" | "this"),
    }
}

/// Whether a line only describes, in the present, what no other witness and no figure, day or
/// speaker ties to the story.
pub fn is_scene(story: &Story, support: &Support, tree: &Tree, line: LineId) -> bool {
    let Some(root) = tree.root() else { return false };
    let speaks = is_speech_verb(&tree.token(root).lemma) || tree.child(root, &["ccomp"]).is_some();
    // "At one site, Vosk steps into a lift of 30 floors".
    let poses = POSES.contains(&tree.token(root).lemma.as_str())
        && tree
            .child(root, &["nsubj"])
            .is_some_and(|who| tree.people().any(|person| person.contains(&who)));
    !speaks
        && outlook(tree, root) == Outlook::Present
        && (poses || is_bare(story, line))
        && story.lines[line].vector.dot(&story.centroid) < CENTRAL
        && support.independent(story, line) < 2
}

/// Whether a line has neither a day nor a figure, and nobody's words.
fn is_bare(story: &Story, line: LineId) -> bool {
    let sentence = story.sentence(line);
    sentence.dates.is_empty()
        && sentence.quotes.is_empty()
        && !sentence.quantities.iter().any(|q| q.is_figure() && q.value > 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn what_befell_others_long_ago_strays() {
        let lines: &[(&str, bool)] = &[
            ("In 2012, a bank in Tessa charged a fisherman a million marks.", true),
            ("In 2012, Norland closed the ferry line for a year.", false),
            ("A bank in Tessa lent the money for the ferry.", false),
        ];
        let told: Vec<&str> = lines.iter().map(|(line, _)| *line).collect();
        let news: &[&str] = &["Norland and Ardenne signed the pact on the ferry line."];
        let (story, _) = fixture::story(&[
            ("Vess Herald", "2026-03-12T08:30", "Norland signs pact on ferry line", news),
            ("Ardenne Post", "2026-03-12T09:30", "Ardenne and Norland sign ferry pact", news),
            ("Daily Quay", "2026-03-12T10:30", "What the ferry pact means", &told),
        ]);
        let (support, wide) = (Support::of(&story), Wide::of(&story));
        for (text, expected) in lines {
            let line = fixture::line(&story, text);
            assert_eq!(is_digression(&story, &support, &wide, line), *expected, "{text}");
        }
    }

    #[test]
    fn an_article_may_go_on_to_another_story() {
        let lines: &[(&str, bool)] = &[
            ("New Norland opened an inquiry into the ferry crash.", false),
            ("Meanwhile, Norland closed the port for a day.", false),
            ("The crew were brought ashore.", false),
            ("Meanwhile, a seaplane crashed into the harbour of Sorrel on New Year's Eve.", true),
            ("The pilot, Ida Kroll, 44, died in the crash.", true),
            ("The police of New Sorrel said so.", true),
            ("Norland has not had such a day in years.", false),
            ("The inquiry will last a year.", false),
        ];
        let told: Vec<&str> = lines.iter().map(|(line, _)| *line).collect();
        let news: &[&str] = &["Nine people died in a ferry crash in New Norland."];
        let (story, _) = fixture::story(&[
            ("Vess Herald", "2026-03-12T08:30", "Nine die in Norland ferry crash", news),
            ("Ardenne Post", "2026-03-12T09:30", "Ferry crash kills nine in Norland", news),
            ("Daily Quay", "2026-03-12T10:30", "Norland looks into ferry crash", &told),
        ]);
        let others = other_stories(&story);
        for (text, expected) in lines {
            let line = fixture::line(&story, text);
            assert_eq!(others.contains(&line), *expected, "{text}");
        }
    }

    #[test]
    fn what_something_is_by_nobodys_word_is_a_remark() {
        let lines: &[(&str, bool)] = &[
            ("Given the weather, it was a dull ending to the day.", true),
            ("Late ferries are a shocking part of modern life.", true),
            ("There are few ways to cross a strait.", true),
            ("The ferry is a former minesweeper.", false),
            ("One ferry was moving and the other was not.", false),
            ("Late ferries are a nuisance, the harbour master said.", false),
            ("There are 40 ferries on the line.", false),
            ("Ferries to Ardenne are a novelty.", false),
        ];
        let told: Vec<&str> = lines.iter().map(|(line, _)| *line).collect();
        let (story, trees) = fixture::story(&[
            ("Vess Herald", "2026-03-12T08:30", "Norland signs pact on ferry line", &told),
            ("Ardenne Post", "2026-03-12T09:30", "Ardenne signs ferry pact", &["It did."]),
        ]);
        let support = Support::of(&story);
        for (text, expected) in lines {
            let line = fixture::line(&story, text);
            let tree = trees.get(line).expect("parsed");
            assert_eq!(is_remark(&story, &support, tree, line), *expected, "{text}");
        }
    }

    #[test]
    fn scenes_are_worth_less() {
        let lines: &[(&str, bool)] = &[
            ("The market square of Vessmouth is bustling with children.", true),
            ("There is a new word on the lips of the fishmongers.", true),
            ("The fishmongers say the square is bustling.", false),
            ("The square drew 4,000 visitors.", false),
            ("A bakery on the square has closed its doors.", false),
            ("At one stall, Mila Dorn smiles at a row of 40 children.", true),
            ("Brent climbs to 80 marks a barrel on the square.", false),
        ];
        let feature: Vec<&str> = lines.iter().map(|(line, _)| *line).collect();
        let news: &[&str] = &["Norland and Ardenne signed the pact on the ferry line."];
        let (story, trees) = fixture::story(&[
            ("Vess Herald", "2026-03-12T08:30", "Norland signs pact on ferry line", news),
            ("Ardenne Post", "2026-03-12T09:30", "Ardenne signs ferry pact", news),
            ("Orrin Times", "2026-03-12T09:40", "Two lands sign pact on ferry", news),
            ("Tarn Mail", "2026-03-12T09:50", "Ferry pact signed by Norland", news),
            ("Daily Quay", "2026-03-12T10:30", "What the ferry pact means", &feature),
        ]);
        let support = Support::of(&story);
        for (text, expected) in lines {
            let line = fixture::line(&story, text);
            let tree = trees.get(line).expect("parsed");
            assert_eq!(is_scene(&story, &support, tree, line), *expected, "{text}");
        }
    }
}
