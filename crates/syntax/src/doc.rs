//! Owns what an analysis looks like: tokens with their place in the tree, and names.

use std::ops::Range;

/// An analysed text.
///
/// Offsets are bytes into the text that was given, always on character boundaries; tokens
/// are in order and do not overlap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doc {
    /// The words, numbers, signs and odd spaces of the text.
    pub tokens: Vec<Token>,
    /// The names, dates and amounts, in order. Empty unless asked for.
    pub names: Vec<NameSpan>,
    /// First and last token of each token's subtree.
    pub(crate) edges: Vec<(u32, u32)>,
}

/// A token. What was not asked for is empty, and the head of a token is then itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where the token begins, in bytes.
    pub start: u32,
    /// Where the token ends, in bytes.
    pub end: u32,
    /// Whether one space follows.
    pub space_after: bool,
    /// Whether the token is white space.
    pub is_space: bool,
    /// Whether a sentence begins here.
    pub sentence_start: bool,
    /// The fine part of speech, of the Penn Treebank: `NNP`, `VBD`.
    pub tag: &'static str,
    /// The universal part of speech: `PROPN`, `VERB`.
    pub pos: &'static str,
    /// Universal features: `Tense=Past|VerbForm=Fin`.
    pub morph: &'static str,
    /// The number of the token this one depends on; a root's is its own.
    pub head: u32,
    /// The relation to the head, in ClearNLP's scheme: `nsubj`, `dobj`, `ROOT`.
    pub dep: &'static str,
    /// The dictionary form.
    pub lemma: String,
}

/// A name, date or amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameSpan {
    /// The number of its first token.
    pub first: u32,
    /// The number of its last token.
    pub last: u32,
    /// What it names, in OntoNotes' scheme: `PERSON`, `ORG`, `GPE`, `DATE`, `MONEY`.
    pub kind: &'static str,
}

impl Token {
    /// The token's bytes in the text.
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl Doc {
    /// The numbers of the tokens that depend on this one, in order.
    ///
    /// ```
    /// use throughline_syntax::{Pipeline, Wants};
    /// let doc = Pipeline::english().parse("The mayor opened a bridge.", Wants::ALL);
    /// assert_eq!(doc.children(2).map(|child| doc.tokens[child].dep).collect::<Vec<_>>(), ["nsubj", "dobj", "punct"]);
    /// ```
    pub fn children(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        self.subtree(token)
            .filter(move |child| *child != token && self.tokens[*child].head as usize == token)
    }

    /// From the first to the last token of what hangs on this one, itself included. Where
    /// arcs cross, others may lie between.
    pub fn subtree(&self, token: usize) -> Range<usize> {
        match self.edges.get(token) {
            Some((first, last)) => *first as usize..*last as usize + 1,
            None => token..token + 1,
        }
    }

    /// The sentences as ranges of tokens.
    pub fn sentences(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let is_start = |token: &usize| *token == 0 || self.tokens[*token].sentence_start;
        let starts = (0..self.tokens.len()).filter(is_start);
        let ends = (1..self.tokens.len()).filter(is_start).chain([self.tokens.len()]);
        starts.zip(ends).map(|(start, end)| start..end)
    }

    /// The bytes of a name in the text.
    pub fn name_range(&self, name: &NameSpan) -> Range<usize> {
        self.tokens[name.first as usize].start as usize
            ..self.tokens[name.last as usize].end as usize
    }
}
