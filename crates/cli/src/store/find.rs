//! `throughline search`: words in articles and statements.

use std::{ffi::OsString, process::ExitCode};

use anyhow::Result;
use serde_json::{Value, json};
use throughline_annotate::split;
use throughline_model::{Article, Role};
use throughline_publish::TextStyle;
use throughline_record::Query;
use throughline_store::{Found, Hit, Store};

use super::place::{Place, minute};
use crate::{
    present::{self, Look, Target},
    print::{self, Form},
    say::{plain, say, titled},
};

/// Arguments of `search`.
#[derive(clap::Args)]
pub struct Search {
    /// Words that all must stand in the text; begin* for any end, "side by side", either OR or, -not, outlet:NAME, after:DAY, before:DAY
    #[arg(required = true, value_name = "QUERY")]
    query: Vec<String>,
    #[command(flatten)]
    place: Place,
    /// At most so many articles, and so many statements
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..))]
    limit: u16,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
    #[command(flatten)]
    look: Look,
}

/// The arguments of the program with the words that must not stand in a text, `-sea`, behind all
/// others: clap would take them for options.
pub fn words_last(given: Vec<OsString>) -> Vec<OsString> {
    if given.get(1).is_none_or(|command| command != "search") {
        return given;
    }
    let end = given.iter().position(|word| word == "--").unwrap_or(given.len());
    let is_word = |word: &OsString| {
        let word = word.to_string_lossy();
        word.len() > 1 && word.starts_with('-') && !word.starts_with("--") && word != "-h"
    };
    let (not, mut sorted): (Vec<OsString>, Vec<OsString>) =
        given[..end].iter().cloned().partition(is_word);
    sorted.push("--".into());
    sorted.extend(given.into_iter().skip(end + 1));
    sorted.extend(not);
    sorted
}

/// Runs the command.
pub fn run(arguments: &Search) -> Result<ExitCode> {
    let query: Query = arguments.query.join(" ").parse()?;
    if query.asks_for("or") {
        say("\"or\" is looked for as a word; alternatives are written with OR");
    }
    let hits = arguments.place.read()?.search(&query, arguments.limit.into())?;
    match arguments.format {
        Form::Json => print::json(&hits.iter().map(as_json).collect::<Vec<_>>()),
        Form::Text if hits.is_empty() => print::text("nothing found\n"),
        Form::Text => {
            let shown = Shown { query: &query, style: arguments.look.style(Target::Stdout) };
            present::out(&hits.iter().map(|hit| shown.hit(hit)).collect::<String>())?;
            Ok(ExitCode::SUCCESS)
        }
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

/// What was found, as a reader of a terminal sees it.
struct Shown<'a> {
    query: &'a Query,
    style: TextStyle,
}

impl Shown<'_> {
    fn hit(&self, hit: &Hit) -> String {
        match &hit.found {
            Found::Article(article) => {
                let published = article.published.map_or("no date".to_owned(), minute);
                let title = self.marked(&titled(&article.outlet, &article.title));
                let mut text = format!(
                    "{}  {title} ({published}, article {})\n",
                    hit.story,
                    plain(&article.id)
                );
                let sentence =
                    self.sentence(article).map(|sentence| self.marked(&self.cut(sentence)));
                text.extend(sentence.map(|sentence| format!("          {sentence}\n")));
                text
            }
            Found::Statement { text, .. } => {
                format!("{}  told: {}\n", hit.story, self.marked(text))
            }
        }
    }

    /// The first sentence under the title that has one of the words; of a caption only where no
    /// running text has one.
    fn sentence<'a>(&self, article: &'a Article) -> Option<&'a str> {
        let lines = || article.paragraphs.iter().filter(|line| line.role != Role::Title);
        let told = lines().filter(|line| line.role == Role::Body);
        told.chain(lines()).find_map(|line| {
            let line = &article.text[line.span.clone()];
            let mut sentences = split(line, &article.language).into_iter().map(|at| &line[at]);
            sentences.find(|sentence| self.query.touches(sentence))
        })
    }

    /// As much of a sentence as two lines hold.
    fn cut(&self, sentence: &str) -> String {
        match sentence.char_indices().nth(2 * self.style.width) {
            Some((at, _)) => format!("{} …", sentence[..at].trim_end()),
            None => sentence.to_owned(),
        }
    }

    /// A text with what was asked for in bold, where the terminal has it.
    fn marked(&self, text: &str) -> String {
        let mut text = plain(text);
        let hits = if self.style.color { self.query.hits(&text) } else { Vec::new() };
        for hit in hits.into_iter().rev() {
            text.insert_str(hit.end, "\x1b[0m");
            text.insert_str(hit.start, "\x1b[1m");
        }
        text
    }
}
