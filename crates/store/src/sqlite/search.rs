//! Queries in the words of FTS5.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, params};
use throughline_model::{Article, Briefing};
use throughline_record::{Phrase, Query, told};

use super::{
    pack::{unpack, value},
    read::{body, story_id},
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
    let mut cited = Cited::of(connection, query)?;
    while hits.len() - articles < limit
        && let Some(row) = rows.next()?
    {
        let (text, outlets): (String, String) = (row.get(2)?, row.get(3)?);
        let day: Option<String> = row.get(4)?;
        let day = day.map(|day| day.parse()).transpose();
        let day = day.map_err(|_| Problem::Damaged("the day of a statement".into()))?;
        let none = any && !query.finds(&text);
        let (story, id): (i64, String) = (row.get(0)?, row.get(1)?);
        if !none && query.admits(outlets.lines(), day) && cited.admits(story, &id)? {
            hits.push(Hit { story: story_id(story), found: Found::Statement { id, text } });
        }
    }
    Ok(hits)
}

/// Which statements rest on articles that a query excludes, and on no other. Of a story
/// that is asked for the newest revision says; its statements are kept without articles.
struct Cited<'a> {
    connection: &'a Connection,
    excluded: HashSet<String>,
    /// By story, the statements that are left out.
    known: HashMap<i64, HashSet<String>>,
}

impl<'a> Cited<'a> {
    fn of(connection: &'a Connection, query: &Query) -> Result<Self, Problem> {
        let mut excluded = HashSet::new();
        if !query.none.is_empty() {
            let sql = "SELECT article.id FROM article_words
                JOIN article ON article.number = article_words.rowid
                WHERE article_words MATCH ?1";
            let mut found = connection.prepare_cached(sql)?;
            let rows = found.query_map([any_of(&query.none)], |row| row.get(0))?;
            excluded = rows.collect::<Result<_, _>>()?;
        }
        Ok(Self { connection, excluded, known: HashMap::new() })
    }

    fn admits(&mut self, story: i64, statement: &str) -> Result<bool, Problem> {
        if self.excluded.is_empty() {
            return Ok(true);
        }
        if !self.known.contains_key(&story) {
            let sql = "SELECT max(number) FROM revision WHERE story = ?1";
            let newest = self.connection.prepare_cached(sql)?.query_row([story], |r| r.get(0))?;
            let briefing: Briefing = value(&body(self.connection, story_id(story), newest)?)?;
            let is_excluded = |article: &&str| self.excluded.contains(*article);
            let out = told(&briefing).into_iter().filter(|t| t.articles.iter().all(is_excluded));
            self.known.insert(story, out.map(|told| told.id.to_owned()).collect());
        }
        Ok(!self.known[&story].contains(statement))
    }
}

/// The words of a query; empty where it asks for none.
fn words(query: &Query) -> String {
    let all: Vec<String> = query.all.iter().map(|phrases| any_of(phrases)).collect();
    match (all.is_empty(), query.none.is_empty()) {
        (true, _) => String::new(),
        (false, true) => all.join(" AND "),
        (false, false) => format!("({}) NOT {}", all.join(" AND "), any_of(&query.none)),
    }
}

/// Texts that have one of these.
fn any_of(phrases: &[Phrase]) -> String {
    let quoted = |phrase: &Phrase| {
        let star = if phrase.is_begun() { " *" } else { "" };
        format!("\"{}\"{star}", phrase.words().join(" "))
    };
    format!("({})", phrases.iter().map(quoted).collect::<Vec<_>>().join(" OR "))
}
