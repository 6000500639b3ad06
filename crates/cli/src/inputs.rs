//! Inputs to articles: everything readable goes on, everything else is named.

use std::{
    collections::{BTreeMap, HashMap},
    fs,
    path::Path,
};

use anyhow::{Context, Result, bail};
use throughline_annotate::Reading;
use throughline_collect::{HttpConfig, HttpFetch, PrivateAddresses, collect};
use throughline_extract::{Outlets, SiteLines, extract_with};
use throughline_follow::each;
use throughline_gather::in_order;
use throughline_model::Article;

use crate::{progress::Progress, say::say};

/// How addresses are fetched.
#[derive(clap::Args)]
pub struct Fetching {
    /// Fetch from private and loopback addresses too
    #[arg(long)]
    private_addresses: bool,
}

impl Fetching {
    fn config(&self) -> HttpConfig {
        let private = match self.private_addresses {
            true => PrivateAddresses::Allow,
            false => PrivateAddresses::Refuse,
        };
        HttpConfig { private, ..HttpConfig::default() }
    }
}

/// An article and the input it was read from.
pub struct Read {
    /// Path, `file.jsonl:12`, address or `stdin`.
    pub name: String,
    /// What it held.
    pub article: Article,
}

/// Reads the articles of all inputs. What cannot be read is reported on
/// stderr with its name and the reason.
///
/// # Errors
/// When nothing is left.
pub fn articles(inputs: &[String], fetching: &Fetching, outlets: &Outlets) -> Result<Vec<Read>> {
    let fetch = HttpFetch::new(fetching.config());
    let collected = collect(inputs, &fetch, &mut std::io::stdin().lock());
    for problem in &collected.problems {
        say(&format!("skipped {problem}"));
    }
    let progress = Progress::new(collected.documents.len(), "reading");
    let read = each(&collected.documents, |document| {
        let article = extract_with(document, outlets);
        progress.step();
        article
    });
    drop(progress);
    let mut articles = Vec::with_capacity(read.len());
    for (document, article) in collected.documents.into_iter().zip(read) {
        match article {
            Ok(article) => articles.push(Read { name: document.name, article }),
            Err(reason) => say(&format!("skipped {}: {reason}", document.name)),
        }
    }
    if articles.is_empty() {
        bail!("no article is left; give files, folders or addresses that hold one");
    }
    // All pages are known before any is marked: their order decides nothing.
    let mut sites = SiteLines::default();
    let mut by_id: Vec<&Read> = articles.iter().collect();
    by_id.sort_by(|a, b| {
        (&a.article.id, &a.article.sha256).cmp(&(&b.article.id, &b.article.sha256))
    });
    by_id.into_iter().for_each(|read| sites.learn(&read.article));
    articles.iter_mut().for_each(|read| sites.mark(&mut read.article));
    Ok(articles)
}

/// Annotates articles and puts them in the order that does not depend on how
/// they came. One that was given several times is told in one line.
pub fn readings(articles: Vec<Read>) -> Vec<Reading> {
    let progress = Progress::new(articles.len(), "annotating");
    // Copies have one id, or one outlet and one text under several addresses.
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut readings = Vec::with_capacity(articles.len());
    let mut key_of_text: HashMap<(String, String), String> = HashMap::new();
    for Read { name, article } in articles {
        let text = (article.outlet.clone(), article.sha256.clone());
        let key = match names.contains_key(&article.id) {
            true => article.id.clone(),
            false => key_of_text.entry(text).or_insert(article.id.clone()).clone(),
        };
        names.entry(key).or_default().push(name);
        readings.push(Reading::of(article));
        progress.step();
    }
    drop(progress);
    for copies in names.into_values().filter(|copies| copies.len() > 1) {
        say(&format!("{}: given {} times, counted once", copies[0], copies.len()));
    }
    in_order(readings).0
}

/// The table of outlets, with a user's lines before the built-in ones.
pub fn outlets(path: Option<&Path>) -> Result<Outlets> {
    let Some(path) = path else { return Ok(Outlets::built_in().clone()) };
    let named = || format!("{}: cannot be read as a table of outlets", path.display());
    let text = fs::read_to_string(path).with_context(named)?;
    Outlets::with(&text).with_context(named)
}
