//! Whether a passage stands where its evidence says.

use throughline_model::Evidence;

use crate::{fault::Found, stored::Stored};

/// What is wrong with a passage, if anything.
pub fn fault(evidence: &Evidence, stored: &Stored) -> Option<Found> {
    let id = || evidence.article.clone();
    let Some(held) = stored.get(&evidence.article) else {
        return Some(Found::NoArticle { article: id() });
    };
    if held.article.sha256 != evidence.sha256 || !held.is_genuine() {
        return Some(Found::OtherText { article: id() });
    }
    let text = &held.article.text;
    let stands = evidence.bytes(text).is_some_and(|at| {
        let (before, after) = (&text[..at.start], &text[at.end..]);
        text[at] == evidence.exact
            && before.ends_with(&evidence.prefix)
            && after.starts_with(&evidence.suffix)
            // The words round a passage are left out only where there are none.
            && evidence.prefix.is_empty() == before.is_empty()
            && evidence.suffix.is_empty() == after.is_empty()
            && !evidence.exact.trim().is_empty()
    });
    (!stands).then(|| Found::NoPassage {
        article: id(),
        exact: evidence.exact.clone(),
        start: evidence.start,
        end: evidence.end,
    })
}
