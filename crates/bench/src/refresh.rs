//! `refresh`: what one new article costs a story that is followed, as the story grows.
//!
//! A store is filled with the first articles of a file, all of one story, in one step. Then the
//! next ones come one by one: first to the program that is running, then to one that has just been
//! started, for which the store is opened anew. Processor time of all threads.

use std::{path::PathBuf, time::Duration};

use anyhow::{Context, Result, bail};
use rustix::time::{ClockId, clock_gettime};
use throughline_annotate::Reading;
use throughline_brief::{Options, brief};
use throughline_extract::Outlets;
use throughline_follow::{Desk, Follower, Step};
use throughline_gather::{StoryId, in_order};
use throughline_model::{Article, Briefing};
use throughline_store::{Access, Sqlite};

use crate::lines::{article, read};

/// Arguments of `refresh`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Article lines of one story
    input: PathBuf,
    /// How many articles the story has before
    #[arg(long, value_name = "N", value_delimiter = ',', default_values_t = [5, 20, 80])]
    sizes: Vec<usize>,
    /// Folder in which the stores are made; their names are in use by nobody else
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
}

/// How many articles come one by one, each way; the middle one counts.
const TIMES: usize = 5;

/// Prints a line for each size: the milliseconds of the middle refresh, both ways, those of a
/// briefing of all articles from nothing, and the kilobytes of the file after all.
pub fn run(arguments: &Arguments) -> Result<()> {
    let articles: Vec<Article> = read(&arguments.input)?.iter().filter_map(article).collect();
    println!("articles\trunning\tstarted anew\tfrom nothing\tkilobytes");
    for &size in &arguments.sizes {
        let needed = size + 2 * TIMES;
        if articles.len() < needed {
            bail!(
                "{} has {} articles; {needed} are needed",
                arguments.input.display(),
                articles.len()
            );
        }
        let path = arguments.out.join(format!("refresh-{size}.db"));
        if path.exists() {
            bail!("{} is there already; name another folder", path.display());
        }
        let (first, later) = articles.split_at(size);
        let mut follower = Follower::open(Sqlite::open(&path, Access::Write)?)?;
        gather(&mut follower, first)?;
        let mut running = Vec::new();
        for one in &later[..TIMES] {
            running.push(timed(|| refresh(&mut follower, one, size))?);
        }
        drop(follower);
        let mut anew = Vec::new();
        for one in &later[TIMES..2 * TIMES] {
            anew.push(timed(|| {
                refresh(&mut Follower::open(Sqlite::open(&path, Access::Write)?)?, one, size)
            })?);
        }
        let (all, desk) = (&articles[..needed], desk(&articles[..needed])?);
        let nothing = timed(|| Ok(told(all, &desk)))?;
        let kilobytes = std::fs::metadata(&path)?.len() / 1024;
        let milliseconds = [middle(running), middle(anew), nothing.as_secs_f64() * 1e3];
        let [running, anew, nothing] = milliseconds.map(|ms| format!("{ms:.1}"));
        println!("{size}\t{running}\t{anew}\t{nothing}\t{kilobytes}");
    }
    Ok(())
}

fn desk(articles: &[Article]) -> Result<Desk> {
    let now = articles.iter().filter_map(|article| article.published).max();
    Ok(Desk { now: now.context("no article is dated")?, outlets: Outlets::built_in().clone() })
}

/// Fills the store; what gathering takes for several stories, a reader makes one.
fn gather(follower: &mut Follower<Sqlite>, articles: &[Article]) -> Result<()> {
    let desk = desk(articles)?;
    let step = follower.take(articles.to_vec(), &desk)?;
    let ids: Vec<StoryId> = step.stories.iter().map(|story| story.head.id).collect();
    for &other in ids.iter().skip(1) {
        follower.merge(ids[0], other, &desk)?;
    }
    Ok(())
}

fn refresh(follower: &mut Follower<Sqlite>, article: &Article, size: usize) -> Result<Step> {
    let one = std::slice::from_ref(article);
    let step = follower.take(one.to_vec(), &desk(one)?)?;
    let told = step.stories.iter().any(|story| story.head.articles as usize > size);
    if told { Ok(step) } else { bail!("{}: it went to another story", article.id) }
}

fn told(articles: &[Article], desk: &Desk) -> Option<Briefing> {
    let owners = desk.outlets.owners(articles.iter());
    let readings = articles.iter().cloned().map(Reading::of).collect();
    brief(in_order(readings).0, &Options { now: desk.now, owners, words: None })
}

fn timed<T>(work: impl FnOnce() -> Result<T>) -> Result<Duration> {
    let before = spent();
    work()?;
    Ok(spent().saturating_sub(before))
}

/// Processor time of this process.
fn spent() -> Duration {
    let spent = clock_gettime(ClockId::ProcessCPUTime);
    let (seconds, nanos) = (u64::try_from(spent.tv_sec), u32::try_from(spent.tv_nsec));
    Duration::new(seconds.unwrap_or_default(), nanos.unwrap_or_default())
}

/// The middle one in milliseconds.
fn middle(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64() * 1e3
}
