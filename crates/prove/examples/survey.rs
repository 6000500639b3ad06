//! Briefs every story of a JSONL of articles and says how much survives the
//! proof, or proves stored briefings again.
//!
//! `survey ARTICLES.jsonl BRIEFINGS.jsonl` writes one briefing a line;
//! `survey --again BRIEFINGS.jsonl` lists the faults of what it wrote.

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, BufWriter, Write},
    time::{Duration, Instant},
};

use throughline_annotate::Reading;
use throughline_model::{Article, Briefing, Kind, Moment, Role, Statement};
use throughline_prove::Proof;

#[derive(serde::Deserialize)]
struct Line {
    story: String,
    url: String,
    outlet: String,
    title: String,
    text: String,
    published: Option<String>,
}

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["--again", briefings] => again(briefings),
        [articles, briefings] => survey(articles, briefings),
        _ => {
            Err("usage: survey ARTICLES.jsonl BRIEFINGS.jsonl | survey --again BRIEFINGS.jsonl"
                .into())
        }
    }
}

fn lines(path: &str) -> Outcome<impl Iterator<Item = std::io::Result<String>>> {
    Ok(BufReader::new(std::fs::File::open(path)?).lines())
}

fn survey(articles: &str, briefings: &str) -> Outcome<()> {
    let mut stories: BTreeMap<String, Vec<Article>> = BTreeMap::new();
    for line in lines(articles)? {
        let line: Line = serde_json::from_str(&line?)?;
        let body = line.text.lines().filter(|l| *l != line.title);
        let body = body.map(|l| (Role::Body, l.to_owned(), None)).collect();
        let mut article = Article::new(Some(line.url), &line.title, body);
        article.outlet = line.outlet;
        article.published = line.published.and_then(|p| p.parse().ok());
        article.language = "en".into();
        stories.entry(line.story).or_default().push(article);
    }
    let now: Moment = "2026-11-23".parse()?;
    let options = throughline_brief::Options { now, owners: Default::default(), words: None };
    let mut out = BufWriter::new(std::fs::File::create(briefings)?);
    let mut tally = BTreeMap::new();
    let (mut making, mut proving) = (Duration::ZERO, Duration::ZERO);
    for articles in stories.into_values().filter(|articles| articles.len() >= 2) {
        let readings = articles.into_iter().map(Reading::of).collect();
        let (readings, _) = throughline_gather::in_order(readings);
        let clock = Instant::now();
        let Some(briefing) = throughline_brief::brief(readings, &options) else { continue };
        making += clock.elapsed();
        let clock = Instant::now();
        let faults = Proof::from(&briefing.articles).faults(&briefing);
        proving += clock.elapsed();
        faults.iter().for_each(|f| println!("FAULT {f}"));
        count(&briefing, &mut tally);
        serde_json::to_writer(&mut out, &briefing)?;
        out.write_all(b"\n")?;
    }
    for (what, n) in tally {
        println!("{n:6} {what}");
    }
    println!("making {making:?}, proving {proving:?}");
    Ok(())
}

fn count(briefing: &Briefing, tally: &mut BTreeMap<String, usize>) {
    let mut add = |what: String, n: usize| *tally.entry(what).or_default() += n;
    let kind = |s: &Statement| match s.kind {
        Kind::Verbatim => "verbatim",
        Kind::Edited => "edited",
        Kind::Composed => "composed",
        Kind::Model => "model",
    };
    add("briefings".into(), 1);
    add(format!("headline {}", kind(&briefing.headline)), 1);
    for section in &briefing.sections {
        let long = section.heading.text.split_whitespace().count() > 10;
        add(
            format!("heading {}{}", kind(&section.heading), if long { " too long" } else { "" }),
            1,
        );
        section.statements.iter().for_each(|s| add(format!("sentence {}", kind(s)), 1));
    }
    briefing.sources.iter().for_each(|s| add(format!("note {}", kind(&s.note)), 1));
    add("timeline".into(), briefing.timeline.len());
    add("positions".into(), briefing.disagreements.iter().map(|d| d.positions.len()).sum());
    let citations = briefing.statements().map(|(_, s)| s.citations.len()).sum();
    add("citations".into(), citations);
}

fn again(briefings: &str) -> Outcome<()> {
    let (mut faulty, mut all) = (0, 0);
    for line in lines(briefings)? {
        let briefing: Briefing = serde_json::from_str(&line?)?;
        let faults = Proof::from(&briefing.articles).faults(&briefing);
        all += briefing.statements().count();
        for fault in &faults {
            faulty += 1;
            let text = briefing.statements().find(|(place, _)| *place == fault.place);
            println!("{fault}\n    {}", text.map_or("", |(_, s)| &s.text));
        }
    }
    println!("{faulty} faults in {all} statements");
    Ok(())
}
