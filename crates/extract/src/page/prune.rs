//! Parts of a page that are no article, by what they are and what they are
//! called, taken out before the main text is looked for.

use std::sync::LazyLock;

use regex::Regex;

use super::element;
use crate::{
    dom::{Document, NodeRef, Tag},
    pattern::pattern,
};

/// Elements that never hold the text of an article.
const ELEMENTS: [Tag; 14] = [
    Tag::Script,
    Tag::Noscript,
    Tag::Iframe,
    Tag::Template,
    Tag::Button,
    Tag::Input,
    Tag::Select,
    Tag::Object,
    Tag::Embed,
    Tag::Nav,
    Tag::Dialog,
    Tag::Menu,
    Tag::Canvas,
    Tag::Map,
];

/// Words in class or id of parts that are no article. Each stands between
/// word marks, so "share" fits "share-bar" but not "shareholder".
const CLUTTER: &str = r"(?x)(?:^|[\s_-])(?:
    ads?|adbox|advert\w*|adslot|ad-?slot|ad-?unit|mpu\d*|banner-ad|dfp|sponsor\w*|promo\w*|promoted|outbrain|taboola|
    share\w*|sharing|social\w*|sharedaddy|addthis|follow-?us|
    related\w*|more-?on|read-?more|readmore|read-?next|up-?next|see-?also|also-?read|recommend\w*|recirc\w*|most-?(?:read|popular|viewed|shared)|mostread|popular\w*|trending|
    next-?(?:article|story)|prev-?next|post-?navigation|nav-?links?|pagination|pager|breadcrumbs?|
    newsletter\w*|subscribe\w*|subscription\w*|sign-?up|signup|paywall|regwall|register|registration|members?|membership|donat\w*|nudge|cta|call-?to-?action|
    comments?|comment-?(?:list|area|form|section|respond)|disqus\w*|respond|replies|
    modal|popup|pop-up|overlay|toast|
    tags?|tag-?(?:list|cloud)|post-?tags|topics?|keywords|hashtags|
    author-?(?:bio|box|info|card|profile)|about-?(?:the-?)?author|bio|contributor-?bio|
    sidebar\w*|side-?bar|rail|right-?col\w*|rightcol|leftcol|left-?col|
    masthead|site-?header|page-?header|topbar|subbar|site-?footer|page-?footer|colophon|
    skip-?links?|screen-?reader\w*|sr-only|visually-?hidden|vh|a11y|
    print-?only|noprint|toolbar|tools|article-?tools|utility|utilities|
    poll|quiz|survey|jobs|classifieds?|
    pull-?quotes?|pull|pq|
    toc|table-of-contents|copyright|legal-?footer|disclaimer|
    video-?player|player|jw\w*|media-?controls|
    byline\w*|dateline-?block|timestamps?|post-?meta|entry-?meta|article-?meta|meta-?data|pubdate|date-?published
)(?:$|[\s_-])";

/// Words of parts that are no article however much text they hold: consent
/// dialogs list hundreds of cookies under an article of ten lines.
const NEVER: &str = r"(?x)(?:^|[\s_-])(?:
    cookies?\w*|consent\w*|gdpr\w*|ccpa\w*|onetrust\w*|cookiebot\w*|cybot\w*|didomi\w*|qc-cmp\w*|cmplz\w*|cky-\w+|moove\w*|
    wt-cli\w*|cli-(?:modal|bar|privacy|plugin|settings|tab|col|row)\w*|privacy-?overview|
    outbrain\w*|taboola\w*|support-(?:us|our|banner|message|journalism|\w*post)
)(?:$|[\s_-])";

/// Words of parts that are the article, whatever else they are called.
const CONTENT: &str = r"(?:^|[\s_-])(?:article-?body|articlebody|story-?body|storybody|entry-?content|post-?content|article-?content|story-?content|main-?content|body-?content|article-?text|story-?text)(?:$|[\s_-])";

