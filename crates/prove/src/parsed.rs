//! [`Parsed`]: the trees that proofs made, for the proofs that follow.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use throughline_syntax::Doc;

/// Trees of sentences, by the SHA-256 of the text that they stand in.
///
/// A story that grows is told and proven again with every article, and nearly
/// all of its sentences were parsed before. A tree depends on its sentence alone,
/// and a proof takes the hash of a text itself: so a proof that has these trees
/// finds what one without them finds. Several proofs may use them at once.
#[derive(Debug, Default)]
pub struct Parsed(Mutex<HashMap<String, Arc<Trees>>>);

/// The trees of one text, by the bytes of their sentences.
#[derive(Debug, Default)]
pub(crate) struct Trees(Mutex<HashMap<Range<usize>, Arc<Doc>>>);

impl Parsed {
    /// How many texts there are trees of.
    pub fn texts(&self) -> usize {
        self.all().len()
    }

    /// Forgets the trees of all texts but these, each given by its SHA-256.
    pub fn keep(&self, sha256: &HashSet<&str>) {
        self.all().retain(|text, _| sha256.contains(text.as_str()));
    }

    /// The trees of a text; none yet where it is new.
    pub(crate) fn of(&self, sha256: &str) -> Arc<Trees> {
        Arc::clone(self.all().entry(sha256.to_owned()).or_default())
    }

    fn all(&self) -> MutexGuard<'_, HashMap<String, Arc<Trees>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Trees {
    /// All of them; whoever holds them keeps others waiting.
    pub(crate) fn all(&self) -> MutexGuard<'_, HashMap<Range<usize>, Arc<Doc>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use throughline_model::{Article, CitedArticle, Role};

    use crate::Proof;

    use super::*;

    fn cited(text: &str) -> CitedArticle {
        let mut article = Article::new(None, text, vec![(Role::Body, text.to_owned(), None)]);
        article.id = "a".into();
        CitedArticle::from(&article)
    }

    #[test]
    fn a_sentence_is_parsed_once_and_only_its_own_text_has_its_tree() {
        let parsed = Parsed::default();
        let tree = |article: &CitedArticle| {
            let proof = Proof::knowing(std::slice::from_ref(article), &parsed);
            proof.trees(&[("a", 0..article.text.find('\n').unwrap_or(0))]).remove(0)
        };
        let ferry = cited("The ferry left Port Vess.");
        // Another text that says it were the first.
        let other =
            CitedArticle { sha256: ferry.sha256.clone(), ..cited("The ferry sank early on.") };
        let (first, second) = (tree(&ferry), tree(&other));
        assert!(Arc::ptr_eq(&first, &tree(&ferry)));
        assert!(!Arc::ptr_eq(&first, &second));
        assert_ne!(first, second);
        assert_eq!(parsed.texts(), 2);
        parsed.keep(&HashSet::from([ferry.sha256.as_str()]));
        assert_eq!(parsed.texts(), 1);
        assert!(Arc::ptr_eq(&first, &tree(&ferry)));
        assert!(!Arc::ptr_eq(&second, &tree(&other)));
    }
}
