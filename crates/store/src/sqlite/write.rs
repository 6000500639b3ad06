//! Effects into rows, in one transaction with the position.

use rusqlite::{OptionalExtension, Transaction, params};
use throughline_gather::StoryId;
use throughline_model::{Article, Moment};
use throughline_record::{Effect, Reason, Revision, StoryHead, Told, told};

use super::{
    pack::{json, pack, pack_against},
    read,
};
use crate::{Order, Problem};

/// Commits a step that was decided at `from`. A transaction that is dropped
/// leaves nothing.
pub fn commit(step: Transaction<'_>, from: u64, effects: &[Effect]) -> Result<u64, Problem> {
    let found = read::position(&step)?;
    if found != from {
        return Err(Problem::Moved { expected: from, found });
    }
    for effect in effects {
        apply(&step, effect)?;
    }
    step.execute("UPDATE position SET steps = steps + 1", [])?;
    step.commit()?;
    Ok(from + 1)
}

fn apply(step: &Transaction<'_>, effect: &Effect) -> Result<(), Problem> {
    match effect {
        Effect::Version { article, at, newest } => version(step, article, *at, *newest),
        Effect::Key { key, article } => {
            let sql = "INSERT INTO article_key (key, article) VALUES (?1, ?2)
                ON CONFLICT (key) DO UPDATE SET article = excluded.article";
            step.prepare_cached(sql)?.execute(params![key, number(step, article)?])?;
            Ok(())
        }
        Effect::Place { article, story } => {
            let sql = "UPDATE article SET story = ?2 WHERE number = ?1";
            step.prepare_cached(sql)?.execute(params![number(step, article)?, id(*story)])?;
            Ok(())
        }
        Effect::Reason(why) => reason(step, why),
        Effect::Story(head) => story(step, head),
        Effect::Redirect { gone, into } => {
            step.execute("DELETE FROM story WHERE id = ?1", [id(*gone)])?;
            forget_statements(step, *gone, &[])?;
            let sql = "INSERT INTO redirect (gone, target) VALUES (?1, ?2)";
            step.execute(sql, [id(*gone), id(*into)])?;
            Ok(())
        }
        Effect::Revision(revision) => revise(step, revision),
        Effect::Memory(piece) => {
            match &piece.value {
                Some(value) => step
                    .prepare_cached("REPLACE INTO memory (key, value) VALUES (?1, ?2)")?
                    .execute(params![piece.key, value])?,
                None => step.execute("DELETE FROM memory WHERE key = ?1", [&piece.key])?,
            };
            Ok(())
        }
        Effect::Site { site, lines } => {
            let sql = "REPLACE INTO site (host, lines) VALUES (?1, ?2)";
            step.prepare_cached(sql)?.execute(params![site, lines])?;
            Ok(())
        }
    }
}

/// Numbers of stories stay far below the half of what fits.
pub fn id(story: StoryId) -> i64 {
    story.0 as i64
}

fn number(step: &Transaction<'_>, article: &str) -> Result<i64, Problem> {
    let mut query = step.prepare_cached("SELECT number FROM article WHERE id = ?1")?;
    let number = query.query_row([article], |row| row.get(0)).optional()?;
    number.ok_or_else(|| Problem::Unfit(format!("no article {article}")))
}

fn version(
    step: &Transaction<'_>,
    article: &Article,
    at: Moment,
    newest: bool,
) -> Result<(), Problem> {
    let dated = article.modified.or(article.published).map(|at| at.to_string());
    let day = day(article.published);
    let known: Option<i64> = step
        .prepare_cached("SELECT number FROM article WHERE id = ?1")?
        .query_row([&article.id], |row| row.get(0))
        .optional()?;
    let number = match known {
        None => {
            let sql = "INSERT INTO article (id, newest, outlet, dated, day)
                VALUES (?1, ?2, ?3, ?4, ?5)";
            let row = params![article.id, article.sha256, article.outlet, dated, day];
            step.prepare_cached(sql)?.execute(row)?;
            step.last_insert_rowid()
        }
        Some(number) => {
            if newest {
                let sql = "UPDATE article SET newest = ?2, outlet = ?3, dated = ?4, day = ?5
                    WHERE number = ?1";
                let row = params![number, article.sha256, article.outlet, dated, day];
                step.execute(sql, row)?;
                step.execute("DELETE FROM article_words WHERE rowid = ?1", [number])?;
            }
            number
        }
    };
    if newest || known.is_none() {
        let body = article.text.split_once('\n').map_or("", |(_, body)| body);
        let sql = "INSERT INTO article_words (rowid, title, text) VALUES (?1, ?2, ?3)";
        step.prepare_cached(sql)?.execute(params![number, article.title, body])?;
    }
    let body = pack(&json(article))?;
    let sql = "INSERT INTO version (article, sha256, at, body) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (article, sha256) DO NOTHING";
    step.prepare_cached(sql)?.execute(params![number, article.sha256, at.to_string(), body])?;
    Ok(())
}

