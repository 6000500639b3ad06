//! What elements of a page are called: words in class names, ids and the like,
//! in the languages that pages are written in, as sets of bits.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

pub const AUTHOR: u32 = 1;
pub const BYLINE: u32 = 1 << 1;
pub const BIOGRAPHY: u32 = 1 << 2;
pub const PUBLISHED: u32 = 1 << 3;
pub const DATE: u32 = 1 << 4;
pub const MODIFIED: u32 = 1 << 5;
pub const INFORMATION: u32 = 1 << 6;
/// Other stories, comments, the frame of the page.
pub const AWAY: u32 = 1 << 7;
pub const HEADLINE: u32 = 1 << 8;
pub const MASTHEAD: u32 = 1 << 9;
/// The name inside an author's element.
pub const NAME: u32 = 1 << 10;
/// Marked for machines: `itemprop`, `property`, `rel`.
pub const MARKED: u32 = 1 << 11;
/// Named for helping with the text: "Reviewed by".
pub const HELPER: u32 = 1 << 12;
/// What readers write.
pub const COMMENT: u32 = 1 << 13;

/// What holds elements.
pub mod within {
    pub const ARTICLE: u32 = 1 << 16;
    pub const MAIN: u32 = 1 << 17;
    pub const HEADER: u32 = 1 << 18;
    pub const FOOTER: u32 = 1 << 19;
    pub const NAV: u32 = 1 << 20;
    pub const ASIDE: u32 = 1 << 21;
}

/// Words in class names and the like, in the languages that they are written in.
const WORDS: &[(u32, &[&str])] = &[
    (
        AUTHOR,
        &[
            "author",
            "autor",
            "auteur",
            "writer",
            "contrib",
            "forfatter",
            "verfasser",
            "penulis",
            "yazar",
            "redacteur",
            "journalist",
            "kirjoittaja",
            "creator",
            "reporter",
            "skribent",
        ],
    ),
    (BYLINE, &["byline", "by-line", "by_line", "signature", "firma", "signatur"]),
    (
        BIOGRAPHY,
        &[
            "author-bio",
            "author-box",
            "authorbox",
            "about-author",
            "about-the-author",
            "author_bio",
            "authorbio",
            "-bio",
            "biography",
        ],
    ),
    (
        PUBLISHED,
        &[
            "publish",
            "pubdate",
            "pub-date",
            "pub_date",
            "datecreated",
            "entry-date",
            "entry__date",
            "post-date",
            "post_date",
            "postdate",
            "article-date",
            "article__date",
            "article_date",
            "articledate",
            "date-time",
            "datetime",
            "timestamp",
            "dateline",
            "date-line",
            "posted",
            "publicat",
            "publica",
            "veroeffentlich",
            "erstellt",
            "date-created",
            "created",
        ],
    ),
    (
        DATE,
        &[
            "date", "datum", "fecha", "data", "time", "dato", "tarih", "tanggal", "zeit", "heure",
            "hora", "datering", "when",
        ],
    ),
    (
        MODIFIED,
        &["modif", "updat", "aktualis", "edited", "revised", "actualiz", "bijgewerkt", "aggiorna"],
    ),
    (
        INFORMATION,
        &[
            "meta",
            "info",
            "submitted",
            "detail",
            "credit",
            "article-header",
            "article__header",
            "post-header",
            "entry-header",
        ],
    ),
    (
        AWAY,
        &[
            "teaser",
            "related",
            "copyright",
            "footer",
            "sidebar",
            "event",
            "widget",
            "promo",
            "recommend",
            "popular",
            "trending",
            "newsletter",
            "most-read",
            "mostread",
            "latest",
            "carousel",
            "archive",
            "breadcrumb",
            "menu",
            "recirc",
            "outbrain",
            "taboola",
            "next-",
            "more-",
            "similar",
            "card",
        ],
    ),
    (COMMENT, &["comment", "disqus", "discussion", "respond", "repl", "kommentar"]),
    (
        HEADLINE,
        &["headline", "entry-title", "article-title", "article__title", "post-title", "title"],
    ),
    (MASTHEAD, &["masthead", "logo", "brand", "site-title", "site-name"]),
    (NAME, &["name"]),
];

static NAMES: LazyLock<(AhoCorasick, Vec<u32>)> = LazyLock::new(|| {
    let words: Vec<(&str, u32)> =
        WORDS.iter().flat_map(|(bit, words)| words.iter().map(|word| (*word, *bit))).collect();
    let searcher = AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::DFA))
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::Standard)
        .build(words.iter().map(|(word, _)| word))
        .expect("the words are constants that a test has built");
    (searcher, words.into_iter().map(|(_, bit)| bit).collect())
});

/// The words in a class name or an id.
pub fn bits_of(label: &str) -> u32 {
    let (searcher, bits) = &*NAMES;
    let label = &label[..label.floor_char_boundary(400)];
    // A builder of pages calls everything a widget; the foot of an article is no foot of
    // the page.
    let counts = |start: usize, end: usize| match &label[start..end] {
        "widget" => !label[..start].ends_with("elementor-"),
        "footer" => {
            let name = label[..start].rsplit(' ').next().unwrap_or_default();
            !["article", "post", "entry"].iter().any(|text| name.starts_with(text))
        }
        _ => true,
    };
    let found = searcher.find_overlapping_iter(label).filter(|m| counts(m.start(), m.end()));
    let mut found = found.fold(0, |all, m| all | bits[m.pattern()]);
    // "updated" has a date in it, "update" and "metadata" have none.
    if found & MODIFIED != 0 {
        found |= DATE;
    }
    found
}

/// `/author/jane-doe`, `/by/jane-doe`, in the languages of addresses.
pub fn is_author_page(href: &str) -> bool {
    AUTHOR_PAGES.is_match(href)
}

static AUTHOR_PAGES: LazyLock<AhoCorasick> = LazyLock::new(|| {
    const PARTS: [&str; 16] = [
        "/author/",
        "/authors/",
        "/autor/",
        "/autoren/",
        "/autores/",
        "/auteur/",
        "/auteurs/",
        "/by/",
        "/profile/",
        "/people/",
        "/staff/",
        "/contributor/",
        "/contributors/",
        "/reporters/",
        "/journalist/",
        "/redakteur/",
    ];
    AhoCorasick::new(PARTS).expect("the parts are constants that a test has built")
});
