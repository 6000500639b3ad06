//! The numbers of one block: its text, its place, what stands around it and
//! what holds it.

use throughline_model::Role;

use super::known::{HIDDEN, Page, start_of};
use crate::{
    dom::{NodeRef, Tag},
    page::body::names::GROUPS,
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

/// No element of this kind holds the block.
const NOWHERE: f32 = 20.;

/// How many numbers [`Page::row`] adds.
pub const WIDTH: usize = 19 + 18 + 24 + 4 + 30 + 4 + GROUPS + AROUND.len() + 3;

impl Page<'_> {
    /// Adds the features of a block to a row.
    pub fn row(&self, at: usize, row: &mut Vec<f32>) {
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

fn depth_min(known: f32, depth: f32) -> f32 {
    known.min(depth).min(NOWHERE - 1.)
}
