//! The versions of the file, and how an older one becomes the newest.

use rusqlite::Connection;

use crate::Problem;

/// The versions in order, each with what makes it from the one before.
const MIGRATIONS: &[&str] = &[
    include_str!("../../migrations/001-first.sql"),
    include_str!("../../migrations/002-sites.sql"),
];

/// The version that this program writes.
pub const VERSION: u32 = MIGRATIONS.len() as u32;

/// The first version that keeps what is known of sites.
pub const SITES: u32 = 2;

/// Marks the file as ours ("Thrl"), so that no other database is taken for one.
const APPLICATION: i32 = 0x5468_726c;

/// The version of a file; 0 for an empty one.
pub fn version(connection: &Connection) -> Result<u32, Problem> {
    let number = |pragma| connection.query_row(pragma, [], |row| row.get::<_, i32>(0));
    let found = u32::try_from(number("PRAGMA user_version")?).unwrap_or(u32::MAX);
    let application = number("PRAGMA application_id")?;
    let tables = number("SELECT count(*) FROM sqlite_schema")?;
    if application != APPLICATION && (tables > 0 || found > 0) {
        return Err(Problem::Foreign);
    }
    if found > VERSION {
        return Err(Problem::Newer { found, known: VERSION });
    }
    Ok(found)
}

/// Brings a file to the newest version, one transaction for each.
pub fn migrate(connection: &mut Connection) -> Result<(), Problem> {
    let found = version(connection)?;
    for (at, migration) in MIGRATIONS.iter().enumerate().skip(found as usize) {
        let step = connection.transaction()?;
        step.execute_batch(migration)?;
        step.pragma_update(None, "application_id", APPLICATION)?;
        step.pragma_update(None, "user_version", at as u32 + 1)?;
        step.commit()?;
    }
    Ok(())
}
