//! What every store does.

use std::{collections::BTreeSet, slice::from_ref};

use throughline_model::Article;
use throughline_record::{Effect, Phase, Query, StoryHead, keys};
use throughline_store::{Articles, Filter, Found, Order, Problem, Store, digest};

use crate::fixture::{BRIDGE, HARBOUR, article, at, head, now, piece, placed, reason, revision};

type Any = Box<dyn Store>;

const CLOSED: &str = "The harbour of Port Vess was closed on Friday after a crane fell.";
const OPEN: &str = "The harbour of Port Vess is open again, the harbour master said.";
const CRACKS: &str = "Engineers found cracks in the Old Ferry Bridge.";

/// The ids of articles and statements that a query finds.
fn found(store: &Any, query: &str) -> BTreeSet<String> {
    let query: Query = query.parse().expect("a query");
    let hits = store.search(&query, 10).expect("it can be searched");
    let name = |found| match found {
        Found::Article(article) => article.id,
        Found::Statement { text, .. } => text,
    };
    hits.into_iter().map(|hit| name(hit.found)).collect()
}

fn set(of: &[&str]) -> BTreeSet<String> {
    of.iter().map(|one| (*one).to_owned()).collect()
}

fn ids(heads: &[StoryHead]) -> Vec<u64> {
    heads.iter().map(|head| head.id.0).collect()
}

pub fn an_empty_store_holds_nothing(store: Any) {
    assert_eq!(store.position().unwrap(), 0);
    assert_eq!(store.stories(&Filter::all(now())).unwrap(), []);
    assert_eq!(store.story(HARBOUR).unwrap(), None);
    assert_eq!(store.memory("", 10).unwrap(), []);
    assert_eq!(store.revision(HARBOUR, 1).unwrap(), None);
    assert_eq!(store.articles(Articles::Of(HARBOUR)).unwrap(), []);
    assert!(store.faults().unwrap().is_empty());
}

pub fn a_step_is_whole_or_not_there(mut store: Any) {
    let first = article("first", "Herald", CLOSED);
    assert_eq!(store.commit(0, &placed(&first, HARBOUR)).unwrap(), 1);
    let before = digest(&*store).unwrap();
    let second = article("second", "Herald", OPEN);
    let mut effects = placed(&second, HARBOUR);
    effects.push(piece("a/b", Some(b"value")));
    // The last effect does not fit.
    effects.push(Effect::Revision(revision(HARBOUR, 7, &[&first])));
    assert!(store.commit(1, &effects).is_err());
    assert_eq!(digest(&*store).unwrap(), before);
    effects.pop();
    assert_eq!(store.commit(1, &effects).unwrap(), 2);
    assert_eq!(store.articles(Articles::Of(HARBOUR)).unwrap(), [first, second]);
}

pub fn a_step_decided_elsewhere_is_refused(mut store: Any) {
    let first = article("first", "Herald", CLOSED);
    store.commit(0, &placed(&first, HARBOUR)).unwrap();
    let before = digest(&*store).unwrap();
    for from in [0, 2] {
        let refused = store.commit(from, &[piece("a", Some(b"b"))]).unwrap_err();
        assert_eq!(refused.problem, Problem::Moved { expected: from, found: 1 });
    }
    assert_eq!(digest(&*store).unwrap(), before);
}

pub fn what_does_not_fit_is_refused(mut store: Any) {
    let first = article("first", "Herald", CLOSED);
    let unplaced = &placed(&first, HARBOUR)[..1];
    let key = Effect::Key { key: "id other".into(), article: "other".into() };
    let place = Effect::Place { article: "first".into(), story: BRIDGE };
    let told = |number| Effect::Revision(revision(HARBOUR, number, &[&first]));
    let cases = [
        vec![key],
        vec![Effect::Place { article: "other".into(), story: HARBOUR }],
        vec![reason(&["other"], HARBOUR)],
        [unplaced, &[place]].concat(),
        [&placed(&first, HARBOUR)[..], &[told(2)]].concat(),
        [&placed(&first, HARBOUR)[..], &[told(1), told(1)]].concat(),
    ];
    for (number, effects) in cases.iter().enumerate() {
        let refused = store.commit(0, effects).unwrap_err();
        assert!(matches!(refused.problem, Problem::Unfit(_)), "case {number}: {refused}");
        assert_eq!(store.position().unwrap(), 0);
        assert_eq!(store.articles(Articles::Ids(&["first".into()])).unwrap(), []);
    }
}

