//! [`Draft`]: what a reader of one format found, and the step that all formats
//! share: residue out, gaps filled, article made.

use std::borrow::Cow;

use throughline_model::{Article, DatePlace, Document, Moment, Role};

use crate::{
    MAX_TEXT, Reason, address, byline, credits, dateline,
    dates::{self, Locale},
    dating::{Dated, Dates},
    headline, language, outlet,
    residue::{Source, clean},
    visible::visible,
};

/// One line of an article before it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub role: Role,
    pub text: String,
    pub at: Option<Moment>,
}

impl Line {
    pub fn new(role: Role, text: impl Into<String>) -> Self {
        Self { role, text: text.into(), at: None }
    }
}

/// What a reader of one format found. Whatever it did not find is inferred in
/// [`Draft::finish`] or left unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub url: Option<String>,
    pub outlet: Option<String>,
    pub owner: Option<String>,
    pub title: Option<String>,
    pub authors: Vec<String>,
    pub dates: Dates,
    pub language: Option<String>,
    pub lines: Vec<Line>,
    pub source: Source,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            url: None,
            outlet: None,
            owner: None,
            title: None,
            authors: Vec::new(),
            dates: Dates::default(),
            language: None,
            lines: Vec::new(),
            source: Source::Plain,
        }
    }
}

impl Draft {
    /// Cleans the lines, fills the gaps and makes the article.
    pub fn finish(mut self, document: &Document) -> Result<Article, Reason> {
        if self.lines.iter().map(|line| line.text.len()).sum::<usize>() > MAX_TEXT {
            return Err(Reason::TooLong);
        }
        for line in &mut self.lines {
            if let Cow::Owned(shown) = visible(&line.text) {
                line.text = shown;
            }
        }
        let named = self.outlet.iter_mut().chain(&mut self.owner);
        let words = self.title.iter_mut().chain(named).chain(&mut self.authors);
        words.for_each(|text| *text = visible(text).trim().to_owned());
        let url = self.url.as_deref().and_then(address::canonical);
        let url = url.or_else(|| document.url.as_deref().and_then(address::canonical));
        let host = url.as_deref().and_then(address::host);

        let raw: Vec<String> = self.lines.iter().map(|line| line.text.clone()).collect();
        let given = self.title.filter(|title| !title.trim().is_empty());
        let mut cleaned = clean(self.lines, given.as_deref(), self.source);
        let title = match given {
            Some(title) => headline::tidy(&title),
            None => title_of(&mut cleaned.lines),
        };
        drop_biographies(&mut cleaned.lines, &self.authors);
        let tellable =
            |line: &&Line| matches!(line.role, Role::Body | Role::Quotation | Role::List);
        if !cleaned.lines.iter().any(|line| tellable(&line)) {
            // Somebody who gives a title and lines means an article, even one of
            // captions; a page without a paragraph is none.
            let nothing = title.is_empty() || raw.is_empty() || cleaned.lines.is_empty();
            if self.source == Source::Markup || nothing {
                return Err(if is_wall(&raw) { Reason::Wall } else { Reason::NoArticle });
            }
            for line in cleaned.lines.iter_mut().filter(|l| l.role == Role::Caption) {
                line.role = Role::Body;
            }
        }

        let body: Vec<&str> =
            cleaned.lines.iter().filter(tellable).map(|l| l.text.as_str()).collect();
        let language = language::of(&start_of(&body), self.language.as_deref());
        let credits = credits::find(raw.iter().map(String::as_str), raw.len());
        let hints = hints(&raw, &cleaned.dropped);
        let mut dates = self.dates;
        let day = url.as_deref().and_then(address::day).map(Moment::day);
        let no_other = dates.published.is_empty();
        if dates.are_given_before(day) {
            dates.published(day, DatePlace::Address, url.as_deref().unwrap_or_default());
        }
        if no_other {
            let locale = Locale::of(host.as_deref(), &language);
            let shown = hints.iter().filter_map(|line| Some((line, dates::find(line, locale)?)));
            let shown = shown.map(|(line, moment)| Dated::new(moment, DatePlace::Text, line));
            dates.published.extend(shown);
            let opening = body.first().and_then(|line| dateline::split(line)).map(|(head, _)| head);
            let dateline = opening.and_then(|head| dates::find(head, locale));
            dates.published(dateline, DatePlace::Text, opening.unwrap_or_default());
        }
        let decided = dates.decide(document.feed_date, document.fetched);
        let mut authors = self.authors;
        let by = |line: &&&str| is_byline(line);
        let given_outlet =
            self.outlet.or_else(|| hints.iter().filter(by).find_map(|line| byline::outlet(line)));
        if authors.is_empty() {
            authors = hints
                .iter()
                .filter(by)
                .map(|line| byline::names(line))
                .find(|n| !n.is_empty())
                .unwrap_or_default();
        }

        let lines = cleaned.lines.into_iter().map(|l| (l.role, l.text, l.at)).collect();
        let mut article = Article::new(url, &title, lines);
        article.outlet = outlet_name(given_outlet, host.as_deref());
        // "ABC News", and that it answers for no other site: the frame of a page.
        let words = || article.text.lines().skip(1).flat_map(str::split_whitespace);
        if article.title.eq_ignore_ascii_case(&article.outlet) && words().count() < FRAME {
            return Err(Reason::NoArticle);
        }
        article.owner = self.owner.filter(|owner| !owner.is_empty() && *owner != article.outlet);
        article.authors = authors;
        article.published = decided.published;
        article.modified = decided.modified;
        article.dating = decided.dating;
        article.language = language;
        article.credits = credits.into_iter().filter(|c| *c != article.outlet).collect();
        Ok(article)
    }
}

