//! What is known of a page before its blocks are judged: sums over what each
//! element holds, names, shapes, where the title and the text stand.

use rustc_hash::FxHashMap;
use throughline_model::Role;

use super::Hints;
use crate::{
    dom::{Document, NodeRef, Tag},
    headline,
    page::{
        body::{
            agree::{Hash, Shingles},
            blocks::Block,
            measure::Measure,
            names::Names,
        },
        element,
    },
};

/// A block this long reads like running text.
const LONG: f32 = 20.;

/// Sums over the blocks in one element.
#[derive(Debug, Default, Clone, Copy)]
pub struct Sum {
    pub blocks: f32,
    pub words: f32,
    pub letters: f32,
    pub linked: f32,
    /// Words in long blocks with few links.
    pub long: f32,
    pub score: f32,
}

impl Sum {
    fn add(&mut self, block: &Block<'_>, measure: &Measure) {
        self.blocks += 1.;
        self.words += measure.words;
        self.letters += block.letters as f32;
        self.linked += block.linked as f32;
        self.long += if is_long(block, measure) { measure.words } else { 0. };
    }

    pub fn links(&self) -> f32 {
        self.linked / self.letters.max(1.)
    }
}

fn is_long(block: &Block<'_>, measure: &Measure) -> bool {
    measure.words >= LONG && block.linked * 2 < block.letters
}

/// A page and its blocks.
pub struct Page<'a> {
    pub blocks: &'a [Block<'a>],
    pub measures: Vec<Measure>,
    /// By element.
    pub sums: Vec<Sum>,
    /// By element, the bits of its names and 1 << 31 where it is hidden.
    pub names: Vec<u32>,
    /// Blocks of one shape: element, parent, classes.
    pub shapes: FxHashMap<u64, Sum>,
    pub shape_of: Vec<u64>,
    pub all: Sum,
    pub best: NodeRef<'a>,
    pub heaviest: NodeRef<'a>,
    /// The block of the title.
    pub title: Option<usize>,
    pub described: Option<usize>,
    pub body: Option<Shingles>,
    pub long: Vec<usize>,
    pub articles: f32,
    /// By the start of a text, how many blocks begin so.
    pub starts: FxHashMap<&'a str, f32>,
    /// Letters before each block.
    pub before: Vec<f32>,
}

pub const HIDDEN: u32 = 1 << 31;

