//! What is particular to a file: versions, locks, room, backups, size.

use std::path::Path;

use rusqlite::Connection;
use throughline_record::Effect;
use throughline_store::{Access, Problem, Sqlite, Store, VERSION, digest};

use crate::fixture::{HARBOUR, article, file, placed, revision};

const CLOSED: &str = "The harbour of Port Vess was closed on Friday after a crane fell.";

/// A store of one article; its path and digest.
fn filled(folder: &Path) -> (std::path::PathBuf, String) {
    let path = folder.join("a.db");
    let mut store = Sqlite::open(&path, Access::Write).expect("it can be made");
    store.commit(0, &placed(&article("first", "Herald", CLOSED), HARBOUR)).expect("it fits");
    (path, digest(&store).expect("it reads"))
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("the system's temporary folder can be written")
}

fn refused(path: &Path, access: Access) -> String {
    match Sqlite::open(path, access) {
        Ok(_) => panic!("{}: it opens", path.display()),
        Err(error) => error.to_string(),
    }
}

fn after(path: &Path) -> String {
    digest(&Sqlite::open(path, Access::Read).expect("it opens")).expect("it reads")
}

#[test]
fn a_missing_store_is_not_made_by_reading() {
    let folder = folder();
    let path = folder.path().join("none.db");
    assert!(refused(&path, Access::Read).contains("no store is here"));
    assert!(!path.exists());
}

