//! Steps on both stores: the same articles lead both to the same state, however
//! a step failed on the way, and a refresh tells what a briefing from nothing tells.

use throughline_annotate::Reading;
use throughline_brief::{Options, brief};
use throughline_extract::{Outlets, extract};
use throughline_follow::{Desk, Follower, Step, check};
use throughline_gather::in_order;
use throughline_model::{Article, Content, Document, Role};
use throughline_store::{Access, Articles, Memory, Problem, Sqlite, Store, digest};

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
fn a_refresh_tells_what_a_briefing_from_nothing_tells() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../samples/summit");
    let files = std::fs::read_dir(folder).expect("the sample is in the repository");
    let mut paths: Vec<_> = files.map(|file| file.expect("it reads").path()).collect();
    paths.sort();
    let mut follower = Follower::open(Memory::default()).expect("it is empty");
    let mut most = 0;
    for (hour, path) in paths.iter().enumerate() {
        let bytes = std::fs::read(path).expect("it reads");
        let document = Document::new(path.display().to_string(), Content::Html, bytes);
        let Ok(article) = extract(&document) else { continue };
        let desk = desk(hour);
        let step = follower.take(vec![article], &desk).expect("it is stored");
        for told in step.stories {
            let (id, number) = (told.head.id, told.head.revision);
            let revision = follower.store().revision(id, number).expect("it reads");
            let articles = follower.store().articles(Articles::Of(id)).expect("it reads");
            most = most.max(articles.len());
            let owners = desk.outlets.owners(articles.iter());
            let readings = articles.into_iter().map(Reading::of).collect();
            let anew = brief(in_order(readings).0, &Options { now: desk.now, owners, words: None });
            let mut anew = anew.expect("a sample gives a briefing");
            (anew.story, anew.revision, anew.articles) = (id.to_string(), number, Vec::new());
            assert_eq!(revision.expect("it was told").briefing, anew, "with {}", path.display());
        }
    }
    assert!(most >= 4, "the articles are one story, and not of {most}");
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
fn what_another_process_wrote_is_not_written_over() {
    let mut memory = Follower::open(Memory::default()).expect("it is empty");
    all(&mut memory);
    let (path, _folder) = file();
    let open = || {
        // As if the lock had been lost: nothing keeps the second process out.
        let _ = std::fs::remove_file(path.with_extension("db-lock"));
        Follower::open(Sqlite::open(&path, Access::Write).expect("it opens")).expect("it reads")
    };
    let (mut one, mut other) = (open(), open());
    for (hour, batch) in batches().into_iter().enumerate() {
        other.take(batch.clone(), &desk(hour)).expect("it is first");
        let late = one.take(vec![article("en", "late", "Late", "Late news.")], &desk(hour));
        let late = late.expect_err("it was decided on an older state").to_string();
        assert!(late.contains("another process wrote to it"), "{late}");
        // It knows better now.
        assert_eq!(one.take(batch.clone(), &desk(hour)).expect("it reads").known, batch.len());
    }
    let found = digest(one.store()).expect("it reads");
    assert_eq!(found, digest(memory.store()).expect("it reads"));
}

#[test]
fn what_does_not_read_is_named_and_the_rest_is_checked() {
    let (path, _folder) = file();
    let store = Sqlite::open(&path, Access::Write).expect("it opens");
    all(&mut Follower::open(store).expect("it is empty"));
    let damages = [
        ("UPDATE version SET body = x'00' WHERE article IN (1, 3)", 2, "article ", (2, 3, 5)),
        ("UPDATE revision SET body = x'00' WHERE number = 2", 1, "revision 2: ", (2, 3, 4)),
        ("UPDATE site SET lines = x'07' WHERE host LIKE 'b%'", 2, "lines of bell", (2, 3, 4)),
        ("UPDATE story SET head = '{}' WHERE id % 1024 = 2", 1, "story ", (0, 0, 0)),
        ("UPDATE reason SET body = '' WHERE number = 1", 1, "reason 1: ", (0, 0, 0)),
        ("UPDATE memory SET value = x'' WHERE key LIKE '%numbers'", 1, "memory", (0, 0, 0)),
    ];
    let mut named = 0;
    for (damage, many, what, read) in damages {
        rusqlite::Connection::open(&path).and_then(|c| c.execute(damage, [])).expect("SQL");
        named += many;
        let store = Sqlite::open(&path, Access::Read).expect("it opens");
        let checked = check(&store, |_| ()).expect("it reads on");
        assert_eq!(checked.faults.len(), named, "{damage}: {:#?}", checked.faults);
        assert!(checked.faults.iter().any(|f| f.contains(what)), "{:#?}", checked.faults);
        let found = (checked.articles, checked.stories, checked.revisions);
        assert_eq!(found, read, "{damage}");
    }
}

