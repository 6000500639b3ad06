//! The id of a story goes where most of what its readers followed went, whatever stories
//! merge and split; no redirect leads nowhere and no article is lost.

use std::collections::{BTreeMap, BTreeSet};

use throughline_annotate::Reading;
use throughline_gather::{Change, Decision, Gatherer, StoryId};
use throughline_model::{Article, Role};

/// Numbers that look like chance (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % sides
    }
}

/// A word of one of some events; those of neighbouring numbers share some.
fn word(dice: &mut Dice, event: u64) -> String {
    let number = event * 14 + dice.below(20);
    let syllable = |n: u64| ["ba", "ke", "lin", "mas", "ros", "tor", "ven", "zu"][n as usize % 8];
    format!("{}{}{}", syllable(number), syllable(number / 8), syllable(number / 64))
}

/// A report of one event, or of two that are easily taken for one.
fn report(dice: &mut Dice, number: usize) -> Reading {
    let event = dice.below(6);
    let other = event + dice.below(3).saturating_sub(1);
    let mut sentence = || {
        let words: Vec<String> = (0..9)
            .map(|_| {
                let of = if dice.below(3) == 0 { other } else { event };
                word(dice, of)
            })
            .collect();
        format!("The {}.", words.join(" "))
    };
    let title = sentence();
    let text = [sentence(), sentence(), sentence()].join(" ");
    let mut article = Article::new(None, title.as_str(), vec![(Role::Body, text, None)]);
    article.id = format!("a-{number}");
    article.language = "en".into();
    Reading::of(article)
}

/// The stories as readers have them, and where the ids of those that are no more lead.
#[derive(Default)]
struct Followed {
    stories: BTreeMap<StoryId, BTreeSet<String>>,
    redirects: BTreeMap<StoryId, StoryId>,
    merges: usize,
    splits: usize,
}

impl Followed {
    fn leads(&self, mut id: StoryId) -> StoryId {
        let mut steps = 0;
        while let Some(&into) = self.redirects.get(&id) {
            id = into;
            steps += 1;
            assert!(steps <= self.redirects.len(), "{id} leads to itself");
        }
        id
    }

    /// Holds what a step left against what was there before.
    fn check(&mut self, gatherer: &Gatherer, decisions: &[Decision], articles: &[String]) {
        for decision in decisions {
            match decision.change {
                Change::Merged { gone, .. } => {
                    self.merges += 1;
                    assert_eq!(self.redirects.insert(gone, decision.story), None, "{gone}");
                }
                Change::Split { .. } => self.splits += 1,
                _ => {}
            }
        }
        let mut now: BTreeMap<StoryId, BTreeSet<String>> = BTreeMap::new();
        for article in articles {
            let story = gatherer.story_of(article).expect("every article has a story");
            assert!(gatherer.articles(story).any(|here| here == article), "{article} in {story}");
            now.entry(story).or_default().insert(article.clone());
        }
        for (&id, followed) in &self.stories {
            let leads = self.leads(id);
            let held = |story: &StoryId| now[story].intersection(followed).count();
            assert!(now.contains_key(&leads), "{id} leads to {leads}, which is no more");
            let most = now.keys().map(held).max().unwrap_or_default();
            assert_eq!(held(&leads), most, "{id} had {followed:?}, leads to {leads} of {now:?}");
        }
        self.stories = now;
    }
}

/// Follows a stream of chance, with a reader's corrections in it; how many merges and splits.
fn follow(seed: u64) -> (usize, usize) {
    let mut dice = Dice(seed);
    let mut gatherer = Gatherer::default();
    let mut followed = Followed::default();
    let mut readings: Vec<Reading> = Vec::new();
    let mut ids: Vec<String> = Vec::new();
    for number in 0..60 {
        let reading = report(&mut dice, number);
        ids.push(reading.article.id.clone());
        let decisions = gatherer.assign(&reading);
        readings.push(reading);
        // What is written down has been told.
        gatherer.unsaved();
        followed.check(&gatherer, &decisions, &ids);
        if dice.below(12) == 0 {
            let one = &ids[dice.below(ids.len() as u64) as usize];
            let other = &ids[dice.below(ids.len() as u64) as usize];
            let decisions = match (gatherer.story_of(one), gatherer.story_of(other)) {
                (Some(a), Some(b)) if a == b => gatherer.split(a, &readings, &[one]),
                _ => gatherer.join(one, other),
            };
            gatherer.unsaved();
            followed.check(&gatherer, &decisions, &ids);
        }
    }
    (followed.merges, followed.splits)
}

#[test]
fn an_id_goes_where_most_of_its_articles_go() {
    let (mut merges, mut splits) = (0, 0);
    for seed in 0..150 {
        let (merged, split) = follow(seed);
        (merges, splits) = (merges + merged, splits + split);
    }
    assert!(merges > 100 && splits > 100, "{merges} merges and {splits} splits prove little");
}