#[test]
fn a_folder_is_no_store_and_gets_no_lock() {
    let folder = folder();
    let path = folder.path().join("stories");
    std::fs::create_dir(&path).unwrap();
    for access in [Access::Read, Access::Write] {
        assert!(refused(&path, access).ends_with("a folder; name a file in it"));
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_a_trial_that_was_killed_left_behind_blocks_no_store() {
    let folder = folder();
    let left = folder.path().join(format!(".throughline-{}", std::process::id()));
    std::fs::write(&left, "").unwrap();
    for path in ["a.db", "deeper/a.db"] {
        Sqlite::check(&folder.path().join(path)).expect("the folder takes a file");
        let found: Vec<_> = std::fs::read_dir(folder.path()).unwrap().flatten().collect();
        assert!(found.len() == 1 && found[0].path() == left, "{path}: {found:?}");
    }
}

#[test]
fn no_room_for_the_index_of_the_log_is_a_full_disk() {
    let error = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_IOERR_SHMSIZE);
    let problem = Problem::from(rusqlite::Error::SqliteFailure(error, None));
    assert_eq!(problem, Problem::Full);
}

#[test]
fn something_else_is_left_as_it_is() {
    let folder = folder();
    let text = folder.path().join("notes.txt");
    std::fs::write(&text, "This is no database, but a text of some length. ".repeat(40)).unwrap();
    let other = folder.path().join("other.db");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
    for path in [text, other] {
        let before = std::fs::read(&path).unwrap();
        for access in [Access::Read, Access::Write] {
            assert!(refused(&path, access).contains("not a store of Throughline"));
        }
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }
}

#[test]
fn a_newer_store_is_refused_and_left_as_it_is() {
    let folder = folder();
    let (path, _) = filled(folder.path());
    let connection = Connection::open(&path).unwrap();
    connection.pragma_update(None, "user_version", VERSION + 1).unwrap();
    drop(connection);
    let before = std::fs::read(&path).unwrap();
    for access in [Access::Read, Access::Write] {
        let problem = refused(&path, access);
        assert!(problem.contains("made by a newer Throughline"), "{problem}");
    }
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn an_older_store_is_read_as_it_is_and_brought_up_to_date_to_write() {
    let folder = folder();
    let (path, before) = filled(folder.path());
    // As the program left it that knew nothing of sites.
    let older = "DROP TABLE site; PRAGMA user_version = 1; PRAGMA wal_checkpoint(TRUNCATE)";
    Connection::open(&path).unwrap().execute_batch(older).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let reader = Sqlite::open(&path, Access::Read).expect("it opens");
    assert_eq!(reader.sites().unwrap(), [""; 0]);
    assert_eq!(reader.site("herald.example").unwrap(), None);
    assert_eq!((digest(&reader).unwrap(), reader.faults().unwrap()), (before.clone(), vec![]));
    drop(reader);
    assert_eq!(std::fs::read(&path).unwrap(), bytes, "it is left as it is");
    let mut store = Sqlite::open(&path, Access::Write).expect("it opens");
    assert_eq!(digest(&store).unwrap(), before);
    let site = Effect::Site { site: "herald.example".into(), lines: b"lines".into() };
    store.commit(1, &[site]).expect("it fits");
    drop(store);
    let reader = Sqlite::open(&path, Access::Read).expect("it opens");
    assert_eq!(reader.site("herald.example").unwrap().as_deref(), Some(&b"lines"[..]));
    let version: u32 = Connection::open(&path)
        .and_then(|c| c.query_row("PRAGMA user_version", [], |row| row.get(0)))
        .unwrap();
    assert_eq!(version, VERSION);
}

#[test]
fn a_second_writer_waits_outside_and_readers_do_not() {
    let folder = folder();
    let (path, before) = filled(folder.path());
    let mut writer = Sqlite::open(&path, Access::Write).expect("nobody else writes");
    assert!(refused(&path, Access::Write).contains("another throughline is writing"));
    let reader = Sqlite::open(&path, Access::Read).expect("readers may");
    writer.commit(1, &placed(&article("second", "Bell", CLOSED), HARBOUR)).expect("it fits");
    assert_eq!(reader.position().unwrap(), 2);
    assert_ne!(digest(&reader).unwrap(), before);
    drop(writer);
    Sqlite::open(&path, Access::Write).expect("the first is done");
}

#[test]
fn a_locked_store_says_so_and_loses_nothing() {
    let folder = folder();
    let (path, before) = filled(folder.path());
    let mut store = Sqlite::open(&path, Access::Write).expect("it opens");
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let effects = placed(&article("second", "Bell", CLOSED), HARBOUR);
    let refused = store.commit(1, &effects).unwrap_err();
    assert_eq!(refused.problem, Problem::Locked);
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(digest(&store).unwrap(), before);
    store.commit(1, &effects).expect("it is free again");
}

#[test]
fn a_full_disk_says_so_and_loses_nothing() {
    let folder = folder();
    let (path, before) = filled(folder.path());
    let mut store = Sqlite::open(&path, Access::Write).expect("it opens");
    store.limit(16).expect("the limit can be set");
    let long: String = (0..40_000).map(|n| format!("{} ", n * 7_919)).collect();
    let refused = store.commit(1, &placed(&article("second", "Bell", &long), HARBOUR)).unwrap_err();
    assert_eq!(refused.problem, Problem::Full, "{refused}");
    assert_eq!(digest(&store).unwrap(), before);
    drop(store);
    assert_eq!(after(&path), before);
}

#[test]
fn a_store_opened_to_read_is_not_written() {
    let folder = folder();
    let (path, before) = filled(folder.path());
    let mut store = Sqlite::open(&path, Access::Read).expect("it opens");
    let effects = placed(&article("second", "Bell", CLOSED), HARBOUR);
    assert_eq!(store.commit(1, &effects).unwrap_err().problem, Problem::ReadOnly);
    drop(store);
    assert_eq!(after(&path), before);
}

#[test]
fn a_damaged_store_is_found_out() {
    let folder = folder();
    let (path, _) = filled(folder.path());
    let connection = Connection::open(&path).unwrap();
    connection.execute("UPDATE version SET body = x'00'", []).unwrap();
    drop(connection);
    let store = Sqlite::open(&path, Access::Read).expect("it opens");
    let faults = store.faults().unwrap();
    assert!(matches!(&faults[..], [one] if one.starts_with("article first, text ")), "{faults:?}");
    let damaged = digest(&store).unwrap_err();
    assert!(matches!(damaged.problem, Problem::Damaged(_)), "{damaged}");
    drop(store);
    let mut bytes = std::fs::read(&path).unwrap();
    for byte in bytes.iter_mut().skip(5_000).take(40_000) {
        *byte ^= 0x5a;
    }
    std::fs::write(&path, bytes).unwrap();
    let sound = Sqlite::open(&path, Access::Read).and_then(|store| store.faults());
    assert!(sound.is_err() || sound.is_ok_and(|faults| !faults.is_empty()));
}

#[test]
fn what_is_kept_for_search_is_held_against_what_is_told() {
    let cases = [
        ("UPDATE statement SET text = 'The harbour is open.'", "its copy for search differs"),
        ("UPDATE statement SET outlets = 'Bell'", "its copy for search differs"),
        ("UPDATE statement SET day = NULL", "its copy for search differs"),
        ("DELETE FROM statement_words; DELETE FROM statement", "it is not kept for search"),
        ("DELETE FROM statement_words", "its words are not kept for search"),
        (
            "INSERT INTO statement (story, id, text, outlets) VALUES (1025, 'x', 'No.', '')",
            "statement x: it is kept for search and not told",
        ),
        (
            "INSERT INTO statement (story, id, text, outlets) VALUES (7, 'x', 'No.', '')",
            "statement x: it is kept for search and not told",
        ),
        (
            "INSERT INTO statement_words (rowid, text) VALUES (99, 'No.')",
            "the words for search of statement 99: there is none",
        ),
        ("DELETE FROM article_words", "its words are not kept for search"),
        (
            "INSERT INTO article_words (rowid, title, text) VALUES (99, 'No', 'No.')",
            "the words for search of article 99: there is none",
        ),
    ];
    for (damage, fault) in cases {
        let folder = folder();
        let (path, _) = filled(folder.path());
        let mut store = Sqlite::open(&path, Access::Write).expect("it opens");
        let told = revision(HARBOUR, 1, &[&article("first", "Herald", CLOSED)]);
        store.commit(1, &[Effect::Revision(told)]).expect("it fits");
        assert_eq!(store.faults().unwrap(), [""; 0]);
        drop(store);
        Connection::open(&path).unwrap().execute_batch(damage).unwrap();
        let store = Sqlite::open(&path, Access::Read).expect("it opens");
        let faults = store.faults().unwrap();
        assert!(matches!(&faults[..], [one] if one.ends_with(fault)), "{damage}: {faults:?}");
    }
}

#[test]
fn a_backup_is_a_whole_store_and_overwrites_nothing() {
    let folder = folder();
    let (path, before) = filled(folder.path());
    let writer = Sqlite::open(&path, Access::Write).expect("it opens");
    let copy = folder.path().join("copy.db");
    writer.backup(&copy).expect("it can be written");
    assert_eq!(after(&copy), before);
    assert!(writer.backup(&copy).unwrap_err().to_string().contains("is there already"));
    let nowhere = copy.with_file_name("nowhere").join("copy.db");
    assert!(writer.backup(&nowhere).unwrap_err().to_string().contains("its folder is not there"));
    assert_eq!(after(&copy), before);
}

#[test]
fn two_hundred_revisions_of_three_hundred_articles_are_small() {
    let (mut store, folder) = file();
    // Texts of 600 words that share little.
    let text = |n: u64| {
        let mut state = n;
        let mut word = || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            format!("w{}", (state >> 48) % 9_000)
        };
        let mut sentence = || (0..25).map(|_| word()).collect::<Vec<_>>().join(" ");
        (0..24).map(|_| sentence()).collect::<Vec<_>>().join("\n")
    };
    let articles: Vec<_> =
        (0..300).map(|n| article(&format!("a{n}"), "Herald", &text(n))).collect();
    let mut from = 0;
    let mut step = |effects: &[Effect]| from = store.commit(from, effects).expect("it fits");
    articles.iter().for_each(|article| step(&placed(article, HARBOUR)));
    for number in 1..=200 {
        let told: Vec<_> = articles[..number + 100].iter().rev().collect();
        let mut revision = revision(HARBOUR, number as u32, &told);
        // A briefing tells some sentences, and a note of each source.
        revision.briefing.sections[0].statements.truncate(16);
        step(&[Effect::Revision(revision)]);
    }
    drop(store);
    let size = std::fs::metadata(folder.path().join("a.db")).unwrap().len();
    println!("{size} bytes");
    assert!(size < 20 << 20, "{size} bytes");
}
