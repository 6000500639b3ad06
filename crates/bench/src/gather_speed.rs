//! `gather-speed`: how gathering keeps up as stories and articles grow in number.
//!
//! The stream is made of real articles, annotated once. Each made story takes
//! one of them and has invented words in the place of nine in ten of those
//! that are not common, so that two stories of one origin speak of different
//! things, and days and figures of its own; each of its articles leaves out a third of the sentences and
//! exchanges one word in ten more. Placing is timed, in CPU time, and beside it
//! what is written down of the state with every batch, and reading it again.

use std::{
    collections::{HashMap, HashSet},
    fs,
    path::PathBuf,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};
use jiff::civil::Date;
use throughline_annotate::{Granularity, Reading, Sentence, Timex, Word};
use throughline_gather::{Gatherer, Piece};
use throughline_model::Fnv;
use throughline_record::Effect;
use throughline_store::{Access, Sqlite, Store, pieces};

use crate::{
    dice::Dice,
    lines::{article, read},
};

/// Arguments of `gather-speed`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Article lines that the stream is made of
    input: PathBuf,
    /// Articles in the stream
    #[arg(long, value_name = "N", default_value_t = 100_000)]
    articles: usize,
    /// Articles a story; all stories are alive together
    #[arg(long, value_name = "N", default_value_t = 5)]
    each: usize,
    /// Keep the state in a new store here, and read it again at the end
    #[arg(long, value_name = "FILE")]
    store: Option<PathBuf>,
}

/// Articles that are made before they are placed together.
const BATCH: usize = 500;

/// Prints, at some lengths of the stream, the live stories, the articles placed
/// a second since the last line, and the memory of the process.
pub fn run(arguments: &Arguments) -> Result<()> {
    let articles = read(&arguments.input)?;
    let bases: Vec<Reading> = articles.iter().filter_map(article).map(Reading::of).collect();
    if bases.is_empty() {
        bail!("{}: no article to make a stream of", arguments.input.display());
    }
    let common = common(&bases);
    let stories = (arguments.articles / arguments.each.max(1)).max(1);
    let mut gatherer = Gatherer::default();
    let open = |path: &PathBuf| Sqlite::open(path, Access::Write);
    let mut store = arguments.store.as_ref().map(open).transpose()?;
    let (mut stretch, mut placed) = (0.0, 0);
    println!("articles\tlive stories\tarticles a second\tMB");
    for start in (0..arguments.articles).step_by(BATCH) {
        let end = arguments.articles.min(start + BATCH);
        let batch: Vec<Reading> = (start..end)
            .map(|number| {
                let story = Dice::new(number as u64).below(stories);
                made(&bases[story % bases.len()], story, number, &common)
            })
            .collect();
        let before = seconds();
        batch.iter().for_each(|reading| drop(gatherer.assign(reading)));
        stretch += seconds() - before;
        placed += batch.len();
        keep(&mut gatherer, store.as_mut())?;
        if matches!(end, 1_000 | 3_000 | 10_000 | 30_000 | 60_000 | 100_000 | 200_000)
            || end == arguments.articles
        {
            let rate = placed as f64 / stretch;
            println!("{end}\t{}\t{rate:.0}\t{}", gatherer.live(), resident_mb());
            (stretch, placed) = (0.0, 0);
        }
    }
    let Some(store) = store else { return Ok(()) };
    let live = gatherer.live();
    drop(gatherer);
    let (started, before) = (Instant::now(), seconds());
    let mut failed = None;
    let bare = |(key, value): (String, Vec<u8>)| Some((key.strip_prefix(LANE)?.to_owned(), value));
    let gatherer = Gatherer::restore(pieces(&store, &mut failed).filter_map(bare))?;
    if let Some(error) = failed {
        return Err(error.into());
    }
    let (clock, spent) = (started.elapsed(), seconds() - before);
    let found = gatherer.live();
    println!(
        "read again: {found} live stories of {live} in {spent:.2} s of the processor, {clock:.2?}"
    );
    Ok(())
}

/// Where the first lane of English keeps its pieces.
const LANE: &str = "0001-en/";

