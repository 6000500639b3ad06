//! Gathering as a caller sees it: decisions, reasons, corrections, state.

use std::collections::BTreeMap;

use throughline_annotate::Reading;
use throughline_gather::{Change, Damaged, Decision, Gatherer, StoryId};
use throughline_model::{Article, Role};

/// Reports of two ferries that ran aground, of a bank's takeover and of an election.
const REPORTS: [(&str, &str, &str); 8] = [
    (
        "ferry-1",
        "Ferry Aurelin runs aground off Port Vess",
        "The ferry Aurelin ran aground on a sandbank off Port Vess on 3 March 2026 with ninety people aboard. The coastguard of Vessmark took all passengers off by noon.",
    ),
    (
        "bank-1",
        "Orrin Bank offers 4.2 billion crowns for Lund Savings",
        "Orrin Bank offered 4.2 billion crowns for Lund Savings on Tuesday. Chief executive Mara Tolle said the two banks fit together.",
    ),
    (
        "ferry-2",
        "All ninety rescued from ferry Aurelin",
        "Rescue boats brought ninety people from the ferry Aurelin to Port Vess on 3 March 2026. The Vessmark coastguard said the ship had struck a sandbank.",
    ),
    (
        "other-1",
        "Ferry Castor stranded near Hallin, 240 aboard",
        "The ferry Castor was stranded on rocks near Hallin on 9 June 2026 with 240 people aboard. Harbour master Ivo Renn said a rudder had failed.",
    ),
    (
        "bank-2",
        "Lund Savings rejects Orrin Bank's offer",
        "The board of Lund Savings rejected the 4.2 billion crowns that Orrin Bank offered. Mara Tolle, chief executive of Orrin, called it a pity.",
    ),
    (
        "other-2",
        "Rudder failed on ferry Castor, says Hallin harbour master",
        "A failed rudder put the ferry Castor on rocks near Hallin on 9 June 2026, harbour master Ivo Renn said. All 240 people aboard were taken to Hallin.",
    ),
    (
        "ferry-3",
        "Inquiry into grounding of Aurelin off Port Vess",
        "Vessmark opened an inquiry into how the ferry Aurelin struck a sandbank off Port Vess with ninety people aboard. The coastguard handed over its log.",
    ),
    (
        "vote-1",
        "Tessany votes for a new parliament",
        "Voters in Tessany choose a parliament of 120 seats on Sunday. Polls open at eight, and the Greens of Pia Morn hope to enter for the first time.",
    ),
];

fn reading(id: &str, title: &str, text: &str) -> Reading {
    let mut article = Article::new(None, title, vec![(Role::Body, text.into(), None)]);
    article.id = id.into();
    article.language = "en".into();
    Reading::of(article)
}

fn of(id: &str) -> Reading {
    let (id, title, text) = REPORTS.iter().find(|report| report.0 == id).expect("a report");
    reading(id, title, text)
}

fn gathered() -> (Gatherer, Vec<Decision>) {
    let mut gatherer = Gatherer::default();
    let decide =
        |(id, title, text): &(&str, &str, &str)| gatherer.assign(&reading(id, title, text));
    let decisions = REPORTS.iter().flat_map(decide).collect();
    (gatherer, decisions)
}

/// The stories as sets of article ids, in order.
fn partition(gatherer: &Gatherer) -> Vec<Vec<String>> {
    let mut stories: Vec<(StoryId, Vec<String>)> = Vec::new();
    for (id, ..) in REPORTS {
        let story = gatherer.story_of(id).expect("every article has a place");
        match stories.iter_mut().find(|(s, _)| *s == story) {
            Some((_, articles)) => articles.push(id.to_owned()),
            None => stories.push((story, vec![id.to_owned()])),
        }
    }
    stories.into_iter().map(|(_, articles)| articles).collect()
}

fn check(gatherer: &Gatherer, expected: &str) {
    let found: Vec<String> = partition(gatherer).iter().map(|story| story.join(" ")).collect();
    assert_eq!(found.join(" | "), expected);
}

