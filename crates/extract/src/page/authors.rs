//! The authors of a page: from its data, its meta elements, its byline.

use super::{
    Page,
    called::{self, within},
    json_ld::Name,
    survey::{BREAK, Byline, Kind, Mark, Stand},
};
use crate::{address, byline, headline, name_words, words};

const META: [&str; 17] = [
    "author",
    "article:author",
    "article:author_name",
    "byl",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "citation_authors",
    "dc.creator",
    "dcterms.creator",
    "dc.creator.author",
    "og:article:author",
    "cxenseparse:author",
    "rbauthors",
    "authors",
    "article.author",
    "creator",
];

/// Those who wrote one text are named so many marks apart at most; further on,
/// others are named for other stories.
const TOGETHER: usize = 8;

/// Their names; none where nobody is named.
pub fn of(page: &Page<'_>, outlet: Option<&str>) -> Vec<String> {
    let outlet: Vec<String> = outlet.map(str::to_owned).into_iter().collect();
    let mut data = page.ld.names("author");
    if data.is_empty() {
        data = page.ld.names("creator");
    }
    let people = |name: &Name| {
        if name.organization && byline::is_desk(&name.name) {
            Vec::new()
        } else {
            byline::names(&name.name)
        }
    };
    let linked = || -> Vec<String> {
        let linked: Vec<String> = data.iter().flat_map(people).collect();
        // Journals name the first author here, and all of them there.
        let meta = meta_names(page, &outlet);
        let more = meta.len() > linked.len() && linked.iter().all(|name| meta.contains(name));
        if more && !linked.is_empty() { meta } else { linked }
    };
    let told = || {
        let data = Some(linked()).filter(|names| !names.is_empty());
        let data = data.unwrap_or_else(|| meta_names(page, &outlet));
        let line = said(page).filter(|line| words::after_by(&line.text).is_some());
        let line = line.map(|line| byline::names(&line.text)).unwrap_or_default();
        // Who put a text on the page is in its data, who wrote it in the line
        // that readers see. What stands there too is where they work.
        let more = line.len() > data.len() && line.iter().any(|name| data.contains(name));
        if line.is_empty() || more && !data.is_empty() { data } else { line }
    };
    let sources: [&dyn Fn() -> Vec<String>; 17] = [
        &told,
        &|| name_lines(page, 2),
        &|| marked(page, Some(Stand::Beside), false),
        &|| marked(page, None, false),
        &|| called_bylines(page, false),
        &|| signed(page, &data, &outlet),
        &|| bylines(page, false),
        &|| named(page),
        &|| beside_dates(page),
        &|| data_layer(page).map(|name| byline::names(&name)).unwrap_or_default(),
        &|| addressed(page, &outlet),
        &|| signature(page, &data, &outlet),
        &|| name_lines(page, 1),
        &|| marked(page, Some(Stand::Beside), true),
        &|| marked(page, None, true),
        &|| called_bylines(page, true),
        &|| bylines(page, true),
    ];
    let own = |names: Vec<String>, marked: bool| {
        let mut kept: Vec<String> = Vec::new();
        for name in names {
            // Elements that bear names bear those of the article too.
            let of_title = marked && page.survey.title.contains(name.as_str());
            if !kept.contains(&name) && !of_title && !headline::is_exactly_outlet(&name, &outlet) {
                kept.push(name);
            }
        }
        kept
    };
    for (rank, source) in sources.iter().enumerate() {
        let mut names = own(source(), rank >= 1);
        if !names.is_empty() {
            // Many names outside the page's data are those of other stories too.
            names.truncate(if rank >= 1 && names.len() > 4 { 1 } else { 20 });
            return names;
        }
    }
    // A page of one's own bears its author's name.
    signature(page, &data, &outlet)
}

/// No person's full name, but the page says who signs: a first name, a user's
/// name, a desk, an agency.
fn signature(page: &Page<'_>, data: &[Name], outlet: &[String]) -> Vec<String> {
    let meta = page.meta().all(&META).map(str::to_owned);
    let told = |m: &&Mark| {
        let by = || words::after_by(own_line(&m.text)).is_some();
        (m.is(called::MARKED) || m.is(called::NAME) || m.kind == Kind::Link || by())
            && !is_away(page, m)
            && !is_comment(m)
            && !m.is(called::HELPER)
    };
    let marks =
        page.survey.called(called::AUTHOR).filter(told).map(|m| own_line(&m.text).to_owned());
    // "By" and two or three words.
    let short = |line: &&str| line.split(' ').count() <= 4 && line.ends_with(char::is_alphanumeric);
    // What signs right below the title signs this story, whatever it stands in.
    let here = |line: &&Byline| !is_elsewhere(page, line) || page.survey.is_right_below(line.at);
    let lines = page.survey.bylines.iter().filter(here).filter(|line| !is_above(page, line));
    let lines = lines.map(|line| line.text.as_str()).filter(short).map(str::to_owned);
    let named = data.iter().map(|n| n.name.clone()).chain(meta).chain(written_by(page));
    let named = named.chain(marks).chain(lines).chain(data_layer(page));
    let mut found: Vec<String> =
        named.filter_map(|name| byline::signature(&name)).take(3).collect();
    // The outlet's own name says the least.
    found.sort_by_key(|name| headline::is_exactly_outlet(name, outlet));
    found.truncate(1);
    found.iter().flat_map(|name| byline::each(name)).collect()
}

