//! Owns the choice of what an analysis contains, so that a step pays for what it needs.

/// What to find out about a text. Tokens are always found.
///
/// ```
/// use throughline_syntax::Wants;
/// let wants = Wants { one_sentence: true, ..Wants::TREE };
/// assert!(wants.tags && wants.tree && !wants.names);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Wants {
    /// Parts of speech and features. The universal part of speech of a few words ("have",
    /// "that") depends on their place in the tree; without it they get the usual one.
    pub tags: bool,
    /// Heads, relations and sentences.
    pub tree: bool,
    /// Names, dates and amounts. They do not cross sentences, so this finds the sentences
    /// too unless the text is one.
    pub names: bool,
    /// Dictionary forms. They need parts of speech, which come along.
    pub lemmas: bool,
    /// The text is one sentence, so there is one tree.
    pub one_sentence: bool,
    /// The text is one sentence, and one of running text has a finite verb: where the model finds
    /// none, the word that must be it is made it. What spaCy gives is left then.
    pub finite: bool,
}

impl Wants {
    /// Tokens only.
    pub const TOKENS: Self = Self {
        tags: false,
        tree: false,
        names: false,
        lemmas: false,
        one_sentence: false,
        finite: false,
    };
    /// Tokens and parts of speech.
    pub const TAGS: Self = Self { tags: true, ..Self::TOKENS };
    /// Parts of speech and trees.
    pub const TREE: Self = Self { tree: true, ..Self::TAGS };
    /// Names only.
    pub const NAMES: Self = Self { names: true, ..Self::TOKENS };
    /// Everything.
    pub const ALL: Self =
        Self { tags: true, tree: true, names: true, lemmas: true, ..Self::TOKENS };
    /// A sentence of running text, and everything of it.
    pub const SENTENCE: Self = Self { one_sentence: true, finite: true, ..Self::ALL };

    pub(crate) fn needs_tags(self) -> bool {
        self.tags || self.lemmas
    }

    pub(crate) fn needs_tree(self) -> bool {
        self.tree || self.names && !self.one_sentence
    }
}

impl Default for Wants {
    fn default() -> Self {
        Self::ALL
    }
}
