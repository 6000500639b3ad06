//! [`SiteLines`]: lines that recur on the pages of one site, learned as pages
//! come. Promotions, biographies and calls to sign up stand on pages of
//! different stories; a story's own sentences do not.
//!
//! A newspaper repeats the background of a story word for word in each report
//! of it. So a sentence counts as the site's only where the titles of the pages
//! have nothing to do with each other, and one that speaks of what a title names
//! only on three such pages; what is no sentence, on any two pages that are not
//! versions of one article.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use throughline_model::{Article, Fnv, Paragraph, Role};

use crate::{address, headline, residue::ends_like_sentence};

/// Pages of a site that are remembered; the oldest go first.
const MAX_PAGES: usize = 100;

/// Lines of a page that are remembered, its first ones, and words of its title. With
/// these a site takes 300 kilobytes at most, some thirty as pages are.
const MAX_LINES: usize = 200;
const MAX_WORDS: usize = 30;

/// Pages that share this many hundredths of their lines are one article.
const VERSION: usize = 50;

/// What is known of sites. A store keeps it a site at a time: [`Self::kept`] and
/// [`Self::restore`].
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
/// let mut bridge = bridge;
/// sites.mark(&mut bridge);
/// let roles: Vec<Role> = bridge.paragraphs.iter().map(|p| p.role).collect();
/// assert_eq!(roles, [Role::Title, Role::Body, Role::Site]);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SiteLines {
    /// By host, pages in the order in which they were learned.
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
    /// The site of an article, by which it is kept: the host of its address. One
    /// without an address has none.
    pub fn site(article: &Article) -> Option<String> {
        article.url.as_deref().and_then(address::host)
    }

    /// What is known of a site, as [`Self::restore`] takes it; none where nothing is.
    /// It does not grow beyond a fixed size, however many pages come.
    pub fn kept(&self, site: &str) -> Option<Vec<u8>> {
        let pages = self.sites.get(site)?;
        Some(postcard::to_allocvec(pages).expect("numbers, strings and lists can be written"))
    }

    /// Takes what was kept of a site in the place of what is known of it.
    ///
    /// # Errors
    /// When these are not bytes of [`Self::kept`]; what is known stays then.
    pub fn restore(&mut self, site: &str, kept: &[u8]) -> Result<(), DamagedSite> {
        let pages = postcard::from_bytes(kept).map_err(|_| DamagedSite(site.to_owned()))?;
        self.sites.insert(site.to_owned(), pages);
        Ok(())
    }

    /// Remembers the lines of an article.
    pub fn learn(&mut self, article: &Article) {
        let Some(site) = Self::site(article) else { return };
        let pages = self.sites.entry(site).or_default();
        pages.retain(|page| page.article != article.id);
        if pages.len() >= MAX_PAGES {
            pages.remove(0);
        }
        pages.push(PageLines::of(article));
    }

    /// Marks the lines of an article that are its site's, so that none is told as
    /// fact. Its text stays: what is known of a site depends on which pages came
    /// before it, and an article read again must not look changed. An article of
    /// which nothing would be left stays as it is.
    pub fn mark(&self, article: &mut Article) {
        let Some(pages) = Self::site(article).and_then(|site| self.sites.get(&site)) else {
            return;
        };
        let own = PageLines::of(article);
        let others: Vec<&PageLines> = pages
            .iter()
            .filter(|page| page.article != article.id && !own.is_version(page))
            .collect();
        let recurs = |line: &str| {
            let hash = hash_of(line);
            let mut having = others.iter().filter(|page| page.lines.contains(&hash));
            if !ends_like_sentence(line) {
                return having.next().is_some();
            }
            let strange: Vec<&&PageLines> =
                having.filter(|page| own.title.is_disjoint(&page.title)).collect();
            if strange.is_empty() {
                return false;
            }
            let words = beginnings(line);
            // "The Vess Herald reports from Norland": whoever names the outlet speaks of it.
            let of_outlet = !article.outlet.is_empty() && line.contains(&article.outlet);
            let speaks = |page: &PageLines| !of_outlet && !words.is_disjoint(&page.title);
            let apart = |(at, a): (usize, &&&PageLines)| {
                strange[at + 1..].iter().any(|b| a.title.is_disjoint(&b.title))
            };
            strange.iter().any(|page| !speaks(page) && !speaks(&own))
                || strange.iter().enumerate().any(apart)
        };
        let of_site =
            |p: &Paragraph| p.role != Role::Title && recurs(&article.text[p.span.clone()]);
        let marks: Vec<bool> = article.paragraphs.iter().map(of_site).collect();
        let mut told = article.paragraphs.iter().zip(&marks);
        if told.any(|(line, of_site)| line.role == Role::Body && !of_site) {
            let lines = article.paragraphs.iter_mut().zip(marks).filter(|(_, of_site)| *of_site);
            lines.for_each(|(line, _)| line.role = Role::Site);
        }
    }
}