/// The first line of an element; where white space comes first, the next one
/// that is no label.
fn own_line(text: &str) -> &str {
    let mut lines = text.split(['\n', BREAK]);
    let first = lines.next().unwrap_or_default();
    if !first.trim().is_empty() {
        return first;
    }
    let next = lines.find(|line| !line.trim().is_empty()).unwrap_or_default();
    if next.split_whitespace().any(name_words::is_of_links) { "" } else { next }
}

/// The same in the line below the title; as the data has it, which may have more.
fn signed(page: &Page<'_>, data: &[Name], outlet: &[String]) -> Vec<String> {
    let Some(line) = said(page) else { return Vec::new() };
    let names = byline::names(&line.text);
    if names.len() > 1 {
        return names;
    }
    let Some(name) = byline::signed(&line.text) else { return Vec::new() };
    let told = signature(page, data, outlet);
    if told.iter().any(|more| more.starts_with(&name)) { told } else { vec![name] }
}

fn meta_names(page: &Page<'_>, outlet: &[String]) -> Vec<String> {
    for name in META {
        let given = [name];
        let found = page.meta().all(&given).flat_map(|given| {
            let given = one_line(given);
            let turned = name.starts_with("citation_").then(|| byline::turned(&given)).flatten();
            byline::names(&turned.unwrap_or(given))
        });
        let found: Vec<String> =
            found.filter(|name| !headline::is_exactly_outlet(name, outlet)).collect();
        if !found.is_empty() {
            return found;
        }
    }
    written_by(page).map(|name| byline::names(&name)).unwrap_or_default()
}

