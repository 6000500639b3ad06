//! [`SiteLines`]: lines that recur on the pages of one site, learned as pages
//! come. Promotions, biographies and calls to sign up stand on pages of
//! different stories; a story's own sentences do not.
//!
//! A newspaper repeats the background of a story word for word in each report
//! of it. So a sentence counts as the site's only where the titles of the pages
//! have nothing to do with each other; what is no sentence, on any two pages
//! that are not versions of one article.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use throughline_model::{Article, Paragraph, Role};

use crate::{address, headline, residue::ends_like_sentence};

/// Pages of a site that are remembered; the oldest go first.
const MAX_PAGES: usize = 100;

/// Pages that share this many hundredths of their lines are one article.
const VERSION: usize = 50;

/// What is known of sites.
///
/// ```
/// use throughline_extract::SiteLines;
/// use throughline_model::{Article, Paragraph, Role};
/// let page = |title: &str, text: &str| {
///     let lines = vec![
///         (Role::Body, text.to_owned(), None),
///         (Role::Body, "Our letter on county matters comes every morning.".to_owned(), None),
///     ];
///     let url = format!("https://herald.example/{}", title.replace(' ', "-"));
///     Article::new(Some(url), title, lines)
/// };
/// let bridge = page("Bridge closes after cracks", "The bridge was closed on Friday.");
/// let school = page("School wins a prize", "The school won a prize on Monday.");
/// let mut sites = SiteLines::default();
/// sites.learn(&bridge);
/// sites.learn(&school);
/// let marked = sites.mark(bridge);
/// let roles: Vec<Role> = marked.paragraphs.iter().map(|p| p.role).collect();
/// assert_eq!(roles, [Role::Title, Role::Body, Role::Site]);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteLines {
    sites: BTreeMap<String, Vec<PageLines>>,
}

/// What is remembered of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct PageLines {
    article: String,
    /// The beginnings of the words of its title.
    title: BTreeSet<String>,
    lines: BTreeSet<u64>,
}

impl SiteLines {
    /// Remembers the lines of an article. One without an address has no site.
    pub fn learn(&mut self, article: &Article) {
        let Some(site) = site_of(article) else { return };
        let pages = self.sites.entry(site).or_default();
        pages.retain(|page| page.article != article.id);
        if pages.len() >= MAX_PAGES {
            pages.remove(0);
        }
        pages.push(PageLines::of(article));
    }

    /// The article with the lines marked that are its site's, so that none is
    /// told as fact. Its text stays: what is known of a site depends on which
    /// pages came with it, and an article read again must not look changed. An
    /// article of which nothing would be left stays as it is.
    #[must_use]
    pub fn mark(&self, mut article: Article) -> Article {
        let Some(pages) = site_of(&article).and_then(|site| self.sites.get(&site)) else {
            return article;
        };
        let own = PageLines::of(&article);
        let others: Vec<&PageLines> = pages
            .iter()
            .filter(|page| page.article != article.id && !own.is_version(page))
            .collect();
        let recurs = |line: &str| {
            let hash = hash_of(line);
            let sentence = ends_like_sentence(line);
            others.iter().any(|page| {
                page.lines.contains(&hash) && (!sentence || own.title.is_disjoint(&page.title))
            })
        };
        let of_site =
            |p: &Paragraph| p.role != Role::Title && recurs(&article.text[p.span.clone()]);
        let marks: Vec<bool> = article.paragraphs.iter().map(of_site).collect();
        let mut told = article.paragraphs.iter().zip(&marks);
        if told.any(|(line, of_site)| line.role == Role::Body && !of_site) {
            let lines = article.paragraphs.iter_mut().zip(marks).filter(|(_, of_site)| *of_site);
            lines.for_each(|(line, _)| line.role = Role::Site);
        }
        article
    }
}

impl PageLines {
    fn of(article: &Article) -> Self {
        let lines = article.paragraphs.iter().filter(|p| p.role != Role::Title);
        let title = headline::fold(&article.title);
        let words = title.split(' ').filter(|word| word.chars().count() >= 4);
        Self {
            article: article.id.clone(),
            title: words.map(|word| word.chars().take(5).collect()).collect(),
            lines: lines.map(|p| hash_of(&article.text[p.span.clone()])).collect(),
        }
    }

    fn is_version(&self, other: &Self) -> bool {
        let shared = self.lines.intersection(&other.lines).count();
        shared * 100 > self.lines.len().min(other.lines.len()) * VERSION
    }
}

fn site_of(article: &Article) -> Option<String> {
    article.url.as_deref().and_then(address::host)
}

/// The same on every machine, as it is stored.
fn hash_of(line: &str) -> u64 {
    line.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(path: &str, title: &str, lines: &[&str]) -> Article {
        let lines = lines.iter().map(|line| (Role::Body, (*line).to_owned(), None)).collect();
        Article::new(Some(format!("https://herald.example/{path}")), title, lines)
    }

    /// What is left of the first article, the others being known.
    fn left(pages: &[Article]) -> Vec<String> {
        let mut sites = SiteLines::default();
        pages.iter().for_each(|page| sites.learn(page));
        let marked = sites.mark(pages[0].clone());
        assert_eq!(marked.sha256, pages[0].sha256, "the text stays");
        let left = marked.paragraphs.iter().skip(1).filter(|p| p.role != Role::Site);
        left.map(|p| marked.text[p.span.clone()].to_owned()).collect()
    }

    #[test]
    fn marks_what_is_the_site_s_and_nothing_else() {
        let own = "The bridge was closed on Friday.";
        let promotion = "Our letter comes every morning.";
        let background = "The bridge was opened in 1958.";
        let bridge = || article("a", "Bridge closes", &[own, background, promotion, "Read on"]);
        let cases: [(&str, Article, &[&str]); 5] = [
            (
                "another story",
                article("b", "School wins prize", &["The school won.", "It was glad.", promotion]),
                &[own, background, "Read on"],
            ),
            (
                "the same story",
                article(
                    "b",
                    "Bridge still closed",
                    &["It is closed.", "Day two.", background, "Read on"],
                ),
                &[own, background, promotion],
            ),
            (
                "a version of the article",
                article("b", "School wins prize", &[own, background, promotion]),
                &[own, background, promotion, "Read on"],
            ),
            (
                "the same address",
                article("a", "School wins prize", &["The school won.", "It was glad.", promotion]),
                &[own, background, promotion, "Read on"],
            ),
            (
                "another site",
                Article::new(
                    Some("https://gazette.example/b".into()),
                    "School wins prize",
                    vec![
                        (Role::Body, "The school won.".into(), None),
                        (Role::Body, promotion.into(), None),
                    ],
                ),
                &[own, background, promotion, "Read on"],
            ),
        ];
        for (case, other, expected) in cases {
            assert_eq!(left(&[bridge(), other]), expected, "{case}");
        }
    }

    #[test]
    fn forgets_the_oldest_pages() {
        let mut sites = SiteLines::default();
        for at in 0..MAX_PAGES * 2 {
            sites.learn(&article(&at.to_string(), "Bridge closes", &["It was closed."]));
        }
        assert_eq!(sites.sites["herald.example"].len(), MAX_PAGES);
    }
}
