//! `throughline search`: words in articles and statements.

use std::process::ExitCode;

use anyhow::Result;
use serde_json::{Value, json};
use throughline_record::Query;
use throughline_store::{Found, Hit, Store};

use super::place::{self, Form, Place, minute};
use crate::say::titled;

/// Arguments of `search`.
#[derive(clap::Args)]
pub struct Search {
    /// Words that all must stand in the text; begin* for any end, "side by side", either OR or, -not (after -- where it comes first), outlet:NAME, after:DAY, before:DAY
    #[arg(required = true, value_name = "QUERY")]
    query: Vec<String>,
    #[command(flatten)]
    place: Place,
    /// At most so many articles, and so many statements
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: usize,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// Runs the command.
pub fn run(arguments: &Search) -> Result<ExitCode> {
    let query: Query = arguments.query.join(" ").parse()?;
    let hits = arguments.place.read()?.search(&query, arguments.limit)?;
    match arguments.format {
        Form::Json => place::json(&hits.iter().map(as_json).collect::<Vec<_>>()),
        Form::Text if hits.is_empty() => place::text("nothing found\n"),
        Form::Text => place::text(&hits.iter().map(|hit| as_text(hit, &query)).collect::<String>()),
    }
}

fn as_json(hit: &Hit) -> Value {
    match &hit.found {
        Found::Article(article) => json!({
            "story": hit.story,
            "article": article.id,
            "outlet": article.outlet,
            "title": article.title,
            "url": article.url,
            "published": article.published,
        }),
        Found::Statement { id, text } => {
            json!({ "story": hit.story, "statement": id, "text": text })
        }
    }
}

fn as_text(hit: &Hit, query: &Query) -> String {
    match &hit.found {
        Found::Article(article) => {
            let published = article.published.map_or("no date".to_owned(), minute);
            let mut text = format!(
                "{}  {} ({published}, article {})\n",
                hit.story,
                titled(&article.outlet, &article.title),
                article.id
            );
            // The first line under the title that has one of the words.
            let line = article.text.lines().skip(1).find(|line| query.touches(line));
            text.extend(line.map(|line| format!("          {}\n", cut(line))));
            text
        }
        Found::Statement { text, .. } => format!("{}  told: {text}\n", hit.story),
    }
}

/// The beginning of a line.
fn cut(line: &str) -> String {
    const LONGEST: usize = 160;
    match line.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{} …", line[..at].trim_end()),
        None => line.to_owned(),
    }
}
