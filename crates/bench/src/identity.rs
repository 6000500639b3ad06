//! `identity`: whether the id of a story goes on telling of what its readers followed.
//!
//! Articles of all files come as one stream, in batches. After each batch every id
//! that readers had before is looked up again, through its redirects.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use anyhow::Result;
use throughline_annotate::Reading;
use throughline_gather::{Change, Decision, Gatherer, StoryId};

use crate::lines::{article, field, read};

/// Arguments of `identity`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Article lines with their gold story; the files are mixed, each in its order
    #[arg(required = true)]
    inputs: Vec<PathBuf>,
    /// Batches that the stream comes in
    #[arg(long, value_name = "N", default_value_t = 8)]
    batches: usize,
}

/// A story as its readers saw it.
type Seen = BTreeMap<StoryId, BTreeSet<String>>;

/// Prints each id that led elsewhere than most of its articles, and each whose most
/// frequent gold story became another; how many there are of each at the end.
pub fn run(arguments: &Arguments) -> Result<()> {
    let mut stream: Vec<(f64, usize, Reading, String)> = Vec::new();
    for (file, path) in arguments.inputs.iter().enumerate() {
        let lines = read(path)?;
        let count = lines.len() as f64;
        for (at, line) in lines.iter().enumerate() {
            let Some(article) = article(line) else { continue };
            let gold = field(line, "story").to_owned();
            stream.push((at as f64 / count, file, Reading::of(article), gold));
        }
    }
    stream.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let gold: BTreeMap<String, String> = stream
        .iter()
        .map(|(.., reading, gold)| (reading.article.id.clone(), gold.clone()))
        .collect();
    let mut gatherer = Gatherer::default();
    let mut redirects: BTreeMap<StoryId, StoryId> = BTreeMap::new();
    let mut seen = Seen::new();
    let mut told: BTreeMap<StoryId, String> = BTreeMap::new();
    let (mut followed, mut strayed, mut other) = (0, 0, 0);
    let size = stream.len().div_ceil(arguments.batches.max(1)).max(1);
    for (batch, articles) in stream.chunks(size).enumerate() {
        for (.., reading, _) in articles {
            for Decision { story, change, .. } in gatherer.assign(reading) {
                if let Change::Merged { gone, .. } = change {
                    redirects.insert(gone, story);
                }
            }
        }
        // What is written down has been told.
        gatherer.unsaved();
        let now = stories(&gatherer, &gold);
        for (&id, before) in &seen {
            let leads = resolved(&redirects, id);
            followed += 1;
            let mut homes: BTreeMap<StoryId, usize> = BTreeMap::new();
            for article in before {
                *homes.entry(gatherer.story_of(article).unwrap_or_default()).or_default() += 1;
            }
            let here = homes.get(&leads).copied().unwrap_or_default();
            let most = homes.values().copied().max().unwrap_or_default();
            if here < most {
                strayed += 1;
                println!(
                    "batch {batch}: {id} leads to {here} of {} articles, {most} are together elsewhere",
                    before.len()
                );
            }
            let (was, is) = (&told[&id], now.get(&leads).map(|articles| subject(articles, &gold)));
            if is.as_ref() != Some(was) {
                let is = is.unwrap_or_else(|| "nothing".to_owned());
                other += 1;
                println!(
                    "batch {batch}: {id} told of {was}, now {leads} of {is} ({} articles; {} before)",
                    now.get(&leads).map_or(0, BTreeSet::len),
                    before.len()
                );
            }
        }
        for (&id, articles) in &now {
            told.insert(id, subject(articles, &gold));
        }
        seen = now;
    }
    println!(
        "{followed} ids looked up again: {strayed} lead elsewhere than most of their articles, {other} to another subject"
    );
    Ok(())
}

fn stories(gatherer: &Gatherer, gold: &BTreeMap<String, String>) -> Seen {
    let mut seen = Seen::new();
    for article in gold.keys() {
        if let Some(story) = gatherer.story_of(article) {
            seen.entry(story).or_default().insert(article.clone());
        }
    }
    seen
}

fn resolved(redirects: &BTreeMap<StoryId, StoryId>, mut id: StoryId) -> StoryId {
    while let Some(&into) = redirects.get(&id) {
        id = into;
    }
    id
}

/// The gold story that most of these articles are of.
fn subject(articles: &BTreeSet<String>, gold: &BTreeMap<String, String>) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for article in articles {
        *counts.entry(gold[article].as_str()).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|&(name, count)| (count, std::cmp::Reverse(name)));
    most.map_or(String::new(), |(name, _)| name.to_owned())
}