const AS_FOUND: &str = "ferry-1 ferry-2 ferry-3 | bank-1 bank-2 | other-1 other-2 | vote-1";

#[test]
fn events_of_one_kind_are_told_apart() {
    check(&gathered().0, AS_FOUND);
}

#[test]
fn an_article_that_has_a_place_keeps_it() {
    let (mut gatherer, _) = gathered();
    let (id, title, text) = REPORTS[0];
    assert_eq!(gatherer.assign(&reading(id, title, text)), []);
}

#[test]
fn a_decision_says_what_was_shared() {
    let (_, decisions) = gathered();
    let joined = decisions
        .iter()
        .find(|d| matches!(&d.change, Change::Joined { article } if article == "bank-2"))
        .expect("it joined");
    assert!(joined.why.similarity > joined.why.bar);
    assert!(joined.why.names.contains(&"lund savings".to_owned()), "{:?}", joined.why);
    assert!(joined.why.words.contains(&"orrin".to_owned()), "{:?}", joined.why);
}

#[test]
fn decisions_lead_to_the_places() {
    let (gatherer, decisions) = gathered();
    let mut places = BTreeMap::new();
    for decision in decisions {
        let story = decision.story;
        match decision.change {
            Change::Started { article } | Change::Joined { article } => {
                places.insert(article, story);
            }
            Change::Merged { articles, .. }
            | Change::Split { articles, .. }
            | Change::Moved { articles, .. } => {
                places.extend(articles.into_iter().map(|article| (article, story)));
            }
        }
    }
    for (id, ..) in REPORTS {
        assert_eq!(places.get(id).copied(), gatherer.story_of(id), "{id}");
    }
}

#[test]
fn a_readers_correction_stays() {
    let (mut gatherer, _) = gathered();
    let merged = gatherer.join("ferry-1", "other-1");
    assert!(merged.iter().any(|d| matches!(d.change, Change::Merged { .. }) && d.why.corrected));
    check(&gatherer, "ferry-1 ferry-2 other-1 other-2 ferry-3 | bank-1 bank-2 | vote-1");
    let bank = gatherer.story_of("bank-1").expect("it has a place");
    let parted = gatherer.split(bank, &[of("bank-1"), of("bank-2")], &["bank-2"]);
    assert!(parted.iter().any(|d| matches!(d.change, Change::Split { .. }) && d.why.corrected));
    let (_, title, text) = REPORTS[6];
    gatherer.assign(&reading("ferry-4", title, text));
    let (_, title, text) = REPORTS[4];
    gatherer.assign(&reading("bank-3", title, text));
    check(&gatherer, "ferry-1 ferry-2 other-1 other-2 ferry-3 | bank-1 | bank-2 | vote-1");
    let ferry = gatherer.story_of("ferry-1").expect("it has a place");
    let all: Vec<Reading> =
        ["ferry-1", "ferry-2", "other-1", "other-2", "ferry-3"].into_iter().map(of).collect();
    gatherer.split(ferry, &all, &["other-1", "other-2"]);
    check(&gatherer, "ferry-1 ferry-2 ferry-3 | bank-1 | other-1 other-2 | bank-2 | vote-1");
    assert_eq!(gatherer.story_of("ferry-1"), Some(ferry));
    // The last word counts.
    gatherer.join("bank-1", "bank-2");
    assert_eq!(gatherer.story_of("bank-1"), gatherer.story_of("bank-2"));
    // Of an old story only the sum is kept, and that can be parted too.
    for number in 0..40 {
        let (_, title, text) = REPORTS[5];
        gatherer.assign(&reading(&format!("more-{number:02}"), title, text));
    }
    let other = gatherer.story_of("other-1").expect("it has a place");
    let mut all: Vec<Reading> = vec![of("other-1"), of("other-2")];
    all.extend((0..40).map(|n| reading(&format!("more-{n:02}"), REPORTS[5].1, REPORTS[5].2)));
    gatherer.split(other, &all, &["other-1"]);
    assert_ne!(gatherer.story_of("other-1"), gatherer.story_of("other-2"));
    assert_eq!(gatherer.story_of("more-00"), gatherer.story_of("other-2"));
}

