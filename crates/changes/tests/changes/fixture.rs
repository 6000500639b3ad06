//! A briefing in a few lines of text, and changes as lines of text.

use throughline_changes::{Changes, What, Why};
use throughline_model::*;

/// Reads a briefing. `@Herald 2026-03-10` opens an article; its lines follow:
/// told in the section; `+` bears out the statement before, `~` is not told,
/// `T 2026-03-20 scheduled` is an entry of the timeline and `D number killed 14`
/// a position on what is the same in the two words before the last. `#` is the
/// headline, whatever article it stands in.
pub fn briefing(text: &str) -> Briefing {
    let articles = articles(text);
    let mut read = Read::default();
    let mut article = 0;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if line.starts_with('@') {
            article += 1;
        } else {
            read.line(line, article, &articles[article - 1]);
        }
    }
    let first = read.told.first().cloned().expect("a briefing tells something");
    let sources: Vec<Source> =
        articles.iter().enumerate().map(|(at, a)| source(at + 1, a, &first)).collect();
    Briefing {
        schema: SCHEMA.to_owned(),
        story: "vess".to_owned(),
        revision: 1,
        updated: articles.iter().filter_map(|a| a.published).max(),
        now: "2026-03-31T08:00:00Z".parse().expect("a moment"),
        language: "en".to_owned(),
        counts: Counts {
            articles: articles.len(),
            outlets: articles.len(),
            independent: articles.len(),
        },
        recurs: false,
        headline: read.headline.unwrap_or_else(|| first.clone()),
        sections: vec![Section { heading: first, statements: read.told }],
        sources,
        timeline: read.timeline,
        disagreements: read.disagreements,
        articles: articles.iter().map(CitedArticle::from).collect(),
    }
}

#[derive(Default)]
struct Read {
    headline: Option<Statement>,
    told: Vec<Statement>,
    timeline: Vec<TimelineEntry>,
    disagreements: Vec<Disagreement>,
}

impl Read {
    fn line(&mut self, line: &str, number: usize, article: &Article) {
        let (mark, text) = marked(line);
        let words: Vec<&str> = mark.split(' ').collect();
        let citation = Citation { source: number, evidence: vec![cut(article, text)] };
        let statement =
            Statement::new(text.to_owned(), Kind::Verbatim, Vec::new(), vec![citation.clone()]);
        match words[..] {
            ["#"] => self.headline = Some(statement),
            ["+"] => self.told.last_mut().expect("a statement before").citations.push(citation),
            ["~"] => {}
            ["T", day, status] => self.timeline.push(entry(day, status, statement)),
            ["D", kind, about, value] => self.position(kind, about, value, statement),
            _ => self.told.push(statement),
        }
    }

    fn position(&mut self, kind: &str, about: &str, value: &str, statement: Statement) {
        let kind = match kind {
            "number" => DisagreementKind::Number,
            "development" => DisagreementKind::Development,
            _ => panic!("{kind} is no kind of disagreement of these tests"),
        };
        let position =
            |newest| Position { value: value.to_owned(), newest, statement: statement.clone() };
        match self.disagreements.iter_mut().find(|d| d.about == about) {
            Some(disagreement) => {
                disagreement.positions.iter_mut().for_each(|p| p.newest = false);
                disagreement.positions.push(position(true));
            }
            None => self.disagreements.push(Disagreement {
                about: about.to_owned(),
                kind,
                positions: vec![position(true)],
            }),
        }
    }
}

/// The mark of a line and its text.
fn marked(line: &str) -> (&str, &str) {
    match line.chars().next() {
        Some('+' | '~' | '#') => (&line[..1], line[1..].trim()),
        Some('T' | 'D') if line.contains(" | ") => line.split_once(" | ").expect("it was seen"),
        _ => ("", line),
    }
}

type Line = (Role, String, Option<Moment>);

