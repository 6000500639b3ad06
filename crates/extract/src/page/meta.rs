//! The `<meta>` elements of a page, by name, first one first.

use std::collections::HashMap;

/// All meta elements that have a content.
#[derive(Debug, Default)]
pub struct Meta(HashMap<String, Vec<String>>);

impl Meta {
    /// Takes one in.
    pub fn add(&mut self, name: &str, content: &str) {
        let content = content.trim();
        if !content.is_empty() {
            self.0.entry(name.trim().to_lowercase()).or_default().push(content.to_owned());
        }
    }

    /// The first content under the first of these names that has one.
    pub fn get(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.0.get(*name)?.first().cloned())
    }

    /// All contents under these names, each with its name.
    pub fn named<'a>(&'a self, names: &'a [&'a str]) -> impl Iterator<Item = (&'a str, &'a str)> {
        names.iter().flat_map(|name| {
            self.0.get(*name).into_iter().flatten().map(move |content| (*name, content.as_str()))
        })
    }

    /// All contents under these names.
    pub fn all<'a>(&'a self, names: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
        self.named(names).map(|(_, content)| content)
    }
}
