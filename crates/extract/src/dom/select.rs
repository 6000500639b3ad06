//! Selectors: the part of CSS that looking for a page's own marks takes.
//! Names, `.class`, `#id`, `[attribute]` with its comparisons, `:not()` of one
//! of these, descendants, children, lists. An unknown construct fits nothing.

use super::{Document, NodeRef, Tag};

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

/// Elements of a page that fit a selector.
pub fn select<'a>(doc: &'a Document, selector: &str) -> Selection<'a> {
    let mut found: Vec<u32> = Vec::new();
    for complex in parse(selector, doc) {
        let node = |at: u32| NodeRef { doc, at };
        // Only elements with an attribute that it needs can fit.
        match complex.last.conditions.iter().find(|(_, holds)| *holds) {
            Some((condition, _)) => {
                let Some(place) = condition.attribute else { continue };
                let holders = &doc.attribute_names[usize::from(place)].1;
                found.extend(holders.iter().filter(|at| complex.fits(node(**at))));
            }
            None => {
                let all = 0..doc.nodes.len() as u32;
                found.extend(all.filter(|at| node(*at).is_element() && complex.fits(node(*at))));
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    Selection { nodes: found.into_iter().map(|at| NodeRef { doc, at }).collect() }
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
    /// Its place among those of the page; none where the page has none.
    attribute: Option<u16>,
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
        let Some(found) = self.attribute.and_then(|place| node.attr_at(place)) else {
            return false;
        };
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

fn parse<'s>(selector: &'s str, doc: &'s Document) -> Vec<Complex<'s>> {
    let mut reader = Reader { rest: selector, doc };
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
    doc: &'s Document,
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
        let doc = self.doc;
        let condition = |attribute, test, value| {
            Some(Condition { attribute: doc.attribute(attribute), test, value })
        };
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