/// Words below which a page that bears its outlet's name is no article.
const FRAME: usize = 40;

/// As much of a text as tells its language.
fn start_of(lines: &[&str]) -> String {
    let mut start = String::new();
    for line in lines {
        start.push_str(line);
        start.push('\n');
        if start.len() > 3000 {
            break;
        }
    }
    start
}

/// Lines at the end that tell who the author is.
fn drop_biographies(lines: &mut Vec<Line>, authors: &[String]) {
    const VERBS: [&str; 14] = [
        "is",
        "was",
        "has",
        "covers",
        "writes",
        "joined",
        "reports",
        "works",
        "holds",
        "can",
        "graduated",
        "lives",
        "specializes",
        "edits",
    ];
    let tells = |text: &str| {
        authors.iter().any(|author| {
            let first = author.split(' ').next().unwrap_or(author);
            let rest = text.strip_prefix(author.as_str()).or_else(|| text.strip_prefix(first));
            let verb =
                rest.and_then(|rest| rest.strip_prefix(' ')).and_then(|r| r.split(' ').next());
            verb.is_some_and(|verb| VERBS.contains(&verb))
        })
    };
    let from = lines.len().saturating_sub(6).max(3);
    if let Some(at) = lines.iter().skip(from).position(|line| tells(&line.text)) {
        lines.truncate(from + at);
    }
}

/// Lines that speak of the article itself: its first and last ones, and residue.
fn hints<'a>(raw: &'a [String], dropped: &'a [String]) -> Vec<&'a str> {
    let short = |line: &&str| line.split_whitespace().count() <= 30;
    let head = raw.iter().take(8).map(String::as_str).filter(short).filter(|l| speaks_of_page(l));
    let gone = dropped.iter().map(String::as_str).filter(short).filter(|l| speaks_of_page(l));
    head.chain(gone).collect()
}

/// A byline, a time of publication, a bare date.
fn speaks_of_page(line: &str) -> bool {
    let lower = line.to_lowercase();
    let words = line.split_whitespace().count();
    // "An image taken from a video posted by ..." is a sentence like any other.
    let opening = lower.get(..lower.floor_char_boundary(30)).unwrap_or(&lower);
    let part = if words > 12 && line.ends_with('.') { opening } else { &lower };
    is_byline(line)
        || ["updated", "published", "posted", "page"].iter().any(|w| part.contains(w))
        || words <= 9
}

fn is_byline(line: &str) -> bool {
    let start = line.trim_start_matches(['*', '_', '-', ' ']);
    ["By ", "BY ", "by ", "Von ", "Par ", "Por ", "Door "].iter().any(|by| start.starts_with(by))
}

/// The name that readers know: the table's, the page's own, the host's.
fn outlet_name(given: Option<String>, host: Option<&str>) -> String {
    let given = given.map(|name| headline::tidy(&name)).filter(|name| !name.is_empty());
    match given {
        Some(name) if outlet::looks_like_host(&name) => {
            outlet::name_of_host(name.strip_prefix("www.").unwrap_or(&name))
        }
        Some(name) => name,
        None => host.map(outlet::name_of_host).unwrap_or_default(),
    }
}

