//! What the classifier sees of each block: nothing that depends on a language
//! but the end of a sentence, nothing that depends on an outlet or a topic.

use rustc_hash::FxHashMap;
use throughline_model::Role;

use super::{
    agree::Shingles,
    blocks::Block,
    measure::Measure,
    names::{GROUPS, Names},
    rows::Rows,
};
use crate::{
    dom::{Document, NodeRef, Tag},
    headline,
    page::element,
};

/// Elements of which the nearest one around a block matters.
const AROUND: [Tag; 13] = [
    Tag::Article,
    Tag::Main,
    Tag::Section,
    Tag::Aside,
    Tag::Header,
    Tag::Footer,
    Tag::Form,
    Tag::Table,
    Tag::Ul,
    Tag::Ol,
    Tag::Figure,
    Tag::Blockquote,
    Tag::Dl,
];

/// A block this long reads like running text.
const LONG: f32 = 20.;

/// No element of this kind holds the block.
const NOWHERE: f32 = 20.;

/// What is known of a page before its blocks are judged.
#[derive(Debug, Default, Clone, Copy)]
pub struct Hints<'a> {
    /// The title.
    pub title: Option<&'a str>,
    /// The text of the article as the page's data has it.
    pub body: Option<&'a str>,
    /// What the page says it is about.
    pub description: Option<&'a str>,
}

/// Sums over the blocks in one element.
#[derive(Debug, Default, Clone, Copy)]
struct Sum {
    blocks: f32,
    words: f32,
    letters: f32,
    linked: f32,
    /// Words in long blocks with few links.
    long: f32,
    score: f32,
}

impl Sum {
    fn add(&mut self, block: &Block<'_>, measure: &Measure) {
        self.blocks += 1.;
        self.words += measure.words;
        self.letters += block.letters as f32;
        self.linked += block.linked as f32;
        self.long += if is_long(block, measure) { measure.words } else { 0. };
    }

    fn links(&self) -> f32 {
        self.linked / self.letters.max(1.)
    }
}

fn is_long(block: &Block<'_>, measure: &Measure) -> bool {
    measure.words >= LONG && block.linked * 2 < block.letters
}

/// The features of all blocks, one row a block.
pub fn of(doc: &Document, blocks: &[Block<'_>], hints: Hints<'_>) -> Rows {
    let page = Page::of(doc, blocks, hints);
    let mut rows = Rows::default();
    for at in 0..blocks.len() {
        rows.add(|row| page.row(at, row));
    }
    rows
}

/// How many features a block has.
pub const WIDTH: usize = 19 + 18 + 24 + 4 + 30 + 4 + GROUPS + AROUND.len() + 3;

struct Page<'a> {
    blocks: &'a [Block<'a>],
    measures: Vec<Measure>,
    /// By element.
    sums: Vec<Sum>,
    /// By element, the bits of its names and 1 << 31 where it is hidden.
    names: Vec<u32>,
    /// Blocks of one shape: element, parent, classes.
    shapes: FxHashMap<u64, Sum>,
    shape_of: Vec<u64>,
    all: Sum,
    best: NodeRef<'a>,
    heaviest: NodeRef<'a>,
    /// The block of the title.
    title: Option<usize>,
    described: Option<usize>,
    body: Option<Shingles>,
    long: Vec<usize>,
    articles: f32,
    /// By the start of a text, how many blocks begin so.
    starts: FxHashMap<&'a str, f32>,
    /// Letters before each block.
    before: Vec<f32>,
}

const HIDDEN: u32 = 1 << 31;

