//! `throughline show`, `timeline`, `sources`: a story as it is told, or was.

use std::process::ExitCode;

use anyhow::{Result, bail};
use jiff::civil::Date;
use serde_json::json;
use throughline_annotate::Reading;
use throughline_brief::{Chronicle, chronicle_entries};
use throughline_extract::Outlets;
use throughline_follow::whole;
use throughline_gather::StoryId;
use throughline_model::{Article, Briefing, CitedArticle, TimelineEntry};
use throughline_publish::{sources_text, timeline_text};
use throughline_record::Cause;
use throughline_store::{Articles, RevisionLine, Sqlite, Store};

use super::place::{Place, minute, story};
use crate::{
    present::{self, Format, Kind, Look, Target},
    print::{self, Form},
    say::{counted, say},
};

/// Which story, and as of which revision.
#[derive(clap::Args)]
struct Which {
    /// The id of the story, as `stories` lists it
    #[arg(value_name = "ID")]
    id: StoryId,
    /// As it was told in this revision; the newest by default
    #[arg(long, value_name = "N")]
    revision: Option<u32>,
    #[command(flatten)]
    place: Place,
}

/// Arguments of `show`.
#[derive(clap::Args)]
pub struct Show {
    #[command(flatten)]
    which: Which,
    /// List the revisions instead: number, time and what made each
    #[arg(long, conflicts_with_all = ["revision", "output"])]
    revisions: bool,
    #[command(flatten)]
    format: Format,
}

/// Arguments of `timeline`.
#[derive(clap::Args)]
pub struct Timeline {
    #[command(flatten)]
    which: Which,
    /// Of a story that runs for long: the N days that its articles point to most, in their words
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    days: Option<u16>,
    /// With --days: how many sentences of a day
    #[arg(long, value_name = "K", default_value_t = 1, requires = "days",
          value_parser = clap::value_parser!(u16).range(1..=20))]
    sentences: u16,
    /// With --days: words that the topic is known by; by default those of the headline
    #[arg(long, value_name = "WORD", value_delimiter = ',', requires = "days")]
    keywords: Vec<String>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
    #[command(flatten)]
    look: Look,
}

/// Arguments of `sources`.
#[derive(clap::Args)]
pub struct Sources {
    #[command(flatten)]
    which: Which,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
    #[command(flatten)]
    look: Look,
}

/// Runs `show`.
pub fn show(arguments: &Show) -> Result<ExitCode> {
    let store = arguments.which.place.read()?;
    let kind = arguments.format.kind()?;
    if arguments.revisions {
        let head = story(&store, arguments.which.id)?;
        let lines = store.history(head.id)?;
        return match kind {
            Kind::Json => print::json(&lines.iter().map(revision_json).collect::<Vec<_>>()),
            _ => print::text(&lines.iter().map(revision_text).collect::<String>()),
        };
    }
    let briefing = arguments.which.briefing(&store)?;
    arguments.format.write(std::slice::from_ref(&briefing), kind, false)?;
    Ok(ExitCode::SUCCESS)
}

/// Runs `timeline`.
pub fn timeline(arguments: &Timeline) -> Result<ExitCode> {
    let store = arguments.which.place.read()?;
    let mut briefing = arguments.which.briefing(&store)?;
    if let Some(days) = arguments.days {
        briefing.timeline = chronicled(&briefing, &store, arguments, days)?;
        if briefing.timeline.is_empty() {
            bail!("no article of {} tells of a day that can be proven", arguments.which.id);
        }
    }
    if arguments.format == Form::Json {
        return print::json(&briefing.timeline);
    }
    present::out(&timeline_text(&briefing, &arguments.look.style(Target::Stdout)))?;
    Ok(ExitCode::SUCCESS)
}

/// The days of a story that matter most, from the texts that its briefing cites.
fn chronicled(
    briefing: &Briefing,
    store: &Sqlite,
    arguments: &Timeline,
    days: u16,
) -> Result<Vec<TimelineEntry>> {
    let version = |a: &CitedArticle| (a.id.clone(), a.sha256.clone());
    let versions: Vec<(String, String)> = briefing.articles.iter().map(version).collect();
    let articles = store.articles(Articles::Versions(&versions))?;
    let (keywords, nowhere) = found_in(&arguments.keywords, &articles);
    if !nowhere.is_empty() {
        let instead = if keywords.is_empty() { "; the headline's words are taken" } else { "" };
        let words: Vec<String> = nowhere.iter().map(|word| format!("{word:?}")).collect();
        let words = words.join(" or ");
        say(&format!("no article of {} has {words}{instead}", arguments.which.id));
    }
    let last = briefing.updated.unwrap_or(briefing.now).date();
    let wanted = Chronicle {
        dates: days.into(),
        sentences: arguments.sentences.into(),
        keywords,
        from: Date::MIN,
        to: last,
    };
    let owners = Outlets::built_in().owners(&articles);
    let readings = articles.into_iter().map(Reading::of).collect();
    Ok(chronicle_entries(briefing, readings, &owners, wanted))
}

