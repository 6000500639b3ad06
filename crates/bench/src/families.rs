//! `families`: families found among pairs made from real articles.
//!
//! A copy takes a share of an article's sentences, in another order where asked
//! by chance, exchanges one word in twelve and fills up with sentences of an
//! article of another story. A pair that must not be found is two reports of
//! one story by two outlets, no family as published, into both of which one
//! sentence of a third is put.

use std::{collections::BTreeMap, path::PathBuf};

use anyhow::Result;
use throughline_annotate::Reading;
use throughline_gather::{Owners, families};
use throughline_model::{Article, Role};

use crate::{
    dice::Dice,
    lines::{article, field, read},
};

/// Arguments of `families`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Article lines with their gold story
    input: PathBuf,
}

/// Prints recall for each share copied, and precision: of the pairs found, the
/// part that was made by copying, the pairs of each kind being as many.
pub fn run(arguments: &Arguments) -> Result<()> {
    let mut stories: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    for line in read(&arguments.input)? {
        if let Some(article) = article(&line) {
            let sentences = sentences(article);
            if sentences.len() >= 8 {
                stories.entry(field(&line, "story").to_owned()).or_default().push(sentences);
            }
        }
    }
    let all: Vec<&Vec<Vec<String>>> = stories.values().collect();
    let mut dice = Dice::new(7);
    let (mut apart, mut published) = ((0, 0), 0);
    for story in all.iter().filter(|story| story.len() >= 3) {
        for (i, one) in story.iter().enumerate() {
            let (other, third) = (&story[(i + 1) % story.len()], &story[(i + 2) % story.len()]);
            // Some share an agency's text as they were published.
            if one_family(one, other) {
                published += 1;
                continue;
            }
            let quoted = third[dice.below(third.len())].clone();
            let with =
                |text: &Vec<String>| [text.as_slice(), std::slice::from_ref(&quoted)].concat();
            apart.0 += usize::from(one_family(&with(one), &with(other)));
            apart.1 += 1;
        }
    }
    println!("copied\tpairs\trecall\tprecision");
    for share in [100, 70, 50] {
        let (mut found, mut pairs) = (0, 0);
        for (at, story) in all.iter().enumerate() {
            for original in story.iter() {
                let strangers = all[(at + 1) % all.len()];
                let filler = &strangers[dice.below(strangers.len())];
                found +=
                    usize::from(one_family(original, &copy(original, filler, share, &mut dice)));
                pairs += 1;
            }
        }
        let recall = f64::from(found as u32) / f64::from(pairs as u32);
        let wrong = f64::from(apart.0 as u32) / f64::from(apart.1.max(1) as u32);
        println!("{share} %\t{pairs}\t{recall:.3}\t{:.3}", recall / (recall + wrong).max(1e-9));
    }
    println!("{published} pairs of one story share their text as published, and were left out");
    println!("one sentence quoted by both: {} of {} taken for a family", apart.0, apart.1);
    Ok(())
}

fn copy(original: &[String], filler: &[String], share: usize, dice: &mut Dice) -> Vec<String> {
    let keep = (original.len() * share).div_ceil(100);
    let mut kept: Vec<usize> = (0..original.len()).collect();
    while kept.len() > keep {
        kept.remove(dice.below(kept.len()));
    }
    if dice.below(2) == 0 {
        let at = dice.below(kept.len());
        kept.rotate_left(at);
    }
    let mut text: Vec<String> = kept.iter().map(|&i| rewritten(&original[i], dice)).collect();
    text.extend(filler.iter().take(original.len() - keep).cloned());
    text
}

/// One word in twelve becomes another.
fn rewritten(sentence: &str, dice: &mut Dice) -> String {
    let words = sentence.split(' ');
    words.map(|word| if dice.below(12) == 0 { "other" } else { word }).collect::<Vec<_>>().join(" ")
}

fn one_family(a: &[String], b: &[String]) -> bool {
    let reading = |outlet: &str, sentences: &[String]| {
        let lines = sentences.iter().map(|s| (Role::Body, s.clone(), None)).collect();
        let mut article = Article::new(None, outlet, lines);
        article.outlet = outlet.to_owned();
        article.language = "en".to_owned();
        Reading::of(article)
    };
    let found = families(&[reading("One", a), reading("Other", b)], &Owners::new());
    found[0] == found[1]
}

/// The sentences of an article's body.
fn sentences(article: Article) -> Vec<String> {
    let reading = Reading::of(article);
    let body = reading.sentences.iter().filter(|s| s.position.is_some());
    body.map(|s| s.text(&reading.article).to_owned()).collect()
}
