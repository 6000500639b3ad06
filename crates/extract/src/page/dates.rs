//! When a page was published and changed: data, meta elements, marked times,
//! the address, the words beside the title; in that order of trust.

use std::str::FromStr;

use jiff::civil::Date;
use throughline_model::{DatePlace, Moment};

use super::{
    Page,
    called::{self, within},
    survey::{Kind, Mark, Stand},
};
use crate::{
    address,
    dates::{self, Found, Locale},
    dating::{Dated, Dates},
    pattern::patterns,
    words::{self, Said},
};

patterns! {
    STATE = r#"(?i)["'](?:datePublished|date_published|publishedDate|publishingDate|cmsPublishingDate|publishedAt|published_at|publishDate|publish_date|publicationDate|publication_date|pubDate|firstPublished|articlePublishedAt|created_at|dateCreated)\\?["']\s*[:,]\s*\\?["']((?:19|20)\d\d-\d\d-\d\d[^"'\\]{0,25})\\?["']"#;
}

const PUBLISHED: [&str; 32] = [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "published_time",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "pub_date",
    "publication_date",
    "publicationdate",
    "published-date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.created",
    "date.issued",
    "citation_publication_date",
    "citation_date",
    "article_date_original",
    "originalpublicationdate",
    "displaydate",
    "cxenseparse:recs:publishtime",
    "rnews:datepublished",
    "bt:pubdate",
    "article.created",
];

/// As often the date of change: what the page shows is better.
const UNCLEAR: [&str; 4] = ["dcterms.date", "dc.date", "date", "created"];

const MODIFIED: [&str; 12] = [
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "lastmod",
    "modified",
    "dcterms.modified",
    "dc.date.modified",
    "article:modified",
    "updated_time",
    "revised",
    "og:modified_time",
];

/// All dates that a page gives, those of each kind in order of trust.
pub fn of(page: &Page<'_>, locale: Locale<'_>) -> Dates {
    let mut dates = Dates::default();
    let read = |text: &str| read(text, locale);
    let linked = [page.ld.article_text(&["datePublished"]), page.ld.text(&["datePublished"])];
    for text in linked.into_iter().flatten() {
        dates.published(read(&text), DatePlace::LinkedData, "datePublished");
    }
    for (name, text) in page.meta().named(&PUBLISHED) {
        dates.published(read(text), DatePlace::Meta, name);
    }
    marked(page, locale, &mut dates);
    let url = page.url.as_deref().unwrap_or_default();
    dates.published(address::day(url).map(Moment::day), DatePlace::Address, url);
    shown(page, locale, Stand::Beside, &mut dates);
    for (name, text) in page.meta().named(&UNCLEAR) {
        dates.published(read(text), DatePlace::Meta, name);
    }
    shown(page, locale, Stand::Below, &mut dates);
    for field in ["dateCreated", "uploadDate"] {
        let text = page.ld.text(&[field]);
        dates.published(text.as_deref().and_then(read), DatePlace::LinkedData, field);
    }
    let text = page.ld.text(&["dateModified"]);
    let mut modified = Dates::default();
    modified.modified(text.as_deref().and_then(read), DatePlace::LinkedData, "dateModified");
    for (name, text) in page.meta().named(&MODIFIED) {
        modified.modified(read(text), DatePlace::Meta, name);
    }
    dates.modified.splice(0..0, modified.modified);
    as_shown(page, locale, &mut dates);
    if let Some(month) = address::month(url) {
        keep_month(&mut dates.published, month);
    }
    if dates.published.is_empty() {
        if let Some(m) = STATE.captures(page.html) {
            dates.published(read(&m[1]), DatePlace::Script, &m[0]);
        }
        let nothing = |dates: &Dates| dates.published.is_empty() && dates.modified.is_empty();
        for stand in [Stand::Beside, Stand::Below] {
            if nothing(&dates) {
                anywhere(page, locale, stand, &mut dates);
            }
        }
        if nothing(&dates) {
            let times =
                page.survey.marks.iter().filter(|m| m.kind == Kind::Time && !m.in_any(AWAY));
            let first = times.filter_map(|m| Some((of_mark(m, locale)?, said_by(m)))).next();
            let dated = first.map(|(day, said)| Dated::new(day, DatePlace::Element, said));
            dates.published.extend(dated);
            shown(page, locale, Stand::Above, &mut dates);
            anywhere(page, locale, Stand::Above, &mut dates);
        }
        if nothing(&dates) {
            beside(page, locale, &mut dates);
        }
    }
    dates
}