/// The keywords that some of the texts have, and those that none has.
fn found_in(keywords: &[String], articles: &[Article]) -> (Vec<String>, Vec<String>) {
    let texts: Vec<String> = articles.iter().map(|article| article.text.to_lowercase()).collect();
    let is_here = |word: &String| texts.iter().any(|text| text.contains(&word.to_lowercase()));
    let words = keywords.iter().filter(|word| !word.trim().is_empty()).cloned();
    words.partition(is_here)
}

/// Runs `sources`.
pub fn sources(arguments: &Sources) -> Result<ExitCode> {
    let briefing = arguments.which.briefing(&arguments.which.place.read()?)?;
    if arguments.format == Form::Json {
        return print::json(&briefing.sources);
    }
    present::out(&sources_text(&briefing, &arguments.look.style(Target::Stdout)))?;
    Ok(ExitCode::SUCCESS)
}

impl Which {
    /// The briefing with its articles; says where it adds nothing.
    fn briefing(&self, store: &Sqlite) -> Result<Briefing> {
        // A revision is asked of the id that had it.
        let (id, newest) = match self.revision {
            Some(number) => (self.id, number),
            None => {
                let head = story(store, self.id)?;
                (head.id, head.revision)
            }
        };
        let Some(revision) = store.revision(id, newest)? else {
            match (store.history(id)?.last(), self.revision) {
                (Some(last), Some(number)) => {
                    bail!("{id} has no revision {number}; its last is {}", last.number)
                }
                _ => bail!("nothing of {id} can be told with proof yet"),
            }
        };
        if !revision.news {
            say(&format!("revision {newest} of {id}: {}", adds_nothing(&revision.cause)));
        }
        Ok(whole(revision, store)?)
    }
}

fn revision_json(line: &RevisionLine) -> serde_json::Value {
    json!({ "number": line.number, "at": line.at, "news": line.news, "cause": line.cause })
}

fn revision_text(line: &RevisionLine) -> String {
    let news = if line.news { "" } else { "; nothing new" };
    format!("{:>4}  {}  {}{news}\n", line.number, minute(line.at), cause(&line.cause))
}

/// "1 article added nothing that was not told"; where none came, what else made
/// the revision.
fn adds_nothing(made_by: &Cause) -> String {
    match made_by.added.len() + made_by.changed.len() {
        0 => format!("{}; nothing is told that was not", cause(made_by)),
        many => format!("{} added nothing that was not told", counted(many, "article")),
    }
}

/// "2 articles came, 1 left; abcd1234 was merged in".
fn cause(cause: &Cause) -> String {
    let mut parts = Vec::new();
    let counts =
        [(&cause.added, "came"), (&cause.changed, "changed"), (&cause.left, "went elsewhere")];
    for (articles, what) in counts {
        if !articles.is_empty() {
            parts.push(format!("{} {what}", counted(articles.len(), "article")));
        }
    }
    parts.extend(cause.merged.iter().map(|story| format!("{story} merged in")));
    parts.extend(cause.split_from.iter().map(|story| format!("split from {story}")));
    parts.extend(cause.split_into.iter().map(|story| format!("{story} split off")));
    if cause.by_reader {
        parts.push("by a reader's correction".to_owned());
    }
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_revision_without_news_says_what_made_it() {
        let articles = |many: usize| (0..many).map(|n| n.to_string()).collect::<Vec<_>>();
        let cases = [
            (
                Cause { added: articles(1), changed: articles(1), ..Cause::default() },
                "2 articles added nothing that was not told",
            ),
            (
                Cause { left: articles(8), by_reader: true, ..Cause::default() },
                "8 articles went elsewhere, by a reader's correction; nothing is told that was not",
            ),
            (
                Cause { split_into: vec![StoryId(1)], ..Cause::default() },
                &format!("{} split off; nothing is told that was not", StoryId(1)),
            ),
        ];
        for (cause, expected) in cases {
            assert_eq!(adds_nothing(&cause), expected);
        }
    }
}