/// A text without a title begins with it, or gives its first sentence for one.
fn title_of(lines: &mut Vec<Line>) -> String {
    let Some(first) = lines.first() else { return String::new() };
    if first.role == Role::Heading {
        return lines.remove(0).text;
    }
    let text = dateline::report(&first.text);
    let ends = text.match_indices(['.', '?', '!']).map(|(at, mark)| (at, at + mark.len()));
    let is_end =
        |(at, _): &(usize, usize)| !text[*at..].starts_with('.') || !is_shortened(&text[..*at]);
    let mut ends = ends.filter(is_end).map(|(_, end)| end);
    let end = ends.find(|end| text[*end..].starts_with(' ') && *end > 30);
    let sentence = &text[..end.unwrap_or(text.len())];
    let words: Vec<&str> = sentence.split_whitespace().collect();
    if words.len() <= 25 {
        return words.join(" ").trim_end_matches('.').to_owned();
    }
    format!("{} …", words[..16].join(" ").trim_end_matches([',', ';', ':']))
}

/// Whether a text ends with an initial or what is cut short before a name: "Mila R", "Gov".
fn is_shortened(text: &str) -> bool {
    #[rustfmt::skip]
    const SHORT: &[&str] = &[
        "Mr", "Mrs", "Ms", "Dr", "Gov", "Sen", "Rep", "Gen", "Lt", "Col", "Capt", "Sgt", "St",
        "Rev", "Prof",
    ];
    let word = text.rsplit(' ').next().unwrap_or_default();
    let initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    initial || SHORT.contains(&word)
}

/// Words of consent, sign-in and robot checks where the article should be.
fn is_wall(raw: &[String]) -> bool {
    let text = raw.join(" ").to_lowercase();
    const WORDS: [&str; 12] = [
        "cookies",
        "consent",
        "verify you are human",
        "are you a robot",
        "captcha",
        "enable javascript",
        "sign in to continue",
        "subscribe to continue",
        "log in to continue",
        "access denied",
        "unusual traffic",
        "checking your browser",
    ];
    WORDS.iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use throughline_model::{Content, DateSource};

    use super::*;

    #[test]
    fn knows_walls() {
        assert!(is_wall(&["We use cookies. Accept?".to_owned()]));
        assert!(!is_wall(&["Home".to_owned(), "Sport".to_owned()]));
    }

    #[test]
    fn knows_lines_about_the_page() {
        let about = [
            "By Ada Lund",
            "3 May 2026",
            "Last updated on 3 May 2026 at 10:00 by the newsroom in Port Emery, Tarenna, with more.",
            "First published in our print edition on 3 May 2026, page 4, under another headline, and shortened here.",
        ];
        let other = "An image taken from a 14 August 2025 video posted by the rebels on social media shows a man and the hostages.";
        about.into_iter().for_each(|line| assert!(speaks_of_page(line), "{line}"));
        assert!(!speaks_of_page(other));
    }

    #[test]
    fn makes_a_title_of_a_first_sentence() {
        let mut lines =
            vec![Line::new(Role::Body, "The old bridge was closed on Friday. It will open again.")];
        assert_eq!(title_of(&mut lines), "The old bridge was closed on Friday");
        let text = "PELLIN — The old bridge was closed by Gov. Mila R. Vosk. It will open again.";
        let mut lines = vec![Line::new(Role::Body, text)];
        assert_eq!(title_of(&mut lines), "The old bridge was closed by Gov. Mila R. Vosk");
        let text = "The old bridge in Wenlow may open again by order of the EU. The council met.";
        let mut lines = vec![Line::new(Role::Body, text)];
        assert_eq!(
            title_of(&mut lines),
            "The old bridge in Wenlow may open again by order of the EU"
        );
        assert_eq!(lines.len(), 1);
    }

    #[test]
    fn a_dateline_gives_the_day_and_no_title() {
        let text = "PELLIN, March 3, 2026 (Coastwire) - A ferry sank off Pellin on Monday.\n\nNine people are missing, police said.";
        let document = Document::new("ferry.txt", Content::Text, text.into());
        let article = crate::extract(&document).unwrap();
        assert_eq!(article.title, "A ferry sank off Pellin on Monday");
        assert_eq!(article.published.map(|day| day.to_string()).as_deref(), Some("2026-03-03"));
        let source = article.dating.published.unwrap();
        assert_eq!(source, DateSource::new(DatePlace::Text, "PELLIN, March 3, 2026 (Coastwire)"));
    }
}
