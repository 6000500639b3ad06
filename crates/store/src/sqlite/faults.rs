//! What is wrong with the stored bytes: the file as SQLite sees it, then every
//! body by its name, then what is kept of them for search. One that does not read
//! keeps none of the others from it.

use rusqlite::{Connection, Row};
use throughline_model::Article;
use throughline_record::{Reason, StoryHead};

use super::{
    copies,
    pack::{unpack, value},
    read::{from_text, history, revision, story_id},
};
use crate::Problem;

pub fn faults(connection: &Connection) -> Result<Vec<String>, Problem> {
    let mut faults = Vec::new();
    each(connection, "PRAGMA integrity_check", |row| {
        faults.extend(Some(row.get::<_, String>(0)?).filter(|line| line != "ok"));
        Ok(())
    })?;
    each(connection, "PRAGMA foreign_key_check", |row| {
        let (table, target): (String, String) = (row.get(0)?, row.get(2)?);
        faults.push(format!("a row of {table} names a {target} that is not there"));
        Ok(())
    })?;
    let mut wrong = |what: String, read: Result<(), Problem>| {
        faults.extend(read.err().map(|problem| format!("{what}: {}", plain(problem))));
    };
    let sql = "SELECT id, sha256, body, number, sha256 = newest
        FROM version JOIN article ON article = number";
    each(connection, sql, |row| {
        let (id, sha256, body): (String, String, Vec<u8>) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let (number, newest): (i64, bool) = (row.get(3)?, row.get(4)?);
        let damaged = |what: &str| Err(Problem::Damaged(what.into()));
        let read = unpack(&body).and_then(|json| value::<Article>(&json)).and_then(|article| {
            if article.sha256 != sha256 {
                return damaged("it is another text");
            }
            match newest && !copies::is_found(connection, number, &article)? {
                true => damaged("its words are not kept for search"),
                false => Ok(()),
            }
        });
        wrong(format!("article {id}, text {}", sha256.get(..8).unwrap_or(&sha256)), read);
        Ok(())
    })?;
    each(connection, "SELECT head, id FROM story", |row| {
        let read = from_text::<StoryHead>(row).map(drop);
        wrong(format!("story {}", story_id(row.get(1)?)), read);
        Ok(())
    })?;
    each(connection, "SELECT body, number FROM reason", |row| {
        wrong(format!("reason {}", row.get::<_, i64>(1)?), from_text::<Reason>(row).map(drop));
        Ok(())
    })?;
    each(connection, "SELECT DISTINCT story FROM revision ORDER BY story", |row| {
        let story = story_id(row.get(0)?);
        match history(connection, story) {
            Ok(lines) => {
                for line in lines {
                    let read = revision(connection, story, line.number).map(drop);
                    wrong(format!("story {story}, revision {}", line.number), read);
                }
            }
            Err(problem) => wrong(format!("the revisions of story {story}"), Err(problem)),
        }
        Ok(())
    })?;
    copies::faults(connection, |fault| faults.push(fault))?;
    Ok(faults)
}

pub fn each(
    connection: &Connection,
    sql: &str,
    mut look: impl FnMut(&Row) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let mut query = connection.prepare(sql)?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        look(row)?;
    }
    Ok(())
}

/// Without the advice to run the command that says this.
fn plain(problem: Problem) -> String {
    match problem {
        Problem::Damaged(what) => what,
        other => other.to_string(),
    }
}
