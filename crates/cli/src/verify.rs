//! `throughline verify`: proves a briefing again, offline.

use std::{collections::HashSet, io::Read, path::Path, process::ExitCode};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use throughline_collect::HttpConfig;
use throughline_model::{Article, Briefing, CitedArticle, Moment, SCHEMA};
use throughline_prove::Proof;

use crate::{dates, inputs, present::out, say::plain};

/// Arguments of `verify`.
#[derive(clap::Args)]
pub struct Arguments {
    /// A briefing as JSON, or an array of them; - for stdin
    #[arg(value_name = "BRIEFING")]
    briefing: String,
    /// The articles, where the briefing was printed without them: the inputs of `brief`, or a briefing that holds them
    #[arg(long, value_name = "INPUT", num_args = 1..)]
    articles: Vec<String>,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let name = if arguments.briefing == "-" { "stdin" } else { &arguments.briefing };
    let bytes = bytes(&arguments.briefing).with_context(|| format!("{name}: cannot be read"))?;
    let mut briefings = parse(&bytes).with_context(|| {
        format!("{name}: not a briefing; make one with `throughline brief --format json`")
    })?;
    if briefings.is_empty() {
        bail!("{name}: holds no briefing");
    }
    if !arguments.articles.is_empty() {
        let given = Given::read(&arguments.articles)?;
        for briefing in &mut briefings {
            briefing.articles = given.of(briefing);
        }
    }
    let several = briefings.len() > 1;
    let (mut report, mut failed) = (String::new(), false);
    for briefing in &briefings {
        if briefing.articles.is_empty() {
            bail!("{name}: holds no articles; give them with --articles");
        }
        let which = if several { format!("{}: ", briefing.story) } else { String::new() };
        let faults = Proof::from(&briefing.articles).faults(briefing);
        failed |= !faults.is_empty();
        for fault in &faults {
            // What a hostile file says must not drive the terminal.
            report.push_str(&format!("{which}{}\n", plain(&fault.to_string())));
        }
        if faults.is_empty() {
            let (statements, passages) = counts(briefing);
            report.push_str(&format!(
                "{which}proven: {statements} statements, {passages} passages\n"
            ));
        }
    }
    out(&report)?;
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn bytes(input: &str) -> std::io::Result<Vec<u8>> {
    if input != "-" {
        return std::fs::read(input);
    }
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn parse(bytes: &[u8]) -> Result<Vec<Briefing>> {
    let all = match serde_json::from_slice(bytes)? {
        Value::Array(all) => all,
        one => vec![one],
    };
    all.into_iter()
        .map(|one| {
            let schema = one.get("schema").and_then(Value::as_str).unwrap_or("none");
            if schema != SCHEMA {
                bail!("its schema is {schema:?}, this program proves {SCHEMA:?}");
            }
            Ok(serde_json::from_value(one)?)
        })
        .collect()
}

fn counts(briefing: &Briefing) -> (usize, usize) {
    briefing.statements().fold((0, 0), |(statements, passages), (_, statement)| {
        let cited: usize = statement.citations.iter().map(|c| c.evidence.len()).sum();
        (statements + 1, passages + cited)
    })
}

/// Articles from beside a briefing.
struct Given {
    cited: Vec<CitedArticle>,
    read: Vec<Article>,
}

impl Given {
    /// Takes the articles out of briefings, and reads all other inputs.
    fn read(inputs: &[String]) -> Result<Self> {
        let (mut cited, mut others) = (Vec::new(), Vec::new());
        for input in inputs {
            match stored(Path::new(input)) {
                Some(articles) => cited.extend(articles),
                None => others.push(input.clone()),
            }
        }
        let read = match others.is_empty() {
            true => Vec::new(),
            false => inputs::articles(&others, HttpConfig::default())?,
        };
        Ok(Self { cited, read: read.into_iter().map(|read| read.article).collect() })
    }

    /// The articles for one briefing. Of two versions of one article the one
    /// that the briefing cites is taken, and dates are set right as of its now.
    fn of(&self, briefing: &Briefing) -> Vec<CitedArticle> {
        let evidence =
            briefing.statements().flat_map(|(_, s)| &s.citations).flat_map(|c| &c.evidence);
        let texts: HashSet<&str> = evidence.map(|e| e.sha256.as_str()).collect();
        let mut articles = self.cited.clone();
        articles.extend(self.read.iter().map(|article| as_of(article, briefing.now)));
        articles.sort_by_key(|a| (a.id.clone(), !texts.contains(a.sha256.as_str())));
        articles.dedup_by(|later, first| later.id == first.id);
        articles
    }
}

fn as_of(article: &Article, now: Moment) -> CitedArticle {
    let mut article = article.clone();
    // Said when the briefing was made, no news to who proves it.
    let _ = dates::set_right(&mut article, now);
    CitedArticle::from(&article)
}

/// The articles of a briefing in this file, if it is one.
fn stored(path: &Path) -> Option<Vec<CitedArticle>> {
    if path.extension()?.to_ascii_lowercase() != "json" {
        return None;
    }
    let briefings = parse(&std::fs::read(path).ok()?).ok()?;
    Some(briefings.into_iter().flat_map(|b| b.articles).collect())
}