impl<'a> Page<'a> {
    fn of(doc: &'a Document, blocks: &'a [Block<'a>], hints: Hints<'_>) -> Self {
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

    fn sum(&self, node: NodeRef<'_>) -> Sum {
        self.sums[node.index()]
    }

    fn row(&self, at: usize, row: &mut Vec<f32>) {
        let start = row.len();
        self.text(at, row);
        self.place(at, row);
        self.neighbours(at, row);
        self.holders(at, row);
        self.around(at, row);
        debug_assert_eq!(row.len() - start, WIDTH);
    }

    /// The block's own text.
    fn text(&self, at: usize, row: &mut Vec<f32>) {
        let (block, m) = (&self.blocks[at], &self.measures[at]);
        let letters = block.letters.max(1) as f32;
        row.extend([
            m.words,
            letters,
            block.linked as f32 / letters,
            block.strong as f32 / letters,
            m.capitals,
            m.digits,
            m.commas / m.words.max(1.),
            m.stops / m.words.max(1.),
            m.stops,
            m.capital_words,
            m.length,
            m.ends,
            m.colon,
            m.small,
            m.quotes / m.words.max(1.),
            m.marks / m.words.max(1.),
            match block.role {
                Role::Title | Role::Body => 0.,
                Role::Heading => 1.,
                Role::Quotation => 2.,
                Role::List => 3.,
                Role::Caption => 4.,
                _ => 5.,
            },
            match block.node.tag() {
                Tag::P => 0.,
                Tag::Div => 1.,
                Tag::Li => 2.,
                Tag::Td | Tag::Th => 3.,
                Tag::H1 => 4.,
                Tag::H2 => 5.,
                Tag::H3 => 6.,
                Tag::H4 | Tag::H5 | Tag::H6 => 7.,
                Tag::Dd | Tag::Dt => 8.,
                Tag::Pre => 9.,
                Tag::Figcaption => 10.,
                Tag::Section | Tag::Article | Tag::Main => 11.,
                _ => 12.,
            },
            self.body.as_ref().map_or(-1., |body| body.share(&block.text)),
        ]);
    }

    /// Where it stands on the page.
    fn place(&self, at: usize, row: &mut Vec<f32>) {
        let count = self.blocks.len() as f32;
        let after = |mark: Option<usize>| mark.map_or(-1000., |mark| at as f32 - mark as f32);
        let first = self.long.first().copied();
        let last = self.long.last().copied();
        let before = self.long.partition_point(|long| *long < at);
        let gap = |other: Option<&usize>| other.map_or(200., |o| at.abs_diff(*o) as f32);
        let is_long = self.long.get(before) == Some(&at);
        row.extend([
            at as f32 / count,
            at as f32,
            after(self.title),
            after(self.described),
            after(first),
            after(last),
            gap(before.checked_sub(1).and_then(|at| self.long.get(at))),
            gap(self.long.get(before + usize::from(is_long))),
            before as f32 / (self.long.len().max(1)) as f32,
            count,
            self.long.len() as f32,
            self.all.words,
            self.all.long,
            self.all.links(),
            self.articles,
            self.starts[start_of(&self.blocks[at].text)],
            self.before[at] / self.all.letters.max(1.),
            self.before[at],
        ]);
    }

    /// What stands before and after it.
    fn neighbours(&self, at: usize, row: &mut Vec<f32>) {
        for step in [-3isize, -2, -1, 1, 2, 3] {
            let other = at.checked_add_signed(step).filter(|other| *other < self.blocks.len());
            let Some(other) = other else {
                row.extend([-1., -1., -1., -1.]);
                continue;
            };
            let (block, m) = (&self.blocks[other], &self.measures[other]);
            let same = self.shape_of[at] == self.shape_of[other];
            row.extend([
                m.words,
                block.linked as f32 / block.letters.max(1) as f32,
                m.ends,
                f32::from(u8::from(same)),
            ]);
        }
        let shape = &self.shapes[&self.shape_of[at]];
        row.extend([
            shape.blocks,
            shape.words / shape.blocks,
            shape.links(),
            shape.long / self.all.long.max(1.),
        ]);
    }

    /// The elements that hold it: how much text, how many links.
    fn holders(&self, at: usize, row: &mut Vec<f32>) {
        let node = self.blocks[at].node;
        let mut holders = std::iter::once(node).chain(node.ancestors());
        for _ in 0..5 {
            let Some(holder) = holders.next() else {
                row.extend([-1.; 6]);
                continue;
            };
            let sum = self.sum(holder);
            row.extend([
                sum.long / self.all.long.max(1.),
                sum.links(),
                sum.blocks,
                sum.words / sum.blocks.max(1.),
                sum.long / sum.words.max(1.),
                sum.score / self.sum(self.best).score.max(1.),
            ]);
        }
        // How many elements up does it meet the best, the heaviest element?
        for target in [self.best, self.heaviest] {
            let inside = node.index() >= target.index() && node.index() < target.end();
            let up = std::iter::once(node).chain(node.ancestors());
            let steps = if inside {
                up.take_while(|n| *n != target).count() as f32
            } else {
                let holds =
                    |n: &NodeRef<'_>| n.index() <= target.index() && target.end() <= n.end();
                -1. - up.take_while(|n| !holds(n)).count() as f32
            };
            row.push(steps);
            row.push(match node.index() {
                index if index < target.index() => -1.,
                index if index >= target.end() => 1.,
                _ => 0.,
            });
        }
    }

    /// Elements and names around it, and how near.
    fn around(&self, at: usize, row: &mut Vec<f32>) {
        let node = self.blocks[at].node;
        let mut nearest = [NOWHERE; GROUPS];
        let mut tags = [NOWHERE; AROUND.len()];
        let mut hidden = NOWHERE;
        let mut links = NOWHERE;
        let mut depth = 0.;
        for holder in std::iter::once(node).chain(node.ancestors()) {
            if holder.tag() == Tag::Html {
                break;
            }
            let bits = self.names[holder.index()];
            // The whole page's names tell of the page, not of the block.
            if holder.tag() != Tag::Body {
                let mut rest = bits & !HIDDEN;
                while rest != 0 {
                    let group = rest.trailing_zeros() as usize;
                    rest &= rest - 1;
                    nearest[group] = depth_min(nearest[group], depth);
                }
            }
            if bits & HIDDEN != 0 {
                hidden = depth_min(hidden, depth);
            }
            if holder.tag() == Tag::A {
                links = depth_min(links, depth);
            }
            if let Some(place) = AROUND.iter().position(|tag| *tag == holder.tag()) {
                tags[place] = depth_min(tags[place], depth);
            }
            depth += 1.;
        }
        row.extend(nearest);
        row.extend(tags);
        row.extend([hidden, links, depth]);
    }
}

/// What two versions of one line share.
fn start_of(text: &str) -> &str {
    text.char_indices().nth(40).map_or(text, |(end, _)| &text[..end])
}

fn depth_min(known: f32, depth: f32) -> f32 {
    known.min(depth).min(NOWHERE - 1.)
}

/// Element, classes and those of the parent, as one number.
fn shape(node: NodeRef<'_>) -> u64 {
    let mut hash = super::agree::Hash::default();
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
