//! Outlets by their host: the name that readers know, and who owns them.
//!
//! A small table of the best-known ones (`data/outlets.tsv`). What is not in
//! it is named by its own pages, and by its host at last.

use std::{collections::HashMap, sync::LazyLock};

/// An outlet that the table knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outlet {
    /// Name as readers know it.
    pub name: &'static str,
    /// Who owns it; two outlets of one owner are one witness.
    pub owner: &'static str,
    /// What it is.
    pub kind: OutletKind,
}

/// What an outlet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutletKind {
    /// A news agency, whose texts others print.
    Agency,
    /// Radio or television.
    Broadcaster,
    /// A magazine.
    Magazine,
    /// A newspaper.
    Newspaper,
    /// A site that is none of these.
    Site,
}

static OUTLETS: LazyLock<HashMap<&'static str, Outlet>> = LazyLock::new(|| {
    let lines = include_str!("../data/outlets.tsv").lines();
    lines
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let mut cells = line.split('\t');
            let mut cell = || cells.next().expect("a row of the table has four cells");
            let (host, name, owner) = (cell(), cell(), cell());
            let kind = match cell() {
                "agency" => OutletKind::Agency,
                "broadcaster" => OutletKind::Broadcaster,
                "magazine" => OutletKind::Magazine,
                "newspaper" => OutletKind::Newspaper,
                _ => OutletKind::Site,
            };
            (host, Outlet { name, owner, kind })
        })
        .collect()
});

/// The outlet behind a host, or behind the domain that the host belongs to.
///
/// ```
/// use throughline_extract::known_outlet;
/// assert_eq!(known_outlet("edition.cnn.com").unwrap().name, "CNN");
/// assert_eq!(known_outlet("herald.example"), None);
/// ```
pub fn known_outlet(host: &str) -> Option<Outlet> {
    let mut rest = host;
    loop {
        if let Some(outlet) = OUTLETS.get(rest) {
            return Some(*outlet);
        }
        rest = rest.split_once('.')?.1;
    }
}

/// A name for an outlet of which only the host is known.
pub fn name_of_host(host: &str) -> String {
    match known_outlet(host) {
        Some(outlet) => outlet.name.to_owned(),
        None => host.strip_prefix("www.").unwrap_or(host).to_owned(),
    }
}

/// Whether a string is a host and no name.
pub fn looks_like_host(name: &str) -> bool {
    name.contains('.')
        && !name.contains(char::is_whitespace)
        && name.chars().all(|c| c.is_ascii_alphanumeric() || ".-".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_whole() {
        let table = include_str!("../data/outlets.tsv");
        let rows: Vec<&str> = table.lines().skip(1).collect();
        assert!(rows.is_sorted());
        assert_eq!(OUTLETS.len(), rows.len(), "a host stands twice");
        for row in rows {
            assert_eq!(row.split('\t').filter(|cell| !cell.trim().is_empty()).count(), 4, "{row}");
        }
    }

    #[test]
    fn names_hosts() {
        for (host, name) in [
            ("www.nytimes.com", "The New York Times"),
            ("abcnews.go.com", "ABC News"),
            ("usa.chinadaily.com.cn", "China Daily"),
            ("www.herald.example", "herald.example"),
        ] {
            assert_eq!(name_of_host(host), name);
        }
    }
}