fn reason(step: &Transaction<'_>, reason: &Reason) -> Result<(), Problem> {
    let body = String::from_utf8_lossy(&json(reason)).into_owned();
    step.prepare_cached("INSERT INTO reason (body) VALUES (?1)")?.execute([body])?;
    let row = step.last_insert_rowid();
    for article in &reason.articles {
        let sql = "INSERT OR IGNORE INTO article_reason (article, reason) VALUES (?1, ?2)";
        step.prepare_cached(sql)?.execute([number(step, article)?, row])?;
    }
    Ok(())
}

fn story(step: &Transaction<'_>, head: &StoryHead) -> Result<(), Problem> {
    let sql = "INSERT INTO story (id, head, activity, articles, created)
        VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (id) DO UPDATE SET
        head = excluded.head, activity = excluded.activity,
        articles = excluded.articles, created = excluded.created";
    let line = String::from_utf8_lossy(&json(head)).into_owned();
    let keys = [Order::Activity, Order::Size, Order::Created].map(|order| order.key(head));
    step.prepare_cached(sql)?.execute(params![id(head.id), line, keys[0], keys[1], keys[2]])?;
    Ok(())
}

fn revise(step: &Transaction<'_>, revision: &Revision) -> Result<(), Problem> {
    let story = id(revision.story);
    let last: Option<(u32, u32)> = step
        .prepare_cached(
            "SELECT number, base FROM revision WHERE story = ?1 ORDER BY number DESC LIMIT 1",
        )?
        .query_row([story], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    if revision.number != last.map_or(1, |(number, _)| number + 1) {
        let what = format!("revision {} of {}", revision.number, revision.story);
        return Err(Problem::Unfit(what));
    }
    let body = json(&revision.briefing);
    let alone = pack(&body)?;
    let against = match last {
        Some((_, base)) => {
            let earlier = read::body(step, revision.story, base)?;
            Some((base, pack_against(&body, &earlier)?))
        }
        None => None,
    };
    // Once a story has moved so far on that its base helps little, it is a base.
    let (base, packed) =
        against.filter(|(_, p)| p.len() * 2 < alone.len()).unwrap_or((revision.number, alone));
    let cause = String::from_utf8_lossy(&json(&revision.cause)).into_owned();
    let sql = "INSERT INTO revision (story, number, at, news, cause, base, body)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let at = revision.at.to_string();
    let row = params![story, revision.number, at, revision.news, cause, base, packed];
    step.prepare_cached(sql)?.execute(row)?;
    statements(step, revision)
}

/// The statements of the newest revision in the place of those of the one before.
fn statements(step: &Transaction<'_>, revision: &Revision) -> Result<(), Problem> {
    let told = told(&revision.briefing);
    let kept: Vec<&str> = told.iter().map(|told| told.id).collect();
    let known = forget_statements(step, revision.story, &kept)?;
    for told in &told {
        let sql = "INSERT INTO statement (story, id, text, outlets, day)
            VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (story, id) DO UPDATE SET
            outlets = excluded.outlets, day = excluded.day RETURNING number";
        let row =
            params![id(revision.story), told.id, told.text, outlets(told), day(told.published)];
        let number: i64 = step.prepare_cached(sql)?.query_row(row, |row| row.get(0))?;
        // The same id is the same text, so what is indexed already stays right.
        if !known.iter().any(|id| id == told.id) {
            let sql = "INSERT INTO statement_words (rowid, text) VALUES (?1, ?2)";
            step.prepare_cached(sql)?.execute(params![number, told.text])?;
        }
    }
    Ok(())
}

/// The outlets of a statement, one a line.
pub fn outlets(told: &Told<'_>) -> String {
    told.outlets.iter().copied().collect::<Vec<_>>().join("\n")
}

/// A day as it is kept.
pub fn day(published: Option<Moment>) -> Option<String> {
    published.map(|at| at.date().to_string())
}

/// Forgets a story's statements but those with these ids; the ids that are left.
fn forget_statements(
    step: &Transaction<'_>,
    story: StoryId,
    but: &[&str],
) -> Result<Vec<String>, Problem> {
    let mut query = step.prepare_cached("SELECT number, id FROM statement WHERE story = ?1")?;
    let rows = query.query_map([id(story)], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let rows: Vec<(i64, String)> = rows.collect::<Result<_, _>>()?;
    let (kept, gone): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|(_, id)| but.contains(&id.as_str()));
    for (number, _) in gone {
        step.prepare_cached("DELETE FROM statement_words WHERE rowid = ?1")?.execute([number])?;
        step.prepare_cached("DELETE FROM statement WHERE number = ?1")?.execute([number])?;
    }
    Ok(kept.into_iter().map(|(_, id)| id).collect())
}
