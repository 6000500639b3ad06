//! The title of a page: the heading that the reader sees, where the head of
//! the page bears it out; what the head says otherwise. Without the outlet.

use std::collections::HashSet;

use super::{
    Page,
    called::{self, within},
    survey::{Kind, Mark},
};
use crate::{address, byline, headline};

/// A heading that shares less with the address than this,
const HARDLY: f32 = 0.3;

/// and this much less than the title in the head of the page, is not the title.
const CLEARLY: f32 = 0.25;

/// The title; none where the page has none.
pub fn of(page: &Page<'_>, outlet: Option<&str>) -> Option<String> {
    let mut names: Vec<String> = outlet.map(str::to_owned).into_iter().collect();
    names.extend(page.meta().get(&["og:site_name"]));
    names.extend(page.ld.names("publisher").into_iter().map(|n| n.name));
    if let Some(host) = page.url.as_deref().and_then(address::host) {
        names.push(host.split('.').next().unwrap_or_default().to_owned());
        names.push(host);
    }
    let clean = |title: &String| {
        Some(headline::without_outlet(title, &names)).filter(|t| is_title(t, &names))
    };
    let ld = page.ld.article_text(&["headline"]);
    let og = page.meta().get(&[
        "og:title",
        "twitter:title",
        "dc.title",
        "parsely-title",
        "sailthru.title",
    ]);
    let tag = Some(page.survey.title.clone());
    let uncut: Vec<&String> = [&ld, &og, &tag].into_iter().flatten().collect();
    let [ld, og, tag] = [&ld, &og, &tag].map(|title| title.as_ref().and_then(clean));
    let head: Vec<&String> = [&ld, &og, &tag].into_iter().flatten().collect();
    let headings: Vec<Heading> = headings(page, &names);
    let told = |text: &str| head.iter().any(|h| headline::fold(h) == headline::fold(text));
    let exact = headings.iter().find(|h| told(&h.text));
    let near =
        || headings.iter().find(|h| !h.comment && head.iter().any(|other| agree(&h.text, other)));
    // A lesser heading that only resembles the head's title gives way to a first
    // one that is borne out: it is a section's.
    let borne_out = || borne_out(&headings, &head, page);
    let near = || near().map(|h| if h.first { h } else { borne_out().unwrap_or(h) });
    // Shorter ones are as often the headings of parts that are called as the page is.
    let long = |h: &&Heading| !h.comment && words(&h.text) >= if h.first { 2 } else { 6 };
    let addressed = || headings.iter().filter(long).find(|h| is_address(&h.text, page));
    if let Some(heading) = exact.or_else(addressed).or_else(near).or_else(borne_out) {
        let apart = !told(&heading.text);
        let whole = |title: &&&String| {
            is_numbered(title, &heading.text) || apart && is_title_of(title, heading)
        };
        if let Some(title) = head.iter().find(whole) {
            return Some((*title).clone());
        }
        return Some(without_exact_outlet(&heading.text, &names, &head, &uncut));
    }
    og.or(ld).or(tag).or_else(|| headings.into_iter().next().map(|h| h.text))
}

/// Words of the longest title; what is longer is a text in large letters.
const LONGEST: usize = 30;

