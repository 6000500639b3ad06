//! [`Article`]: what one outlet published, as stored text that never changes.

use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{Dating, Moment};

/// One article. `text` is its title on the first line and a paragraph on each
/// line after it; every offset anywhere points into it, so it is never changed
/// once made.
///
/// The title is part of the text so that a headline can be proven like any
/// other sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Short, stable: made from the canonical URL, or from the text without one.
    pub id: String,
    /// Canonical URL.
    pub url: Option<String>,
    /// Name of the outlet as readers know it.
    pub outlet: String,
    /// Who owns the outlet, where the page says so.
    #[serde(default)]
    pub owner: Option<String>,
    /// Title without the outlet's name.
    pub title: String,
    /// Names of the authors, without "By".
    pub authors: Vec<String>,
    /// When it was published, as precise as the page says.
    pub published: Option<Moment>,
    /// When it was last changed, where the page says so.
    pub modified: Option<Moment>,
    /// Where these two come from, and what was not believed.
    #[serde(default)]
    pub dating: Dating,
    /// BCP 47 language tag, "und" where it is not known.
    pub language: String,
    /// Agencies credited in the text or byline, as named there ("AP", "Reuters").
    pub credits: Vec<String>,
    /// Title and paragraphs, one a line.
    pub text: String,
    /// The lines of `text` with what each is, in order, as byte ranges.
    pub paragraphs: Vec<Paragraph>,
    /// SHA-256 of `text` in hexadecimal.
    pub sha256: String,
}

/// One line of an article's text and its role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Bytes of the article's text, without the line end.
    pub span: Range<usize>,
    /// What the line is.
    pub role: Role,
    /// The time stamp of a live-blog entry that this line belongs to.
    pub at: Option<Moment>,
}

/// What a line of an article is; only some roles may be told as fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The article's title.
    Title,
    /// Running text.
    Body,
    /// A heading inside the text.
    Heading,
    /// A set-off quotation.
    Quotation,
    /// An item of a list.
    List,
    /// Text of a picture or video.
    Caption,
    /// A correction or editor's note.
    Note,
    /// A line that the site puts below many of its texts.
    Site,
}

impl Article {
    /// Puts title and paragraphs together and computes the text, its line
    /// spans, its hash and the id. Line ends inside a part become spaces.
    ///
    /// ```
    /// use throughline_model::{Article, Role};
    /// let article = Article::new(
    ///     Some("https://herald.example/a".into()),
    ///     "Bridge closes",
    ///     vec![(Role::Body, "The bridge closed on Monday.".into(), None)],
    /// );
    /// assert_eq!(article.text, "Bridge closes\nThe bridge closed on Monday.");
    /// assert_eq!(&article.text[article.paragraphs[1].span.clone()], "The bridge closed on Monday.");
    /// ```
    pub fn new(
        url: Option<String>,
        title: &str,
        lines: Vec<(Role, String, Option<Moment>)>,
    ) -> Self {
        let mut text = one_line(title);
        let mut paragraphs = vec![Paragraph { span: 0..text.len(), role: Role::Title, at: None }];
        for (role, line, at) in lines {
            let line = one_line(&line);
            if line.is_empty() {
                continue;
            }
            text.push('\n');
            let start = text.len();
            text.push_str(&line);
            paragraphs.push(Paragraph { span: start..text.len(), role, at });
        }
        let sha256 = sha256_hex(&text);
        let id = match &url {
            Some(url) => sha256_hex(url)[..12].to_owned(),
            None => sha256[..12].to_owned(),
        };
        Self {
            id,
            url,
            outlet: String::new(),
            owner: None,
            title: one_line(title),
            authors: Vec::new(),
            published: None,
            modified: None,
            dating: Dating::default(),
            language: "und".to_owned(),
            credits: Vec::new(),
            text,
            paragraphs,
            sha256,
        }
    }

    /// The lines that may be told as fact: body, quotations and lists.
    pub fn body(&self) -> impl Iterator<Item = &Paragraph> {
        self.paragraphs
            .iter()
            .filter(|p| matches!(p.role, Role::Body | Role::Quotation | Role::List))
    }
}

fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        if word.is_empty() {
            continue;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// SHA-256 of a text, in lower-case hexadecimal.
pub fn sha256_hex(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let mut hex = String::with_capacity(64);
    for byte in digest {
        for nibble in [byte >> 4, byte & 15] {
            hex.push(char::from_digit(u32::from(nibble), 16).expect("a nibble is below 16"));
        }
    }
    hex
}
