//! [`Readings`]: articles as they were read and parsed, so that a story that grows
//! is not annotated again from its beginning with every article.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use throughline_annotate::Reading;
use throughline_model::Article;
use throughline_prove::Parsed;
use throughline_store::{Articles, Result, Store};

use crate::parallel::each;

/// A reading takes some hundred kilobytes.
const MOST: usize = 1_000;

/// The newest texts of articles, read; what does not fit is read again.
#[derive(Default)]
pub struct Readings {
    read: HashMap<String, Arc<Reading>>,
    parsed: Parsed,
}

impl Readings {
    /// Reads articles and keeps them, each in the place of an older text of it.
    pub fn read(&mut self, articles: &[Article]) -> Vec<Arc<Reading>> {
        let read = each(articles, |article| Arc::new(Reading::of(article.clone())));
        for reading in &read {
            self.read.insert(reading.article.id.clone(), Arc::clone(reading));
        }
        read
    }

    /// The readings of these articles; those that are not here are taken from the
    /// store.
    pub fn of(&mut self, ids: &HashSet<String>, store: &dyn Store) -> Result<&Self> {
        if self.read.len() > MOST {
            self.read.retain(|id, _| ids.contains(id));
        }
        if self.parsed.texts() > MOST {
            let texts = self.read.values().map(|reading| reading.article.sha256.as_str());
            self.parsed.keep(&texts.collect());
        }
        let mut missing: Vec<String> =
            ids.iter().filter(|id| !self.read.contains_key(*id)).cloned().collect();
        missing.sort_unstable();
        let articles = store.articles(Articles::Ids(&missing))?;
        self.read(&articles);
        Ok(self)
    }

    /// One that is here.
    pub fn get(&self, id: &str) -> Option<&Arc<Reading>> {
        self.read.get(id)
    }

    /// What was parsed of them.
    pub fn parsed(&self) -> &Parsed {
        &self.parsed
    }

    /// Forgets what was read: it may not be what the store has. A parse holds of a
    /// text, whoever has it.
    pub fn clear(&mut self) {
        self.read.clear();
    }
}