/// WordPress: "Written by" / "Jane Doe".
fn written_by(page: &Page<'_>) -> Option<String> {
    for (label, data) in [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")]
    {
        if page.meta().get(&[label]).is_some_and(|l| byline::is_label(&l)) {
            return page.meta().get(&[data]);
        }
    }
    None
}

/// Where other stories stand. What readers write is never looked at.
fn is_away(page: &Page<'_>, mark: &Mark) -> bool {
    const AWAY: u32 = within::NAV | within::FOOTER | within::ASIDE | called::AWAY;
    mark.in_any(page.survey.apart(AWAY))
}

/// Whether a line stands where other stories do.
fn is_elsewhere(page: &Page<'_>, line: &Byline) -> bool {
    line.within & page.survey.apart(called::AWAY | within::ASIDE) != 0
}

/// Whether a line stands above the title by far, where menus are.
fn is_above(page: &Page<'_>, line: &Byline) -> bool {
    page.survey.stands(line.at) == Stand::Above
}

fn is_comment(mark: &Mark) -> bool {
    mark.in_any(called::COMMENT)
}

/// Elements that the page marks as an author's name, where they stand or anywhere.
fn marked(page: &Page<'_>, stand: Option<Stand>, away: bool) -> Vec<String> {
    const CALLED: u32 = called::AUTHOR | called::BYLINE | called::NAME;
    let marks = || page.survey.marks.iter().enumerate().filter(|(_, m)| m.called & CALLED != 0);
    let by = called::AUTHOR | called::BYLINE;
    let places: [&dyn Fn(&Mark) -> bool; 4] = [
        &|m| m.is(called::AUTHOR | called::MARKED),
        &|m| m.kind == Kind::Link && m.is(called::AUTHOR),
        &|m| m.is(called::NAME) && (m.called | m.within) & by != 0,
        &|m| m.kind == Kind::Link && m.within & by != 0,
    ];
    for place in places {
        let fits = |(at, m): &(usize, &Mark)| {
            stand.is_none_or(|stand| page.survey.stands(*at) == stand)
                && place(m)
                && is_away(page, m) == away
                && !is_comment(m)
                && !m.is(called::HELPER)
        };
        let named = marks().filter(fits).take(6).map(|(at, mark)| (at, names(&mark.text)));
        let named: Vec<_> = named.filter(|(_, names)| !names.is_empty()).collect();
        let together = named.windows(2).take_while(|two| two[1].0 <= two[0].0 + TOGETHER);
        let together = together.count() + 1;
        let found: Vec<String> =
            named.into_iter().take(together).flat_map(|(_, names)| names).collect();
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// The first line right below the title that says who wrote the text.
fn said<'a>(page: &'a Page<'_>) -> Option<&'a Byline> {
    let below = |line: &&Byline| page.survey.is_right_below(line.at);
    page.survey.bylines.iter().find(|line| below(line) && !is_elsewhere(page, line))
}

/// Elements that are called a byline.
fn called_bylines(page: &Page<'_>, away: bool) -> Vec<String> {
    for place in [called::BYLINE, called::AUTHOR, called::INFORMATION] {
        let fits = |m: &&Mark| {
            is_away(page, m) == away
                && !is_comment(m)
                && m.called & (called::BIOGRAPHY | called::HELPER) == 0
                && m.text.len() <= 240
        };
        for mark in page.survey.called(place).filter(fits).take(8) {
            let said = place != called::INFORMATION || byline::is_said(&mark.line());
            let found = names(&mark.text);
            if said && !found.is_empty() {
                return found;
            }
        }
    }
    Vec::new()
}

/// Lines that begin like a byline.
fn bylines(page: &Page<'_>, away: bool) -> Vec<String> {
    let lines = page.survey.bylines.iter().filter(|line| !is_above(page, line));
    let lines = lines.filter(|line| is_elsewhere(page, line) == away);
    lines.map(|line| byline::names(&line.text)).find(|found| !found.is_empty()).unwrap_or_default()
}

/// Lines by the title that name somebody and a day: "Jane Doe | County Reporter
/// | 7 May 2026", "7 May 2026 by Jane Doe".
fn beside_dates(page: &Page<'_>) -> Vec<String> {
    let beside = |at: usize| page.survey.stands(at) == Stand::Beside;
    let lines = page.survey.lines.iter().filter(|l| beside(l.at) && l.text.len() <= 120);
    lines
        .map(|line| byline::beside_date(&line.text))
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// Longest line that may be a name by a day, or that day.
const MAX_NEIGHBOUR: usize = 60;

/// Lines by the title that hold so many names at least and nothing else, next to one
/// that holds a day.
fn name_lines(page: &Page<'_>, least: usize) -> Vec<String> {
    // Elements that the source puts on lines of their own may be anything but two names.
    let line = |text: &str| if least > 1 { one_line(text) } else { text.to_owned() };
    let dated =
        |digits: &str| digits.split(['|', '•', '·']).any(|part| byline::is_date(part.trim()));
    let below = page.survey.neighbours.iter().filter(|l| page.survey.is_right_below(l.at));
    let lines = below.map(|l| (line(&l.text), line(&l.digits)));
    let short = lines.filter(|(a, b)| a.len().max(b.len()) <= MAX_NEIGHBOUR);
    let mut named = short.filter(|(_, b)| dated(b)).map(|(a, _)| byline::only_names(&a));
    named.find(|found| found.len() >= least).unwrap_or_default()
}

/// The name in the address of an author's page, where the link says part of it and
/// something else: "Articles by Jane" leads to "/authors/jane-doe".
fn addressed(page: &Page<'_>, outlet: &[String]) -> Vec<String> {
    let host = page.url.as_deref().and_then(address::host);
    let own: Vec<String> = outlet.iter().cloned().chain(host).collect();
    let links = page.survey.marks.iter().enumerate();
    let links = links.filter(|(at, m)| {
        page.survey.stands(*at) == Stand::Beside && !is_away(page, m) && !is_comment(m)
    });
    let named = links.filter_map(|(_, m)| byline::in_address(m.author.as_deref()?, &m.line()));
    named.filter(|name| !headline::is_outlet(name, &own)).take(1).collect()
}

/// Lines by a picture of the author, or with degrees right below the title.
fn named(page: &Page<'_>) -> Vec<String> {
    let here = page.survey.named.iter().filter(|line| !is_elsewhere(page, line));
    here.map(|line| byline::names(&line.text)).find(|found| !found.is_empty()).unwrap_or_default()
}

/// White space in an attribute parts nothing.
fn one_line(given: &str) -> String {
    given.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whom WordPress tells those who count readers.
fn data_layer(page: &Page<'_>) -> Option<String> {
    const KEY: &[u8] = b"\"pagePostAuthor\":\"";
    let start = memchr::memmem::find(page.html.as_bytes(), KEY)? + KEY.len();
    let value = &page.html[start..];
    let name = &value[..value.find('"').filter(|end| *end <= 100)?];
    serde_json::from_str(&format!("\"{name}\"")).ok()
}

fn names(text: &str) -> Vec<String> {
    byline::names(&text.replace(BREAK, "\n"))
}
