//! [`Briefing`]: what a reader gets, in the form of schema `throughline/briefing/1`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Article, DateEvidence, Moment, Place, Statement, Status, When};

/// Name and version of the JSON form. Fields may be added under one version,
/// none renamed or removed.
pub const SCHEMA: &str = "throughline/briefing/1";

/// One revision of a story's briefing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Briefing {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Id of the story.
    pub story: String,
    /// Number of the revision, from 1.
    pub revision: u32,
    /// When the newest article came out; none where no article is dated.
    pub updated: Option<Moment>,
    /// The `--now` that the briefing was made for.
    pub now: Moment,
    /// BCP 47 language tag.
    pub language: String,
    /// How many articles, outlets and independent witnesses.
    pub counts: Counts,
    /// Whether like events of more than one time are told: each section says when it was reported.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub recurs: bool,
    /// At most 16 words.
    pub headline: Statement,
    /// Newest and most corroborated first.
    pub sections: Vec<Section>,
    /// Numbered from 1 without a gap.
    pub sources: Vec<Source>,
    /// Past in order, then the announced future.
    pub timeline: Vec<TimelineEntry>,
    /// Where sources differ.
    pub disagreements: Vec<Disagreement>,
    /// The articles themselves, so that the briefing proves itself; may be left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub articles: Vec<CitedArticle>,
}

impl Briefing {
    /// An article with the date that this briefing believes: none where its story speaks against
    /// it, another where the story gives it one.
    pub fn believed(&self, article: CitedArticle) -> CitedArticle {
        let source = self.sources.iter().find(|source| source.article == article.id);
        let published = match source {
            Some(source)
                if source.placed
                    && (article.published.is_none() || article.published == source.doubted) =>
            {
                source.published
            }
            Some(source) if source.published.is_none() => {
                article.published.filter(|date| Some(*date) != source.doubted)
            }
            _ => article.published,
        };
        CitedArticle { published, ..article }
    }

    /// Every statement that a reader sees, with its place.
    pub fn statements(&self) -> impl Iterator<Item = (Place, &Statement)> {
        let sections = self.sections.iter().enumerate().flat_map(|(i, section)| {
            let body = section.statements.iter().enumerate();
            std::iter::once((Place::Heading(i), &section.heading))
                .chain(body.map(move |(j, s)| (Place::Sentence(i, j), s)))
        });
        let sources = self.sources.iter().enumerate().map(|(i, s)| (Place::Note(i), &s.note));
        let timeline = self.timeline.iter().enumerate();
        let timeline = timeline.map(|(i, e)| (Place::Entry(i), &e.statement));
        let positions = self.disagreements.iter().enumerate().flat_map(|(i, d)| {
            let positions = d.positions.iter().enumerate();
            positions.map(move |(j, p)| (Place::Position(i, j), &p.statement))
        });
        std::iter::once((Place::Headline, &self.headline))
            .chain(sections)
            .chain(sources)
            .chain(timeline)
            .chain(positions)
    }
}

/// The counts shown under the headline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Counts {
    /// Articles read.
    pub articles: usize,
    /// Outlets that published them.
    pub outlets: usize,
    /// Independent witnesses: copies of one text and outlets of one owner are one.
    pub independent: usize,
}

/// A titled part of the briefing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Section {
    /// 3 to 10 words that tell something.
    pub heading: Statement,
    /// Two to four sentences.
    pub statements: Vec<Statement>,
}

/// An article in the numbered list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// The one number by which the whole briefing cites it.
    pub number: usize,
    /// Id of the article.
    pub article: String,
    /// Outlet.
    pub outlet: String,
    /// Title.
    pub title: String,
    /// Canonical URL.
    pub url: Option<String>,
    /// Day or time of publication.
    pub published: Option<Moment>,
    /// Whether the article bears no day that is believed, and this is the newest of the weekdays
    /// that it names, by what others tell of them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub placed: bool,
    /// The date that the article bears where nothing is counted from it: others tell the same
    /// earlier, or it is still to come; where it is the day of publication all the same, others
    /// date what the article tells of "today" otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubted: Option<Moment>,
    /// Id shared by articles that are one witness.
    pub family: String,
    /// What this article contributes that the others do not.
    pub note: Statement,
}

impl Source {
    /// When the article came out; none where others only place it.
    #[must_use]
    pub fn came_out(&self) -> Option<Moment> {
        self.published.filter(|_| !self.placed)
    }
}

/// One event of the timeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TimelineEntry {
    /// When it was, or will be.
    pub when: When,
    /// What kind of entry.
    pub status: Status,
    /// The words that date it.
    pub date_evidence: DateEvidence,
    /// What happened.
    #[serde(flatten)]
    pub statement: Statement,
}

/// A point on which sources differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Disagreement {
    /// What they differ on: "number of people killed".
    pub about: String,
    /// In what respect.
    pub kind: DisagreementKind,
    /// At least two.
    pub positions: Vec<Position>,
}

