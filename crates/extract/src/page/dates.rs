//! When a page was published and changed: data, meta elements, marked times,
//! the address, the words beside the title; in that order of trust.

use std::str::FromStr;

use throughline_model::Moment;

use super::{Page, element};
use crate::{
    address,
    date_words::{self, Order},
    draft::{is_plausible, refine},
    pattern::patterns,
};

patterns! {
    STATE = r#"(?i)["'](?:datePublished|date_published|publishedDate|publishingDate|cmsPublishingDate|publishedAt|published_at|publishDate|publish_date|publicationDate|publication_date|pubDate|firstPublished|articlePublishedAt|created_at|dateCreated)["']\s*[:,]\s*["']((?:19|20)\d\d-\d\d-\d\d[^"']{0,25})["']"#;
    WORDS = r"(?i)\b(?:published|posted|veröffentlicht|publié|publicado|pubblicato|gepubliceerd|erstellt|opublikowano|date)\b";
}

const PUBLISHED: [&str; 36] = [
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
    "dcterms.date",
    "dc.date",
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
    "date",
    "bt:pubdate",
    "article.created",
    "created",
];

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

/// Publication and last change, each where it is known.
pub fn of(page: &Page<'_>, order: Order) -> (Option<Moment>, Option<Moment>) {
    let read = |text: &str| read(text, order);
    let day = page.url.as_deref().and_then(address::day).map(Moment::day);
    let from_ld =
        page.ld.article_text(&["datePublished"]).or_else(|| page.ld.text(&["datePublished"]));
    let shown = shown(page, order);
    let candidates: Vec<Moment> = [
        from_ld.as_deref().and_then(read),
        page.meta.all(&PUBLISHED).iter().find_map(|text| read(text)),
        marked(page, order),
        day,
        shown,
        page.ld.text(&["dateCreated", "uploadDate"]).as_deref().and_then(read),
        STATE.captures(page.html).and_then(|m| read(&m[1])),
    ]
    .into_iter()
    .flatten()
    .filter(|moment| is_plausible(moment, None))
    .collect();
    let changed = page.ld.text(&["dateModified"]).and_then(|text| read(&text));
    let changed = changed.or_else(|| page.meta.all(&MODIFIED).iter().find_map(|text| read(text)));
    let changed = changed.filter(|moment| is_plausible(moment, None));
    let Some(best) = candidates.first().copied() else {
        return (changed.or_else(|| anywhere(page, order)), None);
    };
    let published = exact(best, &candidates, page, order);
    let published =
        if published.time().is_none() { refine(Some(published), changed) } else { Some(published) };
    (published, changed.filter(|changed| Some(*changed) != published))
}

/// Of moments that are one, the one that says the most: a time over a day, a
/// local offset over UTC.
fn exact(best: Moment, candidates: &[Moment], page: &Page<'_>, order: Order) -> Moment {
    if best.time().is_none() {
        let timed = candidates.iter().find(|m| m.time().is_some() && m.date() == best.date());
        return timed.copied().unwrap_or(best);
    }
    let local = |m: &Moment| m.offset().is_some_and(|o| o.seconds() != 0);
    // The address has the day of the newsroom, which UTC has left or not reached.
    let own_day = page.url.as_deref().and_then(address::day);
    let near = |day: jiff::civil::Date| {
        day.tomorrow().is_ok_and(|d| d == best.date())
            || day.yesterday().is_ok_and(|d| d == best.date())
    };
    if let Some(day) = own_day.filter(|day| !local(&best) && near(*day)) {
        let better = candidates.iter().find(|m| local(m) && m.date() == day);
        return better.copied().unwrap_or(Moment::day(day));
    }
    let all = page.meta.all(&PUBLISHED);
    let others = candidates.iter().copied().chain(all.iter().filter_map(|text| read(text, order)));
    if !local(&best) && best.offset().is_some() {
        let same = others.into_iter().find(|m| local(m) && m.instant() == best.instant());
        return same.unwrap_or(best);
    }
    best
}

/// A machine's or a person's way to write a date.
fn read(text: &str, order: Order) -> Option<Moment> {
    let text = text.trim();
    let direct = Moment::from_str(text).ok().or_else(|| date_words::find(text, order));
    direct.or_else(|| compact(text)).filter(|moment| is_plausible(moment, None))
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

/// Elements that the page marks as its time of publication.
fn marked(page: &Page<'_>, order: Order) -> Option<Moment> {
    const PLACES: [&str; 7] = [
        "[itemprop='datePublished'], [property$='datePublished'], [property$='dateCreated']",
        "time[pubdate]",
        "time[class*='publish'], time[class*='entry-date'], abbr.published, .published[title]",
        "article header time[datetime]",
        "article time[datetime]",
        "main time[datetime]",
        "time[datetime]",
    ];
    for (rank, place) in PLACES.iter().enumerate() {
        let nodes = page.doc.select(place);
        // Many bare times are a list of other stories.
        if rank >= 4 && nodes.length() > 6 {
            continue;
        }
        for node in nodes.nodes() {
            if element::label(node).contains("modif") || element::label(node).contains("updat") {
                continue;
            }
            let attributes = ["datetime", "content", "title", "data-time", "data-datetime"];
            let given = attributes.iter().find_map(|a| read(node.attr(a)?, order));
            if let Some(found) = given.or_else(|| read(&element::text(node), order)) {
                return Some(found);
            }
        }
    }
    None
}

/// Words beside the title: elements that are called date, time or byline.
fn shown(page: &Page<'_>, order: Order) -> Option<Moment> {
    const PLACES: [&str; 3] = [
        "[class*='pubdate'], [class*='publish'], [id*='publish'], [class*='dateline'], [class*='date-time'], [class*='datetime'], [class*='timestamp'], [class*='article-date'], [class*='article__date'], [class*='post-date'], [class*='entry-date'], [class*='date-line']",
        "[class*='date'], [id*='date'], [data-testid*='date'], [class*='time'], [id*='time'], [class*='datum'], [class*='fecha'], [class*='data']",
        "[class*='byline'], [class*='meta'], [class*='info'], [class*='author'], [class='by'], [class*='submitted']",
    ];
    for place in PLACES {
        for node in page.doc.select(place).nodes().iter().take(30) {
            let label = element::label(node);
            if [
                "teaser",
                "update",
                "related",
                "comment",
                "copyright",
                "footer",
                "sidebar",
                "event",
                "modif",
            ]
            .iter()
            .any(|w| label.contains(w))
            {
                continue;
            }
            let text = element::text(node);
            if text.chars().count() <= 140
                && let Some(found) = date_words::find(&text, order)
            {
                return Some(found);
            }
        }
    }
    None
}

/// The first date after a word like "published", then the first date at all
/// in short text.
fn anywhere(page: &Page<'_>, order: Order) -> Option<Moment> {
    let text = page.doc.body().formatted_text();
    let lines =
        || text.lines().map(str::trim).filter(|l| !l.is_empty() && l.chars().count() <= 160);
    // A paragraph may begin with its day: "27.1.2022 - At the memorial ...".
    let begins = text.lines().map(str::trim).filter(|l| l.chars().count() > 160).find_map(|l| {
        let head: String = l.chars().take(24).collect();
        date_words::find(&head, order)
    });
    let worded = lines().filter(|l| WORDS.is_match(l)).find_map(|l| date_words::find(l, order));
    worded
        .or_else(|| {
            lines()
                .take(400)
                .filter(|l| !l.contains('©') && l.chars().count() <= 80)
                .find_map(|l| date_words::find(l, order))
        })
        .or(begins)
        .filter(|moment| is_plausible(moment, None))
}
