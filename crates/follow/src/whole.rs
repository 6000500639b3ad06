//! A revision with the articles that it cites, so that it can be proven again.

use std::collections::BTreeSet;

use throughline_model::{Briefing, CitedArticle, Evidence};
use throughline_record::Revision;
use throughline_store::{Articles, Result, Store};

/// The briefing of a revision with its articles, in the versions that it was
/// made from, as its sources are numbered. A date that the story did not believe is
/// not theirs: nothing was counted from it.
///
/// # Errors
/// When the store does not read.
pub fn whole(revision: Revision, store: &dyn Store) -> Result<Briefing> {
    let mut briefing = revision.briefing;
    let mut versions: BTreeSet<(String, String)> = BTreeSet::new();
    let mut take = |evidence: &Evidence| {
        versions.insert((evidence.article.clone(), evidence.sha256.clone()));
    };
    for (_, statement) in briefing.statements() {
        statement.citations.iter().flat_map(|c| &c.evidence).for_each(&mut take);
        statement.edits.iter().filter_map(|e| e.because.as_ref()).for_each(&mut take);
    }
    briefing.timeline.iter().filter_map(|e| e.date_evidence.evidence.as_ref()).for_each(&mut take);
    let versions: Vec<(String, String)> = versions.into_iter().collect();
    let mut articles = store.articles(Articles::Versions(&versions))?;
    let number = |id: &str| briefing.sources.iter().position(|source| source.article == id);
    articles.sort_by_key(|article| number(&article.id));
    briefing.articles =
        articles.iter().map(|article| briefing.believed(CitedArticle::from(article))).collect();
    Ok(briefing)
}
