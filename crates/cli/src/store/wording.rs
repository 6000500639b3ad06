//! [`Wording`]: the terms by which articles are gathered, as an article itself
//! writes them. Gathering knows stems and figures in base units, which are no
//! words for a reader.

use std::collections::HashMap;

use throughline_annotate::{Quantity, Reading, Sentence};
use throughline_gather::{Why, figure_term};
use throughline_model::Article;

/// How an article writes its terms.
pub struct Wording {
    words: HashMap<String, String>,
    names: HashMap<String, String>,
    figures: HashMap<String, String>,
}

impl Wording {
    /// Reads it off an article.
    pub fn of(article: &Article) -> Self {
        let reading = Reading::of(article.clone());
        let text = &reading.article.text;
        let mut words: HashMap<&str, Vec<(&str, usize)>> = HashMap::new();
        let (mut names, mut figures) = (HashMap::new(), HashMap::new());
        for sentence in &reading.sentences {
            for word in &sentence.words {
                let forms = words.entry(&word.stem).or_default();
                let form = &text[word.span.clone()];
                match forms.iter_mut().find(|(known, _)| *known == form) {
                    Some((_, times)) => *times += 1,
                    None => forms.push((form, 1)),
                }
            }
            for name in &sentence.names {
                let full = &text[name.span.clone()];
                names.entry(name.key.clone()).or_insert(full.to_owned());
                // A name is found by its last word too.
                if let (Some((_, key)), Some(last)) =
                    (name.key.rsplit_once(' '), full.split_whitespace().next_back())
                {
                    names.entry(key.to_owned()).or_insert(last.to_owned());
                }
            }
            for figure in &sentence.quantities {
                figures
                    .entry(figure_term(figure))
                    .or_insert_with(|| written(figure, sentence, text));
            }
        }
        // The commonest form, the first of several.
        let most = |forms: Vec<(&str, usize)>| {
            let best = forms.iter().rev().max_by_key(|(_, times)| *times);
            best.map_or(String::new(), |(form, _)| (*form).to_owned())
        };
        let words = words.into_iter().map(|(stem, forms)| (stem.to_owned(), most(forms)));
        Self { words: words.collect(), names, figures }
    }

    /// Kinds of terms with what the article and a story share. A figure that the
    /// article does not have any more cannot be written, and is left out.
    pub fn shared(&self, why: &Why) -> [(&'static str, Vec<String>); 4] {
        let as_written = |terms: &[String], forms: &HashMap<String, String>| {
            let mut written: Vec<String> = Vec::new();
            for term in terms {
                let form = forms.get(term).unwrap_or(term);
                if !written.contains(form) {
                    written.push(form.clone());
                }
            }
            written
        };
        let figures = why.figures.iter().filter_map(|term| self.figures.get(term).cloned());
        [
            ("names", as_written(&why.names, &self.names)),
            ("words", as_written(&why.words, &self.words)),
            ("days", why.days.clone()),
            ("figures", figures.collect()),
        ]
    }
}

/// A figure with its unit, or with the word for what is counted.
fn written(figure: &Quantity, sentence: &Sentence, text: &str) -> String {
    let head = figure.counted.last();
    let counted = sentence
        .words
        .iter()
        .find(|word| word.span.start >= figure.span.end && Some(&word.stem) == head);
    let end = counted.map_or(figure.span.end, |word| word.span.end);
    text[figure.span.start..end].to_owned()
}
