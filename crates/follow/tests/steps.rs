//! Steps on both stores: the same articles lead both to the same state, however
//! a step failed on the way.

use throughline_extract::Outlets;
use throughline_follow::{Desk, Follower, Step, check};
use throughline_model::{Article, Role};
use throughline_store::{Access, Memory, Problem, Sqlite, Store, digest};

fn desk(hour: usize) -> Desk {
    let now = format!("2026-09-19T{hour:02}:00:00Z").parse().expect("a date");
    Desk { now, outlets: Outlets::built_in().clone() }
}

fn article(language: &str, site: &str, title: &str, text: &str) -> Article {
    let url = Some(format!("https://{site}.example/{}", title.len()));
    let mut article = Article::new(url, title, vec![(Role::Body, text.into(), None)]);
    article.outlet = site.into();
    article.language = language.into();
    article.published = Some("2026-09-18T10:00:00Z".parse().expect("a date"));
    article
}

/// Batches about a ferry, with a report in German and one whose language nobody knows.
fn batches() -> Vec<Vec<Article>> {
    let ferry = "The ferry Aurelin ran aground on a sandbank off Port Vess on 3 March 2026 with \
        ninety people aboard, the coastguard of Vessmark said.";
    let again = "Rescue boats brought ninety people from the ferry Aurelin to Port Vess on 3 March \
        2026. The Vessmark coastguard said the ship had struck a sandbank.";
    let german = "Die Fähre Aurelin lief am 3. März 2026 vor Port Vess mit neunzig Menschen an Bord \
        auf eine Sandbank, teilte die Küstenwache von Vessmark mit.";
    let unknown = "Aurelin, Port Vess: ninety people aboard the ferry, a sandbank, 3 March 2026.";
    let bank = "Orrin Bank offered 4.2 billion crowns for Lund Savings on Tuesday, and its chief \
        executive Mara Tolle said that the two banks fit together.";
    vec![
        vec![article("en", "herald", "Ferry Aurelin runs aground off Port Vess", ferry)],
        vec![
            article("de", "bote", "Fähre Aurelin läuft auf Sandbank", german),
            article("en-GB", "bell", "All ninety rescued from ferry Aurelin", again),
        ],
        vec![
            article("und", "courier", "Aurelin at Port Vess", unknown),
            article("en", "ledger", "Orrin Bank offers 4.2 billion crowns for Lund Savings", bank),
        ],
    ]
}

fn all<S: Store>(follower: &mut Follower<S>) -> Vec<Step> {
    let take = |(hour, batch)| follower.take(batch, &desk(hour)).expect("it is stored");
    batches().into_iter().enumerate().map(take).collect()
}

fn file() -> (std::path::PathBuf, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("the system's temporary folder can be written");
    (folder.path().join("a.db"), folder)
}

#[test]
fn both_stores_are_led_to_one_state() {
    let mut memory = Follower::open(Memory::default()).expect("it is empty");
    let steps = all(&mut memory);
    let (path, _folder) = file();
    for (hour, batch) in batches().into_iter().enumerate() {
        // Another process each time.
        let store = Sqlite::open(&path, Access::Write).expect("it opens");
        let mut follower = Follower::open(store).expect("it reads");
        assert_eq!(follower.take(batch, &desk(hour)).expect("it is stored"), steps[hour]);
    }
    let store = Sqlite::open(&path, Access::Read).expect("it opens");
    assert_eq!(digest(&store).expect("it reads"), digest(memory.store()).expect("it reads"));
    let checked = check(&store, |_| ()).expect("it reads");
    assert_eq!((checked.faults, checked.articles, checked.stories), (vec![], 5, 3));
}

#[test]
fn languages_are_stories_apart_and_the_unknown_goes_with_most() {
    let mut follower = Follower::open(Memory::default()).expect("it is empty");
    let steps = all(&mut follower);
    let of = |step: usize| {
        let lines = steps[step].stories.iter();
        lines.map(|t| (t.head.language.as_str(), t.head.articles)).collect::<Vec<_>>()
    };
    assert_eq!(of(1).len(), 2, "{:?}", of(1));
    assert!(of(1).contains(&("de", 1)), "{:?}", of(1));
    assert!(of(2).iter().any(|&(_, articles)| articles == 3), "{:?}", of(2));
}

#[test]
fn a_step_that_fails_is_done_again_as_if_nothing_had_been() {
    let mut memory = Follower::open(Memory::default()).expect("it is empty");
    all(&mut memory);
    let (path, _folder) = file();
    let store = Sqlite::open(&path, Access::Write).expect("it opens");
    let mut follower = Follower::open(store).expect("it is empty");
    for (hour, batch) in batches().into_iter().enumerate() {
        follower.store().limit(1).expect("the limit can be set");
        let numbers: String = (0..4_000).map(|n| format!("Room {} is free. ", n * 7_919)).collect();
        let long = [&batch[..], &[article("en", "lists", "Rooms", &numbers)]].concat();
        let full = follower.take(long, &desk(hour)).expect_err("there is no room");
        assert!(full.to_string().contains(&Problem::Full.to_string()), "{full}");
        follower.store().limit(u32::MAX).expect("the limit can be lifted");
        follower.take(batch, &desk(hour)).expect("there is room");
    }
    let found = digest(follower.store()).expect("it reads");
    assert_eq!(found, digest(memory.store()).expect("it reads"));
}
