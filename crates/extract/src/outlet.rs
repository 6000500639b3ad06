//! [`Outlets`]: outlets by their host or name: what readers call them, who
//! owns them, what they are.
//!
//! A table of the best-known ones is built in (`data/outlets.txt`), and a user
//! may put lines before it. What is not in it is named by its own pages, and
//! by its host at last.

use std::{collections::HashMap, sync::LazyLock};

use throughline_model::Article;

use crate::address;

/// An outlet that the table knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlet {
    /// The host of its own pages.
    pub home: String,
    /// Name as readers know it.
    pub name: String,
    /// Other names that articles give it.
    pub others: Vec<String>,
    /// Who owns it; two outlets of one owner are one witness.
    pub owner: String,
    /// What it is.
    pub kind: OutletKind,
    /// Where it is, by ISO 3166; empty where nobody says.
    pub country: String,
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
    /// A service that spreads what companies say of themselves.
    Releases,
    /// A site that is none of these.
    Site,
}

/// A line of a table that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line} is no outlet: {why}; write it as host | name | owner | kind | country")]
pub struct OutletError {
    /// Counted from one.
    pub line: usize,
    /// What is wrong.
    pub why: &'static str,
}

/// A table of outlets.
#[derive(Debug, Clone, Default)]
pub struct Outlets {
    rows: Vec<Outlet>,
    hosts: HashMap<String, usize>,
    names: HashMap<String, usize>,
}

static BUILT_IN: LazyLock<Outlets> = LazyLock::new(|| {
    let mut outlets = Outlets::default();
    outlets
        .read(include_str!("../../../data/outlets.txt"))
        .expect("the table that is built in is read by a test");
    outlets
});

impl Outlets {
    /// The table that is built in.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// The built-in table with a user's lines before it.
    ///
    /// ```
    /// use throughline_extract::Outlets;
    /// let outlets = Outlets::with("herald.example | The Herald | Bell Media | newspaper").unwrap();
    /// assert_eq!(outlets.of_host("www.herald.example").unwrap().owner, "Bell Media");
    /// assert_eq!(outlets.of_host("edition.cnn.com").unwrap().name, "CNN");
    /// ```
    pub fn with(text: &str) -> Result<Self, OutletError> {
        let mut outlets = Self::default();
        outlets.read(text)?;
        for row in &BUILT_IN.rows {
            outlets.add(row.clone());
        }
        Ok(outlets)
    }

    fn read(&mut self, text: &str) -> Result<(), OutletError> {
        for (at, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            if !line.trim().is_empty() && !line.trim_start().starts_with('#') {
                let outlet = row(line).map_err(|why| OutletError { line: at + 1, why })?;
                self.add(outlet);
            }
        }
        Ok(())
    }

    /// What stands first holds.
    fn add(&mut self, outlet: Outlet) {
        let at = self.rows.len();
        self.hosts.entry(outlet.home.clone()).or_insert(at);
        for name in std::iter::once(&outlet.name).chain(&outlet.others) {
            self.names.entry(name.to_lowercase()).or_insert(at);
        }
        self.rows.push(outlet);
    }

    /// The outlet behind a host, or behind the domain that the host belongs to.
    pub fn of_host(&self, host: &str) -> Option<&Outlet> {
        let mut rest = host;
        loop {
            if let Some(at) = self.hosts.get(rest) {
                return Some(&self.rows[*at]);
            }
            rest = rest.split_once('.')?.1;
        }
    }

    /// The outlet of a name, without regard to case.
    pub fn of_name(&self, name: &str) -> Option<&Outlet> {
        self.names.get(&name.to_lowercase()).map(|at| &self.rows[*at])
    }

    /// The outlet of an article: by its address, else by its name.
    pub fn of_article(&self, article: &Article) -> Option<&Outlet> {
        let host = article.url.as_deref().and_then(address::host);
        host.and_then(|host| self.of_host(&host)).or_else(|| self.of_name(&article.outlet))
    }

    /// Who owns the outlets of these articles and the agencies that they
    /// credit, by the names that the articles give them. What the table does
    /// not know the pages may say themselves.
    pub fn owners<'a>(
        &self,
        articles: impl IntoIterator<Item = &'a Article>,
    ) -> HashMap<String, String> {
        let mut owners = HashMap::new();
        for article in articles {
            let known = self.of_article(article).map(|outlet| &outlet.owner);
            let said = article.owner.as_ref();
            let said = said.map(|owner| self.of_name(owner).map_or(owner, |known| &known.owner));
            if let Some(owner) = known.or(said) {
                owners.insert(article.outlet.clone(), owner.clone());
            }
            for credit in &article.credits {
                if let Some(agency) = self.of_name(credit) {
                    owners.insert(credit.clone(), agency.owner.clone());
                }
            }
        }
        owners
    }
}

