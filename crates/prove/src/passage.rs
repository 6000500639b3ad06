//! Whether a passage stands where its evidence says.

use std::collections::HashMap;

use throughline_model::{CitedArticle, Evidence, sha256_hex};

use crate::fault::Found;

/// What is wrong with a passage, if anything.
pub fn fault(evidence: &Evidence, articles: &HashMap<&str, &CitedArticle>) -> Option<Found> {
    let id = || evidence.article.clone();
    let Some(article) = articles.get(evidence.article.as_str()) else {
        return Some(Found::NoArticle { article: id() });
    };
    if article.sha256 != evidence.sha256 || sha256_hex(&article.text) != evidence.sha256 {
        return Some(Found::OtherText { article: id() });
    }
    let text = &article.text;
    let stands = evidence.bytes(text).is_some_and(|at| {
        text[at.clone()] == evidence.exact
            && text[..at.start].ends_with(&evidence.prefix)
            && text[at.end..].starts_with(&evidence.suffix)
            && !evidence.exact.trim().is_empty()
    });
    (!stands).then(|| Found::NoPassage {
        article: id(),
        exact: evidence.exact.clone(),
        start: evidence.start,
        end: evidence.end,
    })
}