impl<'a> Page<'a> {
    pub fn of(doc: &'a Document, blocks: &'a [Block<'a>], hints: Hints<'_>) -> Self {
        let measures: Vec<Measure> = blocks.iter().map(|b| Measure::of(&b.text)).collect();
        let mut sums = vec![Sum::default(); doc.len()];
        let articles = doc.nodes().filter(|node| node.tag() == Tag::Article).count() as f32;
        let mut starts: FxHashMap<&str, f32> = FxHashMap::default();
        let mut before = Vec::with_capacity(blocks.len());
        let mut all = Sum::default();
        let mut shapes: FxHashMap<u64, Sum> = FxHashMap::default();
        let mut shape_of = Vec::with_capacity(blocks.len());
        let mut long = Vec::new();
        for (at, (block, measure)) in blocks.iter().zip(&measures).enumerate() {
            *starts.entry(start_of(&block.text)).or_default() += 1.;
            before.push(all.letters);
            all.add(block, measure);
            sums[block.node.index()].add(block, measure);
            if is_long(block, measure) {
                long.push(at);
            }
            let shape = shape(block.node);
            shapes.entry(shape).or_default().add(block, measure);
            shape_of.push(shape);
            if measure.words >= 10.
                && block.role != Role::Heading
                && block.linked * 2 < block.letters
            {
                let score = 1. + measure.commas + (block.letters as f32 / 100.).min(3.);
                let shares = [0.5, 1., 0.6, 0.3];
                let holders = std::iter::once(block.node).chain(block.node.ancestors());
                for (node, share) in holders.zip(shares) {
                    sums[node.index()].score += score * share;
                }
            }
        }
        // Holders stand before what they hold.
        for at in (1..sums.len()).rev() {
            let sum = sums[at];
            if sum.blocks > 0.
                && let Some(parent) = doc.node(at).parent()
            {
                let outer = &mut sums[parent.index()];
                outer.blocks += sum.blocks;
                outer.words += sum.words;
                outer.letters += sum.letters;
                outer.linked += sum.linked;
                outer.long += sum.long;
            }
        }
        let mut names = vec![0; doc.len()];
        let mut known = Names::new(doc);
        for node in doc.nodes().filter(|node| sums[node.index()].blocks > 0.) {
            names[node.index()] = known.of(node);
        }
        for selector in ["[hidden]", "[aria-hidden='true']", "[style]"] {
            for node in doc.select(selector).nodes().iter().filter(|n| element::is_hidden(n)) {
                names[node.index()] |= HIDDEN;
            }
        }
        // What a script will show is no more hidden than the page.
        for (names, sum) in names.iter_mut().zip(&sums) {
            if sum.long * 2. > all.long {
                *names &= !HIDDEN;
            }
        }
        let worth = |sum: &Sum| sum.score * (1. - sum.links());
        let best = (0..sums.len()).max_by(|a, b| worth(&sums[*a]).total_cmp(&worth(&sums[*b])));
        let best = doc.node(best.unwrap_or_default());
        let heaviest = heaviest(doc, &sums);
        let title = hints.title.and_then(|title| title_at(blocks, &measures, title));
        let described = hints.description.and_then(|text| described_at(blocks, text));
        let body = hints.body.and_then(Shingles::of);
        Self {
            blocks,
            measures,
            sums,
            names,
            shapes,
            shape_of,
            all,
            best,
            heaviest,
            title,
            described,
            body,
            long,
            articles,
            starts,
            before,
        }
    }

    pub fn sum(&self, node: NodeRef<'_>) -> Sum {
        self.sums[node.index()]
    }
}

/// What two versions of one line share.
pub fn start_of(text: &str) -> &str {
    text.char_indices().nth(40).map_or(text, |(end, _)| &text[..end])
}

/// Element, classes and those of the parent, as one number.
fn shape(node: NodeRef<'_>) -> u64 {
    let mut hash = Hash::default();
    for node in std::iter::once(node).chain(node.parent()) {
        hash.add(node.name());
        hash.add(node.attr("class").unwrap_or_default());
    }
    hash.value()
}

/// From the body down, always to the child with nearly all long text.
fn heaviest<'a>(doc: &'a Document, sums: &[Sum]) -> NodeRef<'a> {
    let mut here = doc.body();
    loop {
        let all = sums[here.index()].long;
        let long = |child: &NodeRef<'_>| sums[child.index()].long;
        let next = here.element_children().max_by(|a, b| long(a).total_cmp(&long(b)));
        match next {
            Some(child) if long(&child) > 0. && long(&child) >= all * 0.8 => here = child,
            _ => return here,
        }
    }
}

fn title_at(blocks: &[Block<'_>], measures: &[Measure], title: &str) -> Option<usize> {
    if headline::fold(title).is_empty() {
        return None;
    }
    let is_title = headline::same_as(title);
    let near = |at: &usize| {
        let block = &blocks[*at];
        block.text.len() <= title.len() * 2 + 40
            && block.text.len() * 2 + 40 >= title.len()
            && is_title(&block.text)
    };
    let headings = (0..blocks.len()).filter(|at| blocks[*at].node.tag() == Tag::H1);
    headings
        .clone()
        .find(near)
        .or_else(|| (0..blocks.len()).filter(|at| measures[*at].words >= 3.).find(near))
        .or_else(|| headings.clone().next())
}

fn described_at(blocks: &[Block<'_>], description: &str) -> Option<usize> {
    let start: String = description.split_whitespace().collect::<Vec<_>>().join(" ");
    let start: String = start.chars().take(50).collect();
    if start.chars().count() < 30 {
        return None;
    }
    blocks.iter().position(|block| block.text.contains(&start))
}
