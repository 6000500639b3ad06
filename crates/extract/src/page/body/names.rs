//! What the names of classes and ids say: words that pages all over the web
//! use, in groups. Which group speaks for and which against an article, and how
//! near it must stand, the classifier has learned.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::{
    dom::{Document, NodeRef},
    page::element,
};

/// The bit of the group of comments,
pub const COMMENTS: u32 = 1;

/// and that of consent.
pub const COOKIES: u32 = 1 << 16;

/// How many groups there are.
pub const GROUPS: usize = 30;

/// The groups, each with its words; a word may stand in one only.
const WORDS: [&str; GROUPS] = [
    "comment comments commenting commentlist commentbody commenttext commentform commentmetadata wpdiscuz disqus respond replies reply discussion kommentar kommentare",
    "share shares sharing sharebar sharethis shareaholic social socials sharedaddy addthis addtoany follow facebook twitter whatsapp sns",
    "related relateds recirc recirculation recommend recommended recommendation recommendations similar readmore outbrain taboola readnext seealso alsoread upnext",
    "teaser teasers card cards promo promos promotion tile tiles grid carousel slider swiper slick slide slides feed listing",
    "popular trending mostread latest recent top trend ranking",
    "ad ads adv advert adverts advertisement advertising adslot adbox adunit adsbygoogle adsense adcontainer adwrapper dfp banner sponsor sponsored sponsors mpu gpt anzeige werbung publicidad reklama",
    "newsletter newsletters subscribe subscriber subscription subscriptions signup paywall regwall register registration member membership members donate donation cta nudge optin mailchimp piano",
    "nav navbar navigation menu menus submenu breadcrumb breadcrumbs pagination pager topbar toolbar navi sitemap",
    "header masthead head branding logo",
    "footer foot colophon copyright legal bottom footnote impressum",
    "sidebar sidebars side rail aside right rightcol left leftcol rightcolumn leftcolumn widget widgets secondary complementary sb",
    "author authors bio biography byline bylines contributor contributors writer profile avatar autor reporter",
    "meta date time timestamp published pubdate dateline datetime postmeta entrymeta updated posted datum fecha",
    "tag tags tagcloud topic topics keyword keywords category categories cat tagged hashtag",
    "caption captions figure figcaption image images photo photos picture img gallery media credit credits thumbnail thumb foto bild",
    "video videos player audio podcast jw jwplayer embed embedded iframe youtube",
    "cookie cookies consent gdpr onetrust cookiebot didomi privacy cmp ccpa cmplz",
    "modal popup overlay dialog tooltip toast lightbox hidden hide sr visually screen offscreen skip invisible",
    "content contents maincontent inhalt contenido contentpane",
    "body articlebody storybody postbody entrybody articlecontent entrycontent postcontent storycontent pagecontent contentbody bodytext articletext storytext",
    "article story post entry news blog single hentry artikel articulo noticia blogpost",
    "text richtext paragraph paragraphs prose copy wysiwyg rte markdown rich txt texte texto editor",
    "title headline heading hed kicker titel titulo",
    "lead lede intro summary standfirst subtitle dek deck excerpt description abstract sapo subheadline subhead vorspann chapo",
    "quote quotes pullquote blockquote pull pq testimonial review reviews",
    "correction corrections note notes disclaimer disclosure clarification",
    "toc anchor anchors jump",
    "form forms search login survey poll quiz input field contact",
    "live liveblog update updates ticker",
    "product products price prices shop buy affiliate cart deal deals event events job jobs location",
];

static GROUP_OF: LazyLock<FxHashMap<&'static str, u32>> = LazyLock::new(|| {
    let words = |(group, list): (usize, &&'static str)| {
        list.split(' ').map(move |word| (word, 1 << group)).collect::<Vec<_>>()
    };
    WORDS.iter().enumerate().flat_map(words).collect()
});

/// Attributes that hold names.
const ATTRIBUTES: [&str; 7] =
    ["class", "id", "itemprop", "role", "data-component", "data-testid", "data-type"];

/// The groups that the names of each element fall into, as bits.
pub struct Names<'a> {
    attributes: Vec<u16>,
    known: FxHashMap<&'a str, u32>,
}

impl<'a> Names<'a> {
    pub fn new(doc: &Document) -> Self {
        let attributes = ATTRIBUTES.iter().filter_map(|name| doc.attribute(name)).collect();
        Self { attributes, known: FxHashMap::default() }
    }

    /// The groups of one element.
    pub fn of(&mut self, node: NodeRef<'a>) -> u32 {
        let mut groups = 0;
        for (place, value) in node.placed_attributes() {
            if self.attributes.contains(&place) {
                groups |= *self.known.entry(value).or_insert_with(|| groups_of(value));
            }
        }
        groups
    }
}

/// `relatedLinks` and `related-links` have the words "related" and "links".
fn groups_of(value: &str) -> u32 {
    let mut groups = 0;
    let mut word = String::new();
    let mut lower = false;
    let value = &value[..value.floor_char_boundary(800)];
    for c in element::names(value).flat_map(|name| name.chars().chain([' '])) {
        if !c.is_alphabetic() || (c.is_uppercase() && lower) {
            groups |= GROUP_OF.get(word.as_str()).copied().unwrap_or(0);
            word.clear();
        }
        if c.is_alphabetic() {
            word.extend(c.to_lowercase());
        }
        lower = c.is_lowercase();
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_stands_in_one_group() {
        let all: Vec<&str> = WORDS.iter().flat_map(|list| list.split(' ')).collect();
        let mut seen = std::collections::HashSet::new();
        let twice: Vec<_> = all.iter().filter(|word| !seen.insert(**word)).collect();
        assert_eq!(twice, [&""; 0]);
    }

    #[test]
    fn groups_stand_where_their_bits_are() {
        assert_eq!((groups_of("comments"), groups_of("cookie")), (COMMENTS, COOKIES));
    }

    #[test]
    fn reads_names_of_any_shape() {
        for (value, groups) in [
            ("related-links", vec![2]),
            ("relatedLinks", vec![2]),
            ("article__body js-share2", vec![20, 19, 1]),
            ("shareholder", vec![]),
            ("AdSlot", vec![5]),
            ("[&_figcaption]:mt-2 md:hidden prose", vec![21]),
        ] {
            let expected = groups.into_iter().fold(0, |bits, group| bits | 1 << group);
            assert_eq!(groups_of(value), expected, "{value}");
        }
    }
}
