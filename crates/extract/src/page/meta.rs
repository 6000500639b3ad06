//! The `<meta>` elements of a page, by name, first one first.

use std::collections::HashMap;

use crate::dom::Document;

/// All meta elements that have a content.
#[derive(Debug, Default)]
pub struct Meta(HashMap<String, Vec<String>>);

impl Meta {
    /// Reads them.
    pub fn of(doc: &Document) -> Self {
        let mut meta = Self::default();
        for node in doc.select("meta").nodes() {
            let Some(content) = node.attr("content") else { continue };
            let content = content.trim();
            if content.is_empty() {
                continue;
            }
            for attribute in ["property", "name", "itemprop", "http-equiv"] {
                if let Some(name) = node.attr(attribute) {
                    let name = name.trim().to_lowercase();
                    meta.0.entry(name).or_default().push(content.to_owned());
                }
            }
        }
        meta
    }

    /// The first content under the first of these names that has one.
    pub fn get(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.0.get(*name)?.first().cloned())
    }

    /// All contents under these names.
    pub fn all(&self, names: &[&str]) -> Vec<String> {
        names.iter().filter_map(|name| self.0.get(*name)).flatten().cloned().collect()
    }
}
