//! The HTML form: what it is, and that no article can write into it.

use std::collections::BTreeSet;

use proptest::prelude::*;
use throughline_model::{Briefing, Statement};
use throughline_publish::{STYLE, html, html_article};

use crate::fixture::{fixture, smallest};

#[test]
fn whole() {
    insta::assert_snapshot!(html_article(&fixture()));
}

/// To look at the page: `DUMP=/tmp/page.html cargo test -p throughline-publish`.
#[test]
fn page_to_look_at() {
    if let Some(path) = std::env::var_os("DUMP") {
        std::fs::write(path, html(&fixture())).expect("the path can be written");
    }
}

#[test]
fn one_article() {
    let page = html(&smallest()).replace(STYLE, "STYLE");
    let (before, hash) = page.split_once("'sha256-").expect("the policy names the style");
    let (_, after) = hash.split_once('\'').expect("the hash ends");
    insta::assert_snapshot!(format!("{before}'HASH'{after}"));
}

/// Every tag of a page as its name and attribute names, and every address.
/// Escaped text holds no "<", so each one opens a tag of ours.
fn tags(page: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut tags, mut addresses) = (BTreeSet::new(), BTreeSet::new());
    let body = page.split_once("</style>").map_or(page, |(_, body)| body);
    for part in body.split('<').skip(1) {
        let mut shape = String::new();
        let mut pieces = part.split('"');
        let mut ended = false;
        while let Some(code) = pieces.next() {
            let (code, rest) = code.split_once('>').map_or((code, None), |(c, r)| (c, Some(r)));
            shape.push_str(code);
            if rest.is_some() {
                ended = true;
                break;
            }
            let value = pieces.next().expect("a value ends");
            if code.ends_with("href=") {
                addresses.insert(value.to_owned());
            }
        }
        assert!(ended, "tag without an end: {part:?}");
        tags.insert(shape);
    }
    (tags, addresses)
}

fn assert_safe(briefing: &Briefing) {
    let mut repeating = fixture();
    repeating.sections[0].heading.text = repeating.headline.text.clone();
    let pages = [fixture(), smallest(), repeating].map(|briefing| tags(&html(&briefing)).0);
    let known: BTreeSet<String> = pages.into_iter().flatten().collect();
    let (tags, addresses) = tags(&html(briefing));
    let strange: Vec<_> = tags.difference(&known).collect();
    assert!(strange.is_empty(), "{strange:?}");
    let web =
        |a: &String| a.starts_with('#') || a.starts_with("https://") || a.starts_with("http://");
    assert!(addresses.iter().all(web), "{addresses:?}");
}

#[test]
fn the_page_runs_and_loads_nothing() {
    let page = html(&fixture());
    let (tags, _) = tags(&page);
    assert_eq!(page.matches("<script").count(), 1, "only the JSON-LD block");
    for name in ["img", "link", "iframe", "object", "form", "base", "svg", "b>pays"] {
        assert!(!tags.iter().any(|tag| tag.starts_with(name)), "{name}");
    }
    assert!(
        !tags
            .iter()
            .any(|tag| tag.contains(" on") || tag.contains(" style=") || tag.contains("src="))
    );
    assert!(page.contains("default-src 'none'") && !page.contains("unsafe-"));
    assert!(!page.contains("url(") && !page.contains("@import"));
    assert!(!page.contains("javascript:alert(document.domain)"));
}

#[test]
fn every_citation_shows_its_passage() {
    let briefing = fixture();
    let page = html(&briefing);
    let shown = |s: &Statement| s.citations.iter().map(|c| c.evidence.len()).sum::<usize>();
    let notes = briefing.sources.iter().filter(|s| s.note.citations.len() < 2);
    let silent: usize = notes.map(|s| shown(&s.note)).sum();
    let dates = briefing.timeline.iter().filter(|e| e.date_evidence.evidence.is_some()).count();
    let cited: usize = briefing.statements().map(|(_, s)| shown(s)).sum();
    let lists = page.matches("<li><q class=\"passage\"").count();
    assert_eq!(page.matches("<mark>").count(), cited - silent + dates + lists);
}

#[test]
fn ids_are_unique_and_links_lead_somewhere() {
    let page = html(&fixture());
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|p| p.split('"').next()).collect();
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(unique.len(), ids.len());
    for target in page.split("href=\"#").skip(1).filter_map(|p| p.split('"').next()) {
        assert!(unique.contains(target), "{target}");
    }
}

#[test]
fn the_json_ld_is_json() {
    let page = html(&fixture());
    let block = page.split_once("application/ld+json\">").expect("a block").1;
    let block = block.split_once("</script>").expect("its end").0;
    let data: serde_json::Value = serde_json::from_str(block).expect("JSON");
    assert_eq!(data["@type"], "NewsArticle");
    assert_eq!(data["citation"].as_array().expect("sources").len(), 6);
    assert_eq!(data["citation"][5]["url"], serde_json::Value::Null);
}

proptest! {
    #[test]
    fn no_article_writes_into_the_page(
        words in "[\\PC<>&\"'/=!-]{0,60}|<script>\\PC{0,9}|\" on[a-z]{1,9}=\"\\PC{0,9}|--><b>|</style>|&lt;\\PC{0,5}",
        url in "(https?://|javascript:|data:|//)[a-z<>\"' \\\\]{0,20}",
    ) {
        let mut briefing = fixture();
        let attack = |statement: &mut Statement| {
            statement.text.clone_from(&words);
            statement.id.clone_from(&words);
            for evidence in statement.citations.iter_mut().flat_map(|c| &mut c.evidence) {
                evidence.exact.clone_from(&words);
                evidence.prefix.clone_from(&words);
                evidence.suffix.clone_from(&words);
                evidence.article.clone_from(&words);
            }
        };
        attack(&mut briefing.headline);
        for section in &mut briefing.sections {
            attack(&mut section.heading);
            section.statements.iter_mut().for_each(attack);
        }
        for source in &mut briefing.sources {
            attack(&mut source.note);
            source.outlet.clone_from(&words);
            source.title.clone_from(&words);
            source.family.clone_from(&words);
            source.url = Some(url.clone());
        }
        for entry in &mut briefing.timeline {
            attack(&mut entry.statement);
            entry.when.display.clone_from(&words);
            entry.when.condition = Some(words.clone());
        }
        for disagreement in &mut briefing.disagreements {
            disagreement.about.clone_from(&words);
            for position in &mut disagreement.positions {
                attack(&mut position.statement);
                position.value.clone_from(&words);
            }
        }
        for article in &mut briefing.articles {
            article.language.clone_from(&words);
        }
        briefing.language.clone_from(&words);
        assert_safe(&briefing);
    }
}
