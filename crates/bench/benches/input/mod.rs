//! Owns what the benchmarks read: articles of a given length about one story. They are made of the
//! sample story, always the same ones; `THROUGHLINE_ARTICLES` names a file of article lines to take
//! real ones from. `THROUGHLINE_INPUT_TO` names a folder in which each set is left as JSON lines,
//! so that other programs can be measured on the same texts.

use std::path::{Path, PathBuf};
use std::{env, fs};

use jiff::ToSpan;
use serde_json::{Value, json};
use throughline_extract::extract;
use throughline_model::{Content, Document};

/// Words of each article.
pub const WORDS: usize = 600;

/// An article to make others from.
struct Part {
    outlet: String,
    title: String,
    paragraphs: Vec<String>,
}

/// Words that copies of a story change, so that no sentence stands in two articles.
const CHANGED: &[&[&str]] = &[
    &["said", "stated", "declared", "insisted", "noted"],
    &["officials", "ministers", "envoys", "diplomats", "aides"],
    &["talks", "negotiations", "discussions", "meetings", "consultations"],
    &["guarantees", "assurances", "commitments", "pledges", "undertakings"],
    &["government", "cabinet", "administration", "leadership", "ministry"],
    &["would", "could", "might", "should", "must"],
    &["troops", "soldiers", "forces", "units", "brigades"],
    &["people", "residents", "civilians", "citizens", "villagers"],
    &["also", "then", "again", "later", "earlier"],
    &["new", "fresh", "further", "recent", "additional"],
    &["first", "second", "third", "fourth", "fifth"],
    &["two", "three", "four", "five", "six"],
];

/// `count` articles as documents in JSON.
pub fn documents(name: &str, count: usize) -> Vec<Document> {
    let lines = match env::var_os("THROUGHLINE_ARTICLES") {
        Some(path) => given(Path::new(&path), count),
        None => made(count),
    };
    if let Some(folder) = env::var_os("THROUGHLINE_INPUT_TO") {
        let all: String = lines.iter().map(|line| format!("{line}\n")).collect();
        fs::write(Path::new(&folder).join(format!("{name}.jsonl")), all)
            .expect("THROUGHLINE_INPUT_TO is a folder that can be written to");
    }
    let numbered = lines.into_iter().enumerate();
    numbered
        .map(|(at, line)| {
            Document::new(format!("{name}:{at}"), Content::Json, line.to_string().into_bytes())
        })
        .collect()
}

/// The texts of documents.
#[allow(dead_code, reason = "the benchmark of briefings reads documents")]
pub fn texts(documents: &[Document]) -> Vec<String> {
    documents.iter().filter_map(|document| Some(extract(document).ok()?.text)).collect()
}

/// The first articles of a file that are long enough, cut after the sentence with the last word.
fn given(path: &Path, count: usize) -> Vec<Value> {
    let file = fs::read_to_string(path).expect("THROUGHLINE_ARTICLES can be read");
    let lines = file.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    lines
        .filter_map(|mut line| {
            let text = line["text"].as_str()?;
            let words = text.split_whitespace().nth(WORDS)?;
            let at = words.as_ptr() as usize - text.as_ptr() as usize;
            let end = text[at..].find(['.', '\n']).map_or(text.len(), |stop| at + stop + 1);
            line["text"] = text[..end].into();
            Some(line)
        })
        .take(count)
        .collect()
}

/// Articles made of the sample story: each is one of its articles, longest first, filled up with
/// paragraphs of those that are not the ground of another, and changed in its words once all have
/// had their turn.
fn made(count: usize) -> Vec<Value> {
    let parts = sample();
    let grounds = count.min(parts.len());
    let rest = if grounds < parts.len() { &parts[grounds..] } else { &parts[..] };
    let mut fill = rest.iter().flat_map(|part| &part.paragraphs).cycle();
    let day = jiff::civil::date(2026, 5, 9).at(8, 0, 0, 0);
    (0..count)
        .map(|n| {
            let part = &parts[n % grounds];
            let mut paragraphs: Vec<&str> = part.paragraphs.iter().map(String::as_str).collect();
            let length = |paragraphs: &[&str]| -> usize {
                paragraphs.iter().map(|text| text.split_whitespace().count()).sum()
            };
            while length(&paragraphs) < WORDS {
                let Some(next) = fill.next() else { break };
                paragraphs.push(next);
            }
            let round = n / grounds;
            let text: Vec<String> = paragraphs.iter().map(|text| changed(text, round)).collect();
            let outlet = if round == 0 { part.outlet.clone() } else { format!("Outlet {n}") };
            json!({
                "url": format!("https://outlet-{n}.example/story-{n}"),
                "outlet": outlet,
                "title": changed(&part.title, round),
                "published": day.saturating_add(i64::try_from(n).unwrap_or(0).hours()).to_string(),
                "text": text.join("\n\n"),
            })
        })
        .collect()
}

/// The articles of the sample story, longest first.
fn sample() -> Vec<Part> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../samples/summit"));
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the sample story is in the repository")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    files.sort();
    let read = |path: &PathBuf| {
        let bytes = fs::read(path).ok()?;
        let article =
            extract(&Document::new(path.display().to_string(), Content::Html, bytes)).ok()?;
        let paragraphs: Vec<String> =
            article.body().map(|p| article.text[p.span.clone()].to_owned()).collect();
        Some(Part { outlet: article.outlet.clone(), title: article.title.clone(), paragraphs })
    };
    let mut parts: Vec<Part> = files.iter().filter_map(read).collect();
    parts.sort_by_key(|part| {
        std::cmp::Reverse(part.paragraphs.iter().map(String::len).sum::<usize>())
    });
    parts
}

/// A text with other words for some of its own; unchanged in round 0.
fn changed(text: &str, round: usize) -> String {
    let word = |(at, word): (usize, &str)| {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let list = CHANGED.iter().find(|list| list.contains(&bare)).filter(|_| round > 0);
        match list {
            Some(list) => {
                let place = list.iter().position(|other| *other == bare).unwrap_or(0);
                let other = list[(place + round + at * round / 7) % list.len()];
                format!("{other}{}", &word[bare.len()..])
            }
            None => word.to_owned(),
        }
    };
    text.split(' ').enumerate().map(word).collect::<Vec<_>>().join(" ")
}