impl PageLines {
    fn of(article: &Article) -> Self {
        let lines = article.paragraphs.iter().filter(|p| p.role != Role::Title);
        Self {
            article: article.id.clone(),
            title: beginnings(&article.title),
            lines: lines.take(MAX_LINES).map(|p| hash_of(&article.text[p.span.clone()])).collect(),
        }
    }

    fn is_version(&self, other: &Self) -> bool {
        let shared = self.lines.intersection(&other.lines).count();
        shared * 100 > self.lines.len().min(other.lines.len()) * VERSION
    }
}

/// The beginnings of the first words that are long enough to tell something.
fn beginnings(text: &str) -> BTreeSet<String> {
    let text = headline::fold(text);
    let words = text.split(' ').filter(|word| word.chars().count() >= 4).take(MAX_WORDS);
    words.map(|word| word.chars().take(5).collect()).collect()
}

/// What was kept of a site does not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("what is known of the lines of {0} is damaged")]
pub struct DamagedSite(pub String);

/// The same on every machine, as it is stored.
fn hash_of(line: &str) -> u64 {
    Fnv::of(line.bytes())
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
        // As after another run of the program.
        let kept = sites.kept("herald.example").expect("a page of it is known");
        let mut restored = sites.clone();
        restored.sites.remove("herald.example");
        restored.restore("herald.example", &kept).expect("it was kept");
        assert_eq!(restored, sites);
        let mut marked = pages[0].clone();
        restored.mark(&mut marked);
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
        // Another report of the story may have no word of the title: what it repeats of the bridge
        // is told; on pages of three stories it is the site's.
        let report = || article("b", "Wenlow waits", &["Wenlow waits.", "It rained.", background]);
        assert_eq!(left(&[bridge(), report()]), [own, background, promotion, "Read on"]);
        let third =
            article("c", "School wins prize", &["A school won.", "It was glad.", background]);
        assert_eq!(left(&[bridge(), report(), third]), [own, promotion, "Read on"]);
    }

    #[test]
    fn forgets_the_oldest_pages_and_stays_small() {
        let mut sites = SiteLines::default();
        let title: Vec<String> = (0..1_000).map(|n| format!("{n}-bridges")).collect();
        for at in 0..MAX_PAGES * 2 {
            let lines: Vec<String> = (0..1_000).map(|n| format!("Line {n} of {at}.")).collect();
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            sites.learn(&article(&at.to_string(), &title.join(" "), &lines));
        }
        assert_eq!(sites.sites["herald.example"].len(), MAX_PAGES);
        let kept = sites.kept("herald.example").map_or(0, |kept| kept.len());
        assert!((100_000..300_000).contains(&kept), "{kept}");
    }

    #[test]
    fn what_does_not_read_is_named() {
        let mut sites = SiteLines::default();
        let damaged = sites.restore("herald.example", &[7, 7]).expect_err("no pages");
        assert!(damaged.to_string().contains("lines of herald.example"), "{damaged}");
        assert_eq!(sites.kept("herald.example"), None);
    }
}
