//! [`Readings`]: articles as they were read, so that a story that grows is not
//! read again from its beginning with every article.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use throughline_annotate::Reading;
use throughline_model::Article;
use throughline_store::{Articles, Result, Store};

use crate::parallel::each;

/// A reading takes some hundred kilobytes.
const MOST: usize = 1_000;

/// The newest texts of articles, read; what does not fit is read again.
#[derive(Default)]
pub struct Readings(HashMap<String, Arc<Reading>>);

impl Readings {
    /// Reads articles and keeps them, each in the place of an older text of it.
    pub fn read(&mut self, articles: &[Article]) -> Vec<Arc<Reading>> {
        let read = each(articles, |article| Arc::new(Reading::of(article.clone())));
        for reading in &read {
            self.0.insert(reading.article.id.clone(), Arc::clone(reading));
        }
        read
    }

    /// The readings of these articles; those that are not here are taken from the
    /// store.
    pub fn of(&mut self, ids: &HashSet<String>, store: &dyn Store) -> Result<&Self> {
        if self.0.len() > MOST {
            self.0.retain(|id, _| ids.contains(id));
        }
        let mut missing: Vec<String> =
            ids.iter().filter(|id| !self.0.contains_key(*id)).cloned().collect();
        missing.sort_unstable();
        let articles = store.articles(Articles::Ids(&missing))?;
        self.read(&articles);
        Ok(self)
    }

    /// One that is here.
    pub fn get(&self, id: &str) -> Option<&Arc<Reading>> {
        self.0.get(id)
    }

    /// Forgets all: what was read may not be what the store has.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}