/// Pieces as a store holds them.
fn keep(store: &mut BTreeMap<String, Vec<u8>>, gatherer: &mut Gatherer) {
    for piece in gatherer.unsaved() {
        match piece.value {
            Some(value) => drop(store.insert(piece.key, value)),
            None => drop(store.remove(&piece.key)),
        }
    }
}

#[test]
fn the_state_can_be_written_and_read_between_two_articles() {
    let mut store = BTreeMap::new();
    let mut whole = BTreeMap::new();
    let mut undisturbed = Gatherer::default();
    let assigned = |gatherer: &mut Gatherer, at: usize| {
        let (_, title, text) = REPORTS[at % REPORTS.len()];
        gatherer.assign(&reading(&format!("a-{at}"), title, text))
    };
    for at in 0..120 {
        let mut gatherer = Gatherer::restore(store.clone()).expect("it can be read");
        let decisions = assigned(&mut gatherer, at);
        assert_eq!(decisions, assigned(&mut undisturbed, at), "article {at}");
        if at == 60 {
            assert_eq!(gatherer.join("a-0", "a-3"), undisturbed.join("a-0", "a-3"));
        }
        keep(&mut store, &mut gatherer);
        keep(&mut whole, &mut undisturbed);
    }
    assert_eq!(store, whole);
    assert_eq!(Gatherer::restore(store).expect("it can be read").live(), undisturbed.live());
}

#[test]
fn what_is_damaged_is_named() {
    let mut store = BTreeMap::new();
    keep(&mut store, &mut gathered().0);
    for key in store.keys().cloned().collect::<Vec<_>>() {
        let mut damaged = store.clone();
        damaged.insert(key.clone(), vec![0xff]);
        assert_eq!(Gatherer::restore(damaged).err(), Some(Damaged(key)));
    }
    let [entry, numbers] = ["entry/000000000000", "numbers"];
    // A distance that leads past the last number there can be.
    let far = [0, 1, 1, b'a', 1, 0, 2, 0xff, 0xff, 0xff, 0xff, 0x0f, 1, 1, 1, 0];
    let largest = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1];
    let cases: [(&str, Option<Vec<u8>>); 5] = [
        (entry, Some(far.into())),
        (numbers, None),
        (numbers, Some(vec![0, 0, 0])),
        (numbers, Some(vec![1, 1, 0])),
        (numbers, Some([&largest[..], &[1], &largest].concat())),
    ];
    for (key, value) in cases {
        let mut damaged = store.clone();
        damaged.remove(key);
        damaged.extend(value.clone().map(|value| (key.to_owned(), value)));
        assert_eq!(Gatherer::restore(damaged).err(), Some(Damaged(key.into())), "{value:?}");
    }
    // Stories have terms that nobody knows.
    store.remove(entry);
    let Damaged(piece) = Gatherer::restore(store).expect_err("terms are missing");
    assert!(piece.starts_with("cluster/"), "{piece}");
}

#[test]
fn a_page_that_lost_its_headline_is_found_by_its_address() {
    let (mut gatherer, _) = gathered();
    let text = "Links to other sites are given for reference. Lantern News does not answer for what \
        stands on them.";
    let mut page = reading("page", "Lantern News", text);
    gatherer.assign(&page);
    assert_ne!(gatherer.story_of("page"), gatherer.story_of("ferry-1"));

    let (mut gatherer, _) = gathered();
    let url = "https://lantern.test/world/ferry-aurelin-runs-aground-off-port-vess-52044233";
    page.article.url = Some(url.into());
    gatherer.assign(&page);
    assert_eq!(gatherer.story_of("page"), gatherer.story_of("ferry-1"));
}