fn row(line: &str) -> Result<Outlet, &'static str> {
    let mut cells = line.split('|').map(str::trim);
    let mut cell = || cells.next().unwrap_or_default();
    let (home, names, owner, kind, country) = (cell(), cell(), cell(), cell(), cell());
    let home = home.trim_start_matches("www.").to_lowercase();
    if !looks_like_host(&home) {
        return Err("its first part is no host");
    }
    let mut names = names.split('/').map(|name| name.trim().to_owned());
    let name = names.next().filter(|name| !name.is_empty()).ok_or("it has no name")?;
    let kind = match kind {
        "agency" => OutletKind::Agency,
        "broadcaster" => OutletKind::Broadcaster,
        "magazine" => OutletKind::Magazine,
        "newspaper" => OutletKind::Newspaper,
        "releases" => OutletKind::Releases,
        "site" | "" => OutletKind::Site,
        _ => {
            return Err(
                "its kind is none of agency, broadcaster, magazine, newspaper, releases, site",
            );
        }
    };
    Ok(Outlet {
        home,
        owner: if owner.is_empty() { name.clone() } else { owner.to_owned() },
        name,
        others: names.collect(),
        kind,
        country: country.to_owned(),
    })
}

/// A name for an outlet of which only the host is known.
pub fn name_of_host(host: &str) -> String {
    match BUILT_IN.of_host(host) {
        Some(outlet) => outlet.name.clone(),
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
        let table = include_str!("../../../data/outlets.txt");
        let rows: Vec<&str> = table.lines().filter(|line| !line.starts_with('#')).collect();
        let hosts: Vec<&str> = rows.iter().filter_map(|row| row.split(' ').next()).collect();
        assert!(hosts.is_sorted());
        assert_eq!(BUILT_IN.hosts.len(), rows.len(), "a host stands twice");
        for row in rows {
            let cells: Vec<&str> = row.split(" | ").collect();
            assert_eq!(cells.len(), 5, "{row}");
            assert!(cells.iter().all(|cell| !cell.is_empty()), "{row}");
            assert_eq!(cells[4].len(), 2, "{row}");
        }
    }

    #[test]
    fn names_hosts() {
        for (host, name) in [
            ("www.nytimes.com", "The New York Times"),
            ("abcnews.go.com", "ABC News"),
            ("usa.chinadaily.com.cn", "China Daily"),
            ("folha.uol.com.br", "Folha de S.Paulo"),
            ("www.herald.example", "herald.example"),
        ] {
            assert_eq!(name_of_host(host), name);
        }
    }

    #[test]
    fn a_users_lines_come_first() {
        let outlets =
            Outlets::with("# mine\n\nwww.cnn.com | My CNN\nherald.example | The Herald / Herald | Bell | newspaper | GB")
                .unwrap();
        assert_eq!(outlets.of_host("edition.cnn.com").unwrap().owner, "My CNN");
        assert_eq!(outlets.of_name("herald").unwrap().country, "GB");
        assert_eq!(outlets.of_host("bbc.com").unwrap().owner, "BBC");
        let cases = [
            ("The Herald | herald.example", "line 1 is no outlet: its first part is no host"),
            ("\nherald.example", "line 2 is no outlet: it has no name"),
            ("herald.example | The Herald | Bell | blog", "line 1 is no outlet: its kind is none"),
        ];
        for (text, begin) in cases {
            let error = Outlets::with(text).unwrap_err().to_string();
            assert!(error.starts_with(begin), "{error}");
        }
    }

    #[test]
    fn an_agency_and_its_credits_have_one_owner() {
        let mut article =
            Article::new(Some("https://apnews.com/a".into()), "Bridge closes", vec![]);
        article.outlet = "Associated Press".into();
        article.credits = vec!["AP".into(), "Tessera".into()];
        let mut paper = Article::new(None, "Bridge closes", vec![]);
        paper.outlet = "Vess Herald".into();
        paper.owner = Some("Bell Media".into());
        assert_eq!(Outlets::built_in().owners([&paper])["Vess Herald"], "Bell Media");
        let owners = Outlets::built_in().owners([&article]);
        assert_eq!(owners["Associated Press"], "The Associated Press");
        assert_eq!(owners["AP"], "The Associated Press");
        assert_eq!(owners.get("Tessera"), None);
    }
}
