//! Queries in the words of FTS5.

use rusqlite::{Connection, params};
use throughline_model::Article;
use throughline_record::{Phrase, Query};

use super::{
    pack::{unpack, value},
    read::story_id,
};
use crate::{Found, Hit, Problem};

const ARTICLES: &str = "SELECT article.story, version.body FROM article_words
    JOIN article ON article.number = article_words.rowid
    JOIN version ON version.article = article.number AND version.sha256 = article.newest
    WHERE article_words MATCH ?1 AND article.story IS NOT NULL ORDER BY rank, article.number";

/// The newest first where no word is asked for.
const ALL_ARTICLES: &str = "SELECT article.story, version.body FROM article
    JOIN version ON version.article = article.number AND version.sha256 = article.newest
    WHERE ?1 = '' AND article.story IS NOT NULL ORDER BY article.day DESC, article.number";

const STATEMENTS: &str = "SELECT story, id, statement.text, outlets, day FROM statement_words
    JOIN statement ON number = statement_words.rowid
    WHERE statement_words MATCH ?1 ORDER BY rank, number";

const ALL_STATEMENTS: &str = "SELECT story, id, text, outlets, day FROM statement
    WHERE ?1 = '' ORDER BY day DESC, number";

pub fn search(connection: &Connection, query: &Query, limit: usize) -> Result<Vec<Hit>, Problem> {
    let words = words(query);
    let any = words.is_empty();
    let mut hits = Vec::new();
    let mut found = connection.prepare_cached(if any { ALL_ARTICLES } else { ARTICLES })?;
    let mut rows = found.query(params![words])?;
    while hits.len() < limit
        && let Some(row) = rows.next()?
    {
        let body: Vec<u8> = row.get(1)?;
        let article: Article = value(&unpack(&body)?)?;
        // What FTS5 cannot say: several outlets by a part of their names, days, and
        // exclusions where nothing else is asked for.
        let none = any && !query.finds(&article.text);
        if !none && query.admits(std::iter::once(article.outlet.as_str()), article.published) {
            hits.push(Hit { story: story_id(row.get(0)?), found: Found::Article(article.into()) });
        }
    }
    let articles = hits.len();
    let mut found = connection.prepare_cached(if any { ALL_STATEMENTS } else { STATEMENTS })?;
    let mut rows = found.query(params![words])?;
    while hits.len() - articles < limit
        && let Some(row) = rows.next()?
    {
        let (text, outlets): (String, String) = (row.get(2)?, row.get(3)?);
        let day: Option<String> = row.get(4)?;
        let day = day.map(|day| day.parse()).transpose();
        let day = day.map_err(|_| Problem::Damaged("the day of a statement".into()))?;
        let none = any && !query.finds(&text);
        if !none && query.admits(outlets.lines(), day) {
            let found = Found::Statement { id: row.get(1)?, text };
            hits.push(Hit { story: story_id(row.get(0)?), found });
        }
    }
    Ok(hits)
}

/// The words of a query; empty where it asks for none.
fn words(query: &Query) -> String {
    let quoted = |phrase: &Phrase| {
        let star = if phrase.is_begun() { " *" } else { "" };
        format!("\"{}\"{star}", phrase.words().join(" "))
    };
    let any = |phrases: &Vec<Phrase>| {
        format!("({})", phrases.iter().map(quoted).collect::<Vec<_>>().join(" OR "))
    };
    let mut words = query.all.iter().map(any).collect::<Vec<_>>().join(" AND ");
    if !words.is_empty() {
        words = format!("({words})");
        for phrase in &query.none {
            words.push_str(&format!(" NOT {}", quoted(phrase)));
        }
    }
    words
}
