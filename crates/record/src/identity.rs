//! Which article it is: the same again, the same with another text or another
//! address, or a new one.
//!
//! An article is known again by its address, apart from what says only how it
//! was reached, and by its outlet and text. The texts of one article are its
//! versions; an outlet that takes a change back makes an old text the newest.

use std::collections::HashMap;

use throughline_gather::StoryId;
use throughline_model::{Article, Moment};

use crate::Effect;

/// An article as the store knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its id.
    pub article: String,
    /// SHA-256 of each of its texts.
    pub texts: Vec<String>,
    /// The one of them that is the newest.
    pub newest: String,
    /// When the newest text was published or last changed, as it says.
    pub dated: Option<Moment>,
    /// Its story.
    pub story: Option<StoryId>,
}

/// Articles by what they are to the store. All have the id by which the store
/// knows them, or will.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sorted {
    /// Articles that the store has not, in the order given.
    pub new: Vec<Article>,
    /// Newer texts of articles that it has, with their story.
    pub changed: Vec<(Article, Option<StoryId>)>,
    /// How many gave nothing but perhaps another address, or an older text.
    pub known: usize,
    /// Texts and keys that the store has not.
    pub effects: Vec<Effect>,
}

impl Sorted {
    /// Each text that the store will have, wherever it stands.
    pub fn texts_mut(&mut self) -> impl Iterator<Item = &mut Article> {
        let versions = self.effects.iter_mut().filter_map(|effect| match effect {
            Effect::Version { article, .. } => Some(article),
            _ => None,
        });
        self.new
            .iter_mut()
            .chain(self.changed.iter_mut().map(|(article, _)| article))
            .chain(versions)
    }
}

/// The keys by which an article is known again, the surest first.
pub fn keys(article: &Article) -> Vec<String> {
    let mut keys = vec![format!("id {}", article.id)];
    keys.extend(article.url.as_deref().map(|url| format!("at {}", place(url))));
    keys.push(format!("text {} {}", article.outlet.to_lowercase(), article.sha256));
    keys
}

/// An address without scheme, `www.` and the slash at its end; tracking
/// parameters and mobile hosts are gone already.
fn place(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    rest.strip_suffix('/').unwrap_or(rest)
}

/// An article of this batch as it first came with this text, which is how the
/// store keeps it.
fn first_with(effects: &[Effect], article: &Article) -> Option<Article> {
    let same = |a: &Article| a.id == article.id && a.sha256 == article.sha256;
    effects.iter().find_map(|effect| match effect {
        Effect::Version { article, .. } if same(article) => Some(article.clone()),
        _ => None,
    })
}

/// Sorts articles, in order of arrival, by what the store knows: `known` has an
/// entry for each key of theirs that it has.
pub fn sort(articles: Vec<Article>, mut known: HashMap<String, Known>, at: Moment) -> Sorted {
    let mut sorted = Sorted::default();
    // Articles of this very batch have no entry; their place among the new ones.
    let mut here: HashMap<String, usize> = HashMap::new();
    for mut article in articles {
        let keys = keys(&article);
        let found = keys.iter().find_map(|key| known.get(key)).cloned();
        let mut same = found.unwrap_or_else(|| Known {
            article: article.id.clone(),
            texts: Vec::new(),
            newest: String::new(),
            dated: None,
            story: None,
        });
        article.id.clone_from(&same.article);
        let dated = article.modified.or(article.published);
        let is_new = !same.texts.contains(&article.sha256);
        // A text that was there before is the newest again only where it says that
        // it is younger: an old file that is read again is no change.
        let back = same.newest != article.sha256
            && matches!((dated, same.dated), (Some(now), Some(before)) if now > before);
        if !is_new && !back {
            sorted.known += 1;
        } else {
            let newest = back || dated.is_none() || same.dated <= dated;
            sorted.effects.push(Effect::Version { article: article.clone(), at, newest });
            if back && let Some(first) = first_with(&sorted.effects, &article) {
                article = first;
            }
            if is_new {
                same.texts.push(article.sha256.clone());
            }
            match here.get(&article.id) {
                None if is_new && same.texts.len() == 1 => {
                    here.insert(article.id.clone(), sorted.new.len());
                    sorted.new.push(article.clone());
                }
                Some(&at) if newest => sorted.new[at] = article.clone(),
                None if newest => {
                    sorted.changed.retain(|(earlier, _)| earlier.id != article.id);
                    sorted.changed.push((article.clone(), same.story));
                }
                _ => sorted.known += 1,
            }
            if newest {
                same.newest.clone_from(&article.sha256);
                same.dated = dated;
            }
        }
        for key in keys {
            if !known.contains_key(&key) {
                let article = article.id.clone();
                sorted.effects.push(Effect::Key { key: key.clone(), article });
            }
            known.insert(key, same.clone());
        }
        // Every key of the article must know of its newest text.
        known.values_mut().filter(|k| k.article == same.article).for_each(|k| *k = same.clone());
    }
    sorted
}