/// Writes down what changed, as an import does with every batch.
fn keep(gatherer: &mut Gatherer, store: Option<&mut Sqlite>) -> Result<()> {
    let lane = |piece: Piece| Piece { key: format!("{LANE}{}", piece.key), ..piece };
    let effects: Vec<Effect> =
        gatherer.unsaved().into_iter().map(|piece| Effect::Memory(lane(piece))).collect();
    if let Some(store) = store {
        let from = store.position()?;
        store.commit(from, &effects)?;
    }
    Ok(())
}

/// The stems that one article in ten has.
fn common(bases: &[Reading]) -> HashSet<String> {
    let mut held_by: HashMap<&str, usize> = HashMap::new();
    for base in bases {
        let words = base.sentences.iter().flat_map(|s| &s.words);
        for stem in words.map(|w| w.stem.as_str()).collect::<HashSet<_>>() {
            *held_by.entry(stem).or_default() += 1;
        }
    }
    let many = held_by.into_iter().filter(|(_, n)| n * 10 >= bases.len());
    many.map(|(stem, _)| stem.to_owned()).collect()
}

/// An article of a story.
fn made(base: &Reading, story: usize, number: usize, common: &HashSet<String>) -> Reading {
    let mut dice = Dice::new(number as u64 ^ 0x5851_f42d_4c95_7f2d);
    let mut article = base.article.clone();
    article.id = format!("made-{number}");
    // The address tells the headline of the real article.
    article.url = None;
    let mut sentences: Vec<Sentence> = Vec::with_capacity(base.sentences.len());
    for (at, sentence) in base.sentences.iter().enumerate() {
        if at > 0 && dice.below(3) == 0 {
            continue;
        }
        let mut sentence = sentence.clone();
        for word in sentence.words.iter_mut().filter(|w| w.is_content()) {
            if !common.contains(&word.stem) {
                exchange(word, if dice.below(10) == 0 { number + (1 << 40) } else { story });
            }
        }
        for name in &mut sentence.names {
            name.key = invented(&name.key, story);
        }
        sentence.dates.iter_mut().for_each(|date| move_on(date, story));
        for figure in &mut sentence.quantities {
            figure.value += (story % 97) as f64;
        }
        sentences.push(sentence);
    }
    Reading::with(article, sentences)
}

/// Another day, the same for one day and story: events of one origin that share
/// all their days would be taken for one.
fn move_on(date: &mut Timex, story: usize) {
    let days = (story * 7_919 % 4_000) as u64;
    let later = |day: Date| day.saturating_add(Duration::from_secs(days * 86_400));
    if let Some(interval) = &mut date.interval {
        (interval.from, interval.to) = (later(interval.from), later(interval.to));
        if date.granularity == Granularity::Month {
            date.value = interval.from.strftime("%Y-%m").to_string();
        }
    }
}

/// Nine in ten words become the own ones of a story.
fn exchange(word: &mut Word, story: usize) {
    if Dice::new(Fnv::of(word.stem.bytes()) ^ story as u64).below(10) > 0 {
        word.stem = invented(&word.stem, story);
    }
}

/// A word of some hundred thousand, the same for one word and story.
fn invented(word: &str, story: usize) -> String {
    let mut dice = Dice::new(Fnv::of(word.bytes()) ^ (story as u64).rotate_left(32));
    format!(
        "{}{}",
        ["ba", "ke", "lin", "mas", "ros", "tor", "ven", "zu"][dice.below(8)],
        dice.below(40_000)
    )
}

/// CPU time of this one-threaded process; by the clock where the system does not say.
fn seconds() -> f64 {
    static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    let said = fs::read_to_string("/proc/self/schedstat").ok();
    let spent = said.as_deref().and_then(|s| s.split(' ').next()?.parse::<f64>().ok());
    spent.map_or_else(|| START.elapsed().as_secs_f64(), |ns| ns / 1e9)
}

/// Megabytes held, 0 where the system does not say.
fn resident_mb() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|l| l.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    kilobytes.unwrap_or_default() / 1024
}