/// Publishing systems write "11/01/2026" in whatever order they were made for: where only
/// the other day that it may be is shown to readers, it is that.
fn as_shown(page: &Page<'_>, locale: Locale<'_>, dates: &mut Dates) {
    let Some(first) = dates.published.first_mut() else { return };
    let day = first.moment.date();
    let slashed = |text: &str| text.split('/').count() == 3 && text.parse::<Moment>().is_err();
    let name = [first.source.what.as_str()];
    let given = match first.source.place {
        DatePlace::Meta => page.meta().get(&name),
        DatePlace::LinkedData => page.ld.text(&name),
        _ => None,
    };
    let Ok(other) = Date::new(day.year(), day.day(), day.month()) else { return };
    if other == day || !given.is_some_and(|text| slashed(text.trim())) {
        return;
    }
    let lines = page.survey.lines.iter().filter(|line| !line.linked);
    let shown = lines.flat_map(|line| dates::all(&line.text, locale));
    let shown: Vec<Date> = shown.map(|found| found.moment.date()).collect();
    if shown.contains(&other) && !shown.contains(&day) {
        first.moment = Moment::day(other);
    }
}

/// Where the address names the month, dates that the page only shows are the
/// page's own if they fall into it; those of a list of stories seldom do.
fn keep_month(published: &mut Vec<Dated>, (year, month): (i16, i8)) {
    let within = |d: &Dated| d.moment.date().year() == year && d.moment.date().month() == month;
    if published.iter().any(within) {
        let shown = |d: &Dated| matches!(d.source.place, DatePlace::Element | DatePlace::Text);
        published.retain(|d| within(d) || !shown(d));
    }
}

/// A machine's or a person's way to write a date.
fn read(text: &str, locale: Locale<'_>) -> Option<Moment> {
    let text = text.trim();
    let direct = Moment::from_str(text).ok().or_else(|| dates::find(text, locale));
    direct.or_else(|| compact(text))
}

/// `20260507`, `20260507194000`, seconds and milliseconds since 1970.
fn compact(text: &str) -> Option<Moment> {
    if !text.is_ascii() || text.len() < 8 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match text.len() {
        8 | 14 => Moment::from_str(&format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..8])).ok(),
        10 => jiff::Timestamp::from_second(text.parse().ok()?).ok().map(Moment::from),
        13 => jiff::Timestamp::from_millisecond(text.parse().ok()?).ok().map(Moment::from),
        _ => None,
    }
}

const AWAY: u32 = within::NAV | within::FOOTER | within::ASIDE | called::AWAY | called::COMMENT;

/// Whether a mark of the page, given with its number, is one that is looked for.
type Place<'a> = dyn Fn(usize, &Mark) -> bool + 'a;

/// Elements that the page marks as its time of publication.
fn marked(page: &Page<'_>, locale: Locale<'_>, dates: &mut Dates) {
    let marks = &page.survey.marks;
    let away = page.survey.apart(AWAY);
    let times = |m: &Mark| m.kind == Kind::Time;
    // The title of a link is about what it leads to.
    let tells = |m: &Mark| m.value.is_some() && m.kind != Kind::Link;
    let beside = |at: usize| page.survey.stands(at) == Stand::Beside;
    let places: [&Place<'_>; 7] = [
        &|_, m| m.is(called::MARKED | called::PUBLISHED),
        &|_, m| (times(m) || tells(m)) && m.called & called::PUBLISHED != 0,
        &|_, m| times(m) && m.within & within::ARTICLE != 0 && m.within & within::HEADER != 0,
        &|at, m| times(m) && beside(at),
        &|_, m| times(m) && m.within & within::ARTICLE != 0,
        &|_, m| times(m) && m.within & within::MAIN != 0,
        &|at, m| times(m) && page.survey.stands(at) != Stand::Above,
    ];
    for (rank, place) in places.iter().enumerate() {
        let fits = |(at, m): &(usize, &Mark)| place(*at, m) && !m.in_any(away | called::MODIFIED);
        let fitting = || marks.iter().enumerate().filter(fits).map(|(_, mark)| mark);
        // Many bare times are a list of other stories.
        if rank >= 4 && fitting().count() > 6 {
            continue;
        }
        let found = fitting().find_map(|mark| Some((mark, of_mark(mark, locale)?)));
        if let Some((mark, moment)) = found {
            dates.published.push(Dated::new(moment, DatePlace::Element, said_by(mark)));
        }
    }
    let changed = marks.iter().filter(|m| {
        m.called & called::MODIFIED != 0 && (times(m) || m.is(called::MARKED)) && !m.in_any(away)
    });
    for mark in changed.take(4) {
        dates.modified(of_mark(mark, locale), DatePlace::Element, said_by(mark));
    }
}

