//! [`Telling`]: sentences that stand in no article, read to be compared.

use throughline_annotate::{Reading, Tree};
use throughline_model::{Article, Moment, Role};

use super::{part::Passage, told::told};

/// What somebody tells, in sentences, read and parsed.
pub struct Telling {
    reading: Reading,
    trees: Vec<Tree>,
}

impl Telling {
    /// Reads it; its relative days are counted from `published`.
    ///
    /// ```
    /// use throughline_claims::Telling;
    /// let read = |text| Telling::read(text, None, "en");
    /// let long = read("Ada Vall, the mayor of Ostra, resigned on Monday. She gave no reason.");
    /// let short = read("The mayor stepped down.");
    /// assert!(short.is_told_by(&[&long]));
    /// assert!(!long.is_told_by(&[&short]));
    /// ```
    pub fn read(text: &str, published: Option<Moment>, language: &str) -> Self {
        let mut article = Article::new(None, "", vec![(Role::Body, text.to_owned(), None)]);
        article.published = published;
        article.language = language.to_owned();
        let mut reading = Reading::of(article);
        reading.sentences.retain(|sentence| sentence.position.is_some());
        let text = &reading.article.text;
        let spans: Vec<(&str, usize)> =
            reading.sentences.iter().map(|s| (&text[s.span.clone()], s.span.start)).collect();
        let trees = Tree::parse(&spans);
        Self { reading, trees }
    }

    /// Whether these tell all that this one says ([`told`]).
    pub fn is_told_by(&self, others: &[&Self]) -> bool {
        let by: Vec<Passage> = others.iter().flat_map(|other| other.passages()).collect();
        self.passages().all(|sentence| told(&sentence, &by))
    }

    fn passages(&self) -> impl Iterator<Item = Passage<'_>> {
        let text = &self.reading.article.text;
        let sentences = self.reading.sentences.iter().zip(&self.trees);
        sentences.map(|(sentence, tree)| Passage { text, sentence, tree })
    }
}
