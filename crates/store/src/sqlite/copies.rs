//! What is kept a second time, so that it is found: the statements of the newest
//! revisions, and the words of statements and articles. Each is held against what
//! it was made of.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension, params};
use throughline_gather::StoryId;
use throughline_model::Article;
use throughline_record::{Told, told};

use super::{
    faults::each,
    read::{history, revision, story_id},
    write::{day, id, outlets},
};
use crate::Problem;

/// Text, outlets and day of a statement.
type Copy = (String, String, Option<String>);

const STATEMENT_WORDS: &str =
    "SELECT 1 FROM statement_words WHERE statement_words MATCH ?2 AND rowid = ?1";
const ARTICLE_WORDS: &str =
    "SELECT 1 FROM article_words WHERE article_words MATCH ?2 AND rowid = ?1";

/// Words that are kept of nothing.
const STRAYS: &str = "SELECT 'statement', rowid FROM statement_words
    WHERE rowid NOT IN (SELECT number FROM statement)
    UNION ALL SELECT 'article', rowid FROM article_words
    WHERE rowid NOT IN (SELECT number FROM article)";

/// Names every copy of a statement that is missing, differs or is of nothing, and
/// all words that are.
pub fn faults(connection: &Connection, mut wrong: impl FnMut(String)) -> Result<(), Problem> {
    let mut stories = BTreeSet::new();
    each(connection, "SELECT id FROM story UNION SELECT story FROM statement", |row| {
        stories.insert(story_id(row.get(0)?));
        Ok(())
    })?;
    for story in stories {
        // A revision that does not read is named with the revisions.
        let Ok(expected) = expected(connection, story) else { continue };
        let mut kept = kept(connection, story)?;
        let mut say =
            |id: &str, what: &str| wrong(format!("story {story}, statement {id}: {what}"));
        for (id, copy) in &expected {
            match kept.remove(id) {
                None => say(id, "it is not kept for search"),
                Some((_, found)) if found != *copy => say(id, "its copy for search differs"),
                Some((number, _)) if !holds(connection, STATEMENT_WORDS, number, &copy.0)? => {
                    say(id, "its words are not kept for search");
                }
                Some(_) => {}
            }
        }
        kept.keys().for_each(|id| say(id, "it is kept for search and not told"));
    }
    each(connection, STRAYS, |row| {
        let (of, number): (String, i64) = (row.get(0)?, row.get(1)?);
        wrong(format!("the words for search of {of} {number}: there is none"));
        Ok(())
    })
}

/// Whether an article is found by the words of its title, and of its first line.
pub fn is_found(connection: &Connection, number: i64, article: &Article) -> Result<bool, Problem> {
    let line = article.text.lines().nth(1).unwrap_or_default();
    Ok(holds(connection, ARTICLE_WORDS, number, &article.title)?
        && holds(connection, ARTICLE_WORDS, number, line)?)
}

/// Whether the words that are kept under a number hold a text, in its order.
fn holds(connection: &Connection, sql: &str, number: i64, text: &str) -> Result<bool, Problem> {
    if !text.contains(char::is_alphanumeric) {
        return Ok(true);
    }
    let phrase = format!("\"{}\"", text.replace('"', "\"\""));
    let mut query = connection.prepare_cached(sql)?;
    let found: Option<i64> =
        query.query_row(params![number, phrase], |row| row.get(0)).optional()?;
    Ok(found.is_some())
}

/// The statements of a story as its newest revision tells them; none of a story that
/// is no more.
fn expected(connection: &Connection, story: StoryId) -> Result<BTreeMap<String, Copy>, Problem> {
    let is_live = "SELECT 1 FROM story WHERE id = ?1";
    let is_live: Option<i64> =
        connection.prepare_cached(is_live)?.query_row([id(story)], |row| row.get(0)).optional()?;
    let Some(last) = history(connection, story)?.pop().filter(|_| is_live.is_some()) else {
        return Ok(BTreeMap::new());
    };
    let Some(revision) = revision(connection, story, last.number)? else {
        return Ok(BTreeMap::new());
    };
    let copy = |told: &Told<'_>| {
        (told.id.to_owned(), (told.text.to_owned(), outlets(told), day(told.published)))
    };
    Ok(told(&revision.briefing).iter().map(copy).collect())
}

/// The copies that are kept, with their numbers.
fn kept(connection: &Connection, story: StoryId) -> Result<BTreeMap<String, (i64, Copy)>, Problem> {
    let sql = "SELECT id, number, text, outlets, day FROM statement WHERE story = ?1";
    let mut query = connection.prepare_cached(sql)?;
    let rows = query.query_map([id(story)], |row| {
        Ok((row.get(0)?, (row.get(1)?, (row.get(2)?, row.get(3)?, row.get(4)?))))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