static IS_CLUTTER: LazyLock<Regex> = LazyLock::new(|| pattern(CLUTTER));
static IS_NEVER: LazyLock<Regex> = LazyLock::new(|| pattern(NEVER));
static IS_CONTENT: LazyLock<Regex> = LazyLock::new(|| pattern(CONTENT));

/// Nodes of a page that are out of the question, each with all that is in it.
pub struct Pruned(Vec<bool>);

impl Pruned {
    /// Nothing is.
    pub fn nothing(doc: &Document) -> Self {
        Self(vec![false; doc.len()])
    }

    /// Whether a node is.
    pub fn has(&self, node: NodeRef<'_>) -> bool {
        self.0[node.index()]
    }

    fn add(&mut self, node: NodeRef<'_>) {
        self.0[node.index()..node.end()].fill(true);
    }
}

/// Finds the parts.
pub fn prune(doc: &Document) -> Pruned {
    let mut pruned = Pruned::nothing(doc);
    for node in doc.nodes() {
        let frame = matches!(node.tag(), Tag::Main | Tag::Article | Tag::P | Tag::H1);
        let gone = ELEMENTS.contains(&node.tag())
            || (!frame && IS_NEVER.is_match(&label(&node)) && !has_heading(&node));
        if gone && node != doc.body() && node != doc.root() {
            pruned.add(node);
        }
    }
    let all = paragraph_chars(&doc.body(), &pruned);
    let mut doomed: Vec<NodeRef<'_>> = Vec::new();
    let mut walk = vec![doc.body()];
    while let Some(node) = walk.pop() {
        for child in node.element_children().filter(|child| !pruned.has(*child)) {
            if is_doomed(&child) { doomed.push(child) } else { walk.push(child) }
        }
    }
    // What holds a good part of the page's text is misnamed; so are many small
    // parts that hold it together.
    doomed.sort_by_cached_key(|node| paragraph_chars(node, &pruned));
    let mut gone = 0;
    for node in doomed {
        let size = paragraph_chars(&node, &pruned);
        gone += size;
        if size * 10 > all * 3 || gone * 10 > all * 6 {
            break;
        }
        pruned.add(node);
    }
    pruned
}

fn is_doomed(node: &NodeRef<'_>) -> bool {
    if element::is_hidden(node) {
        return true;
    }
    match node.tag() {
        Tag::Body | Tag::Html | Tag::Main | Tag::Article | Tag::H1 | Tag::Time => false,
        Tag::Aside | Tag::Footer | Tag::Form => true,
        Tag::Header => !has_heading(node),
        _ => is_clutter(node),
    }
}

fn is_clutter(node: &NodeRef<'_>) -> bool {
    let label = label(node);
    IS_CLUTTER.is_match(&label) && !IS_CONTENT.is_match(&label)
}

/// Class and id with their words apart.
fn label(node: &NodeRef<'_>) -> String {
    let mut label = String::new();
    for attribute in ["class", "id", "data-component", "data-testid"] {
        if let Some(value) = node.attr(attribute) {
            label.push(' ');
            label.push_str(value);
        }
    }
    split_camel(&label)
}

/// `relatedLinks` as `related-links`, in lower case.
fn split_camel(label: &str) -> String {
    let mut out = String::with_capacity(label.len() + 8);
    let mut lower = false;
    for c in label.chars() {
        if c.is_uppercase() && lower {
            out.push('-');
        }
        lower = c.is_lowercase();
        out.extend(c.to_lowercase());
    }
    out
}

fn has_heading(node: &NodeRef<'_>) -> bool {
    node.descendants().any(|n| n.tag() == Tag::H1)
}

/// Characters of paragraphs and of bare text in a node: long pieces only, as
/// clutter is made of short ones.
fn paragraph_chars(node: &NodeRef<'_>, pruned: &Pruned) -> usize {
    node.descendants()
        .filter(|n| n.is_text() && !pruned.has(*n))
        .map(|n| n.own_text().trim().chars().count())
        .filter(|count| *count >= 60)
        .sum()
}
