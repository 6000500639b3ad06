//! Puts the parts of a briefing together, numbers its sources and proves it.

use std::collections::BTreeSet;

use throughline_annotate::{Reading, Vector};
use throughline_gather::Owners;
use throughline_model::{
    Briefing, CitedArticle, Counts, Disagreement, Moment, Position, SCHEMA, Section, Source,
    Statement, sha256_hex,
};
use throughline_prove::Proof;

use crate::{
    cite::{Numbers, Told},
    clauses::{self, Clause},
    days::undated,
    disagree,
    draft::Draft,
    heading::{self, Size},
    headline, notes,
    people::People,
    plan,
    salience::{is_own_opinion, ranked},
    smooth::{LONGEST, smooth},
    stand::{dangling, is_clause, leans, stands},
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
}

/// Cosine with its section from which a title may head it.
const LIKE_TITLE: f32 = 0.12;

/// The share of the shorter list of stems that both have.
fn overlap(a: &[String], b: &[String]) -> f32 {
    let shared = a.iter().filter(|stem| b.contains(stem)).count();
    shared as f32 / a.len().min(b.len()).max(1) as f32
}

const HEADING: Size = Size { least: 4, most: 10 };

/// How many of the best lines are parsed: enough to choose from.
fn shortlist(story: &Story) -> usize {
    36 + 6 * story.readings.len().min(30)
}

/// Briefs one story. `readings` must be in order
/// ([`throughline_gather::in_order`]); none gives nothing.
pub fn brief(readings: Vec<Reading>, options: &Options) -> Option<Briefing> {
    if readings.is_empty() {
        return None;
    }
    let story = Story::new(readings, &options.owners);
    let support = Support::of(&story);
    let ranked = ranked(&story, &support);
    let articles: Vec<CitedArticle> =
        story.readings.iter().map(|r| CitedArticle::from(&r.article)).collect();
    let proof = Proof::from(&articles);
    let mut trees = Trees::default();
    grow(&story, &proof, &ranked, &mut trees);
    let news: Vec<(LineId, f32)> =
        ranked.iter().copied().filter(|(line, _)| !is_own_opinion(&story, *line)).collect();
    let desk = Desk {
        story: &story,
        support: &support,
        people: People::of(&story, &trees),
        trees: &trees,
        proof,
        pool: news.iter().take(shortlist(&story)).map(|(line, _)| *line).collect(),
    };
    let tellable: Vec<(LineId, f32)> = news
        .iter()
        .copied()
        .take(shortlist(&story))
        .filter(|(line, _)| desk.draft(*line).is_some())
        .collect();
    let groups = plan::sections(&story, &support, &tellable);
    let leading: Vec<LineId> = groups.iter().flat_map(|g| g.lines.first().copied()).collect();
    let headline = headline::headline(&story, &support, &trees, &leading)
        .map(|draft| Told::of(&story, &support, draft))
        .unwrap_or_else(|| desk.first_title());
    let mut met = BTreeSet::new();
    let mut headings = vec![headline.draft.stems(&story)];
    let mut sections: Vec<(Told, Vec<Told>)> = groups
        .iter()
        .filter_map(|group| desk.section(&group.lines, &mut met, &mut headings))
        .collect();
    if sections.is_empty() {
        sections.extend(groups.first().and_then(|group| desk.untitled(&group.lines, &mut met)));
    }

    let told: Vec<LineId> = groups.iter().flat_map(|g| g.lines.iter().copied()).collect();
    let entries =
        timeline::plan(&story, &support, &trees, &news, |line, clause| desk.clause(line, *clause));
    let mut differences = disagree::plan(&story, &tellable, |line| desk.draft(line));
    let clashes = timeline::clashes(&story, &trees, &news);
    differences.extend(disagree::dates(&story, clashes, |line| desk.draft(line)));

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
    let notes =
        notes::plan(&story, &support, &ranked, &told, |line| desk.note(line), |a| numbers.of(a));
    let mut briefing = Briefing {
        schema: SCHEMA.to_owned(),
        story: story_id(&story),
        revision: 1,
        updated: story.readings.iter().filter_map(|r| r.article.published).max(),
        now: options.now,
        language: language(&story),
        counts: counts(&story),
        headline: press.print(&headline).or_else(|| press.print(&desk.first_title()))?,
        sections: sections
            .iter()
            .filter_map(|(heading, body)| press.section(heading, body))
            .collect(),
        sources: press.sources(&notes),
        timeline: entries
            .iter()
            .map(|e| e.finish(&story, &numbers))
            .filter(|e| {
                desk.proof.statement(&e.statement).is_empty() && desk.proof.date(e).is_empty()
            })
            .collect(),
        disagreements: differences.iter().filter_map(|d| press.disagreement(d)).collect(),
        articles: Vec::new(),
    };
    briefing.articles = articles;
    Some(briefing)
}

