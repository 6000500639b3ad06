//! A briefing in a few lines of text.

use throughline_model::*;

/// Reads a briefing. `@Herald 2026-03-10` opens an article, whose lines follow:
/// told in the section that `=` opened with its heading, `~` is not told, `+`
/// bears out the statement before, `T 2026-03-20` is an entry of the timeline
/// and `P 2026-03-20` one that only the day of publication dates. `#` is the
/// headline, and the first line that is told is its article's note.
pub fn briefing(text: &str) -> Briefing {
    let articles = articles(text);
    let mut sections: Vec<Section> = Vec::new();
    let (mut headline, mut timeline) = (None, Vec::new());
    let mut notes: Vec<Option<Statement>> = vec![None; articles.len()];
    let mut number = 0;
    for line in lines(text) {
        if line.starts_with('@') {
            number += 1;
            continue;
        }
        let article = &articles[number - 1];
        let (mark, said) = marked(line);
        let citation = Citation { source: number, evidence: vec![cut(article, said)] };
        let statement =
            Statement::new(said.to_owned(), Kind::Verbatim, Vec::new(), vec![citation.clone()]);
        let note = || Some(Statement { id: format!("note {number}"), ..statement.clone() });
        match mark.split(' ').collect::<Vec<_>>()[..] {
            ["~"] => notes[number - 1] = notes[number - 1].take().or_else(note),
            ["#"] => headline = Some(statement),
            ["="] => sections.push(Section { heading: statement, statements: Vec::new() }),
            ["T", day] => timeline.push(entry(day, article, said, statement)),
            ["P", day] => {
                let mut entry = entry(day, article, said, statement);
                entry.date_evidence.how = How::Publication;
                entry.date_evidence.evidence = None;
                entry.date_evidence.anchor = article.published;
                timeline.push(entry);
            }
            ["+"] => {
                let section = sections.last_mut().expect("a section opens with =");
                section.statements.last_mut().expect("a statement").citations.push(citation);
                notes[number - 1] = notes[number - 1].take().or_else(note);
            }
            _ => {
                notes[number - 1] = notes[number - 1].take().or_else(note);
                sections.last_mut().expect("a section opens with =").statements.push(statement);
            }
        }
    }
    let count = articles.len();
    let sources = articles.iter().zip(notes).enumerate().map(|(at, (article, note))| Source {
        number: at + 1,
        article: article.id.clone(),
        outlet: article.outlet.clone(),
        title: article.title.clone(),
        url: article.url.clone(),
        published: article.published,
        placed: false,
        doubted: None,
        family: article.outlet.clone(),
        note: note.expect("an article has a line"),
    });
    Briefing {
        schema: SCHEMA.to_owned(),
        story: "vess".to_owned(),
        revision: 1,
        updated: articles.iter().filter_map(|a| a.published).max(),
        now: "2026-03-31T08:00:00Z".parse().expect("a moment"),
        language: "en".to_owned(),
        counts: Counts { articles: count, outlets: count, independent: count },
        recurs: false,
        headline: headline.expect("a headline opens with #"),
        sections,
        sources: sources.collect(),
        timeline,
        disagreements: Vec::new(),
        articles: articles.iter().map(CitedArticle::from).collect(),
    }
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// The mark of a line and its text.
fn marked(line: &str) -> (&str, &str) {
    match line.chars().next() {
        Some('+' | '~' | '#' | '=') => (&line[..1], line[1..].trim()),
        Some('T' | 'P') if line.contains(" | ") => line.split_once(" | ").expect("it was seen"),
        _ => ("", line),
    }
}

type Line = (Role, String, Option<Moment>);

fn articles(text: &str) -> Vec<Article> {
    // The first heading that is cut from an article is its title.
    let mut read: Vec<(&str, &str, Option<&str>, Vec<Line>)> = Vec::new();
    for line in lines(text) {
        match line.strip_prefix('@').and_then(|l| l.split_once(' ')) {
            Some((outlet, day)) => read.push((outlet, day, None, Vec::new())),
            None => {
                let (_, _, title, lines) = read.last_mut().expect("an article opens with @");
                match marked(line) {
                    ("=", heading) if title.is_none() => *title = Some(heading),
                    (_, said) => lines.push((Role::Body, said.to_owned(), None)),
                }
            }
        }
    }
    let made = read.into_iter().map(|(outlet, day, title, lines)| {
        let url = format!("https://{outlet}.example/{day}").to_lowercase();
        let named = format!("What the {outlet} reports");
        let mut article = Article::new(Some(url), title.unwrap_or(&named), lines);
        article.outlet = outlet.to_owned();
        article.published = day.parse().ok();
        article.language = "en".to_owned();
        article
    });
    made.collect()
}

fn cut(article: &Article, text: &str) -> Evidence {
    let start = article.text.find(text).expect("a line stands in its article");
    Evidence::cut(article, start..start + text.len())
}

/// An entry dated by the first "10 March 2026" of its text.
fn entry(day: &str, article: &Article, said: &str, statement: Statement) -> TimelineEntry {
    let date = day.parse().ok();
    let mut when = When {
        from: date,
        to: date,
        precision: Precision::Day,
        display: String::new(),
        condition: None,
    };
    when.display = when.shown();
    let written = date.map(|d: jiff::civil::Date| d.strftime("%-d %B %Y").to_string());
    let start = article.text.find(said).expect("a line stands in its article");
    let words = written.and_then(|w| Some((said.find(&w)?, w.len())));
    let evidence = words.map(|(at, n)| Evidence::cut(article, start + at..start + at + n));
    let date_evidence =
        DateEvidence { evidence, how: How::Explicit, anchor: None, confidence: 0.2 };
    TimelineEntry { when, status: Status::Past, date_evidence, statement }
}