pub fn articles_keep_every_text(mut store: Any) {
    let old = article("first", "Herald", CLOSED);
    let new = article("first", "Herald", OPEN);
    let older = article("first", "Herald", CRACKS);
    store.commit(0, &placed(&old, HARBOUR)).unwrap();
    let version = |article, newest| Effect::Version { article, at: now(), newest };
    let effects = [version(new.clone(), true), version(older.clone(), false)];
    store.commit(1, &effects).unwrap();
    assert_eq!(store.articles(Articles::Of(HARBOUR)).unwrap(), from_ref(&new));
    for text in [&old, &new, &older] {
        let asked = [("first".to_owned(), text.sha256.clone())];
        assert_eq!(store.articles(Articles::Versions(&asked)).unwrap(), from_ref(text));
    }
    // The outlet goes back to its first text, and says when.
    let back = Article { modified: Some(at("2026-09-19T07:00:00Z")), ..old.clone() };
    store.commit(2, &[version(back.clone(), true)]).unwrap();
    assert_eq!(store.articles(Articles::Of(HARBOUR)).unwrap(), from_ref(&old));
    let known = &store.known(&["id first".into()]).unwrap()["id first"];
    assert_eq!((known.texts.len(), &known.newest), (3, &old.sha256));
    assert_eq!(known.dated, back.modified);
    assert_eq!(found(&store, "crane"), set(&["first"]));
    assert_eq!(found(&store, "open"), set(&[]));
    let unknown = [("first".to_owned(), "no hash".to_owned())];
    assert_eq!(store.articles(Articles::Versions(&unknown)).unwrap(), []);
}

pub fn articles_are_known_by_their_keys(mut store: Any) {
    let first = article("first", "Herald", CLOSED);
    store.commit(0, &placed(&first, HARBOUR)).unwrap();
    let asked = [keys(&first), vec!["id nobody".into()]].concat();
    let known = store.known(&asked).unwrap();
    assert_eq!(known.len(), asked.len() - 1);
    for known in known.values() {
        assert_eq!(known.article, "first");
        assert_eq!(known.texts, from_ref(&first.sha256));
        assert_eq!(known.newest, first.sha256);
        assert_eq!(known.dated, first.published);
        assert_eq!(known.story, Some(HARBOUR));
    }
}

pub fn places_lead_to_stories(mut store: Any) {
    let (first, second) = (article("first", "Herald", CLOSED), article("second", "Bell", OPEN));
    store.commit(0, &placed(&first, HARBOUR)).unwrap();
    store.commit(1, &placed(&second, HARBOUR)).unwrap();
    let moved = Effect::Place { article: "first".into(), story: BRIDGE };
    store.commit(2, &[moved, Effect::Story(head(BRIDGE))]).unwrap();
    assert_eq!(store.articles(Articles::Of(HARBOUR)).unwrap(), from_ref(&second));
    assert_eq!(store.articles(Articles::Of(BRIDGE)).unwrap(), from_ref(&first));
    let asked = ["second", "nobody", "first", "first"].map(str::to_owned);
    assert_eq!(store.articles(Articles::Ids(&asked)).unwrap(), [first, second]);
}

pub fn redirects_are_followed(mut store: Any) {
    let first = article("first", "Herald", CLOSED);
    let mut effects = placed(&first, HARBOUR);
    effects.push(Effect::Revision(revision(HARBOUR, 1, &[&first])));
    store.commit(0, &effects).unwrap();
    let merge = |gone, into| {
        let place = Effect::Place { article: "first".into(), story: into };
        [Effect::Redirect { gone, into }, place, Effect::Story(head(into))]
    };
    let third = throughline_gather::StoryId(9);
    store.commit(1, &merge(HARBOUR, BRIDGE)).unwrap();
    store.commit(2, &merge(BRIDGE, third)).unwrap();
    for id in [HARBOUR, BRIDGE, third] {
        assert_eq!(store.story(id).unwrap().map(|head| head.id), Some(third));
    }
    assert_eq!(ids(&store.stories(&Filter::all(now())).unwrap()), [9]);
    // What was told stays told.
    assert_eq!(store.history(HARBOUR).unwrap().len(), 1);
    assert!(store.revision(HARBOUR, 1).unwrap().is_some());
    assert_eq!(found(&store, "crane"), set(&["first"]));
}

pub fn revisions_are_kept_letter_by_letter(mut store: Any) {
    let articles: Vec<_> = (0..40)
        .map(|n| {
            let text =
                format!("Ship {n} of {} lies before Port Vess, \u{201c}waiting\u{201d}.", n * 7);
            article(&format!("a{n}"), "Herald", &text)
        })
        .collect();
    let mut effects: Vec<Effect> =
        articles.iter().flat_map(|article| placed(article, HARBOUR)).collect();
    let revisions: Vec<_> = (1..=40)
        .map(|number| {
            let told: Vec<_> = articles[..number].iter().rev().collect();
            let mut revision = revision(HARBOUR, number as u32, &told);
            revision.news = number % 2 == 0;
            revision
        })
        .collect();
    effects.extend(revisions.iter().cloned().map(Effect::Revision));
    store.commit(0, &effects).unwrap();
    let lines = store.history(HARBOUR).unwrap();
    assert_eq!(lines.len(), 40);
    for (line, revision) in lines.iter().zip(&revisions) {
        assert_eq!((line.number, line.news), (revision.number, revision.news));
        assert_eq!((&line.cause, line.at), (&revision.cause, revision.at));
        assert_eq!(store.revision(HARBOUR, line.number).unwrap().as_ref(), Some(revision));
    }
    assert_eq!(store.revision(HARBOUR, 41).unwrap(), None);
}

