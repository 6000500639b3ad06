//! Selectors: the part of CSS that looking for a page's own marks takes.
//! Names, `.class`, `#id`, `[attribute]` with its comparisons, `:not()` of one
//! of these, descendants, children, lists. An unknown construct fits nothing.

use super::{NodeRef, Tag};

/// Elements that fit a selector, in the order of the page.
#[derive(Debug, Clone)]
pub struct Selection<'a> {
    nodes: Vec<NodeRef<'a>>,
}

impl<'a> Selection<'a> {
    /// The elements.
    pub fn nodes(&self) -> &[NodeRef<'a>] {
        &self.nodes
    }

    /// How many there are.
    pub fn length(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is one.
    pub fn exists(&self) -> bool {
        !self.nodes.is_empty()
    }

    /// The first.
    pub fn first(&self) -> Option<NodeRef<'a>> {
        self.nodes.first().copied()
    }

    /// An attribute of the first.
    pub fn attr(&self, name: &str) -> Option<&'a str> {
        self.first()?.attr(name)
    }

    /// The text of all, one after another.
    pub fn text(&self) -> String {
        self.nodes.iter().map(|node| node.text()).collect()
    }
}

/// Elements below a node that fit a selector.
pub fn select<'a>(within: NodeRef<'a>, selector: &str) -> Selection<'a> {
    let list = parse(selector);
    let fits = |node: &NodeRef<'a>| node.is_element() && list.iter().any(|one| one.fits(*node));
    let mut nodes: Vec<_> = within.descendants().filter(fits).collect();
    if within.parent().is_none() && fits(&within) {
        nodes.insert(0, within);
    }
    Selection { nodes }
}

/// What one element must be.
#[derive(Debug, Default)]
struct Compound<'s> {
    name: Option<(Tag, &'s str)>,
    /// Condition, and whether it must hold.
    conditions: Vec<(Condition<'s>, bool)>,
}

#[derive(Debug)]
struct Condition<'s> {
    attribute: &'s str,
    test: Test,
    value: &'s str,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Test {
    Has,
    Is,
    Contains,
    Starts,
    Ends,
    Word,
    /// A construct that is not known.
    Never,
}

/// Compounds from the inside out, each with whether it must be the parent of
/// the one before, not just an ancestor.
#[derive(Debug, Default)]
struct Complex<'s> {
    last: Compound<'s>,
    outer: Vec<(Compound<'s>, bool)>,
}

impl Complex<'_> {
    fn fits(&self, node: NodeRef<'_>) -> bool {
        self.last.fits(node) && Self::within(&self.outer, node)
    }

    fn within(outer: &[(Compound<'_>, bool)], node: NodeRef<'_>) -> bool {
        let Some(((compound, is_parent), rest)) = outer.split_first() else { return true };
        let reach = if *is_parent { 1 } else { usize::MAX };
        node.ancestors().take(reach).any(|node| compound.fits(node) && Self::within(rest, node))
    }
}

impl Compound<'_> {
    fn fits(&self, node: NodeRef<'_>) -> bool {
        let named = self.name.is_none_or(|(tag, name)| {
            node.tag() == tag && (tag != Tag::Other || node.name() == name)
        });
        named && self.conditions.iter().all(|(condition, holds)| condition.fits(node) == *holds)
    }
}

impl Condition<'_> {
    fn fits(&self, node: NodeRef<'_>) -> bool {
        let Some(found) = node.attr(self.attribute) else { return false };
        match self.test {
            Test::Has => true,
            Test::Is => found == self.value,
            Test::Contains => !self.value.is_empty() && found.contains(self.value),
            Test::Starts => !self.value.is_empty() && found.starts_with(self.value),
            Test::Ends => !self.value.is_empty() && found.ends_with(self.value),
            Test::Word => found.split_ascii_whitespace().any(|word| word == self.value),
            Test::Never => false,
        }
    }
}

fn parse(selector: &str) -> Vec<Complex<'_>> {
    let mut reader = Reader { rest: selector };
    let mut list = Vec::new();
    loop {
        list.push(reader.complex());
        reader.rest = reader.rest.trim_start();
        match reader.rest.strip_prefix(',') {
            Some(rest) => reader.rest = rest,
            None => return list,
        }
    }
}

struct Reader<'s> {
    rest: &'s str,
}

impl<'s> Reader<'s> {
    fn complex(&mut self) -> Complex<'s> {
        let mut complex = Complex { last: self.compound(), outer: Vec::new() };
        loop {
            let rest = self.rest.trim_start();
            if rest.is_empty() || rest.starts_with(',') {
                return complex;
            }
            let is_parent = rest.starts_with('>');
            self.rest = rest.strip_prefix('>').unwrap_or(rest);
            let inner = std::mem::replace(&mut complex.last, self.compound());
            complex.outer.insert(0, (inner, is_parent));
        }
    }

    fn compound(&mut self) -> Compound<'s> {
        self.rest = self.rest.trim_start();
        let mut compound = Compound::default();
        let name = self.word();
        if !name.is_empty() {
            compound.name = Some((Tag::of(name), name));
        }
        loop {
            let holds = match self.rest.strip_prefix(":not(") {
                Some(rest) => {
                    self.rest = rest;
                    false
                }
                None => true,
            };
            let Some(condition) = self.condition() else { return compound };
            compound.conditions.push((condition, holds));
            if !holds {
                self.rest = self.rest.strip_prefix(')').unwrap_or(self.rest);
            }
        }
    }

    fn condition(&mut self) -> Option<Condition<'s>> {
        let mark = self.rest.chars().next()?;
        let condition = |attribute, test, value| Some(Condition { attribute, test, value });
        match mark {
            '.' | '#' => {
                self.rest = &self.rest[1..];
                let word = self.word();
                match mark {
                    '.' => condition("class", Test::Word, word),
                    _ => condition("id", Test::Is, word),
                }
            }
            '[' => {
                let (inner, rest) = self.rest[1..].split_once(']')?;
                self.rest = rest;
                let Some((name, value)) = inner.split_once('=') else {
                    return condition(inner, Test::Has, "");
                };
                let value = value.trim_matches(['\'', '"']);
                let (name, test) = match name.as_bytes().last()? {
                    b'*' => (&name[..name.len() - 1], Test::Contains),
                    b'^' => (&name[..name.len() - 1], Test::Starts),
                    b'$' => (&name[..name.len() - 1], Test::Ends),
                    b'~' => (&name[..name.len() - 1], Test::Word),
                    _ => (name, Test::Is),
                };
                condition(name, test, value)
            }
            ' ' | ',' | '>' | ')' => None,
            _ => {
                self.rest = "";
                condition("", Test::Never, "")
            }
        }
    }

    fn word(&mut self) -> &'s str {
        let inner = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        let end = self.rest.find(|c| !inner(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word
    }
}
