//! [`digest`]: one hash over all that a store holds, so that two can be compared.

use std::collections::BTreeMap;

use throughline_model::{Moment, sha256_hex};

use crate::{Articles, Filter, Result, Store, pieces};

/// A hash over position, memory, sites, stories, revisions, articles and reasons. Two
/// stores of different making that were led to one state have one digest.
///
/// # Errors
/// When the store does not read.
pub fn digest(store: &dyn Store) -> Result<String> {
    let mut hash = sha256_hex(&store.position()?.to_string());
    let mut take = |part: &str| hash = sha256_hex(&format!("{hash}\n{part}"));
    let mut failed = None;
    for (key, value) in pieces(store, &mut failed) {
        take(&format!("{key} {value:?}"));
    }
    if let Some(error) = failed {
        return Err(error);
    }
    for site in store.sites()? {
        take(&format!("{site} {:?}", store.site(&site)?));
    }
    // No phase is asked for, so any time will do.
    let stories = store.stories(&Filter::all(Moment::day(Default::default())))?;
    let stories: BTreeMap<_, _> = stories.into_iter().map(|head| (head.id, head)).collect();
    for (id, head) in stories {
        take(&format!("{head:?}"));
        for line in store.history(id)? {
            take(&format!("{line:?} {:?}", store.revision(id, line.number)?));
        }
        for article in store.articles(Articles::Of(id))? {
            let texts = store.known(&[format!("id {}", article.id)])?;
            take(&format!("{article:?} {texts:?} {:?}", store.reasons(&article.id)?));
        }
    }
    Ok(hash)
}