fn of_mark(mark: &Mark, locale: Locale<'_>) -> Option<Moment> {
    let given = mark.value.as_deref().and_then(|value| read(value, locale));
    given.or_else(|| read(&mark.line(), locale))
}

fn said_by(mark: &Mark) -> &str {
    mark.value.as_deref().unwrap_or(&mark.text)
}

/// Words in elements that are called date, time or byline.
fn shown(page: &Page<'_>, locale: Locale<'_>, stand: Stand, dates: &mut Dates) {
    let places =
        [called::PUBLISHED, called::DATE, called::BYLINE | called::INFORMATION | called::AUTHOR];
    let away = page.survey.apart(AWAY);
    for place in places {
        let marks = page.survey.marks.iter().enumerate().filter(|(at, mark)| {
            mark.called & place != 0 && !mark.in_any(away) && page.survey.stands(*at) == stand
        });
        for (_, mark) in marks.take(30) {
            let line = mark.line();
            let elsewhere = mark.kind == Kind::Link && !is_day(&line, locale);
            if line.chars().count() <= 200 && !elsewhere {
                told(&line, mark.called & called::MODIFIED != 0, locale, dates);
            }
        }
    }
}

/// Whether the text of a link is a day: what says more is about where it leads to.
fn is_day(line: &str, locale: Locale<'_>) -> bool {
    let words = |part: &str| part.split(' ').filter(|w| w.contains(char::is_alphabetic)).count();
    dates::all(line, locale).first().is_some_and(|day| {
        let (before, after) = (&line[..day.start], &line[day.end..]);
        (words(before) <= 1 || words::said(before).is_some()) && words(after) <= 2
    })
}

/// The dates of a line by what it says of them.
fn told(line: &str, updated: bool, locale: Locale<'_>, dates: &mut Dates) {
    let mut from = 0;
    for Found { moment, start, end } in dates::all(line, locale) {
        let said = words::said(&line[from..start]);
        from = end;
        let dated = Dated::new(moment, DatePlace::Text, line);
        match said {
            Some(Said::Updated) => dates.modified.push(dated),
            None if updated => dates.modified.push(dated),
            _ => dates.published.push(dated),
        }
    }
}

/// The first date after a word like "published", then the first date at all
/// in short text, then the one that a paragraph begins with.
fn anywhere(page: &Page<'_>, locale: Locale<'_>, stand: Stand, dates: &mut Dates) {
    let mut worded = Dates::default();
    let mut bare = Dates::default();
    let mut begins = Dates::default();
    let lines = page.survey.lines.iter().filter(|line| page.survey.stands(line.at) == stand);
    for line in lines.filter(|line| !line.linked || is_day(&line.text, locale)) {
        let line = &line.text;
        let length = line.chars().count();
        if length > 160 {
            // "27.1.2022 - At the memorial ..."
            let head: String = line.chars().take(24).collect();
            told(&head, false, locale, &mut begins);
        } else if words::said(line).is_some() {
            told(line, false, locale, &mut worded);
        } else if length <= 80 && !line.contains('©') {
            told(line, false, locale, &mut bare);
        }
    }
    for found in [worded, bare, begins] {
        dates.published.extend(found.published.into_iter().take(1));
        dates.modified.extend(found.modified.into_iter().take(1));
    }
}

/// The last resorts: the page's description, its rights, the address of its
/// picture.
fn beside(page: &Page<'_>, locale: Locale<'_>, dates: &mut Dates) {
    if let Some(text) = page.meta().get(&["description", "og:description"]) {
        dates.published(dates::find(&text, locale), DatePlace::Meta, "description");
    }
    let rights = |line: &&str| line.contains('©') && line.chars().count() <= 160;
    for line in page.survey.lines.iter().map(|line| line.text.as_str()).filter(rights) {
        dates.published(dates::find(line, locale), DatePlace::Text, line);
    }
    if let Some(picture) = page.meta().get(&["og:image", "twitter:image"]) {
        dates.published(address::day(&picture).map(Moment::day), DatePlace::Address, &picture);
    }
}
