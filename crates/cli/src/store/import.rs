//! `throughline import`: articles into the store, stories moved on.

use std::{
    collections::{BTreeMap, BTreeSet},
    process::ExitCode,
};

use anyhow::Result;
use serde_json::json;
use throughline_follow::{Follower, Step, Touched};
use throughline_gather::StoryId;
use throughline_model::Article;

use super::{
    place::{Place, Writing},
    unproven::say_unproven,
};
use crate::{
    dates, inputs,
    print::{self, Form},
    progress::Progress,
    say::{counted, say},
};

/// Articles that are committed together. A story that several of them touch is
/// told anew once, and a process that is killed loses no more than these.
const BATCH: usize = 64;

/// Arguments of `import`.
#[derive(clap::Args)]
pub struct Import {
    /// The same inputs as for `brief`; articles are taken in order of publication
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<String>,
    #[command(flatten)]
    fetching: inputs::Fetching,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    writing: Writing,
    /// How to print what was done
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// Runs the command.
pub fn run(arguments: &Import) -> Result<ExitCode> {
    let desk = arguments.writing.desk()?;
    // What is wrong with the store is said before anything is fetched; while it is,
    // others may write.
    arguments.place.check()?;
    let articles = inputs::articles(&arguments.inputs, &arguments.fetching, &desk.outlets)?;
    // What the store keeps it keeps for ever: an article from after a present that was given is
    // no article of that present, whereas the clock may be trusted over a page.
    let given = arguments.writing.is_set();
    let waits = |article: &Article| {
        given && article.published.is_some_and(|at| dates::is_to_come(at, desk.now))
    };
    let articles: Vec<Article> = articles
        .into_iter()
        .filter(|read| {
            let waits = waits(&read.article);
            if waits {
                say(&format!(
                    "{}: came out after {}; left for an import with a later --now",
                    read.name, desk.now
                ));
            }
            !waits
        })
        .map(|mut read| {
            if let Some(wrong) = dates::set_right(&mut read.article, &read.name, desk.now) {
                say(&wrong);
            }
            read.article
        })
        .collect();
    let mut done = Done::default();
    if articles.is_empty() {
        return done.print(arguments.format);
    }
    let mut follower = Follower::open(arguments.place.write()?)?;
    let progress = Progress::new(articles.len(), "importing");
    let mut articles = in_order_of_arrival(articles).into_iter().peekable();
    while articles.peek().is_some() {
        let batch: Vec<Article> = articles.by_ref().take(BATCH).collect();
        let many = batch.len();
        done.add(follower.take(batch, &desk)?);
        (0..many).for_each(|_| progress.step());
    }
    drop(progress);
    say_unproven(done.stories.values().map(|grown| &grown.touched));
    done.print(arguments.format)
}

/// Saved articles come in the order in which they came out, whatever the order
/// of the inputs; texts of one article in the order of their changes.
fn in_order_of_arrival(mut articles: Vec<Article>) -> Vec<Article> {
    articles.sort_by_cached_key(|a| {
        let dated = (a.published.is_none(), a.published, a.modified);
        (dated, a.id.clone(), a.sha256.clone())
    });
    articles
}

/// What all steps did together.
#[derive(Default)]
struct Done {
    new: usize,
    changed: usize,
    known: usize,
    stories: BTreeMap<StoryId, Grown>,
}

/// A story that changed, as it stands after the last step.
struct Grown {
    touched: Touched,
    articles: BTreeSet<String>,
    news: bool,
}

impl Done {
    fn add(&mut self, step: Step) {
        self.new += step.new.len();
        self.changed += step.changed.len();
        self.known += step.known;
        for touched in step.stories {
            let cause = &touched.cause;
            let mut articles: BTreeSet<String> =
                cause.added.iter().chain(&cause.changed).cloned().collect();
            let mut news = touched.news == Some(true);
            for gone in cause.merged.iter().chain([&touched.head.id]) {
                if let Some(before) = self.stories.remove(gone) {
                    articles.extend(before.articles);
                    news |= before.news;
                }
            }
            articles.retain(|article| !cause.left.contains(article));
            self.stories.insert(touched.head.id, Grown { touched, articles, news });
        }
    }

    fn print(&self, form: Form) -> Result<ExitCode> {
        match form {
            Form::Json => print::json(&json!({
                "new": self.new,
                "changed": self.changed,
                "known": self.known,
                "stories": self.stories.values().map(Grown::json).collect::<Vec<_>>(),
            })),
            Form::Text => print::text(&self.text()),
        }
    }

    fn text(&self) -> String {
        let all = counted(self.new + self.changed + self.known, "article");
        let mut text = format!(
            "{all}: {} new, {} changed, {} known already; {} changed\n",
            self.new,
            self.changed,
            self.known,
            counted(self.stories.len(), "story"),
        );
        for Grown { touched, articles, news } in self.stories.values() {
            let head = &touched.head;
            let all = counted(head.articles as usize, "article");
            text.push_str(&format!("{}  {}\n", head.id, head.headline));
            text.push_str(&format!("          {all}, {} of them new or changed", articles.len()));
            text.push_str(match (touched.news, news) {
                _ if !touched.faults.is_empty() => "; its new briefing failed its proof\n",
                (None, _) => "; nothing in them can be told with proof\n",
                (_, true) => "\n",
                (_, false) => "; they add nothing that was not told\n",
            });
        }
        text
    }
}

impl Grown {
    fn json(&self) -> serde_json::Value {
        let Touched { head, faults, .. } = &self.touched;
        let mut line = json!({ "story": head, "articles": self.articles, "news": self.news });
        if !faults.is_empty() {
            line["faults"] = faults.iter().map(ToString::to_string).collect();
        }
        line
    }
}