pub fn stories_are_listed_in_order(mut store: Any) {
    let story = |id, newest: &str, articles, created: &str| StoryHead {
        newest: Some(at(newest)),
        articles,
        pace: articles,
        created: at(created),
        ..head(throughline_gather::StoryId(id))
    };
    let german = StoryHead { language: "de-AT".into(), ..story(4, "2026-09-01", 1, "2026-09-04") };
    let heads = [
        story(1, "2026-09-19T06:00:00Z", 5, "2026-09-01"),
        story(2, "2026-09-18T06:00:00Z", 9, "2026-09-03"),
        story(3, "2026-09-10", 1, "2026-09-02"),
        german,
    ];
    store.commit(0, &heads.map(Effect::Story)).unwrap();
    let all = Filter::all(now());
    let cases = [
        (all.clone(), vec![1, 2, 3, 4]),
        (Filter { order: Order::Size, ..all.clone() }, vec![2, 1, 3, 4]),
        (Filter { order: Order::Created, ..all.clone() }, vec![4, 2, 3, 1]),
        (Filter { limit: 2, ..all.clone() }, vec![1, 2]),
        (Filter { phases: vec![Phase::Breaking], ..all.clone() }, vec![1]),
        (Filter { phases: vec![Phase::Breaking, Phase::Developing], ..all.clone() }, vec![1, 2]),
        (Filter { phases: vec![Phase::Quiet], limit: 1, ..all.clone() }, vec![3]),
        (Filter { since: Some(at("2026-09-10")), ..all.clone() }, vec![1, 2, 3]),
        (Filter { language: Some("de".into()), ..all.clone() }, vec![4]),
        (Filter { language: Some("DE-at".into()), ..all.clone() }, vec![4]),
        (Filter { language: Some("d".into()), ..all.clone() }, vec![]),
        (Filter { language: Some("de-ch".into()), ..all.clone() }, vec![]),
        (Filter { at_least: 2, ..all }, vec![1, 2]),
    ];
    for (filter, expected) in cases {
        assert_eq!(ids(&store.stories(&filter).unwrap()), expected, "{filter:?}");
    }
}

pub fn reasons_are_kept_in_order(mut store: Any) {
    let (first, second) = (article("first", "Herald", CLOSED), article("second", "Bell", OPEN));
    let mut effects = [placed(&first, HARBOUR), placed(&second, HARBOUR)].concat();
    effects.push(reason(&["first"], HARBOUR));
    store.commit(0, &effects).unwrap();
    store.commit(1, &[reason(&["second", "first"], HARBOUR)]).unwrap();
    let reasons = store.reasons("first").unwrap();
    let articles: Vec<&[String]> = reasons.iter().map(|r| &r.articles[..]).collect();
    assert_eq!(articles, [&["first"][..], &["second", "first"]]);
    assert_eq!(reasons[0].decision.why.similarity, 0.25);
    assert_eq!(store.reasons("second").unwrap().len(), 1);
    assert_eq!(store.reasons("nobody").unwrap(), []);
}

pub fn memory_comes_in_order_of_key(mut store: Any) {
    let put = |key: &str| piece(key, Some(key.as_bytes()));
    store.commit(0, &["b/2", "a/1", "b/10", "B", "c"].map(put)).unwrap();
    store.commit(1, &[piece("c", None), piece("a/1", Some(b"new"))]).unwrap();
    let keys = |after: &str, limit| {
        let pieces = store.memory(after, limit).unwrap();
        pieces.into_iter().map(|(key, _)| key).collect::<Vec<_>>()
    };
    assert_eq!(keys("", 10), ["B", "a/1", "b/10", "b/2"]);
    assert_eq!(keys("", 2), ["B", "a/1"]);
    assert_eq!(keys("a/1", 2), ["b/10", "b/2"]);
    assert_eq!(store.memory("B", 1).unwrap()[0].1, b"new");
}

