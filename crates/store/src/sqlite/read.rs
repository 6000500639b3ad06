//! Rows into values.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::de::DeserializeOwned;
use throughline_gather::StoryId;
use throughline_model::{Article, Moment};
use throughline_record::{Known, Reason, Revision, StoryHead};

use super::{
    migrate::{SITES, version},
    pack::{unpack, unpack_against, value},
    write::id,
};
use crate::{Articles, Filter, Order, Problem, RevisionLine};

pub fn position(connection: &Connection) -> Result<u64, Problem> {
    let steps: i64 = connection.query_row("SELECT steps FROM position", [], |row| row.get(0))?;
    Ok(steps.unsigned_abs())
}

pub fn memory(
    connection: &Connection,
    after: &str,
    limit: usize,
) -> Result<Vec<(String, Vec<u8>)>, Problem> {
    let sql = "SELECT key, value FROM memory WHERE key > ?1 ORDER BY key LIMIT ?2";
    let mut query = connection.prepare_cached(sql)?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = query.query_map(params![after, limit], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// None where the file is of the version before: it is brought up to date by whoever
/// writes to it next.
pub fn sites(connection: &Connection) -> Result<Vec<String>, Problem> {
    if !knows_sites(connection)? {
        return Ok(Vec::new());
    }
    let mut query = connection.prepare_cached("SELECT host FROM site ORDER BY host")?;
    let rows = query.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub fn site(connection: &Connection, site: &str) -> Result<Option<Vec<u8>>, Problem> {
    if !knows_sites(connection)? {
        return Ok(None);
    }
    let mut query = connection.prepare_cached("SELECT lines FROM site WHERE host = ?1")?;
    Ok(query.query_row([site], |row| row.get(0)).optional()?)
}

fn knows_sites(connection: &Connection) -> Result<bool, Problem> {
    Ok(version(connection)? >= SITES)
}

pub fn known(connection: &Connection, keys: &[String]) -> Result<HashMap<String, Known>, Problem> {
    let sql = "SELECT number, id, newest, dated, story FROM article_key
        JOIN article ON number = article WHERE key = ?1";
    let mut query = connection.prepare_cached(sql)?;
    let sql = "SELECT sha256 FROM version WHERE article = ?1 ORDER BY rowid";
    let mut texts = connection.prepare_cached(sql)?;
    let mut found = HashMap::new();
    for key in keys {
        type Line = (i64, String, String, Option<String>, Option<i64>);
        let line =
            |row: &Row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?));
        let line: Option<Line> = query.query_row([key], line).optional()?;
        let Some((number, article, newest, dated, place)) = line else { continue };
        let texts = texts.query_map([number], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let dated = dated.map(|text| moment(&text)).transpose()?;
        let story = place.map(story_id);
        found.insert(key.clone(), Known { article, texts, newest, dated, story });
    }
    Ok(found)
}

pub fn articles(connection: &Connection, which: Articles<'_>) -> Result<Vec<Article>, Problem> {
    const NEWEST: &str = "SELECT body FROM article
        JOIN version ON article = number AND sha256 = newest";
    let mut bodies: Vec<Vec<u8>> = Vec::new();
    match which {
        Articles::Of(story) => {
            let sql = format!("{NEWEST} WHERE story = ?1 ORDER BY number");
            let mut query = connection.prepare_cached(&sql)?;
            let rows = query.query_map([id(story)], |row| row.get(0))?;
            bodies = rows.collect::<Result<_, _>>()?;
        }
        Articles::Ids(ids) => {
            let sql = "SELECT number FROM article WHERE id = ?1";
            let mut query = connection.prepare_cached(sql)?;
            let mut numbers: Vec<i64> = Vec::with_capacity(ids.len());
            for id in ids {
                numbers.extend(query.query_row([id], |row| row.get::<_, i64>(0)).optional()?);
            }
            numbers.sort_unstable();
            numbers.dedup();
            let mut query = connection.prepare_cached(&format!("{NEWEST} WHERE number = ?1"))?;
            for number in numbers {
                bodies.push(query.query_row([number], |row| row.get(0))?);
            }
        }
        Articles::Versions(pairs) => {
            let sql = "SELECT version.rowid, body FROM version JOIN article ON article = number
                WHERE id = ?1 AND sha256 = ?2";
            let mut query = connection.prepare_cached(sql)?;
            let mut rows: Vec<(i64, Vec<u8>)> = Vec::with_capacity(pairs.len());
            for (id, sha256) in pairs {
                let row = |row: &Row| Ok((row.get(0)?, row.get(1)?));
                rows.extend(query.query_row([id, sha256], row).optional()?);
            }
            rows.sort_unstable();
            rows.dedup();
            bodies.extend(rows.into_iter().map(|(_, body)| body));
        }
    }
    bodies.iter().map(|body| value(&unpack(body)?)).collect()
}

pub fn stories(connection: &Connection, filter: &Filter) -> Result<Vec<StoryHead>, Problem> {
    let order = match filter.order {
        Order::Activity => "activity",
        Order::Size => "articles",
        Order::Created => "created",
    };
    let sql = format!("SELECT head FROM story ORDER BY {order} DESC, id");
    let mut query = connection.prepare_cached(&sql)?;
    let mut rows = query.query([])?;
    let mut found = Vec::new();
    while found.len() < filter.limit
        && let Some(row) = rows.next()?
    {
        let head: StoryHead = from_text(row)?;
        if filter.admits(&head) {
            found.push(head);
        }
    }
    Ok(found)
}

pub fn story(connection: &Connection, story: StoryId) -> Result<Option<StoryHead>, Problem> {
    let mut number = id(story);
    let mut redirect = connection.prepare_cached("SELECT target FROM redirect WHERE gone = ?1")?;
    while let Some(target) = redirect.query_row([number], |row| row.get(0)).optional()? {
        number = target;
    }
    let mut query = connection.prepare_cached("SELECT head FROM story WHERE id = ?1")?;
    let mut rows = query.query([number])?;
    rows.next()?.map(from_text).transpose()
}

pub fn history(connection: &Connection, story: StoryId) -> Result<Vec<RevisionLine>, Problem> {
    let sql = "SELECT number, at, news, cause FROM revision WHERE story = ?1 ORDER BY number";
    let mut query = connection.prepare_cached(sql)?;
    let mut rows = query.query([id(story)])?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        lines.push(line(row)?);
    }
    Ok(lines)
}

pub fn revision(
    connection: &Connection,
    story: StoryId,
    number: u32,
) -> Result<Option<Revision>, Problem> {
    let sql = "SELECT number, at, news, cause FROM revision WHERE story = ?1 AND number = ?2";
    let mut query = connection.prepare_cached(sql)?;
    let mut rows = query.query(params![id(story), number])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let RevisionLine { number, at, cause, news } = line(row)?;
    let briefing = value(&body(connection, story, number)?)?;
    Ok(Some(Revision { story, number, at, cause, news, briefing }))
}

/// The briefing of a revision as JSON.
pub fn body(connection: &Connection, story: StoryId, number: u32) -> Result<Vec<u8>, Problem> {
    let sql = "SELECT base, body FROM revision WHERE story = ?1 AND number = ?2";
    let mut query = connection.prepare_cached(sql)?;
    let row = |row: &Row| Ok((row.get(0)?, row.get(1)?));
    let (base, packed): (u32, Vec<u8>) = query.query_row(params![id(story), number], row)?;
    if base == number {
        return unpack(&packed);
    }
    if base > number {
        return Err(Problem::Damaged(format!("revision {number} of {story} rests on a later one")));
    }
    unpack_against(&packed, &body(connection, story, base)?)
}

pub fn reasons(connection: &Connection, article: &str) -> Result<Vec<Reason>, Problem> {
    let sql = "SELECT body FROM article_reason
        JOIN article ON article.number = article_reason.article
        JOIN reason ON reason.number = article_reason.reason
        WHERE article.id = ?1 ORDER BY reason.number";
    let mut query = connection.prepare_cached(sql)?;
    let mut rows = query.query([article])?;
    let mut reasons = Vec::new();
    while let Some(row) = rows.next()? {
        reasons.push(from_text(row)?);
    }
    Ok(reasons)
}

fn line(row: &Row) -> Result<RevisionLine, Problem> {
    let at: String = row.get(1)?;
    let cause: String = row.get(3)?;
    Ok(RevisionLine {
        number: row.get(0)?,
        at: moment(&at)?,
        news: row.get(2)?,
        cause: value(cause.as_bytes())?,
    })
}

pub fn from_text<T: DeserializeOwned>(row: &Row) -> Result<T, Problem> {
    let text: String = row.get(0)?;
    value(text.as_bytes())
}

fn moment(text: &str) -> Result<Moment, Problem> {
    text.parse().map_err(|error| Problem::Damaged(format!("{error}")))
}

pub fn story_id(number: i64) -> StoryId {
    StoryId(number.unsigned_abs())
}