/// Whether a title is a heading and numbers beside it, which the page may show as
/// a picture: "12 bridges to cross", "Bridges to cross in 2026".
fn is_numbered(title: &str, heading: &str) -> bool {
    let (title, heading) = (headline::fold(title), headline::fold(heading));
    // "12 dead" is not "2 dead" with a number.
    let apart = |(before, after): &(&str, &str)| {
        (before.is_empty() || before.ends_with(' ')) && (after.is_empty() || after.starts_with(' '))
    };
    let rest = title.split_once(&heading).filter(apart);
    rest.map(|(before, after)| (before.trim(), after.trim())).is_some_and(|(before, after)| {
        let numbers = [before, after].concat();
        !numbers.is_empty() && numbers.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Whether a heading is the title in the head and something else: a day before or
/// behind it, another line, signs lost on their way.
fn is_title_of(title: &str, heading: &Heading) -> bool {
    let told = headline::fold(title);
    let is_told = |part: &str| headline::fold(part) == told;
    heading.lines.iter().any(|line| is_told(line))
        || is_dated(&told, &headline::fold(&heading.text))
        || is_damaged(title, &heading.text)
        || is_glued(title, &heading.text)
}

/// "7 May 2026 Bridge closes" for "Bridge closes".
fn is_dated(title: &str, heading: &str) -> bool {
    let day = heading.strip_suffix(title).or_else(|| heading.strip_prefix(title));
    !title.is_empty() && day.is_some_and(|day| byline::is_date(day.trim()))
}

/// Whether a heading has question marks where the title has other signs: "The
/// bridge? cracks" for "The bridge's cracks".
fn is_damaged(title: &str, heading: &str) -> bool {
    let lost = |text: &str| text.matches(['?', '\u{fffd}']).count();
    let letters = |text: &str| {
        let words = headline::fold(text);
        words.split(' ').filter(|word| word.chars().count() > 1).collect::<String>()
    };
    lost(heading) > lost(title) && letters(heading) == letters(title)
}

/// Whether two elements of a heading stand without a space between them, which
/// the title has as words apart: "Bridges closeWhat to know".
fn is_glued(title: &str, heading: &str) -> bool {
    let title = headline::fold(title);
    let has = |word: &str| title.split(' ').any(|known| known == headline::fold(word));
    heading.split_whitespace().filter(|word| !has(word)).any(|word| {
        let seams = word.char_indices().filter(|(_, c)| c.is_uppercase()).map(|(at, _)| at);
        let lower = |part: &str| part.ends_with(char::is_lowercase);
        seams.map(|at| word.split_at(at)).any(|(a, b)| lower(a) && has(a) && has(b))
    })
}

/// Whether the address of the page is this heading: "/two-bridges" and "Two bridges".
fn is_address(heading: &str, page: &Page<'_>) -> bool {
    let address = last_of_address(page);
    let address = address.rsplit_once('.').map_or(address, |(name, _)| name);
    headline::fold(heading) == headline::fold(address)
}

/// The last part of the page's path.
fn last_of_address<'a>(page: &'a Page<'_>) -> &'a str {
    let path = page.url.as_deref().and_then(|url| url.splitn(4, '/').nth(3)).unwrap_or_default();
    let path = path.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    path.rsplit('/').next().unwrap_or_default()
}

/// A heading that may be the title.
struct Heading {
    text: String,
    /// Its lines where it has several.
    lines: Vec<String>,
    first: bool,
    /// Whether it is called after what readers write below the text.
    comment: bool,
}

/// Headings that may be the title, best first.
fn headings(page: &Page<'_>, names: &[String]) -> Vec<Heading> {
    let rank = |mark: &Mark| {
        let first = mark.kind == Kind::H1;
        let marked = mark.is(called::MARKED | called::HEADLINE);
        let titled = mark.called & called::HEADLINE != 0;
        let inside = mark.within & (within::ARTICLE | within::MAIN) != 0;
        Some(match () {
            () if first && marked => 0,
            () if first && mark.within & within::ARTICLE != 0 => 1,
            () if first && inside => 2,
            () if first => 3,
            () if marked => 4,
            () if titled && mark.kind == Kind::H2 => 5,
            () if inside && mark.kind == Kind::H2 => 6,
            () if titled => 7,
            () => return None,
        })
    };
    let away = within::NAV | within::FOOTER | within::ASIDE | called::AWAY | called::COMMENT;
    let mut found: Vec<(usize, bool, &Mark)> = page
        .survey
        .marks
        .iter()
        .filter_map(|mark| Some((rank(mark)?, mark.within & away != 0, mark)))
        .collect();
    found.sort_by_key(|(rank, away, _)| (*away, *rank));
    let mut seen = HashSet::new();
    let headings = found.into_iter().take(80).filter_map(|(rank, _, mark)| {
        let text = headline::tidy(&mark.glued());
        let fits = (2..=300).contains(&text.chars().count()) && words(&text) <= LONGEST;
        let fresh = fits && is_title(&text, &[]) && seen.insert(text.clone());
        let lines = mark.text.trim().split('\n').map(headline::tidy).filter(|l| !l.is_empty());
        let lines: Vec<String> = lines.collect();
        (fresh && !headline::is_exactly_outlet(&text, names)).then(|| Heading {
            text,
            lines,
            first: rank <= 3,
            comment: mark.is(called::COMMENT),
        })
    });
    headings.collect()
}

/// The first heading that shares words with the head of the page or its
/// address: publishers word the title for readers and for searchers apart.
fn borne_out<'a>(
    headings: &'a [Heading],
    head: &[&String],
    page: &Page<'_>,
) -> Option<&'a Heading> {
    let mut known: HashSet<String> = head.iter().flat_map(|text| pieces(text)).collect();
    let path = page.url.as_deref().map(|url| url.splitn(4, '/').nth(3).unwrap_or_default());
    known.extend(pieces(path.unwrap_or_default()));
    let shared = |heading: &Heading| {
        let pieces = pieces(&heading.text);
        (pieces.iter().filter(|p| known.contains(*p)).count(), pieces.len())
    };
    let firsts = || headings.iter().filter(|h| h.first && !h.comment);
    let least = if firsts().count() == 1 { 8 } else { 4 };
    firsts().next().filter(|heading| {
        let (shared, of) = shared(heading);
        shared > 0
            && shared * least >= of
            && !is_mere_word(head, &heading.text)
            && !is_addressed(head, &heading.text, page)
    })
}

/// Whether a heading is a word or two out of the title in the head, no title:
/// "Bridges" below "How two bridges came to be closed for a year".
fn is_mere_word(head: &[&String], heading: &str) -> bool {
    words(heading) <= 2
        && pieces(heading).len() <= 2
        && !head.is_empty()
        && head.iter().all(|title| words(title) >= 6)
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Whether the address is the title in the head and hardly the heading:
/// "a-guide-to-bridges" below the heading "Cross with care".
fn is_addressed(head: &[&String], heading: &str, page: &Page<'_>) -> bool {
    let address = pieces(last_of_address(page));
    // Words shared with the address, and their share of the words of both.
    let likeness = |text: &str| {
        let pieces = pieces(text);
        let shared = pieces.intersection(&address).count();
        (shared, shared as f32 / pieces.union(&address).count().max(1) as f32)
    };
    let (few, hardly) = likeness(heading);
    hardly < HARDLY
        && head
            .iter()
            .map(|title| likeness(title))
            .any(|(shared, like)| shared >= 2 && shared >= few * 2 && like >= hardly + CLEARLY)
}

/// Words of four letters and more; pairs of characters where no space parts
/// words.
fn pieces(text: &str) -> HashSet<String> {
    let mut found = HashSet::new();
    for word in headline::fold(text).split(' ') {
        let wide = word
            .chars()
            .any(|c| ('\u{3000}'..'\u{a000}').contains(&c) || ('\u{e00}'..'\u{e80}').contains(&c));
        if wide {
            let chars: Vec<char> = word.chars().collect();
            found.extend(chars.windows(2).map(|pair| pair.iter().collect()));
        } else if word.chars().count() >= 4 {
            found.insert(word.to_owned());
        }
    }
    found
}

/// Headings seldom hold the outlet's name: it is cut only where the head of
/// the page cuts it too. What stands before a title ("Bridges: who pays") is a
/// part of it unless the head itself leaves it out.
fn without_exact_outlet(
    heading: &str,
    names: &[String],
    head: &[&String],
    uncut: &[&String],
) -> String {
    let cut = headline::without_outlet(heading, names);
    let told = if heading.starts_with(&cut) { head } else { uncut };
    let told = told.iter().any(|other| headline::fold(other) == headline::fold(&cut));
    if told { cut } else { without_label(heading, head, uncut).to_owned() }
}

/// A heading without what is set off from a title that the head has whole, where
/// the head nowhere says it: "Blog: Bridge closes after cracks are found", or the
/// same with " / May 2026" behind it.
fn without_label<'a>(heading: &'a str, head: &[&String], uncut: &[&String]) -> &'a str {
    let is_told = |title: &str| head.iter().any(|h| headline::fold(h) == headline::fold(title));
    let is_label = |label: &str| {
        let label = format!(" {} ", headline::fold(label));
        let unsaid = |title: &&String| !format!(" {} ", headline::fold(title)).contains(&label);
        label.len() > 2 && words(&label) <= 3 && uncut.iter().all(unsaid)
    };
    let parts = heading.char_indices().filter(|(_, c)| ":/|[(–—•·".contains(*c));
    let cuts = parts.flat_map(|(at, c)| {
        let (before, after) = (heading[..at].trim(), heading[at + c.len_utf8()..].trim());
        [(before, after), (after, before)]
    });
    let mut whole = cuts.filter(|(title, label)| words(title) >= 4 && is_label(label));
    whole.find(|(title, _)| is_told(title)).map_or(heading, |(title, _)| title)
}

fn is_title(title: &str, names: &[String]) -> bool {
    let generic = ["home", "news", "article", "untitled", "untitled document", "index", "blog"];
    !title.is_empty()
        && words(title) <= 60
        && !generic.contains(&title.to_lowercase().as_str())
        && (is_about_outlet(title) || !headline::is_outlet(title, names))
        && !headline::is_exactly_outlet(title, names)
}

/// Whether a title may name the outlet as what it is about: "The Wenlow Herald
/// moves to Bridge Street".
fn is_about_outlet(title: &str) -> bool {
    words(title) >= 5 && !headline::has_parts(title)
}

/// Equal, or one is the other with something at its end.
fn agree(a: &str, b: &str) -> bool {
    let (a, b) = (headline::fold(a), headline::fold(b));
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    a == b
        || (short.split(' ').count() >= 3
            && long.contains(short.as_str())
            && short.len() * 10 >= long.len() * 4)
}
