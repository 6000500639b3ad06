//! [`Tree`]: a parsed sentence with its place in the article's text.

use std::{ops::Range, sync::Arc};

use throughline_syntax::{Doc, NameSpan, Pipeline, Token, Wants};

/// A parsed sentence.
pub struct Tree {
    doc: Arc<Doc>,
    names: Vec<NameSpan>,
    base: usize,
}

impl Tree {
    /// Parses sentences, each given with the byte of its article where it
    /// begins. Many at a time are much cheaper than one by one.
    ///
    /// ```
    /// # use throughline_annotate::Tree;
    /// let tree = Tree::parse(&[("Ada Vall left.", 10)]).remove(0);
    /// assert_eq!(tree.root().map(|root| tree.span(root)), Some(19..23));
    /// ```
    pub fn parse(sentences: &[(&str, usize)]) -> Vec<Self> {
        let texts: Vec<&str> = sentences.iter().map(|(text, _)| *text).collect();
        let docs = Pipeline::english().parse_many(&texts, Wants::SENTENCE);
        let docs = docs.into_iter().map(Arc::new);
        docs.zip(sentences).map(|(doc, (_, base))| Self::of(doc, *base)).collect()
    }

    /// A parse that is at hand, of a sentence that begins at this byte.
    pub fn of(doc: Arc<Doc>, base: usize) -> Self {
        let names = doc.names.clone();
        Self { doc, names, base }
    }

    /// The names, as the namer or [`Tree::rename`] left them.
    pub fn name_spans(&self) -> &[NameSpan] {
        &self.names
    }

    /// Puts other names: a namer that sees one sentence takes a surname for a
    /// place, and a story knows better.
    pub fn rename(&mut self, names: Vec<NameSpan>) {
        self.names = names;
    }

    /// The parse itself.
    pub fn doc(&self) -> &Doc {
        &self.doc
    }

    /// The tokens in order.
    pub fn tokens(&self) -> &[Token] {
        &self.doc.tokens
    }

    /// A token.
    pub fn token(&self, at: usize) -> &Token {
        &self.doc.tokens[at]
    }

    /// Whether a verb, or its auxiliary, has a tense.
    pub fn is_finite(&self, verb: usize) -> bool {
        let tensed = |at: usize| matches!(self.token(at).tag, "VBD" | "VBZ" | "VBP" | "MD");
        matches!(self.token(verb).pos, "VERB" | "AUX")
            && (tensed(verb)
                || self
                    .children(verb)
                    .any(|c| matches!(self.token(c).dep, "aux" | "auxpass") && tensed(c)))
    }

    /// The head of a token, none for a root.
    pub fn head(&self, at: usize) -> Option<usize> {
        let head = self.token(at).head as usize;
        (head != at).then_some(head)
    }

    /// The root, none in an empty text.
    pub fn root(&self) -> Option<usize> {
        (0..self.tokens().len()).find(|&i| self.token(i).dep == "ROOT")
    }

    /// The dependents of a token.
    pub fn children(&self, of: usize) -> impl Iterator<Item = usize> + '_ {
        self.doc.children(of)
    }

    /// The first dependent with one of these relations.
    pub fn child(&self, of: usize, deps: &[&str]) -> Option<usize> {
        self.children(of).find(|&i| deps.contains(&self.token(i).dep))
    }

    /// The tokens of a subtree.
    pub fn subtree(&self, of: usize) -> Range<usize> {
        self.doc.subtree(of)
    }

    /// The bytes of tokens in the article's text.
    pub fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        let first = &self.doc.tokens[tokens.start];
        let last = &self.doc.tokens[tokens.end - 1];
        self.base + first.start as usize..self.base + last.end as usize
    }

    /// The bytes of one token in the article's text.
    pub fn span(&self, at: usize) -> Range<usize> {
        self.bytes(at..at + 1)
    }

    /// The token that holds this byte of the article's text.
    pub fn at(&self, byte: usize) -> Option<usize> {
        let inner = byte.checked_sub(self.base)?;
        let at = self.tokens().partition_point(|t| (t.end as usize) <= inner);
        (at < self.tokens().len()).then_some(at)
    }

    /// The people named, as token ranges.
    pub fn people(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.names(&["PERSON"])
    }

    /// The names of these kinds, as token ranges.
    pub fn names<'a>(&'a self, kinds: &'a [&'a str]) -> impl Iterator<Item = Range<usize>> + 'a {
        self.named().filter(|(kind, _)| kinds.contains(kind)).map(|(_, name)| name)
    }

    /// Every name with its kind in OntoNotes' scheme.
    pub fn named(&self) -> impl Iterator<Item = (&'static str, Range<usize>)> + '_ {
        self.names.iter().map(|n| (n.kind, n.first as usize..n.last as usize + 1))
    }

    /// The token and all that it depends on, up to the root.
    pub fn ancestors(&self, of: usize) -> impl Iterator<Item = usize> + '_ {
        let mut at = Some(of);
        let mut left = self.tokens().len();
        std::iter::from_fn(move || {
            let here = at?;
            left = left.saturating_sub(1);
            at = self.head(here).filter(|_| left > 0);
            Some(here)
        })
    }
}
