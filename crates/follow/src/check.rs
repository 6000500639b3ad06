//! [`check`]: whether all that a store holds hangs together.

use throughline_model::{Moment, sha256_hex};
use throughline_prove::Proof;
use throughline_record::Record;
use throughline_store::{Articles, Filter, Result, Store, pieces};

use crate::whole;

/// What was checked, and what is wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// Articles whose text has the hash that it should.
    pub articles: usize,
    /// Stories.
    pub stories: usize,
    /// Revisions that read.
    pub revisions: usize,
    /// What is wrong; empty where all is sound.
    pub faults: Vec<String>,
}

/// Reads all of a store. `step` is called after each story with how many there are.
///
/// # Errors
/// When the store does not read at all.
pub fn check(store: &dyn Store, mut step: impl FnMut(usize)) -> Result<Checked> {
    let mut checked = Checked { faults: store.faults()?, ..Checked::default() };
    let mut failed = None;
    let record = Record::restore(pieces(store, &mut failed));
    if let Some(error) = failed {
        return Err(error);
    }
    let record = record.map_err(|damaged| checked.faults.push(damaged.to_string())).ok();
    // No phase is asked for, so any time will do.
    let stories = store.stories(&Filter::all(Moment::day(Default::default())))?;
    for head in &stories {
        let story = head.id;
        let articles = store.articles(Articles::Of(story))?;
        for article in &articles {
            if sha256_hex(&article.text) != article.sha256 {
                checked.faults.push(format!("article {}: its text has changed", article.id));
            }
            let place = record.as_ref().and_then(|record| record.story_of(&article.id));
            if place.is_some_and(|place| place != story) {
                checked.faults.push(format!("article {}: in two stories", article.id));
            }
        }
        if articles.len() != head.articles as usize {
            let what = format!("{} articles and not {}", articles.len(), head.articles);
            checked.faults.push(format!("story {story}: {what}"));
        }
        checked.articles += articles.len();
        for line in store.history(story)? {
            match store.revision(story, line.number) {
                Ok(Some(revision)) if line.number == head.revision => {
                    let briefing = whole(revision, store)?;
                    let faults = Proof::from(&briefing.articles).faults(&briefing);
                    let told = faults.iter().map(|fault| format!("story {story}: {fault}"));
                    checked.faults.extend(told);
                    checked.revisions += 1;
                }
                Ok(Some(_)) => checked.revisions += 1,
                Ok(None) => {}
                Err(error) => {
                    checked
                        .faults
                        .push(format!("story {story}, revision {}: {error}", line.number));
                }
            }
        }
        checked.stories += 1;
        step(stories.len());
    }
    Ok(checked)
}