pub fn sites_are_kept_by_their_hosts(mut store: Any) {
    let site = |site: &str, lines: &[u8]| Effect::Site { site: site.into(), lines: lines.into() };
    let before = digest(&*store).unwrap();
    assert_eq!(store.sites().unwrap(), [""; 0]);
    let effects = [site("herald.example", b"one"), site("bell.example", b"two")];
    store.commit(0, &effects).unwrap();
    let first = digest(&*store).unwrap();
    store.commit(1, &[site("herald.example", b"three")]).unwrap();
    assert_eq!(store.sites().unwrap(), ["bell.example", "herald.example"]);
    let kept = |site| store.site(site).unwrap();
    assert_eq!(kept("herald.example").as_deref(), Some(&b"three"[..]));
    assert_eq!(kept("bell.example").as_deref(), Some(&b"two"[..]));
    assert_eq!(kept("nobody.example"), None);
    assert_ne!(before, first);
    assert_ne!(first, digest(&*store).unwrap());
    // A step that is refused leaves what was known.
    let unfit = reason(&["nobody"], HARBOUR);
    assert!(store.commit(2, &[site("bell.example", b"four"), unfit]).is_err());
    assert_eq!(store.site("bell.example").unwrap().as_deref(), Some(&b"two"[..]));
}

fn filled(store: &mut Any) {
    let first = article("first", "Vess Herald", CLOSED);
    let mut second = article("second", "Morning Bell", CRACKS);
    second.published = Some(at("2026-09-20"));
    let mut effects = [placed(&first, HARBOUR), placed(&second, BRIDGE)].concat();
    effects.push(Effect::Revision(revision(HARBOUR, 1, &[&first])));
    effects.push(Effect::Revision(revision(BRIDGE, 1, &[&second])));
    store.commit(0, &effects).unwrap();
}

pub fn search_finds_articles_and_statements(mut store: Any) {
    filled(&mut store);
    let harbour = &["first", CLOSED][..];
    let bridge = &["second", CRACKS][..];
    let both = &["first", "second", CLOSED, CRACKS][..];
    let cases = [
        ("harbour", harbour),
        ("HARBOUR crane", harbour),
        ("harbour cracks", &[]),
        ("harbour OR cracks", both),
        ("\"port vess\"", harbour),
        ("\"vess port\"", &[]),
        ("the -crane", bridge),
        ("the outlet:bell", bridge),
        ("outlet:\"vess herald\"", harbour),
        ("the after:2026-09-19", bridge),
        ("before:2026-09-19", harbour),
        ("before:2026-09-18", &[]),
        ("before:2026-09-30 -crane", bridge),
        ("NEAR(\"harbour\" crane) AND (", &[]),
        ("harb*", harbour),
        ("\"port ve*\" AND crane", harbour),
        ("arbour*", &[]),
        ("the -cran*", bridge),
        ("harb* OR crac*", both),
        ("before:2026-09-30 -cran*", bridge),
    ];
    for (query, expected) in cases {
        assert_eq!(found(&store, query), set(expected), "{query}");
    }
}

pub fn search_leaves_out_what_only_excluded_articles_tell(mut store: Any) {
    let only = article("only", "Vess Herald", "The harbour is closed.\nA crane fell.");
    let other = article("other", "Vess Bell", CRACKS);
    let both = {
        let mut told = revision(HARBOUR, 1, &[&only, &other]);
        let lines = &mut told.briefing.sections[0].statements;
        let also = lines[1].citations.clone();
        lines.push(lines[0].clone());
        lines[2].id = "both".into();
        lines[2].text = "The harbour is closed, both say.".into();
        lines[2].citations.extend(also);
        told
    };
    let mut effects = placed(&only, HARBOUR);
    effects.extend(placed(&other, HARBOUR));
    effects.push(Effect::Revision(both));
    store.commit(0, &effects).unwrap();
    let cases = [
        ("closed", &["only", "The harbour is closed.", "The harbour is closed, both say."][..]),
        ("closed -crane", &["The harbour is closed, both say."]),
        ("closed -bell", &["only", "The harbour is closed.", "The harbour is closed, both say."]),
        ("outlet:herald -crane", &["The harbour is closed, both say."]),
        ("before:2026-09-30 -fell", &["other", CRACKS, "The harbour is closed, both say."]),
        ("closed -crane -cracks", &[]),
    ];
    for (query, expected) in cases {
        assert_eq!(found(&store, query), set(expected), "{query}");
    }
}

pub fn search_sees_the_newest_only(mut store: Any) {
    filled(&mut store);
    let open = article("first", "Vess Herald", OPEN);
    let effects = [
        Effect::Version { article: open.clone(), at: now(), newest: true },
        Effect::Revision(revision(HARBOUR, 2, &[&open])),
    ];
    store.commit(1, &effects).unwrap();
    assert_eq!(found(&store, "crane"), set(&[]));
    assert_eq!(found(&store, "harbour master"), set(&["first", OPEN]));
}
