//! Any articles give a briefing that proves itself, or none. Articles are parted by an empty
//! line, and in each the first line is the title: no article goes into a story without one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use throughline_annotate::Reading;
use throughline_brief::{Options, brief};
use throughline_gather::{Owners, in_order};
use throughline_model::{Article, Moment, Role};
use throughline_prove::Proof;

/// More of them cost time and find nothing else.
const MOST: usize = 4;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let Ok(now) = "2026-11-24T10:00:00Z".parse::<Moment>() else { return };
    let pages =
        text.split("\n\n").filter(|page| !page.lines().next().unwrap_or("").trim().is_empty());
    let readings = pages.take(MOST).enumerate().map(|(at, page)| {
        let (title, body) = page.split_once('\n').unwrap_or((page, ""));
        let lines = body.lines().map(|line| (Role::Body, line.to_owned(), None)).collect();
        let mut article = Article::new(None, title, lines);
        article.id = format!("a{at}");
        article.outlet = format!("Outlet {at}");
        "en".clone_into(&mut article.language);
        article.published = Some(now);
        Reading::of(article)
    });
    let (readings, _) = in_order(readings.collect());
    let Some(briefing) = brief(readings, &Options { now, owners: Owners::default(), words: None })
    else {
        return;
    };
    let faults = Proof::from(&briefing.articles).faults(&briefing);
    assert!(faults.is_empty(), "{faults:?}");
});
