//! Owns the order of the steps, and the cutting of work into batches.

use crate::attributes::Ruler;
use crate::doc::{Doc, NameSpan, Token};
use crate::finite;
use crate::lemmas::Lemmatiser;
use crate::lexicon::{Lexicon, Memory};
use crate::names::{Found, Namer};
use crate::network::{Encoder, Padded};
use crate::parser::{Parser, Tree};
use crate::slices::{Slice, join, slice};
use crate::tagger::Tagger;
use crate::tokenizer::{Piece, Tokenizer};
use crate::wants::Wants;
use crate::weights::{ENGLISH, Sections};
use pulp::Arch;
use std::sync::{Mutex, OnceLock, PoisonError};

/// Tokens that go through the networks together: enough to keep the processor busy, few
/// enough that what is computed of them stays in its cache.
const BATCH: usize = 1024;

/// The analysis of English text. It is the same for the same text always: it depends
/// neither on what was analysed before nor on the processor. Texts are shorter than 4 GiB.
/// Calls from several threads do not wait for each other.
///
/// ```
/// use throughline_syntax::{Pipeline, Wants};
/// let text = "Ada Quist met reporters in Velmora on Tuesday.";
/// let doc = Pipeline::english().parse(text, Wants::ALL);
/// assert_eq!(&text[doc.tokens[2].range()], "met");
/// assert_eq!((doc.tokens[2].tag, doc.tokens[2].lemma.as_str()), ("VBD", "meet"));
/// assert_eq!((&text[doc.name_range(&doc.names[0])], doc.names[0].kind), ("Ada Quist", "PERSON"));
/// ```
pub struct Pipeline {
    arch: Arch,
    data: Sections,
    lexicon: Lexicon,
    tokenizer: Tokenizer,
    shared: Encoder,
    tagger: Tagger,
    parser: Parser,
    ruler: Ruler,
    lemmatiser: OnceLock<Lemmatiser>,
    names: OnceLock<(Encoder, Namer)>,
    /// Memories that no call uses at the moment.
    memories: Mutex<Vec<Memory>>,
}

