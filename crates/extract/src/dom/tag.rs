//! [`Tag`]: the elements that HTML knows, and what the parser must know of each.

use std::sync::LazyLock;

macro_rules! tags {
    ($($tag:ident $name:literal)+) => {
        /// What a node is: one of the elements of HTML, some other element, or text.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Tag {
            $(#[doc = $name] $tag,)+
            /// An element that HTML does not know; its name stands in the tree.
            Other,
            /// A piece of text.
            Text,
        }

        /// In the order of the names, for searching.
        const NAMES: &[(&str, Tag)] = &[$(($name, Tag::$tag)),+];
    };
}

tags! {
    A "a" Abbr "abbr" Address "address" Area "area" Article "article" Aside "aside" Audio "audio"
    B "b" Base "base" Big "big" Blockquote "blockquote" Body "body" Br "br" Button "button"
    Canvas "canvas" Caption "caption" Center "center" Cite "cite" Code "code" Col "col"
    Colgroup "colgroup" Data "data" Dd "dd" Del "del" Details "details" Dialog "dialog"
    Div "div" Dl "dl" Dt "dt" Em "em" Embed "embed" Fieldset "fieldset" Figcaption "figcaption"
    Figure "figure" Font "font" Footer "footer" Form "form" Frame "frame" Frameset "frameset"
    H1 "h1" H2 "h2" H3 "h3" H4 "h4" H5 "h5" H6 "h6" Head "head" Header "header" Hgroup "hgroup"
    Hr "hr" Html "html" I "i" Iframe "iframe" Img "img" Input "input" Ins "ins" Kbd "kbd"
    Label "label" Legend "legend" Li "li" Link "link" Main "main" Map "map" Mark "mark"
    Math "math" Menu "menu" Meta "meta" Nav "nav" Noembed "noembed" Noframes "noframes"
    Noscript "noscript" Object "object" Ol "ol" Optgroup "optgroup" Option "option" P "p"
    Param "param" Picture "picture" Plaintext "plaintext" Pre "pre" Q "q" S "s" Script "script"
    Search "search" Section "section" Select "select" Small "small" Source "source" Span "span"
    Strike "strike" Strong "strong" Style "style" Sub "sub" Summary "summary" Sup "sup"
    Svg "svg" Table "table" Tbody "tbody" Td "td" Template "template" Textarea "textarea"
    Tfoot "tfoot" Th "th" Thead "thead" Time "time" Title "title" Tr "tr" Track "track" Tt "tt"
    U "u" Ul "ul" Video "video" Wbr "wbr" Xmp "xmp"
}

/// The first eight letters of each name as a number: comparing numbers is what
/// makes thousands of tags a page cheap. No two names share them.
static KEYS: LazyLock<Vec<u64>> =
    LazyLock::new(|| NAMES.iter().map(|(name, _)| key(name)).collect());

fn key(name: &str) -> u64 {
    name.bytes()
        .take(8)
        .enumerate()
        .fold(0, |key, (at, byte)| key | u64::from(byte) << (56 - 8 * at))
}

impl Tag {
    /// The element of a name in lower case.
    pub fn of(name: &str) -> Self {
        match KEYS.binary_search(&key(name)) {
            Ok(at) if NAMES[at].0 == name => NAMES[at].1,
            _ => Self::Other,
        }
    }

    /// Its name; empty for text and for elements that HTML does not know.
    pub fn name(self) -> &'static str {
        NAMES.get(self as usize).map_or("", |(name, _)| name)
    }

    /// Elements without content.
    pub fn is_void(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Area | Base
                | Br
                | Col
                | Embed
                | Frame
                | Hr
                | Img
                | Input
                | Link
                | Meta
                | Param
                | Source
                | Track
                | Wbr
        )
    }

    /// Elements whose content is no markup, or none that is read.
    pub fn is_raw(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Script | Style | Textarea | Title | Iframe | Noembed | Noframes | Xmp | Svg | Plaintext
        )
    }

    /// Elements whose content stands on lines of its own.
    pub fn is_block(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Address
                | Article
                | Aside
                | Blockquote
                | Body
                | Caption
                | Center
                | Dd
                | Details
                | Dialog
                | Div
                | Dl
                | Dt
                | Fieldset
                | Figcaption
                | Figure
                | Footer
                | Form
                | H1
                | H2
                | H3
                | H4
                | H5
                | H6
                | Head
                | Header
                | Hgroup
                | Hr
                | Html
                | Legend
                | Li
                | Main
                | Menu
                | Nav
                | Ol
                | Optgroup
                | Option
                | P
                | Pre
                | Search
                | Section
                | Select
                | Summary
                | Table
                | Tbody
                | Td
                | Template
                | Tfoot
                | Th
                | Thead
                | Title
                | Tr
                | Ul
        )
    }

    /// Blocks that end an open paragraph.
    pub fn ends_paragraph(self) -> bool {
        use Tag::*;
        self.is_block()
            && !matches!(
                self,
                Caption
                    | Legend
                    | Optgroup
                    | Option
                    | Select
                    | Tbody
                    | Td
                    | Template
                    | Tfoot
                    | Th
                    | Thead
                    | Title
                    | Tr
                    | Body
                    | Head
                    | Html
            )
    }

    /// Elements that only change how text looks; they may be nested wrongly.
    pub fn is_formatting(self) -> bool {
        use Tag::*;
        matches!(self, A | B | Big | Code | Em | Font | I | S | Small | Strike | Strong | Tt | U)
    }

    /// Elements out of which a missing end tag reaches no further.
    pub fn is_boundary(self) -> bool {
        use Tag::*;
        matches!(self, Td | Th | Caption | Table | Template | Object | Button | Body | Html)
    }

    /// h1 to h6.
    pub fn is_heading(self) -> bool {
        (Self::H1..=Self::H6).contains(&self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_name() {
        assert!(KEYS.is_sorted_by(|a, b| a < b), "the search needs order");
        for (name, tag) in NAMES {
            assert_eq!((Tag::of(name), tag.name()), (*tag, *name));
        }
        assert_eq!(Tag::of("gu-island"), Tag::Other);
        assert_eq!(Tag::Text.name(), "");
        assert!(Tag::H1.is_heading() && Tag::H6.is_heading() && !Tag::Head.is_heading());
    }
}