fn grow(story: &Story, proof: &Proof, ranked: &[(LineId, f32)], trees: &mut Trees) {
    let best: Vec<LineId> = ranked.iter().take(shortlist(story)).map(|(line, _)| *line).collect();
    // The sentence before one that opens with a pronoun says who is meant.
    let before = best
        .iter()
        .filter(|&&line| line > 0 && opens_with_pronoun(story, line))
        .map(|line| line - 1);
    let dated = timeline::candidates(story, ranked);
    let lines: Vec<LineId> =
        best.iter().copied().chain(before).chain(dated).chain(headline::titles(story)).collect();
    trees.grow(story, proof, lines);
}

fn opens_with_pronoun(story: &Story, line: LineId) -> bool {
    story
        .sentence(line)
        .words
        .iter()
        .any(|w| matches!(w.lower.as_str(), "he" | "she" | "his" | "her"))
}

/// What all parts need to make a sentence tellable.
struct Desk<'a> {
    story: &'a Story,
    support: &'a Support,
    people: People,
    trees: &'a Trees,
    proof: Proof<'a>,
    /// Lines that a heading may be made from.
    pool: Vec<LineId>,
}

impl Desk<'_> {
    /// The smoothed draft of a line that stands alone; none where it cannot.
    fn draft(&self, line: LineId) -> Option<Draft> {
        self.introduced(line, &mut BTreeSet::new())
    }

    fn introduced(&self, line: LineId, met: &mut BTreeSet<String>) -> Option<Draft> {
        let tree = self.trees.get(line)?;
        let mut draft = Draft::of(self.story, line);
        let replaced = self.people.resolve(&mut draft, self.story, self.trees, tree);
        if !stands(self.story, line, tree, replaced) {
            return None;
        }
        self.people.introduce(&mut draft, self.story, tree, met);
        smooth(&mut draft, self.story, tree);
        (draft.words(self.story) <= LONGEST && !undated(&draft, self.story)).then_some(draft)
    }

    /// The smoothed draft of one clause of a line.
    fn clause(&self, line: LineId, clause: Clause) -> Option<Draft> {
        let tree = self.trees.get(line)?;
        if let Clause::Whole(_) = clause {
            return self.draft(line);
        }
        let mut draft = Draft::of(self.story, line);
        let whole = clauses::alone(&mut draft, self.story, line, tree, clause);
        let dangles = dangling(self.story, line, tree)
            .is_some_and(|at| draft.keeps(&tree.span(at)))
            || leans(&draft, tree);
        if !whole || dangles {
            let partner = matches!(clause, Clause::Partner(_));
            return partner.then(|| self.draft(line)).flatten();
        }
        self.people.introduce(&mut draft, self.story, tree, &mut BTreeSet::new());
        smooth(&mut draft, self.story, tree);
        let sound = draft.words(self.story) <= LONGEST && draft.words(self.story) >= 5;
        (sound && !undated(&draft, self.story) && self.is_proven(&draft)).then_some(draft)
    }

    /// Whether a draft passes the proof by itself.
    fn is_proven(&self, draft: &Draft) -> bool {
        let statement = Told::alone(draft.clone()).finish(self.story, &Numbers::default());
        self.proof.statement(&statement).is_empty()
    }

    fn note(&self, line: LineId) -> Option<Draft> {
        self.draft(line).filter(|d| d.words(self.story) <= notes::LONGEST)
    }

    fn section(
        &self,
        lines: &[LineId],
        met: &mut BTreeSet<String>,
        headings: &mut Vec<Vec<String>>,
    ) -> Option<(Told, Vec<Told>)> {
        let body: Vec<Told> = lines
            .iter()
            .filter_map(|&line| self.introduced(line, met))
            .map(|draft| Told::of(self.story, self.support, draft))
            .collect();
        let heading = self.heading(lines, headings)?;
        (!body.is_empty()).then_some((heading, body))
    }

    /// The best heading for the lines of a section: the main clause of one of
    /// them, or a title that says what they say. `used` are the headings before.
    fn heading(&self, lines: &[LineId], used: &mut Vec<Vec<String>>) -> Option<Told> {
        let story = self.story;
        let mut section = Vector::default();
        for (at, &line) in lines.iter().enumerate() {
            section.add(&story.lines[line].vector, 1.0 / (1.0 + at as f32));
        }
        let section = section.normalised();
        let clauses = lines.iter().enumerate().filter_map(|(at, &line)| {
            let draft = heading::clause(story, line, self.trees.get(line)?, HEADING)?;
            Some((draft, 0.4 / (1.0 + at as f32)))
        });
        let titles = headline::titles(story)
            .filter(|&line| story.lines[line].vector.dot(&section) >= LIKE_TITLE)
            .filter_map(|line| {
                let tree = self.trees.get(line)?;
                let sound = dangling(story, line, tree).is_none() && is_clause(tree);
                Some((heading::title(story, line, HEADING).filter(|_| sound)?, 0.2))
            });
        let others = self
            .pool
            .iter()
            .filter(|&&line| {
                !lines.contains(&line) && story.lines[line].vector.dot(&section) >= LIKE_TITLE
            })
            .filter_map(|&line| {
                Some((heading::clause(story, line, self.trees.get(line)?, HEADING)?, 0.0))
            });
        let mut found: Vec<(Draft, f32)> = clauses
            .chain(titles)
            .chain(others)
            .map(|(draft, bonus)| {
                let worth = bonus + self.worth(&draft, &section);
                (draft, worth)
            })
            .collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.line.cmp(&b.0.line)));
        // No two headings say the same; the headline, which comes first, may be
        // taken up by the section that tells it.
        found.retain(|(draft, _)| {
            let stems = draft.stems(story);
            used.iter()
                .enumerate()
                .all(|(at, u)| overlap(u, &stems) <= if at == 0 { 0.85 } else { 0.6 })
        });
        let best = found.into_iter().find(|(draft, _)| self.is_proven(draft))?;
        used.push(best.0.stems(story));
        Some(Told::of(story, self.support, best.0))
    }

    /// How much of its section a heading tells, and how plainly.
    fn worth(&self, draft: &Draft, section: &Vector) -> f32 {
        let text = draft.text(self.story);
        let stems = draft.stems(self.story);
        let told: f32 = self.story.weigh(&stems, section);
        let words = text.split_whitespace().count();
        let full = if words >= 5 { 0.25 } else { 0.0 };
        let named = text.split_whitespace().next().is_some_and(|first| {
            self.story
                .sentence(draft.line)
                .names
                .iter()
                .any(|n| n.key.contains(&first.to_lowercase()))
        });
        told + full + if named { 0.2 } else { 0.0 }
    }

    /// A section under the newest title, where no clause makes a heading: a
    /// short story has a section all the same.
    fn untitled(&self, lines: &[LineId], met: &mut BTreeSet<String>) -> Option<(Told, Vec<Told>)> {
        let body: Vec<Told> = lines
            .iter()
            .filter_map(|&line| self.introduced(line, met))
            .map(|draft| Told::of(self.story, self.support, draft))
            .collect();
        (!body.is_empty()).then(|| (self.first_title(), body))
    }

    fn first_title(&self) -> Told {
        let newest = (0..self.story.lines.len())
            .filter(|&l| {
                self.story.sentence(l).position.is_none() && !self.story.text(l).is_empty()
            })
            .max_by_key(|&l| self.story.lines[l].article);
        Told::alone(Draft::of(self.story, newest.unwrap_or(0)))
    }
}