impl Pipeline {
    /// The pipeline that is built into the program. The first call reads it.
    pub fn english() -> &'static Self {
        static PIPELINE: OnceLock<Pipeline> = OnceLock::new();
        PIPELINE.get_or_init(|| Self::read(Sections::of(ENGLISH), Arch::new()))
    }

    fn read(data: Sections, arch: Arch) -> Self {
        let lexicon = Lexicon::read(data);
        Self {
            arch,
            data,
            tokenizer: Tokenizer::read(data, |text| lexicon.id(text)),
            lexicon,
            shared: Encoder::read(data, "shared", 6),
            tagger: Tagger::read(data),
            parser: Parser::read(data),
            ruler: Ruler::read(data),
            lemmatiser: OnceLock::new(),
            names: OnceLock::new(),
            memories: Mutex::default(),
        }
    }

    fn names(&self) -> &(Encoder, Namer) {
        self.names.get_or_init(|| (Encoder::read(self.data, "names", 4), Namer::read(self.data)))
    }

    fn lemmatiser(&self) -> &Lemmatiser {
        self.lemmatiser.get_or_init(|| Lemmatiser::read(self.data))
    }

    /// The tokens of a text, with nothing known of them.
    pub fn tokenize(&self, text: &str) -> Vec<Token> {
        self.tokenizer.cut(text).iter().map(|piece| token(text, piece)).collect()
    }

    /// Analyses a text. For several, [`Pipeline::parse_many`] is much faster.
    pub fn parse(&self, text: &str, wants: Wants) -> Doc {
        self.parse_many(&[text], wants).pop().expect("one text has one analysis")
    }

    /// Analyses texts, each by itself: what one says has no effect on another. Short texts
    /// such as sentences or paragraphs are best given many at a time.
    pub fn parse_many(&self, texts: &[&str], wants: Wants) -> Vec<Doc> {
        let pieces: Vec<_> = texts.iter().map(|text| self.tokenizer.cut(text)).collect();
        let slices: Vec<_> =
            texts.iter().zip(&pieces).flat_map(|(text, pieces)| slice(text, pieces)).collect();
        let mut docs = Vec::with_capacity(slices.len());
        let mut memory = self.memories().pop().unwrap_or_default();
        let mut rest = slices.as_slice();
        while !rest.is_empty() {
            let mut tokens = 0;
            let fits = |slice: &&Slice| {
                tokens += slice.pieces.len();
                tokens <= BATCH
            };
            let count = rest.iter().take_while(fits).count().max(1);
            let (batch, later) = rest.split_at(count);
            docs.extend(self.parse_batch(batch, wants, &mut memory));
            rest = later;
        }
        self.memories().push(memory);
        let mut docs = join(texts.len(), &slices, docs, wants);
        if wants.finite {
            docs.iter_mut().zip(texts).for_each(|(doc, text)| finite::mend(doc, text));
        }
        docs
    }

    fn memories(&self) -> std::sync::MutexGuard<'_, Vec<Memory>> {
        // A memory is put back whole or not at all, so a panic elsewhere spoils none.
        self.memories.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn parse_batch(&self, batch: &[Slice], wants: Wants, memory: &mut Memory) -> Vec<Doc> {
        let mut docs: Vec<_> = batch.iter().map(Slice::doc).collect();
        if !wants.needs_tags() && !wants.needs_tree() && !wants.names {
            return docs;
        }
        memory.tidy();
        let mut words = Vec::new();
        for slice in batch {
            words.extend(slice.pieces.iter().map(|piece| {
                let word = &slice.text[piece.start as usize..piece.end as usize];
                (memory.number(&self.lexicon, word, piece.norm), piece.space)
            }));
        }
        let lengths: Vec<_> = batch.iter().map(|slice| slice.pieces.len()).collect();
        let is_space: Vec<Vec<bool>> = docs
            .iter()
            .map(|doc| doc.tokens.iter().map(|token| token.is_space).collect())
            .collect();
        if wants.needs_tags() || wants.needs_tree() {
            let places = memory.shared_places(self.arch, &self.shared, &words);
            let vectors = self.shared.encode(self.arch, chunks(&places, &lengths), &memory.shared);
            if wants.needs_tree() {
                let roles = &mut memory.roles;
                let trees =
                    self.parser.parse(self.arch, &vectors, &is_space, wants.one_sentence, roles);
                docs.iter_mut().zip(trees).for_each(|(doc, tree)| plant(doc, tree, wants.tree));
            }
            if wants.needs_tags() {
                self.tag(batch, &vectors, &mut docs, wants);
            }
        }
        if wants.names {
            let (encoder, namer) = self.names();
            let places = memory.name_places(self.arch, encoder, &words);
            let vectors = encoder.encode(self.arch, chunks(&places, &lengths), &memory.names);
            let starts = |text: usize, token: u32| docs[text].tokens[token as usize].sentence_start;
            let found = namer.find(self.arch, &vectors, &is_space, starts, &mut memory.roles);
            docs.iter_mut().zip(found).for_each(|(doc, found)| doc.names = spans(found));
        }
        docs
    }

    fn tag(&self, batch: &[Slice], vectors: &Padded, docs: &mut [Doc], wants: Wants) {
        let mut scratch = Vec::new();
        for (number, (slice, doc)) in batch.iter().zip(docs).enumerate() {
            let tags = self.tagger.tag(self.arch, vectors.text(number), &mut scratch);
            doc.tokens.iter_mut().zip(tags).for_each(|(token, tag)| token.tag = tag);
            self.ruler.apply(slice.text, &mut doc.tokens);
            for token in &mut doc.tokens {
                if !wants.lemmas {
                    token.lemma.clear();
                } else if token.lemma.is_empty() {
                    token.lemma =
                        self.lemmatiser().lemma(&self.lexicon, &slice.text[token.range()], token);
                }
            }
        }
    }
}

fn chunks<'a>(all: &'a [u32], lengths: &'a [usize]) -> impl Iterator<Item = &'a [u32]> + Clone {
    lengths.iter().scan(0, |start, length| {
        let chunk = &all[*start..*start + length];
        *start += length;
        Some(chunk)
    })
}

fn plant(doc: &mut Doc, tree: Tree, wants_tree: bool) {
    for (number, token) in doc.tokens.iter_mut().enumerate() {
        token.sentence_start = tree.sentence_starts[number];
        if wants_tree {
            token.head = tree.heads[number];
            token.dep = tree.labels[number];
        }
    }
}

fn spans(found: Vec<Found>) -> Vec<NameSpan> {
    found.into_iter().map(|(first, last, kind)| NameSpan { first, last, kind }).collect()
}

/// A token of which nothing is known yet.
pub(crate) fn token(text: &str, piece: &Piece) -> Token {
    let word = &text[piece.start as usize..piece.end as usize];
    Token {
        start: piece.start,
        end: piece.end,
        space_after: piece.space,
        is_space: word.chars().all(crate::chars::is_space),
        sentence_start: false,
        tag: "",
        pos: "",
        morph: "",
        head: 0,
        dep: "",
        lemma: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn analyses_are_the_same_on_every_processor() {
        let text =
            "Two ministers quit on Monday, Ada Quist said, after talks in Velmora broke down.";
        let analyse = |arch| {
            let pipeline = Pipeline::read(Sections::of(ENGLISH), arch);
            let doc = pipeline.parse(text, Wants::ALL);
            // Not only the decisions: the numbers they rest on, too.
            let memory = pipeline.memories().pop().expect("the call has put its memory back");
            (doc, memory.shared, memory.names)
        };
        assert_eq!(analyse(Arch::Scalar), analyse(Arch::new()));
    }
}
