//! Small questions about elements of a page.

use crate::dom::NodeRef;

/// The names in a class or id. Rules on looks are none: `[&_figcaption]:mt-2` has
/// no caption, `md:hidden` is seldom hidden.
pub fn names(value: &str) -> impl Iterator<Item = &str> {
    value.split_ascii_whitespace().filter(|name| !name.contains(['[', ':']))
}

/// Class, id and the like in lower case, for looking for words.
pub fn label(node: &NodeRef<'_>) -> String {
    let mut label = String::new();
    for attribute in [
        "class",
        "id",
        "data-testid",
        "data-component",
        "data-type",
        "role",
        "aria-label",
        "itemprop",
    ] {
        if let Some(value) = node.attr(attribute) {
            for name in names(value) {
                label.push(' ');
                label.push_str(name);
            }
        }
    }
    label.make_ascii_lowercase();
    label
}

/// The text of an element on one line.
pub fn text(node: &NodeRef<'_>) -> String {
    node.text().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether it is not shown.
pub fn is_hidden(node: &NodeRef<'_>) -> bool {
    if node.has_attr("hidden") || node.attr("aria-hidden").is_some_and(|v| v == "true") {
        return true;
    }
    node.attr("style").is_some_and(|style| {
        let style: String =
            style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
        style.contains("display:none") || style.contains("visibility:hidden")
    })
}