/// Prints what is proven.
struct Press<'a> {
    desk: &'a Desk<'a>,
    numbers: &'a Numbers,
}

impl Press<'_> {
    /// The statement if it is proven, with the witnesses that bear it out; else
    /// its sentence verbatim if that is.
    fn print(&self, told: &Told) -> Option<Statement> {
        self.proven(told).or_else(|| {
            let story = self.desk.story;
            let mut plain = Draft::of(story, told.draft.line);
            plain.narrow(story.span(told.draft.line));
            self.proven(&Told { draft: plain, witnesses: told.witnesses.clone() })
        })
    }

    /// The statement if it is proven; a witness that does not bear it out is left out.
    fn proven(&self, told: &Told) -> Option<Statement> {
        let story = self.desk.story;
        let proof = &self.desk.proof;
        let statement = told.finish(story, self.numbers);
        if proof.statement(&statement).is_empty() {
            return Some(statement);
        }
        let bears_out = |&line: &LineId| {
            let one = Told { draft: told.draft.clone(), witnesses: vec![line] };
            proof.statement(&one.finish(story, self.numbers)).is_empty()
        };
        let witnesses: Vec<LineId> = told.witnesses.iter().copied().filter(bears_out).collect();
        let statement = Told { draft: told.draft.clone(), witnesses }.finish(story, self.numbers);
        proof.statement(&statement).is_empty().then_some(statement)
    }

    fn section(&self, heading: &Told, body: &[Told]) -> Option<Section> {
        let statements: Vec<Statement> = body.iter().filter_map(|t| self.print(t)).collect();
        let heading = self.proven(heading)?;
        (!statements.is_empty()).then_some(Section { heading, statements })
    }

    fn sources(&self, notes: &[Option<Told>]) -> Vec<Source> {
        let story = self.desk.story;
        self.numbers
            .articles()
            .into_iter()
            .map(|index| {
                let article = &story.readings[index].article;
                let note = notes[index].as_ref().and_then(|told| self.print(told));
                let title = || {
                    let line = (0..story.lines.len()).find(|&l| story.lines[l].article == index);
                    Told::alone(Draft::of(story, line.unwrap_or(0))).finish(story, self.numbers)
                };
                Source {
                    number: self.numbers.of(index),
                    article: article.id.clone(),
                    outlet: article.outlet.clone(),
                    title: article.title.clone(),
                    url: article.url.clone(),
                    published: article.published,
                    family: format!("f{}", story.families[index] + 1),
                    note: note.unwrap_or_else(title),
                }
            })
            .collect()
    }

    fn disagreement(&self, planned: &disagree::Planned) -> Option<Disagreement> {
        let positions: Vec<Position> = planned
            .positions
            .iter()
            .filter_map(|(value, newest, told)| {
                let statement = self.print(told)?;
                Some(Position { value: value.clone(), newest: *newest, statement })
            })
            .collect();
        (positions.len() >= 2).then(|| Disagreement {
            about: planned.about.clone(),
            kind: planned.kind,
            positions,
        })
    }
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
