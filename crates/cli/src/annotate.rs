//! `throughline annotate`: what is read in an article, aligned with its text.

mod layers;

use std::{ops::Range, process::ExitCode};

use anyhow::Result;
use serde::Serialize;
use serde_json::json;
use throughline_annotate::{Reading, Sentence, Tree};
use throughline_brief::{Entity, Type, entities};
use throughline_extract::Outlets;
use throughline_gather::in_order;
use throughline_model::Moment;

use crate::{
    inputs,
    print::{self, Form},
};

/// Arguments of `annotate`.
#[derive(clap::Args)]
pub struct Arguments {
    /// The same inputs as for `brief`
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<String>,
    #[command(flatten)]
    fetching: inputs::Fetching,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// An article with what is read in it. Places count code points of its text, as in a citation.
#[derive(Serialize)]
struct Annotated<'a> {
    input: &'a str,
    title: &'a str,
    outlet: &'a str,
    authors: &'a [String],
    published: Option<Moment>,
    language: &'a str,
    sentences: Vec<Line<'a>>,
}

/// A sentence, or something in it.
#[derive(Serialize)]
struct Line<'a> {
    start: usize,
    end: usize,
    /// The role of a sentence; else what was found.
    #[serde(rename = "is")]
    kind: String,
    text: &'a str,
    /// How it is read; nothing where there is no more to it.
    #[serde(skip_serializing_if = "String::is_empty")]
    reads: String,
    /// What is in a sentence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    holds: Vec<Self>,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let read = inputs::articles(&arguments.inputs, &arguments.fetching, Outlets::built_in())?;
    let (names, readings): (Vec<String>, Vec<Reading>) =
        read.into_iter().map(|read| (read.name, Reading::of(read.article))).unzip();
    let articles: Vec<Annotated> =
        names.iter().zip(&readings).map(|(name, reading)| annotated(name, reading)).collect();
    let named = cast(in_order(readings.clone()).0);
    match arguments.format {
        Form::Json => print::json(&json!({
            "articles": articles,
            "named": named.iter().map(entity_json).collect::<Vec<_>>(),
        })),
        Form::Text => {
            let articles = articles.iter().map(Annotated::text);
            let named = named.iter().map(entity_text);
            print::text(&articles.chain(["named\n".to_owned()]).chain(named).collect::<String>())
        }
    }
}

/// Who and what the articles name together, most often named first.
fn cast(readings: Vec<Reading>) -> Vec<Entity> {
    let mut entities = entities(readings);
    entities.retain(|e| !e.mentions.is_empty());
    entities.sort_by(|a, b| (b.mentions.len(), &a.name).cmp(&(a.mentions.len(), &b.name)));
    entities
}

fn kind(entity: &Entity) -> &'static str {
    match entity.kind {
        Type::Person => "person",
        Type::Organisation => "organisation",
        Type::Place => "place",
    }
}

fn entity_json(entity: &Entity) -> serde_json::Value {
    json!({
        "name": entity.name,
        "kind": kind(entity),
        "role": entity.role,
        "mentions": entity.mentions.len(),
    })
}

fn entity_text(entity: &Entity) -> String {
    let role = entity.role.as_ref().map_or(String::new(), |role| format!(", {role}"));
    format!("{:>11}  {:<12}  {}{role}\n", entity.mentions.len(), kind(entity), entity.name)
}

/// What is read in an article, sentence by sentence.
fn annotated<'a>(input: &'a str, reading: &'a Reading) -> Annotated<'a> {
    let article = &reading.article;
    let places = Places::of(&article.text);
    let line = |span: &Range<usize>, kind: String, reads, holds| Line {
        start: places.of_byte(span.start),
        end: places.of_byte(span.end),
        kind,
        text: &article.text[span.clone()],
        reads,
        holds,
    };
    let trees = layers::trees(reading);
    let sentence = |(sentence, tree): (&Sentence, &Option<Tree>)| {
        let layers = layers::of(reading, sentence, tree.as_ref()).into_iter();
        let holds = layers.map(|(span, what, reads)| line(&span, what.to_owned(), reads, vec![]));
        let role = format!("{:?}", sentence.role).to_lowercase();
        line(&sentence.span, role, String::new(), holds.collect())
    };
    Annotated {
        input,
        title: &article.title,
        outlet: &article.outlet,
        authors: &article.authors,
        published: article.published,
        language: &article.language,
        sentences: reading.sentences.iter().zip(&trees).map(sentence).collect(),
    }
}

impl Annotated<'_> {
    /// Every sentence after its place, and under it what is read in it.
    fn text(&self) -> String {
        let unknown = |what: &str| if what.is_empty() { "unknown" } else { what }.to_owned();
        let published = self.published.map_or("unknown".to_owned(), |p| p.to_string());
        let mut text = format!(
            "{}\n  title      {}\n  outlet     {}\n  authors    {}\n  published  {published}\n  language   {}\n",
            self.input,
            self.title,
            unknown(self.outlet),
            unknown(&self.authors.join(", ")),
            self.language,
        );
        for sentence in &self.sentences {
            text.push('\n');
            text.push_str(&sentence.shown());
            text.extend(sentence.holds.iter().map(Line::shown));
        }
        text.push('\n');
        text
    }
}

impl Line<'_> {
    fn shown(&self) -> String {
        let at = format!("{}-{}", self.start, self.end);
        let reads = match self.reads.as_str() {
            "" => String::new(),
            reads => format!("  = {reads}"),
        };
        format!("{at:>11}  {:<9}  {}{reads}\n", self.kind, self.text)
    }
}

/// Bytes of a text to code points.
struct Places(Vec<usize>);

impl Places {
    fn of(text: &str) -> Self {
        Self(text.char_indices().map(|(at, _)| at).collect())
    }

    fn of_byte(&self, byte: usize) -> usize {
        self.0.partition_point(|&at| at < byte)
    }
}