fn articles(text: &str) -> Vec<Article> {
    let mut articles: Vec<(String, String, Vec<Line>)> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some((outlet, day)) = line.strip_prefix('@').and_then(|l| l.split_once(' ')) {
            articles.push((outlet.to_owned(), day.to_owned(), Vec::new()));
        } else {
            let lines = &mut articles.last_mut().expect("an article opens with @").2;
            lines.push((Role::Body, marked(line).1.to_owned(), None));
        }
    }
    let made = articles.into_iter().map(|(outlet, day, lines)| {
        let url = format!("https://{outlet}.example/{day}").to_lowercase();
        let mut article = Article::new(Some(url), &format!("What the {outlet} reports"), lines);
        article.outlet = outlet;
        article.published = day.parse().ok();
        article.language = "en".to_owned();
        article
    });
    made.collect()
}

fn source(number: usize, article: &Article, note: &Statement) -> Source {
    Source {
        number,
        article: article.id.clone(),
        outlet: article.outlet.clone(),
        title: article.title.clone(),
        url: article.url.clone(),
        published: article.published,
        placed: false,
        doubted: None,
        family: article.outlet.clone(),
        note: note.clone(),
    }
}

fn cut(article: &Article, text: &str) -> Evidence {
    let start = article.text.find(text).expect("a line stands in its article");
    Evidence::cut(article, start..start + text.len())
}

fn entry(day: &str, status: &str, statement: Statement) -> TimelineEntry {
    let date = day.parse().ok();
    let mut when = When {
        from: date,
        to: date,
        precision: Precision::Day,
        display: String::new(),
        condition: None,
    };
    when.display = when.shown();
    let status = match status {
        "past" => Status::Past,
        "state" => Status::State,
        "scheduled" => Status::Scheduled,
        _ => panic!("{status} is no status of these tests"),
    };
    let date_evidence =
        DateEvidence { evidence: None, how: How::Explicit, anchor: None, confidence: 1.0 };
    TimelineEntry { when, status, date_evidence, statement }
}

/// The changes, a line each.
pub fn lines(changes: &Changes) -> Vec<String> {
    let mut lines = Vec::new();
    let short = |text: &str| text.split(' ').take(3).collect::<Vec<_>>().join(" ");
    lines.extend(changes.headline.iter().map(|h| format!("headline {}", short(&h.new.text))));
    for change in &changes.changed {
        let values = change.differences.iter().map(|d| {
            let about = d.about.as_deref().map(|about| format!("{about} ")).unwrap_or_default();
            let what = if d.what == What::Date { "date " } else { "" };
            format!("{what}{about}{} → {}", d.old, d.new)
        });
        lines.push(format!("changed {}", values.collect::<Vec<_>>().join(", ")));
    }
    for change in &changes.superseded {
        let why = if change.why == Why::Happened { "happened" } else { "reversed" };
        lines.push(format!("{why} {}", short(&change.new.statement.text)));
    }
    lines.extend(changes.new.iter().map(|f| format!("new {}", short(&f.statement.text))));
    for withdrawn in &changes.withdrawn {
        let why = if withdrawn.corrected { "corrected" } else { "withdrawn" };
        lines.push(format!("{why} {}", short(&withdrawn.old.text)));
    }
    for c in &changes.corroborated {
        lines.push(format!(
            "witnesses {} → {} {}",
            c.before,
            c.after,
            short(&c.fact.statement.text)
        ));
    }
    lines.extend(changes.disputed.iter().map(|d| {
        let values: Vec<&str> = d.disagreement.positions.iter().map(|p| p.value.as_str()).collect();
        format!("disputed {} {}, {} new", d.disagreement.about, values.join("/"), d.added.len())
    }));
    let timeline = &changes.timeline;
    lines.extend(timeline.new.iter().map(|e| format!("entry {}", e.when.display)));
    lines.extend(
        timeline
            .redated
            .iter()
            .map(|r| format!("entry {} → {}", r.old.display, r.entry.when.display)),
    );
    lines.extend(
        timeline.restated.iter().map(|r| format!("entry {:?} → {:?}", r.old, r.entry.status)),
    );
    lines.extend(timeline.gone.iter().map(|e| format!("entry gone {}", e.when.display)));
    lines.extend(changes.also_told.iter().map(|f| format!("also {}", short(&f.statement.text))));
    lines.extend(changes.left_out.iter().map(|b| format!("left out {}", short(&b.text))));
    lines.extend(changes.gone.iter().map(|s| format!("source gone {}", s.outlet)));
    lines
}
