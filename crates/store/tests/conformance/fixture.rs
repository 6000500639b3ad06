//! Articles, stories and revisions about an invented harbour.

use throughline_gather::{Change, Decision, Piece, StoryId, Why};
use throughline_model::{
    Article, Briefing, Citation, Counts, Evidence, Kind, Moment, Role, SCHEMA, Section, Source,
    Statement,
};
use throughline_record::{Cause, Effect, Reason, Revision, StoryHead, keys};
use throughline_store::{Access, Sqlite};

pub const HARBOUR: StoryId = StoryId(1025);
pub const BRIDGE: StoryId = StoryId(2049);

/// A store in a folder that is gone with the second value.
pub fn file() -> (Sqlite, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("the system's temporary folder can be written");
    let store = Sqlite::open(&folder.path().join("a.db"), Access::Write).expect("it can be made");
    (store, folder)
}

pub fn at(text: &str) -> Moment {
    text.parse().expect("a date")
}

pub fn now() -> Moment {
    at("2026-09-19T08:00:00Z")
}

/// An article of the paragraphs in `text`.
pub fn article(id: &str, outlet: &str, text: &str) -> Article {
    let url = format!("https://www.{id}.example/a");
    let lines = text.lines().map(|line| (Role::Body, line.to_owned(), None)).collect();
    let mut article = Article::new(Some(url), "A title", lines);
    article.id = id.into();
    article.outlet = outlet.into();
    article.published = Some(at("2026-09-18T10:00:00Z"));
    article
}

pub fn head(id: StoryId) -> StoryHead {
    StoryHead {
        id,
        language: "en".into(),
        headline: "Harbour closes".into(),
        revision: 1,
        created: now(),
        modified: now(),
        told: None,
        changed: now(),
        newest: Some(at("2026-09-18T10:00:00Z")),
        pace: 1,
        articles: 1,
        outlets: 1,
        split_from: None,
    }
}

/// An article, its keys, its story.
pub fn placed(article: &Article, story: StoryId) -> Vec<Effect> {
    let mut effects = vec![Effect::Version { article: article.clone(), at: now(), newest: true }];
    let key = |key| Effect::Key { key, article: article.id.clone() };
    effects.extend(keys(article).into_iter().map(key));
    effects.push(Effect::Place { article: article.id.clone(), story });
    effects.push(Effect::Story(head(story)));
    effects
}

pub fn reason(articles: &[&str], story: StoryId) -> Effect {
    let change = Change::Started { article: articles[0].to_owned() };
    let why = Why { similarity: 0.25, words: vec!["harbour".into()], ..Why::default() };
    Effect::Reason(Reason {
        at: now(),
        articles: articles.iter().map(|a| (*a).to_owned()).collect(),
        decision: Decision { story, change, why, rivals: Vec::new() },
    })
}

pub fn piece(key: &str, value: Option<&[u8]>) -> Effect {
    Effect::Memory(Piece { key: key.into(), value: value.map(<[u8]>::to_vec) })
}

/// A revision that tells the first paragraph of each article.
pub fn revision(story: StoryId, number: u32, articles: &[&Article]) -> Revision {
    let statement = |article: &Article, source: usize| {
        let line = article.paragraphs[1].span.clone();
        let evidence = vec![Evidence::cut(article, line.clone())];
        let citations = vec![Citation { source, evidence }];
        Statement::new(article.text[line].to_owned(), Kind::Verbatim, Vec::new(), citations)
    };
    let numbered = || articles.iter().enumerate().map(|(at, article)| (at + 1, *article));
    let source = |(number, article): (usize, &Article)| Source {
        number,
        article: article.id.clone(),
        outlet: article.outlet.clone(),
        title: article.title.clone(),
        url: article.url.clone(),
        published: article.published,
        placed: false,
        doubted: None,
        family: format!("f{number}"),
        note: statement(article, number),
    };
    let briefing = Briefing {
        schema: SCHEMA.into(),
        story: story.to_string(),
        revision: number,
        updated: articles[0].published,
        now: now(),
        language: "en".into(),
        counts: Counts { articles: articles.len(), outlets: 1, independent: 1 },
        recurs: false,
        headline: statement(articles[0], 1),
        sections: vec![Section {
            heading: statement(articles[0], 1),
            statements: numbered().map(|(number, article)| statement(article, number)).collect(),
        }],
        sources: numbered().map(source).collect(),
        timeline: Vec::new(),
        disagreements: Vec::new(),
        articles: Vec::new(),
    };
    let added = articles.iter().map(|article| article.id.clone()).collect();
    let cause = Cause { added, ..Cause::default() };
    Revision { story, number, at: now(), cause, news: true, briefing }
}
