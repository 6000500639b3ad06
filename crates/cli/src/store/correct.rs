//! `throughline merge`, `split`: a reader's corrections, which stay.

use std::process::ExitCode;

use anyhow::Result;
use serde_json::json;
use throughline_follow::{Follower, Step};
use throughline_gather::{Change, Decision, StoryId};
use throughline_record::Reason;

use super::{
    place::{Place, Writing},
    unproven::say_unproven,
    why::{article, share},
};
use crate::{
    print::{self, Form},
    say::{counted, say},
};

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
    step.reasons.iter().filter_map(doubt).for_each(|doubt| say(&doubt));
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

/// What speaks against a merge, where nearly nothing speaks for it.
fn doubt(reason: &Reason) -> Option<String> {
    let Decision { story, change: Change::Merged { gone, .. }, why, .. } = &reason.decision else {
        return None;
    };
    (why.similarity < why.bar / 2.0).then(|| {
        format!(
            "{gone} and {story} have little in common ({} alike, stories that are one {} or more); if this was a slip, `throughline split {story} ARTICLE...` parts them",
            share(why.similarity),
            share(why.bar),
        )
    })
}

fn print(step: &Step, form: Form) -> Result<ExitCode> {
    say_unproven(step.stories.iter());
    match form {
        Form::Json => {
            let told = step.stories.iter().map(|touched| {
                let faults: Vec<String> = touched.faults.iter().map(ToString::to_string).collect();
                json!({ "story": touched.head, "cause": touched.cause, "faults": faults })
            });
            print::json(&told.collect::<Vec<_>>())
        }
        Form::Text => {
            let line = |touched: &throughline_follow::Touched| {
                let head = &touched.head;
                let all = counted(head.articles as usize, "article");
                format!("{}  {}\n          {all}\n", head.id, head.headline)
            };
            print::text(&step.stories.iter().map(line).collect::<String>())
        }
    }
}
