//! [`Place`]: where in a briefing something stands, as a reader would find it.

use std::fmt;

/// Where in a briefing something stands. Places in lists count from 0 here and from 1 for a
/// reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The headline.
    Headline,
    /// The heading of a section.
    Heading(usize),
    /// A section's sentence.
    Sentence(usize, usize),
    /// The note of a source.
    Note(usize),
    /// An entry of the timeline.
    Entry(usize),
    /// A disagreement's position.
    Position(usize, usize),
    /// What the list says of a source.
    Source(usize),
    /// A field of the briefing that holds no statement: "counts".
    Field(&'static str),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Headline => write!(f, "headline"),
            Self::Heading(section) => write!(f, "section {} heading", section + 1),
            Self::Sentence(section, at) => write!(f, "section {} sentence {}", section + 1, at + 1),
            Self::Note(at) => write!(f, "note of source {}", at + 1),
            Self::Entry(at) => write!(f, "timeline entry {}", at + 1),
            Self::Position(of, at) => write!(f, "disagreement {} position {}", of + 1, at + 1),
            Self::Source(at) => write!(f, "source {}", at + 1),
            Self::Field(name) => write!(f, "{name}"),
        }
    }
}
