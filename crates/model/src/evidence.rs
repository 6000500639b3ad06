//! [`Evidence`]: the exact passage behind a citation, findable again.

use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Article;

/// How many code points of context stand on each side of a passage.
const CONTEXT: usize = 32;

/// A passage of an article's stored text.
///
/// The fields are those of the W3C Web Annotation model: `exact`, `prefix`,
/// `suffix` of a TextQuoteSelector and `start`, `end` of a
/// TextPositionSelector, counted in Unicode code points; with the hash of the
/// whole text they were cut from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// Id of the article.
    pub article: String,
    /// The passage itself.
    pub exact: String,
    /// Up to 32 code points before it.
    pub prefix: String,
    /// Up to 32 code points after it.
    pub suffix: String,
    /// First code point of the passage in the article's text.
    pub start: usize,
    /// Code point after its last one.
    pub end: usize,
    /// SHA-256 of the article's text.
    pub sha256: String,
}

impl Evidence {
    /// Cuts the passage at these bytes out of the article's text.
    ///
    /// # Panics
    /// When the range does not lie on character boundaries of the text; ranges
    /// come from the annotator, which only makes such ranges.
    pub fn cut(article: &Article, bytes: Range<usize>) -> Self {
        let text = &article.text;
        let start = text[..bytes.start].chars().count();
        let exact = &text[bytes.clone()];
        let before = &text[..bytes.start];
        let prefix = before.char_indices().rev().take(CONTEXT).last().map_or(0, |(at, _)| at);
        Self {
            article: article.id.clone(),
            exact: exact.to_owned(),
            prefix: before[prefix..].to_owned(),
            suffix: text[bytes.end..].chars().take(CONTEXT).collect(),
            start,
            end: start + exact.chars().count(),
            sha256: article.sha256.clone(),
        }
    }

    /// The passage's bytes in this text, or nothing where the text has no such
    /// code points. It does not compare the passage: proof does.
    pub fn bytes(&self, text: &str) -> Option<Range<usize>> {
        if self.start > self.end {
            return None;
        }
        let start = after(text, self.start)?;
        let end = after(&text[start..], self.end - self.start)?;
        Some(start..start + end)
    }
}

/// The byte after so many code points. `Chars` skips many at a time, `CharIndices` none.
fn after(text: &str, points: usize) -> Option<usize> {
    let mut rest = text.chars();
    if points > 0 {
        rest.nth(points - 1)?;
    }
    Some(text.len() - rest.as_str().len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Role;

    proptest! {
        #[test]
        fn a_passage_is_found_where_it_was_cut(line in "\\PC{1,80}", from in 0usize..80, to in 0usize..80) {
            let article = Article::new(None, "Title ü", vec![(Role::Body, line, None)]);
            let ends: Vec<usize> =
                article.text.char_indices().map(|(at, _)| at).chain([article.text.len()]).collect();
            let (a, b) = (from.min(ends.len() - 1), to.min(ends.len() - 1));
            let range = ends[a.min(b)]..ends[a.max(b)];
            let evidence = Evidence::cut(&article, range.clone());
            prop_assert_eq!(evidence.bytes(&article.text), Some(range));
        }
    }
}
