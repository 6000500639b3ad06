//! What ends an element: a start tag that cannot stand in it, its end tag, an
//! end tag of what holds it.

use super::{Builder, MAX_DEPTH};
use crate::dom::Tag;

impl Builder<'_> {
    /// Ends what a start tag ends without saying so.
    pub(super) fn end_implied(&mut self, tag: Tag, name: &str) {
        use Tag::*;
        if tag.ends_paragraph() {
            self.end_within(|open| open == P, Tag::is_boundary);
        }
        match tag {
            H1 | H2 | H3 | H4 | H5 | H6
                if self.open.last().is_some_and(|open| open.tag.is_heading()) =>
            {
                self.close_to(self.open.len() - 1);
            }
            Li => {
                let stops = |open: Tag| open.is_block() && !matches!(open, Address | Div | P);
                self.end_within(|open| open == Li, stops);
            }
            Dd | Dt => {
                let stops = |open: Tag| open.is_block() && !matches!(open, Address | Div | P);
                self.end_within(|open| matches!(open, Dd | Dt), stops);
            }
            Option | Optgroup => {
                self.end_within(|open| open == Option, |open| open == Select || open.is_boundary());
            }
            Td | Th => self.end_within(|open| matches!(open, Td | Th), |open| open == Table),
            Tr => self.end_within(|open| open == Tr, |open| open == Table),
            Tbody | Thead | Tfoot => {
                self.end_within(|open| matches!(open, Tbody | Thead | Tfoot), |open| open == Table);
            }
            A => self.end(A, name),
            Button => self.end_within(|open| open == Button, |open| open == Body),
            _ => {}
        }
    }

    /// Ends the innermost element that is meant, unless one stops the search.
    fn end_within(&mut self, meant: impl Fn(Tag) -> bool, stops: impl Fn(Tag) -> bool) {
        for at in (1..self.open.len()).rev() {
            let tag = self.open[at].tag;
            if meant(tag) {
                return self.close_to(at);
            }
            if stops(tag) {
                return;
            }
        }
    }

    pub(super) fn end(&mut self, tag: Tag, name: &str) {
        use Tag::*;
        match tag {
            Html | Head | Body => return,
            _ if self.in_head || tag.is_void() || tag.is_raw() => return,
            _ => {}
        }
        // These end even where a block in them has not.
        let holder = matches!(tag, Noscript | Button | Object);
        let inline = !tag.is_block() && !tag.is_formatting() && !holder;
        let mut crosses = false;
        for at in (2..self.open.len()).rev() {
            let open = &self.open[at];
            if open.is(tag, name) && !open.ended || (tag.is_heading() && open.tag.is_heading()) {
                if crosses && tag.is_formatting() {
                    // The block in between goes on; the formatting ends with it.
                    self.open[at].ended = true;
                } else {
                    self.close_to(at);
                }
                return;
            }
            let stops = match tag {
                Table => false,
                Tr | Td | Th | Tbody | Thead | Tfoot => open.tag == Table,
                Li => open.tag.is_boundary() || matches!(open.tag, Ul | Ol),
                _ => open.tag.is_boundary(),
            };
            if stops || (inline && tag != Other && open.tag.is_block()) {
                return;
            }
            crosses |= open.tag.is_block();
        }
    }

    /// Ends the open element of a depth and all within it.
    pub(super) fn close_to(&mut self, depth: usize) {
        let end = self.doc.nodes.len() as u32;
        let mut block = false;
        while self.open.len() > depth || self.open.last().is_some_and(|open| open.ended) {
            let Some(open) = self.open.pop() else { break };
            block |= open.tag.is_block();
            if self.open.len() < MAX_DEPTH {
                self.doc.nodes[open.node as usize].end = end;
            }
            // "a <b>b </b> c": space at the end of an inline element stays.
            if let Some(parent) = self.open.last_mut() {
                parent.at_edge = block || open.at_edge && parent.at_edge;
            }
        }
    }
}
