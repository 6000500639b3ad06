//! `throughline merge`, `split`: a reader's corrections, which stay.

use std::process::ExitCode;

use anyhow::Result;
use serde_json::json;
use throughline_follow::{Follower, Step};
use throughline_gather::StoryId;

use super::{
    place::{self, Form, Place, Writing},
    why::article,
};
use crate::say::counted;

/// Arguments of `merge`.
#[derive(clap::Args)]
pub struct Merge {
    /// A story
    #[arg(value_name = "ID")]
    one: StoryId,
    /// Another, which is the same; the id of the larger one stays, and the other leads to it
    #[arg(value_name = "ID")]
    other: StoryId,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    writing: Writing,
    /// How to print what was done
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// Arguments of `split`.
#[derive(clap::Args)]
pub struct Split {
    /// The story
    #[arg(value_name = "ID")]
    id: StoryId,
    /// The articles that are a story of their own: ids as `sources` lists them, or addresses
    #[arg(required = true, value_name = "ARTICLE")]
    articles: Vec<String>,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    writing: Writing,
    /// How to print what was done
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// Runs `merge`.
pub fn merge(arguments: &Merge) -> Result<ExitCode> {
    let desk = arguments.writing.desk()?;
    let mut follower = Follower::open(arguments.place.change()?)?;
    let step = follower.merge(arguments.one, arguments.other, &desk)?;
    print(&step, arguments.format)
}

/// Runs `split`.
pub fn split(arguments: &Split) -> Result<ExitCode> {
    let desk = arguments.writing.desk()?;
    let mut follower = Follower::open(arguments.place.change()?)?;
    let articles = arguments.articles.iter().map(|named| article(follower.store(), named));
    let ids = articles.map(|article| Ok(article?.id)).collect::<Result<Vec<String>>>()?;
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let step = follower.split(arguments.id, &ids, &desk)?;
    print(&step, arguments.format)
}

fn print(step: &Step, form: Form) -> Result<ExitCode> {
    match form {
        Form::Json => {
            let told = step.stories.iter().map(|t| json!({ "story": t.head, "cause": t.cause }));
            place::json(&told.collect::<Vec<_>>())
        }
        Form::Text => {
            let line = |touched: &throughline_follow::Touched| {
                let head = &touched.head;
                let all = counted(head.articles as usize, "article");
                format!("{}  {}\n          {all}\n", head.id, head.headline)
            };
            place::text(&step.stories.iter().map(line).collect::<String>())
        }
    }
}
