//! Inputs to articles: everything readable goes on, everything else is named.

use std::io::IsTerminal;
use std::time::Duration;

use anyhow::{Result, bail};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use throughline_annotate::Reading;
use throughline_collect::{HttpConfig, HttpFetch, collect};
use throughline_extract::{extract, known_outlet};
use throughline_gather::Owners;
use throughline_model::{Article, Moment};

use crate::say::say;

/// Reads the articles of all inputs. What cannot be read is reported on
/// stderr with its name and the reason.
///
/// # Errors
/// When nothing is left.
pub fn articles(inputs: &[String], config: HttpConfig) -> Result<Vec<Article>> {
    let collected = collect(inputs, &HttpFetch::new(config), &mut std::io::stdin().lock());
    for problem in &collected.problems {
        say(&format!("skipped {problem}"));
    }
    let bar = progress(collected.documents.len() as u64, "reading");
    let mut articles = Vec::with_capacity(collected.documents.len());
    for document in &collected.documents {
        match extract(document) {
            Ok(article) => articles.push(article),
            Err(reason) => bar.suspend(|| say(&format!("skipped {}: {reason}", document.name))),
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    if articles.is_empty() {
        bail!("no article is left; give files, folders or addresses that hold one");
    }
    Ok(articles)
}

/// Annotates articles, with a bar where that takes long.
pub fn readings(articles: Vec<Article>) -> Vec<Reading> {
    let bar = progress(articles.len() as u64, "annotating");
    let readings = articles
        .into_iter()
        .map(|article| {
            bar.inc(1);
            Reading::of(article)
        })
        .collect();
    bar.finish_and_clear();
    readings
}

/// Says on stderr which articles have no publication date, or one to come: an
/// implausible date is set aside, since days would be counted from it.
pub fn check_dates(articles: &mut [Article], now: Moment) {
    for article in articles {
        let name = article.url.clone().unwrap_or_else(|| article.title.clone());
        match article.published {
            None => {
                say(&format!("no publication date in {name}; its relative days are not resolved"))
            }
            Some(at) if at.date() > now.date().tomorrow().unwrap_or(now.date()) => {
                say(&format!("publication date {at} of {name} is in the future; set aside"));
                article.published = None;
            }
            Some(_) => {}
        }
    }
}

/// Who owns the outlets of these readings, by outlet name.
pub fn owners(readings: &[Reading]) -> Owners {
    let host = |url: &str| url.split('/').nth(2).map(str::to_owned);
    readings
        .iter()
        .filter_map(|r| {
            let outlet = known_outlet(&host(r.article.url.as_deref()?)?)?;
            Some((r.article.outlet.clone(), outlet.owner.to_owned()))
        })
        .collect()
}

/// A bar on stderr that shows itself after a second, and only to a terminal.
fn progress(length: u64, what: &'static str) -> ProgressBar {
    if !std::io::stderr().is_terminal() || length < 50 {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(length), ProgressDrawTarget::stderr_with_hz(4));
    let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.set_message(what);
    bar.enable_steady_tick(Duration::from_secs(1));
    bar
}
