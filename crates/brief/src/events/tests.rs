//! Sentences written for this test with the events that they tell (cases.txt).

use throughline_annotate::Reading;
use throughline_gather::Owners;
use throughline_model::{Article, Moment, Paragraph, Role, Status};

use super::{Event, Passage, events};
use crate::{
    story::Story,
    tree::{Tree, Trees},
};

/// The sentences, each with the lines of its events.
fn cases() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut cases: Vec<(&str, Vec<&str>)> = Vec::new();
    let lines = include_str!("cases.txt").lines();
    for line in lines.filter(|l| !l.trim().is_empty() && !l.starts_with('#')) {
        match (line.strip_prefix("  "), cases.last_mut()) {
            (Some(event), Some((_, events))) => events.push(event),
            _ => cases.push((line, Vec::new())),
        }
    }
    cases
}

fn article(id: usize, sentence: &str) -> Article {
    let published = jiff::civil::date(2026, 9, 16);
    let body = 0..sentence.len();
    Article {
        id: format!("a{id}"),
        url: None,
        outlet: format!("Outlet {id}"),
        owner: None,
        title: String::new(),
        authors: Vec::new(),
        published: Some(Moment::day(published)),
        modified: None,
        language: "en".into(),
        credits: Vec::new(),
        text: sentence.to_owned(),
        paragraphs: vec![Paragraph { span: body, role: Role::Body, at: None }],
        sha256: String::new(),
        dating: Default::default(),
    }
}

#[test]
fn every_sentence_tells_its_events() {
    let cases = cases();
    assert!(cases.len() >= 100, "only {} cases", cases.len());
    let articles = cases.iter().enumerate().map(|(id, (text, _))| article(id, text));
    let story = Story::new(articles.map(Reading::of).collect(), &Owners::default());
    let trees = Trees::of_all(&story);
    let mut wrong = Vec::new();
    for (line, (sentence, wanted)) in cases.iter().enumerate() {
        let found = read(&story, &trees, line, wanted);
        let wanted: Vec<&str> = wanted.iter().copied().filter(|w| *w != "none").collect();
        if found != wanted {
            wrong.push(format!("{sentence}\n  wanted {wanted:?}\n  found  {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// The events of a line as the cases write them.
fn read(story: &Story, trees: &Trees, line: usize, wanted: &[&str]) -> Vec<String> {
    let article = &story.readings[story.lines[line].article].article;
    let tree = trees.get(line).expect("parsed");
    let sentence = story.sentence(line);
    let passage = Passage { text: &article.text, sentence, tree, published: article.published };
    let shown = |(at, event): (usize, &Event)| {
        let who = wanted.get(at).is_some_and(|w| w.contains('|'));
        show(tree, &article.text, event, who)
    };
    events(&passage).iter().enumerate().map(shown).collect()
}

fn show(tree: &Tree, text: &str, event: &Event, who: bool) -> String {
    let days = event.date.as_ref().map_or("if".to_owned(), |d| {
        let (from, to) = (d.interval.from.to_string(), d.interval.to.to_string());
        match (from == to, d.precision) {
            (true, _) => from,
            (_, throughline_model::Precision::Month) => from[..7].to_owned(),
            (_, throughline_model::Precision::Year) => from[..4].to_owned(),
            _ => format!("{from}..{to}"),
        }
    });
    let status = match event.status {
        Status::Past => "past",
        Status::State => "state",
        Status::Scheduled => "scheduled",
        Status::Conditional => "conditional",
    };
    let denied = if event.denied { "!" } else { "" };
    let said = if event.said { " said" } else { "" };
    let mut line = format!("{} {days} {status}{denied}{said}", tree.token(event.head).lemma);
    if who {
        let names = event.participants.iter().map(|&at| &text[tree.span(at)]);
        line = format!("{line} | {}", names.collect::<Vec<_>>().join(" "));
    }
    line
}