/// In what respect sources differ.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum DisagreementKind {
    /// Figures that conflict.
    Number,
    /// Dates that conflict.
    Date,
    /// Names that conflict.
    Name,
    /// One says it is so, another that it is not.
    Polarity,
    /// A figure that grew or fell as time went on.
    Development,
}

/// What one side says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Position {
    /// The value in short: "14", "6 January".
    pub value: String,
    /// Whether this is the newest of the positions.
    pub newest: bool,
    /// The sentence that takes the position.
    #[serde(flatten)]
    pub statement: Statement,
}

/// An article as a briefing carries it: what is needed to prove it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CitedArticle {
    /// Id.
    pub id: String,
    /// Canonical URL.
    pub url: Option<String>,
    /// Outlet.
    pub outlet: String,
    /// Title.
    pub title: String,
    /// Day or time of publication.
    pub published: Option<Moment>,
    /// BCP 47 language tag.
    pub language: String,
    /// Title and paragraphs, one a line.
    pub text: String,
    /// SHA-256 of `text`.
    pub sha256: String,
    /// The entries of a live blog, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<Entry>,
}

/// Lines of an article with a time of their own, from which their relative days are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Entry {
    /// The number of its first line in the text, from 0; it ends where the next one begins.
    pub line: usize,
    /// Its time; none for lines after an entry that are of the page itself.
    pub at: Option<Moment>,
}

impl CitedArticle {
    /// Where each line starts, in bytes, with the time of its entry.
    pub fn lines(&self) -> impl Iterator<Item = (usize, Option<Moment>)> {
        let starts = std::iter::once(0).chain(self.text.match_indices('\n').map(|(at, _)| at + 1));
        let (mut entries, mut at) = (self.entries.iter().peekable(), None);
        starts.enumerate().map(move |(line, start)| {
            while let Some(entry) = entries.next_if(|entry| entry.line <= line) {
                at = entry.at;
            }
            (start, at)
        })
    }

    /// When the words at a byte were written: the time of their entry, else the publication.
    pub fn written(&self, at: usize) -> Option<Moment> {
        let line = self.lines().take_while(|(start, _)| *start <= at).last();
        line.and_then(|(_, entry)| entry).or(self.published)
    }
}

impl From<&Article> for CitedArticle {
    fn from(article: &Article) -> Self {
        Self {
            id: article.id.clone(),
            url: article.url.clone(),
            outlet: article.outlet.clone(),
            title: article.title.clone(),
            published: article.published,
            language: article.language.clone(),
            text: article.text.clone(),
            sha256: article.sha256.clone(),
            entries: entries(article),
        }
    }
}

/// Each change of the time from one line to the next.
fn entries(article: &Article) -> Vec<Entry> {
    let mut last = None;
    let lines = article.paragraphs.iter().enumerate();
    lines
        .filter(|(_, paragraph)| std::mem::replace(&mut last, paragraph.at) != paragraph.at)
        .map(|(line, paragraph)| Entry { line, at: paragraph.at })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;

    #[test]
    fn a_placed_day_is_believed_only_of_what_bears_none() {
        let day = |text: &str| text.parse::<Moment>().expect("a day");
        let (placed, stamp, other) = (day("2026-03-08"), day("2026-04-20"), day("2026-03-11"));
        // The day that the article bears, the one that the briefing sets aside, what is believed.
        let cases = [
            (None, None, Some(placed)),
            (Some(stamp), Some(stamp), Some(placed)),
            (Some(other), None, Some(other)),
            (Some(other), Some(stamp), Some(other)),
        ];
        for (own, doubted, expected) in cases {
            let statement = Statement::new(String::new(), Kind::Verbatim, Vec::new(), Vec::new());
            let source = Source {
                number: 1,
                article: "a1".into(),
                outlet: "Far Times".into(),
                title: "Ferry sinks".into(),
                url: None,
                published: Some(placed),
                placed: true,
                doubted,
                family: "f1".into(),
                note: statement.clone(),
            };
            assert_eq!(source.came_out(), None);
            let briefing = Briefing {
                schema: SCHEMA.into(),
                story: "s1".into(),
                revision: 1,
                updated: None,
                now: stamp,
                language: "en".into(),
                counts: Counts { articles: 1, outlets: 1, independent: 1 },
                recurs: false,
                headline: statement,
                sections: Vec::new(),
                sources: vec![source],
                timeline: Vec::new(),
                disagreements: Vec::new(),
                articles: Vec::new(),
            };
            let mut article = Article::new(None, "Ferry sinks", Vec::new());
            article.published = own;
            let mut cited = CitedArticle::from(&article);
            cited.id = "a1".into();
            assert_eq!(briefing.believed(cited).published, expected, "{own:?} {doubted:?}");
        }
    }
}