#[test]
fn what_recurs_on_a_site_is_marked_from_one_process_to_the_next() {
    let promotion = "Our letter on county matters comes every morning.";
    let page = |site: &str, title: &str, told: &str| {
        let url = Some(format!("https://{site}.example/{}", title.len()));
        let line = |line: &str| (Role::Body, line.to_owned(), None);
        let mut article = Article::new(url, title, vec![line(told), line(promotion)]);
        article.language = "en".into();
        article
    };
    let bridge = page("herald", "Bridge closes after cracks", "The bridge was closed on Friday.");
    let school = page("herald", "School wins a prize", "The school won a prize on Monday.");
    let vote = page("bell", "Council votes on a tax", "The council voted on Tuesday for a tax.");
    let (path, _folder) = file();
    let taken = |article: &Article| {
        let store = Sqlite::open(&path, Access::Write).expect("it opens");
        let mut follower = Follower::open(store).expect("it reads");
        let step = follower.take(vec![article.clone()], &desk(9)).expect("it is stored");
        let kept = follower.store().articles(Articles::Ids(std::slice::from_ref(&article.id)));
        let kept = kept.expect("it reads").remove(0);
        assert_eq!((&kept.text, &kept.sha256), (&article.text, &article.sha256));
        (step.known, kept.paragraphs.iter().map(|line| line.role).collect::<Vec<_>>())
    };
    let (plain, marked) =
        ([Role::Title, Role::Body, Role::Body], [Role::Title, Role::Body, Role::Site]);
    // The first page is kept as it came, also when it comes again; another site is its own.
    let cases = [
        (&bridge, 0, plain),
        (&vote, 0, plain),
        (&school, 0, marked),
        (&bridge, 1, plain),
        (&school, 1, marked),
    ];
    for (article, known, roles) in cases {
        assert_eq!(taken(article), (known, roles.to_vec()), "{}", article.title);
    }
    let store = Sqlite::open(&path, Access::Read).expect("it opens");
    assert_eq!(store.sites().expect("it reads"), ["bell.example", "herald.example"]);
    assert_eq!(store.position().expect("it reads"), 3, "what is known changes nothing");
}

#[test]
fn an_outlet_that_takes_a_change_back_is_followed() {
    let texts = [("A", "Ferry service to Hallin ends in May."), ("B", "It ends in June.")];
    let version = |told: &str| {
        let (text, hour) = told.split_at(1);
        let (_, text) = texts.iter().find(|(name, _)| *name == text).expect("a text");
        let mut article = article("en", "herald", "Ferry service ends", text);
        let dated = || format!("2026-09-18T{hour}:00:00Z").parse().expect("a date");
        article.published = (!hour.is_empty()).then(dated);
        article
    };
    let cases = [
        ("A08 B12", "B"),
        ("A08 B12 A08", "B"),
        ("A08 B12 A13", "A"),
        ("A08 B12 A13 B12", "A"),
        ("A08 B12 A13 B14 A13", "B"),
        ("A08 B12 A", "B"),
        ("A B A", "B"),
        ("A12 B08", "A"),
    ];
    for (told, expected) in cases {
        let articles: Vec<Article> = told.split(' ').map(version).collect();
        let mut again = Vec::new();
        for size in [1, articles.len()] {
            let mut follower = Follower::open(Memory::default()).expect("it is empty");
            for batch in articles.chunks(size) {
                follower.take(batch.to_vec(), &desk(9)).expect("it is stored");
            }
            let kept = follower.store().articles(Articles::Ids(&[articles[0].id.clone()]));
            let kept = kept.expect("it reads").remove(0);
            assert_eq!(kept.text, version(expected).text, "{told} by {size}");
            // As it first came with this text.
            let first = articles.iter().find(|a| a.text == kept.text).expect("it came");
            assert_eq!(kept, *first, "{told} by {size}");
            again.push(follower.take(articles.clone(), &desk(9)).expect("it reads"));
        }
        // All of it again is nothing new.
        for step in again {
            assert_eq!((step.new.len(), step.changed.len()), (0, 0), "{told}");
        }
    }
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
