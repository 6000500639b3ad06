//! [`Card`]: what `[n]` shows on hover, focus or tap.

use throughline_model::{Briefing, Citation, Evidence, Moment, Source, TimelineEntry};

use super::page::language;
use crate::{dates, labels, links, passage, plain, sources};

/// Hands out the ids that tie a button to its card.
#[derive(Default)]
pub(super) struct CardIds(usize);

impl CardIds {
    fn next(&mut self) -> String {
        self.0 += 1;
        format!("c{}", self.0)
    }
}

/// The proof behind one citation.
pub(super) struct Card<'a> {
    pub id: String,
    /// The source's number, none where the article is not in the list.
    pub number: Option<usize>,
    pub outlet: String,
    pub title: String,
    pub published: Option<Time>,
    /// The article at the first passage.
    pub link: Option<String>,
    pub passages: Vec<Passage<'a>>,
    /// How the sentence was made of it, or how the words date the event.
    pub remark: Option<String>,
}

/// A moment for eyes and for machines.
pub(super) struct Time {
    pub machine: String,
    pub display: String,
}

impl From<Moment> for Time {
    fn from(moment: Moment) -> Self {
        Self { machine: moment.to_string(), display: dates::moment(moment) }
    }
}

/// A passage between the words around it.
pub(super) struct Passage<'a> {
    pub before: String,
    pub exact: &'a str,
    pub after: String,
    /// Language of the article, where it is known.
    pub language: Option<&'a str>,
}

impl<'a> Passage<'a> {
    pub(super) fn of(briefing: &'a Briefing, evidence: &'a Evidence) -> Self {
        let (before, after) = passage::context(evidence);
        let article = briefing.articles.iter().find(|article| article.id == evidence.article);
        let language = article
            .map(|a| language(&a.language))
            .filter(|l| *l != briefing.language && *l != "und");
        Self { before, exact: &evidence.exact, after, language }
    }
}

impl<'a> Card<'a> {
    /// The card of a citation; `remark` says how the sentence was made.
    pub(super) fn of(
        briefing: &'a Briefing,
        citation: &'a Citation,
        remark: Option<&str>,
        ids: &mut CardIds,
    ) -> Self {
        let source = sources::numbered(&briefing.sources, citation.source);
        let evidence: Vec<&Evidence> = citation.evidence.iter().collect();
        let card = Self::about(briefing, source, &evidence, ids);
        Self { number: Some(citation.source), remark: remark.map(str::to_owned), ..card }
    }

    /// The card of an entry's date: the words that give it, or the article whose
    /// day of publication stands in.
    pub(super) fn dating(
        briefing: &'a Briefing,
        entry: &'a TimelineEntry,
        ids: &mut CardIds,
    ) -> Self {
        let by = &entry.date_evidence;
        let evidence: Vec<&Evidence> = by.evidence.iter().collect();
        let article = by.evidence.as_ref().map(|evidence| evidence.article.as_str());
        let source = match article {
            Some(id) => briefing.sources.iter().find(|source| source.article == id),
            None => {
                let first = entry.statement.citations.first();
                first.and_then(|citation| sources::numbered(&briefing.sources, citation.source))
            }
        };
        let card = Self::about(briefing, source, &evidence, ids);
        Self { remark: Some(labels::dated(by)), ..card }
    }

    fn about(
        briefing: &'a Briefing,
        source: Option<&'a Source>,
        evidence: &[&'a Evidence],
        ids: &mut CardIds,
    ) -> Self {
        let url = source.and_then(|source| source.url.as_deref());
        let link = url.and_then(|url| match evidence.first() {
            Some(first) => links::passage_link(url, first),
            None => links::safe_link(url),
        });
        Self {
            id: ids.next(),
            number: source.map(|source| source.number),
            outlet: source.map(|source| plain::line(&source.outlet)).unwrap_or_default(),
            title: source.map(|source| plain::line(&source.title)).unwrap_or_default(),
            published: source.and_then(Source::came_out).map(Time::from),
            link,
            passages: evidence.iter().map(|e| Passage::of(briefing, e)).collect(),
            remark: None,
        }
    }
}
